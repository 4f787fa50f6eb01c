"""Worksheets with four columns of ticks under each question."""

import pytest
import xlsxwriter

from skmlib.parameters import load_parameters
from skmlib.problems import DataError
from skmlib.survey.guess_table import find_place, read_book
from skmlib.survey.responses import read_responses, validate_responses
from skmlib.survey.ticked_answers import join_ticks

UNSUR = ["Syarat", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana"]
UPPER = ["No", *(cell for name in UNSUR for cell in (name, "", "", ""))]
LOWER = ["", *"1234" * 9]
TOLD = "9 pertanyaan masing-masing berdiri pada empat kolom centang dan dibaca sebagai satu jawaban."


def tick(number, *answers, mark="v"):
    """Write a row with a tick for each answer; 0 for none."""
    return [str(number), *(mark if place == answer else "" for answer in answers for place in range(1, 5))]


def read(project, *records):
    project.write_responses(*(",".join(record) for record in records[1:]), headings=",".join(records[0]))
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    return validate_responses(read_responses(parameters), parameters)


def test_the_answer_stands_above_the_tick(project):
    rows = [tick(1, 4, 3, 2, 1, 4, 3, 2, 1, 4), tick(2, 3, 3, 3, 0, 3, 3, 3, 3, 3, mark="√")]
    responses = read(project, UPPER, LOWER, *rows)
    assert responses.valid["baris"].tolist() == [3, 4]
    assert responses.valid["persyaratan"].tolist() == [4, 3]
    assert responses.valid["biaya"].isna().tolist() == [False, True]
    assert (responses.valid["sarana"].tolist(), responses.told) == ([4, 3], (TOLD,))


def test_two_ticks_for_one_question_stop_the_run(project):
    row = tick(1, 4, 3, 2, 1, 4, 3, 2, 1, 4)
    row[2] = "v"
    with pytest.raises(DataError) as caught:
        read(project, UPPER, LOWER, row, *(tick(number, *[3] * 9) for number in range(2, 5)))
    assert str(caught.value) == (
        "data/2025-S1/loket/responden.csv: 1 masalah.\n"
        "  baris 3, kolom 'Syarat': tertulis '2 dan 4', seharusnya salah satu dari 'Tidak sesuai', 'Kurang sesuai', "
        "'Sesuai', 'Sangat sesuai', atau kode 1 sampai 4."
    )


def test_sums_of_ticks_below_are_no_respondent(project):
    sums = ["Jumlah", *"0012" * 9]
    responses = read(project, UPPER, LOWER, *(tick(number, *[4] * 9, mark="x") for number in range(1, 4)), sums)
    assert responses.excluded["baris"].tolist() == [6]


def test_words_above_the_ticks_are_the_answers():
    words = ["", *["Tidak baik", "Kurang baik", "Baik", "Sangat baik"] * 9]
    records, told = join_ticks([["Rekap"], [], UPPER, words, tick(1, 4, 3, 2, 1, 4, 3, 2, 1, 4)])
    assert (records[3], told) == (["No", *UNSUR], [TOLD])
    assert records[4][:5] == ["1", "Sangat baik", "Baik", "Kurang baik", "Tidak baik"]


def test_answers_may_run_from_the_best():
    records, _ = join_ticks([UPPER, ["", *"4321" * 9], tick(1, *[1] * 9)])
    assert records[2] == ["1", *["4"] * 9]


def test_numbered_sub_questions_are_no_ticks():
    rows = [["1", *"3434" * 9], ["2", *"1111" * 9]]
    assert join_ticks([UPPER, LOWER, *rows]) == ([UPPER, LOWER, *rows], [])


def test_two_questions_are_too_few_to_tell():
    records = [UPPER[:9], LOWER[:9], tick(1, 4, 3)]
    assert join_ticks(records) == (records, [])


def test_a_workbook_with_merged_headings_is_found(tmp_path):
    path = tmp_path / "centang.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Rekap")
        sheet.merge_range(0, 0, 1, 0, "No")
        for number, name in enumerate(UNSUR):
            sheet.merge_range(0, 1 + 4 * number, 0, 4 + 4 * number, name)
        sheet.write_row(1, 1, [1, 2, 3, 4] * 9)
        for row in range(2, 6):
            sheet.write_row(row, 0, tick(row, *[row - 1] * 9, mark="√"))
    book = read_book(path, berkas="centang.xlsx")
    table = find_place(book, next(iter(book.sheets))).table
    assert (table.headings, table.told) == (("No", *UNSUR), (TOLD,))
    assert [cells[1:] for cells in table.rows.values()] == [[str(answer)] * 9 for answer in (1, 2, 3, 4)]
