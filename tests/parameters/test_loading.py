import pytest

from skmlib.parameters import find_project, list_reports, load_parameters
from skmlib.problems import DataError

FILE = "params/2025-S1/loket.yml"


def load(project):
    return load_parameters("loket", "2025-S1", root=project.root)


def message(project) -> str:
    with pytest.raises(DataError) as caught:
        load(project)
    return str(caught.value)


def test_parameters_keep_their_defaults(project):
    survei = load(project).survei
    assert (survei.jumlah_prioritas, survei.ambang_kelompok, survei.bobot) == (3, 5, "eksak")


def test_unsur_stand_in_the_order_of_the_regulation(project):
    project.change("      pengaduan: {label: U8, kolom: Pengaduan}\n", "")
    project.change("      sarana: {label: U9", "      sarana: {label: U8")
    project.change("    unsur:\n" if False else "unsur:\n", "unsur:\n  pengaduan: {label: U9, kolom: Pengaduan}\n")
    assert load(project).unsur[-2:] == ("pengaduan", "sarana")
