"""A folder of published reports, written by hand: the index reads no more than this."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

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
                {"periode": "2024", "perubahan_ikm": exact("-56/25", -2.24), "desimal_perubahan_ikm": None},
            ]
        },
        "findings": [{"jenis": "a"}, {"jenis": "b"}],
    }
