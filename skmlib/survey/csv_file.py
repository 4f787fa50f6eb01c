"""CSV files as offices save them: records of text cells, whatever parts the cells and however the letters are stored.

Commas, semicolons, tabs or bars may stand between the cells: the sign under which the headings are found wins, else the one
that gives the first lines the same number of cells. Letters are UTF-8 with or without byte order mark, UTF-16 with one, or,
where the text is no UTF-8, Windows-1252, which is told. Line breaks may stand inside quotes. A first line `sep=;` is
Excel's and no record. Refused are a quote that is never closed, an old XLS workbook and what is no text. The number of a
record is the row that a spreadsheet shows.
"""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
import re
from collections import Counter
from collections.abc import Collection
from itertools import islice
from pathlib import Path

from skmlib.problems import DataError, Problem, nearest
from skmlib.survey.file_limits import SIZE_MAX, check_lines, check_size
from skmlib.survey.heading_rows import count_wanted

LINES_COMPARED = 20
CELL_LENGTH_MAX = 1_000_000
SEPARATORS = (",", ";", "\t", "|")
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WINDOWS = "cp1252"
FOREIGN = {b"%pdf": "berkas PDF", b"<html": "halaman HTML", b"<!doctype": "halaman HTML", b"<?xml": "berkas XML"}
SAVE_ADVICE = "simpan ulang dari Excel sebagai 'CSV UTF-8' atau XLSX"

_SEP_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_bytes(path: Path, *, berkas: str) -> bytes:
    """Read the bytes of a data file.

    Parameters
    ----------
    path : Path
        The file.
    berkas : str
        Its name for messages.

    Returns
    -------
    bytes

    Raises
    ------
    DataError
        When the file is missing, locked or empty, or `file_limits.py` refuses it.
    """
    try:
        check_size(path, berkas=berkas)
        content = path.read_bytes()
    except FileNotFoundError as error:
        advice = "letakkan ekspor survei di sini"
        raise DataError([Problem(berkas, "berkas ini tidak ada", advice, saran=_read_neighbours(path))]) from error
    except OSError as error:
        advice = "tutup berkas ini di program lain, lalu ulangi"
        raise DataError([Problem(berkas, "berkas ini tidak dapat dibuka", advice)]) from error
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        raise DataError([Problem(berkas, "berkas ini kosong", "ganti dengan berkas yang berisi data")])
    return content


def read_text(path: Path, *, berkas: str) -> str:
    """Read a text file.

    Parameters
    ----------
    path : Path
        The file.
    berkas : str
        Its name for messages.

    Returns
    -------
    str
        Its line ends as they stand; `read_bytes` and `decode_text` say what is refused.
    """
    return decode_text(read_bytes(path, berkas=berkas), berkas=berkas)[0]


def decode_text(content: bytes, *, berkas: str) -> tuple[str, str]:
    r"""Turn the bytes of a text file into text.

    Parameters
    ----------
    content : bytes
        UTF-8, UTF-16 with a byte order mark, or Windows-1252.
    berkas : str
        Name of the file for messages.

    Returns
    -------
    text, encoding : str

    Raises
    ------
    DataError
        When the bytes are no text.

    Examples
    --------
    >>> decode_text(b"Desa \x96 Kota", berkas="a.csv")
    ('Desa – Kota', 'cp1252')
    """
    kind = next((kind for start, kind in FOREIGN.items() if content.lstrip()[:9].lower().startswith(start)), None)
    if kind is not None:
        what, advice = f"ini {kind}, bukan CSV atau buku kerja", "minta ekspornya sebagai CSV atau XLSX"
        raise DataError([Problem(berkas, what, advice)])
    encoding = "utf-16" if content.startswith(UTF16_MARKS) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise DataError([Problem(berkas, "teks UTF-16 ini terpotong", SAVE_ADVICE)]) from error
        encoding, text = WINDOWS, _decode_windows(content, berkas)
    if _CONTROL.search(text):
        raise DataError([Problem(berkas, "bukan teks atau buku kerja yang dikenal", SAVE_ADVICE)])
    return text, encoding


