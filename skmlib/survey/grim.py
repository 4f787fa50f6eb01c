"""GRIM: whether a printed mean can come from whole answers at all.

A mean of n answers from 1 to 4 is a whole number divided by n, so for a given n only some printed means are possible. The
test has power only while these stand further apart than the printed decimals; blank answers break it, since n is then the
answers to that unsur and not the respondents (Brown and Heathers 2017, "The GRIM test").
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal

from skmlib.survey.printed_precision import span_of_printed
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
    low, high = span_of_printed(printed)
    lowest, highest = math.ceil(low * n / faktor), math.floor(high * n / faktor)
    return max(lowest, SCALE_MIN * n) <= min(highest, SCALE_MAX * n)


def possible_counts(means: Iterable[Decimal], *, most: int, faktor: int = 1) -> tuple[int, ...]:
    """List the numbers of respondents that can give all printed means, when everybody answered.

    Parameters
    ----------
    means : iterable of Decimal
        As printed.
    most : int
        The highest number tried.
    faktor : int
        What a mean answer was multiplied by: 25 for the scale 25 to 100.

    Returns
    -------
    tuple of int

    Examples
    --------
    >>> possible_counts((Decimal("3.50"), Decimal("3.25")), most=10)
    (4, 8)
    """
    printed = tuple(means)
    return tuple(n for n in range(1, most + 1) if all(is_possible(mean, n, faktor=faktor) for mean in printed))
