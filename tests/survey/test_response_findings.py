"""What is told about the rows of an export, with the index that would come out without them."""

from fractions import Fraction

import pytest

from skmlib.parameters import load_parameters
from skmlib.problems import Finding
from skmlib.survey.dataset import read_survey
from skmlib.survey.group_findings import overlapping_ranges
from skmlib.survey.response_findings import find_in_responses
from skmlib.survey.responses import read_responses, validate_responses

FILE = "data/2025-S1/loket/responden.csv"
PARAMETERS = "params/2025-S1/loket.yml"
MIXED = "4,4,4,4,4,4,4,4,3"  # 35/9 x 25 = 875/9
ONES_AND_A_TWO = "1,1,1,1,1,1,1,1,2"  # 10/9 x 25 = 250/9


@pytest.fixture(autouse=True)
def no_threshold(project):
    """Let the index without some rows be told however few they are; the tests on the threshold take this back."""
    project.add("ambang_kelompok: 1\n")


def find(project, jenis: str | None = None) -> list[Finding]:
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    responses = validate_responses(read_responses(parameters), parameters)
    return [finding for finding in find_in_responses(responses, parameters) if jenis in (None, finding.jenis)]


def test_a_plain_export_has_no_findings(project):
    project.write_responses(MIXED, ONES_AND_A_TWO)
    assert find(project) == []


def test_an_export_without_rows_has_no_findings(project):
    project.add("data: {kolom_waktu: Jam}\nprofil: {usia: {nama: Usia, kolom: Usia, kategori: [Muda, Tua]}}\n")
    project.write_responses(headings=f"{project.headings},Jam,Usia")
    assert find(project) == []


def test_excluded_rows_are_told_by_reason(project):
    project.add("data: {uji_coba: [{kolom: Catatan, nilai: tes}]}\n")
    rows = [f"{MIXED},", ",,,,,,,,,x", f"{MIXED},tes", ",,,,,,,,,y"]
    project.write_responses(*rows, headings=f"{project.headings},Catatan")
    assert find(project, "dikeluarkan") == [
        Finding("dikeluarkan", FILE, "1 baris dikeluarkan karena entri uji coba: baris 4.", 1, (4,)),
        Finding(
            "dikeluarkan", FILE, "2 baris dikeluarkan karena tidak ada unsur yang dijawab: baris 3 dan 5.", 2, (3, 5)
        ),
    ]


def test_a_row_of_nothing_but_answers_is_told_with_the_index_without_it(project):
    rows = [f"{MIXED},{name}" for name in ("L", "P", "L", "P")]
    project.write_responses(*rows, f"{ONES_AND_A_TWO},", headings=f"{project.headings},JK")
    assert find(project, "baris_tanpa_keterangan") == [
        Finding(
            "baris_tanpa_keterangan",
            FILE,
            "1 baris hanya berisi jawaban, sedangkan hampir semua baris lain juga memuat nomor, waktu, atau profil; bila itu "
            "rata-rata yang dibulatkan, hapus baris itu atau tulis 'Rata-rata' di depan jawabannya; bila responden, biarkan "
            "(baris 6).",
            1,
            (6,),
            Fraction(875, 9),
        )
    ]


@pytest.mark.parametrize("n_without", [0, 2, 5])
def test_rows_of_nothing_but_answers_are_not_told_where_they_are_usual(project, n_without):
    rows = [f"{MIXED},{'' if row < n_without else 'L'}" for row in range(5)]
    project.write_responses(*rows, headings=f"{project.headings},JK")
    assert find(project, "baris_tanpa_keterangan") == []


def test_blanks_are_told_by_unsur_with_the_index_without_their_rows(project):
    project.write_responses("4,4,4,4,4,4,4,,", "4,4,4,4,4,4,4,3,", ONES_AND_A_TWO)
    assert find(project, "jawaban_kosong") == [
        Finding(
            "jawaban_kosong",
            FILE,
            "2 baris memuat jawaban kosong, U8 1 kali, U9 2 kali, yang tidak dihitung sebagai nol (baris 2 dan 3).",
            2,
            (2, 3),
            Fraction(250, 9),  # what remains is the third respondent
        )
    ]


def test_answers_read_as_a_blank_are_told(project):
    project.add('data: {dibaca_kosong: ["-"]}\n')
    project.write_responses("4,4,4,4,4,4,3,-,-", "4,4,4,4,4,4,4,3,-", ONES_AND_A_TWO)
    assert find(project, "dibaca_kosong") == [
        Finding(
            "dibaca_kosong",
            FILE,
            "Jawaban '-' dibaca sebagai kosong 3 kali (baris 2 dan 3), sesuai parameter 'dibaca_kosong'.",
            3,
            (2, 3),
        )
    ]


