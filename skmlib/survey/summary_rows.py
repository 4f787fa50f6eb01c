"""Rows that offices put around their answers: sums, means, weights, targets and column numbers.

Most of them begin with a word. Those without one are known by what stands in them: in the columns of answers more numbers
that no answer can be than others (`119`, `2,90`), and nothing anywhere else, while most other rows hold more. A file that has
nothing but answers in any row keeps such numbers for its last rows. Means that were rounded to whole numbers look like a
respondent's answers; they are scored, and told (`response_findings.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import fold
from skmlib.survey.answer_kind import ANSWERS, answer_kind
from skmlib.survey.distinct import map_distinct, match_distinct
from skmlib.survey.export import Export
from skmlib.survey.headings import answer_columns, find_column, groups_of, questions_of
from skmlib.survey.summary_words import ALONE, BEGINS, SUMMARY, numbers_columns

_ID = r"\S*\d\S*"
_NOT_A_CODE = re.compile(r"\d{2,}([.,]\d+)?|\d+[.,]\d*[1-9]\d*|[05-9]")
_SUM_OR_MEAN = re.compile(r"\d{2,}(?:[.,]\d+)?|\d+[.,]\d*[1-9]\d*")
_ANY_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_CODE = re.compile(r"[1-4](?:[.,]0+)?")


def find_summaries(cells: pd.DataFrame, parameters: Parameters, *, whole: pd.DataFrame) -> pd.Series:
    """Tell the rows of sums, means, weights or column numbers.

    Either the first filled cell of such a row begins with a word such as "Jumlah" or "NRR", outside the questions and the known
    groups; and more than half of its answers are numbers that are no answers, or it names no known group and stands in a
    column that otherwise holds numbers, such as "No", or in one of personal data, or it is that word alone. Or the row has no
    word and holds nothing else than numbers that are no answers. Or it numbers the columns 1, 2, 3. A remark such as "Nilai
    bagus" is none of these.

    Parameters
    ----------
    cells : DataFrame
        Cells of an export.
    parameters : Parameters
        Of the report.
    whole : DataFrame
        What the whole rows say, from `Export`.

    Returns
    -------
    Series of bool
    """
    if cells.empty:
        return pd.Series(data=False, index=cells.index, dtype="bool")
    is_wordless = find_wordless(cells, asked_columns(cells, parameters), n_unread=whole["n_unread"])
    return is_wordless | whole["sum_unread"] | whole["numbers_columns"] | _begins_with_word(cells, parameters, whole)


def find_wordless(cells: pd.DataFrame, asked: Sequence[str], *, n_unread: pd.Series | None = None) -> pd.Series:
    """Tell the rows of sums and means that begin with no word.

    Parameters
    ----------
    cells : DataFrame of str
        Cells of an export.
    asked : sequence of str
        Columns of answers.
    n_unread : Series of int, optional
        Filled cells of each row in columns that are not among `cells`.

    Returns
    -------
    Series of bool

    Examples
    --------
    >>> cells = pd.DataFrame({"JK": ["L", "P", "P", ""], "Syarat": ["4", "3", "12", "19"]})
    >>> find_wordless(cells, ["Syarat"]).tolist()
    [False, False, False, True]
    """
    typed = cells[[*asked]]
    is_sum = 2 * _match(typed, _SUM_OR_MEAN).sum(axis=1) > _are_filled(typed).sum(axis=1)
    is_bare = ~hold_more(cells, asked, n_unread=n_unread)
    found = is_sum & is_bare
    if 2 * is_bare.sum() >= len(cells):
        found = found[::-1].cummin()[::-1]
    return found & (2 * found.sum() < len(cells))


def hold_more(cells: pd.DataFrame, asked: Sequence[str], *, n_unread: pd.Series | None = None) -> pd.Series:
    """Tell the rows that hold anything beside answers; a number below a heading such as "Jumlah" is nothing more.

    Parameters
    ----------
    cells, asked, n_unread
        As for `find_wordless`.

    Returns
    -------
    Series of bool

    Examples
    --------
    >>> cells = pd.DataFrame({"No": ["1", ""], "Syarat": ["4", "4"], "Jumlah": ["4", "4"]})
    >>> hold_more(cells, ["Syarat"]).tolist()
    [True, False]
    """
    is_filled = _are_filled(cells[[name for name in cells.columns if name not in set(asked)]])
    for name in is_filled.columns:
        if SUMMARY.fullmatch(fold(str(name))):
            is_filled[name] &= ~match_distinct(cells[name], _ANY_NUMBER)
    return is_filled.any(axis=1) | (False if n_unread is None else n_unread > 0)


def asked_columns(cells: pd.DataFrame, parameters: Parameters) -> list[str]:
    """Name the columns of answers: of the unsur, of questions outside the index, of importance.

    Parameters
    ----------
    cells : DataFrame
        Cells of an export.
    parameters : Parameters
        Of the report.

    Returns
    -------
    list of str
        Headings as the export spells them.
    """
    named = [heading for question in questions_of(parameters).values() for heading in question.kolom]
    named += [unsur.kolom_kepentingan for unsur in parameters.survei.unsur.values() if unsur.kolom_kepentingan]
    wanted = {fold(heading) for heading in named}
    return [name for name in cells.columns if fold(name) in wanted]


def name_bare(export: Export, parameters: Parameters, rows: pd.Index) -> tuple[int, ...]:
    """Name the rows that hold nothing beside answers.

    Parameters
    ----------
    export : Export
        As read.
    parameters : Parameters
        Of the report.
    rows : Index
        Those looked at.

    Returns
    -------
    tuple of int
    """
    cells, n_unread = export.cells.loc[rows], export.whole["n_unread"].loc[rows]
    holds_more = hold_more(cells, asked_columns(cells, parameters), n_unread=n_unread)
    return tuple(int(row) for row in rows[~holds_more])


def guess_asked(cells: pd.DataFrame) -> list[str]:
    """Name the columns that hold answers in an export that nobody described yet, rows of sums among them.

    Parameters
    ----------
    cells : DataFrame of str
        Of an export.

    Returns
    -------
    list of str

    Examples
    --------
    >>> guess_asked(pd.DataFrame({"Umur": ["31", "44", ""], "Syarat": ["4", "3", "7"]}))
    ['Syarat']
    """
    are_codes = 2 * _match(cells, _CODE).sum() > _are_filled(cells).sum()
    return [name for name in cells.columns if are_codes[name] or answer_kind(cells[name]) in ANSWERS]


def _begins_with_word(cells: pd.DataFrame, parameters: Parameters, whole: pd.DataFrame) -> pd.Series:
    """Tell the rows of sums by the word they begin with, and by what else stands in them."""
    unsur = {fold(heading) for heading in answer_columns(parameters).values()}
    comment = parameters.survei.data.kolom_komentar
    apart = unsur | ({fold(comment)} if comment else set())
    others = [name for name in cells.columns if fold(name) not in apart]
    folded = cells[others].apply(map_distinct, function=fold)
    is_word = _match(folded, BEGINS)
    if not (is_word.any(axis=None) or whole["begins_so"].any()):
        return whole["begins_so"]
    known = _known_groups(cells, parameters)
    begins = is_word & ~known.reindex(columns=others, fill_value=False) & ((folded != "").cumsum(axis=1) == 1)
    begins = begins.mul((whole["n_unread"] == 0) | whole["begins_so"], axis=0)  # who is named before is a respondent
    numbered = [name for name in folded.columns if _holds_ids(folded[name]) and not SUMMARY.fullmatch(fold(str(name)))]
    unnumbered = folded[numbered].eq("").all(axis=1) & bool(numbered)
    typed = cells[[name for name in cells.columns if fold(name) in unsur]]
    is_odd = 2 * _match(typed, _NOT_A_CODE).sum(axis=1) > _are_filled(typed).sum(axis=1)
    in_number = begins[numbered].any(axis=1) & ~known.any(axis=1)
    return (
        (begins.any(axis=1) & (is_odd | unnumbered))
        | in_number
        | (begins & _match(folded, ALONE)).any(axis=1)
        | (whole["begins_so"] & unnumbered & ~_begins_with_group_or_remark(cells, known, comment))
    )


def _begins_with_group_or_remark(cells: pd.DataFrame, known: pd.DataFrame, comment: str | None) -> pd.Series:
    """Tell the rows whose first filled cell that is read names a known group, or is the comment."""
    filled = _are_filled(cells)
    is_first = filled & (filled.cumsum(axis=1) == 1)
    remarks = [name for name in cells.columns if comment and fold(name) == fold(comment)]
    return (is_first[known.columns] & known).any(axis=1) | is_first[remarks].any(axis=1)


def _holds_ids(column: pd.Series) -> bool:
    """Tell whether at least half of the filled cells of a column are numbers or codes, as in "No"."""
    filled = column[column != ""]
    return bool(len(filled)) and 2 * match_distinct(filled, _ID).sum() >= len(filled)


def _known_groups(cells: pd.DataFrame, parameters: Parameters) -> pd.DataFrame:
    """Tell where a known group is named."""
    known = {}
    for group in groups_of(parameters).values():
        column = find_column(cells, group.kolom)
        if column is not None:
            known[column.name] = map_distinct(column, fold).isin({*map(fold, [*group.kategori, *group.kode])})
    return pd.DataFrame(known, index=cells.index, dtype="bool")


def _match(cells: pd.DataFrame, pattern: re.Pattern[str]) -> pd.DataFrame:
    """Tell which cells are a pattern."""
    return cells.apply(match_distinct, pattern=pattern)


def _are_filled(cells: pd.DataFrame) -> pd.DataFrame:
    """Tell which cells hold anything."""
    return cells.apply(map_distinct, function=lambda cell: cell.strip() != "").astype("bool")


def are_column_numbers(cells: pd.DataFrame) -> pd.Series:
    """Tell the rows that count 1, 2, 3 over their filled cells."""
    return pd.Series([numbers_columns(row) for row in cells.to_numpy().tolist()], index=cells.index, dtype="bool")
