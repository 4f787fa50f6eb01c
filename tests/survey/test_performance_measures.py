"""What the tables of a performance report come to, worked by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni")
INDICATOR = '{{nama: A, arah: naik, target: "80", sumber: {{{}}}}}'


def media(office, *rows: str, satuan: str = "persen"):
    office.indicate(INDICATOR.format("sentimen: negatif"))
    office.tell(f"media: {{satuan: {satuan}}}\n")
    office.keep("sentimen_media.csv", "bulan,positif,netral,negatif", *rows)
    return office.read().data.media


def test_year_of_shares_is_the_mean_of_the_months(office):
    shares = [f"{month},50,{40 - place},{10 + place}" for place, month in enumerate(MONTHS)]
    found = media(office, *shares)
    assert found.tahun["negatif"] == Fraction("12.5")  # (10 + 11 + 12 + 13 + 14 + 15) / 6
    assert not found.has_counts


def test_year_of_counts_is_computed_from_all_items(office):
    # 1 of 10 in January, 50 of 100 in each other month: 251 of 510, not the mean of 10 and five times 50.
    counts = ["Januari,9,0,1", *(f"{month},30,20,50" for month in MONTHS[1:])]
    found = media(office, *counts, satuan="jumlah")
    assert found.tahun["negatif"] == Fraction(100 * 251, 510)
    assert sum(found.tahun.values()) == 100
    assert [month.n for month in found.months] == [10, 100, 100, 100, 100, 100]
    assert found.months[0].bagian["negatif"] == 10
    assert found.has_counts


def test_months_of_media_stand_in_the_order_of_the_year(office):
    found = media(office, *[f"{month},50,40,10" for month in reversed(MONTHS)])
    assert [month.bulan for month in found.months] == [1, 2, 3, 4, 5, 6]


def test_month_without_items_has_no_weight(office):
    counts = ["Januari,0,0,0", *(f"{month},30,20,50" for month in MONTHS[1:])]
    assert media(office, *counts, satuan="jumlah").tahun["negatif"] == 50


def test_year_without_items_stops_the_run(office):
    # 0 of 0 items is no share: neither 0 nor, for what should be low, an achievement of 200 per cent
    office.indicate(INDICATOR.format("sentimen: negatif"))
    office.tell("media: {satuan: jumlah}\n")
    office.keep("sentimen_media.csv", "bulan,positif,netral,negatif", *(f"{month},0,0,0" for month in MONTHS))
    assert "tidak memuat apa pun untuk menghitung indikator 'A'" in office.stops()


def test_share_above_100_stops_the_run(office):
    office.indicate(INDICATOR.format("sentimen: negatif"))
    rows = ["Januari,101,0,0", *(f"{month},50,40,10" for month in MONTHS[1:])]
    office.keep("sentimen_media.csv", "bulan,positif,netral,negatif", *rows)
    assert office.stops() == (
        "data/2025-S1/biro/sentimen_media.csv: 1 masalah.\n"
        "  baris 2, kolom 'positif': tertulis '101', seharusnya 0 sampai 100."
    )


HEADING = "bulan,berkala,setiap_saat,serta_merta,dikecualikan,jumlah,rata_rata_hari"


def keep_requests(office, *rows: str, kind: str = "menurut_permohonan"):
    office.indicate(INDICATOR.format(f"waktu_permohonan: {kind}"))
    office.keep("permohonan_informasi.csv", HEADING, *rows)


REQUESTS = ["Januari,1,8,0,0,9,2", "Februari,0,1,0,0,1,12", *(f"{month},0,0,0,0,0," for month in MONTHS[2:])]


@pytest.mark.parametrize(("kind", "days"), [("menurut_permohonan", 3), ("rata_rata_bulan", 7)])
def test_mean_time_by_request_and_by_month(office, kind, days):
    # (9 x 2 + 1 x 12) / 10 = 3; (2 + 12) / 2 = 7, over the months that have requests
    keep_requests(office, *REQUESTS, kind=kind)
    report = office.read()
    assert report.indikator[0].realisasi == days
    assert (report.data.requests.n, report.data.requests.jenis["setiap_saat"]) == (10, 9)


def test_month_with_requests_and_no_time_stops_the_run(office):
    keep_requests(office, "Januari,1,8,0,0,9,", *REQUESTS[1:])
    assert office.stops() == (
        "data/2025-S1/biro/permohonan_informasi.csv: 1 masalah.\n"
        "  kolom 'rata_rata_hari': kosong pada bulan Januari, padahal ada permohonan, isi rata-rata harinya."
    )


def test_year_without_requests_stops_the_run(office):
    keep_requests(office, *(f"{month},0,0,0,0,0," for month in MONTHS))
    assert office.stops() == (
        "data/2025-S1/biro/permohonan_informasi.csv: 1 masalah.\n"
        "  tidak memuat apa pun untuk menghitung indikator 'A', lengkapi tabelnya, atau tulis 'realisasi' tanpa 'sumber' pada "
        "parameter."
    )


def keep_complaints(office, *rows: str):
    office.indicate(INDICATOR.format("pengaduan: ditindaklanjuti"))
    office.keep("pengaduan.csv", "status,jumlah,diteruskan,ditindaklanjuti", *rows)


def test_share_of_complaints_is_of_those_forwarded(office):
    keep_complaints(office, "Belum,10,ya,tidak", "Proses,20,ya,ya", "Selesai,50,ya,ya", "Arsip,100,tidak,tidak")
    found = office.read().data.complaints
    assert (found.n, found.diteruskan, found.ditindaklanjuti) == (180, 80, 70)
    assert found.persen == Fraction("87.5")  # 70 / 80


def test_complaints_of_which_none_was_forwarded_stop_the_run(office):
    keep_complaints(office, "Arsip,100,tidak,tidak")
    assert "tidak memuat apa pun untuk menghitung indikator 'A'" in office.stops()


INDEX_HEADING = "indeks,bagian,rincian,nilai"


def keep_index(office, *rows: str, name: str = "Indeks"):
    office.indicate(INDICATOR.format(f"indeks: {name}"))
    office.keep("indeks.csv", INDEX_HEADING, *rows)


def test_index_is_the_mean_of_its_parts_and_a_part_the_sum_of_its_details(office):
    keep_index(
        office,
        "Indeks,A,satu,10",
        "Indeks,A,dua,20.5",
        "Indeks,A,Jumlah,31",
        "Indeks,B,,40",
        "Indeks,Rata-rata,,36",
        "Lain,C,,1",
    )
    found = office.read().data.indices["Indeks"]
    assert [(part.nama, part.nilai, part.tercetak) for part in found.parts] == [
        ("A", Fraction("30.5"), Decimal(31)),
        ("B", 40, None),
    ]
    assert found.nilai == Fraction("35.25")  # (30.5 + 40) / 2
    assert found.dari_tercetak == Fraction("35.5")  # (31 + 40) / 2
    assert found.tercetak == 36


def test_unknown_index_stops_the_run_with_the_nearest_one(office):
    keep_index(office, "Indeks Pelayanan,A,,1", name="Indeks Pelayana")
    assert office.stops() == (
        "data/2025-S1/biro/indeks.csv: 1 masalah.\n"
        "  kolom 'indeks': indeks 'Indeks Pelayana' tidak ada, yang ada: 'Indeks Pelayanan'. Mungkin "
        "maksudnya 'Indeks Pelayanan'?"
    )


def test_index_without_parts_and_part_without_name_stop_the_run(office):
    keep_index(office, "Indeks,Rata-rata,,1", "Lain,,,2")
    assert office.stops() == (
        "data/2025-S1/biro/indeks.csv: 2 masalah.\n"
        "  'Indeks' tidak memuat satu bagian pun, isi nilai setiap bagiannya.\n"
        "  kolom 'bagian': ada baris yang kosong, tulis nama bagiannya."
    )


def test_tables_that_no_indicator_needs_are_not_read(office):
    office.keep("sentimen_media.csv", "bukan tabel")
    (finding,) = office.read().findings
    assert finding.jenis == "berkas_tidak_dibaca"
    assert finding.pesan == "Berkas ini tidak dibaca; yang dibaca hanya anggaran.csv, pegawai.csv."


def test_table_that_an_indicator_needs_stops_the_run_when_it_is_missing(office):
    office.indicate(
        INDICATOR.format("pengaduan: ditindaklanjuti"), INDICATOR.format("sentimen: negatif").replace(": A", ": B")
    )
    advice = "berkas ini tidak ada, letakkan tabelnya di sini; lihat docs/panduan.md."
    assert office.stops() == (
        f"data/2025-S1/biro/pengaduan.csv: 1 masalah.\n  {advice}\n"
        f"data/2025-S1/biro/sentimen_media.csv: 1 masalah.\n  {advice}"
    )