def test_answers_read_as_a_blank_are_told_of_excluded_rows_too(project):
    project.add('data: {dibaca_kosong: ["-"]}\n')
    project.write_responses("-,,,,,,,,", MIXED)
    assert [(finding.jenis, finding.baris) for finding in find(project)] == [
        ("dikeluarkan", (2,)),
        ("dibaca_kosong", (2,)),
    ]


def test_repeated_rows_are_told_after_the_first(project):
    project.write_responses(MIXED, ONES_AND_A_TWO, MIXED, MIXED)
    assert find(project) == [
        Finding(
            "baris_kembar",
            FILE,
            "2 baris sama dengan baris lain di atasnya dalam semua kolom yang dibaca; "
            "periksa kemungkinan pengisian ganda (baris 4 dan 5).",
            2,
            (4, 5),
            Fraction(125, 2),  # (875/9 + 250/9) / 2 = 1125/18
        )
    ]


def test_rows_that_differ_in_their_day_are_not_repeated(project):
    project.add("data: {kolom_waktu: Jam}\n")
    project.write_responses(f"{MIXED},2025-05-02", f"{MIXED},2025-05-03", headings=f"{project.headings},Jam")
    assert find(project) == []


def test_rows_that_differ_only_in_a_column_that_is_not_used_are_repeated(project):
    project.write_responses(f"1,{MIXED}", f"2,{MIXED}", headings=f"No,{project.headings}")
    assert [finding.jenis for finding in find(project)] == ["baris_kembar", "kolom_tidak_dipakai"]


def test_straight_lines_are_told_by_answer(project):
    project.write_responses("4,4,4,4,4,4,4,4,4", "3,3,3,3,3,3,3,3,3", "4,4,4,4,4,4,,4,4", MIXED)
    assert find(project, "jawaban_seragam") == [
        Finding(
            "jawaban_seragam",
            FILE,
            "3 baris memberi jawaban yang sama untuk semua unsur, yaitu nilai 4 sebanyak 2, nilai 3 sebanyak 1.",
            3,
            (2, 3, 4),
            Fraction(875, 9),
        )
    ]


def test_two_equal_answers_are_no_straight_line(project):
    project.write_responses("4,4,,,,,,,", MIXED)
    assert find(project, "jawaban_seragam") == []


def test_a_survey_of_straight_lines_only_has_no_index_without_them(project):
    project.write_responses("4,4,4,4,4,4,4,4,4")
    assert [(finding.n, finding.ikm_tanpa) for finding in find(project)] == [(1, None)]


def test_dates_outside_the_collection_range_are_told(project):
    project.add("data: {kolom_waktu: Jam}\n")
    rows = [
        f"{MIXED},2025-04-30",
        f"{ONES_AND_A_TWO},2025-05-01",
        f"{ONES_AND_A_TWO},31/05/2025 23:59:59",
        f"{MIXED},2025-06-01",
    ]
    project.write_responses(*rows, headings=f"{project.headings},Jam")
    assert find(project) == [
        Finding(
            "di_luar_masa",
            FILE,
            "2 baris diisi di luar masa pengumpulan 2025-05-01 sampai 2025-05-31 (baris 2 dan 5).",
            2,
            (2, 5),
            Fraction(250, 9),
        )
    ]


def test_dates_that_cannot_be_read_are_told(project):
    project.add("data: {kolom_waktu: Jam}\n")
    rows = [f"{MIXED},5/13/2025 8:00:00", f"{MIXED},", f"{ONES_AND_A_TWO},2025-05-01"]
    project.write_responses(*rows, headings=f"{project.headings},Jam")
    assert find(project, "tanggal_tidak_terbaca") == [
        Finding(
            "tanggal_tidak_terbaca",
            FILE,
            "2 baris tidak memuat tanggal pengisian yang terbaca; tulis seperti 2024-02-19 atau 19/02/2024 (baris 2 dan 3).",
            2,
            (2, 3),
            Fraction(250, 9),
        )
    ]


USIA = "profil: {usia: {nama: Usia, kolom: Umur, kategori: [Muda, Tua]}}\n"


def test_unknown_groups_are_told(project):
    project.add(USIA)
    rows = [f"{MIXED},Tuwa", f"{ONES_AND_A_TWO},tua", f"{MIXED},Anak"]
    project.write_responses(*rows, headings=f"{project.headings},Umur")
    assert find(project) == [
        Finding(
            "kelompok_tidak_dikenal",
            FILE,
            "2 baris pada kolom 'Umur' berisi 'Anak', 'Tuwa', yang tidak ada di 'kategori' dan dihitung tersendiri; "
            "betulkan ejaannya atau tambahkan pada 'kategori'.",
            2,
            (2, 4),
        )
    ]


