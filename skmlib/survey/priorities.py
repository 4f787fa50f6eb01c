"""Priorities: which unsur to improve first, and which are best.

The lowest unsur come first. Scores are compared as they are printed, rounded half up to two decimals on the scale 1 to 4,
so scores that look equal are ties, and ties are all named: among the highest, among the lowest, and at the last place of
the priorities, which may therefore be more than asked for.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from decimal import Decimal

import pandas as pd

from skmlib.survey.regulation import NI_DECIMALS, PRIORITY_COUNT, round_half_up


@dataclasses.dataclass(frozen=True)
class Priorities:
    """The unsur ranked from lowest to highest.

    Attributes
    ----------
    jumlah : int
        Priorities asked for.
    prioritas : tuple of str
        Unsur to improve, lowest first; more than `jumlah` when the last place is a tie.
    terendah, tertinggi : tuple of str
        The lowest and the highest unsur; several when they tie. The same when all unsur are equal.
    tanpa_nilai : tuple of str
        Unsur that nobody answered.
    ranking : DataFrame
        One row per unsur with answers, lowest first, ties in the order of the unsur: `unsur` (ordered category), `nrr`
        (rounded, exact), `peringkat` (1 is the lowest; ties share it), `prioritas` (bool).
    """

    jumlah: int
    prioritas: tuple[str, ...]
    terendah: tuple[str, ...]
    tertinggi: tuple[str, ...]
    tanpa_nilai: tuple[str, ...]
    ranking: pd.DataFrame


def rank_unsur(scores: pd.DataFrame, *, jumlah: int = PRIORITY_COUNT) -> Priorities:
    """Rank the unsur from lowest to highest.

    Parameters
    ----------
    scores : DataFrame
        From `score_unsur`.
    jumlah : int
        How many priorities to name, 1 or more.

    Returns
    -------
    Priorities

    Raises
    ------
    ValueError
        When `jumlah` is less than 1.

    Examples
    --------
    >>> from fractions import Fraction
    >>> nrr = [Fraction("3.454"), Fraction(4), Fraction("3.446")]
    >>> scores = pd.DataFrame({"unsur": ["waktu", "biaya", "sarana"], "nrr": nrr})
    >>> rank = rank_unsur(scores, jumlah=1)
    >>> rank.prioritas, rank.tertinggi
    (('waktu', 'sarana'), ('biaya',))
    """
    if jumlah < 1:
        raise ValueError(f"rank_unsur: found jumlah {jumlah!r}; give 1 or more.")
    has_score = scores["nrr"].notna()
    rated = scores.loc[has_score, ["unsur"]].assign(
        nrr=[round_half_up(nrr, NI_DECIMALS) for nrr in scores.loc[has_score, "nrr"]]
    )
    ordered = rated.sort_values("nrr", kind="stable", ignore_index=True)
    values = ordered["nrr"].tolist()
    peringkat = [values.index(value) + 1 for value in values]
    ranking = ordered.assign(peringkat=peringkat, prioritas=[place <= jumlah for place in peringkat])
    return Priorities(
        jumlah=jumlah,
        prioritas=tuple(ranking.loc[ranking["prioritas"], "unsur"]),
        terendah=tuple(ranking.loc[ranking["peringkat"] == 1, "unsur"]),
        tertinggi=tuple(ranking.loc[ranking["nrr"] == values[-1], "unsur"]) if values else (),
        tanpa_nilai=tuple(scores.loc[~has_score, "unsur"]),
        ranking=ranking,
    )


def lowest_printed(unsur: Mapping[str, Decimal], count: int) -> tuple[str, ...]:
    """Name the lowest printed scores, lowest first, with all that tie at the last place.

    Parameters
    ----------
    unsur : mapping
        Scores as printed.
    count : int
        How many to name, 1 or more.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> lowest_printed({"U1": Decimal("3.5"), "U2": Decimal("3.1"), "U3": Decimal("3.5")}, 2)
    ('U2', 'U1', 'U3')
    """
    ordered = sorted(unsur, key=lambda label: unsur[label])
    limit = unsur[ordered[min(max(count, 1), len(ordered)) - 1]]
    return tuple(label for label in ordered if unsur[label] <= limit)
