"""Periods as stretches of months, and how far a date or a period moves from one to another.

A period is a year (`2024`), a semester (`2024-S1`) or a quarter (`2024-TW3`). Counted in months since the year 0, each has
a first month and a number of months, so that "later" and "a year on" are whole numbers. A date moves by months: the last day
of a month stays the last day, and a day that a shorter month does not have becomes its last.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

PERIODE_PATTERN = re.compile(r"\d{4}(-S[12]|-TW[1-4])?")
MONTHS_IN_YEAR = 12
MONTHS_BEFORE, MONTHS_BEHIND = 1, 3  # between a period and the collection of answers about it
MONTHS_BY_KIND = {"": 12, "S": 6, "TW": 3}

_PART = re.compile(r"(S|TW)?(\d)?")


def months_of(periode: str) -> range:
    """Give the months of a period, counted from the year 0.

    Parameters
    ----------
    periode : str
        Such as `"2024"`, `"2024-S1"`, `"2024-TW3"`.

    Returns
    -------
    range

    Raises
    ------
    ValueError
        When it is no period.

    Examples
    --------
    >>> len(months_of("2024-S2")), months_of("2024-S2")[0] - months_of("2024")[0]
    (6, 6)
    """
    if not PERIODE_PATTERN.fullmatch(periode):
        raise ValueError(f"months_of: found {periode!r}, allowed are such as '2025', '2025-S1', '2025-TW3'.")
    year, _, part = periode.partition("-")
    kind, number = _PART.fullmatch(part).groups()
    length = MONTHS_BY_KIND[kind or ""]
    first = int(year) * MONTHS_IN_YEAR + length * (int(number or 1) - 1)
    return range(first, first + length)


def periods_within(periode: str) -> tuple[str, ...]:
    """Name the shorter periods that a period contains.

    Examples
    --------
    >>> periods_within("2025-S2"), periods_within("2025-TW1")
    (('2025-TW3', '2025-TW4'), ())
    """
    year, whole = periode[:4], months_of(periode)
    numbers = {kind: range(1, MONTHS_IN_YEAR // MONTHS_BY_KIND[kind] + 1) for kind in ("S", "TW")}
    shorter = [f"{year}-{kind}{number}" for kind, within in numbers.items() for number in within]
    return tuple(name for name in shorter if name != periode and set(months_of(name)) <= set(whole))


def is_after(periode: str, other: str) -> bool:
    """Tell whether a period begins when another has ended, or later.

    Examples
    --------
    >>> is_after("2025-TW1", "2024-TW4"), is_after("2024-S2", "2024")
    (True, False)
    """
    return months_of(periode).start >= months_of(other).stop


def ended_before(periode: str, others: Iterable[str]) -> list[str]:
    """Name the periods that ended before one begins, the one that it is compared with last.

    Parameters
    ----------
    periode : str
        The one that is compared.
    others : iterable of str
        Periods in the order of their beginning; it may be among them.

    Returns
    -------
    list of str
        By their end; of those that end together one as long as the period is the last.

    Examples
    --------
    >>> ended_before("2024", ["2022", "2023", "2023-S2", "2024-S1"])
    ['2022', '2023-S2', '2023']
    """
    length = len(months_of(periode))
    over = [other for other in others if is_after(periode, other)]
    return sorted(over, key=lambda other: (months_of(other).stop, len(months_of(other)) == length))


def months_between(periode: str, other: str) -> int:
    """Count the months from the start of a period to the start of another.

    Examples
    --------
    >>> months_between("2024-TW4", "2025-TW1"), months_between("2024", "2025")
    (3, 12)
    """
    return months_of(other).start - months_of(periode).start


def span_of(periode: str) -> tuple[datetime.date, datetime.date]:
    """Give the first and the last day of a period.

    Examples
    --------
    >>> [day.isoformat() for day in span_of("2024-TW4")]
    ['2024-10-01', '2024-12-31']
    """
    months = months_of(periode)
    return _day(months.start, 1), _day(months.stop, 1) - datetime.timedelta(days=1)


def near_of(periode: str) -> tuple[datetime.date, datetime.date]:
    """Give the days on which answers about a period are usually collected: from a month before it until a quarter after it.

    Examples
    --------
    >>> [day.isoformat() for day in near_of("2025-S1")]
    ['2024-12-01', '2025-09-30']
    """
    first, last = span_of(periode)
    return shift_date(first, -MONTHS_BEFORE), shift_date(last, MONTHS_BEHIND)


def shift_date(day: datetime.date, months: int) -> datetime.date:
    """Move a date by months.

    Parameters
    ----------
    day : date
        The date.
    months : int
        How far.

    Returns
    -------
    date
        The last day of a month stays the last day; a day the month does not have becomes its last.

    Examples
    --------
    >>> shift_date(datetime.date(2024, 6, 30), 6), shift_date(datetime.date(2024, 8, 30), 6)
    (datetime.date(2024, 12, 31), datetime.date(2025, 2, 28))
    """
    place = day.year * MONTHS_IN_YEAR + day.month - 1 + months
    last = (_day(place + 1, 1) - datetime.timedelta(days=1)).day
    is_last = (day + datetime.timedelta(days=1)).day == 1
    return _day(place, last if is_last else min(day.day, last))


def shift_period(periode: str, months: int) -> str:
    """Move a period by months, to one of its own kind; one that would begin in the middle of its kind stays.

    Examples
    --------
    >>> shift_period("2024-TW4", 12), shift_period("2024-TW4", 3), shift_period("2024", 6)
    ('2025-TW4', '2025-TW1', '2024')
    """
    moved = months_of(periode)[0] + months
    year, within = divmod(moved, MONTHS_IN_YEAR)
    kind = _PART.fullmatch(periode.partition("-")[2])[1] or ""
    length = MONTHS_BY_KIND[kind]
    if within % length:
        return periode
    return f"{year:04}-{kind}{within // length + 1}" if kind else f"{year:04}"


def _day(month: int, day: int) -> datetime.date:
    """Give a day of a month that is counted from the year 0."""
    return datetime.date(month // MONTHS_IN_YEAR, month % MONTHS_IN_YEAR + 1, day)
