"""A cell as a day, in the forms that offices write (data dictionary, section 5.1)."""

from __future__ import annotations

import datetime
import re

MONTHS = {
    "jan": 1,
    "feb": 2,
    "peb": 2,
    "mar": 3,
    "apr": 4,
    "mei": 5,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "agt": 8,
    "ags": 8,
    "agu": 8,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "oct": 10,
    "nov": 11,
    "nop": 11,
    "des": 12,
    "dec": 12,
}
LONG_MONTHS = (
    "januari january februari pebruari february maret march april mei may juni june juli july agust agustus august september "
    "oktober october november nopember desember december sept"
).split()
WEEKDAY = re.compile(r"^[^\W\d]+(?:['\u2019`][^\W\d]+)?(?:,\s+|\s+(?=\d))")  # Rabu, Jum'at, Wednesday
BEHIND = r"(?:[Tt,;\s].*)?"
YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){BEHIND}")
NUMBERS = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}|\d{{2}}){BEHIND}")
NAMED = re.compile(rf"(\d{{1,2}})[-/.\s]+([^\W\d]+)\.?[-/.\s,]+(\d{{4}}|\d{{2}}){BEHIND}")
NAMED_FIRST = re.compile(rf"([^\W\d]+)\.?\s+(\d{{1,2}}),?\s+(\d{{4}}){BEHIND}")
SERIAL = re.compile(r"([1-9]\d{4})(?:[.,]\d+)?")
BEGINNING = datetime.date(1899, 12, 30)
CENTURY = (datetime.date(2000, 1, 1), datetime.date(2099, 12, 31))
DAY_FIRST, MONTH_FIRST, EITHER = "hari_bulan", "bulan_hari", "salah satu"
MONTHS_OF_YEAR, LONGEST_MONTH = 12, 31


def read_day(text: str, order: str = "", *, latest: datetime.date | None = None) -> datetime.date | None:
    """Read a day.

    Parameters
    ----------
    text : str
        A cell, with or without a time behind the day.
    order : str
        `bulan_hari` where the month stands first in days written in numbers with the year last.
    latest : date, optional
        For days that lie back, such as those of a birth: none is later, and years of two digits are chosen so.

    Returns
    -------
    date or None
        None for what is no day.

    Examples
    --------
    >>> read_day("Rabu, 5 Maret 2025"), read_day("3/5/25 8:31", "bulan_hari"), read_day("kapan-kapan")
    (datetime.date(2025, 3, 5), datetime.date(2025, 3, 5), None)
    >>> read_day("5/3/85", latest=datetime.date(2025, 12, 31))
    datetime.date(1985, 3, 5)
    """
    bare = " ".join(text.split())
    serial = SERIAL.fullmatch(bare)
    if serial:
        day = BEGINNING + datetime.timedelta(days=int(serial[1]))
        first, last = (datetime.date.min, latest) if latest else CENTURY
        return day if first <= day <= last else None
    parts = _numbers(bare, order) or _named(bare) or _named(WEEKDAY.sub("", bare))
    if parts is None:
        return None
    year, month, day = parts
    for full in [int(year)] if len(year) == 4 else [2000 + int(year), *([1900 + int(year)] if latest else [])]:
        found = _date(full, month, int(day))
        if found and (latest is None or found <= latest):
            return found
    return None


def numbers_of(text: str) -> tuple[int, int] | None:
    """Give the two numbers whose order is not told by the form of a day, None without such."""
    found = NUMBERS.fullmatch(" ".join(text.split()))
    return (int(found[1]), int(found[2])) if found else None


def shown_order(text: str) -> str:
    """Say what stands first in a day in numbers with the year last: a number above twelve is no month.

    Examples
    --------
    >>> [shown_order(text) for text in ("25/3/2025", "3/25/2025", "3/5/2025", "5/5/2025", "31/31/2025", "2025-03-25")]
    ['hari_bulan', 'bulan_hari', 'salah satu', '', '', '']
    """
    low, high = sorted(numbers := numbers_of(text) or (0, 0))
    if not 1 <= low < high <= LONGEST_MONTH or low > MONTHS_OF_YEAR:
        return ""
    if high <= MONTHS_OF_YEAR:
        return EITHER
    return DAY_FIRST if numbers[0] == high else MONTH_FIRST


def _numbers(text: str, order: str) -> tuple[str, int, str] | None:
    """Give year, month and day of a day that is written in numbers."""
    found = YEAR_FIRST.fullmatch(text)
    if found:
        return found[1], int(found[2]), found[3]
    found = NUMBERS.fullmatch(text)
    if not found:
        return None
    day, month = (found[2], found[1]) if order == MONTH_FIRST else (found[1], found[2])
    return found[3], int(month), day


def _named(text: str) -> tuple[str, int, str] | None:
    """Give year, month and day of a day whose month is a word; month 0 for a word that is no month."""
    found = NAMED.fullmatch(text)
    if found:
        return found[3], _month(found[2]), found[1]
    found = NAMED_FIRST.fullmatch(text)
    return (found[3], _month(found[1]), found[2]) if found else None


def _month(name: str) -> int:
    """Give the number of a month, 0 for another word."""
    word = name.casefold()
    return MONTHS.get(word[:3], 0) if word in MONTHS or word in LONG_MONTHS else 0


def _date(year: int, month: int, day: int) -> datetime.date | None:
    """Give a day of the calendar, None where there is none."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
