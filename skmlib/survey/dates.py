"""Days in the forms that offices write them: `2025-03-04`, `04/03/2025`, `4 Maret 2025`, `Mar 5, 2025`, with or without a time.

A day written in numbers is read year first or, as is usual in Indonesia, day before month; `urutan_tanggal: bulan_hari` in
the parameters turns that round for exports in American order. Excel's serial numbers are read too. What is no day stays
missing. A day that cannot be later than a known one, such as a birth, puts its year of two digits into the right century.
"""

from __future__ import annotations

import datetime
import re

import pandas as pd

from skmlib.survey.distinct import map_distinct

DAY_MONTH = "hari_bulan"
MONTH_DAY = "bulan_hari"
SERIAL_START = datetime.date(1899, 12, 30)
SERIAL_RANGE = range(36526, 73051)  # the years 2000 to 2099
SERIAL_FIRST = 10000  # 1927, the first with five digits
CENTURY = 2000
_MONTH_NAMES = (
    ("januari", "january", "jan"),
    ("februari", "february", "pebruari", "feb", "peb"),
    ("maret", "march", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agu", "agt", "ags", "agust", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
MONTHS = {name: month for month, names in enumerate(_MONTH_NAMES, start=1) for name in names}

_END = r"(?=$|[ t,;])"
_ISO = re.compile(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_END}")
_NUMBERS = re.compile(rf"(?P<first>\d{{1,2}})[-/.](?P<second>\d{{1,2}})[-/.](?P<year>\d{{4}}|\d{{2}}){_END}")
_NAMED = re.compile(rf"(?:[^\d ]+ +)?(?P<day>\d{{1,2}})[ ./-]+(?P<name>[a-z]+)[ .,/-]+(?P<year>\d{{4}}|\d{{2}}){_END}")
_ENGLISH = re.compile(rf"(?:[a-z]+, +)?(?P<name>[a-z]+)\.? +(?P<day>\d{{1,2}}),? +(?P<year>\d{{4}}){_END}")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
MOMENT = re.compile("|".join(re.sub(r"\?P<\w+>", "", form.pattern) for form in (_ISO, _NUMBERS)), re.IGNORECASE)


def decode_dates(cells: pd.Series, *, urutan: str = DAY_MONTH, latest: datetime.date | None = None) -> pd.Series:
    """Read the day of time stamps.

    Parameters
    ----------
    cells : Series of str
        Time stamps as exported.
    urutan : str
        `"hari_bulan"` or `"bulan_hari"`: what stands first where a day is written in numbers and the year last.
    latest : date, optional
        As for `read_day`.

    Returns
    -------
    Series of datetime64
        The day; missing where blank or not readable.

    Examples
    --------
    >>> decode_dates(pd.Series(["2024-02-19 08:31:07", "19/02/2024", "19 Februari 2024", "?"])).dt.day.tolist()
    [19.0, 19.0, 19.0, nan]
    """
    days = map_distinct(cells, lambda text: read_day(text, urutan=urutan, latest=latest))
    return pd.to_datetime(days, errors="coerce")


def read_day(text: str, *, urutan: str = DAY_MONTH, latest: datetime.date | None = None) -> datetime.date | None:
    """Read one day.

    Parameters
    ----------
    text : str
        As exported.
    urutan : str
        As for `decode_dates`.
    latest : date, optional
        The last day that it can be, for days that lie far back, such as births: years of two digits are then of this century
        or the one before, and Excel's serial numbers reach back to 1927.

    Returns
    -------
    date or None

    Examples
    --------
    >>> read_day("03/04/2025").isoformat(), read_day("03/04/2025", urutan="bulan_hari").isoformat()
    ('2025-04-03', '2025-03-04')
    >>> read_day("Rabu, 5 Maret 2025").isoformat(), read_day("31/02/2025") is None
    ('2025-03-05', True)
    >>> read_day("5/3/85", latest=datetime.date(2025, 12, 31)).isoformat()
    '1985-03-05'
    """
    folded = " ".join(text.split()).casefold()
    if serial := _SERIAL.fullmatch(folded):
        serials = range(SERIAL_FIRST, SERIAL_RANGE.stop) if latest else SERIAL_RANGE
        day = SERIAL_START + datetime.timedelta(days=int(serial[1])) if int(serial[1]) in serials else None
    elif match := _ISO.match(folded):
        day = _day(match["year"], int(match["month"]), match["day"], latest)
    elif match := _NUMBERS.match(folded):
        first, second = match["first"], match["second"]
        first, second = (second, first) if urutan == MONTH_DAY else (first, second)
        day = _day(match["year"], int(second), first, latest)
    else:
        match = _NAMED.match(folded) or _ENGLISH.match(folded)
        day = _day(match["year"], MONTHS.get(match["name"], 0), match["day"], latest) if match else None
    return None if day and latest and day > latest else day


def numbers_of(text: str) -> tuple[str, int, int] | None:
    """Give the two numbers whose order a day leaves open: those of a day in numbers with the year last.

    Parameters
    ----------
    text : str
        As exported.

    Returns
    -------
    (str, int, int) or None
        The day as written, without a time behind it, its first and its second number.

    Examples
    --------
    >>> numbers_of("03/25/2025 8:31:07"), numbers_of("03/25/2025T08:31"), numbers_of("2025-03-25")
    (('03/25/2025', 3, 25), ('03/25/2025', 3, 25), None)
    """
    match = _NUMBERS.match(" ".join(text.split()).casefold())
    return (match[0], int(match["first"]), int(match["second"])) if match else None


def _day(year: str, month: int, day: str, latest: datetime.date | None) -> datetime.date | None:
    """Make a day, or nothing where the calendar has none; a year of two digits is of this century, or of the one before."""
    century = CENTURY if len(year) == 2 else 0
    if century and latest and (century + int(year), month, int(day)) > (latest.year, latest.month, latest.day):
        century -= 100
    try:
        return datetime.date(int(year) + century, month, int(day))
    except ValueError:
        return None
