"""Patterns: how often each combination of answers occurs in a large file, counted by DuckDB.

A pattern is the answers of one respondent as one whole number, the sum of answer x 5^place with 0 for a blank. Nine unsur
have at most 5^9 = 1,953,125 patterns, however many respondents there are, so that memory stays the same from ten to a hundred
million rows; a blank answer is a blank in every sum. Counts are whole numbers of 64 bits.

Whole numbers whose smallest and largest are codes, which Parquet keeps in its index, are counted as they stand. Elsewhere an
answer that is none of the codes, labels or blanks at first sight leaves its row without a pattern. Then what stands there is
decoded as in any export (`unknown_answers.py`), and the file is counted again with what was learnt, or the run stops.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from skmlib.problems import DataError, Problem
from skmlib.survey.answer_matrix import Whole
from skmlib.survey.duckdb_connection import sql_literal, told_by_duckdb
from skmlib.survey.large_file import LargeFile
from skmlib.survey.regulation import SCALE_MAX, SCALE_MIN
from skmlib.survey.tally_columns import CODES, TallyColumn, TallyColumns, tell_missing

if TYPE_CHECKING:
    import duckdb

BASE = SCALE_MAX + 1
CHANGED = ("berubah ketika dibaca", "ulangi setelah berkas ini selesai ditulis")

Codes = Mapping[str, int]


@dataclasses.dataclass(frozen=True)
class PatternCounts:
    """The patterns of one file.

    Attributes
    ----------
    patterns, times : int64 array
        Each pattern once, and how many respondents have it.
    spellings : mapping of str to str
        Answers read as a shortening of a known label, and that label.
    """

    patterns: Whole
    times: Whole
    spellings: Mapping[str, str]


def count_patterns(connection: duckdb.DuckDBPyConnection, file: LargeFile, columns: TallyColumns) -> PatternCounts:
    """Count the patterns of a file.

    Parameters
    ----------
    connection : DuckDBPyConnection
        That may read the file.
    file : LargeFile
        Parquet or CSV.
    columns : TallyColumns
        The unsur.

    Returns
    -------
    PatternCounts

    Raises
    ------
    DataError
        With every missing column, or every unknown answer.
    """
    missing = [column.heading for column in columns.columns if file.find_column(column.heading) is None]
    if missing:
        raise DataError([tell_missing(missing, list(file.columns), berkas=file.berkas)])
    before = _state(file)
    digits = _digits(connection, file, columns)
    found, spellings = _query(connection, file, digits), {}
    if found is None:
        from skmlib.survey.unknown_answers import decode_unknown  # with pandas, which clean files do without

        unknown = zip(columns.columns, digits, strict=True)
        decoded = {column: decode_unknown(connection, file, column, code=code) for column, code in unknown}
        problems = [problem for further in decoded.values() for problem in further.problems]
        if problems:
            raise DataError(problems)
        digits = [code_sql(file, column, more=further.codes) for column, further in decoded.items()]
        found = _query(connection, file, digits)
        spellings = {text: label for further in decoded.values() for text, label in further.spellings.items()}
    if found is None or _state(file) != before:
        raise DataError([Problem(file.berkas, *CHANGED)])
    return PatternCounts(*found, spellings)


def known_codes(column: TallyColumn, *, is_number: bool) -> Codes:
    """Give the answers that are known at first sight, as they stand in a file, with their codes; 0 for a blank.

    Parameters
    ----------
    column : TallyColumn
        Of an unsur.
    is_number : bool
        Whether the file holds numbers, not text.

    Returns
    -------
    mapping of str to int

    Examples
    --------
    >>> known_codes(TallyColumn("waktu", "U3"), is_number=False)
    {'1': 1, '2': 2, '3': 3, '4': 4, '': 0}
    """
    codes = {code: BASE - int(code) if column.kode_terbalik else int(code) for code in CODES}
    if is_number:
        return codes
    labels = {label: int(code) for code, labels in column.jawaban.items() for label in labels}
    return {**codes, **labels, "": 0}


def code_sql(file: LargeFile, column: TallyColumn, *, more: Codes | None = None) -> str:
    """Write the SQL that gives an answer its code: 0 where blank, NULL where it is not known.

    Parameters
    ----------
    file : LargeFile
        Holds the column.
    column : TallyColumn
        Of an unsur.
    more : mapping of str to int, optional
        Answers that were decoded.

    Returns
    -------
    str
    """
    heading = file.find_column(column.heading)
    value, is_number = file.value_sql(heading), file.is_number(heading)
    codes = {**known_codes(column, is_number=is_number), **(more or {})}
    known = " ".join(f"WHEN {text if is_number else sql_literal(text)} THEN {code}" for text, code in codes.items())
    return f"CASE {value} {known} ELSE CASE WHEN {file.blank_sql(heading)} THEN 0 END END"


def _digits(connection: duckdb.DuckDBPyConnection, file: LargeFile, columns: TallyColumns) -> list[str]:
    """Write the SQL of each column's code: the column itself where its smallest and largest value say that it holds codes."""
    headings = {column: file.find_column(column.heading) for column in columns.columns}
    whole = [column for column, heading in headings.items() if file.is_whole(heading) and not column.kode_terbalik]
    ends: list[int | None] = []
    if whole:
        values = [file.value_sql(headings[column]) for column in whole]
        asked = ", ".join(f"min({value}), max({value})" for value in values)
        with told_by_duckdb(file.berkas):
            ends = connection.execute(f"SELECT {asked} FROM {file.relation}").fetchone()
    limits = dict(zip(whole, zip(ends[::2], ends[1::2], strict=True), strict=True))
    plain = {
        column for column, (low, high) in limits.items() if low is not None and low >= SCALE_MIN and high <= SCALE_MAX
    }
    return [
        f"coalesce({file.value_sql(heading)}, 0)" if column in plain else code_sql(file, column)
        for column, heading in headings.items()
    ]


def _query(connection: duckdb.DuckDBPyConnection, file: LargeFile, digits: Sequence[str]) -> tuple[Whole, Whole] | None:
    """Count each pattern; None when a row holds an answer that is not known."""
    size = "INTEGER" if BASE ** len(digits) < 2**31 else "BIGINT"
    pattern = " + ".join(f"({digit})::{size} * {BASE**place}" for place, digit in enumerate(digits))
    query = f"SELECT {pattern} AS pattern, count(*) AS times FROM {file.relation} GROUP BY pattern"
    with told_by_duckdb(file.berkas):
        found = connection.execute(query).fetchnumpy()
    if np.ma.getmaskarray(found["pattern"]).any():
        return None
    return tuple(np.asarray(found[name], dtype=np.int64) for name in ("pattern", "times"))


def _state(file: LargeFile) -> tuple[int, int] | None:
    """Tell size and time of a file, to see that nobody wrote it meanwhile; None when it is gone."""
    try:
        told = file.path.stat()
    except OSError:
        return None
    return told.st_size, told.st_mtime_ns
