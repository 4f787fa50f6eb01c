"""The words that rows around the data begin with: sums, means, weights, targets.

Some of them begin a name as well (Harapan, Maksum), so in a column of names only those count that can be nothing else. Alone
in a cell these are no remark either.
"""

from __future__ import annotations

import re

SUMMARY = re.compile(
    r"(?:[∑\u03c3]|(?:grand total|jumlah|jml|total|rata[- ]?rata|rerata|rata2|mean|nrr|nilai|ikm|indeks|bobot|mutu"
    r"|kinerja|konversi|skor|target|harapan|maks\w*|min(?:imal|imum)?|tahun lalu)\b).*"
)
_SUMS = r"(?:[∑\u03c3]|(?:grand total|jumlah|jml|total|rata[- ]?rata|rerata|rata2|mean|nrr|ikm)\b)"
NO_NAME = re.compile(rf"{_SUMS}.*")
ALONE = re.compile(rf"{_SUMS}\W*")
