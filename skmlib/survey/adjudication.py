"""Annotations of several people: what each said of a comment, and what is finally said of it.

One row per comment and annotator: `id_responden, anotator, sentimen, unsur`, blank where not judged. A blank unsur beside a
sentiment means a general comment. The adjudication rule, for sentiment and unsur each by itself: a row whose annotator is
`keputusan` wins; else the label that more than half of those who judged the comment gave; else it is `belum_diputuskan`.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

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
    given = {name: [_given(cell) for cell in annotations[name].tolist()] for name in LABELS}
    if label == "unsur":
        said = zip(given["sentimen"], given["unsur"], strict=True)
        given["unsur"] = [GENERAL if unsur is None and sentimen is not None else unsur for sentimen, unsur in said]
    names, people = annotations["id_responden"].tolist(), annotations["anotator"].tolist()
    labels = dict(zip(zip(names, people, strict=True), given[label], strict=True))
    rows, columns = (
        pd.Index(sorted({*keys}), name=keys.name) for keys in (annotations["id_responden"], annotations["anotator"])
    )
    cells = [[labels.get((name, who)) for who in columns] for name in rows]
    return pd.DataFrame(cells, index=rows, columns=columns, dtype="object")


def _given(cell: object) -> object:
    """Give a label, None where nothing was judged."""
    return None if pd.isna(cell) or cell == "" else cell


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
    differ = [len({label for label in row if label is not None}) > 1 for row in labels.to_numpy().tolist()]
    return pd.Series(differ, index=labels.index, dtype="bool")


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
    given = _people(labels).to_numpy().tolist()
    final = labels[KEPUTUSAN].tolist() if KEPUTUSAN in labels else [None] * len(labels)
    outcomes = [_decide_one(row, decision) for row, decision in zip(given, final, strict=True)]
    return pd.DataFrame(outcomes, index=labels.index, columns=["hasil", "cara"], dtype="object").astype({"cara": "str"})


def _decide_one(given: Sequence[object], final: object) -> tuple[object, str]:
    """Give the final label of a comment, None while undecided, and how it was reached.

    Who decides fills in what the annotators differ on: a blank unsur leaves one that all of them gave.
    """
    judged = [label for label in given if label is not None]
    agreed = judged[0] if len({*judged}) == 1 else GENERAL
    if final is not None and (final != GENERAL or agreed == GENERAL):
        return final, KEPUTUSAN
    label, n = max(Counter(judged).items(), key=lambda vote: vote[1], default=(None, 0))
    if 2 * n <= len(judged):
        return None, BELUM_DIPUTUSKAN
    return label, SEPAKAT if n == len(judged) else MAYORITAS


def _disagreements(label: str, labels: pd.DataFrame, decided: pd.DataFrame) -> pd.DataFrame:
    """List the comments on which annotators differ."""
    people = _people(labels)
    differs = find_differing(people)
    rows = pd.concat([people[differs], decided[differs]], axis=1)
    rows.insert(0, "hal", label)
    return rows.reset_index().rename_axis(columns=None)
