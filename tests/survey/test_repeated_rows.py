"""Headings that stand again further down, as on each page of a print."""

import pytest

from skmlib.parameters import load_parameters
from skmlib.survey.dataset import read_survey
from skmlib.survey.guess_table import best_heading, find_place, read_book
from skmlib.survey.repeated_rows import find_repeats
from skmlib.survey.responses import read_responses, validate_responses

GOOD = "4,3,2,1,4,3,2,1,4"
HEADING = "mengulang judul kolom, bukan jawaban"
UNSUR = ["Syarat", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana"]
PAGE = [UNSUR, ["4", "3"] * 4 + ["4"], ["Jumlah"], []]


def read(project):
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    return validate_responses(read_responses(parameters), parameters)


def test_a_repeated_heading_is_excluded_and_counted(project):
    project.write_responses(GOOD, "", project.headings, GOOD, f"{project.headings.upper()},", GOOD)
    responses = read(project)
    assert responses.valid["baris"].tolist() == [2, 5, 7]
    assert responses.excluded.to_numpy().tolist() == [[4, HEADING], [6, HEADING]]
    assert responses.rows_read == 5


def test_the_finding_says_which_rows_repeat_the_heading(project):
    project.write_responses(GOOD, project.headings, GOOD)
    survey = read_survey("loket", "2025-S1", root=project.root)
    assert survey.findings[0].pesan == f"1 baris dikeluarkan karena {HEADING}: baris 3."


def test_both_rows_of_a_heading_may_stand_again():
    upper, lower = ["No", "Unsur", ""], ["", "Syarat", "Biaya"]
    assert find_repeats([["Rekap"], upper, lower, ["1", "4", "3"], upper, lower, ["2", "4", "4"]], 2) == [4, 5]


def test_a_title_above_the_heading_is_no_part_of_it():
    assert find_repeats([["Rekap"], ["No", "Syarat"], ["1", "4"], ["Rekap"], ["2", "4"]], 1) == []


def test_a_heading_with_a_cell_more_is_a_row_like_others():
    assert find_repeats([["No", "Syarat"], ["1", "4"], ["No", "Syarat", "Catatan"]], 0) == []


def test_a_long_form_is_widened_without_its_repeated_heading(project):
    project.add("data: {panjang: {kolom_responden: ID, kolom_pertanyaan: Soal, kolom_jawaban: Nilai}}\n")
    answers = [f"r1,{name},4" for name in UNSUR]
    project.write_responses(*answers[:4], "ID,Soal,Nilai", *answers[4:], headings="ID,Soal,Nilai")
    responses = read(project)
    assert responses.valid["baris"].tolist() == [2]
    assert responses.excluded.to_numpy().tolist() == [[6, HEADING]]


@pytest.mark.parametrize("pages", [2, 5])
def test_the_first_of_many_headings_is_found(pages):
    assert best_heading([["REKAP"], *PAGE * pages])[1] == 1


def test_init_tells_the_repeated_headings(tmp_path):
    path = tmp_path / "cetak.csv"
    path.write_text("\n".join([",".join(UNSUR), GOOD, GOOD, ",".join(UNSUR), GOOD]) + "\n", encoding="utf-8")
    place = find_place(read_book(path, berkas="cetak.csv"), "")
    assert list(place.table.rows) == [2, 3, 5]
    assert place.table.told == ("1 baris mengulang judul kolom dan tidak dihitung sebagai responden (baris 4).",)
