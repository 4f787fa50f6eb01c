"""Printed figures of tables and indicators that do not follow, and what else is told about a performance report."""

import pytest

MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni")
INDICATOR = '{{nama: A, arah: naik, target: "80", sumber: {{{}}}{}}}'


def pesan(office, jenis: str = "angka_terbit") -> list[str]:
    return [finding.pesan for finding in office.read().findings if finding.jenis == jenis]


def keep_media(office, first: str, *more: str) -> None:
    office.indicate(INDICATOR.format("sentimen: negatif", ""))
    rows = [f"Januari,{first}", *(f"{month},50,40,10" for month in MONTHS[1:])]
    office.keep("sentimen_media.csv", "bulan,positif,netral,negatif", *rows, *more)


@pytest.mark.parametrize("shares", ["50,40,10.1", "50,40,9.9", "50,40,10"])
def test_shares_within_a_tenth_of_100_are_no_finding(office, shares):
    keep_media(office, shares)
    assert pesan(office) == []


def test_shares_beyond_a_tenth_of_100_are_a_finding(office):
    keep_media(office, "50,40,10.2")
    assert pesan(office) == [
        (
            "Sentimen media (positif; netral; negatif) bulan Januari: tercetak 50,00; 40,00; 10,20, dihitung ulang 100,20 "
            "(jumlah ketiganya, seharusnya 100)."
        )
    ]


def test_printed_year_that_is_not_the_mean_of_the_months_is_a_finding(office):
    keep_media(office, "50,40,10", "Rata-rata,50,40,11")
    assert pesan(office) == [
        "Sentimen media negatif setahun (rata-rata bulan): tercetak 11, dihitung ulang 10.",
        (
            "Sentimen media (positif; netral; negatif) setahun: tercetak 50,00; 40,00; 11,00, dihitung ulang 101,00 (jumlah "
            "ketiganya, seharusnya 100)."
        ),
    ]


def test_year_without_counts_is_told(office):
    keep_media(office, "50,40,10")
    assert pesan(office, "tanpa_jumlah_berita") == [
        (
            "Banyaknya berita setiap bulan tidak diketahui, sehingga bagian setahun adalah rata-rata bulan, bukan bagian "
            "dari seluruh berita; tambahkan banyaknya berita bila ada."
        )
    ]


def test_printed_sum_of_counts_that_does_not_follow_is_a_finding(office):
    # positif 5 + 5 x 50 = 255, netral 4 + 5 x 40 = 204, negatif 1 + 5 x 10 = 51
    keep_media(office, "5,4,1", "Jumlah,255,200,51")
    office.tell("media: {satuan: jumlah}\n")
    assert pesan(office) == [
        "Sentimen media netral setahun (jumlah): tercetak 200, dihitung ulang 204 (jumlah semua bulan)."
    ]


def test_year_with_counts_is_not(office):
    keep_media(office, "5,4,1")
    office.tell("media: {satuan: jumlah}\n")
    assert office.read().findings == ()


def test_requests_whose_sums_and_mean_do_not_follow_are_findings(office):
    office.indicate(INDICATOR.format("waktu_permohonan: menurut_permohonan", ""))
    rows = ["Januari,1,8,0,0,10,2", "Februari,0,1,0,0,1,12", *(f"{month},0,0,0,0,0," for month in MONTHS[2:])]
    heading = "bulan,berkala,setiap_saat,serta_merta,dikecualikan,jumlah,rata_rata_hari"
    office.keep("permohonan_informasi.csv", heading, *rows, "Jumlah,1,9,1,0,11,3.4")
    assert pesan(office) == [
        "Permohonan bulan Januari: tercetak 10, dihitung ulang 9 (jumlah keempat jenisnya).",
        "Permohonan setahun (serta merta): tercetak 1, dihitung ulang 0 (jumlah semua bulan).",
        "Permohonan setahun (jumlah): tercetak 11, dihitung ulang 10 (jumlah semua bulan).",
        # (2 + 12) / 2 = 7; (9 x 2 + 12) / 10 = 3
        (
            "Rata-rata waktu permohonan setahun (hari kerja): tercetak 3,4, dihitung ulang 7,00; 3,00 (rata-rata bulan; "
            "rata-rata menurut permohonan)."
        ),
    ]


