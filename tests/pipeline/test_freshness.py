"""What makes reports stale: one byte of anything they depend on, nothing else, and not in reports that do not depend on it."""

import contextlib
import functools
import json
import shutil
from pathlib import Path

import pytest

from skmlib.pipeline import freshness
from skmlib.pipeline.build import build_reports, plan_build
from skmlib.pipeline.settings import Settings
from skmlib.survey import provenance

A, B, C, NEXT = "2025-S1/a", "2025-S1/b", "2025-S1/c", "2025-S2/a"
RECAP, OFFICE = "2025-S1/kota", "2025-S1/biro"
ALL = {A, B, C, NEXT, RECAP, OFFICE}
OF_KOTA = {A, B, NEXT, RECAP, OFFICE}
CELL = "skm.read_{}(unit, periode).provenance.library"
READ = {"laporan_skm": "survey", "publikasi": "survey", "rekap": "recap", "kinerja": "performance"}
LATER = {
    "2025-07-15": "2026-01-15",
    "2025-01-01": "2025-07-01",
    "2025-06-30": "2025-12-31",
    "2025-05-01": "2025-11-01",
    "2025-05-31": "2025-11-30",
}
ROWS = ("3,4,3,4,3,4,3,4,3", "4,4,4,4,4,4,4,4,4")


@pytest.fixture(scope="module")
def kota(make_project, make_notebooks) -> Path:
    """Two agencies: kota with units a and b, its recap, an office that surveys b, and the next period of a; desa with c."""
    project = make_project()
    survey = (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    (project.root / "params/2025-S1/loket.yml").unlink()
    project.write("params/instansi/desa.yml", "nama: Desa Contoh\n")
    for name in ("a", "b", "c"):
        text = survey.replace("instansi: kota", "instansi: desa") if name == "c" else survey
        project.write(f"params/2025-S1/{name}.yml", text + ("laporan: [publikasi]\n" if name == "b" else ""))
        project.write(f"data/2025-S1/{name}/responden.csv", "\n".join([project.headings, *ROWS]) + "\n")
    later = functools.reduce(lambda text, dates: text.replace(*dates), LATER.items(), survey)
    project.write("params/2025-S2/a.yml", later + "periode_sebelumnya: 2025-S1\n")
    project.write("data/2025-S2/a/responden.csv", "\n".join([project.headings, *ROWS]) + "\n")
    project.write_recap("params/2025-S1/kota.yml")
    project.write_office("params/2025-S1/biro.yml", survei="b")
    project.write("requirements.lock", "pandas==2\n")
    make_notebooks(project.root, {name: CELL.format(read) for name, read in READ.items()})
    told = []
    names = [tuple(name.split("/")) for name in sorted(ALL)]
    ended = build_reports(names, root=project.root, settings=Settings(), on_event=told.append)
    assert ended.published == len(ALL), [event for event in told if type(event).__name__ == "Failed"]
    return project.root


def plan(root):
    names = [tuple(name.split("/")) for name in sorted(ALL)]
    return {
        "/".join(name): list(map(str, reasons))
        for name, reasons in plan_build(names, root=root, settings=Settings()).items()
    }


def stale(root):
    return {name for name, reasons in plan(root).items() if reasons}


@contextlib.contextmanager
def written(path, content):
    """A file with other content, or none, for a while."""
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True) if content is None else path.write_bytes(content)
    yield
    path.unlink(missing_ok=True) if before is None else path.write_bytes(before)


