"""Building: what is published, what a failure leaves behind, and that nothing half done is published."""

import json
import os
import shutil
import time
from typing import get_args

import pytest

from skmlib.parameters.project import PERFORMANCE, RECAP
from skmlib.parameters.values import DaftarLaporan
from skmlib.pipeline import events, freshness
from skmlib.pipeline.build import build_reports, plan_build
from skmlib.pipeline.execution import execute_report
from skmlib.pipeline.report_jobs import NOTEBOOKS
from skmlib.pipeline.settings import Settings
from skmlib.survey import provenance

LOKET = ("2025-S1", "loket")
PUBLISHED = {
    "build.json",
    "hasil.json",
    "laporan-skm.html",
    "laporan-skm.ipynb",
    "laporan-skm.pdf",
    "manifest.json",
    "olah-data.xlsx",
}


def build(project, *names, **settings):
    told = []
    build_reports(names or [LOKET], root=project.root, settings=Settings(**settings), on_event=told.append)
    return told


def of_kind(told, kind):
    return [event for event in told if isinstance(event, kind)]


def the_failure(told):
    (failed,) = of_kind(told, events.Failed)
    return failed


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def private(project):
    """What is left in the private folders besides the locks."""
    return [path for path in (project.root / "outputs/.kerja").glob("*/*") if path.suffix != ".kunci"]


@pytest.mark.slow
def test_build_publishes_all_files_and_leaves_no_work_behind(loket):
    told = build(loket)
    (published,) = of_kind(told, events.Published)
    assert published.folder == "outputs/2025-S1/loket"
    assert set(published.files) == set(contents(loket.root / published.folder)) == PUBLISHED
    assert (published.laporan, published.aside) == (("laporan-skm",), ())
    assert told[0] == events.Planned(("2025-S1/loket",), 0)
    assert told[-1] == events.Ended(1, ())
    assert private(loket) == []


@pytest.mark.slow
def test_current_report_is_not_built_again_unless_forced(loket):
    build(loket)
    folder = loket.root / "outputs/2025-S1/loket"
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    (loket.root / "data/2025-S1/loket/responden.csv").touch()
    assert build(loket) == [events.Planned((), 1), events.Ended(0, ())]
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    assert build(loket, force=True)[-1] == events.Ended(1, ())


@pytest.mark.slow
def test_failed_cell_is_named_and_the_earlier_report_stays(loket):
    build(loket)
    folder = loket.root / "outputs/2025-S1/loket"
    before = contents(folder)
    loket.write_notebook("laporan_skm", "1 / 0")
    failed = the_failure(build(loket))
    assert failed.message == "Gagal di sel 'sel-2': ZeroDivisionError: division by zero"
    assert failed.notebook == "outputs/gagal/2025-S1/loket/laporan-skm.ipynb"
    assert "ZeroDivisionError" in (loket.root / failed.notebook).read_text(encoding="utf-8")
    assert contents(folder) == before
    assert private(loket) == []


@pytest.mark.slow
def test_all_reports_of_a_unit_stand_in_one_folder_or_none_does(loket):
    loket.add("laporan: [laporan-skm, publikasi]\n")
    loket.write_notebook("publikasi", "1 / 0")
    failed = the_failure(build(loket))
    assert failed.notebook == "outputs/gagal/2025-S1/loket/publikasi.ipynb"
    assert not (loket.root / "outputs/2025-S1").exists()
    loket.write_notebook("publikasi", "skm.read_survey(unit, periode).tally.responden")
    (published,) = of_kind(build(loket), events.Published)
    made = {f"{name}.{suffix}" for name in ("laporan-skm", "publikasi") for suffix in ("html", "ipynb", "pdf")}
    assert set(published.files) == made | {"build.json", "hasil.json", "manifest.json", "olah-data.xlsx"}
    manifest = json.loads((loket.root / "outputs/2025-S1/loket/manifest.json").read_text(encoding="utf-8"))
    assert {"notebooks/laporan_skm.ipynb", "notebooks/publikasi.ipynb"} <= set(manifest["masukan"])
    assert not (loket.root / "outputs/gagal/2025-S1/loket").exists()


