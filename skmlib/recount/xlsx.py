"""Sheets of an XLSX or XLSM workbook: shared and inline strings, stored values of formulas, days by number format."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from skmlib.recount.archive import Archive, Element, attribute, children, plain
from skmlib.recount.cell_text import NUMBER, kind_of, number_text, truth_text
from skmlib.recount.sheets import Grid, Sheet, letters_to_number

WORKBOOK = "xl/workbook.xml"
PLACE = re.compile(r"([A-Z]+)([0-9]+)")


def read_xlsx(path: Path) -> list[Sheet]:
    """Read all sheets.

    Parameters
    ----------
    path : Path
        An XLSX or XLSM file.

    Returns
    -------
    list of Sheet
        In the order of the workbook; hidden sheets, rows and columns are read like others.

    Raises
    ------
    CannotRecountError
        When it cannot be read.
    """
    with Archive(path) as archive:
        book = archive.read_root(WORKBOOK)
        reader = _Reader(archive, book)
        targets = _targets(archive)
        sheets = [element for element in book.iter() if plain(element.tag) == "sheet"]
        places = [(element.get("name", ""), targets.get(attribute(element, "id") or "", "")) for element in sheets]
        return [reader.read(name, part) for name, part in places if "/worksheets/" in part]


def _targets(archive: Archive) -> dict[str, str]:
    """Give the part that each id stands for."""
    links = archive.read_root("xl/_rels/workbook.xml.rels")
    return {link.get("Id", ""): posixpath.normpath(posixpath.join("/xl", link.get("Target", "")))[1:] for link in links}


class _Reader:
    """Reads sheets with what they share: strings, formats, and the day that days are counted from."""

    def __init__(self, archive: Archive, book: Element) -> None:
        self._archive = archive
        self._strings = [_text(item) for item in archive.read_each("xl/sharedStrings.xml", "si")]
        self._kinds = _kinds(archive.read_root("xl/styles.xml"))
        told = [element.get("date1904") for element in book.iter() if plain(element.tag) == "workbookPr"]
        self._from_1904 = told in (["1"], ["true"])

    def read(self, name: str, part: str) -> Sheet:
        """Read one sheet; rows and cells without a place follow the one before."""
        grid, row = Grid(name), -1
        for element in self._archive.read_each(part, "row"):
            row = int(element.get("r", row + 2)) - 1
            column = -1
            for cell in children(element, "c"):
                found = PLACE.fullmatch(cell.get("r", ""))
                column = letters_to_number(found[1]) if found else column + 1
                grid.put(row, column, self._cell(cell))
        for merged in self._archive.read_each(part, "mergeCell"):
            corners = PLACE.findall(merged.get("ref", ""))
            if len(corners) == 2:
                (letters, first), (_, last) = corners
                grid.span(int(first) - 1, int(last) - 1, letters_to_number(letters))
        return grid.sheet()

    def _cell(self, cell: Element) -> str:
        """Give the text of a cell; of an error, nothing."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(map(_text, children(cell, "is")))
        stored = next((value.text or "" for value in children(cell, "v")), "")
        if not stored or kind == "e":
            return ""
        if kind == "s":
            return self._strings[int(stored)]
        if kind == "b":
            return truth_text(stored in ("1", "true"))
        if kind != "n":
            return stored
        style = int(cell.get("s", "0"))
        shown = self._kinds[style] if style < len(self._kinds) else NUMBER
        return number_text(float(stored), shown, from_1904=self._from_1904)


def _text(item: Element) -> str:
    """Join the runs of a string; what tells how it is spoken is no part of it."""
    own = [part.text or "" for part in children(item, "t")]
    return "".join(own + [part.text or "" for run in children(item, "r") for part in children(run, "t")])


def _kinds(styles: Element) -> list[str]:
    """Say of each style of cells what its format shows."""
    codes = {
        int(element.get("numFmtId", "0")): element.get("formatCode", "")
        for element in styles.iter()
        if plain(element.tag) == "numFmt"
    }
    formats = [int(cell.get("numFmtId", "0")) for cells in children(styles, "cellXfs") for cell in cells]
    return [kind_of(number, codes.get(number, "")) for number in formats]
