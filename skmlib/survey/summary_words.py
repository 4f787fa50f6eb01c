"""The words that rows around the data begin with: sums, means, weights, targets."""

from __future__ import annotations

import re

SUMMARY = re.compile(
    r"(?:[∑\u03c3]|(?:grand total|jumlah|jml|total|rata[- ]?rata|rerata|rata2|mean|nrr|nilai|ikm|indeks|bobot|mutu"
    r"|kinerja|konversi|skor|target|harapan|maks\w*|min(?:imal|imum)?|tahun lalu)\b).*"
)
