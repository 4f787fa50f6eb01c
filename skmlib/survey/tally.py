"""Tally: everything the scores need, as sums of whole numbers.

A tally holds how many respondents gave which answer to each unsur and, for intervals, correlations and alpha, the sums
and sums of products of each pair of unsur. Sums add: over files, units, periods and machines, in any order, so a score
computed from them is exact and does not depend on the order of the rows. A blank answer counts nowhere; a pair of unsur
counts the respondents who answered both. A second set counts only complete rows, where every unsur is answered.
Columns in: one per unsur, with 1 to 4 or missing. What comes out has no rows of persons any more.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from skmlib.survey.regulation import SCALE_MAX, SCALE_MIN

Whole = npt.NDArray[np.int64]
SCALE = range(SCALE_MIN, SCALE_MAX + 1)


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
        How many gave the answer 1, 2, 3, 4.
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

    def __post_init__(self) -> None:
        """Make the arrays read-only: a tally never changes."""
        for value in vars(self).values():
            if isinstance(value, np.ndarray):
                value.setflags(write=False)

    @property
    def n(self) -> Whole:
        """Answers to each unsur."""
        return self.counts.sum(axis=1)

    @property
    def jumlah(self) -> Whole:
        """Sum of the answers to each unsur."""
        return self.counts @ np.array(SCALE, dtype=np.int64)

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
        sums = {name: getattr(self, name) + getattr(other, name) for name in _sum_names()}
        return Tally(self.unsur, **sums)

    def __eq__(self, other: object) -> bool:
        """Compare unsur and every sum."""
        if not isinstance(other, Tally):
            return NotImplemented
        if self.unsur != other.unsur:
            return False
        return all(np.array_equal(getattr(self, name), getattr(other, name)) for name in _sum_names())

    __hash__ = None  # type: ignore[assignment]


def _sum_names() -> list[str]:
    """Name the fields of a tally that add."""
    return [field.name for field in dataclasses.fields(Tally) if field.name != "unsur"]


def tally_responses(responses: pd.DataFrame, *, unsur: Sequence[str]) -> Tally:
    """Tally validated responses.

    Parameters
    ----------
    responses : DataFrame
        One row per respondent with a column per unsur: 1 to 4, or missing for a blank.
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
    >>> responses = pd.DataFrame({"waktu": [3, 4, 4], "biaya": [4, None, 2]}, dtype="Int8")
    >>> tally = tally_responses(responses, unsur=["waktu", "biaya"])
    >>> tally.responden, tally.n.tolist(), tally.jumlah.tolist(), tally.complete_n
    (3, [3, 2], [11, 6], 2)
    """
    names = tuple(unsur)
    if not names or len(set(names)) != len(names):
        raise ValueError(f"tally_responses: found unsur {names}; give one name or more, each once.")
    answers, answered = _read_answers(responses, names)
    complete = answers[answered.all(axis=1)]
    given = answered.astype(np.int64)
    return Tally(
        unsur=names,
        responden=len(answers),
        counts=np.stack([(answers == nilai).sum(axis=0, dtype=np.int64) for nilai in SCALE], axis=1),
        pair_n=given.T @ given,
        pair_sums=answers.T @ given,
        pair_products=answers.T @ answers,
        complete_n=len(complete),
        complete_sums=complete.sum(axis=0, dtype=np.int64),
        complete_products=complete.T @ complete,
    )


def _read_answers(responses: pd.DataFrame, unsur: tuple[str, ...]) -> tuple[Whole, npt.NDArray[np.bool_]]:
    """Turn the answers into whole numbers, 0 where blank, and say where an answer was given."""
    values = responses[list(unsur)].to_numpy(dtype=np.float64, na_value=np.nan)
    answered = ~np.isnan(values)
    wrong = answered & ~np.isin(values, np.array(SCALE))
    if wrong.any():
        found = sorted({float(value) for value in values[wrong]})
        raise ValueError(f"tally_responses: found {found}, allowed are whole numbers from {SCALE_MIN} to {SCALE_MAX}.")
    return np.where(answered, values, 0).astype(np.int64), answered
