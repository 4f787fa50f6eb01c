"""CSV files that were saved as CSV twice."""

import csv
import io

import pytest

from skmlib.survey.csv_twice import TWICE_TOLD, WINDOWS_TOLD, open_text, unwrap
from skmlib.survey.guess_table import find_place, read_book
from skmlib.survey.table_file import read_table

ROWS = [["No", "Syarat", "Saran, masukan"], ["1", "4", 'kata petugas "nanti", lalu pulang'], ["2", "3", "dua\nbaris"]]


def save(rows, separator=","):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue()


def save_twice(rows, separator=","):
    lines = save(rows, separator).removesuffix("\r\n").split("\r\n")
    return "".join('"' + line.replace('"', '""') + '"\r\n' for line in lines)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_file_saved_twice_reads_like_one_saved_once(tmp_path, separator):
    once, twice = tmp_path / "sekali.csv", tmp_path / "dua kali.csv"
    once.write_text(save(ROWS, separator), encoding="utf-8-sig", newline="")
    twice.write_text(save_twice(ROWS, separator), encoding="utf-8-sig", newline="")
    expected, found = read_table(once, berkas="a.csv"), read_table(twice, berkas="a.csv")
    assert (found.headings, found.rows) == (expected.headings, expected.rows)
    assert (expected.told, found.told) == ((), (TWICE_TOLD,))


def test_it_is_told_to_who_begins_with_the_file(tmp_path):
    path = tmp_path / "survei.csv"
    path.write_text(save_twice(ROWS), encoding="utf-8", newline="")
    (told,) = find_place(read_book(path, berkas="survei.csv"), "").table.told
    assert told == (
        "Berkas ini tersimpan dua kali sebagai CSV (setiap baris menjadi satu sel bertanda kutip); isinya dibaca setelah "
        "dibuka sekali lagi."
    )


def test_windows_letters_in_it_are_told_as_well():
    text, told = open_text(save_twice([["No", "Saran"], ["1", "Desa – Kota"]]).encode("cp1252"), berkas="a.csv")
    assert (text, told) == ("No,Saran\n1,Desa – Kota\n", [WINDOWS_TOLD, TWICE_TOLD])


def test_empty_cells_that_a_spreadsheet_added_do_no_harm():
    assert unwrap('"No,Syarat";;\r\n"1,4";;\r\n".",;\r\n') is None
    assert unwrap('"No,Syarat",,\r\n"1,4",,\r\n,,\r\n') == "No,Syarat\n1,4\n\n"


@pytest.mark.parametrize(
    "text",
    [
        '"Saran"\n"ya, cepat"\n"cepat, murah, dan ramah"\n',  # one column of texts
        '"No","Syarat"\n"1","4"\n',  # every cell quoted
        "No;Syarat\n1;4\n",
        '"No,Syarat"\n',  # one line says nothing
        '"No,Syarat"\n"1,4\n',  # a quote that is never closed: the reader says where
    ],
)
def test_what_was_saved_once_is_left_alone(text):
    assert unwrap(text) is None
