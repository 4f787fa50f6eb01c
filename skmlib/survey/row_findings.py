"""A finding about rows: how many, what of them, which they are, and the index without them where it may be told."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd

from skmlib.problems import Finding, name_rows
from skmlib.survey.responses import Responses


def row_finding(
    jenis: str,
    what: str,
    rows: pd.Series,
    responses: Responses,
    without: Fraction | None = None,
    *,
    is_of_groups: bool = False,
) -> Finding:
    """Make a finding that says how many rows, what of them, and which.

    Parameters
    ----------
    jenis, what : str
        Kind of finding; what is said of the rows.
    rows : Series of bool
        The valid rows it concerns.
    responses : Responses
        Whose rows they are.
    without : Fraction, optional
        The index without them.
    is_of_groups : bool
        Whether it says to which groups the rows belong. Then the sentence, which is published, names no row: another
        finding may say what that row answered.

    Returns
    -------
    Finding
    """
    baris = tuple(int(row) for row in responses.valid.loc[rows, "baris"])
    text = f"{len(baris)} baris {what}." if is_of_groups else f"{len(baris)} baris {what} ({name_rows(baris)})."
    return Finding(jenis, responses.berkas, text, len(baris), baris, without)