@pytest.mark.slow
def test_word_draft_is_made_on_request_even_of_a_current_report(loket):
    build(loket)
    assert "laporan-skm.docx" in of_kind(build(loket, forms=("html", "pdf", "docx")), events.Published)[0].files
    manifest = json.loads((loket.root / "outputs/2025-S1/loket/manifest.json").read_text(encoding="utf-8"))
    assert "laporan-skm.docx" in manifest["keluaran"]
    assert build(loket)[0] == events.Planned((), 1)
    assert "laporan-skm.docx" not in of_kind(build(loket, force=True), events.Published)[0].files


@pytest.mark.slow
def test_output_written_in_lines_is_shown(loket):
    show = "from IPython.display import display\ndisplay({'text/plain': ['satu\\n', 'dua']}, raw=True)"
    loket.write_notebook("laporan_skm", "skm.read_survey(unit, periode).tally.responden", show)
    (published,) = of_kind(build(loket), events.Published)
    assert "satu\ndua" in (loket.root / published.folder / "laporan-skm.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_poster_is_not_made_as_word(loket):
    loket.add("laporan: [laporan-skm, publikasi]\n")
    loket.write_notebook("publikasi", "skm.publication_poster(skm.summarise_survey(skm.read_survey(unit, periode)))")
    (published,) = of_kind(build(loket, forms=("html", "pdf", "docx")), events.Published)
    assert {name for name in published.files if name.endswith(".docx")} == {"laporan-skm.docx"}


def test_every_kind_of_report_has_a_notebook(root):
    kinds = get_args(get_args(DaftarLaporan)[0])[0]
    assert {*get_args(kinds), RECAP, PERFORMANCE} == set(NOTEBOOKS)
    assert all((root / notebook).is_file() for notebook in NOTEBOOKS.values())


@pytest.mark.slow
def test_wrong_data_stop_before_the_notebook_runs_and_the_others_go_on(loket):
    text = (loket.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    loket.write("params/2025-S1/aula.yml", text)
    loket.write("data/2025-S1/aula/responden.csv", f"{loket.headings}\n5,4,3,4,3,4,3,4,3\n")
    told = build(loket, ("2025-S1", "aula"), LOKET, jobs=1)
    assert the_failure(told).report == "2025-S1/aula"
    assert the_failure(told).message == (
        "data/2025-S1/aula/responden.csv: 1 masalah.\n"
        "  baris 2, kolom 'Syarat': tertulis '5', seharusnya bilangan bulat 1 sampai 4."
    )
    assert events.Stage("2025-S1/aula", "menjalankan laporan-skm") not in told
    assert told[-1] == events.Ended(1, ("2025-S1/aula",))
    assert build(loket, ("2025-S1", "aula"), LOKET)[0] == events.Planned(("2025-S1/aula",), 1)


CHANGES = {
    "berubah": ("responden.csv", "path.write_bytes(path.read_bytes() + b'1,1,1,1,1,1,1,1,1' + bytes([10]))"),
    "hilang": ("responden.csv", "path.unlink()"),
    "baru": ("komentar.csv", "path.write_text('id_responden,komentar' + chr(10))"),
}


@pytest.mark.slow
@pytest.mark.parametrize("became", CHANGES)
def test_input_that_changes_comes_or_goes_while_the_report_is_made_stops_it(loket, became):
    name, change = CHANGES[became]
    path = f"from pathlib import Path; path = Path('data/2025-S1/loket/{name}')"
    loket.write_notebook("laporan_skm", f"{path}; {change}")
    assert the_failure(build(loket)).message == (
        f"data/2025-S1/loket/{name}: 1 masalah.\n  {became} selama laporan dibuat, simpan berkas itu, lalu jalankan lagi."
    )
    assert not (loket.root / "outputs/2025-S1").exists()


@pytest.mark.slow
def test_input_that_changes_and_is_put_back_stops_it_too(loket):
    path = "from pathlib import Path; path = Path('data/2025-S1/loket/responden.csv'); old = path.read_bytes()"
    loket.write_notebook("laporan_skm", f"{path}; path.write_bytes(b'x'); path.write_bytes(old)")
    assert "responden.csv: 1 masalah.\n  berubah selama laporan dibuat" in the_failure(build(loket)).message


@pytest.mark.slow
def test_library_that_is_not_the_one_that_was_loaded_stops_it(loket, monkeypatch):
    changed = provenance.read_library_files() | {"cli.py": "0" * 64}
    monkeypatch.setattr(freshness, "read_library_files", lambda: changed)
    assert the_failure(build(loket)).message == (
        "skmlib: 1 masalah.\n  berubah sejak dimuat oleh proses yang membuat laporan, "
        "mulai ulang program, kernel, atau 'skm worker' itu, lalu jalankan lagi."
    )
    assert not (loket.root / "outputs/2025-S1").exists()


@pytest.mark.slow
def test_file_that_no_build_has_written_is_set_aside_and_told(loket):
    build(loket)
    folder = loket.root / "outputs/2025-S1/loket"
    (folder / "tanda-tangan.pdf").write_bytes(b"pindaian")
    (folder / "hasil.json").write_bytes(b"{}")
    assert build(loket)[0] == events.Planned(("2025-S1/loket",), 0)  # the changed output makes it stale
    aside = loket.root / "outputs/disisihkan/2025-S1/loket/1"
    assert contents(aside) == {"tanda-tangan.pdf": b"pindaian", "hasil.json": b"{}"}
    assert set(contents(folder)) == PUBLISHED


@pytest.mark.slow
@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b'{"masukan": 1}', b"\xff\xfe"])
def test_damaged_manifest_only_makes_the_report_stale(loket, damage):
    build(loket)
    before = contents(loket.root / "outputs/2025-S1/loket")
    (loket.root / "outputs/2025-S1/loket/manifest.json").write_bytes(damage)
    (reasons,) = plan_build([LOKET], root=loket.root, settings=Settings()).values()
    assert [reason.what for reason in reasons] == ["outputs/2025-S1/loket/manifest.json"]
    (published,) = of_kind(build(loket), events.Published)
    assert all(name.startswith("outputs/disisihkan/2025-S1/loket/1/") for name in published.aside)
    same = set(before) - {"build.json"}
    assert {name: contents(loket.root / published.folder)[name] for name in same} == {
        name: before[name] for name in same
    }


