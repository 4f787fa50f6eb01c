"""What travels to another machine: all that a build records, and nothing of the outside."""

import shutil

import pytest

from skmlib.pipeline.kinds import read_source
from skmlib.pipeline.report_jobs import NOTEBOOKS
from skmlib.pipeline.unit_bytes import pack, unpack
from skmlib.pipeline.unit_inputs import read_inputs
from skmlib.problems import DataError

ROW = ",".join("3" * 9)


def elsewhere(unit, periode, root, folder):
    """Give another machine's project folder, made of what travels only."""
    folder.mkdir()
    unpack(pack(read_inputs(unit, periode, root=root)), folder)
    return folder


def recorded(unit, periode, root):
    """What a build records of its inputs: files with hashes, files that do not exist, folders, units of a recap."""
    provenance = read_source(unit, periode, root=root).data.provenance
    return provenance.sources, provenance.absent, provenance.folders, provenance.roster


@pytest.mark.slow
@pytest.mark.parametrize(
    ("periode", "unit"),
    [
        ("2024", "kasn"),
        ("2024-S2", "jatinegara-kaum"),
        ("2024-S1", "kemensos"),
        ("2024-S1", "kemensos-terbit"),
        ("2023", "biro-humas"),
    ],
)
def test_another_machine_records_the_same_inputs_of_a_sample(root, tmp_path, periode, unit):
    there = elsewhere(unit, periode, root, tmp_path / "lain")
    assert recorded(unit, periode, root) == recorded(unit, periode, there)


def test_notebooks_and_lock_file_travel(loket):
    loket.write("requirements.lock", "numpy==2.4.6\n")
    loket.write("notebooks/jelajah.ipynb", "{}")
    inputs = read_inputs("loket", "2025-S1", root=loket.root)
    assert list(inputs) == sorted(inputs)
    assert set(inputs) == {
        "data/2025-S1/loket/responden.csv",
        NOTEBOOKS["laporan-skm"],
        "params/2025-S1/loket.yml",
        "params/instansi/kota.yml",
        "requirements.lock",
    }
    assert inputs["data/2025-S1/loket/responden.csv"].count(b"\n") == 4


def test_combined_periods_and_the_one_before_with_its_parts_travel_and_no_others(project, tmp_path):
    own = (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    told = {
        "2025": "gabungan: [2025-S1, 2025-S2]\nperiode_sebelumnya: '2024'\n",
        "2025-S2": "",
        "2024": "gabungan: [2024-S1]\nperiode_sebelumnya: '2023'\n",
        "2024-S1": "",
        "2023": "",
        "2022": "",
    }
    for periode, text in told.items():
        project.write(f"params/{periode}/loket.yml", own + text)
        project.write(f"data/{periode}/loket/responden.csv", f"{project.headings}\n{ROW}\n")
    project.write_responses(ROW)
    inputs = read_inputs("loket", "2025", root=project.root)
    needed = {"2025", "2025-S1", "2025-S2", "2024", "2024-S1"}
    assert {name.split("/")[1] for name in inputs if name.startswith("data/")} == needed
    assert {name.split("/")[1] for name in inputs if name.startswith("params/")} == needed | {"instansi"}
    there = elsewhere("loket", "2025", project.root, tmp_path / "lain")
    assert recorded("loket", "2025", project.root) == recorded("loket", "2025", there)


def test_logo_of_the_agency_travels_and_those_of_others_do_not(project):
    for agency, logo in (("kota", "kota.png"), ("desa", "desa.png")):
        project.write(f"params/instansi/{agency}.yml", f"nama: X\nlogo: {{berkas: {logo}, alt: Lambang}}\n")
        project.write_bytes(f"params/instansi/{logo}", b"gambar")
    names = [name for name in read_inputs("loket", "2025-S1", root=project.root) if name.endswith(".png")]
    assert names == ["params/instansi/kota.png"]


def test_recap_has_the_units_of_its_agency_that_it_depends_on(agency, tmp_path):
    agency.add_unit("aula", ROW)
    agency.add_unit("loket", ROW)
    agency.add_unit("kosong")
    agency.project.write("params/instansi/desa.yml", "nama: Desa\n")
    agency.project.write("params/2025-S1/jauh.yml", agency.survey.replace("instansi: kota", "instansi: desa"))
    agency.project.write("data/2025-S1/jauh/responden.csv", f"{agency.project.headings}\n{ROW}\n")
    inputs = read_inputs("kota", "2025-S1", root=agency.root)
    assert {name for name in inputs if name.startswith("data/")} == {
        "data/2025-S1/aula/responden.csv",
        "data/2025-S1/loket/responden.csv",
    }
    assert "params/2025-S1/kosong.yml" in inputs
    assert "params/2025-S1/jauh.yml" not in inputs
    there = elsewhere("kota", "2025-S1", agency.root, tmp_path / "lain")
    assert recorded("kota", "2025-S1", agency.root) == recorded("kota", "2025-S1", there)


def test_performance_report_that_names_an_unknown_survey_is_told_the_same_elsewhere(office, tmp_path):
    office.tell("survei: [lokett]\n")
    told = []
    for root in (office.root, elsewhere("biro", "2025-S1", office.root, tmp_path / "lain")):
        with pytest.raises(DataError) as caught:
            read_source("biro", "2025-S1", root=root)
        told.append(str(caught.value))
    assert told[0] == told[1]
    assert "tidak ada survei 'lokett' pada periode ini, yang ada: 'loket'" in told[0]


@pytest.mark.parametrize(
    "text",
    [
        "periode_sebelumnya: ../../rahasia\n",
        "gabungan: [../../rahasia]\n",
        "laporan: [kinerja]\nsurvei: [../../../rahasia]\n",
    ],
)
def test_no_parameter_makes_a_file_outside_the_project_travel(make_project, text):
    project = make_project()
    inside = project.root / "proyek"
    (project.root / "params").rename(project.root / "lama")
    shutil.copytree(project.root / "lama", inside / "params")
    (inside / "data").mkdir()
    project.write_bytes("rahasia.yml", b"nama: rahasia\n")
    project.write_bytes("rahasia/loket.yml", b"rahasia")
    project.write_bytes("rahasia/loket/rahasia.txt", b"rahasia")
    own = (inside / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    key = text.split(":", 1)[0]
    kept = "".join(line for line in own.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    (inside / "params/2025-S1/loket.yml").write_text(kept + text, encoding="utf-8")
    inputs = read_inputs("loket", "2025-S1", root=inside)
    assert set(inputs) == {"params/2025-S1/loket.yml", "params/instansi/kota.yml"}


def test_logo_outside_its_folder_does_not_travel(project):
    project.write_bytes("rahasia.png", b"rahasia")
    project.write("params/instansi/kota.yml", "nama: X\nlogo: {berkas: ../../rahasia.png, alt: Lambang}\n")
    assert b"rahasia" not in read_inputs("loket", "2025-S1", root=project.root).values()


def test_what_was_packed_is_unpacked_and_equal_files_give_equal_bytes(tmp_path):
    files = {"data/2025-S1/loket/Jawaban März.csv": b"\x00\xff", "kosong.txt": b""}
    unpack(pack(files), tmp_path)
    assert {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.*")} == files
    assert pack(files) == pack(dict(files))
