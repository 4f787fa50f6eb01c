"""Legends: what colours, patterns and markers mean, in lines above a chart.

Entries follow one another from the left and wrap to the next line by their measured width. A swatch may carry a pattern
and a marker has its own shape, so that no entry depends on its colour alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from skmlib.report.drawing import BLUE, GAP, LABEL_SIZE, PAGE_WIDTH, Drawing, write
from skmlib.report.lettering import text_width

KEY_WIDTH = 17.0
KEY_HEIGHT = 16.0
MARKER_SIZE = 6.5
WHISKER = "whisker"


@dataclasses.dataclass(frozen=True)
class Key:
    """An entry of a legend: a swatch, or a marker when one is named.

    Attributes
    ----------
    label : str
        What it means.
    fill, edge : str
        Colours.
    hatch : str
        Pattern of a swatch.
    marker : str
        matplotlib's name of a marker; `WHISKER` is an interval.
    """

    label: str
    fill: str = BLUE
    edge: str = "none"
    hatch: str = ""
    marker: str = ""


def legend_height(keys: Sequence[Key]) -> float:
    """Measure the room a legend needs, with a gap below.

    Examples
    --------
    >>> legend_height([Key("positif")])
    22.0
    """
    return KEY_HEIGHT * (1 + max(line for _, line in _key_places(keys))) + GAP - 1


def draw_legend(drawing: Drawing, keys: Sequence[Key]) -> None:
    """Draw a legend at the top, from the left.

    Examples
    --------
    >>> from skmlib.report.drawing import start_drawing
    >>> drawing = start_drawing(40)
    >>> draw_legend(drawing, [Key("positif"), Key("negatif", hatch="///")])
    >>> [artist.get_text() for artist in drawing.artists if hasattr(artist, "get_text")]
    ['positif', 'negatif']
    """
    for key, (left, line) in zip(keys, _key_places(keys), strict=True):
        middle = KEY_HEIGHT * line + KEY_HEIGHT / 2
        _draw_key(drawing, key, left, middle)
        write(drawing, left + KEY_WIDTH, middle + LABEL_SIZE / 3, key.label)


def _key_places(keys: Sequence[Key]) -> list[tuple[float, int]]:
    """Place the entries of a legend: from the left, and on which line."""
    places, left, line = [], 0.0, 0
    for key in keys:
        width = KEY_WIDTH + text_width(key.label, LABEL_SIZE)
        if left and left + width > PAGE_WIDTH:
            left, line = 0.0, line + 1
        places.append((left, line))
        left += width + 2 * GAP
    return places


def _draw_key(drawing: Drawing, key: Key, left: float, middle: float) -> None:
    """Draw the sign of an entry."""
    place = {"transform": drawing.points}
    if not key.marker:
        box = {"facecolor": key.fill, "edgecolor": key.edge, "hatch": key.hatch, "linewidth": 0.6}
        drawing.add_artist(Rectangle((left + 0.5, middle - 4.5), 12, 9, **box, **place))
    elif key.marker == WHISKER:
        line = {"color": key.fill, "linewidth": 1.3, "marker": "|", "markersize": 6, "markeredgewidth": 1.3}
        drawing.add_artist(Line2D([left + 0.5, left + 12.5], [middle, middle], **line, **place))
    else:
        marks = {"marker": key.marker, "markersize": MARKER_SIZE, "color": key.fill, "markeredgecolor": key.edge}
        drawing.add_artist(Line2D([left + 6.5], [middle], linestyle="none", **marks, **place))
