"""The tables of a recap that hold no scores: the questions, the units and their respondents, their plans."""

from __future__ import annotations

from collections.abc import Iterator

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.report.recap_words import labels_of, noun
from skmlib.survey.recap_rows import RecapRow
from skmlib.survey.recap_summary import RecapResults
from skmlib.survey.regulation import UNSUR_ARTI


@sources.sourced(sources.told)
def recap_questions_table(results: RecapResults) -> Table:
    """Tabulate each unsur with what it means and the question that was asked.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Table
        One row per unsur.
    """
    parameters = results.parameters
    rows = [
        (
            parameters.label_unsur[unsur],
            parameters.nama_unsur[unsur],
            UNSUR_ARTI.get(unsur, wording.MISSING),
            parameters.rekap.unsur[unsur].pertanyaan or wording.MISSING,
        )
        for unsur in parameters.unsur
    ]
    columns = (
        Column("Kode"),
        Column("Konsep", width=1.6),
        Column("Indikator", width=3),
        Column("Pertanyaan", width=2.4),
    )
    return Table("Konsep, indikator, dan pertanyaan", columns, tuple(rows), row_headers=2)


@sources.sourced(sources.units, sources.told)
def recap_units_table(results: RecapResults) -> Block:
    """Tabulate the units with their respondents and method, and name those that have not reported.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Block
        One row per unit, their sum, and a warning when units are missing.
    """
    rows = [cells for row in results.rows for cells in (_unit_cells(row), *map(_unit_cells, row.anggota))]
    parts = tuple(
        place for place, row in enumerate(row for part in results.rows for row in (part, *part.anggota)) if row.anggota
    )
    found = [row.n_temuan for row in results.rows]
    findings = wording.MISSING if None in found else wording.whole(sum(found))
    total = ("Jumlah", _population(results.rows), "", wording.whole(results.n), "", "", findings)
    columns = (
        Column(noun(results).capitalize(), width=2.2),
        Column("Populasi", "kanan"),
        Column("Sampel minimum", "kanan"),
        Column("Responden", "kanan"),
        Column("Metode", width=1.6),
        Column("Pengumpulan jawaban", width=2.8),
        Column("Temuan data", "kanan"),
    )
    strong = (*parts, len(rows))
    columns, cells = filled_columns(columns, (*rows, total))
    table = Table("Unit yang melapor dan respondennya", columns, cells, strong_rows=strong)
    return Blocks([table, *_missing(results)])


def _unit_cells(row: RecapRow) -> tuple[str, ...]:
    """Write a unit with its respondents."""
    span = row.pengumpulan
    when = wording.date_range(span.mulai, span.selesai) if span else wording.MISSING
    counts = (wording.whole(row.populasi), wording.whole(row.sampel_minimum), wording.whole(row.n))
    return row.nama, *counts, row.metode, when, wording.whole(row.n_temuan)


def _population(rows: tuple[RecapRow, ...]) -> str:
    """Add the populations, where all are known."""
    counts = [row.populasi for row in rows]
    return wording.MISSING if None in counts else wording.whole(sum(counts))


def _missing(results: RecapResults) -> Iterator[Block]:
    """Name the units that have not reported."""
    missing = results.recap.missing
    if missing:
        text = f"{wording.whole(len(missing))} unit belum melapor: {wording.listing(list(missing))}."
        yield Callout("peringatan", text, title="Belum melapor")


@sources.sourced(sources.units, sources.unit_actions)
def recap_plans_table(results: RecapResults) -> Block:
    """Tabulate priorities, plan and what became of the previous plan.

    Parameters
    ----------
    results : RecapResults
        Of the recap.

    Returns
    -------
    Block
        One row per unit; a sentence when nothing is known.
    """
    units = [unit for row in results.rows for unit in (row.anggota or (row,))]
    if not any(unit.prioritas or unit.rencana or unit.tindak_lanjut for unit in units):
        return Text.plain("Prioritas dan rencana tindak lanjut unit tidak dicantumkan.")
    rows = [
        (
            unit.nama,
            labels_of(results, [name for name in unit.prioritas if name in results.parameters.label_unsur]),
            "\n".join(f"{place}. {action}" for place, action in enumerate(unit.rencana, 1)) or wording.MISSING,
            wording.percent(unit.tindak_lanjut.persen, 1) if unit.tindak_lanjut else wording.MISSING,
        )
        for unit in units
    ]
    columns = (
        Column("Unit", width=1.6),
        Column("Prioritas", width=1),
        Column("Rencana", width=3),
        Column("Tindak lanjut sebelumnya", "kanan"),
    )
    note = (
        "Tindak lanjut sebelumnya: persentase kegiatan periode sebelumnya yang terlaksana. Tanda -: tidak dicantumkan."
    )
    is_known = any(unit.tindak_lanjut for unit in units)
    columns, cells = filled_columns(columns, tuple(rows))
    return Table("Prioritas, rencana, dan tindak lanjut", columns, cells, (note,) if is_known else ())


def filled_columns(
    columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...]
) -> tuple[tuple[Column, ...], tuple[tuple[str, ...], ...]]:
    """Leave out the columns in which no row has anything.

    Parameters
    ----------
    columns : tuple of Column
        From left to right.
    rows : tuple of tuple of str
        Cells, ready to show.

    Returns
    -------
    columns, rows
        Those that stay.

    Examples
    --------
    >>> filled_columns((Column("Unit"), Column("Populasi")), (("A", "-"),))[1]
    (('A',),)
    """
    kept = [place for place in range(len(columns)) if any(row[place] not in ("", wording.MISSING) for row in rows)]
    return tuple(columns[place] for place in kept), tuple(tuple(row[place] for place in kept) for row in rows)
