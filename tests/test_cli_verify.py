"""`skm verify`: what it says, and its exit status."""

import pytest
from click.testing import CliRunner

from skmlib.cli import main
from skmlib.pipeline import verify
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


def test_nothing_published_is_told(run):
    done = run()
    assert done.output == "outputs/: belum ada laporan; buat dengan 'skm build'.\n"
    assert done.exit_code == 2


def test_named_report_that_was_never_built_fails(run):
    done = run("2025-S1/loket")
    assert "  • outputs/2025-S1/loket: belum dibuat\n" in done.output
    assert done.exit_code == 1
