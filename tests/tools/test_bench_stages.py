"""The cost per stage: which stages there are, that their parts come to the whole, and what a report holds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
ROUNDING = 0.1  # milliseconds, of each number


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    target = tmp_path_factory.mktemp("stages") / "stages.json"
    command = [sys.executable, "tools/bench_stages.py", "2019-S1/sekadau", "--runs", "1", "--json", str(target)]
    shown = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    return json.loads(target.read_text(encoding="utf-8")) | {"shown": shown}


@pytest.fixture(scope="module")
def cpu(measured):
    return {row["stage"]: row["cpu_ms"] for row in measured["stages"]}


@pytest.mark.slow
def test_every_stage_from_start_to_publishing_is_measured(measured, cpu):
    stages = list(cpu)
    assert stages[:2] == ["start of Python", "start of Python with all imports"]
    assert stages[-2:] == ["publish: hashes and manifest", "publish: swap of the folder"]
    for report in ("laporan-skm", "publikasi"):
        places = [stages.index(f"{report}: {stage}") for stage in ("notebook", "HTML", "PDF")]
        assert places == sorted(places)
    assert all(f"{stage[:20]}" in measured["shown"] for stage in stages)


@pytest.mark.slow
def test_cells_and_what_is_around_them_come_to_the_notebook(cpu):
    parts = [value for stage, value in cpu.items() if stage.startswith(("laporan-skm: cells", "laporan-skm: around"))]
    assert len(parts) == 5
    # The parameters' cell is of no kind, and takes next to nothing.
    assert sum(parts) <= cpu["laporan-skm: notebook"] + 6 * ROUNDING
    assert sum(parts) > 0.9 * cpu["laporan-skm: notebook"]


@pytest.mark.slow
def test_charts_come_to_all_charts(cpu):
    charts = [value for stage, value in cpu.items() if stage.startswith("laporan-skm: ") and "-figure" in stage]
    assert sum(charts) == pytest.approx(cpu["laporan-skm: cells, charts"], abs=ROUNDING * (len(charts) + 1))


@pytest.mark.slow
def test_charts_are_counted(measured):
    # 49 rows of nine answers and nothing else: the chart of the scores and the chart of the answers. A poster has no chart.
    costs = measured["costs"]
    assert costs["laporan-skm"]["charts"] == 2
    assert costs["publikasi"]["charts"] == 0
    assert costs["publikasi"]["pages"] == 1
    assert "cpu_ms_per_chart" not in costs["publikasi"]
