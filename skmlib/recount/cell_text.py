"""What a cell of a workbook is as a text (data dictionary, section 5.1): numbers, days, times, yes and no."""

from __future__ import annotations

import datetime
import math
import re

BEGINNING = datetime.datetime(1899, 12, 30)
FIRST_REAL_DAY = 60  # before it, serial numbers count from 31 December 1899: 29 February 1900 never was
SHIFT_1904 = 1462
LAST_DAY = 2958465  # 31 December 9999
DAY_IN_MS = 86_400_000
BUILT_IN_DAYS = {*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)}
BUILT_IN_SPAN = 46
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
SPAN = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
BRACKETS = re.compile(r"\[[^\]]*\]")
NUMBER, DAY, ELAPSED = "number", "day", "elapsed"


def kind_of(number: int, code: str = "") -> str:
    """Say whether a format of numbers shows a number, a day or time, or elapsed time.

    Parameters
    ----------
    number : int
        Its number; those below 164 are built in.
    code : str
        Its code, where it is not built in.

    Returns
    -------
    str
        `number`, `day` or `elapsed`.

    Examples
    --------
    >>> kind_of(14), kind_of(2), kind_of(164, '0 "hari"'), kind_of(165, "[$-421]dd mmmm yyyy"), kind_of(166, "[h]:mm")
    ('day', 'number', 'number', 'day', 'elapsed')
    """
    if not code:
        return DAY if number in BUILT_IN_DAYS else ELAPSED if number == BUILT_IN_SPAN else NUMBER
    bare = LITERAL.sub("", code)
    if SPAN.search(bare):
        return ELAPSED
    return DAY if re.search("[dmyhs]", BRACKETS.sub("", bare), re.IGNORECASE) else NUMBER


def number_text(value: float, kind: str = NUMBER, *, from_1904: bool = False) -> str:
    """Write a number as a text.

    Parameters
    ----------
    value : float
        As it is stored.
    kind : str
        What its format shows, from `kind_of`.
    from_1904 : bool
        Whether days are counted from 1904.

    Returns
    -------
    str
        Whole numbers without decimals, others with as many as tell them apart; days year first.

    Examples
    --------
    >>> number_text(3.0), number_text(2.5), number_text(45720.0, "day"), number_text(45720.5, "day"), number_text(0.5, "day")
    ('3', '2.5', '2025-03-04', '2025-03-04 12:00:00', '12:00:00')
    """
    if kind == ELAPSED:
        return str(datetime.timedelta(seconds=round(value * DAY_IN_MS) // 1000))
    serial = value + SHIFT_1904 if from_1904 else value
    if kind == DAY and 0 <= serial < LAST_DAY + 1:
        return _moment_text(serial)
    if not math.isfinite(value):
        return ""
    return str(int(value)) if value == int(value) else repr(value)


def _moment_text(serial: float) -> str:
    """Write a day, a day with its time, or a time alone, to whole seconds."""
    milliseconds = round(serial * DAY_IN_MS)
    day, rest = divmod(milliseconds, DAY_IN_MS)
    time = str(datetime.timedelta(seconds=rest // 1000)).zfill(8)
    if day == 0:
        return time
    date = (BEGINNING + datetime.timedelta(days=day + (day < FIRST_REAL_DAY))).date().isoformat()
    return f"{date} {time}" if rest else date


def truth_text(is_true: bool) -> str:
    """Write yes or no as a spreadsheet does."""
    return "TRUE" if is_true else "FALSE"
