"""Student's t without a library: tail probabilities from the incomplete beta function, quantiles by halving.

The continued fraction is the usual one for the regularised incomplete beta function (Abramowitz and Stegun, 26.5.8).
"""

from __future__ import annotations

import math

TINY = 1e-300
STEPS = 10_000


def two_sided_p(t: float, df: float) -> float:
    """Give the probability of a value at least as far from 0.

    Parameters
    ----------
    t : float
        The value.
    df : float
        Degrees of freedom, more than 0.

    Returns
    -------
    float
        0 to 1.

    Examples
    --------
    For one degree of freedom it is 1 - 2 atan(t) / pi: a half at 1.

    >>> round(two_sided_p(1.0, 1.0), 12)
    0.5
    """
    return incomplete_beta(df / 2, 0.5, df / (df + t * t))


def quantile(level: float, df: float) -> float:
    """Give the value that is exceeded on either side together with probability 1 - `level`.

    Examples
    --------
    >>> round(quantile(0.95, 3), 4), round(quantile(0.95, 48), 4)
    (3.1824, 2.0106)
    """
    low, high = 0.0, 1.0
    while two_sided_p(high, df) > 1 - level:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if two_sided_p(middle, df) > 1 - level:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def incomplete_beta(a: float, b: float, x: float) -> float:
    """Give the regularised incomplete beta function, 0 to 1."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(front) / a * _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """Sum the continued fraction from its beginning (Lentz)."""
    upper, lower = 1.0, 0.0  # the fraction is one more than the sum that is asked for
    value = 1.0
    for step in range(STEPS):
        half = step // 2
        if step == 0:
            term = 1.0
        elif step % 2 == 0:
            term = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        else:
            term = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        lower = 1 / ((1 + term * lower) or TINY)
        upper = (1 + term / upper) or TINY
        value *= upper * lower
        if step and abs(upper * lower - 1) < 1e-16:
            break
    return value - 1
