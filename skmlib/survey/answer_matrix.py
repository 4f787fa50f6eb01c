"""Answers as a matrix of whole numbers: a row per respondent, a column per unsur or sub-question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from skmlib.survey.regulation import SCALE_MAX, SCALE_MIN

if TYPE_CHECKING:
    import pandas as pd  # only for the annotations: `skm tally` counts without it

Whole = npt.NDArray[np.int64]
SCALE = range(SCALE_MIN, SCALE_MAX + 1)


def read_matrix(responses: pd.DataFrame, unsur: Sequence[str]) -> tuple[Whole, dict[str, list[int]]]:
    """Read validated answers.

    Parameters
    ----------
    responses : DataFrame
        One row per respondent, as for `tally_responses`.
    unsur : sequence of str
        What to read, in this order.

    Returns
    -------
    values : int64 array, respondents x columns
        The answers, 0 where blank.
    places : dict of str to list of int
        The columns of each unsur: its sub-questions, or its own.

    Raises
    ------
    ValueError
        When an answer is not a whole number from 1 to 4, or `unsur` is empty or repeats a name.

    Examples
    --------
    >>> import pandas as pd
    >>> responses = pd.DataFrame({"waktu": [3, None], "biaya.1": [4, 2], "biaya.2": [1, 1]})
    >>> values, places = read_matrix(responses, ["waktu", "biaya"])
    >>> values.tolist(), places
    ([[3, 4, 1], [0, 2, 1]], {'waktu': [0], 'biaya': [1, 2]})
    """
    names = tuple(unsur)
    if not names or len(set(names)) != len(names):
        raise ValueError(f"tally_responses: found unsur {names}; give one name or more, each once.")
    parts = {name: parts_of(responses, name) for name in names}
    columns = [column for name in names for column in parts[name]]
    places = {name: [columns.index(column) for column in parts[name]] for name in names}
    return _read_answers(responses, columns), places


def parts_of(responses: pd.DataFrame, unsur: str) -> tuple[str, ...]:
    """Name the columns of an unsur among validated responses: its sub-questions, or its own.

    Examples
    --------
    >>> import pandas as pd
    >>> parts_of(pd.DataFrame(columns=["waktu", "waktu.1", "waktu.2"]), "waktu")
    ('waktu.1', 'waktu.2')
    """
    parts = []
    while f"{unsur}.{len(parts) + 1}" in responses.columns:
        parts.append(f"{unsur}.{len(parts) + 1}")
    return tuple(parts) or (unsur,)


def _read_answers(responses: pd.DataFrame, columns: Sequence[str]) -> Whole:
    """Turn the answers into whole numbers, 0 where blank."""
    values = responses[list(columns)].to_numpy(dtype=np.float64, na_value=np.nan)
    answered = ~np.isnan(values)
    wrong = answered & ~np.isin(values, np.array(SCALE))
    if wrong.any():
        found = sorted({float(value) for value in values[wrong]})
        raise ValueError(f"tally_responses: found {found}, allowed are whole numbers from {SCALE_MIN} to {SCALE_MAX}.")
    return np.where(answered, values, 0).astype(np.int64)
