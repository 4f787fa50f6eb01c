"""How a performance report begins and ends: cover, executive summary, organisation, formulas of achievement, conclusions."""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Column, Cover, KeyFigure, KeyFigures, Table, Text
from skmlib.report.opening import cover_of
from skmlib.report.performance_words import AVERAGES, CEILINGS, names_of
from skmlib.survey.indicators import ALL, ASSESSED, WHOLE, Averages
from skmlib.survey.performance import Performance
from skmlib.survey.performance_budget import END, START
from skmlib.survey.performance_tables import STAFF_FILE

TITLE = "Laporan Kinerja"
SUBTITLE = "Capaian indikator kinerja dan realisasi anggaran"


def performance_cover(results: Performance) -> Cover:
    """Show the cover of a performance report.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Cover
    """
    return cover_of(results, TITLE, SUBTITLE)


def performance_panel(results: Performance) -> Block:
    """Show the average achievement very large with a few figures beside it, and the main points in a list.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Block
        The panel and a list of sentences.
    """
    name = results.parameters.kinerja.rata_rata_utama
    items = [_reached(results), *_budget_figures(results)]
    headline = KeyFigure(
        "Rata-rata capaian kinerja", wording.percent(results.rata_rata.of(name)), _over(results.rata_rata, name)
    )
    return Blocks([KeyFigures(headline, tuple(items)), Text.bullets(*main_points(results))])


def _reached(results: Performance) -> KeyFigure:
    """Count the assessed indicators that reach their target."""
    assessed = [score for score in results.indikator if not score.indikator.belum_dinilai]
    reached = sum(score.capaian >= WHOLE for score in assessed)
    left = results.rata_rata.n - len(assessed)
    told = f"{wording.whole(reached)} dari {wording.whole(len(assessed))}"
    return KeyFigure(
        "Indikator mencapai target", told, f"{wording.whole(left)} indikator belum dinilai" if left else ""
    )


def _over(averages: Averages, name: str) -> str:
    """Say what an average is over, and what the other one is."""
    n = averages.n if name == ALL else averages.n_dinilai
    told = f"{AVERAGES[name]} ({wording.whole(n)})"
    if averages.n == averages.n_dinilai:
        return told
    other = ASSESSED if name == ALL else ALL
    return f"{told}. {AVERAGES[other]}: {wording.percent(averages.of(other))}"


def _budget_figures(results: Performance) -> list[KeyFigure]:
    """Give the realised share of both ceilings and the efficiency, where the budget is known."""
    budget = results.anggaran
    if budget is None or budget.realisasi is None:
        return []
    other = END if budget.dasar == START else START
    return [
        KeyFigure(
            "Realisasi anggaran",
            wording.percent(budget.persen[budget.dasar]),
            f"dari {CEILINGS[budget.dasar].lower()}; {wording.percent(budget.persen[other])} dari {CEILINGS[other].lower()}",
        ),
        KeyFigure(
            "Efisiensi",
            wording.number(budget.efisiensi[budget.dasar]),
            f"poin persentase, terhadap {CEILINGS[budget.dasar].lower()}",
        ),
    ]


def main_points(results: Performance) -> list[str]:
    """List what a performance report comes to in sentences.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    list of str
    """
    assessed = [score for score in results.indikator if not score.indikator.belum_dinilai]
    ordered = sorted(assessed or results.indikator, key=lambda score: score.capaian)
    below = [score for score in ordered if score.capaian < WHOLE]
    unassessed = [score.indikator.nama for score in results.indikator if score.indikator.belum_dinilai]
    wrong = sum(not value.sesuai for value in results.printed)
    points = [
        f"Capaian tertinggi: {names_of(ordered[-1:])}.",
        f"Belum mencapai target: {names_of(below)}." if below else "Semua indikator yang dinilai mencapai target.",
        f"Belum dinilai: {wording.listing(unassessed)}. {_both(results.rata_rata)}" if unassessed else "",
        _over_ceiling(results),
        f"{wording.whole(wrong)} angka yang terbit tidak sesuai dengan hasil hitung ulang; uraiannya ada pada lampiran."
        if wrong
        else "",
    ]
    return [point for point in points if point]


