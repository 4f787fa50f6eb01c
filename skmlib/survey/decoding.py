"""Decoding answers: labels or codes to whole numbers from 1 to 4, each unsur by its own labels.

"Sesuai" may be 3 for one unsur and unknown for another, so a label is never decoded globally. A label that nobody declared
is a problem and never a zero; a blank stays a blank. An answer that the parameters say to read as a blank is one only where
it is no known answer: "Tidak ada" is the worst answer on complaints. Upper and lower case and stray spaces do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from skmlib.problems import SAME_BUT_A_SLIP, Problem, fold, name_rows, quote, suggestion
from skmlib.survey.regulation import SCALE_MAX, SCALE_MIN

CODES = tuple(str(code) for code in range(SCALE_MIN, SCALE_MAX + 1))
CODE_TYPE = "Int8"
NO_ANSWER = re.compile(r"[-–.?]+|n/?a|abstain|kosong|(tidak|tdk|belum) (tahu|menjawab|pernah|relevan|berlaku|mengisi)")
BLANK_ADVICE = "Bila berarti tidak menjawab, daftarkan pada 'data: dibaca_kosong'."

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_DAY = re.compile(r"^(\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4})(?:[ T]|$)")


def decode_answers(
    cells: pd.Series, *, jawaban: Mapping[str, Sequence[str]], blanks: Sequence[str], berkas: str
) -> tuple[pd.Series, list[Problem]]:
    """Decode one column of answers.

    Parameters
    ----------
    cells : Series of str
        Answers as exported, indexed by `baris`; its name is the heading.
    jawaban : mapping of code to labels
        The labels of each code from "1" to "4"; empty when the export holds codes only.
    blanks : sequence of str
        Answers that the parameters say to read as a blank, where they are no known answer.
    berkas : str
        File name for messages.

    Returns
    -------
    answers : Series of Int8
        1 to 4, missing where blank.
    problems : list of Problem
        One for each unknown answer, with the rows it stands in.

    Examples
    --------
    >>> cells = pd.Series(["Sesuai", "4", ""], index=[2, 3, 4], name="Syarat")
    >>> decode_answers(cells, jawaban={"3": ["Sesuai"]}, blanks=[], berkas="a.csv")[0].tolist()
    [3, 4, <NA>]
    """
    code_of = {fold(label): int(code) for code, labels in jawaban.items() for label in labels}
    code_of |= {code: int(code) for code in CODES}
    folded = cells.map(fold)
    answers = folded.map(code_of).astype(CODE_TYPE)
    unknown = cells[answers.isna() & ~folded.isin(["", *map(fold, blanks)])].str.split().str.join(" ")
    return answers, [
        _unknown_answer(text, list(rows.index), cells, jawaban, berkas)
        for text, rows in unknown.groupby(unknown, sort=False)
    ]


def _unknown_answer(
    text: str, rows: Sequence[int], cells: pd.Series, jawaban: Mapping[str, Sequence[str]], berkas: str
) -> Problem:
    """Say which answer is unknown, where, and what would be known."""
    labels = [label for values in jawaban.values() for label in values]
    allowed = f"seharusnya bilangan bulat {SCALE_MIN} sampai {SCALE_MAX}"
    if labels and not _NUMBER.fullmatch(text):
        allowed = f"seharusnya salah satu dari {', '.join(map(repr, labels))}, atau kode {SCALE_MIN} sampai {SCALE_MAX}"
    where = f" pada {name_rows(rows)}" if len(rows) > 1 else ""
    only = rows[0] if len(rows) == 1 else None
    saran = suggestion(text, labels, cutoff=SAME_BUT_A_SLIP)
    if NO_ANSWER.fullmatch(fold(text)):
        saran = BLANK_ADVICE
    return Problem(berkas, f"tertulis {quote(text)}{where}", allowed, only, str(cells.name), saran)


def decode_category(cells: pd.Series, *, kategori: Sequence[str], blanks: Sequence[str]) -> tuple[pd.Series, pd.Series]:
    """Bring the answers to a question on groups to the spelling of the parameters.

    Parameters
    ----------
    cells : Series of str
        Answers as exported.
    kategori : sequence of str
        The known groups.
    blanks : sequence of str
        Answers that the parameters say to read as a blank.

    Returns
    -------
    groups : Series of str
        Known groups as the parameters spell them, unknown ones as typed, missing where blank.
    is_unknown : Series of bool
        Where an unknown group was typed.

    Examples
    --------
    >>> groups, is_unknown = decode_category(pd.Series(["s1", "S4"]), kategori=["S1"], blanks=[])
    >>> groups.tolist(), is_unknown.tolist()
    (['S1', 'S4'], [False, True])
    """
    folded = cells.map(fold)
    known = {fold(name): name for name in kategori}
    is_blank = folded.isin(["", *map(fold, blanks)]) & ~folded.isin(list(known))
    is_unknown = ~is_blank & ~folded.isin(list(known))
    groups = folded.map(known).where(~is_unknown, cells.str.strip()).astype("str").mask(is_blank)
    return groups, is_unknown


def decode_dates(cells: pd.Series) -> pd.Series:
    """Read the day of a time stamp: year first (2024-02-19, 2024/02/19) or day first (19/02/2024), with or without a time.

    Parameters
    ----------
    cells : Series of str
        Time stamps as exported.

    Returns
    -------
    Series of datetime64
        The day; missing where blank or not readable.

    Examples
    --------
    >>> decode_dates(pd.Series(["2024-02-19 08:31:07", "19/02/2024", "?"])).dt.day.tolist()
    [19.0, 19.0, nan]
    """
    day = cells.str.strip().str.extract(_DAY)[0].str.replace("/", "-", regex=False)
    year_first = pd.to_datetime(day, format="%Y-%m-%d", errors="coerce")
    return year_first.fillna(pd.to_datetime(day, format="%d-%m-%Y", errors="coerce"))
