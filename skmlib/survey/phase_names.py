"""Names for the phases of an export that comes in several files or sheets, and what such names say.

A file is named by its own name without the words it shares with the others: "SKM OKTOBER 2024" and "SKM NOVEMBER 2024" are
OKTOBER and NOVEMBER. Names that hold a month, a quarter, a year or a usual word of programs say when or where answers were
typed; other names may be services.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from pathlib import PurePath

from skmlib.problems import fold
from skmlib.survey.dates import MONTHS

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAYS_NOTHING = re.compile(
    r"data|form|formulir|responses?|respons|jawaban|responden|survei|survey|skm|ikm|kuesioner|rekap|hasil|olah|input|entri"
)
_SAYS_WHEN = re.compile(
    r"\d+|[ivx]+|(?:tw|smt|sm|s|q|sheet|lembar|hari)\d*|bulan|bln|minggu|pekan|triwulan|semester|kuartal|tahun|tahap|gelombang"
    r"|periode|petugas|surveyor|enumerator|operator"
)


def name_files(names: Sequence[str]) -> list[str]:
    """Name files by what their names do not share.

    Parameters
    ----------
    names : sequence of str
        File names.

    Returns
    -------
    list of str
        In the same order; without suffix unless that tells them apart, whole where a name would be empty.

    Examples
    --------
    >>> name_files(["SKM OKTOBER 2024.csv", "SKM NOVEMBER 2024.csv"]), name_files(["skm-loket-1.csv", "skm-loket-2.xlsx"])
    (['OKTOBER', 'NOVEMBER'], ['loket-1', 'loket-2'])
    >>> name_files(["skm.csv", "skm (1).csv"]), name_files(["skm.csv", "skm.xlsx"])
    (['skm', 'skm (1)'], ['skm.csv', 'skm.xlsx'])
    """
    stems = [PurePath(name).stem for name in names]
    return list(names) if len(set(map(fold, stems))) < len(stems) else _without_shared(stems)


def by_month(names: Sequence[str]) -> list[int]:
    """Give the order of names, by year and month where each names a month, else as they stand.

    Parameters
    ----------
    names : sequence of str
        Of phases.

    Returns
    -------
    list of int
        Places.

    Examples
    --------
    >>> by_month(["DESEMBER", "NOVEMBER", "OKTOBER"]), by_month(["Utara", "Mei"]), by_month(["jan 2025", "des 2024"])
    ([2, 1, 0], [0, 1], [1, 0])
    """
    keys = []
    for name in names:
        words = [word[0] for word in _WORD.finditer(fold(name))]
        months = [MONTHS[word] for word in words if word in MONTHS]
        if not months:
            return list(range(len(names)))
        year = next((int(word) for word in words if _YEAR.fullmatch(word)), 0)
        keys.append((year, months[0]))
    return sorted(range(len(names)), key=lambda place: keys[place])


def may_be_services(names: Sequence[str]) -> bool:
    """Tell whether names of phases may be those of services.

    Parameters
    ----------
    names : sequence of str
        Of phases.

    Returns
    -------
    bool
        False where any of them holds a period, a usual word of programs, or nothing but numbers.

    Examples
    --------
    >>> may_be_services(["Legalisasi", "Surat Keterangan"]), may_be_services(["Juli", "Agustus"])
    (True, False)
    >>> may_be_services(["Sheet1", "Poli"]), may_be_services(["SKM Poli Gigi", "SKM Poli Umum"])
    (False, True)
    """
    return not any(_says_when([word[0] for word in _WORD.finditer(fold(name))]) for name in names)


def _says_when(words: Sequence[str]) -> bool:
    """Tell whether a name begins with a period or with who typed, usual words apart, or holds a month or a year."""
    telling = list(itertools.dropwhile(_SAYS_NOTHING.fullmatch, words))
    is_usual = not telling or _SAYS_WHEN.fullmatch(telling[0]) is not None
    return is_usual or any(word in MONTHS or _YEAR.fullmatch(word) for word in telling)


def _without_shared(stems: Sequence[str]) -> list[str]:
    """Take off the words that all begin or end with, unless nothing or only a small number is left of a name."""
    words = [list(_WORD.finditer(stem)) for stem in stems]
    texts = [[fold(word[0]) for word in found] for found in words]
    first, last = _shared(texts), _shared([found[::-1] for found in texts])
    kept = [found[first : len(found) - last] for found in texts]
    if len(stems) < 2 or not all(kept):
        return list(stems)
    if first and all(len(found) == 1 and _NUMBER.fullmatch(found[0]) for found in kept):
        first -= 1
    return [
        stem[found[first].start() : found[len(found) - last - 1].end()]
        for stem, found in zip(stems, words, strict=True)
    ]


def _shared(texts: Sequence[Sequence[str]]) -> int:
    """Count the words that all begin with."""
    shared = 0
    while all(len(found) > shared for found in texts) and len({found[shared] for found in texts}) == 1:
        shared += 1
    return shared
