"""What recaps and performance reports tell of their surveys and of their own words, both counts beside each other."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.pipeline.performance_files import write_performance_hasil
from skmlib.pipeline.recap_files import write_recap_hasil
from skmlib.recount.compare import compare
from skmlib.recount.performance import recount_performance
from skmlib.recount.reading import read_survey
from skmlib.recount.recap import recount_recap
from skmlib.survey.performance import read_performance
from skmlib.survey.recap import read_recap
from skmlib.survey.recap_summary import summarise_recap
from tests.conftest import Agency

KEY = "data: {kolom_komentar: Saran}\n"
HEADING = "id_responden,anotator,komentar,sentimen,unsur,kutip\n"
PLAIN, MASKED = "Cepat", "Hubungi saya di 081200000000"
NOT_ALIKE = "3," * 8 + "4,"
RECAP, OFFICE = "params/2025-S1/kota.yml", "params/2025-S1/biro.yml"


@pytest.fixture
def commented(make_project):
    """An agency whose units have the open question."""
    agency = Agency(make_project())
    agency.project.headings += ",Saran"
    return agency


def annotate(project, unit):
    """Judge the comments of a unit."""
    people = read_survey(unit, "2025-S1", root=project.root).respondents
    rows = "".join(f"{one.id},ani,{one.comment},positif,,\n" for one in people if one.comment)
    project.write(f"data/2025-S1/{unit}/komentar.csv", HEADING + rows)


def recap(root):
    """Compare both counts of the recap."""
    write_recap_hasil(summarise_recap(read_recap("kota", "2025-S1", root=root)), root / "hasil.json")
    told = json.loads((root / "hasil.json").read_text(encoding="utf-8"))
    return compare(told, recount_recap("kota", "2025-S1", root=root)), told


def test_comments_that_nobody_judged_are_findings_of_a_unit(commented):
    # Two equal rows, whose comments nobody judged: two findings
    commented.add_unit("a", NOT_ALIKE + MASKED, NOT_ALIKE + MASKED, more=KEY)
    found, told = recap(commented.root)
    assert (found.differences, found.not_recounted, told["unit_kerja"][0]["n_temuan"]) == ((), (), 2)


@pytest.mark.parametrize(("comment", "n"), [(PLAIN, 0), (MASKED, 1)])
def test_masked_comments_are_findings_of_a_unit(commented, comment, n):
    # b answered everything alike
    commented.add_unit("a", NOT_ALIKE + comment, more=KEY)
    commented.add_unit("b", "3," * 9, more=KEY)
    annotate(commented.project, "a")
    found, told = recap(commented.root)
    assert (found.differences, found.not_recounted) == ((), ())
    assert [row["n_temuan"] for row in told["unit_kerja"]] == [n, 1]


@pytest.mark.parametrize(
    ("row", "is_judged", "n"),
    [
        (NOT_ALIKE + PLAIN, True, 0),
        (NOT_ALIKE + MASKED, True, 1),
        (NOT_ALIKE + MASKED, False, 1),  # not judged
        ("3," * 9 + MASKED, True, 1),  # has another finding as well, and a survey counts once
    ],
)
def test_surveys_with_findings_of_a_performance_report(office, row, is_judged, n):
    project = office.project
    project.add(KEY)
    project.write("data/2025-S1/loket/responden.csv", f"{project.headings},Saran\n{row}\n")
    if is_judged:
        annotate(project, "loket")
    office.tell("survei: [loket]\n")
    office.indicate('{nama: A, arah: naik, target: "78", sumber: {survei: loket}}')
    write_performance_hasil(read_performance("biro", "2025-S1", root=office.root), office.root / "hasil.json")
    told = json.loads((office.root / "hasil.json").read_text(encoding="utf-8"))
    found = compare(told, recount_performance("biro", "2025-S1", root=office.root))
    assert (found.differences, found.not_recounted) == ((), ())
    assert [row["n"] for row in told["findings"] if row["jenis"] == "temuan_unit"] == [n] * n


def test_file_that_a_performance_report_does_not_read(office):
    office.project.write_responses(NOT_ALIKE[:-1])
    office.tell("survei: [loket]\n")
    office.indicate('{nama: A, arah: naik, target: "78", sumber: {survei: loket}}')
    office.project.write("data/2025-S1/biro/pengaduan.csv", "x\n")  # no indicator needs it
    rows = recount_performance("biro", "2025-S1", root=office.root)["findings"]
    assert [(row["jenis"], row["berkas"]) for row in rows] == [
        ("berkas_tidak_dibaca", "data/2025-S1/biro/pengaduan.csv")
    ]


PIECES = (
    "# ",
    "## ",
    "#",
    "Metode",
    "a",
    "Dinas A",
    "U3",
    "Waktu",
    "lain",
    "\n",
    "\n",
    ".....",
    "TODO",
    "| a |",
    "teks",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_words_of_a_recap_are_counted_twice(make_project, text):
    agency = Agency(make_project())
    agency.add_unit("a", NOT_ALIKE[:-1])
    agency.project.write_bytes("data/2025-S1/kota/narasi.md", text.encode())
    found, told = recap(agency.root)
    assert (found.differences, found.not_recounted) == ((), ())
    assert all(row["baris"] == [] for row in told["findings"])


def test_words_of_a_recap_worked_out_by_hand(make_project):
    # The name of the unit is "A"; a line before the first title, two below one that is not known
    agency = Agency(make_project())
    agency.add_unit("a", NOT_ALIKE[:-1])
    agency.project.write_bytes("data/2025-S1/kota/narasi.md", b"Pembuka\n# A\nBaik.\n# Kesan\nx\nTODO\n# a\nLagi.\n")
    rows = recount_recap("kota", "2025-S1", root=agency.root)["findings"]
    assert [(row["jenis"], row["n"]) for row in rows] == [
        ("narasi_tanpa_judul", 1),
        ("judul_narasi_tidak_dikenal", 2),
        ("judul_narasi_ganda", 1),
        ("isian_sementara", 1),
    ]