def read_records(path: Path, *, berkas: str, wanted: Collection[str] = ()) -> list[list[str]]:
    """Read the records of a CSV file; blank lines stay empty records.

    Parameters
    ----------
    path : Path
        CSV.
    berkas : str
        Its name for messages.
    wanted : collection of str
        Headings that are looked for: they tell what parts the cells.

    Returns
    -------
    list of list of str
        At least one with something in it.

    Raises
    ------
    DataError
        When the file cannot be read or a quoted cell is never closed.
    """
    return split_records(read_text(path, berkas=berkas), berkas=berkas, wanted=wanted)


def split_records(text: str, *, berkas: str, wanted: Collection[str] = ()) -> list[list[str]]:
    r"""Split a text into records.

    Parameters
    ----------
    text : str
        Of a CSV file.
    berkas : str
        Its name for messages.
    wanted : collection of str
        Headings that are looked for.

    Returns
    -------
    list of list of str

    Raises
    ------
    DataError
        When a quoted cell is never closed, or a line is endless.

    Examples
    --------
    >>> split_records("Syarat;Biaya\n4;3\n", berkas="a.csv")
    [['Syarat', 'Biaya'], ['4', '3']]
    """
    check_lines(text, berkas=berkas)
    told = _SEP_LINE.match(text)
    separator = told[1] if told else find_separator(text, wanted=wanted)
    csv.field_size_limit(SIZE_MAX)  # too long a text is told with its column, once there are headings
    records: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            records.append(record)  # one by one: when a record fails, the number of those before it names its row
    except csv.Error as error:
        what = "tanda kutip ganda tidak berpasangan atau diikuti teks lain"
        advice = "periksa tanda kutip di baris ini dan sesudahnya"
        raise DataError([Problem(berkas, what, advice, baris=len(records) + 1)]) from error
    return [[], *records[1:]] if told else records


def find_separator(text: str, *, wanted: Collection[str] = ()) -> str:
    r"""Find the sign between the cells of a CSV text.

    Parameters
    ----------
    text : str
        Of a CSV file.
    wanted : collection of str
        Headings that are looked for.

    Returns
    -------
    str
        One of `SEPARATORS`; the comma when nothing speaks for another.

    Examples
    --------
    >>> find_separator("Nama;Saran\nA;ya, cepat\nB;baik\n")
    ';'
    """

    def fitness(separator: str) -> tuple[int, int]:
        records = _first_records(text, separator)
        found = max((count_wanted(records, place, wanted=wanted) for place in range(len(records))), default=0)
        widths = Counter(len(record) for record in records if len(record) > 1)
        return found, max((rows * (width - 1) for width, rows in widths.items()), default=0)

    return max(SEPARATORS, key=fitness)


def _decode_windows(content: bytes, berkas: str) -> str:
    """Read bytes that are no UTF-8 as Windows-1252, the usual alternative in Indonesian offices."""
    try:
        return content.decode(WINDOWS)
    except UnicodeDecodeError as error:
        what = "hurufnya bukan UTF-8, UTF-16, atau Windows-1252"
        raise DataError([Problem(berkas, what, SAVE_ADVICE)]) from error


def _first_records(text: str, separator: str) -> list[list[str]]:
    """Split the first records at a separator, as well as their quotes allow."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    records = []
    with contextlib.suppress(csv.Error):  # the strict reading that follows says where
        records += islice(reader, LINES_COMPARED)
    return records


def _read_neighbours(path: Path) -> str:
    """Name the file of the same folder that is probably meant by a missing one."""
    names = sorted(child.name for child in path.parent.glob("[!~.]*") if child.is_file())
    near = nearest(path.name, names)
    if near is None:
        return ""
    return f"Mungkin maksudnya {near!r}? Pakai nama itu (dalam parameter: pada 'data: responden'), atau ganti nama berkasnya."