def test_many_unknown_groups_are_not_all_named(project):
    project.add(USIA)
    rows = [f"{MIXED},{usia}" for usia in range(20, 45)]
    project.write_responses(*rows, headings=f"{project.headings},Umur")
    assert "'38', '39', dan 5 lainnya, yang tidak ada di 'kategori'" in find(project)[0].pesan


def test_blank_groups_are_told(project):
    project.add(USIA)
    project.write_responses(f"{MIXED},", f"{ONES_AND_A_TWO},Muda", headings=f"{project.headings},Umur")
    assert find(project) == [
        Finding(
            "kelompok_kosong",
            FILE,
            "1 baris kosong pada kolom 'Umur' dan dihitung sebagai 'Tidak diisi'.",
            1,
            (2,),
        )
    ]


def test_a_heading_with_braces_and_percent_signs_is_told(project):
    project.add("layanan: {kolom: 'Loket {0} 100% {nama}', kategori: [KTP]}\n")
    project.write_responses(f"{MIXED},", headings=f"{project.headings},Loket {{0}} 100% {{nama}}")
    assert find(project)[0].pesan == (
        "1 baris kosong pada kolom 'Loket {0} 100% {nama}' dan dihitung sebagai 'Tidak diisi'."
    )


def test_overlapping_groups_are_told(project):
    project.add("profil: {usia: {nama: Usia, kolom: Umur, kategori: [17-30, 30-45]}}\n")
    project.write_responses(f"{MIXED},30-45", headings=f"{project.headings},Umur")
    assert find(project) == [
        Finding(
            "kelompok_tumpang_tindih",
            PARAMETERS,
            "Kelompok '17-30' dan '30-45' pada 'usia' bertumpang tindih; responden di batas dapat masuk keduanya.",
        )
    ]


def test_columns_that_are_not_used_are_told(project):
    project.write_responses(f"{MIXED},x,y", headings=f"{project.headings},Catatan,Kode")
    assert find(project) == [Finding("kolom_tidak_dipakai", FILE, "2 kolom tidak dipakai: 'Catatan', 'Kode'.", 2)]


def test_columns_that_are_not_used_and_begin_alike_are_told_together(project):
    project.write_responses(f"{MIXED},1,0,x", headings=f"{project.headings},bulan/mei,bulan/juni,Kode")
    text = "3 kolom tidak dipakai: 'bulan/...' (2 kolom), 'Kode'."
    assert find(project) == [Finding("kolom_tidak_dipakai", FILE, text, 3)]


def test_columns_that_look_personal_are_told(project):
    project.write_responses(f"Ani,0812,{MIXED}", headings=f"Nama,No. HP,{project.headings}")
    text = "2 kolom tampak berisi data pribadi dan tidak dibaca: 'Nama', 'No. HP'."
    assert find(project) == [Finding("kolom_pribadi", FILE, text, 2)]


def test_no_personal_data_stands_in_a_finding(project):
    project.add("data: {uji_coba: [{kolom: Nama, nilai: tes}]}\n")
    project.write_responses(f"Ani Wijaya,{MIXED}", f"tes,{MIXED}", headings=f"Nama,{project.headings}")
    assert not any("Ani" in finding.pesan for finding in find(project))


def test_the_index_without_rows_has_the_weight_of_the_report(project):
    project.add("bobot: '0.111'\n")
    project.write_responses("4,4,4,4,4,4,4,4,", "4,4,4,4,4,4,4,4,4")
    # all four: 9 x 4 x 0.111 x 25 = 99.9
    assert [finding.ikm_tanpa for finding in find(project, "jawaban_kosong")] == [Fraction("99.9")]


