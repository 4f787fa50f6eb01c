"""The index that a survey publishes first, of all respondents or the mean of services (method, section 7)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from skmlib.recount.groups import service_mean
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import Scores, score, unsur_rows

SERVICES_FIRST = "rata_rata_layanan"


def is_by_services(survey: Survey) -> bool:
    """Say whether the mean of services is published first."""
    return survey.parameters.get("nilai_utama") == SERVICES_FIRST


def headline(survey: Survey, scores: Scores | None = None) -> tuple[Fraction | None, Mapping[str, Mapping[str, Any]]]:
    """Give the index that a survey publishes first, on the scale 1 to 4, and its unsur.

    Parameters
    ----------
    survey : Survey
        Any survey.
    scores : Scores, optional
        Of all its respondents, where they are known.

    Returns
    -------
    ni : Fraction or None
    unsur : mapping
        Rows by name.

    Raises
    ------
    CannotRecountError
        When a service is hidden, so that there is no mean of services.
    """
    if not is_by_services(survey):
        scores = scores or score(survey.respondents, survey.weights)
        return scores.ni, unsur_rows(scores, survey.weights, populasi=None)
    services = service_mean(survey)
    if not services or "unsur" not in services:
        raise CannotRecountError(f"{survey.unit}: rata-rata layanan tidak dapat ditampilkan")
    return services["ikm"]["ni"], services["unsur"]
