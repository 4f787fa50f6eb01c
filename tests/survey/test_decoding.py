"""Answers, groups and dates as people write them."""

import re

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pandas.testing import assert_series_equal

from skmlib.problems import fold
from skmlib.survey.categories import decode_category
from skmlib.survey.dates import decode_dates
from skmlib.survey.decoding import decode_answers

JAWABAN = {"1": ("Tidak sesuai",), "2": ("Kurang sesuai", "Agak sesuai"), "3": ("Sesuai",), "4": ("Sangat sesuai",)}
PENGADUAN = {"1": ("Tidak ada",), "2": ("Tidak berfungsi",), "3": ("Kurang maksimal",), "4": ("Dikelola dengan baik",)}
NAMES = "'Tidak sesuai', 'Kurang sesuai', 'Agak sesuai', 'Sesuai', 'Sangat sesuai'"
LABELS = f"seharusnya salah satu dari {NAMES}, atau kode 1 sampai 4"


def decode(*cells: str, jawaban=JAWABAN, blanks=()):
    column = pd.Series(cells, index=range(2, len(cells) + 2), name="Syarat", dtype="str")
    return decode_answers(column, jawaban=jawaban, blanks=blanks, berkas="a.csv")


def answers(*cells: str, jawaban=JAWABAN, blanks=()) -> list:
    return (
        decode(*cells, jawaban=jawaban, blanks=blanks)
        .answers.astype("object")
        .where(lambda column: column.notna(), None)
        .tolist()
    )


def sentences(*cells: str, jawaban=JAWABAN, blanks=()) -> list[str]:
    return [problem.sentence for problem in decode(*cells, jawaban=jawaban, blanks=blanks).problems]


def test_labels_are_decoded():
    assert answers("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai") == [1, 2, 3, 4]


def test_codes_are_decoded():
    assert answers("1", "2", "3", "4", jawaban={}) == [1, 2, 3, 4]


def test_labels_and_codes_may_be_mixed():
    assert answers("4", "Sesuai") == [4, 3]


def test_a_synonym_is_decoded():
    assert answers("Agak sesuai") == [2]


@pytest.mark.parametrize(
    "text",
    ["sangat sesuai", "SANGAT SESUAI", "  Sangat   sesuai ", "Sangat\u00a0sesuai", "Sangat\nsesuai", "sangat_sesuai"],
)
def test_capitals_spaces_and_underscores_do_not_matter(text):
    assert answers(text) == [4]


@pytest.mark.parametrize("text", ["", "  ", "\t", "\u00a0"])
def test_a_blank_is_missing_and_no_problem(text):
    assert (answers(text), sentences(text)) == ([None], [])


def test_a_label_of_another_unsur_is_unknown():
    assert sentences("Gratis") == [f"baris 2, kolom 'Syarat': tertulis 'Gratis', {LABELS}."]


def test_an_unknown_label_gets_the_nearest_one():
    assert sentences("Sangat sesui") == [
        f"baris 2, kolom 'Syarat': tertulis 'Sangat sesui', {LABELS}. Mungkin maksudnya 'Sangat sesuai'?"
    ]


@pytest.mark.parametrize("code", ["5", "0", "-1", "3.5", "3,5", "4.00", "44"])
def test_another_number_is_unknown(code):
    assert sentences(code) == [f"baris 2, kolom 'Syarat': tertulis '{code}', seharusnya bilangan bulat 1 sampai 4."]


def test_another_number_is_unknown_among_codes():
    assert sentences("5", jawaban={}) == [
        "baris 2, kolom 'Syarat': tertulis '5', seharusnya bilangan bulat 1 sampai 4."
    ]


def test_an_unknown_label_among_codes_is_told():
    assert sentences("Jumlah", jawaban={}) == [
        "baris 2, kolom 'Syarat': tertulis 'Jumlah', seharusnya bilangan bulat 1 sampai 4."
    ]


def test_an_unknown_label_is_told_once_with_its_rows():
    assert sentences("Gratis", "Sesuai", "Gratis") == [
        f"kolom 'Syarat': tertulis 'Gratis' pada baris 2 dan 4, {LABELS}."
    ]


