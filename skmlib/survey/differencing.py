"""Differencing: what follows from groups that are shown together, where a respondent may belong to several of them.

Of ten who came for KK and ten who came for KTP, nineteen in all, one came for both: the sums of KK and KTP less the sum of all
are what that one answered. Any shown sums, each times any number, make such a combination, and it must not count a few only.

A respondent is a vector: a 1 for the unit and a 1 or 0 for each shown group. As many independent vectors as there are
independent sums are a *basis*. Leaving out all whom a combination counts leaves no basis, so every basis has one of them; where
there are k bases without a respondent in common, each combination counts at least k, and j independent ones j times k.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

Vector = tuple[int, ...]


def rests_on_enough(counts: Mapping[frozenset[str], int], *, shown: Sequence[str], ambang: int) -> bool:
    """Tell whether each sum of the shown groups and of the unit rests on enough respondents of its own.

    Bases are taken one after another, each from those of whom most are left. Where that does not succeed it might in another
    way: the answer is then no, which hides more than needed and never less.

    Parameters
    ----------
    counts : mapping
        How many respondents (or answers to an unsur) there are with each set of shown groups.
    shown : sequence of str
        The shown groups in the report's order.
    ambang : int
        How many are enough.

    Returns
    -------
    bool

    Examples
    --------
    >>> kk, ktp, both = {"KK"}, {"KTP"}, {"KK", "KTP"}
    >>> shown = ["KK", "KTP"]
    >>> [rests_on_enough({frozenset(kk): 9, frozenset(ktp): 9, frozenset(both): n}, shown=shown, ambang=5) for n in (1, 5)]
    [False, True]
    """
    left = {(1, *(int(name in own) for name in shown)): n for own, n in counts.items() if n}
    rank = len(_basis(left))
    for _ in range(ambang):
        basis = _basis(sorted((vector for vector, n in left.items() if n), key=lambda vector: (-left[vector], vector)))
        if len(basis) < rank:
            return False
        for vector in basis:
            left[vector] -= 1
    return True


def _basis(vectors: Iterable[Vector]) -> list[Vector]:
    """Choose vectors from the front that are independent, and on which all others depend."""
    rows: list[tuple[int, Vector]] = []
    basis = []
    for vector in vectors:
        rest = vector
        for place, row in rows:
            if factor := rest[place]:
                rest = tuple(row[place] * one - factor * other for one, other in zip(rest, row, strict=True))
        if divisor := math.gcd(*rest):
            reduced = tuple(value // divisor for value in rest)
            rows.append((next(place for place, value in enumerate(reduced) if value), reduced))
            basis.append(vector)
    return basis
