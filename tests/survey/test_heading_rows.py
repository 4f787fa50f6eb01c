"""Headings of one row and of two."""

import pytest
import xlsxwriter

from skmlib.survey.csv_file import find_separator
from skmlib.survey.heading_rows import find_heading_row, heading_cells, lowest_row
from skmlib.survey.table_file import make_table, read_table

SURVEYMONKEY = [
    ["Respondent ID", "Jenis kelamin", "Bulan apa saja Anda datang?", "", "", "Persyaratan", "Saran", "Pekerjaan", ""],
    [
        "",
        "Response",
        "Januari",
        "Februari",
        "Maret",
        "Response",
        "Open-Ended Response",
        "Response",
        "Lainnya (sebutkan)",
    ],
    ["118", "Pria", "Januari", "", "Maret", "Sesuai", "Cepat", "Lainnya", "Petani"],
    ["119", "Wanita", "", "Februari", "", "Kurang sesuai", "", "PNS", ""],
]
READ_TOGETHER = [
    "Respondent ID", "Jenis kelamin", "Bulan apa saja Anda datang? - Januari", "Bulan apa saja Anda datang? - Februari",
    "Bulan apa saja Anda datang? - Maret", "Persyaratan", "Saran", "Pekerjaan", "Pekerjaan - Lainnya (sebutkan)",
]  # fmt: skip
PAIRS = [
    ["No", "Umur", "Persyaratan", "", "Prosedur", "", "Saran"],
    ["", "", "Harapan", "Kenyataan", "Harapan", "Kenyataan", ""],
    ["1", "34", "4", "3", "4", "4", "Cepat"],
]


def table(records, **options):
    return make_table(records, berkas="a.csv", **options)


def test_words_that_say_nothing_leave_the_upper_heading_alone_and_choices_follow_their_question():
    assert heading_cells(SURVEYMONKEY, 1) == READ_TOGETHER


@pytest.mark.parametrize(
    "wanted", [(), ("Jenis kelamin",), ("Persyaratan", "Saran"), ("Bulan apa saja Anda datang? - Maret",)]
)
def test_the_second_row_is_no_respondent_whichever_headings_are_looked_for(wanted):
    read = table(SURVEYMONKEY, wanted=wanted)
    assert (list(read.headings), list(read.rows), read.told) == (READ_TOGETHER, [3, 4], ())


@pytest.mark.parametrize("baris_judul", [1, 2])
def test_either_of_the_two_rows_may_be_named(baris_judul):
    assert list(table(SURVEYMONKEY, baris_judul=baris_judul).rows) == [3, 4]


def test_a_second_row_without_any_choices_is_recognised():
    records = [["Persyaratan", "Saran"], ["Jawaban", "Tanggapan terbuka"], ["4", "cepat"]]
    read = table(records, wanted=["Persyaratan", "Saran"])
    assert (read.headings, list(read.rows)) == (("Persyaratan", "Saran"), [3])


def test_questions_of_a_matrix_follow_their_common_question():
    records = [
        ["ID", "Bagaimana", "", "Saran"],
        ["", "Persyaratan", "Biaya", "Open-Ended Response"],
        ["1", "4", "3", ""],
    ]
    assert heading_cells(records, 1) == ["ID", "Bagaimana - Persyaratan", "Bagaimana - Biaya", "Saran"]


def test_parts_that_come_back_under_each_heading_follow_it():
    read = table(PAIRS)
    assert read.headings == (
        "No", "Umur", "Persyaratan - Harapan", "Persyaratan - Kenyataan", "Prosedur - Harapan", "Prosedur - Kenyataan",
        "Saran",
    )  # fmt: skip
    assert (read.rows, read.told) == ({3: PAIRS[2]}, ())


def test_a_part_that_stands_under_one_heading_only_needs_no_other():
    records = [
        ["Profil", "", "Unsur", "", ""],
        ["Umur", "Catatan", "Syarat", "Biaya", "Catatan"],
        ["34", "a", "4", "3", "b"],
    ]
    assert heading_cells(records, 1) == ["Umur", "Profil - Catatan", "Syarat", "Biaya", "Unsur - Catatan"]


