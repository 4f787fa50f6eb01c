"""The respondents of a survey, from the raw file: answers, groups, comments, and which rows are left out and why."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.recount.answers import IMPORTANCE, Question
from skmlib.recount.categories import Variable
from skmlib.recount.heading import fold_heading
from skmlib.recount.numbers import mean
from skmlib.recount.parameters import as_list, order_unsur, read_parameters, weights_of
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.table import Row, read_table

PHASE = "(tahap)"
EMPTY, TEST, HEADING = "tidak ada unsur yang dijawab", "entri uji coba", "mengulang judul kolom, bukan jawaban"
SUMMARY = re.compile(r"(?i)(jumlah|total|rata-rata|rata rata|nrr|nilai|ikm|bobot|mutu)\b")
DATE = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")


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
    date : str
        The time stamp as it stands in the export.
    file : str
        Where the row stands, from the project folder on.
    """

    id: str
    answers: dict[str, tuple[int | None, ...]]
    groups: dict[str, tuple[str, ...]]
    importance: dict[str, int | None]
    comment: str
    date: str
    file: str

    def score(self, name: str) -> Fraction | None:
        """Give the mean of what was answered to a question, None where nothing was."""
        return mean([Fraction(code) for code in self.answers[name] if code is not None])


@dataclasses.dataclass(frozen=True)
class Survey:
    """A survey as this count reads it."""

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

    @property
    def is_combined(self) -> bool:
        """Whether it puts periods together."""
        return bool(self.parameters.get("gabungan"))

    @property
    def further(self) -> tuple[str, ...]:
        """Questions outside the index."""
        return tuple(self.parameters.get("pertanyaan_tambahan", {}))


def read_survey(unit: str, periode: str, *, root: Path) -> Survey:
    """Read a survey.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    Survey
        Its respondents, in the order of the files.

    Raises
    ------
    CannotRecountError
        For what this count does not read: workbooks, long form, combined periods, headings of two rows, unknown answers.
    """
    parameters = read_parameters(unit, periode, root=root)
    data = parameters.get("data", {})
    if "unsur" not in parameters or data.get("panjang") or parameters.get("gabungan"):
        raise CannotRecountError(f"{periode}/{unit}: bentuk panjang, gabungan, atau bukan survei")
    unsur, blanks = order_unsur(parameters), as_list(data.get("dibaca_kosong"))
    told = {**parameters["unsur"], **parameters.get("pertanyaan_tambahan", {})}
    questions = [Question(name, content, blanks) for name, content in told.items()]
    groups = {name: content for name, content in (("layanan", parameters.get("layanan")),) if content}
    variables = {name: Variable(content, blanks) for name, content in (groups | parameters.get("profil", {})).items()}
    reader = _Reader(questions, variables, parameters)
    for phase in data.get("tahap") or [{"nama": "", "responden": data.get("responden", "responden.csv")}]:
        file = f"data/{periode}/{unit}/{phase.get('responden', '')}"
        lembar, row_of_heading = phase.get("lembar") or data.get("lembar"), data.get("baris_judul")
        place = int(row_of_heading) if row_of_heading else None
        for row in read_table(root / file, reader.headings, lembar=lembar, baris_judul=place):
            reader.read(file, phase["nama"], row)
    return Survey(
        unit,
        periode,
        root,
        parameters,
        unsur,
        weights_of(parameters, unsur),
        variables,
        tuple(reader.respondents),
        reader.rows_read,
        reader.excluded,
    )


class _Reader:
    """Turns rows into respondents, one by one, and counts those that are left out."""

    def __init__(self, questions: list[Question], variables: dict[str, Variable], parameters: dict[str, Any]) -> None:
        data, unsur = parameters.get("data", {}), parameters["unsur"]
        blanks = as_list(data.get("dibaca_kosong"))
        self.questions, self.variables, self.unsur = questions, variables, unsur
        self.comment, self.date = data.get("kolom_komentar"), data.get("kolom_waktu")
        self.tests = data.get("uji_coba", [])
        labels = parameters.get("jawaban_kepentingan") or IMPORTANCE
        self.importance = {
            name: Question(name, {"kolom": told["kolom_kepentingan"], "jawaban": labels}, blanks)
            for name, told in unsur.items()
            if told.get("kolom_kepentingan")
        }
        asked = [*questions, *self.importance.values()]
        named = [column for question in asked for column in question.columns]
        named += [variable.column for variable in variables.values() if variable.column != PHASE]
        named += [data[key] for key in ("kolom_waktu", "kolom_komentar", "kolom_responden") if data.get(key)]
        self.headings = named + [test["kolom"] for test in self.tests]
        self.respondents: list[Respondent] = []
        self.rows_read = 0
        self.excluded: dict[str, int] = {}
        self._seen: dict[str, int] = {}

    def read(self, file: str, phase: str, row: Row) -> None:
        """Read one row of a file."""
        self.rows_read += 1
        identity = self._identify(row)
        reason = self._reason(row)
        answers = {} if reason else {question.name: self._answers(question, row) for question in self.questions}
        if not reason and all(code is None for name in self.unsur for code in answers[name]):
            reason = EMPTY
        if reason:
            self.excluded[reason] = self.excluded.get(reason, 0) + 1
            return
        groups = {
            name: variable.groups_of(phase if variable.column == PHASE else self._cell(row, variable.column))
            for name, variable in self.variables.items()
            if not variable.by_birth
        }
        importance = {name: self._answers(question, row)[0] for name, question in self.importance.items()}
        comment = self._cell(row, self.comment) if self.comment else ""
        date = self._cell(row, self.date) if self.date else ""
        self.respondents.append(Respondent(identity, answers, groups, importance, comment, date, file))

    def _identify(self, row: Row) -> str:
        """Hash the cells, dates left out, and count equal rows (data dictionary, section 5.1)."""
        cells = [" ".join(cell.split()) for cell in row.cells]
        joined = "\x1f".join("" if DATE.match(cell) else cell for cell in cells)
        digest = hashlib.sha256(joined.encode()).hexdigest()[:12]
        self._seen[digest] = self._seen.get(digest, 0) + 1
        return f"{digest}-{self._seen[digest]}"

    def _reason(self, row: Row) -> str:
        """Say why a row is left out before its answers are read; empty where it is not."""
        for test in self.tests:
            if self._cell(row, test["kolom"]).strip().casefold() in {
                text.casefold() for text in as_list(test["nilai"])
            }:
                return TEST
        columns = [column for question in self.questions for column in question.columns]
        if all(fold_heading(self._cell(row, column)) == fold_heading(column) for column in columns):
            return HEADING
        first = next(cell.strip() for cell in row.cells if cell.strip())
        if SUMMARY.match(first) and self._cell(row, self.comment or "") != first:
            raise CannotRecountError(f"baris {row.number} berawal {first!r}, mungkin baris jumlah")
        return ""

    def _answers(self, question: Question, row: Row) -> tuple[int | None, ...]:
        """Decode every column of a question."""
        try:
            return tuple(question.decode(self._cell(row, column)) for column in question.columns)
        except CannotRecountError as error:
            raise CannotRecountError(f"baris {row.number}: {error}") from error

    @staticmethod
    def _cell(row: Row, column: str) -> str:
        """Give the cell under a heading, empty where the row is shorter."""
        return row.by_heading.get(fold_heading(column), "")
