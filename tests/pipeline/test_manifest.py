"""The manifest: hashes of what was read and made, what was looked for, and no name that is to be masked."""

import hashlib
import json

import pytest

from skmlib.pipeline.manifest import read_json, write_manifest
from skmlib.pipeline.report_jobs import DataRead, ReportOrder, read_data


def manifest_of(project, tmp_path) -> dict:
    project.write_responses("3,4,3,4,3,4,3,4,3", "4,3,4,3,4,3,4,3,4")
    project.write("notebooks/laporan_skm.ipynb", "{}")
    folder = tmp_path / "keluaran"
    folder.mkdir()
    told = []
    read_data(told.append, ReportOrder("loket", "2025-S1", project.root, folder))
    for path in folder.iterdir():
        path.unlink()
    (folder / "a.html").write_bytes(b"halo")
    (facts,) = (one.facts for one in told if isinstance(one, DataRead))
    write_manifest(facts, folder, forms=("html", "pdf"))
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_every_input_and_output_stands_with_its_hash(project, tmp_path):
    manifest = manifest_of(project, tmp_path)
    names = (
        "params/2025-S1/loket.yml",
        "params/instansi/kota.yml",
        "data/2025-S1/loket/responden.csv",
        "notebooks/laporan_skm.ipynb",
    )
    assert manifest["masukan"] == {
        name: hashlib.sha256((project.root / name).read_bytes()).hexdigest() for name in names
    }
    assert manifest["keluaran"] == {"a.html": hashlib.sha256(b"halo").hexdigest()}


def test_what_was_looked_for_stands_there_too(project, tmp_path):
    manifest = manifest_of(project, tmp_path)
    assert "data/2025-S1/loket/komentar.csv" in manifest["tidak_ada"]
    assert "requirements.lock" in manifest["tidak_ada"]
    assert manifest["folder"] == {"data/2025-S1/loket": ["responden.csv"]}


def test_lock_file_is_an_input_where_there_is_one(project, tmp_path):
    project.write("requirements.lock", "a==1\n")
    manifest = manifest_of(project, tmp_path)
    assert manifest["masukan"]["requirements.lock"] == hashlib.sha256(b"a==1\n").hexdigest()
    assert "requirements.lock" not in manifest["tidak_ada"]


def test_names_to_be_masked_are_counted_and_not_told(project, tmp_path):
    project.add("data: {nama_disamarkan: [Siti Rahma, Budi]}\n")
    manifest = manifest_of(project, tmp_path)
    assert manifest["parameter"]["data"]["nama_disamarkan"] == 2
    assert "Siti" not in json.dumps(manifest)


def test_manifest_names_no_folder_of_this_machine(project, tmp_path):
    assert str(project.root) not in json.dumps(manifest_of(project, tmp_path))


@pytest.mark.parametrize("content", [None, b"", b"{", b"[1]", b"\xff", b"[" * 100_000])
def test_json_that_cannot_be_read_is_empty(tmp_path, content):
    if content is not None:
        (tmp_path / "a.json").write_bytes(content)
    assert read_json(tmp_path / "a.json") == {}
