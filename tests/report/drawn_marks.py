"""What stands in a drawing, for the tests of charts: its plots, their bars and lines, and the words inside and below them."""

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from skmlib.report.drawing import GRID, RULE
from skmlib.report.plot import TICK_GAP, TITLE_OFFSET, Plot


def words(drawing):
    """All words of a drawing, those of its plots last."""
    artists = [*drawing.artists, *(mark for plot in plots(drawing) for mark in plot.marks)]
    return [artist.get_text() for artist in artists if isinstance(artist, Text)]


def plots(drawing):
    return [artist for artist in drawing.artists if isinstance(artist, Plot)]


def marks(plot, kind):
    return [mark for mark in plot.marks if isinstance(mark, kind)]


def bars(plot):
    """Rectangles in values: no shade, and nothing behind words."""
    return [bar for bar in marks(plot, Rectangle) if bar.get_zorder() == 1]


def widths(plot):
    return [float(bar.get_width()) for bar in bars(plot)]


def below(plot):
    """Words below a plot: the labels of the ticks, their lines joined, and the title."""
    bottom = plot.top + plot.height
    found = {}
    for text in marks(plot, Text):
        left, top = text.get_position()
        if top > bottom + TICK_GAP:
            found.setdefault((left, top == bottom + TITLE_OFFSET), []).append(text.get_text())
    return ["\n".join(lines) for lines in found.values()]


def inside(plot):
    return [text.get_text() for text in marks(plot, Text) if text.get_position()[1] < plot.top + plot.height]


def dots(plot, marker):
    """Where the lines with a marker begin; the marker "None" is a plain line, but not one of the grid."""
    lines = [
        line for line in marks(plot, Line2D) if line.get_color() not in (GRID, RULE) or line.get_linestyle() == "--"
    ]
    return [float(line.get_xdata()[0]) for line in lines if line.get_marker() == marker]
