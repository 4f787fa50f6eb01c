"""`skm verify`: what it says, and its exit status."""

import json
import re

import pytest
from click.testing import CliRunner

from skmlib.cli import main
from skmlib.pipeline import verify
from skmlib.pipeline.index import write_index
from skmlib.pipeline.verify import Verified


@pytest.fixture
def run(project):
    def call(*words):
        return CliRunner().invoke(main, ["--root", str(project.root), "verify", *words], env={"COLUMNS": "200"})

    return call


@pytest.fixture
def found(monkeypatch):
    """Let the verification find what a test tells."""

    def tell(*differences, not_recounted=(), remark=""):
        answer = Verified(differences, 12, 340, not_recounted, remark, 1275, 98)
        monkeypatch.setattr(verify, "verify_folder", lambda name, *, folder, current: answer)

    return tell


def test_what_fits_is_told_with_how_much_was_compared(run, found):
    found(not_recounted=("findings/a/n", "agreement/low"))
    done = run("2025-S1/loket")
    assert done.output == (
        "✓ 2025-S1/loket: 12 berkas cocok; 340 angka dihitung ulang, 2 tidak; "
        "1275 angka dibandingkan antara HTML dan PDF, 98 angka halaman dengan hasil.json\n"
        "  tidak dihitung ulang: findings/a/n, agreement/low\n"
    )
    assert done.exit_code == 0


def test_differences_are_listed_and_fail(run, found):
    found("hasil.json: ikm/n: tertulis 3, dihitung ulang 4")
    done = run("2025-S1/loket")
    assert "✗ 2025-S1/loket: 1 perbedaan; " in done.output
    assert "  • hasil.json: ikm/n: tertulis 3, dihitung ulang 4\n" in done.output
    assert done.exit_code == 1


def test_many_figures_that_are_not_recounted_are_named_by_their_part(run, found):
    found(not_recounted=tuple(f"unit_kerja/{n}" for n in range(30)), remark="rekap belum dihitung ulang")
    output = run("2025-S1/loket").output
    assert "  tidak dihitung ulang: rekap belum dihitung ulang\n" in output
    assert "  tidak dihitung ulang: unit_kerja (30)\n" in output


@pytest.fixture
def index(project):
    """Publish one folder and the index of it."""
    folder = project.root / "outputs/2025-S1/loket"
    folder.mkdir(parents=True)
    manifest = {"instansi": {"nama": "Kota Contoh"}, "parameter": {"nama": "Loket Contoh", "instansi": "kota"}}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    figures = {"ikm": {"pecahan": "159/2", "nilai": 79.5}, "mutu": "B", "kinerja": "Baik", "n": 12}
    (folder / "hasil.json").write_text(json.dumps({"nama": "Loket Contoh", "ikm": figures}), encoding="utf-8")
    return write_index(project.root / "outputs")


def test_index_that_fits_is_told_and_one_that_was_changed_fails(run, found, index):
    found()
    done = run()
    assert (done.output.endswith("✓ index.html: sesuai dengan folder yang terbit\n"), done.exit_code) == (True, 0)
    text = index.read_text(encoding="utf-8")
    assert "79,50" in text
    index.write_text(text.replace("79,50", "79,60"), encoding="utf-8")
    done = run()
    assert "✗ index.html: " in done.output
    assert re.search("tertulis '[^']*79,60.*', seharusnya '[^']*79,50.*'; 'skm build' menulisnya lagi", done.output)
    assert done.exit_code == 1
    named = run("2025-S1/loket")
    assert ("index.html" in named.output, named.exit_code) == (False, 0)


def test_index_with_another_seal_and_one_that_is_missing_fail(run, found, index):
    found()
    text = index.read_text(encoding="utf-8")
    digit = "1" if text[-10] != "1" else "2"
    index.write_text(f"{text[:-10]}{digit}{text[-9:]}", encoding="utf-8")
    done = run()
    assert ("✗ index.html: baris terakhir, segelnya, tidak cocok" in done.output, done.exit_code) == (True, 1)
    index.unlink()
    done = run()
    assert ("✗ index.html: tidak ada; 'skm build' menulisnya lagi" in done.output, done.exit_code) == (True, 1)


def test_nothing_published_is_told(run):
    done = run()
    assert done.output == "outputs/: belum ada laporan; buat dengan 'skm build'.\n"
    assert done.exit_code == 2


def test_named_report_that_was_never_built_fails(run):
    done = run("2025-S1/loket")
    assert "  • outputs/2025-S1/loket: belum dibuat\n" in done.output
    assert done.exit_code == 1