def test_each_event_is_a_line_of_json():
    told = [
        events.Planned(("2024/kasn",), 3),
        events.Failed("2024/kasn", "data/2024/kasn: tidak ada"),
        events.Ended(0, ("2024/kasn",)),
    ]
    assert [json.loads(events.as_json(event)) for event in told] == [
        {"event": "planned", "stale": ["2024/kasn"], "current": 3},
        {
            "event": "failed",
            "report": "2024/kasn",
            "message": "data/2024/kasn: tidak ada",
            "details": "",
            "notebook": "",
        },
        {"event": "ended", "published": 0, "failed": ["2024/kasn"], "interrupted": False},
    ]
    assert all("\n" not in events.as_json(event) for event in told)


def test_jobs_are_as_many_as_cores_that_may_be_used(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 2, 5}, raising=False)
    assert Settings().jobs == 3


def test_notebook_with_other_parameters_is_refused(tmp_path, write_notebook):
    notebook = write_notebook(tmp_path / "n.ipynb", 'unit = "a"\ntahun = "2025"')
    with pytest.raises(
        ValueError, match=r"found the parameters \['tahun', 'unit'\], allowed are \['periode', 'unit'\]"
    ):
        execute_report(notebook, tmp_path / "out.ipynb", unit="a", periode="2025", root=tmp_path)


def test_a_recap_with_a_history_is_built(agency, threes, build_in, root):
    shutil.copytree(root / "notebooks", agency.root / "notebooks")
    agency.add_unit("loket", threes)
    agency.tell("riwayat: [{periode: 2024-S2, ikm: '85,20', responden: 4}]\n")
    assert "Nilai indeks antarperiode" in (build_in("kota", "2025-S1", root=agency.root) / "rekap.html").read_text(
        "utf-8"
    )


def test_an_input_saved_in_the_future_can_be_built(loket):
    tomorrow = time.time() + 86_400
    os.utime(loket.root / "data/2025-S1/loket/responden.csv", (tomorrow, tomorrow))
    assert of_kind(build(loket), events.Published)
