"""Strings of an XLS workbook: one byte or two a letter, and the table of shared ones, cut into records wherever it is full.

Excel 95 has no such table, and writes strings in the code page of the computer that it ran on.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

WIDE, PHONETIC, RICH = 1, 4, 8
OLD_PAGES = {10000: "mac-roman", 32768: "mac-roman", 32769: "cp1252"}


def read_string(content: bytes, place: int, *, letters_in: int = 2) -> str:
    r"""Read a string that stands in one record.

    Parameters
    ----------
    content : bytes
        The record.
    place : int
        Where the string begins.
    letters_in : int
        In how many bytes its length is told: 1 or 2.

    Returns
    -------
    str
        The string, without its formats.

    Examples
    --------
    >>> read_string(b"\x03\x00\x00KTP", 0), read_string(b"\x01\x01\x13\x20", 0, letters_in=1)
    ('KTP', '–')
    """
    letters = int.from_bytes(content[place : place + letters_in], "little")
    return read_shared([struct.pack("<IIH", 1, 1, letters) + content[place + letters_in :]])[0]


def read_old_string(content: bytes, place: int, page: int, *, letters_in: int = 2) -> str:
    r"""Read a string of Excel 95.

    Parameters
    ----------
    content : bytes
        The record.
    place : int
        Where the string begins.
    page : int
        Number of the code page.
    letters_in : int
        In how many bytes its length is told: 1 or 2.

    Returns
    -------
    str

    Raises
    ------
    LookupError
        When nobody knows the code page.

    Examples
    --------
    >>> read_old_string(b"\x04\x00Caf\xe9", 0, 1252)
    'Café'
    """
    begin = place + letters_in
    length = int.from_bytes(content[place:begin], "little")
    return content[begin : begin + length].decode(OLD_PAGES.get(page, f"cp{page}"), errors="replace")


def read_shared(parts: Sequence[bytes]) -> list[str]:
    """Read the table of shared strings.

    Parameters
    ----------
    parts : sequence of bytes
        Its record, and those that continue it.

    Returns
    -------
    list of str
        In their order.

    Raises
    ------
    ValueError
        When it ends before its last string does.
    """
    reader = _Parts(parts)
    _, count = struct.unpack("<II", reader.take(8))
    return [_next(reader) for _ in range(min(count, sum(map(len, parts))))]


def _next(reader: _Parts) -> str:
    """Read one string, and pass over its formats and how it is spoken."""
    letters, marks = struct.unpack("<HB", reader.take(3))
    runs = struct.unpack("<H", reader.take(2))[0] if marks & RICH else 0
    spoken = struct.unpack("<I", reader.take(4))[0] if marks & PHONETIC else 0
    text = reader.letters(letters, is_wide=bool(marks & WIDE))
    reader.take(4 * runs + spoken)
    return text


class _Parts:
    """Bytes in several records, read one after the other."""

    def __init__(self, parts: Sequence[bytes]) -> None:
        self._parts, self._part, self._place = parts, 0, 0

    def take(self, length: int) -> bytes:
        """Take bytes, over the ends of records."""
        taken = b""
        while length > 0:
            piece = self._piece(length)
            taken, length = taken + piece, length - len(piece)
        return taken

    def letters(self, count: int, *, is_wide: bool) -> str:
        """Take letters; where a record ends among them, the next one says anew how wide they are."""
        text = b""
        while count > 0:
            if self._place == len(self._parts[self._part]):
                is_wide = bool(self.take(1)[0] & WIDE)
            width = 2 if is_wide else 1
            piece = self._piece(count * width)
            text += piece if is_wide else piece.decode("latin-1").encode("utf-16-le")
            count -= max(len(piece) // width, 1)
        return text.decode("utf-16-le", errors="replace")

    def _piece(self, length: int) -> bytes:
        """Take bytes of one record, of the next where this one is at its end."""
        while self._place == len(self._parts[self._part]):
            self._part, self._place = self._part + 1, 0
            if self._part == len(self._parts):
                raise ValueError("strings end too early")
        piece = self._parts[self._part][self._place : self._place + length]
        self._place += len(piece)
        return piece
