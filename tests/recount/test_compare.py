"""One digit changed anywhere among recounted figures is found."""

import json
import random
import re
from fractions import Fraction
from pathlib import Path

import pytest

from skmlib.pipeline.hasil import write_hasil
from skmlib.recount.compare import compare, flatten
from skmlib.recount.recount import recount_survey

ROOT = Path(__file__).resolve().parents[2]
PLACES = 400


# Whole numbers, fractions, and what is printed. Of a decimal the first eight digits: intervals are compared to nine.
FIGURE = re.compile(r'"(?:n|jumlah|dibaca|pecahan|tercetak|nilai)": "?(−?-?[\d.,/]+)')


def test_any_digit_of_a_recounted_figure_is_found(kasn, tmp_path):
    write_hasil(kasn, tmp_path / "hasil.json")
    text = (tmp_path / "hasil.json").read_text(encoding="utf-8")
    counted, published = recount_survey("kasn", "2024", root=ROOT), json.loads(text)
    assert compare(published, counted).differences == ()
    chance, found = random.Random(20240508), 0
    for figure in chance.sample(list(FIGURE.finditer(text)), PLACES):
        digits = [place for place in range(figure.start(1), figure.end(1)) if text[place].isdigit()][:8]
        place = chance.choice(digits)
        digit = chance.choice([sign for sign in "123456789" if sign != text[place]])
        changed = json.loads(f"{text[:place]}{digit}{text[place + 1 :]}")
        got = compare(changed, counted)
        found += bool(got.differences)
        assert got.differences or changed_path(published, changed) in got.not_recounted, figure[0]
    assert found >= 0.95 * PLACES


def changed_path(old, new):
    after = dict(flatten(new))
    return next(path for path, value in flatten(old) if after.get(path) != value)


@pytest.mark.parametrize(
    ("published", "message"),
    [
        ({"n": {"pecahan": "7/2", "nilai": 3.6, "tercetak": "3,50"}}, "n: nilai 3.6 tidak sama dengan pecahan '7/2'"),
        ({"n": {"pecahan": "7/2", "nilai": 3.5, "tercetak": "3,51"}}, "n: tercetak '3,51', seharusnya '3,50'"),
        ({"n": {"pecahan": "8/2", "nilai": 4.0, "tercetak": "4,00"}}, "n: tertulis 8/2, dihitung ulang 7/2"),
        ({}, "n: tidak ada, dihitung ulang 7/2"),
    ],
)
def test_each_part_of_a_figure_is_compared(published, message):
    assert compare(published, {"n": Fraction(7, 2)}).differences == (message,)


def test_fraction_that_is_no_number_is_found():
    found = compare({"n": {"pecahan": "7/0", "nilai": 3.5, "tercetak": "3,50"}}, {})
    assert found.differences[0].startswith("n: bukan angka")


def test_what_is_not_recounted_is_named():
    assert compare({"a": {"x": 1}, "b": [{"unsur": "waktu", "n": 2}]}, {}).not_recounted == ("a/x", "b/waktu/n")
