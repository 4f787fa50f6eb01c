"""What stops a run and what is told: the sentences an analyst reads."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from skmlib.problems import DataError, Problem, fold, name_options, name_rows, nearest, quote, suggestion

FILE = "data/2025-S1/loket/responden.csv"


def test_a_problem_says_where_what_and_what_is_allowed():
    problem = Problem(FILE, "tertulis '5'", "seharusnya bilangan bulat 1 sampai 4", baris=17, kolom="Biaya")
    assert problem.sentence == "baris 17, kolom 'Biaya': tertulis '5', seharusnya bilangan bulat 1 sampai 4."


def test_a_suggestion_is_a_sentence_of_its_own():
    problem = Problem(FILE, "tidak ada", kolom="Sarana", saran="Kolom yang mirip: 'Sarana dan prasarana'.")
    assert problem.sentence == "kolom 'Sarana': tidak ada. Kolom yang mirip: 'Sarana dan prasarana'."


def test_a_problem_of_the_whole_file_has_no_place():
    assert Problem(FILE, "berkas ini kosong").sentence == "berkas ini kosong."


def test_a_parameter_file_has_keys_and_no_columns():
    problem = Problem("params/2025-S1/loket.yml", "tidak ada", "wajib diisi", baris=3, kolom="unsur.biaya")
    assert problem.sentence == "baris 3, kunci 'unsur.biaya': tidak ada, wajib diisi."


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("{0} {nama}", "'{0} {nama}'"),
        ("100% puas %s", "'100% puas %s'"),
        ("""Kata "baik" dan 'buruk'""", """'Kata "baik" dan \\'buruk\\''"""),
        ("Bapak's", '"Bapak\'s"'),
        ("dua\nbaris", "'dua\\nbaris'"),
        ("\x1b[31mmerah", "'\\x1b[31mmerah'"),
    ],
)
def test_a_heading_cannot_break_its_message(heading, shown):
    assert Problem(FILE, "tidak ada", kolom=heading).sentence == f"kolom {shown}: tidak ada."


def test_all_problems_are_listed_by_file():
    error = DataError(
        [
            Problem("a.csv", "tidak ada", kolom="Biaya"),
            Problem("b.csv", "berkas ini kosong"),
            Problem("a.csv", "tertulis '5'", "seharusnya 1 sampai 4", baris=2, kolom="Waktu"),
        ]
    )
    assert str(error) == (
        "a.csv: 2 masalah.\n"
        "  kolom 'Biaya': tidak ada.\n"
        "  baris 2, kolom 'Waktu': tertulis '5', seharusnya 1 sampai 4.\n"
        "b.csv: 1 masalah.\n"
        "  berkas ini kosong."
    )


def test_beyond_fifty_problems_of_a_file_are_counted():
    lines = str(DataError([Problem("a.csv", f"masalah {number}") for number in range(1, 53)])).splitlines()
    assert (lines[0], lines[50], lines[51:]) == ("a.csv: 52 masalah.", "  masalah 50.", ["  ... dan 2 masalah lain."])


def test_problems_are_a_frame_too():
    error = DataError([Problem("a.csv", "tertulis '5'", "seharusnya 1 sampai 4", baris=2, kolom="Waktu")])
    expected = pd.DataFrame(
        [["a.csv", 2, "Waktu", "tertulis '5'", "seharusnya 1 sampai 4"]],
        columns=["berkas", "baris", "kolom", "tertulis", "seharusnya"],
    )
    assert_frame_equal(error.problems, expected)


def test_a_data_error_without_problems_is_refused():
    with pytest.raises(ValueError, match=r"^DataError needs at least one problem$"):
        DataError([])


@pytest.mark.parametrize("word", ["jabatann", "JABATAN", " jabatan ", "jabtan"])
def test_the_nearest_name_is_found(word):
    assert nearest(word, ["tempat", "jabatan"]) == "jabatan"


def test_an_unlike_name_is_not_suggested():
    assert (nearest("xyz", ["tempat", "jabatan"]), suggestion("xyz", ["tempat"])) == (None, "")


def test_nothing_is_near_when_there_is_nothing():
    assert nearest("jabatan", []) is None


def test_a_suggestion_asks():
    assert suggestion("KPT", ["KK", "KTP", "Akta"]) == "Mungkin maksudnya 'KTP'?"


@pytest.mark.parametrize("text", ["Sangat sesuai", "SANGAT SESUAI", "\tSangat\u00a0 sesuai\n"])
def test_capitals_and_spaces_are_folded(text):
    assert fold(text) == "sangat sesuai"


def test_a_long_text_is_quoted_to_sixty_characters():
    assert quote("a" * 61) == "'" + "a" * 59 + "…'"


def test_a_text_of_sixty_characters_is_quoted_whole():
    assert quote("a" * 60) == "'" + "a" * 60 + "'"


def test_twenty_options_are_named_and_the_rest_counted():
    shown = ", ".join(f"'{number}'" for number in range(20))
    assert name_options([str(number) for number in range(22)]) == f"{shown}, dan 2 lainnya"


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([3], "baris 3"),
        ([3, 9], "baris 3 dan 9"),
        ([3, 9, 12], "baris 3, 9 dan 12"),
        (list(range(2, 10)), "baris 2, 3, 4, 5, 6, 7, 8 dan 9"),
        (list(range(2, 12)), "baris 2, 3, 4, 5, 6, 7, 8, 9, dan 2 lainnya"),
    ],
)
def test_rows_are_named_up_to_eight(rows, named):
    assert name_rows(rows) == named
