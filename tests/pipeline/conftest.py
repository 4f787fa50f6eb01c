"""A folder of published reports, written by hand: the index reads no more than this."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import nbformat
import pytest

REPORT_FILES = ("laporan-skm.html", "laporan-skm.ipynb", "laporan-skm.pdf", "olah-data.xlsx", "build.json")


def exact(text: str, value: float) -> dict[str, Any]:
    return {"pecahan": text, "nilai": value, "tercetak": "tidak dibaca"}


@pytest.fixture
def publish(tmp_path: Path) -> Callable[..., Path]:
    """Write a published folder below `outputs`, and give its place."""

    def write(
        place: str,
        hasil: dict[str, Any] | None = None,
        *,
        nama: str = "Loket Satu",
        instansi: str = "Kota A",
        files: Sequence[str] = REPORT_FILES,
    ) -> Path:
        folder = tmp_path / "outputs" / place
        folder.mkdir(parents=True)
        manifest = {"instansi": {"nama": instansi}, "parameter": {"nama": nama, "instansi": "kota-a"}}
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        if hasil is not None:
            (folder / "hasil.json").write_text(json.dumps({"nama": nama} | hasil), encoding="utf-8")
        for name in files:
            (folder / name).write_bytes(b"")
        return folder

    return write


@pytest.fixture
def survey_result() -> dict[str, Any]:
    """The figures of a survey as `hasil.json` holds them: 88.305 is 88.31 half up, and the change before it -2.24."""
    return {
        "ikm": {
            "n": 1188,
            "ikm": exact("17661/200", 88.305),
            "mutu": "A",
            "kinerja": "Sangat baik",
            "low": {"nilai": 87.5, "tercetak": "87,50"},
            "high": {"nilai": 89.25, "tercetak": "89,25"},
        },
        "trend": {
            "periods": [
                {"periode": "2023", "perubahan_ikm": None, "perubahan_ni": None},
                {
                    "periode": "2024",
                    "perubahan_ikm": exact("-56/25", -2.24),
                    "desimal_perubahan_ikm": None,
                    "terhadap": "2023",
                },
            ]
        },
        "findings": [{"jenis": "a"}, {"jenis": "b"}],
    }


def make_notebook(path: Path, *sources: str) -> Path:
    """Write a notebook whose first cell takes parameters and whose second one sets up."""
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


@pytest.fixture(scope="session")
def make_notebooks() -> Callable[[Path, dict[str, str]], None]:
    """Write notebooks of one cell each, by their names."""

    def write(root: Path, cells: dict[str, str]) -> None:
        for name, cell in cells.items():
            make_notebook(root / f"notebooks/{name}.ipynb", 'unit = ""\nperiode = ""', "import skmlib as skm", cell)

    return write


@pytest.fixture
def write_notebook() -> Callable[..., Path]:
    return make_notebook


@pytest.fixture
def loket(project):
    """The project with three respondents and notebooks of one cell, replaced by `write_notebook(name, *cells)`."""

    def write(name: str, *cells: str) -> Path:
        head = ('unit = "loket"\nperiode = "2025-S1"', "import skmlib as skm")
        return make_notebook(project.root / f"notebooks/{name}.ipynb", *head, *cells)

    project.write_responses("3,4,3,4,3,4,3,4,3", "4,4,4,4,4,4,4,4,4", "2,3,3,3,3,3,3,3,3")
    project.write_notebook = write
    write("laporan_skm", "skm.read_survey(unit, periode).tally.responden")
    return project
