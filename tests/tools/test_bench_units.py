"""The benchmark's made-up project: accepted by `skm check`, the same for the same seed, large enough to mean something."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from skmlib.cli import main

TOOL = Path(__file__).resolve().parents[2] / "tools/bench_units.py"
UNITS = ("unit-0001", "unit-0002")
NINE = {"persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana"}


def make(folder, *options, units=2, seed=7):
    command = [sys.executable, str(TOOL), str(folder), "--units", str(units), "--seed", str(seed), *options]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def read_files(folder, *, unit="*"):
    names = (f"data/2025-S1/{unit}/*", f"params/2025-S1/{unit}.yml", "notebooks/*")
    return {path.relative_to(folder): path.read_bytes() for name in names for path in sorted(folder.glob(name))}


def read_rows(folder, unit, name):
    with (folder / f"data/2025-S1/{unit}/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make(tmp_path_factory.mktemp("bench") / "project")


def test_check_accepts_all_units(made):
    result = CliRunner().invoke(main, ["--root", str(made), "check"])
    assert result.exit_code == 0, result.output
    assert all(f"✓ 2025-S1/{unit}" in result.output for unit in UNITS)


def test_same_seed_gives_the_same_bytes(made, tmp_path):
    files = read_files(make(tmp_path / "again"))
    assert len(files) == 9  # three tables and the parameters of each unit, and the notebook
    assert files == read_files(made)


def test_planned_report_has_ten_tables_and_every_chart_and_sentence(made, tmp_path):
    whole, planned = (
        json.loads((project / "notebooks/laporan_skm.ipynb").read_text(encoding="utf-8"))["cells"]
        for project in (made, make(tmp_path / "planned", "--planned", units=1))
    )
    tables = [cell for cell in whole if "table" in cell["metadata"].get("tags", [])]
    kept = [cell for cell in planned if cell in tables]
    assert len(kept) == 10 < len(tables)
    assert [cell for cell in whole if cell not in tables] == [cell for cell in planned if cell not in kept]


def test_a_unit_does_not_depend_on_how_many_there_are(made, tmp_path):
    assert read_files(make(tmp_path / "one", units=1), unit=UNITS[0]) == read_files(made, unit=UNITS[0])


def test_other_seed_gives_other_answers(made, tmp_path):
    other = make(tmp_path / "other", units=1, seed=8)
    assert read_rows(other, UNITS[0], "responden") != read_rows(made, UNITS[0], "responden")


def test_units_have_about_a_thousand_respondents_and_differ(made):
    sizes = [len(read_rows(made, unit, "responden")) for unit in UNITS]
    assert all(833 <= size <= 1167 for size in sizes), sizes  # a sixth more or fewer
    assert sizes[0] != sizes[1]


@pytest.mark.parametrize("unit", UNITS)
def test_unit_fills_every_part_of_the_report(made, unit):
    params = yaml.safe_load((made / f"params/2025-S1/{unit}.yml").read_text(encoding="utf-8"))
    assert set(params["unsur"]) == NINE
    assert len(params["profil"]) == 4
    assert params["riwayat"][0]["periode"] == params["periode_sebelumnya"] == "2024-S2"
    comments = {row["id_responden"] for row in read_rows(made, unit, "komentar")}
    assert len(comments) == 60
    assert {row["periode"] for row in read_rows(made, unit, "tindak_lanjut")} == {"2024-S2", "2025-S1"}
