"""A survey read from its raw files: which rows are respondents, what they answered, which are left out and why."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from skmlib.recount.answers import Question, importance_of, questions_of
from skmlib.recount.around import HEADING, NOTE, SUMS, Around
from skmlib.recount.births import Collection, birth_groups
from skmlib.recount.categories import PHASE, Variable
from skmlib.recount.days import read_day
from skmlib.recount.heading import fold_heading
from skmlib.recount.long_form import KEYS, widen
from skmlib.recount.parameters import as_list, order_unsur, read_parameters, span_of, weights_of
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.respondents import ReadFile, Respondent, Survey
from skmlib.recount.table import Row, Table, read_export

EMPTY, TEST = "tidak ada unsur yang dijawab", "entri uji coba"
DATE = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")


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
        For what this count does not read: combined periods, files without the headings, unknown answers.
    """
    parameters = read_parameters(unit, periode, root=root)
    if "unsur" not in parameters or parameters.get("gabungan"):
        raise CannotRecountError(f"{periode}/{unit}: gabungan, atau bukan survei")
    data = parameters.get("data", {})
    unsur = order_unsur(parameters)
    reader = _Reader(parameters)
    for phase in data.get("tahap") or [{"nama": "", "responden": data.get("responden", "responden.csv")}]:
        file = f"data/{periode}/{unit}/{phase.get('responden', '')}"
        lembar = phase.get("lembar")
        table = _read_file(root / file, lembar, data, reader)
        reader.read(file, lembar, phase["nama"], table)
    return Survey(
        unit,
        periode,
        root,
        parameters,
        unsur,
        weights_of(parameters, unsur),
        reader.variables,
        tuple(reader.with_ages()),
        reader.rows_read,
        reader.excluded,
        tuple(reader.files),
    )


def _read_file(path: Path, lembar: str | None, data: Mapping[str, Any], reader: _Reader) -> Table:
    """Read a file or a sheet of it, one row a respondent."""
    panjang, place = data.get("panjang"), data.get("baris_judul")
    headings = [panjang[key] for key in KEYS] if panjang else reader.headings
    table = read_export(path, headings, lembar=lembar or data.get("lembar"), baris_judul=int(place) if place else None)
    return widen(table, panjang) if panjang else table


