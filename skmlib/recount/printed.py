"""What was published for this very period beside what is computed from its answers (method, sections 13 and 21)."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from skmlib.recount.days import read_day
from skmlib.recount.history import begin_of, rounded
from skmlib.recount.numbers import BANDS, round_half_up
from skmlib.recount.parameters import decimal, decimals
from skmlib.recount.plans import printed_plan, unsur_of
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import SCALE

SAME, DIFFERENT, NOT_COMPARED = "sama", "berbeda", "tidak_dibandingkan"
PRINTED = "terbitan"


def printed_rows(survey: Survey, hasil: Mapping[str, Any]) -> dict[str, dict]:
    """Give the printed figures that this count computes too.

    Parameters
    ----------
    survey : Survey
        With its parameters.
    hasil : mapping
        What was recounted of it so far.

    Returns
    -------
    dict
        Rows by name.
    """
    told = survey.parameters.get("tercetak", {})
    rows: dict[str, dict] = {}
    index, unsur = hasil["ikm"], hasil["unsur"]
    for key in ("ni", "ikm"):
        if key in told:
            rows[key] = _row(told[key], index[key])
    if "ikm" in told and set(told.get("unsur", {})) == set(survey.unsur):
        weighted = sum(survey.weights[name] * decimal(text) for name, text in told["unsur"].items())
        rows["ikm_dari_unsur"] = _row(told["ikm"], SCALE * weighted)
    if "mutu" in told:
        rows["mutu"] = {"tercetak": told["mutu"], "dihitung": index["mutu"], "desimal": 0}
        rows["mutu"]["status"] = _status(told["mutu"], index["mutu"])
    if "tercetak" in survey.parameters:
        number = int(told["responden"]) if "responden" in told else None
        n = len(survey.respondents)
        rows["responden"] = {"tercetak": number, "dihitung": n, "desimal": 0, "status": _status(number, n)}
    rows |= {f"unsur / {name}": _row(text, unsur[name]["nrr"]) for name, text in told.get("unsur", {}).items()}
    rows |= _of_services(told, hasil["groups"].get("layanan", {}))
    previous = survey.parameters.get("periode_sebelumnya")
    if "perubahan_ni" in told and "trend" in hasil:
        periods = hasil["trend"]["periods"]
        change = _since(periods.get(previous), periods[survey.periode])
        rows[f"perubahan_ni / {previous}"] = _row(told["perubahan_ni"], change)
    bounds = {letter: limit / SCALE for limit, letter, _ in BANDS}
    rows |= {
        f"batas_bawah_ni / {name}": _row(text, bounds[name]) for name, text in told.get("batas_bawah_ni", {}).items()
    }
    return rows | _of_plan(survey, told)


def _of_services(told: Mapping[str, Any], services: Mapping[str, Any]) -> dict[str, dict]:
    """Compare the index and the unsur of services; of a hidden one there is nothing to compare with."""
    rows = {
        f"layanan / {group}": _row(text, services["groups"][group]["ni"])
        for group, text in told.get("layanan", {}).items()
    }
    for group, cells in told.get("layanan_unsur", {}).items():
        for name, text in cells.items():
            rows[f"layanan_unsur / {group}+{name}"] = _row(text, services["unsur"][f"{group} / {name}"]["nrr"])
    return rows


def _since(before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> Fraction | None:
    """Give the change on the scale 1 to 4 from the finest values, at the decimals that were printed; None without both."""
    if before is None or None in (before["ni"], now["ni"]):
        return None
    old, new = (row["ni"] if row["ikm"] is None else row["ikm"] / SCALE for row in (before, now))
    return rounded(new - old, before["desimal_ni"] if before["sumber"] == PRINTED else None)


def _of_plan(survey: Survey, told: Mapping[str, Any]) -> dict[str, dict]:
    """Compare the announced priorities with the unsur of the plan, and the period it follows with its earliest date."""
    plan, rows = printed_plan(survey), {}
    if plan is None:
        return rows
    unsur = unsur_of(plan, survey)
    if "jumlah_prioritas" in told:
        name = f"jumlah_prioritas / {'+'.join(unsur)}" if unsur else "jumlah_prioritas"
        rows[name] = _row(told["jumlah_prioritas"], Fraction(len(unsur)))
    days = [row.by_heading.get("tanggal", "").strip() for row in plan]
    dates = [read_day(day) for day in days if day]
    if "rencana_atas" in told and None not in dates:
        year, _, last = begin_of(told["rencana_atas"])
        end = datetime.date(year, last, calendar.monthrange(year, last)[1])
        early = min((day for day in dates if day <= end), default=None)
        is_early = early is not None
        name = f"rencana_atas / {early}+{end}" if is_early else "rencana_atas"
        status = DIFFERENT if is_early else SAME
        rows[name] = {"tercetak": told["rencana_atas"], "dihitung": None, "desimal": 0, "status": status}
    return rows


def _row(text: str, computed: Fraction | None) -> dict:
    """Give one printed figure beside the computed one, and whether they are the same at the printed decimals."""
    digits = decimals(text)
    shown = None if computed is None else round_half_up(computed, digits)
    told = {"tercetak": decimal(text), "dihitung": computed, "desimal": digits}
    return told | {"status": _status(decimal(text), shown)}


def _status(printed: object, computed: object) -> str:
    """Say whether a printed figure is the computed one; where none could be computed, it is not compared."""
    if computed is None:
        return NOT_COMPARED
    return SAME if printed == computed else DIFFERENT
