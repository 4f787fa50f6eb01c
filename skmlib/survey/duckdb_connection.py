"""DuckDB, shut off from everything but the files it is asked to read.

It may read those files and fill a temporary folder, and nothing else: no network, no extension to fetch, no other file to read
or write. Its memory is limited; what does not fit goes to that folder.
"""

from __future__ import annotations

import contextlib
import glob
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from skmlib.problems import DataError, Problem
from skmlib.survey.csv_file import SAVE_ADVICE

if TYPE_CHECKING:
    import duckdb

MEMORY_LIMIT = "1GB"
THREADS_MAX = 8
PATTERN_BITS = 22  # up to 4 million groups are counted in a plain array: the 5^9 patterns of nine unsur fit
UNREADABLE = ("tidak dapat dibaca sampai akhir", "minta ulang berkas ini bila rusak, terpotong, atau baru dihapus")
CSV_ERRORS = {
    "Expected Number of Columns": (
        "banyaknya sel berbeda dari judulnya",
        "periksa tanda kutip dan tanda pemisah di baris ini",
    ),
    "invalid state": ("akhir barisnya tidak seragam, atau tanda kutipnya tidak baku", SAVE_ADVICE),
    "not utf-8 encoded": ("hurufnya bukan UTF-8", SAVE_ADVICE),
    "unterminated quote": ("tanda kutip ganda tidak berpasangan", "periksa tanda kutip di baris ini dan sesudahnya"),
}

_LINE = re.compile(r"CSV Error on Line: (\d+)")


@contextlib.contextmanager
def connect_files(paths: Sequence[Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open DuckDB for some files, with a memory limit, and shut off from everything else.

    Parameters
    ----------
    paths : sequence of Path
        The files that may be read.

    Yields
    ------
    DuckDBPyConnection
    """
    import duckdb  # loaded here: only `skm tally` needs it

    with tempfile.TemporaryDirectory(prefix="skm-tally-") as folder, duckdb.connect() as connection:
        settings = {
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "threads": min(os.cpu_count() or 1, THREADS_MAX),
            "memory_limit": MEMORY_LIMIT,
            "perfect_ht_threshold": PATTERN_BITS,
            "preserve_insertion_order": False,
            "enable_progress_bar": False,
            "temp_directory": folder,
            "allowed_paths": [sql_path(path) for path in paths] + [str(path.absolute()) for path in paths],
            "enable_external_access": False,
            "lock_configuration": True,  # the last one: from here on no setting can be changed
        }
        for name, value in settings.items():
            connection.execute(f"SET {name} = {sql_literal(value)}")
        yield connection


@contextlib.contextmanager
def told_by_duckdb(berkas: str) -> Iterator[None]:
    """Turn what DuckDB says of a file into a problem of that file.

    Parameters
    ----------
    berkas : str
        Its name for messages.

    Raises
    ------
    DataError
        With the line, where DuckDB names it.
    """
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException as error:
        what, advice = f"terlalu banyak jawaban berbeda untuk memori {MEMORY_LIMIT}", "periksa pilihan kolomnya"
        raise DataError([Problem(berkas, what, advice)]) from error
    except duckdb.Error as error:
        text = str(error)
        line = int(found[1]) if (found := _LINE.search(text)) else None
        told = next((words for sign, words in CSV_ERRORS.items() if sign in text), UNREADABLE)
        saran = f"DuckDB: {text.splitlines()[0]}" if told is UNREADABLE else ""
        raise DataError([Problem(berkas, *told, line, saran=saran)]) from error


def sql_path(path: Path) -> str:
    """Name a file for DuckDB: from the root, and as it stands where it holds signs of a pattern.

    Examples
    --------
    >>> sql_path(Path("/data/jan[1].csv"))
    '/data/jan[[]1].csv'
    """
    return glob.escape(str(path.absolute()))


def sql_name(name: str) -> str:
    """Quote the name of a column.

    Examples
    --------
    >>> sql_name("U1")
    '"U1"'
    """
    return '"' + name.replace('"', '""') + '"'


def sql_literal(value: object) -> str:
    """Write a value for SQL.

    Examples
    --------
    >>> sql_literal("Jum'at"), sql_literal([True, 3])
    ("'Jum''at'", '[true, 3]')
    """
    match value:
        case bool() | int():
            return str(value).lower()
        case list():
            return f"[{', '.join(map(sql_literal, value))}]"
    return "'" + str(value).replace("'", "''") + "'"
