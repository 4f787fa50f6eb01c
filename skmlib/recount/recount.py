"""The second count of a survey, put together in the shape of its `hasil.json`."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.recount.actions import plan, realised
from skmlib.recount.agreement import agreement
from skmlib.recount.comments import contradictions, decided_comments, read_judgements, sentiment
from skmlib.recount.correlation import importance, reliability
from skmlib.recount.found import as_rows
from skmlib.recount.groups import group_rows, profile_rows, service_mean
from skmlib.recount.headline import headline, is_by_services
from skmlib.recount.history import change, exact_period, trend
from skmlib.recount.period_findings import read_previous
from skmlib.recount.periods import read_any
from skmlib.recount.printed import printed_rows
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import Scores, index_row, score, unsur_rows
from skmlib.recount.standing import low_answers, next_band, other_weights, population_of, priorities, sample_size
from skmlib.recount.survey_findings import survey_findings

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
    return count_survey(read_any(unit, periode, root=root))


def count_survey(survey: Survey) -> dict[str, Any]:
    """Count a survey that was read.

    Parameters
    ----------
    survey : Survey
        Of one period or of several.

    Returns
    -------
    dict
        In the shape of `hasil.json`; rows are dictionaries by name, and what is not recounted is not there.

    Raises
    ------
    CannotRecountError
        When nobody answered, or no index can be published first.
    """
    if not survey.respondents:
        raise CannotRecountError("tidak ada responden yang menjawab")
    scores = score(survey.respondents, survey.weights)
    hasil = _scores(survey, scores)
    unsur = hasil["unsur"]
    hasil |= {
        "low_answers": low_answers(survey),
        "alternatives": other_weights(unsur),
        "sample": sample_size(survey, population_of(survey)),
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
    return hasil | {"printed": printed_rows(survey, hasil), "findings": as_rows(survey_findings(survey))}


def _scores(survey: Survey, scores: Scores) -> dict[str, Any]:
    """Give index and unsur of all respondents and of the services, groups, and counts of answers."""
    populasi = population_of(survey)
    of_all = index_row(scores, survey.weights, populasi=populasi)
    unsur = unsur_rows(scores, survey.weights, populasi=_correcting(survey))
    services = service_mean(survey)
    first = services if is_by_services(survey) else {"ikm": of_all, "unsur": unsur}
    if first is None or "unsur" not in first:
        raise CannotRecountError("rata-rata layanan tidak dapat ditampilkan, karena ada layanan yang disembunyikan")
    return {
        "baris": {"dibaca": survey.rows_read, "dinilai": len(survey.respondents), "dikeluarkan": survey.excluded},
        "ikm": first["ikm"],
        "unsur": first["unsur"],
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


def _correcting(survey: Survey) -> int | None:
    """Give the population that corrects intervals: none that is smaller than the respondents."""
    populasi = population_of(survey)
    return None if populasi is None or populasi < len(survey.respondents) else populasi


def _further(survey: Survey) -> dict | None:
    """Give the questions outside the index, None without any."""
    if not survey.further:
        return None
    weights = dict.fromkeys(survey.further, Fraction(1, len(survey.further)))
    return unsur_rows(score(survey.respondents, weights), weights, populasi=_correcting(survey))


def _comments(survey: Survey) -> dict[str, Any]:
    """Give sentiment, agreement and contradictions, where there are annotations."""
    judgements = read_judgements(survey)
    if judgements is None:
        return {}
    comments = decided_comments(survey, judgements)
    return {
        "sentiment": sentiment(survey, comments),
        "agreement": agreement(survey, judgements),
        "contradictions": contradictions(survey, comments),
    }


def _history(survey: Survey, scores: Scores, hasil: dict[str, Any]) -> dict[str, Any]:
    """Give trend and change; a previous period that is there but cannot be read is told as a finding."""
    current = exact_period(survey, hasil["ikm"]["ni"], hasil["unsur"])
    old = read_previous(survey)
    if old is None:
        return {"trend": trend(survey, current, None), "change": None}
    before = score(old.respondents, old.weights)
    tested = change((old, before), (survey, scores), (_correcting(old), _correcting(survey)))
    return {"trend": trend(survey, current, exact_period(old, *headline(old, before))), "change": tested}
