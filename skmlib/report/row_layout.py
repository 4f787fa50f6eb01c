"""Charts made of rows: a name at the left, a mark on a common x axis, figures at the right.

Inside the axes one unit of y is one point, so a bar is equally thick in every chart and a row grows with the lines of its
name. Margins come from the measured names, so nothing is cut and every chart is laid out once. Rows may stand in several
panels, each with a heading, on one x axis below the last.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from skmlib.report.drawing import (
    AXIS_HEIGHT,
    GAP,
    LABEL_SIZE,
    PAGE_WIDTH,
    SMALL_SIZE,
    add_axes,
    start_drawing,
    write,
    write_beside,
)
from skmlib.report.lettering import BOLD, text_width, widest, wrap_text

LINE_HEIGHT = 11.0
NAMES_SHARE = 0.36
ROW_HEIGHT = 19.0
BAR_HEIGHT = 12.0
FIRST_HEADING = 17.0
NEXT_HEADING = 25.0
COLUMN_GAP = 13.0
COLUMNS_HEAD = 14.0
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
    drawing : matplotlib.figure.Figure
        The whole drawing.
    axes : tuple of Axes
        One for each panel, from top to bottom.
    middles : tuple of tuple of float
        The middle of each row on the y axis of its panel.
    left, width : float
        Where the axes begin, and how wide they are, in points.
    """

    drawing: Drawing
    axes: tuple[Axes, ...]
    middles: tuple[tuple[float, ...], ...]
    left: float
    width: float


def lay_out_rows(panels: Sequence[Panel], *, head: float = 0.0, right: float = 0.0, row: float = ROW_HEIGHT) -> Rows:
    """Begin a drawing of rows, with every margin as wide as its names need.

    Parameters
    ----------
    panels : sequence of Panel
        From top to bottom, on one x axis below the last.
    head, right : float
        Room above the first panel, and right of the axes, in points.
    row : float
        Least height of a row in points.

    Returns
    -------
    Rows

    Examples
    --------
    >>> rows = lay_out_rows([Panel(["Laki-laki", "Perempuan"])], right=20)
    >>> rows.middles, [label.get_text() for label in rows.axes[0].get_yticklabels()]
    (((9.5, 28.5),), ['Laki-laki', 'Perempuan'])
    """
    coded = widest([code for panel in panels for code in panel.codes], LABEL_SIZE, weight=BOLD)
    indent = coded + GAP if coded else 0.0
    room = PAGE_WIDTH * NAMES_SHARE - indent
    wrapped = [[wrap_text(name, room, LABEL_SIZE) for name in panel.names] for panel in panels]
    left = indent + widest([name for names in wrapped for name in names], LABEL_SIZE) + GAP
    heights = [[max(row, LINE_HEIGHT * (name.count("\n") + 1) + GAP) for name in names] for names in wrapped]
    tops = [(NEXT_HEADING if place else FIRST_HEADING) if panel.heading else 0.0 for place, panel in enumerate(panels)]
    drawing = start_drawing(head + sum(tops) + sum(map(sum, heights)) + AXIS_HEIGHT)
    rows = Rows(drawing, (), (), left, PAGE_WIDTH - left - max(right, GAP))
    for place, (panel, names, sizes) in enumerate(zip(panels, wrapped, heights, strict=True)):
        top = head + sum(tops[: place + 1]) + sum(map(sum, heights[:place]))
        axes = add_axes(drawing, rows.left, top, rows.width, sum(sizes))
        axes.set_ylim(sum(sizes), 0)
        if panel.heading:
            write(drawing, 0, top - 6, panel.heading, weight=BOLD)
        middles = tuple(sum(sizes[:index]) + size / 2 for index, size in enumerate(sizes))
        _name_rows(axes, names, panel.codes, middles, left)
        rows = dataclasses.replace(rows, axes=(*rows.axes, axes), middles=(*rows.middles, middles))
    return rows


def _name_rows(axes: Axes, names: Sequence[str], codes: Sequence[str], middles: Sequence[float], left: float) -> None:
    """Write the names beside the rows; with codes, both in columns from the left."""
    axes.set_yticks(middles, labels=names, linespacing=1.15, va="center")
    if not codes:
        return
    indent = widest(codes, LABEL_SIZE, weight=BOLD) + GAP
    axes.tick_params(axis="y", pad=left - indent)
    for label, code, middle in zip(axes.get_yticklabels(), codes, middles, strict=True):
        label.set_horizontalalignment("left")
        write_beside(axes, -left, middle, code, weight=BOLD, ha="left")


def columns_width(columns: Columns) -> float:
    """Measure the room that columns of figures need at the right of the axes.

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
    >>> [text.get_text() for text in rows.axes[0].texts]
    ['n', '168', '92']
    """
    axes, offset = rows.axes[0], 0.0
    for width, (heading, cells) in zip(_column_widths(columns), columns.items(), strict=True):
        offset += width
        place = {"xycoords": "axes fraction", "textcoords": "offset points", "annotation_clip": False}
        axes.annotate(heading, (1, 1), (offset, HEAD_OFFSET), fontsize=SMALL_SIZE, ha="right", va="baseline", **place)
        for middle, cell in zip(rows.middles[0], cells, strict=True):
            write_beside(axes, offset, middle, cell)


def _column_widths(columns: Columns) -> list[float]:
    """Measure each column with the gap at its left."""
    return [
        COLUMN_GAP + max(text_width(heading, SMALL_SIZE), widest(cells, LABEL_SIZE))
        for heading, cells in columns.items()
    ]
