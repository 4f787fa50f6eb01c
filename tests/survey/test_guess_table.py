"""Where the table begins in a file that nobody described yet."""

import pytest
import xlsxwriter

from skmlib.survey.guess_table import best_heading, choose_place
from skmlib.survey.proposal import read_proposal

UNSUR = ["Syarat", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana"]
ANSWERS = [["4", "3", "4", "3", "4", "3", "4", "3", "4"], ["3"] * 9]
MEANS = [["3.21", "3.4", "3.1", "3.3", "3.9", "3.8", "3.7", "3.6", "3.55"]] * 5


@pytest.fixture
def workbook(tmp_path):
    def workbook(sheets):
        path = tmp_path / "ekspor.xlsx"
        with xlsxwriter.Workbook(path) as book:
            for name, records in sheets.items():
                sheet = book.add_worksheet(name)
                for row, record in enumerate(records):
                    sheet.write_row(row, 0, record)
        return path

    return workbook


def test_a_title_is_no_heading():
    assert best_heading([["REKAP JAWABAN 2025"], [], UNSUR, *ANSWERS])[1] == 2


def test_column_numbers_are_no_heading():
    assert best_heading([UNSUR, [f"({place})" for place in range(1, 10)], *ANSWERS])[1] == 0


def test_a_row_of_answers_in_words_is_no_heading():
    words = ["Sesuai", "Mudah", "Cepat", "Gratis", "Sesuai", "Kompeten", "Ramah", "Baik", "Baik"]
    assert best_heading([UNSUR, words, words])[1] == 0


def test_the_lower_of_two_heading_rows_counts():
    records = [["No", "UNSUR PELAYANAN", *[""] * 8], ["", *UNSUR], ["1", *ANSWERS[0]], ["2", *ANSWERS[1]]]
    assert best_heading(records)[1] == 1


def test_a_sheet_of_means_is_passed_over():
    assert choose_place({"Rekap": [UNSUR, *MEANS], "Data": [UNSUR, *ANSWERS]}) == "Data"


def test_the_sheet_is_written_where_the_reader_would_take_another(workbook):
    path = workbook({"Rekap": [UNSUR, *MEANS], "Data": [UNSUR, *ANSWERS]})
    proposal = read_proposal({"ekspor.xlsx": path})
    assert proposal.content["data"] == {"responden": "ekspor.xlsx", "lembar": "Data"}
    assert proposal.told == ("Lembar lain berjudul sama tidak dibaca: 'Rekap' (bukan jawaban responden).",)


def test_the_sheet_is_not_written_where_the_reader_takes_it(workbook):
    path = workbook({"Petunjuk": [["Isi lembar berikut."]], "Data": [UNSUR, *ANSWERS]})
    assert read_proposal({"ekspor.xlsx": path}).content["data"] == {"responden": "ekspor.xlsx"}
