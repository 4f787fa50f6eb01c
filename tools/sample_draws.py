"""Drawing sample data so that every count comes out exactly.

Randomness is `Random.random()` alone, whose numbers stay the same in every Python.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum
from random import Random
from typing import Any


def deviate(random: Random) -> float:
    """Draw a nearly normal number with mean 0 and standard deviation 1: a sum of twelve uniform ones, less 6."""
    return fsum(random.random() for _ in range(12)) - 6


def cut_by_rank(scores: Sequence[float], counts: Mapping[Any, int]) -> list[Any]:
    """Give the lowest scores the first value, the next ones the second, each as often as its count says.

    Examples
    --------
    >>> cut_by_rank([0.3, -1.2, 2.0], {"rendah": 1, "tinggi": 2})
    ['tinggi', 'rendah', 'tinggi']
    """
    values = [value for value, count in counts.items() for _ in range(count)]
    ranked = sorted(range(len(scores)), key=scores.__getitem__)
    return [value for _, value in sorted(zip(ranked, values, strict=True))]


def pick_weighted(random: Random, weights: Mapping[Any, int]) -> Any:
    """Pick a key as often as its weight says.

    Examples
    --------
    >>> pick_weighted(Random(1), {"a": 0, "b": 5})
    'b'
    """
    place = random.random() * sum(weights.values())
    for value, weight in weights.items():
        place -= weight
        if place < 0:
            return value
    raise ValueError(f"weights: {dict(weights)!r} has no positive weight, expected at least one.")


def random_choices(random: Random, weights: Mapping[str, int], ticks: Mapping[int, int]) -> list[list[str]]:
    """Tick several options a respondent, in their order: so many respondents tick one, so many two.

    Examples
    --------
    >>> [len(chosen) for chosen in random_choices(Random(1), {"a": 1, "b": 1}, {1: 2, 2: 1})].count(2)
    1
    """
    sizes = cut_by_rank([deviate(random) for _ in range(sum(ticks.values()))], ticks)
    chosen = []
    for size in sizes:
        left = dict(weights)
        while len(weights) - len(left) < size:
            left.pop(pick_weighted(random, left))
        chosen.append([option for option in weights if option not in left])
    return chosen