def test_each_unknown_label_is_told():
    assert [sentence.split(",")[1] for sentence in sentences("Gratis", "Murah")] == [
        " kolom 'Syarat': tertulis 'Gratis'",
        " kolom 'Syarat': tertulis 'Murah'",
    ]


def test_a_long_unknown_answer_is_cut_short():
    assert sentences("x" * 200, jawaban={}) == [
        f"baris 2, kolom 'Syarat': tertulis '{'x' * 59}…', seharusnya bilangan bulat 1 sampai 4."
    ]


@pytest.mark.parametrize("text", ["-", " - ", "TIDAK TAHU"])
def test_an_answer_may_be_read_as_a_blank(text):
    assert (answers(text, blanks=["-", "Tidak tahu"]), sentences(text, blanks=["-", "Tidak tahu"])) == ([None], [])


def test_a_known_answer_is_never_read_as_a_blank():
    assert answers("Tidak ada", jawaban=PENGADUAN, blanks=["Tidak ada"]) == [1]


def test_rows_and_type_are_kept():
    expected = pd.Series([3, None], index=[2, 3], name="Syarat", dtype="Int8")
    assert_series_equal(decode("Sesuai", "").answers, expected)


def test_a_column_without_rows_is_decoded():
    assert (answers(), sentences()) == ([], [])


@given(st.lists(st.sampled_from(["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai", "1", "4", ""])), st.data())
def test_any_case_and_any_spaces_give_the_same_answers(cells, data):
    restyled = [
        data.draw(st.sampled_from([" ", "  ", "\t", "\u00a0"])).join(
            data.draw(st.sampled_from([str.upper, str.lower, str.title]))(cell).split(" ")
        )
        for cell in cells
    ]
    assert answers(*restyled) == answers(*cells)


@given(st.text())
def test_an_unknown_label_never_becomes_a_number(text):
    assume(not re.search("[1-4]|sesuai", fold(text)))  # every known answer holds one of them
    assert (answers(text), bool(sentences(text))) == ([None], fold(text) != "")


def groups(*cells: str, kategori=("S1", "S2 ke atas"), blanks=()):
    column = pd.Series(cells, index=range(2, len(cells) + 2), dtype="str")
    found, is_unknown = decode_category(column, kategori=kategori, blanks=blanks)
    return found.astype("object").where(found.notna(), None).tolist(), is_unknown.tolist()


def test_a_group_is_spelt_as_the_parameters_spell_it():
    assert groups("s1", " S2  KE ATAS ") == (["S1", "S2 ke atas"], [False, False])


def test_an_unknown_group_stays_as_typed():
    assert groups(" S-1 ") == (["S-1"], [True])


def test_a_blank_group_is_missing():
    assert groups("", " ") == ([None, None], [False, False])


def test_a_group_may_be_read_as_a_blank():
    assert groups("-", blanks=["-"]) == ([None], [False])


def test_a_known_group_is_never_read_as_a_blank():
    assert groups("tidak ada", kategori=["Tidak ada"], blanks=["Tidak ada"]) == (["Tidak ada"], [False])


def test_groups_of_no_rows():
    assert groups() == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-09",
        "2024-2-9",
        "2024-02-09 08:31:07",
        "2024-02-09T08:31:07Z",
        "2024/02/09 8:31:07 AM GMT+7",  # Google Forms, CSV download
        "09/02/2024",
        "9/2/2024 8:31:07",
        "09-02-2024",
        " 2024-02-09 ",
        "09/02/24",
        "9.2.2024 08.31",
        "9 Februari 2024",
        "09 Feb 2024 08:31",
        "Jumat, 9 Februari 2024",
        "9-Feb-24",
        "Feb 9, 2024",
        "45331",  # Excel's day number: 45292 is 1 January 2024, and 31 + 8 days later it is 9 February
        "45331.35",
    ],
)
def test_the_day_of_a_time_stamp_is_read(text):
    assert decode_dates(pd.Series([text])).tolist() == [pd.Timestamp(2024, 2, 9)]


@pytest.mark.parametrize(
    "text", ["", "9 Februri 2024", "2/19/2024", "2024-02-30", "4533", "99999", "2024-02-09abc", "Februari 2024"]
)
def test_another_time_stamp_is_missing(text):
    assert decode_dates(pd.Series([text], dtype="str")).isna().tolist() == [True]


