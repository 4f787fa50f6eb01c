"""The two phases of `2023/kasn`, checked against the published figures with csv and fractions alone."""

import csv
import datetime
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "data/2023/kasn"
RESPONDEN = 480
# Columns of the unsur, U1 to U9: after the time stamp and five columns of the profile; the form asks facilities (13) before
# complaints (15), and the questions outside the index are 14 and 16.
COLUMNS = (6, 7, 8, 9, 10, 11, 12, 15, 13)


def read_phase(name, delimiter):
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


@pytest.fixture(scope="module")
def reference():
    return yaml.safe_load((PROJECT / "tests/data/reference/kasn-2024.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def params():
    return yaml.safe_load((PROJECT / "params/2023/kasn.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def phases():
    return read_phase("responden-tahap-1.csv", ","), read_phase("responden-tahap-2.csv", ";")


@pytest.fixture(scope="module")
def sums(phases, params):
    """Sum of the answers to each unsur in each phase, U1 to U9; an answer's code is the place of its label, from 1."""
    scales = [list(unsur["jawaban"].values()) for unsur in params["unsur"].values()]
    return [
        [sum(scale.index(row[place]) + 1 for row in rows) for place, scale in zip(COLUMNS, scales, strict=True)]
        for _, *rows in phases
    ]


def round_half_up(value):
    return Fraction(floor(value * 100 + Fraction(1, 2)), 100)


def test_phases_are_files_of_one_shape_with_480_respondents(phases, reference):
    (first_headings, *first), (second_headings, *second) = phases
    assert first_headings == second_headings
    assert all(len(row) == 17 and all(row) for row in first + second)
    assert (len(first), len(second)) == (265, 215)
    assert len(first) + len(second) == reference["trend"]["2023"]["respondents"] == RESPONDEN


def test_columns_are_those_the_parameters_name(phases, params):
    headings = phases[0][0]
    assert [headings[place] for place in COLUMNS] == [unsur["kolom"] for unsur in params["unsur"].values()]
    named = [params["data"]["kolom_waktu"], params["layanan"]["kolom"]]
    named += [group["kolom"] for key in ("unsur", "profil", "pertanyaan_tambahan") for group in params[key].values()]
    assert sorted(headings) == sorted(named)


def test_second_phase_is_as_excel_saves_it():
    content = (FOLDER / "responden-tahap-2.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfTimestamp;")
    assert content.count(b"\n") == content.count(b"\r\n") == 216


def test_phases_together_have_the_published_means_and_categories(sums, reference):
    published = reference["follow_up_of_2023"]
    means = [Fraction(first + second, RESPONDEN) for first, second in zip(*sums, strict=True)]
    assert [round_half_up(mean) for mean in means] == [Fraction(str(score)) for score in published["scores"]]
    letters = ["A" if round_half_up(25 * mean) >= Fraction("88.31") else "B" for mean in means]
    assert letters == published["categories"]


def test_phases_together_have_the_published_index(sums, reference):
    # 15659 / (9 x 480) = 3.62477, printed 3.62; 25 times that is 90.61921, printed 90.62
    published = reference["trend"]["2023"]
    assert sum(map(sum, sums)) == 15659
    ni = Fraction(15659, 9 * RESPONDEN)
    assert round_half_up(ni) == Fraction(str(published["ikm"]))
    assert round_half_up(25 * ni) == Fraction(str(published["converted"]))


def test_phases_are_collected_one_after_the_other_and_before_the_plan_begins(phases, params):
    days = [[datetime.date.fromisoformat(row[0][:10]) for row in rows] for _, *rows in phases]
    collected, signed = params["periode"]["pengumpulan"], params["pengesahan"]["tanggal"]
    assert [min(days[0]), max(days[1])] == [collected["mulai"], collected["selesai"]]
    # Actions planned after this survey begin in the third quarter; the first was done on 29 September.
    assert max(days[0]) < min(days[1]) <= max(days[1]) < signed < datetime.date(2023, 9, 29)
