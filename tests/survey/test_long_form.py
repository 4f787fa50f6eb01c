"""One row an answer becomes one row a respondent."""

import pytest

from skmlib.parameters.models import Panjang
from skmlib.problems import DataError
from skmlib.survey.long_form import widen_table
from skmlib.survey.table_file import TableFile

PANJANG = Panjang(kolom_responden="ID", kolom_pertanyaan="Soal", kolom_jawaban="Nilai")
HEADINGS = ("ID", "Layanan", "Soal", "Nilai")


def widen(*rows, headings=HEADINGS):
    return widen_table(TableFile("a.csv", headings, dict(enumerate(map(list, rows), start=2))), PANJANG)


def problem(*rows, headings=HEADINGS):
    with pytest.raises(DataError) as caught:
        widen(*rows, headings=headings)
    return str(caught.value).removeprefix("a.csv: 1 masalah.\n  ")


def test_questions_become_headings_and_rows_keep_the_number_of_their_first_answer():
    table = widen(
        ("r1", "KTP", "Syarat", "4"),
        ("r2", "KK", "Syarat", "3"),
        ("r1", "KTP", "Biaya", "2"),
        ("r2", "KK", "Biaya", ""),
    )
    assert table.headings == ("ID", "Layanan", "Syarat", "Biaya")
    assert table.rows == {2: ["r1", "KTP", "4", "2"], 3: ["r2", "KK", "3", ""]}
    assert table.told == ("4 baris jawaban dari 2 responden; satu baris per jawaban (bentuk panjang).",)


def test_the_order_of_the_rows_does_not_change_the_answers():
    rows = [("r1", "KTP", "Syarat", "4"), ("r1", "KTP", "Biaya", "2"), ("r2", "KK", "Syarat", "3")]
    forwards, backwards = widen(*rows), widen(*rows[::-1])

    def answers(table):
        return {row[0]: dict(zip(table.headings, row, strict=True)) for row in table.rows.values()}

    assert answers(forwards) == answers(backwards)


def test_an_equal_answer_counts_once_and_is_told():
    table = widen(("r1", "KTP", "Syarat", "4"), ("r1", "KTP", "syarat ", "4"))
    assert table.rows == {2: ["r1", "KTP", "4"]}
    assert table.told[1] == "1 jawaban tertulis dua kali dengan isi yang sama dan dihitung sekali (baris 3)."


def test_an_answer_without_respondent_or_question_is_told():
    assert problem(("", "KTP", "Syarat", "4")) == (
        "kolom 'ID': kosong pada baris 2, padahal ada jawabannya, isi responden baris itu atau hapus barisnya."
    )
    assert problem(("r1", "KTP", "", "4")) == (
        "kolom 'Soal': kosong pada baris 2, padahal ada jawabannya, isi pertanyaan baris itu atau hapus barisnya."
    )


def test_a_missing_column_is_told_with_the_nearest():
    assert problem(("r1", "KTP", "Syarat", "4"), headings=("ID", "Layanan", "Soal", "Nilaii")) == (
        "kolom 'Nilai': tidak ada, kolom yang ada: 'ID', 'Layanan', 'Soal', 'Nilaii'. Mungkin maksudnya 'Nilaii'?"
    )


def test_differing_services_of_a_respondent_are_told():
    table = widen(("r1", "KTP", "Syarat", "4"), ("r1", "KK", "Biaya", "4"))
    assert table.told[-1] == "1 responden memiliki beberapa isian pada kolom 'Layanan'; yang pertama dipakai."
