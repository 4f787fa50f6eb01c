"""Made-up respondents: work first, and sex, age and education as they go with it.

Each share is out of 100. Ages of one kind of work gather in the middle of its range.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from sample_draws import pick_weighted


@dataclass(frozen=True)
class Pekerjaan:
    """Who does this work: share of women, youngest and oldest, shares of education."""

    perempuan: int
    usia: tuple[int, int]
    pendidikan: Mapping[str, int]


PEKERJAAN = {
    "ASN": Pekerjaan(47, (23, 58), {"SMA": 9, "Diploma": 14, "S1": 60, "S2 ke atas": 17}),
    "Pendamping sosial": Pekerjaan(54, (24, 52), {"SMA": 21, "Diploma": 13, "S1": 63, "S2 ke atas": 3}),
    "Pegawai swasta": Pekerjaan(44, (19, 56), {"SMP": 4, "SMA": 46, "Diploma": 18, "S1": 30, "S2 ke atas": 2}),
    "Wiraswasta": Pekerjaan(43, (20, 64), {"SD": 9, "SMP": 18, "SMA": 53, "Diploma": 7, "S1": 13}),
    "Petani/nelayan": Pekerjaan(32, (22, 67), {"SD": 46, "SMP": 28, "SMA": 24, "S1": 2}),
    "Pekerja lepas": Pekerjaan(36, (19, 61), {"SD": 20, "SMP": 29, "SMA": 45, "Diploma": 2, "S1": 4}),
    "Pelajar/mahasiswa": Pekerjaan(56, (17, 24), {"SMA": 83, "Diploma": 6, "S1": 11}),
    "Ibu rumah tangga": Pekerjaan(100, (21, 66), {"SD": 17, "SMP": 24, "SMA": 47, "Diploma": 5, "S1": 7}),
    "Pensiunan": Pekerjaan(40, (57, 74), {"SMP": 8, "SMA": 47, "Diploma": 16, "S1": 26, "S2 ke atas": 3}),
    "Jurnalis": Pekerjaan(35, (22, 53), {"SMA": 8, "Diploma": 12, "S1": 74, "S2 ke atas": 6}),
}


def draw_person(random: Random, shares: Mapping[str, int]) -> dict[str, str | int]:
    """Draw one respondent from a unit's shares of kinds of work."""
    name = pick_weighted(random, shares)
    kind = PEKERJAAN[name]
    youngest, oldest = kind.usia
    return {
        "jenis_kelamin": pick_weighted(random, {"P": kind.perempuan, "L": 100 - kind.perempuan}),
        "usia": youngest + int((oldest - youngest + 1) * (random.random() + random.random()) / 2),
        "pendidikan": pick_weighted(random, kind.pendidikan),
        "pekerjaan": name,
    }
