"""Reading a YAML file so that nothing an analyst wrote is reinterpreted, and every message can name its line.

YAML turns `010` into 8, `no` into False and `12:30` into 750. Here every scalar stays the text that was typed; the
models in `parameters.py` give it a type. Keys written twice, which YAML readers drop in silence, are problems. The line of
each value is kept under its path, such as `("unsur", "biaya", "kolom")`.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import yaml

from skmlib.problems import DataError, Problem

KeyPath = tuple[str | int, ...]

DEPTH_MAX = 20


@dataclasses.dataclass(frozen=True)
class YamlFile:
    """The content of a YAML file with the line of each of its values."""

    berkas: str
    content: dict[str, Any]
    lines: dict[KeyPath, int]

    def line_of(self, path: KeyPath) -> int | None:
        """Line of the value at a path, or of the nearest value above it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def read_yaml(path: Path, *, berkas: str) -> YamlFile:
    """Read a YAML file with every scalar as text.

    Parameters
    ----------
    path : Path
        The file.
    berkas : str
        Its name for messages, relative to the project folder.

    Returns
    -------
    YamlFile
        Nested dictionaries and lists of text.

    Raises
    ------
    DataError
        When the file cannot be read, is not YAML, is no mapping, or names a key twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError([Problem(berkas, "bukan teks UTF-8", "simpan ulang sebagai UTF-8")]) from error
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"tidak terbaca sebagai YAML ({getattr(error, 'problem', None) or 'susunan salah'})"
        advice = "periksa indentasi, titik dua, dan tanda kutip di baris ini dan baris sebelumnya"
        raise DataError([Problem(berkas, what, advice, baris=mark.line + 1 if mark else None)]) from error
    problems: list[Problem] = []
    lines: dict[KeyPath, int] = {}
    content = _build(node, (), lines, problems, berkas) if node is not None else {}
    if not isinstance(content, dict):
        problems.append(
            Problem(berkas, "bukan daftar 'kunci: nilai'", "lihat contoh di docs/data_dictionary.md", baris=1)
        )
    if problems:
        raise DataError(problems)
    return YamlFile(berkas, content, lines)


def _build(node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int], problems: list[Problem], berkas: str) -> Any:
    """Turn a YAML node into text, lists and dictionaries, noting lines and doubled keys."""
    lines.setdefault(path, node.start_mark.line + 1)
    if len(path) > DEPTH_MAX:
        raise DataError([Problem(berkas, "bersarang terlalu dalam", "hapus rujukan '*' ke dirinya sendiri")])
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_build(child, (*path, place), lines, problems, berkas) for place, child in enumerate(node.value)]
    content: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in content:
            problems.append(Problem(berkas, "tertulis dua kali", "hapus salah satu", baris=line, kolom=key))
        lines[(*path, key)] = line
        content[key] = _build(value_node, (*path, key), lines, problems, berkas)
    return content
