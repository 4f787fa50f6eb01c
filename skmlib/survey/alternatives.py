"""The index seen otherwise: under the weights that official forms print, and as the share of low answers.

A form that prints the weight as 0.11 or 0.111 does not give the exact index; the report prints what the difference is. A
mean hides how many were dissatisfied; the two lowest answers are counted beside it.
"""

from __future__ import annotations

from fractions import Fraction

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.survey.headline import Strata, mean_ikm
from skmlib.survey.regulation import (
    BOBOT_EKSAK,
    BOBOT_RESMI,
    LOW_ANSWERS,
    SCALE_MIN,
    UNSUR,
    bobot_unsur,
    classify_mutu,
)
from skmlib.survey.tally import Tally


def score_alternatives(strata: Strata, parameters: Parameters) -> pd.DataFrame:
    """Compute the index under each named weight that fits the unsur, and the one of the report.

    Parameters
    ----------
    strata : mapping
        What the unit's index is the mean of.
    parameters : Parameters
        Of the report: its weight.

    Returns
    -------
    DataFrame
        One row per weight: `bobot`, `ikm` (25 to 100), `mutu`, `selisih` (against exact).
    """
    options = {BOBOT_EKSAK: bobot_unsur(BOBOT_EKSAK, parameters.unsur)}
    if set(parameters.unsur) == set(UNSUR):
        options |= {name: bobot_unsur(name, parameters.unsur) for name in BOBOT_RESMI}
    options.setdefault(parameters.nama_bobot, parameters.bobot)
    values = {name: mean_ikm(strata, bobot=bobot) for name, bobot in options.items()}
    exact = values[BOBOT_EKSAK]
    rows = [
        (name, ikm, None if ikm is None else classify_mutu(ikm), None if ikm is None else ikm - exact)
        for name, ikm in values.items()
    ]
    return pd.DataFrame(rows, columns=["bobot", "ikm", "mutu", "selisih"], dtype="object")


def count_low_answers(tally: Tally) -> pd.DataFrame:
    """Count the two lowest answers to each unsur.

    Parameters
    ----------
    tally : Tally
        Counts of the valid rows.

    Returns
    -------
    DataFrame
        One row per unsur: `unsur`, `n`, `dari` (answers to it, to all its sub-questions), `persen` of them.
    """
    low = tally.counts[:, [nilai - SCALE_MIN for nilai in LOW_ANSWERS]].sum(axis=1).tolist()
    given = tally.counts.sum(axis=1).tolist()
    persen = [Fraction(100 * few, n) if n else None for few, n in zip(low, given, strict=True)]
    return pd.DataFrame({"unsur": tally.unsur, "n": low, "dari": given, "persen": pd.Series(persen, dtype="object")})
