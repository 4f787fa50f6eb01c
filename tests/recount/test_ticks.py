"""Four columns of ticks for each question, worked out by hand, and both counts beside each other."""

import csv
import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.pipeline.kinds import read_source
from skmlib.problems import DataError
from skmlib.recount.compare import compare
from skmlib.recount.recount import recount_survey

NAMES = ("Syarat", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana")
UPPER = ["No", *(cell for name in NAMES for cell in (name, "", "", ""))]
LOWER = ["", *"1234" * 9]


def ticked(number, answers, mark="v"):
    return [str(number), *(mark if place == answer else "" for answer in answers for place in range(1, 5))]


def write(project, *rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    project.write("data/2025-S1/loket/responden.csv", text.getvalue())


def both(project):
    folder = project.root / "hasil"
    folder.mkdir(exist_ok=True)
    read_source("loket", "2025-S1", root=project.root).write_files(folder)
    hasil = recount_survey("loket", "2025-S1", root=project.root)
    return compare(json.loads((folder / "hasil.json").read_text(encoding="utf-8")), hasil), hasil


def test_answers_above_the_ticks(make_project):
    # Syarat 4 and 3: 3.5; Biaya 1 and nothing: 1
    project = make_project()
    write(
        project,
        ["Rekap"],
        UPPER,
        LOWER,
        ticked(1, [4, 3, 2, 1, 4, 3, 2, 1, 4]),
        ticked(2, [3, 3, 3, 0, 3, 3, 3, 3, 3], "√"),
    )
    found, hasil = both(project)
    assert (found.differences, found.not_recounted) == ((), ())
    unsur = hasil["unsur"]
    assert [(unsur[name]["n"], float(unsur[name]["nrr"])) for name in ("persyaratan", "biaya")] == [(2, 3.5), (1, 1.0)]
    assert {row["jenis"]: row["n"] for row in hasil["findings"].values()}["cara_membaca"] == 1


@settings(max_examples=60, deadline=None)
@given(
    marks=st.lists(st.sampled_from(["v", "√", "x", "1", "", "2", "ya", "3"]), min_size=3, max_size=6),
    answers=st.lists(st.lists(st.integers(0, 4), min_size=9, max_size=9), min_size=6, max_size=6),
    lower=st.sampled_from(["1234", "4321", "1233", "12"]),
    last=st.sampled_from([[], UPPER, LOWER, ["Jumlah", *"0012" * 9], ["Mengetahui"]]),
)
def test_both_counts_read_ticks_alike(make_project, marks, answers, lower, last):
    project = make_project()
    rows = [ticked(place, row, mark) for place, (row, mark) in enumerate(zip(answers, marks, strict=False), 1)]
    write(project, UPPER, ["", *(lower * 18)[:36]], *rows, last)
    try:
        found, _ = both(project)
    except DataError:  # nothing to compare
        return
    assert (found.differences, found.not_recounted) == ((), ())
