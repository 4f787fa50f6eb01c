"""Budget and efficiency of a performance report."""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.report.performance_words import CEILINGS, plain_number, rupiah
from skmlib.survey.performance import Performance
from skmlib.survey.performance_budget import END, START, WHOLE, Budget
from skmlib.survey.performance_tables import BUDGET_FILE

NO_BUDGET = "Data anggaran tidak dicantumkan."


@sources.sourced(sources.table(BUDGET_FILE))
def performance_budget_table(results: Performance) -> Block:
    """Tabulate the ceilings of each activity and what was realised.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Block
        One row per activity and their sum; a sentence when no budget is told.
    """
    budget = results.anggaran
    if budget is None:
        return Text.plain(NO_BUDGET)
    rows = [
        (item.kegiatan, *map(rupiah, (item.pagu_awal, item.pagu_akhir, item.perubahan, item.realisasi)))
        for item in (*budget.activities, budget.total)
    ]
    columns = (
        Column("Kegiatan", width=3),
        *(Column(name, "kanan") for name in (CEILINGS[START], CEILINGS[END], "Perubahan", "Realisasi")),
    )
    note = "Tanda - berarti tidak diketahui; jumlah realisasi lalu diambil seperti tercetak."
    notes = (note,) if any(item.realisasi is None for item in budget.activities) else ()
    return Table("Anggaran menurut kegiatan", columns, tuple(rows), notes, strong_rows=(len(rows) - 1,))


@sources.sourced(sources.table(BUDGET_FILE), sources.told)
def performance_efficiency_text(results: Performance) -> Block:
    """Tabulate the realised share and the efficiency by ceiling, and say which one the report headlines.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Block
        A table, sentences, and a warning where more was realised than the final ceiling; nothing without a realised budget.
    """
    budget = results.anggaran
    if budget is None or budget.realisasi is None:
        return Blocks([])
    rows = [
        (
            CEILINGS[name],
            rupiah(getattr(budget, name)),
            rupiah(budget.realisasi),
            wording.share(budget.persen[name]),
            wording.number(budget.efisiensi[name]),
            wording.number(results.efisiensi_dinyatakan[name]),
        )
        for name in (START, END)
    ]
    columns = (
        Column("Terhadap"),
        Column("Pagu", "kanan"),
        Column("Realisasi", "kanan"),
        Column("Persentase", "kanan"),
        Column("nilai yang dipakai", "kanan", group="Efisiensi dari"),
        Column("nilai yang dinyatakan", "kanan", group="Efisiensi dari"),
    )
    strong = ((START, END).index(budget.dasar),)
    note = (
        "Efisiensi dalam poin persentase: rata-rata capaian dikurangi persentase realisasi. Yang diutamakan: terhadap "
        f"{CEILINGS[budget.dasar].lower()}."
    )
    table = Table("Realisasi anggaran dan efisiensi", columns, tuple(rows), (note,), strong_rows=strong)
    return Blocks([table, Text.plain(_rounded(results)), *_exceeded(budget)])


def _rounded(results: Performance) -> str:
    """Say what the efficiency is from figures rounded as printed."""
    rounded = results.efisiensi_dibulatkan
    if rounded is None:
        return ""
    average, share, difference = map(plain_number, rounded)
    return f"Dari nilai yang dibulatkan seperti pada terbitan: {average} − {share} = {difference}."


def _exceeded(budget: Budget) -> list[Block]:
    """Warn where more was realised than the final ceiling."""
    if budget.persen[END] <= WHOLE:
        return []
    over = rupiah(budget.realisasi - budget.pagu_akhir)
    share = wording.percent(budget.persen[START])
    text = f"Realisasi melebihi pagu akhir sebesar {over}. Terhadap pagu awal realisasinya {share}."
    return [Callout("peringatan", text)]