@pytest.mark.parametrize("printed", ["7.0", "3.00"])
def test_printed_time_that_is_either_mean_follows(office, printed):
    office.indicate(INDICATOR.format("waktu_permohonan: menurut_permohonan", ""))
    rows = ["Januari,1,8,0,0,9,2", "Februari,0,1,0,0,1,12", *(f"{month},0,0,0,0,0," for month in MONTHS[2:])]
    heading = "bulan,berkala,setiap_saat,serta_merta,dikecualikan,jumlah,rata_rata_hari"
    office.keep("permohonan_informasi.csv", heading, *rows, f"Jumlah,1,9,0,0,10,{printed}")
    assert pesan(office) == []


def test_text_that_contradicts_the_table_of_complaints_is_a_finding(office):
    office.indicate(INDICATOR.format("pengaduan: ditindaklanjuti", ""))
    office.tell('tercetak: {pengaduan: {Proses: "30", Selesai: "50"}}\n')
    rows = ("Proses,20,ya,ya", "Selesai,50,ya,ya", "Arsip,9,tidak,tidak", "Jumlah,80,,")
    office.keep("pengaduan.csv", "status,jumlah,diteruskan,ditindaklanjuti", *rows)
    assert pesan(office) == [
        "Jumlah pengaduan: tercetak 80, dihitung ulang 79 (jumlah semua status).",
        (
            "Pengaduan dalam uraian (Proses; Selesai): tercetak 30; 50, dihitung ulang 80 (jumlahnya; menurut tabel diteruskan "
            "70, yaitu Proses 20; Selesai 50)."
        ),
    ]


def test_text_that_agrees_with_the_table_of_complaints_is_none(office):
    office.indicate(INDICATOR.format("pengaduan: ditindaklanjuti", ""))
    office.tell('tercetak: {pengaduan: {Selesai: "50"}}\n')
    office.keep("pengaduan.csv", "status,jumlah,diteruskan,ditindaklanjuti", "Selesai,50,ya,ya")
    assert pesan(office) == []


def test_index_whose_sums_and_mean_do_not_follow_are_findings(office):
    office.indicate(INDICATOR.format("indeks: Indeks", ""))
    rows = ("Indeks,A,satu,10", "Indeks,A,dua,20.5", "Indeks,A,Jumlah,31.0", "Indeks,B,,40", "Indeks,Rata-rata,,35.5")
    office.keep("indeks.csv", "indeks,bagian,rincian,nilai", *rows)
    assert pesan(office) == [
        "Indeks: A: tercetak 31,0, dihitung ulang 30,50 (jumlah 2 rinciannya).",
        # (30.5 + 40) / 2 = 35.25, and (31 + 40) / 2 = 35.5
        (
            "Indeks: rata-rata: tercetak 35,5, dihitung ulang 35,25 (rata-rata bagian yang dihitung ulang; yang tercetak "
            "adalah rata-rata bagian seperti tercetak)."
        ),
    ]


def test_budget_whose_sums_do_not_follow_are_findings(office):
    heading = "kegiatan,pagu_awal,pagu_akhir,realisasi"
    office.keep("anggaran.csv", heading, "A,100,100,50", "B,100,100,50", "Jumlah,210,200,101")
    assert pesan(office) == [
        "Jumlah pagu awal (rupiah): tercetak 210, dihitung ulang 200 (jumlah semua kegiatan).",
        "Jumlah realisasi (rupiah): tercetak 101, dihitung ulang 100 (jumlah semua kegiatan).",
    ]


def test_printed_achievement_and_average_that_do_not_follow_are_findings(office):
    # 60 / 80 = 75 and 61 / 80 = 76.25: the average is 75.625.
    first = '{nama: A, arah: naik, target: "80", realisasi: "60", capaian_tercetak: "75"}'
    office.indicate(first, '{nama: B, arah: naik, target: "80", realisasi: "61", capaian_tercetak: "77"}')
    office.tell('tercetak: {rata_rata: "75"}\n')
    assert pesan(office) == [
        (
            "Capaian (persen): B: tercetak 77, dihitung ulang 76,25 (dari realisasi yang dinyatakan; dari nilai yang dipakai "
            "laporan ini 76,25)."
        ),
        "Rata-rata capaian (persen): tercetak 75, dihitung ulang 75,63.",
    ]


