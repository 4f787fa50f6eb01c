"""Units compared: rank, distance to the mean, and change against the previous period.

Scores are compared as they are printed, rounded half up to two decimals: equal ones share a rank, and the next is counted on
(1, 1, 3). A change is rounded once, to the coarser precision of the two periods.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

from skmlib.survey.published import Figure
from skmlib.survey.recap_rows import RecapRow, mean_of
from skmlib.survey.regulation import IKM_DECIMALS, classify_mutu, round_half_up


@dataclasses.dataclass(frozen=True)
class Compared:
    """A score of a unit, compared.

    Attributes
    ----------
    unit : str
        Id of the row.
    nilai : Fraction
        The score, 25 to 100.
    mutu : str
        Its letter.
    peringkat : int
        1 is the highest; scores equal at two decimals share it.
    selisih : Fraction or None
        Distance to the headline mean.
    sebelumnya : Figure or None
        The score in the previous period.
    perubahan : Fraction or None
        Change against it, rounded once to the coarser precision.
    desimal_perubahan : int or None
        The decimals of the change; None where both are exact.
    """

    unit: str
    nilai: Fraction
    mutu: str
    peringkat: int
    selisih: Fraction | None
    sebelumnya: Figure | None
    perubahan: Fraction | None
    desimal_perubahan: int | None

    @property
    def is_below(self) -> bool:
        """Whether the score lies below the mean by what two decimals show."""
        return self.selisih is not None and round_half_up(self.selisih, IKM_DECIMALS) < 0


@dataclasses.dataclass(frozen=True)
class MeanChange:
    """The change of the simple mean over the units that have both periods; the change is not rounded."""

    units: tuple[str, ...]
    sebelumnya: Fraction
    sekarang: Fraction
    perubahan: Fraction
    desimal: int | None


def spread(items: Sequence[Compared]) -> Fraction:
    """Compute how far apart the highest and the lowest of ranked scores are.

    Parameters
    ----------
    items : sequence of Compared
        Highest first, one or more.

    Returns
    -------
    Fraction
    """
    return items[0].nilai - items[-1].nilai


def compare_rows(
    scores: Sequence[tuple[RecapRow, Fraction | None, Figure | None]], mean: Fraction | None
) -> tuple[Compared, ...]:
    """Rank scores from the highest, and compare each with the mean and its past.

    Parameters
    ----------
    scores : sequence of (RecapRow, Fraction or None, Figure or None)
        A row, its score and its score in the previous period; rows without a score are left out.
    mean : Fraction or None
        What the distance is measured from.

    Returns
    -------
    tuple of Compared
        Highest first, ties in the order given.
    """
    known = [score for score in scores if score[1] is not None]
    shown = {row.id: round_half_up(nilai, IKM_DECIMALS) for row, nilai, _ in known}
    ordered = sorted(known, key=lambda score: shown[score[0].id], reverse=True)
    values = [shown[row.id] for row, _, _ in ordered]
    compared = []
    for row, nilai, before in ordered:
        change, decimals = Figure(nilai, _decimals(row)).change_from(before)
        place = values.index(shown[row.id]) + 1
        distance = None if mean is None else nilai - mean
        compared.append(Compared(row.id, nilai, classify_mutu(nilai), place, distance, before, change, decimals))
    return tuple(compared)


def _decimals(row: RecapRow) -> int | None:
    """Give the decimals a row is known to: those of a printed table, or none where there are answers."""
    return IKM_DECIMALS if row.printed is not None else None


def compare_mean(rows: Sequence[RecapRow]) -> MeanChange | None:
    """Compare the simple mean of the units that have both periods.

    Parameters
    ----------
    rows : sequence of RecapRow
        The units.

    Returns
    -------
    MeanChange or None
        None where no unit has both.
    """
    both = [row for row in rows if row.ikm is not None and row.sebelumnya is not None]
    if not both:
        return None
    printed = [row.sebelumnya.printed for row in both if row.sebelumnya.printed is not None]
    before, now = mean_of([row.sebelumnya.value for row in both]), mean_of([row.ikm for row in both])
    return MeanChange(
        units=tuple(row.id for row in both),
        sebelumnya=before,
        sekarang=now,
        perubahan=now - before,
        desimal=min(printed, default=None),
    )
