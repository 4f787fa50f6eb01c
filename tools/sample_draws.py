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


def tick(random: Random, first: Mapping[str, int], beside: Mapping[str, int]) -> list[list[str]]:
    """Tick options: each respondent one, drawn as often as `first` says, and as many others that option beside theirs.

    Examples
    --------
    >>> tick(Random(1), {"a": 2, "b": 1}, {"a": 1, "b": 0})
    [['a'], ['a', 'b'], ['a']]
    """
    chosen = [{option} for option in cut_by_rank([random.random() for _ in range(sum(first.values()))], first)]
    for option, n in beside.items():
        others = [place for place, ticks in enumerate(chosen) if option not in ticks]
        drawn = cut_by_rank([random.random() for _ in others], {True: n, False: len(others) - n})
        for place, is_ticked in zip(others, drawn, strict=True):
            chosen[place] |= {option} if is_ticked else set()
    return [[option for option in first if option in ticks] for ticks in chosen]
