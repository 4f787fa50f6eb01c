"""The second count of a performance report, against the examples of docs/method.md, section 22, and against the sample."""

import json
from fractions import Fraction

from skmlib.pipeline.performance_files import write_performance_hasil
from skmlib.recount.compare import compare
from skmlib.recount.performance import recount_performance
from skmlib.survey.performance import read_performance

MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni")


def count(office):
    return recount_performance("biro", "2025-S1", root=office.root)


def rows(found):
    return [row for goal in found["sasaran"] for row in goal["indikator"]]


def test_achievement_of_what_should_rise_and_what_should_fall(office):
    # 78.71 of 78 is 100.91; 1 + (20 - 13.51) / 20 is 132.45; 90.78 is 98.67 of 92 and 100.87 of 90
    office.indicate(
        '{nama: A, arah: naik, target: "78", realisasi: "78.71"}',
        '{nama: B, arah: turun, target: "20", realisasi: "13.51"}',
        '{nama: C, arah: naik, target: "90", target_awal: "92", realisasi: "90.78"}',
    )
    found = rows(count(office))
    assert [round(float(row["capaian"]), 2) for row in found] == [100.91, 132.45, 100.87]
    assert found[1]["capaian"] == Fraction("132.45")
    assert round(float(found[2]["capaian_target_awal"]), 2) == 98.67
    assert [row["nomor"] for row in found] == [1, 2, 3]


def test_averages_with_and_without_what_is_not_yet_assessed(office):
    # 75, 100 and, not yet assessed, 50: 75 and 87.5
    office.indicate(
        '{nama: A, arah: naik, target: "100", realisasi: "75"}',
        '{nama: B, arah: naik, target: "100", realisasi: "100"}',
        '{nama: C, arah: naik, target: "100", realisasi: "50", belum_dinilai: ya}',
    )
    found = count(office)
    assert found["rata_rata"] == {"semua": 75, "tanpa_belum_dinilai": Fraction("87.5"), "n": 3, "n_dinilai": 2}
    assert found["capaian"] == 75


def test_days_by_request_and_by_month(office):
    # 9 requests of 2 days and 1 of 12: 3 by request, 7 by month
    office.indicate('{nama: A, arah: turun, target: "10", sumber: {waktu_permohonan: menurut_permohonan}}')
    none = [f"{month},0,0,0,0,0," for month in MONTHS[2:]]
    heading = "bulan,berkala,setiap_saat,serta_merta,dikecualikan,jumlah,rata_rata_hari"
    office.keep(
        "permohonan_informasi.csv", heading, "Januari,4,5,0,0,9,2", "Februari,0,0,1,0,1,12", *none, "Jumlah,,,,,10,7"
    )
    found = count(office)
    requests = found["permohonan_informasi"]
    assert (requests["n"], requests["menurut_permohonan"], requests["rata_rata_bulan"]) == (10, 3, 7)
    assert rows(found)[0]["capaian"] == 170  # 1 + (10 - 3) / 10


def test_sentiment_of_counts_is_of_all_items_and_of_shares_the_mean_of_the_months(office):
    # 1 of 10 in January, 50 of 100 in five months: 251 / 510; the shares 10 and five times 50: 260 / 6
    office.indicate('{nama: A, arah: turun, target: "50", sumber: {sentimen: negatif}}')
    later = [f"{month},30,20,50" for month in MONTHS[1:]]
    office.keep("sentimen_media.csv", "bulan,positif,netral,negatif", "Januari,5,4,1", *later)
    office.tell("media: {satuan: jumlah}\n")
    assert count(office)["sentimen_media"]["tahun"]["negatif"] == Fraction(25100, 510)
    path = office.root / office.file
    path.write_text(path.read_text(encoding="utf-8").replace("satuan: jumlah", "satuan: persen"), encoding="utf-8")
    office.keep("sentimen_media.csv", "bulan,positif,netral,negatif", "Januari,50,40,10", *later)
    assert count(office)["sentimen_media"]["tahun"]["negatif"] == Fraction(260, 6)


