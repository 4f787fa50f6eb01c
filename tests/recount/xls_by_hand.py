"""XLS workbooks (BIFF8, or BIFF5 of Excel 95, in an OLE2 file), made by hand: as little as Excel needs to open one."""

import dataclasses
import datetime
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
FULL = 8224  # bytes that a record holds
DAY_FORMAT, TIME_FORMAT = 14, 22
PAGES = {10000: "mac-roman", 32769: "cp1252"}
STYLES = (0, DAY_FORMAT, TIME_FORMAT, 164)
BEGINNING = datetime.datetime(1899, 12, 30)


@dataclasses.dataclass(frozen=True)
class Formula:
    """A formula with the value that was stored for it; the formula itself is left out."""

    value: float | bool | str


def write_xls(
    path: Path,
    sheets: Mapping[str, Sequence[Sequence[object]]],
    merged: Sequence[tuple] = (),
    *,
    page: int | None = None,
) -> None:
    """Write sheets of rows of texts, numbers, days, yes and no; `merged` are first and last row and column of all sheets.

    With a code page, as Excel 95 does.
    """
    texts = list(
        dict.fromkeys(cell for rows in sheets.values() for row in rows for cell in row if isinstance(cell, str))
    )
    bodies = [_sheet(rows, texts, merged, page) for rows in sheets.values()]
    head = _begin(5, page)
    if page:
        head += _record(0x0042, struct.pack("<H", page))
    head += _record(0x041E, struct.pack("<H", 164) + _string('0 "hari"', page, letters_in=1 if page else 2))
    head += b"".join(_record(0x00E0, struct.pack("<HH16x", 0, number)) for number in STYLES)
    ends = (b"" if page else _shared(texts)) + _record(0x000A, b"")
    place = len(head) + sum(len(_boundary(name, 0, page)) for name in sheets) + len(ends)
    for name, body in zip(sheets, bodies, strict=True):
        head, place = head + _boundary(name, place, page), place + len(body)
    path.write_bytes(_ole(b"".join([head, ends, *bodies]), "Book" if page else "Workbook"))


def _begin(kind: int, page: int | None) -> bytes:
    """Write how a part begins."""
    if page:
        return _record(0x0809, struct.pack("<HHHH", 0x0500, kind, 0, 1995))
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 1997, 0, 0x06000600))


def _sheet(rows: Sequence[Sequence[object]], texts: Sequence[str], merged: Sequence[tuple], page: int | None) -> bytes:
    """Write one sheet."""
    parts = [_begin(16, page)]
    for place, row in enumerate(rows):
        parts += [_cell(place, column, value, texts, page) for column, value in enumerate(row) if value is not None]
    if merged:
        spans = b"".join(struct.pack("<HHHH", *span) for span in merged)
        parts.append(_record(0x00E5, struct.pack("<H", len(merged)) + spans))
    return b"".join([*parts, _record(0x000A, b"")])


def _cell(row: int, column: int, value: object, texts: Sequence[str], page: int | None) -> bytes:
    """Write a cell; whole numbers as RK, others as NUMBER."""
    at = struct.pack("<HHH", row, column, 0)
    if isinstance(value, Formula):
        return _formula(at, value.value, page)
    if isinstance(value, bool):
        return _record(0x0205, at + bytes([value, 0]))
    if isinstance(value, int):
        return _record(0x027E, at + struct.pack("<I", ((value & 0x3FFFFFFF) << 2) | 2))
    if isinstance(value, float):
        return _record(0x0203, at + struct.pack("<d", value))
    if isinstance(value, datetime.date):
        has_time = isinstance(value, datetime.datetime)
        moment = value if has_time else datetime.datetime.combine(value, datetime.time())
        style = struct.pack("<HHH", row, column, 2 if has_time else 1)
        return _record(0x0203, style + struct.pack("<d", (moment - BEGINNING) / datetime.timedelta(days=1)))
    if page:
        return _record(0x0204, at + _string(str(value), page))
    return _record(0x00FD, at + struct.pack("<I", texts.index(str(value))))


def _formula(at: bytes, value: float | bool | str, page: int | None) -> bytes:
    """Write a formula; its text follows in a record of its own."""
    if isinstance(value, str):
        result, more = b"\0\0\0\0\0\0\xff\xff", _record(0x0207, _string(value, page))
    elif isinstance(value, bool):
        result, more = bytes([1, 0, value, 0, 0, 0, 0xFF, 0xFF]), b""
    else:
        result, more = struct.pack("<d", value), b""
    return _record(0x0006, at + result + struct.pack("<HIH", 0, 0, 0)) + more


def _boundary(name: str, place: int, page: int | None) -> bytes:
    """Write where a sheet begins."""
    told = _string(name, page, letters_in=1) if page else bytes([len(name), 1]) + name.encode("utf-16-le")
    return _record(0x0085, struct.pack("<IBB", place, 0, 0) + told)


def _shared(texts: Sequence[str]) -> bytes:
    """Write the table of texts, cut into records where one is full, also within a text."""
    records, now = [], struct.pack("<II", len(texts), len(texts))
    for text in texts:
        is_wide = any(ord(letter) > 255 for letter in text)
        width, letters = (2, text.encode("utf-16-le")) if is_wide else (1, text.encode("latin-1"))
        if len(now) + 3 > FULL:
            records, now = [*records, now], b""
        now += struct.pack("<HB", len(letters) // width, is_wide)
        while letters:
            room = (FULL - len(now)) // width * width
            now, letters = now + letters[:room], letters[room:]
            if letters:
                records, now = [*records, now], bytes([is_wide])
    first, *others = [*records, now]
    return _record(0x00FC, first) + b"".join(_record(0x003C, part) for part in others)


def _string(text: str, page: int | None = None, *, letters_in: int = 2) -> bytes:
    """Write a string of one byte a letter."""
    letters = text.encode(PAGES.get(page, f"cp{page}") if page else "latin-1")
    return len(letters).to_bytes(letters_in, "little") + (b"" if page else b"\0") + letters


def _record(kind: int, content: bytes) -> bytes:
    """Write a record."""
    return struct.pack("<HH", kind, len(content)) + content


def _ole(stream: bytes, name: str) -> bytes:
    """Put a stream into an OLE2 file: its sectors, the directory, the table of sectors."""
    stream = stream.ljust(4096, b"\0")  # a shorter stream would lie in small sectors
    stream = stream.ljust(-(-len(stream) // SECTOR) * SECTOR, b"\0")
    count = len(stream) // SECTOR
    tables = 1
    while (count + 1 + tables) * 4 > tables * SECTOR:
        tables += 1
    following = [*range(1, count), END, END, *[TABLE] * tables]
    following += [FREE] * (tables * SECTOR // 4 - len(following))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, tables, count, 0, 4096, END, 0, END, 0)
    places = [count + 1 + number for number in range(tables)]
    header += struct.pack("<109I", *places, *[FREE] * (109 - tables))
    folder = _entry("Root Entry", 5, END, 0, child=1) + _entry(name, 2, 0, len(stream)) + bytes(2 * 128)
    return header + stream + folder + struct.pack(f"<{len(following)}I", *following)


def _entry(name: str, kind: int, start: int, length: int, child: int = FREE) -> bytes:
    """Write an entry of the directory."""
    letters = (name + "\0").encode("utf-16-le")
    entry = letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, FREE, FREE, child)
    return entry + bytes(36) + struct.pack("<III", start, length, 0)
