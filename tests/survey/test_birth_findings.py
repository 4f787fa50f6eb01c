"""Years where ages are expected, and births that give no age, are told."""

import pytest

from skmlib.survey.dataset import read_survey

AGES = "profil: {usia: {nama: Usia, kolom: Umur, kategori: [20-39, 40 ke atas]}}\n"
BIRTHS = "profil: {usia: {nama: Usia, kolom: Umur, kategori: [20-39, 40 ke atas], kelahiran: ya}}\n"


@pytest.fixture
def told(project):
    def read(*cells: str, profil: str) -> list[tuple]:
        project.add(profil)
        rows = [f"3,4,3,4,3,4,3,{place % 4 + 1},{place // 4 + 1},{cell}" for place, cell in enumerate(cells)]
        project.write_responses(*rows, headings=f"{project.headings},Umur")
        findings = read_survey("loket", "2025-S1", root=project.root).findings
        return [(finding.jenis, finding.pesan, finding.baris) for finding in findings]

    return read


def test_years_in_a_column_of_ages_are_told_with_what_to_write(told):
    text = (
        "2 baris pada kolom 'Umur' berisi bilangan seperti '1985', yang tampak sebagai tahun lahir, bukan usia, dan dihitung "
        "tersendiri; tulis 'kelahiran: ya' pada 'profil: usia' agar usianya dihitung."
    )
    assert told("1985", "34", "2001", profil=AGES) == [("tahun_lahir", text, (2, 4))]


def test_days_of_birth_in_a_column_of_ages_are_told_and_not_quoted(told):
    text = (
        "1 baris pada kolom 'Umur' berisi tanggal, yang tampak sebagai tanggal lahir, bukan usia, dan dihitung tersendiri; "
        "tulis 'kelahiran: ya' pada 'profil: usia' agar usianya dihitung."
    )
    assert told("12/03/1985", "34", profil=AGES) == [("tahun_lahir", text, (2,))]


@pytest.mark.parametrize("day", ["03/25/1985", "Kota Contoh 03/25/1985"])
def test_days_of_birth_with_the_month_first_are_not_quoted_either(told, day):
    ((kind, text, rows),) = told(day, "34", profil=AGES)
    assert (kind, rows) == ("tahun_lahir", (2,))
    assert "1985" not in text


def test_other_unknown_ages_are_told_as_before(told):
    text = (
        "1 baris pada kolom 'Umur' berisi 'tua', yang tidak ada di 'kategori' dan dihitung tersendiri; betulkan ejaannya atau "
        "tambahkan pada 'kategori'."
    )
    found = told("1985", "tua", profil=AGES)
    assert [jenis for jenis, _, _ in found] == ["kelompok_tidak_dikenal", "tahun_lahir"]
    assert found[0] == ("kelompok_tidak_dikenal", text, (3,))


def test_a_year_in_a_column_of_something_else_is_an_unknown_group(told):
    profil = "profil: {angkatan: {nama: Angkatan, kolom: Umur, kategori: [Lama, Baru]}}\n"
    assert [jenis for jenis, _, _ in told("1985", "Lama", profil=profil)] == ["kelompok_tidak_dikenal"]


def test_births_that_give_ages_are_not_told(told):
    assert told("1985", "12/03/1990", "2001", profil=BIRTHS) == []


def test_births_that_give_no_age_are_told_and_not_quoted(told):
    text = (
        "2 baris pada kolom 'Umur' tidak memuat tahun atau tanggal lahir yang terbaca dan memberi usia 5 sampai 110 tahun, dan "
        "dihitung sebagai 'Tidak terbaca'; tulis seperti 1985 atau 1985-03-12."
    )
    assert told("12 Marer 1985", "2025", "1990", profil=BIRTHS) == [("kelahiran_tidak_terbaca", text, (2, 3))]


def test_ages_in_no_group_are_told(told):
    text = (
        "1 baris pada kolom 'Umur' berusia '18 tahun', di luar setiap 'kategori', dan dihitung tersendiri; tambahkan "
        "kelompoknya pada 'kategori'."
    )
    assert told("2007", "1990", profil=BIRTHS) == [("kelompok_tidak_dikenal", text, (2,))]


def test_ages_among_births_are_told(told):
    text = (
        "1 baris pada kolom 'Umur' berisi bilangan di bawah empat angka yang dibaca sebagai usia, bukan tahun lahir; tulis "
        "tahun lahirnya dengan empat angka bila keliru."
    )
    assert told("34", "1990", profil=BIRTHS) == [("usia_di_kolom_kelahiran", text, (2,))]
