"""Importance and performance: which unsur matter most to the users, beside how they were rated.

Importance is known only where it was asked. Stated (`dinyatakan`): the mean of the answers on how important an unsur is.
Derived (`turunan`): the Pearson correlation of the answers to an unsur with those to one question on overall satisfaction, over
the respondents who answered both; never with a mean or sum that contains the unsur, which would measure the unsur by itself.
Performance is the `nrr`. Each unsur is put against the mean importance and the mean performance of the unsur that have both;
a value at the mean belongs to the upper side. The quadrants order the attention, they prove no cause.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
import pandas as pd

DINYATAKAN = "dinyatakan"
TURUNAN = "turunan"
QUADRANTS = {
    (True, False): "prioritas utama",
    (True, True): "pertahankan",
    (False, False): "prioritas rendah",
    (False, True): "berlebihan",
}
KUADRAN = tuple(QUADRANTS.values())
SMALLEST_N = 3
NOT_ASKED = "Tidak dapat dihitung: kepentingan unsur ini tidak ditanyakan."
NO_ANSWER = "Tidak dapat dihitung: tidak ada jawaban tentang kepentingan unsur ini."
NO_SCORE = "Tidak dapat dihitung: tidak ada jawaban untuk unsur ini."
FEW_PAIRS = "Tidak dapat dihitung: hanya {n} responden menjawab unsur ini dan pertanyaan kepuasan menyeluruh."
UNSUR_ALIKE = "Tidak dapat dihitung: semua responden memberi jawaban yang sama untuk unsur ini."
OVERALL_ALIKE = "Tidak dapat dihitung: semua responden memberi jawaban yang sama untuk pertanyaan kepuasan menyeluruh."


@dataclasses.dataclass(frozen=True)
class Importance:
    """Importance and performance of the unsur.

    Attributes
    ----------
    jenis : str
        `"dinyatakan"` or `"turunan"`.
    unsur : DataFrame
        One row per unsur: `unsur` (ordered category), `n` (answers or pairs of answers), `kepentingan` (Fraction when stated,
        float when derived), `kinerja` (nrr, 1 to 4), `kuadran` (one of `KUADRAN`), `alasan`; None where not computed.
    rata_kepentingan, rata_kinerja : Fraction, float or None
        The lines between the quadrants; None when no unsur has both values.
    """

    jenis: str
    unsur: pd.DataFrame
    rata_kepentingan: Fraction | float | None
    rata_kinerja: Fraction | None

    def in_quadrant(self, kuadran: str) -> tuple[str, ...]:
        """Name the unsur of a quadrant, in the order of the unsur."""
        return tuple(self.unsur.loc[self.unsur["kuadran"] == kuadran, "unsur"])


def score_stated_importance(
    responses: pd.DataFrame, scores: pd.DataFrame, *, pertanyaan: Mapping[str, str]
) -> Importance:
    """Score the importance that respondents stated.

    Parameters
    ----------
    responses : DataFrame
        Valid responses with a column of answers for each question on importance.
    scores : DataFrame
        From `score_unsur`.
    pertanyaan : mapping
        The column with the importance of each unsur; an unsur that was not asked about is left out.

    Returns
    -------
    Importance

    Examples
    --------
    >>> responses = pd.DataFrame({"penting_waktu": [4, 4, 3], "penting_biaya": [2, 3, None]})
    >>> scores = pd.DataFrame({"unsur": ["waktu", "biaya"], "nrr": [Fraction(3), Fraction(4)]})
    >>> asked = {"waktu": "penting_waktu", "biaya": "penting_biaya"}
    >>> score_stated_importance(responses, scores, pertanyaan=asked).unsur["kuadran"].tolist()
    ['prioritas utama', 'berlebihan']
    """
    found = {unsur: _stated(responses, pertanyaan.get(unsur)) for unsur in scores["unsur"]}
    return _arrange(DINYATAKAN, scores, found)


def score_derived_importance(responses: pd.DataFrame, scores: pd.DataFrame, *, kepuasan: str) -> Importance:
    """Derive the importance of each unsur from one question on overall satisfaction.

    Parameters
    ----------
    responses : DataFrame
        Valid responses with a column per unsur and one for overall satisfaction.
    scores : DataFrame
        From `score_unsur`.
    kepuasan : str
        The column of the one question.

    Returns
    -------
    Importance

    Raises
    ------
    ValueError
        When the question is one of the unsur, or its values are no answers to one question but a mean or sum of the unsur.

    Examples
    --------
    >>> responses = pd.DataFrame({"waktu": [1, 2, 3, 4], "biaya": [4, 3, 4, 4], "puas": [1, 3, 3, 4]})
    >>> scores = pd.DataFrame({"unsur": ["waktu", "biaya"], "nrr": [Fraction(5, 2), Fraction(15, 4)]})
    >>> [f"{r:.2f}" for r in score_derived_importance(responses, scores, kepuasan="puas").unsur["kepentingan"]]
    ['0.92', '-0.13']
    """
    unsur = list(scores["unsur"])
    if kepuasan in unsur:
        raise ValueError(f"score_derived_importance: found {kepuasan!r}, an unsur; give a question outside the index.")
    overall, answers = _numbers(responses[kepuasan]), {name: _numbers(responses[name]) for name in unsur}
    _refuse_means(overall, answers, kepuasan)
    return _arrange(TURUNAN, scores, {name: _derived(values, overall) for name, values in answers.items()})


def _numbers(values: pd.Series) -> np.ndarray:
    """Turn answers into floats, NaN where blank."""
    return values.astype("Float64").to_numpy(dtype=np.float64, na_value=np.nan)


def _refuse_means(overall: np.ndarray, answers: Mapping[str, np.ndarray], kepuasan: str) -> None:
    """Refuse a question that is in truth computed from the unsur: fractions, or the sum of the answers of every row."""
    known = overall[~np.isnan(overall)]
    total = sum(answers.values())
    both = ~np.isnan(overall) & ~np.isnan(total)
    is_sum = len(answers) > 1 and both.any() and (overall[both] == total[both]).all()
    if is_sum or (known % 1 != 0).any():
        raise ValueError(
            f"score_derived_importance: found a mean or sum in {kepuasan!r}, allowed are whole answers to one question; a mean "
            "that contains the unsur measures the unsur by itself."
        )


def _stated(responses: pd.DataFrame, column: str | None) -> tuple[int, Fraction | None, str | None]:
    """Compute the mean importance of one unsur, or say why not."""
    if column is None:
        return 0, None, NOT_ASKED
    given = responses[column].dropna().tolist()
    return (len(given), sum(map(Fraction, given)) / len(given), None) if given else (0, None, NO_ANSWER)


def _derived(values: np.ndarray, overall: np.ndarray) -> tuple[int, float | None, str | None]:
    """Compute the correlation of one unsur with overall satisfaction, or say why not."""
    both = ~np.isnan(values) & ~np.isnan(overall)
    x, y, n = values[both], overall[both], int(both.sum())
    if n < SMALLEST_N:
        return n, None, FEW_PAIRS.format(n=n)
    if x.min() == x.max():
        return n, None, UNSUR_ALIKE
    if y.min() == y.max():
        return n, None, OVERALL_ALIKE
    sums = [n * math.fsum(a * b) - math.fsum(a) * math.fsum(b) for a, b in ((x, y), (x, x), (y, y))]
    return n, sums[0] / math.sqrt(sums[1] * sums[2]), None


def _arrange(jenis: str, scores: pd.DataFrame, found: Mapping[str, tuple]) -> Importance:
    """Put every unsur into its quadrant."""
    n, importance, reasons = (list(column) for column in zip(*found.values(), strict=True))
    nrr = [None if pd.isna(value) else value for value in scores["nrr"]]
    reasons = [NO_SCORE if value is None else reason for value, reason in zip(nrr, reasons, strict=True)]
    pairs = [(a, b) for a, b in zip(importance, nrr, strict=True) if a is not None and b is not None]
    middle = tuple(_mean(column) for column in zip(*pairs, strict=True)) if pairs else (None, None)
    kuadran = [
        None if a is None or b is None else QUADRANTS[Fraction(a) >= middle[0], b >= middle[1]]
        for a, b in zip(importance, nrr, strict=True)
    ]
    columns = {"kepentingan": importance, "kinerja": nrr, "kuadran": kuadran, "alasan": reasons}
    objects = {name: pd.Series(values, dtype="object") for name, values in columns.items()}
    unsur = pd.Categorical(list(found), categories=list(found), ordered=True)
    line = float(middle[0]) if pairs and jenis == TURUNAN else middle[0]
    return Importance(jenis, pd.DataFrame({"unsur": unsur, "n": n, **objects}), line, middle[1])


def _mean(values: Sequence[Fraction | float]) -> Fraction:
    """Compute a mean exactly, so that equal values lie at it."""
    return sum(map(Fraction, values), Fraction(0)) / len(values)
