"""Charts of scores: a dot for the estimate, a whisker for its interval, and the band limits as lines with their letters.

The highest and the lowest have markers of their own shape. A hidden group keeps its row, with a word in place of a mark.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from skmlib.report import sources, wording
from skmlib.report.band_lines import BAND_HEAD, draw_bands
from skmlib.report.blocks import Block, Blocks, Figure, Text
from skmlib.report.drawing import ACCENT, BLUE, GAP, INK, SMALL_SIZE, TEAL, WHITE, house_style
from skmlib.report.groups import HIDDEN
from skmlib.report.legend import MARKER_SIZE, WHISKER, Key, draw_legend, legend_height
from skmlib.report.plot import Plot
from skmlib.report.profile import name_of
from skmlib.report.row_layout import COLUMNS_HEAD, Columns, Panel, columns_width, lay_out_rows, write_columns
from skmlib.report.score_scale import IKM_SCALE, NRR_SCALE, Scale, find_spans
from skmlib.survey.regulation import CONFIDENCE_LEVEL, NI_DECIMALS
from skmlib.survey.results import Results

SCORE_ROW = 21.0
LEVEL = wording.percent(100 * CONFIDENCE_LEVEL)


@dataclasses.dataclass(frozen=True)
class Dot:
    """A score in its row.

    Attributes
    ----------
    value : Fraction or None
        The score; None leaves the row without a mark.
    low, high : float or None
        Its interval.
    key : Key
        How it is marked.
    word : str
        Stands in the row when there is no score.
    """

    value: Fraction | None
    low: float | None
    high: float | None
    key: Key
    word: str = ""


SCORE = Key("Nilai", fill=BLUE, marker="o")
HIGHEST = Key("Tertinggi", fill=TEAL, marker="^")
LOWEST = Key("Terendah", fill=ACCENT, marker="v")
MEAN = Key("Rata-rata", fill=INK, marker="D")
INTERVAL = Key(f"Selang kepercayaan {LEVEL}", fill=BLUE, marker=WHISKER)


@sources.sourced(sources.answers)
def draw_unsur(results: Results) -> Block:
    """Draw the score of each unsur with its interval among the band limits.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A figure, or a sentence when no unsur has a score.
    """
    scores, order = results.unsur, results.priorities
    if scores["nrr"].isna().all():
        return Text.plain("Tidak ada gambar nilai unsur karena tidak ada jawaban yang dapat dihitung.")
    parameters = results.survey.parameters
    unsur = scores["unsur"].tolist()
    panel = Panel([parameters.nama_unsur[name] for name in unsur], [parameters.label_unsur[name] for name in unsur])
    apart = order.tertinggi != order.terendah
    marks = (dict.fromkeys(order.tertinggi, HIGHEST) | dict.fromkeys(order.terendah, LOWEST)) if apart else {}
    dots = [
        Dot(row.nrr, row.low, row.high, marks.get(row.unsur, SCORE), "tidak ada jawaban") for row in scores.itertuples()
    ]
    columns = {
        "NRR": [wording.number(nrr, NI_DECIMALS) for nrr in scores["nrr"]],
        "Mutu": [mutu or wording.MISSING for mutu in scores["mutu"]],
    }
    title = "Nilai rata-rata (NRR) setiap unsur"
    return draw_dots(panel, dots, columns, NRR_SCALE, (title, _unsur_alt(results)))


def _unsur_alt(results: Results) -> str:
    """Say the highest and the lowest unsur."""
    labels, order = results.survey.parameters.label_unsur, results.priorities
    printed = dict(zip(results.unsur["unsur"], results.unsur["nrr"], strict=True))
    ends = [
        f"{wording.listing([labels[name] for name in names])} ({wording.number(printed[names[0]], NI_DECIMALS)})"
        for names in (order.tertinggi, order.terendah)
    ]
    said = f"Semua unsur bernilai sama, {ends[0]}" if ends[0] == ends[1] else f"Tertinggi {ends[0]}, terendah {ends[1]}"
    return f"Diagram titik nilai rata-rata (NRR) setiap unsur dengan selang kepercayaan dan batas mutu. {said}."


@sources.sourced(sources.answers)
def draw_groups(results: Results, key: str) -> Block:
    """Draw the index of each group of one variable with its interval among the band limits.

    Parameters
    ----------
    results : Results
        Of the unit.
    key : str
        `"layanan"` or a characteristic.

    Returns
    -------
    Block
        A figure; a sentence when no group may be shown; nothing when the survey has no such variable, which the table
        before it says.
    """
    if key not in results.groups:
        return Blocks([])
    name = wording.inline(name_of(results, key))
    groups = results.groups[key].groups
    if groups["ikm"].isna().all():
        return Text.plain(
            f"Tidak ada gambar IKM menurut {name} karena tidak ada kelompok yang nilainya dapat ditampilkan."
        )
    dots = [Dot(row.ikm, row.low, row.high, SCORE, _word(row)) for row in groups.itertuples()]
    columns = {
        "n": [wording.whole(int(n)) for n in groups["n"]],
        "IKM": [wording.number(ikm) for ikm in groups["ikm"]],
        "Mutu": [mutu or wording.MISSING for mutu in groups["mutu"]],
    }
    panel = Panel(groups["kelompok"].astype(str).tolist())
    figure = draw_dots(panel, dots, columns, IKM_SCALE, (f"IKM menurut {name}", _groups_alt(groups, name)))
    return dataclasses.replace(figure, notes=_reasons(groups))


def _word(row: tuple) -> str:
    """Say in the row of a group why it has no mark."""
    if row.disembunyikan:
        return HIDDEN
    return "tanpa nilai" if row.n else "tidak ada responden"


def _reasons(groups: pd.DataFrame) -> tuple[str, ...]:
    """Say why something is missing, with the groups it is missing for."""
    told = groups[groups["alasan"].notna()].groupby("alasan", sort=False)["kelompok"]
    return tuple(
        f"{alasan.rstrip('.')}: {wording.listing(kelompok.astype(str).tolist())}." for alasan, kelompok in told
    )


def _groups_alt(groups: pd.DataFrame, name: str) -> str:
    """Say the highest and the lowest group among those shown, with ties at the printed decimals."""
    shown = sorted(groups[groups["ikm"].notna()].itertuples(), key=lambda row: row.ikm, reverse=True)
    printed = [wording.number(row.ikm) for row in shown]
    highest, lowest = (
        [f"{row.kelompok} (n = {wording.whole(int(row.n))})" for row in shown if wording.number(row.ikm) == end]
        for end in (printed[0], printed[-1])
    )
    said = f"{wording.listing(highest)} bernilai {printed[0]}"
    if printed[0] != printed[-1]:
        said = f"Tertinggi {wording.listing(highest)} {printed[0]}, terendah {wording.listing(lowest)} {printed[-1]}"
    return f"Diagram titik IKM menurut {name} dengan selang kepercayaan dan batas mutu. {said}."


def draw_dots(panel: Panel, dots: Sequence[Dot], columns: Columns, scale: Scale, caption: tuple[str, str]) -> Figure:
    """Draw scores as dots in rows, with band limits, legend and columns of figures.

    Parameters
    ----------
    panel : Panel
        Names of the rows.
    dots : sequence of Dot
        One for each row.
    columns : mapping
        Figures at the right by their headings, one for each row.
    scale : Scale
        Of the axis.
    caption : tuple of str
        Title and alt text.

    Returns
    -------
    Figure
    """
    used = {dot.key for dot in dots if dot.value is not None} | {INTERVAL for dot in dots if dot.low is not None}
    keys = [key for key in (SCORE, HIGHEST, LOWEST, MEAN, INTERVAL) if key in used]
    start = scale.begin([end for dot in dots for end in (dot.value, dot.low) if end is not None])
    with house_style():
        head = legend_height(keys) + BAND_HEAD + COLUMNS_HEAD
        rows = lay_out_rows([panel], head=head, right=columns_width(columns), row=SCORE_ROW)
        draw_legend(rows.drawing, keys)
        write_columns(rows, columns)
        plot = rows.plot(float(start), float(scale.ends[1]))
        plot.scale_x(scale.ticks(start), scale.title(start))
        draw_bands(rows, plot, find_spans(scale, start))
        for middle, dot in zip(rows.middles[0], dots, strict=True):
            _draw_dot(plot, middle, dot)
        return Figure.from_matplotlib(rows.drawing, *caption)


def _draw_dot(plot: Plot, middle: float, dot: Dot) -> None:
    """Draw one score, or the word that stands for it."""
    if dot.value is None:
        look = {"fontsize": SMALL_SIZE, "fontstyle": "italic", "va": "center", "box": (WHITE, 1.5)}
        plot.write(plot.x[0], middle, dot.word, right=GAP, **look)
        return
    if dot.low is not None:
        line = {"marker": "|", "markersize": 6, "markeredgewidth": 1.3, "linewidth": 1.3}
        plot.add_line([dot.low, dot.high], [middle, middle], color=dot.key.fill, **line)
    mark = {"marker": dot.key.marker, "markersize": MARKER_SIZE, "linestyle": "none"}
    plot.add_line([float(dot.value)], [middle], color=dot.key.fill, **mark)
