"""Refusals of answers that are no scale of four: five steps, stars, percentages, yes and no.

Nobody can turn them into 1 to 4 without changing the result, so nothing is proposed; the analyst is told what was found and
what an SKM needs, once for all columns alike.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

import pandas as pd

from skmlib.problems import Problem, fold, quote
from skmlib.survey.answer_kind import DECIMALS, FIVE, PERCENT

TEXTS_NAMED = 8
_MORE_STEPS = re.compile(
    r"(?:skala|nilai|skor|likert)\D{0,12}1\s*(?:-|–|s\.?/?d\.?|sampai|hingga)\s*([5-9]|10)\b", re.IGNORECASE
)
_QUARTER = re.compile(r"(?:25|50|75|100)(?:[.,]0+)? ?(?:%|persen)|0[.,](?:25|50?|75)|1(?:[.,]0+)?")
SCALE_ADVICE = "SKM memerlukan jawaban 1 sampai 4"
QUARTERS_HINT = (
    "Bila formulirnya memang empat pilihan yang ditulis 25%, 50%, 75%, dan 100%, ganti di berkas menjadi 1, 2, 3, dan 4 "
    "(format sel Umum) pada semua unsur."
)
MEANS_HINT = (
    "Bila ini rata-rata beberapa subpertanyaan, minta berkas dengan jawaban setiap subpertanyaan; rata-rata yang sudah "
    "dibulatkan tidak dapat dinilai dengan tepat."
)
SCALE_HINT = (
    "Skala lain tidak dapat diubah menjadi skala 4 tanpa mengubah hasilnya; sebarkan kuesioner dengan empat pilihan jawaban, "
    "atau keluarkan kolom ini dari berkas bila bukan unsur SKM."
)


def more_steps(heading: str) -> int | None:
    """Give the highest step of a scale that a heading names, where it is not 4.

    Examples
    --------
    >>> more_steps("Persyaratan (skala 1-5)"), more_steps("Persyaratan (skala 1-4)")
    (5, None)
    """
    match = _MORE_STEPS.search(heading)
    return int(match[1]) if match else None


def refuse_scale(heading: str, kind: str, texts: Sequence[str], berkas: str) -> Problem:
    """Refuse a scale that is not one of four.

    Parameters
    ----------
    heading : str
        Of the column.
    kind : str
        One of `OTHER_SCALES`.
    texts : sequence of str
        Distinct answers.
    berkas : str
        File name.

    Returns
    -------
    Problem

    Examples
    --------
    >>> refuse_scale("Syarat", "ya/tidak", ["ya", "tidak"], "a.csv").tertulis
    "jawabannya ya/tidak ('tidak', 'ya')"
    """
    what = f"jawabannya {kind} ({', '.join(map(repr, sorted(texts)[:TEXTS_NAMED]))})"
    return Problem(berkas, what, SCALE_ADVICE, kolom=heading, saran=_hint(kind, texts))


def _hint(kind: str, texts: Sequence[str]) -> str:
    """Say what to do about a scale: quarters may stand for four steps, decimals for means."""
    if kind == PERCENT and all(_QUARTER.fullmatch(text) for text in texts):
        return QUARTERS_HINT
    return MEANS_HINT if kind == DECIMALS else SCALE_HINT


def join_refusals(problems: Sequence[Problem], columns: pd.DataFrame | None = None) -> list[Problem]:
    """Say once what is wrong with several columns.

    Where one column has five steps, another in which a few answered 5 has them too.

    Parameters
    ----------
    problems : sequence of Problem
        From `propose_answers`.
    columns : DataFrame of str, optional
        Answers of all unsur.

    Returns
    -------
    list of Problem
        One for each way in which answers cannot be used, with its columns.

    Examples
    --------
    >>> problems = [Problem("a.csv", "jawabannya ya/tidak", "ulangi", kolom=kolom) for kolom in ("Syarat", "Biaya")]
    >>> [problem.sentence for problem in join_refusals(problems)]
    ["kolom 'Syarat' dan 1 kolom lain ('Biaya'): jawabannya ya/tidak, ulangi."]
    """
    problems = [*problems, *_further_fives(problems, columns)]
    joined = []
    for kind in dict.fromkeys(_kind(problem) for problem in problems):
        first, *others = (problem for problem in problems if _kind(problem) == kind)
        if others:
            names = ", ".join(quote(str(problem.kolom)) for problem in others)
            what = f"kolom {quote(str(first.kolom))} dan {len(others)} kolom lain ({names}): {first.tertulis}"
            first = dataclasses.replace(first, tertulis=what, kolom=None)
        joined.append(first)
    return joined


def _kind(problem: Problem) -> str:
    """Give what was found without the answers of the column."""
    return problem.tertulis.partition(" (")[0]


def _further_fives(problems: Sequence[Problem], columns: pd.DataFrame | None) -> list[Problem]:
    """Refuse the columns with a 5 beside those of five steps."""
    model = next((problem for problem in problems if f" {FIVE} " in f" {_kind(problem)} "), None)
    if model is None or columns is None:
        return []
    refused = {problem.kolom for problem in problems}
    further = [name for name in columns.columns if name not in refused and (columns[name].map(fold) == "5").any()]
    return [dataclasses.replace(model, kolom=str(name)) for name in further]
