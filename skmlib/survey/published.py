"""Published figures: what is known of a period that was only printed, beside one that has its answers.

A printed 3.62 may stand for anything from 3.615 to 3.625, so a published value is a `Decimal` and keeps its decimals. A
`Figure` is a value with the decimals it is known to, or without any when it was computed from answers and is exact. Where
an index was printed on the scale 25 to 100 too, that is the finer value: 0.01 there is 0.0004 on the scale 1 to 4.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from skmlib.survey.regulation import (
    IKM_DECIMALS,
    IKM_PER_NI,
    NI_DECIMALS,
    SCALE_MAX,
    SCALE_MIN,
    classify_mutu,
    round_half_up,
)
from skmlib.survey.scores import IkmScore

if TYPE_CHECKING:
    import pandas as pd


@dataclasses.dataclass(frozen=True)
class PublishedPeriod:
    """What was published for an earlier period, with its printed precision.

    Attributes
    ----------
    periode : str
        Such as `"2023"`, `"2023-S1"` or `"2023-TW4"`.
    ni, ikm : Decimal or None
        The index on the scales 1 to 4 and 25 to 100, at least one of them.
    responden : int or None
        Respondents.
    unsur : mapping
        Published score of each unsur, 1 to 4; may be empty.
    """

    periode: str
    ni: Decimal | None = None
    ikm: Decimal | None = None
    responden: int | None = None
    unsur: Mapping[str, Decimal] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.ni is None and self.ikm is None:
            raise ValueError(f"PublishedPeriod: {self.periode!r} has neither ni nor ikm; give one of them.")


@dataclasses.dataclass(frozen=True)
class Figure:
    """A value and the decimals it was printed with; `printed` is None for an exact value."""

    value: Fraction
    printed: int | None = None

    def shown(self, decimals: int) -> int:
        """Give the decimals to show it with: as printed, or the usual ones for an exact value."""
        return decimals if self.printed is None else self.printed

    def change_from(self, before: Figure | None) -> tuple[Fraction | None, int | None]:
        """Compute the change from an earlier figure, rounded once to the coarser precision of the two, and its decimals.

        Between two exact figures it is not rounded and has no decimals; without an earlier figure there is no change.

        Examples
        --------
        >>> Figure(Fraction("3.535")).change_from(Figure(Fraction("3.62"), 2))
        (Fraction(-9, 100), 2)
        """
        if before is None:
            return None, None
        change = self.value - before.value
        decimals = min((printed for printed in (self.printed, before.printed) if printed is not None), default=None)
        return (change, None) if decimals is None else (round_half_up(change, decimals), decimals)


@dataclasses.dataclass(frozen=True)
class Period:
    """A period, published or with answers, in one form; `responden` and both figures of the index may be unknown."""

    periode: str
    responden: int | None
    ni: Figure | None
    ikm: Figure | None
    unsur: Mapping[str, Figure]
    is_data: bool

    @property
    def finest_ni(self) -> Figure | None:
        """The index on the scale 1 to 4 from its finest value, with the decimals it is shown with."""
        if self.ikm is None or self.ni is None:
            return self.ni
        return Figure(self.ikm.value / IKM_PER_NI, self.ni.printed)

    @property
    def mutu(self) -> str | None:
        """The letter, unless the printed precision leaves two possible."""
        figure, factor = (self.ikm, 1) if self.ikm else (self.ni, IKM_PER_NI)
        if figure is None:
            return None
        if figure.printed is None or (figure is self.ikm and figure.printed >= IKM_DECIMALS):
            return classify_mutu(figure.value * factor)
        half = Fraction(1, 2 * 10**figure.printed) * factor
        lowest = max(figure.value * factor - half, Fraction(SCALE_MIN * IKM_PER_NI))
        highest = min(figure.value * factor + half, Fraction(SCALE_MAX * IKM_PER_NI))
        return classify_mutu(lowest) if classify_mutu(lowest) == classify_mutu(highest) else None


def period_of_published(published: PublishedPeriod) -> Period:
    """Bring a published period into the common form.

    Parameters
    ----------
    published : PublishedPeriod
        Without `ni`, it is `ikm` / 25, with one decimal more than `ikm` but no more than the report shows.

    Returns
    -------
    Period

    Examples
    --------
    >>> period_of_published(PublishedPeriod("2022", ni=Decimal("3.49"))).mutu
    'B'
    """
    ni, ikm = (None if value is None else figure_of(value) for value in (published.ni, published.ikm))
    unsur = {name: figure_of(value) for name, value in published.unsur.items()}
    ni = ni or Figure(ikm.value / IKM_PER_NI, min(ikm.printed + 1, NI_DECIMALS))
    return Period(published.periode, published.responden, ni, ikm, unsur, is_data=False)


def period_of_scores(periode: str, score: IkmScore, scores: pd.DataFrame | None = None) -> Period:
    """Bring a period with answers into the common form.

    Parameters
    ----------
    periode : str
        Its name.
    score : IkmScore
        Its index.
    scores : DataFrame, optional
        Its unsur, from `score_unsur`.

    Returns
    -------
    Period

    Examples
    --------
    >>> period_of_scores("2024", IkmScore(1, ni=Fraction(3), ikm=Fraction(75))).mutu
    'C'
    """
    pairs = [] if scores is None else zip(scores["unsur"], scores["nrr"], strict=True)
    ni, ikm = (None if value is None else Figure(value) for value in (score.ni, score.ikm))
    return Period(
        periode, score.n, ni, ikm, {name: Figure(nrr) for name, nrr in pairs if nrr is not None}, is_data=True
    )


def figure_of(printed: Decimal) -> Figure:
    """Make a figure of a printed value.

    Examples
    --------
    >>> figure_of(Decimal("3.60")).printed
    2
    """
    return Figure(Fraction(printed), decimals_of(printed))


def decimals_of(printed: Decimal) -> int:
    """Count the decimals of a printed figure.

    Examples
    --------
    >>> decimals_of(Decimal("83.90")), decimals_of(Decimal("113"))
    (2, 0)
    """
    return max(0, -printed.as_tuple().exponent)
