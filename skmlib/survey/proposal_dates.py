"""The part of a proposal that says when answers were given: the column of the time stamps, and the order of day and month.

A number above 12 shows the order. Where there is none, the answers of one survey lie close together: the order in which most
days fall into one month, or near the period of the report, is proposed and marked.
"""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pandas as pd

from skmlib.parameters.proposal_text import marked
from skmlib.survey.date_order import DateOrder, find_order
from skmlib.survey.dates import DAY_MONTH, MONTH_DAY, decode_dates
from skmlib.survey.row_places import name_places

Span = tuple[datetime.date, datetime.date]
MOST = 0.8
HALF = 0.5
MONTH = pd.Timedelta(days=31)
DAYS_MIN = 3  # different days that one month says something about
DATE_MARK = "hari dan bulan dapat dibaca dua cara; pilih 'hari_bulan' (3/4 = 3 April) atau 'bulan_hari' (3/4 = 4 Maret)"
GUESS_MARK = (
    "hari dan bulan dapat dibaca dua cara; diusulkan 'bulan_hari' karena begitu {month_first} dari {n} tanggal jatuh {where}, "
    "dengan 'hari_bulan' hanya {day_first}"
)
MIXED_MARK = (
    "urutan hari dan bulan bercampur: hari lebih dahulu pada {day_first}, bulan lebih dahulu pada {month_first}; samakan di "
    "berkas"
)


@dataclasses.dataclass(frozen=True)
class DatesProposal:
    """When answers are proposed to have been given.

    Attributes
    ----------
    content : dict
        Of `data`: the time stamps.
    days : tuple of date
        The days that are read, one a row, the first first.
    """

    content: dict[str, Any]
    days: tuple[datetime.date, ...]


def propose_dates(cells: pd.Series | None, *, near: Span | None = None) -> DatesProposal:
    """Propose how the time stamps are read.

    Parameters
    ----------
    cells : Series of str, or None
        Time stamps, indexed by row; None when the export has none.
    near : (date, date), optional
        When answers of the period are usually collected.

    Returns
    -------
    DatesProposal

    Examples
    --------
    >>> propose_dates(pd.Series(["3/25/2025", "3/4/2025"], name="Jam")).content
    {'kolom_waktu': 'Jam', 'urutan_tanggal': 'bulan_hari'}
    """
    if cells is None:
        return DatesProposal({}, ())
    order, mark = propose_order(cells, near=near)
    content: dict[str, Any] = {"kolom_waktu": str(cells.name)}
    content |= {"urutan_tanggal": marked(order, mark)} if mark or order != DAY_MONTH else {}
    days = decode_dates(cells, urutan=order).dropna().sort_values()
    return DatesProposal(content, tuple(days.dt.date))


def propose_order(cells: pd.Series, *, near: Span | None = None) -> tuple[str, str]:
    """Propose whether the day or the month stands first.

    Parameters
    ----------
    cells, near
        As for `propose_dates`.

    Returns
    -------
    (str, str)
        `"hari_bulan"` or `"bulan_hari"`; what a person must decide, empty when nothing.

    Examples
    --------
    >>> propose_order(pd.Series(["3/4/2025"])) == ("hari_bulan", DATE_MARK)
    True
    """
    found = find_order(cells)
    if found.is_mixed:
        return _propose_mixed(found)
    if found.shown or not found.either:
        return found.shown or DAY_MONTH, ""
    days = {order: decode_dates(cells, urutan=order).dropna() for order in (DAY_MONTH, MONTH_DAY)}
    counts = {}
    if days[DAY_MONTH].nunique() >= DAYS_MIN:
        counts["dalam satu bulan"] = [_most_in_a_month(days[order]) for order in (DAY_MONTH, MONTH_DAY)]
    if near:
        span = [pd.Timestamp(day) for day in near]
        counts["dalam atau dekat periode"] = [int(days[order].between(*span).sum()) for order in (DAY_MONTH, MONTH_DAY)]
    n = len(days[DAY_MONTH])
    for where, (day_first, month_first) in counts.items():
        if month_first >= MOST * n and day_first < HALF * n:
            said = {"where": where, "n": n, "day_first": day_first, "month_first": month_first}
            return MONTH_DAY, GUESS_MARK.format(**said)
    return DAY_MONTH, DATE_MARK


def _propose_mixed(found: DateOrder) -> tuple[str, str]:
    """Propose the order that occurs more often, and say where each does."""
    order = DAY_MONTH if len(found.day_first) >= len(found.month_first) else MONTH_DAY
    rows = {"day_first": name_places(found.day_first), "month_first": name_places(found.month_first)}
    return order, MIXED_MARK.format(**rows)


def _most_in_a_month(days: pd.Series) -> int:
    """Count the most days that lie within one month of each other."""
    ordered = days.sort_values().to_numpy()
    return int((ordered.searchsorted(ordered + MONTH.to_timedelta64()) - range(len(ordered))).max())
