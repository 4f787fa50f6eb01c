"""Proposals for the codes of answers: which text of a column means 1, 2, 3 and 4.

Codes need nothing. The words of the regulation's form are written as they are. Other words are ranked by their degree and good
or bad meaning, which a person must confirm, as is the direction of bare letters and of a question worded against the service.
Words that nobody knows are listed for a person to put in order. A digit before a label that contradicts its words ("3 - Tidak
sesuai") is a slip of the form: the words count, and that too is asked. A scale that is not one of four is refused, for nobody
can turn it into one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import pandas as pd

from skmlib.parameters.marks import PLACEHOLDER
from skmlib.problems import quote
from skmlib.survey.answer_kind import (
    FIVE,
    LABELS,
    LETTERS,
    OTHER_SCALES,
    STARS,
    STARS_OF_FOUR,
    answer_kind,
    count_answers,
)
from skmlib.survey.answer_proposal import AnswerProposal
from skmlib.survey.decoding import CODES, spell_out, strip_mark, typed_code
from skmlib.survey.grade_labels import MIDDLE, SCALES, find_ordered, fit_scale, grade_label, name_grade, official_code
from skmlib.survey.guess_codes import against_mark, propose_codes, propose_letters, propose_stars, propose_typed
from skmlib.survey.negative_questions import AGREEMENT, negative_words
from skmlib.survey.other_scales import refuse_scale
from skmlib.survey.regulation import UNSUR_JAWABAN

RARE = 0.1
OFFICIAL_MIN = 3
MIDDLE_GRADE = 1

INITIALS_LENGTH = 3
RANK_MARK = "urutan 1 (terburuk) sampai 4 (terbaik) ini usulan dari kata-katanya"
UNKNOWN_MARK = (
    "jawaban pada {heading}: {texts}; tulis masing-masing pada kodenya, 1 yang terburuk sampai 4 yang terbaik"
)
AGAINST_MARK = (
    "judul {heading} bernada negatif ({words!r}), sehingga di sini jawaban yang paling setuju dibaca 1; balikkan 'jawaban' dan "
    "hapus 'urutan_dipastikan' bila keliru"
)
DIGIT_MARK = "angka di depan jawaban bertentangan dengan kata-katanya; di sini kata-katanya yang dipakai"


def find_grades(columns: pd.DataFrame) -> dict[str, dict[int, int]]:
    """Count the grades that each word has anywhere in the export, so that a rare answer is known from another question.

    Parameters
    ----------
    columns : DataFrame of str
        Answers as exported.

    Returns
    -------
    dict of str to dict of int to int
        By word: how often each grade stands there.

    Examples
    --------
    >>> find_grades(pd.DataFrame({"a": ["Baik", "Baik"], "b": ["Kurang baik", ""]}))
    {'baik': {2: 2, -1: 1}}
    """
    grades: dict[str, dict[int, int]] = {}
    for name in columns.columns:
        for text, n in count_answers(columns[name]).items():
            if graded := grade_label(str(text)):
                counts = grades.setdefault(graded[0], {})
                counts[graded[1]] = counts.get(graded[1], 0) + int(n)
    return grades


def propose_answers(
    columns: pd.DataFrame, *, unsur: str | None, berkas: str, grades: Mapping[str, Mapping[int, int]] | None = None
) -> AnswerProposal:
    """Propose the codes of the answers to one question.

    Parameters
    ----------
    columns : DataFrame of str
        Its column, or the columns of its sub-questions.
    unsur : str or None
        Whose labels the regulation's form has.
    berkas : str
        File name for messages.
    grades : mapping of str to mapping of int to int, optional
        From `find_grades`.

    Returns
    -------
    AnswerProposal

    Examples
    --------
    >>> propose_answers(pd.DataFrame({"Syarat": ["Baik", "Kurang baik"]}), unsur=None, berkas="a.csv").jawaban
    {'1': ['Tidak baik'], '2': ['Kurang baik'], '3': ['Baik'], '4': ['Sangat baik']}
    """
    proposal = _propose_as_worded(columns, unsur=unsur, berkas=berkas, grades=grades or {})
    heading = str(columns.columns[0])
    words = negative_words(heading)
    if not words or proposal.problems:
        return proposal
    if proposal.jawaban is None:
        return proposal if proposal.is_reversed else dataclasses.replace(proposal, mark=against_mark(heading, words))
    last = strip_mark(proposal.jawaban[CODES[-1]][0]).split(" ")[-1]
    if last not in AGREEMENT:
        return proposal
    falling = dict(zip(CODES, reversed(proposal.jawaban.values()), strict=True))
    return AnswerProposal(falling, AGAINST_MARK.format(heading=quote(heading), words=words), is_falling=True)


def _propose_as_worded(
    columns: pd.DataFrame, *, unsur: str | None, berkas: str, grades: Mapping[str, Mapping[int, int]]
) -> AnswerProposal:
    """Propose the codes as if agreement were praise."""
    heading = str(columns.columns[0])
    cells = pd.concat([columns[name] for name in columns.columns])
    kind = answer_kind(cells)
    counts = count_answers(cells)
    texts = [str(text) for text in counts.index]
    if kind == STARS and all(STARS_OF_FOUR.fullmatch(text) for text in texts):
        return propose_stars(texts)
    if kind in OTHER_SCALES:
        return AnswerProposal(problems=(refuse_scale(heading, str(kind), texts, berkas),))
    is_official = any(official_code(text, unsur) for text in texts)
    if kind in (LABELS, None) and not is_official and (typed := propose_typed(texts, unsur=unsur)):
        return typed
    if kind == LETTERS:
        return propose_letters(heading, texts, unsur=unsur)
    if kind == LABELS:
        return _propose_labels(counts, heading, unsur, berkas, grades)
    if kind is None:
        return _propose_unknown(counts, heading, berkas)
    return propose_codes(heading, texts, unsur=unsur, berkas=berkas)


def _propose_unknown(counts: pd.Series, heading: str, berkas: str) -> AnswerProposal:
    """Propose a usual set of words in its order, else ask for the order of what stands there."""
    texts = [str(text) for text in counts.index]
    frequent = counts[counts > RARE * counts.sum()]
    if len(frequent) > len(CODES):
        kind = f"{len(frequent)} macam, bukan empat"
        return AnswerProposal(problems=(refuse_scale(heading, kind, texts, berkas),))
    named = ", ".join(f"{text!r} {n} kali" for text, n in counts.items())
    return AnswerProposal(
        {code: [PLACEHOLDER] for code in CODES}, UNKNOWN_MARK.format(heading=quote(heading), texts=named)
    )


def _propose_labels(
    counts: pd.Series, heading: str, unsur: str | None, berkas: str, grades: Mapping[str, Mapping[int, int]]
) -> AnswerProposal:
    """Propose words: the regulation's, else ranked."""
    texts = [text for text in counts.index if strip_mark(text) not in CODES]
    if ordered := find_ordered(texts):
        return AnswerProposal({code: [text.capitalize()] for code, text in zip(CODES, ordered, strict=True)}, RANK_MARK)
    official = {text: code for text in texts if (code := official_code(text, unsur))}
    graded = {text: grade for text in texts if (grade := grade_label(text, unsur=unsur))}
    total = int(counts.sum())
    middle = [text for text in texts if text not in graded and MIDDLE.fullmatch(strip_mark(text))]
    others = [text for text in texts if text not in official and (text in graded or text in middle)]
    if official and (not others or (counts[others].sum() <= RARE * total and len(official) >= OFFICIAL_MIN)):
        jawaban = {str(code): [label] for code, label in enumerate(UNSUR_JAWABAN[str(unsur)], start=1)}
        return _with_contradictions(jawaban, official, "")
    found = {grade for _, grade in graded.values()}
    stems = {stem for stem, _ in graded.values()}
    everywhere = grades.get(min(stems), {}) if len(stems) == 1 else {}
    if everywhere:
        found |= set(everywhere)
        if found == {*SCALES[0], MIDDLE_GRADE} and everywhere.get(MIDDLE_GRADE, 0) <= RARE * sum(everywhere.values()):
            found.remove(MIDDLE_GRADE)
            graded = {text: entry for text, entry in graded.items() if entry[1] != MIDDLE_GRADE}
    scale = fit_scale(found)
    if (scale is None and len(found) > len(CODES)) or counts[middle].sum() > RARE * total:
        return AnswerProposal(problems=(refuse_scale(heading, FIVE, texts, berkas),))
    return _rank(graded, scale or (*sorted(found), *[0] * len(CODES))[: len(CODES)], min(stems), everywhere)


