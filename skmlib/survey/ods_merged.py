"""Cells of an ODS workbook that span several rows. The reader of workbooks tells them of XLSX and XLS only.

A sheet is rows of cells; both may be repeated without being written again, and a cell says itself how many rows it spans.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
CONTENT = "content.xml"
Merged = tuple[tuple[int, int], tuple[int, int]]


def find_merged(content: bytes) -> dict[str, list[Merged]]:
    """Find the cells that span several rows.

    Parameters
    ----------
    content : bytes
        A workbook; only an ODS file has any here.

    Returns
    -------
    dict of str to list
        By sheet: first and last place (row, column), counted from 0.

    Raises
    ------
    OSError
        When the file cannot be unpacked or parsed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if CONTENT not in archive.namelist():
                return {}
            text = archive.read(CONTENT)
        if b"number-rows-spanned" not in text or b"<!DOCTYPE" in text:
            return {}
        tables = ElementTree.fromstring(text).iter(f"{TABLE}table")
        return {table.get(f"{TABLE}name", ""): list(_find_in(table)) for table in tables}
    except (zipfile.BadZipFile, ElementTree.ParseError, ValueError) as error:
        raise OSError("the workbook cannot be parsed") from error


def _find_in(table: ElementTree.Element) -> Iterator[Merged]:
    """Go through the rows and cells of a sheet."""
    place = 0
    for row in table.iter(f"{TABLE}table-row"):
        column = 0
        for cell in row:
            height = int(cell.get(f"{TABLE}number-rows-spanned", 1))
            if height > 1:
                width = int(cell.get(f"{TABLE}number-columns-spanned", 1))
                yield (place, column), (place + height - 1, column + width - 1)
            column += int(cell.get(f"{TABLE}number-columns-repeated", 1))
        place += int(row.get(f"{TABLE}number-rows-repeated", 1))
