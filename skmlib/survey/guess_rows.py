"""Which rows of an unknown export are respondents: rows of sums, notes and column numbers around them are left out.

What is left out is named, so that the number of respondents can be compared with the office's own.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from skmlib.problems import fold
from skmlib.survey.decoding import NO_ANSWER
from skmlib.survey.export import is_personal
from skmlib.survey.row_places import name_places
from skmlib.survey.summary_rows import are_column_numbers, find_wordless, guess_asked
from skmlib.survey.summary_words import BEGINS, NO_NAME


def without_summaries(cells: pd.DataFrame) -> pd.DataFrame:
    """Leave out rows of sums, with a word such as Jumlah or NRR or without, short ones below them, and rows of column numbers.

    Parameters
    ----------
    cells : DataFrame of str
        Of an export.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> without_summaries(pd.DataFrame({"No": ["1", "Jumlah"], "Syarat": ["4", "4"]})).to_numpy().tolist()
    [['1', '4']]
    """
    if cells.empty:
        return cells.astype("str")
    stripped = cells.apply(lambda column: column.str.strip())
    first = stripped.where(stripped != "").bfill(axis=1).iloc[:, 0].fillna("").astype("str").map(fold)
    is_person = (stripped != "").idxmax(axis=1).map(is_personal)
    is_word = first.str.fullmatch(BEGINS) & (~is_person | first.str.fullmatch(NO_NAME))
    is_summary = is_word | find_wordless(cells, guess_asked(cells))
    filled = (stripped != "").sum(axis=1)
    is_below = is_summary.cummax() & (filled < filled[~is_summary].median() / 2)
    return cells[~(is_summary | is_below | are_column_numbers(cells))]


def without_answers(cells: pd.DataFrame, names: Sequence[str]) -> pd.Index:
    """Name the rows in which no question is answered.

    Parameters
    ----------
    cells : DataFrame of str
        Rows of sums apart.
    names : sequence of str
        Headings of the questions of the unsur.

    Returns
    -------
    Index
        Rows that hold nothing there, or only texts that mean no answer.

    Examples
    --------
    >>> without_answers(pd.DataFrame({"Syarat": ["4", "-", ""]}, index=[2, 3, 4]), ["Syarat"]).tolist()
    [3, 4]
    """
    folded = cells[[*names]].apply(lambda column: column.map(fold))
    is_blank = folded.apply(lambda column: (column == "") | column.str.fullmatch(NO_ANSWER))
    return cells.index[is_blank.all(axis=1)]


def tell_left_out(around: Sequence[int | str], unanswered: Sequence[int | str]) -> list[str]:
    """Say which rows are not counted as respondents.

    Parameters
    ----------
    around : sequence of int, or of str
        Rows of sums, notes and column numbers; labelled by `spell_place` where there are several phases.
    unanswered : sequence of the same
        Rows in which no question is answered.

    Returns
    -------
    list of str
        One sentence for each kind that occurs.

    Examples
    --------
    >>> tell_left_out([9, 10], [])
    ['2 baris jumlah, rata-rata, nomor kolom, atau catatan tidak dihitung sebagai responden (baris 9 dan 10).']
    """
    kinds = {"jumlah, rata-rata, nomor kolom, atau catatan": around, "tanpa satu pun jawaban unsur": unanswered}
    return [
        f"{len(rows)} baris {kind} tidak dihitung sebagai responden ({name_places(rows)})."
        for kind, rows in kinds.items()
        if len(rows)
    ]
