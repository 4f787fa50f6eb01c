"""`skm tally`: what it prints for a person, for a program, and when something is wrong."""

import json
import sys

import pytest
from click.testing import CliRunner

from skmlib.cli import main

HEADING = "U1,U2,U3,U4,U5,U6,U7,U8,U9"


@pytest.fixture
def run(project, monkeypatch):
    monkeypatch.chdir(project.root)

    def call(*words, columns="200"):
        return CliRunner().invoke(main, ["--root", str(project.root), "tally", *words], env={"COLUMNS": columns})

    return call


def test_table_and_sentences(run, project):
    project.write("a.csv", f"{HEADING}\n3,4,4,4,4,4,4,4,4\n3,2,4,4,4,4,4,4,4\n")
    project.write("b.csv", f"{HEADING}\n3,,4,4,4,4,4,4,4\n,,,,,,,,\n")
    done = run("a.csv", "b.csv")
    assert done.exit_code == 0
    lines = [line.rstrip() for line in done.output.splitlines()]
    assert "U1      0   0   3    0         3        0" in lines
    assert "U2      0   1   0    1         2        1" in lines
    assert "Semua   0   1   3   22        26        1" in lines
    # U1 3, U2 (4 + 2) / 2 = 3, the others 4: (3 + 3 + 7 x 4) / 9 x 25 = 94.44
    assert [line.split()[:4] for line in lines if line.startswith("U2 ")][1] == ["U2", "3,00", "75,00", "C"]
    assert lines[-4:-1] == [
        "2 berkas, 4 baris dibaca.",
        "1 baris dikeluarkan: tidak ada unsur yang dijawab.",
        "IKM 94,44 dari 3 responden dengan bobot eksak: mutu A, kinerja “Sangat baik”.",
    ]
    assert lines[-1].startswith("Selang kepercayaan 95% untuk IKM adalah ")
    assert lines[-1].endswith(", tanpa koreksi populasi.")


def test_sums_and_scores_for_other_programs(run, project):
    project.write("a.csv", "Syarat;Biaya\n3;4\n4;\n;\n")
    done = run("--json", "--columns", "Syarat, Biaya", "a.csv")
    assert done.exit_code == 0
    told = json.loads(done.output)
    assert told["berkas"] == {"a.csv": 3}
    assert told["baris"] == {"dibaca": 3, "dinilai": 2, "tanpa_jawaban": 1}
    assert told["jawaban"] == {"Syarat": [0, 0, 1, 1], "Biaya": [0, 0, 0, 1]}
    assert told["jumlah"] == {
        "unsur": ["Syarat", "Biaya"],
        "pair_n": [[2, 1], [1, 1]],
        "pair_sums": [[7, 3], [4, 4]],
        "pair_products": [[25, 12], [12, 16]],
        "complete_n": 1,
        "complete_sums": [3, 4],
        "complete_products": [[9, 12], [12, 16]],
    }
    # (7/2 + 4) / 2 x 25 = 375/4
    assert told["ikm"]["ikm"] == {"pecahan": "375/4", "nilai": 93.75, "tercetak": "93,75"}
    assert [row["nrr"]["pecahan"] for row in told["unsur"]] == ["7/2", "4"]


def test_columns_labels_and_weights_of_a_report(run, project):
    project.add('bobot: "0.11"\n')
    project.write_responses("Sesuai,Mudah,Cepat,Murah,Sesuai,Kompeten,Sopan dan ramah,3,Baik")
    done = run("--like", "2025-S1/loket", "data/2025-S1/loket/responden.csv")
    assert done.exit_code == 0
    assert "U2      Sistem, mekanisme, dan prosedur" in done.output
    # 9 x 3 x 0.11 x 25 = 74.25
    assert "IKM 74,25 dari 1 responden dengan bobot 0,11: mutu C, kinerja “Kurang baik”." in done.output
    assert done.output.endswith("Hanya ada satu responden, sehingga selang kepercayaan tidak dihitung.\n")


def test_unsur_without_answers_has_no_index(run, project):
    project.write("a.csv", f"{HEADING}\n3,,4,4,4,4,4,4,4\n")
    done = run("a.csv")
    assert done.exit_code == 0
    assert done.output.endswith(
        "IKM tidak dapat dihitung. Tidak ada jawaban untuk unsur U2, sehingga IKM tidak dihitung.\n"
    )


def test_narrow_terminal_breaks_names_and_no_numbers(run, project):
    project.write_responses("3,3,3,3,3,3,3,3,3", "4,4,4,4,4,4,4,4,4")
    done = run("--like", "2025-S1/loket", "data/2025-S1/loket/responden.csv", columns="60")
    assert "…" not in done.output
    assert "Penanganan" in done.output
    assert done.output.count("3,50") == 10


def test_problems_fail_and_name_the_way_to_labels(run, project):
    project.write("a.csv", f"{HEADING}\nBaik,4,4,4,4,4,4,4,4\n")
    done = run("a.csv")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr == (
        "a.csv: 1 masalah.\n"
        "  baris 2, kolom 'U1': tertulis 'Baik', seharusnya bilangan bulat 1 sampai 4.\n"
        "Jawaban dengan label dibaca dengan --like PERIODE/UNIT; tanpa itu hanya kode 1 sampai 4 dan sel kosong.\n"
    )


def test_unknown_report_is_told(run):
    done = run("--like", "2025-S1/lokte", "a.csv")
    assert done.exit_code == 1
    assert done.stderr == (
        "params/2025-S1/lokte.yml: 1 masalah.\n  berkas ini tidak ada, yang ada: '2025-S1/loket'. Mungkin maksudnya "
        "'2025-S1/loket'?\n"
    )
    done = run("--like", "loket", "a.csv")
    assert (done.exit_code, "'loket' is no PERIODE/UNIT" in done.stderr) == (2, True)


def test_options_that_exclude_each_other(run):
    done = run("--columns", "A", "--like", "2025-S1/loket", "a.csv")
    assert (done.exit_code, "exclude each other" in done.stderr) == (2, True)
    done = run("--columns", "A,a", "a.csv")
    assert (done.exit_code, "give 1 to 27 different names" in done.stderr) == (2, True)


def test_markup_in_names_is_shown_as_typed(run, project):
    project.write("[red]a[/].csv", "[red]x[/]\n7\n")
    done = run("--columns", "[red]x[/]", "[red]a[/].csv")
    assert "[red]a[/].csv: 1 masalah.\n  baris 2, kolom '[red]x[/]': tertulis '7'" in done.stderr
    project.write("[red]a[/].csv", "[red]x[/]\n4\n")
    assert "[red]x[/]" in run("--columns", "[red]x[/]", "[red]a[/].csv").output


def test_missing_duckdb_is_told(run, project, monkeypatch):
    project.write("a.csv", f"{HEADING}\n4,4,4,4,4,4,4,4,4\n")
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = run("a.csv")
    assert done.exit_code == 2
    assert done.stderr == "skm tally memerlukan paket 'duckdb', yang belum terpasang; jalankan 'make setup'.\n"
