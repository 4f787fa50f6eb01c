"""The annexes on the quality of the data: rows read and scored, findings, validity and reliability."""

from __future__ import annotations

from collections.abc import Iterable

from skmlib.problems import Finding
from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, FindingRow, Findings, Table, Text
from skmlib.survey.printed_values import PRINTED
from skmlib.survey.regulation import SIGNIFICANCE
from skmlib.survey.results import ReportResults, Results

FINDING_WORDS = {
    "anotasi_tanpa_jawaban": "Anotasi tanpa jawaban",
    "angka_terbit": "Angka terbit tidak sesuai",
    "angka_disalin": "Angka sama dengan periode lain",
    "asumsi_unsur": "Pemetaan unsur diasumsikan",
    "asumsi": "Asumsi",
    "baris_kembar": "Baris kembar",
    "baris_tanpa_keterangan": "Baris tanpa keterangan",
    "belum_dinilai": "Indikator belum dinilai",
    "berkas_tidak_dibaca": "Berkas tidak dibaca",
    "bobot_bukan_eksak": "Bobot tidak eksak",
    "di_luar_masa": "Di luar masa pengumpulan",
    "bukan_komentar_berlabel": "Bukan komentar, tetapi dilabeli",
    "dibaca_kosong": "Jawaban dibaca kosong",
    "dikeluarkan": "Baris dikeluarkan",
    "isian_sementara": "Isian sementara tertinggal",
    "cara_membaca": "Cara berkas dibaca",
    "ejaan_disamakan": "Ejaan jawaban disamakan",
    "kode_terbalik": "Kode jawaban dibaca terbalik",
    "jawaban_kosong": "Jawaban kosong",
    "jawaban_seragam": "Jawaban seragam",
    "judul_narasi_ganda": "Judul narasi ganda",
    "judul_narasi_tidak_dikenal": "Judul narasi tidak dikenal",
    "kelahiran_tidak_terbaca": "Kelahiran tidak terbaca",
    "kelompok_kosong": "Kelompok kosong",
    "kelompok_tidak_dikenal": "Kelompok tidak dikenal",
    "kelompok_tumpang_tindih": "Kelompok bertumpang tindih",
    "kolom_pribadi": "Kolom data pribadi",
    "kolom_tidak_dipakai": "Kolom tidak dipakai",
    "komentar_belum_dianotasi": "Komentar belum dianotasi",
    "komentar_belum_diputuskan": "Komentar belum diputuskan",
    "komentar_bertentangan": "Komentar bertentangan dengan nilai",
    "komentar_tersamar": "Data pribadi disamarkan",
    "kutipan_tidak_dimuat": "Kutipan tidak dimuat",
    "melebihi_populasi": "Responden melebihi populasi",
    "narasi_tanpa_judul": "Narasi tanpa judul",
    "nilai_utama_berbeda": "Nilai utama berbeda",
    "narasi_tidak_didukung": "Narasi tidak didukung",
    "prioritas_tanpa_rencana": "Prioritas tanpa rencana",
    "realisasi_di_luar_rencana": "Realisasi di luar rencana",
    "rencana_ditambahkan": "Rencana ditambahkan",
    "rencana_hilang": "Rencana hilang",
    "rencana_melewati_unsur": "Rencana melewati unsur",
    "rencana_tidak_dilaporkan": "Rencana tidak dilaporkan",
    "pagu_terlampaui": "Pagu terlampaui",
    "periode_bersarang": "Periode termuat dalam periode lain",
    "periode_sebelumnya": "Periode sebelumnya tidak terbaca",
    "responden_berulang": "Responden mengisi berulang",
    "riwayat_berbeda": "Riwayat berbeda dari jawaban",
    "sampel_kurang": "Sampel kurang",
    "temuan_setempat": "Temuan yang tidak dimuat",
    "tahun_lahir": "Tahun lahir di kolom usia",
    "usia_di_kolom_kelahiran": "Usia di kolom kelahiran",
    "tanpa_jumlah_berita": "Jumlah berita tidak diketahui",
    "target_diubah": "Target diubah",
    "tanpa_ikm": "IKM tidak ada",
    "periode_tidak_cocok": "Periode sebelumnya tidak cocok",
    "tanggal_tidak_cocok": "Tanggal tidak cocok",
    "unsur_belum_diputuskan": "Unsur komentar belum diputuskan",
    "temuan_unit": "Temuan pada laporan unit",
    "jawaban_unit_sama": "Jawaban unit sama",
    "unit_sampel_kurang": "Unit di bawah sampel minimum",
    "unit_belum_melapor": "Unit belum melapor",
    "unit_tanpa_ikm": "Unit tanpa IKM",
    "unit_tanpa_responden": "Unit tanpa jumlah responden",
    "unit_tidak_disebut": "Unit di luar daftar",
    "unsur_tidak_dinilai": "Unsur tidak dinilai",
    "urutan_tanggal": "Urutan tanggal",
    "tanggal_tidak_terbaca": "Tanggal tidak terbaca",
}

