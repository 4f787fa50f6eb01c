"""Contradictions: comments whose sentiment does not fit the answers of the same respondent.

A negative comment on an unsur that its author answered with the best answer, or a positive one on an unsur answered with one
of the two lowest, is worth a second look: the answer may be a slip, the form may pre-select answers, the label may be wrong.
A general comment is set against the mean of the respondent's answers. Nothing is changed or left out because of it.
Comments in (`baris, id_responden, sentimen, unsur`) and valid responses (a column per unsur); counts and rows to look at out.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import pandas as pd

from skmlib.survey.regulation import LOW_ANSWERS
from skmlib.survey.sentiment import GENERAL

HIGH_LIMIT = 3.5
LOW_LIMIT = float(max(LOW_ANSWERS))
NEGATIF_TINGGI = "negatif_nilai_tinggi"
POSITIF_RENDAH = "positif_nilai_rendah"
ROW_COLUMNS = ("baris", "id_responden", "unsur", "sentimen", "nilai")
TINY = 1e-9  # a mean of thirds is not exact in binary


@dataclasses.dataclass(frozen=True)
class Contradictions:
    """Comments against the answers of their authors.

    Attributes
    ----------
    per_unsur : DataFrame
        One row per unsur and one for general comments (`umum`), in order: `unsur` (category), `negatif` and `positif`
        (comments compared), `negatif_nilai_tinggi`, `positif_nilai_rendah` (those that contradict), `tanpa_nilai`
        (positive and negative comments whose author left the unsur blank, so that there is nothing to compare).
    rows : DataFrame
        One row per contradiction, in the order of the export: `baris`, `id_responden`, `unsur` (with `umum`), `sentimen`,
        `nilai` (the answer, or the mean answer of the respondent).
    """

    per_unsur: pd.DataFrame
    rows: pd.DataFrame

    @property
    def n(self) -> int:
        """Comments that contradict."""
        return len(self.rows)


def find_contradictions(comments: pd.DataFrame, responses: pd.DataFrame, *, unsur: Sequence[str]) -> Contradictions:
    """Find negative comments beside high answers, and positive ones beside low answers.

    Parameters
    ----------
    comments : DataFrame
        Validated comments.
    responses : DataFrame
        Valid responses with `id_responden` and a column per unsur, 1 to 4, possibly a fractional mean of sub-questions.
    unsur : sequence of str
        Unsur of the survey, in order.

    Returns
    -------
    Contradictions

    Raises
    ------
    ValueError
        When a comment belongs to no response.

    Examples
    --------
    >>> comments = pd.DataFrame(
    ...     {"baris": [2, 3], "id_responden": ["a", "b"], "sentimen": ["negatif", "positif"], "unsur": ["waktu", None]}
    ... )
    >>> responses = pd.DataFrame({"id_responden": ["a", "b"], "waktu": [4, 3], "biaya": [1, 4]})
    >>> find_contradictions(comments, responses, unsur=["waktu", "biaya"]).rows.values.tolist()
    [[2, 'a', 'waktu', 'negatif', 4.0]]
    """
    order = [*unsur, GENERAL]
    named = comments["unsur"].astype("object").where(comments["unsur"].notna(), GENERAL).tolist()
    sentimen = comments["sentimen"].astype("object").to_numpy()
    nilai = _answers(comments["id_responden"], named, responses, order)
    known = ~np.isnan(nilai)
    is_negative, is_positive = sentimen == "negatif", sentimen == "positif"
    marks = {
        "negatif": is_negative & known,
        "positif": is_positive & known,
        NEGATIF_TINGGI: is_negative & (nilai >= HIGH_LIMIT - TINY),
        POSITIF_RENDAH: is_positive & (nilai <= LOW_LIMIT + TINY),
        "tanpa_nilai": (is_negative | is_positive) & ~known,
    }
    places = pd.Categorical(named, categories=order, ordered=True)
    counts = pd.DataFrame(marks).groupby(places, observed=False).sum().astype("int64")
    rows = comments.assign(unsur=places, nilai=nilai)[marks[NEGATIF_TINGGI] | marks[POSITIF_RENDAH]]
    return Contradictions(
        per_unsur=counts.rename_axis("unsur").reset_index(),
        rows=rows[list(ROW_COLUMNS)].reset_index(drop=True),
    )


def _answers(authors: pd.Series, named: Sequence[str], responses: pd.DataFrame, order: Sequence[str]) -> np.ndarray:
    """Look up the answer that each comment is compared with; NaN where it is blank."""
    unknown = sorted(set(authors) - set(responses["id_responden"]))
    if unknown:
        raise ValueError(f"find_contradictions: found comments of {unknown}, allowed are ids of the responses given.")
    answers = responses[list(order[:-1])].astype("Float64").to_numpy(dtype=np.float64, na_value=np.nan)
    given = ~np.isnan(answers)
    with np.errstate(invalid="ignore"):
        means = np.where(given, answers, 0).sum(axis=1) / given.sum(axis=1)
    table = np.column_stack([answers, means])
    rows = pd.Index(responses["id_responden"]).get_indexer(authors)
    return table[rows, pd.Index(order).get_indexer(named)]
