"""Made-up comments of the benchmark's units, with the labels of two annotators.

A comment is a subject of one unsur, what is said of it, and an ending, so that hardly two are alike. It goes to a respondent
whose answer to that unsur fits: complaints to low answers, praise to high ones. The second annotator sometimes reads a
comment as neutral; the row of `keputusan` then says what it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

COMMENTS = 60
ANNOTATORS = ("ani", "budi")
DECISION = "keputusan"
COLUMNS = ("id_responden", "anotator", "komentar", "sentimen", "unsur", "kutip")
NOTHING = ("tidak ada", "-", "cukup", "nihil")
SHARE_NOTHING, SHARE_DIFFERENT = 0.15, 0.12
LOW, HIGH = 2, 4

SUBJECTS = {
    "persyaratan": ("Daftar persyaratan di loket", "Syarat berkas pada laman"),
    "prosedur": ("Alur permohonan", "Cara mengisi formulir"),
    "waktu": ("Waktu tunggu di loket", "Lama penyelesaian berkas"),
    "biaya": ("Keterangan mengenai tarif", "Biaya materai dan salinan"),
    "produk": ("Dokumen yang diterima", "Hasil cetak"),
    "kompetensi": ("Penjelasan petugas", "Pengetahuan petugas di meja informasi"),
    "perilaku": ("Sapaan petugas", "Sikap petugas pada jam sibuk"),
    "pengaduan": ("Jawaban atas aduan", "Nomor layanan pengaduan"),
    "sarana": ("Ruang tunggu", "Tempat parkir"),
}
SAID = {
    "negatif": ("membingungkan dan tidak memuaskan", "masih buruk", "sering mengecewakan", "perlu segera dibenahi"),
    "netral": ("sebaiknya ditinjau kembali", "mohon ditambah keterangannya", "sama dengan tahun lalu"),
    "positif": ("sangat membantu", "sudah baik sekali", "memuaskan", "jauh lebih baik sekarang"),
}
ENDINGS = ("", ", terutama pada hari Senin", ", semoga menjadi perhatian", ", juga bagi lansia", ", terima kasih")


def draw_comment(random: Random, answers: Mapping[str, int]) -> dict[str, str]:
    """Draw a comment that fits the answers of its respondent, with its labels.

    Examples
    --------
    >>> draw_comment(Random(2), {"waktu": 1})["sentimen"]
    'negatif'
    """
    if random.random() < SHARE_NOTHING:
        return {"komentar": _pick(random, NOTHING), "sentimen": "tanpa_komentar", "unsur": ""}
    unsur = _pick(random, tuple(answers))
    answer = answers[unsur]
    sentimen = "negatif" if answer <= LOW else "positif" if answer >= HIGH else "netral"
    text = f"{_pick(random, SUBJECTS[unsur])} {_pick(random, SAID[sentimen])}{_pick(random, ENDINGS)}."
    return {"komentar": text, "sentimen": sentimen, "unsur": unsur}


def annotate(random: Random, name: str, comment: Mapping[str, str]) -> list[list[str]]:
    """Give the rows of a comment in `komentar.csv`: one of each annotator, and a decision where they differ."""
    labels = [comment["sentimen"], comment["unsur"]]
    said = dict.fromkeys(ANNOTATORS, labels)
    if comment["sentimen"] in ("negatif", "positif") and random.random() < SHARE_DIFFERENT:
        said |= {ANNOTATORS[1]: ["netral", comment["unsur"]], DECISION: labels}
    return [[name, who, comment["komentar"], *judged, ""] for who, judged in said.items()]


def _pick(random: Random, choices: Sequence[Any]) -> Any:
    """Pick one of several, each as likely."""
    return choices[int(random.random() * len(choices))]
