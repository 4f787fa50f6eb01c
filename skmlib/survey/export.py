"""A survey export as it was written: text cells under headings, each row with the number a spreadsheet shows.

`read_export` changes nothing: every cell stays the text that stands in the file. Columns whose heading looks personal are
left out unless they are asked for. A row is known by `id_responden`: a hash of its cells and an ordinal among identical
rows, so that a comment stays tied to its respondent when somebody sorts the file. Dates, times and stray spaces are no part
of the hash, for a spreadsheet writes them its own way when it saves a file again; rows that differ in nothing else have the
same comment.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import re
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

import pandas as pd

from skmlib.parameters.models import Data
from skmlib.problems import fold
from skmlib.survey.dates import MOMENT
from skmlib.survey.long_form import widen_table
from skmlib.survey.summary_words import BEGINS, NO_NAME, numbers_columns
from skmlib.survey.table_file import TableFile, read_table

ID_LENGTH = 12
WHOLE_TYPES = {"begins_so": "bool", "sum_unread": "bool", "n_unread": "int64", "numbers_columns": "bool"}
PERSONAL_WORDS = (
    r"(?:nama|name|nik|nip|nrp|npwp|ktp|kk|telepon|telp|tlp|telephone|phone|hp|handphone|ponsel|whatsapp|wa|e-?mail|surel"
    r"|username|alamat|rekening|(?:tanggal|tgl)[.,]? ?lahir|date of birth|birth ?date|birthday|dob|ttl)"
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
    whole : DataFrame
        What the whole rows say, columns that are not read included, on the same index: `begins_so`, whether the first filled
        cell is a word for sums or means; `sum_unread`, whether it is one that no name begins with, in a column that is not
        read; `n_unread`, how many cells are filled there; `numbers_columns`, whether the row counts the columns.
    repeats : tuple of int
        Rows in which the headings stand again; they are not among `cells`.
    told : tuple of str
        What is worth telling about how the file was read, in Indonesian.
    tahap : str
        Name of the phase that the file or sheet is; empty without phases.
    """

    berkas: str
    cells: pd.DataFrame
    id_responden: pd.Series
    unread: tuple[str, ...]
    whole: pd.DataFrame
    repeats: tuple[int, ...] = ()
    told: tuple[str, ...] = ()
    tahap: str = ""


def read_export(
    path: Path,
    *,
    berkas: str,
    wanted: Collection[str] = (),
    data: Data | None = None,
    seen: Counter[str] | None = None,
) -> Export:
    """Read an export.

    Parameters
    ----------
    path : Path
        CSV or workbook.
    berkas : str
        Its name for messages.
    wanted : collection of str
        Headings that the parameters name: read even when they look personal.
    data : Data, optional
        How the file is read: sheet, heading row, long form.
    seen : Counter, optional
        How often each row was met in the files before, so that identical rows of several files keep apart; it is counted on.

    Returns
    -------
    Export
        All rows, as text.

    Raises
    ------
    DataError
        When the file cannot be read as `read_table` and `widen_table` say.
    """
    table = _read_table(path, berkas, wanted, data or Data())
    named = {fold(name) for name in wanted}
    unread = tuple(name for name in table.headings if is_personal(name) and fold(name) not in named)
    rows = list(table.rows.values())
    kept = [place for place, name in enumerate(table.headings) if name not in unread and _is_column(name, rows, place)]
    index = pd.Index(list(table.rows), dtype="int64", name="baris")
    columns = [table.headings[place] for place in kept]
    cells = pd.DataFrame([[row[place] for place in kept] for row in rows], columns=columns, index=index, dtype="str")
    ids = _row_ids(rows, Counter() if seen is None else seen)
    personal = [place for place, name in enumerate(table.headings) if name in unread]
    whole = pd.DataFrame([_whole_row(row, personal) for row in rows], columns=[*WHOLE_TYPES], index=index).astype(
        WHOLE_TYPES
    )
    return Export(berkas, cells, pd.Series(ids, index=index, dtype="str"), unread, whole, table.repeats, table.told)


def is_personal(heading: str) -> bool:
    """Tell whether a heading looks as if personal data stood under it.

    Examples
    --------
    >>> is_personal("Nama lengkap"), is_personal("No. HP"), is_personal("Syarat")
    (True, True, False)
    """
    return PERSONAL_HEADING.search(heading) is not None


def _read_table(path: Path, berkas: str, wanted: Collection[str], data: Data) -> TableFile:
    """Read the file, and widen it where it has one row an answer."""
    if data.panjang is None:
        table = read_table(path, berkas=berkas, wanted=wanted, lembar=data.lembar, baris_judul=data.baris_judul)
        return table.without_repeats()
    long = data.panjang
    names = (long.kolom_responden, long.kolom_pertanyaan, long.kolom_jawaban)
    table = read_table(path, berkas=berkas, wanted=names, lembar=data.lembar, baris_judul=data.baris_judul)
    return widen_table(table.without_repeats(), long)


def _whole_row(row: Sequence[str], personal: Sequence[int]) -> tuple[bool, bool, int, bool]:
    """Say what a row says as a whole, in the order of `WHOLE_TYPES`."""
    place = next((place for place, cell in enumerate(row) if cell.strip()), 0)
    first = fold(row[place]) if row else ""
    sum_unread = place in personal and NO_NAME.fullmatch(first) is not None
    n_unread = sum(bool(row[place].strip()) for place in personal)
    return BEGINS.fullmatch(first) is not None, sum_unread, n_unread, numbers_columns(row)


def _is_column(name: str, rows: Sequence[Sequence[str]], place: int) -> bool:
    """Tell whether a column has a heading of its own or holds anything."""
    return not name.endswith(" tanpa judul)") or any(row[place].strip() for row in rows)


def hash_row(cells: Sequence[str]) -> str:
    """Give a row the hash by which it is known: of its cells, white space folded, without those that begin with a date.

    Parameters
    ----------
    cells : sequence of str
        Every cell of the row, as it stands in the file.

    Returns
    -------
    str
        12 hexadecimal digits.

    Examples
    --------
    >>> hash_row(["2024-02-19 08:32:21", "Sesuai "]) == hash_row(["19/02/2024 08.32", "Sesuai"])
    True
    """
    return hashlib.sha256("\x1f".join(map(_without_moment, cells)).encode()).hexdigest()[:ID_LENGTH]


@functools.lru_cache(maxsize=4096)
def _without_moment(cell: str) -> str:
    """Fold the white space of a cell; one that begins with a date counts as empty."""
    return "" if MOMENT.match(cell.strip()) else " ".join(cell.split())


def _row_ids(rows: Sequence[Sequence[str]], seen: Counter[str]) -> list[str]:
    """Name each row by a hash of its cells and its ordinal among identical rows."""
    names = []
    for row in rows:
        digest = hash_row(row)
        seen[digest] += 1
        names.append(f"{digest}-{seen[digest]}")
    return names
