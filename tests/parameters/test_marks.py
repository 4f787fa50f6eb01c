"""Marks stand in comments only, and are all that is told of their lines."""

import pytest

from skmlib.parameters import load_parameters
from skmlib.parameters.marks import find_marks, mark_line, tell_placeholders
from skmlib.parameters.yaml_file import YamlFile
from skmlib.problems import DataError

FILE = "params/2025-S1/loket.yml"


def message(project) -> str:
    with pytest.raises(DataError) as caught:
        load_parameters("loket", "2025-S1", root=project.root)
    return str(caught.value)


def test_a_mark_at_the_end_of_a_line():
    assert find_marks("nama: Loket\npopulasi: 384  # PERIKSA: tulis populasi\n") == [(2, "tulis populasi")]


def test_a_mark_on_a_line_of_its_own():
    assert find_marks("nama: Loket\n  # PERIKSA: tulis populasi.\npopulasi: 384\n") == [(2, "tulis populasi")]


@pytest.mark.parametrize(
    "text",
    [
        "nama: 'Loket # PERIKSA: bukan tanda'\n",
        'nama: "Loket\n  # PERIKSA: bukan tanda"\n',
        "nama: >-\n  Loket\n  # PERIKSA: bukan tanda\n",
        "nama: |\n  Loket # PERIKSA: bukan tanda\n",
        "nama: Loket#PERIKSA: bukan tanda\n",
        "nama: Loket  # periksa dahulu\n",
        "nama: Loket  # PERIKSAAN tahunan\n",
    ],
)
def test_text_and_other_comments_are_no_marks(text):
    assert find_marks(text) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("nama: 'Loket # 1' # PERIKSA: nama\n", [(1, "nama")]),
        ("nama: >-  # PERIKSA: nama\n  Loket\n", [(1, "nama")]),
        ("nama: >-\n  Loket\n# PERIKSA: nama\nlokasi: a\n", [(3, "nama")]),
        ("daftar: [a,  # PERIKSA: satu\n  b]  # PERIKSA: dua\n", [(1, "satu"), (2, "dua")]),
        ("nama: a  # dari formulir # PERIKSA: nama\n", [(1, "nama")]),
        ("nama: a  #PERIKSA nama\n", [(1, "nama")]),
        ("nama: a  # PERIKSA:\n", [(1, "tanda PERIKSA tanpa penjelasan")]),
    ],
)
def test_marks_beside_other_signs(text, marks):
    assert find_marks(text) == marks


def test_marks_are_found_where_the_text_is_no_yaml():
    assert find_marks("nama: a\npopulasi: ? # PERIKSA: satu\nlokasi: b # PERIKSA: dua\n") == [(2, "satu"), (3, "dua")]


def test_a_written_mark_is_found():
    assert find_marks(mark_line("populasi: 384 ", "tulis populasi")) == [(1, "tulis populasi")]


def test_a_file_with_marks_is_refused_with_each_of_them(project):
    project.change("lokasi: Balai Kota", "lokasi: Balai Kota  # PERIKSA: masih di sini?")
    project.change("metode:", "# PERIKSA: kertas atau daring?\nmetode:")
    assert message(project) == (
        f"{FILE}: 2 masalah.\n"
        "  baris 6, kunci 'metode': kertas atau daring?, putuskan, lalu hapus tanda PERIKSA.\n"
        "  baris 8, kunci 'lokasi': masih di sini?, putuskan, lalu hapus tanda PERIKSA."
    )


def test_a_placeholder_on_a_marked_line_is_not_told_twice(project):
    project.add("# PERIKSA: tulis jumlah pengguna\npopulasi: '?'\njumlah_prioritas: '?'  # PERIKSA: berapa\n")
    found = message(project)
    assert found.startswith(f"{FILE}: 2 masalah.")
    assert "tertulis" not in found


def test_problems_of_other_lines_stand_beside_the_marks(project):
    project.add("populasi: '?'  # PERIKSA: tulis jumlah pengguna\njumlah_prioritas: x\nperiode_sebelumnya: 2025-S1\n")
    # The second is no number; what must fit together is checked once every value can be read.
    assert message(project) == (
        f"{FILE}: 2 masalah.\n"
        "  baris 19, kunci 'populasi': tulis jumlah pengguna, putuskan, lalu hapus tanda PERIKSA.\n"
        "  baris 20, kunci 'jumlah_prioritas': tertulis 'x', seharusnya bilangan bulat tanpa titik, misalnya 1188."
    )


def test_what_does_not_fit_together_stands_beside_the_marks(project):
    project.add("populasi: 384  # PERIKSA: tulis jumlah pengguna\nperiode_sebelumnya: 2025-S1\n")
    assert message(project) == (
        f"{FILE}: 2 masalah.\n"
        "  baris 19, kunci 'populasi': tulis jumlah pengguna, putuskan, lalu hapus tanda PERIKSA.\n"
        "  baris 20, kunci 'periode_sebelumnya': periode 2025-S1 adalah periode laporan ini, tulis periode sebelumnya."
    )


def test_a_bare_question_mark_on_a_marked_line_is_the_mark_alone(project):
    project.add("populasi: ?  # PERIKSA: tulis jumlah pengguna\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n  baris 19: tulis jumlah pengguna, putuskan, lalu hapus tanda PERIKSA."
    )


def test_an_agency_that_is_still_to_be_chosen_is_not_missed(project):
    project.change("instansi: kota", "instansi: singkatan  # PERIKSA: tulis nama berkas instansi")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        "  baris 1, kunci 'instansi': tulis nama berkas instansi, putuskan, lalu hapus tanda PERIKSA."
    )


def test_marks_of_the_agency_are_told_too(project):
    project.add("populasi: 384  # PERIKSA: tulis jumlah pengguna\n")
    project.write("params/instansi/kota.yml", "nama: Kota Contoh  # PERIKSA: nama resmi\n")
    assert message(project) == (
        f"{FILE}: 1 masalah.\n"
        "  baris 19, kunci 'populasi': tulis jumlah pengguna, putuskan, lalu hapus tanda PERIKSA.\n"
        "params/instansi/kota.yml: 1 masalah.\n"
        "  baris 1, kunci 'nama': nama resmi, putuskan, lalu hapus tanda PERIKSA."
    )


def test_a_file_loads_once_its_marks_are_gone(project):
    project.add("populasi: 384  # PERIKSA: tulis jumlah pengguna\n")
    project.change("384  # PERIKSA: tulis jumlah pengguna", "401")
    assert load_parameters("loket", "2025-S1", root=project.root).survei.populasi == 401


def test_a_mark_behind_a_text_with_a_mark_is_found():
    assert find_marks('nama: "Loket # PERIKSA: bukan"  # PERIKSA: benar\n') == [(1, "benar")]


def test_a_mark_inside_a_mark_is_a_part_of_it():
    assert find_marks("nama: Loket  # PERIKSA: hapus # PERIKSA\n") == [(1, "hapus # PERIKSA")]


def test_a_question_mark_that_stands_in_the_export_is_no_placeholder():
    content = {"data": {"dibaca_kosong": ["?"], "uji_coba": [{"kolom": "Nama", "nilai": ["?"]}]}, "lokasi": "?"}
    [problem] = tell_placeholders([], YamlFile("loket.yml", content, {("lokasi",): 4}))
    assert problem.sentence == "baris 4, kunci 'lokasi': masih tertulis '?', tulis isinya."
