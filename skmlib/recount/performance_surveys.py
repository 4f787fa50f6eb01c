"""The surveys of a performance report: their scores, what was printed of them, and verdicts on that (method, section 22)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from skmlib.recount.numbers import letter_of, mean
from skmlib.recount.printed_values import Printed, verdict
from skmlib.recount.recap_printed import is_possible
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import SCALE
from skmlib.recount.standing import PRINTED_WEIGHTS, UNSUR_OF_THE_LIST

WEIGHT_DECIMALS = 2


def survey_scores(survey: Survey, hasil: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """Give the scores of a survey that a report reads, beside what the report printed of it.

    Parameters
    ----------
    survey : Survey
        As it was read.
    hasil : mapping
        What was counted of it.
    told : mapping
        `tercetak.survei` of this survey; may be empty.

    Returns
    -------
    dict
        In the shape of `hasil.json`.
    """
    ikm = hasil["ikm"]
    unsur = {key: {"unsur": key, "nrr": row["nrr"], "mutu": row["mutu"]} for key, row in hasil["unsur"].items()}
    printed = {key: Printed(told[key]) if key in told else None for key in ("ni", "ikm", "bobot")}
    printed |= {"responden": int(told["responden"]) if "responden" in told else None}
    printed |= {"unsur": {key: Printed(text) for key, text in told.get("unsur", {}).items()}}
    return {
        "nama": survey.parameters["nama"],
        "n": hasil["baris"]["dinilai"],
        "ni": ikm["ni"],
        "ikm": ikm["ikm"],
        "mutu": letter_of(ikm["ikm"]),
        "unsur": unsur,
        "sample": hasil["sample"],
        **_from_printed(printed, unsur, (hasil["sample"] or {}).get("populasi")),
        "tercetak": printed,
    }


def survey_verdicts(survey: Mapping[str, Any], file: str) -> Iterator[dict[str, Any]]:
    """Judge what was printed of a survey.

    Parameters
    ----------
    survey : mapping
        From `survey_scores`.
    file : str
        Where it was printed.

    Yields
    ------
    dict
        Respondents, unsur, index on both scales, index from the printed unsur, weight.
    """
    told, n = survey["tercetak"], survey["n"]
    if told["responden"] is not None:
        possible = survey["n_mungkin"] if survey["tidak_mungkin"] else []
        is_right = told["responden"] == n and not survey["tidak_mungkin"]
        yield verdict([told["responden"]], possible or [n], file=file, follows=is_right)
    for name, printed in told["unsur"].items():
        yield verdict([printed], [survey["unsur"][name]["nrr"]], file=file)
    for name in ("ni", "ikm"):
        if told[name]:
            yield verdict([told[name]], [survey[name]], file=file)
    if told["ikm"] and told["unsur"]:
        yield verdict([told["ikm"]], [survey["ikm_tercetak_unsur"]], file=file)
    weighted = survey["ikm_bobot_tercetak"]
    if told["ikm"] and weighted is not None:
        is_right = told["ikm"].follows(weighted)
        yield verdict([told["bobot"]], [weighted], file=file, follows=is_right, digits=WEIGHT_DECIMALS)


def _from_printed(
    printed: Mapping[str, Any], unsur: Mapping[str, Mapping[str, Any]], populasi: int | None
) -> dict[str, Any]:
    """Give what follows from printed scores, and which numbers of respondents can give them."""
    means = printed["unsur"]
    told = {name: one for name, one in means.items() if printed["responden"] is not None}
    weight, ikm = printed["bobot"], None
    if weight and weight.text in PRINTED_WEIGHTS and len(unsur) == UNSUR_OF_THE_LIST:
        ikm = SCALE * weight.value * sum((row["nrr"] for row in unsur.values()), Fraction(0))
    return {
        "ikm_tercetak_unsur": SCALE * mean([one.value for one in means.values()]) if means else None,
        "ikm_bobot_tercetak": ikm,
        "n_mungkin": [
            n
            for n in range(1, (populasi or 0) + 1)
            if means and all(is_possible(one.text, n, factor=1) for one in means.values())
        ],
        "tidak_mungkin": [
            name for name, one in told.items() if not is_possible(one.text, printed["responden"], factor=1)
        ],
    }
