"""CSV files as an analyst saves them: what is read, and how to save the rest again."""

import pytest

from skmlib.problems import DataError
from skmlib.survey.csv_file import read_records, read_text

SAVE_ADVICE = "simpan ulang dari Excel sebagai 'CSV UTF-8' atau XLSX"


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


@pytest.mark.parametrize("there", ["Responden.csv", "responden.csv.csv", "responden.xlsx", "responden.xls"])
def test_a_missing_file_gets_the_nearest_one(tmp_path, there):
    (tmp_path / there).write_bytes(b"x")
    (tmp_path / f"~${there}").write_bytes(b"x")  # the lock that Excel leaves beside an open file
    with pytest.raises(DataError) as caught:
        read_text(tmp_path / "responden.csv", berkas="responden.csv")
    assert str(caught.value) == (
        "responden.csv: 1 masalah.\n  berkas ini tidak ada, letakkan ekspor survei di sini. "
        f"Mungkin maksudnya {there!r}? Pakai nama itu (dalam parameter: pada 'data: responden'), atau ganti nama berkasnya."
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


def test_windows_1252_is_read(tmp_path):
    # 0x96 is an en dash and 0x92 a right quote in Windows-1252, and neither is UTF-8
    assert records(tmp_path, b"Syarat,Saran\n4,Jum\x92at \x96 pagi\n")[1] == ["4", "Jum\u2019at – pagi"]


def test_bytes_of_no_encoding_are_told(tmp_path):
    expected = (
        f"hurufnya bukan UTF-8, UTF-16, atau Windows-1252, {SAVE_ADVICE}."  # 0x81 stands for nothing in Windows-1252
    )
    assert problem(tmp_path, b"Syarat,Saran\n4,\x81\n") == expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_text_of_excel_is_read(tmp_path, encoding):
    mark = {"utf-16": "", "utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}[encoding]
    content = f"{mark}Syarat\tBiaya\r\n4\t3\r\n".encode(encoding)
    assert records(tmp_path, content) == [["Syarat", "Biaya"], ["4", "3"]]


def test_utf_16_without_its_mark_is_told(tmp_path):
    content = "Syarat,Biaya\n".encode("utf-16-le")
    assert problem(tmp_path, content) == f"bukan teks atau buku kerja yang dikenal, {SAVE_ADVICE}."


def test_half_a_character_of_utf_16_is_told(tmp_path):
    with pytest.raises(DataError):
        records(tmp_path, "Syarat".encode("utf-16") + b"\x00")


QUOTE_ADVICE = (
    "tanda kutip ganda tidak berpasangan atau diikuti teks lain, periksa tanda kutip di baris ini dan sesudahnya"
)


def test_a_quote_that_is_never_closed_is_told_with_its_row(tmp_path):
    assert problem(tmp_path, 'Saran,Biaya\nbaik,4\n"cepat,3\nlambat,2\n') == f"baris 3: {QUOTE_ADVICE}."


def test_a_quote_inside_a_quoted_cell_is_told_with_its_row(tmp_path):
    assert problem(tmp_path, 'Saran,Biaya\n"kata "baik" itu",4\n') == f"baris 2: {QUOTE_ADVICE}."


def test_rows_are_counted_as_a_spreadsheet_does_when_cells_have_line_breaks(tmp_path):
    assert problem(tmp_path, 'Saran\n"a\nb\nc"\n"d\n') == f"baris 3: {QUOTE_ADVICE}."


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("wanted", [["Syarat", "Biaya"], []])
def test_any_usual_sign_may_part_the_cells(tmp_path, sign, wanted):
    content = f"Syarat{sign}Biaya{sign}Saran\n4{sign}3{sign}cepat\n"
    assert records(tmp_path, content, wanted) == [["Syarat", "Biaya", "Saran"], ["4", "3", "cepat"]]


def test_commas_inside_headings_and_comments_part_nothing_in_a_file_with_semicolons(tmp_path):
    content = "Menurut Bapak, apakah sesuai?;Saran, bila ada\n4;cepat, ramah, baik\n3;lama, sekali, ya\n"
    wanted = ["Menurut Bapak, apakah sesuai?", "Saran, bila ada"]
    assert records(tmp_path, content, wanted)[1] == ["4", "cepat, ramah, baik"]


def test_the_separator_line_of_excel_is_no_record_and_keeps_the_count_of_rows(tmp_path):
    assert records(tmp_path, "sep=;\nSyarat;Biaya\n4;3\n") == [[], ["Syarat", "Biaya"], ["4", "3"]]


def test_a_semicolon_inside_headings_does_not_matter(tmp_path):
    heading = "Syarat; dokumen"
    assert records(tmp_path, f"{heading},Biaya\n4,3\n", [heading, "Biaya"])[0] == [heading, "Biaya"]
