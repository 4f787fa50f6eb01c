"""Workbooks in which a text is a text: never a formula, a number or a link, and with signs for what cannot be seen.

Formulas are written by `write_formula` alone, and only from what the program made itself.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from skmlib.survey.unseen import show_unseen

AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
IN_MEMORY = {"in_memory": True}  # no file with answers is left in a temporary folder by a process that ends early


CELL_MAX = 32_767  # letters that Excel keeps of a text
CUT = " … [terpotong: sel Excel memuat paling banyak 32.767 huruf]"


class PlainWorksheet(Worksheet):
    """A sheet that shows signs for what cannot be seen in a text, and says where a text did not fit."""

    def write_string(self, row: int, col: int, string: str, cell_format: Format | None = None) -> int:
        """Write a text into a cell; rows and columns count from 0."""
        shown = show_unseen(string)
        shown = shown if len(shown) <= CELL_MAX else shown[: CELL_MAX - len(CUT)] + CUT
        return super().write_string(row, col, shown, cell_format)


class PlainWorkbook(xlsxwriter.Workbook):
    """A workbook of such sheets.

    Parameters
    ----------
    target : Path or binary file
        Where it is written.
    title : str
        Of its properties.
    created : datetime.date
        The day that stands in it as that of its making.
    **options : Any
        Of XlsxWriter.
    """

    def __init__(self, target: Path | BinaryIO, *, title: str, created: datetime.date, **options: Any) -> None:
        super().__init__(target, options | AS_TEXT | IN_MEMORY)
        self.worksheet_class = PlainWorksheet
        midnight = datetime.datetime.combine(created, datetime.time())
        self.set_properties({"title": show_unseen(title), "created": midnight})

    def close(self) -> None:
        """Write the workbook; what the disk refuses is raised as the system says it, an `OSError`."""
        try:
            super().close()
        except FileCreateError as error:
            cause = error.args[0] if error.args else None
            raise (cause if isinstance(cause, OSError) else error) from error
