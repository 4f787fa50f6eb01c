"""The phases in one file: the sheet that looks most like answers, and the other sheets of the same survey.

Offices keep a sheet for each month or each service. A sheet belongs to the survey when it has the headings of the first one's
questions and holds answers below them; one without answers, a recapitulation of means or formulas, a list of labels, and one
that lacks a question are left out with the reason.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import pandas as pd

from skmlib.parameters.models import Panjang
from skmlib.problems import DataError, fold, name_options
from skmlib.survey.answer_kind import ANSWERS, answer_kind, count_answers
from skmlib.survey.guess_columns import guess_roles
from skmlib.survey.guess_long_form import find_long_form
from skmlib.survey.guess_rows import without_summaries
from skmlib.survey.guess_table import Book, Place, choose_place, find_place
from skmlib.survey.headings import find_column
from skmlib.survey.long_form import widen_table
from skmlib.survey.other_shapes import refuse_shape
from skmlib.survey.table_file import TableFile

EMPTY = "tanpa jawaban"
RECAP = "bukan jawaban responden"
KNOWN_SHARE = 0.8
LIST_MIN = 3


@dataclasses.dataclass(frozen=True, eq=False)  # frames have no equality
class Phase:
    """One sheet or file of a survey.

    Attributes
    ----------
    nama : str
        Its name.
    place : Place
        Where it stands.
    cells : DataFrame of str
        One row a respondent, rows of sums apart.
    panjang : Panjang or None
        Columns of the long form.
    unsur : dict of str to list of str
        Headings of each unsur, judged from this phase alone.
    around : list of int
        Rows of sums, notes and column numbers.
    told : tuple of str
        How it was read.
    """

    nama: str
    place: Place
    cells: pd.DataFrame
    panjang: Panjang | None
    unsur: Mapping[str, Sequence[str]]
    around: list[int]
    told: tuple[str, ...]

    @property
    def asked(self) -> list[str]:
        """Headings, as they stand in the file, by which another phase of the survey is known."""
        if self.panjang:
            return list(self.panjang.model_dump().values())
        return [name for names in self.unsur.values() for name in names]


@dataclasses.dataclass(frozen=True)
class LeftOut:
    """A sheet or file that is like the phases and is none.

    Attributes
    ----------
    nama : str
        Of the sheet or file.
    reason : str
        In Indonesian.
    is_doubtful : bool
        Whether it may hold answers that are lost.
    """

    nama: str
    reason: str
    is_doubtful: bool = False


def make_phase(nama: str, place: Place, *, first: Phase | None = None) -> Phase:
    """Make a phase of a table.

    Parameters
    ----------
    nama : str
        Its name.
    place : Place
        Where it stands.
    first : Phase, optional
        The phase whose columns it has.

    Returns
    -------
    Phase

    Raises
    ------
    DataError
        When a respondent of a long form answered a question in two ways.
    """
    cells = without_summaries(frame_of(place.table))
    panjang = first.panjang if first else find_long_form(cells)
    table = widen_table(place.table, panjang) if panjang and not cells.empty else place.table
    rows = frame_of(table)
    cells = without_summaries(rows)
    around = [int(row) for row in rows.index.difference(cells.index)]
    unsur = {} if cells.empty else guess_roles(cells).unsur.columns
    return Phase(nama, place, cells, panjang, unsur, around, table.told)


def find_phases(book: Book) -> tuple[list[Phase], list[LeftOut]]:
    """Find the phases in a file.

    Parameters
    ----------
    book : Book
        The file.

    Returns
    -------
    phases : list of Phase
        At least one, in the order of the sheets.
    left_out : list of LeftOut

    Raises
    ------
    DataError
        As `find_place` and `make_phase`, or when the table has a shape that holds no answers of respondents.
    """
    chosen = choose_place(book.sheets)
    refuse_shape(book.sheets[chosen], berkas=book.berkas)
    first = make_phase(chosen, find_place(book, chosen))
    found: list[Phase] = []
    left_out: list[LeftOut] = []
    for name in book.sheets:
        other = first if name == chosen else _classify(book, name, first) if first.asked else None
        found += [other] if isinstance(other, Phase) else []
        left_out += [other] if isinstance(other, LeftOut) else []
    return found, left_out


def frame_of(table: TableFile) -> pd.DataFrame:
    """Give the cells of a table, by the row a spreadsheet shows.

    Examples
    --------
    >>> frame_of(TableFile("a.csv", ("Syarat",), {2: ["4"]})).index.tolist()
    [2]
    """
    index = pd.Index(list(table.rows), dtype="int64", name="baris")
    return pd.DataFrame(list(table.rows.values()), columns=list(table.headings), index=index, dtype="str")


def _classify(book: Book, name: str, first: Phase) -> Phase | LeftOut | None:
    """Tell whether another sheet is a phase, is like one, or is something else."""
    try:
        place = find_place(book, name, wanted=first.asked)
    except DataError:
        return None
    cells = without_summaries(frame_of(place.table))
    missing = [heading for heading in first.asked if find_column(cells, heading) is None]
    if 2 * len(missing) > len(first.asked):
        return None
    given = _answers(cells, first)
    if all((given[column].str.strip() == "").all() for column in given.columns):
        return LeftOut(name, EMPTY)
    if not _are_answers(given, first):
        return LeftOut(name, RECAP)
    if missing:
        return LeftOut(name, f"tanpa kolom {name_options(missing)}", is_doubtful=True)
    return make_phase(name, place, first=first)


def _answers(cells: pd.DataFrame, like: Phase) -> pd.DataFrame:
    """Give the columns of answers as they stand in the file."""
    names = [like.panjang.kolom_jawaban] if like.panjang else like.asked
    found = {fold(name): column for name in names if (column := find_column(cells, name)) is not None}
    return pd.DataFrame(found, index=cells.index, dtype="str")


def _are_answers(given: pd.DataFrame, first: Phase) -> bool:
    """Tell whether most columns hold answers: of a scale of four, or mostly the texts that the first phase holds.

    A list of the labels is none: there, no text comes back in its column.
    """
    known = _answers(frame_of(first.place.table), first)
    fitting = 0
    for name in given.columns:
        counts = count_answers(given[name])
        same = counts[counts.index.isin(count_answers(known[name]).index)].sum()
        is_list = counts.sum() >= LIST_MIN and counts.max() == 1
        fitting += not is_list and (answer_kind(given[name]) in ANSWERS or same >= KNOWN_SHARE * max(1, counts.sum()))
    return 2 * fitting > len(given.columns)
