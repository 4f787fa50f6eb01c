"""The annexes of a performance report: printed figures against recomputed ones, findings, and where the figures come from."""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.report.performance_words import AVERAGES, CEILINGS
from skmlib.report.provenance import provenance_tables
from skmlib.report.quality import unprinted_findings
from skmlib.survey.performance import Performance

ALL_SAME = "Semua angka tercetak sama dengan hasil hitung ulang."


@sources.sourced(sources.told, sources.folders)
def performance_printed_table(results: Performance) -> Block:
    """Say how many printed figures follow, tabulate those that do not with the reason, and list the others.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Block
        A sentence and two tables.
    """
    values = results.printed
    if not values:
        return Text.plain("Parameter dan tabel laporan ini tidak memuat angka tercetak.")
    different = [value for value in values if not value.sesuai]
    same = [value for value in values if value.sesuai]
    told = (
        f"Dari {wording.whole(len(values))} angka yang terbit dan dapat dibandingkan, {wording.whole(len(same))} sama dan "
        f"{wording.whole(len(different))} berbeda pada ketelitian yang tercetak."
    )
    columns = (
        Column("Angka", width=2.6),
        Column("Tercetak", "kanan", width=1.4),
        Column("Dihitung ulang", "kanan", width=1.3),
        Column("Alasan", width=3),
    )
    rows = [(value.nama, value.shown_tercetak, value.shown_dihitung, _reason(value.alasan)) for value in different]
    note = "Tercetak: seperti pada terbitan. Dihitung ulang: dari tabel, jawaban survei, atau angka lain yang tercetak."
    agreeing = Table(
        "Angka tercetak yang sama dengan hasil hitung ulang",
        (
            Column("Angka", width=4),
            Column("Tercetak", "kanan", width=1.6),
            Column("Dihitung ulang", "kanan", width=1.2),
        ),
        tuple((value.nama, value.shown_tercetak, value.shown_dihitung) for value in same),
    )
    shown = Table("Angka tercetak yang berbeda", columns, tuple(rows), (note,)) if rows else Callout("baik", ALL_SAME)
    return Blocks([Text.plain(told), shown, *([agreeing] if same else [])])


def _reason(alasan: str) -> str:
    """Write a reason as a sentence."""
    return wording.sentence(alasan) if alasan else "Tidak dapat dijelaskan dari angka lain yang tercetak."


def performance_findings_table(results: Performance) -> Block:
    """Tabulate what else was found, without the printed figures, which stand in a table of their own.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Block
        One row per finding; nothing when there are only printed figures to tell.
    """
    return unprinted_findings(results)


def performance_sources_tables(results: Performance) -> Blocks:
    """Tabulate the files that were read, the parameters that shape figures, and versions.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Blocks
        Three tables.
    """
    parameters, kinerja = results.parameters, results.parameters.kinerja
    told = {
        "Unit dan periode": f"{parameters.unit}, {parameters.periode}",
        "Rata-rata yang diutamakan": AVERAGES[kinerja.rata_rata_utama],
        "Efisiensi terhadap": CEILINGS[kinerja.anggaran.efisiensi],
        "Satuan sentimen media": kinerja.media.satuan,
        "Survei": wording.listing(list(kinerja.survei)) or wording.MISSING,
    }
    return provenance_tables(results.provenance, told)
