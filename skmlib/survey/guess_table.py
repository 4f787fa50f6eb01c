"""Where the table begins in a file that no parameters describe yet: its sheet and the row of its headings.

A heading is a row of texts that differ from each other and do not come back in the columns below; one that speaks of unsur is
worth more. That the whole row stands again further down, as on each page of a print, does not count. A title has one cell, a
row of column numbers (1) (2) (3) holds no words, a row of answers comes back below.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import pandas as pd

from skmlib.problems import fold, name_rows
from skmlib.survey.answer_kind import ANSWERS, answer_kind
from skmlib.survey.csv_file import read_bytes, split_records
from skmlib.survey.csv_twice import open_text
from skmlib.survey.dates import read_day
from skmlib.survey.guess_unsur import LIKELY, bare_number
from skmlib.survey.heading_rows import HEADING_SEARCHED, find_heading_row, heading_cells, lowest_row
from skmlib.survey.repeated_rows import rows_below
from skmlib.survey.table_file import TableFile, make_table
from skmlib.survey.ticked_answers import join_ticks
from skmlib.survey.unsur_words import score_heading
from skmlib.survey.workbook_file import is_workbook, read_sheets

UNSUR_WEIGHT = 3.0
NUMBER_WEIGHT = 0.25
HEADING_LENGTH = 400

_NUMBER = re.compile(r"\(?[-+]?\d+(?:[.,]\d+)?%?\)?")


@dataclasses.dataclass(frozen=True)
class Book:
    """A file of which nothing is known, as records.

    Attributes
    ----------
    path : Path
        The file.
    berkas : str
        Its name for messages.
    sheets : mapping of str to records
        By sheet; the only one of a CSV has an empty name.
    is_grid : bool
        Whether it is a workbook.
    told : mapping of str to sentences
        By sheet: what is worth telling about how it was read.
    """

    path: Path
    berkas: str
    sheets: Mapping[str, Sequence[Sequence[str]]]
    is_grid: bool
    told: Mapping[str, Sequence[str]] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a table stands.

    Attributes
    ----------
    path : Path
        The file.
    table : TableFile
        As read from there.
    lembar : str or None
        Its sheet, where the file has several.
    baris_judul : int
        Row of the heading, counted from 1.
    """

    path: Path
    table: TableFile
    lembar: str | None
    baris_judul: int


def read_book(path: Path, *, berkas: str) -> Book:
    """Read a file of which nothing is known.

    Parameters
    ----------
    path : Path
        CSV or workbook.
    berkas : str
        Its name for messages.

    Returns
    -------
    Book

    Raises
    ------
    DataError
        When the file cannot be read.
    """
    content = read_bytes(path, berkas=berkas)
    is_grid = is_workbook(content)
    text, how = ("", []) if is_grid else open_text(content, berkas=berkas)
    sheets = read_sheets(content, berkas=berkas) if is_grid else {"": split_records(text, berkas=berkas)}
    ticked = {name: join_ticks(records) for name, records in sheets.items()}
    told = {name: [*how, *sentences] for name, (_, sentences) in ticked.items()}
    return Book(path, berkas, {name: records for name, (records, _) in ticked.items()}, is_grid, told)


def find_place(book: Book, lembar: str, *, wanted: Collection[str] = ()) -> Place:
    """Find the table of a sheet.

    Parameters
    ----------
    book : Book
        From `read_book`.
    lembar : str
        Which sheet.
    wanted : collection of str
        Headings that are looked for; without any, the row that looks most like a heading counts.

    Returns
    -------
    Place

    Raises
    ------
    DataError
        When the sheet holds no table.
    """
    records = book.sheets[lembar]
    row = (find_heading_row(records, wanted=wanted) if wanted else best_heading(records)[1]) + 1
    table = make_table(records, berkas=book.berkas, baris_judul=row, is_grid=book.is_grid).without_repeats()
    table = dataclasses.replace(table, told=(*book.told.get(lembar, ()), *table.told, *_tell_repeats(table)))
    return Place(book.path, table, lembar if len(book.sheets) > 1 else None, row)


def _tell_repeats(table: TableFile) -> list[str]:
    """Say in which rows the heading stands again."""
    if not table.repeats:
        return []
    n = len(table.repeats)
    return [f"{n} baris mengulang judul kolom dan tidak dihitung sebagai responden ({name_rows(table.repeats)})."]


def choose_place(sheets: Mapping[str, Sequence[Sequence[str]]]) -> str:
    """Choose the sheet that looks most like answers: the most unsur with answers below, and of equal ones the most rows.

    Parameters
    ----------
    sheets : mapping of str to records
        From a workbook.

    Returns
    -------
    str

    Examples
    --------
    >>> choose_place({"Petunjuk": [["Isi data"]], "Data": [["Syarat", "Biaya"], ["4", "3"]]})
    'Data'
    """

    def fitness(name: str) -> tuple[int, int, float]:
        records = sheets[name]
        value, place = best_heading(records)
        return _count_unsur(_answered_headings(records, place)), len(records) - place, value

    return max(sheets, key=fitness)


def best_heading(records: Sequence[Sequence[str]]) -> tuple[float, int]:
    """Find the row that looks most like a heading.

    Parameters
    ----------
    records : sequence of sequence of str
        Of a file.

    Returns
    -------
    (float, int)
        How much it looks like one, and its place.

    Examples
    --------
    >>> best_heading([["Rekap SKM"], ["No", "Syarat"], ["(1)", "(2)"], ["1", "4"], ["2", "4"]])[1]
    1
    """
    scored = [
        (_fitness(records, place), -place)
        for place, record in enumerate(records[:HEADING_SEARCHED])
        if any(map(str.strip, record)) and any(any(map(str.strip, row)) for row in records[place + 1 :])
    ]
    value, place = max(scored, default=(0.0, 0))
    return value, lowest_row(records, -place)


def _fitness(records: Sequence[Sequence[str]], place: int) -> float:
    """Count distinct cells that do not come back below, words more than numbers, unsur most."""
    cells = heading_cells(records, place)
    below = rows_below(records, place)
    seen: set[str] = set()
    kept: list[str] = []
    total = 0.0
    for column, cell in enumerate(cells):
        folded = fold(cell)
        if not folded or folded in seen or len(cell) > HEADING_LENGTH:
            continue
        seen.add(folded)
        if any(column < len(row) and fold(row[column]) == folded for row in below):
            continue
        is_value = _NUMBER.fullmatch(folded) or read_day(folded)
        total += NUMBER_WEIGHT if is_value else 1.0
        kept.append(cell)
    return total + UNSUR_WEIGHT * _count_unsur(kept)


def _answered_headings(records: Sequence[Sequence[str]], place: int) -> list[str]:
    """List the headings with answers below them, and not the means of a summary."""
    below = rows_below(records, place)
    columns = {
        heading: pd.Series([row[column] for row in below if column < len(row)], dtype="str")
        for column, heading in enumerate(heading_cells(records, place))
    }
    return [heading for heading, cells in columns.items() if answer_kind(cells) in ANSWERS]


def _count_unsur(cells: Sequence[str]) -> int:
    """Count the unsur that a heading speaks of, or its bare numbers with a letter."""
    words = {
        max(points, key=lambda unsur: points[unsur])
        for cell in cells
        if (points := score_heading(cell)) and max(points.values()) >= LIKELY
    }
    numbers = {number for cell in cells if (number := bare_number(cell)) and not _NUMBER.fullmatch(fold(cell))}
    return max(len(words), len(numbers) if len(numbers) <= len(cells) else 0)
