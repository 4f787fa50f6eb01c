"""Groups of respondents proposed from a column."""

import pandas as pd
import pytest

from skmlib.survey.guess_groups import AGE_MARK, CODE_MARK, SLUGS_MARK, propose_groups


def group(key: str, *cells: str, heading: str = "Kolom"):
    return propose_groups(pd.Series(cells, name=heading, dtype="str"), key=key)


@pytest.mark.parametrize(("man", "woman"), [("L", "P"), ("Pria", "Wanita"), ("Lk", "Pr"), ("Male", "Female")])
def test_sexes_are_named_alike_however_they_are_written(man, woman):
    found = group("jenis_kelamin", man, woman, man)
    assert found.kategori == ["Laki-laki", "Perempuan"]
    assert found.kode == {man: "Laki-laki", woman: "Perempuan"}
    assert found.mark == ""


def test_schools_stand_in_their_order():
    found = group("pendidikan", "S2", "SMA/SMK", "SD", "D3", "S1", "SMP", "Tidak sekolah")
    assert found.kategori == ["Tidak sekolah", "SD", "SMP", "SMA/SMK", "D3", "S1", "S2"]


def test_ages_in_numbers_get_ranges_and_a_mark():
    found = group("usia", "23", "34 th", "61")
    assert (found.kategori[0], found.kategori[-1], found.mark) == ("< 20", ">= 60", AGE_MARK)


BIRTHS = (
    "isian tampak sebagai kelahiran ({}), dan usia dihitung dari situ; sesuaikan kelompok ini dengan laporan sebelumnya, atau "
    "hapus 'kelahiran' bila bukan"
)
PERSONAL = "; tanggal lahir adalah data pribadi, hapus profil ini bila tidak boleh dibaca"


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (("1985", "1990", "2001.0"), BIRTHS.format("3 tahun")),
        (("1985", "34", "41 th"), BIRTHS.format("1 tahun, 2 usia")),
        (("12/03/1985", "1 April 1990"), BIRTHS.format("2 tanggal") + PERSONAL),
    ],
)
def test_births_in_a_column_of_ages_are_proposed_as_such_and_marked(cells, mark):
    found = group("usia", *cells)
    assert (found.kelahiran, found.kategori[0], found.mark) == (True, "< 20", mark)


def test_a_year_among_codes_of_ages_is_no_birth():
    assert group("usia", "1", "2", "2", "3", "1", "2", "3", "1", "2", "1985").kelahiran is False


def test_age_codes_are_left_to_a_person():
    found = group("usia", "1", "2", "2", "3")
    assert found.kategori == ["Kode 1", "Kode 2", "Kode 3"]
    assert found.kode == {"1": "Kode 1", "2": "Kode 2", "3": "Kode 3"}
    assert found.mark == CODE_MARK


def test_age_codes_are_named_by_the_legend():
    found = group("usia", "1", "2", heading="Usia (1 = <20 th; 2 = 20-30 th; 3 = >30 th)")
    assert found.kode == {"1": "<20 th", "2": "20-30 th", "3": ">30 th"}
    assert found.mark == ""


def test_frequent_groups_stand_first_and_ties_by_name():
    assert group("layanan", "KTP", "Akta", "KK", "KK").kategori == ["KK", "Akta", "KTP"]


def test_spellings_of_one_group_are_one():
    assert group("layanan", "Poli Umum", "Poli umum", "Poli Umum", "Gigi").kategori == ["Poli Umum", "Gigi"]


def test_several_months_in_a_cell_are_choices_in_the_order_of_the_year():
    found = group("bulan", "Maret, Januari", "Januari", "Februari, Maret", "Februari")
    assert (found.kategori, found.pilihan_ganda) == (["Januari", "Februari", "Maret"], True)


def test_a_comma_inside_every_name_is_no_choice():
    found = group("layanan", "Surat pindah, datang", "KTP", "KTP", "Surat pindah, datang", "KK")
    assert (found.kategori, found.pilihan_ganda) == (["KTP", "Surat pindah, datang", "KK"], False)


def test_free_text_is_no_group():
    assert group("pekerjaan", *(f"pekerjaan nomor {place}" for place in range(40))) is None


def test_what_stands_once_among_many_is_left_to_a_person():
    cells = [f"Dinas {place}" for place in range(10)] * 2 + ["Lain"]
    found = group("instansi", *cells)
    assert "Lain" not in found.kategori
    assert found.mark == "1 isian lain hanya muncul sekali; tambahkan pada 'kategori' atau 'kode' bila perlu"


def test_pria_beside_wanita_is_no_woman():
    group = propose_groups(pd.Series(["P", "W", "P"], name="JK"), key="jenis_kelamin")
    assert group.kode == {"P": "Laki-laki", "W": "Perempuan"}


def test_slugs_between_spaces_are_choices_and_are_marked():
    found = group("bulan", "maret januari", "januari", "februari maret", "februari", "maret")
    assert (found.kategori, found.pilihan_ganda, found.pemisah) == (["januari", "februari", "maret"], True, "spasi")
    assert found.mark == SLUGS_MARK


@pytest.mark.parametrize(
    "cells",
    [
        ("pegawai negeri", "pegawai swasta", "swasta", "pegawai negeri", "pelajar"),
        ("ibu rumah tangga", "petani", "ibu rumah tangga", "nelayan"),
        ("laki laki", "perempuan", "laki laki"),
        ("Poli Umum", "Poli", "Umum", "Umum Poli"),
    ],
)
def test_names_of_several_words_are_no_choices(cells):
    assert not group("pekerjaan", *cells).pilihan_ganda


def test_all_choices_that_columns_of_ticks_name_are_proposed_without_a_mark():
    cells = pd.Series(["kartu_keluarga ktp", "ktp"], name="layanan")
    found = propose_groups(cells, key="layanan", choices=["ktp", "kartu_keluarga", "akta"])
    assert (found.kategori, found.pemisah, found.mark) == (["ktp", "kartu keluarga", "akta"], "spasi", "")
