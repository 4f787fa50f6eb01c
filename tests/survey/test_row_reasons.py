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


def read(project, *rows: str):
    project.write_responses(*rows, headings=f"No,{project.headings}")
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    return validate_responses(read_responses(parameters), parameters)


def test_a_signature_below_the_sums_is_excluded_and_counted(project):
    responses = read(project, GOOD, SUMS, *SIGNED)
    assert responses.valid["baris"].tolist() == [2]
    assert responses.excluded.to_numpy().tolist() == [[3, SUMMARY], [4, BELOW], [5, BELOW]]


def test_a_signature_without_sums_above_is_a_problem(project):
    with pytest.raises(DataError, match=r"baris 3, kolom 'Perilaku': tertulis 'Sukamaju, 1 Juli 2025'"):
        read(project, GOOD, SIGNED[0])


def test_an_unknown_answer_between_sums_and_a_respondent_is_a_problem(project):
    with pytest.raises(DataError, match=r"baris 4, kolom 'Perilaku': tertulis 'Kepala Dinas'"):
        read(project, GOOD, SUMS, SIGNED[1], GOOD)


def test_a_respondent_below_the_sums_is_scored(project):
    assert read(project, GOOD, SUMS, GOOD).valid["baris"].tolist() == [2, 4]


def test_a_sum_sign_begins_a_row_of_sums(project):
    assert read(project, GOOD, SUMS.replace("Jumlah", "∑ Nilai/Unsur")).excluded.to_numpy().tolist() == [[3, SUMMARY]]
