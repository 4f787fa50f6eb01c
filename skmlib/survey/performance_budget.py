"""Budget and staff of a performance report.

The realised budget is set against both ceilings, that of the start of the year and that of its end. Efficiency is the average
achievement minus the realised share, in percentage points; of which ceiling the share is, the parameters say.
"""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction

from skmlib.survey.number_tables import NumberTable, names_in
from skmlib.survey.regulation import round_half_up

WHOLE = 100
START, END = "pagu_awal", "pagu_akhir"


@dataclasses.dataclass(frozen=True)
class Activity:
    """An activity with its ceilings at the start and at the end of the year, and what was realised where known."""

    kegiatan: str
    pagu_awal: int
    pagu_akhir: int
    realisasi: int | None

    @property
    def perubahan(self) -> int:
        """What was added to the ceiling during the year, less than 0 where it was cut."""
        return self.pagu_akhir - self.pagu_awal


@dataclasses.dataclass(frozen=True)
class Budget:
    """The budget of a unit.

    Attributes
    ----------
    activities : tuple of Activity
        In the order of the table.
    pagu_awal, pagu_akhir : int
        Sums of the ceilings, rupiah.
    realisasi : int or None
        Sum of what was realised, or what the table prints as its sum where activities are not known.
    persen : dict
        Realised, per cent of each ceiling; None where it is not known.
    dasar : str
        The ceiling that the efficiency is of.
    capaian : Fraction or None
        The average achievement that the efficiency is of.
    tercetak : dict
        What the last row of the table prints.
    """

    activities: tuple[Activity, ...]
    pagu_awal: int
    pagu_akhir: int
    realisasi: int | None
    persen: dict[str, Fraction | None]
    dasar: str
    capaian: Fraction | None
    tercetak: dict[str, Decimal]

    @property
    def efisiensi(self) -> dict[str, Fraction | None]:
        """Average achievement minus realised share, percentage points, by ceiling."""
        return self.efficiency_of(self.capaian)

    @property
    def total(self) -> Activity:
        """All activities together."""
        return Activity("Jumlah", self.pagu_awal, self.pagu_akhir, self.realisasi)

    def efficiency_of(self, capaian: Fraction | None) -> dict[str, Fraction | None]:
        """Give the efficiency of an average achievement, by ceiling."""
        return {
            name: None if share is None or capaian is None else capaian - share for name, share in self.persen.items()
        }


def summarise_budget(table: NumberTable, *, capaian: Fraction | None, dasar: str) -> Budget:
    """Summarise the budget.

    Parameters
    ----------
    table : NumberTable
        `kegiatan`, `pagu_awal`, `pagu_akhir`, `realisasi`.
    capaian : Fraction or None
        Average achievement, per cent.
    dasar : str
        `"pagu_awal"` or `"pagu_akhir"`.

    Returns
    -------
    Budget
    """
    activities = tuple(
        Activity(
            row.kegiatan,
            int(row.pagu_awal),
            int(row.pagu_akhir),
            None if row.realisasi is None else int(row.realisasi),
        )
        for row in table.rows.itertuples()
    )
    known = [activity.realisasi for activity in activities]
    printed = table.total.get("realisasi")
    realised = sum(known) if None not in known else None if printed is None else int(printed)
    ceilings = {name: sum(getattr(activity, name) for activity in activities) for name in (START, END)}
    shares = {
        name: None if realised is None or not ceiling else Fraction(WHOLE * realised, ceiling)
        for name, ceiling in ceilings.items()
    }
    return Budget(
        activities=activities,
        **ceilings,
        realisasi=realised,
        persen=shares,
        dasar=dasar,
        capaian=capaian,
        tercetak=table.total,
    )


def rounded_efficiency(
    budget: Budget, capaian: Fraction, *, desimal: tuple[int, int]
) -> tuple[Fraction, Fraction, Fraction] | None:
    """Compute the efficiency from figures rounded first, as offices print it.

    Parameters
    ----------
    budget : Budget
        Of the unit.
    capaian : Fraction
        Average achievement, per cent.
    desimal : tuple of int
        Decimals of the average and of the realised share.

    Returns
    -------
    tuple of Fraction or None
        Average, share and their difference, rounded; None where the share is not known.
    """
    share = budget.persen[budget.dasar]
    if share is None:
        return None
    average, share = round_half_up(capaian, desimal[0]), round_half_up(share, desimal[1])
    return average, share, average - share


@dataclasses.dataclass(frozen=True)
class Staff:
    """The staff of a unit: counts by group and member, all of them as the first group has them, and what the table prints."""

    groups: dict[str, dict[str, int]]
    n: int
    tercetak: dict[str, Decimal]

    def share_of(self, members: int) -> Fraction | None:
        """Give a number of members in per cent of all; None where there is nobody."""
        return Fraction(WHOLE * members, self.n) if self.n else None

    @property
    def shares(self) -> dict[str, dict[str, Fraction | None]]:
        """Each member of each group in per cent of all."""
        return {
            group: {name: self.share_of(n) for name, n in members.items()} for group, members in self.groups.items()
        }


def summarise_staff(table: NumberTable) -> Staff:
    """Summarise the staff.

    Parameters
    ----------
    table : NumberTable
        `kelompok`, `uraian`, `jumlah`; the row "Jumlah" prints how many there are, which is compared and not used.

    Returns
    -------
    Staff
        All of them are the sum of the first group.
    """
    rows = table.rows
    groups = {
        name: {row.uraian: int(row.jumlah) for row in rows[rows["kelompok"] == name].itertuples()}
        for name in names_in(rows["kelompok"])
    }
    everybody = next(iter(groups.values()))
    return Staff(groups, sum(everybody.values()), table.total)
