"""A CSV export as rows of texts: its encoding, its separator and its heading found anew (data dictionary, section 5)."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Sequence
from pathlib import Path

from skmlib.recount.refusal import CannotRecountError

SEPARATORS = (",", ";", "\t", "|")


@dataclasses.dataclass(frozen=True)
class Row:
    """A row of an export: its number in a spreadsheet, its cells, and the cells by folded heading."""

    number: int
    cells: tuple[str, ...]
    by_heading: dict[str, str]


def read_table(path: Path, headings: Sequence[str]) -> list[Row]:
    """Read the rows below the heading.

    Parameters
    ----------
    path : Path
        A CSV file.
    headings : sequence of str
        Headings that must be there, in any order.

    Returns
    -------
    list of Row
        Rows that hold any text.

    Raises
    ------
    CannotRecountError
        When the file is no CSV with these headings.
    """
    if path.suffix.lower() != ".csv":
        raise CannotRecountError(f"{path.name} bukan CSV")
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise CannotRecountError(f"{path.name} tidak terbaca") from error
    wanted = {fold_heading(heading) for heading in headings}
    for separator in SEPARATORS:
        lines = [tuple(line) for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator)]
        for place, line in enumerate(lines):
            names = name_columns(line)
            if wanted <= set(names):
                below = enumerate(lines[place + 1 :], place + 2)
                return [
                    Row(number, cells, dict(zip(names, cells, strict=False)))
                    for number, cells in below
                    if any(cell.strip() for cell in cells)
                ]
    raise CannotRecountError(f"judul kolom di {path.name} tidak ditemukan dalam satu baris")


def decode(content: bytes) -> str:
    """Read UTF-8 or UTF-16 with a byte order mark, UTF-8, else Windows-1252; a first line `sep=;` is dropped."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    first, _, rest = text.partition("\n")
    return f"\n{rest}" if first.strip().lower().startswith("sep=") else text


def name_columns(line: Sequence[str]) -> list[str]:
    """Name the columns; a heading that stands twice is numbered from left to right.

    Examples
    --------
    >>> name_columns(["Waktu", "Catatan", " catatan"])
    ['waktu', 'catatan (1)', 'catatan (2)']
    """
    folded = [fold_heading(cell) for cell in line]
    seen: dict[str, int] = {}
    names = []
    for name in folded:
        seen[name] = seen.get(name, 0) + 1
        names.append(f"{name} ({seen[name]})" if folded.count(name) > 1 else name)
    return names


def fold_heading(heading: str) -> str:
    """Make capitals and runs of spaces equal."""
    return " ".join(heading.split()).casefold()
