"""What the synthetic answers of the five units of Kementerian Sosial in `2024-S1` must give: 45 printed scores of 25 to 100.

`setjen`, `linjamsos`, `dayasos`, `rehsos` and `itjen`, together 9,429 respondents. A score is 25 x a whole sum / n, so some
printed ones are impossible, as averages of averages are. Each sum is the nearest, with one exception. What prints otherwise:

=========  ====  ===========================================================================================================
unit       n     printed -> comes out
=========  ====  ===========================================================================================================
setjen     1188  U1 90.37 -> 90.36, U2 90.23 -> 90.24, U4 93.97 -> 93.96, U5 89.59 -> 89.58, U6 90.23 -> 90.24
linjamsos  1887  U2 90.84 -> 90.85, U3 89.91 -> 89.90
dayasos    658   U2 89.60 -> 89.59, U3 86.60 -> 86.59, U4 90.25 -> 90.24, U7 91.05 -> 91.07, U8 89.58 -> 89.59,
                 U9 92.18 -> 92.17
rehsos     5433  none: every printed score comes out
itjen      263   U1 and U5 83.50 -> 83.46, U2 and U6 85.75 -> 85.74, U3 82.50 -> 82.51, U4 84.50 -> 84.51, U8 83.00 -> 82.98,
                 U9 84.00 -> 84.03; rounded to two decimals on the scale 1 to 4 all nine are as printed
=========  ====  ===========================================================================================================

The exception is U7 of dayasos: 91.03 and 91.07 both print 0.02 beside 91.05, and only the upper gives the unit's IKM as
printed, 89.66 (all nearest: 89.653). IKM of the units 90.58, 91.29, 89.66, 90.52, 84.55; mean of units 89.32, of respondents
90.46. The means of units per unsur come out as printed but for U1 88.83, U2 89.25, U5 88.51 and U9 89.53, each 0.01 off.

The published report contradicts itself, and nothing is mended here: it prints IKM 90.68 for setjen, 91.94 for rehsos and 84.06
for itjen, where its own scores have the means 90.58, 90.52 and 84.56, and 89.53 for the ministry, which is the mean of
the printed IKM. Profile and texts of the plans are made up, and so are the previous plans of setjen and linjamsos, of which
80 % and 70 % were done.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from sample_files import read_reference
from sample_survey import make_rows, nearest_sum, printed, write_survey

SEED = 20240501
PERIODE = "2024-S1"
# In the order of the reference file.
UNITS = ("setjen", "linjamsos", "dayasos", "rehsos", "itjen")
# U8 is sarana and U9 pengaduan, the reverse of the regulation's list.
UNSUR = (
    *("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku"),
    *("sarana", "pengaduan"),
)
# One above the nearest sum: 91.05 can not be reached, 2396 gives 91.03 and 2397 gives 91.07.
ABOVE_NEAREST = {("dayasos", "perilaku"): 1}

FAMILIES = {
    **{"ASN": 6, "Pendamping sosial": 9, "Pegawai swasta": 8, "Wiraswasta": 16, "Petani/nelayan": 15},
    **{"Pekerja lepas": 17, "Pelajar/mahasiswa": 4, "Ibu rumah tangga": 25},
}
OFFICES = {
    **{"ASN": 46, "Pendamping sosial": 25, "Pegawai swasta": 11, "Wiraswasta": 7},
    **{"Pelajar/mahasiswa": 8, "Ibu rumah tangga": 3},
}
PEKERJAAN = {
    "setjen": OFFICES,
    "linjamsos": FAMILIES,
    "dayasos": FAMILIES,
    "rehsos": FAMILIES,
    "itjen": {"ASN": 88, "Pendamping sosial": 12},
}


def write_kemensos(root: Path) -> None:
    """Write the answers of the five units of `2024-S1`."""
    published = read_reference("kemensos-2024-s1")["units"]
    for place, (unit, figures) in enumerate(zip(UNITS, published, strict=True)):
        random, n = Random(SEED + place), figures["respondents"]
        sums = {
            unsur: nearest_sum(printed(score) / 25, n) + ABOVE_NEAREST.get((unit, unsur), 0)
            for unsur, score in zip(UNSUR, figures["scores"], strict=True)
        }
        write_survey(root, random, (PERIODE, unit), make_rows(random, n, sums, PEKERJAAN[unit]))
