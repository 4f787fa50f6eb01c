"""What a figure of `hasil.json` is called, in the words of the reports, and to which part of a report it belongs."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

CATEGORIES = "Kategori"
CONVERTED = "nilai konversi"  # an unsur has no index: its score on the scale of the index
BEYOND = "next_band"  # what another index would need: no category of this report
MEASURED = ("importance",)  # performance is a number there, and a quadrant follows from two
REST = "Lainnya"
# Which keys at the top of `hasil.json` make a part; what is in none of them is the rest.
PARTS = {
    "IKM": (
        "ikm",
        "ikm_responden",
        "layanan_mean",
        "alternatives",
        "capaian",
        "rata_rata",
        "baris",
        "responden",
    ),
    "Unsur": ("unsur", "unsur_responden", "priorities", "extra", "jawaban", "low_answers"),
    "Kelompok dan layanan": ("groups", "profile", "sample"),
    "Unit": ("unit_kerja", "peringkat", "belum_melapor"),
    "Indikator": (
        "sasaran",
        "survei",
        "rata_rata_dinyatakan",
        "indeks",
        "anggaran",
        "efisiensi",
        "efisiensi_dinyatakan",
    ),
    "Perubahan antarperiode": ("trend", "change", "perubahan"),
    "Sentimen": ("sentiment", "agreement", "contradictions"),
    "Rencana tindak lanjut": ("plan", "previous_plan", "realised"),
}
PLACES = (CATEGORIES, *PARTS, REST)
CATEGORY_KEYS = frozenset(
    {"mutu", "mutu_berikut", "kinerja", "kuadran", "berubah", "prioritas", "cukup", "valid", "is_reliable", "sesuai"}
    | {"terendah", "tertinggi", "disembunyikan", "status", "peringkat", "nilai_utama"}
)
WORDS = {
    "activities": "",
    "agreement": "Kesepakatan anotator",
    "alpha": "alfa",
    "alternatives": "IKM menurut bobot",
    "baris": "Baris data",
    "batas": "batas mutu berikutnya",
    "berubah": "perubahan nyata",
    "change": "Uji perubahan",
    "contradictions": "Komentar yang bertentangan",
    "cukup": "sampel minimum terpenuhi",
    "df": "derajat bebas",
    "extra": "Pertanyaan tambahan",
    "fpc": "koreksi populasi terbatas",
    "groups": "",
    "has_counts": "banyaknya diketahui",
    "high": "batas atas selang",
    "ikm": "IKM",
    "ikm_responden": "Seluruh responden",
    "importance": "Kepentingan",
    "interval_reason": "alasan tanpa selang",
    "is_reliable": "reliabel",
    "ikm_perlu": "IKM yang diperlukan",
    "items": "",
    "jawaban": "Banyaknya jawaban",
    "jumlah": "jumlah nilai",
    "kappa_reason": "alasan tanpa kappa",
    "layanan_mean": "Rata-rata layanan",
    "level": "tingkat kepercayaan",
    "limits_crossed": "batas mutu dalam selang",
    "low": "batas bawah selang",
    "low_answers": "Jawaban 1 atau 2",
    "matrix": "matriks",
    "months": "",
    "n_actions": "banyaknya kegiatan",
    "next_band": "Jarak ke mutu berikutnya",
    "ni": "NI",
    "nrr": "NRR",
    "nrr_tertimbang": "NRR tertimbang",
    "p": "nilai p",
    "p_holm": "nilai p (Holm)",
    "nrr_perlu": "NRR yang diperlukan",
    "per_sentimen": "",
    "per_unsur": "",
    "periods": "",
    "persen_done_only": "persen, hanya yang selesai",
    "persen_unreported_as_belum": "persen, yang tidak dilaporkan dihitung belum",
    "plan": "Rencana",
    "previous_plan": "Rencana periode lalu",
    "printed": "Angka tercetak",
    "priorities": "Prioritas",
    "profile": "Responden",
    "r_rest": "korelasi dengan jumlah unsur lain",
    "r_tabel": "r tabel",
    "r_total": "korelasi dengan jumlah semua unsur",
    "ranking": "",
    "realised": "Tindak lanjut",
    "reason": "alasan",
    "reliability": "Validitas dan reliabilitas",
    "sample": "Sampel",
    "sentiment": "Sentimen",
    "standard_error": "galat baku",
    "t": "statistik t",
    "trend": "Antarperiode",
    "unit_kerja": "",
    "unsur_responden": "Unsur, seluruh responden",
}


def place_of(path: Sequence[str]) -> str:
    """Give the part of a report that a figure belongs to.

    Parameters
    ----------
    path : sequence of str
        Where it stands in `hasil.json`.

    Returns
    -------
    str
        One of `PLACES`.

    Examples
    --------
    >>> place_of(("ikm", "mutu")), place_of(("unsur", "waktu", "nrr"))
    ('Kategori', 'Unsur')
    """
    is_detail = path[0] in (BEYOND, *MEASURED) or path[0:3:2] == (
        "groups",
        "unsur",
    )  # an unsur in a group: of the group
    if path[-1] in CATEGORY_KEYS and not is_detail:
        return CATEGORIES
    return next((part for part, keys in PARTS.items() if path[0] in keys), REST)


def name_figure(path: Sequence[str], labels: Mapping[str, str]) -> str:
    """Name a figure in words.

    Parameters
    ----------
    path : sequence of str
        Where it stands in `hasil.json`.
    labels : mapping
        Label of each unsur, such as `U3`.

    Returns
    -------
    str

    Examples
    --------
    >>> name_figure(("unsur", "waktu", "nrr"), {"waktu": "U3"})
    'Unsur, U3 waktu, NRR'
    >>> name_figure(("unsur", "waktu", "ikm"), {"waktu": "U3"})
    'Unsur, U3 waktu, nilai konversi'
    >>> name_figure(("ikm", "low"), {}), name_figure(("groups", "usia", "groups", "15-24", "ikm"), {})
    ('IKM, batas bawah selang', 'Usia, 15-24, IKM')
    """
    is_of_unsur = any(part in labels for part in path[-2].split(", ")) if len(path) > 1 else False
    own = [CONVERTED] if is_of_unsur and path[-1] == "ikm" else [_word(path[-1], labels)]
    words = filter(None, [_word(key, labels) for key in path[:-1]] + own)
    shown = ", ".join(word for word, _ in itertools.groupby(words))
    return shown[:1].upper() + shown[1:]


def _word(key: str, labels: Mapping[str, str]) -> str:
    """Give the word of a key, or the name of a row with the labels of its unsur."""
    if key in labels:
        return f"{labels[key]} {key}"
    if key in WORDS:
        return WORDS[key]
    parts = [f"{labels[part]} {part}" if part in labels else part for part in key.split(", ")]
    return ", ".join(parts).replace("_", " ")
