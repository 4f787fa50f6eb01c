"""The command line: names, messages, exit status."""

import dataclasses
import json

import pytest
from click.testing import CliRunner

from skmlib.cli import main
from skmlib.pipeline import events
from skmlib.pipeline.settings import Settings


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


@pytest.fixture
def told(monkeypatch):
    """Let `skm build` tell given events instead of building, and give what it was asked for."""
    import skmlib.pipeline.build as build_module

    asked = {}

    def tell(*given):
        def build_reports(names, *, root, settings, on_event):
            asked.update(names=names, settings=settings)
            for event in given:
                on_event(event)
            return given[-1]

        monkeypatch.setattr(build_module, "build_reports", build_reports)
        return asked

    return tell


PUBLISHED = events.Published(
    "2025-S1/loket",
    "outputs/2025-S1/loket",
    ("laporan-skm", "publikasi"),
    ("laporan-skm.docx", "laporan-skm.pdf", "publikasi.pdf"),
    2,
    (),
    3.25,
)


def test_build_says_what_was_published_what_failed_and_fails_at_the_end(run, told):
    failed = events.Failed("2025-S1/aula", "Gagal di sel 'tabel': KeyError: 'U1'", "Traceback", "outputs/gagal/a.ipynb")
    told(events.Planned(("2025-S1/aula", "2025-S1/loket"), 1), failed, PUBLISHED, events.Ended(1, ("2025-S1/aula",)))
    done = run("build")
    assert done.exit_code == 1
    assert done.output.splitlines()[:-2] == [
        "2 unit akan dibuat, 1 sudah mutakhir.",
        "✗ 2025-S1/aula",
        "Traceback",
        "Gagal di sel 'tabel': KeyError: 'U1'",
        "Notebook yang gagal disimpan di outputs/gagal/a.ipynb.",
        "Laporan yang sudah terbit tidak diubah.",
        "✓ 2025-S1/loket: laporan-skm, publikasi; 2 temuan, 3,2 dtk → outputs/2025-S1/loket/",
        done.output.splitlines()[7],
    ]
    assert done.output.splitlines()[7].startswith("Laporan 1 unit diterbitkan di ")
    assert "Gagal: 2025-S1/aula. Jalankan lagi sesudah diperbaiki; yang sudah terbit tidak dibuat ulang." in done.output


def test_what_stops_a_recap_too_is_told_once(run, told):
    message = "data/2025-S1/loket/responden.csv: 1 masalah.\n  baris 6, kolom 'U1': tertulis '7'."
    failures = (events.Failed(name, message, "", "") for name in ("2025-S1/loket", "2025-S1/kota"))
    told(*failures, events.Ended(0, ("2025-S1/loket", "2025-S1/kota")))
    output = run("build").output
    assert output.count("tertulis '7'") == 1
    assert "✗ 2025-S1/kota\nMasalah yang sama dengan 2025-S1/loket, di atas.\n" in output


def test_stages_are_told_where_there_is_no_bar(run, told):
    told(events.Stage("2025-S1/loket", "memeriksa data"), events.Ended(0, ()))
    assert run("build").output.startswith("2025-S1/loket: memeriksa data\n")


def test_files_set_aside_are_told(run, told):
    told(dataclasses.replace(PUBLISHED, aside=("outputs/disisihkan/2025-S1/loket/1/ttd.pdf",)), events.Ended(1, ()))
    assert "  outputs/disisihkan/2025-S1/loket/1/ttd.pdf: disisihkan; berkas ini ada" in run("build").output


def test_interrupted_build_says_so_and_has_its_exit_status(run, told):
    told(events.Ended(0, (), interrupted=True))
    done = run("build")
    assert done.exit_code == 130
    assert "Dihentikan. Laporan yang sudah terbit tidak diubah; jalankan lagi untuk meneruskan.\n" in done.output


def test_json_writes_events_and_nothing_else(run, told):
    told(events.Planned(("2025-S1/loket",), 0), PUBLISHED, events.Ended(1, ()))
    lines = [json.loads(line) for line in run("build", "--json").output.splitlines()]
    assert [line["event"] for line in lines] == ["planned", "published", "ended"]
    assert lines[1]["files"] == list(PUBLISHED.files)


def test_options_of_build_reach_it(run, told):
    asked = told(events.Ended(0, ()))
    run("build", "-j", "3", "--force", "--cell-limit", "7", "--report-limit", "9", "--to", "docx")
    settings = Settings(jobs=3, force=True, cell_limit=7, report_limit=9, forms=("html", "pdf", "docx"))
    assert (asked["names"], asked["settings"]) == ((("2025-S1", "loket"),), settings)


def test_word_drafts_are_made_on_request_and_a_poster_without_one_is_told(run, told):
    told(PUBLISHED, events.Ended(1, ()))
    done = run("build", "--to", "docx")
    assert done.exit_code == 0
    assert "  publikasi: poster tidak memiliki bentuk Word; pakai PDF-nya.\n" in done.output
    assert "poster" not in run("build").output


def test_dry_run_lists_what_would_be_built_and_writes_nothing(run, project):
    done = run("build", "--dry-run")
    assert done.exit_code == 0
    assert done.output == (
        "2025-S1/loket: akan dibuat (outputs/2025-S1/loket: belum dibuat)\n1 unit akan dibuat, 0 sudah mutakhir.\n"
    )
    assert not (project.root / "outputs").exists()


def test_dry_run_as_json_is_the_event_with_which_a_build_begins(run, project):
    done = run("build", "--dry-run", "--json")
    assert (done.exit_code, json.loads(done.output)) == (
        0,
        {"event": "planned", "stale": ["2025-S1/loket"], "current": 0},
    )
    assert not (project.root / "outputs").exists()


def test_an_interrupt_before_anything_runs_is_told_in_words(run, monkeypatch):
    def interrupt(*args, **named):
        raise KeyboardInterrupt

    monkeypatch.setattr("skmlib.pipeline.build.plan_build", interrupt)
    done = run("why")
    assert (done.exit_code, done.output) == (130, "Dihentikan.\n")


def test_why_says_what_makes_a_report_stale_and_writes_nothing(run, project):
    done = run("why")
    assert done.exit_code == 0
    assert done.output == "2025-S1/loket: 1 sebab\n  outputs/2025-S1/loket: belum dibuat\n"
    assert not (project.root / "outputs").exists()


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
