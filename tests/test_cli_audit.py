"""`skm audit`: table, exit status, JSON and page."""

import json

import pytest
from click.testing import CliRunner

from skmlib.cli import main

RIGHT = "unsur: [3.10, 3.30]\nikm: 80.00\nmutu: B\nresponden: 10\n"  # (3.1 + 3.3) / 2 x 25 = 80


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def call(text, *words, name="a.yml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return CliRunner().invoke(main, ["audit", name, *words], env={"COLUMNS": "200"})

    return call


def test_right_table_has_status_0_outside_any_project(run):
    done = run(RIGHT)
    assert done.exit_code == 0
    assert (
        done.output
        == "4 angka diperiksa: 0 tidak sesuai, 0 sesuai dengan cara lain, 0 tidak dapat diperiksa, 4 sesuai.\n"
    )


def test_wrong_index_has_status_1_and_is_shown(run):
    done = run(RIGHT.replace("80.00", "81.00"))
    assert done.exit_code == 1
    assert "Tidak sesuai" in done.output
    assert "81,00" in done.output
    assert "80,00" in done.output


def test_figures_that_follow_are_shown_when_asked(run):
    assert "Indeks dari nilai unsur" in run(RIGHT, "--all").output


def test_unreadable_file_has_status_2(run):
    done = run("ikm: banyak\n")
    assert done.exit_code == 2
    assert "kunci 'ikm': tertulis 'banyak'" in done.output


def test_missing_file_has_status_2(run):
    assert run(RIGHT, name="b.yml").exit_code == 0
    done = CliRunner().invoke(main, ["audit", "tidak-ada.yml"])
    assert (done.exit_code, "berkas ini tidak ada" in done.output) == (2, True)


def test_empty_file_has_status_2(run):
    done = run("# hanya catatan\n")
    assert (done.exit_code, "berkas ini kosong" in done.output) == (2, True)


def test_json_holds_every_verdict(run, tmp_path):
    run(RIGHT, "--json", "a.json")
    told = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert told["putusan"] == {"tidak_sesuai": 0, "sesuai_dengan": 0, "tidak_dapat_diperiksa": 0, "sesuai": 4}
    assert told["temuan"][0] == {
        "aturan": "indeks",
        "tempat": "ikm",
        "nama": "Terbitan: IKM",
        "tercetak": "80,00",
        "dihitung": "80,00",
        "putusan": "sesuai",
        "keterangan": "",
    }


def test_page_escapes_what_the_file_says_and_asks_no_address(run, tmp_path):
    run(RIGHT + "nama: <script>alert(1)</script>\n", "--html", "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "Content-Security-Policy" in page
    assert "src=" not in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in page


def test_equal_files_give_equal_bytes(run, tmp_path):
    for name in ("a.html", "b.html"):
        run(RIGHT, "--html", name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_csv_of_units(run):
    done = run(
        "nama,U1,U2,ikm,mutu\nA,80.00,90.00,85.00,B\nB,70.00,80.00,76.00,C\nRata-rata,75.00,85.00,80.00,B\n",
        name="a.csv",
    )
    assert done.exit_code == 1  # (70 + 80) / 2 = 75, not 76
    assert "B: IKM" in done.output
