"""Charts made of rows: a name at the left, a mark on a common x axis, figures at the right.

Inside a plot one unit of y is one point, so a bar is equally thick in every chart and a row grows with the lines of its
name. Margins come from the measured names, so nothing is cut and every chart is laid out once. Rows may stand in several
panels, each with a heading, on one x axis below the last.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from skmlib.report.drawing import (
    AXIS_HEIGHT,
    GAP,
    LABEL_SIZE,
    PAGE_WIDTH,
    SMALL_SIZE,
    Drawing,
    start_drawing,
    write,
)
from skmlib.report.lettering import BOLD, text_width, widest, wrap_text
from skmlib.report.plot import Plot

LINE_HEIGHT = 11.0
NAMES_SHARE = 0.36
HEADING_SHARE = 0.9  # of the width as measured in regular letters: headings are bold
ROW_HEIGHT = 19.0
BAR_HEIGHT = 12.0
FIRST_HEADING = 17.0
NEXT_HEADING = 25.0
COLUMN_GAP = 13.0
COLUMNS_HEAD = 14.0
HEADING_OFFSET = 6.0
HEADING_LINE = 13.5
HEAD_OFFSET = 5.0

Columns = Mapping[str, Sequence[str]]


@dataclasses.dataclass(frozen=True)
class Panel:
    """Rows that stand together.

    Attributes
    ----------
    names : sequence of str
        Name of each row, from top to bottom.
    codes : sequence of str
        Short label before each name, such as U1; may be empty.
    heading : str
        Stands above the rows; may be empty.
    """

    names: Sequence[str]
    codes: Sequence[str] = ()
    heading: str = ""


@dataclasses.dataclass(frozen=True)
class Rows:
    """A drawing of rows: where the marks go.

    Attributes
    ----------
    drawing : Drawing
        The whole drawing.
    tops, heights : tuple of float
        Where each panel begins, in points from the top, and how high it is.
    middles : tuple of tuple of float
        The middle of each row on the y scale of its panel.
    left, width : float
        Where the panels begin, and how wide they are, in points.
    """

    drawing: Drawing
    tops: tuple[float, ...]
    heights: tuple[float, ...]
    middles: tuple[tuple[float, ...], ...]
    left: float
    width: float

    def plot(self, low: float, high: float, *, panel: int = 0) -> Plot:
        """Begin the plot of a panel, with an x scale from one value to another."""
        height = self.heights[panel]
        place = (self.left, self.tops[panel], self.width, height)
        return Plot(self.drawing, *place, x=(low, high), y=(height, 0))

    def write_cells(self, left: float, cells: Sequence[str], *, panel: int = 0, **look: str | float) -> None:
        """Write one cell in each row of a panel, at a place in points from the left of the page."""
        for middle, cell in zip(self.middles[panel], cells, strict=False):
            write(self.drawing, left, self.tops[panel] + middle, cell, va="center", **look)


def lay_out_rows(panels: Sequence[Panel], *, head: float = 0.0, right: float = 0.0, row: float = ROW_HEIGHT) -> Rows:
    """Begin a drawing of rows, with every margin as wide as its names need.

    Parameters
    ----------
    panels : sequence of Panel
        From top to bottom, on one x axis below the last.
    head, right : float
        Room above the first panel, and right of the panels, in points.
    row : float
        Least height of a row in points.

    Returns
    -------
    Rows

    Examples
    --------
    >>> rows = lay_out_rows([Panel(["Laki-laki", "Perempuan"])], right=20)
    >>> rows.middles, [text.get_text() for text in rows.drawing.artists]
    (((9.5, 28.5),), ['Laki-laki', 'Perempuan'])
    """
    coded = widest([code for panel in panels for code in panel.codes], LABEL_SIZE, weight=BOLD)
    indent = coded + GAP if coded else 0.0
    names = [
        [wrap_text(name, PAGE_WIDTH * NAMES_SHARE - indent, LABEL_SIZE) for name in panel.names] for panel in panels
    ]
    left = indent + widest([name for part in names for name in part], LABEL_SIZE) + GAP
    heights = [[max(row, LINE_HEIGHT * (name.count("\n") + 1) + GAP) for name in part] for part in names]
    headings = [wrap_text(panel.heading, PAGE_WIDTH * HEADING_SHARE, LABEL_SIZE) for panel in panels]
    further = [HEADING_LINE * heading.count("\n") for heading in headings]
    gaps = [
        (NEXT_HEADING if place else FIRST_HEADING) + further[place] if heading else 0.0
        for place, heading in enumerate(headings)
    ]
    tops = [head + sum(gaps[: place + 1]) + sum(map(sum, heights[:place])) for place in range(len(panels))]
    drawing = start_drawing(tops[-1] + sum(heights[-1]) + AXIS_HEIGHT)
    width = PAGE_WIDTH - left - max(right, GAP)
    middles = [tuple(sum(sizes[:place]) + size / 2 for place, size in enumerate(sizes)) for sizes in heights]
    rows = Rows(drawing, tuple(tops), tuple(map(sum, heights)), tuple(middles), left, width)
    for place, panel in enumerate(panels):
        if headings[place]:
            write(drawing, 0, tops[place] - HEADING_OFFSET, headings[place], fontweight=BOLD, linespacing=1.15)
        rows.write_cells(0, panel.codes, panel=place, fontweight=BOLD, ha="left")
        if coded:
            rows.write_cells(indent, names[place], panel=place, linespacing=1.15, ha="left")
        else:
            rows.write_cells(left - GAP, names[place], panel=place, linespacing=1.15, ha="right")
    return rows


def columns_width(columns: Columns) -> float:
    """Measure the room that columns of figures need at the right of the panels.

    Examples
    --------
    >>> columns_width({"Mutu": ["A"]}) == text_width("Mutu", SMALL_SIZE) + COLUMN_GAP
    True
    """
    return sum(_column_widths(columns))


def write_columns(rows: Rows, columns: Columns) -> None:
    """Write columns of figures at the right of the first panel, each below its heading.

    Parameters
    ----------
    rows : Rows
        Laid out with `columns_width` at the right and `COLUMNS_HEAD` above.
    columns : mapping
        The cells of each column by its heading, from left to right.

    Examples
    --------
    >>> columns = {"n": ["168", "92"]}
    >>> rows = lay_out_rows([Panel(["Laki-laki", "Perempuan"])], head=COLUMNS_HEAD, right=columns_width(columns))
    >>> write_columns(rows, columns)
    >>> [text.get_text() for text in rows.drawing.artists]
    ['Laki-laki', 'Perempuan', 'n', '168', '92']
    """
    left = rows.left + rows.width
    for width, (heading, cells) in zip(_column_widths(columns), columns.items(), strict=True):
        left += width
        write(rows.drawing, left, rows.tops[0] - HEAD_OFFSET, heading, fontsize=SMALL_SIZE, ha="right")
        rows.write_cells(left, cells, ha="right")


def _column_widths(columns: Columns) -> list[float]:
    """Measure each column with the gap at its left."""
    return [
        COLUMN_GAP + max(text_width(heading, SMALL_SIZE), widest(cells, LABEL_SIZE))
        for heading, cells in columns.items()
    ]
