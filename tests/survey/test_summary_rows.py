"""Rows of sums and means: known by their word, or without one by what stands in them."""

import pandas as pd
import pytest

from skmlib.parameters import load_parameters
from skmlib.survey.guess_rows import without_summaries
from skmlib.survey.responses import read_responses, validate_responses
from skmlib.survey.summary_rows import find_wordless

ANSWERS = "4,3,2,1,4,3,2,1,4"
SUMS = "12,11,10,12,11,10,12,11,10"
MEANS = '"2,90","3,00","2,93","2,90","3,20","3,05","2,90","3,00","2,95"'
CODES = "3,3,3,4,3,3,4,3,3"
SUMMARY = "berisi jumlah, rata-rata, atau nomor kolom, bukan jawaban"


def read(project, *rows: str, before: str = "JK", after: str = "Saran"):
    project.write_responses(*rows, headings=f"{before},{project.headings},{after}")
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    return validate_responses(read_responses(parameters), parameters)


def excluded(*rows_read):
    return [[row, SUMMARY] for row in rows_read]


def test_sums_and_means_without_a_word_are_excluded_and_counted(project):
    responses = read(project, f"L,{ANSWERS},ya", f"P,{ANSWERS},", f"P,{ANSWERS},", f",{SUMS},", f",{MEANS},")
    assert responses.valid["baris"].tolist() == [2, 3, 4]
    assert responses.excluded.to_numpy().tolist() == excluded(5, 6)


def test_sums_of_each_page_are_excluded_where_they_stand(project):
    rows = [f"L,{ANSWERS},", f"P,{ANSWERS},", f",{SUMS},"] * 2
    assert read(project, *rows).excluded.to_numpy().tolist() == excluded(4, 7)


def test_totals_beside_the_sums_are_nothing_more(project):
    rows = [f"L,{ANSWERS},24", f"P,{ANSWERS},24", f"P,{ANSWERS},24", f",{SUMS},99"]
    assert read(project, *rows, after="Jumlah").excluded.to_numpy().tolist() == excluded(5)


def test_importance_and_further_questions_are_columns_of_answers(project):
    project.add("pertanyaan_tambahan: {apl: {nama: Aplikasi, kolom: Apl}}\n")
    project.change(
        "sarana: {label: U9, kolom: Sarana}", "sarana: {label: U9, kolom: Sarana, kolom_kepentingan: Penting}"
    )
    rows = [f"L,{ANSWERS},4,4", f"P,{ANSWERS},4,4", f"P,{ANSWERS},4,4", f",{SUMS},12,12"]
    assert read(project, *rows, after="Apl,Penting").excluded.to_numpy().tolist() == excluded(5)


def test_a_row_that_holds_anything_else_is_a_problem(project):
    with pytest.raises(Exception, match=r"tidak satu pun jawaban unsurnya dikenal pada baris 5"):
        read(project, f"L,{ANSWERS},ya", f"P,{ANSWERS},", f"P,{ANSWERS},", f"L,{SUMS},")


def test_a_row_with_a_name_that_is_not_read_is_a_problem(project):
    rows = [f"Ani,{ANSWERS},", f"Budi,{ANSWERS},", f"Cici,{ANSWERS},", f"Dedi,{SUMS},"]
    with pytest.raises(Exception, match=r"tidak satu pun jawaban unsurnya dikenal pada baris 5"):
        read(project, *rows, before="Nama")


def test_codes_without_a_word_are_scored(project):
    responses = read(project, f"L,{ANSWERS},", f"P,{ANSWERS},", f",{CODES},")
    assert (responses.valid["baris"].tolist(), responses.bare) == ([2, 3, 4], (4,))


@pytest.mark.parametrize("word", ["Jumlah", "RATA-RATA", "Total nilai", "NRR per unsur"])
@pytest.mark.parametrize("answers", [SUMS, MEANS, CODES])
def test_a_word_for_sums_among_names_is_enough(project, word, answers):
    rows = [f"Ani,{ANSWERS},", f"Budi,{ANSWERS},", f"{word},{answers},"]
    responses = read(project, *rows, before="Nama")
    assert (responses.unread, responses.excluded.to_numpy().tolist()) == (("Nama",), excluded(4))


@pytest.mark.parametrize("name", ["Harapan Sitorus", "Maksum", "Mina"])
def test_a_name_that_begins_like_a_target_is_a_respondents(project, name):
    responses = read(project, f"Ani,{ANSWERS},", f"{name},{ANSWERS},", before="Nama")
    assert responses.valid["baris"].tolist() == [2, 3]


