"""Sheets of an OpenDocument spreadsheet: stored values, cells and rows that are repeated, cells that span rows."""

from __future__ import annotations

import re
from pathlib import Path

from skmlib.recount.archive import Archive, Element, attribute, children, plain
from skmlib.recount.cell_text import number_text, truth_text
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.sheets import MOST_CELLS, Grid, Sheet

NUMBERS = ("float", "percentage", "currency")
CLOCK = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
HOURS, WIDEST = 24, 16_384


def read_ods(path: Path) -> list[Sheet]:
    """Read all sheets.

    Parameters
    ----------
    path : Path
        An ODS file.

    Returns
    -------
    list of Sheet
        In the order of the file; hidden rows are read like others.

    Raises
    ------
    CannotRecountError
        When it cannot be read.
    """
    with Archive(path) as archive:
        return [_sheet(table) for table in archive.read_each("content.xml", "table")]


def _sheet(table: Element) -> Sheet:
    """Read one sheet; empty rows and cells at the end may be repeated a million times and are not laid out."""
    grid, place, laid_out = Grid(attribute(table, "name") or ""), 0, 0
    merged: list[tuple[int, int, int]] = []
    for row in (element for element in table.iter() if plain(element.tag) == "table-row"):
        cells, spans = _row(row)
        repeated = _times(row, "number-rows-repeated")
        laid_out += repeated * len(cells)
        if laid_out > MOST_CELLS:
            raise CannotRecountError(f"lembar {grid.name!r} terlalu besar")
        for shift in range(repeated if cells else 0):
            for column, text in cells.items():
                grid.put(place + shift, column, text)
        merged += [(place, place + height - 1, column) for column, height in spans.items()]
        place += repeated
    for span in merged:
        grid.span(*span)
    return grid.sheet()


def _row(row: Element) -> tuple[dict[int, str], dict[int, int]]:
    """Give the filled cells of a row by column, and how many rows those span that span several."""
    cells: dict[int, str] = {}
    spans: dict[int, int] = {}
    column = 0
    for cell in row:
        if plain(cell.tag) not in ("table-cell", "covered-table-cell"):
            continue
        repeated, text = _times(cell, "number-columns-repeated"), _text(cell)
        if text:
            cells |= dict.fromkeys(range(column, column + min(repeated, WIDEST)), text)
        height = _times(cell, "number-rows-spanned")
        if height > 1:
            spans[column] = height
        column += repeated
    return cells, spans


def _times(element: Element, name: str) -> int:
    """Read how often something is repeated; once where nothing is said."""
    return int(attribute(element, name) or 1)


def _text(cell: Element) -> str:
    """Give the text of a cell from its stored value."""
    kind = attribute(cell, "value-type") or ""
    if kind in NUMBERS:
        return number_text(float(attribute(cell, "value") or "nan"))
    if kind == "boolean":
        return truth_text(attribute(cell, "boolean-value") == "true")
    if kind == "date":
        day, _, time = (attribute(cell, "date-value") or "").partition("T")
        time = time.partition(".")[0]
        return day if time in ("", "00:00:00") else f"{day} {time}"
    if kind == "time":
        return _clock(attribute(cell, "time-value") or "")
    if kind != "string":
        return ""
    stored = attribute(cell, "string-value")
    return "\n".join(map(_paragraph, children(cell, "p"))) if stored is None else stored


def _clock(duration: str) -> str:
    """Write a time of the day, or as it is stored what is longer than a day."""
    found = CLOCK.fullmatch(duration)
    if not found or int(found[1]) >= HOURS:
        return duration
    return ":".join(part.zfill(2) for part in found.groups())


def _paragraph(element: Element) -> str:
    """Join the texts of a paragraph; spaces, tabs and line breaks are elements of their own."""
    name = plain(element.tag)
    if name == "annotation":
        return ""
    own = " " * _times(element, "c") if name == "s" else {"tab": "\t", "line-break": "\n"}.get(name, element.text or "")
    return own + "".join(_paragraph(child) + (child.tail or "") for child in element)
