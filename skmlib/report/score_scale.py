"""The scales of the scores: where an axis begins, its ticks, and the band limits drawn across it.

Scores are drawn as dots, which need no zero, so an axis may begin above the lowest possible score, where the differences
can be seen; its title then says so. A limit of a band is printed with two decimals, or with four where it has more.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

from matplotlib.axes import Axes

from skmlib.report import wording
from skmlib.report.drawing import RULE, SHADE, SMALL_SIZE
from skmlib.report.lettering import BOLD, text_width
from skmlib.report.row_layout import HEAD_OFFSET
from skmlib.survey.regulation import BANDS, IKM_PER_NI, KINERJA, NI_DECIMALS, SCALE_MAX, SCALE_MIN, round_half_up

BAND_HEAD = 13.0
LIMIT_DECIMALS = 4


@dataclasses.dataclass(frozen=True)
class Scale:
    """A scale of scores.

    Attributes
    ----------
    name : str
        Of the axis.
    per : int
        What a band limit is divided by: 25 on the scale 1 to 4, 1 on the scale 25 to 100.
    start : Fraction
        Where the axis begins unless a score is lower.
    step : Fraction
        Between two ticks.
    decimals : int
        Of the ticks.
    """

    name: str
    per: int
    start: Fraction
    step: Fraction
    decimals: int

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The lowest and the highest possible score."""
        return Fraction(SCALE_MIN * IKM_PER_NI, self.per), Fraction(SCALE_MAX * IKM_PER_NI, self.per)

    def begin(self, values: Sequence[float]) -> Fraction:
        """Choose where the axis begins: a tick below every value."""
        lowest, start = self.ends[0], self.start
        while start > lowest and min(values, default=start) < start + self.step / 10:
            start -= self.step
        return max(start, lowest)

    def ticks(self, start: Fraction) -> dict[float, str]:
        """Label the ticks from where the axis begins."""
        lowest, top = self.ends
        steps = [top - self.step * place for place in range(int((top - start) / self.step) + 1)]
        is_lowest = start == lowest and start not in steps
        return {float(tick): wording.number(tick, self.decimals) for tick in sorted([*steps, *([start] * is_lowest)])}

    def title(self, start: Fraction) -> str:
        """Name the axis, and say where it begins when that is not the lowest possible score."""
        low, high = (wording.whole(int(end)) for end in self.ends)
        cut = "" if start == self.ends[0] else f"; sumbu dimulai dari {wording.number(start, self.decimals)}"
        return f"{self.name} pada skala {low}–{high}{cut}"


NI_SCALE = Scale("Nilai indeks (NI)", per=IKM_PER_NI, start=Fraction("2.5"), step=Fraction("0.5"), decimals=1)
NRR_SCALE = dataclasses.replace(NI_SCALE, name="Nilai rata-rata (NRR)")
IKM_SCALE = Scale("IKM", per=1, start=Fraction(60), step=Fraction(10), decimals=0)


def draw_bands(axes: Axes, per: int, width: float) -> None:
    """Draw the band limits as labelled lines across the x axis, with the letter and word of each band above.

    Parameters
    ----------
    axes : Axes
        With its scale already set.
    per : int
        What a band limit is divided by: 25 on the scale 1 to 4, 1 on the scale 25 to 100.
    width : float
        Width of the axes in points.

    Examples
    --------
    >>> from skmlib.report.drawing import add_axes, start_drawing
    >>> axes = add_axes(start_drawing(100), 0, 20, 200, 60)
    >>> axes.set_xlim(60, 100)
    (60.0, 100.0)
    >>> draw_bands(axes, 1, 200)
    >>> [text.get_text() for text in axes.texts]
    ['A', '88,31', 'B Baik', '76,61', 'C', '65,00', 'D']
    """
    low, top = axes.get_xlim()
    place = {"xycoords": axes.get_xaxis_transform(), "textcoords": "offset points", "ha": "center", "va": "baseline"}
    for band in BANDS:
        limit = max(float(band.batas_bawah / per), low)
        if limit >= top:
            continue
        if BANDS.index(band) % 2:
            axes.axvspan(limit, top, color=SHADE, linewidth=0, zorder=0)
        words = f"{band.mutu} {KINERJA[band.mutu]}"
        fits = text_width(words, SMALL_SIZE, weight=BOLD) + 4 <= (top - limit) * width / (axes.get_xlim()[1] - low)
        name, middle = words if fits else band.mutu, (limit + top) / 2
        axes.annotate(name, (middle, 1), (0, HEAD_OFFSET + BAND_HEAD), fontsize=SMALL_SIZE, fontweight=BOLD, **place)
        if limit > low:
            axes.axvline(limit, color=RULE, linewidth=0.9, linestyle=(0, (4, 2)))
            axes.annotate(
                limit_label(band.batas_bawah / per), (limit, 1), (0, HEAD_OFFSET), fontsize=SMALL_SIZE, **place
            )
        top = limit


def limit_label(limit: Fraction) -> str:
    """Write a band limit with two decimals, or four where it has more.

    Examples
    --------
    >>> limit_label(Fraction("88.31")), limit_label(Fraction("3.5324")), limit_label(Fraction("2.6"))
    ('88,31', '3,5324', '2,60')
    """
    is_short = round_half_up(limit, NI_DECIMALS) == limit
    return wording.number(limit, NI_DECIMALS if is_short else LIMIT_DECIMALS)
