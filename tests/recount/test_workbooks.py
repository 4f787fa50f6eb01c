"""Both counts come to the same figures from workbooks, and the second one reads their cells as the dictionary says."""

import datetime
import json

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.pipeline.kinds import read_source
from skmlib.recount.compare import compare
from skmlib.recount.recount import recount_survey
from skmlib.recount.xlsx import read_xlsx

ONLY_FIRST = ("agreement/", "findings/", "printed/jumlah_prioritas", "printed/rencana_atas")
HEADINGS = ("Syarat", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana")
MORE = ("Layanan", "Usia", "Tanggal", "Saran")
CHANGED = """
layanan: {kolom: Layanan, kategori: [KTP, KK, Akta]}
profil:
  usia: {nama: Usia, kolom: Usia, kategori: [< 20, 20-29, 30 tahun ke atas]}
"""
DATA = "data: {{responden: {name}, kolom_waktu: Tanggal, kolom_komentar: Saran}}\n"

answers = st.sampled_from([None, 1, 2.0, "3", 3, "4 ", 4, 4.0])
rows = st.lists(
    st.tuples(
        *[answers] * 9,
        st.sampled_from(["KTP", "KTP", "KK", "KK", "Akta", None, "Pindah", "K & <K>"]),
        st.sampled_from([17, 20.0, "29", 30, "64 tahun", None]),
        st.sampled_from([None, datetime.date(2025, 5, 2), datetime.datetime(2025, 5, 3, 9, 5, 7), "4 Mei 2025"]),
        st.sampled_from([None, "cepat", "baris\nbaru", 2.5, True]),
    ),
    min_size=1,
    max_size=20,
).filter(lambda table: any(any(row[:9]) for row in table))


def assert_both_counts_agree(project):
    """Compare `hasil.json`, as a build writes it, with the second count."""
    folder = project.root / "hasil"
    folder.mkdir(exist_ok=True)
    read_source("loket", "2025-S1", root=project.root).write_files(folder)
    hasil = json.loads((folder / "hasil.json").read_text(encoding="utf-8"))
    found = compare(hasil, recount_survey("loket", "2025-S1", root=project.root))
    assert found.differences == ()
    assert [path for path in found.not_recounted if not path.startswith(ONLY_FIRST)] == []
    assert found.recounted > 100


@pytest.fixture
def workbook(project):
    """Give a project whose answers stand in a workbook; the folder for it is there."""
    project.add(CHANGED + DATA.format(name="responden.xlsx"))
    folder = project.root / "data/2025-S1/loket"
    folder.mkdir(parents=True)
    return project, folder / "responden.xlsx"


@settings(max_examples=30, deadline=None)
@given(table=rows, above=st.integers(0, 3), left=st.integers(0, 2))
def test_both_counts_agree_on_xlsx(make_project, table, above, left):
    project = make_project()
    project.add(CHANGED + DATA.format(name="responden.xlsx"))
    book = openpyxl.Workbook()
    for row, line in enumerate([[*HEADINGS, *MORE], *table], start=above + 1):
        for column, cell in enumerate(line, start=left + 1):
            book.active.cell(row, column, cell)
    (project.root / "data/2025-S1/loket").mkdir(parents=True)
    book.save(project.root / "data/2025-S1/loket/responden.xlsx")
    assert_both_counts_agree(project)


def test_cells_of_a_workbook_are_texts_as_a_person_would_copy_them(tmp_path):
    # from 30 December 1899 to 4 March 2025: 2 days, 125 years of 365, 31 leap days, 31 + 28 + 3 days: 45720
    cells = [
        (3.0, None, "3"),
        (2.5, None, "2.5"),
        (True, None, "TRUE"),
        (45720, "dd/mm/yyyy", "2025-03-04"),
        (45720.25, "dd/mm/yyyy", "2025-03-04 06:00:00"),
        (45720, '0 "hari"', "45720"),
        (0.5, "hh:mm", "12:00:00"),
        (" a ", None, " a "),
    ]
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, (value, code, _) in enumerate(cells):
            sheet.write(row, 1, value, book.add_format({"num_format": code}) if code else None)
        sheet.write_formula(len(cells), 0, "=1+1", None, 2)
        sheet.write_formula(len(cells), 1, "=1/0", None, "#DIV/0!")
    (read,) = read_xlsx(path)
    assert read.rows == (*(("", text) for _, _, text in cells), ("2",))