def _both(averages: Averages) -> str:
    """Say both averages."""
    return (
        f"Rata-rata capaian {wording.percent(averages.semua)} dengan indikator itu dan "
        f"{wording.percent(averages.tanpa_belum_dinilai)} tanpanya."
    )


def _over_ceiling(results: Performance) -> str:
    """Say where more was realised than the final ceiling allows."""
    share = results.anggaran.persen[END] if results.anggaran else None
    if share is None or share <= WHOLE:
        return ""
    return f"Realisasi anggaran {wording.percent(share)} dari pagu akhir, lebih dari yang disediakan."


def performance_background_text(results: Performance) -> Text:
    """Say what the report is about, the unit's task, and how it is organised.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Text
    """
    kinerja = results.parameters.kinerja
    n = wording.whole(results.rata_rata.n)
    first = (
        f"Laporan ini menyampaikan kinerja {kinerja.nama} pada {wording.periode(results.parameters.periode)} menurut {n} "
        f"indikator dalam {wording.whole(len(results.sasaran))} sasaran, beserta anggaran yang digunakan."
    )
    parts = f"Susunan organisasi: {wording.listing(list(kinerja.organisasi))}." if kinerja.organisasi else ""
    return Text.plain(first, kinerja.tugas or "", parts)


@sources.sourced(sources.table(STAFF_FILE))
def performance_staff_table(results: Performance) -> Block:
    """Tabulate the staff by group.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Block
        One row per member of a group and their number; a sentence when no staff is told.
    """
    staff = results.data.staff
    if staff is None:
        return Text.plain("Data pegawai tidak dicantumkan.")
    rows = [
        (group, name, wording.whole(staff.groups[group][name]), wording.share(share))
        for group, members in staff.shares.items()
        for name, share in members.items()
    ]
    rows.append(("Seluruh pegawai", "", wording.whole(staff.n), wording.share(staff.share_of(staff.n))))
    columns = (Column("Menurut"), Column("Uraian"), Column("Jumlah", "kanan"), Column("Persentase", "kanan"))
    notes = ("Persentase terhadap seluruh pegawai; satu kelompok dapat memuat sebagian pegawai saja.",)
    return Table("Pegawai", columns, tuple(rows), notes, row_headers=2, strong_rows=(len(rows) - 1,))


def performance_formula_text(results: Performance) -> Text:
    """Say how achievement, the average and efficiency are computed.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Text
        A list of formulas, and which average is the headline.
    """
    kinerja = results.parameters.kinerja
    formulas = Text.bullets(
        "Bila makin tinggi makin baik: capaian = realisasi / target.",
        "Bila makin rendah makin baik: capaian = 1 + (target − realisasi) / target.",
        "Rata-rata capaian adalah rata-rata semua indikator, masing-masing sama berat.",
        "Efisiensi = rata-rata capaian − persentase realisasi anggaran.",
    )
    headline = AVERAGES[kinerja.rata_rata_utama].lower()
    told = (
        f"Rata-rata yang diutamakan: {headline}. Semua angka dihitung tanpa pembulatan antara dan dibulatkan sekali saat "
        "ditampilkan."
    )
    return Text((*formulas.nodes, *Text.plain(told).nodes))


def performance_conclusion_text(results: Performance) -> Text:
    """Conclude from the figures.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Text
        A numbered list.
    """
    kinerja, name = results.parameters.kinerja, results.parameters.kinerja.rata_rata_utama
    first = (
        f"Rata-rata capaian kinerja {kinerja.nama} pada {wording.periode(results.parameters.periode)} adalah "
        f"{wording.percent(results.rata_rata.of(name))} ({AVERAGES[name].lower()})."
    )
    budget = results.anggaran
    efficiency = ""
    if budget is not None and budget.realisasi is not None:
        efficiency = (
            f"Realisasi anggaran {wording.percent(budget.persen[budget.dasar])} dari {CEILINGS[budget.dasar].lower()}, "
            f"sehingga efisiensinya {wording.number(budget.efisiensi[budget.dasar])} poin persentase."
        )
    return Text.bullets(*[point for point in (first, *main_points(results), efficiency) if point], numbered=True)
