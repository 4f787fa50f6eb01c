"""The order in which readers expect groups: months through the year, ages and other ranges upwards, schools as far as they go.

Other groups keep their order, which is the most frequent first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skmlib.problems import fold
from skmlib.survey.categories import range_of
from skmlib.survey.dates import MONTHS

_SCHOOL = (
    r"tidak|belum|tk\b|paud",
    r"sd\b|mi\b|sekolah dasar|sr\b",
    r"smp|sltp|mts|menengah pertama",
    r"sma|slta|smk|smu|ma\b|stm|menengah atas",
    r"d[- ]?(?:1|i)\b|diploma 1",
    r"d[- ]?(?:2|ii)\b",
    r"d[- ]?(?:3|iii)\b|diploma|akademi",
    r"d[- ]?(?:4|iv)\b",
    r"s[- ]?1|sarjana|strata 1|perguruan tinggi|pt\b|universitas",
    r"s[- ]?2|magister|pasca|strata 2",
    r"s[- ]?3|doktor|strata 3",
)


def sort_groups(names: Sequence[str], *, key: str) -> list[str]:
    """Put groups into the order that readers expect.

    Parameters
    ----------
    names : sequence of str
        The most frequent first.
    key : str
        What they are.

    Returns
    -------
    list of str

    Examples
    --------
    >>> sort_groups(["> 40", "17-25", "26-40"], key="usia"), sort_groups(["Maret", "Januari"], key="bulan")
    (['17-25', '26-40', '> 40'], ['Januari', 'Maret'])
    """
    months = {name: MONTHS.get(fold(name).split(" ")[0]) for name in names}
    if all(months.values()):
        return sorted(names, key=lambda name: months[name] or 0)
    ranges = {name: range_of(name) for name in names}
    if key == "usia" or (len(names) > 2 and all(ranges.values())):
        return sorted(names, key=lambda name: ranges[name] or (10**10, 0))
    if key == "pendidikan":
        return sorted(names, key=_school_place)
    return list(names)


def _school_place(name: str) -> int:
    """Tell how far a school goes; an unknown one stands last."""
    folded = fold(name)
    places = [place for place, pattern in enumerate(_SCHOOL) if re.search(rf"(?<!\w)(?:{pattern})", folded)]
    return min(places, default=len(_SCHOOL))