def test_codes_of_respondents_that_begin_like_a_target_are_respondents(project):
    project.add("profil: {jk: {nama: JK, kolom: JK, kategori: [L, P]}}\n")
    rows = [f"HARAPAN-{number:02},{'' if number % 3 else 'L'},{CODES}" for number in range(1, 10)]
    project.write_responses(*rows, f"Jumlah,,{SUMS}", headings=f"Kode,JK,{project.headings}")
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    responses = validate_responses(read_responses(parameters), parameters)
    assert responses.valid["baris"].tolist() == [*range(2, 11)]
    assert responses.excluded.to_numpy().tolist() == excluded(11)


def test_column_numbers_count_over_a_column_that_is_not_read(project):
    numbers = ",".join(map(str, range(3, 13)))
    project.write_responses(
        f"1,2,{numbers}", f"1,Ani,L,{ANSWERS}", f"2,Budi,P,{ANSWERS}", headings=f"No,Nama,JK,{project.headings}"
    )
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    responses = validate_responses(read_responses(parameters), parameters)
    assert (responses.unread, responses.excluded.to_numpy().tolist()) == (("Nama",), excluded(2))


def test_means_that_were_rounded_are_excluded_once_the_word_stands_before_them(project):
    responses = read(project, f"L,{ANSWERS},", f"P,{ANSWERS},", f"Rata-rata,{CODES},")
    assert responses.excluded.to_numpy().tolist() == excluded(4)


def test_a_file_of_nothing_but_answers_may_end_with_sums():
    cells = pd.DataFrame({"Syarat": ["4", "3", "2", "9,5", "19"], "Biaya": ["4", "3", "3", "3,3", "10"]})
    assert find_wordless(cells, ["Syarat", "Biaya"]).tolist() == [False, False, False, True, True]


def test_a_remark_before_the_answers_of_a_row_without_number_is_a_respondents(project):
    project.add("data: {kolom_komentar: Saran}\n")
    project.write_responses(
        f"1,cepat,{ANSWERS}", f"2,,{ANSWERS}", f",Nilai bagus,{ANSWERS}", headings=f"No,Saran,{project.headings}"
    )
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    responses = validate_responses(read_responses(parameters), parameters)
    assert responses.valid["baris"].tolist() == [2, 3, 4]


@pytest.mark.parametrize(
    ("before", "row"),
    [
        ("Layanan,No", f"Nilai tambah,,{ANSWERS},"),  # a known group
        ("Catatan,Umur", f"Nilai bagus,,{ANSWERS},"),
        ("Nama,Catatan", f"Ani,Total,{ANSWERS},"),
        ("Catatan,Jumlah", f"Nilai bagus,,{ANSWERS},"),
    ],
)
def test_a_word_excludes_no_respondent(project, before, row):
    project.add("layanan: {kolom: Layanan, kategori: [KTP, Nilai tambah]}\n" if "Layanan" in before else "")
    rows = [f"KTP,{number},{ANSWERS}," for number in (1, 2, 3)]
    if before == "Catatan,Umur":
        before, row, rows = f"No,{before}", f"4,{row}", [f"{number},baik,31,{ANSWERS}," for number in (1, 2, 3)]
    assert read(project, *rows, row, before=before).valid["baris"].tolist() == [2, 3, 4, 5]


def test_numbers_that_are_no_answers_throughout_are_no_sums():
    cells = pd.DataFrame({"Syarat": ["80", "75", "90"], "Biaya": ["85", "70", "95"]})
    assert not find_wordless(cells, ["Syarat", "Biaya"]).any()


def test_numbers_above_the_answers_are_no_sums_in_a_file_of_nothing_else():
    cells = pd.DataFrame({"Syarat": ["12", "4", "3"], "Biaya": ["12", "4", "3"]})
    assert not find_wordless(cells, ["Syarat", "Biaya"]).any()


def test_init_leaves_out_sums_without_a_word():
    cells = pd.DataFrame({"JK": ["L", "P", "P", "", ""], "Syarat": [" 4", "3 ", "4", "11", "3,67"]})
    assert without_summaries(cells).index.tolist() == [0, 1, 2]


def test_init_leaves_out_counts_below_labels():
    cells = pd.DataFrame({"JK": ["L", "P"] * 3 + [""], "Syarat": ["Sesuai", "Sangat sesuai"] * 3 + ["21"]})
    assert without_summaries(cells).index.tolist() == [0, 1, 2, 3, 4, 5]


def test_init_counts_a_person_whose_name_begins_like_a_target():
    cells = pd.DataFrame({"Nama": ["Ani", "Harapan Sitorus", "Jumlah"], "Syarat": ["4", "3", "7"]})
    assert without_summaries(cells).index.tolist() == [0, 1]
