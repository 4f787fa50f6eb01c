"""The common look of the charts: colours, sizes, and a drawing to be filled.

A drawing is as wide as the text of an A4 page. Lengths are points (1/72 inch) from the left and from the top. matplotlib's
global parameters stay as they are: `house_style` sets ours for the time of one drawing, and nothing that stands in the
data is read as a formula. Colours differ in brightness too, so that the charts can be read in black and white.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

import matplotlib
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure as Drawing
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text as Letters
from matplotlib.transforms import Affine2D, Transform

from skmlib.report.figure_block import POINTS_PER_INCH
from skmlib.report.lettering import FAMILIES

PAGE_WIDTH = 160 / 25.4 * POINTS_PER_INCH
LABEL_SIZE = 9.0
SMALL_SIZE = 8.0
GAP = 7.0
AXIS_HEIGHT = 33.0

BLUE = "#1F4E79"
TEAL = "#2A7F7F"
ACCENT = "#C8792B"
INK = "#333333"
RULE = "#7C8894"
GRID = "#DDE3E9"
SHADE = "#F1F4F7"
WHITE = "#FFFFFF"

STYLE = {
    "font.family": list(FAMILIES),
    "font.size": LABEL_SIZE,
    "text.color": INK,
    "axes.labelcolor": INK,
    "text.parse_math": False,
    "hatch.linewidth": 0.8,
}


def house_style() -> contextlib.AbstractContextManager[None]:
    """Set matplotlib's parameters for the time of one drawing.

    Examples
    --------
    >>> with house_style():
    ...     matplotlib.rcParams["font.size"]
    9.0
    """
    return matplotlib.rc_context(STYLE)


def start_drawing(height: float) -> Drawing:
    """Begin a drawing of the page's width and a height in points.

    Examples
    --------
    >>> float(start_drawing(72).get_figheight())
    1.0
    """
    return Drawing(figsize=(PAGE_WIDTH / POINTS_PER_INCH, height / POINTS_PER_INCH))


def add_axes(drawing: Drawing, left: float, top: float, width: float, height: float) -> Axes:
    """Add axes without frame and ticks, placed in points.

    Examples
    --------
    >>> float(add_axes(start_drawing(100), 0, 20, 100, 80).get_position().y1)
    0.8
    """
    page_width, page_height = (float(size) * POINTS_PER_INCH for size in drawing.get_size_inches())
    bottom = 1 - (top + height) / page_height
    axes = drawing.add_axes((left / page_width, bottom, width / page_width, height / page_height))
    axes.patch.set_visible(False)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0, pad=GAP, labelcolor=INK)
    axes.tick_params(axis="x", pad=4)
    axes.set_axisbelow(True)
    return axes


def scale_x(axes: Axes, low: float, high: float, ticks: dict[float, str], title: str) -> None:
    """Give an axes its scale: grid lines at the ticks, their labels and the title below.

    Examples
    --------
    >>> axes = add_axes(start_drawing(100), 0, 0, 100, 60)
    >>> scale_x(axes, 0, 100, {0: "0", 100: "100"}, "Persentase")
    >>> axes.get_xlim(), axes.get_xlabel()
    ((np.float64(0.0), np.float64(100.0)), 'Persentase')
    """
    axes.set_xlim(low, high)
    axes.set_xticks(list(ticks), labels=list(ticks.values()), fontsize=SMALL_SIZE)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    axes.set_xlabel(title, fontsize=SMALL_SIZE, labelpad=3)


def points(drawing: Drawing) -> Transform:
    """Map points from the left and from the top to the drawing.

    Examples
    --------
    >>> points(start_drawing(72)).transform((72, 0)).tolist()
    [100.0, 100.0]
    """
    height = drawing.get_figheight() * POINTS_PER_INCH
    return Affine2D().scale(1, -1).translate(0, height).scale(1 / POINTS_PER_INCH) + drawing.dpi_scale_trans


def write(drawing: Drawing, left: float, top: float, text: str, **look: str | float) -> None:
    """Write on a drawing at a place in points; `look` are properties of matplotlib's text.

    Examples
    --------
    >>> drawing = start_drawing(72)
    >>> write(drawing, 0, 12, "Usia", ha="right")
    >>> drawing.artists[0].get_text()
    'Usia'
    """
    drawing.add_artist(Letters(left, top, text, transform=points(drawing), **look))


def add_bar(axes: Axes, ends: tuple[float, float], middle: float, height: float, **look: str | float | None) -> None:
    """Add a lying bar from one end to the other; `look` are properties of matplotlib's rectangle.

    Examples
    --------
    >>> axes = add_axes(start_drawing(100), 0, 0, 100, 60)
    >>> add_bar(axes, (0, 168), 9.5, 12, color=BLUE)
    >>> axes.patches[0].get_width()
    168
    """
    start, end = ends
    axes.add_artist(Rectangle((start, middle - height / 2), end - start, height, clip_on=False, **look))


def add_line(axes: Axes, xs: Sequence[float], ys: Sequence[float], **look: str | float) -> None:
    """Add a line or its markers to an axes; `look` are properties of matplotlib's line.

    Examples
    --------
    >>> axes = add_axes(start_drawing(100), 0, 0, 100, 60)
    >>> add_line(axes, [3.5], [9.5], marker="o")
    >>> axes.lines[0].get_xdata()
    [3.5]
    """
    axes.add_artist(Line2D(xs, ys, clip_on=False, **look))


def contrast(first: str, second: str) -> float:
    """Compute the contrast ratio of two colours as WCAG 2 does, 1 to 21.

    Examples
    --------
    >>> contrast("#000000", WHITE)
    21.0
    """
    low, high = sorted(_luminance(colour) for colour in (first, second))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Compute the relative luminance of a colour."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ink_on(fill: str) -> str:
    """Choose white or dark letters, whichever stand out more on a colour.

    Examples
    --------
    >>> ink_on(BLUE), ink_on(GRID)
    ('#FFFFFF', '#333333')
    """
    return max((WHITE, INK), key=lambda ink: contrast(ink, fill))
