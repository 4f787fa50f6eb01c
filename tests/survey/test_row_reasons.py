"""Rows around the data that are no respondent's answers."""

import pytest

from skmlib.parameters import load_parameters
from skmlib.problems import DataError
from skmlib.survey.responses import read_responses, validate_responses

GOOD = "1,4,3,2,1,4,3,2,1,4"
SUMS = "Jumlah,4,3,2,1,4,3,2,1,4"
SIGNED = (',,,,,,,"Sukamaju, 1 Juli 2025",,', ",,,,,,,Kepala Dinas,,")
BELOW = "catatan di bawah jumlah atau rata-rata, bukan jawaban"
SUMMARY = "berisi jumlah, rata-rata, atau nomor kolom, bukan jawaban"

PERILAKU = (
    "seharusnya salah satu dari 'Tidak sopan dan ramah', 'Kurang sopan dan ramah', 'Sopan dan ramah', 'Sangat sopan dan "
    "ramah', atau kode 1 sampai 4"
)


def read(project, *rows: str):
    project.write_responses(*rows, headings=f"No,{project.headings}")
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    return validate_responses(read_responses(parameters), parameters)


def test_a_signature_below_the_sums_is_excluded_and_counted(project):
    responses = read(project, GOOD, SUMS, *SIGNED)
    assert responses.valid["baris"].tolist() == [2]
    assert responses.excluded.to_numpy().tolist() == [[3, SUMMARY], [4, BELOW], [5, BELOW]]


def test_a_signature_without_sums_above_is_a_problem(project):
    with pytest.raises(DataError) as caught:
        read(project, GOOD, SIGNED[0])
    assert str(caught.value) == (
        "data/2025-S1/loket/responden.csv: 1 masalah.\n"
        f"  baris 3, kolom 'Perilaku': tertulis 'Sukamaju, 1 Juli 2025', {PERILAKU}."
    )


def test_an_unknown_answer_between_sums_and_a_respondent_is_a_problem(project):
    with pytest.raises(DataError) as caught:
        read(project, GOOD, SUMS, SIGNED[1], GOOD)
    assert str(caught.value) == (
        f"data/2025-S1/loket/responden.csv: 1 masalah.\n  baris 4, kolom 'Perilaku': tertulis 'Kepala Dinas', {PERILAKU}."
    )


def test_a_respondent_below_the_sums_is_scored(project):
    assert read(project, GOOD, SUMS, GOOD).valid["baris"].tolist() == [2, 4]


def test_a_sum_sign_begins_a_row_of_sums(project):
    assert read(project, GOOD, SUMS.replace("Jumlah", "∑ Nilai/Unsur")).excluded.to_numpy().tolist() == [[3, SUMMARY]]


@pytest.mark.parametrize("remark", ["Nilai bagus sekali", "Jumlah loket kurang", "Total puas"])
def test_a_remark_that_begins_like_a_sum_leaves_the_answers_scored(project, remark):
    rows = [f"{remark},4,3,2,1,4,3,2,1,4", "Biasa saja,4,3,2,1,4,3,2,1,4", "Baik,3,3,3,3,3,3,3,3,3"]
    project.write_responses(*rows, headings=f"Catatan,{project.headings}")
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    assert validate_responses(read_responses(parameters), parameters).valid["baris"].tolist() == [2, 3, 4]


def test_one_wrong_answer_beside_a_remark_is_a_problem_and_no_sum(project):
    project.write_responses("Nilai bagus,5,3,2,1,4,3,2,1,4", headings=f"Catatan,{project.headings}")
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    with pytest.raises(DataError) as caught:
        validate_responses(read_responses(parameters), parameters)
    assert str(caught.value) == (
        "data/2025-S1/loket/responden.csv: 1 masalah.\n"
        "  baris 2, kolom 'Syarat': tertulis '5', seharusnya bilangan bulat 1 sampai 4."
    )


def test_a_sum_of_many_rows_is_found_under_any_heading(project):
    rows = [
        "Ani,4,3,2,1,4,3,2,1,4",
        "Budi,3,3,3,3,3,3,3,3,3",
        "Jumlah,7,6,5,4,7,6,5,4,7",
        'NRR,"3,5",3,"2,5",2,"3,5",3,"2,5",2,"3,5"',
    ]
    project.write_responses(*rows, headings=f"Petugas,{project.headings}")
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    assert validate_responses(read_responses(parameters), parameters).excluded["baris"].tolist() == [4, 5]


@pytest.mark.parametrize("word", ["Target", "Nilai Maksimal", "Rata2", "Tahun lalu", "Bobot"])
def test_a_row_without_number_that_begins_like_a_sum_is_one_even_with_codes(project, word):
    rows = ["1,KIA,4,3,2,1,4,3,2,1,4", "2,KIA,3,3,3,3,3,3,3,3,3", f",{word},4,4,4,4,4,4,4,4,4"]
    project.write_responses(*rows, headings=f"No,Poli,{project.headings}")
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    assert validate_responses(read_responses(parameters), parameters).excluded["baris"].tolist() == [4]


def test_a_row_of_weights_below_coded_respondents_is_none_of_theirs(project):
    rows = ["R1,4,3,2,1,4,3,2,1,4", "R2,3,3,3,3,3,3,3,3,3", "Bobot,1,1,1,1,1,1,1,1,1"]
    project.write_responses(*rows, headings=f"Responden,{project.headings}")
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    assert validate_responses(read_responses(parameters), parameters).excluded["baris"].tolist() == [4]


def test_a_word_for_means_in_a_column_that_is_not_read_counts_too(project):
    rows = ["1,Ani,4,3,2,1,4,3,2,1,4", "2,Budi,3,3,3,3,3,3,3,3,3", ",Rata-rata,4,3,3,2,4,3,3,2,4"]
    project.write_responses(*rows, headings=f"No,Nama,{project.headings}")
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    responses = validate_responses(read_responses(parameters), parameters)
    assert (responses.unread, responses.excluded["baris"].tolist()) == (("Nama",), [4])
