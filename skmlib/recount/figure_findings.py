"""Findings of a survey that follow from its figures, its parameters and its plan (method, section 13).

Findings about rows, words, files and dates are made beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from skmlib.recount.actions import FILE, plan_rows
from skmlib.recount.found import Found
from skmlib.recount.numbers import round_half_up
from skmlib.recount.parameters import decimal, decimals
from skmlib.recount.plans import NOT_PLANNED, unsur_of
from skmlib.recount.respondents import Survey


def figure_findings(survey: Survey, hasil: Mapping[str, Any]) -> Iterator[Found]:
    """Find what follows from figures, parameters and plan.

    Parameters
    ----------
    survey : Survey
        Of one period.
    hasil : mapping
        What was recounted of it.

    Yields
    ------
    Found
        In the order of the report.
    """
    yield from _of_parameters(survey, hasil)
    yield from _of_plans(survey, hasil)


def _of_parameters(survey: Survey, hasil: Mapping[str, Any]) -> Iterator[Found]:
    """Find what the parameters say about the sample, the weights and earlier periods."""
    told, own, n = survey.parameters, f"params/{survey.periode}/{survey.unit}.yml", len(survey.respondents)
    data, sample = told.get("data", {}), hasil["sample"]
    if "asumsi_unsur" in told:
        yield Found("asumsi_unsur", own)
    if sample and not sample["cukup"] and not data.get("tahap"):
        file = data.get("responden", "responden.csv")
        yield Found("sampel_kurang", f"data/{survey.periode}/{survey.unit}/{file}", sample["minimum"] - n)
    if sample and n > sample["populasi"]:
        yield Found("melebihi_populasi", own, n - sample["populasi"])
    equal = dict.fromkeys(survey.unsur, Fraction(1, len(survey.unsur)))
    if survey.weights != equal and hasil["ikm"]["ikm"] is not None:
        yield Found("bobot_bukan_eksak", own)
    riwayat, before = told.get("riwayat", []), told.get("periode_sebelumnya")
    if before and riwayat and before not in [row["periode"] for row in riwayat]:
        yield Found("periode_tidak_cocok", own)
    for row in riwayat:
        if is_copied(row, hasil):
            yield Found("angka_disalin", own)


def is_copied(row: Mapping[str, Any], hasil: Mapping[str, Any]) -> bool:
    """Say whether all figures printed for an earlier period are the current ones, and more than the index was printed."""
    if not {"responden", "unsur"} & set(row):
        return False
    computed = {"ni": hasil["ikm"]["ni"], "ikm": hasil["ikm"]["ikm"]}
    printed = [(row[key], value) for key, value in computed.items() if key in row]
    printed += [(text, hasil["unsur"][name]["nrr"]) for name, text in row.get("unsur", {}).items()]
    is_same = all(
        value is not None and round_half_up(value, decimals(text)) == decimal(text) for text, value in printed
    )
    return is_same and int(row.get("responden", hasil["baris"]["dinilai"])) == hasil["baris"]["dinilai"]


def _of_plans(survey: Survey, hasil: Mapping[str, Any]) -> Iterator[Found]:
    """Find priorities without a plan, unsur that a plan passes over, and actions that were not reported or not planned."""
    file = f"data/{survey.periode}/{survey.unit}/{FILE}"
    new = plan_rows(survey, survey.periode) or []
    treated = unsur_of(new, survey)
    if new:
        missing = [name for name in hasil["priorities"]["prioritas"] if name not in treated]
        if missing:
            yield Found("prioritas_tanpa_rencana", file, len(missing))
        ranking = hasil["priorities"]["ranking"]
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
