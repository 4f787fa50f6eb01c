"""A plot: the rectangle of a drawing in which marks stand on scales of their own.

It has what our charts use and no more. Axes of matplotlib make ticks, spines and labels and measure them anew, which takes
longer than all marks; here their places are known from the start. Marks are matplotlib's own lines and rectangles, drawn by
their `zorder`. Lengths are points (1/72 inch).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D

from skmlib.report.drawing import GAP, GRID, SHADE, SMALL_SIZE, Drawing, set_lines

TICK_GAP = 4.0
TITLE_OFFSET = 25.5  # of the baseline of the title below the plot
GRID_LOOK = {"color": GRID, "linewidth": 0.6, "zorder": 0.5}  # above shades, below marks


class Plot(Artist):
    """A rectangle with an x and a y scale.

    Parameters
    ----------
    drawing : Drawing
        It is added to it.
    left, top, width, height : float
        Its place, in points from the left and from the top.
    x, y : tuple of float
        Values at the left and right, and at the bottom and top.

    Attributes
    ----------
    marks : list of Artist
        What was added, in order.

    Examples
    --------
    >>> from skmlib.report.drawing import start_drawing
    >>> plot = Plot(start_drawing(100), 20, 10, 200, 80, x=(0, 50), y=(0, 4))
    >>> plot.at(50, 1)
    (220.0, 70.0)
    """

    zorder = 0

    def __init__(
        self,
        drawing: Drawing,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        x: tuple[float, float],
        y: tuple[float, float],
    ) -> None:
        super().__init__()
        self.left, self.top, self.width, self.height = left, top, width, height
        self.x, self.y = x, y
        self.marks: list[Artist] = []
        across, down = width / ((x[1] - x[0]) or 1), height / ((y[0] - y[1]) or 1)  # a scale of one value has no width
        self._scale = Affine2D([[across, 0, left - x[0] * across], [0, down, top - y[1] * down], [0, 0, 1]])
        self._inside = self._scale + drawing.points
        drawing.add_artist(self)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Give the place of a value, in points from the left and from the top of the drawing."""
        left, top = self._scale.transform((x, y))
        return float(left), float(top)

    def add(self, mark: Artist) -> None:
        """Add a mark."""
        mark.set_figure(self.get_figure())
        self.marks.append(mark)

    def add_bar(self, ends: tuple[float, float], middle: float, height: float, **look: Any) -> None:
        """Add a lying bar from one end to the other; `look` are properties of matplotlib's rectangle.

        Examples
        --------
        >>> from skmlib.report.drawing import BLUE, start_drawing
        >>> plot = Plot(start_drawing(100), 0, 0, 100, 60, x=(0, 200), y=(60, 0))
        >>> plot.add_bar((0, 168), 9.5, 12, color=BLUE)
        >>> plot.marks[0].get_width()
        168
        """
        start, end = ends
        self.add(Rectangle((start, middle - height / 2), end - start, height, transform=self._inside, **look))

    def add_line(self, xs: Sequence[float], ys: Sequence[float], **look: Any) -> None:
        """Add a line or its markers; `look` are properties of matplotlib's line."""
        self.add(Line2D(xs, ys, transform=self._inside, **look))

    def rule_x(self, value: float, **look: Any) -> None:
        """Draw a line at a value of x, as high as the plot."""
        self.add_line([value, value], self.y, **look)

    def rule_y(self, value: float, **look: Any) -> None:
        """Draw a line at a value of y, as wide as the plot."""
        self.add_line(self.x, [value, value], **look)

    def shade(self, x: tuple[float, float] | None = None, y: tuple[float, float] | None = None) -> None:
        """Shade a part of the plot; all of its width or height where no ends are given."""
        (left, right), (low, high) = x or self.x, y or self.y
        look = {"color": SHADE, "linewidth": 0, "zorder": 0}
        self.add(Rectangle((left, low), right - left, high - low, transform=self._inside, **look))

    def write(self, x: float, y: float, text: str, *, right: float = 0.0, down: float = 0.0, **look: Any) -> None:
        """Write at a value, moved by some points; `look` as for `drawing.write`."""
        left, top = self.at(x, y)
        for one in set_lines(self.get_figure(), left + right, top + down, text, **look):
            self.add(one)

    def scale_x(
        self, ticks: Mapping[float, str], title: str = "", *, grid: bool = True, linespacing: float = 1.0
    ) -> None:
        """Show the x scale: grid lines at the ticks, their labels and the title below; ticks beyond the ends are left off.

        Examples
        --------
        >>> from skmlib.report.drawing import start_drawing
        >>> plot = Plot(start_drawing(100), 0, 0, 100, 60, x=(0, 100), y=(0, 1))
        >>> plot.scale_x({0: "0", 100: "100", 150: "150"}, "Persentase")
        >>> [mark.get_text() for mark in plot.marks if hasattr(mark, "get_text")]
        ['0', '100', 'Persentase']
        """
        look = {"fontsize": SMALL_SIZE, "ha": "center", "down": TICK_GAP, "va": "top", "linespacing": linespacing}
        for tick, label in ticks.items():
            if min(self.x) <= tick <= max(self.x):
                if grid:
                    self.rule_x(tick, **GRID_LOOK)
                self.write(tick, self.y[0], label, **look)
        self.write(sum(self.x) / 2, self.y[0], title, fontsize=SMALL_SIZE, ha="center", down=TITLE_OFFSET)

    def scale_y(self, ticks: Mapping[float, str]) -> None:
        """Show the y scale: grid lines at the ticks, their labels at the left; ticks beyond the ends are left off."""
        for tick, label in ticks.items():
            if min(self.y) <= tick <= max(self.y):
                self.rule_y(tick, **GRID_LOOK)
                self.write(self.x[0], tick, label, right=-GAP, fontsize=SMALL_SIZE, ha="right", va="center")

    def get_children(self) -> list[Artist]:
        """Give the marks."""
        return list(self.marks)

    def draw(self, renderer: RendererBase) -> None:
        """Draw the marks, lowest first."""
        for mark in sorted(self.marks, key=lambda mark: mark.get_zorder()):
            mark.draw(renderer)
