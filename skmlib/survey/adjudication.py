"""Annotations of several people: what each said of a comment, and what is finally said of it.

One row per comment and annotator: `id_responden, anotator, sentimen, unsur`, blank where not judged. A blank unsur beside a
sentiment means a general comment. The adjudication rule, for sentiment and unsur each by itself: a row whose annotator is
`keputusan` wins; else the label that more than half of those who judged the comment gave; else it is `belum_diputuskan`.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd

from skmlib.survey.comment_labels import UNDECIDED as BELUM_DIPUTUSKAN
from skmlib.survey.sentiment import GENERAL

KEPUTUSAN = "keputusan"
SEPAKAT = "sepakat"
MAYORITAS = "mayoritas"
CARA = (SEPAKAT, MAYORITAS, KEPUTUSAN, BELUM_DIPUTUSKAN)
LABELS = ("sentimen", "unsur")


@dataclasses.dataclass(frozen=True)
class Adjudication:
    """What is finally said of each comment.

    Attributes
    ----------
    comments : DataFrame
        One row per comment, sorted by `id_responden`: `sentimen` and `unsur` (None when undecided; `unsur` also for a general
        comment), `cara_sentimen` and `cara_unsur` (categories of `CARA`), `penilai` (annotators who judged it).
    disagreements : DataFrame
        One row per comment and kind of label on which annotators differ: `id_responden`, `hal` (`"sentimen"` or `"unsur"`),
        one column per annotator (None where not judged), `hasil` (the final label, None when undecided), `cara`.
    """

    comments: pd.DataFrame
    disagreements: pd.DataFrame


def spread_labels(annotations: pd.DataFrame, label: str) -> pd.DataFrame:
    """Put the labels of each annotator side by side.

    Parameters
    ----------
    annotations : DataFrame
        One row per comment and annotator.
    label : str
        `"sentimen"` or `"unsur"`; a blank unsur beside a sentiment is `umum`.

    Returns
    -------
    DataFrame
        One row per comment and one column per annotator, both sorted; None where not judged.

    Raises
    ------
    ValueError
        When an annotator judged a comment twice, or the label is unknown.

    Examples
    --------
    >>> annotations = pd.DataFrame(
    ...     [("a", "budi", "positif", "waktu"), ("a", "ani", "netral", ""), ("b", "ani", "", "")],
    ...     columns=["id_responden", "anotator", "sentimen", "unsur"],
    ... )
    >>> spread_labels(annotations, "unsur").values.tolist()
    [['umum', 'waktu'], [None, None]]
    """
    if label not in LABELS:
        raise ValueError(f"spread_labels: found label {label!r}, allowed are {', '.join(map(repr, LABELS))}.")
    twice = annotations.duplicated(["id_responden", "anotator"])
    if twice.any():
        who, name = annotations.loc[twice, ["anotator", "id_responden"]].iloc[0]
        raise ValueError(
            f"annotations: found two rows of {who!r} for comment {name!r}; allowed is one row per comment and annotator."
        )
    given = {name: annotations[name].astype("object").replace("", None) for name in LABELS}
    if label == "unsur":
        is_general = given["unsur"].isna() & given["sentimen"].notna()
        given["unsur"] = given["unsur"].mask(is_general, GENERAL)
    values = annotations[["id_responden", "anotator"]].assign(label=given[label].where(given[label].notna(), None))
    wide = values.pivot(index="id_responden", columns="anotator", values="label").astype("object")  # noqa: PD010
    return wide.where(wide.notna(), None).sort_index().sort_index(axis=1)


def find_differing(labels: pd.DataFrame) -> pd.Series:
    """Find the comments that got more than one label.

    Parameters
    ----------
    labels : DataFrame
        From `spread_labels`.

    Returns
    -------
    Series of bool
        One per comment.

    Examples
    --------
    >>> labels = pd.DataFrame({"ani": ["positif", "netral"], "budi": ["negatif", None]}, dtype="object")
    >>> find_differing(labels).tolist()
    [True, False]
    """
    first = labels.bfill(axis=1).iloc[:, 0] if labels.shape[1] else pd.Series(None, index=labels.index)
    return (labels.notna() & labels.ne(first, axis=0)).any(axis=1)


def adjudicate(annotations: pd.DataFrame) -> Adjudication:
    """Decide the sentiment and the unsur of each comment.

    Parameters
    ----------
    annotations : DataFrame
        One row per comment and annotator; those of `keputusan` are final.

    Returns
    -------
    Adjudication

    Raises
    ------
    ValueError
        When an annotator judged a comment twice.

    Examples
    --------
    >>> annotations = pd.DataFrame(
    ...     [("a", "ani", "positif", "waktu"), ("a", "budi", "positif", "")],
    ...     columns=["id_responden", "anotator", "sentimen", "unsur"],
    ... )
    >>> adjudicate(annotations).comments.to_dict("records")[0]["cara_sentimen"]
    'sepakat'
    >>> adjudicate(annotations).disagreements[["hal", "ani", "budi", "cara"]].values.tolist()
    [['unsur', 'waktu', 'umum', 'belum_diputuskan']]
    """
    spread = {label: spread_labels(annotations, label) for label in LABELS}
    decided = {label: _decide(labels) for label, labels in spread.items()}
    columns: dict[str, object] = {"id_responden": spread["sentimen"].index.astype("object")}
    for label, outcome in decided.items():
        columns[label] = pd.Series(np.where(outcome["hasil"] == GENERAL, None, outcome["hasil"]), dtype="object")
    for label, outcome in decided.items():
        columns[f"cara_{label}"] = pd.Categorical(outcome["cara"], categories=CARA)
    judged = np.maximum(*(_people(labels).notna().sum(axis=1).to_numpy() for labels in spread.values()))
    differing = [_disagreements(label, spread[label], decided[label]) for label in LABELS]
    return Adjudication(
        comments=pd.DataFrame({**columns, "penilai": judged}),
        disagreements=pd.concat(differing, ignore_index=True).sort_values(
            "id_responden", kind="stable", ignore_index=True
        ),
    )


def _people(labels: pd.DataFrame) -> pd.DataFrame:
    """Leave out the final decisions, which are no judgement of an annotator."""
    return labels.drop(columns=KEPUTUSAN, errors="ignore")


def _decide(labels: pd.DataFrame) -> pd.DataFrame:
    """Give each comment its final label and how it was reached."""
    people = _people(labels)
    votes = people.stack().groupby(level=0).value_counts() if people.notna().any(axis=None) else _NO_VOTES  # noqa: PD013
    judged = people.notna().sum(axis=1)
    winning = votes[votes * 2 > votes.index.get_level_values(0).map(judged).to_numpy()].reset_index(level=1)
    winning.columns = ["hasil", "n"]
    found = winning.reindex(labels.index)
    cara = np.select([found["n"].isna(), found["n"] == judged], [BELUM_DIPUTUSKAN, SEPAKAT], MAYORITAS)
    hasil = found["hasil"].astype("object")
    if KEPUTUSAN in labels:
        is_final = labels[KEPUTUSAN].notna()
        hasil, cara = hasil.mask(is_final, labels[KEPUTUSAN]), np.where(is_final, KEPUTUSAN, cara)
    return pd.DataFrame({"hasil": hasil.where(hasil.notna(), None), "cara": cara}, index=labels.index)


_NO_VOTES = pd.Series([], dtype="int64", index=pd.MultiIndex.from_arrays([[], []]))


def _disagreements(label: str, labels: pd.DataFrame, decided: pd.DataFrame) -> pd.DataFrame:
    """List the comments on which annotators differ."""
    people = _people(labels)
    differs = find_differing(people)
    rows = pd.concat([people[differs], decided[differs]], axis=1)
    rows.insert(0, "hal", label)
    return rows.reset_index().rename_axis(columns=None)
