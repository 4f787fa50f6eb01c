"""What the synthetic answers of `2023/biro-humas-ppid` and `2023/biro-humas-mitra` must give: nine printed means each.

All eighteen means come out exactly, to three decimals, and so do both IKM: 83.95 and 90.78. Everybody gives `biaya` of mitra
a 4, so that question has no variance.

The published report contradicts itself, and nothing is mended here. It prints 134 respondents for the information service
(ppid), but none of its nine means can come from 134 whole answers; all nine can from 68 and its multiples, and 136 is
the nearest. Its notes name the weight 0.111, which would give 83.86; its indicator table prints 83.96. The profile and
the days are made up.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from sample_files import read_reference
from sample_survey import make_rows, nearest_sum, printed, write_survey

SEED = 20230201
PERIODE = "2023"
UNSUR = (
    *("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku"),
    *("pengaduan", "sarana"),
)
RESPONDENTS = {"ppid": 136, "mitra": 286}
NAMES_IN_REFERENCE = {"ppid": "ppid", "mitra": "stakeholders"}
PEKERJAAN = {
    "ppid": {
        **{"ASN": 17, "Pendamping sosial": 9, "Pegawai swasta": 18, "Wiraswasta": 13},
        **{"Pelajar/mahasiswa": 29, "Ibu rumah tangga": 6, "Jurnalis": 8},
    },
    "mitra": {"ASN": 41, "Pendamping sosial": 18, "Pegawai swasta": 12, "Jurnalis": 29},
}


def write_biro_humas(root: Path) -> None:
    """Write the answers of both surveys of `2023`."""
    surveys = read_reference("biro-humas-2023")["surveys"]
    for place, (name, n) in enumerate(RESPONDENTS.items()):
        random = Random(SEED + place)
        means = zip(UNSUR, surveys[NAMES_IN_REFERENCE[name]]["scores"], strict=True)
        sums = {unsur: nearest_sum(printed(mean), n) for unsur, mean in means}
        write_survey(root, random, (PERIODE, f"biro-humas-{name}"), make_rows(random, n, sums, PEKERJAAN[name]))
