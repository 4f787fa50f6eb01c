"""CSV files as an analyst saves them: records of text cells, or one sentence that says how to save the file again.

A CSV has commas between its cells, is UTF-8 with or without byte order mark, and may have line breaks inside quotes. Everything
else is refused by what it is: a workbook, UTF-16, another encoding, semicolons or tabs between the cells, a quote that is
never closed, lines above the heading. The number of a record is the row that a spreadsheet shows, the heading being row 1.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Collection
from pathlib import Path

from skmlib.problems import DataError, Problem, fold, nearest

FIRST_ROW = 2
HEADING_SEARCHED = 20
WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xls", ".xlsm", ".ods"})
SIGNATURES = {
    b"PK\x03\x04": "ini buku kerja Excel (XLSX), bukan CSV",
    b"\xd0\xcf\x11\xe0": "ini buku kerja Excel (XLS), bukan CSV",
    codecs.BOM_UTF16_LE: "ini teks UTF-16, bukan UTF-8",
    codecs.BOM_UTF16_BE: "ini teks UTF-16, bukan UTF-8",
}
SEPARATORS = {";": "titik koma", "\t": "TAB"}
SAVE_ADVICE = "simpan ulang dari Excel sebagai 'CSV UTF-8'"
COMMA_ADVICE = (
    "seharusnya koma; unduh ulang CSV dari formulir, atau ubah 'List separator' pada pengaturan wilayah Windows menjadi "
    "koma, lalu simpan lagi dari Excel"
)


def read_text(path: Path, *, berkas: str) -> str:
    """Read a text file in UTF-8, with or without a byte order mark.

    Parameters
    ----------
    path : Path
        The file.
    berkas : str
        Its name for messages.

    Returns
    -------
    str
        The text, its line ends as they stand.

    Raises
    ------
    DataError
        When the file is missing, locked, empty, a workbook, or in another encoding.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        advice = "letakkan ekspor survei di sini"
        raise DataError([Problem(berkas, "berkas ini tidak ada", advice, saran=_read_neighbours(path))]) from error
    except OSError as error:
        advice = "tutup berkas ini di program lain, lalu ulangi"
        raise DataError([Problem(berkas, "berkas ini tidak dapat dibuka", advice)]) from error
    kind = next((kind for signature, kind in SIGNATURES.items() if content.startswith(signature)), None)
    if kind is not None:
        raise DataError([Problem(berkas, kind, SAVE_ADVICE)])
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        raise DataError([Problem(berkas, "berkas ini kosong", "ganti dengan berkas yang berisi data")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError([Problem(berkas, "bukan teks UTF-8", SAVE_ADVICE)]) from error
    if "\0" in text:
        raise DataError([Problem(berkas, "bukan teks UTF-8", SAVE_ADVICE)])
    return text


def read_records(path: Path, *, berkas: str, wanted: Collection[str] = ()) -> list[list[str]]:
    """Read the records of a CSV file, the heading first; blank lines stay empty records.

    Parameters
    ----------
    path : Path
        CSV with commas, UTF-8.
    berkas : str
        Its name for messages.
    wanted : collection of str
        Headings that are looked for: they tell where the heading stands and what parts its cells.

    Returns
    -------
    list of list of str
        At least the heading.

    Raises
    ------
    DataError
        When the file cannot be read, has no heading in its first row, has something else than commas between its cells, or a
        quoted cell is never closed.
    """
    text = read_text(path, berkas=berkas)
    headings = {fold(name) for name in wanted}
    _check_separator(text, headings, berkas)
    records: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), strict=True):
            records.append(record)  # one by one: when a record fails, the number of those before it names its row
    except csv.Error as error:
        what = "tanda kutip ganda tidak berpasangan atau diikuti teks lain"
        advice = "periksa tanda kutip di baris ini dan sesudahnya"
        raise DataError([Problem(berkas, what, advice, baris=len(records) + 1)]) from error
    if not any(cell.strip() for cell in records[0]):
        what, advice = "tidak memuat judul kolom", "baris pertama seharusnya judul kolom"
        raise DataError([Problem(berkas, what, advice, baris=1)])
    _check_heading_row(records, headings, berkas)
    return records


def _read_neighbours(path: Path) -> str:
    """Name the file of the same folder that is probably meant by a missing one."""
    names = sorted(child.name for child in path.parent.glob("[!~.]*") if child.is_file())
    near = nearest(path.name, names)
    if near is None:
        return ""
    if Path(near).suffix.casefold() in WORKBOOK_SUFFIXES:
        return f"Yang ada {near!r}: {SAVE_ADVICE}."
    return f"Mungkin maksudnya {near!r}?"


def _count_wanted(record: Collection[str], wanted: set[str]) -> int:
    """Count the headings that are looked for and stand in a record."""
    return len({fold(cell) for cell in record} & wanted)


def _check_separator(text: str, wanted: set[str], berkas: str) -> None:
    """Refuse a file in which another sign than the comma parts the headings."""
    by_comma = _first_record(text, ",")
    for sign, name in SEPARATORS.items():
        by_sign = _first_record(text, sign)
        is_single = bool(wanted) and len(by_comma) == 1 < len(by_sign)
        if is_single or _count_wanted(by_sign, wanted) > _count_wanted(by_comma, wanted):
            raise DataError([Problem(berkas, f"selnya dipisahkan {name}", COMMA_ADVICE)])


def _first_record(text: str, separator: str) -> list[str]:
    """Split the first record at a separator, as well as its quotes allow."""
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
    except csv.Error:
        return []


def _check_heading_row(records: list[list[str]], wanted: set[str], berkas: str) -> None:
    """Refuse lines above the heading, such as a title."""
    if not wanted or _count_wanted(records[0], wanted):
        return
    found = [_count_wanted(record, wanted) for record in records[:HEADING_SEARCHED]]
    if max(found):
        row = found.index(max(found)) + 1
        what, advice = f"judul kolom berada di baris {row}", f"hapus {row - 1} baris di atasnya"
        raise DataError([Problem(berkas, what, advice)])
