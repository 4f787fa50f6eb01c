"""Findings that count rows: blanks, rows that are alike, rows that answer everything alike (method, section 13).

Only what concerns the answers is found again; the other findings are about files, words and parameters.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from skmlib.recount.groups import threshold_of
from skmlib.recount.respondents import Respondent, Survey
from skmlib.recount.scores import SCALE, score

ENOUGH_ALIKE = 3


def finding_rows(survey: Survey) -> dict[str, dict]:
    """Count the rows of each kind of finding, and give the index without them where it may be given.

    Parameters
    ----------
    survey : Survey
        Any survey.

    Returns
    -------
    dict
        By kind and file, only where there are rows.
    """
    seen: set[tuple] = set()
    tests: dict[str, Callable[[Respondent], bool]] = {
        "jawaban_kosong": lambda one: any(one.score(name) is None for name in survey.unsur),
        "baris_kembar": lambda one: _is_again(one, seen),
        "jawaban_seragam": lambda one: _is_alike([one.score(name) for name in survey.unsur]),
    }
    rows = {}
    for kind, test in tests.items():
        met = [one for one in survey.respondents if test(one)]
        for file in dict.fromkeys(one.file for one in met):
            own = {one.id for one in met if one.file == file}
            left = [one for one in survey.respondents if one.id not in own]
            told = {"jenis": kind, "berkas": file, "n": len(own), "ikm_tanpa": _index_of(survey, left)}
            rows[f"{kind} / {file}"] = told
    return rows


def _is_again(one: Respondent, seen: set[tuple]) -> bool:
    """Say whether an earlier respondent was equal in all that is read."""
    told = (*one.answers.values(), *one.groups.values(), *one.importance.values(), one.comment, one.day)
    known = told in seen
    seen.add(told)
    return known


def _is_alike(scores: list[Fraction | None]) -> bool:
    """Say whether at least three unsur were answered, all of them alike."""
    given = [value for value in scores if value is not None]
    return len(given) >= ENOUGH_ALIKE and len(set(given)) == 1


def _index_of(survey: Survey, left: list[Respondent]) -> Fraction | None:
    """Give the index of the rows that are left, None where they or the others are too few."""
    limit = threshold_of(survey)
    if min(len(left), len(survey.respondents) - len(left)) < limit:
        return None
    ni = score(left, survey.weights).ni
    return None if ni is None else SCALE * ni
