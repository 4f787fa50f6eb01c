"""The 49 published rows of Sekadau: the annex of the report prints them all, sorted by their values and numbered anew."""

import pytest
from walk import ANY, Reference, read_reference

pytestmark = pytest.mark.slow
REFERENCE = Reference("sekadau-2019-s1.csv")
ROWS = read_reference("sekadau-2019-s1.csv")["rows"]
LABELS = [f"U{place}" for place in range(1, 10)]
# Sorted as the report says it sorts them, so that each published row has one row of the report.
PLACES = {number: place for place, number in enumerate(sorted(ROWS, key=lambda no: [ROWS[no][u] for u in LABELS]))}


def printed_rows(reports):
    table = reports("sekadau", "2019-S1", "laporan-skm").table("Pengolahan data per responden dan per unsur")
    return [row for row in table if row["No."].isdecimal()]


@REFERENCE.regenerated("rows", ANY, "No")
def number(reports, row):
    return printed_rows(reports)[int(row) - 1]["No."]


@REFERENCE.regenerated("rows", ANY, ANY)
def answer(reports, row, label):
    return printed_rows(reports)[PLACES[row]][label]


def test_value_is_regenerated_or_found(leaf, reports):
    REFERENCE.check(leaf, reports)


def test_no_check_is_idle_and_no_row_is_added(reports):
    assert REFERENCE.idle_checks() == []
    assert len(printed_rows(reports)) == len(ROWS)
