"""What the answers to one question are proposed to mean, and the one mark for several questions alike."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from skmlib.problems import Problem


@dataclasses.dataclass(frozen=True)
class AnswerProposal:
    """What the answers to one question are proposed to mean.

    Attributes
    ----------
    jawaban : dict of str to list of str, or None
        The texts of each code from "1" to "4"; None where the export holds codes.
    mark : str
        What a person must decide about it; empty when nothing.
    is_falling : bool
        Whether the labels run from best to worst, because the question is worded against the service.
    is_reversed : bool
        Whether code 1 is the best answer.
    problems : tuple of Problem
        Why the answers cannot be used.
    """

    jawaban: dict[str, list[str]] | None = None
    mark: str = ""
    is_falling: bool = False
    is_reversed: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def marks_column(self) -> bool:
        """Whether the mark stands at the column, for lack of answers or a direction to put it at."""
        return bool(self.mark) and self.jawaban is None and not self.is_reversed


def mark_once(answers: Mapping[str, AnswerProposal]) -> dict[str, AnswerProposal]:
    """Mark one of several questions with the same answers, and say how many more there are.

    Parameters
    ----------
    answers : mapping of str to AnswerProposal
        By question.

    Returns
    -------
    dict of str to AnswerProposal

    Examples
    --------
    >>> letters = AnswerProposal({"1": ["a"], "2": ["b"], "3": ["c"], "4": ["d"]}, "arah huruf")
    >>> [answer.mark for answer in mark_once({"waktu": letters, "biaya": letters}).values()]
    ['arah huruf (begitu juga pada 1 pertanyaan lain dengan jawaban yang sama)', '']
    """
    alike: dict[str, list[str]] = {}
    for key, answer in answers.items():
        meant = [labels[0] for labels in (answer.jawaban or {}).values()]
        alike.setdefault(repr((meant, answer.mark)), []).append(key)
    once = dict(answers)
    for first, *others in alike.values():
        if answers[first].mark and others:
            more = f" (begitu juga pada {len(others)} pertanyaan lain dengan jawaban yang sama)"
            once[first] = dataclasses.replace(answers[first], mark=answers[first].mark + more)
            once |= {key: dataclasses.replace(answers[key], mark="") for key in others}
    return once
