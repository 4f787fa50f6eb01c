"""The second count of a survey, put together in the shape of its `hasil.json`."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.recount.actions import plan, realised
from skmlib.recount.agreement import agreement
from skmlib.recount.comments import contradictions, decided_comments, read_judgements, sentiment
from skmlib.recount.correlation import importance, reliability
from skmlib.recount.figure_findings import figure_findings
from skmlib.recount.found import as_rows
from skmlib.recount.groups import group_rows, profile_rows, service_mean
from skmlib.recount.history import Period, change, exact_period, trend
from skmlib.recount.periods import read_any
from skmlib.recount.printed import printed_rows
from skmlib.recount.reading_findings import reading_findings
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.respondents import Survey
from skmlib.recount.row_findings import row_findings
from skmlib.recount.scores import Scores, index_row, score, unsur_rows
from skmlib.recount.standing import low_answers, next_band, other_weights, priorities, sample_size

CODES = range(1, 5)


def recount_survey(unit: str, periode: str, *, root: Path) -> dict[str, Any]:
    """Count a survey a second time.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    dict
        In the shape of `hasil.json`; rows are dictionaries by name, and what is not recounted is not there.

    Raises
    ------
    CannotRecountError
        For a survey that this count does not read.
    """
    survey = read_any(unit, periode, root=root)
    if not survey.respondents:
        raise CannotRecountError("tidak ada responden yang menjawab")
    scores = score(survey.respondents, survey.weights)
    hasil = _scores(survey, scores)
    unsur = hasil["unsur"]
    hasil |= {
        "low_answers": low_answers(survey),
        "alternatives": other_weights(unsur),
        "sample": sample_size(survey, _population(survey)),
        "extra": _further(survey),
        "reliability": reliability(survey),
        "priorities": priorities(survey.parameters, unsur),
        "next_band": next_band(survey, hasil["ikm"]["ikm"], unsur),
        "importance": importance(survey, unsur),
        "plan": plan(survey, survey.periode),
        "previous_plan": plan(survey, survey.parameters.get("periode_sebelumnya")),
        "realised": realised(survey),
    }
    hasil |= _comments(survey) | _history(survey, scores, hasil)
    # Findings of periods put together stand in the names of their files.
    findings = (
        []
        if survey.is_combined
        else [
            *row_findings(survey),
            *reading_findings(survey),
            *figure_findings(survey, hasil),
        ]
    )
    return hasil | {"printed": printed_rows(survey, hasil), "findings": as_rows(findings)}


def _scores(survey: Survey, scores: Scores) -> dict[str, Any]:
    """Give index and unsur of all respondents and of the services, groups, and counts of answers."""
    populasi = _population(survey)
    of_all = index_row(scores, survey.weights, populasi=populasi)
    unsur = unsur_rows(scores, survey.weights, populasi=_correcting(survey))
    services = service_mean(survey)
    headline = services if _is_by_services(survey) else {"ikm": of_all, "unsur": unsur}
    if headline is None or "unsur" not in headline:
        raise CannotRecountError("rata-rata layanan tidak dapat ditampilkan, karena ada layanan yang disembunyikan")
    return {
        "baris": {"dibaca": survey.rows_read, "dinilai": len(survey.respondents), "dikeluarkan": survey.excluded},
        "ikm": headline["ikm"],
        "unsur": headline["unsur"],
        "ikm_responden": of_all,
        "unsur_responden": unsur,
        "layanan_mean": services,
        "profile": {name: profile_rows(survey, name) for name in survey.variables},
        "groups": {name: group_rows(survey, name) for name in survey.variables},
        "jawaban": {
            name: [sum(one.answers[name].count(code) for one in survey.respondents) for code in CODES]
            for name in survey.unsur
        },
    }


def _is_by_services(survey: Survey) -> bool:
    """Say whether the mean of services is published first."""
    return survey.parameters.get("nilai_utama") == "rata_rata_layanan"


def _population(survey: Survey) -> int | None:
    """Give the population of a survey, None where it is not known."""
    told = survey.parameters.get("populasi")
    return None if told is None else int(told)


def _correcting(survey: Survey) -> int | None:
    """Give the population that corrects intervals: none that is smaller than the respondents."""
    populasi = _population(survey)
    return None if populasi is None or populasi < len(survey.respondents) else populasi


def _further(survey: Survey) -> dict | None:
    """Give the questions outside the index, None without any."""
    if not survey.further:
        return None
    weights = dict.fromkeys(survey.further, Fraction(1, len(survey.further)))
    return unsur_rows(score(survey.respondents, weights), weights, populasi=_correcting(survey))


def _comments(survey: Survey) -> dict[str, Any]:
    """Give sentiment, agreement and contradictions, where there are annotations."""
    judgements = [] if survey.is_combined else read_judgements(survey)
    if not judgements:
        return {}
    comments = decided_comments(survey, judgements)
    return {
        "sentiment": sentiment(survey, comments),
        "agreement": agreement(survey, judgements),
        "contradictions": contradictions(survey, comments),
    }


def _history(survey: Survey, scores: Scores, hasil: dict[str, Any]) -> dict[str, Any]:
    """Give trend and change; of a previous period that is there but cannot be read, neither."""
    current = exact_period(survey, hasil["ikm"]["ni"], hasil["unsur"])
    previous = survey.parameters.get("periode_sebelumnya")
    place = f"{previous}/{survey.unit}"
    if not previous or not all(
        path.exists() for path in (survey.root / "params" / f"{place}.yml", survey.root / "data" / place)
    ):
        return {"trend": trend(survey, current, None), "change": None}
    try:
        old = read_any(survey.unit, previous, root=survey.root)
    except CannotRecountError:
        return {}
    before = score(old.respondents, old.weights)
    tested = change((old, before), (survey, scores), (_correcting(old), _correcting(survey)))
    return {"trend": trend(survey, current, _previous_period(old, before)), "change": tested}


def _previous_period(old: Survey, scores: Scores) -> Period:
    """Give the previous period with the index that it publishes first."""
    headline = service_mean(old) if _is_by_services(old) else None
    unsur = headline["unsur"] if headline else unsur_rows(scores, old.weights, populasi=None)
    return exact_period(old, headline["ikm"]["ni"] if headline else scores.ni, unsur)