@pytest.mark.slow
def test_built_reports_are_current_and_touching_changes_nothing(kota):
    for path in (*kota.rglob("*.yml"), *kota.rglob("*.csv"), *kota.rglob("*.ipynb")):
        path.touch()
    assert stale(kota) == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("params/instansi/kota.yml", OF_KOTA),
        ("params/instansi/desa.yml", {C}),
        ("params/2025-S1/a.yml", {A, RECAP, NEXT}),
        ("params/2025-S1/b.yml", {B, RECAP, OFFICE}),
        ("params/2025-S1/c.yml", {C}),
        ("params/2025-S1/kota.yml", {RECAP}),
        ("params/2025-S2/a.yml", {NEXT}),
        ("data/2025-S1/a/responden.csv", {A, RECAP, NEXT}),
        ("data/2025-S1/b/responden.csv", {B, RECAP, OFFICE}),
        ("data/2025-S1/c/responden.csv", {C}),
        ("data/2025-S2/a/responden.csv", {NEXT}),
        ("notebooks/laporan_skm.ipynb", {A, C, NEXT}),
        ("notebooks/publikasi.ipynb", {B}),
        ("notebooks/rekap.ipynb", {RECAP}),
        ("notebooks/kinerja.ipynb", {OFFICE}),
        ("requirements.lock", ALL),
    ],
)
def test_one_byte_makes_exactly_the_reports_stale_that_depend_on_it(kota, name, expected):
    path = kota / name
    with written(path, path.read_bytes() + b"\n"):
        reasons = plan(kota)
        assert {report for report, why in reasons.items() if why} == expected
        assert all(why == [f"{name}: berubah"] for report, why in reasons.items() if report in expected)
    with written(path, None):
        assert {report for report, why in plan(kota).items() if f"{name}: hilang" in why} == expected
    assert stale(kota) == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "expected", "reason"),
    [
        ("data/2025-S1/a/komentar.csv", b"x", {A, RECAP}, "data/2025-S1/a/komentar.csv: baru"),
        ("data/2025-S1/a/narasi.md", b"x", {A, RECAP}, "data/2025-S1/a/narasi.md: baru"),
        ("data/2025-S1/c/catatan.txt", b"x", {C}, "data/2025-S1/c/catatan.txt: baru"),
        ("data/2025-S1/c/~$responden.xlsx", b"x", set(), ""),
        ("data/2025-S1/c/.catatan", b"x", set(), ""),
        ("params/2025-S1/d.yml", b"instansi: kota\nnama: D\n", {RECAP}, "unit d dalam rekap: baru"),
        ("params/2025-S1/d.yml", b"instansi: desa\nnama: D\n", set(), ""),
        ("params/2025-S2/b.yml", b"instansi: kota\nnama: B\n", set(), ""),
    ],
)
def test_what_comes_makes_those_stale_that_would_have_read_it(kota, name, content, expected, reason):
    with written(kota / name, content):
        reasons = plan(kota)
        assert {report for report, why in reasons.items() if why} == expected
        assert all(why == [reason] for why in reasons.values() if why)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["survey/tally.py", "pipeline/templates/laporan.typ", "fonts/SourceSans3-Bold.ttf"])
def test_one_byte_of_code_template_or_font_makes_all_stale_and_is_named(kota, monkeypatch, kind):
    files = provenance.read_library_files()
    assert kind in files
    changed = files | {kind: "0" * 64, "survey/baru.py": "1" * 64}
    monkeypatch.setattr(freshness, "read_library_files", lambda: changed)
    assert list(plan(kota).values()) == [sorted([f"skmlib/{kind}: berubah", "skmlib/survey/baru.py: baru"])] * len(ALL)


def test_forged_hash_of_the_library_is_told_where_every_file_of_it_is_the_same(tmp_path):
    current = freshness.Current(tmp_path)
    first = "1" if current.library[0] != "1" else "2"
    told = {
        "masukan": {},
        "tidak_ada": [],
        "folder": {},
        "daftar_unit": {},
        "bentuk": [],
        "versi": freshness.read_versions(),
    }
    (tmp_path / "build.json").write_text(
        json.dumps({"pustaka": freshness.shorten(current.library_files)}), encoding="utf-8"
    )
    reasons = [
        [str(reason) for reason in freshness.input_changes(told | {"pustaka": content}, current, folder=tmp_path)]
        for content in (current.library, first + current.library[1:])
    ]
    assert reasons == [[], ["skmlib: sidik pustaka dalam manifest.json bukan sidik berkas-berkasnya"]]


@pytest.mark.slow
def test_another_version_of_a_package_makes_all_stale(kota, monkeypatch):
    versions = provenance.read_versions()
    monkeypatch.setattr(freshness, "read_versions", lambda: versions | {"scipy": "0.1"})
    assert list(plan(kota).values()) == [[f"scipy: versi {versions['scipy']} menjadi 0.1"]] * len(ALL)


@pytest.mark.slow
def test_output_that_is_changed_or_gone_is_named(kota):
    folder = kota / "outputs/2025-S1/a"
    with written(folder / "laporan-skm.pdf", b"%PDF"), written(folder / "hasil.json", None):
        assert plan(kota)[A] == [
            "outputs/2025-S1/a/hasil.json: hilang",
            "outputs/2025-S1/a/laporan-skm.pdf: berubah sejak dibuat",
        ]
        assert stale(kota) == {A}
    shutil.move(folder, kota / "outputs/pindah")
    assert plan(kota)[A] == ["outputs/2025-S1/a: belum dibuat"]
    shutil.move(kota / "outputs/pindah", folder)
    assert stale(kota) == set()


def test_each_file_of_the_library_is_hashed_but_its_licence():
    present = {
        path.relative_to(provenance.LIBRARY).as_posix() for path in provenance.LIBRARY.rglob("*") if path.is_file()
    }
    kept = {name for name in present if "__pycache__" not in name}
    assert kept - set(provenance.read_library_files()) == {"fonts/OFL.md"}


@pytest.mark.parametrize("keluaran", [None, 3, ["laporan-skm.html"]])
def test_files_beside_a_damaged_manifest_are_nobodys(tmp_path, keluaran):
    (tmp_path / "manifest.json").write_text(json.dumps({"keluaran": keluaran}), encoding="utf-8")
    (tmp_path / "laporan-skm.html").write_text("lama", encoding="utf-8")
    assert freshness.foreign_files(tmp_path) == ("laporan-skm.html",)