def test_the_month_may_stand_first():
    assert decode_dates(pd.Series(["2/9/2024"]), urutan="bulan_hari").tolist() == [pd.Timestamp(2024, 2, 9)]


@pytest.mark.parametrize(
    "text",
    [
        *("c. Sesuai", "c) sesuai", "C. SESUAI.", "(c) Sesuai", "3. Sesuai", "3 - Sesuai", "3 – Sesuai", "3=Sesuai"),
        *("Sesuai (3)", "sesuai [3]", '"Sesuai"', "3.0", "03", "3,0"),
    ],
)
def test_a_mark_or_code_beside_a_label_does_not_matter(text):
    assert (answers(text), sentences(text)) == ([3], [])


@pytest.mark.parametrize("text", ["Sgt sesuai", "sangat   sesuai", "Sesuai sekali", "d. sgt. sesuai"])
def test_usual_shortenings_are_spelt_out_and_told(text):
    decoded = decode(text)
    assert decoded.answers.tolist() == [4]
    assert decoded.spellings == ({} if "sangat" in text else {text: "Sangat sesuai"})


def test_a_code_that_contradicts_its_label_is_a_problem():
    told = (
        "kolom 'Syarat': tertulis '3 - Tidak sesuai' pada baris 2, padahal jawaban itu berkode 1, betulkan 'jawaban' pada "
        "parameter, atau tulis 'urutan_dipastikan: ya' bila kode pada formulir yang keliru."
    )
    assert sentences("3 - Tidak sesuai", "1 - Tidak sesuai") == [told]


def test_a_confirmed_order_lets_the_label_count():
    column = pd.Series(["3 - Tidak sesuai"], name="Syarat")
    decoded = decode_answers(column, jawaban=JAWABAN, blanks=[], berkas="a.csv", urutan_dipastikan=True)
    assert (decoded.answers.tolist(), decoded.problems) == ([1], [])


def test_turned_codes_are_turned_and_labels_are_not():
    column = pd.Series(["1", "4.0", "Tidak sesuai", "4 - Tidak sesuai", ""], name="Syarat")
    decoded = decode_answers(column, jawaban=JAWABAN, blanks=[], berkas="a.csv", kode_terbalik=True)
    assert (decoded.answers.tolist(), decoded.problems) == ([4, 1, 1, 1, pd.NA], [])


def test_a_turned_code_that_contradicts_its_label_is_a_problem():
    column = pd.Series(["1 - Tidak sesuai"], name="Syarat", index=[2])
    [problem] = decode_answers(column, jawaban=JAWABAN, blanks=[], berkas="a.csv", kode_terbalik=True).problems
    assert problem.tertulis == "tertulis '1 - Tidak sesuai' pada baris 2, padahal jawaban itu berkode 1"


def test_a_code_before_a_label_in_brackets_is_a_mark():
    assert answers("1 [Tidak sesuai]", "4 (Sangat sesuai)") == [1, 4]


def test_a_letter_alone_is_unknown_unless_it_is_listed():
    letters = {code: (letter,) for code, letter in zip("1234", "abcd", strict=True)}
    assert answers("a", "D.", jawaban=letters) == [1, 4]
    assert sentences("a")[0].endswith(
        "Huruf perlu didaftarkan, misalnya 'jawaban: {1: a, 2: b, 3: c, 4: d}' bila a jawaban terburuk."
    )


def test_dates_of_no_rows():
    assert decode_dates(pd.Series([], dtype="str")).tolist() == []


@pytest.mark.parametrize(("text", "saran"), [
    ("Garatis", "Mungkin maksudnya 'Gratis'?"),
    ("Mudah", ""),
    ("tidak tahu", "Bila berarti tidak menjawab, daftarkan pada 'data: dibaca_kosong'."),
    ("-", "Bila berarti tidak menjawab, daftarkan pada 'data: dibaca_kosong'."),
])  # fmt: skip
def test_only_a_slip_of_the_pen_gets_a_suggestion(text, saran):
    jawaban = {"1": ["Sangat mahal"], "2": ["Cukup mahal"], "3": ["Murah"], "4": ["Gratis"]}
    cells = pd.Series([text], index=[2], name="Biaya")
    assert decode_answers(cells, jawaban=jawaban, blanks=[], berkas="a.csv").problems[0].saran == saran
