"""A new period begun from the old one: its files, what joins the history, and what is refused."""

import csv
import shutil
from pathlib import Path

import pytest
import yaml

from skmlib.parameters import load_parameters
from skmlib.pipeline.new_period import read_new_period, write_new_period
from skmlib.problems import DataError

ACTIONS = (
    "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan\n"
    "2025-S1,1,U3,Loket kedua,2025-TW3,Bagian Umum,sebagian,2025-07-10,Dibuka,Listrik,\n"
    "2025-S1,1.1,,Antrean daring,,Bagian Umum,,,,,tidak\n"
    "2024-S2,1,waktu,Lama,2025-TW1,Bagian Umum,sudah,2025-02-01,Selesai,,ya\n"
)


@pytest.fixture
def begun(project):
    project.write_responses("3,4,3,4,3,4,3,4,3")

    def begin():
        return read_new_period("loket", "2025-S2", sebelumnya="2025-S1", root=project.root)

    return begin


def files_of(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*")}


def test_reading_writes_nothing(begun, project):
    before = files_of(project.root)
    begun()
    assert files_of(project.root) == before


def test_writing_makes_parameters_and_the_folder_of_the_export(begun, project):
    before = files_of(project.root)
    write_new_period(begun(), root=project.root)
    assert files_of(project.root) - before == {
        "params/2025-S2",
        "params/2025-S2/loket.yml",
        "data/2025-S2",
        "data/2025-S2/loket",
    }


def test_the_index_joins_the_history_rounded_half_up(begun):
    # 3 for five unsur and 4 for four: 31 / 9 = 3.444, 31 / 9 x 25 = 86.111
    riwayat = begun().riwayat
    assert (str(riwayat.ni), str(riwayat.ikm), riwayat.responden) == ("3.44", "86.11", 1)
    assert {str(nrr) for nrr in riwayat.unsur.values()} == {"3.00", "4.00"}


def test_without_an_index_the_history_does_not_grow(begun, project):
    project.write_responses("3,4,3,4,3,4,3,4,")
    found = begun()
    assert found.riwayat is None
    assert "riwayat" not in found.parameters


def test_the_plan_is_handed_on_as_typed_with_nothing_reported(begun, project):
    project.add("periode_sebelumnya: 2024-S2\n")
    project.write("data/2025-S1/loket/tindak_lanjut.csv", ACTIONS)
    found = begun()
    write_new_period(found, root=project.root)
    text = (project.root / "data/2025-S2/loket/tindak_lanjut.csv").read_text(encoding="utf-8-sig")
    assert found.n_actions == 2
    assert list(csv.reader(text.splitlines()))[1:] == [
        ["2025-S1", "1", "U3", "Loket kedua", "2025-TW3", "Bagian Umum", "", "", "", "", "ya"],
        ["2025-S1", "1.1", "", "Antrean daring", "", "Bagian Umum", "", "", "", "", "tidak"],
    ]


def test_windows_line_ends_are_kept(begun, project):
    path = project.root / "params/2025-S1/loket.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    write_new_period(begun(), root=project.root)
    written = (project.root / "params/2025-S2/loket.yml").read_bytes()
    assert written.count(b"\r\n") == written.count(b"\n") > 0


@pytest.mark.parametrize("name", ["params/2025-S2/loket.yml", "data/2025-S2/loket/tindak_lanjut.csv"])
def test_a_period_that_was_begun_is_refused(begun, project, name):
    path = project.write(name, "punya saya\n")
    with pytest.raises(DataError) as caught:
        begun()
    assert str(caught.value) == (
        f"{name}: 1 masalah.\n"
        "  sudah ada, berkas yang ada tidak ditimpa; pindahkan atau hapus dahulu bila hendak dibuat ulang."
    )
    assert path.read_text(encoding="utf-8") == "punya saya\n"


def test_an_export_that_waits_already_is_left_alone(begun, project):
    waiting = project.write("data/2025-S2/loket/responden.csv", "ekspor\n")
    write_new_period(begun(), root=project.root)
    assert waiting.read_text(encoding="utf-8") == "ekspor\n"


def test_an_old_period_with_problems_is_refused(begun, project):
    project.write_responses("9,4,3,4,3,4,3,4,3")
    with pytest.raises(DataError, match=r"^data/2025-S1/loket/responden\.csv: 1 masalah\."):
        begun()


def test_kasn_2024_joins_the_history_as_published(root, tmp_path):
    for name in ("params", "data"):
        shutil.copytree(root / name, tmp_path / name)
    write_new_period(read_new_period("kasn", "2025", sebelumnya="2024", root=tmp_path), root=tmp_path)
    path = tmp_path / "params/2025/kasn.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join(line for line in lines if "# PERIKSA" not in line), encoding="utf-8")
    survei = load_parameters("kasn", "2025", root=tmp_path).survei
    published = yaml.safe_load((root / "tests/data/reference/kasn-2024.yml").read_text(encoding="utf-8"))
    last = survei.riwayat[-1]
    assert [riwayat.periode for riwayat in survei.riwayat] == ["2022", "2023", "2024"]
    assert (float(last.ni), float(last.ikm), last.responden) == (3.54, 88.38, 260)
    assert [float(nrr) for nrr in last.unsur.values()] == published["scores"]["values"]
    assert survei.periode_sebelumnya == "2024"


def test_sekadau_2019_joins_the_history(root):
    # Sums of the columns by GNU Awk, over 49 respondents: 138 139 150 177 159 163 161 143 159, together 1389;
    # 138 / 49 = 2.816, 1389 / 49 / 9 = 3.1497, x 25 = 78.741
    riwayat = read_new_period("sekadau", "2019-S2", sebelumnya="2019-S1", root=root).riwayat
    assert (str(riwayat.ni), str(riwayat.ikm), riwayat.responden) == ("3.15", "78.74", 49)
    assert [str(nrr) for nrr in riwayat.unsur.values()] == (
        ["2.82", "2.84", "3.06", "3.61", "3.24", "3.33", "3.29", "2.92", "3.24"]
    )


def test_the_exports_that_are_waited_for_are_named(begun, project):
    assert begun().responden == ("responden.csv",)
    project.add("data: {tahap: [{nama: Tahap I, responden: satu.csv}, {nama: Tahap II, responden: dua.csv}]}\n")
    for name in ("satu", "dua"):
        project.write(f"data/2025-S1/loket/{name}.csv", f"{project.headings}\n3,4,3,4,3,4,3,4,3\n")
    assert begun().responden == ("satu.csv", "dua.csv")


def test_combined_periods_wait_for_no_export(begun, project):
    quarter = (project.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    for name in ("2025-TW1", "2025-TW2"):
        project.write(f"params/{name}/loket.yml", quarter)
        project.write(f"data/{name}/loket/responden.csv", f"{project.headings}\n3,4,3,4,3,4,3,4,3\n")
    project.add("gabungan: [2025-TW1, 2025-TW2]\n")
    found = begun()
    assert (found.responden, found.riwayat.responden) == ((), 2)
    assert "gabungan: [2025-TW3, 2025-TW4]\n" in found.parameters
