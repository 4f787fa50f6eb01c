"""Scores: from a tally to `nrr` of each unsur and the index of the unit.

`nrr` of an unsur is the sum of its answers / the number of answers given to it (1 to 4); a blank is not a zero.
`ni` is the sum of `nrr` x `bobot`, and `ikm` = 25 x `ni` (25 to 100). All three are exact fractions, rounded only for the
band and for display. An unsur that nobody answered leaves no index: the missing part cannot be guessed.
Intervals (`intervals.py`) are those of a random sample; an online form is not one, and the report says so.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from skmlib.survey.ikm_score import IkmScore as IkmScore  # what `score_ikm` gives
from skmlib.survey.intervals import Interval, linearised_variance, t_interval
from skmlib.survey.regulation import (
    BOBOT_EKSAK,
    IKM_PER_NI,
    KINERJA,
    SCALE_MAX,
    SCALE_MIN,
    UNSUR_NAMA,
    bobot_unsur,
    classify_mutu,
    limits_between,
)
from skmlib.survey.tally import Tally
from skmlib.survey.unsur_means import mean_columns, unsur_means

if TYPE_CHECKING:
    import pandas as pd

SCALE_LIMITS = (Fraction(SCALE_MIN), Fraction(SCALE_MAX))


def score_unsur(
    tally: Tally, *, bobot: Mapping[str, Fraction] | None = None, populasi: int | None = None
) -> pd.DataFrame:
    """Score each unsur by its mean answer.

    Parameters
    ----------
    tally : Tally
        Counts of validated responses, of a whole unit or of one group.
    bobot : mapping, optional
        Weight of each unsur; exactly 1/n by default.
    populasi : int, optional
        Number of users in the same unit or group, for the finite population correction.

    Returns
    -------
    DataFrame
        One row per unsur: `unsur` (ordered category), `n` (answers), `jumlah` (sum of answers), `nrr` (1 to 4), `bobot`,
        `nrr_tertimbang`, `ikm` (nrr x 25), `mutu`, `low` and `high` (1 to 4). An unsur without answers keeps its row with
        `n` 0; whatever is missing is None.

    Examples
    --------
    >>> from skmlib.survey.tally import tally_responses
    >>> import pandas as pd
    >>> tally = tally_responses(pd.DataFrame({"waktu": [3, 4], "biaya": [4, None]}), unsur=["waktu", "biaya"])
    >>> score_unsur(tally)[["unsur", "n", "nrr", "mutu"]].to_dict("list")
    {'unsur': ['waktu', 'biaya'], 'n': [2, 1], 'nrr': [Fraction(7, 2), Fraction(4, 1)], 'mutu': ['B', 'A']}
    """
    import pandas as pd  # loaded here: `skm tally` scores without it

    exact = unsur_columns(tally, bobot=bobot, populasi=populasi)
    columns = {name: pd.Series(values, dtype="object") for name, values in exact.items()}
    unsur = pd.Categorical(tally.unsur, categories=tally.unsur, ordered=True)
    return pd.DataFrame({"unsur": unsur, "n": tally.n, "jumlah": tally.jumlah, **columns})


def unsur_columns(
    tally: Tally, *, bobot: Mapping[str, Fraction] | None = None, populasi: int | None = None
) -> dict[str, list]:
    """Score each unsur without pandas.

    Parameters
    ----------
    tally, bobot, populasi
        As for `score_unsur`.

    Returns
    -------
    dict
        The columns of `score_unsur` that are computed, from `nrr` to `high`, each in the order of the tally's unsur.

    Examples
    --------
    >>> from skmlib.survey.tally import tally_patterns
    >>> import numpy as np
    >>> patterns, times = np.array([[3, 4], [4, 0]]), np.array([1, 1])
    >>> unsur_columns(tally_patterns(patterns, times, unsur=["waktu", "biaya"]))["nrr"]
    [Fraction(7, 2), Fraction(4, 1)]
    """
    weights = _weights(tally, bobot)
    means = mean_columns(tally)
    intervals = [_unsur_interval(tally, unsur, populasi) for unsur in tally.unsur]
    weighted = zip(means["nrr"], weights.values(), strict=True)
    return {
        "nrr": means["nrr"],
        "bobot": list(weights.values()),
        "nrr_tertimbang": [None if mean is None else mean * weight for mean, weight in weighted],
        "ikm": means["ikm"],
        "mutu": means["mutu"],
        "low": [None if interval is None else interval.low for interval in intervals],
        "high": [None if interval is None else interval.high for interval in intervals],
    }


def score_ikm(
    tally: Tally,
    *,
    bobot: Mapping[str, Fraction] | None = None,
    populasi: int | None = None,
    nama: Mapping[str, str] = UNSUR_NAMA,
) -> IkmScore:
    """Score a unit or group by its index, with a confidence interval.

    Parameters
    ----------
    tally : Tally
        Counts of validated responses.
    bobot : mapping, optional
        Weight of each unsur; exactly 1/n by default.
    populasi : int, optional
        Number of users in the same unit or group. The finite population correction is used when it is not exceeded.
    nama : mapping
        Name of each unsur in the report, for the reason.

    Returns
    -------
    IkmScore
        `reason` says why there is no index (an unsur that nobody answered) or no interval.

    Examples
    --------
    >>> from skmlib.survey.tally import tally_responses
    >>> import pandas as pd
    >>> tally = tally_responses(pd.DataFrame({"waktu": [3, 4], "biaya": [4, 4]}), unsur=["waktu", "biaya"])
    >>> score = score_ikm(tally)
    >>> score.ikm, score.mutu, score.limits_crossed
    (Fraction(375, 4), 'A', (Fraction(8831, 100), Fraction(7661, 100), Fraction(65, 1)))
    """
    weights = _weights(tally, bobot)
    ikm = ikm_value(tally, bobot=weights)
    if ikm is None:
        return IkmScore(tally.responden, populasi=populasi, reason=_no_ikm_reason(tally, nama))
    mutu = classify_mutu(ikm)
    score = IkmScore(tally.responden, ikm / IKM_PER_NI, ikm, mutu, KINERJA[mutu], populasi=populasi)
    reason, variance = _variance(tally, weights, populasi)
    if reason is not None:
        return dataclasses.replace(score, reason=reason)
    limits = tuple(sum(weights.values()) * end * IKM_PER_NI for end in SCALE_LIMITS)
    interval = t_interval(ikm, variance=variance * IKM_PER_NI**2, df=tally.responden - 1, limits=limits)
    crossed, fpc = limits_between(interval.low, interval.high), _is_within(tally, populasi)
    return dataclasses.replace(score, **dataclasses.asdict(interval), limits_crossed=crossed, fpc=fpc)


def ikm_value(tally: Tally, *, bobot: Mapping[str, Fraction] | None = None) -> Fraction | None:
    """Compute the index alone, without SciPy.

    Parameters
    ----------
    tally : Tally
        Counts of validated responses.
    bobot : mapping, optional
        Weight of each unsur; exactly 1/n by default.

    Returns
    -------
    Fraction or None
        On the scale 25 to 100; None when nobody answered one of the unsur.

    Examples
    --------
    >>> from skmlib.survey.tally import tally_responses
    >>> import pandas as pd
    >>> ikm_value(tally_responses(pd.DataFrame({"waktu": [3, 4]}), unsur=["waktu"]))
    Fraction(175, 2)
    """
    weights = _weights(tally, bobot)
    nrr = unsur_means(tally)
    if None in nrr.values():
        return None
    return sum((nrr[unsur] * weights[unsur] for unsur in tally.unsur), Fraction(0)) * IKM_PER_NI


def _weights(tally: Tally, bobot: Mapping[str, Fraction] | None) -> dict[str, Fraction]:
    """Give the weight of each unsur of the tally, in its order."""
    if bobot is None:
        return bobot_unsur(BOBOT_EKSAK, tally.unsur)
    if set(bobot) != set(tally.unsur):
        raise ValueError(f"bobot: found weights for {sorted(bobot)}, allowed is one for each of {sorted(tally.unsur)}.")
    return {unsur: bobot[unsur] for unsur in tally.unsur}


def _is_within(tally: Tally, populasi: int | None) -> bool:
    """Tell whether the population is known and not exceeded by the respondents."""
    return populasi is not None and tally.responden <= populasi


def _unsur_interval(tally: Tally, unsur: str, populasi: int | None) -> Interval | None:
    """Compute the interval of one unsur from its own answers."""
    n = int(tally.n[tally.unsur.index(unsur)])
    if n <= 1:
        return None
    variance = linearised_variance(tally, bobot={unsur: Fraction(1)}, n=n)
    if _is_within(tally, populasi):
        variance *= 1 - Fraction(n, populasi)
    return t_interval(unsur_means(tally)[unsur], variance=variance, df=n - 1, limits=SCALE_LIMITS) if variance else None


def _variance(tally: Tally, bobot: Mapping[str, Fraction], populasi: int | None) -> tuple[str | None, Fraction]:
    """Compute the variance of `ni`, or say why there is no interval."""
    if tally.responden == 1:
        return "Hanya ada satu responden, sehingga selang kepercayaan tidak dihitung.", Fraction(0)
    if tally.responden == populasi:
        return "Seluruh populasi menjadi responden, sehingga tidak ada galat penarikan sampel.", Fraction(0)
    variance = linearised_variance(tally, bobot=bobot, n=tally.responden)
    if variance == 0:
        return "Nilai responden tidak beragam, sehingga selang kepercayaan tidak dihitung.", variance
    return None, variance * (1 - Fraction(tally.responden, populasi)) if _is_within(tally, populasi) else variance


def _no_ikm_reason(tally: Tally, nama: Mapping[str, str]) -> str:
    """Say why there is no index."""
    if tally.responden == 0:
        return "Tidak ada responden."
    empty = [nama.get(unsur, unsur) for unsur, n in zip(tally.unsur, tally.n.tolist(), strict=True) if n == 0]
    return f"Tidak ada jawaban untuk unsur {', '.join(empty)}, sehingga IKM tidak dihitung."
