"""Commands over hostile files: what they print steers no terminal, and what they write is what was typed."""

import json
import shutil
import unicodedata
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from skmlib.cli import main

UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
QUESTIONS = (
    "Persyaratan <script>[red]\x9b31m",
    "Prosedur [link=x]a[/]",
    "Waktu \u202e{{ 7*7 }}",
    "Biaya =1+1",
    "Produk $x$",
    'Kompetensi #eval("1")',
    "Perilaku `id` $(id)",
    "Pengaduan %s {0}",
    "Sarana",
)
FILE = "a\u202ev\x1bsc'; --.csv"


def call(root: Path, *words: str, expected: int = 0) -> str:
    """Run a command; give what it printed, in which no character may be one that nobody sees."""
    result = CliRunner().invoke(main, ["--root", str(root), *words], env={"COLUMNS": "400"})
    assert result.exit_code == expected, result.output
    assert {
        ascii(letter) for letter in result.output if letter != "\n" and unicodedata.category(letter) in UNSEEN
    } == set()
    return result.output


@pytest.fixture
def export(tmp_path) -> Path:
    """An export of forty rows with a hostile name, hostile headings and hostile values."""
    (tmp_path / "params").mkdir()
    headings = ["Timestamp", *QUESTIONS, "Jenis kelamin", "Saran"]
    genders = ("Laki-laki\u202e", "\x7fPerempuan")
    rows = [[f"2025-03-{row % 27 + 1:02}", *"342433432", genders[row % 2], f"Cepat \x9b {row}"] for row in range(40)]
    path = tmp_path / FILE
    path.write_text(
        "\n".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in [headings, *rows])
    )
    return path


def test_a_hostile_export_is_proposed_as_typed(export, tmp_path):
    said = call(tmp_path, "init", str(export), "--unit", "loket", "--periode", "2025-S1")
    assert "40 responden" in said
    text = (tmp_path / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    assert {ascii(letter) for letter in text if letter != "\n" and unicodedata.category(letter) in UNSEEN} == set()
    unsur = yaml.load(text, Loader=yaml.BaseLoader)["unsur"]
    assert [question["kolom"] for question in unsur.values()] == list(QUESTIONS)
    call(tmp_path, "check", expected=1)
    call(tmp_path, "list")


def test_a_hostile_file_is_counted(export, tmp_path):
    _, *rows = export.read_text().splitlines()
    answers = [",".join(f'"{answer}"' for answer in "342433432")] * len(rows)
    export.write_text("\n".join([",".join(f"U{number}" for number in range(1, 10)), *answers]))
    assert FILE.partition("\u202e")[0] in call(tmp_path, "tally", str(export))
    counted = json.loads(call(tmp_path, "tally", str(export), "--json"))
    # 3 + 4 + 2 + 4 + 3 + 3 + 4 + 3 + 2 = 28 of each respondent; 28 / 9 x 25 = 700/9
    assert counted["ikm"]["ikm"]["pecahan"] == "700/9"
    assert [Path(name).name for name in counted["berkas"]] == [FILE]


def test_hostile_columns_are_named_as_typed(export, tmp_path):
    counted = json.loads(call(tmp_path, "tally", str(export), "--json", "--columns", _csv(QUESTIONS)))
    assert list(counted["kolom"].values()) == list(QUESTIONS)


def _csv(names: tuple[str, ...]) -> str:
    return ",".join(f'"{name.replace(chr(34), chr(34) * 2)}"' for name in names)


@pytest.mark.parametrize("columns", ["'; DROP TABLE x; --", '"a""; SELECT 1; --"', "\x1b[31m,\u202e"])
def test_unknown_columns_are_refused_and_never_run(export, tmp_path, columns):
    nine = ",".join([columns, *(f"x{number}" for number in range(9 - columns.count(",") - 1))])
    said = CliRunner().invoke(main, ["--root", str(tmp_path), "tally", str(export), "--columns", nine])
    assert said.exit_code in (1, 2)
    assert "\x1b" not in said.output
    assert "\u202e" not in said.output


@pytest.mark.slow
def test_a_period_begun_from_a_hostile_one_carries_its_texts(hostile, tmp_path):
    for name in ("params", "data"):
        shutil.copytree(hostile.root / name, tmp_path / name)
    call(tmp_path, "new-period", "2025", "--from", "2024", "--unit", "kasn")
    old, new = (
        yaml.load((tmp_path / f"params/{periode}/kasn.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for periode in ("2024", "2025")
    )
    assert (new["nama"], new["unsur"], new["profil"]) == (old["nama"], old["unsur"], old["profil"])