def test_questions_under_two_wide_headings_are_told_apart():
    records = [["Kepentingan", "", "Kinerja", ""], ["Syarat", "Biaya"] * 2, ["4", "4", "3", "2"]]
    assert heading_cells(records, 1) == [
        "Kepentingan - Syarat", "Kepentingan - Biaya", "Kinerja - Syarat", "Kinerja - Biaya"
    ]  # fmt: skip


def test_an_upper_heading_that_is_repeated_goes_on_like_an_empty_cell():
    records = [["Syarat", "Syarat", "Biaya", "Biaya"], ["Harapan", "Kenyataan"] * 2, ["4", "4", "3", "2"]]
    assert heading_cells(records, 1) == [
        "Syarat - Harapan", "Syarat - Kenyataan", "Biaya - Harapan", "Biaya - Kenyataan"
    ]  # fmt: skip


def test_a_title_stands_above_two_rows_and_is_told():
    read = table([["SURVEI 2025"], *PAIRS], wanted=["Biaya", "Prosedur - Kenyataan"])
    assert (list(read.rows), read.told) == ([4], ("Baris 1 di atas judul tidak dibaca.",))


def test_the_first_answers_are_no_second_row():
    records = [["Syarat", "", "Biaya", ""], ["Sesuai", "Baik", "Sesuai", "Baik"], ["Sesuai", "Baik", "Tidak", "Baik"]]
    assert lowest_row(records, 0) == 0


def test_codes_are_no_second_row():
    assert lowest_row([["Syarat", "", "Biaya", ""], ["4", "3", "4", "3"], ["1", "2", "1", "2"]], 0) == 0


def test_a_comment_that_says_nothing_makes_no_second_row():
    records = [["Syarat", "Biaya", "Saran"], ["Sesuai", "Murah", "Tanggapan"], ["Sesuai", "Gratis", ""]]
    assert find_heading_row(records, wanted=["Syarat", "Biaya", "Saran"]) == 0


def test_a_heading_below_two_words_of_a_title_is_not_joined_with_them():
    records = [["Instansi", "Dinas X", ""], ["Responden", "Jawaban", "Unsur"], ["1", "4", "Syarat"]]
    assert heading_cells(records, 1) == ["Responden", "Jawaban", "Unsur"]


def test_the_sheet_with_the_joined_headings_is_read(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        for name, records in {"Referensi": [["Kode", "Arti"]] * 40, "Data": PAIRS}.items():
            sheet = book.add_worksheet(name)
            for row, record in enumerate(records):
                sheet.write_row(row, 0, record)
    read = read_table(tmp_path / "a.xlsx", berkas="a.xlsx", wanted=["Persyaratan - Harapan", "Persyaratan - Kenyataan"])
    assert read.told == ("Dari 2 lembar, yang dibaca adalah 'Data'.",)


def test_sheets_with_the_same_two_rows_are_told(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        for name in ("Januari", "Februari"):
            sheet = book.add_worksheet(name)
            for row, record in enumerate(PAIRS):
                sheet.write_row(row, 0, record)
    read = read_table(tmp_path / "a.xlsx", berkas="a.xlsx", wanted=["Persyaratan - Harapan"])
    assert read.told[1] == (
        "Lembar lain berjudul sama dan TIDAK dibaca: 'Februari' (1 baris); bila itu jawaban juga, sebut setiap lembar pada "
        "'data: tahap' dengan 'lembar', bila bukan, tulis lembar yang dibaca pada 'data: lembar'."
    )


def test_the_separator_is_found_by_joined_headings():
    text = "Syarat;;Biaya, tarif, ongkos;\nHarapan;Kenyataan;Harapan;Kenyataan\n4;3;4;3\n"
    assert find_separator(text, wanted=["Biaya, tarif, ongkos - Harapan"]) == ";"
