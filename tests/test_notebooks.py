"""The notebooks are thin: a table of contents with prose, one call a cell, and nothing stored."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

import skmlib
from skmlib.pipeline import report_jobs

EXPLORING = "jelajah.ipynb"
NOTEBOOKS = sorted((Path(skmlib.__file__).parent.parent / "notebooks").glob("*.ipynb"))
FORBIDDEN = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.If, ast.IfExp, ast.BinOp, ast.ListComp)
SHOWING_TAGS = {"table", "figure", "text"}


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.name)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tag_of(cell) -> str:
    assert len(cell.metadata.get("tags", [])) == 1, cell.id
    return cell.metadata.tags[0]


def test_every_notebook_is_a_report_or_the_exploring_one():
    reports = {Path(name).name for name in report_jobs.NOTEBOOKS.values()}
    assert {path.name for path in NOTEBOOKS} == reports | {EXPLORING}
    assert EXPLORING not in reports


def test_notebook_is_stored_without_outputs_and_metadata(notebook):
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    for cell in code_cells(notebook):
        assert not cell.outputs
        assert cell.execution_count is None
        assert set(cell.metadata) == {"tags"}, cell.id


def test_notebook_begins_with_title_parameters_and_setup(notebook):
    kinds = [cell.cell_type for cell in notebook.cells[:3]]
    assert kinds == ["markdown", "code", "code"]
    assert [tag_of(cell) for cell in notebook.cells[1:3]] == ["parameters", "setup"]


def test_parameters_are_unit_and_periode_as_text(notebook):
    values = {}
    for node in ast.parse(notebook.cells[1].source).body:
        values[node.targets[0].id] = ast.literal_eval(node.value)
    assert set(values) == {"unit", "periode"}
    assert all(isinstance(value, str) for value in values.values())


def test_cell_ids_are_named_and_stand_once(notebook):
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name) for name in ids)


def test_showing_cells_are_one_call(notebook):
    for cell in code_cells(notebook)[2:]:
        assert tag_of(cell) in SHOWING_TAGS, cell.id
        assert len(cell.source.splitlines()) <= 5, cell.id
        body = ast.parse(cell.source).body
        assert isinstance(body[-1], ast.Expr), cell.id
        assert isinstance(body[-1].value, ast.Call), cell.id


def test_cells_hold_no_logic(notebook):
    for cell in code_cells(notebook):
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, FORBIDDEN), f"{cell.id}: {type(node).__name__}"
            assert not (isinstance(node, ast.Name) and node.id in {"print", "open", "pd"}), cell.id


def test_calls_are_public_names(notebook):
    called = re.findall(r"skm\.(\w+)", "\n".join(cell.source for cell in code_cells(notebook)))
    assert set(called) <= set(skmlib.__all__)


def test_prose_holds_no_computed_number(notebook):
    allowed = re.compile(r"^#+ .*|^\d+\. |Nomor \d+|Tahun \d+|SHA-256", re.MULTILINE)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            assert not re.search(r"\d", allowed.sub("", cell.source)), cell.id


def shown_by(path: Path) -> dict[str, str]:
    """Read what each cell of an executed notebook shows, as HTML."""
    cells = code_cells(nbformat.read(path, as_version=4))
    return {cell.id: "".join(output.data["text/html"] for output in cell.outputs) for cell in cells if cell.outputs}


@pytest.fixture(scope="module")
def explore(sample_project, tmp_path_factory):
    def execute(unit: str, periode: str) -> dict[str, str]:
        target = tmp_path_factory.mktemp("jelajah") / EXPLORING
        command = [sys.executable, "-m", "papermill", f"notebooks/{EXPLORING}", str(target)]
        subprocess.run(
            [*command, "-r", "unit", unit, "-r", "periode", periode],
            cwd=sample_project,
            check=True,
            capture_output=True,
        )
        return shown_by(target)

    return execute


@pytest.mark.slow
def test_exploring_kasn_shows_groups_and_comments(explore):
    shown = explore("kasn", "2024")
    assert len(shown) == 13
    assert "Sudah cukup cepat" in shown["perbedaan-table"]
    assert "S2 dan ke atas" in shown["kelompok-table"]
    assert "<svg" in shown["kelompok-figure"]
    assert "Waktu penyelesaian" in shown["komentar-table"]


@pytest.mark.slow
def test_exploring_sekadau_says_what_it_does_not_have(explore):
    shown = explore("sekadau", "2019-S1")
    assert "tidak ada kelompok yang dinilai" in shown["kelompok-table"]
    assert "tidak memiliki komentar yang dianotasi" in shown["komentar-table"]
