"""What was published for this very period beside what is computed from its answers (method, sections 13 and 21)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from skmlib.recount.numbers import BANDS, mean
from skmlib.recount.parameters import decimal, decimals
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import SCALE


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
        means = [decimal(text) for text in told["unsur"].values()]
        rows["ikm_dari_unsur"] = _row(told["ikm"], SCALE * mean(means))
    if "mutu" in told:
        rows["mutu"] = {"tercetak": told["mutu"], "dihitung": index["mutu"], "desimal": 0}
    if told:
        number = int(told["responden"]) if "responden" in told else None
        rows["responden"] = {"tercetak": number, "dihitung": len(survey.respondents), "desimal": 0}
    rows |= {f"unsur / {name}": _row(text, unsur[name]["nrr"]) for name, text in told.get("unsur", {}).items()}
    services = hasil["groups"].get("layanan", {})
    for group, text in told.get("layanan", {}).items():
        rows[f"layanan / {group}"] = _row(text, services["groups"][group]["ni"])
    for group, cells in told.get("layanan_unsur", {}).items():
        for name, text in cells.items():
            rows[f"layanan_unsur / {group}+{name}"] = _row(text, services["unsur"][f"{group} / {name}"]["nrr"])
    previous = survey.parameters.get("periode_sebelumnya")
    if "perubahan_ni" in told and "trend" in hasil:
        change = hasil["trend"]["periods"][survey.periode]["perubahan_ni"]
        rows[f"perubahan_ni / {previous}"] = _row(told["perubahan_ni"], change)
    bounds = {letter: limit / SCALE for limit, letter, _ in BANDS}
    rows |= {
        f"batas_bawah_ni / {name}": _row(text, bounds[name]) for name, text in told.get("batas_bawah_ni", {}).items()
    }
    return rows


def _row(text: str, computed: object) -> dict:
    """Give one printed figure beside the computed one."""
    return {"tercetak": decimal(text), "dihitung": computed, "desimal": decimals(text)}
