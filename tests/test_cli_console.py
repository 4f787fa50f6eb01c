"""Nothing that is printed steers the terminal."""

import io

import pytest
from rich.table import Table

from skmlib.cli_console import SafeConsole


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
