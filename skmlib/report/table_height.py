"""About how high a table will be in the PDF, from the lengths of its texts: to measure it there is to set it once more.

A letter that the PDF shows as a sign, such as ‹U+1F600›, counts as long as that. Lengths are points (1/72 inch).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from skmlib.survey.unseen import show_unseen, sign

TEXT_WIDTH = 453.0
LETTER_SIZES = ((11, 7.6), (8, 8.4), (0, 9.2))  # more columns than this, smaller letters
LETTER_WIDTH = 0.49  # of a usual letter, over its size
LINE_HEIGHT, LINE_GAP = 1.14, 0.48
CELL_PADDING, CELL_PADDING_MAX = 11.0, 12.0
ROW_PADDING = 10.4
LEAST_LETTERS = 4
WIDER = 1.06  # than its letters one by one, at most: a bracket stands off an f, a slash is wider in lighter letters
NOTE_LETTERS, NOTE_HEIGHT = 115, 10.2
HALF_PAGE = 326.0
PAGE = 454.0
MANY_ROWS = 40
SURELY_LOWER, SURELY_HIGHER = 0.7, 1.8


def letter_size(columns: int) -> float:
    """Choose the size of the letters by the number of columns.

    Examples
    --------
    >>> letter_size(4), letter_size(12)
    (9.2, 7.6)
    """
    return next(size for more_than, size in LETTER_SIZES if columns > more_than or not more_than)


def guess_heights(rows: Sequence[Sequence[str]], shares: Sequence[float | None], *, size: float) -> list[float]:
    """Guess the height of each row of a table.

    Parameters
    ----------
    rows : sequence of sequence of str
        The cells, with the headings as first row.
    shares : sequence of float or None
        Share of the free width of each column; None where it is as wide as its cells need.
    size : float
        Of the letters.

    Returns
    -------
    list of float

    Examples
    --------
    >>> short, long = ("A", "1"), ("Penanganan pengaduan " * 9, "2")
    >>> one, two = guess_heights([short, long], [1.0, None], size=9.2)
    >>> round(two - one, 1)  # one further line
    10.5
    """
    rows = [[show_as_set(cell) for cell in row] for row in rows]
    letter = LETTER_WIDTH * size
    fixed = sum(
        letter * max((len(line) for row in rows[1:] for line in row[place].split("\n")), default=0)
        for place, share in enumerate(shares)
        if not share
    )
    free = (TEXT_WIDTH - CELL_PADDING * len(shares) - fixed) / letter
    whole = sum(share or 0 for share in shares)
    fits = [max(LEAST_LETTERS, free * share / whole) if share else math.inf for share in shares]
    lines = [max(map(_count_lines, row, fits)) for row in rows]
    return [(count * LINE_HEIGHT - LINE_GAP) * size + ROW_PADDING for count in lines]


def have_one_line(rows: Sequence[Sequence[str]], shares: Sequence[float | None], *, size: float) -> bool:
    """Tell whether each cell surely has one line: its letters are measured, in columns whose width is known.

    Parameters
    ----------
    rows, shares, size
        As for `guess_heights`, without the headings.

    Returns
    -------
    bool

    Examples
    --------
    >>> have_one_line([("12", "3,50")], [2.4, 1.0], size=9.2), have_one_line([("12", "3,50" * 40)], [2.4, 1.0], size=9.2)
    (True, False)
    >>> have_one_line([("12", "3,50")], [2.4, None], size=9.2)
    False
    """
    if not all(shares):
        return False
    from skmlib.report.lettering import BOLD, text_width  # loaded here: matplotlib reads typefaces

    rooms = [TEXT_WIDTH * share / sum(shares) - CELL_PADDING_MAX for share in shares]
    columns = ({*map(show_unseen, column)} for column in zip(*rows, strict=True))
    return all(
        "\n" not in cell and WIDER * text_width(cell, size, weight=BOLD) <= room
        for room, cells in zip(rooms, columns, strict=True)
        for cell in cells
    )


def guess_notes_height(notes: Sequence[str]) -> float:
    """Guess the height of the sentences below a table.

    Examples
    --------
    >>> guess_notes_height(["Sumber: responden.csv", ""])
    10.2
    """
    return sum(math.ceil(len(show_as_set(note)) / NOTE_LETTERS) * NOTE_HEIGHT for note in notes)


def show_as_set(text: str) -> str:
    """Replace letters that our typeface lacks by the signs that the PDF shows.

    Examples
    --------
    >>> show_as_set("bagus 👍")
    'bagus ‹U+1F44D›'
    """
    if text.isascii():
        return text
    from skmlib.report.lettering import printable  # loaded here: matplotlib reads typefaces

    known = printable()
    return "".join(letter if ord(letter) in known else sign(letter) for letter in show_unseen(text))


def _count_lines(cell: str, fits: float) -> int:
    """Count the lines of a cell into whose lines so many letters fit."""
    return sum(max(1, math.ceil(len(line) / fits)) for line in cell.split("\n"))


def choose_division(height: float, *, rows: int, is_kept: bool) -> str:
    """Choose whether a table may be divided over pages.

    Parameters
    ----------
    height : float
        Of the whole table, guessed.
    rows : int
        How many it has.
    is_kept : bool
        Whether it is asked for in one piece.

    Returns
    -------
    str
        `"utuh"` in one piece, `"bebas"` divided where it must, `"ukur"`: it must be measured, since it fills about half a page.

    Examples
    --------
    >>> [choose_division(height, rows=9, is_kept=False) for height in (120, 350, 800)]
    ['utuh', 'ukur', 'bebas']
    >>> choose_division(350, rows=9, is_kept=True)
    'utuh'
    """
    if is_kept and height < PAGE:
        return "utuh"
    share = height / HALF_PAGE
    if rows > MANY_ROWS or share > SURELY_HIGHER:
        return "bebas"
    return "utuh" if share < SURELY_LOWER else "ukur"
