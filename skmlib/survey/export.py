"""A survey export as it was written: text cells under headings, each row with the number a spreadsheet shows.

`read_export` changes nothing: every cell stays the text that stands in the file. A line without any text is no row, and the
rows after it keep their number. Columns whose heading looks personal are left out unless they are asked for. A row is known by
`id_responden`: a hash of its cells and an ordinal among identical rows, so that a comment stays tied to its respondent when
somebody sorts the file.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

import pandas as pd

from skmlib.problems import DataError, Problem, name_rows
from skmlib.problems import fold as fold
from skmlib.survey.csv_file import FIRST_ROW as FIRST_ROW
from skmlib.survey.csv_file import read_records as read_records

ID_LENGTH = 12
PERSONAL_WORDS = (
    r"(?:nama|name|nik|nip|nrp|npwp|ktp|kk|telepon|telp|tlp|telephone|phone|hp|handphone|ponsel|whatsapp|wa|e-?mail|surel"
    r"|username|alamat|rekening|(?:tanggal|tgl) lahir)"
)
PERSONAL_HEADING = re.compile(rf"(?<![^\W_]){PERSONAL_WORDS}(?![^\W_])", re.IGNORECASE)


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
        When the file cannot be read as `read_records` says, a row has more cells than the heading, or a wanted heading stands
        twice.
    """
    records = read_records(path, berkas=berkas, wanted=wanted)
    headings = [" ".join(heading.split()) for heading in records[0]]
    named = {fold(name) for name in wanted}
    _check_shape(records, headings, named, berkas)
    width = len(headings)
    written = {row: record for row, record in enumerate(records[1:], FIRST_ROW) if any(map(str.strip, record))}
    rows = [(record + [""] * width)[:width] for record in written.values()]
    index = pd.Index(list(written), dtype="int64", name="baris")
    unread = tuple(name for name in headings if PERSONAL_HEADING.search(name) and fold(name) not in named)
    kept = [place for place, name in enumerate(headings) if name not in unread and (name or _has_cells(rows, place))]
    columns = [headings[place] or f"(kolom {place + 1} tanpa judul)" for place in kept]
    cells = pd.DataFrame([[row[place] for place in kept] for row in rows], columns=columns, index=index, dtype="str")
    return Export(berkas, cells, pd.Series(_row_ids(rows), index=index, dtype="str"), unread)


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
