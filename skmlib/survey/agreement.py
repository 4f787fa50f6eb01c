"""Agreement of annotators: how far two or more people give the same comment the same label.

Percent agreement: comments that all who judged them labelled alike. Krippendorff's alpha (nominal) = 1 - observed / expected
disagreement. With m_u judgements of comment u, n_uc of them c, and n_c of all n judgements c, alpha = 1 - (n - 1) x sum over u
and c of n_uc (m_u - n_uc) / (m_u - 1) / (n^2 - sum of n_c^2), over comments judged by at least two. Its interval resamples
these comments; a resample with one label only has no alpha, is left out and counted. Cohen's kappa stands beside it for two
annotators. Columns in: `id_responden, anotator, sentimen, unsur`, blank where not judged. The unsur is compared where the
sentiment is substantive: a text that says nothing has none, and would agree by itself.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pandas as pd

from skmlib.survey.adjudication import KEPUTUSAN, Adjudication, adjudicate, find_differing, spread_labels
from skmlib.survey.comments import SENTIMEN, SUBSTANTIVE
from skmlib.survey.regulation import CONFIDENCE_LEVEL
from skmlib.survey.sentiment import GENERAL

RESAMPLES = 1000
SEED = 20170514
ONE_ANNOTATOR = "tidak dapat dihitung: hanya ada satu anotator."
NO_ANNOTATOR = "tidak dapat dihitung: belum ada komentar yang dinilai."
NOT_SHARED = "tidak dapat dihitung: tidak ada komentar yang dinilai oleh dua anotator atau lebih."
ONE_LABEL = "tidak dapat dihitung: semua penilaian memakai satu label yang sama, {label!r}."
ONE_COMMENT = "tidak dapat dihitung: hanya ada satu komentar yang dinilai bersama."
NOT_TWO = "tidak dapat dihitung: kappa Cohen hanya untuk dua anotator, di sini ada {n}."


@dataclasses.dataclass(frozen=True)
class Agreement:
    """Agreement on one kind of label.

    Attributes
    ----------
    label : str
        `"sentimen"` or `"unsur"`.
    dinilai : dict
        Comments that each annotator judged, by name, in alphabetical order.
    n, sepakat : int
        Comments judged by at least two, and those on which all who judged them gave the same label.
    persen : Fraction or None
        `sepakat` of `n`, 0 to 100.
    alpha, low, high : float or None
        Krippendorff's alpha and its bootstrap interval.
    kappa : Fraction or None
        Cohen's kappa, exact.
    matrix : DataFrame or None
        For two annotators, how many comments the first gave the row's label and the second the column's.
    ulangan, ulangan_dipakai : int
        Resamples drawn, and those that had an alpha.
    level : Fraction
        Level of the interval.
    reason, interval_reason, kappa_reason : str or None
        Why there is no alpha, no interval, no kappa, in Indonesian.
    """

    label: str
    dinilai: dict[str, int]
    n: int
    sepakat: int
    persen: Fraction | None
    alpha: float | None = None
    low: float | None = None
    high: float | None = None
    kappa: Fraction | None = None
    matrix: pd.DataFrame | None = None
    ulangan: int = 0
    ulangan_dipakai: int = 0
    level: Fraction = CONFIDENCE_LEVEL
    reason: str | None = None
    interval_reason: str | None = None
    kappa_reason: str | None = None


@dataclasses.dataclass(frozen=True)
class AnnotatorAgreement:
    """Agreement of the annotators of a survey, and what was decided.

    Attributes
    ----------
    sentimen, unsur : Agreement
        On either kind of label.
    adjudication : Adjudication
        The final labels and the disagreements.
    seed : int
        Of the resampling.
    """

    sentimen: Agreement
    unsur: Agreement
    adjudication: Adjudication
    seed: int


def summarise_agreement(
    annotations: pd.DataFrame, *, unsur: Sequence[str], ulangan: int = RESAMPLES, seed: int = SEED
) -> AnnotatorAgreement:
    """Measure the agreement on the sentiment and on the unsur, and decide the labels.

    Parameters
    ----------
    annotations : DataFrame
        One row per comment and annotator; rows of `keputusan` are no judgement of an annotator.
    unsur : sequence of str
        Unsur of the survey, in order.
    ulangan : int
        Resamples for the interval.
    seed : int
        Of the resampling.

    Returns
    -------
    AnnotatorAgreement

    Raises
    ------
    ValueError
        When an annotator judged a comment twice.

    Examples
    --------
    >>> annotations = pd.DataFrame(
    ...     {
    ...         "id_responden": ["a", "a", "b", "b"],
    ...         "anotator": ["ani", "budi", "ani", "budi"],
    ...         "sentimen": ["positif", "positif", "negatif", "netral"],
    ...         "unsur": ["", "", "waktu", ""],
    ...     }
    ... )
    >>> agreement = summarise_agreement(annotations, unsur=["waktu"]).sentimen
    >>> agreement.n, agreement.persen, agreement.kappa, f"{agreement.alpha:.2f}"
    (2, Fraction(50, 1), Fraction(1, 3), '0.40')
    """
    people = annotations[annotations["anotator"] != KEPUTUSAN]
    says_something = people[people["sentimen"].isin(SUBSTANTIVE)]
    frames = {
        "sentimen": (spread_labels(people, "sentimen"), SENTIMEN),
        "unsur": (spread_labels(says_something, "unsur"), (*unsur, GENERAL)),
    }
    found = {name: _measure(name, labels, order, (ulangan, seed)) for name, (labels, order) in frames.items()}
    return AnnotatorAgreement(**found, adjudication=adjudicate(annotations), seed=seed)


def _measure(name: str, labels: pd.DataFrame, order: Sequence[str], drawing: tuple[int, int]) -> Agreement:
    """Measure the agreement on one kind of label; `drawing` is the number of resamples and the seed."""
    shared = labels[labels.notna().sum(axis=1) >= 2]
    sepakat = len(shared) - int(find_differing(shared).sum())
    found = Agreement(
        label=name,
        dinilai={anotator: int(n) for anotator, n in labels.notna().sum().items() if n},
        n=len(shared),
        sepakat=sepakat,
        persen=Fraction(100 * sepakat, len(shared)) if len(shared) else None,
    )
    if len(found.dinilai) < 2 or shared.empty:
        reason = (NO_ANNOTATOR, ONE_ANNOTATOR)[len(found.dinilai)] if len(found.dinilai) < 2 else NOT_SHARED
        return dataclasses.replace(found, reason=reason, interval_reason=reason, kappa_reason=reason)
    cells = shared.to_numpy()
    counts = np.stack([(cells == label).sum(axis=1) for label in order], axis=1)
    return dataclasses.replace(found, **_alpha(counts, order, drawing), **_kappa(shared[list(found.dinilai)], order))


def _alpha(counts: np.ndarray, order: Sequence[str], drawing: tuple[int, int]) -> dict[str, object]:
    """Compute alpha from how often each label was given to each comment, and its interval, or say why not."""
    import krippendorff  # loaded here: `skm check` runs without it

    used = counts.sum(axis=0).nonzero()[0]
    if len(used) == 1:
        reason = ONE_LABEL.format(label=order[used[0]])
        return {"reason": reason, "interval_reason": reason}
    alpha = float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))
    if len(counts) == 1:
        return {"alpha": alpha, "interval_reason": ONE_COMMENT}
    drawn = _resampled_alphas(counts, *drawing)
    tail = float((1 - CONFIDENCE_LEVEL) / 2)
    low, high = np.quantile(drawn, [tail, 1 - tail])
    return {
        "alpha": alpha,
        "low": float(low),
        "high": float(high),
        "ulangan": drawing[0],
        "ulangan_dipakai": len(drawn),
    }


def _resampled_alphas(counts: np.ndarray, ulangan: int, seed: int) -> np.ndarray:
    """Compute alpha for resampled comments, without those resamples that have one label only."""
    judged = counts.sum(axis=1)
    disagreement = (counts * (judged[:, None] - counts)).sum(axis=1) / (judged - 1)
    times = np.random.default_rng(seed).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=ulangan)
    totals = times @ counts
    n = totals.sum(axis=1)
    unequal = n**2 - (totals**2).sum(axis=1)
    defined = unequal > 0
    return 1 - (n[defined] - 1) * (times[defined] @ disagreement) / unequal[defined]


def _kappa(shared: pd.DataFrame, order: Sequence[str]) -> dict[str, object]:
    """Compute Cohen's kappa, exact, and the matrix of the labels of two annotators, or say why not."""
    if shared.shape[1] != 2:
        return {"kappa_reason": NOT_TWO.format(n=shared.shape[1])}
    pairs = [[order.index(label) for label in shared[anotator]] for anotator in shared]
    counted = np.zeros((len(order), len(order)), dtype="int64")
    np.add.at(counted, tuple(pairs), 1)
    rows, columns = (pd.CategoricalIndex(order, order, ordered=True, name=anotator) for anotator in shared)
    matrix = pd.DataFrame(counted, index=rows, columns=columns)
    n, alike = len(shared), int(counted.trace())
    by_chance = int(counted.sum(axis=1) @ counted.sum(axis=0))
    if by_chance == n**2:
        return {"matrix": matrix, "kappa_reason": ONE_LABEL.format(label=order[pairs[0][0]])}
    return {"matrix": matrix, "kappa": Fraction(n * alike - by_chance, n**2 - by_chance)}
