"""Findings that count rows and give the index without them: blanks, rows alike or bare, answers all alike (method, 13)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from skmlib.recount.found import Found
from skmlib.recount.groups import threshold_of
from skmlib.recount.parameters import span_of
from skmlib.recount.respondents import Respondent, Survey
from skmlib.recount.scores import SCALE, score

ENOUGH_ALIKE = 3
MOST_BARE = Fraction(1, 5)


def row_findings(survey: Survey, whole: Survey | None = None) -> Iterator[Found]:
    """Count the rows of each kind of finding, and give the index without them where it may be given.

    Parameters
    ----------
    survey : Survey
        Of one period.
    whole : Survey, optional
        The survey that puts it together with others: the index without some rows is that of the whole.

    Yields
    ------
    Found
        Only where there are rows, file by file.
    """
    files: dict[str, list[Respondent]] = {}
    for one in survey.respondents:
        files.setdefault(one.file, []).append(one)
    for file, members in files.items():
        for kind, met in _met(survey, members).items():
            if met:
                yield Found(kind, file, len(met), _index_without(whole or survey, members, met))


def _met(survey: Survey, members: list[Respondent]) -> dict[str, list[Respondent]]:
    """Find the respondents of a file that each kind is about; a row is like an earlier one of its file only."""
    seen: set[tuple] = set()
    bare = {(file.name, number) for file in survey.files for number in file.bare}
    tests: dict[str, Callable[[Respondent], bool]] = {
        "jawaban_kosong": lambda one: any(one.score(name) is None for name in survey.unsur),
        "baris_kembar": lambda one: _is_again(one, seen),
        "jawaban_seragam": lambda one: _is_alike([one.score(name) for name in survey.unsur]),
    }
    if survey.parameters.get("data", {}).get("kolom_waktu"):
        first, last = span_of(survey.parameters, "pengumpulan")
        tests["di_luar_masa"] = lambda one: one.day is not None and not first <= one.day <= last
        tests["tanggal_tidak_terbaca"] = lambda one: one.day is None
    met = {kind: [one for one in members if test(one)] for kind, test in tests.items()}
    without_more = [one for one in members if (one.file, one.row.number) in bare]
    return met | {"baris_tanpa_keterangan": without_more if len(without_more) <= MOST_BARE * len(members) else []}


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


def _index_without(survey: Survey, members: list[Respondent], met: list[Respondent]) -> Fraction | None:
    """Give the index without some rows of a file, None where they or the others of that file are too few."""
    if min(len(met), len(members) - len(met)) < threshold_of(survey):
        return None
    own = {(one.file, one.row.number) for one in met}
    others = [one for one in survey.respondents if (one.file, one.row.number) not in own]
    ni = score(others, survey.weights).ni
    return None if ni is None else SCALE * ni
