"""Validity, reliability and importance: correlations of answers (method, sections 12 and 18)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

from skmlib.recount.numbers import mean
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import LEVEL
from skmlib.recount.standing import alpha_limit
from skmlib.recount.student import quantile

ENOUGH = 3


def reliability(survey: Survey) -> dict:
    """Correlate each unsur with the sum of all and with the sum of the others, over complete rows; Cronbach's alpha."""
    rows = [[one.score(name) for name in survey.unsur] for one in survey.respondents]
    rows = [row for row in rows if None not in row]
    n, k, limit = len(rows), len(survey.unsur), alpha_limit(survey)
    told = {"n": n, "ambang": limit}
    if n < ENOUGH or k < 2:
        return told | {"items": {name: {"unsur": name, "n": n} for name in survey.unsur}}
    critical = quantile(LEVEL, n - 2)
    critical /= math.sqrt(n - 2 + critical**2)
    totals = [sum(row, Fraction(0)) for row in rows]
    items = {}
    for place, name in enumerate(survey.unsur):
        own = [row[place] for row in rows]
        rest = [total - value for total, value in zip(totals, own, strict=True)]
        total = correlate(own, totals)
        items[name] = {"unsur": name, "n": n, "r_total": total, "r_rest": correlate(own, rest)}
        items[name]["valid"] = None if total is None else total > critical
    spread = squares(totals)
    parts = sum((squares([row[place] for row in rows]) for place in range(k)), Fraction(0))
    alpha = Fraction(k, k - 1) * (1 - parts / spread) if spread else None
    return told | {
        "r_tabel": critical,
        "items": items,
        "alpha": alpha,
        "is_reliable": None if alpha is None else alpha >= limit,
    }


def importance(survey: Survey, unsur: Mapping[str, Mapping]) -> dict | None:
    """Give how important each unsur is: as stated, or derived from overall satisfaction; None without either question."""
    if survey.respondents and survey.respondents[0].importance:
        kind, values = "dinyatakan", _stated(survey)
    elif survey.parameters.get("kepuasan_umum"):
        kind, values = "turunan", _derived(survey, survey.parameters["kepuasan_umum"])
    else:
        return None
    scores = {name: row["nrr"] for name, row in unsur.items()}
    both = [name for name in scores if values.get(name, (0, None))[1] is not None and scores[name] is not None]
    middle = _middle([values[name][1] for name in both])
    level = mean([scores[name] for name in both])
    rows = {
        name: {"unsur": name, "n": n, "kepentingan": value, "kinerja": scores[name]}
        | {"kuadran": _quadrant(value >= middle, scores[name] >= level) if name in both else None}
        for name, (n, value) in values.items()
    }
    return {"jenis": kind, "unsur": rows, "rata_kepentingan": middle, "rata_kinerja": level}


def _stated(survey: Survey) -> dict[str, tuple[int, Fraction | None]]:
    """Give the mean of what was stated for each unsur."""
    given = {name: [one.importance.get(name) for one in survey.respondents] for name in survey.unsur}
    codes = {name: [Fraction(code) for code in column if code is not None] for name, column in given.items()}
    return {name: (len(column), mean(column)) for name, column in codes.items()}


def _derived(survey: Survey, overall: str) -> dict[str, tuple[int, float | None]]:
    """Correlate each unsur with overall satisfaction, over respondents who answered both."""
    found = {}
    for name in survey.unsur:
        pairs = [(one.score(name), one.score(overall)) for one in survey.respondents]
        pairs = [pair for pair in pairs if None not in pair]
        value = correlate(*zip(*pairs, strict=True)) if len(pairs) >= ENOUGH else None
        found[name] = (len(pairs), value)
    return found


def _middle(values: Sequence) -> Fraction | float | None:
    """Give the mean of exact or of approximate values."""
    if not values:
        return None
    return math.fsum(values) / len(values) if isinstance(values[0], float) else mean(list(values))


def _quadrant(is_important: bool, is_good: bool) -> str:
    """Name the quadrant of an unsur."""
    if is_important:
        return "pertahankan" if is_good else "prioritas utama"
    return "berlebihan" if is_good else "prioritas rendah"


def correlate(left: Sequence[Fraction], right: Sequence[Fraction]) -> float | None:
    """Give Pearson's correlation; None where one side is alike for all.

    Examples
    --------
    Worked in the method, section 18: 4.5 / sqrt(5 x 4.75).

    >>> round(correlate([Fraction(x) for x in (1, 2, 3, 4)], [Fraction(x) for x in (1, 3, 3, 4)]), 3)
    0.923
    """
    spread = squares(left) * squares(right)
    if not spread:
        return None
    middle = mean(list(left))
    product = sum((value - middle) * other for value, other in zip(left, right, strict=True))
    return math.copysign(math.sqrt(product * product / spread), product)


def squares(values: Sequence[Fraction]) -> Fraction:
    """Sum the squared distances from the mean."""
    middle = mean(list(values))
    return sum(((value - middle) ** 2 for value in values), Fraction(0))