WITHOUT_POOLED = "IKM tanpa baris itu adalah nilai seluruh responden, bukan rata-rata layanan yang menjadi nilai utama."


def _finding_word(jenis: str) -> str:
    """Put the kind of a finding into words."""
    return FINDING_WORDS.get(jenis, jenis.replace("_", " ").capitalize())


def findings_table(results: Results) -> Findings:
    """Tabulate what was found in the data, and what each does to the index.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Findings
        One row per finding, or a sentence that there are none.
    """
    has_index = any(finding.ikm_tanpa is not None for finding in results.findings)
    return findings_of(results.findings, notes=(WITHOUT_POOLED,) if results.is_layanan_mean and has_index else ())


def unprinted_findings(results: ReportResults) -> Block:
    """Tabulate what was found in the data, without the printed figures, which a report shows in a table of their own.

    Parameters
    ----------
    results : ReportResults
        Of the report.

    Returns
    -------
    Block
        One row per finding; nothing when there are only printed figures to tell.
    """
    others = [finding for finding in results.findings if finding.jenis != PRINTED]
    return findings_of(others) if others or not results.findings else Blocks([])


def findings_of(findings: Iterable[Finding], *, notes: tuple[str, ...] = ()) -> Findings:
    """Tabulate findings.

    Parameters
    ----------
    findings : iterable of Finding
        In the order to show.
    notes : tuple of str
        Sentences below the table.

    Returns
    -------
    Findings
        One row per finding, or a sentence that there are none.
    """
    rows = tuple(
        FindingRow(
            jenis=_finding_word(finding.jenis),
            pesan=finding.pesan,
            n=wording.whole(finding.n),
            ikm_tanpa=wording.number(finding.ikm_tanpa),
            berkas=finding.berkas,
        )
        for finding in findings
    )
    return Findings(rows, notes=notes)


@sources.sourced(sources.answers)
def rows_table(results: Results) -> Table:
    """Tabulate rows read, excluded by reason, and scored.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Table
        Rows read, excluded by reason, and scored.
    """
    responses = results.survey.responses
    reasons = responses.excluded["alasan"].value_counts().sort_index()
    rows = [("Baris dibaca", wording.whole(responses.rows_read))]
    rows += [(f"Dikeluarkan: {alasan}", wording.whole(int(n))) for alasan, n in reasons.items()]
    rows += [] if len(reasons) else [("Dikeluarkan", wording.whole(0))]
    rows.append(("Baris dinilai", wording.whole(len(responses.valid))))
    columns = (Column("Uraian"), Column("Jumlah", "kanan"))
    return Table("Baris dibaca, dikeluarkan, dan dinilai", columns, tuple(rows), strong_rows=(len(rows) - 1,))


@sources.sourced(sources.answers)
def reliability_table(results: Results) -> Block:
    """Tabulate validity of each unsur, and say alpha.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Block
        One row per unsur, and Cronbach's alpha with its limit; what cannot be computed says why.
    """
    reliability = results.reliability
    labels, names = results.survey.parameters.label_unsur, results.survey.parameters.nama_unsur
    rows = [
        (
            labels[row.unsur],
            names[row.unsur],
            wording.number(row.r_total, 3),
            wording.number(row.r_rest, 3),
            _validity_word(row.valid, row.alasan),
        )
        for row in reliability.items.itertuples(index=False)
    ]
    columns = (
        Column("Kode"),
        Column("Unsur", width=3),
        Column("r butir-total", "kanan"),
        Column("r butir-sisa", "kanan"),
        Column("Keterangan", width=2.4),
    )
    note = (
        f"Dihitung atas {wording.whole(reliability.n)} responden yang menjawab semua unsur. r tabel (dua sisi "
        f"{wording.percent(100 * SIGNIFICANCE)}): {wording.number(reliability.r_tabel, 4)}. r butir-total memuat unsur itu "
        "sendiri; r butir-sisa tidak."
    )
    table = Table("Validitas setiap unsur", columns, tuple(rows), (note,), row_headers=2)
    return Blocks([table, _alpha_block(results)])


def _validity_word(valid: object, alasan: object) -> str:
    """Say whether an unsur is valid, or why that is not known."""
    if isinstance(alasan, str):
        return alasan
    return "Valid" if valid else "Tidak valid"


def _alpha_block(results: Results) -> Block:
    """Say Cronbach's alpha and whether it suffices."""
    reliability = results.reliability
    if reliability.alpha is None:
        return Text.plain(f"Cronbach's alpha {wording.inline(reliability.reason or '')}")
    limit, alpha = wording.exact(reliability.ambang), wording.number(reliability.alpha, 3)
    if reliability.is_reliable:
        return Callout("baik", f"Cronbach's alpha {alpha}, mencapai batas {limit}: kuesioner dinyatakan reliabel.")
    return Callout("peringatan", f"Cronbach's alpha {alpha}, di bawah batas {limit}: kuesioner belum reliabel.")
