"""Headings that stand again further down: sheets made for the printer write them anew on each page.

A row that holds what the heading holds, cell for cell, is no respondent's. Of a heading of two rows each counts, the lower one
with or without what was merged down into it.
"""

from __future__ import annotations

from collections.abc import Sequence

from skmlib.problems import fold

ROWS_COMPARED = 300
HEADINGS_MIN = 2

Records = Sequence[Sequence[str]]


def find_repeats(records: Records, place: int) -> list[int]:
    """Find the rows further down in which the heading, or the upper row of it, stands again.

    Parameters
    ----------
    records : sequence of sequence of str
        Of a file.
    place : int
        Of the heading; of two rows the lower one.

    Returns
    -------
    list of int
        Their places.

    Examples
    --------
    >>> find_repeats([["No", "Syarat"], ["1", "4"], ["NO", "Syarat ", ""], ["2", "3"]], 0)
    [2]
    """
    upper, lower = _filled(records[place - 1]) if place else {}, _filled(records[place])
    heading = [lower, *([upper] if len(upper) >= HEADINGS_MIN else [])]
    own, known = _without(upper, lower), {"", *upper.values(), *lower.values()}
    return [
        below
        for below in range(place + 1, len(records))
        if all(fold(cell) in known for cell in records[below])  # most rows end here at their first cell
        and ((row := _filled(records[below])) in heading or (len(own) >= HEADINGS_MIN and _without(upper, row) == own))
    ]


def rows_below(records: Records, place: int) -> list[Sequence[str]]:
    """Give the first rows below a heading, without those in which it stands again.

    Parameters
    ----------
    records : sequence of sequence of str
        Of a file.
    place : int
        Of the heading.

    Returns
    -------
    list of record

    Examples
    --------
    >>> rows_below([["No", "Syarat"], ["1", "4"], ["No", "Syarat"], ["2", "3"]], 0)
    [['1', '4'], ['2', '3']]
    """
    near = records[: place + 1 + ROWS_COMPARED]
    again = {*find_repeats(near, place)}
    return [near[below] for below in range(place + 1, len(near)) if below not in again]


def _without(upper: dict[int, str], row: dict[int, str]) -> dict[int, str]:
    """Give what a row holds besides what stands above it in the heading."""
    return {column: text for column, text in row.items() if upper.get(column) != text}


def _filled(record: Sequence[str]) -> dict[int, str]:
    """Give what stands in a row, by column."""
    return {column: text for column, cell in enumerate(record) if (text := fold(cell))}
