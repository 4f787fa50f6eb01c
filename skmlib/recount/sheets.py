"""The sheets of a file, each a grid of texts from its first row and column on; a CSV file is one sheet."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from skmlib.recount.refusal import CannotRecountError

MOST_CELLS = 10_000_000


@dataclasses.dataclass(frozen=True)
class Sheet:
    """A sheet.

    Attributes
    ----------
    name : str
        Its name; empty for a CSV file.
    rows : tuple of tuples of str
        Cells from the first row and column on, as far as each row is filled.
    told : tuple of str
        How it was read: a CSV file as Windows-1252 or saved twice, columns of ticks as answers.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    told: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many cells a sheet of a workbook spans; of the grids that a CSV file may be, none is the larger one."""
        return len(self.rows) * max(map(len, self.rows), default=0) if self.name else 0


class Grid:
    """Cells as they are found, by place from 0; a sheet once all are there."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._cells: dict[int, dict[int, str]] = {}

    def put(self, row: int, column: int, text: str) -> None:
        """Note a cell; nothing of an empty one."""
        if text:
            self._cells.setdefault(row, {})[column] = text

    def span(self, first: int, last: int, column: int) -> None:
        """Let the upper cell of merged ones stand for each of their rows, where no text of its own stands."""
        text = self._cells.get(first, {}).get(column, "")
        for row in range(first + 1, min(last, max(self._cells, default=0)) + 1):
            self.put(row, column, self._cells.get(row, {}).get(column, text))

    def sheet(self) -> Sheet:
        """Give the sheet.

        Raises
        ------
        CannotRecountError
            When it spans too many cells.
        """
        height = max(self._cells, default=-1) + 1
        if height * max((max(row) + 1 for row in self._cells.values()), default=0) > MOST_CELLS:
            raise CannotRecountError(f"lembar {self.name!r} terlalu besar")
        return Sheet(self.name, tuple(_line(self._cells.get(row, {})) for row in range(height)))


def _line(cells: dict[int, str]) -> tuple[str, ...]:
    """Lay cells side by side, with empty ones between."""
    return tuple(cells.get(column, "") for column in range(max(cells, default=-1) + 1))


def letters_to_number(letters: Iterable[str]) -> int:
    """Count columns from 0.

    Examples
    --------
    >>> letters_to_number("A"), letters_to_number("AA")
    (0, 26)
    """
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