class _Reader:
    """Turns rows into respondents, file by file, and counts those that are left out."""

    def __init__(self, parameters: Mapping[str, Any]) -> None:
        data, unsur = parameters.get("data", {}), parameters["unsur"]
        blanks = as_list(data.get("dibaca_kosong"))
        groups = {name: content for name, content in (("layanan", parameters.get("layanan")),) if content}
        self.questions, self.importance = questions_of(parameters), importance_of(parameters)
        self.variables = {
            name: Variable(content, blanks) for name, content in (groups | parameters.get("profil", {})).items()
        }
        self.respondents: list[Respondent] = []
        self.rows_read = 0
        self.excluded: dict[str, int] = {}
        self.files: list[ReadFile] = []
        self._parameters, self._data, self._unsur = parameters, data, unsur
        self._births: list[dict[str, str]] = []
        self._seen: dict[str, int] = {}

    @property
    def headings(self) -> list[str]:
        """All headings that the parameters name."""
        asked = [*self.questions, *self.importance.values()]
        named = [column for question in asked for column in question.columns]
        named += [variable.column for variable in self.variables.values() if variable.column != PHASE]
        named += [
            self._data[key] for key in ("kolom_waktu", "kolom_komentar", "kolom_responden") if self._data.get(key)
        ]
        return named + [test["kolom"] for test in self._data.get("uji_coba", [])]

    def read(self, path: str, lembar: str | None, phase: str, table: Table) -> None:
        """Read the rows of a file or sheet."""
        file, reasons, around = f"{path}, lembar {lembar!r}" if lembar else path, [], self._around(table)
        if table.repeats:
            self.rows_read += table.repeats
            self.excluded[HEADING] = self.excluded.get(HEADING, 0) + table.repeats
        for row, reason in zip(table.rows, self._reasons(table, around), strict=True):
            self.rows_read += 1
            identity = self._identify(row)
            answers = {} if reason else {question.name: self._answers(question, row) for question in self.questions}
            if not reason and all(code is None for name in self._unsur for code in answers[name]):
                reason = EMPTY
            if reason:
                self.excluded[reason] = self.excluded.get(reason, 0) + 1
            else:
                self._take(file, phase, row, identity, answers)
            reasons.append(reason)
        named = frozenset(map(fold_heading, self.headings))
        self.files.append(
            ReadFile(file, phase, table, tuple(reasons), path, named, frozenset(around.personal), around.bare())
        )

    def with_ages(self) -> list[Respondent]:
        """Give the respondents with the groups of ages that are counted from births, file by file."""
        told = list(zip(self.respondents, self._births, strict=True))
        files = [[pair for pair in told if pair[0].file == file.name] for file in self.files]
        return [one for members in files for one in self._with_ages(members)]

    def _with_ages(self, members: Sequence[tuple[Respondent, dict[str, str]]]) -> list[Respondent]:
        """Count the ages of one file, whose column shows the order of day and month by itself."""
        respondents = [one for one, _ in members]
        days = [one.day for one in respondents]
        for name in (name for name, variable in self.variables.items() if variable.by_birth):
            collection = Collection(*span_of(self._parameters, "pengumpulan"), self._data.get("urutan_tanggal", ""))
            found = birth_groups(self.variables[name], [births[name] for _, births in members], days, collection)
            respondents = [
                dataclasses.replace(one, groups={**one.groups, name: groups})
                for one, groups in zip(respondents, found, strict=True)
            ]
        return respondents

    def _take(self, file: str, phase: str, row: Row, identity: str, answers: dict) -> None:
        """Note a respondent."""
        cells = {
            name: phase if variable.column == PHASE else self._cell(row, variable.column)
            for name, variable in self.variables.items()
        }
        groups = {name: variable.groups_of(cells[name]) for name, variable in self.variables.items()}
        importance = {name: self._answers(question, row)[0] for name, question in self.importance.items()}
        comment = self._cell(row, self._data.get("kolom_komentar"))
        day = read_day(self._cell(row, self._data.get("kolom_waktu")), self._data.get("urutan_tanggal", ""))
        self._births.append({name: cells[name] for name, variable in self.variables.items() if variable.by_birth})
        self.respondents.append(Respondent(identity, answers, groups, importance, comment, day, file, row))

    def _identify(self, row: Row) -> str:
        """Hash the cells, dates left out, and count equal rows (data dictionary, section 5.1)."""
        cells = [" ".join(cell.split()) for cell in row.cells]
        joined = "\x1f".join("" if DATE.match(cell) else cell for cell in cells)
        digest = hashlib.sha256(joined.encode()).hexdigest()[:12]
        self._seen[digest] = self._seen.get(digest, 0) + 1
        return f"{digest}-{self._seen[digest]}"

    def _around(self, table: Table) -> Around:
        """Look for the rows around the data of a table."""
        asked = [*self.questions, *self.importance.values()]
        decoders = {fold_heading(column): question for question in asked for column in question.columns}
        groups = {fold_heading(variable.column): variable for variable in self.variables.values()}
        return Around(
            table,
            set(map(fold_heading, self.headings)),
            tuple(decoders),
            fold_heading(self._data.get("kolom_komentar") or ""),
            is_answer=lambda name, cell: decoders[name].is_answer(cell),
            is_group=lambda name, cell: name in groups and groups[name].is_category(cell),
        )

    def _reasons(self, table: Table, around: Around) -> list[str]:
        """Say of each row why it is left out before its answers are read; empty where it is not."""
        reasons = [
            TEST if self._is_test(row) else reason for row, reason in zip(table.rows, around.reasons(), strict=True)
        ]
        return self._with_notes(table, reasons)

    def _with_notes(self, table: Table, reasons: list[str]) -> list[str]:
        """Leave out what stands below the last sums without a known answer: a place, a signature."""
        columns = [(column, one) for one in self.questions if one.name in self._unsur for column in one.columns]
        last = -1
        for place, row in enumerate(table.rows):
            if not reasons[place] and any(one.is_answer(self._cell(row, column)) for column, one in columns):
                last = place
        sums = next((place for place in range(last + 1, len(reasons)) if reasons[place] == SUMS), len(reasons))
        return [reason or (NOTE if place > sums else "") for place, reason in enumerate(reasons)]

    def _is_test(self, row: Row) -> bool:
        """Say whether a row is marked as a test entry."""
        return any(
            fold_heading(self._cell(row, test["kolom"])) in set(map(fold_heading, as_list(test["nilai"])))
            for test in self._data.get("uji_coba", [])
        )

    def _answers(self, question: Question, row: Row) -> tuple[int | None, ...]:
        """Decode every column of a question."""
        try:
            return tuple(question.decode(self._cell(row, column)) for column in question.columns)
        except CannotRecountError as error:
            raise CannotRecountError(f"baris {row.number}: {error}") from error

    @staticmethod
    def _cell(row: Row, column: str | None) -> str:
        """Give the cell under a heading, empty where there is none."""
        return row.by_heading.get(fold_heading(column), "") if column else ""
