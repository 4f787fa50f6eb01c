"""Both counts come to the same figures from workbooks, and the second one reads their cells as the dictionary says."""

import datetime
import json
from pathlib import Path

import openpyxl
import pytest
import xls_by_hand
import xlsxwriter
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from ods_by_hand import cell, row, typed, write_ods
from xls_by_hand import Formula, write_xls

from skmlib.pipeline.kinds import read_source
from skmlib.recount.compare import compare
from skmlib.recount.ods import read_ods
from skmlib.recount.reading import read_survey
from skmlib.recount.recount import recount_survey
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.table import read_table
from skmlib.recount.xls import read_xls
from skmlib.recount.xlsx import read_xlsx
from skmlib.survey.dataset import read_survey as read_first

# Making an example smaller would read hundreds of workbooks.
QUICK = settings(max_examples=20, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
HEADINGS = ("Syarat", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana")
MORE = ("Layanan", "Usia", "Lahir", "Tanggal", "Saran")
CHANGED = """
layanan: {kolom: Layanan, kategori: [KTP, KK, Akta]}
profil:
  usia: {nama: Usia, kolom: Usia, kategori: [< 20, 20-29, 30 tahun ke atas]}
  lahir: {nama: Umur, kolom: Lahir, kategori: [< 20, 20-39, 40 tahun ke atas], kelahiran: ya}
"""
DATA = "data: {{responden: {name}, kolom_waktu: Tanggal, kolom_komentar: Saran{more}}}\n"
SUMS = (
    [],
    [["Jumlah", *[25] * 9], ["Rata-rata", *[3.125] * 9], ["Kota Contoh"]],
    [[None, *[12.5] * 8, 3]] * 2,  # known as sums beside three respondents or more
    [["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]],
)

answers = st.sampled_from([None, 1, 2.0, "3", 3, "4 ", 4, 4.0])
rows = st.lists(
    st.tuples(
        *[answers] * 9,
        st.sampled_from(["KTP", "KTP", "KK", "KK", "Akta", None, "Pindah", "K & <K>"]),
        st.sampled_from([17, 20.0, "29", 30, "64 tahun", None]),
        st.sampled_from(
            [1985, "thn 2005", 34, "2/5/1985", datetime.date(2005, 5, 3), "lupa", None, 2025, "Pati, 9 Mei 2005"]
        ),
        st.sampled_from([None, datetime.date(2025, 5, 2), datetime.datetime(2025, 5, 3, 9, 5, 7), "4 Mei 2025"]),
        st.sampled_from([None, "cepat", "baris\nbaru", "em\u2013dash", 2.5, True]),
    ),
    min_size=1,
    max_size=16,
).filter(lambda table: any(any(line[:9]) for line in table))


def write_book(path: Path, lines: list[list[object]]) -> None:
    """Write one sheet in the format that the name of the file ends in."""
    if path.suffix == ".xls":
        write_xls(path, {"Data": lines}, page=1252 if "95" in path.name else None)
    elif path.suffix == ".ods":
        write_ods(path, {"Data": [row(*map(as_ods, line)) for line in lines]})
    else:
        book = openpyxl.Workbook()
        for place, line in enumerate(lines, start=1):
            for column, value in enumerate(line, start=1):
                book.active.cell(place, column, value)
        book.save(path)


def as_ods(value: object) -> str:
    """Write a cell of ODS; days have a type of their own."""
    if isinstance(value, datetime.date):
        return typed("date", "date-value", value.isoformat(), "tanggal")
    return cell(value)


def assert_both_counts_agree(project):
    """Compare `hasil.json`, as a build writes it, with the second count; respondents have the same ids."""
    folder = project.root / "hasil"
    folder.mkdir(exist_ok=True)
    read_source("loket", "2025-S1", root=project.root).write_files(folder)
    hasil = json.loads((folder / "hasil.json").read_text(encoding="utf-8"))
    found = compare(hasil, recount_survey("loket", "2025-S1", root=project.root))
    assert found.differences == ()
    assert found.not_recounted == ()
    assert found.recounted > 100
    first = read_first("loket", "2025-S1", root=project.root).responses.valid["id_responden"].tolist()
    assert [one.id for one in read_survey("loket", "2025-S1", root=project.root).respondents] == first


def project_with(project, name: str, more: str = "") -> Path:
    """Give the path of the export of a project whose parameters name it."""
    project.add(CHANGED + DATA.format(name=name, more=more))
    folder = project.root / "data/2025-S1/loket"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name


@pytest.mark.parametrize("name", ["responden.xlsx", "responden.ods", "responden.xls", "excel95.xls"])
@QUICK
@given(table=rows, above=st.integers(0, 2), left=st.integers(0, 2), sums=st.sampled_from(SUMS))
def test_both_counts_agree_on_workbooks(make_project, name, table, above, left, sums):
    project = make_project()
    margin = [None] * left
    assume(len(table) > 2 or sums[:1] != SUMS[2][:1])
    numbered = [[number, *line] for number, line in enumerate(table, start=1)]
    lines = [["REKAP"]] * above + [[*margin, *line] for line in (["No", *HEADINGS, *MORE], *numbered, *sums)]
    write_book(project_with(project, name), lines)
    assert_both_counts_agree(project)


@QUICK
@given(table=rows, sums=st.sampled_from(SUMS), told=st.sampled_from(["", ", baris_judul: 3"]))
def test_both_counts_agree_on_headings_of_two_rows(make_project, table, sums, told):
    project = make_project()
    path = project_with(project, "responden.xlsx", told)
    assume(len(table) > 2 or sums[:1] != SUMS[2][:1])
    upper = [None, "Unsur pelayanan", *[None] * 8, *MORE[:4], None]
    lower = ["No", *HEADINGS, *[None] * 4, "Saran"]
    numbers = [f"({number})" for number in range(1, 16)]
    lines = [[number, *line] for number, line in enumerate(table, start=1)]
    write_book(path, [["REKAP"], upper, lower, numbers, *lines, upper, lower, *lines, *sums])
    assert_both_counts_agree(project)


@QUICK
@given(table=rows, order=st.randoms(use_true_random=False))
def test_both_counts_agree_on_long_form(make_project, table, order):
    project = make_project()
    told = ", panjang: {kolom_responden: ID, kolom_pertanyaan: Soal, kolom_jawaban: Nilai}"
    path = project_with(project, "responden.xlsx", told)
    lines = [
        [f"r{number}", question, answer, *line[9:]]
        for number, line in enumerate(table)
        for question, answer in zip(HEADINGS, line[:9], strict=True)
    ]
    order.shuffle(lines)
    write_book(path, [["ID", "Soal", "Nilai", *MORE], *lines])
    assert_both_counts_agree(project)


@QUICK
@given(first=rows, second=rows)
def test_both_counts_agree_on_sheets_as_phases(make_project, first, second):
    project = make_project()
    path = project_with(project, "responden.xls")
    project.change("data: {responden: responden.xls,", "data: {tahap: [{nama: Pagi, responden: responden.xls, lembar: pagi}, "
                   "{nama: Sore, responden: responden.xls, lembar: Sore}],")  # fmt: skip
    project.change(
        "layanan: {kolom: Layanan, kategori: [KTP, KK, Akta]}", "layanan: {kolom: (tahap), kategori: [Pagi, Sore]}"
    )
    head = [*HEADINGS, *MORE]
    backwards = [list(reversed(line)) for line in (head, *second)]
    write_xls(path, {"Rekap": [["IKM", 80.5]], "Pagi": [head, *first], "Sore": [["Sore hari"], *backwards]})
    assert_both_counts_agree(project)


# From 30 December 1899 to 4 March 2025: 2 days, 125 years of 365, 31 leap days, 31 + 28 + 3 days: 45720.
CELLS = [
    (3.0, None, "3"),
    (2.5, None, "2.5"),
    (True, None, "TRUE"),
    (45720, "dd/mm/yyyy", "2025-03-04"),
    (45720.25, "dd/mm/yyyy", "2025-03-04 06:00:00"),
    (45720, '0 "hari"', "45720"),
    (0.5, "hh:mm", "12:00:00"),
    (" a ", None, " a "),
]


def test_cells_of_xlsx_are_texts_as_a_person_would_copy_them(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for place, (value, code, _) in enumerate(CELLS):
            sheet.write(place, 1, value, book.add_format({"num_format": code}) if code else None)
        sheet.write_formula(len(CELLS), 0, "=1+1", None, 2)
        sheet.write_formula(len(CELLS), 1, "=1/0", None, "#DIV/0!")
        sheet.merge_range(len(CELLS) + 1, 0, len(CELLS) + 2, 0, "KTP")
        sheet.write(len(CELLS) + 2, 1, "x")
    (read,) = read_xlsx(path)
    assert read.rows == (*(("", text) for _, _, text in CELLS), ("2",), ("KTP",), ("KTP", "x"))


@pytest.mark.parametrize(("page", "text"), [(1252, "Café – “ñ”"), (437, "é"), (10000, "é – ñ"), (32769, "–")])
def test_cells_of_excel_95_are_texts_of_its_code_page(tmp_path, page, text):
    lines = [[3, -7, 2.5, True, None, datetime.date(2025, 3, 4), text], [Formula(2.0), Formula(text)]]
    write_xls(tmp_path / "a.xls", {"Data": lines, text: [["x"]]}, page=page)
    one, other = read_xls(tmp_path / "a.xls")
    assert one.rows == (("3", "-7", "2.5", "TRUE", "", "2025-03-04", text), ("2", text))
    assert (other.name, other.rows) == (text, (("x",),))


def test_excel_95_with_an_unknown_code_page_is_refused(tmp_path, monkeypatch):
    monkeypatch.setitem(xls_by_hand.PAGES, 9999, "cp1252")
    write_xls(tmp_path / "a.xls", {"Data": [["a", 1]]}, page=9999)
    with pytest.raises(CannotRecountError, match=r"a\.xls rusak"):
        read_table(tmp_path / "a.xls", ["a"])


def test_cells_of_xls_are_texts_as_a_person_would_copy_them(tmp_path):
    # RK: 3 and -7 as whole numbers; 9,000 letters are more than a record holds, so the table of texts goes on in the next one
    day, moment = datetime.date(2025, 3, 4), datetime.datetime(2025, 3, 4, 6)
    long, wide = "a" * 9000, "\u2013" * 9000
    lines = [
        [3, -7, 2.5, True, None, day, moment, long, wide],
        [Formula(2.0), Formula("Sesuai"), Formula(True)],
        ["KTP"],
        [None, 1],
    ]
    write_xls(tmp_path / "a.xls", {"Data": lines, "Lain": [["x"]]}, merged=[(2, 3, 0, 0)])
    one, other = read_xls(tmp_path / "a.xls")
    assert (one.name, other.name, other.rows) == ("Data", "Lain", (("x",),))
    assert one.rows == (
        ("3", "-7", "2.5", "TRUE", "", "2025-03-04", "2025-03-04 06:00:00", long, wide),
        ("2", "Sesuai", "TRUE"),
        ("KTP",),
        ("KTP", "1"),
    )


def test_cells_of_ods_are_texts_as_a_person_would_copy_them(tmp_path):
    spanning = cell("KTP", ' table:number-rows-spanned="2"')
    lines = [
        row(3.0, 2.5, True, "dua\nbaris", typed("date", "date-value", "2025-03-04", "04/03/25")),
        row("a", cell(4, ' table:number-columns-repeated="3"'), more=' table:number-rows-repeated="2"'),
        row(spanning, "x"),
        row("<table:covered-table-cell/>", typed("date", "date-value", "2025-03-04T06:00:00", "pagi")),
        row('<table:table-cell table:number-columns-repeated="1024"/>', more=' table:number-rows-repeated="1048570"'),
    ]
    write_ods(tmp_path / "a.ods", {"Data": lines})
    (read,) = read_ods(tmp_path / "a.ods")
    assert read.rows == (
        ("3", "2.5", "TRUE", "dua\nbaris", "2025-03-04"),
        *[("a", "4", "4", "4")] * 2,
        ("KTP", "x"),
        ("KTP", "2025-03-04 06:00:00"),
    )


PAIRS = ["4", "3"] * 9  # importance, then the answer


def test_respondents_of_every_page_are_read_where_a_heading_was_merged_on_the_first_only(make_project):
    project = make_project()
    names = project.headings.split(",")
    for name in names:
        project.change(f"kolom: {name}}}", f"kolom: {name} - Kenyataan}}")
    over = ["No", *(cell for name in names for cell in (name, ""))]
    pairs = ["Harapan", "Kenyataan"] * 9
    # On the first page "No" was merged down, so it stands in both rows; on the second it was not.
    lines = [over, ["No", *pairs], ["1", *PAIRS], ["2", *PAIRS], over, ["", *pairs], ["3", *PAIRS]]
    text = "".join(f"{','.join(line)}\n" for line in lines)
    project.write("data/2025-S1/loket/responden.csv", text)
    first = read_source("loket", "2025-S1", root=project.root).data.responses.valid
    assert (len(first), len(read_survey("loket", "2025-S1", root=project.root).respondents)) == (3, 3)


@pytest.mark.parametrize("named", ["1", "2"])
def test_either_row_of_a_heading_may_be_named(make_project, named):
    project = make_project()
    project.add(f"data: {{baris_judul: {named}}}\n")
    over = "Unsur pelayanan,,,,Unsur petugas,,,,"
    rows = ["3,4,3,4,3,4,3,4,3", "4,4,4,4,4,4,4,4,3"]
    project.write("data/2025-S1/loket/responden.csv", "\n".join([over, project.headings, *rows]) + "\n")
    first = read_source("loket", "2025-S1", root=project.root).data.responses.valid
    assert (len(first), len(read_survey("loket", "2025-S1", root=project.root).respondents)) == (2, 2)
