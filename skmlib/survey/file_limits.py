"""What is refused of a file before it is used: a link out of its folder, too many bytes, an endless line, an endless text.

Parameters name files without folders, so they reach nothing else; a link could, so it may only point into its own folder.
Folders may be links: whoever keeps `data` on another disk makes one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from skmlib.problems import DataError, Problem, quote

SIZE_MAX = 100 * 2**20
LINE_LENGTH_MAX = 2_000_000
TEXT_MAX = 30_000  # letters of a cell: a little less than Excel holds, so that a text with its marks still fits there
LONG_TEXT_ADVICE = "ringkaskan, atau periksa tanda kutip di sel itu dan sebelumnya"
BLOCK = 2**20  # bytes read at a time; a line within one is not too long


def check_place(path: Path, *, berkas: str) -> None:
    """Refuse a file that is a link out of its folder.

    Parameters
    ----------
    path : Path
        The file, which need not be there.
    berkas : str
        Its name for messages.

    Raises
    ------
    DataError
        When it is such a link.
    """
    if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
        raise DataError([Problem(berkas, "berkas ini tautan ke luar foldernya", "letakkan berkasnya sendiri di sini")])


def check_size(path: Path, *, berkas: str) -> None:
    """Refuse a file of more than `SIZE_MAX` bytes, and one that `check_place` refuses.

    Parameters
    ----------
    path : Path
        The file.
    berkas : str
        Its name for messages.

    Raises
    ------
    OSError
        When there is no such file.
    DataError
        When it is larger, or a link out of its folder.
    """
    check_place(path, berkas=berkas)
    size = path.stat().st_size
    if size > SIZE_MAX:
        what = f"berkas ini {size // 2**20} MB, lebih dari {SIZE_MAX // 2**20} MB"
        raise DataError([Problem(berkas, what, "simpan datanya saja, atau hitung dengan 'skm tally'")])


def check_lines(text: str, *, berkas: str) -> None:
    r"""Refuse a text with a line that no spreadsheet writes.

    Parameters
    ----------
    text : str
        Of a CSV file; its lines end in a line feed, or all in a carriage return.
    berkas : str
        Its name for messages.

    Raises
    ------
    DataError
        When a line has more than `LINE_LENGTH_MAX` letters.

    Examples
    --------
    >>> check_lines("Syarat,Biaya\n4,3\n", berkas="a.csv")
    """
    ending = "\n" if "\n" in text else "\r"
    start = 0
    while len(text) - start > LINE_LENGTH_MAX:
        end = text.rfind(ending, start, start + LINE_LENGTH_MAX + 1)  # the last line that ends in reach
        if end < 0:
            raise _endless(berkas, text.count(ending, 0, start) + 1)
        start = end + 1


def check_line_bytes(path: Path, *, berkas: str) -> None:
    """Refuse a file of any size with a line that no spreadsheet writes; DuckDB passes over such a line without telling.

    Parameters
    ----------
    path : Path
        A CSV file.
    berkas : str
        Its name for messages.

    Raises
    ------
    OSError
        When it cannot be read.
    DataError
        When a line has more than `LINE_LENGTH_MAX` bytes.
    """
    length, line = 0, 1
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            ending = b"\n" if b"\n" in block else b"\r"
            first, last = block.find(ending), block.rfind(ending)
            if length + (first if first >= 0 else len(block)) > LINE_LENGTH_MAX:
                raise _endless(berkas, line)
            length = len(block) - last - 1 if last >= 0 else length + len(block)
            line += block.count(ending)


def check_cells(rows: Mapping[int, Sequence[str]], headings: Sequence[str], *, berkas: str) -> list[Problem]:
    """Find texts that are longer than any report can show.

    Parameters
    ----------
    rows : mapping of int to sequence of str
        Cells by row number.
    headings : sequence of str
        Of their columns; looked at too.
    berkas : str
        Its name for messages.

    Returns
    -------
    list of Problem
        One for each cell of more than `TEXT_MAX` letters.

    Examples
    --------
    >>> check_cells({2: ["a" * 40_000]}, ["Saran"], berkas="a.csv")[0].tertulis
    'tertulis teks 40.000 huruf, paling panjang 30.000 huruf'
    """
    named = [
        Problem(berkas, f"judul kolom ke-{place} {too_long(len(heading))}", LONG_TEXT_ADVICE)
        for place, heading in enumerate(headings, 1)
        if len(heading) > TEXT_MAX
    ]
    return named + [
        Problem(berkas, f"tertulis teks {too_long(len(cell))}", LONG_TEXT_ADVICE, row, quote(heading)[1:-1])
        for row, cells in rows.items()
        if any(len(cell) > TEXT_MAX for cell in cells)
        for cell, heading in zip(cells, headings, strict=False)
        if len(cell) > TEXT_MAX
    ]


def too_long(length: int) -> str:
    """Say how long a text is, and how long it may be.

    Examples
    --------
    >>> too_long(40_000)
    '40.000 huruf, paling panjang 30.000 huruf'
    """
    found, allowed = (f"{number:,}".replace(",", ".") for number in (length, TEXT_MAX))
    return f"{found} huruf, paling panjang {allowed} huruf"


def _endless(berkas: str, line: int) -> DataError:
    """Say which line is too long."""
    what = f"lebih panjang dari {LINE_LENGTH_MAX // 1_000_000} juta huruf"
    return DataError([Problem(berkas, what, "periksa tanda pemisah dan akhir baris", baris=line)])
