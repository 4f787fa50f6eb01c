"""Synthetic answers whose sums are given: how published means become rows of respondents.

A mean of n whole answers is a whole number over n, so a printed mean is first turned into the nearest whole sum. What the
sum lacks of n fours is spread over answers 3, 2 and 1, and every respondent's satisfaction plus noise, cut by rank, says who
gives them: the sums are exact and the answers of one respondent correlated, as in `2024/kasn`. Answers are written as codes
1 to 4, days without time, in the order of days.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from pathlib import Path
from random import Random
from typing import Any

from sample_draws import cut_by_rank, deviate, pick_weighted
from sample_files import read_params, write_csv
from sample_people import draw_person

SCALE_MAX = 4
NOISE = 0.85  # beside a satisfaction of standard deviation 1
SATURDAY, WEEKEND_WEIGHT, WORKDAY_WEIGHT = 5, 1, 9
Row = dict[str, Any]


def printed(number: float) -> Fraction:
    """Give a number of a reference file exactly as it was printed.

    Examples
    --------
    >>> printed(90.37)
    Fraction(9037, 100)
    """
    return Fraction(str(number))


def nearest_sum(mean: Fraction, n: int) -> int:
    """Give the whole sum of n answers whose mean is nearest.

    Examples
    --------
    >>> nearest_sum(Fraction("3.265"), 136)
    444
    """
    return floor(mean * n + Fraction(1, 2))


def spread_sum(n: int, total: int) -> dict[int, int]:
    """Say how many of n respondents answer 1, 2, 3 and 4 to give the sum: mostly 3 and 4, few 2, hardly any 1.

    Examples
    --------
    >>> spread_sum(100, 330)
    {1: 1, 2: 8, 3: 51, 4: 40}
    """
    missing = SCALE_MAX * n - total
    ones = missing // 40
    twos = (missing - 3 * ones) // 8
    threes = missing - 3 * ones - 2 * twos
    fours = n - ones - twos - threes
    if min(missing, fours) < 0:
        raise ValueError(f"sum {total!r}: cannot be spread over {n!r} answers that are mostly 3 and 4.")
    return {1: ones, 2: twos, 3: threes, 4: fours}


def make_rows(random: Random, n: int, sums: Mapping[str, int], pekerjaan: Mapping[str, int]) -> list[Row]:
    """Make n respondents with a profile, whose answers to each unsur have the given sum."""
    satisfaction = [deviate(random) for _ in range(n)]
    answers = {
        unsur: cut_by_rank([value + NOISE * deviate(random) for value in satisfaction], spread_sum(n, total))
        for unsur, total in sums.items()
    }
    return [
        draw_person(random, pekerjaan) | {unsur: codes[place] for unsur, codes in answers.items()} for place in range(n)
    ]


def make_days(random: Random, n: int, first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """Make one day a respondent within the collection, seldom at weekends, in no order."""
    days = [first + datetime.timedelta(days=day) for day in range((last - first).days + 1)]
    weights = {day: WEEKEND_WEIGHT if day.weekday() >= SATURDAY else WORKDAY_WEIGHT for day in days}
    return [pick_weighted(random, weights) for _ in range(n)]


def list_columns(params: Mapping[str, Any]) -> dict[str, str]:
    """List the columns of the export in order: our name and its heading."""
    groups = ({"layanan": params["layanan"]} if "layanan" in params else {}) | params["profil"] | params["unsur"]
    return {"hari": params["data"]["kolom_waktu"]} | {name: group["kolom"] for name, group in groups.items()}


def write_survey(root: Path, random: Random, report: tuple[str, str], rows: Sequence[Row]) -> None:
    """Write the respondents of a report, given as period and unit, with a day each and sorted by it."""
    params = read_params(*report)
    collected = params["periode"]["pengumpulan"]
    days = make_days(random, len(rows), collected["mulai"], collected["selesai"])
    ranks = [random.random() for _ in rows]
    dated = sorted(zip(days, ranks, rows, strict=True), key=lambda entry: entry[:2])
    columns = list_columns(params)
    cells = [[(row | {"hari": day})[name] for name in columns] for day, _, row in dated]
    write_csv(root.joinpath("data", *report, "responden.csv"), [list(columns.values()), *cells])
