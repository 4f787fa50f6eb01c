"""The grids that a CSV file may be: one for each separator, as its lines stand or saved as CSV a second time."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.sheets import Sheet

SEPARATORS = (",", ";", "\t", "|")
LARGEST = 100_000_000


def read_csv(path: Path) -> list[Sheet]:
    """Read a CSV file with each separator.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    list of Sheet
        Of which the one that shows most of the headings is meant.

    Raises
    ------
    CannotRecountError
        When it is too large or not there.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise CannotRecountError(f"{path.name} terlalu besar")
        text = decode(path.read_bytes())
    except OSError as error:
        raise CannotRecountError(f"{path.name} tidak terbaca") from error
    grids = [_split(text, separator) for separator in SEPARATORS]
    if not all(map(_is_one_cell_a_line, grids)):
        return [Sheet("", grid) for grid in grids]
    inner = "\n".join(map("".join, grids[0]))
    return [Sheet("", grid) for grid in (*grids, *(_split(inner, separator) for separator in SEPARATORS))]


def _is_one_cell_a_line(grid: tuple[tuple[str, ...], ...]) -> bool:
    """Say whether every line is one quoted cell, as after saving a CSV file as CSV once more."""
    return all(len(line) <= 1 for line in grid)


def _split(text: str, separator: str) -> tuple[tuple[str, ...], ...]:
    """Split a text into lines of cells; a line break inside double quotes splits nothing."""
    csv.field_size_limit(2_000_000)
    try:
        return tuple(tuple(line) for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise CannotRecountError("CSV ini tidak terbaca") from error


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
