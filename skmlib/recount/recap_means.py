"""Means over the units of a recap, their ranks, and the change against the period before (method, section 20)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from skmlib.recount.actions import per_cent
from skmlib.recount.history import coarser, rounded
from skmlib.recount.numbers import letter_of, mean, round_half_up
from skmlib.recount.recap_units import Past, Unit
from skmlib.recount.scores import SCALE

SIMPLE, BY_RESPONDENT = "rata_rata_unit", "responden"
SHOWN = 2


def simple_mean(rows: Sequence[Unit], unsur: Sequence[str]) -> dict[str, Any]:
    """Average over rows, each counting once; an unsur over the rows that have it."""
    cells = {name: [one.nilai[name] for one in rows if name in one.nilai] for name in unsur}
    printed = [one.printed and one.printed["ikm"] for one in rows]
    return {
        "cara": SIMPLE,
        "nilai": {name: mean(values) for name, values in cells.items() if values},
        "ikm": mean([one.ikm for one in rows if one.ikm is not None]),
        "ikm_tercetak": None if None in printed else mean(printed),
    }


def mean_by_respondents(units: Sequence[Unit], unsur: Sequence[str]) -> dict[str, Any]:
    """Average over all answers, or over published scores by their respondents; none where these are not all known."""
    told = {"cara": BY_RESPONDENT, "nilai": {}, "ikm": None, "ikm_tercetak": None}
    if any(one.n is None for one in units):
        return told
    pooled = {name: _pooled(units, name) for name in unsur}
    nilai = {name: value for name, value in pooled.items() if value is not None}
    weights = units[0].weights
    if weights is None or any(one.weights != weights for one in units):
        ikm = mean(list(nilai.values()))
    else:
        ikm = sum(weights[name] * nilai[name] for name in weights) if set(weights) <= set(nilai) else None
    printed = [one.printed and one.printed["ikm"] for one in units]
    by_n = None if None in printed else _weighted([(one.n, value) for one, value in zip(units, printed, strict=True)])
    return told | {"nilai": nilai, "ikm": ikm, "ikm_tercetak": by_n}


def part_row(part: str, units: Sequence[Unit], whole: Mapping[str, Any], *, is_simple: bool) -> Unit:
    """Put the units of a part together in one row.

    Parameters
    ----------
    part : str
        Short name of the part.
    units : sequence of Unit
        Those that belong to it.
    whole : mapping
        Their mean, with `nilai` and `ikm`.
    is_simple : bool
        Whether it counts every unit once; only then it has a period before, where every unit has one.
    """
    past = [one.before for one in units]
    before = None
    if is_simple and None not in past:
        before = Past(mean([one.value for one in past]), coarser(*(one.printed for one in past)))
    told = [one.done for one in units if one.done]
    done, known = sum(one["terlaksana"] for one in told), sum(one["kegiatan"] for one in told)
    actions = {"persen": per_cent(done, known), "terlaksana": done, "kegiatan": known} if known else None
    people = [one.more["populasi"] for one in units]
    return Unit(
        part,
        sum(one.n for one in units),
        whole["nilai"],
        whole["ikm"],
        before=before,
        done=actions,
        more={
            "populasi": None if None in people else sum(people),
            "n_temuan": sum(one.more["n_temuan"] for one in units),
        },
        members=tuple(units),
    )


def _pooled(units: Sequence[Unit], name: str) -> Fraction | None:
    """Give the score of an unsur over all respondents who answered it."""
    if units[0].scores is None:
        return _weighted([(one.n, one.nilai[name]) for one in units if name in one.nilai])
    n = sum(one.scores.counts.get(name, 0) for one in units)
    return SCALE * sum(one.scores.sums.get(name, 0) for one in units) / n if n else None


def _weighted(values: Sequence[tuple[int, Fraction]]) -> Fraction | None:
    """Average values, each as often as it is told."""
    n = sum(times for times, _ in values)
    return sum(times * value for times, value in values) / Fraction(n) if n else None


def ranked(values: Sequence[tuple[str, Fraction | None, Past | None]], centre: Fraction | None) -> list[dict[str, Any]]:
    """Rank rows by printed score, highest first; equal ones share a rank, and those without a score are left out."""
    known = [(name, value, past) for name, value, past in values if value is not None]
    printed = [round_half_up(value, SHOWN) for _, value, _ in known]
    rows = [
        {
            "unit": name,
            "nilai": value,
            "mutu": letter_of(value),
            "peringkat": 1 + sum(other > shown for other in printed),
            "selisih": None if centre is None else value - centre,
            "sebelumnya": past and dataclasses.asdict(past),
            "perubahan": past and rounded(value - past.value, past.printed),
            "desimal_perubahan": past and past.printed,
        }
        for (name, value, past), shown in zip(known, printed, strict=True)
    ]
    return sorted(rows, key=lambda row: row["peringkat"])


def change_of_mean(rows: Sequence[Unit]) -> dict[str, Any] | None:
    """Give the simple mean over the rows whose index is known in both periods; None without any."""
    both = [one for one in rows if one.ikm is not None and one.before]
    if not both:
        return None
    before, now = mean([one.before.value for one in both]), mean([one.ikm for one in both])
    return {
        "units": [one.id for one in both],
        "sebelumnya": before,
        "sekarang": now,
        "perubahan": now - before,
        "desimal": coarser(*(one.before.printed for one in both)),
    }
