"""An export as rows below a heading: the sheet with most of the headings, cells by heading (data dictionary, section 5)."""

from __future__ import annotations

import dataclasses
import struct
from collections.abc import Sequence
from pathlib import Path

from skmlib.recount.archive import Archive
from skmlib.recount.csv_file import read_csv
from skmlib.recount.heading import Heading, find_heading, fold_heading, name_columns
from skmlib.recount.how_read import tell_above, tell_sheets
from skmlib.recount.ods import read_ods
from skmlib.recount.ole import SIGNATURE
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.sheets import Sheet
from skmlib.recount.ticks import join_ticks
from skmlib.recount.xls import read_xls
from skmlib.recount.xlsx import WORKBOOK, read_xlsx

ZIP = b"PK\x03\x04"


@dataclasses.dataclass(frozen=True)
class Row:
    """A row of an export: its number in a spreadsheet, its cells, and the cells by folded heading."""

    number: int
    cells: tuple[str, ...]
    by_heading: dict[str, str]


@dataclasses.dataclass(frozen=True)
class Table:
    """An export.

    Attributes
    ----------
    names : tuple of str
        Folded headings of its columns.
    heading : tuple of tuples of str
        The row or the two rows of the heading, as they stand.
    rows : tuple of Row
        Rows that hold any text.
    told : tuple of str
        How it was read, a short text for each thing to tell: `cara_membaca`.
    repeats : int
        Rows that repeat the heading and are not among `rows`: of the long form only.
    """

    names: tuple[str, ...]
    heading: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    told: tuple[str, ...] = ()
    repeats: int = 0


def read_table(path: Path, headings: Sequence[str]) -> list[Row]:
    """Read the rows of a table of which nothing else is needed, such as `komentar.csv`.

    Parameters
    ----------
    path : Path
        A CSV file or a workbook.
    headings : sequence of str
        Headings that must be there, in any order.

    Returns
    -------
    list of Row
        Rows that hold any text.

    Raises
    ------
    CannotRecountError
        When the file cannot be read or has no such headings.
    """
    return list(read_export(path, headings).rows)


def read_export(
    path: Path, headings: Sequence[str], *, lembar: str | None = None, baris_judul: int | None = None
) -> Table:
    """Read an export.

    Parameters
    ----------
    path : Path
        A CSV file or a workbook.
    headings : sequence of str
        Headings that must be there, in any order.
    lembar : str, optional
        The sheet of a workbook.
    baris_judul : int, optional
        The row of the heading.

    Returns
    -------
    Table
        Its heading and the rows below it.

    Raises
    ------
    CannotRecountError
        When the file cannot be read or has no such headings.
    """
    wanted = {fold_heading(heading) for heading in headings}
    best: tuple[Sheet, Heading, Sheet] | None = None
    sheets = _sheets(path, lembar)
    for written in sheets:
        sheet = join_ticks(written)
        heading = find_heading(sheet.rows, wanted, baris_judul=baris_judul)
        if heading and (best is None or (heading.found, written.size) > (best[1].found, best[2].size)):
            best = sheet, heading, written
    if best is None or best[1].found < len(wanted):
        raise CannotRecountError(f"judul kolom di {path.name} tidak ditemukan")
    sheet, heading, written = best
    chosen = [] if lembar else tell_sheets([one for one in sheets if one.rows], written, wanted)
    return _table(sheet, heading, (*chosen, *sheet.told, *tell_above(sheet, heading)))


def _sheets(path: Path, lembar: str | None) -> list[Sheet]:
    """Read the sheets of a file, or the one that is named; what a file is, its content says."""
    try:
        with path.open("rb") as file:
            beginning = file.read(len(SIGNATURE))
        if not beginning.startswith((ZIP, SIGNATURE)):
            return read_csv(path)
        sheets = read_xls(path) if beginning == SIGNATURE else _read_archive(path)
    except OSError as error:
        raise CannotRecountError(f"{path.name} tidak terbaca") from error
    except (ValueError, LookupError, struct.error) as error:
        raise CannotRecountError(f"{path.name} rusak atau terkunci") from error
    return [sheet for sheet in sheets if lembar is None or fold_heading(sheet.name) == fold_heading(lembar)]


def _read_archive(path: Path) -> list[Sheet]:
    """Read a workbook that is an archive."""
    with Archive(path) as archive:
        is_excel = WORKBOOK in archive.parts
    return read_xlsx(path) if is_excel else read_ods(path)


def _table(sheet: Sheet, heading: Heading, told: tuple[str, ...]) -> Table:
    """Cut the rows of a table as wide as its heading or what stands below it holds texts."""
    top = heading.below - heading.height
    width = max(place + 1 for line in sheet.rows[top:] for place, cell in enumerate(line) if cell.strip())
    names = (*heading.names, *name_columns([""] * width)[len(heading.names) :])[:width]
    rows = []
    for number, line in enumerate(sheet.rows[heading.below :], heading.below + 1):
        if any(cell.strip() for cell in line):
            cells = (*line, *[""] * (width - len(line)))[:width]
            rows.append(Row(number, cells, dict(zip(names, cells, strict=True))))
    return Table(names, sheet.rows[top : heading.below], tuple(rows), told)
