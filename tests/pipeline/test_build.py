"""Building: what a failure leaves behind, and that nothing half done is published."""

import json
from typing import get_args

import nbformat
import pytest

from skmlib.parameters.project import PERFORMANCE, RECAP
from skmlib.parameters.values import DaftarLaporan
from skmlib.pipeline import build as build_module
from skmlib.pipeline.build import build_report
from skmlib.pipeline.execution import ExecutionError, execute_report
from skmlib.problems import DataError

CELLS = [
    'unit = "loket"\nperiode = "2025-S1"',
    "import skmlib as skm",
    "skm.read_survey(unit, periode).tally.responden",
]


def write_notebook(path, *sources):
    tags = ["parameters", "setup"] + ["text"] * len(sources)
    cells = [
        nbformat.v4.new_code_cell(source, id=f"sel-{place}", metadata={"tags": [tag]})
        for place, (source, tag) in enumerate(zip(sources, tags, strict=False))
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


@pytest.fixture
def loket(project):
    project.write_responses("3,4,3,4,3,4,3,4,3", "4,4,4,4,4,4,4,4,4", "2,3,3,3,3,3,3,3,3")
    write_notebook(project.root / "notebooks/laporan_skm.ipynb", *CELLS)
    return project


def build(project):
    return build_report("loket", "2025-S1", root=project.root)


@pytest.mark.slow
def test_build_publishes_all_files_and_leaves_no_work_behind(loket):
    built = build(loket)
    assert built.folder == loket.root / "outputs/2025-S1/loket"
    assert built.files == (
        "build.json",
        "hasil.json",
        "laporan-skm.html",
        "laporan-skm.ipynb",
        "laporan-skm.pdf",
        "manifest.json",
        "olah-data.xlsx",
    )
    assert not any((loket.root / "outputs/.kerja").iterdir())


@pytest.mark.slow
def test_failed_cell_is_named_and_the_earlier_report_stays(loket):
    before = {path.name: path.read_bytes() for path in build(loket).folder.iterdir()}
    write_notebook(loket.root / "notebooks/laporan_skm.ipynb", *CELLS, "1 / 0")
    with pytest.raises(ExecutionError, match=r"^sel 'sel-3': ZeroDivisionError: division by zero$") as caught:
        build(loket)
    folder = loket.root / "outputs/2025-S1/loket"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert caught.value.notebook == loket.root / "outputs/gagal/2025-S1/loket/laporan-skm.ipynb"
    assert "ZeroDivisionError" in caught.value.notebook.read_text(encoding="utf-8")


@pytest.mark.slow
def test_all_reports_of_a_unit_stand_in_one_folder(loket):
    loket.add("laporan: [laporan-skm, publikasi]\n")
    write_notebook(loket.root / "notebooks/publikasi.ipynb", *CELLS)
    built = build(loket)
    assert built.reports == ("laporan-skm", "publikasi")
    made = {f"{name}.{suffix}" for name in built.reports for suffix in ("html", "ipynb", "pdf")}
    assert set(built.files) == made | {"build.json", "hasil.json", "manifest.json", "olah-data.xlsx"}
    manifest = json.loads((built.folder / "manifest.json").read_text(encoding="utf-8"))
    assert {"notebooks/laporan_skm.ipynb", "notebooks/publikasi.ipynb"} <= set(manifest["masukan"])


@pytest.mark.slow
def test_failure_of_one_report_leaves_the_folder_of_all_as_it_was(loket):
    before = {path.name: path.read_bytes() for path in build(loket).folder.iterdir()}
    loket.add("laporan: [laporan-skm, publikasi]\n")
    write_notebook(loket.root / "notebooks/publikasi.ipynb", *CELLS, "1 / 0")
    with pytest.raises(ExecutionError) as caught:
        build(loket)
    folder = loket.root / "outputs/2025-S1/loket"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert caught.value.notebook == loket.root / "outputs/gagal/2025-S1/loket/publikasi.ipynb"
    assert not any((loket.root / "outputs/.kerja").iterdir())


@pytest.mark.slow
def test_word_draft_is_published_on_request_and_named_in_the_manifest(loket):
    built = build_report("loket", "2025-S1", root=loket.root, with_word=True)
    assert "laporan-skm.docx" in built.files
    manifest = json.loads((built.folder / "manifest.json").read_text(encoding="utf-8"))
    assert "laporan-skm.docx" in manifest["keluaran"]
    assert "laporan-skm.docx" not in build(loket).files


def test_every_kind_of_report_has_a_notebook(root):
    kinds = get_args(get_args(DaftarLaporan)[0])[0]
    assert {*get_args(kinds), RECAP, PERFORMANCE} == set(build_module.NOTEBOOKS)
    assert all((root / notebook).is_file() for notebook in build_module.NOTEBOOKS.values())


@pytest.mark.slow
def test_next_good_build_removes_the_failed_notebook(loket):
    write_notebook(loket.root / "notebooks/laporan_skm.ipynb", *CELLS, "1 / 0")
    with pytest.raises(ExecutionError):
        build(loket)
    write_notebook(loket.root / "notebooks/laporan_skm.ipynb", *CELLS)
    build(loket)
    assert not (loket.root / "outputs/gagal/2025-S1/loket").exists()


def test_wrong_data_stops_before_the_notebook_runs(loket, monkeypatch):
    monkeypatch.setattr(build_module, "run_jobs", lambda *args, **named: pytest.fail("the notebook ran"))
    loket.write_responses("5,4,3,4,3,4,3,4,3")
    with pytest.raises(DataError):
        build(loket)
    assert not (loket.root / "outputs/2025-S1").exists()


def test_file_that_changes_while_the_report_is_made_is_not_published(loket, monkeypatch):
    def change_data(*args, **named):
        loket.write_responses("1,1,1,1,1,1,1,1,1")

    monkeypatch.setattr(build_module, "_make_reports", change_data)
    with pytest.raises(DataError) as caught:
        build(loket)
    assert str(caught.value) == (
        "data/2025-S1/loket/responden.csv: 1 masalah.\n"
        "  berubah selama laporan dibuat, simpan berkas itu, lalu jalankan lagi."
    )
    assert not (loket.root / "outputs/2025-S1").exists()


def test_notebook_with_other_parameters_is_refused(tmp_path):
    notebook = write_notebook(tmp_path / "n.ipynb", 'unit = "a"\ntahun = "2025"')
    with pytest.raises(
        ValueError, match=r"found the parameters \['tahun', 'unit'\], allowed are \['periode', 'unit'\]"
    ):
        execute_report(notebook, tmp_path / "out.ipynb", unit="a", periode="2025", root=tmp_path)
