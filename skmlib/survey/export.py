"""A survey export as it was written: text cells under headings, each row with the number a spreadsheet shows.

`read_export` changes nothing: every cell stays the text that stands in the file, blank lines keep their row number, and
columns whose heading looks personal are left out unless they are asked for. A row is known by `id_responden`: a hash of its
cells and an ordinal among identical rows, so that a comment stays tied to its respondent when somebody sorts the file.
"""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import re
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

import pandas as pd

from skmlib.problems import DataError, Problem, name_rows

FIRST_ROW = 2
ID_LENGTH = 12
PERSONAL_HEADING = re.compile(
    r"\b(nama|nik|nip|no\.? ?ktp|ktp|telepon|telp|hp|handphone|whatsapp|wa|e-?mail|surel|alamat|rekening|tanggal lahir)\b",
    re.IGNORECASE,
)


@dataclasses.dataclass(frozen=True)
class Export:
    """The cells of a survey export.

    Attributes
    ----------
    berkas : str
        File name for messages, relative to the project folder.
    cells : DataFrame
        Text, one column per heading that was read; the index `baris` is the row a spreadsheet shows.
    id_responden : Series
        Identity of each row, on the same index.
    unread : tuple of str
        Headings that look personal and were not read.
    """

    berkas: str
    cells: pd.DataFrame
    id_responden: pd.Series
    unread: tuple[str, ...]


def fold(text: str) -> str:
    """Bring a heading or label to the form in which two spellings of it are equal.

    Examples
    --------
    >>> fold("  Sangat   Sesuai ")
    'sangat sesuai'
    """
    return " ".join(text.split()).casefold()


def read_text(path: Path, *, berkas: str) -> str:
    """Read a text file in UTF-8, with or without a byte order mark.

    Raises
    ------
    DataError
        When the file is missing or in another encoding.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise DataError([Problem(berkas, "berkas ini tidak ada", "letakkan ekspor survei di sini")]) from error
    except UnicodeDecodeError as error:
        advice = "simpan ulang dari Excel sebagai 'CSV UTF-8'"
        raise DataError([Problem(berkas, "bukan teks UTF-8", advice)]) from error


def read_export(path: Path, *, berkas: str, wanted: Collection[str] = ()) -> Export:
    """Read a CSV export with one row per respondent.

    Parameters
    ----------
    path : Path
        CSV with commas, UTF-8 with or without byte order mark.
    berkas : str
        Its name for messages.
    wanted : collection of str
        Headings that the parameters name: read even when they look personal.

    Returns
    -------
    Export
        All rows, as text.

    Raises
    ------
    DataError
        When the file is missing, empty, not UTF-8, or a row has more cells than the heading.
    """
    records = read_records(path, berkas=berkas)
    headings = [" ".join(heading.split()) for heading in records[0]]
    _check_shape(records, headings, {fold(name) for name in wanted}, berkas)
    width = len(headings)
    rows = [record + [""] * (width - len(record)) for record in records[1:]]
    index = pd.RangeIndex(FIRST_ROW, FIRST_ROW + len(rows), name="baris")
    named = {fold(name) for name in wanted}
    unread = tuple(name for name in headings if PERSONAL_HEADING.search(name) and fold(name) not in named)
    kept = [place for place, name in enumerate(headings) if name not in unread and (name or _has_cells(rows, place))]
    columns = [headings[place] or f"(kolom {place + 1} tanpa judul)" for place in kept]
    cells = pd.DataFrame([[row[place] for place in kept] for row in rows], columns=columns, index=index, dtype="str")
    return Export(berkas, cells, pd.Series(_row_ids(rows), index=index, dtype="str"), unread)


def read_records(path: Path, *, berkas: str) -> list[list[str]]:
    """Read the records of a CSV file, the heading first; blank lines stay empty records.

    Parameters
    ----------
    path : Path
        CSV with commas, UTF-8.
    berkas : str
        Its name for messages.

    Returns
    -------
    list of list of str
        At least the heading.

    Raises
    ------
    DataError
        When the file is missing, not UTF-8, has no heading, or a quoted cell is never closed.
    """
    text = read_text(path, berkas=berkas)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        advice = "periksa tanda kutip ganda yang tidak berpasangan"
        raise DataError([Problem(berkas, f"tidak terbaca sebagai CSV ({error})", advice)]) from error
    if not records or not any(cell.strip() for cell in records[0]):
        raise DataError([Problem(berkas, "tidak memuat baris judul", "baris pertama seharusnya judul kolom", baris=1)])
    return records


def _has_cells(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Tell whether a column holds anything."""
    return any(row[place].strip() for row in rows)


def _check_shape(records: list[list[str]], headings: list[str], wanted: set[str], berkas: str) -> None:
    """Refuse rows longer than the heading, and headings that are wanted and stand twice."""
    long = [row for row, record in enumerate(records[1:], FIRST_ROW) if any(map(str.strip, record[len(headings) :]))]
    problems = []
    if long:
        what = f"{name_rows(long)} memiliki lebih banyak sel daripada judul ({len(headings)} kolom)"
        problems.append(Problem(berkas, what, "periksa tanda kutip dan koma pada baris itu"))
    counts = Counter(fold(heading) for heading in headings)
    for heading in dict.fromkeys(headings):
        if counts[fold(heading)] > 1 and fold(heading) in wanted:
            problems.append(Problem(berkas, "tertulis dua kali pada judul", "ubah salah satu judulnya", kolom=heading))
    if problems:
        raise DataError(problems)


def _row_ids(rows: Sequence[Sequence[str]]) -> list[str]:
    """Name each row by a hash of its cells and its ordinal among identical rows."""
    seen: Counter[str] = Counter()
    names = []
    for row in rows:
        digest = hashlib.sha256("\x1f".join(row).encode()).hexdigest()[:ID_LENGTH]
        seen[digest] += 1
        names.append(f"{digest}-{seen[digest]}")
    return names
