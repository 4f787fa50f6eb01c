"""What the synthetic answers of `2024/kasn` must give: the means, the index and the months that KASN published for 2024.

260 respondents. Sums of U1 to U9: 918 926 900 939 906 938 937 910 898, together 8,272: 25 x 8,272 / (9 x 260) = 88.376,
printed 88.38. U4 and U6 differ by one and both print 3.61; one more for U1 would make it category A. The profile stands in
the reference file of the tests.
"""

from __future__ import annotations

import datetime

FIRST_DAY = datetime.date(2024, 2, 19)

# How many respondents answer 1, 2, 3 and 4.
ANSWER_COUNTS = {
    "persyaratan": {1: 1, 2: 7, 3: 105, 4: 147},
    "prosedur": {1: 0, 2: 6, 3: 102, 4: 152},
    "waktu": {1: 2, 2: 12, 3: 110, 4: 136},
    "biaya": {1: 1, 2: 4, 3: 90, 4: 165},
    "produk": {1: 1, 2: 9, 3: 113, 4: 137},
    "kompetensi": {1: 0, 2: 4, 3: 94, 4: 162},
    "perilaku": {1: 1, 2: 5, 3: 90, 4: 164},
    "sarana": {1: 2, 2: 13, 3: 110, 4: 135},
    "akses_aplikasi": {1: 2, 2: 11, 3: 110, 4: 137},
    "pengaduan": {1: 3, 2: 9, 3: 103, 4: 145},
    "layanan_pokja": {1: 1, 2: 6, 3: 100, 4: 153},
}
# Months of contact: one of each respondent (together 260), and how many others tick the month beside theirs (together 176).
# Published: Januari 95 + 44 = 139, Februari 90 + 52 = 142, Maret 70 + 58 = 128, April 5 + 22 = 27; 436 ticks.
MONTHS_FIRST = {"Januari": 95, "Februari": 90, "Maret": 70, "April": 5}
MONTHS_BESIDE = {"Januari": 44, "Februari": 52, "Maret": 58, "April": 22}
