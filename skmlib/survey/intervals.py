"""Intervals: how far an index may lie from that of all users, by chance of who answered.

An index is a weighted sum of means, and with blanks each mean has its own denominator. Its variance comes from
linearisation: respondent i contributes z_i = sum over unsur of w_u (x_iu - nrr_u) / n_u, over the unsur it answered, and
var = n / (n - 1) x sum of z_i squared. With complete answers that is the variance of the mean of the respondents' means.
The sum of z_i squared follows from the pair sums of a tally alone, so it is exact; SciPy is asked only for the t value.
"""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Mapping
from fractions import Fraction

from skmlib.survey.regulation import CONFIDENCE_LEVEL
from skmlib.survey.tally import Tally


@dataclasses.dataclass(frozen=True)
class Interval:
    """An interval around an estimate, cut at the ends of its scale.

    Attributes
    ----------
    low, high : float
        Ends, on the scale of the estimate.
    standard_error : float
        On the scale of the estimate, finite population correction included.
    """

    low: float
    high: float
    standard_error: float


def linearised_variance(tally: Tally, *, bobot: Mapping[str, Fraction], n: int) -> Fraction:
    """Compute the variance of a weighted sum of unsur means.

    Parameters
    ----------
    tally : Tally
        Each unsur in `bobot` has answers.
    bobot : mapping
        Weight of each unsur in the sum.
    n : int
        Respondents who answered at least one of these unsur, 2 or more.

    Returns
    -------
    Fraction
        On the scale 1 to 4, squared; exact, without finite population correction.

    Examples
    --------
    Answers 3, 4, 4, 1: mean 3, squared deviations 0 + 1 + 1 + 4 = 6, variance of the mean 6 / (4 x 3).

    >>> import pandas as pd
    >>> from skmlib.survey.tally import tally_responses
    >>> tally = tally_responses(pd.DataFrame({"waktu": [3, 4, 4, 1]}), unsur=["waktu"])
    >>> linearised_variance(tally, bobot={"waktu": Fraction(1)}, n=4)
    Fraction(1, 2)
    """
    answers, sums = tally.n.tolist(), tally.pair_sums.diagonal().tolist()
    pair_n, pair_sums, products = tally.pair_n.tolist(), tally.pair_sums.tolist(), tally.pair_products.tolist()
    places = {tally.unsur.index(unsur): weight for unsur, weight in bobot.items()}
    # Over common denominators all is counted in whole numbers, which is exact as well and ten times faster than fractions.
    common = math.lcm(*(answers[u] for u in places))
    mean = {u: sums[u] * (common // answers[u]) for u in places}
    parts = math.lcm(*(weight.denominator for weight in places.values()))
    share = {u: int(weight * parts) * (common // answers[u]) for u, weight in places.items()}
    squares = sum(
        share[u]
        * share[v]
        * (
            common**2 * products[u][v]
            - common * (mean[u] * pair_sums[v][u] + mean[v] * pair_sums[u][v])
            + mean[u] * mean[v] * pair_n[u][v]
        )
        for u in places
        for v in places
    )
    return Fraction(n * squares, (n - 1) * (parts * common**2 * tally.skala) ** 2)


def t_interval(estimate: Fraction, *, variance: Fraction, df: int, limits: tuple[Fraction, Fraction]) -> Interval:
    """Compute the t-interval of an estimate at the level of the regulation module.

    Parameters
    ----------
    estimate : Fraction
        The estimate.
    variance : Fraction
        Its variance, after finite population correction.
    df : int
        Degrees of freedom: respondents - 1, or respondents - services of a mean of services.
    limits : tuple of Fraction
        Lowest and highest value the estimate can have.

    Returns
    -------
    Interval

    Examples
    --------
    With 1 degree of freedom the 97.5 % point of t is 12.706.

    >>> wide = t_interval(Fraction(3), variance=Fraction(1), df=1, limits=(Fraction(-100), Fraction(100)))
    >>> f"{wide.low:.3f} {wide.high:.3f}"
    '-9.706 15.706'
    """
    standard_error = math.sqrt(variance)
    margin = t_quantile(df) * standard_error
    low, high = max(float(estimate) - margin, float(limits[0])), min(float(estimate) + margin, float(limits[1]))
    return Interval(low, high, standard_error)


@functools.cache
def t_quantile(df: int) -> float:
    """Give the two-sided t value at the level of the regulation module.

    Parameters
    ----------
    df : int
        Degrees of freedom, 1 or more.

    Returns
    -------
    float

    Examples
    --------
    >>> f"{t_quantile(47):.4f}"
    '2.0117'
    """
    from scipy.special import stdtrit  # loaded here: `skm check` runs without SciPy

    return float(stdtrit(df, float(1 - (1 - CONFIDENCE_LEVEL) / 2)))
