"""Worksheets with four columns of ticks for each question, read as one column of answers (data dictionary, section 5.1)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from skmlib.recount.heading import SEARCHED, fold_heading
from skmlib.recount.sheets import Sheet

ANSWERS, FEWEST_QUESTIONS = 4, 3
TICKS = frozenset("√ ✓ ✔ ☑ ✗ ✘ x v y ya 1 ● • *".split())
Line = tuple[str, ...]


def join_ticks(sheet: Sheet) -> Sheet:
    """Write what stands above the ticks into one column for each question.

    Parameters
    ----------
    sheet : Sheet
        As it was read.

    Returns
    -------
    Sheet
        The same where no three questions have four columns of ticks.

    Examples
    --------
    >>> upper = [cell for name in ("Syarat", "Waktu", "Biaya") for cell in (name, "", "", "")]
    >>> ticked = Sheet("A", (tuple(upper), (*"123412341234",), ("", "", "v", "", "x", "", "", "", "", "", "", "√")))
    >>> join_ticks(ticked).rows
    (('', '', ''), ('Syarat', 'Waktu', 'Biaya'), ('3', '1', '4'))
    """
    width = max(map(len, sheet.rows), default=0)
    rows = [(*line, *[""] * (width - len(line))) for line in sheet.rows]
    for place in range(1, min(len(rows), SEARCHED)):
        starts = _starts(rows[place - 1], rows[place])
        if len(starts) >= FEWEST_QUESTIONS and _are_ticked(rows, place, starts):
            told = (*sheet.told, "kolom centang")
            return dataclasses.replace(sheet, rows=tuple(_joined(rows, place, starts)), told=told)
    return sheet


def _starts(upper: Line, lower: Line) -> list[int]:
    """Find the first of the four columns of each question: four answers below its name, the same for all questions."""
    found: dict[int, tuple[str, ...]] = {}
    for column in range(len(lower) - ANSWERS + 1):
        four = slice(column, column + ANSWERS)
        answers, names = tuple(map(fold_heading, lower[four])), {cell.strip() for cell in upper[four]}
        if upper[column].strip() and names <= {"", upper[column].strip()} and len({*answers} - {""}) == ANSWERS:
            found[column] = answers
    return [column for column, answers in found.items() if answers == next(iter(found.values()))]


def _are_ticked(rows: Sequence[Line], place: int, starts: list[int]) -> bool:
    """Say whether more than half of the filled groups of four hold one tick alone; headings written again do not count."""
    heading = [[fold_heading(cell) for cell in rows[at]] for at in (place - 1, place)]
    below = [line for line in rows[place + 1 :] if [fold_heading(cell) for cell in line] not in heading]
    groups = [[cell for cell in line[start : start + ANSWERS] if cell.strip()] for line in below for start in starts]
    filled = [group for group in groups if group]
    ticked = [group for group in filled if len(group) == 1 and fold_heading(group[0]) in TICKS]
    return 2 * len(ticked) > len(filled)


def _joined(rows: Sequence[Line], place: int, starts: list[int]) -> list[Line]:
    """Keep one column of each group of four; the heading is the row of the answers, that above it is empty."""
    inner = {column + more for column in starts for more in range(1, ANSWERS)}
    kept = [column for column in range(len(rows[place])) if column not in inner]
    upper, answers = rows[place - 1], rows[place]

    def cell(line: Line, number: int, column: int) -> str:
        if number == place:
            return upper[column] if column in starts or not line[column].strip() else line[column]
        if column not in starts:
            return line[column]
        four = line[column : column + ANSWERS]
        return _answer(four, answers[column:]) if number > place else " ".join(four).strip()

    lines = [tuple(cell(line, number, column) for column in kept) for number, line in enumerate(rows)]
    lines[place - 1] = ("",) * len(kept)
    return lines


def _answer(four: Line, answers: Line) -> str:
    """Give the answers above the ticks; what is no tick stays as it is."""
    filled = [(cell, answer) for cell, answer in zip(four, answers, strict=False) if cell.strip()]
    if any(fold_heading(cell) not in TICKS for cell, _ in filled):
        return " ".join(cell for cell, _ in filled)
    return " dan ".join(answer.strip() for _, answer in filled)
