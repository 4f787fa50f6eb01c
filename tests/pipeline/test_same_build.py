"""Two builds of the same inputs, in different places and settings: the same bytes, and nothing of the machine in them."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ("2019-S1/sekadau", "2024/kasn", "2024-S1/kemensos-terbit", "2023/biro-humas")
# What may differ: when, where and from which commit a report was built.
APART = "build.json"
SETTINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "LANG": "C", "COLUMNS": "80"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Jayapura", "LC_ALL": "de_DE.UTF-8", "LANG": "id_ID.UTF-8", "COLUMNS": "200"},
)


def build(folder, *, jobs, settings):
    """Build a copy of the project's samples, and give every published file by its name."""
    for name in ("params", "data", "notebooks"):
        shutil.copytree(ROOT / name, folder / name)
    words = ("--root", str(folder), "build", "--jobs", str(jobs), *REPORTS)
    done = subprocess.run(
        [sys.executable, "-m", "skmlib.cli", *words],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | settings,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    paths = [path for path in (folder / "outputs").rglob("*") if path.is_file() and ".kerja" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.name != APART}


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    first = build(tmp_path_factory.mktemp("a") / "proyek", jobs=1, settings=SETTINGS[0])
    deep = tmp_path_factory.mktemp("b") / "folder lain" / "lebih dalam"
    return first, build(deep / "proyek SKM", jobs=3, settings=SETTINGS[1])


@pytest.mark.slow
def test_builds_elsewhere_with_other_settings_give_the_same_bytes(builds):
    first, second = builds
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    kinds = {Path(name).suffix for name in first}
    assert {".html", ".pdf", ".ipynb", ".xlsx", ".json"} <= kinds
    assert "outputs/index.html" in first


@pytest.mark.slow
def test_nothing_of_the_machine_stands_in_a_report(builds):
    names = {socket.gethostname(), getpass.getuser()}
    traces = {"proyek SKM", "pytest-of-", str(ROOT)} | {
        name for name in names if len(name) > 5
    }  # "vm" stands in many words
    for files in builds:
        for name, content in files.items():
            assert [trace for trace in traces if trace.encode() in content] == [], name
