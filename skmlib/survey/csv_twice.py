"""CSV files that were saved as CSV twice: every line became one quoted cell, with the quotes inside it doubled.

`"Nama,""Saran, masukan"",Syarat"` was a line of three cells. It is read once more, and that is told. A file of one column
whose texts happen to hold commas is left alone: its lines do not fall into equally many cells.
"""

from __future__ import annotations

import csv
import io
from collections import Counter

from skmlib.survey.csv_file import SEPARATORS, WINDOWS, decode_text

MOSTLY = 0.8
LINES_MIN = 2
WINDOWS_TOLD = "Hurufnya bukan UTF-8 dan dibaca sebagai Windows-1252; periksa huruf khusus seperti tanda pisah."
TWICE_TOLD = (
    "Berkas ini tersimpan dua kali sebagai CSV (setiap baris menjadi satu sel bertanda kutip); isinya dibaca setelah dibuka "
    "sekali lagi."
)


def open_text(content: bytes, *, berkas: str) -> tuple[str, list[str]]:
    """Turn the bytes of a CSV file into text, and say what was done for it.

    Parameters
    ----------
    content : bytes
        Of the file.
    berkas : str
        Its name for messages.

    Returns
    -------
    text : str
        Of a CSV that was saved once.
    told : list of str
        Sentences for the analyst, in Indonesian.

    Raises
    ------
    DataError
        As `decode_text`.
    """
    text, encoding = decode_text(content, berkas=berkas)
    once = unwrap(text)
    told = [WINDOWS_TOLD] if encoding == WINDOWS else []
    return (text, told) if once is None else (once, [*told, TWICE_TOLD])


def unwrap(text: str) -> str | None:
    r"""Give the text that was saved a second time.

    Parameters
    ----------
    text : str
        Of a CSV file.

    Returns
    -------
    str or None
        Its lines, one for each record; None when the file was saved once.

    Examples
    --------
    >>> unwrap('"No,""Saran, kritik"",JK"\n"1,""ya, cepat"",L"\n')
    'No,"Saran, kritik",JK\n1,"ya, cepat",L\n'
    >>> unwrap('"Saran"\n"ya, cepat"\n"cepat, murah, dan ramah"\n') is None
    True
    """
    records = _split(text, ",", strict=True)
    lines = [record[0] if record else "" for record in records]
    n = sum(map(bool, map(str.strip, lines)))
    n_quoted = sum(line.lstrip().startswith('"') for line in text.splitlines())
    is_one_cell = all(not cell.strip() for record in records for cell in record[1:])
    if n < LINES_MIN or not is_one_cell or n_quoted < MOSTLY * n:
        return None
    once = "".join(f"{line}\n" for line in lines)
    return once if any(_is_table(_split(once, separator)) for separator in SEPARATORS) else None


def _is_table(records: list[list[str]]) -> bool:
    """Tell whether most records have as many cells as the first, and more than one."""
    widths = Counter(len(record) for record in records if any(map(str.strip, record)))
    first = next((len(record) for record in records if any(map(str.strip, record))), 0)
    return first > 1 and widths[first] >= MOSTLY * widths.total()


def _split(text: str, separator: str, *, strict: bool = False) -> list[list[str]]:
    """Split a text into records; none when its quotes do not allow it."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict))
    except csv.Error:  # the strict reading that follows says where
        return []
