"""Findings about groups: unknown, blank and overlapping ones, and births where ages are expected (method, section 13).

None of them gives an index: that would give a hidden group away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from skmlib.recount.births import UNREADABLE, looks_like_day, looks_like_year, states_age
from skmlib.recount.categories import PHASE, Variable, ends_of
from skmlib.recount.found import Found
from skmlib.recount.heading import fold_heading
from skmlib.recount.respondents import ReadFile, Respondent, Survey

AGE, SERVICE = "usia", "layanan"
CURRENCY = re.compile(r"\brp\.?\s*", re.IGNORECASE)
Cells = Mapping[str, str]
Told = tuple[str, int]


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
        for kind, n in (*_of_groups(survey, file, members), *_of_births(survey, file, members)):
            if n:
                yield Found(kind, file.name, n)
    yield from _overlapping(survey)


def _of_groups(survey: Survey, file: ReadFile, members: Mapping[str, Respondent]) -> Iterator[Told]:
    """Count the rows that name groups that are not known, and those that name none."""
    for name, variable in survey.variables.items():
        cells = _cells(variable, file, members)
        if not variable.by_birth:
            unknown = [cell for cell in cells.values() if variable.unknown_in(cell)]
            are_ages = _is_of_ages(name, variable)
            yield "kelompok_tidak_dikenal", sum(not (are_ages and _looks_born(cell)) for cell in unknown)
        yield "kelompok_kosong", sum(map(variable.is_blank, cells.values()))


def _of_births(survey: Survey, file: ReadFile, members: Mapping[str, Respondent]) -> Iterator[Told]:
    """Count births that give no age or one outside all groups, ages among births, and births among ages."""
    for name, variable in survey.variables.items():
        cells = _cells(variable, file, members)
        if variable.by_birth:
            unnamed = [
                (cell, members[row].groups[name][0]) for row, cell in cells.items() if variable.known(cell) is None
            ]
            read = [(cell, group) for cell, group in unnamed if group != UNREADABLE]
            yield "kelahiran_tidak_terbaca", len(unnamed) - len(read)
            yield "kelompok_tidak_dikenal", sum(group not in variable.categories for _, group in read)
            yield "usia_di_kolom_kelahiran", sum(states_age(cell) for cell, _ in read)
        elif _is_of_ages(name, variable):
            unknown = [cell for cell in cells.values() if variable.unknown_in(cell)]
            yield "tahun_lahir", sum(map(looks_like_year, unknown))
            yield "tahun_lahir", sum(map(looks_like_day, unknown))


def _cells(variable: Variable, file: ReadFile, members: Mapping[str, Respondent]) -> Cells:
    """Give what stands under a variable, by the id of the respondent."""
    if variable.column == PHASE:
        return dict.fromkeys(members, file.phase)
    return {row: one.row.by_heading.get(fold_heading(variable.column), "") for row, one in members.items()}


def _is_of_ages(name: str, variable: Variable) -> bool:
    """Say whether a characteristic is one of ages: by its id, or because every category is a range."""
    if name == SERVICE or variable.several:
        return False
    return name == AGE or all(map(ends_of, variable.categories))


def _looks_born(cell: str) -> bool:
    """Say whether a cell is a year or a day of birth."""
    return looks_like_year(cell) or looks_like_day(cell)


def _overlapping(survey: Survey) -> Iterator[Found]:
    """Find categories that are ranges of whole numbers and share one."""
    for variable in survey.variables.values():
        ranges = [ends for name in variable.categories if (ends := ends_of(CURRENCY.sub("", name)))]
        for (low, high), (other_low, other_high) in combinations(ranges, 2):
            if max(low, other_low) <= min(high, other_high):
                yield Found("kelompok_tumpang_tindih", f"params/{survey.periode}/{survey.unit}.yml")
