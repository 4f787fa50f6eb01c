"""The published table of a recap, `unit.csv`: its units, its printed mean, the table of the period before (dictionary, 7.2)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.recount.numbers import mean
from skmlib.recount.parameters import decimal, decimals
from skmlib.recount.recap_units import Past, Unit
from skmlib.recount.table import fold_heading, read_table

MEAN_ROW = "rata-rata"


@dataclasses.dataclass(frozen=True)
class PublishedRow:
    """A row of a published table; cells stay the texts that were printed, empty ones are left out.

    Attributes
    ----------
    number : int
        Its place in a spreadsheet.
    nama : str
        The unit, or the mean.
    cells : dict
        Printed score of each unsur.
    ikm, mutu, responden, tindak_lanjut : str
        As printed; empty where nothing was.
    prioritas : tuple of str
        The unsur that the unit calls its priorities.
    """

    number: int
    nama: str
    cells: dict[str, str]
    ikm: str
    mutu: str
    responden: str
    tindak_lanjut: str
    prioritas: tuple[str, ...]

    @property
    def is_mean(self) -> bool:
        """Whether it is the mean that the table prints."""
        return fold_heading(self.nama) == MEAN_ROW

    @property
    def n(self) -> int | None:
        """Respondents, None where none are printed."""
        return int(self.responden) if self.responden else None

    @property
    def scores(self) -> dict[str, Fraction]:
        """Printed scores as numbers."""
        return {name: decimal(text) for name, text in self.cells.items()}


def read_published(told: Mapping[str, Any], path: Path) -> list[PublishedRow]:
    """Read the rows of a published table, those without scores too.

    Parameters
    ----------
    told : mapping
        Parameters of the recap.
    path : Path
        The table.

    Returns
    -------
    list of PublishedRow
        In the order of the table.
    """
    labels = {name: fold_heading(content["label"]) for name, content in told["unsur"].items()}
    by_label = {label: name for name, label in labels.items()}
    rows = []
    for row in read_table(path, ["nama", *labels.values(), "ikm", "mutu", "responden"]):
        cell = {heading: text.strip() for heading, text in row.by_heading.items()}
        cells = {name: cell[label] for name, label in labels.items() if cell.get(label)}
        named = [fold_heading(text) for text in cell.get("prioritas", "").split(";") if text.strip()]
        rows.append(
            PublishedRow(
                row.number,
                cell["nama"],
                cells,
                *(cell.get(heading, "") for heading in ("ikm", "mutu", "responden", "tindak_lanjut")),
                tuple(dict.fromkeys(by_label[label] for label in named)),
            )
        )
    return rows


def published_units(rows: list[PublishedRow], before: list[PublishedRow]) -> list[Unit]:
    """Give the units of a published table, each with its row in the table of the period before."""
    earlier = {fold_heading(row.nama): row for row in before if not row.is_mean}
    return [_unit(row, earlier.get(fold_heading(row.nama))) for row in rows if not row.is_mean]


def _unit(row: PublishedRow, past: PublishedRow | None) -> Unit:
    """Give one unit: its index is the mean of its printed scores, the printed one stands beside it."""
    nilai = row.scores
    printed = {"baris": row.number, "nilai": nilai, "ikm": decimal(row.ikm) if row.ikm else None}
    return Unit(
        row.nama,
        row.n,
        nilai,
        mean(list(nilai.values())),
        before=_past(past.ikm) if past and past.ikm else None,
        unsur_before={name: _past(text) for name, text in past.cells.items()} if past else {},
        done={"persen": decimal(row.tindak_lanjut)} if row.tindak_lanjut else None,
        printed=printed | {"mutu": row.mutu, "prioritas": list(row.prioritas)},
        more={"prioritas": list(row.prioritas)},
    )


def _past(text: str) -> Past:
    """Read a printed figure of the period before."""
    return Past(decimal(text), decimals(text))
