"""The scales of the scores: where an axis begins, its ticks, and the bands that stand on it.

Scores are drawn as dots, which need no zero, so an axis may begin above the lowest possible score, where the differences
can be seen; its title then says so. A limit of a band is printed with two decimals, or with four where it has more. Nothing is
drawn here, so the index page does not wait for matplotlib.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

from skmlib.report import wording
from skmlib.survey.regulation import BANDS, IKM_PER_NI, KINERJA, NI_DECIMALS, SCALE_MAX, SCALE_MIN, round_half_up

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


@dataclasses.dataclass(frozen=True)
class Span:
    """A band as far as it stands on an axis.

    Attributes
    ----------
    mutu : str
        Its letter.
    low, high : float
        Its ends on the axis.
    label : str
        Its lower limit, empty where the axis begins above it.
    """

    mutu: str
    low: float
    high: float
    label: str

    @property
    def words(self) -> str:
        """Letter and word."""
        return f"{self.mutu} {KINERJA[self.mutu]}"

    @property
    def is_shaded(self) -> bool:
        """Whether the band is set off from its neighbours by a shade."""
        return list(KINERJA).index(self.mutu) % 2 == 1


def find_spans(scale: Scale, start: Fraction) -> list[Span]:
    """Find the bands that stand on an axis, highest first.

    Parameters
    ----------
    scale : Scale
        Of the axis.
    start : Fraction
        Where the axis begins.

    Returns
    -------
    list of Span

    Examples
    --------
    >>> [(span.mutu, span.low, span.label) for span in find_spans(IKM_SCALE, Fraction(70))]
    [('A', 88.31, '88,31'), ('B', 76.61, '76,61'), ('C', 70.0, '')]
    """
    limits = [band.batas_bawah / scale.per for band in BANDS]
    return [
        Span(band.mutu, float(max(limit, start)), float(top), limit_label(limit) if limit > start else "")
        for band, limit, top in zip(BANDS, limits, [scale.ends[1], *limits], strict=False)
        if top > start
    ]


def limit_label(limit: Fraction) -> str:
    """Write a band limit with two decimals, or four where it has more.

    Examples
    --------
    >>> limit_label(Fraction("88.31")), limit_label(Fraction("3.5324")), limit_label(Fraction("2.6"))
    ('88,31', '3,5324', '2,60')
    """
    is_short = round_half_up(limit, NI_DECIMALS) == limit
    return wording.number(limit, NI_DECIMALS if is_short else LIMIT_DECIMALS)
