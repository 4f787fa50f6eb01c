"""The numbers in the tables of a page, each with what its column and its row are about."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from bs4 import BeautifulSoup, Tag

NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
CELL = re.compile(rf"[+−-]?({NUMBER})(?: ?%)?(?:\s?–\s?[+−-]?({NUMBER})(?: ?%)?)?")
SUM = "tebal"  # class of a row of sums or means


@dataclasses.dataclass(frozen=True)
class Place:
    """Where numbers stand in a table.

    Attributes
    ----------
    heading : str
        Headings of the column, the outer first, with " / " between.
    row : frozenset of str
        Words that say what the row is about: its headings, and the names in a ranked row.
    others : frozenset of str
        For a row of sums or means: what the other rows are about. Empty for those.
    """

    heading: str
    row: frozenset[str]
    others: frozenset[str] = frozenset()

    @property
    def sums(self) -> str:
        """The heading of a row of sums or means; empty for another row."""
        return " ".join(sorted(self.row)) if self.others else ""


@dataclasses.dataclass(frozen=True)
class PrintedNumber:
    """A number of a table: without its sign, with the decimals it is written with, and the text of its cell."""

    value: Fraction
    decimals: int
    written: str
    place: Place
    caption: str


def read_table_numbers(page: Path) -> Iterator[PrintedNumber]:
    """Read the numbers in the tables of a page: cells that hold one number or an interval.

    Parameters
    ----------
    page : Path
        An HTML page.

    Yields
    ------
    PrintedNumber
        In the order of the page; two of an interval.
    """
    for table in BeautifulSoup(page.read_bytes().decode("utf-8", errors="replace"), "html.parser")("table"):
        caption = table.caption.get_text() if table.caption else "tabel"
        headings, rows = headings_of(table), table("tr")
        about = [_words(row) for row in rows]
        others = frozenset().union(*(words for row, words in zip(rows, about, strict=True) if not _is_sum(row)))
        for row, words in zip(rows, about, strict=True):
            for heading, written in _cells(row, headings):
                place = Place(heading, words, others if _is_sum(row) else frozenset())
                for value, decimals in _numbers(written):
                    yield PrintedNumber(value, decimals, written, place, caption)


def headings_of(table: Tag) -> list[str]:
    """Name the columns of a table: the headings above each, outer first, with " / " between.

    Parameters
    ----------
    table : Tag
        A table with its headings in `thead`; cells may span rows and columns.

    Returns
    -------
    list of str
        One a column; none without a head.
    """
    grid: dict[tuple[int, int], str] = {}
    for place, row in enumerate(table.thead("tr") if table.thead else ()):
        column = 0
        for cell in row(["th", "td"]):
            while (place, column) in grid:
                column += 1
            width, height = (int(cell.get(name, 1)) for name in ("colspan", "rowspan"))
            told = " ".join(cell.get_text(" ").split())
            grid |= {(place + down, column + right): told for down in range(height) for right in range(width)}
            column += width
    columns = sorted({column for _, column in grid})
    return [" / ".join(dict.fromkeys(grid[key] for key in sorted(grid) if key[1] == column)) for column in columns]


def _cells(row: Tag, headings: list[str]) -> Iterator[tuple[str, str]]:
    """Give the cells of a row that are no headings themselves: heading of the column, and text."""
    column = 0
    for cell in row(["th", "td"]):
        if cell.name == "td":
            yield headings[column] if column < len(headings) else "", _text(cell)
        column += int(cell.get("colspan", 1))


def _words(row: Tag) -> frozenset[str]:
    """Give the words that say what a row is about: its headings; in a ranked row, headed by a number, the names too."""
    told = list(map(_text, row("th")))
    if not any(map(_has_letters, told)):
        told += filter(_has_letters, map(_text, row("td")))
    return frozenset(filter(None, told))


def _is_sum(row: Tag) -> bool:
    """Say whether a row holds sums or means."""
    return SUM in row.get("class", ())


def _has_letters(text: str) -> bool:
    """Tell words from numbers and letters of quality."""
    return sum(map(str.isalpha, text)) > 1


def _text(cell: Tag) -> str:
    """Give the text of a cell."""
    return " ".join(cell.get_text(" ").split())


def first_number(written: str) -> tuple[Fraction, int] | None:
    """Read the number that a text begins with, without its sign, and its decimals; None where it begins with none.

    Examples
    --------
    >>> first_number("1.000 orang"), first_number("A")
    ((Fraction(1000, 1), 0), None)
    """
    found = re.match(rf"[+−-]?({NUMBER})", written)
    return _read(found[1]) if found else None


def _numbers(written: str) -> Iterator[tuple[Fraction, int]]:
    """Read a number or the two ends of an interval, with decimals."""
    found = CELL.fullmatch(written)
    yield from map(_read, filter(None, found.groups() if found else ()))


def _read(text: str) -> tuple[Fraction, int]:
    """Read a number with its decimals."""
    whole, _, decimals = text.partition(",")
    return Fraction(f"{whole.replace('.', '')}.{decimals or 0}"), len(decimals)
