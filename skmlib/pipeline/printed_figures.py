"""The numbers in the tables of a page against the figures of `hasil.json`.

A cell that holds a number or an interval must show figures rounded to as many decimals, or in per cent: figures of its column,
where `figure_columns` knows it, and of its row, where that is about an unsur, a group or a unit. A row of sums or means is
about no other row. Whole numbers are compared in known columns only. The limits of the bands and the answers
of each respondent stand in no `hasil.json`.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.pipeline.figure_columns import HISTORY, keys_of, tells_history
from skmlib.pipeline.manifest import HASIL
from skmlib.pipeline.page_numbers import Place, PrintedNumber, read_table_numbers
from skmlib.recount.compare import exact_value, is_figure
from skmlib.recount.numbers import BANDS, round_half_up

GROUPS = "groups"
ANSWERS = "per responden dan per unsur"  # how the caption of the table of answers ends
FACTORS = (1, 100, Fraction(1, 25))  # as it is, in per cent, and an index on the scale of its answers
HUNDREDTH = Fraction("0.01")
_LIMITS = [limit for limit, _, _ in BANDS]
BAND_ENDS = {*_LIMITS, *(limit / 25 for limit in _LIMITS), *(limit - HUNDREDTH for limit in _LIMITS), 100}


@dataclasses.dataclass(frozen=True)
class Figure:
    """A figure of `hasil.json`: the last key of its path, the names in it and in its rows, and its value."""

    key: str
    names: frozenset[str]
    value: Fraction


class Figures:
    """The figures of a `hasil.json`, by what they are about.

    Parameters
    ----------
    hasil : mapping
        Its content.
    """

    def __init__(self, hasil: Mapping[str, Any]) -> None:
        self._figures = list(figures_of(hasil))
        self._unsur = {label: unsur for unsur, label in hasil.get("label_unsur", {}).items()}
        self._units = {row.get("nama"): row.get("id") for row in hasil.get("unit_kerja", ())}
        self._chosen: dict[Place, list[Figure]] = {}

    def know(self, number: PrintedNumber) -> bool:
        """Say whether a number is a figure of its place, rounded to its decimals.

        Parameters
        ----------
        number : PrintedNumber
            From a page.

        Returns
        -------
        bool
        """
        if number.decimals and number.value in BAND_ENDS:
            return True
        place = number.place
        if place not in self._chosen:
            self._chosen[place] = self._choose(place)
        return any(number.value in printed_forms(figure.value, number.decimals) for figure in self._chosen[place])

    def _choose(self, place: Place) -> list[Figure]:
        """Choose the figures that may stand in a place: of its column, and of its row where that names any."""
        keys, unsur = keys_of(place.heading, place.sums), self._unsur.get(place.heading.rpartition(" / ")[2])
        column = [
            figure
            for figure in self._figures
            if (keys is None or figure.key in keys)
            and (unsur is None or unsur in figure.names)
            and (tells_history(place.heading) or not HISTORY & figure.names)
        ]
        if place.others:
            others = self._names(place.others)
            row = [figure for figure in column if not others & figure.names]
        else:
            own = self._names(place.row)
            is_unsur = bool(place.row & self._unsur.keys())
            row = [figure for figure in column if own & figure.names and not (is_unsur and GROUPS in figure.names)]
        return row or column

    def _names(self, words: frozenset[str]) -> set[str]:
        """Give the names in `hasil.json` of what a row is about: the unsur of its label, else the words and the unit's id."""
        unsur = {self._unsur[word] for word in words if word in self._unsur}
        return unsur or {*words, *(self._units[word] for word in words if word in self._units)}


def compare_tables(page: Path, hasil: Mapping[str, Any]) -> tuple[list[str], int]:
    """Compare the numbers in the tables of a page with the figures.

    Parameters
    ----------
    page : Path
        An HTML page.
    hasil : mapping
        Content of `hasil.json`.

    Returns
    -------
    list of str
        A sentence for each number that is no figure, in Indonesian.
    int
        How many numbers were compared.
    """
    figures, sentences, n = Figures(hasil), [], 0
    for number in read_table_numbers(page):
        place = number.place
        is_sum_of_choices = place.others and not number.decimals  # stands in the page alone
        is_answer = number.caption.endswith(ANSWERS) and not place.others  # a mean of sub-questions
        if is_sum_of_choices or is_answer or not (number.decimals or keys_of(place.heading)):
            continue
        n += 1
        if not figures.know(number):
            row = " ".join(sorted(place.row))
            sentences.append(f"{page.name}: {number.caption!r}, baris {row!r}: {number.written} bukan angka {HASIL}")
    return sentences, n


def figures_of(value: Any, names: frozenset[str] = frozenset(), key: str = "") -> Iterator[Figure]:
    """Lay the figures of a `hasil.json` flat.

    Parameters
    ----------
    value : any
        Its content, or a part of it.
    names : frozenset of str
        The keys above that part, and the words of the rows it stands in.
    key : str
        The last of these keys.

    Yields
    ------
    Figure
        In the order of the file.
    """
    if is_figure(value):
        number = exact_value(value) if isinstance(value, Mapping) else Fraction(value)
        if number is not None:
            yield Figure(key, names | {key}, number)
    elif isinstance(value, Mapping):
        words = (word for item in value.values() for word in (item if isinstance(item, list) else [item]))
        inner = names | {key} | {word for word in words if isinstance(word, str)}
        for name, item in value.items():
            yield from figures_of(item, inner, name)
    elif isinstance(value, list):
        for item in value:
            yield from figures_of(item, names, key)


@functools.cache
def printed_forms(
    value: Fraction, decimals: int, *, factors: tuple[int | Fraction, ...] = FACTORS
) -> frozenset[Fraction]:
    """Give what a figure may be printed as: rounded half up, without its sign.

    Parameters
    ----------
    value : Fraction
        The figure.
    decimals : int
        Digits behind the comma.
    factors : tuple of numbers
        As it is, in per cent, on the other scale.

    Returns
    -------
    frozenset of Fraction

    Examples
    --------
    >>> printed_forms(Fraction("-0.125"), 2, factors=(1,)) == {Fraction("0.13")}
    True
    """
    return frozenset(abs(round_half_up(factor * value, decimals)) for factor in factors)
