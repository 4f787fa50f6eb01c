"""Follow-up (BAB IV and annex): the plan of this period, and what was done of the previous one."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.survey.regulation import LONG_HORIZON_MONTHS, SHORT_HORIZON_MONTHS
from skmlib.survey.results import Results
from skmlib.survey.rtl import RealisedSummary, horizon

NO_PLAN = "Rencana tindak lanjut untuk periode ini belum dicantumkan."
NO_PREVIOUS = "Tidak ada rencana tindak lanjut periode sebelumnya yang dicantumkan."
STATUS_WORDS = {"sudah": "Sudah", "sebagian": "Sebagian", "belum": "Belum"}
NOT_REPORTED = "Tidak dilaporkan"
PLANNED_MARK = "✓"
HORIZON_WORDS = {"pendek": "Pendek", "menengah": "Menengah", "panjang": "Panjang"}


@sources.sourced(sources.actions)
def plan_table(results: Results) -> Block:
    """Tabulate this period's plan with its quarters, or say that there is none.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per action with its quarters and horizon, or a sentence.
    """
    plan = results.plan
    if plan is None or plan.empty:
        return Text.plain(NO_PLAN)
    reported = results.survey.parameters.survei.pengesahan.tanggal
    terms = [HORIZON_WORDS.get(horizon(quarters, reported=reported), wording.MISSING) for quarters in plan["triwulan"]]
    short, long = wording.whole(SHORT_HORIZON_MONTHS), wording.whole(LONG_HORIZON_MONTHS)
    note = (
        f"Jangka dihitung dari tanggal laporan sampai akhir triwulan terakhir: pendek kurang dari {short} bulan, menengah "
        f"{short} sampai {long} bulan, panjang lebih dari {long} bulan."
    )
    columns, rows = _plan_columns(plan), _plan_rows(results, plan)
    rows = tuple((*row, term) for row, term in zip(rows, terms, strict=True))
    return Table("Rencana tindak lanjut", (*columns, Column("Jangka")), rows, (note,))


@sources.sourced(sources.actions)
def previous_plan_table(results: Results) -> Block:
    """Tabulate what was planned after the previous period, or say that nothing is known of it.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per planned action with its quarters and owner, or a sentence.
    """
    previous = results.previous_plan
    if previous is None or not previous["direncanakan"].any():
        return Text.plain(NO_PREVIOUS)
    plan = previous[previous["direncanakan"]]
    before = wording.periode(results.survey.parameters.survei.periode_sebelumnya)
    return Table(f"Rencana tindak lanjut hasil survei {before}", _plan_columns(plan), _plan_rows(results, plan))


def _quarters(plan: pd.DataFrame) -> list[str]:
    """List the quarters of a plan in order."""
    return sorted({quarter for row in plan["triwulan"] for quarter in row})


def _plan_columns(plan: pd.DataFrame) -> tuple[Column, ...]:
    """Head a plan, with a column for each of its quarters."""
    return (
        Column("No."),
        Column("Unsur"),
        Column("Program atau kegiatan", width=3.4),
        *(Column(wording.quarter(quarter), "tengah", group="Waktu") for quarter in _quarters(plan)),
        Column("Penanggung jawab", width=2),
    )


def _plan_rows(results: Results, plan: pd.DataFrame) -> tuple[tuple[str, ...], ...]:
    """Write each action of a plan, with a mark in each of its quarters."""
    return tuple(
        (
            row.nomor,
            _unsur_labels(results, row.unsur),
            row.program,
            *(PLANNED_MARK if quarter in row.triwulan else "" for quarter in _quarters(plan)),
            row.penanggung_jawab or wording.MISSING,
        )
        for row in plan.itertuples(index=False)
    )


def _unsur_labels(results: Results, unsur: tuple[str, ...]) -> str:
    """Name the unsur of an action by their labels."""
    labels = results.survey.parameters.label_unsur
    return ", ".join(labels[name] for name in unsur) or wording.MISSING


@sources.sourced(sources.actions)
def realised_table(results: Results) -> Block:
    """Tabulate what was done of the previous plan; nothing when none is known, which `realised_text` says.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per action and sub-action, or an empty block.
    """
    previous = results.previous_plan
    if previous is None or previous.empty:
        return Blocks([])
    rows = [
        (
            row.nomor,
            _unsur_labels(results, row.unsur),
            row.program if row.direncanakan else f"{row.program}\n(tidak ada dalam rencana)",
            _status(row.status),
            wording.MISSING if pd.isna(row.tanggal) else wording.date(row.tanggal),
            _described(row.uraian, row.kendala),
        )
        for row in previous.itertuples(index=False)
    ]
    columns = (
        Column("No."),
        Column("Unsur"),
        Column("Rencana", width=2.6),
        Column("Status"),
        Column("Tanggal", width=1.5),
        Column("Uraian dan kendala", width=3.2),
    )
    before = wording.periode(results.survey.parameters.survei.periode_sebelumnya)
    return Table(f"Pelaksanaan tindak lanjut hasil survei {before}", columns, tuple(rows))


def _status(status: object) -> str:
    """Put a status into words."""
    return STATUS_WORDS.get(status, NOT_REPORTED) if isinstance(status, str) else NOT_REPORTED


def _described(uraian: str, kendala: str) -> str:
    """Put description and obstacle of an action below each other."""
    parts = [uraian, f"Kendala: {kendala}" if kendala else ""]
    return "\n".join(part for part in parts if part) or wording.MISSING


def realised_text(results: Results) -> Block:
    """Say how much of the previous plan was done, and by which rule.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        Counts and per cent with the rule they follow, or a sentence.
    """
    summary = results.realised
    if summary is None:
        return Text.plain(NO_PREVIOUS)
    if summary.persen is None:
        return Text.plain("Belum ada kegiatan yang dilaporkan, sehingga persentase pelaksanaan tidak dihitung.")
    planned = results.previous_plan[results.previous_plan["direncanakan"]]
    n_below = int((~planned["utama"]).sum())
    below = f", termasuk {wording.whole(n_below)} subkegiatan" if n_below else ""
    counts = [f"{wording.whole(getattr(summary, name))} {name} dilaksanakan" for name in STATUS_WORDS]
    told = (
        f"Rencana memuat {wording.whole(len(planned))} kegiatan{below}. Dari {wording.whole(summary.n_actions)} kegiatan yang "
        f"dilaporkan, {wording.listing(counts)}. Tindak lanjut terlaksana {wording.percent(summary.persen, 1)}."
    )
    return Blocks([Text.plain(told), Callout("catatan", " ".join(_counting_rules(results, summary)))])


def _counting_rules(results: Results, summary: RealisedSummary) -> Iterator[str]:
    """Say how the percentage is counted, and what it would be by other rules."""
    credit = wording.exact(results.survey.parameters.survei.tindak_lanjut.kredit_sebagian)
    yield f"Dihitung (sudah + {credit} × sebagian) / kegiatan yang dilaporkan; subkegiatan tidak dihitung tersendiri."
    if summary.persen_done_only != summary.persen:
        yield f"Bila hanya yang selesai dihitung: {wording.percent(summary.persen_done_only, 1)}."
    if summary.tidak_direncanakan:
        unplanned = wording.whole(summary.tidak_direncanakan)
        yield f"{unplanned} kegiatan yang dilaporkan tidak ada dalam rencana, tetapi ikut dihitung."
    if summary.belum_dilaporkan:
        yield (
            f"{wording.whole(summary.belum_dilaporkan)} kegiatan direncanakan tetapi tidak dilaporkan; bila dihitung sebagai "
            f"belum dilaksanakan: {wording.percent(summary.persen_unreported_as_belum, 1)}."
        )
