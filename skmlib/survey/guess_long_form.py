"""Whether an unknown export has one row an answer: a column of questions, a column of answers, a column that says whose.

The questions speak of several unsur or are numbered U1 to U9, the answers are those of a scale, and the respondents come back.
"""

from __future__ import annotations

import pandas as pd

from skmlib.parameters.models import Panjang
from skmlib.problems import fold
from skmlib.survey.answer_kind import ANSWERS, CODES, LABELS, OTHER_SCALES, answer_kind
from skmlib.survey.guess_unsur import LIKELY, bare_number, score_heading

QUESTIONS_MIN = 4
QUESTIONS_MAX = 60


def find_long_form(cells: pd.DataFrame) -> Panjang | None:
    """Find the three columns of an export with one row an answer.

    Parameters
    ----------
    cells : DataFrame of str
        Of an export.

    Returns
    -------
    Panjang or None

    Examples
    --------
    >>> asked = ["Syarat", "Prosedur", "Biaya", "Sarana"]
    >>> cells = pd.DataFrame({"ID": ["a"] * 4 + ["b"] * 4, "Soal": asked * 2, "Jawaban": list("43214321")})
    >>> find_long_form(cells).kolom_pertanyaan
    'Soal'
    """
    asked = next((name for name in cells.columns if _are_questions(cells[name])), None)
    if asked is None:
        return None
    kinds = {name: answer_kind(cells[name]) for name in cells.columns if name != asked}
    given = (
        _first_of_kind(kinds, (LABELS,))
        or _first_of_kind(kinds, (CODES,))
        or _first_of_kind(kinds, (*ANSWERS, *OTHER_SCALES))
    )
    questions = cells[asked].map(fold)
    persons = [
        name
        for name in cells.columns
        if name not in (asked, given) and _names_persons(cells[name].str.strip(), questions)
    ]
    if given is None or not persons:
        return None
    return Panjang(kolom_responden=persons[0], kolom_pertanyaan=asked, kolom_jawaban=given)


def _are_questions(cells: pd.Series) -> bool:
    """Tell whether the texts of a column speak of several unsur."""
    texts = [text for text in cells.map(fold).unique() if text]
    if not QUESTIONS_MIN <= len(texts) <= QUESTIONS_MAX or len(cells) < 2 * len(texts):
        return False
    unsur = set()
    for text in texts:
        points = score_heading(text)
        if points and max(points.values()) >= LIKELY:
            unsur.add(max(points, key=lambda key: points[key]))
    numbers = {bare_number(text) for text in texts if not text.isdigit()} - {None}
    return max(len(unsur), len(numbers)) >= QUESTIONS_MIN


def _first_of_kind(kinds: dict[str, str | None], wanted: tuple[str, ...]) -> str | None:
    """Give the first column of a kind."""
    return next((name for name, kind in kinds.items() if kind in wanted), None)


def _names_persons(who: pd.Series, questions: pd.Series) -> bool:
    """Tell whether a column says whose each answer is: hardly any question twice for one, and several answers each."""
    is_named = who != ""
    if who[is_named].nunique() < 2:
        return False
    pairs = pd.DataFrame({"who": who[is_named], "asked": questions[is_named]})
    several = len(pairs) / pairs["who"].nunique() >= QUESTIONS_MIN / 2
    return several and pairs.duplicated().mean() < 0.1