def _rank(
    graded: Mapping[str, tuple[str, int]], scale: Sequence[int], stem: str, known: Mapping[int, int]
) -> AnswerProposal:
    """Give graded texts the codes of their places on a scale, and name the answers nobody chose."""
    code_of = {text: scale.index(grade) + 1 for text, (_, grade) in graded.items()}
    jawaban, invented = {}, []
    for place, (code, grade) in enumerate(zip(CODES, scale, strict=True), start=1):
        spelt = sorted(
            (_spell(text) for text in graded if code_of[text] == place), key=lambda text: (-len(text.split()), text)
        )
        if not spelt:
            spelt = [name_grade(stem, grade) if grade else PLACEHOLDER]
            invented += spelt if grade not in known else []
        jawaban[code] = list(dict.fromkeys(spelt))
    mark = RANK_MARK
    if invented:
        mark += f" ({', '.join(map(repr, invented))} tidak ada di berkas; samakan dengan formulirnya)"
    return _with_contradictions(jawaban, code_of, mark)


def _spell(text: str) -> str:
    """Spell an answer for the parameters: without its mark and spelt out, unless it is a sentence of its own."""
    plain, whole = spell_out(strip_mark(text)), strip_mark(text)
    if len(plain) <= INITIALS_LENGTH:
        return plain.upper()
    return (whole if plain.count("sangat") > 1 else plain).capitalize()


def _with_contradictions(jawaban: dict[str, list[str]], code_of: Mapping[str, int], mark: str) -> AnswerProposal:
    """Add whole texts whose digit is another than the code of their words."""
    wrong = {text: code for text, code in code_of.items() if typed_code(text) not in (None, code)}
    for text, code in wrong.items():
        jawaban[str(code)].append(text)
    if wrong:
        mark = f"{mark}; {DIGIT_MARK}" if mark else DIGIT_MARK
    return AnswerProposal(jawaban, mark)
