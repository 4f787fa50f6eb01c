"""The two surveys of Biro Humas in `2023`, checked against the published figures with csv and fractions alone."""

import csv
import datetime
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).resolve().parents[2]
SURVEYS = {"ppid": "ppid", "mitra": "stakeholders"}  # our name, that of the reference
RESPONDENTS = {"ppid": 136, "mitra": 286}
HEADINGS = ["Tanggal", "Jenis kelamin", "Usia", "Pendidikan", "Pekerjaan"]
FIRST = len(HEADINGS)  # the nine answers follow, in the order of the labels U1 to U9


def number(value):
    return Fraction(str(value))


def round_half_up(value, decimals):
    return Fraction(floor(value * 10**decimals + Fraction(1, 2)), 10**decimals)


def read_params(name):
    return yaml.safe_load((PROJECT / f"params/2023/biro-humas-{name}.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def published():
    reference = yaml.safe_load((PROJECT / "tests/data/reference/biro-humas-2023.yml").read_text(encoding="utf-8"))
    return {name: reference["surveys"][other] for name, other in SURVEYS.items()}


@pytest.fixture(scope="module")
def exports():
    exports = {}
    for name in SURVEYS:
        with (PROJECT / f"data/2023/biro-humas-{name}/responden.csv").open(encoding="utf-8", newline="") as file:
            exports[name] = list(csv.reader(file))
    return exports


@pytest.fixture(scope="module")
def sums(exports):
    """Sum of the answers to U1 to U9 by survey."""
    return {
        name: [sum(map(int, column)) for column in zip(*(row[FIRST:] for row in rows), strict=True)]
        for name, (_, *rows) in exports.items()
    }


@pytest.mark.parametrize("name", SURVEYS)
def test_columns_are_those_the_parameters_name(exports, name):
    params = read_params(name)
    assert exports[name][0] == HEADINGS + [unsur["kolom"] for unsur in params["unsur"].values()]
    assert [unsur["label"] for unsur in params["unsur"].values()] == [f"U{place}" for place in range(1, 10)]
    assert list(params["unsur"])[-2:] == ["pengaduan", "sarana"]


@pytest.mark.parametrize("name", SURVEYS)
def test_rows_are_complete_and_in_the_collection(exports, name):
    rows, collected = exports[name][1:], read_params(name)["periode"]["pengumpulan"]
    assert len(rows) == RESPONDENTS[name]
    assert all(len(row) == FIRST + 9 and all(row) and set(row[FIRST:]) <= {"1", "2", "3", "4"} for row in rows)
    days = [datetime.date.fromisoformat(row[0]) for row in rows]
    assert collected["mulai"] <= min(days) <= max(days) <= collected["selesai"]


@pytest.mark.parametrize("name", SURVEYS)
def test_means_and_categories_print_as_published(sums, published, name):
    means = [Fraction(total, RESPONDENTS[name]) for total in sums[name]]
    assert [round_half_up(mean, 3) for mean in means] == [number(score) for score in published[name]["scores"]]
    letters = ["A" if round_half_up(25 * mean, 2) >= Fraction("88.31") else "B" for mean in means]
    assert letters == published[name]["categories"]


@pytest.mark.parametrize("name", SURVEYS)
def test_index_prints_as_published(sums, published, name):
    # ppid: 25 x 4110 / (9 x 136) = 83.946; mitra: 25 x 9347 / (9 x 286) = 90.783
    assert sum(sums[name]) == {"ppid": 4110, "mitra": 9347}[name]
    ikm = Fraction(25 * sum(sums[name]), 9 * RESPONDENTS[name])
    assert round_half_up(ikm, 2) == number(published[name]["ikm_converted"])
    assert published[name]["category"] == ("A" if ikm >= Fraction("88.31") else "B")


def test_index_of_ppid_prints_as_published_from_1_to_4(sums, published):
    assert round_half_up(Fraction(sum(sums["ppid"]), 9 * 136), 3) == number(published["ppid"]["ikm"])


def test_134_answers_can_give_none_of_the_means_and_136_is_the_next_number_that_gives_all(published):
    def gives(n, score):
        return round_half_up(Fraction(floor(number(score) * n + Fraction(1, 2)), n), 3) == number(score)

    scores = published["ppid"]["scores"]
    assert published["ppid"]["respondents"] == 134
    assert not any(gives(134, score) for score in scores)
    assert [n for n in range(100, 200) if all(gives(n, score) for score in scores)] == [136]


def test_stakeholders_are_as_many_as_published_and_all_find_it_free(published, exports):
    assert published["mitra"]["respondents"] == RESPONDENTS["mitra"]
    assert {row[FIRST + 3] for row in exports["mitra"][1:]} == {"4"}


def test_parameters_hold_the_published_population_and_history(published):
    params = read_params("ppid")
    assert params["populasi"] == published["ppid"]["population"]
    assert {entry["periode"]: number(entry["ikm"]) for entry in params["riwayat"]} == {
        year: number(ikm) for year, ikm in published["ppid"]["previous"].items()
    }
    assert "riwayat" not in read_params("mitra")
