"""CSV files as an analyst saves them: what is read, and how to save the rest again."""

import io

import pandas as pd
import pytest

from skmlib.problems import DataError
from skmlib.survey.csv_file import read_records, read_text

COMMA_ADVICE = (
    "seharusnya koma; unduh ulang CSV dari formulir, atau ubah 'List separator' pada pengaturan wilayah Windows menjadi "
    "koma, lalu simpan lagi dari Excel"
)
SAVE_ADVICE = "simpan ulang dari Excel sebagai 'CSV UTF-8'"


def records(tmp_path, content: str | bytes, wanted=()):
    path = tmp_path / "a.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_records(path, berkas="a.csv", wanted=wanted)


def problem(tmp_path, content: str | bytes, wanted=()) -> str:
    with pytest.raises(DataError) as caught:
        records(tmp_path, content, wanted)
    return str(caught.value).removeprefix("a.csv: 1 masalah.\n  ")


def test_cells_are_parted_by_commas(tmp_path):
    assert records(tmp_path, "Syarat,Biaya\n4,3\n") == [["Syarat", "Biaya"], ["4", "3"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(tmp_path, end):
    assert records(tmp_path, end.join(["Syarat,Biaya", "4,3", ""])) == [["Syarat", "Biaya"], ["4", "3"]]


def test_a_byte_order_mark_is_no_part_of_the_heading(tmp_path):
    assert records(tmp_path, "\ufeffSyarat,Biaya\n".encode())[0] == ["Syarat", "Biaya"]


def test_a_byte_order_mark_before_a_quoted_heading_does_not_matter(tmp_path):
    assert records(tmp_path, '\ufeff"Syarat","Biaya"\n'.encode())[0] == ["Syarat", "Biaya"]


def test_quoted_commas_quotes_and_line_breaks_stay_in_their_cell(tmp_path):
    assert records(tmp_path, 'Saran,Biaya\n"Cepat, ""ramah""\nsekali",3\n')[1] == ['Cepat, "ramah"\nsekali', "3"]


def test_a_blank_line_stays_an_empty_record(tmp_path):
    assert records(tmp_path, "Syarat\n4\n\n3\n") == [["Syarat"], ["4"], [], ["3"]]


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(DataError) as caught:
        read_text(tmp_path / "responden.csv", berkas="data/responden.csv")
    assert str(caught.value) == (
        "data/responden.csv: 1 masalah.\n  berkas ini tidak ada, letakkan ekspor survei di sini."
    )


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(DataError) as caught:
        read_text(tmp_path / "loket" / "responden.csv", berkas="loket/responden.csv")
    assert str(caught.value) == (
        "loket/responden.csv: 1 masalah.\n  berkas ini tidak ada, letakkan ekspor survei di sini."
    )


@pytest.mark.parametrize(
    ("there", "hint"),
    [
        ("Responden.csv", "Mungkin maksudnya 'Responden.csv'?"),
        ("responden.csv.csv", "Mungkin maksudnya 'responden.csv.csv'?"),
        ("responden.xlsx", "Yang ada 'responden.xlsx': simpan ulang dari Excel sebagai 'CSV UTF-8'."),
        ("responden.xls", "Yang ada 'responden.xls': simpan ulang dari Excel sebagai 'CSV UTF-8'."),
    ],
)
def test_a_missing_file_gets_the_nearest_one(tmp_path, there, hint):
    (tmp_path / there).write_bytes(b"x")
    (tmp_path / f"~${there}").write_bytes(b"x")  # the lock that Excel leaves beside an open file
    with pytest.raises(DataError) as caught:
        read_text(tmp_path / "responden.csv", berkas="responden.csv")
    assert str(caught.value) == (
        f"responden.csv: 1 masalah.\n  berkas ini tidak ada, letakkan ekspor survei di sini. {hint}"
    )


def test_what_cannot_be_opened_is_told(tmp_path):
    with pytest.raises(DataError) as caught:
        read_text(tmp_path, berkas="a.csv")
    assert str(caught.value) == (
        "a.csv: 1 masalah.\n  berkas ini tidak dapat dibuka, tutup berkas ini di program lain, lalu ulangi."
    )


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n", b"  \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_an_empty_file_is_told(tmp_path, content):
    assert problem(tmp_path, content) == "berkas ini kosong, ganti dengan berkas yang berisi data."


def test_windows_1252_is_told(tmp_path):
    assert problem(tmp_path, "Syarat,Saran\n4,Café\n".encode("cp1252")) == f"bukan teks UTF-8, {SAVE_ADVICE}."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_text_of_excel_is_told(tmp_path, encoding):
    mark = {"utf-16": "", "utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}[encoding]
    content = f"{mark}Syarat\tBiaya\n".encode(encoding)
    assert problem(tmp_path, content) == f"ini teks UTF-16, bukan UTF-8, {SAVE_ADVICE}."


def test_utf_16_without_its_mark_is_told(tmp_path):
    assert problem(tmp_path, "Syarat,Biaya\n".encode("utf-16-le")) == f"bukan teks UTF-8, {SAVE_ADVICE}."


def test_a_workbook_is_told(tmp_path):
    buffer = io.BytesIO()
    pd.DataFrame({"Syarat": [4]}).to_excel(buffer)
    assert problem(tmp_path, buffer.getvalue()) == f"ini buku kerja Excel (XLSX), bukan CSV, {SAVE_ADVICE}."


def test_an_old_workbook_is_told(tmp_path):
    content = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)  # the first bytes of every XLS file
    assert problem(tmp_path, content) == f"ini buku kerja Excel (XLS), bukan CSV, {SAVE_ADVICE}."


@pytest.mark.parametrize("first", ["", ",,", " , "])
def test_a_first_row_without_text_is_told(tmp_path, first):
    expected = "baris 1: tidak memuat judul kolom, baris pertama seharusnya judul kolom."
    assert problem(tmp_path, f"{first}\nSyarat,Biaya\n") == expected


QUOTE_ADVICE = (
    "tanda kutip ganda tidak berpasangan atau diikuti teks lain, periksa tanda kutip di baris ini dan sesudahnya"
)


def test_a_quote_that_is_never_closed_is_told_with_its_row(tmp_path):
    assert problem(tmp_path, 'Saran,Biaya\nbaik,4\n"cepat,3\nlambat,2\n') == f"baris 3: {QUOTE_ADVICE}."


def test_a_quote_inside_a_quoted_cell_is_told_with_its_row(tmp_path):
    assert problem(tmp_path, 'Saran,Biaya\n"kata "baik" itu",4\n') == f"baris 2: {QUOTE_ADVICE}."


def test_rows_are_counted_as_a_spreadsheet_does_when_cells_have_line_breaks(tmp_path):
    assert problem(tmp_path, 'Saran\n"a\nb\nc"\n"d\n') == f"baris 3: {QUOTE_ADVICE}."


@pytest.mark.parametrize(("sign", "name"), [(";", "titik koma"), ("\t", "TAB")])
def test_another_separator_is_told(tmp_path, sign, name):
    content = f"Syarat{sign}Biaya\n4{sign}3\n"
    assert problem(tmp_path, content, ["Syarat", "Biaya"]) == f"selnya dipisahkan {name}, {COMMA_ADVICE}."


def test_a_semicolon_is_told_when_headings_contain_commas(tmp_path):
    content = "Menurut Bapak, apakah sesuai?;Menurut Bapak, apakah mudah?\n4;3\n"
    wanted = ["Menurut Bapak, apakah sesuai?", "Menurut Bapak, apakah mudah?"]
    assert problem(tmp_path, content, wanted) == f"selnya dipisahkan titik koma, {COMMA_ADVICE}."


def test_a_semicolon_is_told_when_headings_are_quoted(tmp_path):
    content = '"Syarat";"Biaya"\n4;3\n'
    assert problem(tmp_path, content, ["Syarat"]) == f"selnya dipisahkan titik koma, {COMMA_ADVICE}."


def test_a_semicolon_is_told_when_no_heading_is_known(tmp_path):
    assert problem(tmp_path, "A;B\n4;3\n", ["Syarat"]) == f"selnya dipisahkan titik koma, {COMMA_ADVICE}."


def test_the_separator_line_of_excel_is_told(tmp_path):
    assert problem(tmp_path, "sep=;\nSyarat;Biaya\n", ["Syarat"]) == f"selnya dipisahkan titik koma, {COMMA_ADVICE}."


def test_a_semicolon_inside_headings_does_not_matter(tmp_path):
    heading = "Syarat; dokumen"
    assert records(tmp_path, f"{heading},Biaya\n4,3\n", [heading, "Biaya"])[0] == [heading, "Biaya"]


def test_lines_above_the_heading_are_told(tmp_path):
    content = "HASIL SURVEI,,\n,,\nNo,Syarat,Biaya\n1,4,3\n"
    assert problem(tmp_path, content, ["Syarat", "Biaya"]) == (
        "judul kolom berada di baris 3, hapus 2 baris di atasnya."
    )
