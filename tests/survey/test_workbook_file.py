"""Workbooks: sheets, titles, merged cells, numbers, dates."""

import datetime

import pytest
import xlsxwriter
from ods_by_hand import cell, row, write_ods

from skmlib.problems import DataError
from skmlib.survey.table_file import read_table
from skmlib.survey.workbook_file import spell_cell

ANSWERS = ["4", 3, 2.0]


def workbook(tmp_path, **sheets):
    """Write sheets of rows; a cell may be a text, a number, a date; `merge` is written by the test itself."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write(place, column, cell)
    return path


def read(path, **options):
    return read_table(path, berkas="a.xlsx", **options)


def problem(path, **options):
    with pytest.raises(DataError) as caught:
        read(path, **options)
    return str(caught.value).removeprefix("a.xlsx: 1 masalah.\n  ")


def test_numbers_stored_as_text_or_number_read_alike(tmp_path):
    table = read(workbook(tmp_path, Data=[["A", "B", "C"], ["4", 4, 4.0]]))
    assert table.rows == {2: ["4", "4", "4"]}


def test_dates_read_year_first(tmp_path):
    moments = [datetime.date(2025, 3, 4), datetime.datetime(2025, 3, 4, 9, 12, 33)]
    assert read(workbook(tmp_path, Data=[["A", "B"], moments])).rows == {2: ["2025-03-04", "2025-03-04 09:12:33"]}


def test_the_sheet_with_the_headings_is_read_and_told(tmp_path):
    path = workbook(
        tmp_path, Petunjuk=[["Isi Syarat dengan 1 sampai 4"]], Data=[["Syarat"], [4]], Rekap=[["Rata-rata"], [3.5]]
    )
    table = read(path, wanted=["Syarat"])
    assert (table.rows, table.told) == ({2: ["4"]}, ("Dari 3 lembar, yang dibaca adalah 'Data'.",))


def test_a_named_sheet_is_read(tmp_path):
    path = workbook(tmp_path, TW1=[["Syarat"], [4]], TW2=[["Syarat"], [3]])
    assert read(path, wanted=["Syarat"], lembar="tw2").rows == {2: ["3"]}


def test_a_sheet_that_is_not_there_is_told_with_the_nearest(tmp_path):
    path = workbook(tmp_path, Petunjuk=[["x"]], Jawaban=[["Syarat"], [4]])
    assert problem(path, lembar="Jawabn") == (
        "lembar 'Jawabn' tidak ada, lembar yang ada: 'Petunjuk', 'Jawaban'. Mungkin maksudnya 'Jawaban'?"
    )


def test_title_and_heading_of_two_rows_with_merged_cells(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 3, "REKAP SURVEI 2025")
        sheet.merge_range(1, 0, 2, 0, "No")
        sheet.merge_range(1, 1, 1, 2, "UNSUR PELAYANAN")
        sheet.merge_range(1, 3, 2, 3, "Saran")
        sheet.write_row(2, 1, ["Syarat", "Biaya"])
        sheet.write_row(3, 0, [1, 4, 3, "cepat"])
    table = read(path, wanted=["Syarat", "Biaya", "Saran"])
    assert (table.headings, table.rows) == (("No", "Syarat", "Biaya", "Saran"), {4: ["1", "4", "3", "cepat"]})
    assert table.told == ("Baris 1 dan 2 di atas judul tidak dibaca.",)


def test_a_value_merged_downwards_stands_for_every_row(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Layanan", "Syarat"])
        sheet.merge_range(1, 0, 3, 0, "KTP")
        sheet.write_column(1, 1, [4, 3, 2])
    assert [row[0] for row in read(path).rows.values()] == ["KTP", "KTP", "KTP"]


def test_a_value_merged_downwards_stands_for_every_row_of_an_ods_file_too(tmp_path):
    lines = [row("Layanan", "Syarat"), row(cell("KTP", ' table:number-rows-spanned="3"'), 4)]
    lines += [row("<table:covered-table-cell/>", answer) for answer in (3, 2)]
    write_ods(tmp_path / "a.ods", {"Data": [*lines, row("KK", 1)]})
    assert [record[0] for record in read(tmp_path / "a.ods").rows.values()] == ["KTP", "KTP", "KTP", "KK"]


def test_a_form_with_more_merged_cells_than_cells_is_no_harm(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Data").write_column(0, 0, ["Syarat", 4])
        form = book.add_worksheet("Formulir")
        form.write(0, 0, "Isian")
        for row in range(1, 9):
            form.merge_range(row, 0, row, 1, "")
    assert read(path, wanted=["Syarat"]).rows == {2: ["4"]}


def test_a_note_to_the_right_is_a_column_without_heading(tmp_path):
    table = read(workbook(tmp_path, Data=[["Syarat"], [4, None, "dicek ulang"], [3]]))
    assert table.headings == ("Syarat", "(kolom 2 tanpa judul)", "(kolom 3 tanpa judul)")


@pytest.mark.parametrize("content", [b"PK\x03\x04rusak", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)])
def test_a_broken_or_locked_workbook_is_told(tmp_path, content):
    (tmp_path / "a.xlsx").write_bytes(content)
    assert problem(tmp_path / "a.xlsx") == (
        "buku kerja ini rusak, terkunci kata sandi, atau bukan Excel/ODS, buka di Excel, hapus kata sandinya, simpan ulang "
        "sebagai XLSX."
    )


def test_an_empty_workbook_is_told(tmp_path):
    assert problem(workbook(tmp_path, Data=[])) == "buku kerja ini kosong, ganti dengan berkas yang berisi data."


@pytest.mark.parametrize(
    ("value", "spelt"),
    [(None, ""), (4.0, "4"), (3.25, "3.25"), (True, "TRUE"), ("4", "4"), (datetime.time(9, 5), "09:05:00")],
)
def test_a_cell_is_spelt_as_a_person_would_copy_it(value, spelt):
    assert spell_cell(value) == spelt
