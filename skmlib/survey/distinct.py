"""Columns of text looked at cell by cell: what is written often, such as an answer, is looked at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

import pandas as pd

Given = TypeVar("Given")


def map_distinct(column: pd.Series, function: Callable[[str], Given]) -> pd.Series:
    """Apply a function to each cell, once for equal ones.

    Parameters
    ----------
    column : Series of str
        The cells.
    function : callable
        Gives the same for the same text.

    Returns
    -------
    Series
        On the same index and of the same name; a column without cells stays as it is.

    Examples
    --------
    >>> map_distinct(pd.Series(["4", " 4", "4"], index=[2, 3, 4]), str.strip).tolist()
    ['4', '4', '4']
    """
    cells = column.tolist()
    known = {cell: function(cell) for cell in set(cells)}
    dtype = None if cells else column.dtype
    return pd.Series([known[cell] for cell in cells], index=column.index, dtype=dtype, name=column.name)


def match_distinct(column: pd.Series, pattern: re.Pattern[str] | str) -> pd.Series:
    """Tell which cells are a pattern from end to end, without the blanks around them.

    Examples
    --------
    >>> match_distinct(pd.Series(["4 ", "empat", "4"]), r"[1-4]").tolist()
    [True, False, True]
    """
    compiled = re.compile(pattern)
    return map_distinct(column, lambda cell: compiled.fullmatch(cell.strip()) is not None).astype("bool")
