"""Budget and staff of a performance report.

The realised budget is set against both ceilings, that of the start of the year and that of its end. Efficiency is the average
achievement minus the realised share, in percentage points; of which ceiling the share is, the parameters say.
"""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction

from skmlib.survey.number_tables import NumberTable, names_in

WHOLE = 100
START, END = "pagu_awal", "pagu_akhir"


@dataclasses.dataclass(frozen=True)
class Activity:
    """An activity with its ceilings at the start and at the end of the year, and what was realised where known."""

    kegiatan: str
    pagu_awal: int
    pagu_akhir: int
    realisasi: int | None


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
    efisiensi : dict
        Average achievement minus realised share, percentage points, by ceiling.
    tercetak : dict
        What the last row of the table prints.
    """

    activities: tuple[Activity, ...]
    pagu_awal: int
    pagu_akhir: int
    realisasi: int | None
    persen: dict[str, Fraction | None]
    dasar: str
    efisiensi: dict[str, Fraction | None]
    tercetak: dict[str, Decimal]


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
        efisiensi={
            name: None if share is None or capaian is None else capaian - share for name, share in shares.items()
        },
        tercetak=table.total,
    )


@dataclasses.dataclass(frozen=True)
class Staff:
    """The staff of a unit: counts by group and member, and all of them where the table prints it or groups agree."""

    groups: dict[str, dict[str, int]]
    n: int


def summarise_staff(table: NumberTable) -> Staff:
    """Summarise the staff.

    Parameters
    ----------
    table : NumberTable
        `kelompok`, `uraian`, `jumlah`; the row "Jumlah" prints how many there are.

    Returns
    -------
    Staff
        All of them as the table prints it, or the largest sum of a group.
    """
    rows = table.rows
    groups = {
        name: {row.uraian: int(row.jumlah) for row in rows[rows["kelompok"] == name].itertuples()}
        for name in names_in(rows["kelompok"])
    }
    largest = max(sum(members.values()) for members in groups.values())
    return Staff(groups, int(table.total.get("jumlah", largest)))
