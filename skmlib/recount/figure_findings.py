"""Findings of a survey that follow from its figures, its parameters and its plan (method, section 13).

Findings about rows, words, files and dates are made beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from skmlib.recount.actions import FILE, plan_rows
from skmlib.recount.found import Found
from skmlib.recount.headline import headline
from skmlib.recount.numbers import round_half_up
from skmlib.recount.parameters import decimal, decimals
from skmlib.recount.plans import NOT_PLANNED, unlike_published, unsur_of
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import SCALE
from skmlib.recount.standing import population_of, priorities, sample_size


def figure_findings(survey: Survey) -> Iterator[Found]:
    """Find what follows from figures, parameters and plan.

    Parameters
    ----------
    survey : Survey
        Of one period or of several.

    Yields
    ------
    Found
        In the order of the report.
    """
    ni, unsur = headline(survey)
    yield from _of_sample(survey)
    yield from _of_parameters(survey, ni, unsur)
    yield from _of_plans(survey, unsur)


def _of_sample(survey: Survey) -> Iterator[Found]:
    """Find unsur that nobody answered, and too few respondents or more than there are users."""
    n = len(survey.respondents)
    files = survey.answer_files
    silent = sum(all(one.score(name) is None for one in survey.respondents) for name in survey.unsur)
    if silent:
        yield Found("tanpa_ikm", files, silent)
    sample = sample_size(survey, population_of(survey))
    if sample and not sample["cukup"]:
        yield Found("sampel_kurang", files, sample["minimum"] - n)
    if sample and n > sample["populasi"]:
        yield Found("melebihi_populasi", f"params/{survey.periode}/{survey.unit}.yml", n - sample["populasi"])


def _of_parameters(survey: Survey, ni: Fraction | None, unsur: Mapping[str, Mapping]) -> Iterator[Found]:
    """Find what the parameters say about unsur, weights and earlier periods."""
    told, own = survey.parameters, f"params/{survey.periode}/{survey.unit}.yml"
    if "asumsi_unsur" in told:
        yield Found("asumsi_unsur", own)
    equal = dict.fromkeys(survey.unsur, Fraction(1, len(survey.unsur)))
    if survey.weights != equal and ni is not None:
        yield Found("bobot_bukan_eksak", own)
    riwayat, before = told.get("riwayat", []), told.get("periode_sebelumnya")
    if before and riwayat and before not in [row["periode"] for row in riwayat]:
        yield Found("periode_tidak_cocok", own)
    for row in riwayat:
        if is_copied(row, ni, unsur, len(survey.respondents)):
            yield Found("angka_disalin", own)


def is_copied(row: Mapping[str, Any], ni: Fraction | None, unsur: Mapping[str, Mapping], n: int) -> bool:
    """Say whether all figures printed for an earlier period are the current ones, and more than the index was printed."""
    if not {"responden", "unsur"} & set(row):
        return False
    computed = {"ni": ni, "ikm": None if ni is None else SCALE * ni}
    printed = [(row[key], value) for key, value in computed.items() if key in row]
    printed += [(text, unsur[name]["nrr"]) for name, text in row.get("unsur", {}).items()]
    is_same = all(
        value is not None and round_half_up(value, decimals(text)) == decimal(text) for text, value in printed
    )
    return is_same and int(row.get("responden", n)) == n


def _of_plans(survey: Survey, unsur: Mapping[str, Mapping]) -> Iterator[Found]:
    """Find priorities without a plan, unsur that a plan passes over, and actions that were not reported or not planned."""
    file = f"data/{survey.periode}/{survey.unit}/{FILE}"
    yield from unlike_published(survey)
    new = plan_rows(survey, survey.periode) or []
    treated = unsur_of(new, survey)
    if new:
        ranks = priorities(survey.parameters, unsur)
        missing = [name for name in ranks["prioritas"] if name not in treated]
        if missing:
            yield Found("prioritas_tanpa_rencana", file, len(missing))
        ranking = ranks["ranking"]
        for name in (name for name in ranking if name in treated):
            lower = [one for one in ranking if one not in treated and ranking[one]["nrr"] < ranking[name]["nrr"]]
            if lower:
                yield Found("rencana_melewati_unsur", file, len(lower))
    old = plan_rows(survey, survey.parameters.get("periode_sebelumnya")) or []
    cells = [(row.by_heading.get("direncanakan", "").strip(), row.by_heading["status"].strip()) for row in old]
    silent = sum(planned != NOT_PLANNED and not status for planned, status in cells)
    unplanned = sum(planned == NOT_PLANNED and bool(status) for planned, status in cells)
    for kind, n in (("rencana_tidak_dilaporkan", silent), ("realisasi_di_luar_rencana", unplanned)):
        if n:
            yield Found(kind, file, n)
