"""Periods as months: which is later, and where a date stands so many months on."""

import datetime

import pytest

from skmlib.parameters.periods import is_after, months_between, months_of, shift_date, shift_period, span_of


@pytest.mark.parametrize(
    ("periode", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-S1", "2024-01-01", "2024-06-30"),
        ("2024-S2", "2024-07-01", "2024-12-31"),
        ("2024-TW1", "2024-01-01", "2024-03-31"),
        ("2024-TW4", "2024-10-01", "2024-12-31"),
    ],
)
def test_the_days_of_a_period(periode, first, last):
    assert [day.isoformat() for day in span_of(periode)] == [first, last]


@pytest.mark.parametrize(
    ("periode", "other", "expected"),
    [
        ("2025", "2024", True),
        ("2024-S2", "2024-S1", True),
        ("2025-TW1", "2024-TW4", True),
        ("2025-S1", "2024", True),
        ("2024", "2024", False),
        ("2024-S2", "2024", False),
        ("2024", "2024-S1", False),
        ("2023", "2024", False),
    ],
)
def test_a_period_is_after_another_once_that_has_ended(periode, other, expected):
    assert is_after(periode, other) is expected


@pytest.mark.parametrize(
    ("periode", "other", "months"),
    [("2024", "2025", 12), ("2024-S1", "2024-S2", 6), ("2024-TW4", "2025-TW1", 3), ("2023", "2025", 24)],
)
def test_months_from_one_period_to_another(periode, other, months):
    assert months_between(periode, other) == months


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-02-19", 12, "2025-02-19"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2023-02-28", 12, "2024-02-29"),
        ("2024-06-30", 6, "2024-12-31"),
        ("2024-08-30", 6, "2025-02-28"),
        ("2024-12-15", 3, "2025-03-15"),
    ],
)
def test_a_date_moves_by_months(day, months, expected):
    assert shift_date(datetime.date.fromisoformat(day), months).isoformat() == expected


@pytest.mark.parametrize(
    ("periode", "months", "expected"),
    [("2024-TW1", 12, "2025-TW1"), ("2024-TW4", 3, "2025-TW1"), ("2024-S2", 6, "2025-S1"), ("2024-S1", 3, "2024-S1")],
)
def test_a_period_moves_to_one_of_its_kind(periode, months, expected):
    assert shift_period(periode, months) == expected


def test_what_is_no_period_is_refused():
    with pytest.raises(ValueError, match=r"^months_of: found '2024-S3', allowed are such as '2025', '2025-S1', "):
        months_of("2024-S3")
