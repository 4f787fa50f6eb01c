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


def test_findings_of_units_without_annotated_comments_are_counted(commented):
    # Two equal rows, whose comments nobody judged: two findings
    commented.add_unit("a", NOT_ALIKE + MASKED, NOT_ALIKE + MASKED, more=KEY)
    found, told = recap(commented.root)
    assert (found.differences, found.not_recounted, told["unit_kerja"][0]["n_temuan"]) == ((), (), 2)


@pytest.mark.parametrize(("comment", "n"), [(PLAIN, 0), (MASKED, 1)])
def test_findings_of_units_with_annotated_comments_are_left_open(commented, comment, n):
    commented.add_unit("a", NOT_ALIKE + comment, more=KEY)
    annotate(commented.project, "a")
    found, told = recap(commented.root)
    left = {"unit_kerja/0/n_temuan": 1, f"findings/temuan_unit / {RECAP}/n": n}
    assert (found.differences, set(found.not_recounted)) == ((), {path for path, times in left.items() if times})
    assert told["unit_kerja"][0]["n_temuan"] == n


def test_how_many_findings_is_left_open_where_some_are_known(commented):
    # a answered everything alike; b holds something that is masked
    commented.add_unit("a", "3," * 9, more=KEY)
    commented.add_unit("b", NOT_ALIKE + MASKED, more=KEY)
    annotate(commented.project, "b")
    found, _ = recap(commented.root)
    left = {"unit_kerja/1/n_temuan", f"findings/temuan_unit / {RECAP}/n"}
    assert (found.differences, set(found.not_recounted)) == ((), left)
    rows = recount_recap("kota", "2025-S1", root=commented.root)["findings"]
    assert rows == [{"jenis": "temuan_unit", "berkas": RECAP, "ikm_tanpa": None}]


@pytest.mark.parametrize(
    ("row", "is_judged", "left"),
    [
        (NOT_ALIKE + PLAIN, True, False),
        (NOT_ALIKE + MASKED, True, True),
        (NOT_ALIKE + MASKED, False, False),
        ("3," * 9 + MASKED, True, False),  # has another finding anyway, and a survey counts once
    ],
)
def test_surveys_with_findings_of_a_performance_report(office, row, is_judged, left):
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
    expected = (f"findings/temuan_unit / {OFFICE}/n",) if left else ()
    assert (found.differences, found.not_recounted) == ((), expected)


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
