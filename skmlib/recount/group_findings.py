"""Findings about groups: unknown, blank and overlapping ones, and births where ages are expected (method, section 13).

None of them gives an index: that would give a hidden group away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from skmlib.recount.births import UNREADABLE, looks_like_day, looks_like_year, states_age
from skmlib.recount.categories import PHASE, Variable, bounds_of, is_range
from skmlib.recount.found import Found
from skmlib.recount.heading import fold_heading
from skmlib.recount.respondents import ReadFile, Respondent, Survey

AGE, SERVICE = "usia", "layanan"
Cells = Mapping[str, str]
Told = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def group_findings(survey: Survey) -> Iterator[Found]:
    """Find what is worth telling about services and characteristics.

    Parameters
    ----------
    survey : Survey
        Of one period.

    Yields
    ------
    Found
        File by file, then those about the parameters.
    """
    for file in survey.files:
        members = {one.id: one for one in survey.respondents if one.file == file.name}
        told = [*_told_of_groups(survey, file, members), *_told_of_births(survey, file, members)]
        # Two characteristics may stand in one column: what is said of both alike is said once.
        for kind, _, _, rows in dict.fromkeys(told):
            yield Found(kind, file.name, len(rows))
    yield from _overlapping(survey)


def _told_of_groups(survey: Survey, file: ReadFile, members: Mapping[str, Respondent]) -> Iterator[Told]:
    """Say which rows name groups that are not known, and which name none."""
    for name, variable in survey.variables.items():
        cells = _cells(variable, file, members)
        unknown = {row: names for row, cell in cells.items() if (names := variable.unknown_in(cell))}
        if variable.by_birth:
            unknown = {}
        elif _is_of_ages(name, variable):
            unknown = {row: names for row, names in unknown.items() if not _looks_born(cells[row])}
        yield from _told("kelompok_tidak_dikenal", variable, unknown)
        yield from _told(
            "kelompok_kosong", variable, {row: () for row, cell in cells.items() if variable.is_blank(cell)}
        )


def _told_of_births(survey: Survey, file: ReadFile, members: Mapping[str, Respondent]) -> Iterator[Told]:
    """Say where births give no age or one outside all groups, where ages stand among births, and births among ages."""
    for name, variable in survey.variables.items():
        cells = _cells(variable, file, members)
        unnamed = {row: cell for row, cell in cells.items() if variable.known(cell) is None}
        if variable.by_birth:
            groups = {row: members[row].groups[name] for row in unnamed}
            outside = {row: ages for row, ages in groups.items() if not {UNREADABLE, *variable.categories} & set(ages)}
            stated = [row for row, cell in unnamed.items() if groups[row] != (UNREADABLE,) and states_age(cell)]
            unread = [row for row in groups if groups[row] == (UNREADABLE,)]
            yield from _told("kelahiran_tidak_terbaca", variable, dict.fromkeys(unread, ()))
            yield from _told("kelompok_tidak_dikenal", variable, outside)
            yield from _told("usia_di_kolom_kelahiran", variable, dict.fromkeys(stated, ()))
        elif _is_of_ages(name, variable):
            unknown = [row for row, cell in cells.items() if variable.unknown_in(cell)]
            years = [row for row in unknown if looks_like_year(cells[row])]
            days = [row for row in unknown if looks_like_day(cells[row])]
            for rows, word in ((years, "tahun"), (days, "tanggal")):
                yield from _told("tahun_lahir", variable, dict.fromkeys(rows, (name, word)))


def _cells(variable: Variable, file: ReadFile, members: Mapping[str, Respondent]) -> Cells:
    """Give what stands under a variable, by the id of the respondent."""
    if variable.column == PHASE:
        return dict.fromkeys(members, file.phase)
    return {row: one.row.by_heading.get(fold_heading(variable.column), "") for row, one in members.items()}


def _told(kind: str, variable: Variable, rows: Mapping[str, tuple[str, ...]]) -> Iterator[Told]:
    """Say something of rows, where there are any: the kind, the column, the words that are named, the rows."""
    if rows:
        yield kind, variable.column, tuple(sorted({word for words in rows.values() for word in words})), tuple(rows)


def _is_of_ages(name: str, variable: Variable) -> bool:
    """Say whether a characteristic is one of ages: by its id, or because every category is a range."""
    if name == SERVICE or variable.several:
        return False
    return name == AGE or all(map(is_range, variable.categories))


def _looks_born(cell: str) -> bool:
    """Say whether a cell is a year or a day of birth."""
    return looks_like_year(cell) or looks_like_day(cell)


def _overlapping(survey: Survey) -> Iterator[Found]:
    """Find categories that are ranges from one number to another and share one."""
    for variable in survey.variables.values():
        ranges = [bounds for name in variable.categories if (bounds := bounds_of(name))]
        for (low, high), (other_low, other_high) in combinations(ranges, 2):
            if max(low, other_low) <= min(high, other_high):
                yield Found("kelompok_tumpang_tindih", f"params/{survey.periode}/{survey.unit}.yml")
