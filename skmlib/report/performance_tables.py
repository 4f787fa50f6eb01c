"""The tables over all indicators of a performance report: targets, achievement, averages, earlier years."""

from __future__ import annotations

from collections.abc import Callable

from skmlib.parameters.performance_models import NOT_YET_SET, RiwayatIndikator
from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Column, Table, Text
from skmlib.report.performance_words import (
    AVERAGES,
    DIRECTION_NOTE,
    UNASSESSED,
    first_target,
    shown_target,
    shown_value,
    used_value,
)
from skmlib.survey.indicators import ALL, ASSESSED, EARLIER_PERIODS, IndicatorScore, score_achievement
from skmlib.survey.performance import Performance

NUMBERED = (Column("No."), Column("Sasaran dan indikator", width=4))
VALUES_NOTE = (
    "Dinyatakan: nilai yang ditulis unit pada terbitannya. Dipakai: nilai yang dihitung dari data, atau yang dinyatakan bila "
    "tidak ada data atau parameter memilihnya."
)


@sources.sourced(sources.told)
def performance_targets_table(results: Performance) -> Table:
    """Tabulate goals and indicators with their targets at the start and at the end of the year.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Table
        One row per goal and per indicator.
    """
    columns = (
        *NUMBERED,
        Column("Satuan"),
        Column("Arah"),
        Column("Target awal", "kanan"),
        Column("Target akhir", "kanan"),
    )
    return _by_goal(
        results,
        "Sasaran, indikator, dan target",
        columns,
        lambda score: (
            score.indikator.satuan or wording.MISSING,
            score.indikator.arah,
            first_target(score),
            shown_target(score.indikator.target),
        ),
        (f"{DIRECTION_NOTE} Tanda - berarti belum ditetapkan pada awal tahun.",),
    )


def _by_goal(
    results: Performance,
    title: str,
    columns: tuple[Column, ...],
    cells: Callable[[IndicatorScore], tuple[str, ...]],
    notes: tuple[str, ...],
) -> Table:
    """Tabulate indicators below their goals."""
    rows, strong = [], []
    for goal in results.sasaran:
        strong.append(len(rows))
        rows.append(("", goal.nama, *[""] * (len(columns) - len(NUMBERED))))
        rows += [(wording.whole(score.nomor), score.indikator.nama, *cells(score)) for score in goal.indikator]
    return Table(title, columns, tuple(rows), notes, row_headers=2, strong_rows=tuple(strong))


@sources.sourced(sources.told)
def performance_changes_table(results: Performance) -> Block:
    """Tabulate the targets that were changed or set during the year, with the achievement against each.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Block
        One row per changed target, or a sentence that there are none.
    """
    changed = [
        score
        for score in results.indikator
        if score.indikator.target_awal == NOT_YET_SET or score.capaian_target_awal is not None
    ]
    if not changed:
        return Text.plain("Tidak ada target yang diubah pada tahun berjalan.")
    rows = [
        (
            score.indikator.nama,
            first_target(score),
            shown_target(score.indikator.target),
            wording.share(score.capaian_target_awal),
            wording.share(score.capaian),
            wording.share(score.capaian_target_awal_dinyatakan),
            wording.share(score.capaian_dinyatakan),
        )
        for score in changed
    ]
    groups = ("Target", "Capaian nilai dipakai", "Capaian nilai dinyatakan")
    ends = [Column(name, "kanan", group=group) for group in groups for name in ("Awal", "Akhir")]
    note = f"Capaian awal dan akhir: terhadap target awal dan target akhir. {VALUES_NOTE}"
    return Table("Target yang diubah pada tahun berjalan", (Column("Indikator", width=3), *ends), tuple(rows), (note,))


