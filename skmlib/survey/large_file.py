"""Large files: Parquet and CSV of any size, for DuckDB to read in pieces.

Python looks only at the beginning of a file: what it is, which sign parts its cells, which row is the heading. What comes out
is what stands behind FROM in a query. All columns of a CSV are text, so that nothing is guessed from a sample of it; a line
with more or fewer cells than the heading stops the run. Letters are UTF-8 or UTF-16; others stop the run only where they stand
in a column that is counted.
"""

from __future__ import annotations

import codecs
import contextlib
import csv
import dataclasses
import io
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from skmlib.problems import DataError, Problem, fold, suggestion
from skmlib.survey.csv_file import decode_text, find_separator
from skmlib.survey.duckdb_connection import sql_literal, sql_name, sql_path, told_by_duckdb
from skmlib.survey.file_limits import check_line_bytes
from skmlib.survey.heading_rows import HEADING_SEARCHED, find_heading_row
from skmlib.survey.table_file import make_table
from skmlib.survey.workbook_file import is_workbook

if TYPE_CHECKING:
    import duckdb

HEAD_BYTES = 256 * 1024
PARQUET_MARK = b"PAR1"
UTF16 = "utf-16"
WHOLE_TYPES = re.compile(r"U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER")
FRACTION_TYPES = re.compile(r"FLOAT|DOUBLE|DECIMAL\(.*\)")
TEXT = "VARCHAR"
FLOAT_TYPES = ("FLOAT", "DOUBLE")


@dataclasses.dataclass(frozen=True)
class LargeFile:
    """A file that DuckDB reads.

    Attributes
    ----------
    berkas : str
        Its name for messages.
    path : Path
        Where it is.
    relation : str
        What stands behind FROM.
    columns : mapping of str to str
        SQL name of each heading.
    types : mapping of str to str
        SQL type of each heading.
    separator : str
        Between the cells of a CSV; empty for Parquet.
    encoding : str
        Of a CSV.
    heading_row : int
        Of a CSV, as a spreadsheet counts it.
    """

    berkas: str
    path: Path
    relation: str
    columns: Mapping[str, str]
    types: Mapping[str, str]
    separator: str = ""
    encoding: str = ""
    heading_row: int = 0

    @property
    def is_parquet(self) -> bool:
        """Whether it is no CSV."""
        return not self.separator

    def find_column(self, heading: str) -> str | None:
        """Find a heading, however it is spelt in capitals and spaces."""
        return next((name for name in self.columns if fold(name) == fold(heading)), None)

    def is_number(self, heading: str) -> bool:
        """Tell whether a column holds numbers."""
        return self.is_whole(heading) or FRACTION_TYPES.fullmatch(self.types[heading]) is not None

    def is_whole(self, heading: str) -> bool:
        """Tell whether a column holds whole numbers."""
        return WHOLE_TYPES.fullmatch(self.types[heading]) is not None

    def value_sql(self, heading: str) -> str:
        """Write the SQL of a cell: a number, or else a text."""
        name = self.columns[heading]
        return name if self.is_number(heading) or self.types[heading] == TEXT else f"{name}::{TEXT}"

    def blank_sql(self, heading: str) -> str:
        """Write the SQL that tells whether a cell is blank; programs write a missing number as "not a number" too."""
        name = self.columns[heading]
        return f"({name} IS NULL OR isnan({name}))" if self.types[heading] in FLOAT_TYPES else f"{name} IS NULL"


def open_file(connection: duckdb.DuckDBPyConnection, path: Path, *, berkas: str, wanted: Collection[str]) -> LargeFile:
    """Look at the beginning of a file.

    Parameters
    ----------
    connection : DuckDBPyConnection
        From `connect_files`, for this file.
    path : Path
        Parquet or CSV.
    berkas : str
        Its name for messages.
    wanted : collection of str
        Headings that are looked for.

    Returns
    -------
    LargeFile

    Raises
    ------
    DataError
        When the file is missing, empty, a folder, a workbook, broken, or no text.
    """
    head = _read_head(path, berkas=berkas)
    if head.startswith(PARQUET_MARK):
        options = "file_row_number = true, hive_partitioning = false"
        relation = f"read_parquet({sql_literal(sql_path(path))}, {options})"
        with told_by_duckdb(berkas):
            described = connection.execute(f"DESCRIBE SELECT * FROM {relation}").fetchall()
        columns = {name: sql_name(name) for name, *_ in described if name != "file_row_number"}
        return LargeFile(berkas, path, relation, columns, {name: kind for name, kind, *_ in described})
    if path.suffix.lower() in (".parquet", ".pq"):
        raise DataError([Problem(berkas, "bukan berkas Parquet walau namanya begitu", "minta ulang berkasnya")])
    if is_workbook(head):
        advice = "simpan lembarnya sebagai 'CSV UTF-8', atau pakai 'skm init' dan 'skm build'"
        raise DataError([Problem(berkas, "ini buku kerja, bukan CSV atau Parquet", advice)])
    return _open_csv(path, head, berkas=berkas, wanted=wanted)


def _read_head(path: Path, *, berkas: str) -> bytes:
    """Read the first bytes of a file."""
    if path.is_dir():
        raise DataError([Problem(berkas, "ini folder", f"tulis berkas di dalamnya, misalnya {berkas}/*.parquet")])
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except FileNotFoundError as error:
        names = [child.name for child in path.parent.glob("[!~.]*")] if path.parent.is_dir() else []
        saran = suggestion(path.name, names)
        raise DataError([Problem(berkas, "berkas ini tidak ada", "periksa nama dan foldernya", saran=saran)]) from error
    except OSError as error:
        advice = "tutup berkas ini di program lain, lalu ulangi"
        raise DataError([Problem(berkas, "berkas ini tidak dapat dibuka", advice)]) from error
    if not head.removeprefix(codecs.BOM_UTF8).strip():
        raise DataError([Problem(berkas, "berkas ini kosong", "ganti dengan berkas yang berisi data")])
    return head


def _open_csv(path: Path, head: bytes, *, berkas: str, wanted: Collection[str]) -> LargeFile:
    """Find the heading of a CSV and what parts its cells."""
    check_line_bytes(path, berkas=berkas)
    text, encoding = decode_text(head if len(head) < HEAD_BYTES else head[: head.rindex(b"\n") + 1], berkas=berkas)
    separator = find_separator(text, wanted=wanted)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    records, lines = [], [0]
    with contextlib.suppress(csv.Error):  # DuckDB says in which line
        for record in reader:
            records.append(record)
            lines.append(reader.line_num)
            if len(records) > HEADING_SEARCHED:
                break
    place = find_heading_row(records, wanted=wanted)
    headings = make_table(records[: place + 1], berkas=berkas, wanted=wanted).headings
    columns = {name: f"c{number}" for number, name in enumerate(headings)}
    texts = ", ".join(f"'c{number}': '{TEXT}'" for number in range(max(len(records[place]), len(headings))))
    options = [
        f"columns = {{{texts}}}",
        f"delim = {sql_literal(separator)}",
        f"skip = {lines[place]}",  # lines above the heading, which is the first that DuckDB reads
        f"encoding = {sql_literal(UTF16 if encoding == UTF16 else 'utf-8')}",
        "header = true, auto_detect = false, quote = '\"', escape = '\"'",
    ]
    relation = f"read_csv({sql_literal(sql_path(path))}, {', '.join(options)})"
    return LargeFile(berkas, path, relation, columns, dict.fromkeys(headings, TEXT), separator, encoding, place + 1)
