"""What the synthetic answers of `2023/kasn` must give: the means, the index and the respondents that KASN published for 2023.

480 respondents. A mean prints as published when its sum lies in a range, such as 3.62: 3.615 x 480 = 1735.2 up to 3.625 x
480 = 1740, so 1736 to 1739. The index prints 90.62 only with the sum 15,659: 25 x 15,659 / (9 x 480) = 90.619, and 15,660
gives 90.625, printed 90.63. The nine sums below: 1739 1738 1705 1782 1733 1762 1772 1743 1685, together 15,659. The profile
is not published; it is made up.
"""

from __future__ import annotations

import datetime

# Both phases end before the third quarter of 2023, in which the actions planned after this survey begin.
PHASES = ((265, datetime.date(2023, 2, 20)), (215, datetime.date(2023, 6, 5)))

# How many respondents answer 1, 2, 3 and 4: persyaratan 2 + 2 x 12 + 3 x 151 + 4 x 315 = 1739.
ANSWER_COUNTS_2023 = {
    "persyaratan": {1: 2, 2: 12, 3: 151, 4: 315},
    "prosedur": {1: 1, 2: 10, 3: 159, 4: 310},
    "waktu": {1: 4, 2: 20, 3: 163, 4: 293},
    "biaya": {1: 2, 2: 6, 3: 120, 4: 352},
    "produk": {1: 2, 2: 14, 3: 153, 4: 311},
    "kompetensi": {1: 0, 2: 8, 3: 142, 4: 330},
    "perilaku": {1: 1, 2: 8, 3: 129, 4: 342},
    "sarana": {1: 5, 2: 22, 3: 176, 4: 277},
    "akses_aplikasi": {1: 3, 2: 18, 3: 170, 4: 289},
    "pengaduan": {1: 4, 2: 14, 3: 137, 4: 325},
    "layanan_pokja": {1: 1, 2: 9, 3: 150, 4: 320},
}
PROFILE_2023 = {
    "jenis_kelamin": {"Laki-laki": 301, "Perempuan": 179},
    "usia": {"15-24": 6, "25-34": 92, "35-44": 241, "45-54": 112, "54-60": 25, ">60": 4},
    "pendidikan": {"SLTA/SMA": 21, "D1/D2/D3": 24, "S1": 291, "S2 dan ke atas": 144},
    "instansi": {
        "Kementerian": 22,
        "Lembaga Pemerintah": 10,
        "Pemerintah Provinsi": 54,
        "Pemerintah Kabupaten/Kota": 394,
    },
    "layanan": {
        "Pokja SM Wilayah I": 60,
        "Pokja SM Wilayah II": 20,
        "Pokja JPT Wilayah I": 180,
        "Pokja JPT Wilayah II": 140,
        "Pokja NKKNet": 80,
    },
}