@pytest.mark.parametrize(
    ("kategori", "pairs"),
    [
        (["15-24", "25-34", "35-44"], []),
        (["35-44", "45-54", "54-60", ">60"], [("45-54", "54-60")]),
        (["30 – 40 tahun", "20 – 30 tahun"], [("20 – 30 tahun", "30 – 40 tahun")]),
        (["17 sampai 30", "30 s.d. 45"], [("17 sampai 30", "30 s.d. 45")]),
        (["17 s/d 30", "30 s/d 45"], [("17 s/d 30", "30 s/d 45")]),
        (["10-60", "20-30", "40-50"], [("10-60", "20-30"), ("10-60", "40-50")]),
        (["Rp1.000.000 - Rp1.999.999", "Rp2.000.000 - Rp2.999.999"], []),
        (
            ["Rp1.000.000 - Rp2.000.000", "Rp2.000.000 - Rp3.000.000"],
            [("Rp1.000.000 - Rp2.000.000", "Rp2.000.000 - Rp3.000.000")],
        ),
        (["17-25", "25 tahun ke atas"], [("17-25", "25 tahun ke atas")]),
        (["< 20", "20-30", "di atas 30"], []),
        (["Kurang dari Rp1.000.000", "Rp1.000.000 - Rp2.000.000"], []),
        (["Minggu 1", "Minggu 2"], []),
        (["40-60", "54-45"], []),  # the second holds no number
        (["D1/D2/D3", "S1", "S2 dan ke atas"], []),
        (["Laki-laki", "Perempuan"], []),
        ([], []),
    ],
)
def test_overlapping_ranges(kategori, pairs):
    assert overlapping_ranges(kategori) == pairs


def test_sekadau_repeats_twelve_patterns(sekadau):
    # tail -n +2 responden.csv | cut -d, -f2- | sort -u | wc -l gives 37 of 49 rows
    repeated = [finding for finding in sekadau.findings if finding.jenis == "baris_kembar"]
    assert [(finding.n, len(finding.baris)) for finding in repeated] == [(12, 12)]


def test_index_without_fewer_rows_than_the_threshold_is_not_told(project):
    # One row less: 5 x 36 + 31 points and 5 x 36 would give the row away.
    project.change("ambang_kelompok: 1", "ambang_kelompok: 5")
    project.write_responses(*["4,4,4,4,4,4,4,4,3"] * 5, "1,2,1,2,1,2,1,2,")
    assert [finding.ikm_tanpa for finding in find(project, "jawaban_kosong")] == [None]


def test_index_of_fewer_rows_than_the_threshold_is_not_told(project):
    project.change("ambang_kelompok: 1", "ambang_kelompok: 5")
    project.write_responses(*["4,4,4,4,4,4,4,4,"] * 5, "1,2,1,2,1,2,1,2,1")
    assert [finding.ikm_tanpa for finding in find(project, "jawaban_kosong")] == [None]


def test_index_without_enough_rows_is_told(project):
    project.change("ambang_kelompok: 1", "ambang_kelompok: 5")
    project.write_responses(*["4,4,4,4,4,4,4,4,"] * 5, *["1,1,1,1,1,1,1,1,1"] * 5)
    assert [finding.ikm_tanpa for finding in find(project, "jawaban_kosong")] == [Fraction(25)]


def test_index_without_a_group_is_never_told(project):
    project.add("profil: {usia: {nama: Usia, kolom: Umur, kategori: [Muda, Tua]}}\n")
    rows = [f"{MIXED},Tuwa", f"{ONES_AND_A_TWO},Muda", f"{MIXED},"]
    project.write_responses(*rows, headings=f"{project.headings},Umur")
    told = {finding.jenis: finding.ikm_tanpa for finding in find(project) if finding.jenis.startswith("kelompok")}
    assert told == {"kelompok_tidak_dikenal": None, "kelompok_kosong": None}


def test_codes_that_are_turned_round_are_told_and_scored_so(project):
    project.change("{label: U3, kolom: Waktu}", "{label: U3, kolom: Waktu, kode_terbalik: ya}")
    project.write_responses(MIXED, "1,1,1,1,1,1,1,1,2")
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    valid = validate_responses(read_responses(parameters), parameters).valid
    assert (valid["waktu"].tolist(), valid["biaya"].tolist()) == ([1, 4], [4, 1])
    text = "Kode jawaban U3 dibaca terbalik, 1 terbaik dan 4 terburuk, sesuai parameter 'kode_terbalik'."
    assert find(project, "kode_terbalik") == [Finding("kode_terbalik", FILE, text, 1)]


def test_comments_of_rows_without_answers_are_told(project):
    project.add("data: {kolom_komentar: Saran}\n")
    project.write_responses(
        "3,4,3,4,3,4,3,4,3,Ramah", ",,,,,,,,,Toilet rusak", ",,,,,,,,,-", headings=f"{project.headings},Saran"
    )
    texts = [
        one.pesan for one in read_survey("loket", "2025-S1", root=project.root).findings if one.jenis == "dikeluarkan"
    ]
    (text,) = texts
    assert text == (
        "2 baris dikeluarkan karena tidak ada unsur yang dijawab: baris 3 dan 4. 1 di antaranya memuat komentar, yang tidak "
        "ikut dihitung."
    )
