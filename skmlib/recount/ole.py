"""A stream of an OLE2 file: the small file system of sectors in which old programs keep their documents.

A header names the first sectors of a table that says which sector follows which (FAT). Streams below 4,096 bytes lie in a
stream of small sectors, with a table of their own.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
HEADER_LENGTH, ENTRY_LENGTH, NUMBERS_IN_HEADER = 512, 128, 109
LARGEST_SECTOR = 0xFFFFFFFA  # numbers from here on mean the end, or nothing
ROOT, STREAM = 5, 2


def read_stream(content: bytes, names: Sequence[str]) -> bytes:
    """Read the first of some streams that is there.

    Parameters
    ----------
    content : bytes
        An OLE2 file.
    names : sequence of str
        Names of streams, the likeliest first.

    Returns
    -------
    bytes
        Its content.

    Raises
    ------
    KeyError
        When none of them is there.
    ValueError, struct.error
        When the file is broken.
    """
    file = _File(content)
    for name in names:
        if name in file.entries:
            return file.read(*file.entries[name])
    raise KeyError(names[0])


class _File:
    """An OLE2 file."""

    def __init__(self, content: bytes) -> None:
        if not content.startswith(SIGNATURE):
            raise ValueError("no OLE2 file")
        self._content = content
        shift, small_shift = struct.unpack_from("<HH", content, 30)
        self._size, self._small_size = 1 << shift, 1 << small_shift
        directory, _, self._cutoff, small_table, _, more, _ = struct.unpack_from("<IIIIIII", content, 48)
        self._following = self._table(self._table_places(more))
        self._small_following = self._numbers(self._chain(small_table)) if small_table < LARGEST_SECTOR else []
        self._small = b""
        self.entries: dict[str, tuple[int, int]] = {}
        folder = self._chain(directory)
        for place in range(0, len(folder) - ENTRY_LENGTH + 1, ENTRY_LENGTH):
            self._note(folder[place : place + ENTRY_LENGTH])

    def read(self, start: int, length: int) -> bytes:
        """Read a stream."""
        if length >= self._cutoff:
            return self._chain(start)[:length]
        parts, seen = [], 0
        while start < LARGEST_SECTOR and seen < len(self._small_following):
            parts.append(self._small[start * self._small_size : (start + 1) * self._small_size])
            start, seen = self._small_following[start], seen + 1
        return b"".join(parts)[:length]

    def _note(self, entry: bytes) -> None:
        """Note an entry of the directory; the root holds the stream of small sectors."""
        letters, kind = struct.unpack_from("<HB", entry, 64)
        start, length = struct.unpack_from("<II", entry, 116)
        if kind == ROOT:
            self._small = self._chain(start)[:length] if length else b""
        elif kind == STREAM:
            self.entries[entry[: max(letters - 2, 0)].decode("utf-16-le", errors="replace")] = (start, length)

    def _sector(self, number: int) -> bytes:
        """Give a sector; the last may be cut short."""
        return self._content[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, start: int) -> bytes:
        """Join the sectors that follow each other; a ring ends after as many as there are."""
        parts: list[bytes] = []
        while start < LARGEST_SECTOR and len(parts) <= len(self._following):
            parts.append(self._sector(start))
            start = self._following[start]
        return b"".join(parts)

    def _table_places(self, more: int) -> list[int]:
        """Give the sectors of the table: the first in the header, the others in sectors of their own."""
        places = list(struct.unpack_from(f"<{NUMBERS_IN_HEADER}I", self._content, 76))
        seen = 0
        while more < LARGEST_SECTOR and seen * self._size < len(self._content):
            *further, more = self._numbers(self._sector(more))
            places, seen = places + further, seen + 1
        return [place for place in places if place < LARGEST_SECTOR]

    def _table(self, places: Sequence[int]) -> list[int]:
        """Read which sector follows which."""
        return [number for place in places for number in self._numbers(self._sector(place))]

    @staticmethod
    def _numbers(content: bytes) -> list[int]:
        """Read whole numbers of four bytes."""
        return list(struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4]))
