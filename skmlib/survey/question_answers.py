"""The answers to the questions of a survey, each question decoded with its own labels.

A question without labels in the parameters has those of the regulation's form. An unsur may be asked in several sub-
questions, which share its labels, and its importance may be asked in a column of its own ("Tidak penting" to "Sangat
penting", 1 to 4).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.parameters.models import Pertanyaan
from skmlib.problems import Problem
from skmlib.survey.decoding import decode_answers
from skmlib.survey.headings import columns_of, find_column, questions_of
from skmlib.survey.regulation import SCALE_MAX, SCALE_MIN, UNSUR_JAWABAN, labels_rise

IMPORTANCE_LABELS = ("Tidak penting", "Kurang penting", "Penting", "Sangat penting")


def decode_questions(
    cells: pd.DataFrame, parameters: Parameters, berkas: str
) -> tuple[dict[str, pd.Series], list[Problem], dict[str, str]]:
    """Decode every question whose column is there.

    Parameters
    ----------
    cells : DataFrame
        Cells of an export.
    parameters : Parameters
        Of the report.
    berkas : str
        File name for messages.

    Returns
    -------
    answers : dict of str to Series of Int8
        By column: the question's id, or `<id>.1`, `<id>.2` for sub-questions, `kepentingan.<unsur>` for importance.
    problems : list of Problem
        One for each unknown answer.
    spellings : dict of str to str
        Answers read as a shortening of a known label, and that label.
    """
    survei = parameters.survei
    answers: dict[str, pd.Series] = {}
    problems: list[Problem] = []
    spellings: dict[str, str] = {}
    for key, question in labelled_questions(parameters).items():
        for name, heading in columns_of(key, question).items():
            column = find_column(cells, heading)
            if column is not None:
                decoded = decode_answers(
                    column,
                    jawaban=question.jawaban or {},
                    blanks=survei.data.dibaca_kosong,
                    berkas=berkas,
                    urutan_dipastikan=question.urutan_dipastikan,
                    kode_terbalik=question.kode_terbalik,
                )
                answers[name] = decoded.answers
                problems += decoded.problems
                spellings |= decoded.spellings
    return answers, problems, spellings


def labelled_questions(parameters: Parameters) -> dict[str, Pertanyaan]:
    """Name the questions with the labels of their answers: those on the service, then those on importance.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    dict
        Each question under its id; labels are those of the parameters, or of the regulation's form.
    """
    survei = parameters.survei
    asked = {
        key: question
        if question.jawaban
        else question.model_copy(update={"jawaban": _labels(UNSUR_JAWABAN.get(key, ()))})
        for key, question in questions_of(parameters).items()
    }
    labels = survei.jawaban_kepentingan or _labels(IMPORTANCE_LABELS)
    for unsur in parameters.unsur:
        heading = survei.unsur[unsur].kolom_kepentingan
        if heading:
            asked[f"kepentingan.{unsur}"] = Pertanyaan(kolom=[heading]).model_copy(update={"jawaban": labels})
    return asked


def _labels(labels: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Give labels from worst to best their codes."""
    return {str(code): (label,) for code, label in enumerate(labels, start=1)}


def with_means(answers: Mapping[str, pd.Series], parameters: Parameters) -> dict[str, pd.Series]:
    """Add the mean of the sub-questions of each question that has any, for display; scores come from the sub-questions.

    Parameters
    ----------
    answers : mapping of str to Series
        From `decode_questions`.
    parameters : Parameters
        Of the report.

    Returns
    -------
    dict of str to Series
        The answers, and a float column per question with sub-questions: the mean of those a respondent answered.
    """
    means = {}
    for key, question in questions_of(parameters).items():
        parts = columns_of(key, question)
        if len(parts) > 1:
            frame = pd.DataFrame({name: answers[name] for name in parts}).astype("Float64")
            means[key] = frame.mean(axis=1).astype("float64")
    return {**answers, **means}


def _label_sets(jawaban: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Give the first label of each code, and the same with each further label in the place of the first of its code."""
    first = [labels[0] for labels in jawaban.values()]
    yield first
    for place, labels in enumerate(jawaban.values()):
        yield from ([*first[:place], label, *first[place + 1 :]] for label in labels[1:])


def unordered_labels(parameters: Parameters) -> list[Problem]:
    """Refuse labels whose codes do not rise from worst to best, unless the parameters confirm them.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    list of Problem
    """
    problems = []
    for key, question in questions_of(parameters).items():
        falling = next((labels for labels in _label_sets(question.jawaban or {}) if not labels_rise(labels)), None)
        if falling and not question.urutan_dipastikan:
            said = ", ".join(map(repr, falling))
            what = f"kode {SCALE_MIN} sampai {SCALE_MAX} berarti {said}, tidak dari terburuk ke terbaik"
            advice = "betulkan, atau tulis 'urutan_dipastikan: ya'"
            group = "unsur" if key in parameters.survei.unsur else "pertanyaan_tambahan"
            problems.append(Problem(parameters.berkas[0], what, advice, kolom=f"{group}.{key}.jawaban"))
    return problems
