"""What is told about how a file was read: the sheet that was chosen, others like it, lines above the heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from skmlib.recount.heading import Heading, find_heading, name_columns
from skmlib.recount.sheets import Sheet

ORDINAL = re.compile(r" \(\d+\)$")


def tell_sheets(sheets: Sequence[Sheet], chosen: Sheet, wanted: set[str]) -> list[str]:
    """Tell which of several sheets is read, and which others have its headings and answers below.

    Parameters
    ----------
    sheets : sequence of Sheet
        Those of the file that hold any text.
    chosen : Sheet
        The one that is read.
    wanted : set of str
        Folded headings that are looked for.

    Returns
    -------
    list of str
        Nothing of a CSV file, whose grids have no names.

    Examples
    --------
    >>> one, other = Sheet("Mei", (("Waktu",), ("4",))), Sheet("Juni", (("Waktu", "No"), ("3", "1")))
    >>> tell_sheets([one, other], one, {"waktu"})
    ["lembar 'Mei' dari 2", "lembar berjudul sama: ['Juni']"]
    """
    if len(sheets) < 2 or not chosen.name:
        return []
    own = _headings(chosen, wanted)
    alike = [sheet.name for sheet in sheets if sheet is not chosen and own and own <= _headings(sheet, wanted)]
    told = [f"lembar {chosen.name!r} dari {len(sheets)}"]
    return [*told, f"lembar berjudul sama: {alike}"] if alike else told


def _headings(sheet: Sheet, wanted: set[str]) -> set[str]:
    """Give the headings of a sheet, those that stand twice once; none of a sheet without rows below them."""
    heading = find_heading(sheet.rows, wanted)
    if heading is None or not any(cell.strip() for line in sheet.rows[heading.below :] for cell in line):
        return set()
    return {ORDINAL.sub("", name) for name in heading.names if not name.endswith(" tanpa judul)")}


def tell_above(sheet: Sheet, heading: Heading) -> list[str]:
    """Tell the filled lines above a heading; its own upper row is one of them where no name is taken from it.

    Parameters
    ----------
    sheet : Sheet
        That is read.
    heading : Heading
        Where it was found.

    Returns
    -------
    list of str
        One text or none.

    Examples
    --------
    >>> rows = (("SKM",), ("No", "Unsur"), ("", "Waktu"))
    >>> tell_above(Sheet("", rows), Heading(("no", "waktu"), 2, 3, 1))
    ['di atas judul: [1]']
    """
    top = heading.below - heading.height
    lower = sheet.rows[heading.below - 1]
    if heading.height > 1 and name_columns([*lower, *[""] * (len(heading.names) - len(lower))]) == [*heading.names]:
        top += 1
    above = [number for number, line in enumerate(sheet.rows[:top], 1) if any(cell.strip() for cell in line)]
    return [f"di atas judul: {above}"] if above else []
