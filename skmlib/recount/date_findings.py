"""Findings about dates: order of day and month, dates of the parameters and of actions (method, section 13)."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Iterator

from skmlib.recount.actions import FILE, plan_rows
from skmlib.recount.days import DAY_FIRST, EITHER, MONTH_FIRST, read_day, shown_order
from skmlib.recount.found import Found
from skmlib.recount.heading import fold_heading
from skmlib.recount.months import begin_of
from skmlib.recount.parameters import span_of
from skmlib.recount.respondents import ReadFile, Survey

UNFIT = "tanggal_tidak_cocok"


def date_findings(survey: Survey) -> Iterator[Found]:
    """Find dates of parameters and actions that do not fit each other.

    Parameters
    ----------
    survey : Survey
        Of one period or of several.

    Yields
    ------
    Found
        Those of the parameters, then of the actions.
    """
    told = survey.parameters
    if not {"periode", "pengesahan"} <= set(told):
        return
    own, signed = (
        f"params/{survey.periode}/{survey.unit}.yml",
        datetime.date.fromisoformat(told["pengesahan"]["tanggal"]),
    )
    first, last = span_of(told, "pelayanan")
    if last < _first_day(survey.periode) or first > _last_day(survey.periode):
        yield Found(UNFIT, own)
    if signed < span_of(told, "pengumpulan")[1]:
        yield Found(UNFIT, own)
    yield from _actions(survey, signed)


def _actions(survey: Survey, signed: datetime.date) -> Iterator[Found]:
    """Find actions done after the report was signed, and plans of this period that ended before."""
    file, before = f"data/{survey.periode}/{survey.unit}/{FILE}", survey.parameters.get("periode_sebelumnya")
    new, old = (plan_rows(survey, periode) or [] for periode in (survey.periode, before))
    done = [read_day(row.by_heading.get("tanggal", "")) for row in (*new, *old)]
    plans = [[part.strip() for part in row.by_heading.get("triwulan", "").split(";") if part.strip()] for row in new]
    late = sum(day is not None and day > signed for day in done)
    past = sum(bool(quarters) and max(map(_last_day, quarters)) < signed for quarters in plans)
    for n in (late, past):
        if n:
            yield Found(UNFIT, file, n)


def order_findings(survey: Survey) -> Iterator[Found]:
    """Find files whose days show another order of day and month than the parameters tell, or both.

    Parameters
    ----------
    survey : Survey
        Of one period.

    Yields
    ------
    Found
        File by file.
    """
    column = survey.parameters.get("data", {}).get("kolom_waktu")
    if not column:
        return
    wrong = {file.name: n for file in survey.files if (n := _in_wrong_order(survey, file, column)) is not None}
    sheets = Counter(file.path for file in survey.files)
    alike = Counter(file.path for file in survey.files if wrong.get(file.name) == 0)
    told = {
        file.path if alike[file.path] == sheets[file.path] else file.name: wrong[file.name]
        for file in survey.files
        if file.name in wrong
    }
    for name, n in told.items():
        yield Found("urutan_tanggal", name, n)


def _in_wrong_order(survey: Survey, file: ReadFile, column: str) -> int | None:
    """Count the days that are not read or may be read wrongly; 0 where only the collection speaks for the other order."""
    rows = [one for one in survey.respondents if one.file == file.name]
    cells = [one.row.by_heading.get(fold_heading(column), "") for one in rows]
    told = survey.parameters["data"].get("urutan_tanggal", DAY_FIRST)
    other = DAY_FIRST if told == MONTH_FIRST else MONTH_FIRST
    shown = [shown_order(cell) for cell in cells]
    if other in shown:
        return shown.count(other) + shown.count(EITHER)
    if told in shown:
        return None
    first, last = span_of(survey.parameters, "pengumpulan")
    within, within_other = (
        sum(day is not None and first <= day <= last for day in (read_day(cell, order) for cell in cells))
        for order in (told, other)
    )
    return 0 if within < within_other else None


def _last_day(periode: str) -> datetime.date:
    """Give the last day of a period."""
    year, _, month = begin_of(periode)
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _first_day(periode: str) -> datetime.date:
    """Give the first day of a period."""
    year, month, _ = begin_of(periode)
    return datetime.date(year, month, 1)
