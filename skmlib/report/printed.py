"""Printed figures against recomputed ones: how many agree, and a table of those that do not with the reason."""

from __future__ import annotations

import datetime
from collections import Counter
from fractions import Fraction

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, Table, Text
from skmlib.survey.printed import (
    DIFFERENT,
    NOT_COMPARED,
    OF_LAYANAN,
    OF_MEAN,
    OF_RESPONDENTS,
    OF_ROUNDED,
    OF_UNSUR,
    SAME,
    PrintedFigure,
)
from skmlib.survey.regulation import BANDS
from skmlib.survey.results import Results

LIMIT_DECIMALS = 4
ORIGINS = {
    OF_UNSUR: "Sama dengan 25 × rata-rata nilai unsur yang tercetak, yang sudah dibulatkan.",
    OF_LAYANAN: "Sama dengan 25 × rata-rata nilai layanan yang tercetak, yang sudah dibulatkan.",
    OF_RESPONDENTS: "Sama dengan nilai seluruh responden, bukan rata-rata layanan.",
    OF_MEAN: "Sama dengan rata-rata layanan, bukan nilai seluruh responden.",
    OF_ROUNDED: "Selisih dari nilai yang sudah dibulatkan.",
}
NAMES = {
    "responden": "Jumlah responden",
    "ni": "NI unit",
    "ikm": "IKM unit",
    "ikm_dari_unsur": "IKM dari nilai unsur yang tercetak",
    "mutu": "Mutu unit",
    "jumlah_prioritas": "Jumlah unsur prioritas",
    "rencana_atas": "Periode yang ditindaklanjuti",
}
ALL_SAME = "Semua angka tercetak yang dapat dibandingkan sama dengan hasil hitung ulang."


@sources.sourced(sources.told, sources.answers)
def printed_table(results: Results) -> Block:
    """Say how many printed figures agree with the recomputed ones, and tabulate the others.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        A sentence and a table; nothing when the parameters hold no printed figures.
    """
    if not results.printed:
        return Blocks([])
    different = [figure for figure in results.printed if figure.status == DIFFERENT]
    told = Text.plain(_counts_sentence(results))
    if not different:
        return Blocks([told, Callout("baik", ALL_SAME)])
    rows = [
        (
            _name(figure, results),
            _shown(figure, figure.tercetak),
            _shown(figure, figure.dihitung),
            _reason(figure, results),
        )
        for figure in different
    ]
    columns = (
        Column("Angka", width=2.2),
        Column("Tercetak", "kanan", width=1.3),
        Column("Dihitung ulang", "kanan", width=1.3),
        Column("Alasan", width=4),
    )
    note = "Tercetak: seperti pada terbitan. Dihitung ulang: dari jawaban, atau dari angka lain yang tercetak."
    return Blocks([told, Table("Angka tercetak yang berbeda", columns, tuple(rows), (note,))])


def _counts_sentence(results: Results) -> str:
    """Say how many printed figures agree, differ and are not compared."""
    counts = Counter(figure.status for figure in results.printed)
    parts = [f"{wording.whole(counts[SAME])} sama", f"{wording.whole(counts[DIFFERENT])} berbeda"]
    if counts[NOT_COMPARED]:
        parts.append(f"{wording.whole(counts[NOT_COMPARED])} tidak dapat dibandingkan")
    return (
        f"Dari {wording.whole(len(results.printed))} angka dan keterangan yang telah terbit untuk periode ini, "
        f"{wording.listing(parts)} bila dihitung ulang pada ketelitian yang tercetak."
    )


def _name(figure: PrintedFigure, results: Results) -> str:
    """Name a figure."""
    labels = results.survey.parameters.label_unsur
    match figure.jenis:
        case "unsur":
            return f"Nilai {labels[figure.objek[0]]}"
        case "layanan":
            return f"Nilai {figure.objek[0]}"
        case "layanan_unsur":
            return f"Nilai {figure.objek[0]}, {labels[figure.objek[1]]}"
        case "perubahan_ni":
            return f"Perubahan NI dari {wording.periode(figure.objek[0])}"
        case "batas_bawah_ni":
            return f"Batas bawah mutu {figure.objek[0]} pada skala {wording.NI_SCALE}"
    return NAMES[figure.jenis]


def _shown(figure: PrintedFigure, value: Fraction | int | str | None) -> str:
    """Write a value as printed; a limit as the regulation has it."""
    if value is None:
        return wording.MISSING
    if figure.jenis == "rencana_atas":
        return wording.periode(value)
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return wording.whole(value)
    if figure.jenis == "perubahan_ni":
        return wording.change(value, figure.desimal)
    is_limit = figure.jenis == "batas_bawah_ni" and value is figure.dihitung
    return wording.number(value, LIMIT_DECIMALS if is_limit else figure.desimal)


def _reason(figure: PrintedFigure, results: Results) -> str:
    """Say why a printed figure differs, as far as it can be told."""
    if figure.asal is not None:
        return ORIGINS[figure.asal]
    match figure.jenis:
        case "responden" if figure.tercetak is None:
            return "Jumlah responden tidak tercetak, sehingga bobot layanan dan ukuran sampel terbitan tidak dapat diperiksa."
        case "ikm_dari_unsur":
            return (
                "Nilai unsur yang tercetak sudah dibulatkan, sehingga IKM yang tercetak tidak dapat dihitung darinya."
            )
        case "batas_bawah_ni":
            limit = next(band.batas_bawah for band in BANDS if band.mutu == figure.objek[0])
            return f"IKM {wording.number(limit)} dimulai pada batas ini; batas yang tercetak meninggalkan celah di antara mutu."
        case "jumlah_prioritas":
            labels = results.survey.parameters.label_unsur
            return f"Rencana memuat unsur {wording.listing([labels[name] for name in figure.objek])}."
        case "rencana_atas":
            done, end = (wording.date(datetime.date.fromisoformat(day)) for day in figure.objek)
            return f"Kegiatan sudah dilaksanakan pada {done}, sebelum periode itu berakhir pada {end}."
    return "Tidak dapat dijelaskan dari angka lain yang tercetak."
