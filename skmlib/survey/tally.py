"""Tally: everything the scores need, as sums of whole numbers.

A tally holds how many respondents gave which answer to each unsur and, for intervals, correlations and alpha, the sums
and sums of products of each pair of unsur. Sums add: over files, units, periods and machines, in any order, so a score
computed from them is exact and does not depend on the order of the rows. A blank answer counts nowhere; a pair of unsur
counts the respondents who answered both. A second set counts only complete rows, where every unsur is answered.
An unsur asked in several sub-questions is the mean of those that a respondent answered; all sums are then multiplied by
`skala`, the least common multiple of the numbers of sub-questions, so that they stay whole.
Columns in: one per unsur, with 1 to 4 or missing, and one per sub-question (`waktu.1`, `waktu.2`) where there are any.
What comes out has no rows of persons any more.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from skmlib.survey.answer_matrix import SCALE, Whole, read_matrix

if TYPE_CHECKING:
    import pandas as pd  # only for the annotations: `skm tally` counts without it

SUM_DEGREES = {"pair_sums": 1, "pair_products": 2, "complete_sums": 1, "complete_products": 2}


@dataclasses.dataclass(frozen=True, eq=False)
class Tally:
    """Counts and sums over the respondents of a unit or of one group.

    Attributes
    ----------
    unsur : tuple of str
        The unsur, in the order of every axis below.
    responden : int
        Rows counted.
    counts : int64 array, unsur x answer
        How many gave the answer 1, 2, 3, 4; where an unsur has sub-questions, how many answers to all of them.
    pair_n : int64 array, unsur x unsur
        How many answered both.
    pair_sums : int64 array, unsur x unsur
        Sum of the answers to the row's unsur, over those who answered both.
    pair_products : int64 array, unsur x unsur
        Sum of the products of both answers, over those who answered both.
    complete_n : int
        Complete rows.
    complete_sums : int64 array, unsur
        Sum of the answers in complete rows.
    complete_products : int64 array, unsur x unsur
        Sum of the products of both answers in complete rows.
    skala : int
        Every sum of answers is multiplied by it, every sum of products by its square; 1 without sub-questions.
    """

    unsur: tuple[str, ...]
    responden: int
    counts: Whole
    pair_n: Whole
    pair_sums: Whole
    pair_products: Whole
    complete_n: int
    complete_sums: Whole
    complete_products: Whole
    skala: int = 1

    def __post_init__(self) -> None:
        """Make the arrays read-only: a tally never changes."""
        for value in vars(self).values():
            if isinstance(value, np.ndarray):
                value.setflags(write=False)

    @property
    def n(self) -> Whole:
        """Respondents who answered each unsur."""
        return self.pair_n.diagonal()

    @property
    def jumlah(self) -> Whole:
        """Sum of the answers to each unsur: whole numbers, or fractions where there are sub-questions."""
        sums = self.pair_sums.diagonal()
        if self.skala == 1:
            return sums
        return np.array([Fraction(total, self.skala) for total in sums.tolist()], dtype="object")

    @property
    def kosong(self) -> Whole:
        """Respondents who left each unsur blank."""
        return self.responden - self.n

    def __add__(self, other: Tally) -> Tally:
        """Combine with the tally of other respondents to the same unsur."""
        if not isinstance(other, Tally):
            return NotImplemented
        if self.unsur != other.unsur:
            raise ValueError(f"Tally: found unsur {other.unsur}, allowed are {self.unsur}; only the same unsur add.")
        skala = math.lcm(self.skala, other.skala)
        one, two = self.scaled(skala), other.scaled(skala)
        sums = {name: getattr(one, name) + getattr(two, name) for name in _sum_names()}
        return Tally(self.unsur, **sums, skala=skala)

    def __eq__(self, other: object) -> bool:
        """Compare unsur and every sum."""
        if not isinstance(other, Tally):
            return NotImplemented
        if self.unsur != other.unsur:
            return False
        skala = math.lcm(self.skala, other.skala)
        one, two = self.scaled(skala), other.scaled(skala)
        return all(np.array_equal(getattr(one, name), getattr(two, name)) for name in _sum_names())

    __hash__ = None  # type: ignore[assignment]

    def scaled(self, skala: int) -> Tally:
        """Bring the sums to a multiple of the scale they have."""
        factor, rest = divmod(skala, self.skala)
        if rest:
            raise ValueError(f"Tally: found skala {skala}, allowed are multiples of {self.skala}.")
        sums = {name: getattr(self, name) * factor**degree for name, degree in SUM_DEGREES.items()}
        return dataclasses.replace(self, **sums, skala=skala)


def _sum_names() -> list[str]:
    """Name the fields of a tally that add."""
    return [field.name for field in dataclasses.fields(Tally) if field.name not in ("unsur", "skala")]


def tally_responses(responses: pd.DataFrame, *, unsur: Sequence[str]) -> Tally:
    """Tally validated responses.

    Parameters
    ----------
    responses : DataFrame
        One row per respondent with a column per unsur: 1 to 4, or missing for a blank. An unsur with sub-questions has a column
        for each of them (`waktu.1`, `waktu.2`); its own column is then not read.
    unsur : sequence of str
        The columns to tally, in this order.

    Returns
    -------
    Tally

    Raises
    ------
    ValueError
        When an answer is not a whole number from 1 to 4, or `unsur` is empty or repeats a name.

    Examples
    --------
    >>> import pandas as pd
    >>> responses = pd.DataFrame({"waktu": [3, 4, 4], "biaya": [4, None, 2]}, dtype="Int8")
    >>> tally = tally_responses(responses, unsur=["waktu", "biaya"])
    >>> tally.responden, tally.n.tolist(), tally.jumlah.tolist(), tally.complete_n
    (3, [3, 2], [11, 6], 2)
    >>> parts = pd.DataFrame({"waktu.1": [3, 4], "waktu.2": [4, None]})
    >>> tally_responses(parts, unsur=["waktu"]).jumlah.tolist()
    [Fraction(15, 2)]
    """
    return tally_matrix(*read_matrix(responses, unsur))


def tally_matrix(values: Whole, places: Mapping[str, Sequence[int]]) -> Tally:
    """Tally answers that are read into a matrix.

    Parameters
    ----------
    values : int64 array, respondents x columns
        From `read_matrix`, all rows or some of them.
    places : mapping of str to sequence of int
        The columns of each unsur, from there too.

    Returns
    -------
    Tally
    """
    return _add_up(values, np.ones(len(values), dtype=np.int64), places)


def tally_patterns(patterns: Whole, times: Whole, *, unsur: Sequence[str]) -> Tally:
    """Tally rows of answers that are told once, with how many respondents gave them.

    Parameters
    ----------
    patterns : int64 array, rows x unsur
        Answers 1 to 4, 0 for a blank.
    times : int64 array
        How many respondents gave the answers of each row.
    unsur : sequence of str
        The unsur of the columns.

    Returns
    -------
    Tally
        The same as of each row as often as it counts.

    Examples
    --------
    >>> tally_patterns(np.array([[3, 4], [4, 0]]), np.array([2, 5]), unsur=["waktu", "biaya"]).jumlah.tolist()
    [26, 8]
    """
    return _add_up(patterns, times, {name: [place] for place, name in enumerate(unsur)})


def _add_up(values: Whole, times: Whole, places: Mapping[str, Sequence[int]]) -> Tally:
    """Sum answers (0 where blank), each row as often as it counts, over the columns of each unsur."""
    skala = math.lcm(*(k for own in places.values() for k in range(1, len(own) + 1)))
    answers = values if skala == 1 else np.stack([_means(values[:, own], skala) for own in places.values()], axis=1)
    given = (answers > 0).astype(np.int64)
    complete = answers * given.all(axis=1, keepdims=True)
    often = times[:, np.newaxis]
    counts = np.stack([times @ (values == nilai) for nilai in SCALE], axis=1)
    return Tally(
        unsur=tuple(places),
        responden=int(times.sum()),
        counts=np.stack([counts[own].sum(axis=0) for own in places.values()]),
        pair_n=given.T @ (given * often),
        pair_sums=answers.T @ (given * often),
        pair_products=answers.T @ (answers * often),
        complete_n=int(times @ given.all(axis=1)),
        complete_sums=times @ complete,
        complete_products=complete.T @ (complete * often),
        skala=skala,
    )


def _means(answers: Whole, skala: int) -> Whole:
    """Give the mean of the sub-questions that each respondent answered, times the scale; 0 where none was answered."""
    return answers.sum(axis=1) * (skala // np.maximum((answers > 0).sum(axis=1), 1))