def test_printed_share_and_efficiency_are_of_the_ceiling_that_the_parameters_name(office):
    # 50 of 200 is 25, of 100 is 50 per cent; 75 - 50 = 25.
    office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", "A,200,100,50")
    office.tell('anggaran: {efisiensi: pagu_akhir}\ntercetak: {realisasi_anggaran: "25", efisiensi: "25"}\n')
    assert pesan(office) == ["Realisasi anggaran terhadap pagu akhir (persen): tercetak 25, dihitung ulang 50."]


def test_changed_and_new_targets_are_told(office):
    office.indicate(
        '{nama: A, arah: naik, target: "80", target_awal: "75", realisasi: "60"}',
        '{nama: B, arah: naik, target: "80", target_awal: "-", realisasi: "60"}',
    )
    assert pesan(office, "target_diubah") == [
        # 60 / 75 = 80 and 60 / 80 = 75 per cent
        (
            "A: target diubah dari 75 menjadi 80 pada tahun berjalan; capaian terhadap target awal 80,00, terhadap target "
            "akhir 75,00."
        ),
        "B: target 80 ditetapkan pada tahun berjalan; pada awal tahun belum ada.",
    ]


def test_average_without_those_not_yet_assessed_is_told(office):
    office.indicate(
        '{nama: A, arah: naik, target: "80", realisasi: "60"}',
        '{nama: B, arah: naik, target: "80", realisasi: "80", belum_dinilai: ya}',
    )
    assert pesan(office, "belum_dinilai") == [
        "1 dari 2 indikator belum dinilai; rata-rata capaian semua indikator 87,50, tanpa yang belum dinilai 75,00."
    ]


def test_report_of_which_nothing_is_assessed_yet_says_so(office):
    office.indicate('{nama: A, arah: naik, target: "80", realisasi: "60", belum_dinilai: ya}')
    assert pesan(office, "belum_dinilai") == [
        "1 dari 1 indikator belum dinilai; rata-rata capaian semua indikator 75,00, tanpa yang belum dinilai tidak ada."
    ]


def test_average_that_does_not_exist_is_compared_with_nothing(office):
    office.indicate('{nama: A, arah: naik, target: "80", realisasi: "60", belum_dinilai: ya}')
    office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", "A,100,100,50")
    printed = 'tercetak: {rata_rata: "75", realisasi_anggaran: "50", efisiensi: "25"}'
    office.tell(f"rata_rata_utama: tanpa_belum_dinilai\n{printed}\n")
    assert [value.nama for value in office.read().printed] == ["Realisasi anggaran terhadap pagu awal (persen)"]


def test_assumptions_are_told(office):
    office.tell("asumsi: [Sasaran disusun untuk contoh ini.]\n")
    assert pesan(office, "asumsi") == ["Sasaran disusun untuk contoh ini."]


def test_file_that_is_not_read_is_told_with_the_nearest_name(office):
    office.keep("anggarn.csv", "x")
    assert pesan(office, "berkas_tidak_dibaca") == [
        "Berkas ini tidak dibaca; yang dibaca hanya anggaran.csv, pegawai.csv. Mungkin maksudnya 'anggaran.csv'?"
    ]


def test_every_problem_of_every_file_is_told_at_once(office):
    office.indicate(
        INDICATOR.format("pengaduan: ditindaklanjuti", ""), INDICATOR.format("survei: loket", "").replace(": A", ": B")
    )
    office.tell("survei: [loket]\n")
    office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", "A,1.000,1,1")
    problems = [line for line in office.stops().splitlines() if not line.startswith("  ")]
    assert problems == [
        "data/2025-S1/loket/responden.csv: 1 masalah.",
        "data/2025-S1/biro/pengaduan.csv: 1 masalah.",
        "data/2025-S1/biro/anggaran.csv: 1 masalah.",
    ]
