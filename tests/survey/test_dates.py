"""Days in the forms that offices write."""

import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.dates import decode_dates, numbers_of, read_day

FIFTH = datetime.date(2025, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-05", "2025/3/5", "2025.03.05", "2025-03-05T08:31:07", "2025/03/05 8:31:07 AM GMT+7",
        "05/03/2025", "5-3-2025", "05.03.2025", "5/3/25", "05/03/2025 08:31", "  5/3/2025  ",
        "5 Maret 2025", "05 maret 2025", "5-Mar-25", "5 Mar. 2025", "5 March 2025", "Rabu, 5 Maret 2025",
        "Mar 5, 2025", "March 5 2025", "Wednesday, March 5, 2025", "5/Mar/2025", "05.Mar.2025", "5 MARET 2025, 08.31",
        "Rabu 5 Maret 25", "Maret 5, 2025", "5 Maret, 2025", "5 Mar., 2025; pagi",
    ],
)  # fmt: skip
def test_the_same_day_is_read_in_every_form(text):
    assert read_day(text) == FIFTH


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("Januari", 1), ("Pebruari", 2), ("Mei", 5), ("Juni", 6), ("Juli", 7), ("Agt", 8), ("Ags", 8), ("Agustus", 8),
        ("Okt", 10), ("Nopember", 11), ("Des", 12),
    ],
)  # fmt: skip
def test_months_are_read_by_their_indonesian_names(name, month):
    assert read_day(f"1 {name} 2025") == datetime.date(2025, month, 1)


@pytest.mark.parametrize(
    "text",
    ["", "-", "kapan-kapan", "31/02/2025", "2025-13-01", "5 Marer 2025", "08:31", "5", "2025", "05/03", "12345678"],
)
def test_what_is_no_day_stays_missing(text):
    assert read_day(text) is None


def test_the_order_of_the_parameters_counts_only_where_the_year_stands_last():
    assert read_day("03/05/2025", urutan="bulan_hari") == FIFTH
    assert read_day("2025-03-05", urutan="bulan_hari") == FIFTH
    assert read_day("5 Maret 2025", urutan="bulan_hari") == FIFTH


def test_a_month_that_cannot_be_is_not_turned_round():
    assert read_day("03/25/2025") is None


def test_serial_numbers_of_a_workbook_are_days_of_this_century():
    # Excel counts 45658 for 1 January 2025; 31 days of January, 28 of February and 4 more lead to 5 March
    assert read_day(str(45658 + 31 + 28 + 4)) == FIFTH
    assert read_day("45721,354") == FIFTH
    # the first and the last day of the years 2000 to 2099, and the days beside them
    assert read_day("36526") == datetime.date(2000, 1, 1)
    assert read_day("73050") == datetime.date(2099, 12, 31)
    assert (read_day("36525"), read_day("73051")) == (None, None)


@pytest.mark.parametrize("text", ["Jum'at, 7 Maret 2025", "Jum\u2019at, 7 Maret 2025", "7-3-25 09.12", "3/7/25"])
def test_weekdays_and_years_of_two_digits_are_read_in_both_orders(text):
    urutan = "bulan_hari" if text.startswith("3") else "hari_bulan"
    assert read_day(text, urutan=urutan) == datetime.date(2025, 3, 7)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5/3/85", datetime.date(1985, 3, 5)),
        ("31/12/25", datetime.date(2025, 12, 31)),
        ("1/1/26", datetime.date(1926, 1, 1)),
        ("5 Maret 1985", datetime.date(1985, 3, 5)),
        # Excel counts 25569 for 1 January 1970, 15 years with four leap days (1972, 1976, 1980, 1984) before 1985
        (str(25569 + 15 * 365 + 4 + 31 + 28 + 4), datetime.date(1985, 3, 5)),
        ("1/1/2026", None),
        ("29/2/85", None),
    ],
)
def test_a_day_that_lies_back_is_never_later_than_the_latest(text, day):
    assert read_day(text, latest=datetime.date(2025, 12, 31)) == day


def test_only_numbers_with_the_year_last_have_an_order():
    assert [numbers_of(text) for text in ("5/3/85 8:31", "2025-03-05", "5 Maret 2025", "45721")] == [
        ("5/3/85", 5, 3), None, None, None,
    ]  # fmt: skip


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)))
def test_a_day_is_the_same_in_each_order(day):
    assert read_day(day.strftime("%d/%m/%Y")) == read_day(day.strftime("%m/%d/%Y"), urutan="bulan_hari") == day


def test_cells_that_are_no_day_keep_their_row():
    days = decode_dates(pd.Series(["?", "5/3/2025", ""], index=[7, 3, 5]))
    assert days.index.tolist() == [7, 3, 5]
    assert days.isna().tolist() == [True, False, True]
    assert days[3] == pd.Timestamp(FIFTH)


def test_a_column_without_any_day_is_one_of_missing_days():
    days = decode_dates(pd.Series(["?", ""]))
    assert (days.dtype.kind, days.isna().all()) == ("M", True)
