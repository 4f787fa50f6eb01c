"""Findings about how files were read: sheets and lines, spellings, rows and columns left out (method, section 13)."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Hashable, Iterator

from skmlib.recount.answers import importance_of, questions_of
from skmlib.recount.around import HEADING
from skmlib.recount.found import Found
from skmlib.recount.heading import fold_heading
from skmlib.recount.parameters import as_list
from skmlib.recount.reading import EMPTY
from skmlib.recount.respondents import ReadFile, Survey
from skmlib.recount.table import Row, Table


@dataclasses.dataclass(frozen=True)
class Told:
    """What is told of a file: its kind, how many, what else its sentence says, and whether that is about rows."""

    kind: str
    n: int
    says: Hashable
    of_rows: bool = False


def reading_findings(survey: Survey) -> Iterator[Found]:
    """Find what is told about how the files of a survey were read.

    Parameters
    ----------
    survey : Survey
        Of one period.

    Yields
    ------
    Found
        File by file; what is told alike of every sheet of a file, rows apart, once of the file.
    """
    told = [(file, one) for file in survey.files for one in _told(survey, file)]
    sheets = Counter(file.path for file in survey.files)
    often = Counter((file.path, one) for file, one in told if not one.of_rows)
    places = [(file.path if often[file.path, one] == sheets[file.path] else file.name, one) for file, one in told]
    for place, one in dict.fromkeys(places):
        yield Found(one.kind, place, one.n)


def _told(survey: Survey, file: ReadFile) -> Iterator[Told]:
    """Tell what there is of one file or sheet."""
    for text in file.table.told:
        yield Told("cara_membaca", 1, text)
    asked = [(row, reason) for row, reason in zip(file.table.rows, file.reasons, strict=True) if reason in ("", EMPTY)]
    yield from _shortened(survey, [row for row, _ in asked])
    turned = [question.name for question in questions_of(survey.parameters) if question.reversed]
    if turned:
        yield Told("kode_terbalik", len(turned), tuple(turned))
    yield from _left_out(file)
    yield from _read_as_blank(survey, [row for row, _ in asked])
    yield from _repeated(survey, [row for row, reason in asked if not reason])
    yield from _columns(file)


def _shortened(survey: Survey, rows: list[Row]) -> Iterator[Told]:
    """Count the spellings that were read as a shortening of a label, however often each stands there."""
    asked = [*questions_of(survey.parameters), *importance_of(survey.parameters).values()]
    columns = [(question, fold_heading(column)) for question in asked for column in question.columns]
    cells = [(question, row.by_heading.get(column, "")) for question, column in columns for row in rows]
    pairs = {" ".join(cell.split()): label for question, cell in cells if (label := question.shortened(cell))}
    if pairs:
        yield Told("ejaan_disamakan", len(pairs), tuple(sorted(pairs.items())))


def _left_out(file: ReadFile) -> Iterator[Told]:
    """Count the rows that are left out, by reason in the order of the alphabet."""
    rows = [(reason, row.number) for reason, row in zip(file.reasons, file.table.rows, strict=True) if reason]
    rows += [(HEADING, 0)] * file.table.repeats
    for reason, n in sorted(Counter(reason for reason, _ in rows).items()):
        yield Told("dikeluarkan", n, tuple(row for row in rows if row[0] == reason), of_rows=True)


def _read_as_blank(survey: Survey, rows: list[Row]) -> Iterator[Told]:
    """Count the answers to unsur that are read as a blank, for each text that is named so."""
    asked = [question for question in questions_of(survey.parameters) if question.name in survey.unsur]
    columns = [(question, fold_heading(column)) for question in asked for column in question.columns]
    blank = [
        (fold_heading(row.by_heading[column]), row.number)
        for row in rows
        for question, column in columns
        if question.decode(row.by_heading[column]) is None
    ]
    for text in as_list(survey.parameters.get("data", {}).get("dibaca_kosong")):
        found = tuple(number for cell, number in blank if cell == fold_heading(text))
        if found:
            yield Told("dibaca_kosong", len(found), (text, found), of_rows=True)


def _repeated(survey: Survey, rows: list[Row]) -> Iterator[Told]:
    """Count the respondents whose code stands in several rows."""
    heading = survey.parameters.get("data", {}).get("kolom_responden")
    codes = Counter(code for row in rows if heading and (code := fold_heading(row.by_heading[fold_heading(heading)])))
    n = sum(times > 1 for times in codes.values())
    if n:
        yield Told("responden_berulang", n, (len(rows), len(codes)))


def _columns(file: ReadFile) -> Iterator[Told]:
    """Count the columns that nothing names: read for nothing, or personal and not read."""
    table = file.table
    personal = tuple(name for name in table.names if name in file.personal)
    unused = tuple(
        name for name in table.names if name not in file.named and name not in file.personal and _holds(table, name)
    )
    for kind, names in (("kolom_tidak_dipakai", unused), ("kolom_pribadi", personal)):
        if names:
            yield Told(kind, len(names), names)


def _holds(table: Table, name: str) -> bool:
    """Say whether a column has a heading of its own, or holds anything."""
    return not name.endswith(" tanpa judul)") or any(row.by_heading[name].strip() for row in table.rows)
