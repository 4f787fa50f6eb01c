"""Worksheets of ticks: under each question four columns, one for each answer, and a tick in one of them.

The heading has two rows, the question above and `1 2 3 4` (or four words, the same under every question) below it. The four
columns are read as one: its heading is the question, its cell what stands above the tick. Two ticks in one row give both
(`2 dan 3`), which is no known answer and is refused as such. Four numbered sub-questions are no ticks: their cells hold codes.
"""

from __future__ import annotations

from collections.abc import Sequence

from skmlib.problems import fold
from skmlib.survey.heading_rows import HEADING_SEARCHED
from skmlib.survey.repeated_rows import Records, rows_below

ANSWERS = 4
QUESTIONS_MIN = 3
MOSTLY = 0.5
TICKS_TOLD = "{n} pertanyaan masing-masing berdiri pada empat kolom centang dan dibaca sebagai satu jawaban."
TICKS = frozenset("√ ✓ ✔ ☑ ✗ ✘ x v y ya 1 ● • *".split())


def join_ticks(records: Records) -> tuple[list[list[str]], list[str]]:
    """Read the four columns of ticks of each question as one.

    Parameters
    ----------
    records : sequence of sequence of str
        Of a file.

    Returns
    -------
    records : list of list of str
        As many as before, with one column for each question; unchanged where there are no ticks.
    told : list of str
        What was done, in Indonesian.

    Examples
    --------
    >>> upper = [cell for name in ("Syarat", "Waktu", "Biaya") for cell in (name, "", "", "")]
    >>> records = [upper, [*"1234"] * 3, ["", "", "v", "", "", "x", "", "", "", "", "", "v"]]
    >>> join_ticks(records)[0]
    [['', '', ''], ['Syarat', 'Waktu', 'Biaya'], ['3', '2', '4']]
    """
    rows = [[*map(str, record)] for record in records]
    for place in range(1, min(len(rows), HEADING_SEARCHED)):
        starts = _find_groups(rows, place)
        if len(starts) >= QUESTIONS_MIN:
            return _join(rows, place, starts), [TICKS_TOLD.format(n=len(starts))]
    return rows, []


def _find_groups(rows: list[list[str]], place: int) -> list[int]:
    """Find where the columns of each question begin, the row of answers given; none unless ticks stand below."""
    upper, lower = rows[place - 1], [fold(cell) for cell in rows[place]]
    upper = upper + [""] * (len(lower) - len(upper))
    starts = [
        column
        for column in range(len(lower) - ANSWERS + 1)
        if upper[column].strip()
        and len({*lower[column : column + ANSWERS]} - {""}) == ANSWERS
        and all(above.strip() in ("", upper[column].strip()) for above in upper[column + 1 : column + ANSWERS])
    ]
    first = lower[starts[0] : starts[0] + ANSWERS] if starts else []
    alike = [start for start in starts if lower[start : start + ANSWERS] == first]
    return alike if alike and _are_ticks(rows, place, alike) else []


def _are_ticks(rows: list[list[str]], place: int, starts: list[int]) -> bool:
    """Tell whether most filled groups below hold one tick and nothing else; in rows of sums they do not."""
    groups = [row[start : start + ANSWERS] for row in rows_below(rows, place) for start in starts]
    filled = [[fold(cell) for cell in group if cell.strip()] for group in groups]
    filled = [group for group in filled if group]
    return sum(len(group) == 1 and group[0] in TICKS for group in filled) > MOSTLY * len(filled)


def _join(rows: list[list[str]], place: int, starts: list[int]) -> list[list[str]]:
    """Write each question in one column, and the heading in one row."""
    upper, answers = rows[place - 1], rows[place]
    width = max(map(len, rows))
    apart = {column for start in starts for column in range(start, start + ANSWERS)}

    def joined(row: list[str], number: int) -> list[str]:
        cells = row + [""] * (width - len(row))
        kept = []
        for column in range(width):
            if column in starts:
                group = cells[column : column + ANSWERS]
                kept.append(
                    _answer(group, answers[column : column + ANSWERS]) if number > place else " ".join(group).strip()
                )
            elif column not in apart:
                kept.append(cells[column])
        return kept

    heading = [*answers, *[""] * (width - len(answers))]
    for column, cell in enumerate(upper):
        heading[column] = cell if column in starts or not heading[column].strip() else heading[column]
    kept = [joined(row, number) for number, row in enumerate(rows)]
    kept[place - 1] = [""] * len(kept[place - 1])
    kept[place] = [cell for column, cell in enumerate(heading) if column in starts or column not in apart]
    return kept


def _answer(cells: Sequence[str], answers: Sequence[str]) -> str:
    """Give the answers above the ticks of a row; what is no tick stays as typed."""
    filled = [cell for cell in cells if cell.strip()]
    if any(fold(cell) not in TICKS for cell in filled):
        return " ".join(filled)
    return " dan ".join(answer.strip() for cell, answer in zip(cells, answers, strict=True) if cell.strip())
