"""What the synthetic answers of `2024-S2/jatinegara-kaum` must give: seven services, each with the nine printed means.

The number of respondents is not published. Multiples of 100 make every printed cell, such as 3.93, an exact mean, and unequal
ones tell the mean of services from the mean of respondents: IKM 98.70 as mean of the seven services, 98.59 over all
1,000 respondents. The largest service, Jumantik, is the lowest.

The published report contradicts itself, and nothing is mended here. It prints IKM 98.72, which is 25 x the mean of the nine
printed averages per unsur; the cells give 98.70 (98.698), their printed averages per service 98.71. It announces one
priority and plans three. It draws the plan from semester II and reports it done on 17 September, before that semester
ended: in `tindak_lanjut.csv` the three actions therefore follow semester I. The headings of its fourth and fifth column are
garbled; they are read as printed, U4 produk and U5 biaya. The profile is made up, and so are the texts of the plan.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from sample_files import read_reference
from sample_survey import make_rows, nearest_sum, printed, write_survey

SEED = 20241007
REPORT = ("2024-S2", "jatinegara-kaum")

RESPONDENTS = {
    "Jumantik": 300,
    "Ketertiban Umum": 100,
    "PKK": 100,
    "Posyandu": 100,
    "PPSU": 100,
    "RPTRA": 100,
    "RT/RW, LMK, dan FKDM": 200,
}
PEKERJAAN = {
    **{"ASN": 5, "Pegawai swasta": 24, "Wiraswasta": 19, "Pekerja lepas": 9},
    **{"Pelajar/mahasiswa": 7, "Ibu rumah tangga": 31, "Pensiunan": 5},
}


def write_jatinegara(root: Path) -> None:
    """Write the answers of `2024-S2/jatinegara-kaum`."""
    random = Random(SEED)
    reference = read_reference("jatinegara-kaum-2024-s2")
    rows = []
    for layanan, n in RESPONDENTS.items():
        means = zip(reference["unsur"].values(), reference["services"][layanan], strict=True)
        sums = {unsur: nearest_sum(printed(mean), n) for unsur, mean in means}
        rows += [row | {"layanan": layanan} for row in make_rows(random, n, sums, PEKERJAAN)]
    write_survey(root, random, REPORT, rows)
