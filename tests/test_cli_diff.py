"""`skm diff` on the command line: exit status of diff(1), and the files it writes."""

import json
import shutil

import pytest
from click.testing import CliRunner

from skmlib.cli import main
from skmlib.pipeline.kinds import read_source


@pytest.fixture
def folders(project, threes, fours):
    """Two versions of one report: the second has one answer more of 4 in place of 3."""
    for name, rows in (("a", [threes] * 6), ("b", [threes] * 5 + [fours])):
        project.write_responses(*rows)
        (project.root / name).mkdir()
        read_source("loket", "2025-S1", root=project.root).write_files(project.root / name)
        (project.root / name / "manifest.json").write_text('{"masukan": {}, "keluaran": {"hasil.json": ""}}')
    return project.root / "a", project.root / "b"


def run(project, *words):
    return CliRunner().invoke(main, ["--root", str(project.root), "diff", *map(str, words)])


def test_same_folders_end_with_zero(project, folders):
    shutil.rmtree(folders[1])
    shutil.copytree(*folders)
    done = run(project, *folders)
    assert (done.exit_code, "Kedua versi sama" in done.output) == (0, True)


def test_different_folders_end_with_one_and_are_told(project, folders):
    # Six times 3 gives 75,00; five times 3 and once 4 gives 25 x 19/6 = 79,17.
    done = run(project, *folders, "--json", project.root / "x.json", "--html", project.root / "x.html")
    assert done.exit_code == 1
    assert "75,00" in done.output
    assert "79,17" in done.output
    told = json.loads((project.root / "x.json").read_text(encoding="utf-8"))
    assert told["lama"] == {"folder": str(folders[0]), "unit": "loket", "periode": "2025-S1"}
    index = next(change for change in told["angka"] if change["path"] == ["ikm", "ikm"])
    assert (index["lama"], index["baru"], index["selisih"]) == ("75,00", "79,17", "+4,17")
    assert "79,17" in (project.root / "x.html").read_text(encoding="utf-8")


def test_terminal_shows_the_first_of_each_part_and_counts_the_others(project, folders):
    for folder, n in zip(folders, (1, 2), strict=True):
        path = folder / "hasil.json"
        hasil = json.loads(path.read_text(encoding="utf-8"))
        hasil["extra"] = [{"unsur": f"soal {place}", "n": n} for place in range(40)]
        path.write_text(json.dumps(hasil), encoding="utf-8")
    short, long = run(project, *folders).output, run(project, *folders, "--all").output
    assert "soal 39" not in short
    assert "lagi; tampilkan dengan --all" in short
    assert [f"soal {place}, n" in long for place in range(40)] == [True] * 40
    assert "--all" not in long


def test_text_from_a_folder_steers_no_terminal(project, folders):
    path = folders[1] / "hasil.json"
    hasil = json.loads(path.read_text(encoding="utf-8"))
    hasil["alternatives"][0]["bobot"] = "[red]\x1b[31m\u202eeksak"
    hasil["findings"] = [{"berkas": "\x1b[2Ja.csv", "pesan": "[bold]pesan\x07"}]
    path.write_text(json.dumps(hasil), encoding="utf-8")
    done = run(project, *folders)
    assert done.exit_code == 1
    assert not {"\x1b", "\u202e", "\x07"} & set(done.output)
    assert "‹U+001B›[2Ja.csv" in done.output
    assert "[bold]pesan‹U+0007›" in done.output
    assert "[red]‹U+001B›" in done.output.replace("\n", "")


def test_what_cannot_be_read_ends_with_two(project, folders):
    done = run(project, folders[0], project.root / "c")
    assert (done.exit_code, "folder tidak ada" in done.output) == (2, True)


def test_file_that_cannot_be_written_is_told(project, folders):
    done = run(project, *folders, "--html", project.root / "tidak/ada.html")
    assert (done.exit_code, "tidak dapat ditulis" in done.output) == (2, True)
