"""Reading a YAML file so that nothing an analyst wrote is reinterpreted, and every message can name its line.

YAML turns `010` into 8, `no` into False and `12:30` into 750. Here every scalar stays the text that was typed; the
models give it a type. Keys written twice, which YAML readers drop in silence, are problems. The line of
each value is kept under its path, such as `("unsur", "biaya", "kolom")`.
"""

from __future__ import annotations

import contextlib
import dataclasses
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from skmlib.problems import DataError, Problem

KeyPath = tuple[str | int, ...]

DEPTH_MAX = 20
SAFE_DEPTH = 2_000
NODES_MAX = 20_000
SIZE_MAX = 2**20
LETTERS_MAX = 2_000
_LONE = re.compile(r"[\ud800-\udfff]")  # such a text can be written to no file
HALF_LETTER = "memuat separuh huruf ('\\ud800' sampai '\\udfff')", "tulis hurufnya sendiri"
TOO_LONG = f"teks ini lebih panjang dari {LETTERS_MAX} huruf", "ringkaskan"
ADVICE = "periksa indentasi, titik dua, dan tanda kutip di baris ini dan baris sebelumnya"
ADVICE_BY_CAUSE = {
    "mapping values are not allowed here": (
        "tulis teks yang memuat titik dua dan spasi di antara tanda kutip, dan samakan indentasinya"
    ),
    r"found character '\t'": "ganti TAB di awal baris dengan spasi",
    "found character": "tulis teks yang diawali tanda khusus di antara tanda kutip",
    "found undefined alias": "tulis teks yang diawali '*' di antara tanda kutip",
    "expected ',' or": "di antara kurung, tulis teks yang memuat koma, titik dua, atau tanda tanya di antara tanda kutip",
    "found unexpected end of stream": "tutup tanda kutip yang dibuka di sini",
}


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
    return parse_yaml(read_yaml_text(path, berkas=berkas), berkas=berkas)


def read_texts_of(path: Path, key: str) -> tuple[str, ...]:
    """Read the text or texts of one key of a file that may have problems, to know what else to look at.

    Parameters
    ----------
    path : Path
        The file.
    key : str
        On the first level.

    Returns
    -------
    tuple of str
        Empty when the file cannot be read or has no such text.
    """
    return read_texts_of_all(path, (key,))[key]


def read_texts_of_all(path: Path, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Read the texts of several keys of a file that may have problems.

    Parameters
    ----------
    path : Path
        The file.
    keys : sequence of str
        On the first level.

    Returns
    -------
    dict
        The text or texts of each key; empty ones when the file cannot be read.
    """
    try:
        content = read_yaml(path, berkas=path.name).content
    except DataError:
        content = {}
    named = {key: content.get(key) for key in keys}
    texts = {key: value if isinstance(value, list) else [value] for key, value in named.items()}
    return {key: tuple(text for text in values if isinstance(text, str)) for key, values in texts.items()}


def read_yaml_text(path: Path, *, berkas: str) -> str:
    """Read the text of a YAML file.

    Parameters
    ----------
    path : Path
        The file.
    berkas : str
        Its name for messages, relative to the project folder.

    Returns
    -------
    str
        Without byte order mark, its line ends those of Unix.

    Raises
    ------
    DataError
        When the file cannot be opened, is not UTF-8 or larger than `SIZE_MAX` bytes.
    """
    try:
        if path.stat().st_size > SIZE_MAX:
            raise DataError([Problem(berkas, f"lebih dari {SIZE_MAX // 2**20} MB", "ini bukan berkas parameter")])
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DataError(
            [Problem(berkas, "berkas ini tidak dapat dibuka", "tutup di program lain, lalu ulangi")]
        ) from error
    except UnicodeDecodeError as error:
        raise DataError([Problem(berkas, "bukan teks UTF-8", "simpan ulang sebagai UTF-8")]) from error


def parse_yaml(text: str, *, berkas: str) -> YamlFile:
    """Take the text of a YAML file apart, with every scalar as text.

    Parameters
    ----------
    text : str
        YAML.
    berkas : str
        Name of its file for messages.

    Returns
    -------
    YamlFile
        Nested dictionaries and lists of text.

    Raises
    ------
    DataError
        When it is not YAML, is no mapping, or names a key twice.

    Examples
    --------
    >>> parse_yaml("metode: 010", berkas="loket.yml").content
    {'metode': '010'}
    """
    try:
        node = _compose(text)
    except (yaml.YAMLError, RecursionError) as error:
        raise DataError([_explain_syntax(error, berkas)]) from error
    problems: list[Problem] = []
    lines: dict[KeyPath, int] = {}
    content = _build(node, (), lines, problems, berkas) if node is not None else {}
    if not isinstance(content, dict):
        what = "bukan daftar 'kunci: nilai'"
        problems.append(Problem(berkas, what, "lihat contoh di docs/data_dictionary.md", baris=1))
    if problems:
        raise DataError(problems)
    return YamlFile(berkas, content, lines)


def spell_path(path: KeyPath) -> str:
    """Spell the path of a value for a message; lists count from 1.

    Examples
    --------
    >>> spell_path(("riwayat", 0, "unsur", "biaya"))
    'riwayat.1.unsur.biaya'
    """
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def _compose(text: str) -> yaml.Node | None:
    """Parse with libyaml where nothing can nest too deep for it; what it refuses, the parser in Python explains."""
    brackets = text.count("[") + text.count("{")
    is_shallow = brackets < SAFE_DEPTH and max(map(len, text.splitlines()), default=0) < SAFE_DEPTH
    if is_shallow and yaml.__with_libyaml__:
        with contextlib.suppress(yaml.YAMLError):
            return yaml.compose(text, Loader=yaml.CSafeLoader)
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _explain_syntax(error: yaml.YAMLError | RecursionError, berkas: str) -> Problem:
    """Say in which line the text stops being YAML, and what to do about the usual causes."""
    mark, cause = getattr(error, "problem_mark", None), getattr(error, "problem", None) or ""
    advice = next((advice for start, advice in ADVICE_BY_CAUSE.items() if cause.startswith(start)), ADVICE)
    if cause.startswith("found unexpected end of stream"):
        mark = getattr(error, "context_mark", None) or mark
    return Problem(berkas, "tidak terbaca sebagai YAML", advice, baris=mark.line + 1 if mark else None)


def _build(node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int], problems: list[Problem], berkas: str) -> Any:
    """Turn a YAML node into text, lists and dictionaries, noting lines and doubled keys."""
    lines.setdefault(path, node.start_mark.line + 1)
    if len(path) > DEPTH_MAX or len(lines) > NODES_MAX:
        raise DataError([Problem(berkas, "isinya terlalu banyak atau terlalu dalam", "hapus rujukan '*' dan '&'")])
    if isinstance(node, yaml.ScalarNode):
        unfit = HALF_LETTER if _LONE.search(node.value) else TOO_LONG if len(node.value) > LETTERS_MAX else None
        if unfit:
            problems.append(Problem(berkas, *unfit, node.start_mark.line + 1))
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_build(child, (*path, place), lines, problems, berkas) for place, child in enumerate(node.value)]
    content: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(berkas, "kunci ini bukan teks", "tulis teks berkurung di antara tanda kutip", line))
            continue
        key = str(key_node.value)
        if key in content:
            problems.append(Problem(berkas, "tertulis dua kali", "hapus salah satu", line, spell_path((*path, key))))
        lines[(*path, key)] = line
        content[key] = _build(value_node, (*path, key), lines, problems, berkas)
    return content
