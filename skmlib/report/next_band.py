"""What the index needs to reach the next band (BAB IV): a sentence for the unit and a table per unsur."""

from __future__ import annotations

from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Column, Table, Text
from skmlib.survey.regulation import KINERJA, SCALE_MAX
from skmlib.survey.results import Results

DETAILED = 3
NOTE = (
    "Setiap baris dihitung seolah-olah hanya unsur itu yang berubah. Kenaikan jawaban adalah jumlah jawaban yang harus satu "
    f"tingkat lebih tinggi pada skala {wording.NI_SCALE}. Ini perhitungan jarak, bukan ramalan."
)


def next_band_text(results: Results) -> Text:
    """Say how far the next band is.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Text
        One sentence; in the highest band, or without an index, it says so.
    """
    needed = results.next_band
    if needed.mutu_berikut is None:
        return Text.plain(needed.reason)
    band = f"{needed.mutu_berikut} ({wording.inline(KINERJA[needed.mutu_berikut])})"
    return Text.plain(
        f"IKM kurang {wording.number(needed.kurang, DETAILED)} untuk mencapai mutu {band}: nilai sebelum pembulatan "
        f"{wording.number(needed.ikm, DETAILED)}, sedangkan batas {wording.number(needed.batas)} tercapai mulai "
        f"{wording.number(needed.ikm_perlu, DETAILED)}."
    )


@sources.sourced(sources.answers)
def next_band_table(results: Results) -> Block:
    """Tabulate what each unsur would need if it alone changed; nothing without a next band, which `next_band_text` says.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per unsur, or an empty block.
    """
    needed = results.next_band
    if needed.mutu_berikut is None:
        return Blocks([])
    labels, names = results.survey.parameters.label_unsur, results.survey.parameters.nama_unsur
    rows = [
        (
            labels[row.unsur],
            names[row.unsur],
            wording.number(row.nrr, DETAILED),
            wording.number(row.nrr_perlu, DETAILED),
            wording.change(row.kenaikan, DETAILED),
            wording.whole(row.langkah),
            wording.whole(row.di_bawah_maksimum),
        )
        for row in needed.unsur.itertuples(index=False)
    ]
    columns = (
        Column("Kode"),
        Column("Unsur", width=1),
        Column("Sekarang", "kanan", group="NRR"),
        Column("Diperlukan", "kanan", group="NRR"),
        Column("Selisih", "kanan", group="NRR"),
        Column("Kenaikan jawaban", "kanan"),
        Column(f"Menjawab di bawah {SCALE_MAX}", "kanan"),
    )
    reasons = dict.fromkeys(reason for reason in needed.unsur["alasan"] if reason)
    notes = [
        f"{wording.listing([labels[name] for name in needed.unsur.loc[needed.unsur['alasan'] == reason, 'unsur']])}: {reason}"
        for reason in reasons
    ]
    title = f"Yang diperlukan setiap unsur untuk mencapai mutu {needed.mutu_berikut}"
    return Table(title, columns, tuple(rows), (NOTE, *notes), row_headers=2)
