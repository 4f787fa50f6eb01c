"""Which figures of `hasil.json` a column of a table shows, by its heading.

A figure is known by the last key of its path. What other headings show is not known: any figure may stand there.
"""

from __future__ import annotations

from collections.abc import Mapping

# The lowest heading of a column, or all of them with " / " between, and the last keys of the paths of what it shows.
KEYS: Mapping[str, frozenset[str]] = {
    heading: frozenset(keys.split())
    for heading, keys in {
        "n": "n",
        "NRR": "nrr ni",
        "NRR tertimbang": "nrr_tertimbang ni",
        "Nilai konversi": "ikm",
        "Dijawab": "n",
        "Responden": "n responden",
        "NI": "ni",
        "IKM": "ikm nilai tercetak",
        "Perubahan / NI": "perubahan_ni",
        "Perubahan / IKM": "perubahan_ikm",
        "Perubahan": "perubahan",
        "Nilai sebelumnya": "nrr",
        "Nilai sekarang": "nrr",
        "NRR / Diperlukan": "nrr_perlu",
        "NRR / Selisih": "kenaikan",
        "NRR / Sebelum": "sebelumnya",
        "NRR / Sekarang": "sekarang nrr",
        "Nilai p / tunggal": "p",
        "Nilai p / Holm": "p_holm",
        "r butir-total": "r_total",
        "r butir-sisa": "r_rest",
        "Kepentingan (turunan, r)": "kepentingan rata_kepentingan",
        "Kinerja (NRR)": "kinerja rata_kinerja",
        "IKM tanpa baris itu": "ikm_tanpa",
        "Menjawab di bawah 4": "di_bawah_maksimum",
        "Selisih": "selisih",
        "Bagian": "persen",
        "Orang": "n",
        "Target awal": "target target_awal",
        "Capaian": "capaian capaian_dihitung",
        "Rata-rata capaian / Semua indikator": "semua",
        "Rata-rata capaian / Tanpa yang belum dinilai": "tanpa_belum_dinilai",
    }.items()
}
# Rows of sums and means that are named by what stands in them.
OF_ROWS = {
    "Jumlah nilai": frozenset({"jumlah"}),
    "Jumlah jawaban": frozenset({"n"}),
    "NRR": frozenset({"nrr"}),
    "Bobot": frozenset({"bobot"}),
    "NRR tertimbang": frozenset({"nrr_tertimbang"}),
}
OVER_PERIODS = ("Perubahan", "Nilai ", "NRR / Se", "Nilai p", "Selang", "Responden")  # how such columns are headed
HISTORY = frozenset({"trend", "change"})
INTERVAL = "Selang"  # how the heading of two limits begins
LIMITS = frozenset({"low", "high"})


def keys_of(heading: str, row: str = "") -> frozenset[str] | None:
    """Give the keys of the figures that a cell shows.

    Parameters
    ----------
    heading : str
        Headings of the column, the outer first, with " / " between.
    row : str
        Heading of the row, where it is one of sums or means.

    Returns
    -------
    frozenset of str or None
        None where any figure may stand.

    Examples
    --------
    >>> keys_of("NRR tertimbang") == {"nrr_tertimbang", "ni"}, keys_of("Selang 95% IKM") == {"low", "high"}, keys_of("Uraian")
    (True, True, None)
    """
    outer, _, lowest = heading.rpartition(" / ")
    if row in OF_ROWS:
        return OF_ROWS[row]
    if outer.startswith("NRR per unsur"):
        return frozenset({"nrr"})
    return LIMITS if lowest.startswith(INTERVAL) else KEYS.get(heading, KEYS.get(lowest))


def tells_history(heading: str) -> bool:
    """Say whether a column may show figures of other periods.

    Examples
    --------
    >>> tells_history("Nilai sebelumnya"), tells_history("NRR")
    (True, False)
    """
    return heading.startswith(OVER_PERIODS)
