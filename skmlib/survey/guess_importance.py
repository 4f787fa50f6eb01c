"""Pairs of questions about one unsur: how important or expected it is, and how it is.

The answers to the second (kenyataan, kinerja, persepsi) score the unsur, those to the first (kepentingan, harapan) are its
importance. An expectation is not quite an importance, and a pair can be meant the other way round, so both are asked about.
Importance on another scale than 1 to 4, or with a word that stands for two codes, is told and not proposed.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from skmlib.parameters.proposal_text import marked
from skmlib.problems import fold
from skmlib.survey.answer_kind import count_answers
from skmlib.survey.decoding import CODES, spell_out, strip_mark
from skmlib.survey.guess_answers import find_grades, propose_answers
from skmlib.survey.guess_unsur import UnsurColumns
from skmlib.survey.heading_words import IMPORTANCE, PERFORMANCE
from skmlib.survey.question_answers import IMPORTANCE_LABELS
from skmlib.survey.unsur_words import score_heading

PAIR_MARK = (
    "{performance!r} diusulkan sebagai unsur dan {importance!r} sebagai kepentingannya; tukar atau hapus bila keliru"
)
PAIRS_MARK = f"{PAIR_MARK} (begitu juga pada {{others}} unsur lain)"
NO_SCALE = "Kolom {name!r} tampak menanyakan kepentingan, tetapi jawabannya bukan satu skala 1 sampai 4; tidak dipakai."

_CLEAR = re.compile(r"penting|importance")
_IMPORTANCE_WORD = re.compile(
    r"(?:tingkat |seberapa )?\b(?:kepentingan|penting|harapan|ekspektasi|importance|expectations?)(?:nya)?\b"
)


@dataclasses.dataclass(frozen=True)
class ImportanceProposal:
    """The importance of the unsur as it is proposed.

    Attributes
    ----------
    columns : dict of str to str
        Heading by unsur.
    kolom : dict of str to text, perhaps marked
        The same as it is written.
    jawaban : mapping, perhaps marked, or None
        The texts of each code; None where the usual labels or codes stand.
    told : tuple of str
        What is not proposed, and why.
    """

    columns: dict[str, str]
    kolom: dict[str, Any]
    jawaban: Any = None
    told: tuple[str, ...] = ()


def find_importance(names: Sequence[str], unsur: UnsurColumns) -> dict[str, str]:
    """Find the columns that ask how important an unsur is: the other half of its pair, or a heading that speaks of it.

    Parameters
    ----------
    names : sequence of str
        Headings of questions that are no unsur.
    unsur : UnsurColumns
        The unsur.

    Returns
    -------
    dict of str to str
        Heading by unsur.

    Examples
    --------
    >>> find_importance(["U1 - Harapan"], UnsurColumns({"persyaratan": ["U1 - Kenyataan"]}, {}))
    {'persyaratan': 'U1 - Harapan'}
    """
    owners = {_subject(heading): key for key, headings in unsur.columns.items() for heading in headings}
    found: dict[str, str] = {}
    for name in names:
        if not IMPORTANCE.search(fold(name)):
            continue
        points = score_heading(name)
        best = owners.get(_subject(name)) or max(points, key=lambda key: points[key], default=None)
        if best in unsur.columns and best not in found:
            found[best] = name
    return found


def propose_importance(data: pd.DataFrame, columns: Mapping[str, str], unsur: UnsurColumns) -> ImportanceProposal:
    """Propose the columns of importance and the labels of their answers.

    Parameters
    ----------
    data : DataFrame of str
        Cells of the export.
    columns : mapping of str to str
        From `find_importance`.
    unsur : UnsurColumns
        The unsur.

    Returns
    -------
    ImportanceProposal
    """
    texts: dict[str, list[str]] = {code: [] for code in CODES}
    grades = find_grades(data[[*columns.values()]])
    kept, told, marks = {}, [], []
    for key, name in columns.items():
        answer = propose_answers(data[[name]], unsur=key, berkas="", grades=grades)
        jawaban = {} if _are_usual(data[name]) else answer.jawaban or {}
        if answer.problems or _contradicts(jawaban, texts):
            told.append(NO_SCALE.format(name=name))
            continue
        kept[key] = name
        marks += [answer.mark] if jawaban and answer.mark else []
        texts = {code: list(dict.fromkeys([*texts[code], *jawaban.get(code, ())])) for code in CODES}
    spelt = {code: labels[0] if len(labels) == 1 else labels for code, labels in texts.items()}
    jawaban = marked(spelt, *dict.fromkeys(marks)) if any(texts.values()) else None
    return ImportanceProposal(kept, _mark_pairs(kept, unsur), jawaban, tuple(told))


def _subject(heading: str) -> str:
    """Give the words of a heading that both halves of a pair share."""
    return " ".join(re.findall(r"\w+", PERFORMANCE.sub(" ", _IMPORTANCE_WORD.sub(" ", fold(heading)))))


def _are_usual(cells: pd.Series) -> bool:
    """Tell whether answers are codes or the labels that importance has without any `jawaban`."""
    usual = {*CODES, *map(fold, IMPORTANCE_LABELS)}
    return all(spell_out(strip_mark(text)) in usual for text in count_answers(cells).index)


def _contradicts(jawaban: Mapping[str, Sequence[str]], texts: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a label stands for two codes, here or before."""
    meant = {(fold(label), code) for known in (texts, jawaban) for code, labels in known.items() for label in labels}
    return len({label for label, _ in meant}) < len(meant)


def _mark_pairs(columns: Mapping[str, str], unsur: UnsurColumns) -> dict[str, Any]:
    """Mark the first pair that a person must decide about, and say how many more there are."""
    doubtful = [
        key
        for key, name in columns.items()
        if not _CLEAR.search(fold(name)) or PERFORMANCE.search(fold(unsur.columns[key][0]))
    ]
    kolom: dict[str, Any] = dict(columns)
    if doubtful:
        first = doubtful[0]
        said = PAIRS_MARK if len(doubtful) > 1 else PAIR_MARK
        pair = {"performance": unsur.columns[first][0], "importance": columns[first]}
        kolom[first] = marked(columns[first], said.format(**pair, others=len(doubtful) - 1))
    return kolom
