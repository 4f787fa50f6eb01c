"""How far annotators agree: per cent, Krippendorff's alpha and Cohen's kappa (method, section 15)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from fractions import Fraction

from skmlib.recount.comments import DECISION, EMPTY, GENERAL, SUBSTANTIVE, Judgement, topic
from skmlib.recount.draws import resample, uniforms
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import CONFIDENCE, LEVEL

PAIR = 2
RESAMPLES, SEED = 1000, 20170514


def agreement(survey: Survey, judgements: list[Judgement]) -> dict | None:
    """Give the agreement on sentiment and on unsur; None with fewer than two who judged, decisions among them."""
    if len({one.annotator for one in judgements}) < PAIR:
        return None
    own = [one for one in judgements if one.annotator != DECISION]
    labels = {"sentimen": (*SUBSTANTIVE, EMPTY), "unsur": (*survey.unsur, GENERAL)}
    return {
        "sentimen": agree(own, lambda one: one.sentiment, labels["sentimen"]),
        "unsur": agree(own, topic, labels["unsur"]),
    }


def agree(judgements: list[Judgement], what: Callable[[Judgement], str], labels: tuple[str, ...]) -> dict:
    """Give the agreement on one kind of label, with the interval of alpha from the same draws as the first count's."""
    units: dict[str, dict[str, str]] = {}
    for one in judgements:
        if what(one):
            units.setdefault(one.id, {})[one.annotator] = what(one)
    people = sorted({one.annotator for one in judgements if what(one)})
    judged = {person: sum(person in said for said in units.values()) for person in people}
    compared = [units[one] for one in sorted(units) if len(units[one]) >= PAIR]
    alike = sum(len(set(said.values())) == 1 for said in compared)
    told = {"dinilai": judged, "n": len(compared), "sepakat": alike}
    told["persen"] = Fraction(100 * alike, len(compared)) if compared else None
    told["alpha"] = krippendorff([list(said.values()) for said in compared])
    told |= {"level": CONFIDENCE, "low": None, "high": None, "ulangan": 0, "ulangan_dipakai": 0}
    if told["alpha"] is not None and len(compared) > 1:
        told |= alpha_interval([list(said.values()) for said in compared])
    if len(people) == PAIR and compared:
        pairs = Counter((said[people[0]], said[people[1]]) for said in compared)
        told["kappa"] = cohen(pairs)
        told["matrix"] = {row: {"label": row, **{column: pairs[row, column] for column in labels}} for row in labels}
    return told


def krippendorff(units: list[list[str]]) -> Fraction | None:
    """Give Krippendorff's nominal alpha of units that were judged at least twice; None where all labels are alike.

    Examples
    --------
    Worked in the method, section 15: 45/68.

    >>> krippendorff([[*pair] for pair in zip("PPPPNNNGGGGT", "PPPNNNGGGGPT")])
    Fraction(45, 68)
    """
    totals = Counter(label for unit in units for label in unit)
    n = totals.total()
    expected = n * n - sum(count * count for count in totals.values())
    if not expected:
        return None
    observed = sum((_apart(Counter(unit)) for unit in units), Fraction(0))
    return 1 - (n - 1) * observed / expected


def _apart(counts: Counter[str]) -> Fraction:
    """Give how far the labels of one unit differ: sum of n_c (m - n_c) / (m - 1)."""
    m = counts.total()
    return sum((Fraction(count * (m - count), m - 1) for count in counts.values()), Fraction(0))


def alpha_interval(units: list[list[str]], *, resamples: int = RESAMPLES, seed: int = SEED) -> dict:
    """Give the interval of alpha from resampled units, and how many resamples have an alpha.

    Parameters
    ----------
    units : list of list of str
        The labels of each unit that was judged at least twice.
    resamples, seed : int
        How often to draw, and from which numbers.

    Returns
    -------
    dict
        ``low`` and ``high``: the points below which 2.5 and 97.5 % of the alphas lie; ``ulangan``, ``ulangan_dipakai``.
    """
    counts = [Counter(unit) for unit in units]
    apart = [
        sum(k * (len(unit) - k) for k in each.values()) / (len(unit) - 1)
        for each, unit in zip(counts, units, strict=True)
    ]
    random, alphas = uniforms(seed), []
    for _ in range(resamples):
        times, totals = resample(len(units), random), Counter()
        for often, each in zip(times, counts, strict=True):
            for label, k in each.items():
                totals[label] += often * k
        n = totals.total()
        unequal = n * n - sum(k * k for k in totals.values())
        if unequal:
            alphas.append(1 - (n - 1) * sum(often * each for often, each in zip(times, apart, strict=True)) / unequal)
    low, high = (quantile_of(alphas, share) for share in ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return {"low": low, "high": high, "ulangan": resamples, "ulangan_dipakai": len(alphas)}


def quantile_of(values: list[float], share: float) -> float:
    """Give the point below which a share of values lies, on the line between its neighbours.

    Examples
    --------
    The place 0.25 x 3 = 0.75 lies between the first two of four.

    >>> quantile_of([4.0, 1.0, 3.0, 2.0], 0.25)
    1.75
    """
    ordered, place = sorted(values), share * (len(values) - 1)
    below = ordered[math.floor(place)]
    return below + (place - math.floor(place)) * (ordered[math.ceil(place)] - below)


def cohen(pairs: Counter[tuple[str, str]]) -> Fraction | None:
    """Give Cohen's kappa of two annotators; None where chance alone would agree always.

    Examples
    --------
    Worked in the method, section 15: 11/17.

    >>> cohen(Counter(zip("PPPPNNNGGGGT", "PPPNNNGGGGPT")))
    Fraction(11, 17)
    """
    n = pairs.total()
    if not n:
        return None
    rows, columns = Counter(), Counter()
    for (left, right), count in pairs.items():
        rows[left] += count
        columns[right] += count
    by_chance = Fraction(sum(rows[label] * columns[label] for label in rows), n * n)
    alike = Fraction(sum(count for (left, right), count in pairs.items() if left == right), n)
    return (alike - by_chance) / (1 - by_chance) if by_chance != 1 else None
