"""Findings about other periods of the same unit: those within this one, and the one before (method, section 13)."""

from __future__ import annotations

from collections.abc import Iterator

from skmlib.recount.found import Found
from skmlib.recount.headline import headline, is_by_services
from skmlib.recount.months import begin_of
from skmlib.recount.numbers import round_half_up
from skmlib.recount.parameters import decimal, decimals
from skmlib.recount.periods import has_answers, read_any
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import SCALE

SHORTER = ("S1", "S2", "TW1", "TW2", "TW3", "TW4")


def period_findings(survey: Survey) -> Iterator[Found]:
    """Find shorter periods that are reported beside this one, and what the answers of the one before contradict.

    Parameters
    ----------
    survey : Survey
        Of one period or of several.

    Yields
    ------
    Found
        In the order of the report.
    """
    own = f"params/{survey.periode}/{survey.unit}.yml"
    beside = _beside(survey) if survey.variables else []
    if beside:
        yield Found("periode_bersarang", own, len(beside))
    previous = survey.parameters.get("periode_sebelumnya")
    if previous and has_answers(survey.unit, previous, root=survey.root):
        yield from (Found(kind, own) for kind in _against(survey, read_previous(survey)))


def read_previous(survey: Survey) -> Survey | None:
    """Read the answers of the period before.

    Parameters
    ----------
    survey : Survey
        Of one period or of several.

    Returns
    -------
    Survey or None
        None without such a period, and where its answers cannot be read or give no index that could be published first.
    """
    previous = survey.parameters.get("periode_sebelumnya")
    if not previous or not has_answers(survey.unit, previous, root=survey.root):
        return None
    try:
        old = read_any(survey.unit, previous, root=survey.root)
        headline(old)
    except CannotRecountError:
        return None
    return old


def _beside(survey: Survey) -> list[str]:
    """Name the shorter periods with parameters that this one contains and does not put together."""
    year, first, last = begin_of(survey.periode)
    together = _together(survey)
    names = (f"{year}-{part}" for part in SHORTER)
    within = (
        name for name in names if name != survey.periode and first <= begin_of(name)[1] <= begin_of(name)[2] <= last
    )
    root = survey.root / "params"
    return [name for name in within if name not in together and (root / name / f"{survey.unit}.yml").is_file()]


def _together(survey: Survey) -> set[str]:
    """Name the periods that a survey puts together, and those that they put together."""
    return {periode for part in survey.parts for periode in (part.periode, *_together(part))}


def _against(survey: Survey, old: Survey | None) -> Iterator[str]:
    """Name the kinds that the answers of the period before give."""
    if old is None:
        yield "periode_sebelumnya"
        return
    if is_by_services(survey) != is_by_services(old):
        yield "nilai_utama_berbeda"
    ni, _ = headline(old)
    told = [row.get("ikm") for row in survey.parameters.get("riwayat", []) if row["periode"] == old.periode]
    if ni is not None and told and told[0] and round_half_up(SCALE * ni, decimals(told[0])) != decimal(told[0]):
        yield "riwayat_berbeda"
