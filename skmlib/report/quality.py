"""The annexes on the data: questionnaire, processed data, findings, validity and reliability, where figures come from."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Block, Blocks, Callout, Column, FindingRow, Findings, Table, Text
from skmlib.survey.regulation import RULE_SET, UNSUR_JAWABAN
from skmlib.survey.results import Results

FINDING_WORDS = {
    "anotasi_tanpa_jawaban": "Anotasi tanpa jawaban",
    "angka_disalin": "Angka sama dengan periode lain",
    "asumsi_unsur": "Pemetaan unsur diasumsikan",
    "baris_kembar": "Baris kembar",
    "bobot_bukan_eksak": "Bobot tidak eksak",
    "di_luar_masa": "Di luar masa pengumpulan",
    "bukan_komentar_berlabel": "Bukan komentar, tetapi dilabeli",
    "dibaca_kosong": "Jawaban dibaca kosong",
    "dikeluarkan": "Baris dikeluarkan",
    "isian_sementara": "Isian sementara tertinggal",
    "jawaban_kosong": "Jawaban kosong",
    "jawaban_seragam": "Jawaban seragam",
    "judul_narasi_ganda": "Judul narasi ganda",
    "judul_narasi_tidak_dikenal": "Judul narasi tidak dikenal",
    "kelompok_kosong": "Kelompok kosong",
    "kelompok_tidak_dikenal": "Kelompok tidak dikenal",
    "kelompok_tumpang_tindih": "Kelompok bertumpang tindih",
    "kolom_pribadi": "Kolom data pribadi",
    "kolom_tidak_dipakai": "Kolom tidak dipakai",
    "komentar_belum_dianotasi": "Komentar belum dianotasi",
    "komentar_tersamar": "Data pribadi disamarkan",
    "kutipan_tidak_dimuat": "Kutipan tidak dimuat",
    "melebihi_populasi": "Responden melebihi populasi",
    "narasi_tanpa_judul": "Narasi tanpa judul",
    "prioritas_tanpa_rencana": "Prioritas tanpa rencana",
    "realisasi_di_luar_rencana": "Realisasi di luar rencana",
    "rencana_melewati_unsur": "Rencana melewati unsur",
    "rencana_tidak_dilaporkan": "Rencana tidak dilaporkan",
    "sampel_kurang": "Sampel kurang",
    "tanggal_tidak_terbaca": "Tanggal tidak terbaca",
}
HASH_SHOWN = 16


def finding_word(jenis: str) -> str:
    """Put the kind of a finding into words."""
    return FINDING_WORDS.get(jenis, jenis.replace("_", " ").capitalize())


def findings_table(results: Results) -> Findings:
    """Tabulate what was found in the data, and what each does to the index."""
    rows = tuple(
        FindingRow(
            jenis=finding_word(finding.jenis),
            pesan=finding.pesan,
            n=wording.whole(finding.n),
            ikm_tanpa=wording.number(finding.ikm_tanpa),
            berkas=finding.berkas,
        )
        for finding in results.findings
    )
    return Findings(rows)


def rows_table(results: Results) -> Table:
    """Tabulate rows read, excluded by reason, and scored."""
    responses = results.survey.responses
    reasons = responses.excluded["alasan"].value_counts().sort_index()
    rows = [("Baris dibaca", wording.whole(responses.rows_read))]
    rows += [(f"Dikeluarkan: {alasan}", wording.whole(int(n))) for alasan, n in reasons.items()]
    rows += [] if len(reasons) else [("Dikeluarkan", wording.whole(0))]
    rows.append(("Baris dinilai", wording.whole(len(responses.valid))))
    columns = (Column("Uraian"), Column("Jumlah", "kanan"))
    return Table("Baris dibaca, dikeluarkan, dan dinilai", columns, tuple(rows), strong_rows=(len(rows) - 1,))


def questionnaire_table(results: Results) -> Table:
    """Tabulate the questions with the labels of their answers."""
    parameters = results.survey.parameters
    survei = parameters.survei
    rows = []
    for unsur in parameters.unsur:
        question = survei.unsur[unsur]
        rows.append((question.label, question.pertanyaan or question.kolom, *_labels(question.jawaban, unsur)))
    for key, question in survei.pertanyaan_tambahan.items():
        rows.append((wording.MISSING, question.pertanyaan or question.kolom, *_labels(question.jawaban, key)))
    answers = [Column(str(nilai), "kiri", width=1.4, group="Pilihan jawaban dan nilainya") for nilai in range(1, 5)]
    notes = ["Pertanyaan tanpa kode tidak termasuk dalam indeks."] if survei.pertanyaan_tambahan else []
    if any(question.jawaban is None for question in survei.unsur.values()):
        notes.append("Pilihan jawaban yang tidak dicantumkan dalam parameter ditulis menurut formulir peraturan.")
    columns = (Column("Kode"), Column("Pertanyaan", width=4), *answers)
    return Table("Kuesioner", columns, tuple(rows), tuple(notes), row_headers=2)


def _labels(jawaban: dict[str, tuple[str, ...]] | None, key: str) -> list[str]:
    """Give the four labels of a question."""
    if jawaban:
        return [labels[0] for labels in jawaban.values()]
    return list(UNSUR_JAWABAN.get(key, ("1", "2", "3", "4")))


def processed_table(results: Results) -> Block:
    """Tabulate the answers, one row a respondent, with the rows of the official form below."""
    limit = results.survey.parameters.survei.baris_lampiran
    labels = list(results.survey.parameters.label_unsur.values())
    shown = results.answers.head(limit)
    rows = [
        (wording.whole(place), *(wording.MISSING if nilai is None else str(nilai) for nilai in row))
        for place, row in enumerate(shown.itertuples(index=False), start=1)
    ]
    summary = _summary_rows(results)
    columns = (Column("No.", width=2.4), *(Column(label, "kanan", width=1.0) for label in labels))
    notes = ["Baris diurutkan menurut nilainya dan diberi nomor baru; nomor tidak menunjuk responden tertentu."]
    if len(results.answers) > limit:
        left = wording.whole(len(results.answers) - limit)
        notes.append(f"{left} baris berikutnya ada pada olah-data.xlsx; jumlah di bawah mencakup semua baris.")
    strong = tuple(range(len(rows), len(rows) + len(summary)))
    table = Table("Pengolahan data per responden dan per unsur", columns, (*rows, *summary), tuple(notes), 1, strong)
    return Blocks([table, Text.plain(_index_sentence(results))])


def _summary_rows(results: Results) -> list[tuple[str, ...]]:
    """Make the rows sum, count, NRR, weight, weighted NRR."""
    unsur = results.unsur
    return [
        ("Jumlah nilai", *(wording.whole(int(value)) for value in unsur["jumlah"])),
        ("Jumlah jawaban", *(wording.whole(int(value)) for value in unsur["n"])),
        ("NRR", *(wording.number(value) for value in unsur["nrr"])),
        ("Bobot", *(wording.number(value, 4) for value in unsur["bobot"])),
        ("NRR tertimbang", *(wording.number(value, 3) for value in unsur["nrr_tertimbang"])),
    ]


def _index_sentence(results: Results) -> str:
    """Say how the index follows from the table."""
    score = results.ikm
    if score.ikm is None:
        return score.reason or ""
    return (
        f"Jumlah NRR tertimbang {wording.number(score.ni, 4)}; IKM = {wording.number(score.ni, 4)} × 25 = "
        f"{wording.number(score.ikm)} (dihitung tanpa pembulatan antara)."
    )


def reliability_table(results: Results) -> Block:
    """Tabulate validity of each unsur, and say alpha."""
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
        f"Dihitung atas {wording.whole(reliability.n)} responden yang menjawab semua unsur. r tabel (dua sisi 5%): "
        f"{wording.number(reliability.r_tabel, 4)}. r butir-total memuat unsur itu sendiri; r butir-sisa tidak."
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
        return Text.plain(f"Cronbach's alpha: {reliability.reason}")
    limit, alpha = wording.number(reliability.ambang), wording.number(reliability.alpha, 3)
    if reliability.is_reliable:
        return Callout("baik", f"Cronbach's alpha {alpha}, mencapai batas {limit}: kuesioner dinyatakan reliabel.")
    return Callout("peringatan", f"Cronbach's alpha {alpha}, di bawah batas {limit}: kuesioner belum reliabel.")


def sources_tables(results: Results) -> Blocks:
    """Tabulate the files that were read with their hashes, the versions, and the parameters that shape figures."""
    provenance, parameters = results.survey.provenance, results.survey.parameters
    files = [
        (source.berkas, f"{wording.whole(source.size)} bita", f"{source.sha256[:32]}\n{source.sha256[32:]}")
        for source in provenance.sources
    ]
    versions = [(name, version) for name, version in provenance.versions.items()]
    versions.append(
        ("Kode, templat, dan huruf skmlib (SHA-256)", f"{provenance.library[:32]}\n{provenance.library[32:]}")
    )
    survei = parameters.survei
    told = [
        ("Unit dan periode", f"{parameters.unit}, {parameters.periode}"),
        ("Aturan nilai", RULE_SET),
        ("Bobot", parameters.nama_bobot),
        ("Populasi", wording.whole(survei.populasi)),
        ("Pembulatan sampel minimum", survei.sampel.pembulatan.replace("_", " ")),
        ("Jumlah unsur prioritas", wording.whole(survei.jumlah_prioritas)),
        ("Ambang kelompok kecil", wording.whole(survei.ambang_kelompok)),
        ("Ambang Cronbach's alpha", wording.exact(survei.ambang_alpha)),
        ("Kredit tindak lanjut sebagian", wording.exact(survei.tindak_lanjut.kredit_sebagian)),
    ]
    two = (Column("Uraian"), Column("Nilai"))
    return Blocks(
        [
            Table("Berkas masukan", (Column("Berkas"), Column("Ukuran", "kanan"), Column("SHA-256")), tuple(files)),
            Table("Parameter yang menentukan angka", two, tuple(told)),
            Table("Perangkat lunak", two, tuple(versions)),
        ]
    )
