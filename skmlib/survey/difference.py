"""Difference of two estimates from independent samples: its test and its interval.

The difference has the variance v1 + v2, so t = difference / sqrt(v1 + v2), and by Welch and Satterthwaite it has
(v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1)) degrees of freedom. Of several differences tested at once some look large by
chance alone; Holm's p holds for all together: the smallest of m times m, the next times m - 1, never falling, at most 1.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from fractions import Fraction

from skmlib.survey.regulation import CONFIDENCE_LEVEL, SIGNIFICANCE

NO_VALUE = "Tidak dapat dihitung: nilainya tidak ada pada {periode}."
ONE_ANSWER = "Tidak dapat diuji: hanya ada satu jawaban pada {periode}."
NO_VARIANCE = "Tidak dapat diuji: jawaban kedua periode tidak beragam."
BOTH_WHOLE = "Tidak perlu diuji: seluruh populasi menjadi responden pada kedua periode."


@dataclasses.dataclass(frozen=True)
class Estimate:
    """A score of one period and how sure it is.

    Attributes
    ----------
    periode : str
        Name of the period, for the reasons.
    n : int
        Respondents or answers it rests on.
    nilai : Fraction or None
        The score; None when there is none.
    variance : Fraction or None
        Its variance, finite population correction included; None for fewer than two answers.
    is_whole : bool
        Whether everybody was asked.
    """

    periode: str
    n: int
    nilai: Fraction | None
    variance: Fraction | None
    is_whole: bool = False


@dataclasses.dataclass(frozen=True)
class Difference:
    """The difference of one score between two periods.

    Attributes
    ----------
    n_sebelumnya, n : int
        Respondents or answers that the two scores rest on.
    sebelumnya, sekarang, perubahan : Fraction or None
        Both scores and now - before, exact.
    standard_error, t, p : float or None
        Of the difference; two-sided p.
    df : Fraction or None
        Degrees of freedom.
    low, high : float or None
        Interval of the difference, cut at what a difference can be.
    berubah : bool or None
        Whether p is below the significance level.
    alasan : str or None
        Why there is no test, in Indonesian.
    """

    n_sebelumnya: int
    n: int
    sebelumnya: Fraction | None = None
    sekarang: Fraction | None = None
    perubahan: Fraction | None = None
    standard_error: float | None = None
    df: Fraction | None = None
    t: float | None = None
    p: float | None = None
    low: float | None = None
    high: float | None = None
    berubah: bool | None = None
    alasan: str | None = None


def compare_estimates(before: Estimate, now: Estimate, *, widest: int, alasan: str | None = None) -> Difference:
    """Test the difference of two estimates.

    Parameters
    ----------
    before, now : Estimate
        From independent samples.
    widest : int
        The largest difference there can be, for the ends of the interval.
    alasan : str, optional
        Why the difference is not to be tested although it could be.

    Returns
    -------
    Difference

    Examples
    --------
    >>> before, now = Estimate("2023", 2, Fraction(3), Fraction(1, 4)), Estimate("2024", 4, Fraction(7, 2), Fraction(0))
    >>> difference = compare_estimates(before, now, widest=3)
    >>> difference.t, difference.df, f"{difference.p:.3f}"
    (1.0, Fraction(1, 1), '0.500')
    """
    found = Difference(before.n, now.n, before.nilai, now.nilai)
    missing = [part.periode for part in (before, now) if part.nilai is None]
    if missing:
        return dataclasses.replace(found, alasan=alasan or NO_VALUE.format(periode=missing[0]))
    found = dataclasses.replace(found, perubahan=now.nilai - before.nilai)
    alasan = alasan or _reason(before, now)
    return dataclasses.replace(found, alasan=alasan) if alasan else _tested(found, before, now, float(widest))


def adjust_holm(p_values: Sequence[float | None]) -> list[float | None]:
    """Adjust p values for being several, by Holm's step-down method.

    Parameters
    ----------
    p_values : sequence of float or None
        Raw; None where there was no test, which counts for nothing.

    Returns
    -------
    list of float or None
        In the same order.

    Examples
    --------
    >>> adjust_holm([0.01, None, 0.04, 0.03])
    [0.03, None, 0.06, 0.06]
    """
    ranked = sorted((p, place) for place, p in enumerate(p_values) if p is not None)
    adjusted: list[float | None] = [None] * len(p_values)
    largest = 0.0
    for rank, (p, place) in enumerate(ranked):
        largest = max(largest, min(1.0, (len(ranked) - rank) * p))
        adjusted[place] = largest
    return adjusted


def _reason(before: Estimate, now: Estimate) -> str | None:
    """Say why two known scores cannot be tested."""
    alone = [part.periode for part in (before, now) if part.variance is None]
    if alone:
        return ONE_ANSWER.format(periode=alone[0])
    if before.variance + now.variance == 0:
        return BOTH_WHOLE if before.is_whole and now.is_whole else NO_VARIANCE
    return None


def _tested(found: Difference, before: Estimate, now: Estimate, widest: float) -> Difference:
    """Add the test and the interval to a difference."""
    from scipy.special import stdtr, stdtrit  # loaded here: `skm check` runs without SciPy

    total = before.variance + now.variance
    df = total**2 / sum(part.variance**2 / (part.n - 1) for part in (before, now))
    standard_error, change = math.sqrt(total), float(found.perubahan)
    margin = float(stdtrit(float(df), float(1 - (1 - CONFIDENCE_LEVEL) / 2))) * standard_error
    p = 2 * float(stdtr(float(df), -abs(change / standard_error)))
    return dataclasses.replace(
        found,
        standard_error=standard_error,
        df=df,
        t=change / standard_error,
        p=p,
        low=max(change - margin, -widest),
        high=min(change + margin, widest),
        berubah=p < SIGNIFICANCE,
    )
