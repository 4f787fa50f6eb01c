"""The order of day and month that a column of days shows: a number above 12 is no month.

`25/03/2025` has its day first, `03/25/2025` its month; `03/05/2025` may be either. A column in which only one of the two
occurs shows its order, and its other days are then read in it. Where both occur the orders are mixed, and nothing says what
the days are that may be either.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping

import pandas as pd

from skmlib.survey.dates import DAY_MONTH, MONTH_DAY, decode_dates, numbers_of

MONTHS_IN_YEAR = 12
DAYS_IN_MONTH = 31
EITHER = "salah satu"


@dataclasses.dataclass(frozen=True)
class DateOrder:
    """The days of a column whose order their numbers show, as written, by row.

    Attributes
    ----------
    day_first : mapping of int to str
        Those whose first number is above 12 and whose second is not.
    month_first : mapping of int to str
        Those whose second number is above 12 and whose first is not.
    either : mapping of int to str
        Those whose numbers are both at most 12 and differ.
    """

    day_first: Mapping[int, str]
    month_first: Mapping[int, str]
    either: Mapping[int, str]

    @property
    def is_mixed(self) -> bool:
        """Whether both orders occur."""
        return bool(self.day_first) and bool(self.month_first)

    @property
    def shown(self) -> str | None:
        """The order that the numbers show, `"hari_bulan"` or `"bulan_hari"`; None when they show none, or both."""
        if self.is_mixed or not (self.day_first or self.month_first):
            return None
        return DAY_MONTH if self.day_first else MONTH_DAY


def find_order(cells: pd.Series) -> DateOrder:
    """Find what the numbers of a column say about the order of day and month.

    Parameters
    ----------
    cells : Series of str
        Days as exported, indexed by row.

    Returns
    -------
    DateOrder

    Examples
    --------
    >>> found = find_order(pd.Series(["03/25/2025 08:31", "03/05/2025", "2025-03-04"], index=[2, 3, 4]))
    >>> found.shown, dict(found.month_first), dict(found.either)
    ('bulan_hari', {2: '03/25/2025'}, {3: '03/05/2025'})
    """
    read = {text: _kind_of(numbers_of(text)) for text in cells.unique()}
    days, kinds = (cells.map({text: found[place] for text, found in read.items()}) for place in (0, 1))
    day_first, month_first, either = (days[kinds == kind].to_dict() for kind in (DAY_MONTH, MONTH_DAY, EITHER))
    return DateOrder(day_first, month_first, either)


def fits_other_order(cells: pd.Series, *, urutan: str, span: tuple[datetime.date, datetime.date]) -> bool:
    """Tell whether more days fall into a range when day and month change places.

    Parameters
    ----------
    cells : Series of str
        Days as exported.
    urutan : str
        The order that the parameters tell.
    span : (date, date)
        The range.

    Returns
    -------
    bool

    Examples
    --------
    >>> may = (datetime.date(2025, 5, 1), datetime.date(2025, 5, 31))
    >>> fits_other_order(pd.Series(["05/06/2025"]), urutan="hari_bulan", span=may)
    True
    """
    first, last = (pd.Timestamp(day) for day in span)
    other = DAY_MONTH if urutan == MONTH_DAY else MONTH_DAY
    within = [int(decode_dates(cells, urutan=order).between(first, last).sum()) for order in (urutan, other)]
    return within[1] > within[0]


def _kind_of(numbers: tuple[str, int, int] | None) -> tuple[str, str]:
    """Give a day as written, and the order that its two numbers show; no order where it does not matter."""
    day, first, second = numbers or ("", 0, 0)
    if first == second or max(first, second) > DAYS_IN_MONTH or min(first, second) not in range(1, MONTHS_IN_YEAR + 1):
        return day, ""
    if max(first, second) <= MONTHS_IN_YEAR:
        return day, EITHER
    return day, DAY_MONTH if first > second else MONTH_DAY
