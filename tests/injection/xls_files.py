"""XLS workbooks written byte by byte, so that every number in them can be a lie."""

import struct
from collections.abc import Callable

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def label(row: int, column: int, text: bytes) -> bytes:
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text)


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def dimensions(top: int, bottom: int, left: int, right: int) -> bytes:
    return record(0x0200, struct.pack("<IIHHH", top, bottom, left, right, 0))


def strings(count: int, *texts: bytes) -> bytes:
    written = b"".join(struct.pack("<HB", len(text), 0) + text for text in texts)
    return record(0x00FC, struct.pack("<II", count, count) + written)


def sheets(*places: int) -> bytes:
    """Name sheets that begin at those places of the stream."""
    names = [b"Data%d" % number for number in range(len(places))]
    parts = (struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name for place, name in zip(places, names, strict=True))
    return b"".join(record(0x0085, part) for part in parts)


def opening(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 0x07CC, 0, 6))


ANSWERS = label(0, 0, b"Syarat") + label(0, 1, b"Biaya") + number(1, 0, 4) + number(1, 1, 3)


def stream(
    *cells: bytes, before: bytes = b"", places: Callable[[int], tuple[int, ...]] = lambda place: (place,)
) -> bytes:
    """Write the records of a workbook with one sheet."""
    head = len(opening(5) + before + sheets(*places(0)) + record(0x000A))
    return b"".join([opening(5), before, sheets(*places(head)), record(0x000A), opening(0x10), *cells, record(0x000A)])


def entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    spelled = f"{name}\0".encode("utf-16-le")
    kinds = struct.pack("<HBBIII", len(spelled), kind, 1, FREE, FREE, child)
    return spelled.ljust(64, b"\0") + kinds + bytes(36) + struct.pack("<III", start, size, 0)


def compound(
    content: bytes,
    *,
    name: str = "Workbook",
    size: int | None = None,
    chains: dict[int, int] | None = None,
    header: dict[int, int] | None = None,
) -> bytes:
    """Put a stream into a compound file: sector 0 is the table, 1 the directory, from 2 on stands the stream.

    `chains` changes which sector follows which, `header` the numbers at some places of the header.
    """
    data = content.ljust(max(4096, -(-len(content) // SECTOR) * SECTOR), b"\0")
    total = len(data) // SECTOR
    tables = 1
    while total + 1 + tables > tables * SECTOR // 4:
        tables += 1
    first = tables + 1
    following = [TABLE] * tables + [END] + [first + place for place in range(1, total)] + [END]
    for place, after in (chains or {}).items():
        following[place] = after
    following += [FREE] * (tables * SECTOR // 4 - len(following))
    directory = entry("Root Entry", 5, END, 0, 1) + entry(name, 2, first, len(data) if size is None else size)
    listed = [*range(tables), *[FREE] * (109 - tables)]
    head = bytearray(MAGIC + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6))
    head += struct.pack("<9I", 0, tables, tables, 0, 4096, END, 0, END, 0) + struct.pack("<109I", *listed)
    for place, value in (header or {}).items():
        struct.pack_into("<I", head, place, value)
    table = struct.pack(f"<{len(following)}I", *following)
    return bytes(head) + table + directory.ljust(SECTOR, b"\0") + data
