"""Patterns: how often each combination of answers occurs in a large file, counted by DuckDB.

A pattern is the answers of one respondent as one whole number, the sum of answer x 5^place with 0 for a blank. Nine unsur
have at most 5^9 = 1,953,125 patterns, however many respondents there are, so that memory stays the same from ten to a hundred
million rows; a blank answer is a blank in every sum. Counts are whole numbers of 64 bits.

An answer that is none of the codes, labels or blanks at first sight leaves its row without a pattern. Then what stands there
is decoded as in any export (`unknown_answers.py`), and the file is counted again with what was learnt, or the run stops.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from skmlib.problems import DataError, Problem
from skmlib.survey.duckdb_connection import sql_literal, told_by_duckdb
from skmlib.survey.large_file import LargeFile
from skmlib.survey.regulation import SCALE_MAX
from skmlib.survey.tally import Whole
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
    headings = {column: file.find_column(column.heading) for column in columns.columns}
    missing = [column.heading for column, heading in headings.items() if heading is None]
    if missing:
        raise DataError(tell_missing(missing, list(file.columns), berkas=file.berkas))
    codes = {column: known_codes(column, is_number=file.is_number(heading)) for column, heading in headings.items()}
    found = _query(connection, file, codes)
    if found is not None:
        return PatternCounts(*found, {})
    from skmlib.survey.unknown_answers import decode_unknown  # with pandas, which clean files do without

    decoded = {
        column: decode_unknown(connection, file, column, code=code_sql(file, column, known))
        for column, known in codes.items()
    }
    problems = [problem for further in decoded.values() for problem in further.problems]
    if problems:
        raise DataError(problems)
    found = _query(connection, file, {column: {**known, **decoded[column].codes} for column, known in codes.items()})
    if found is None:
        raise DataError([Problem(file.berkas, *CHANGED)])
    return PatternCounts(
        *found, {text: label for further in decoded.values() for text, label in further.spellings.items()}
    )


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


def code_sql(file: LargeFile, column: TallyColumn, codes: Codes) -> str:
    """Write the SQL that gives an answer its code: 0 where blank, NULL where it is not known.

    Parameters
    ----------
    file : LargeFile
        Holds the column.
    column : TallyColumn
        Of an unsur.
    codes : mapping of str to int
        The answers that are known.

    Returns
    -------
    str
    """
    heading = file.find_column(column.heading)
    value, is_number = file.value_sql(heading), file.is_number(heading)
    known = " ".join(f"WHEN {text if is_number else sql_literal(text)} THEN {code}" for text, code in codes.items())
    return f"CASE {value} {known} ELSE CASE WHEN {file.blank_sql(heading)} THEN 0 END END"


def _query(
    connection: duckdb.DuckDBPyConnection, file: LargeFile, codes: Mapping[TallyColumn, Codes]
) -> tuple[Whole, Whole] | None:
    """Count each pattern; None when a row holds an answer that is not known."""
    size = "INTEGER" if BASE ** len(codes) < 2**31 else "BIGINT"
    digits = [
        f"({code_sql(file, column, known)})::{size} * {BASE**place}"
        for place, (column, known) in enumerate(codes.items())
    ]
    query = f"SELECT {' + '.join(digits)} AS pattern, count(*) AS times FROM {file.relation} GROUP BY pattern"
    with told_by_duckdb(file.berkas):
        found = connection.execute(query).fetchnumpy()
    if np.ma.getmaskarray(found["pattern"]).any():
        return None
    return tuple(np.asarray(found[name], dtype=np.int64) for name in ("pattern", "times"))
