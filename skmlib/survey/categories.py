"""Groups of respondents as cells name them: by name, by code, by a number that lies in a range, or several at once.

A cell is brought to the spelling of the parameters. `kode` says what a code or another spelling means (`{1: Di bawah 20}`).
A plain number (an age) goes to the first group whose range holds it: `17-25`, `< 20`, `60 tahun ke atas`. Where several
choices were allowed, the known names are looked for in the cell, longest first, so that a name may hold a comma itself, or a
space where choices stand between spaces; what is left over is an unknown group. An underscore is a space inside a name.
Unknown groups stay as typed, but for those that hold a number or an e-mail address of a person, and are told; a blank stays so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from skmlib.problems import fold as fold_text
from skmlib.survey.distinct import map_distinct
from skmlib.survey.masking import holds_contact

MARKS, SPACES = "tanda", "spasi"
CHOICE_MARKS = {MARKS: re.compile(r"[;,|\n]"), SPACES: re.compile(r"[;,|\s]")}

_DASH = re.compile(r" ?[-–—] ?")
_NUMBER = re.compile(r"\d{1,3}(?:[.,]0+)?")
_AGE = re.compile(r"(\d{1,3})(?: *(?:tahun|thn|th)\.?)?")
_WHOLE = r"(?<![\d.,])(\d+(?:\.\d{3})*)(?![.,]?\d)"
_BETWEEN = re.compile(rf"{_WHOLE} *(?:tahun|thn|th)? *(?:-|–|—|s\.?/?d\.?|sampai|hingga) *{_WHOLE}")
_BELOW = re.compile(rf"(?:<|di ?bawah|kurang dari) *{_WHOLE}")
_UP_TO = re.compile(
    rf"(?:<=|≤|sampai|\bmaks(?:imal|imum|\.)?) *{_WHOLE}|{_WHOLE} *(?:tahun|thn|th)? *(?:ke|dan|atau) *(?:bawah|kurang)"
)
_ABOVE = re.compile(rf"(?:>|di ?atas|lebih dari) *{_WHOLE}")
_FROM = re.compile(
    rf"(?:>=|≥|\bmin(?:imal|imum|\.)?) *{_WHOLE}|{_WHOLE} *(?:tahun|thn|th)? *(?:\+|(?:ke|dan|atau) *(?:atas|lebih))"
)
HIGHEST = 10**9
MASKED = "[disamarkan]"


def fold(text: str) -> str:
    """Bring the name of a group to the form in which two spellings are equal; a dash is a dash, however long.

    Examples
    --------
    >>> fold("Laki – Laki"), fold("kartu_keluarga")
    ('laki-laki', 'kartu keluarga')
    """
    return _DASH.sub("-", fold_text(text.replace("_", " ")))


def decode_category(
    cells: pd.Series, *, kategori: Sequence[str], kode: Mapping[str, str] | None = None, blanks: Sequence[str] = ()
) -> tuple[pd.Series, pd.Series]:
    """Bring the answers to a question on groups to the spelling of the parameters.

    Parameters
    ----------
    cells : Series of str
        Answers as exported.
    kategori : sequence of str
        The known groups.
    kode : mapping of str to str, optional
        Group that a code or another spelling stands for.
    blanks : sequence of str
        Answers that the parameters say to read as a blank.

    Returns
    -------
    groups : Series of str
        Known groups as the parameters spell them, unknown ones as typed (a mark where that points to a person), missing
        where blank.
    is_unknown : Series of bool
        Where an unknown group was typed.

    Examples
    --------
    >>> groups, is_unknown = decode_category(pd.Series(["s1", "S4"]), kategori=["S1"])
    >>> groups.tolist(), is_unknown.tolist()
    (['S1', 'S4'], [False, True])
    >>> decode_category(pd.Series(["23", "17-25"]), kategori=["17-25"])[0].tolist()
    ['17-25', '17-25']
    """
    meaning = _meanings(cells.unique(), kategori, kode or {}, blanks)
    blank = {"", *map(fold, blanks)}
    groups = map_distinct(cells, meaning.get)
    is_unknown = groups.isna() & ~map_distinct(cells, lambda text: fold(text) in blank).astype("bool")
    typed = {text: _as_typed(text) for text in set(cells[is_unknown])}
    return groups.where(~is_unknown, cells.map(typed)).astype("str"), is_unknown


def decode_choices(
    cells: pd.Series,
    *,
    kategori: Sequence[str],
    kode: Mapping[str, str] | None = None,
    blanks: Sequence[str] = (),
    pemisah: str = MARKS,
) -> tuple[pd.Series, pd.Series]:
    """Read cells that may name several groups.

    Parameters
    ----------
    cells, kategori, kode, blanks
        As for `decode_category`.
    pemisah : str
        `"tanda"` when `,` `;` `|` or a line break stands between the names, `"spasi"` when a space may, too.

    Returns
    -------
    choices : Series of tuple of str, or missing
        The groups of each cell, in the order of the parameters, then unknown ones as typed.
    is_unknown : Series of bool
        Where an unknown group was typed.

    Examples
    --------
    >>> cells = pd.Series(["Maret, Januari", "KTP, KK, dan Akta; lain", ""])
    >>> choices, is_unknown = decode_choices(cells, kategori=["Januari", "Maret", "KTP, KK, dan Akta"])
    >>> choices.tolist(), is_unknown.tolist()
    ([('Januari', 'Maret'), ('KTP, KK, dan Akta', 'lain'), None], [False, True, False])
    >>> decode_choices(pd.Series(["ktp kartu_keluarga"]), kategori=["Kartu keluarga", "KTP"], pemisah="spasi")[0].tolist()
    [('Kartu keluarga', 'KTP')]
    """
    read = {text: _choices(text, _spellings(kategori, kode or {}), blanks, pemisah) for text in cells.unique()}
    choices = pd.Series([read[text][0] for text in cells], index=cells.index, dtype="object")
    is_unknown = pd.Series([read[text][1] for text in cells], index=cells.index, dtype="bool")
    return choices, is_unknown


def range_of(name: str) -> tuple[int, int] | None:
    """Read the range of whole numbers that a group is named by.

    Parameters
    ----------
    name : str
        Of a group.

    Returns
    -------
    (int, int) or None
        Lowest and highest number; None when the name is no range.

    Examples
    --------
    >>> range_of("17 - 25 tahun"), range_of("< 20"), range_of("60 tahun ke atas"), range_of("S1")
    ((17, 25), (0, 19), (60, 1000000000), None)
    >>> range_of("1.000.000-2.000.000"), range_of("Minggu 1")
    ((1000000, 2000000), None)
    """
    folded = fold(name).replace(" s/d ", "-")
    if match := _BETWEEN.search(folded):
        return _number(match[1]), _number(match[2])
    if match := _UP_TO.search(folded):
        return 0, _number(match[1] or match[2])
    if match := _FROM.search(folded):
        return _number(match[1] or match[2]), HIGHEST
    if match := _BELOW.search(folded):
        return 0, _number(match[1]) - 1
    if match := _ABOVE.search(folded):
        return _number(match[1]) + 1, HIGHEST
    return None


def _number(digits: str) -> int:
    """Read a whole number, with points between its thousands."""
    return int(digits.replace(".", ""))


def _meanings(
    texts: Sequence[str], kategori: Sequence[str], kode: Mapping[str, str], blanks: Sequence[str]
) -> dict[str, str]:
    """Give the group of each text that has one."""
    names = {fold(name): name for name in kategori}
    codes = {_code(code): names.get(fold(name), name) for code, name in kode.items()}
    ranges = {} if kode else {name: ends for name in kategori if (ends := range_of(name))}
    meaning = {}
    for text in texts:
        folded = fold(text)
        group = names.get(folded) or codes.get(_code(text))
        if group is None and folded not in map(fold, blanks):
            group = _in_range(folded, ranges)
        if group is not None:
            meaning[text] = group
    return meaning


def _code(text: str) -> str:
    """Bring a code to one form: `1.0` and `01` are `1`."""
    folded = fold(text)
    return str(int(re.split("[.,]", folded)[0])) if _NUMBER.fullmatch(folded) else folded


def _in_range(folded: str, ranges: Mapping[str, tuple[int, int]]) -> str | None:
    """Find the first group whose range holds a number such as an age."""
    match = _AGE.fullmatch(re.sub(r"[.,]0+$", "", folded))
    if match is None:
        return None
    return next((name for name, (low, high) in ranges.items() if low <= int(match[1]) <= high), None)


def _spellings(kategori: Sequence[str], kode: Mapping[str, str]) -> dict[str, str]:
    """Give the group of each spelling, the groups in their order first."""
    return {fold(name): name for name in kategori} | {fold(code): name for code, name in kode.items()}


def _choices(
    text: str, spellings: Mapping[str, str], blanks: Sequence[str], pemisah: str
) -> tuple[tuple[str, ...] | None, bool]:
    """Read the groups of one cell, and tell whether one of them is unknown."""
    rest, found = f" {_fold_choices(text)} ", []
    if rest.strip() in ("", *map(fold, blanks)) and rest.strip() not in spellings:
        return None, False
    before = r"(?:(?<=[;,|\n])|(?<=^ )|(?<=[;,|\n] ))" if pemisah == MARKS else r"(?<=[;,| ])"
    behind = r"(?= ?[;,|\n]| $)" if pemisah == MARKS else r"(?=[;,| ])"
    for spelling in sorted(spellings, key=len, reverse=True):
        name = re.escape(spelling).replace(r"\ ", "[ _]")
        rest, n = re.subn(f"{before}({name}){behind}", "", rest)
        if n:
            found.append(spellings[spelling])
    marks = CHOICE_MARKS[pemisah]
    unknown = tuple(part for part in (" ".join(part.split()) for part in marks.split(rest)) if part)
    typed = [
        next((piece.strip() for piece in marks.split(text) if _fold_choices(piece) == part), part) for part in unknown
    ]
    typed = map(_as_typed, typed)
    ordered = sorted(dict.fromkeys(found), key=[*spellings.values()].index)
    return tuple(dict.fromkeys([*ordered, *typed])) or None, bool(unknown)


def _as_typed(text: str) -> str:
    """Give an unknown group as typed, or a mark in its place where it holds a number or an e-mail address of a person."""
    return MASKED if holds_contact(text) else " ".join(text.split())


def _fold_choices(text: str) -> str:
    """Fold a cell as `fold` does, but keep the underscores, which hold a name together, and the breaks between lines."""
    return _DASH.sub("-", fold_text(text.replace("\n", ";")))
