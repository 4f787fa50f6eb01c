"""Groups as cells name them."""

import pandas as pd
import pytest

from skmlib.recount.categories import Variable
from skmlib.survey.categories import decode_category, decode_choices, range_of
from skmlib.survey.profile import count_profile

AGES = ["di bawah 20", "20-39", "40 – 59 tahun", "60 tahun ke atas"]


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("< 20", (0, 19)), ("di bawah 17 tahun", (0, 16)), ("≤ 25", (0, 25)), ("20 tahun ke bawah", (0, 20)),
        ("17 s/d 25", (17, 25)), ("26–35 thn", (26, 35)), ("41 sampai 50", (41, 50)),
        ("> 60", (61, 10**9)), (">= 60", (60, 10**9)), ("51+", (51, 10**9)), ("lebih dari 50 tahun", (51, 10**9)), ("S1", None),
        ("Remaja (17-25)", (17, 25)), ("17 tahun - 25 tahun", (17, 25)), ("min. 50", (50, 10**9)), ("maksimal 20", (0, 20)),
        ("1.000.000-2.000.000", (1000000, 2000000)), ("0,5-1", None), ("Minggu 1", None), ("Admin 2", None), ("Maksud 3", None),
    ],
)  # fmt: skip
def test_ranges_are_read_from_names(name, ends):
    assert range_of(name) == ends


@pytest.mark.parametrize(
    ("age", "group"), [("17", AGES[0]), ("20", AGES[1]), ("59", AGES[2]), ("60.0", AGES[3]), ("34 th", AGES[1])]
)
def test_an_age_goes_to_the_group_that_holds_it(age, group):
    assert decode_category(pd.Series([age]), kategori=AGES)[0].tolist() == [group]


def test_at_the_limit_of_overlapping_groups_the_first_counts():
    assert decode_category(pd.Series(["54"]), kategori=["45-54", "54-60"])[0].tolist() == ["45-54"]


def test_codes_stand_for_groups_and_never_for_ages():
    kode = {"1": "di bawah 20", "2": "20-39"}
    groups, is_unknown = decode_category(pd.Series(["1", "2.0", "02", "9"]), kategori=AGES, kode=kode)
    assert groups.tolist() == ["di bawah 20", "20-39", "20-39", "9"]
    assert is_unknown.tolist() == [False, False, False, True]


def test_a_longer_dash_is_the_same_name():
    assert decode_category(pd.Series(["Laki – laki"]), kategori=["Laki-laki"])[0].tolist() == ["Laki-laki"]


@pytest.mark.parametrize("cell", ["KTP, KK", "KK;KTP", "ktp | kk", "KK\nKTP", "KTP,KK,KTP"])
def test_several_choices_are_told_apart(cell):
    assert decode_choices(pd.Series([cell]), kategori=["KTP", "KK", "Akta"])[0].tolist() == [("KTP", "KK")]


@pytest.mark.parametrize("cell", ["Paspor, paspor", "Paspor;Paspor"])
def test_a_choice_outside_the_categories_counts_once_a_respondent(cell):
    assert decode_choices(pd.Series([cell]), kategori=["KTP"])[0].tolist() == [("Paspor",)]
    assert Variable({"kolom": "Layanan", "kategori": ["KTP"], "pilihan_ganda": "ya"}, []).groups_of(cell) == ("Paspor",)


def test_two_numbers_of_one_person_are_one_group():
    cell = "081200000123, 081200000456"
    assert decode_choices(pd.Series([cell]), kategori=["KTP"])[0].tolist() == [("[disamarkan]",)]


def test_a_name_with_a_comma_is_one_choice():
    kategori = ["KTP", "Surat pindah, datang, dan domisili"]
    cells = pd.Series(["Surat pindah, datang, dan domisili, KTP"])
    assert decode_choices(cells, kategori=kategori)[0].tolist() == [(kategori[0], kategori[1])]


def test_a_name_inside_another_is_not_found_there():
    choices, is_unknown = decode_choices(pd.Series(["KTP anak"]), kategori=["KTP"])
    assert (choices.tolist(), is_unknown.tolist()) == ([("KTP anak",)], [True])


def test_shares_of_several_choices_may_exceed_100():
    # four respondents, five ticks and a blank: 3/4, 2/4, 1/4
    responses = pd.DataFrame({"bulan": [("Mei",), ("Mei", "Juni"), ("Mei", "Juni"), None]})
    counts = count_profile(responses, "bulan", categories=["Mei", "Juni"])
    assert list(zip(counts["kelompok"], counts["n"], map(int, counts["persen"]), strict=True)) == [
        ("Mei", 3, 75), ("Juni", 2, 50), ("Tidak diisi", 1, 25)
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["ktp kk", "kk ktp", "KK  KTP", "kk, ktp", "ktp kk ktp"])
def test_choices_may_stand_between_spaces(cell):
    assert decode_choices(pd.Series([cell]), kategori=["KTP", "KK", "Akta"], pemisah="spasi")[0].tolist() == [
        ("KTP", "KK")
    ]


def test_an_underscore_holds_the_words_of_a_choice_together():
    kategori, cells = ["KTP", "Kartu keluarga"], pd.Series(["kartu_keluarga ktp lain_lain"])
    choices, is_unknown = decode_choices(cells, kategori=kategori, pemisah="spasi")
    assert (choices.tolist(), is_unknown.tolist()) == ([("KTP", "Kartu keluarga", "lain_lain")], [True])


def test_the_longest_of_the_names_between_spaces_counts():
    kategori, cells = ["KTP", "KTP anak"], pd.Series(["KTP anak KTP", "KTP anak"])
    choices = decode_choices(cells, kategori=kategori, pemisah="spasi")[0]
    assert choices.tolist() == [("KTP", "KTP anak"), ("KTP anak",)]


def test_a_space_parts_no_choices_unless_the_parameters_say_so():
    assert decode_choices(pd.Series(["ktp kk"]), kategori=["KTP", "KK"])[0].tolist() == [("ktp kk",)]


def test_a_group_may_be_written_with_underscores():
    assert decode_category(pd.Series(["pegawai_negeri"]), kategori=["Pegawai negeri"])[0].tolist() == ["Pegawai negeri"]


def test_unknown_groups_that_hold_a_number_or_an_email_of_a_person_are_one_mark():
    cells = pd.Series(
        ["Guru", "Guru, hubungi Bu Siti 0812-0000-0123", "siti@contoh.id", "PNS", "Bidan Praktik", "RT 02"]
    )
    groups, is_unknown = decode_category(cells, kategori=["PNS"])
    assert groups.tolist() == ["Guru", "[disamarkan]", "[disamarkan]", "PNS", "Bidan Praktik", "RT 02"]
    assert is_unknown.tolist() == [True, True, True, False, True, True]
    choices, _ = decode_choices(pd.Series(["PNS; 0812-0000-0123"]), kategori=["PNS"])
    assert choices.tolist() == [("PNS", "[disamarkan]")]
