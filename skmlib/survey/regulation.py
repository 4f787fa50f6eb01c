"""The numbers of the regulation, PermenPANRB 14/2017, and nothing computed from data.

A public-service unit asks its users about nine *unsur*, each answered on a scale from 1 to 4. The weighted mean of the
unsur is `ni` (1 to 4), and `ikm` = 25 x `ni` (25 to 100). The `ikm` is rounded half up to two decimals and then put into
a band, A to D; the bands are lower bounds, highest first, so there is no gap between them. The regulation carries two
orders of the unsur (its list and its form exchange the last two), so an unsur is known by its name, never by its number.

The bands and the annex are known to us through documents that quote them (docs/method.md says which).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from numbers import Rational

from skmlib.survey.answer_labels import UNSUR_JAWABAN as UNSUR_JAWABAN  # the form belongs to the regulation too
from skmlib.survey.answer_labels import labels_rise as labels_rise

RULE_SET = "PermenPANRB 14/2017"

UNSUR = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
UNSUR_NAMA = {
    "persyaratan": "Persyaratan",
    "prosedur": "Sistem, mekanisme, dan prosedur",
    "waktu": "Waktu penyelesaian",
    "biaya": "Biaya/tarif",
    "produk": "Produk spesifikasi jenis pelayanan",
    "kompetensi": "Kompetensi pelaksana",
    "perilaku": "Perilaku pelaksana",
    "pengaduan": "Penanganan pengaduan, saran, dan masukan",
    "sarana": "Sarana dan prasarana",
}
UNSUR_ARTI = {
    "persyaratan": "Dokumen dan keadaan yang perlu disiapkan pengguna sebelum layanan dapat diberikan.",
    "prosedur": "Urutan langkah yang ditempuh pengguna dan petugas, dari permohonan sampai layanan selesai.",
    "waktu": "Lamanya satu layanan diselesaikan, sejak permohonan diterima lengkap sampai hasilnya diserahkan.",
    "biaya": "Uang yang dibayar pengguna untuk memperoleh layanan, termasuk ketika layanan itu gratis.",
    "produk": "Hasil layanan yang diterima pengguna, dibandingkan dengan yang dijanjikan standar pelayanan.",
    "kompetensi": "Pengetahuan, keterampilan, dan pengalaman petugas dalam mengerjakan tugasnya.",
    "perilaku": "Kesopanan, keramahan, dan sikap petugas ketika melayani pengguna.",
    "pengaduan": "Cara unit menerima keluhan, saran, dan masukan, lalu menyelesaikannya.",
    "sarana": "Peralatan, gedung, dan fasilitas lain yang dipakai dalam pelayanan.",
}
SCALE_MIN = 1
SCALE_MAX = 4
LOW_ANSWERS = (1, 2)
IKM_PER_NI = 25
IKM_MIN = SCALE_MIN * IKM_PER_NI
IKM_MAX = SCALE_MAX * IKM_PER_NI
IKM_DECIMALS = 2
NI_DECIMALS = 2

BOBOT_EKSAK = "eksak"
BOBOT_RESMI = {"0.111": Fraction(111, 1000), "0.11": Fraction(11, 100)}

SAMPLE_CHI_SQUARE = Fraction("3.841")
SAMPLE_PROPORTION = Fraction(1, 2)
SAMPLE_MARGIN = Fraction("0.05")
CONFIDENCE_LEVEL = Fraction("0.95")
SIGNIFICANCE = 1 - CONFIDENCE_LEVEL
ALPHA_LIMIT = Decimal("0.60")
PRIORITY_COUNT = 3
GROUP_THRESHOLD = 5
SHORT_HORIZON_MONTHS = 12
LONG_HORIZON_MONTHS = 24


@dataclasses.dataclass(frozen=True)
class Band:
    """A band of the IKM: its letter, its lower bound on the scale 25 to 100, and its word."""

    mutu: str
    batas_bawah: Fraction
    kinerja: str

    @property
    def batas_bawah_ni(self) -> Fraction:
        """Its lower bound on the scale 1 to 4."""
        return self.batas_bawah / IKM_PER_NI

    @property
    def batas_atas(self) -> Fraction:
        """Its highest value as printed, one step of the last decimal below the band above."""
        above = [band.batas_bawah for band in BANDS if band.batas_bawah > self.batas_bawah]
        return min(above) - Fraction(1, 10**IKM_DECIMALS) if above else Fraction(IKM_MAX)


BANDS = (
    Band("A", Fraction("88.31"), "Sangat baik"),
    Band("B", Fraction("76.61"), "Baik"),
    Band("C", Fraction("65.00"), "Kurang baik"),
    Band("D", Fraction("25.00"), "Tidak baik"),
)
KINERJA = {band.mutu: band.kinerja for band in BANDS}


def round_half_up(value: Fraction | int, decimals: int) -> Fraction:
    """Round an exact number, a half away from zero: 88.305 to 88.31, and a change of -0.085 to -0.09.

    The one rounding of the project, for bands and for display, so that letter and printed number agree.

    Parameters
    ----------
    value : Fraction or int
        An exact number; a float has no exact half.
    decimals : int
        Digits to keep after the point.

    Returns
    -------
    Fraction

    Raises
    ------
    TypeError
        When `value` is not exact.

    Examples
    --------
    >>> round_half_up(Fraction("88.305"), 2) == Fraction("88.31")
    True
    >>> float(round_half_up(Fraction(-85, 1000), 2))
    -0.09
    """
    if not isinstance(value, Rational):
        raise TypeError(f"round_half_up: found {value!r}, a {type(value).__name__}; give a Fraction or an int.")
    above, below = abs(int(value.numerator)) * 10**decimals, int(value.denominator)
    size = (2 * above + below) // (2 * below)
    return Fraction(-size if value < 0 else size, 10**decimals)


def classify_mutu(ikm: Fraction | int) -> str:
    """Classify an index on the scale 25 to 100 as A, B, C or D.

    Parameters
    ----------
    ikm : Fraction or int
        The exact index, or an unsur's `nrr` x 25; it is rounded half up to two decimals first.

    Returns
    -------
    str
        A letter of `KINERJA`.

    Raises
    ------
    ValueError
        When the value cannot be an index, such as one that is still on the scale 1 to 4.

    Examples
    --------
    >>> classify_mutu(Fraction("88.305")), classify_mutu(75)
    ('A', 'C')
    """
    lowest = len(UNSUR) * min(BOBOT_RESMI.values()) * SCALE_MIN * IKM_PER_NI
    if not lowest <= ikm <= IKM_MAX:
        raise ValueError(f"classify_mutu: found {float(ikm)!r}, allowed is 25 to 100; multiply a mean answer by 25.")
    rounded = round_half_up(ikm, IKM_DECIMALS)
    return next((band.mutu for band in BANDS if rounded >= band.batas_bawah), BANDS[-1].mutu)


def limits_between(low: float, high: float) -> tuple[Fraction, ...]:
    """Name the limits between bands that part two values, rounded as the index is: their letters differ.

    Parameters
    ----------
    low, high : float
        Ends of an interval, on the scale 25 to 100.

    Returns
    -------
    tuple of Fraction
        Lower bounds of bands, highest first.

    Examples
    --------
    >>> limits_between(76.26, 81.23)
    (Fraction(7661, 100),)
    """
    first, last = (round_half_up(Fraction(end), IKM_DECIMALS) for end in (low, high))
    return tuple(band.batas_bawah for band in BANDS[:-1] if first < band.batas_bawah <= last)


def bobot_unsur(option: str | Mapping[str, Fraction | Decimal | int], unsur: Sequence[str]) -> dict[str, Fraction]:
    """Give the weight of each unsur.

    Parameters
    ----------
    option : str or mapping
        `"eksak"` for 1/n, `"0.111"` or `"0.11"` as official forms print it (for nine unsur), or own weights that sum to 1.
    unsur : sequence of str
        The unsur of the survey.

    Returns
    -------
    dict
        The weight of each unsur, in the order of `unsur`.

    Raises
    ------
    TypeError
        When an own weight is a float, which cannot sum to 1 exactly.
    ValueError
        When the option is unknown or does not fit the unsur.

    Examples
    --------
    >>> bobot_unsur("eksak", ["waktu", "biaya"])
    {'waktu': Fraction(1, 2), 'biaya': Fraction(1, 2)}
    """
    if not isinstance(option, str):
        return _own_bobot(option, unsur)
    if option == BOBOT_EKSAK:
        return {name: Fraction(1, len(unsur)) for name in unsur}
    if option not in BOBOT_RESMI:
        allowed = ", ".join(repr(name) for name in (BOBOT_EKSAK, *BOBOT_RESMI))
        raise ValueError(f"bobot_unsur: found {option!r}, allowed are {allowed} or a mapping; choose one of them.")
    if len(unsur) != len(UNSUR):
        raise ValueError(f"bobot_unsur: {option!r} is for {len(UNSUR)} unsur, found {len(unsur)}; use {BOBOT_EKSAK!r}.")
    return dict.fromkeys(unsur, BOBOT_RESMI[option])


def _own_bobot(option: Mapping[str, Fraction | Decimal | int], unsur: Sequence[str]) -> dict[str, Fraction]:
    """Check own weights: one for each unsur, exact, not negative, with the sum 1."""
    if set(option) != set(unsur):
        raise ValueError(
            f"bobot_unsur: found weights for {sorted(option)}, allowed is one for each of {sorted(unsur)}."
        )
    inexact = [name for name in unsur if isinstance(option[name], float)]
    if inexact:
        raise TypeError(f"bobot_unsur: found floats for {inexact}; give Fraction or Decimal, which are exact.")
    bobot = {name: Fraction(option[name]) for name in unsur}
    if min(bobot.values()) < 0 or sum(bobot.values()) != 1:
        found = ", ".join(str(weight) for weight in bobot.values())
        raise ValueError(f"bobot_unsur: found {found}; weights must be 0 or more and sum to 1.")
    return bobot
