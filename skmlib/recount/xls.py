"""Sheets of an XLS workbook: records in the stream `Workbook` (Excel 97 to 2003, BIFF8) or `Book` (Excel 5 and 95, BIFF5)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from skmlib.recount.biff_strings import read_old_string, read_shared, read_string
from skmlib.recount.cell_text import NUMBER, kind_of, number_text, truth_text
from skmlib.recount.ole import read_stream
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.sheets import Grid, Sheet

BEGIN, END, CONTINUED, LOCKED, FROM_1904 = 0x0809, 0x000A, 0x003C, 0x002F, 0x0022
SHEET, SHARED, FORMAT, STYLE = 0x0085, 0x00FC, 0x041E, 0x00E0
SHARED_LABEL, LABEL, RICH_LABEL, RESULT_TEXT = 0x00FD, 0x0204, 0x00D6, 0x0207
FLOAT, SMALL, SMALLS, FORMULA, TRUTH, MERGED = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205, 0x00E5
PAGE, BIFF5, BIFF8, WORKSHEET = 0x0042, 0x0500, 0x0600, 0
WINDOWS_1252 = 1252
TEXT_RESULT, TRUTH_RESULT, NO_NUMBER = 0, 1, 0xFFFF
Record = tuple[int, list[bytes]]


def read_xls(path: Path) -> list[Sheet]:
    """Read all sheets.

    Parameters
    ----------
    path : Path
        An XLS file of Excel 5 or later.

    Returns
    -------
    list of Sheet
        In the order of the workbook; hidden sheets and rows are read like others.

    Raises
    ------
    CannotRecountError
        When it is locked or older.
    """
    book = _Book(read_stream(path.read_bytes(), ("Workbook", "Book")), path.name)
    return [book.read(name, place) for name, place in book.sheets]


class _Book:
    """A workbook: what its sheets share, and where each begins."""

    def __init__(self, content: bytes, name: str) -> None:
        self._content = content
        self._strings: list[str] = []
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self._from_1904 = False
        self._is_old, self._page = False, WINDOWS_1252
        self.sheets: list[tuple[str, int]] = []
        for kind, parts in self._records(0):
            version = struct.unpack_from("<H", parts[0])[0] if kind == BEGIN else BIFF8
            if version not in (BIFF5, BIFF8):
                raise CannotRecountError(f"{name} ditulis sebelum Excel 5")
            self._is_old = self._is_old or version == BIFF5
            if kind == LOCKED:
                raise CannotRecountError(f"{name} terkunci kata sandi")
            self._share(kind, parts)

    def _share(self, kind: int, parts: list[bytes]) -> None:
        """Note a record that sheets share."""
        content = parts[0]
        if kind == SHEET:
            place, _, sort = struct.unpack_from("<IBB", content)
            if sort == WORKSHEET:
                self.sheets.append((self._string(content, 6, letters_in=1), place))
        elif kind == SHARED:
            self._strings = read_shared(parts)
        elif kind == FORMAT:
            self._codes[struct.unpack_from("<H", content)[0]] = self._string(
                content, 2, letters_in=1 if self._is_old else 2
            )
        elif kind == STYLE:
            self._formats.append(struct.unpack_from("<H", content, 2)[0])
        elif kind == PAGE:
            self._page = struct.unpack_from("<H", content)[0]
        elif kind == FROM_1904:
            self._from_1904 = struct.unpack_from("<H", content)[0] == 1

    def read(self, name: str, place: int) -> Sheet:
        """Read the sheet that begins at a place of the stream."""
        grid = Grid(name)
        merged: list[tuple[int, int, int]] = []
        waiting: tuple[int, int] | None = None  # the cell of a formula whose text stands in the next record
        for kind, parts in self._records(place):
            content = parts[0]
            if kind == MERGED:
                corners = struct.iter_unpack("<HHHH", content[2 : 2 + 8 * struct.unpack_from("<H", content)[0]])
                merged += [(first, last, column) for first, last, column, _ in corners]
            elif kind == RESULT_TEXT and waiting:
                grid.put(*waiting, self._string(content, 0))
            elif kind == FORMULA:
                row, column = struct.unpack_from("<HH", content)
                grid.put(row, column, self._result(content))
                waiting = (row, column)
            else:
                for row, column, text in self._cells(kind, content):
                    grid.put(row, column, text)
        for span in merged:
            grid.span(*span)
        return grid.sheet()

    def _cells(self, kind: int, content: bytes) -> Iterator[tuple[int, int, str]]:
        """Give the cells of a record, none of one that holds none."""
        if kind == SMALLS:
            row, column = struct.unpack_from("<HH", content)
            for style, packed in struct.iter_unpack("<HI", content[4 : 4 + (len(content) - 6) // 6 * 6]):
                yield row, column, self._number(unpack_small(packed), style)
                column += 1
        elif kind in (SHARED_LABEL, LABEL, RICH_LABEL, FLOAT, SMALL, TRUTH):
            row, column, style = struct.unpack_from("<HHH", content)
            yield row, column, self._single(kind, content, style)

    def _single(self, kind: int, content: bytes, style: int) -> str:
        """Give the text of a record that holds one cell; of an error, nothing."""
        if kind == SHARED_LABEL:
            return self._strings[struct.unpack_from("<I", content, 6)[0]]
        if kind in (LABEL, RICH_LABEL):
            return self._string(content, 6)
        if kind == TRUTH:
            value, is_error = content[6], content[7]
            return "" if is_error else truth_text(bool(value))
        if kind == FLOAT:
            return self._number(struct.unpack_from("<d", content, 6)[0], style)
        return self._number(unpack_small(struct.unpack_from("<I", content, 6)[0]), style)

    def _result(self, content: bytes) -> str:
        """Give the stored value of a formula; a text stands in the next record."""
        style, sort, value, mark = content[4:6], content[6], content[8], struct.unpack_from("<H", content, 12)[0]
        if mark != NO_NUMBER:
            return self._number(struct.unpack_from("<d", content, 6)[0], struct.unpack("<H", style)[0])
        return truth_text(bool(value)) if sort == TRUTH_RESULT else ""

    def _number(self, value: float, style: int) -> str:
        """Write a number as its style shows it."""
        number = self._formats[style] if style < len(self._formats) else 0
        shown = kind_of(number, self._codes.get(number, "")) if number else NUMBER
        return number_text(value, shown, from_1904=self._from_1904)

    def _string(self, content: bytes, place: int, *, letters_in: int = 2) -> str:
        """Read a string of a record, as this workbook has them."""
        if self._is_old:
            return read_old_string(content, place, self._page, letters_in=letters_in)
        return read_string(content, place, letters_in=letters_in)

    def _records(self, place: int) -> Iterator[Record]:
        """Go through the records of a part of the stream, each with those that continue it, to its end."""
        depth, held = 0, None
        while place + 4 <= len(self._content):
            kind, length = struct.unpack_from("<HH", self._content, place)
            content = self._content[place + 4 : place + 4 + length]
            place += 4 + length
            if kind == CONTINUED and held:
                held[1].append(content)
                continue
            if held and depth == 1:  # deeper ones are those of charts
                yield held
            depth += (kind == BEGIN) - (kind == END)
            if depth <= 0:
                return
            held = (kind, [content])


def unpack_small(packed: int) -> float:
    """Unpack a number of four bytes: a whole number or the front of a long one, perhaps a hundred times too large.

    Examples
    --------
    >>> unpack_small((3 << 2) | 2), unpack_small((314 << 2) | 3)
    (3.0, 3.14)
    """
    if packed & 2:
        value = float(packed >> 2 if packed < 1 << 31 else (packed >> 2) - (1 << 30))
    else:
        value = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    return value / 100 if packed & 1 else value
