"""The plan that is reported on, against the one that the period before published, in both counts."""

import pytest

from skmlib.parameters import load_parameters
from skmlib.problems import DataError
from skmlib.recount.periods import read_any
from skmlib.recount.plans import unlike_published
from skmlib.survey.dataset import read_survey
from skmlib.survey.input_files import source_names

HEADING = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan\n"
OLD, NEW = "data/2024-S2/loket/tindak_lanjut.csv", "data/2025-S1/loket/tindak_lanjut.csv"
KINDS = ("rencana_hilang", "rencana_ditambahkan")
PLAN = ("1,waktu,Tambah loket", "2,sarana,Ganti kursi", "2.1,,Pilih pemasok")


@pytest.fixture
def survey(project):
    project.add("periode_sebelumnya: 2024-S2\n")
    project.write_responses("3,3,3,3,3,3,3,3,3")
    return project


def planned(*rows, done="", asked="ya"):
    return HEADING + "".join(f"2024-S2,{row},2025-TW1,Sekretariat,{done},,,,{asked}\n" for row in rows)


def found(project):
    own = [one for one in read_survey("loket", "2025-S1", root=project.root).findings if one.jenis in KINDS]
    second = list(unlike_published(read_any("loket", "2025-S1", root=project.root)))
    assert [(one.kind, one.file, one.n) for one in second] == [(one.jenis, one.berkas, one.n) for one in own]
    return own


def test_plan_that_is_reported_on_as_it_was_published_gives_no_finding(survey):
    survey.write(OLD, planned(*PLAN))
    survey.write(NEW, planned("1,waktu,tambah  LOKET", *PLAN[1:], done="belum"))
    assert found(survey) == []


def test_action_that_was_deleted_is_told_with_its_row(survey):
    survey.write(OLD, planned(*PLAN))
    survey.write(NEW, planned("1,waktu,Ganti kursi", done="sudah"))
    [told] = found(survey)
    assert (told.jenis, told.berkas, told.n) == ("rencana_hilang", NEW, 2)
    assert told.pesan == (
        "2 kegiatan pada rencana periode 2024-S2 tidak ada di sini dengan kata-kata yang sama ("
        "data/2024-S2/loket/tindak_lanjut.csv, baris 2 dan 4); salin barisnya dan isi statusnya, juga bila belum dilaksanakan."
    )


def test_action_that_was_written_anew_is_missing_and_added(survey):
    survey.write(OLD, planned(*PLAN))
    survey.write(NEW, planned(PLAN[0], "2,sarana,Lap kursi", PLAN[2], done="sudah"))
    gone, added = found(survey)
    assert (gone.jenis, gone.n, added.jenis, added.n, added.baris) == (
        "rencana_hilang",
        1,
        "rencana_ditambahkan",
        1,
        (3,),
    )
    assert "(baris 3), tetapi tidak ada pada rencana itu" in added.pesan


def test_action_that_is_called_unplanned_is_none_of_the_plan(survey):
    survey.write(
        OLD, planned(*PLAN) + planned("3,waktu,Kerja bakti", done="sudah", asked="tidak").removeprefix(HEADING)
    )
    survey.write(
        NEW, planned(*PLAN, done="sudah") + planned("4,waktu,Lomba", done="sudah", asked="tidak").removeprefix(HEADING)
    )
    assert found(survey) == []


def test_same_text_twice_is_two_actions(survey):
    survey.write(OLD, planned("1,waktu,Rapat", "2,waktu,Rapat"))
    survey.write(NEW, planned("1,waktu,Rapat", done="sudah"))
    assert [(one.jenis, one.n) for one in found(survey)] == [("rencana_hilang", 1)]


def test_period_without_a_table_lacks_the_whole_plan(survey):
    survey.write(OLD, planned(*PLAN))
    assert [(one.jenis, one.berkas, one.n) for one in found(survey)] == [("rencana_hilang", NEW, 3)]


@pytest.mark.parametrize("table", ["", "2024-S1,1,waktu,Lama,2024-TW3,Sekretariat,sudah,,,,ya\n"])
def test_plan_where_none_was_made_is_added(survey, table):
    survey.write(OLD, HEADING + table)
    survey.write(NEW, planned("1,waktu,Baru", done="sudah"))
    assert [(one.jenis, one.n) for one in found(survey)] == [("rencana_ditambahkan", 1)]


def test_action_that_became_a_sub_action_is_missing_and_added(survey):
    survey.write(OLD, planned("1,waktu,Rapat", "2,waktu,Kopi"))
    survey.write(NEW, planned("1,waktu,Rapat", "1.1,waktu,Kopi", done="belum"))
    assert [(one.jenis, one.n) for one in found(survey)] == [("rencana_hilang", 1), ("rencana_ditambahkan", 1)]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("", "berkas ini kosong, ganti dengan berkas yang berisi data."),
        (
            "periode,nomor\n2024-S2,1\n",
            "kolom program, direncanakan tidak ada atau berulang, betulkan: rencana periode",
        ),
    ],
)
def test_plan_that_cannot_be_read_any_more_stops_the_run(survey, table, told):
    survey.write(OLD, table)
    survey.write(NEW, planned(*PLAN, done="sudah"))
    with pytest.raises(DataError) as caught:
        read_survey("loket", "2025-S1", root=survey.root)
    assert str(caught.value).startswith(f"{OLD}: 1 masalah.\n  {told}")


def test_report_depends_on_the_table_of_the_period_before(survey):
    assert OLD in source_names(load_parameters("loket", "2025-S1", root=survey.root))
