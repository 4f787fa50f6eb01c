"""Validity and reliability: whether the questions measure one thing, and how far they agree.

Validity of an unsur: the Pearson correlation of its answers with the respondents' totals (item-total) against the r table,
r = t / sqrt(df + t^2) with the two-sided t value at 5 % and df = n - 2. The total contains the unsur itself, which
flatters it; the corrected correlation with the rest of the total (item-rest) stands beside it. Reliability: Cronbach's
alpha = k / (k - 1) x (1 - sum of the variances of the unsur / variance of the totals). All over complete rows.
An unsur that everybody answers alike has no correlation: None with the reason, never NaN.
"""

from __future__ import annotations

import dataclasses
import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd

from skmlib.survey.intervals import t_quantile
from skmlib.survey.regulation import ALPHA_LIMIT
from skmlib.survey.tally import Tally

SMALLEST_N = 3
FEW_ROWS = "Tidak dapat dihitung: hanya {n} responden menjawab semua unsur."
ONE_UNSUR = "Tidak dapat dihitung: hanya ada satu unsur."
UNSUR_ALIKE = "Tidak dapat dihitung: semua responden memberi jawaban yang sama."
TOTAL_ALIKE = "Tidak dapat dihitung: jumlah jawaban semua responden sama."
REST_ALIKE = "Korelasi dengan unsur lain tidak dapat dihitung: jumlah jawaban untuk unsur lain sama."


@dataclasses.dataclass(frozen=True)
class Reliability:
    """Validity of each unsur and reliability of the questionnaire.

    Attributes
    ----------
    n : int
        Complete rows, which everything here rests on.
    r_tabel : float or None
        Correlation that a valid unsur exceeds; None below 3 complete rows.
    items : DataFrame
        One row per unsur: `unsur` (ordered category), `n`, `r_total`, `r_rest`, `valid` (bool), `alasan`; what cannot be
        computed is None.
    alpha : Fraction or None
        Cronbach's alpha, exact.
    ambang : Decimal or Fraction
        Smallest alpha that counts as reliable.
    is_reliable : bool or None
        Whether alpha reaches it.
    reason : str or None
        Why there is no alpha, in Indonesian.
    """

    n: int
    r_tabel: float | None
    items: pd.DataFrame
    alpha: Fraction | None
    ambang: Decimal | Fraction
    is_reliable: bool | None
    reason: str | None


def score_reliability(tally: Tally, *, ambang: Decimal | Fraction = ALPHA_LIMIT) -> Reliability:
    """Score validity and reliability over the complete rows of a tally.

    Parameters
    ----------
    tally : Tally
        Counts of validated responses.
    ambang : Decimal or Fraction
        Smallest alpha that counts as reliable.

    Returns
    -------
    Reliability

    Examples
    --------
    >>> from skmlib.survey.tally import tally_responses
    >>> responses = pd.DataFrame({"waktu": [1, 2, 3, 4], "biaya": [1, 2, 3, 4], "sarana": [4, 4, 4, 4]})
    >>> reliability = score_reliability(tally_responses(responses, unsur=list(responses)))
    >>> [r and f"{r:.2f}" for r in reliability.items["r_total"]], reliability.alpha
    (['1.00', '1.00', None], Fraction(3, 4))
    """
    n = tally.complete_n
    covariances = _scaled_covariances(tally)
    r_tabel = _r_tabel(n) if n >= SMALLEST_N else None
    alpha, reason = _alpha(covariances, n)
    return Reliability(
        n=n,
        r_tabel=r_tabel,
        items=_items(tally.unsur, covariances, n, r_tabel),
        alpha=alpha,
        ambang=ambang,
        is_reliable=None if alpha is None else alpha >= Fraction(ambang),
        reason=reason,
    )


def _scaled_covariances(tally: Tally) -> np.ndarray:
    """Compute the covariances of the unsur, times n (n - 1), as whole numbers of any size."""
    sums = tally.complete_sums.astype("object")
    return tally.complete_n * tally.complete_products.astype("object") - np.outer(sums, sums)


def _r_tabel(n: int) -> float:
    """Give the correlation that chance exceeds in 5 % of surveys with n respondents."""
    t = t_quantile(n - 2)
    return t / math.sqrt(n - 2 + t**2)


def _alpha(covariances: np.ndarray, n: int) -> tuple[Fraction | None, str | None]:
    """Compute Cronbach's alpha, or say why not."""
    k, total = len(covariances), covariances.sum()
    if n < SMALLEST_N:
        return None, FEW_ROWS.format(n=n)
    if k == 1:
        return None, ONE_UNSUR
    if total == 0:
        return None, TOTAL_ALIKE
    return Fraction(k, k - 1) * (1 - Fraction(covariances.trace(), total)), None


def _items(unsur: tuple[str, ...], covariances: np.ndarray, n: int, r_tabel: float | None) -> pd.DataFrame:
    """Compute the correlations of each unsur with the total and with the rest of the total."""
    variances, with_total, total = covariances.diagonal(), covariances.sum(axis=1), covariances.sum()
    pairs = list(zip(variances, with_total, strict=True))
    r_total = [_correlation(both, (own, total)) for own, both in pairs]
    r_rest = [_correlation(both - own, (own, total - 2 * both + own)) for own, both in pairs]
    alasan = [_item_reason(*item) for item in zip(variances, r_total, r_rest, strict=True)]
    if r_tabel is None:
        r_total = r_rest = [None] * len(unsur)
        alasan = [FEW_ROWS.format(n=n)] * len(unsur)
    valid = [None if r is None else r > r_tabel for r in r_total]
    columns = {"r_total": r_total, "r_rest": r_rest, "valid": valid, "alasan": alasan}
    objects = {name: pd.Series(values, dtype="object") for name, values in columns.items()}
    return pd.DataFrame({"unsur": pd.Categorical(unsur, categories=unsur, ordered=True), "n": n, **objects})


def _item_reason(variance: int, r_total: float | None, r_rest: float | None) -> str | None:
    """Say why an unsur lacks a correlation."""
    if variance == 0:
        return UNSUR_ALIKE
    if r_total is None:
        return TOTAL_ALIKE
    return REST_ALIKE if r_rest is None else None


def _correlation(covariance: int, variances: tuple[int, int]) -> float | None:
    """Divide a covariance by the standard deviations; None when one of them is 0."""
    product = variances[0] * variances[1]
    return None if product == 0 else covariance / math.sqrt(product)
