"""The workbook of an annotator, opened with openpyxl: what can be edited, what can be chosen, and that texts stay texts."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.parameters import load_parameters
from skmlib.pipeline.annotation_export import write_annotation_workbook
from skmlib.survey.annotation_import import read_annotated_file
from skmlib.survey.open_answers import clean_text
from skmlib.survey.unseen import show_unseen

COLUMNS = ["id_responden", "komentar", "sentimen", "unsur", "kutip"]
TASKS = [
    ("1c729e912aeb-1", "=SUM(A1)", "positif", "waktu", "ya"),
    ("123456789012-1", "-", "", "", ""),
    ("201912345678-2", "Baris satu\nbaris dua", "", "", ""),
]


@pytest.fixture
def write(project, tmp_path: Path):
    def call(*, name: str = "a.xlsx", annotator: str = "ani", tasks=TASKS, columns=COLUMNS) -> Path:
        frame = pd.DataFrame(tasks, columns=columns, dtype="str")
        parameters = load_parameters("loket", "2025-S1", root=project.root)
        write_annotation_workbook(frame, tmp_path / name, parameters=parameters, annotator=annotator)
        return tmp_path / name

    return call


def test_each_comment_stands_in_a_row_with_its_labels(write) -> None:
    sheet = openpyxl.load_workbook(write())["Komentar"]
    assert list(sheet.iter_rows(values_only=True)) == [
        tuple(COLUMNS),
        ("1c729e912aeb-1", "=SUM(A1)", "positif", "U3 Waktu penyelesaian", "ya"),
        ("123456789012-1", "-", None, None, None),
        ("201912345678-2", "Baris satu\nbaris dua", None, None, None),
    ]


def test_every_cell_is_a_text_and_none_a_formula(write) -> None:
    book = openpyxl.load_workbook(write())
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row if cell.value is not None}
    assert kinds == {"s"}


def test_only_the_labels_can_be_edited(write) -> None:
    sheet = openpyxl.load_workbook(write())["Komentar"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    unlocked = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    assert unlocked == {f"{column}{row}" for column in "CDE" for row in (2, 3, 4)}


def test_labels_are_chosen_from_lists(write) -> None:
    book = openpyxl.load_workbook(write())
    rules = {str(rule.sqref): rule for rule in book["Komentar"].data_validations.dataValidation}
    assert list(rules) == ["C2:C4", "D2:D4", "E2:E4"]
    assert {rule.type for rule in rules.values()} == {"list"}
    assert rules["C2:C4"].formula1 == '"positif,netral,negatif,tanpa_komentar"'
    assert rules["E2:E4"].formula1 == '"ya"'
    sheet, _, cells = rules["D2:D4"].formula1.partition("!")
    chosen = [row[0].value for row in book[sheet][cells.replace("$", "")]]
    assert (len(chosen), chosen[0], chosen[8]) == (9, "U1 Persyaratan", "U9 Sarana dan prasarana")


def test_the_heading_stays_in_view(write) -> None:
    sheet = openpyxl.load_workbook(write())["Komentar"]
    assert sheet.freeze_panes == "B2"
    assert sheet["B2"].alignment.wrap_text


def test_the_second_sheet_says_who_judges_and_what_labels_mean(write) -> None:
    sheet = openpyxl.load_workbook(write())["Petunjuk"]
    told = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}
    assert (told["Unit"], told["Periode"], told["Anotator"]) == ("Loket Contoh", "Semester I Tahun 2025", "ani")
    assert told["Aturan 1"].startswith("Nilai setiap komentar sendiri")
    assert (
        told["sentimen: tanpa_komentar"] == "Isian yang tidak mengatakan apa-apa, seperti '.', '-', 'tes', 'tidak ada'."
    )
    assert (
        "1 isian tampaknya tidak mengatakan apa-apa; tidak diisi otomatis, beri label tanpa_komentar setelah dibaca."
        in (told.values())
    )


def test_the_decider_sees_the_labels_of_all_and_cannot_change_them(write) -> None:
    tasks = [("a-1", "Cepat", "", "", "", "negatif, U3", "positif")]
    path = write(annotator="keputusan", tasks=tasks, columns=[*COLUMNS, "label ani", "label budi"])
    book = openpyxl.load_workbook(path)
    assert [cell.value for cell in book["Komentar"][2]][5:] == ["negatif, U3", "positif"]
    assert book["Komentar"]["F2"].protection.locked
    assert book["Petunjuk"]["B5"].value.startswith("Berkas ini untuk keputusan akhir.")


def test_the_same_tasks_give_the_same_bytes(write) -> None:
    assert write(name="a.xlsx").read_bytes() == write(name="b.xlsx").read_bytes()


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(st.text(min_size=1).map(clean_text).filter(bool), min_size=1, max_size=5))
def test_any_text_comes_back_with_the_same_words(make_project, texts: list[str]) -> None:
    project = make_project()
    parameters = load_parameters("loket", "2025-S1", root=project.root)
    tasks = pd.DataFrame([(f"a-{place}", text, "", "", "") for place, text in enumerate(texts)], columns=COLUMNS)
    path = project.root / "komentar-ani.xlsx"
    write_annotation_workbook(tasks, path, parameters=parameters, annotator="ani")
    rows = read_annotated_file(path, berkas="x").rows
    assert rows["id_responden"].tolist() == tasks["id_responden"].tolist()
    assert [clean_text(text).split() for text in rows["komentar"]] == [show_unseen(text).split() for text in texts]
