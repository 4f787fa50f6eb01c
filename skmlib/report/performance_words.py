"""How the parts of a performance report are written: values, targets, directions, and what an indicator's value rests on."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.performance_models import HIGHER, LOWER, NOT_YET_SET
from skmlib.report import wording
from skmlib.survey.indicators import ALL, ASSESSED, IndicatorScore
from skmlib.survey.performance_budget import END, START

DIRECTIONS = {HIGHER: "makin tinggi makin baik", LOWER: "makin rendah makin baik"}
DIRECTION_NOTE = "Arah naik: makin tinggi makin baik. Arah turun: makin rendah makin baik."
UNASSESSED = "Belum dinilai"
CEILINGS = {START: "Pagu awal", END: "Pagu akhir"}
AVERAGES = {ALL: "Semua indikator", ASSESSED: "Tanpa yang belum dinilai"}


def shown_target(target: Decimal | str | None) -> str:
    """Write a target as it was set, `-` where there was none.

    Examples
    --------
    >>> shown_target(Decimal("92")), shown_target("-"), shown_target(None)
    ('92', '-', '-')
    """
    return wording.MISSING if target in (None, NOT_YET_SET) else wording.exact(target)


def shown_value(value: Fraction | Decimal | None) -> str:
    """Write a realised value: as stated, or a computed one whole or with two decimals.

    Examples
    --------
    >>> shown_value(Decimal("2.74")), shown_value(Fraction(100)), shown_value(Fraction(1621, 120))
    ('2,74', '100', '13,51')
    """
    return wording.exact(value) if isinstance(value, Decimal) else wording.total(value)


def used_value(score: IndicatorScore) -> str:
    """Write the value that the report uses.

    Parameters
    ----------
    score : IndicatorScore
        An indicator.

    Returns
    -------
    str
    """
    return shown_value(score.realisasi if score.is_computed else score.indikator.realisasi)


def first_target(score: IndicatorScore) -> str:
    """Write the target at the start of the year.

    Parameters
    ----------
    score : IndicatorScore
        An indicator.

    Returns
    -------
    str
        `-` where there was none; the target itself where it was never changed.
    """
    told = score.indikator
    return shown_target(told.target if told.target_awal is None else told.target_awal)


def names_of(scores: list[IndicatorScore]) -> str:
    """List indicators by name and achievement.

    Parameters
    ----------
    scores : list of IndicatorScore
        Indicators.

    Returns
    -------
    str
    """
    return wording.listing([f"{score.indikator.nama} ({wording.percent(score.capaian)})" for score in scores])


def rupiah(value: int | None) -> str:
    """Write an amount of money.

    Examples
    --------
    >>> rupiah(10907859000), rupiah(-5), rupiah(None)
    ('Rp10.907.859.000', '−Rp5', '-')
    """
    if value is None:
        return wording.MISSING
    return f"{wording.MINUS if value < 0 else ''}Rp{wording.whole(abs(value))}"


def plain_number(value: Fraction) -> str:
    """Write a number that was rounded before, with the decimals it has.

    Examples
    --------
    >>> plain_number(Fraction(113)), plain_number(Fraction(493, 5))
    ('113', '98,6')
    """
    decimals = next(places for places in range(value.denominator) if (value * 10**places).denominator == 1)
    return wording.number(value, decimals)
