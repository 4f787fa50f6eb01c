"""Which rows of an export are no respondent's answers, and why.

A row marked as a test entry by the parameters, a row of sums, means or column numbers that offices put around their data
(`summary_rows.py`), a row in which the headings stand again, and a row in which no unsur is answered are excluded, each with
its reason. A row that has an answer to any unsur is never excluded for being odd: it is scored or it is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import fold
from skmlib.survey.distinct import map_distinct
from skmlib.survey.headings import answer_columns, find_column

REASON_EMPTY = "tidak ada unsur yang dijawab"
REASON_TEST = "entri uji coba"
REASON_SUMMARY = "berisi jumlah, rata-rata, atau nomor kolom, bukan jawaban"
REASON_BELOW = "catatan di bawah jumlah atau rata-rata, bukan jawaban"
REASON_HEADING = "mengulang judul kolom, bukan jawaban"
SUM_OR_MEAN = re.compile(r"\d{2,}|\d+[.,]\d+")


def find_test_entries(cells: pd.DataFrame, parameters: Parameters) -> pd.Series:
    """Tell the rows that the parameters mark as test entries.

    Parameters
    ----------
    cells : DataFrame
        Cells of an export.
    parameters : Parameters
        Of the report.

    Returns
    -------
    Series of bool
    """
    is_test = pd.Series(data=False, index=cells.index)
    for mark in parameters.survei.data.uji_coba:
        column = find_column(cells, mark.kolom)
        if column is not None:
            is_test |= column.map(fold).isin([fold(nilai) for nilai in mark.nilai])
    return is_test


def find_foreign(cells: pd.DataFrame, answers: Mapping[str, pd.Series], parameters: Parameters) -> list[int]:
    """Find rows that are probably no respondent's: no unsur with a known answer, and a sum or a mean among what is written.

    Parameters
    ----------
    cells : DataFrame
        Cells of an export, rows that are excluded apart.
    answers : mapping of str to Series
        Decoded answers.
    parameters : Parameters
        Of the report.

    Returns
    -------
    list of int
        Empty when no row has a known answer.
    """
    columns = {name: heading for name, heading in answer_columns(parameters).items() if name in answers}
    is_known = pd.DataFrame({name: answers[name].notna() for name in columns}, index=cells.index)
    is_sum = pd.DataFrame(
        {name: map_distinct(find_column(cells, heading), _is_sum_or_mean) for name, heading in columns.items()},
        dtype="bool",
    )
    is_foreign = ~is_known.any(axis=1) & is_sum.any(axis=1)
    return [int(row) for row in is_foreign.index[is_foreign]] if is_known.any(axis=None) else []


def _is_sum_or_mean(cell: str) -> bool:
    """Tell whether a cell holds a number that no answer can be."""
    return SUM_OR_MEAN.fullmatch(fold(cell)) is not None


def find_below(is_summary: pd.Series, answers: Mapping[str, pd.Series]) -> pd.Series:
    """Tell the rows below the data: after a row of sums, with no known answer to an unsur from there to the end.

    Offices put notes and a signature below the sums; a place and a date may stand in the column of a question.

    Parameters
    ----------
    is_summary : Series of bool
        Of all rows.
    answers : mapping of str to Series
        Decoded answers to the unsur, of the rows that are no summaries.

    Returns
    -------
    Series of bool
        Of the rows that have answers.

    Examples
    --------
    >>> answers = {"waktu": pd.Series([3, None, None], index=[2, 3, 5], dtype="Int8")}
    >>> find_below(pd.Series([False, False, True, False], index=[2, 3, 4, 5]), answers).tolist()
    [False, False, True]
    """
    is_known = pd.DataFrame({name: column.notna() for name, column in answers.items()}).any(axis=1)
    known = is_known.index[is_known]
    sums = is_summary.index[is_summary]
    after = sums[sums > known.max()] if len(known) else sums[:0]
    return pd.Series(is_known.index > after.min() if len(after) else False, index=is_known.index, dtype="bool")


def reasons_of(
    is_test: pd.Series, is_summary: pd.Series, answers: Mapping[str, pd.Series], *, below: pd.Index | None = None
) -> pd.Series:
    """Give each excluded row its reason.

    Parameters
    ----------
    is_test, is_summary : Series of bool
        From this module.
    answers : mapping of str to Series
        Decoded answers to the unsur and their sub-questions, of the other rows.
    below : Index, optional
        Rows below the data.

    Returns
    -------
    Series of str
        Missing where a row is scored.

    Examples
    --------
    >>> no = pd.Series([False, False])
    >>> reasons_of(no, no, {"waktu": pd.Series([3, None], dtype="Int8")}).tolist()
    [nan, 'tidak ada unsur yang dijawab']
    """
    is_empty = pd.DataFrame({name: column.isna() for name, column in answers.items()}).all(axis=1)
    alasan = pd.Series(None, index=is_test.index, dtype="str")
    alasan = alasan.mask(is_empty.reindex(alasan.index, fill_value=False), REASON_EMPTY)
    if below is not None:
        alasan = alasan.mask(alasan.index.isin(below), REASON_BELOW)
    return alasan.mask(is_summary, REASON_SUMMARY).mask(is_test, REASON_TEST)


def name_excluded(alasan: pd.Series, *, repeats: Iterable[int] = ()) -> pd.DataFrame:
    """List the excluded rows, those in which the headings stand again among them.

    Parameters
    ----------
    alasan : Series of str
        From `reasons_of`.
    repeats : iterable of int
        Rows in which the headings stand again.

    Returns
    -------
    DataFrame
        `baris`, `alasan`.

    Examples
    --------
    >>> name_excluded(pd.Series([None, "entri uji coba"], index=[2, 5], dtype="str"), repeats=[4]).to_numpy().tolist()
    [[4, 'mengulang judul kolom, bukan jawaban'], [5, 'entri uji coba']]
    """
    again = pd.Series(REASON_HEADING, index=pd.Index([*repeats], dtype="int64"), dtype="str")
    return pd.concat([alasan.dropna(), again]).sort_index().rename("alasan").rename_axis("baris").reset_index()
