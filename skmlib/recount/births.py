"""Groups of ages from years and days of birth (data dictionary, section 4.4; decision 0015)."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Sequence

from skmlib.recount.categories import Variable, same
from skmlib.recount.days import CENTURY, DAY_FIRST, MONTH_FIRST, numbers_of, read_day, shown_order

UNREADABLE = "Tidak terbaca"
YOUNGEST, OLDEST = 5, 110
YEAR = re.compile(r"(?:(?:thn|tahun|th)\.? ?)?(\d{4})(?:[.,]0+)?")
STATED = re.compile(r"(\d{1,3})(?:[.,]0+)?(?: ?(?:tahun|thn|th))?\.?")
BORN = re.compile(r"(?:(?:thn|tahun|th)\.? ?)?(?:19\d\d|20[01]\d)(?:[.,]0+)?")


@dataclasses.dataclass(frozen=True)
class Collection:
    """When answers were collected, and what stands first in a day written in numbers."""

    first: datetime.date
    last: datetime.date
    order: str


def birth_groups(
    variable: Variable, cells: Sequence[str], filled: Sequence[datetime.date | None], collection: Collection
) -> list[tuple[str, ...]]:
    """Give the group of each respondent's age.

    Parameters
    ----------
    variable : Variable
        The characteristic; its categories are ranges of ages.
    cells : sequence of str
        Its column.
    filled : sequence of dates
        When each respondent filled in the form, None where that is not known.
    collection : Collection
        When answers were collected.

    Returns
    -------
    list of tuples
        One group each.

    Examples
    --------
    >>> ages = Variable({"kolom": "Lahir", "kategori": ["< 40", ">= 40"], "kelahiran": "ya"}, [])
    >>> may = Collection(datetime.date(2025, 5, 1), datetime.date(2025, 5, 31), "hari_bulan")
    >>> birth_groups(ages, ["1985", "1 Juni 1985", "lupa", "34"], [None] * 4, may)
    [('>= 40',), ('< 40',), ('Tidak terbaca',), ('< 40',)]
    """
    order = _shown_order([_behind_place(cell) for cell in cells]) or collection.order
    return [
        (_group(variable, cell, _on(day, collection), collection, order),)
        for cell, day in zip(cells, filled, strict=True)
    ]


def states_age(cell: str) -> bool:
    """Say whether a cell holds an age, and no year or day."""
    return bool(STATED.fullmatch(same(cell)))


def looks_like_year(cell: str) -> bool:
    """Say whether a cell looks like a year of birth: one from 1900 to 2019.

    Examples
    --------
    >>> [looks_like_year(cell) for cell in ("1985", "thn 2019", "2020", "34")]
    [True, True, False, False]
    """
    return bool(BORN.fullmatch(same(cell)))


def looks_like_day(cell: str) -> bool:
    """Say whether a cell looks like a day of birth, with or without a place before it.

    Examples
    --------
    >>> [looks_like_day(cell) for cell in ("5/3/85", "Kota Contoh, 12 Maret 1985", "3/25/1985", "1985")]
    [True, True, True, False]
    """
    day = _behind_place(cell)
    return any(read_day(day, order) or read_day(day, order, latest=CENTURY[1]) for order in (DAY_FIRST, MONTH_FIRST))


def _on(day: datetime.date | None, collection: Collection) -> datetime.date:
    """Give the day on which an age is counted: that of filling in, where it lies in the collection, else its end."""
    return day if day is not None and collection.first <= day <= collection.last else collection.last


def _group(variable: Variable, cell: str, on: datetime.date, collection: Collection, order: str) -> str:
    """Give the group of one cell."""
    text = same(cell)
    known = variable.known(cell)
    if known is not None:
        return known
    year, stated = YEAR.fullmatch(text), STATED.fullmatch(text)
    if year:
        age: int | None = collection.last.year - int(year[1])
    else:
        age = int(stated[1]) if stated else _age(cell, on, collection, order)
    if age is None or not YOUNGEST <= age <= OLDEST:
        return UNREADABLE
    return variable.range_of(age) or f"{age} tahun"


def _age(cell: str, on: datetime.date, collection: Collection, order: str) -> int | None:
    """Count the completed years since a day of birth."""
    born = read_day(_behind_place(cell), order, latest=collection.last)
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _behind_place(cell: str) -> str:
    """Take off a place before a day, with the comma behind it where there is one.

    Examples
    --------
    >>> _behind_place("Kota 2, 12-03-1985"), _behind_place("Kota Contoh 12-03-1985"), _behind_place("March 5, 1985")
    ('12-03-1985', '12-03-1985', 'March 5, 1985')
    """
    rest, comma = cell, ","
    while comma:
        if read_day(rest) or numbers_of(rest) or read_day(rest, MONTH_FIRST):
            return rest.strip()
        _, comma, rest = rest.partition(",")
    return re.sub(r"^\D+", "", cell)


def _shown_order(cells: Sequence[str]) -> str:
    """Say which order the days of a column show; empty where they show none or both."""
    shown = {shown_order(cell) for cell in cells} & {DAY_FIRST, MONTH_FIRST}
    return shown.pop() if len(shown) == 1 else ""
