"""The worksheet: its live formulas, computed by a library that computes spreadsheets, give the published index."""

import formulas
import openpyxl
import pytest

from skmlib.pipeline.worksheet import write_worksheet
from skmlib.survey.dataset import read_survey
from skmlib.survey.summary import summarise_survey

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # inside `formulas` and what it imports
]


def computed_cells(path) -> dict[tuple[str, str], object]:
    """Compute every formula of a workbook; no stored value is used."""
    model = formulas.ExcelModel().loads(str(path)).finish()
    cells = {}
    for name, ranges in model.calculate().items():
        if isinstance(name, str) and "!" in name and ":" not in name:
            sheet, cell = name.split("]", 1)[1].split("'!")
            cells[sheet.upper(), cell] = ranges.value[0, 0]
    return cells


def column_of(path, label: str) -> int:
    """Find the row that a label in column A names."""
    sheet = openpyxl.load_workbook(path)["Olah data"]
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == label)


def written(results, tmp_path):
    path = tmp_path / "olah-data.xlsx"
    write_worksheet(results, path)
    return path


@pytest.mark.slow
def test_live_formulas_of_sekadau_give_the_published_figures(sekadau, tmp_path):
    path = written(sekadau, tmp_path)
    cells = computed_cells(path)
    # Column sums and index as other programs computed them from the published rows.
    sums = [138, 139, 150, 177, 159, 163, 161, 143, 159]
    row = column_of(path, "Jumlah nilai")
    assert [int(cells["OLAH DATA", f"{letter}{row}"]) for letter in "BCDEFGHIJ"] == sums
    assert float(cells["OLAH DATA", f"B{column_of(path, 'IKM unit (NI x 25)')}"]) == pytest.approx(78.7415, abs=5e-5)
    assert cells["OLAH DATA", f"B{column_of(path, 'Mutu pelayanan')}"] == "B"


@pytest.mark.slow
def test_live_formulas_of_kasn_give_the_published_index(kasn, tmp_path):
    path = written(kasn, tmp_path)
    cells = computed_cells(path)
    # 8272 / (9 x 260) = 3.535043; x 25 = 88.376068
    assert float(cells["OLAH DATA", f"B{column_of(path, 'IKM unit (NI x 25)')}"]) == pytest.approx(88.376068, abs=5e-7)
    assert cells["OLAH DATA", f"B{column_of(path, 'Mutu pelayanan')}"] == "A"


def test_every_figure_below_the_answers_is_a_formula(sekadau, tmp_path):
    path = written(sekadau, tmp_path)
    sheet = openpyxl.load_workbook(path)["Olah data"]
    for label in ("Jumlah nilai", "Jumlah jawaban", "NRR per unsur", "Bobot", "NRR tertimbang", "Mutu"):
        row = column_of(path, label)
        assert all(str(sheet.cell(row, column).value).startswith("=") for column in range(2, 11)), label


def test_stored_values_are_those_of_the_formulas(sekadau, tmp_path):
    path = written(sekadau, tmp_path)
    stored = openpyxl.load_workbook(path, data_only=True)["Olah data"]
    # 138 / 49 = 2.816327
    assert stored.cell(column_of(path, "NRR per unsur"), 2).value == pytest.approx(138 / 49)
    assert stored.cell(column_of(path, "IKM unit (NI x 25)"), 2).value == pytest.approx(78.7415, abs=5e-5)


def test_rows_are_sorted_and_numbered_anew(sekadau, tmp_path):
    sheet = openpyxl.load_workbook(written(sekadau, tmp_path))["Olah data"]
    rows = [[sheet.cell(row, column).value for column in range(1, 11)] for row in range(6, 6 + 49)]
    assert [row[0] for row in rows] == list(range(1, 50))
    assert [row[1:] for row in rows] == sorted(row[1:] for row in rows)


def test_worksheet_holds_nothing_but_answers(kasn, tmp_path):
    book = openpyxl.load_workbook(written(kasn, tmp_path))
    assert book.sheetnames == ["Olah data", "Layanan", "Keterangan"]  # the second holds services, and no respondent
    pages = [sheet for sheet in book if sheet.title != "Layanan"]
    texts = {str(cell.value) for sheet in pages for row in sheet.iter_rows() for cell in row if cell.value is not None}
    for private in ("Pokja NKKNet", "Perempuan", "35-44", "2024-02-19", "Pemerintah Kabupaten/Kota"):
        assert not any(private in text for text in texts), private


def test_two_worksheets_have_the_same_bytes(sekadau, tmp_path):
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_worksheet(sekadau, first)
    write_worksheet(sekadau, second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.slow
def test_live_formulas_of_services_give_their_mean_and_all_respondents(project, tmp_path):
    # KTP 4, 4, 4, 4, 3, 3 and KK 3, 3, 3, 2, 4 to everything: 22/6 and 15/5; mean 10/3, all respondents 37/11
    rows = [(4, "KTP")] * 4 + [(3, "KTP")] * 2 + [(3, "KK")] * 3 + [(2, "KK"), (4, "KK")]
    project.add("layanan: {kolom: Layanan, kategori: [KTP, Akta, KK]}\nnilai_utama: rata_rata_layanan\n")
    cells = [",".join([str(nilai)] * 9) + f",{name}" for nilai, name in rows]
    project.write_responses(*cells, headings=f"{project.headings},Layanan")
    results = summarise_survey(read_survey("loket", "2025-S1", root=project.root))
    path = written(results, tmp_path)
    found, sheet = computed_cells(path), openpyxl.load_workbook(path, data_only=True)["Layanan"]
    names = {sheet.cell(row, 1).value: row for row in range(4, sheet.max_row + 1)}
    assert list(names) == ["KTP", "Akta", "KK", "Rata-rata layanan", "Seluruh responden"]
    for name, ikm, mutu in (
        ("KTP", 275 / 3, "A"),
        ("Rata-rata layanan", 250 / 3, "B"),
        ("Seluruh responden", 925 / 11, "B"),
    ):
        row = names[name]
        assert found["LAYANAN", f"C{row}"] * 25 == pytest.approx(ikm)
        assert (found["LAYANAN", f"M{row}"], found["LAYANAN", f"N{row}"]) == (pytest.approx(ikm), mutu)
        assert sheet[f"M{row}"].value == pytest.approx(ikm)  # what is stored with the formula
    assert [sheet.cell(row, 15).value for row in names.values()] == [None, None, None, "Nilai utama", "Pembanding"]


def test_hidden_service_leaves_no_score_and_no_mean(project, tmp_path):
    rows = [",".join(["4"] * 9) + ",KTP"] * 7 + [",".join(["3"] * 9) + ",KK"] * 6 + [",".join(["1"] * 9) + ",Akta"]
    project.add("layanan: {kolom: Layanan, kategori: [KTP, KK, Akta]}\n")
    project.write_responses(*rows, headings=f"{project.headings},Layanan")
    results = summarise_survey(read_survey("loket", "2025-S1", root=project.root))
    sheet = openpyxl.load_workbook(written(results, tmp_path))["Layanan"]
    cells = {row[0]: row[1:] for row in sheet.iter_rows(min_row=4, values_only=True)}
    assert cells["Akta"] == (1, *[None] * 10, "disembunyikan", None, None)
    assert cells["KK"] == (6, *[None] * 10, "disembunyikan", None, None)
    assert list(cells) == ["KTP", "KK", "Akta", "Seluruh responden"]
