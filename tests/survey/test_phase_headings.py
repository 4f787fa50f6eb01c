"""Files whose headings of the unsur differ are refused by name."""

import pytest

from skmlib.problems import DataError
from skmlib.survey.guess_phases import read_phases

HEADINGS = "Syarat,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana"
ROWS = ("4,3,4,3,4,3,4,3,4", "3,3,3,3,3,3,3,3,3", "2,3,2,3,2,3,2,3,2")


def message(tmp_path, **files: str) -> str:
    for name, headings in files.items():
        (tmp_path / f"{name}.csv").write_text("\n".join([headings, *ROWS]) + "\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_phases({f"{name}.csv": tmp_path / f"{name}.csv" for name in files})
    return str(caught.value)


def test_headings_that_differ_are_named_with_those_of_the_other_file(tmp_path):
    other = HEADINGS.replace("Waktu", "Kecepatan pelayanan").replace("Sarana", "Fasilitas kantor")
    assert message(tmp_path, mei=HEADINGS, juni=other) == (
        "juni.csv: 2 masalah.\n"
        "  kolom 'Waktu': tidak ada, padahal menanyakan waktu pada 'mei', samakan judul kolom itu di semua berkas, atau buat "
        "laporan sendiri dari berkas ini. Di berkas ini yang tampak menanyakan waktu: 'Kecepatan pelayanan'.\n"
        "  kolom 'Sarana': tidak ada, padahal menanyakan sarana pada 'mei', samakan judul kolom itu di semua berkas, atau "
        "buat laporan sendiri dari berkas ini. Di berkas ini yang tampak menanyakan sarana: 'Fasilitas kantor'."
    )


def test_an_unsur_that_one_file_does_not_ask_is_named(tmp_path):
    assert message(tmp_path, mei=HEADINGS.replace("Biaya", "Warna pintu"), juni=HEADINGS) == (
        "mei.csv: 1 masalah.\n"
        "  kolom 'Biaya': tidak ada, padahal menanyakan biaya pada 'juni', samakan judul kolom itu di semua berkas, atau buat "
        "laporan sendiri dari berkas ini."
    )


def test_a_file_of_something_else_is_named_once(tmp_path):
    assert message(tmp_path, mei=HEADINGS, barang="Nama barang,Harga,Lantai,A,B,C,D,E,F") == (
        "barang.csv: 1 masalah.\n"
        "  tidak memuat satu pun judul unsur dari 'mei', sebut hanya berkas dari survei yang sama."
    )
