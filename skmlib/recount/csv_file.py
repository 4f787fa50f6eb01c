"""The grids that a CSV file may be: one for each separator, as its lines stand or saved as CSV a second time."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.sheets import Sheet

SEPARATORS = (",", ";", "\t", "|")
LARGEST = 100_000_000
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
WINDOWS, TWICE = "cp1252", "tersimpan dua kali"


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
        content = path.read_bytes()
    except OSError as error:
        raise CannotRecountError(f"{path.name} tidak terbaca") from error
    text, told = decode(content), (WINDOWS,) if is_windows(content) else ()
    sheets = [Sheet("", _split(text, separator), told) for separator in SEPARATORS]
    if all(_is_one_cell_a_line(sheet.rows) for sheet in sheets):
        inner = "\n".join(map("".join, sheets[0].rows))
        sheets += [Sheet("", _split(inner, separator), (*told, TWICE)) for separator in SEPARATORS]
    return sheets


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
    if content.startswith(UTF_16):
        text = content.decode("utf-16")
    else:
        text = content.decode(WINDOWS, errors="replace") if is_windows(content) else content.decode("utf-8-sig")
    first, _, rest = text.partition("\n")
    return f"\n{rest}" if first.strip().lower().startswith("sep=") else text


def is_windows(content: bytes) -> bool:
    """Say whether bytes are neither UTF-16 with a byte order mark nor UTF-8.

    Examples
    --------
    >>> is_windows("Désa".encode()), is_windows("Désa".encode("cp1252"))
    (False, True)
    """
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return not content.startswith(UTF_16)
    return False
