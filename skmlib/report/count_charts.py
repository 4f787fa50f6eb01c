"""Charts of the respondents: how many belong to each group of a characteristic, and to each service.

Bars lie on their side, so that long names stay readable; every bar carries its count and its share of all respondents. A group
with nobody keeps its row. Sex and age, where both are known, stand in one figure and on one scale.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.ticker import MaxNLocator

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Figure
from skmlib.report.drawing import BLUE, LABEL_SIZE, RULE, house_style
from skmlib.report.lettering import text_width
from skmlib.report.plot import Plot
from skmlib.report.profile import LAYANAN, name_of
from skmlib.report.row_layout import BAR_HEIGHT, Panel, lay_out_rows
from skmlib.survey.results import Results

TOGETHER = ("jenis_kelamin", "usia")
TICKS = 5
LABEL_ROOM = 5.0


@sources.sourced(sources.answers)
def draw_profile(results: Results) -> Block:
    """Draw the respondents by each characteristic.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One figure for sex and age together and one for each further characteristic; nothing when there is none, which
        the table before it says.
    """
    keys = [key for key in results.profile if key != LAYANAN]
    if not keys:
        return Blocks([])
    pair = TOGETHER if set(TOGETHER) <= set(keys) else ()
    return Blocks(
        [_count_figure(results, group) for group in [pair, *([key] for key in keys if key not in pair)] if group]
    )


@sources.sourced(sources.answers)
def draw_layanan(results: Results) -> Block:
    """Draw the respondents by service.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A figure, or nothing: the table before it says that the survey names no services.
    """
    if LAYANAN not in results.profile:
        return Blocks([])
    return _count_figure(results, [LAYANAN])


def _count_figure(results: Results, keys: Sequence[str]) -> Figure:
    """Draw the counts of some characteristics as bars on one scale."""
    names = [name_of(results, key) for key in keys]
    frames = [results.profile[key] for key in keys]
    title = f"Responden menurut {wording.listing([wording.inline(name) for name in names])}"
    panels = [
        Panel(frame["kelompok"].astype(str).tolist(), heading=name if len(keys) > 1 else "")
        for name, frame in zip(names, frames, strict=True)
    ]
    counts = [frame["n"].tolist() for frame in frames]
    labels = [[_count_label(row) for row in frame.itertuples()] for frame in frames]
    caption = (title, _count_alt(title, names, frames, results.ikm_responden.n))
    return draw_counts(panels, counts, labels, "Jumlah responden", caption)


def draw_counts(
    panels: Sequence[Panel],
    counts: Sequence[Sequence[int]],
    labels: Sequence[Sequence[str]],
    axis: str,
    caption: tuple[str, str],
) -> Figure:
    """Draw counts as lying bars on one scale, each with its figure at its end.

    Parameters
    ----------
    panels : sequence of Panel
        Names of the rows.
    counts : sequence of sequence of int
        The counts of each panel.
    labels : sequence of sequence of str
        Their figures.
    axis : str
        What is counted.
    caption : tuple of str
        Title and alt text.

    Returns
    -------
    Figure
    """
    with house_style():
        rows = lay_out_rows(panels)
        longest = [
            int(n) * rows.width / (rows.width - text_width(label, LABEL_SIZE) - LABEL_ROOM)
            for part, texts in zip(counts, labels, strict=True)
            for n, label in zip(part, texts, strict=True)
        ]
        high = max([*longest, 1])
        for place, part in enumerate(counts):
            plot = rows.plot(0, high, panel=place)
            scale_counts(plot, axis if place == len(counts) - 1 else "")
            _draw_bars(plot, rows.middles[place], part, labels[place])
        return Figure.from_matplotlib(rows.drawing, *caption)


def _count_label(row: tuple) -> str:
    """Write a count and its share."""
    return f"{wording.whole(int(row.n))} ({wording.percent(row.persen)})"


def _count_alt(title: str, names: Sequence[str], frames: Sequence[pd.DataFrame], total: int) -> str:
    """Say how many there are, and which category is the largest."""
    told = [f"Diagram batang {title[0].lower()}{title[1:]}, seluruhnya {wording.whole(total)} orang"]
    for name, frame in zip(names, frames, strict=True):
        largest = [row for row in frame.itertuples() if 0 < row.n == frame["n"].max()]
        labels = [
            f"{row.kelompok}, {wording.whole(int(row.n))} orang ({wording.percent(row.persen)})" for row in largest
        ]
        told += [f"{name} terbanyak: {'; '.join(labels)}"] if largest else []
    return " ".join(map(wording.sentence, told))


def _draw_bars(plot: Plot, middles: Sequence[float], counts: Sequence[int], labels: Sequence[str]) -> None:
    """Draw bars with their figures at the end."""
    for middle, n, label in zip(middles, counts, labels, strict=True):
        plot.add_bar((0, n), middle, BAR_HEIGHT, color=BLUE, linewidth=0)
        plot.write(n, middle, label, right=LABEL_ROOM - 1, va="center")
    plot.rule_x(0, color=RULE, linewidth=0.8)


def scale_counts(plot: Plot, title: str) -> None:
    """Show the x scale of a plot in whole numbers from 0; without a title its ticks carry no labels.

    Examples
    --------
    >>> from skmlib.report.drawing import start_drawing
    >>> plot = Plot(start_drawing(100), 0, 0, 100, 60, x=(0, 168), y=(60, 0))
    >>> scale_counts(plot, "Jumlah responden")
    >>> [mark.get_text() for mark in plot.marks if hasattr(mark, "get_text")]
    ['0', '50', '100', '150', 'Jumlah responden']
    """
    locator = MaxNLocator(nbins=TICKS, integer=True, steps=[1, 2, 5, 10])
    ticks = [int(tick) for tick in locator.tick_values(*plot.x)]
    plot.scale_x({tick: wording.whole(tick) if title else "" for tick in ticks}, title)
