"""How the index is computed (BAB II): from answers to the index in words, and the bands it is put into."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Column, Table, Text
from skmlib.survey.regulation import BANDS, BOBOT_RESMI, IKM_DECIMALS, IKM_PER_NI, RULE_SET
from skmlib.survey.results import Results

NI_LIMIT_DECIMALS = 4


def bands_table(results: Results) -> Block:
    """Tabulate the bands of the index, and say how it is computed.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        How the index is computed, and one row per band.
    """
    how = (
        "Nilai rata-rata (NRR) setiap unsur adalah jumlah nilai jawaban dibagi banyaknya jawaban; pertanyaan yang dikosongkan "
        f"tidak dihitung sebagai nol. NRR dikalikan bobot ({_weight(results)}) menjadi NRR tertimbang. Jumlah NRR tertimbang "
        f"adalah nilai indeks (NI), dan NI dikalikan {IKM_PER_NI} menjadi Indeks Kepuasan Masyarakat (IKM)."
    )
    if results.is_layanan_mean:
        how += " Nilai unit adalah rata-rata nilai layanannya, dan setiap layanan ditimbang sama."
    return Blocks([Text.plain(how), mutu_table()])


def mutu_table() -> Table:
    """Tabulate the bands of the index.

    Returns
    -------
    Table
        One row per band, highest first.
    """
    rows = [
        (
            band.mutu,
            band.kinerja,
            wording.number(band.batas_bawah),
            wording.number(band.batas_atas),
            wording.number(band.batas_bawah_ni, NI_LIMIT_DECIMALS),
        )
        for band in BANDS
    ]
    columns = (
        Column("Mutu", "tengah"),
        Column("Kinerja unit pelayanan"),
        Column("IKM mulai dari", "kanan"),
        Column("sampai", "kanan"),
        Column(f"Batas bawah pada skala {wording.NI_SCALE}", "kanan"),
    )
    note = f"Dasar: {RULE_SET}. IKM dibulatkan ke {IKM_DECIMALS} desimal sebelum mutunya ditentukan."
    return Table("Kategori mutu pelayanan", columns, tuple(rows), (note,), keep_together=True)


def _weight(results: Results) -> str:
    """Say the weight of an unsur."""
    name = results.survey.parameters.nama_bobot
    if results.is_exact:
        return f"1/{len(results.unsur)}"
    return wording.bobot(name) if name in BOBOT_RESMI else "ditetapkan tersendiri untuk setiap unsur"
