"""Nothing that is printed steers the terminal."""

import io
import os

import pytest
from click.testing import CliRunner
from rich.table import Table

from skmlib.cli import main
from skmlib.cli_console import SafeConsole
from skmlib.problems import DataError, Problem

FILES = ("x\n✓ 2025 palsu.txt", "y\r✓ 2025 palsu.txt", "responden.csv\r\n✓ 2025 palsu.csv")


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    console = SafeConsole()
    console.file = io.StringIO()
    return console


def test_a_text_is_shown_with_signs(terminal):
    terminal.print("Loket \x1b]8;;https://x.invalid\x07\u202e", markup=False)
    assert terminal.file.getvalue() == "Loket ‹U+001B›]8;;https://x.invalid‹U+0007›‹U+202E›\n"


def test_a_cell_of_a_table_is_shown_with_signs(terminal):
    table = Table("Berkas")
    table.add_row("a\x1b[31m.csv")
    terminal.print(table)
    assert "a‹U+001B›[31m.csv" in terminal.file.getvalue()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_of_a_file_begins_no_line(project, threes):
    project.write_responses(threes)
    for name in FILES:
        project.write_bytes(f"data/2025-S1/loket/{name}", b"x")
    project.write_bytes("params/2025-S1/z\n✓ palsu.txt", b"")
    output = CliRunner().invoke(main, ["--root", str(project.root), "check"], env={"COLUMNS": "200"}).output
    assert [line for line in output.splitlines() if line.startswith("✓")] == [output.splitlines()[0]]
    assert "  • data/2025-S1/loket/x‹U+000A›✓ 2025 palsu.txt: Berkas ini tidak dibaca" in output
    assert "  • data/2025-S1/loket/y‹U+000D›✓ 2025 palsu.txt: " in output
    assert "params/2025-S1/z‹U+000A›✓ palsu.txt: diabaikan" in output


def test_a_name_in_a_problem_begins_no_line():
    error = DataError([Problem("data/a\n✓ 2025.csv", "tidak terbaca")])
    assert str(error) == "data/a‹U+000A›✓ 2025.csv: 1 masalah.\n  tidak terbaca."
