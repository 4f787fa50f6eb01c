"""A survey export as it was written: cells, rows, identities, columns that are not read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.problems import DataError
from skmlib.survey.export import Export, read_export


def read(tmp_path, content: str, wanted=()) -> Export:
    path = tmp_path / "a.csv"
    path.write_bytes(content.encode())
    return read_export(path, berkas="a.csv", wanted=wanted)


def problem(tmp_path, content: str, wanted=()) -> str:
    with pytest.raises(DataError) as caught:
        read(tmp_path, content, wanted)
    return str(caught.value)


def test_cells_stay_the_text_that_stands_in_the_file(tmp_path):
    cells = read(tmp_path, "Syarat,Biaya,Kode\n 4 ,NA,010\n").cells
    assert cells.iloc[0].tolist() == [" 4 ", "NA", "010"]


def test_rows_have_the_number_a_spreadsheet_shows(tmp_path):
    assert read(tmp_path, 'Saran,Biaya\n"a\nb",4\nc,3\n').cells.index.tolist() == [2, 3]


def test_a_blank_line_is_no_row_and_keeps_the_numbers_after_it(tmp_path):
    assert read(tmp_path, "Syarat,Biaya\n4,3\n\n , \n,\n3,3\n\n").cells.index.tolist() == [2, 6]


def test_a_short_row_is_filled_with_blanks(tmp_path):
    assert read(tmp_path, "Syarat,Biaya,Saran\n4\n").cells.iloc[0].tolist() == ["4", "", ""]


def test_blank_cells_beyond_the_heading_do_not_matter(tmp_path):
    assert read(tmp_path, "Syarat,Biaya\n4,3,,\n").cells.iloc[0].tolist() == ["4", "3"]


def test_a_row_longer_than_the_heading_is_refused(tmp_path):
    assert problem(tmp_path, "Saran,Biaya\nbaik,4\ncepat, ramah,4\n") == (
        "a.csv: 1 masalah.\n  baris 3 memiliki lebih banyak sel daripada judul (2 kolom), "
        "periksa tanda kutip dan tanda pemisah pada baris itu."
    )


def test_a_wanted_heading_that_stands_twice_is_refused(tmp_path):
    assert problem(tmp_path, "Syarat,Biaya,syarat \n4,3,2\n", ["Syarat"]) == (
        "a.csv: 2 masalah.\n"
        "  kolom 'Syarat': tertulis 2 kali pada judul (kolom ke-1, ke-3), tulis 'Syarat (1)' atau 'Syarat (2)' pada parameter, "
        "menurut urutannya dari kiri.\n"
        "  kolom 'syarat': tertulis 2 kali pada judul (kolom ke-1, ke-3), tulis 'syarat (1)' atau 'syarat (2)' pada parameter, "
        "menurut urutannya dari kiri."
    )


def test_headings_that_stand_twice_are_numbered_from_the_left(tmp_path):
    cells = read(tmp_path, "Syarat,Catatan,Catatan\n4,a,b\n", ["Syarat", "Catatan (2)"]).cells
    assert cells.to_dict("list") == {"Syarat": ["4"], "Catatan (1)": ["a"], "Catatan (2)": ["b"]}


def test_a_date_written_otherwise_and_stray_spaces_leave_the_identity(tmp_path):
    before = read(tmp_path, "Waktu,Saran\n2024-02-19 08:32:21,cepat  sekali\n").id_responden
    after = read(tmp_path, "Waktu,Saran\n19/02/2024 08.32, cepat sekali\n").id_responden
    assert before.tolist() == after.tolist()


def test_another_answer_is_another_row(tmp_path):
    before, after = (read(tmp_path, f"Waktu,Syarat\n2024-02-19,{nilai}\n").id_responden.tolist() for nilai in "34")
    assert before != after


def test_spaces_and_line_breaks_in_a_heading_are_one_space(tmp_path):
    assert list(read(tmp_path, '" Menurut\n  Bapak ",Biaya\n4,3\n').cells) == ["Menurut Bapak", "Biaya"]


def test_a_column_without_heading_is_named_by_its_place(tmp_path):
    assert list(read(tmp_path, "Syarat,,Biaya\n4,x,3\n").cells) == ["Syarat", "(kolom 2 tanpa judul)", "Biaya"]


def test_an_empty_column_without_heading_is_left_out(tmp_path):
    assert list(read(tmp_path, "Syarat,,Biaya,\n4,,3,\n").cells) == ["Syarat", "Biaya"]


def test_a_file_with_its_heading_only_has_no_rows(tmp_path):
    export = read(tmp_path, "Syarat,Biaya\n")
    assert (list(export.cells), len(export.cells)) == (["Syarat", "Biaya"], 0)


@pytest.mark.parametrize(
    "heading",
    [
        "Nama",
        "NAMA LENGKAP",
        "nama_lengkap",
        "Nomor HP",
        "No_HP",
        "No. Telp.",
        "Alamat email",
        "E-mail",
        "Email Address",
        "NIK",
        "NIK/No KTP",
        "Tanggal lahir",
        "Tgl. Lahir",
        "Tempat/Tanggal Lahir",
        "Date of birth",
        "Nomor WA",
        "Full name",
        "Username",
    ],
)
def test_a_column_that_looks_personal_is_not_read(tmp_path, heading):
    export = read(tmp_path, f"{heading},Syarat\nx,4\n")
    assert (list(export.cells), export.unread) == (["Syarat"], (heading,))


@pytest.mark.parametrize("heading", ["Namun", "Mekanik", "Kinerja wakil", "Waktu", "Kka", "Teknik pelayanan"])
def test_a_word_that_only_contains_a_personal_one_is_read(tmp_path, heading):
    assert list(read(tmp_path, f"{heading},Syarat\nx,4\n").cells) == [heading, "Syarat"]


def test_a_personal_column_that_is_named_is_read(tmp_path):
    assert list(read(tmp_path, "Nama layanan,Syarat\nKTP,4\n", ["nama  LAYANAN"]).cells) == ["Nama layanan", "Syarat"]


def test_a_row_is_known_by_a_hash_of_its_cells(tmp_path):
    # printf '4\x1f3' | sha256sum | cut -c1-12
    assert read(tmp_path, "Syarat,Biaya\n4,3\n").id_responden.tolist() == ["d381eb7775ed-1"]


def test_identical_rows_are_numbered(tmp_path):
    names = read(tmp_path, "Syarat,Biaya\n4,3\n1,1\n4,3\n").id_responden
    assert [name.split("-")[1] for name in names] == ["1", "1", "2"]


def test_identical_rows_share_their_hash(tmp_path):
    names = read(tmp_path, "Syarat,Biaya\n4,3\n1,1\n4,3\n").id_responden.tolist()
    assert names[0].split("-")[0] == names[2].split("-")[0] != names[1].split("-")[0]


def test_an_identity_depends_on_columns_that_are_not_read(tmp_path):
    names = read(tmp_path, "Nama,Syarat\nAni,4\nBudi,4\n").id_responden
    assert names.nunique() == 2


def test_cells_cannot_run_together_into_one_identity(tmp_path):
    names = read(tmp_path, "Syarat,Biaya\n1,23\n12,3\n").id_responden
    assert [name.split("-")[1] for name in names] == ["1", "1"]


@given(st.permutations(range(4)))
def test_sorting_the_file_moves_identities_with_their_rows(tmp_path_factory, order):
    rows = ["4,3,cepat", "4,3,lambat", "1,2,", "4,4,ramah"]
    folder = tmp_path_factory.mktemp("ekspor")
    before = read(folder, "\n".join(["Syarat,Biaya,Saran", *rows]))
    after = read(folder, "\n".join(["Syarat,Biaya,Saran", *(rows[place] for place in order)]))
    assert after.id_responden.tolist() == [before.id_responden.tolist()[place] for place in order]
