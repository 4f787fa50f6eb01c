"""The seven services of `2024-S2/jatinegara-kaum`, checked against the published figures with csv and fractions alone."""

import csv
import datetime
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "data/2024-S2/jatinegara-kaum"
HEADINGS = ["Tanggal", "Layanan", "Jenis kelamin", "Usia", "Pendidikan", "Pekerjaan"]
FIRST = len(HEADINGS)  # the nine answers follow, in the order of the labels U1 to U9


def number(value):
    return Fraction(str(value))


def round_half_up(value):
    return Fraction(floor(value * 100 + Fraction(1, 2)), 100)


def mean(values):
    return sum(values, Fraction(0)) / len(values)


@pytest.fixture(scope="module")
def reference():
    path = PROJECT / "tests/data/reference/jatinegara-kaum-2024-s2.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def params():
    return yaml.safe_load((PROJECT / "params/2024-S2/jatinegara-kaum.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def export():
    with (FOLDER / "responden.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture(scope="module")
def services(export, reference):
    """Mean of each unsur by service."""
    answers = {
        name: [[int(cell) for cell in row[FIRST:]] for row in export[1:] if row[1] == name]
        for name in reference["services"]
    }
    return {
        name: [Fraction(sum(column), len(rows)) for column in zip(*rows, strict=True)] for name, rows in answers.items()
    }


def test_columns_are_those_the_parameters_name(export, params, reference):
    assert export[0] == HEADINGS + [unsur["kolom"] for unsur in params["unsur"].values()]
    assert {unsur["label"]: name for name, unsur in params["unsur"].items()} == reference["unsur"]
    assert params["layanan"]["kategori"] == list(reference["services"])


def test_every_row_is_complete_and_in_the_collection(export, params):
    rows, collected = export[1:], params["periode"]["pengumpulan"]
    assert all(len(row) == FIRST + 9 and all(row) and set(row[FIRST:]) <= {"1", "2", "3", "4"} for row in rows)
    days = [datetime.date.fromisoformat(row[0]) for row in rows]
    assert collected["mulai"] <= days[0] <= days[-1] <= collected["selesai"]
    assert days == sorted(days)


def test_each_of_the_63_cells_is_the_printed_mean_exactly(services, reference):
    assert services == {name: [number(cell) for cell in cells] for name, cells in reference["services"].items()}


def test_services_have_the_printed_index(services, reference):
    assert {name: round_half_up(mean(cells)) for name, cells in services.items()} == {
        name: number(value) for name, value in reference["service_ikm"].items()
    }


def test_means_of_services_per_unsur_print_as_published(services, reference):
    means = [round_half_up(mean(cells)) for cells in zip(*services.values(), strict=True)]
    assert means == [number(value) for value in reference["mean_per_unsur"]]


def test_printed_index_comes_from_printed_averages_and_the_cells_give_another(services, reference):
    """The first finding of the reference file: 98.72 printed, 98.70 from the cells, 98.71 from averages per service."""
    per_unsur = [mean(cells) for cells in zip(*services.values(), strict=True)]
    assert round_half_up(25 * mean([round_half_up(value) for value in per_unsur])) == number(reference["ikm_converted"])
    assert round_half_up(25 * mean(per_unsur)) == number(reference["findings"][0]["recomputed"])
    per_service = [round_half_up(mean(cells)) for cells in services.values()]
    assert round_half_up(25 * mean(per_service)) == Fraction("98.71")


def test_respondents_taken_together_give_another_index(export):
    # Nine cells of a service together, times its respondents: 3 x 3538 + 3555 + 3564 + 3555 + 3552 + 3562 + 2 x 3546 = 35494;
    # 25 x 35494 / (9 x 1000) = 98.594
    sums = [sum(int(cell) for cell in row[FIRST:]) for row in export[1:]]
    assert round_half_up(Fraction(25 * sum(sums), 9 * len(sums))) == Fraction("98.59")


def test_follow_up_is_the_published_one(reference):
    with (FOLDER / "tindak_lanjut.csv").open(encoding="utf-8", newline="") as file:
        actions = list(csv.DictReader(file))
    published = reference["follow_up"]
    assert [
        {
            "unsur": next(label for label, name in reference["unsur"].items() if name == action["unsur"]),
            "quarters": [int(action["triwulan"][-1])],
            "owner": action["penanggung_jawab"],
            "status": action["status"],
            "date": datetime.date.fromisoformat(action["tanggal"]),
        }
        for action in actions
    ] == published["actions"]
    assert 100 * sum(action["status"] == "sudah" for action in actions) == published["realised"] * len(actions)
