"""Which rows of an export are no respondent's answers, and why.

A row marked as a test entry by the parameters, a row of sums, means or column numbers that offices put around their data,
and a row in which no unsur is answered are excluded, each with its reason. A row that has an answer to any unsur is never
excluded for being odd: it is scored or it is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import fold
from skmlib.survey.headings import answer_columns, find_column, groups_of
from skmlib.survey.summary_words import SUMMARY

REASON_EMPTY = "tidak ada unsur yang dijawab"
REASON_TEST = "entri uji coba"
REASON_SUMMARY = "berisi jumlah, rata-rata, atau nomor kolom, bukan jawaban"
REASON_BELOW = "catatan di bawah jumlah atau rata-rata, bukan jawaban"
COLUMN_NUMBERS_MIN = 4
SUM_OR_MEAN = r"\d{2,}|\d+[.,]\d+"

_ID = r"\S*\d\S*"
_NUMBER = re.compile(r"\(?(\d{1,2})\)?")
_NOT_A_CODE = re.compile(r"\d{2,}([.,]\d+)?|\d+[.,]\d*[1-9]\d*|[05-9]")


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


def find_summaries(cells: pd.DataFrame, parameters: Parameters, *, begins_so: pd.Series) -> pd.Series:
    """Tell the rows of sums, means, weights or column numbers.

    The first filled cell of such a row begins with a word such as "Jumlah" or "NRR", outside the questions and the known
    groups; and more than half of its answers are numbers that are no answers, or it names no known group and stands in a
    column that otherwise holds numbers, such as "No". Or the row numbers the columns 1, 2, 3. A remark such as "Nilai bagus"
    is none of these.

    Parameters
    ----------
    cells : DataFrame
        Cells of an export.
    parameters : Parameters
        Of the report.
    begins_so : Series of bool
        Rows whose first filled cell, in any column of the file, is such a word.

    Returns
    -------
    Series of bool
    """
    if cells.empty:
        return pd.Series(data=False, index=cells.index, dtype="bool")
    questions = [
        column for heading in answer_columns(parameters).values() if (column := find_column(cells, heading)) is not None
    ]
    comment = parameters.survei.data.kolom_komentar
    apart = {fold(column.name) for column in questions} | ({fold(comment)} if comment else set())
    others = [name for name in cells.columns if fold(name) not in apart]
    folded = cells[others].apply(lambda column: column.map(fold))
    known = _known_groups(cells, parameters)
    is_word = folded.apply(lambda column: column.str.fullmatch(SUMMARY)) & ~known.reindex(
        columns=others, fill_value=False
    )
    is_first = (folded != "").cumsum(axis=1) == 1
    begins = is_word & is_first
    numbered = [name for name in folded.columns if _holds_ids(folded[name])]
    unnumbered = folded[numbered].eq("").any(axis=1)
    typed = pd.DataFrame({place: column.str.strip() for place, column in enumerate(questions)}, index=cells.index)
    odd = typed.apply(lambda column: column.str.fullmatch(_NOT_A_CODE)).sum(axis=1)
    is_odd = 2 * odd > (typed != "").sum(axis=1)
    is_named = (begins[numbered].any(axis=1) & ~known.any(axis=1)) | ((begins.any(axis=1) | begins_so) & unnumbered)
    return (begins.any(axis=1) & is_odd) | is_named | are_column_numbers(cells)


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
        {name: find_column(cells, heading).map(fold).str.fullmatch(SUM_OR_MEAN) for name, heading in columns.items()}
    )
    is_foreign = ~is_known.any(axis=1) & is_sum.any(axis=1)
    return [int(row) for row in is_foreign.index[is_foreign]] if is_known.any(axis=None) else []


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


def _holds_ids(column: pd.Series) -> bool:
    """Tell whether at least half of the filled cells of a column are numbers or codes, as in "No"."""
    filled = column[column != ""]
    return bool(len(filled)) and 2 * filled.str.fullmatch(_ID).sum() >= len(filled)


def _known_groups(cells: pd.DataFrame, parameters: Parameters) -> pd.DataFrame:
    """Tell where a known group is named."""
    known = {}
    for group in groups_of(parameters).values():
        column = find_column(cells, group.kolom)
        if column is not None:
            names = {*map(fold, group.kategori), *map(fold, group.kode)}
            known[column.name] = column.map(fold).isin(names)
    return pd.DataFrame(known, index=cells.index, dtype="bool")


def are_column_numbers(cells: pd.DataFrame) -> pd.Series:
    """Tell the rows that count 1, 2, 3 over their filled cells."""

    def counts(row: list[str]) -> bool:
        matches = [_NUMBER.fullmatch(cell.strip()) for cell in row if cell.strip()]
        numbers = [int(match[1]) for match in matches if match]
        first = numbers[0] if numbers else 0
        is_counting = numbers == list(range(first, first + len(numbers)))
        return len(numbers) == len(matches) > COLUMN_NUMBERS_MIN and is_counting

    return pd.Series([counts(row) for row in cells.to_numpy().tolist()], index=cells.index, dtype="bool")
