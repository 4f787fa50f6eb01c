"""GRIM: whether a printed mean can come from whole answers at all.

A mean of n answers from 1 to 4 is a whole number divided by n, so for a given n only some printed means are possible. The
test has power only while these stand further apart than the printed decimals; blank answers break it, since n is then the
answers to that unsur and not the respondents (Brown and Heathers 2017, "The GRIM test").
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

from skmlib.survey.published import decimals_of
from skmlib.survey.regulation import SCALE_MAX, SCALE_MIN


def is_possible(printed: Decimal, n: int, *, faktor: int = 1) -> bool:
    """Tell whether a printed mean can come from n whole answers.

    Parameters
    ----------
    printed : Decimal
        The mean as printed, with its decimals; a half may have been rounded either way.
    n : int
        Answers, 1 or more.
    faktor : int
        What a mean answer was multiplied by: 25 for the scale 25 to 100.

    Returns
    -------
    bool
        True also where every printed value is possible, because n is large.

    Raises
    ------
    ValueError
        When `n` is less than 1.

    Examples
    --------
    >>> is_possible(Decimal("3.265"), 134), is_possible(Decimal("3.265"), 136)
    (False, True)
    """
    if n < 1:
        raise ValueError(f"is_possible: found n {n!r}; give 1 or more.")
    half = Fraction(1, 2 * 10 ** decimals_of(printed))
    lowest = math.ceil((Fraction(printed) - half) * n / faktor)
    highest = math.floor((Fraction(printed) + half) * n / faktor)
    return max(lowest, SCALE_MIN * n) <= min(highest, SCALE_MAX * n)
