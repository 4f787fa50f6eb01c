"""The chart of the trend: the index over the periods, among the band limits.

Published values are hollow and carry the decimals they were printed with; the period with answers is filled and has its
interval. The axis may begin above the lowest possible score, where the differences can be seen; its title says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pandas as pd
from matplotlib.axes import Axes

from skmlib.report import wording
from skmlib.report.blocks import Block, Figure, Text
from skmlib.report.drawing import (
    BLUE,
    GAP,
    GRID,
    PAGE_WIDTH,
    RULE,
    SHADE,
    SMALL_SIZE,
    WHITE,
    add_axes,
    house_style,
    start_drawing,
    write,
)
from skmlib.report.legend import MARKER_SIZE, Key, draw_legend, legend_height
from skmlib.report.lettering import BOLD, REGULAR, text_width, widest, wrap_text
from skmlib.report.score_charts import INTERVAL
from skmlib.report.score_scale import NI_SCALE, limit_label
from skmlib.survey.regulation import BANDS, IKM_PER_NI, KINERJA
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
MEASURED = Key("Periode ini, dari data jawaban", fill=BLUE, edge=BLUE, marker="o")


def draw_trend(results: Results) -> Block:
    """Draw the index over the periods.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A figure, or a sentence when fewer than two periods have a value.
    """
    known = results.trend.periods[results.trend.periods["ni"].notna()]
    periods = known.tail(MOST_PERIODS)
    if len(periods) < 2:
        return Text.plain("Tidak ada gambar tren karena nilai dari sedikitnya dua periode belum tersedia.")
    ends = [end / IKM_PER_NI for end in (results.ikm.low, results.ikm.high) if end is not None]
    is_data = (periods["sumber"] == "data").tolist()
    keys = [PUBLISHED, *([MEASURED] if any(is_data) else []), *([INTERVAL] if any(is_data) and ends else [])]
    with house_style():
        axes = _lay_out(periods, keys, NI_SCALE.begin([*periods["ni"], *ends]))
        _draw_limits(axes)
        values = [float(ni) for ni in periods["ni"]]
        axes.plot(values, color=BLUE, linewidth=1.1, zorder=2)
        for place, row in enumerate(periods.itertuples()):
            _draw_value(axes, place, row, ends if is_data[place] else [], _is_valley(values, place))
        cut = f"Gambar memuat {len(periods)} periode terakhir dari {len(known)} periode yang nilainya diketahui."
        notes = (cut,) if len(periods) < len(known) else ()
        return Figure.from_matplotlib(axes.get_figure(), TITLE, _trend_alt(periods), notes=notes)


def _lay_out(periods: pd.DataFrame, keys: Sequence[Key], start: Fraction) -> Axes:
    """Begin the drawing: periods below, the scale at the left, the bands at the right, the legend above."""
    left = text_width("0,0", SMALL_SIZE) + GAP
    words = widest([_words(mutu) for mutu in KINERJA], SMALL_SIZE, weight=BOLD)
    width = PAGE_WIDTH - left - LIMITS_WIDTH - words
    names = _period_names(periods, width / len(periods) - GAP)
    head = legend_height(keys) + TITLE_HEIGHT
    drawing = start_drawing(head + PLOT_HEIGHT + PERIOD_LINE * (1 + max(name.count("\n") for name in names)) + 2 * GAP)
    draw_legend(drawing, keys)
    write(drawing, 0, head - 1.5 * GAP, NI_SCALE.title(start), size=SMALL_SIZE)
    axes = add_axes(drawing, left, head, width, PLOT_HEIGHT)
    axes.set_xlim(-0.5, len(periods) - 0.5)
    axes.set_xticks(range(len(periods)), labels=names, fontsize=SMALL_SIZE, linespacing=1.2)
    axes.set_ylim(float(start), float(NI_SCALE.ends[1]))
    ticks = NI_SCALE.ticks(start)
    axes.set_yticks(list(ticks), labels=list(ticks.values()), fontsize=SMALL_SIZE, va="center")
    axes.grid(axis="y", color=GRID, linewidth=0.6)
    return axes


def _words(mutu: str) -> str:
    """Name a band by letter and word."""
    return f"{mutu} {KINERJA[mutu]}"


def _period_names(periods: pd.DataFrame, width: float) -> list[str]:
    """Name the periods, in short where words are too wide, with the respondents where they are known and fit."""
    full = [wording.periode(name) for name in periods["periode"]]
    fits = widest([word for name in full for word in name.split()], SMALL_SIZE) <= width
    names = [wrap_text(name, width, SMALL_SIZE) for name in (full if fits else periods["periode"])]
    counts = ["" if n is None else f"n = {wording.whole(int(n))}" for n in periods["responden"]]
    if widest(counts, SMALL_SIZE) > width:
        return names
    return [f"{name}\n{count}".rstrip() for name, count in zip(names, counts, strict=True)]


def _draw_limits(axes: Axes) -> None:
    """Draw the band limits as labelled lines, and name the bands at the right."""
    low, top = axes.get_ylim()
    scale = PLOT_HEIGHT / (top - low)
    for place, band in enumerate(BANDS):
        limit = max(float(band.batas_bawah / IKM_PER_NI), low)
        if limit >= top:
            continue
        if place % 2:
            axes.axhspan(limit, top, color=SHADE, linewidth=0, zorder=0)
        beside = {"xycoords": axes.get_yaxis_transform(), "textcoords": "offset points", "fontsize": SMALL_SIZE}
        if (top - limit) * scale >= LEAST_BAND:
            middle = (1, (limit + top) / 2)
            axes.annotate(_words(band.mutu), middle, (LIMITS_WIDTH, 0), fontweight=BOLD, va="center", **beside)
        if limit > low:
            axes.axhline(limit, color=RULE, linewidth=0.9, linestyle=(0, (4, 2)), zorder=1)
            axes.annotate(limit_label(band.batas_bawah / IKM_PER_NI), (1, limit), (GAP, 0), va="center", **beside)
        top = limit


def _is_valley(values: Sequence[float], place: int) -> bool:
    """Tell whether the line runs above a value on both sides, so that its label belongs below."""
    beside = [*values[max(place - 1, 0) : place], *values[place + 1 : place + 2]]
    return min(beside) > values[place]


def _draw_value(axes: Axes, place: int, row: tuple, ends: Sequence[float], is_below: bool) -> None:
    """Draw one period: marker, figure, and interval where there is one."""
    key = MEASURED if row.sumber == "data" else PUBLISHED
    value = float(row.ni)
    if ends:
        line = {"marker": "_", "markersize": CAP_WIDTH, "markeredgewidth": 1.3, "linewidth": 1.3}
        axes.plot([place, place], ends, color=BLUE, zorder=3, **line)
    mark = {
        "marker": key.marker,
        "markersize": MARKER_SIZE,
        "markeredgewidth": 1.3,
        "color": key.fill,
        "markeredgecolor": key.edge,
    }
    axes.plot([place], [value], linestyle="none", zorder=4, clip_on=False, **mark)
    text = wording.number(row.ni, row.desimal_ni)
    beyond = [value, *ends]
    anchor, offset, va = (min(beyond), -LABEL_OFFSET, "top") if is_below else (max(beyond), LABEL_OFFSET, "bottom")
    weight = BOLD if key is MEASURED else REGULAR
    look = {
        "fontweight": weight,
        "ha": "center",
        "va": va,
        "zorder": 5,
        "bbox": {"facecolor": WHITE, "edgecolor": "none", "pad": 0.5},
    }
    axes.annotate(text, (place, anchor), (0, offset), textcoords="offset points", **look)


def _trend_alt(periods: pd.DataFrame) -> str:
    """Say every value, or the ends when there are many."""
    rows = list(periods.itertuples())
    shown = rows if len(rows) <= MANY_PERIODS else [rows[0], rows[-1]]
    told = [f"{wording.periode(row.periode)} {wording.number(row.ni, row.desimal_ni)}" for row in shown]
    return f"Diagram garis nilai indeks (NI) pada {len(rows)} periode dengan batas mutu: {wording.listing(told)}."
