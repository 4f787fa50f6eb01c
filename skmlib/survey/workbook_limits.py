"""How far a workbook may unpack: a file of a few kilobytes can hold gigabytes, or two cells a billion rows apart.

XLSX and ODS are ZIP files of XML. Before a reader opens one, every part is unpacked piece by piece and counted, whatever
sizes the file claims, and the sheets' tags are looked through for the last filled cell: readers make a grid from the first
cell to the last, however few are filled. Tags in comments count too, so a file can only seem larger than it is.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from skmlib.problems import DataError, Problem

UNPACKED_MAX = 200 * 2**20
PARTS_MAX = 5_000
CELLS_MAX = 10_000_000
CHUNK = 2**20
TOO_LARGE = f"isinya sesudah dibuka lebih dari {UNPACKED_MAX // 2**20} MB"
TOO_FAR = f"lembarnya membentang lebih dari {CELLS_MAX // 1_000_000} juta sel"
ADVICE = "salin datanya saja ke buku kerja baru, lalu simpan sebagai XLSX atau CSV UTF-8"
BINARY = "xl/workbook.bin"

_TAG = re.compile(
    rb"""<(/?)(?:[\w.-]+:)?(row|c|table-row|table-cell|covered-table-cell|table)\b((?:[^<>"']|"[^"]*"|'[^']*')*)>"""
)
_PLACE = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Za-z]*)(\d+)""")
_REPEATED = re.compile(rb"""(?:rows|columns)-repeated\s*=\s*["'](\d+)""")


def check_unpacked(content: bytes, *, berkas: str) -> None:
    """Refuse a workbook that unpacks to more than can be read.

    Parameters
    ----------
    content : bytes
        A file that begins as a ZIP file does.
    berkas : str
        Its name for messages.

    Raises
    ------
    DataError
        When its parts are more than `PARTS_MAX` or together larger than `UNPACKED_MAX` bytes, a sheet spans more than
        `CELLS_MAX` cells, or it is a binary workbook (XLSB).
    zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError
        When it is damaged, encrypted, or packed in an unusual way.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        entries = parts.infolist()
        if any(entry.filename.casefold() == BINARY for entry in entries):
            raise DataError([Problem(berkas, "ini buku kerja biner (XLSB)", "simpan ulang sebagai XLSX")])
        if len(entries) > PARTS_MAX:
            raise DataError([Problem(berkas, f"memuat {len(entries)} bagian", ADVICE)])
        left = UNPACKED_MAX
        for entry in entries:
            extent = _Extent()
            for chunk in _unpack(parts, entry):
                left -= len(chunk)
                if left < 0:
                    raise DataError([Problem(berkas, TOO_LARGE, ADVICE)])
                if extent.add(chunk) > CELLS_MAX:
                    raise DataError([Problem(berkas, TOO_FAR, ADVICE)])


def _unpack(parts: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack a part piece by piece to its true end, not to the end that it claims."""
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile("a part is neither stored nor deflated")
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        entry.file_size = UNPACKED_MAX + CHUNK
    with parts.open(entry) as part:
        while chunk := part.read(CHUNK):
            yield chunk


class _Extent:
    """How far the sheets of a part reach, as its text comes piece by piece."""

    def __init__(self) -> None:
        self._rest = b""
        self._cells = self._height = self._width = 0
        self._row = self._column = 0  # last row and column that began
        self._rows = 1  # how many rows the present one of an ODS stands for

    def add(self, chunk: bytes) -> int:
        """Look through the next piece; give the cells from the first to the last of the largest sheet so far."""
        text = self._rest + chunk
        end = 0
        for tag in _TAG.finditer(text):
            end = tag.end()
            self._see(tag[1] == b"/", tag[2], tag[3])
        cut = text.rfind(b"<", end)
        self._rest = text[cut:] if cut >= 0 else b""
        if len(self._rest) > CHUNK:
            self._rest = b""  # no tag of a sheet is that long
        self._cells = max(self._cells, self._height * self._width)
        return self._cells

    def _see(self, is_end: bool, name: bytes, attributes: bytes) -> None:
        """Follow one tag."""
        if is_end:
            return
        if name == b"table":
            self._cells = max(self._cells, self._height * self._width)
            self._height = self._width = self._row = 0
        elif name in (b"row", b"table-row"):
            place, repeated = _PLACE.search(attributes), _REPEATED.search(attributes)
            self._rows = int(repeated[1]) if repeated else 1
            self._row = int(place[2]) if place else self._row + self._rows
            self._column = 0
        elif name == b"c":
            place = _PLACE.search(attributes)
            self._column = _number(place[1]) if place else self._column + 1
            self._reach(int(place[2]) if place else self._row, attributes)
        else:
            repeated = _REPEATED.search(attributes)
            self._column += int(repeated[1]) if repeated else 1
            self._reach(self._row, attributes)

    def _reach(self, row: int, attributes: bytes) -> None:
        """Note the place of a cell with content; one that closes itself is empty."""
        if not attributes.rstrip().endswith(b"/"):
            self._height, self._width = max(self._height, row), max(self._width, self._column)


def _number(letters: bytes) -> int:
    """Give the number of a column from its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
