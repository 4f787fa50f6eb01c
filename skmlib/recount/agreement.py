"""How far annotators agree: per cent, Krippendorff's alpha and Cohen's kappa (method, section 15)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from fractions import Fraction

from skmlib.recount.comments import DECISION, EMPTY, GENERAL, SUBSTANTIVE, Judgement, topic
from skmlib.recount.respondents import Survey

PAIR = 2


def agreement(survey: Survey, judgements: list[Judgement]) -> dict | None:
    """Give the agreement on sentiment and on unsur; None with fewer than two annotators."""
    own = [one for one in judgements if one.annotator != DECISION]
    if len({one.annotator for one in own}) < PAIR:
        return None
    labels = {"sentimen": (*SUBSTANTIVE, EMPTY), "unsur": (*survey.unsur, GENERAL)}
    return {
        "sentimen": agree(own, lambda one: one.sentiment, labels["sentimen"]),
        "unsur": agree(own, topic, labels["unsur"]),
    }


def agree(judgements: list[Judgement], what: Callable[[Judgement], str], labels: tuple[str, ...]) -> dict:
    """Give the agreement on one kind of label; the interval of alpha is drawn at random and not repeated here."""
    units: dict[str, dict[str, str]] = {}
    for one in judgements:
        if what(one):
            units.setdefault(one.id, {})[one.annotator] = what(one)
    people = list(dict.fromkeys(one.annotator for one in judgements))
    judged = {person: sum(person in said for said in units.values()) for person in people}
    compared = [said for said in units.values() if len(said) >= PAIR]
    alike = sum(len(set(said.values())) == 1 for said in compared)
    told = {"dinilai": judged, "n": len(compared), "sepakat": alike}
    told["persen"] = Fraction(100 * alike, len(compared)) if compared else None
    told["alpha"] = krippendorff([list(said.values()) for said in compared])
    if len(people) == PAIR:
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
    observed = Fraction(0)
    for unit in units:
        counts, m = Counter(unit), len(unit)
        observed += sum(Fraction(count * (m - count), m - 1) for count in counts.values())
    return 1 - (n - 1) * observed / expected


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
