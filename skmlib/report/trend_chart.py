"""The chart of the trend: the index over the periods, among the band limits.

Published values are hollow and carry the decimals they were printed with; the period with answers is filled and has its
interval. The axis may begin above the lowest possible score, where the differences can be seen; its title says so.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Figure
from skmlib.report.drawing import (
    BLUE,
    GAP,
    LIMIT_DASHES,
    PAGE_WIDTH,
    RULE,
    SMALL_SIZE,
    WHITE,
    house_style,
    start_drawing,
    write,
)
from skmlib.report.legend import MARKER_SIZE, Key, draw_legend, legend_height
from skmlib.report.lettering import BOLD, REGULAR, text_width, widest, wrap_text
from skmlib.report.plot import Plot
from skmlib.report.score_charts import INTERVAL
from skmlib.report.score_scale import NI_SCALE, Span, find_spans
from skmlib.report.trend import measured_from
from skmlib.survey.regulation import IKM_PER_NI, KINERJA
from skmlib.survey.results import Results

PLOT_HEIGHT = 180.0
TITLE_HEIGHT = 20.0
PERIOD_LINE = 10.5
LABEL_OFFSET = 7.0
LEAST_BAND = 9.0
MANY_PERIODS = 6
MOST_PERIODS = 12
TITLE = "Nilai indeks (NI) antarperiode"
CAP_WIDTH = 13.0
LIMITS_WIDTH = text_width("0,0000", SMALL_SIZE) + 2.3 * GAP
PUBLISHED = Key("Nilai terbitan", fill=WHITE, edge=BLUE, marker="o")
MEASURED = Key("", fill=BLUE, edge=BLUE, marker="o")


@sources.sourced(sources.told, sources.earlier_answers, sources.index)
def draw_trend(results: Results) -> Block:
    """Draw the index over the periods.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A figure, or nothing when fewer than two periods have a value, which the sentence before it says.
    """
    known = results.trend.periods[results.trend.periods["ni"].notna()]
    periods = known.tail(MOST_PERIODS)
    if len(periods) < 2:
        return Blocks([])
    ends = [end / IKM_PER_NI for end in (results.ikm.low, results.ikm.high) if end is not None]
    is_data = (periods["sumber"] == "data").tolist()
    measured = dataclasses.replace(MEASURED, label=f"Dari {measured_from(results).lower()}")
    keys = [PUBLISHED, *([measured] if any(is_data) else []), *([INTERVAL] if any(is_data) and ends else [])]
    with house_style():
        start = NI_SCALE.begin([*periods["ni"], *ends])
        plot = _lay_out(periods, keys, start)
        _draw_limits(plot, find_spans(NI_SCALE, start))
        values = [float(ni) for ni in periods["ni"]]
        plot.add_line(range(len(values)), values, color=BLUE, linewidth=1.1, zorder=2)
        for place, row in enumerate(periods.itertuples()):
            interval = ends if row.periode == results.trend.periode else []
            _draw_value(plot, place, row, interval, _is_valley(values, place))
        cut = f"Gambar memuat {len(periods)} periode terakhir dari {len(known)} periode yang nilainya diketahui."
        notes = (cut,) if len(periods) < len(known) else ()
        return Figure.from_matplotlib(plot.get_figure(), TITLE, _trend_alt(periods), notes=notes)


def _lay_out(periods: pd.DataFrame, keys: Sequence[Key], start: Fraction) -> Plot:
    """Begin the drawing: periods below, the scale at the left, the bands at the right, the legend above."""
    left = text_width("0,0", SMALL_SIZE) + 1.2 * GAP
    words = widest([f"{mutu} {word}" for mutu, word in KINERJA.items()], SMALL_SIZE, weight=BOLD)
    width = PAGE_WIDTH - left - LIMITS_WIDTH - words
    names = _period_names(periods, width / len(periods) - GAP)
    head = legend_height(keys) + TITLE_HEIGHT
    drawing = start_drawing(head + PLOT_HEIGHT + PERIOD_LINE * (1 + max(name.count("\n") for name in names)) + 2 * GAP)
    draw_legend(drawing, keys)
    write(drawing, 0, head - 1.5 * GAP, NI_SCALE.title(start), fontsize=SMALL_SIZE)
    ends = {"x": (-0.5, len(periods) - 0.5), "y": (float(start), float(NI_SCALE.ends[1]))}
    plot = Plot(drawing, left, head, width, PLOT_HEIGHT, **ends)
    plot.scale_x(dict(enumerate(names)), grid=False, linespacing=1.2)
    plot.scale_y(NI_SCALE.ticks(start))
    return plot


def _period_names(periods: pd.DataFrame, width: float) -> list[str]:
    """Name the periods, in short where words are too wide, with the respondents where they are known and fit."""
    full = [wording.periode(name) for name in periods["periode"]]
    fits = widest([word for name in full for word in name.split()], SMALL_SIZE) <= width
    names = [wrap_text(name, width, SMALL_SIZE) for name in (full if fits else periods["periode"])]
    counts = ["" if n is None else f"n = {wording.whole(int(n))}" for n in periods["responden"]]
    if widest(counts, SMALL_SIZE) > width:
        return names
    return [f"{name}\n{count}".rstrip() for name, count in zip(names, counts, strict=True)]


def _draw_limits(plot: Plot, spans: Sequence[Span]) -> None:
    """Draw the band limits as labelled lines, and name the bands at the right."""
    look = {"va": "center", "fontsize": SMALL_SIZE}
    end = plot.x[1]
    for span in spans:
        if span.is_shaded:
            plot.shade(y=(span.low, span.high))
        if (span.high - span.low) * PLOT_HEIGHT / (spans[0].high - spans[-1].low) >= LEAST_BAND:
            middle = (span.low + span.high) / 2
            plot.write(end, middle, span.words, right=LIMITS_WIDTH, fontweight=BOLD, **look)
        if span.label:
            plot.rule_y(span.low, color=RULE, linewidth=0.9, linestyle=LIMIT_DASHES, zorder=1)
            plot.write(end, span.low, span.label, right=GAP, **look)


def _is_valley(values: Sequence[float], place: int) -> bool:
    """Tell whether the line runs above a value on both sides, so that its label belongs below."""
    beside = [*values[max(place - 1, 0) : place], *values[place + 1 : place + 2]]
    return min(beside) > values[place]


def _draw_value(plot: Plot, place: int, row: tuple, ends: Sequence[float], is_below: bool) -> None:
    """Draw one period: marker, figure, and interval where there is one."""
    key = MEASURED if row.sumber == "data" else PUBLISHED
    value = float(row.ni)
    if ends:
        line = {"marker": "_", "markersize": CAP_WIDTH, "markeredgewidth": 1.3, "linewidth": 1.3}
        plot.add_line([place, place], ends, color=BLUE, zorder=3, **line)
    mark = {"marker": key.marker, "markersize": MARKER_SIZE, "markeredgewidth": 1.3, "linestyle": "none", "zorder": 4}
    plot.add_line([place], [value], color=key.fill, markeredgecolor=key.edge, **mark)
    text = wording.number(row.ni, row.desimal_ni)
    beyond = [value, *ends]
    anchor, down, va = (min(beyond), LABEL_OFFSET, "top") if is_below else (max(beyond), -LABEL_OFFSET, "bottom")
    weight = BOLD if key is MEASURED else REGULAR
    look = {"fontweight": weight, "ha": "center", "va": va, "zorder": 5, "box": (WHITE, 0.5)}
    plot.write(place, anchor, text, down=down, **look)


def _trend_alt(periods: pd.DataFrame) -> str:
    """Say every value, or the ends when there are many."""
    rows = list(periods.itertuples())
    shown = rows if len(rows) <= MANY_PERIODS else [rows[0], rows[-1]]
    told = [f"{wording.periode(row.periode)} {wording.number(row.ni, row.desimal_ni)}" for row in shown]
    return f"Diagram garis nilai indeks (NI) pada {len(rows)} periode dengan batas mutu: {wording.listing(told)}."
