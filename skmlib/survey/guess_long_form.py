"""Whether an unknown export has one row an answer: a column of questions, a column of answers, a column that says whose.

The questions speak of several unsur or are numbered U1 to U9, the answers are those of a scale, and the respondents come back.
Remarks that come back may speak of several unsur too: where the headings of answers do, the export has one row a respondent.
"""

from __future__ import annotations

import pandas as pd

from skmlib.parameters.models import Panjang
from skmlib.problems import fold
from skmlib.survey.answer_kind import ANSWERS, CODES, LABELS, OTHER_SCALES, answer_kind
from skmlib.survey.guess_unsur import LIKELY, bare_number
from skmlib.survey.unsur_words import score_heading

QUESTIONS_MIN = 4
QUESTIONS_MAX = 60
WIDE_MIN = 3


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
    if _is_wide(cells):
        return None
    texts = [name for name in cells.columns if _may_be_questions(cells[name]) and answer_kind(cells[name]) is None]
    speaking = max(texts, key=lambda name: len(_speaking(cells[name])), default=None)
    asked = speaking if speaking and len(_speaking(cells[speaking])) >= QUESTIONS_MIN else None
    asked = asked or next((name for name in texts if len(_numbered(cells[name])) >= QUESTIONS_MIN), None)
    if asked is None:
        return None
    is_unsur = cells[asked].map(fold).isin(_speaking(cells[asked]) or _numbered(cells[asked]))
    kinds = {name: answer_kind(cells.loc[is_unsur, name]) for name in cells.columns if name != asked}
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


def _is_wide(cells: pd.DataFrame) -> bool:
    """Tell whether several columns of answers are headed by an unsur or a number of their own."""
    asked = [name for name in cells.columns if _clear(str(name)) or bare_number(str(name))]
    return sum(answer_kind(cells[name]) is not None for name in asked) >= WIDE_MIN


def _may_be_questions(cells: pd.Series) -> bool:
    """Tell whether few texts come back often enough to be questions."""
    n = cells[cells.str.strip() != ""].map(fold).nunique()
    return QUESTIONS_MIN <= n <= QUESTIONS_MAX and len(cells) >= 2 * n


def _speaking(cells: pd.Series) -> list[str]:
    """List the texts that speak of an unsur, if they are of several."""
    found = {
        text: max(points, key=lambda key: points[key]) for text in cells.map(fold).unique() if (points := _clear(text))
    }
    return list(found) if len(set(found.values())) >= QUESTIONS_MIN else []


def _numbered(cells: pd.Series) -> list[str]:
    """List the texts that are a letter and a number, such as U1."""
    return [text for text in cells.map(fold).unique() if not text.isdigit() and bare_number(text)]


def _clear(text: str) -> dict[str, float]:
    """Give the points of a text for the unsur it speaks of."""
    return {unsur: points for unsur, points in score_heading(text).items() if points >= LIKELY}


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