def test_index_is_the_mean_of_its_parts_and_a_part_the_sum_of_its_details(office):
    # (3.56 + 3.71 + 4.23) / 3 = 3.8333; the printed mean and sum are not used
    office.indicate('{nama: A, arah: naik, target: "4", sumber: {indeks: IPP}}')
    lines = ("IPP,Administrasi,Satu,3.00", "IPP,Administrasi,Dua,0.56", "IPP,Administrasi,Jumlah,9")
    office.keep(
        "indeks.csv", "indeks,bagian,rincian,nilai", *lines, "IPP,Barang,,3.71", "IPP,Jasa,,4.23", "IPP,Rata-rata,,9"
    )
    assert count(office)["indeks"]["IPP"]["nilai"] == Fraction("11.5") / 3


def test_budget_and_efficiency(office):
    # 90 of 100 and of 120: 90 and 75 per cent; the achievement 75: -15 and 0 points. The total tells what is realised.
    office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", "A,60,70,", "B,40,50,", "Jumlah,100,120,90")
    found = count(office)
    assert found["capaian"] == 75  # 60 of 80
    assert found["anggaran"]["persen"] == {"pagu_awal": 90, "pagu_akhir": 75}
    assert found["efisiensi"] == {"pagu_awal": -15, "pagu_akhir": 0}


def verdicts(found):
    return [(row["tercetak"], row["dihitung"], row["sesuai"]) for row in found["tercetak"]]


def test_stated_value_achievement_average_and_efficiency_are_judged_as_stated(office):
    # The index is 60, stated 60.4: at one decimal it does not follow. 60.4 / 80 = 75.5, printed 76 and 75.4; 50 of 100 is 50,
    # and 75.5 - 50 = 25.5.
    sources = "sumber: {indeks: I}, "
    office.indicate(f'{{nama: A, arah: naik, target: "80", {sources}realisasi: "60.4", capaian_tercetak: "76"}}')
    office.tell('tercetak: {rata_rata: "75.4", realisasi_anggaran: "50", efisiensi: "25.5"}\n')
    office.keep("indeks.csv", "indeks,bagian,rincian,nilai", "I,X,,60")
    office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", "A,100,100,50")
    assert verdicts(count(office)) == [
        ([Fraction("60.4")], [60], False),
        ([76], [Fraction("75.5")], True),
        ([Fraction("75.4")], [Fraction("75.5")], False),
        ([50], [50], True),
        ([Fraction("25.5")], [Fraction("25.5")], True),
    ]


def test_indicator_without_a_stated_value_has_the_achievement_of_the_computed_one(office):
    office.indicate('{nama: A, arah: naik, target: "80", sumber: {indeks: I}, capaian_tercetak: "75"}')
    office.keep("indeks.csv", "indeks,bagian,rincian,nilai", "I,X,,60")
    found = count(office)
    assert (rows(found)[0]["dinyatakan"], rows(found)[0]["capaian_dinyatakan"]) == (None, 75)
    assert verdicts(found) == [([75], [75], True)]


def test_what_was_printed_of_a_survey_is_judged(office, threes, fours):
    # Answers 4, 4, 4, 3: each mean 3.75, the index 93.75. Five respondents give no 3.75, but 4, 8 and 12 do; the printed mean
    # of waktu gives 93.75; nine times 3.75 x 0.111 x 25 is 93.65625, which is not the printed 93.75.
    office.indicate('{nama: A, arah: naik, target: "80", sumber: {survei: loket}}')
    office.tell("survei: [loket]\n")
    told = 'responden: 5, unsur: {waktu: "3.75"}, ikm: "93.75", bobot: "0.111"'
    office.tell(f"tercetak: {{survei: {{loket: {{{told}}}}}}}\n")
    office.project.add("populasi: 12\n")
    office.project.write_responses(fours, fours, fours, threes)
    found = count(office)
    assert (found["survei"]["loket"]["n_mungkin"], found["survei"]["loket"]["tidak_mungkin"]) == ([4, 8, 12], ["waktu"])
    assert verdicts(found) == [
        ([5], [4, 8, 12], False),
        ([Fraction("3.75")], [Fraction("3.75")], True),
        ([Fraction("93.75")], [Fraction("93.75")], True),
        ([Fraction("93.75")], [Fraction("93.75")], True),
        ([Fraction("0.111")], [Fraction("93.65625")], False),
    ]


