"""`hasil.json`: every published number, exact and as printed, and nothing that is hidden."""

import datetime
import json
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest

from skmlib.pipeline.hasil import plain, write_hasil


@pytest.fixture
def content(sekadau, tmp_path):
    write_hasil(sekadau, tmp_path / "hasil.json")
    return json.loads((tmp_path / "hasil.json").read_text(encoding="utf-8"))


def test_index_stands_exact_and_as_printed(content):
    # Sum of the published columns: 138+139+150+177+159+163+161+143+159 = 1389; 1389 / (9 x 49) x 25 = 11575/147
    ikm = content["ikm"]["ikm"]
    assert ikm["pecahan"] == "11575/147"
    assert ikm["tercetak"] == "78,74"
    assert ikm["nilai"] == pytest.approx(78.7415, abs=5e-5)


def test_each_unsur_has_its_row(content):
    assert [row["unsur"] for row in content["unsur"]][:2] == ["persyaratan", "prosedur"]
    assert [row["jumlah"] for row in content["unsur"]] == [138, 139, 150, 177, 159, 163, 161, 143, 159]


def test_rows_read_are_rows_scored_and_excluded(content):
    assert content["baris"] == {"dibaca": 49, "dinilai": 49, "dikeluarkan": {}}


def test_what_a_survey_does_not_have_is_null_or_empty(content):
    assert (content["sample"], content["sentiment"], content["realised"]) == (None, None, None)
    assert (content["profile"], content["groups"]) == ({}, {})


def test_named_weights_stand_beside_the_exact_one(content):
    printed = {row["bobot"]: row["ikm"]["tercetak"] for row in content["alternatives"]}
    # 78.7415 x 0.999 = 78.6628 and x 0.99 = 77.9541
    assert printed == {"eksak": "78,74", "0.111": "78,66", "0.11": "77,95"}


def test_hidden_group_has_no_number(kasn, tmp_path):
    write_hasil(kasn, tmp_path / "hasil.json")
    content = json.loads((tmp_path / "hasil.json").read_text(encoding="utf-8"))
    hidden = [row for row in content["groups"]["usia"]["unsur"] if row["kelompok"] in {"15-24", ">60"}]
    assert len(hidden) == 18
    assert all(row["n"] is row["nrr"] is row["ikm"] is row["mutu"] is None for row in hidden)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (3, 3),
        (True, True),
        (float("nan"), None),
        (pd.NaT, None),
        (pd.NA, None),
        (datetime.date(2024, 5, 8), "2024-05-08"),
        (pd.Timestamp("2024-05-08"), "2024-05-08"),
        (Decimal("3.50"), {"pecahan": "7/2", "nilai": 3.5, "tercetak": "3,50"}),
        (Fraction(-7, 2), {"pecahan": "-7/2", "nilai": -3.5, "tercetak": "−3,50"}),
        (("a", 1), ["a", 1]),
    ],
)
def test_values_become_what_json_can_hold(value, expected):
    assert plain(value) == expected


def test_unknown_value_is_refused():
    with pytest.raises(TypeError, match=r"^plain: found 1j, a complex; results hold numbers, text and frames\.$"):
        plain(1j)
