"""Indices from outside: an index is the mean of its parts, and a part with details is their sum.

The table may print a sum for a part (`rincian` "Jumlah") and a mean for the index (`bagian` "Rata-rata"). Both are compared and
never used; the mean of the parts as printed is kept too, because it often explains a printed index.
"""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction

from skmlib.survey.number_tables import NumberTable, names_in
from skmlib.survey.performance_tables import MEAN, SUM


@dataclasses.dataclass(frozen=True)
class IndexPart:
    """A part of an index: its name, its details, its value (their sum, or as given) and what is printed as their sum."""

    nama: str
    rincian: dict[str, Decimal]
    nilai: Fraction
    tercetak: Decimal | None


@dataclasses.dataclass(frozen=True)
class IndexSummary:
    """An index from outside.

    Attributes
    ----------
    nama : str
        Its name.
    parts : tuple of IndexPart
        In the order of the table.
    nilai : Fraction
        Mean of the parts.
    dari_tercetak : Fraction
        Mean of the parts as printed.
    tercetak : Decimal or None
        The mean that is printed.
    """

    nama: str
    parts: tuple[IndexPart, ...]
    nilai: Fraction
    dari_tercetak: Fraction
    tercetak: Decimal | None


def summarise_index(table: NumberTable, nama: str) -> IndexSummary:
    """Summarise one index.

    Parameters
    ----------
    table : NumberTable
        `indeks`, `bagian`, `rincian`, `nilai`; the row "Jumlah" of a part and the part "Rata-rata" are printed ones.
    nama : str
        The index, one of the table with at least one part.

    Returns
    -------
    IndexSummary
    """
    own = table.rows[table.rows["indeks"] == nama]
    printed = own.loc[own["bagian"] == MEAN, "nilai"]
    parts = []
    for name in names_in(own.loc[own["bagian"] != MEAN, "bagian"]):
        cells = own[own["bagian"] == name]
        details = {row.rincian: row.nilai for row in cells.itertuples() if row.rincian not in ("", SUM)}
        totals = cells.loc[cells["rincian"].isin(("", SUM)), "nilai"]
        total = totals.iloc[0] if len(totals) else None
        value = sum(map(Fraction, details.values())) if details else Fraction(total)
        parts.append(IndexPart(name, details, value, total if details else None))
    as_printed = [part.nilai if part.tercetak is None else Fraction(part.tercetak) for part in parts]
    return IndexSummary(
        nama=nama,
        parts=tuple(parts),
        nilai=sum(part.nilai for part in parts) / len(parts),
        dari_tercetak=sum(as_printed) / len(parts),
        tercetak=printed.iloc[0] if len(printed) else None,
    )
