"""The common look of the charts: colours, sizes, and a drawing to be filled.

A drawing is as wide as the text of an A4 page. Lengths are points (1/72 inch) from the left and from the top. matplotlib's
global parameters stay as they are: `house_style` sets ours for the time of one drawing, and nothing that stands in the
data is read as a formula. Colours differ in brightness too, so that the charts can be read in black and white.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from typing import Any

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from skmlib.report.figure_block import POINTS_PER_INCH
from skmlib.report.lettering import FAMILIES, REGULAR, text_width

PAGE_WIDTH = 160 / 25.4 * POINTS_PER_INCH
LABEL_SIZE = 9.0
SMALL_SIZE = 8.0
GAP = 7.0
AXIS_HEIGHT = 33.0
LIMIT_DASHES = (0, (4, 2))
ASCENT, DESCENT = 1.0, 0.326  # of our typeface above and below the baseline, over the size of its letters
LINE = ASCENT + DESCENT
ALIGNED = {"left": 0.0, "center": 0.5, "right": 1.0}  # share of a text that stands left of its place

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


class Drawing(Figure):
    """A drawing that is filled at places in points from the left and from the top.

    Examples
    --------
    >>> Drawing(figsize=(2, 1)).points.transform((72, 0)).tolist()
    [100.0, 100.0]
    """

    @functools.cached_property
    def points(self) -> Transform:
        """Map points from the left and from the top to the drawing."""
        height = self.get_figheight() * POINTS_PER_INCH
        return Affine2D().scale(1, -1).translate(0, height).scale(1 / POINTS_PER_INCH) + self.dpi_scale_trans


def start_drawing(height: float) -> Drawing:
    """Begin a drawing of the page's width and a height in points.

    Examples
    --------
    >>> float(start_drawing(72).get_figheight())
    1.0
    """
    return Drawing(figsize=(PAGE_WIDTH / POINTS_PER_INCH, height / POINTS_PER_INCH))


class Letters(Text):
    """One line of words that stands on its baseline, so that nothing has to be measured where the drawing is SVG."""

    def draw(self, renderer: RendererBase) -> None:
        """Draw the words; nothing in them is read as a formula."""
        left, bottom = self.get_transform().transform(self.get_unitless_position())
        if share := ALIGNED[self.get_ha()]:
            width = text_width(self.get_text(), self.get_fontsize(), weight=self.get_fontweight())
            left -= share * renderer.points_to_pixels(width)
        if renderer.flipy():
            bottom = renderer.get_canvas_width_height()[1] - bottom
        look = renderer.new_gc()
        look.set_foreground(self.get_color())
        renderer.draw_text(look, left, bottom, self.get_text(), self.get_fontproperties(), 0, mtext=self)
        look.restore()


def set_lines(
    drawing: Drawing,
    left: float,
    top: float,
    text: str,
    *,
    fontsize: float = LABEL_SIZE,
    fontweight: int = REGULAR,
    fontstyle: str = "normal",
    va: str = "baseline",
    linespacing: float = 1.0,
    box: tuple[str, float] | None = None,
    **look: Any,
) -> Iterator[Artist]:
    """Set a text in lines at a place in points.

    Parameters
    ----------
    drawing : Drawing
        Where they will stand.
    left, top : float
        The place.
    text : str
        One or more lines.
    fontsize, fontweight, fontstyle : float, int, str
        Its letters.
    va : str
        What of the text stands at the place: its `"center"`, `"top"`, `"bottom"` or last `"baseline"`.
    linespacing : float
        Height of a line over that of the typeface.
    box : tuple of str and float, optional
        Colour behind the text, and how far it reaches beyond, in points.
    **look : Any
        Further properties of matplotlib's text, such as `ha`, `color` and `zorder`.

    Yields
    ------
    Artist
        The box where there is one, and each line that is not empty.
    """
    lines = text.split("\n")
    step, height = linespacing * LINE * fontsize, (linespacing * (len(lines) - 1) + 1) * LINE * fontsize
    above = {"baseline": height - DESCENT * fontsize, "bottom": height, "center": height / 2, "top": 0.0}[va]
    place = {"transform": drawing.points, "zorder": look.pop("zorder", Letters.zorder)}
    if box is not None:
        colour, pad = box
        width = text_width(text, fontsize, weight=fontweight)
        corner = (left - ALIGNED[look.get("ha", "left")] * width - pad, top - above - pad)
        yield Rectangle(corner, width + 2 * pad, height + 2 * pad, facecolor=colour, linewidth=0, **place)
    font = FontProperties(family=FAMILIES, size=fontsize, weight=fontweight, style=fontstyle)
    for number, line in enumerate(lines):
        if line:
            yield Letters(
                left, top - above + ASCENT * fontsize + number * step, line, fontproperties=font, **look, **place
            )


def write(drawing: Drawing, left: float, top: float, text: str, **look: Any) -> None:
    """Write on a drawing at a place in points; `look` as for `set_lines`.

    Examples
    --------
    >>> drawing = start_drawing(72)
    >>> write(drawing, 0, 12, "Usia", ha="right")
    >>> drawing.artists[0].get_text()
    'Usia'
    """
    for one in set_lines(drawing, left, top, text, **look):
        drawing.add_artist(one)


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
