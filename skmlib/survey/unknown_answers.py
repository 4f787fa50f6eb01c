"""Answers of a large file that are not known at first sight: listed by DuckDB, decoded as those of any export.

Each text is listed once, with how many rows hold it and the first of them. "03", "Sesuai (3)" or "sgt sesuai" are then known;
what stays unknown is a problem, and nothing of the file counts. The first row of data in a Parquet file is row 1; in a CSV
rows are counted as a spreadsheet shows them.
"""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from skmlib.problems import Problem
from skmlib.survey.csv_file import CELL_LENGTH_MAX
from skmlib.survey.decoding import decode_answers
from skmlib.survey.duckdb_connection import told_by_duckdb
from skmlib.survey.large_file import LargeFile
from skmlib.survey.tally_columns import TallyColumn

if TYPE_CHECKING:
    import duckdb

TEXTS_TOLD = 1000


@dataclasses.dataclass(frozen=True)
class DecodedTexts:
    """The texts of one column, decoded.

    Attributes
    ----------
    codes : mapping of str to int
        The code of each text; 0 for a blank.
    problems : tuple of Problem
        One for each text that stays unknown.
    spellings : mapping of str to str
        Texts read as a shortening of a known label, and that label.
    """

    codes: Mapping[str, int]
    problems: tuple[Problem, ...]
    spellings: Mapping[str, str]


def decode_unknown(
    connection: duckdb.DuckDBPyConnection, file: LargeFile, column: TallyColumn, *, code: str
) -> DecodedTexts:
    """Decode the answers of a column that have no code yet.

    Parameters
    ----------
    connection : DuckDBPyConnection
        That may read the file.
    file : LargeFile
        Holds the column.
    column : TallyColumn
        Of an unsur.
    code : str
        SQL that is NULL where an answer is not known.

    Returns
    -------
    DecodedTexts
    """
    heading = file.find_column(column.heading)
    row = "min(file_row_number) + 1" if file.is_parquet else "NULL"
    query = (
        f"SELECT {file.value_sql(heading)}::VARCHAR AS text, count(*) AS n, {row}, count(*) OVER () FROM {file.relation} "
        f"WHERE ({code}) IS NULL GROUP BY text ORDER BY n DESC, text LIMIT {TEXTS_TOLD}"
    )
    with told_by_duckdb(file.berkas):
        found = connection.execute(query).fetchall()
    rows = (
        {text: first for text, _, first, _ in found}
        if file.is_parquet
        else _find_rows(file, heading, [t for t, *_ in found])
    )
    codes: dict[str, int] = {}
    problems: list[Problem] = []
    spellings: dict[str, str] = {}
    for text, n, *_ in found:
        decoded = decode_answers(
            pd.Series([text], index=[rows.get(text, 0)], name=heading),
            jawaban=column.jawaban,
            blanks=column.blanks,
            berkas=file.berkas,
            urutan_dipastikan=column.urutan_dipastikan,
            kode_terbalik=column.kode_terbalik,
        )
        codes[text] = int(decoded.answers.fillna(0).iloc[0])
        problems += [_with_count(problem, n, row=rows.get(text)) for problem in decoded.problems]
        spellings |= decoded.spellings
    more = found[0][3] - len(found) if found else 0
    if more:
        what = f"masih ada {more} jawaban lain yang tidak dikenal"
        problems.append(Problem(file.berkas, what, "periksa apakah kolom ini memuat jawaban", kolom=heading))
    return DecodedTexts(codes, tuple(problems), spellings)


def _with_count(problem: Problem, n: int, *, row: int | None) -> Problem:
    """Tell how many rows hold an answer, and only such a first row as was found."""
    told = f"Ada {n} baris seperti itu." if n > 1 else ""
    return dataclasses.replace(problem, baris=row, saran=" ".join(filter(None, [problem.saran, told])))


def _find_rows(file: LargeFile, heading: str, texts: Iterable[str]) -> dict[str, int]:
    """Find the first row of each text in a CSV, reading it as far as needed."""
    place = int(file.columns[heading].removeprefix("c"))
    wanted, rows = set(texts), {}
    csv.field_size_limit(CELL_LENGTH_MAX)
    with file.path.open(encoding=file.encoding, errors="replace", newline="") as lines:
        for row, record in enumerate(csv.reader(lines, delimiter=file.separator), start=1):
            if not wanted:
                break
            if row > file.heading_row and place < len(record) and record[place] in wanted:
                wanted.remove(record[place])
                rows[record[place]] = row
    return rows