@sources.sourced(sources.told, sources.folders)
def performance_scores_table(results: Performance) -> Table:
    """Tabulate the achievement of each indicator.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Table
        One row per goal and per indicator.
    """
    columns = (
        *NUMBERED,
        Column("Target", "kanan"),
        Column("dinyatakan", "kanan", group="Realisasi"),
        Column("dipakai", "kanan", group="Realisasi"),
        Column("Capaian", "kanan"),
        Column("Keterangan"),
    )
    return _by_goal(
        results,
        "Capaian setiap indikator",
        columns,
        lambda score: (
            shown_target(score.indikator.target),
            shown_value(score.indikator.realisasi),
            used_value(score),
            wording.share(score.capaian),
            UNASSESSED if score.indikator.belum_dinilai else "",
        ),
        (VALUES_NOTE,),
    )


@sources.sourced(sources.told, sources.folders)
def performance_averages_table(results: Performance) -> Blocks:
    """Tabulate the average achievement of each goal and of all indicators, with and without those not yet assessed.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Blocks
        A table by goal, and one of both averages from the values used and from those stated.
    """
    goals = [
        (
            goal.nama,
            wording.whole(goal.rata_rata.n),
            wording.share(goal.rata_rata.semua),
            wording.share(goal.rata_rata.tanpa_belum_dinilai),
        )
        for goal in results.sasaran
    ]
    columns = (
        Column("Sasaran", width=3),
        Column("Indikator", "kanan"),
        *(Column(AVERAGES[name], "kanan", group="Rata-rata capaian") for name in (ALL, ASSESSED)),
    )
    used, stated = results.rata_rata, results.rata_rata_dinyatakan
    rows = [
        (AVERAGES[name], wording.whole(n), wording.share(used.of(name)), wording.share(stated.of(name)))
        for name, n in ((ALL, used.n), (ASSESSED, used.n_dinilai))
    ]
    over = (
        Column("Rata-rata capaian"),
        Column("Indikator", "kanan"),
        *(Column(f"nilai yang {name}", "kanan", group="Dari") for name in ("dipakai", "dinyatakan")),
    )
    headline = (ALL, ASSESSED).index(results.parameters.kinerja.rata_rata_utama)
    return Blocks(
        [
            Table("Rata-rata capaian setiap sasaran", columns, tuple(goals)),
            Table("Rata-rata capaian", over, tuple(rows), (VALUES_NOTE,), strong_rows=(headline,)),
        ]
    )


@sources.sourced(sources.told, sources.folders)
def performance_history_table(results: Performance) -> Block:
    """Tabulate the realised values of up to four periods side by side.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Block
        One row per goal and per indicator; a sentence when no earlier value is known.
    """
    earlier = sorted({past.periode for score in results.indikator for past in score.riwayat})
    if not earlier:
        return Text.plain("Realisasi periode sebelumnya tidak dicantumkan.")
    shown = earlier[-EARLIER_PERIODS:]
    columns = (
        *NUMBERED,
        *(Column(wording.periode(periode), "kanan") for periode in (*shown, results.parameters.periode)),
    )

    def cells(score: IndicatorScore) -> tuple[str, ...]:
        known = {past.periode: past for past in score.riwayat}
        now = _with_achievement(used_value(score), wording.percent(score.capaian))
        return (*(_past(known.get(periode), score) for periode in shown), now)

    note = (
        "Dalam kurung: capaian terhadap target periode itu, bila targetnya diketahui. Tanda - berarti tidak diketahui."
    )
    return _by_goal(results, "Realisasi antarperiode", columns, cells, (note,))


def _past(past: RiwayatIndikator | None, score: IndicatorScore) -> str:
    """Write the value of an earlier period, with its achievement where its target is known."""
    if past is None:
        return wording.MISSING
    if past.target is None:
        return shown_value(past.realisasi)
    achieved = score_achievement(past.realisasi, past.target, arah=score.indikator.arah)
    return _with_achievement(shown_value(past.realisasi), wording.percent(achieved))


def _with_achievement(value: str, achieved: str) -> str:
    """Write a value with its achievement below."""
    return f"{value}\n({achieved})"
