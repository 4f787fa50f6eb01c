"""The words that rows around the data begin with: sums, means, weights, targets.

Some of them begin a name as well (Harapan, Maksum), so in a column of names only those count that can be nothing else. Alone
in a cell these are no remark either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

COLUMN_NUMBERS_MIN = 4

SUMMARY = re.compile(
    r"(?:[∑\u03c3]|(?:grand total|jumlah|jml|total|rata[- ]?rata|rerata|rata2|mean|nrr|nilai|ikm|indeks|bobot|mutu"
    r"|kinerja|konversi|skor|target|harapan|maks\w*|min(?:imal|imum)?|tahun lalu)\b).*"
)
# A row begins with such a word, and not with a code of a respondent such as "HARAPAN-01"; "rata2" is no code.
BEGINS = re.compile(rf"(?!(?!rata2)\S*\d\S*\Z){SUMMARY.pattern}")
_SUMS = r"(?:[∑\u03c3]|(?:grand total|jumlah|jml|total|rata[- ]?rata|rerata|rata2|mean|nrr|ikm)\b)"
NO_NAME = re.compile(rf"{_SUMS}.*")
ALONE = re.compile(rf"{_SUMS}\W*")
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?")


def numbers_columns(row: Sequence[str]) -> bool:
    """Tell whether the filled cells of a row, more than four, count on as numbers of columns do.

    Examples
    --------
    >>> numbers_columns(["(1)", "(2)", "", "(3)", "(4)", "(5)"]), numbers_columns(["1", "2", "3"])
    (True, False)
    """
    filled = [*filter(None, map(str.strip, row))]
    first = _COLUMN_NUMBER.fullmatch(filled[0]) if len(filled) > COLUMN_NUMBERS_MIN else None
    numbered = enumerate(filled, int(first[1]) if first else 0)
    return bool(first) and all(
        (m := _COLUMN_NUMBER.fullmatch(cell)) and int(m[1]) == number for number, cell in numbered
    )
