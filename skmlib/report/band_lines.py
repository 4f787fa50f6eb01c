"""The band limits of a row chart: labelled lines across it, every second band shaded, letter and word of each above."""

from __future__ import annotations

from collections.abc import Sequence

from skmlib.report.drawing import LIMIT_DASHES, RULE, SMALL_SIZE, write
from skmlib.report.lettering import BOLD, text_width
from skmlib.report.plot import Plot
from skmlib.report.row_layout import HEAD_OFFSET, Rows
from skmlib.report.score_scale import Span

BAND_HEAD = 13.0
WORD_ROOM = 4.0


def draw_bands(rows: Rows, plot: Plot, spans: Sequence[Span]) -> None:
    """Draw the band limits of a row chart as labelled lines, with letter and word of each band above.

    Parameters
    ----------
    rows : Rows
        Laid out with `COLUMNS_HEAD` and `BAND_HEAD` above.
    plot : Plot
        Of its first panel.
    spans : sequence of Span
        The bands on the axis.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from skmlib.report.row_layout import COLUMNS_HEAD, Panel, lay_out_rows
    >>> from skmlib.report.score_scale import IKM_SCALE, find_spans
    >>> rows = lay_out_rows([Panel(["KTP"])], head=COLUMNS_HEAD + BAND_HEAD, right=220)
    >>> draw_bands(rows, rows.plot(70, 100), find_spans(IKM_SCALE, Fraction(70)))
    >>> [text.get_text() for text in rows.drawing.artists if hasattr(text, "get_text")]
    ['KTP', 'A Sangat baik', '88,31', 'B Baik', '76,61', 'C']
    """
    head = rows.tops[0] - HEAD_OFFSET
    for span in spans:
        if span.is_shaded:
            plot.shade(x=(span.low, span.high))
        left, right = plot.at(span.low, 0)[0], plot.at(span.high, 0)[0]
        fits = text_width(span.words, SMALL_SIZE, weight=BOLD) + WORD_ROOM <= right - left
        look = {"fontsize": SMALL_SIZE, "ha": "center"}
        words = span.words if fits else span.mutu
        write(rows.drawing, (left + right) / 2, head - BAND_HEAD, words, fontweight=BOLD, **look)
        if span.label:
            plot.rule_x(span.low, color=RULE, linewidth=0.9, linestyle=LIMIT_DASHES)
            write(rows.drawing, left, head, span.label, **look)
