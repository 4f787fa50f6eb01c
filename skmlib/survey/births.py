"""Ages from years and days of birth, where the parameters say that a column holds them (`kelahiran: ya`).

A year of four digits gives the year in which the collection ended minus the year of birth. A full day of birth gives the
completed years on the day of filling in, or at the end of the collection where that day is missing or lies outside it.
Other numbers, and numbers with "tahun" behind them, stay ages and are told. What gives no age from 5 to 110 becomes the
group "Tidak terbaca", so that nobody's day of birth is printed. Day and month stand in the order that the column itself
shows, else in that of the time stamps.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Sequence

import pandas as pd

from skmlib.problems import fold
from skmlib.survey.categories import decode_category
from skmlib.survey.categories import fold as fold_group
from skmlib.survey.date_order import find_order
from skmlib.survey.dates import DAY_MONTH, MONTH_DAY, decode_dates

AGE_RANGE = (5, 110)
UNREAD = "Tidak terbaca"

_YEAR = re.compile(r"(?:(?:tahun|thn|th)\.? ?)?((?:19|20)\d\d)(?:[.,]0+)?")
_BIRTH_YEAR = re.compile(r"(?:(?:tahun|thn|th)\.? ?)?(?:19\d\d|20[01]\d)(?:[.,]0+)?")
_AGE = re.compile(r"(\d{1,3})(?:[.,]0+)? *(?:tahun|thn|th)?\.?")
_PLACE = re.compile(r"^\D+")


@dataclasses.dataclass(frozen=True)
class Collection:
    """When answers were given.

    Attributes
    ----------
    mulai, selesai : date
        First and last day of the collection.
    filled : Series of datetime64, or None
        Day on which each row was filled in; None without time stamps.
    urutan : str
        Order of day and month of the time stamps.
    """

    mulai: datetime.date
    selesai: datetime.date
    filled: pd.Series | None = None
    urutan: str = DAY_MONTH


@dataclasses.dataclass(frozen=True)
class BirthGroups:
    """The groups of ages that come from births.

    Attributes
    ----------
    groups : Series of str
        Missing where blank; the age where it lies in no group; `UNREAD` where there is none.
    is_unknown : Series of bool
        Where the group is not a known one.
    is_age : Series of bool
        Where an age was typed instead of a birth.
    """

    groups: pd.Series
    is_unknown: pd.Series
    is_age: pd.Series


def decode_births(
    cells: pd.Series, *, kategori: Sequence[str], collection: Collection, blanks: Sequence[str] = ()
) -> BirthGroups:
    """Bring years and days of birth to groups of ages.

    Parameters
    ----------
    cells : Series of str
        As exported.
    kategori : sequence of str
        The groups, named by ranges of ages.
    collection : Collection
        When answers were given.
    blanks : sequence of str
        Answers that the parameters say to read as a blank.

    Returns
    -------
    BirthGroups

    Examples
    --------
    >>> collection = Collection(datetime.date(2025, 3, 1), datetime.date(2025, 3, 31))
    >>> cells = pd.Series(["1985", "1/4/1985", "1/3/1985", "?"])
    >>> decode_births(cells, kategori=["< 40", ">= 40"], collection=collection).groups.tolist()
    ['>= 40', '< 40', '>= 40', 'Tidak terbaca']
    """
    folded = cells.map(fold)
    typed = pd.to_numeric(folded.str.extract(f"^{_AGE.pattern}$", expand=False))
    born = _age_of_year(folded, collection).fillna(_age_of_day(cells, collection))
    ages = born.fillna(typed)
    ages = ages.where(ages.between(*AGE_RANGE))
    is_named = cells.map(fold_group).isin([*map(fold_group, kategori)]) | folded.isin(["", *map(fold, blanks)])
    told = ages.astype("Int64").astype("str") + " tahun"
    groups, is_unknown = decode_category(
        cells.where(is_named, told.where(ages.notna(), UNREAD)), kategori=kategori, blanks=blanks
    )
    return BirthGroups(groups, is_unknown, born.isna() & ages.notna() & ~is_named)


def look_born(groups: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Tell which unknown groups of an age look like a year or a day of birth.

    Parameters
    ----------
    groups : Series of str
        As typed, missing where blank.

    Returns
    -------
    is_year, is_day : Series of bool

    Examples
    --------
    >>> is_year, is_day = look_born(pd.Series(["1985", "5/3/1985", "34", None]))
    >>> is_year.tolist(), is_day.tolist()
    ([True, False, False, False], [False, True, False, False])
    """
    typed = groups.fillna("").astype("str").map(fold)
    is_day = pd.Series(data=False, index=typed.index)
    for urutan in (DAY_MONTH, MONTH_DAY):  # a day is one in either order: it must not be quoted
        for column in (typed, _behind_place(typed)):
            is_day |= decode_dates(column, urutan=urutan, latest=datetime.date.max).notna()
    return typed.str.fullmatch(_BIRTH_YEAR), is_day


def _age_of_year(folded: pd.Series, collection: Collection) -> pd.Series:
    """Give the age from a year of birth: the year in which the collection ended minus that year."""
    years = pd.to_numeric(folded.str.extract(f"^{_YEAR.pattern}$", expand=False))
    return collection.selesai.year - years


def _age_of_day(cells: pd.Series, collection: Collection) -> pd.Series:
    """Give the age from a day of birth: the completed years on the day of filling in, else at the end of the collection."""
    end = pd.Timestamp(collection.selesai)
    behind_place = _behind_place(cells)
    urutan = find_order(behind_place).shown or collection.urutan
    read = [decode_dates(column, urutan=urutan, latest=collection.selesai) for column in (cells, behind_place)]
    born = read[0].fillna(read[1])
    day = pd.Series(end, index=cells.index)
    if collection.filled is not None:
        filled = collection.filled
        day = filled.where(filled.between(pd.Timestamp(collection.mulai), end), end)
    is_before = (day.dt.month * 100 + day.dt.day) < (born.dt.month * 100 + born.dt.day)
    return day.dt.year - born.dt.year - is_before


def _behind_place(cells: pd.Series) -> pd.Series:
    """Give what stands behind a place of birth: `Kota Contoh, 12-03-1985`."""
    return cells.str.replace(_PLACE, "", regex=True)
