"""Which column asks about which unsur, told from the words of its heading and of its answers.

Every word that speaks for an unsur gives points, the word that comes first some more, and the answers speak too: who answers
"Sangat mahal" was asked about the cost. Columns are then given to unsur all at once, so that the best total wins and a question
on two things goes where it is needed. Headings that are bare numbers (U1, P2, Unsur 3) say nothing about the unsur: they are
read in the order of the regulation, which a person must confirm.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

from skmlib.problems import fold
from skmlib.survey.dates import MONTHS
from skmlib.survey.decoding import CODES, strip_mark
from skmlib.survey.grade_labels import official_code
from skmlib.survey.heading_words import IMPORTANCE, PERFORMANCE, fold_heading
from skmlib.survey.regulation import UNSUR
from skmlib.survey.unsur_words import score_heading

CLEAR = 3.0
LIKELY = 2.0
CLOSE = 0.75
BARE_MIN = 5

_BARE = re.compile(
    r"(?:[\w -]+/)*(?:(?:skor|nilai|score) +)?(?:unsur|u|p|q|x|pertanyaan|soal|no\.?|butir|item)?[\s._-]*\(?0?([1-9]|1\d)\)?\.?"
)
_LABEL = re.compile(r"\(?u\s*\.?\s*0?([1-9]|1\d)\b\)?")
_PERIOD = re.compile(rf"\b(?:20\d\d|(?:tw|triwulan|semester|sem|smt|s)[ .]*(?:\d|i{{1,3}}|iv)|{'|'.join(MONTHS)})\b")
_PART = re.compile(r"(?:u\s*)?(\d{1,2})\s*\.?\s*(?:[a-h]|\d)\s*[.):\s]")


@dataclasses.dataclass(frozen=True)
class UnsurColumns:
    """The columns of the unsur.

    Attributes
    ----------
    columns : dict of str to list of str
        Headings by unsur, in the regulation's order; several are sub-questions.
    labels : dict of str to str
        U1 to U9 as the headings say, else in the regulation's order.
    bare : bool
        Whether the headings are numbers only, so that the unsur are read from their order.
    unsure : dict of str to str
        Unsur whose column could be that of another one, and the other one.
    by_answers : tuple of str
        Unsur whose heading does not speak of them, only the answers.
    """

    columns: dict[str, list[str]]
    labels: dict[str, str]
    bare: bool = False
    unsure: Mapping[str, str] = dataclasses.field(default_factory=dict)
    by_answers: tuple[str, ...] = ()


def bare_number(heading: str) -> int | None:
    """Give the number of a heading that holds nothing else.

    Examples
    --------
    >>> bare_number("U8"), bare_number("Unsur 03"), bare_number("(4)"), bare_number("U8 Sarana")
    (8, 3, 4, None)
    >>> bare_number("U8 - Kenyataan"), bare_number("U8 - Harapan")
    (8, None)
    """
    match = _BARE.fullmatch(PERFORMANCE.sub("", fold_heading(heading)).strip())
    return int(match[1]) if match else None


def find_unsur(answers: Mapping[str, Sequence[str]]) -> UnsurColumns:
    """Give columns of answers to the unsur they ask about.

    Parameters
    ----------
    answers : mapping of str to sequence of str
        Headings with their distinct answers; those that ask for importance are passed over.

    Returns
    -------
    UnsurColumns

    Examples
    --------
    >>> find_unsur({"Sarana": [], "Syarat": []}).columns
    {'persyaratan': ['Syarat'], 'sarana': ['Sarana']}
    """
    answers = {heading: spoken for heading, spoken in answers.items() if not IMPORTANCE.search(fold(heading))}
    scores = {heading: score_heading(heading, spoken) for heading, spoken in answers.items()}
    chosen = _assign(scores)
    numbers = {heading: number for heading in answers if (number := bare_number(heading))}
    clear = sum(scores[heading][unsur] >= LIKELY and heading not in numbers for unsur, heading in chosen.items())
    if len(numbers) >= BARE_MIN and clear <= 2:
        placed = {UNSUR[number - 1]: [heading] for heading, number in numbers.items() if number <= len(UNSUR)}
        return UnsurColumns(
            {unsur: placed[unsur] for unsur in UNSUR if unsur in placed}, _labels({}, [*placed]), bare=True
        )
    kept = {unsur: [heading] for unsur, heading in chosen.items() if scores[heading][unsur] >= LIKELY}
    taken = {heading for headings in kept.values() for heading in headings}
    for heading, points in scores.items():
        if heading in taken or not points:
            continue
        best = max(points, key=lambda unsur: points[unsur])
        if points[best] >= CLEAR and best in kept and _share_answers(answers[heading], answers[kept[best][0]]):
            kept[best].append(heading)
    _add_numbered_parts(kept, answers)
    by_answers = _add_by_answers(kept, answers)
    ordered = {unsur: _in_order(kept[unsur], answers) for unsur in UNSUR if unsur in kept}
    unsure = {}
    for unsur, headings in ordered.items():
        points = scores[headings[0]] if unsur not in by_answers else {unsur: CLEAR}
        others = {other: value for other, value in points.items() if other != unsur}
        rival = max(others, key=lambda other: others[other], default=None)
        if rival is not None and len(headings) == 1 and others[rival] > points[unsur] - CLOSE:
            unsure[unsur] = rival
    return UnsurColumns(ordered, _labels(ordered, list(ordered)), unsure=unsure, by_answers=by_answers)


def _share_answers(texts: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two questions can be parts of one unsur: they share an answer, or both are answered in codes."""
    known = {strip_mark(text) for text in others}
    given = {strip_mark(text) for text in texts}
    return not given or not known or not known.isdisjoint(given) or known | given <= set(CODES)


