"""The respondents of a survey as this count knows them: answers, groups, comments."""

from __future__ import annotations

import dataclasses
import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.recount.categories import Variable
from skmlib.recount.numbers import mean
from skmlib.recount.table import Row, Table


@dataclasses.dataclass(frozen=True)
class Respondent:
    """One respondent.

    Attributes
    ----------
    id : str
        Hash of the row, and its ordinal among equal rows.
    answers : dict
        Codes of the sub-questions of each question, None for a blank.
    groups : dict
        Groups by variable.
    importance : dict
        How important each unsur is, where that was asked.
    comment : str
        The answer to the open question.
    day : date or None
        When the form was filled in, None where that is not told.
    file : str
        Where the row stands, from the project folder on.
    row : Row
        The row as it stands there.
    """

    id: str
    answers: dict[str, tuple[int | None, ...]]
    groups: dict[str, tuple[str, ...]]
    importance: dict[str, int | None]
    comment: str
    day: datetime.date | None
    file: str
    row: Row

    def score(self, name: str) -> Fraction | None:
        """Give the mean of what was answered to a question, None where nothing was."""
        return mean([Fraction(code) for code in self.answers[name] if code is not None])


@dataclasses.dataclass(frozen=True)
class ReadFile:
    """A file of answers, or a sheet of one.

    Attributes
    ----------
    name : str
        From the project folder on, with the sheet of a phase.
    phase : str
        Name of the phase, empty without phases.
    table : Table
        All that stands in it.
    reasons : tuple of str
        Of each row why it is left out; empty for a respondent.
    path : str
        The file, from the project folder on, without the sheet.
    named : frozenset of str
        Folded headings that the parameters name.
    personal : frozenset of str
        Folded headings of personal data that are not read.
    bare : frozenset of int
        Numbers of the rows that hold nothing beside answers.
    """

    name: str
    phase: str
    table: Table
    reasons: tuple[str, ...]
    path: str
    named: frozenset[str]
    personal: frozenset[str]
    bare: frozenset[int]


@dataclasses.dataclass(frozen=True)
class Survey:
    """A survey as this count reads it.

    Attributes
    ----------
    files : tuple of ReadFile
        Those of this period; none for a survey that puts periods together.
    parts : tuple of Survey
        The periods that are put together; none for a survey of one.
    """

    unit: str
    periode: str
    root: Path
    parameters: dict[str, Any]
    unsur: tuple[str, ...]
    weights: dict[str, Fraction]
    variables: dict[str, Variable]
    respondents: tuple[Respondent, ...]
    rows_read: int
    excluded: dict[str, int]
    files: tuple[ReadFile, ...] = ()
    parts: tuple[Survey, ...] = ()

    @property
    def is_combined(self) -> bool:
        """Whether it puts periods together."""
        return bool(self.parameters.get("gabungan"))

    @property
    def periods(self) -> tuple[Survey, ...]:
        """The surveys of one period that it consists of: itself, or those it puts together."""
        return tuple(one for part in self.parts for one in part.periods) or (self,)

    @property
    def answer_files(self) -> str:
        """The files of the answers as one name: the only one with its sheet, several without."""
        read = [file for part in self.periods for file in part.files]
        alone = not self.parts and len(read) == 1
        return read[0].name if alone else ", ".join(dict.fromkeys(file.path for file in read))

    @property
    def further(self) -> tuple[str, ...]:
        """Questions outside the index."""
        return tuple(self.parameters.get("pertanyaan_tambahan", {}))
