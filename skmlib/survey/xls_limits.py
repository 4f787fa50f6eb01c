"""What an XLS workbook may claim: the format before XLSX, looked through before the library that reads it believes a word.

An XLS file is a small file system: chains of sectors hold streams, and the stream `Workbook` holds records, one after another.
A chain that bites its own tail, a sector or a sheet behind the end, a table larger than the file and a sheet of four thousand
million rows make readers fill the memory until they are killed. So every chain that a reader follows is walked here once, in
no more steps than there are sectors, and every record is looked at. What does not fit is damaged; what fits and spans too many
cells is too large, as in `workbook_limits.py`.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import islice

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAST_SECTOR, END_OF_CHAIN = 0xFFFFFFFA, 0xFFFFFFFE
SECTOR_SHIFTS = (9, 12)
HEADER, ENTRY, MINI_SECTOR, MINI_STREAM_BELOW = 512, 128, 64, 4096
STREAMS = ("workbook", "book")
SHEETS_MAX = 1_000
ROWS_MAX, COLUMNS_MAX = 65_536, 256
BOF, SHEET, LOCKED, DIMENSIONS, MERGED, NAME, FORMULA = 0x0809, 0x0085, 0x002F, 0x0200, 0x00E5, 0x0018, 0x0006
SHORTEST = {BOF: 4, SHEET: 8, LOCKED: 2, DIMENSIONS: 10, MERGED: 2, NAME: 15, 0x0022: 2, 0x0042: 2, 0x0017: 2}
CELLS = {FORMULA: 22, 0x0203: 14, 0x0204: 8, 0x00D6: 8, 0x0205: 8, 0x027E: 10, 0x00FD: 10, 0x00BD: 6}
MANY = 0x00BD  # the record of several cells of a row


class DamagedXls(ValueError):
    """Raised when a workbook contradicts itself, or is locked."""


def xls_cells(content: bytes) -> int:
    """Count the cells that the sheets of an XLS workbook span.

    Parameters
    ----------
    content : bytes
        A file that begins as an XLS does.

    Returns
    -------
    int
        From the first cell to the last of every sheet, together: what a reader makes a grid of.

    Raises
    ------
    DamagedXls
        When it contradicts itself, has no workbook in it, or is locked.
    """
    try:
        return _count_cells(_Sectors(content).workbook())
    except (struct.error, IndexError) as error:
        raise DamagedXls("cut short") from error


class _Sectors:
    """The sectors of the file, and the tables that chain them."""

    def __init__(self, content: bytes) -> None:
        shift, mini_shift = struct.unpack_from("<HH", content, 30)
        if content[:8] != MAGIC or shift not in SECTOR_SHIFTS or 2**mini_shift != MINI_SECTOR:
            raise DamagedXls("no compound file")
        self._content, self._size = content, 2**shift
        self._total = -(-len(content) // self._size)
        self._steps = 0  # chains share no sector, so all of them together are no longer than the file
        tables, directory, minis, minis_total, further = (
            struct.unpack_from("<I", content, place)[0] for place in (44, 48, 60, 64, 68)
        )
        if max(tables, minis_total) > self._total:
            raise DamagedXls("tables larger than the file")
        self._table = self._read_table(further)
        entries = b"".join(self._chain(directory, None))
        self._entries = [entries[place : place + ENTRY] for place in range(0, len(entries) - ENTRY + 1, ENTRY)]
        self._minis, self._small = [], b""
        if minis_total:
            self._small = self._stream(self._entries[0])
            self._minis = _numbers(b"".join(self._chain(minis, minis_total)))

    def workbook(self) -> bytes:
        """Give the stream with the records; a small one lies in pieces in another."""
        for entry in self._entries:
            name = entry[:64].decode("utf-16-le", "replace").partition("\0")[0]
            if name.casefold() in STREAMS:
                start, size = struct.unpack_from("<II", entry, 116)
                if size >= MINI_STREAM_BELOW:
                    return self._stream(entry)
                places = islice(_walk(start, self._minis), -(-size // MINI_SECTOR))
                pieces = (self._small[place * MINI_SECTOR : (place + 1) * MINI_SECTOR] for place in places)
                return b"".join(pieces)[:size]
        raise DamagedXls("no workbook in it")

    def _stream(self, entry: bytes) -> bytes:
        """Read the sectors of an entry of the directory."""
        start, size = struct.unpack_from("<II", entry, 116)
        return b"".join(self._chain(start, -(-size // self._size)))[:size]

    def _sector(self, number: int) -> bytes:
        """Give a sector; the last one of a file may be cut short."""
        self._steps += 1
        sector = self._content[(number + 1) * self._size : (number + 2) * self._size]
        if not sector or self._steps > self._total:
            raise DamagedXls("a sector behind the end, or in two chains")
        return sector

    def _read_table(self, further: int) -> list[int]:
        """Read the table that says which sector follows which; its own sectors are listed in the header and beyond."""
        listed = list(struct.unpack_from("<109I", self._content, 76))
        while further < LAST_SECTOR:
            *more, further = _numbers(self._sector(further))
            listed += more
        return [number for place in listed if place < LAST_SECTOR for number in _numbers(self._sector(place))]

    def _chain(self, start: int, most: int | None) -> Iterator[bytes]:
        """Follow a chain to its end, or for as many sectors as are asked for; `_sector` ends one that has no end."""
        return map(self._sector, islice(_walk(start, self._table), most))


def _walk(number: int, table: list[int]) -> Iterator[int]:
    """Follow a chain."""
    while number != END_OF_CHAIN:
        yield number
        number = table[number]


def _numbers(sector: bytes) -> list[int]:
    """Read the numbers of a table."""
    return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Give place, kind and content of each record; behind the last there may be less than one."""
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        if place + 4 + length > len(stream):
            return
        yield place, kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _count_cells(stream: bytes) -> int:
    """Look at every record, and add up how far the sheets reach."""
    cells = height = width = 0
    starts, named = set(), []
    for place, kind, record in _records(stream):
        if len(record) < max(SHORTEST.get(kind, 0), CELLS.get(kind, 0)):
            raise DamagedXls("a record cut short")
        if kind == BOF:
            starts.add(place)
            cells, height, width = cells + height * width, 0, 0
        elif kind in CELLS:
            row, column = struct.unpack_from("<HH", record)
            if kind == FORMULA and len(record) < 22 + struct.unpack_from("<H", record, 20)[0]:
                raise DamagedXls("a formula cut short")
            last = struct.unpack_from("<H", record, len(record) - 2)[0] if kind == MANY else column
            height, width = max(height, row + 1), max(width, column + 1, last + 1)
        elif kind == SHEET:
            named.append(struct.unpack_from("<I", record)[0])
        else:
            _check_record(kind, record)
    if len(named) > SHEETS_MAX or len(set(named)) < len(named) or not starts.issuperset(named):
        raise DamagedXls("sheets that are not there")
    return cells + height * width


def _check_record(kind: int, record: bytes) -> None:
    """Refuse what a reader would believe: the size of a sheet, the number of merged cells; and a lock."""
    if kind == LOCKED:
        raise DamagedXls("locked")
    if kind == MERGED and len(record) < 2 + 8 * struct.unpack_from("<H", record)[0]:
        raise DamagedXls("merged cells cut short")
    if kind == NAME and len(record) < 14 + struct.unpack_from("<H", record, 4)[0]:
        raise DamagedXls("a name cut short")
    if kind == DIMENSIONS:
        wide = len(record) >= 14
        top, bottom, left, right = struct.unpack_from("<IIHH" if wide else "<HHHH", record)
        if bottom > ROWS_MAX or right > COLUMNS_MAX or top > max(bottom, 1) or left > max(right, 1):
            raise DamagedXls("a sheet of another format")
