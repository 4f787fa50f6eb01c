"""Means, index and intervals of a set of respondents (method, sections 2, 3 and 5)."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

from skmlib.recount.numbers import BANDS, band_of, letter_of, mean, round_half_up
from skmlib.recount.respondents import Respondent
from skmlib.recount.student import quantile

SCALE = 25
CONFIDENCE = Fraction("0.95")
LEVEL = float(CONFIDENCE)
LOW, HIGH = 1, 4


@dataclasses.dataclass(frozen=True)
class Scores:
    """What a set of respondents gives.

    Attributes
    ----------
    n : int
        Respondents.
    counts, sums, nrr : dict
        By unsur: answers, their sum, their mean (None without answers).
    deviations : dict
        By unsur: variance of its mean, without correction for the population; None for fewer than two answers.
    ni : Fraction or None
        Index on the scale 1 to 4.
    variance : Fraction or None
        Of `ni`, likewise.
    """

    n: int
    counts: dict[str, int]
    sums: dict[str, Fraction]
    nrr: dict[str, Fraction | None]
    deviations: dict[str, Fraction | None]
    ni: Fraction | None
    variance: Fraction | None


def score(respondents: Sequence[Respondent], weights: Mapping[str, Fraction]) -> Scores:
    """Score respondents on some questions.

    Parameters
    ----------
    respondents : sequence of Respondent
        Any number of them.
    weights : mapping
        Weight of each question; its keys are the questions.

    Returns
    -------
    Scores
        Without an index where a question was answered by nobody.
    """
    given = [{name: one.score(name) for name in weights} for one in respondents]
    values = {name: [row[name] for row in given if row[name] is not None] for name in weights}
    nrr = {name: mean(column) for name, column in values.items()}
    complete = bool(given) and all(value is not None for value in nrr.values())
    ni = sum((weights[name] * nrr[name] for name in weights), Fraction(0)) if complete else None
    return Scores(
        n=len(given),
        counts={name: len(column) for name, column in values.items()},
        sums={name: sum(column, Fraction(0)) for name, column in values.items()},
        nrr=nrr,
        deviations={
            name: _variance([(value - nrr[name]) / len(column) for value in column]) for name, column in values.items()
        },
        ni=ni,
        variance=_variance([_share(row, weights, nrr, values) for row in given]) if complete else None,
    )


def _share(row: Mapping, weights: Mapping, nrr: Mapping, values: Mapping) -> Fraction:
    """Give what one respondent contributes to the linearised index."""
    parts = (
        weights[name] * (value - nrr[name]) / len(values[name]) for name, value in row.items() if value is not None
    )
    return sum(parts, Fraction(0))


def _variance(shares: Sequence[Fraction]) -> Fraction | None:
    """Give n / (n - 1) x the sum of squares; None for fewer than two."""
    n = len(shares)
    return Fraction(n, n - 1) * sum((share * share for share in shares), Fraction(0)) if n > 1 else None


def correction(n: int, populasi: int | None) -> Fraction:
    """Give the finite population correction; 1 where the population is not known or is exceeded."""
    return 1 - Fraction(n, populasi) if populasi is not None and n <= populasi else Fraction(1)


def interval(
    centre: Fraction | None, variance: Fraction | None, df: float, *, low: Fraction, high: Fraction, scale: int = 1
) -> tuple[float | None, float | None, float | None]:
    """Give the standard error and both ends of an interval, cut at the ends of the scale; None where there is no variance."""
    if centre is None or not variance or df <= 0:
        return None, None, None
    error = scale * math.sqrt(variance)
    reach = quantile(LEVEL, df) * error
    return error, max(float(low), float(centre) - reach), min(float(high), float(centre) + reach)


def index_row(
    scores: Scores,
    weights: Mapping[str, Fraction],
    *,
    populasi: int | None,
    variance: Fraction | None = None,
    df: int | None = None,
) -> dict:
    """Give the index as `hasil.json` holds it; variance and degrees of freedom of the respondents where none are told."""
    own = scores.variance * correction(scores.n, populasi) if scores.variance is not None else None
    used = own if df is None else variance
    total = sum(weights.values(), Fraction(0))
    ikm = None if scores.ni is None else SCALE * scores.ni
    error, low, high = interval(
        ikm, used, scores.n - 1 if df is None else df, low=SCALE * LOW * total, high=SCALE * HIGH * total, scale=SCALE
    )
    mutu, kinerja = (None, None) if ikm is None else band_of(ikm)
    row = {"n": scores.n, "ni": scores.ni, "ikm": ikm, "mutu": mutu, "kinerja": kinerja, "populasi": populasi}
    return row | {"low": low, "high": high, "standard_error": error, "level": CONFIDENCE} | crossed(low, high)


def crossed(low: float | None, high: float | None) -> dict:
    """Name the limits of the bands between the rounded ends of an interval."""
    if low is None or high is None:
        return {"limits_crossed": []}
    ends = [round_half_up(Fraction(end), 2) for end in (low, high)]
    limits = [limit for limit, _, _ in BANDS[:-1] if ends[0] < limit <= ends[1]]
    return {"limits_crossed": limits}


def unsur_rows(scores: Scores, weights: Mapping[str, Fraction], *, populasi: int | None) -> dict[str, dict]:
    """Give the rows of the unsur, by name."""
    rows = {}
    for name, bobot in weights.items():
        n, nrr, variance = scores.counts[name], scores.nrr[name], scores.deviations[name]
        corrected = None if variance is None else variance * correction(n, populasi)
        _, low, high = interval(nrr, corrected, n - 1, low=Fraction(LOW), high=Fraction(HIGH))
        ikm = None if nrr is None else SCALE * nrr
        rows[name] = {
            "unsur": name,
            "n": n,
            "jumlah": scores.sums[name],
            "nrr": nrr,
            "bobot": bobot,
            "nrr_tertimbang": None if nrr is None else bobot * nrr,
            "ikm": ikm,
            "mutu": letter_of(ikm),
            "low": low,
            "high": high,
        }
    return rows
