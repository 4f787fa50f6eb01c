"""Verdicts on the figures of a published table: does each follow from the others of the table (method, section 21)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from skmlib.recount.numbers import letter_of, mean, round_half_up
from skmlib.recount.parameters import decimal, decimals
from skmlib.recount.recap_table import PublishedRow
from skmlib.recount.scores import HIGH, SCALE

MEAN = "Rata-rata"


def printed_verdicts(table: Sequence[PublishedRow], labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Judge every printed figure that the table itself can prove or disprove.

    Parameters
    ----------
    table : sequence of PublishedRow
        All rows, the printed mean among them.
    labels : mapping
        Label of each unsur, in the order of the report.

    Returns
    -------
    list of dict
        In the order of the units; the printed mean stands last.
    """
    unsur = tuple(labels)
    units = [row for row in table if not row.is_mean]
    verdicts = [{"nama": row.nama} | verdict for row in units for verdict in _of_unit(row, unsur)]
    return verdicts + [verdict for row in table if row.is_mean for verdict in _of_mean(row, units, labels)]


def is_possible(text: str, n: int, *, factor: int = SCALE) -> bool:
    """Say whether n whole answers of 1 to 4 can have a printed mean, times a factor (GRIM).

    Examples
    --------
    Worked in the method, section 21: steps of 25/20 = 1.25.

    >>> is_possible("80.00", 20), is_possible("80.51", 20)
    (True, False)
    """
    half = Fraction(1, 2 * 10 ** decimals(text))
    lowest = math.ceil((decimal(text) - half) * n / factor)
    highest = math.floor((decimal(text) + half) * n / factor)
    return max(lowest, n) <= min(highest, HIGH * n)


def _of_unit(row: PublishedRow, unsur: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Judge the index, the letter, the priorities and the scores of a unit."""
    yield from _index_and_letter(row)
    if row.prioritas:
        yield {"hal": "prioritas"} | _priorities(row, unsur)
    if row.n is None:
        return
    named = [name for name in unsur if name in row.cells]
    possible = {name: is_possible(row.cells[name], row.n) for name in named}
    for name in named:
        if possible[name]:
            yield {"hal": "nilai", "tercetak": row.scores[name], "dihitung": None, "sesuai": True}
    others = [name for name in named if not possible[name]]
    if others:
        yield {"hal": "nilai", "tercetak": others, "dihitung": None, "sesuai": False}


def _priorities(row: PublishedRow, unsur: Sequence[str]) -> dict[str, Any]:
    """Judge the priorities of a unit: the lowest scores, of which any may be taken that tie at the last place."""
    ordered = sorted((name for name in unsur if name in row.cells), key=lambda name: row.scores[name])
    lowest = [row.scores[name] for name in ordered][: len(row.prioritas)]
    told = sorted(row.scores[name] for name in row.prioritas if name in row.cells)
    return {
        "tercetak": list(row.prioritas),
        "dihitung": [name for name in ordered if row.scores[name] <= lowest[-1]],
        "sesuai": told == lowest and len(told) == len(row.prioritas),
    }


def _of_mean(row: PublishedRow, units: Sequence[PublishedRow], labels: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Judge the printed mean: its scores against the rows, its index against its own scores."""
    for name, label in labels.items():
        if name in row.cells:
            computed = mean([one.scores[name] for one in units if name in one.cells])
            if computed is not None:
                yield {"nama": f"{MEAN} {label}", "hal": "unsur"} | _compared(row.cells[name], computed)
    for verdict in _index_and_letter(row):
        yield {"nama": MEAN} | verdict


def _index_and_letter(row: PublishedRow) -> Iterator[dict[str, Any]]:
    """Judge an index against the scores beside it, and a letter against that index."""
    if row.ikm and row.cells:
        yield {"hal": "ikm"} | _compared(row.ikm, mean(list(row.scores.values())))
    if row.ikm and row.mutu:
        letter = letter_of(decimal(row.ikm))
        yield {"hal": "mutu", "tercetak": row.mutu, "dihitung": letter, "sesuai": row.mutu == letter}


def _compared(text: str, computed: Fraction) -> dict[str, Any]:
    """Compare a printed figure with a computed one, at its own decimals."""
    value = decimal(text)
    return {"tercetak": value, "dihitung": computed, "sesuai": round_half_up(computed, decimals(text)) == value}
