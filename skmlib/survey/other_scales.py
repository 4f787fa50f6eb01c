"""Refusals of answers that are no scale of four: five steps, stars, percentages, yes and no.

Nobody can turn them into 1 to 4 without changing the result, so nothing is proposed; the analyst is told what was found and
what an SKM needs, once for all columns alike.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from skmlib.problems import Problem, name_options

TEXTS_NAMED = 8
SCALE_ADVICE = "SKM memerlukan jawaban 1 sampai 4"
SCALE_HINT = (
    "Skala lain tidak dapat diubah menjadi skala 4 tanpa mengubah hasilnya; sebarkan kuesioner dengan empat pilihan jawaban, "
    "atau keluarkan kolom ini dari berkas bila bukan unsur SKM."
)


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
    return Problem(berkas, what, SCALE_ADVICE, kolom=heading, saran=SCALE_HINT)


def join_refusals(problems: Sequence[Problem]) -> list[Problem]:
    """Say once what is wrong with several columns.

    Parameters
    ----------
    problems : sequence of Problem
        From `propose_answers`.

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
    joined = []
    for kind in dict.fromkeys(_kind(problem) for problem in problems):
        first, *others = (problem for problem in problems if _kind(problem) == kind)
        if others:
            names = name_options([str(problem.kolom) for problem in others])
            what = f"kolom {first.kolom!r} dan {len(others)} kolom lain ({names}): {first.tertulis}"
            first = dataclasses.replace(first, tertulis=what, kolom=None)
        joined.append(first)
    return joined


def _kind(problem: Problem) -> str:
    """Give what was found without the answers of the column."""
    return problem.tertulis.partition(" (")[0]
