"""Earlier periods: the trend against printed figures, and the test against answers (method, sections 9 and 17)."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from skmlib.recount.months import begin_of, ended_before
from skmlib.recount.numbers import band_of, round_half_up
from skmlib.recount.parameters import decimal, decimals
from skmlib.recount.respondents import Survey
from skmlib.recount.scores import CONFIDENCE, HIGH, LEVEL, LOW, SCALE, Scores, correction
from skmlib.recount.student import quantile, two_sided_p

SHOWN = 2
TESTED = ("standard_error", "df", "t", "p", "low", "high")


@dataclasses.dataclass(frozen=True)
class Period:
    """What is known of a period; decimals are None where a figure is exact or missing."""

    periode: str
    responden: int | None
    ni: Fraction | None
    ikm: Fraction | None
    unsur: dict[str, tuple[Fraction | None, int | None]]
    ni_decimals: int | None = None
    ikm_decimals: int | None = None
    is_exact: bool = True


def exact_period(survey: Survey, ni: Fraction | None, unsur: Mapping[str, Mapping]) -> Period:
    """Give a period whose answers are known."""
    scores = {name: (row["nrr"], None) for name, row in unsur.items()}
    return Period(survey.periode, len(survey.respondents), ni, None if ni is None else SCALE * ni, scores)


def printed_period(told: Mapping[str, Any]) -> Period:
    """Give a period of which printed figures are known."""
    ni, ikm = told.get("ni"), told.get("ikm")
    unsur = {name: (decimal(text), decimals(text)) for name, text in told.get("unsur", {}).items()}
    return Period(
        told["periode"],
        int(told["responden"]) if "responden" in told else None,
        decimal(ni) if ni else decimal(ikm) / SCALE,
        decimal(ikm) if ikm else None,
        unsur,
        decimals(ni) if ni else min(decimals(ikm) + 1, SHOWN),
        decimals(ikm) if ikm else None,
        is_exact=False,
    )


def trend(survey: Survey, current: Period, previous: Period | None) -> dict:
    """Give all periods of a survey in order with the change from each to the next, and of each unsur."""
    named = survey.parameters.get("periode_sebelumnya")
    return trend_of(current, survey.parameters.get("riwayat", []), previous, named=named)


def trend_of(
    current: Period,
    told: Sequence[Mapping[str, Any]],
    previous: Period | None = None,
    *,
    named: str | None = None,
) -> dict:
    """Give the trend of a period, of what was printed for earlier ones, and of one whose answers are known.

    Parameters
    ----------
    current : Period
        The report's own.
    told : sequence of mapping
        Its `riwayat`.
    previous : Period, optional
        Stands in the place of what was printed for it.
    named : str, optional
        The period that the parameters call previous.

    Returns
    -------
    dict
        Rows by period, and by period and unsur.
    """
    earlier = [printed_period(row) for row in told]
    if previous:
        earlier = [period for period in earlier if period.periode != previous.periode] + [previous]
    periods = sorted([*earlier, current], key=lambda period: begin_of(period.periode))
    rows, cells = {}, {}
    for period in periods:
        names = ended_before(
            period.periode, [one.periode for one in periods], first=named if period is current else None
        )
        over = [one for name in names for one in periods if one.periode == name]
        rows[period.periode] = _period_row(period, over[0] if over else None)
        for name, (nrr, told) in period.unsur.items():
            if nrr is None:
                continue
            last = next((one for one in over if one.unsur.get(name, (None,))[0] is not None), None)
            change = {"terhadap": None, "perubahan": None, "desimal_perubahan": None}
            if last:
                digits = coarser(told, last.unsur[name][1])
                change = {"terhadap": last.periode, "perubahan": rounded(nrr - last.unsur[name][0], digits)}
                change["desimal_perubahan"] = digits
            row = {"periode": period.periode, "unsur": name, "nrr": nrr, "desimal": SHOWN if told is None else told}
            cells[f"{period.periode} / {name}"] = row | change
    return {"periode": current.periode, "periods": rows, "unsur": cells}


def _period_row(period: Period, before: Period | None) -> dict:
    """Give one period, with its change on both scales."""
    row = {
        "periode": period.periode,
        "sumber": "data" if period.is_exact else "terbitan",
        "responden": period.responden,
        "ni": period.ni,
        "ikm": period.ikm,
        "mutu": _letter(period),
        "desimal_ni": SHOWN if period.is_exact and period.ni is not None else period.ni_decimals,
        "desimal_ikm": SHOWN if period.is_exact and period.ikm is not None else period.ikm_decimals,
        "terhadap": before and before.periode,
    }
    changes = dict.fromkeys(("perubahan_ni", "perubahan_ikm", "desimal_perubahan_ni", "desimal_perubahan_ikm"))
    if before:
        digits = coarser(period.ni_decimals, before.ni_decimals)
        if None not in (period.ni, before.ni):
            changes |= {
                "perubahan_ni": rounded(finest(period) - finest(before), digits),
                "desimal_perubahan_ni": digits,
            }
        if None not in (period.ikm, before.ikm):
            digits = coarser(period.ikm_decimals, before.ikm_decimals)
            changes |= {"perubahan_ikm": rounded(period.ikm - before.ikm, digits), "desimal_perubahan_ikm": digits}
    return row | changes


def finest(period: Period) -> Fraction:
    """Give the finest value on the scale 1 to 4: from the index on the other scale where that was printed."""
    return period.ni if period.ikm is None else period.ikm / SCALE


def coarser(*told: int | None) -> int | None:
    """Give the smaller number of decimals; None where all figures are exact."""
    return min((digits for digits in told if digits is not None), default=None)


def rounded(value: Fraction, digits: int | None) -> Fraction:
    """Round to the printed precision, if there is one."""
    return value if digits is None else round_half_up(value, digits)


def _letter(period: Period) -> str | None:
    """Give the letter of a period, unless what was printed leaves two possible."""
    if period.ikm is not None:
        centre, half = period.ikm, 0 if period.ikm_decimals is None else Fraction(1, 2 * 10**period.ikm_decimals)
        half = 0 if period.ikm_decimals is None or period.ikm_decimals >= SHOWN else half
    elif period.ni is not None:
        centre, half = SCALE * period.ni, Fraction(SCALE, 2 * 10**period.ni_decimals)
    else:
        return None
    ends = {band_of(centre - half)[0], band_of(centre + half - (Fraction(1, 10**9) if half else 0))[0]}
    return ends.pop() if len(ends) == 1 else None


def change(
    before: tuple[Survey, Scores], now: tuple[Survey, Scores], populations: tuple[int | None, int | None]
) -> dict:
    """Test the change of the index and of each unsur against the answers of the previous period.

    With other weights in the two periods the index is not tested.
    """
    (old, was), (new, is_) = before, now
    whole = [
        (None if one.ni is None else SCALE * one.ni, _corrected(one.variance, one.n, populasi), one.n)
        for one, populasi in zip((was, is_), populations, strict=True)
    ]
    index = _test(*whole, scale=SCALE)
    if old.weights != new.weights:
        index |= dict.fromkeys(TESTED)
    rows = {}
    for name in dict.fromkeys((*new.unsur, *old.unsur)):
        ends = [_end(scores, name, populasi) for scores, populasi in zip((was, is_), populations, strict=True)]
        rows[name] = {"unsur": name} | _test(*ends, scale=1)
    tested = sorted((name for name in rows if rows[name]["p"] is not None), key=lambda name: rows[name]["p"])
    largest = 0.0
    for place, name in enumerate(tested):
        largest = max(largest, min(1.0, (len(tested) - place) * rows[name]["p"]))
        rows[name] |= {"p_holm": largest, "berubah": largest < 1 - LEVEL}
    told = {"periode_sebelumnya": old.periode, "periode": new.periode, "diuji": len(tested), "level": CONFIDENCE}
    if index["p"] is not None:
        index["berubah"] = index["p"] < 1 - LEVEL
    return told | {"ikm": index, "unsur": rows}


def _end(scores: Scores, name: str, populasi: int | None) -> tuple[Fraction | None, Fraction | None, int]:
    """Give mean, variance and answers of an unsur in one period; nothing where the period does not ask for it."""
    n = scores.counts.get(name, 0)
    return scores.nrr.get(name), _corrected(scores.deviations.get(name), n, populasi), n


def _corrected(variance: Fraction | None, n: int, populasi: int | None) -> Fraction | None:
    """Give a variance with the correction for the population."""
    return None if variance is None else variance * correction(n, populasi)


def _test(was: tuple, now: tuple, *, scale: int) -> dict:
    """Compare two independent means, each with the variance on the scale 1 to 4 and its number of answers."""
    (old, v1, n1), (new, v2, n2) = was, now
    difference = None if None in (old, new) else new - old
    row = {"n_sebelumnya": n1, "n": n2, "sebelumnya": old, "sekarang": new, "perubahan": difference}
    row |= dict.fromkeys(TESTED)
    if difference is None or None in (v1, v2) or not v1 + v2:
        return row
    df = (v1 + v2) ** 2 / (v1**2 / (n1 - 1) + v2**2 / (n2 - 1))
    error = scale * math.sqrt(v1 + v2)
    t = float(difference) / error
    reach, limit = quantile(LEVEL, float(df)) * error, float(scale * (HIGH - LOW))
    ends = {"low": max(-limit, float(difference) - reach), "high": min(limit, float(difference) + reach)}
    return row | {"standard_error": error, "df": df, "t": t, "p": two_sided_p(t, float(df))} | ends