def test_printed_totals_of_tables_are_judged(office):
    # Shares 50, 40, 10.2 sum to 100.2, beyond a tenth; the mean of negatif is (5 x 10 + 10.2) / 6 = 10.0333
    office.indicate('{nama: A, arah: turun, target: "20", sumber: {sentimen: negatif}}')
    later = [f"{month},50,40,10" for month in MONTHS[1:]]
    office.keep("sentimen_media.csv", "bulan,positif,netral,negatif", "Jan,50,40,10.2", *later, "Rata-rata,,,10.03")
    office.keep(
        "pegawai.csv", "kelompok,uraian,jumlah", "Jenis kelamin,L,3", "Jenis kelamin,P,4", "Jabatan,A,2", "Jumlah,,8"
    )
    found = count(office)
    assert [row["sesuai"] for row in found["tercetak"]] == [True, False, *[True] * 5, False]
    assert verdicts(found)[-1] == ([8], [7], False)
    assert found["pegawai"]["n"] == 7


def test_findings_that_follow_from_figures(office):
    # Target 75 became 80, and "-" is new; 80.0 is no other target than 80; 60 of 50 exceeds the ceiling
    office.indicate(
        '{nama: A, arah: naik, target: "80", target_awal: "75", realisasi: "60"}',
        '{nama: B, arah: naik, target: "80", target_awal: "-", realisasi: "60", belum_dinilai: ya}',
        '{nama: C, arah: naik, target: "80", target_awal: "80.0", realisasi: "60", belum_dinilai: ya, capaian_tercetak: "76"}',
    )
    office.tell("asumsi: [Satu, Dua]\n")
    office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", "A,100,50,60")
    assert [(one["jenis"], one["n"]) for one in count(office)["findings"]] == [
        ("angka_terbit", 1),
        *[("target_diubah", 1)] * 2,
        ("belum_dinilai", 2),
        ("pagu_terlampaui", 1),
        *[("asumsi", 1)] * 2,
    ]


def test_earlier_periods_of_a_survey_are_the_last_three_that_were_printed(office, threes):
    office.indicate('{nama: A, arah: naik, target: "80", sumber: {survei: loket}}')
    office.tell("survei: [loket]\n")
    past = [
        ("2024-S2", "ikm", 84),
        ("2022", "ikm", 81),
        ("2023-S1", "ikm", 82),
        ("2024-S1", "ikm", 83),
        ("2023-S2", "ni", 3),
    ]
    told = ", ".join(f"{{periode: {periode!r}, {scale}: '{value}'}}" for periode, scale, value in past)
    office.project.add(f"riwayat: [{told}]\n")
    office.project.write_responses(threes)
    assert [row["realisasi"] for row in rows(count(office))[0]["riwayat"]] == [82, 83, 84]


def test_both_counts_agree_on_the_sample(root, tmp_path):
    write_performance_hasil(read_performance("biro-humas", "2023", root=root), tmp_path / "hasil.json")
    hasil = json.loads((tmp_path / "hasil.json").read_text(encoding="utf-8"))
    found = compare(hasil, recount_performance("biro-humas", "2023", root=root))
    assert found.differences == ()
    assert found.recounted > 590
    assert found.not_recounted == ()
    hasil["rata_rata"]["n"] = 9
    changed = compare(hasil, recount_performance("biro-humas", "2023", root=root))
    assert changed.differences == ("rata_rata/n: tertulis 9, dihitung ulang 8",)