def _add_numbered_parts(kept: dict[str, list[str]], answers: Mapping[str, Sequence[str]]) -> None:
    """Add columns numbered like those of one unsur: 3b and 3c belong to 3a."""
    taken = {heading: unsur for unsur, headings in kept.items() for heading in headings}
    owners: dict[str, set[str]] = {}
    for heading, unsur in taken.items():
        if match := _PART.match(fold_heading(heading)):
            owners.setdefault(match[1], set()).add(unsur)
    for heading in answers:
        match = _PART.match(fold_heading(heading))
        if match and heading not in taken and len(owners.get(match[1], ())) == 1:
            kept[next(iter(owners[match[1]]))].append(heading)


def _add_by_answers(kept: dict[str, list[str]], answers: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Add columns whose answers are those of one missing unsur in the regulation's form, the clearest first."""
    taken = {heading for headings in kept.values() for heading in headings}
    fitting = {
        heading: [unsur for unsur in UNSUR if unsur not in kept and all(official_code(text, unsur) for text in texts)]
        for heading, texts in answers.items()
        if heading not in taken and len(texts) > 1
    }
    added = []
    for heading in sorted(fitting, key=lambda name: len(fitting[name])):
        left = [unsur for unsur in fitting[heading] if unsur not in kept]
        if len(left) == 1:
            kept[left[0]] = [heading]
            added.append(left[0])
    return tuple(added)


def _in_order(headings: Sequence[str], answers: Mapping[str, Sequence[str]]) -> list[str]:
    """Put the sub-questions of one unsur into the order of the export."""
    return [heading for heading in answers if heading in headings]


def _labels(columns: Mapping[str, Sequence[str]], unsur: Sequence[str]) -> dict[str, str]:
    """Take the labels from the headings when all carry one, else count in the regulation's order."""
    found = {name: match[1] for name, headings in columns.items() if (match := _LABEL.match(fold_heading(headings[0])))}
    if columns and len(found) == len(columns) and len(set(found.values())) == len(found):
        return {name: f"U{number}" for name, number in found.items()}
    return {name: f"U{UNSUR.index(name) + 1}" for name in unsur}


def _assign(scores: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """Give each unsur at most one column and each column at most one unsur, with the best total of points."""
    best: dict[int, tuple[float, dict[str, str]]] = {0: (0.0, {})}
    for heading, points in scores.items():
        for taken, (total, given) in list(best.items()):
            for unsur, value in points.items():
                bit = 1 << UNSUR.index(unsur)
                if not taken & bit and total + value > best.get(taken | bit, (0.0, {}))[0]:
                    best[taken | bit] = (total + value, given | {unsur: heading})
    return max(best.values(), key=lambda state: state[0])[1]
