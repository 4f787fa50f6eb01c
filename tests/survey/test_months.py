"""Months in tables: their names, and those of a period."""

import pandas as pd
import pytest

from skmlib.survey.months import MONTH_NAMES, check_months, month_of


def test_names_are_the_twelve_in_order():
    assert [month_of(name) for name in MONTH_NAMES] == list(range(1, 13))
    assert (MONTH_NAMES[0], MONTH_NAMES[11]) == ("Januari", "Desember")


@pytest.mark.parametrize(
    ("periode", "first", "last"),
    [("2025", "Januari", "Desember"), ("2025-S2", "Juli", "Desember"), ("2025-TW2", "April", "Juni")],
)
def test_months_of_the_period_are_asked_for(periode, first, last):
    wanted = MONTH_NAMES[MONTH_NAMES.index(first) : MONTH_NAMES.index(last) + 1]
    cells = pd.Series(list(wanted), index=range(2, 2 + len(wanted)), name="bulan")
    assert check_months(cells, periode=periode, berkas="a.csv") == []
    (problem,) = check_months(cells[1:], periode=periode, berkas="a.csv")
    assert problem.sentence == f"kolom 'bulan': bulan {first} tidak ada, tambahkan satu baris untuk setiap bulan."
