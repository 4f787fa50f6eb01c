"""How far a workbook may unpack: a file of a few kilobytes can hold gigabytes, or two cells a billion rows apart.

XLSX and ODS are ZIP files of XML. Before a reader opens one, every part is unpacked piece by piece and counted, whatever
sizes the file claims, and the sheets' tags are looked through for the last filled cell: readers make a grid from the first
cell to the last, however few are filled. The grids of all sheets count together. Tags in comments count too, so a file can
only seem larger than it is. XLS, the format before, is looked through in `xls_limits.py`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from skmlib.problems import DataError, Problem
from skmlib.survey.xls_limits import MAGIC as XLS_MAGIC
from skmlib.survey.xls_limits import xls_cells

UNPACKED_MAX = 200 * 2**20
PARTS_MAX = 5_000
CELLS_MAX = 10_000_000
ELEMENTS_MAX = 10_000_000  # a filled cell is two of them, so real workbooks of that many are larger than `UNPACKED_MAX`
MERGED_MAX = 200_000
CHUNK = 2**20
TOO_LARGE = f"isinya sesudah dibuka lebih dari {UNPACKED_MAX // 2**20} MB"
TOO_FAR = f"lembarnya membentang lebih dari {CELLS_MAX // 1_000_000} juta sel"
TOO_MANY = f"isinya lebih dari {ELEMENTS_MAX // 1_000_000} juta tag XML, sekitar {ELEMENTS_MAX // 2_000_000} juta sel"
TOO_MERGED = f"lebih dari {MERGED_MAX // 1000} ribu sel gabungan"
ADVICE = "salin datanya saja ke buku kerja baru, lalu simpan sebagai XLSX atau CSV UTF-8"
BINARY, ODS_SHEETS = "xl/workbook.bin", "content.xml"

_TAG = re.compile(
    rb"""<(?:[\w.-]+:)?(row|c|table-row|table-cell|covered-table-cell|table|s|sst|sheet|mergeCell|Relationship)\b"""
    rb"""((?:[^<>"']|"[^"]*"|'[^']*')*)>"""
)
_PLACE = re.compile(rb"""(?:^|\s)r\s*=\s*["']([A-Za-z]*)(\d+)""")
_REPEATED = re.compile(rb"""(?:rows|columns)-repeated\s*=\s*["'](\d+)""")
_SHEET_PART = re.compile(rb"""(?:^|\s)(?:[\w.-]+:id|Target)\s*=\s*["'](?:[^"']*/)?([^"'/]*)["']""")
_SPACES = re.compile(rb"""\bc\s*=\s*["'](\d+)""")
_STRINGS = re.compile(rb"""uniqueCount\s*=\s*["']\s*(\d+)""")
_CODED = re.compile(
    rb"""(?:-repeated|\sr|uniqueCount|Target|:id)\s*=\s*["'][^"']*&"""
)  # a number spelled with entities


def check_workbook(content: bytes, *, berkas: str) -> None:
    """Refuse a workbook of any kind that holds more than can be read.

    Parameters
    ----------
    content : bytes
        A file that begins as a ZIP file or an XLS does.
    berkas : str
        Its name for messages.

    Raises
    ------
    DataError
        As `check_unpacked`.
    ValueError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError
        When it is damaged, locked, or packed in an unusual way.
    """
    if content.startswith(XLS_MAGIC[:4]):
        if xls_cells(content) > CELLS_MAX:
            raise DataError([Problem(berkas, TOO_FAR, ADVICE)])
    else:
        check_unpacked(content, berkas=berkas)


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
        When its parts are more than `PARTS_MAX` or together larger than `UNPACKED_MAX` bytes, the sheets span more than
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
        left, elements = UNPACKED_MAX, ELEMENTS_MAX
        extent = _Extent()
        for entry in entries:
            form = _Form() if entry.filename == ODS_SHEETS else None
            for chunk in _unpack(parts, entry):
                left -= len(chunk)
                elements -= chunk.count(b"<") - chunk.count(b"</")
                for too_much, what in ((left < 0, TOO_LARGE), (elements < 0, TOO_MANY), *extent.add(chunk)):
                    if too_much:
                        raise DataError([Problem(berkas, what, ADVICE)])
                if form:
                    form.add(chunk)
            extent.end_part()
            if form:
                form.add(b"", is_last=True)


def _unpack(parts: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack a part piece by piece to its true end, not to the end that it claims."""
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile("a part is neither stored nor deflated")
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        entry.file_size = UNPACKED_MAX + CHUNK
    with parts.open(entry) as part:
        while chunk := part.read(CHUNK):
            yield chunk


class _Form:
    """Whether a part is whole XML without a document type: readers wait for ever for an end that does not come."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse

    def add(self, chunk: bytes, *, is_last: bool = False) -> None:
        """Read on."""
        try:
            self._parser.Parse(chunk, is_last)
        except (expat.ExpatError, LookupError) as error:  # the second: an encoding that nobody knows
            raise zipfile.BadZipFile("no whole XML") from error

    @staticmethod
    def _refuse(*_: object) -> None:
        """Refuse a document type: a sheet has no entities of its own."""
        raise zipfile.BadZipFile("a document type")


class _Extent:
    """How far the sheets reach, as the text of all parts comes piece by piece."""

    def __init__(self) -> None:
        self._rest = b""
        self._named: set[tuple[bytes, bytes]] = set()
        self._before = self._height = self._width = 0  # cells of the sheets before, and reach of the present one
        self._merged = self._spaces = 0
        self._row = self._column = 0  # last row and column that began
        self._rows = 1  # how many rows the present one of an ODS stands for

    def add(self, chunk: bytes) -> tuple[tuple[bool, str], ...]:
        """Look through the next piece; tell what is too much by now."""
        text = self._rest + chunk
        end = 0
        for tag in _TAG.finditer(text):
            end = tag.end()
            self._see(tag[1], tag[2])
        cut = text.rfind(b"<", end)
        self._rest = text[cut:] if cut >= 0 else b""
        if len(self._rest) > CHUNK:
            self._rest = b""  # no tag of a sheet is that long
        cells = self._before + self._height * self._width
        return (
            (cells > CELLS_MAX, TOO_FAR),
            (self._merged > MERGED_MAX, TOO_MERGED),
            (self._spaces > UNPACKED_MAX, TOO_LARGE),
        )

    def end_part(self) -> None:
        """Forget where the part ended, not what it held."""
        self._before += self._height * self._width
        self._rest = b""
        self._height = self._width = self._row = self._column = 0

    def _see(self, name: bytes, attributes: bytes) -> None:
        """Follow one tag."""
        if b"&" in attributes and _CODED.search(attributes):
            raise zipfile.BadZipFile("a place spelled with entities")
        if name == b"table":
            self._before += self._height * self._width
            self._height = self._width = self._row = 0
        elif name == b"mergeCell":
            self._merged += 1
        elif name == b"s":
            told = _SPACES.search(attributes)
            self._spaces += int(told[1]) if told else 1
        elif name in (b"row", b"table-row"):
            place, repeated = _PLACE.search(attributes), _REPEATED.search(attributes)
            self._rows = int(repeated[1]) if repeated else 1
            self._row = int(place[2]) if place else self._row + self._rows
            self._column = 0
        elif name == b"c":
            place = _PLACE.search(attributes)
            self._column = _number(place[1]) if place else self._column + 1
            self._reach(int(place[2]) if place else self._row, attributes)
        elif name.endswith(b"cell"):
            repeated = _REPEATED.search(attributes)
            self._column += int(repeated[1]) if repeated else 1
            self._reach(self._row, attributes)
        elif name == b"sst":
            told = _STRINGS.search(attributes)
            if told and int(told[1]) > CELLS_MAX:
                raise zipfile.BadZipFile("more texts than fit into the file")
        elif name == b"sheet" or b"/worksheet" in attributes:
            self._see_sheet(name, attributes)

    def _see_sheet(self, name: bytes, attributes: bytes) -> None:
        """Refuse a part that is named as two sheets: it would be read, and grow, as often as it is named."""
        part = _SHEET_PART.search(attributes)
        if part and (name, part[1].lower()) in self._named:
            raise zipfile.BadZipFile("a part that is two sheets")
        if part:
            self._named.add((name, part[1].lower()))

    def _reach(self, row: int, attributes: bytes) -> None:
        """Note the place of a cell with content; one that closes itself is empty, but for a value among its attributes."""
        if not attributes.rstrip().endswith(b"/") or b"value" in attributes:
            self._height, self._width = max(self._height, row), max(self._width, self._column)


def _number(letters: bytes) -> int:
    """Give the number of a column from its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
