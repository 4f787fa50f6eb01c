"""Marks: places in a parameter file where a person must decide before a report is made.

A mark is a comment `# PERIKSA: <sentence>`, at the end of a line or on a line of its own above the line it speaks of. Commands
that write parameters for an analyst leave one wherever they can only propose. As long as a mark stands, the file is refused
with exactly its marks; another problem on a marked line is the same question twice and is not told again. A `#` inside a
quoted text or a folded paragraph is text, so comments are looked for between the scalars of YAML's own scanner.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

import yaml

from skmlib.parameters.yaml_file import KeyPath, YamlFile, spell_path
from skmlib.problems import Problem

MARK = "PERIKSA"
ADVICE = f"putuskan, lalu hapus tanda {MARK}"
PLACEHOLDER = "?"
TYPED_KEYS = frozenset({"dibaca_kosong", "nilai"})  # what stands in an export may be a question mark
UNFILLED, FILL_ADVICE = "masih tertulis '?'", "tulis isinya"
UNEXPLAINED = f"tanda {MARK} tanpa penjelasan"

_MARK = re.compile(rf"#+[ \t]*{MARK}\b[ \t]*:?[ \t]*(?=(?P<sentence>[^\n]*))")
_BLOCK_STYLES = ("|", ">")


def mark_line(line: str, sentence: str) -> str:
    """Put a mark at the end of a line.

    Parameters
    ----------
    line : str
        A line of a parameter file, without its line end.
    sentence : str
        What a person must decide, in Indonesian.

    Returns
    -------
    str
        The line with the mark.

    Examples
    --------
    >>> mark_line("populasi: 384", "tulis populasi periode ini")
    'populasi: 384  # PERIKSA: tulis populasi periode ini'
    """
    return f"{line.rstrip()}  # {MARK}: {sentence}"


def find_marks(text: str) -> list[tuple[int, str]]:
    r"""Find the marks in the text of a parameter file.

    Parameters
    ----------
    text : str
        YAML; where it stops being YAML, every `# PERIKSA` after that place is taken for a mark.

    Returns
    -------
    list of (line, sentence)
        From top to bottom; lines count from 1.

    Examples
    --------
    >>> find_marks("nama: 'Loket # PERIKSA: bukan tanda'\npopulasi: 384  # PERIKSA: tulis populasi periode ini\n")
    [(2, 'tulis populasi periode ini')]
    """
    spans = list(_scalar_spans(text)) if _MARK.search(text) else []
    starts = [start for start, _ in spans]
    found = []
    for match in _MARK.finditer(text):
        place, line = bisect_right(starts, match.start()), text.count("\n", 0, match.start()) + 1
        is_first = not found or found[-1][0] < line
        if is_first and (place == 0 or match.start() >= spans[place - 1][1]):
            found.append((line, match["sentence"].strip().rstrip(".") or UNEXPLAINED))
    return found


def tell_marks(text: str, problems: Sequence[Problem], *, berkas: str, source: YamlFile | None) -> list[Problem]:
    r"""Put the marks of a file among its problems, in place of other problems of the marked lines.

    Parameters
    ----------
    text : str
        The file.
    problems : sequence of Problem
        Everything else that is wrong with it.
    berkas : str
        File name for messages.
    source : YamlFile or None
        Its content, for the keys of the marked lines; None when it is not YAML.

    Returns
    -------
    list of Problem
        By line.

    Examples
    --------
    >>> text = "populasi: '?'  # PERIKSA: tulis populasi periode ini\n"
    >>> wrong = Problem("loket.yml", "tertulis '?'", "seharusnya bilangan bulat", baris=1)
    >>> [problem.tertulis for problem in tell_marks(text, [wrong], berkas="loket.yml", source=None)]
    ['tulis populasi periode ini']
    """
    lines = text.split("\n")
    marks = [(_line_meant(lines, line), line, sentence) for line, sentence in find_marks(text)]
    marked = {number for meant, line, _ in marks for number in (meant, line)}
    told = [Problem(berkas, sentence, ADVICE, line, _key_of(source, meant)) for meant, line, sentence in marks]
    others = [problem for problem in problems if problem.baris not in marked]
    others = tell_placeholders(others, source) if source and not marks else others
    return sorted([*told, *others], key=lambda problem: problem.baris or 0)


def tell_placeholders(problems: Sequence[Problem], source: YamlFile) -> list[Problem]:
    """Put the values that still are "?" among the problems, one a line, in place of other problems of these lines.

    Parameters
    ----------
    problems : sequence of Problem
        Everything else that is wrong with the file.
    source : YamlFile
        Its content.

    Returns
    -------
    list of Problem

    Examples
    --------
    >>> source = YamlFile("loket.yml", {"unsur": {"biaya": {"kolom": "?"}}}, {("unsur", "biaya", "kolom"): 3})
    >>> [problem.sentence for problem in tell_placeholders([], source)]
    ["baris 3, kunci 'unsur.biaya.kolom': masih tertulis '?', tulis isinya."]
    """
    unfilled: dict[int | None, KeyPath] = {}
    for path in _placeholder_paths(source.content, ()):
        line = source.line_of(path)
        unfilled[line] = _shared(unfilled.get(line, path), path)
    told = [Problem(source.berkas, UNFILLED, FILL_ADVICE, line, spell_path(path)) for line, path in unfilled.items()]
    return [*(problem for problem in problems if problem.baris not in unfilled), *told]


def _shared(first: KeyPath, second: KeyPath) -> KeyPath:
    """Give the keys with which two paths begin."""
    return tuple(key for key, _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _placeholder_paths(value: Any, path: KeyPath) -> Iterator[KeyPath]:
    """Give the paths of the values that still are a question mark."""
    if isinstance(value, dict):
        for key, entry in value.items():
            if key not in TYPED_KEYS:
                yield from _placeholder_paths(entry, (*path, key))
    elif isinstance(value, list):
        for place, entry in enumerate(value):
            yield from _placeholder_paths(entry, (*path, place))
    elif value == PLACEHOLDER:
        yield path


def is_marked(problems: Sequence[Problem], kolom: str) -> bool:
    """Tell whether a key is among the marks of a file.

    Parameters
    ----------
    problems : sequence of Problem
        From `tell_marks`.
    kolom : str
        The key.

    Examples
    --------
    >>> is_marked([Problem("loket.yml", "pilih instansi", ADVICE, baris=1, kolom="instansi")], "instansi")
    True
    """
    return any(problem.kolom == kolom and problem.seharusnya == ADVICE for problem in problems)


def _scalar_spans(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of the scalars, as far as the text is YAML; the heading of a block scalar may end in a comment."""
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark.index, token.end_mark.index
                yield (max(start, text.find("\n", start)) if token.style in _BLOCK_STYLES else start), end
    except (yaml.YAMLError, RecursionError):
        return


def _line_meant(lines: Sequence[str], line: int) -> int:
    """Give the line a mark speaks of: its own, or the next one with content when it stands alone."""
    for number in range(line, len(lines) + 1):
        content = lines[number - 1].strip()
        if content and not content.startswith("#"):
            return number
    return line


def _key_of(source: YamlFile | None, line: int) -> str | None:
    """Name the outermost key that begins on a line, None when none does."""
    paths = [path for path, where in source.lines.items() if where == line and path] if source else []
    return spell_path(min(paths, key=len)) if paths else None
