"""The command line: names, messages, exit status."""

import pytest
from click.testing import CliRunner

from skmlib.cli import main


@pytest.fixture
def run(project):
    def call(*words):
        return CliRunner().invoke(main, ["--root", str(project.root), *words], env={"COLUMNS": "200"})

    return call


def test_list_names_the_reports(run):
    done = run("list")
    assert (done.exit_code, done.output) == (0, "2025-S1/loket: laporan-skm\n")


def test_list_names_all_reports_of_a_unit_and_those_it_cannot_read(run, project):
    project.add("laporan: [publikasi, laporan-skm]\n")
    project.write("params/2025-S1/aula.yml", "nama: Aula\n")
    project.write("outputs/2025-S1/loket/manifest.json", "{}")
    assert run("list").output == (
        "2025-S1/aula: parameternya bermasalah; jalankan 'skm check'\n2025-S1/loket: publikasi, laporan-skm  (sudah dibuat)\n"
    )


def test_check_says_how_many_respondents_and_findings(run, project):
    project.write_responses("3,4,3,4,3,4,3,4,3", "4,3,4,3,4,3,4,3,4")
    done = run("check")
    assert done.exit_code == 0
    assert done.output == "✓ 2025-S1/loket: 2 responden, 0 temuan → laporan-skm\n"


def test_check_prints_findings_with_the_index_without_them(run, project):
    project.add("ambang_kelompok: 1\n")
    project.write_responses("3,4,3,4,3,4,3,4,3", "4,4,4,4,4,4,4,4,4")
    done = run("check", "2025-S1/loket")
    # Without the second row: (3+4+3+4+3+4+3+4+3) / 9 x 25 = 86.11
    assert "nilai 4 sebanyak 1 (baris 3). IKM tanpa baris itu: 86,11." in done.output


def test_check_prints_all_problems_and_fails(run, project):
    project.write_responses("5,4,3,4,3,4,3,4,3", "3,4,3,x,3,4,3,4,3")
    done = run("check")
    assert done.exit_code == 1
    assert "data/2025-S1/loket/responden.csv: 2 masalah." in done.output


def test_unknown_report_gets_the_nearest_name(run):
    done = run("build", "2025-S1/lokte")
    assert done.exit_code == 2
    assert done.output == "'2025-S1/lokte': laporan ini tidak ada di params/. Mungkin maksudnya '2025-S1/loket'?\n"


def test_unknown_command_gets_the_nearest_name(run):
    done = run("biuld")
    assert done.exit_code == 2
    assert "build" in done.output


def test_no_parameters_at_all_is_said(tmp_path):
    (tmp_path / "params").mkdir()
    done = CliRunner().invoke(main, ["--root", str(tmp_path), "check"])
    assert (done.exit_code, done.output) == (2, "params/: belum ada berkas parameter; lihat docs/panduan.md.\n")


def test_outside_a_project_is_said(tmp_path):
    done = CliRunner().invoke(main, ["--root", str(tmp_path), "list"])
    assert done.exit_code == 2
    assert "bukan folder proyek" in done.output


def test_build_goes_on_after_a_failure_and_fails_at_the_end(run, project, monkeypatch):
    import skmlib.pipeline.build as build_module

    project.write("params/2025-S1/aula.yml", (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8"))
    project.write_responses("3,4,3,4,3,4,3,4,3")
    folder = project.root / "outputs/2025-S1/loket"

    def built(unit, periode, *, root, with_word, on_stage):
        assert not with_word
        if unit == "aula":
            from skmlib.survey.dataset import read_survey

            read_survey(unit, periode, root=root)
        return build_module.Built(folder, (), 0, ("laporan-skm", "publikasi"))

    monkeypatch.setattr(build_module, "build_report", built)
    done = run("build")
    assert done.exit_code == 1
    assert "✗ 2025-S1/aula" in done.output
    assert "data/2025-S1/aula/responden.csv: 1 masalah." in done.output
    assert "✓ 2025-S1/loket: laporan-skm, publikasi; 0 temuan" in done.output
    assert "Laporan 1 dari 2 unit dibuat" in done.output
    assert "Gagal: 2025-S1/aula." in done.output


def test_word_drafts_are_made_on_request_and_a_poster_without_one_is_told(run, project, monkeypatch):
    import skmlib.pipeline.build as build_module

    def built(unit, periode, *, root, with_word, on_stage):
        assert with_word
        files = ("laporan-skm.docx", "laporan-skm.pdf", "publikasi.pdf")
        return build_module.Built(root / "outputs/2025-S1/loket", files, 0, ("laporan-skm", "publikasi"))

    monkeypatch.setattr(build_module, "build_report", built)
    done = run("build", "--to", "docx")
    assert done.exit_code == 0
    assert "  publikasi: poster tidak memiliki bentuk Word; pakai PDF-nya.\n" in done.output


def test_index_is_written_by_its_command_and_after_a_build_that_failed(run, project):
    page = project.root / "outputs/index.html"
    done = run("index")
    assert (done.exit_code, done.output) == (0, "Daftar semua laporan: outputs/index.html\n")
    page.unlink()
    done = run("build")
    assert done.exit_code == 1
    assert "Gagal: 2025-S1/loket." in done.output
    assert done.output.endswith("Daftar semua laporan: outputs/index.html\n")
    assert page.is_file()


def test_index_that_cannot_be_written_fails(run, project):
    (project.root / "outputs/index.html").mkdir(parents=True)
    done = run("index")
    assert done.exit_code == 1
    assert "index.html: 1 masalah." in done.output


def test_names_with_markup_are_shown_as_typed(run):
    done = run("check", "[red]x[/]")
    assert "'[red]x[/]': laporan ini tidak ada" in done.output
