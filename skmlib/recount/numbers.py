"""Rounding, bands and the way numbers are written (method, section 4; data dictionary, section 6.1)."""

from __future__ import annotations

import math
from fractions import Fraction

BANDS = (
    (Fraction("88.31"), "A", "Sangat baik"),
    (Fraction("76.61"), "B", "Baik"),
    (Fraction(65), "C", "Kurang baik"),
    (Fraction(25), "D", "Tidak baik"),
)


def round_half_up(value: Fraction, digits: int) -> Fraction:
    """Round half away from zero.

    Examples
    --------
    >>> round_half_up(Fraction("88.305"), 2), round_half_up(Fraction("-0.085"), 2)
    (Fraction(8831, 100), Fraction(-9, 100))
    """
    scaled = math.floor(abs(value) * 10**digits + Fraction(1, 2))
    return Fraction(scaled if value >= 0 else -scaled, 10**digits)


def band_of(ikm: Fraction) -> tuple[str, str]:
    """Give letter and words of an index on the scale 25 to 100.

    Examples
    --------
    >>> band_of(Fraction("88.305")), band_of(Fraction(75))
    (('A', 'Sangat baik'), ('C', 'Kurang baik'))
    """
    rounded = round_half_up(ikm, 2)
    return next(((letter, words) for limit, letter, words in BANDS if rounded >= limit), BANDS[-1][1:])


def letter_of(ikm: Fraction | None) -> str | None:
    """Give the letter of an index, None without one."""
    return None if ikm is None else band_of(ikm)[0]


def written(value: Fraction) -> str:
    """Write a number as `tercetak` does: two decimals, decimal comma, points between thousands, the true minus sign.

    Examples
    --------
    >>> written(Fraction("12345.675")), written(Fraction(-1, 11))
    ('12.345,68', '−0,09')
    """
    rounded = round_half_up(value, 2)
    whole, cents = divmod(abs(rounded) * 100, 100)
    sign = "−" if rounded < 0 else ""
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{sign}{grouped},{int(cents):02d}"


def mean(values: list[Fraction]) -> Fraction | None:
    """Give the mean, None of nothing."""
    return sum(values, Fraction(0)) / len(values) if values else None
