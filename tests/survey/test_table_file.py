"""Heading and rows told apart."""

import pytest

from skmlib.problems import DataError
from skmlib.survey.heading_rows import find_heading_row
from skmlib.survey.table_file import make_table


def make(*records, **options):
    return make_table([list(record) for record in records], berkas="a.csv", **options)


def problem(*records, **options):
    with pytest.raises(DataError) as caught:
        make(*records, **options)
    return str(caught.value).removeprefix("a.csv: 1 masalah.\n  ")


def test_lines_above_the_heading_are_told_and_rows_keep_their_number():
    table = make(["HASIL SURVEI"], [], ["Syarat", "Biaya"], ["4", "3"], [], ["2", "1"], wanted=["Biaya"])
    assert (table.rows, table.told) == ({4: ["4", "3"], 6: ["2", "1"]}, ("Baris 1 di atas judul tidak dibaca.",))


def test_without_a_wanted_heading_the_first_filled_row_is_the_heading():
    assert find_heading_row([[], [" "], ["Syarat"], ["4"]]) == 2


def test_an_upper_heading_fills_in_where_the_lower_is_empty():
    table = make(["No", "Unsur", ""], ["", "Syarat", "Biaya"], ["1", "4", "3"], wanted=["Syarat", "Biaya"])
    assert table.headings == ("No", "Syarat", "Biaya")


def test_a_title_is_no_upper_heading():
    table = make(["Rekap 2025"], ["", "Syarat", "Biaya"], ["x", "4", "3"], wanted=["Syarat", "Biaya"])
    assert table.headings == ("(kolom 1 tanpa judul)", "Syarat", "Biaya")


def test_a_named_heading_row_counts():
    assert make(["Syarat"], ["Syarat"], ["4"], baris_judul=2).rows == {3: ["4"]}


def test_a_heading_row_without_text_is_told():
    assert problem(["Syarat"], ["4"], baris_judul=9) == (
        "baris 9: tidak memuat judul kolom, isi judul kolom, atau tulis barisnya pada 'data: baris_judul'."
    )


def test_a_column_without_heading_that_most_rows_fill_is_a_column():
    assert make(["Syarat"], ["4", "a"], ["3", "b"], ["2"]).headings == ("Syarat", "(kolom 2 tanpa judul)")


def test_a_wanted_heading_with_its_number_is_found():
    assert make(["Mutu", "Mutu"], ["4", "3"], wanted=["Mutu (2)"]).headings == ("Mutu (1)", "Mutu (2)")


def test_upper_row_of_a_heading_is_told_as_not_read_only_where_no_name_is_taken_from_it():
    named = make_table([["SKM"], ["No", "Unsur"], ["", "Syarat"], ["1", "4"]], berkas="a.csv", wanted=["Syarat"])
    over = make_table([["Unsur", "petugas"], ["No", "Syarat"], ["1", "4"]], berkas="a.csv", wanted=["Syarat"])
    assert (named.headings, named.told) == (("No", "Syarat"), ("Baris 1 di atas judul tidak dibaca.",))
    assert (over.headings, over.told) == (("No", "Syarat"), ("Baris 1 di atas judul tidak dibaca.",))
