"""The mean answer to each unsur, and the band it falls into: all that a score of an unsur rests on."""

from __future__ import annotations

from fractions import Fraction

from skmlib.survey.regulation import IKM_PER_NI, classify_mutu
from skmlib.survey.tally import Tally


def unsur_means(tally: Tally) -> dict[str, Fraction | None]:
    """Compute the mean answer to each unsur.

    Parameters
    ----------
    tally : Tally
        Counts of validated responses.

    Returns
    -------
    dict
        From 1 to 4, exact; None where nobody answered.

    Examples
    --------
    >>> from skmlib.survey.tally import tally_responses
    >>> import pandas as pd
    >>> unsur_means(tally_responses(pd.DataFrame({"waktu": [3, 4], "biaya": [None, None]}), unsur=["waktu", "biaya"]))
    {'waktu': Fraction(7, 2), 'biaya': None}
    """
    sums = zip(tally.unsur, tally.jumlah.tolist(), tally.n.tolist(), strict=True)
    return {unsur: Fraction(jumlah) / n if n else None for unsur, jumlah, n in sums}


def mean_columns(tally: Tally) -> dict[str, list]:
    """Score each unsur without weights and intervals.

    Parameters
    ----------
    tally : Tally
        Counts of validated responses.

    Returns
    -------
    dict
        The columns `nrr`, `ikm` and `mutu` of `score_unsur`, each in the order of the tally's unsur.

    Examples
    --------
    >>> from skmlib.survey.tally import tally_responses
    >>> import pandas as pd
    >>> mean_columns(tally_responses(pd.DataFrame({"waktu": [3, 4]}), unsur=["waktu"]))
    {'nrr': [Fraction(7, 2)], 'ikm': [Fraction(175, 2)], 'mutu': ['B']}
    """
    nrr = list(unsur_means(tally).values())
    ikm = [None if mean is None else mean * IKM_PER_NI for mean in nrr]
    return {"nrr": nrr, "ikm": ikm, "mutu": [None if score is None else classify_mutu(score) for score in ikm]}
