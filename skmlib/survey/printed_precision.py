"""What a printed number says: the values that it may stand for.

A printed 3.54 was rounded from something between 3.535 and 3.545, ends included, for a half is rounded up by some and to even
by others; or it was cut off, and stands for 3.54 up to but not including 3.55. Its step is one unit of the last decimal.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from skmlib.survey.published import decimals_of
from skmlib.survey.regulation import round_half_up


def step_of(printed: Decimal) -> Fraction:
    """Give one unit of the last printed decimal.

    Examples
    --------
    >>> step_of(Decimal("3.40")), step_of(Decimal("113"))
    (Fraction(1, 100), Fraction(1, 1))
    """
    return Fraction(1, 10 ** decimals_of(printed))


def span_of_printed(printed: Decimal) -> tuple[Fraction, Fraction]:
    """Give the lowest and the highest value that may be rounded to a printed one.

    Examples
    --------
    >>> span_of_printed(Decimal("3.5"))
    (Fraction(69, 20), Fraction(71, 20))
    """
    half = step_of(printed) / 2
    return Fraction(printed) - half, Fraction(printed) + half


def may_round_to(printed: Decimal, low: Fraction, high: Fraction | None = None) -> bool:
    """Tell whether some value from low to high may be rounded to a printed one, a half either way.

    Examples
    --------
    >>> may_round_to(Decimal("3.12"), Fraction(25, 8)), may_round_to(Decimal("3.13"), Fraction(25, 8))
    (True, True)
    """
    lowest, highest = span_of_printed(printed)
    return low <= highest and (low if high is None else high) >= lowest


def may_be_cut_to(printed: Decimal, low: Fraction, high: Fraction | None = None) -> bool:
    """Tell whether some value from low to high is the printed one when its further decimals are cut off.

    Examples
    --------
    >>> may_be_cut_to(Decimal("103"), Fraction("103.65")), may_be_cut_to(Decimal("104"), Fraction("103.65"))
    (True, False)
    """
    ends = (low, low if high is None else high)
    if printed < 0 or (printed == 0 and ends[1] < 0):
        return may_be_cut_to(-printed, -ends[1], -ends[0])
    return ends[0] < Fraction(printed) + step_of(printed) and ends[1] >= Fraction(printed)


def equals_printed(printed: Decimal, value: Fraction) -> bool:
    """Tell whether a value, rounded half up to the printed decimals, is the printed one.

    Examples
    --------
    >>> equals_printed(Decimal("88.31"), Fraction("88.305"))
    True
    """
    return round_half_up(value, decimals_of(printed)) == Fraction(printed)
