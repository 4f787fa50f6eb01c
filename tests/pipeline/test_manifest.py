"""The manifest: hashes of what was read and made, and no name that is to be masked."""

import hashlib
import json

from skmlib.pipeline.manifest import write_manifest
from skmlib.survey.dataset import read_survey


def manifest_of(project, tmp_path) -> dict:
    project.write_responses("3,4,3,4,3,4,3,4,3", "4,3,4,3,4,3,4,3,4")
    project.write("notebooks/laporan_skm.ipynb", "{}")
    folder = tmp_path / "keluaran"
    folder.mkdir()
    (folder / "a.html").write_bytes(b"halo")
    survey = read_survey("loket", "2025-S1", root=project.root)
    write_manifest(survey, folder, notebooks=("notebooks/laporan_skm.ipynb",))
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_every_input_and_output_stands_with_its_hash(project, tmp_path):
    manifest = manifest_of(project, tmp_path)
    assert set(manifest["masukan"]) == {
        "params/2025-S1/loket.yml",
        "params/instansi/kota.yml",
        "data/2025-S1/loket/responden.csv",
        "notebooks/laporan_skm.ipynb",
    }
    assert manifest["keluaran"] == {"a.html": hashlib.sha256(b"halo").hexdigest()}


def test_names_to_be_masked_are_counted_and_not_told(project, tmp_path):
    project.add("data: {nama_disamarkan: [Siti Rahma, Budi]}\n")
    manifest = manifest_of(project, tmp_path)
    assert manifest["parameter"]["data"]["nama_disamarkan"] == 2
    assert "Siti" not in json.dumps(manifest)


def test_manifest_names_no_folder_of_this_machine(project, tmp_path):
    assert str(project.root) not in json.dumps(manifest_of(project, tmp_path))
