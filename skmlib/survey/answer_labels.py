"""The labels of the answers: four to each question of the form, from worst to best.

The words differ by unsur, and a good word for one ("Gratis") means nothing for another. Forms made by hand sometimes give
the codes 1 to 4 to labels in another order, which turns a bad answer into a good one; `labels_rise` finds the orders that
cannot be meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

UNSUR_JAWABAN = {
    "persyaratan": ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    "prosedur": ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
    "waktu": ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"),
    "biaya": ("Sangat mahal", "Cukup mahal", "Murah", "Gratis"),
    "produk": ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    "kompetensi": ("Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"),
    "perilaku": ("Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"),
    "pengaduan": ("Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"),
    "sarana": ("Buruk", "Cukup", "Baik", "Sangat baik"),
}

_OPTION_MARK = re.compile(r"^[a-d1-4][.)]\s*")
_GRADES = {"sangat tidak": -3, "sangat kurang": -3, "tidak": -2, "kurang": -1, "cukup": 1, "sangat": 3}
_BARE_GRADE = 2
_GOOD = frozenset({"baik", "cepat", "gratis", "jelas", "kompeten", "mudah", "murah", "ramah", "sesuai", "sopan"})
_BAD = frozenset({"buruk", "lama", "lambat", "mahal", "rumit", "sulit", "susah"})


def labels_rise(labels: Sequence[str]) -> bool:
    """Tell whether the labels of the codes 1 to 4 can run from worst to best.

    Two labels contradict the order when both stand in one set of the regulation's form the other way round, or one word is
    graded the other way round (tidak < kurang < cukup < bare < sangat; the reverse for words such as mahal), or a good word
    stands below a bad one. Words that are not known never contradict.

    Parameters
    ----------
    labels : sequence of str
        The labels in the order of their codes.

    Returns
    -------
    bool
        False when two labels contradict the order.

    Examples
    --------
    >>> labels_rise(["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"])
    True
    >>> labels_rise(["Sesuai", "Kurang sesuai", "Tidak sesuai", "Sangat sesuai"])
    False
    """
    words = [_OPTION_MARK.sub("", " ".join(label.casefold().split())) for label in labels]
    return not any(_contradict(lower, higher) for lower, higher in combinations(words, 2))


def _contradict(lower: str, higher: str) -> bool:
    """Tell whether the label of a lower code is known to be better than that of a higher code."""
    for jawaban in UNSUR_JAWABAN.values():
        known = [label.casefold() for label in jawaban]
        if lower in known and higher in known:
            return known.index(lower) > known.index(higher)
    (lower_stem, lower_grade), (higher_stem, higher_grade) = _grade(lower), _grade(higher)
    both_known = {lower_stem.split(" ")[0], higher_stem.split(" ")[0]} <= _GOOD | _BAD
    comparable = lower_stem == higher_stem or (both_known and lower_grade > 0 > higher_grade)
    return comparable and lower_grade > higher_grade


def _grade(label: str) -> tuple[str, int]:
    """Split a label into its stem and its grade; a bad word turns the sign, and 'ada' (there is) may be good or bad."""
    prefix = next((prefix for prefix in _GRADES if f"{label} ".startswith(f"{prefix} ")), "")
    stem = label.removeprefix(prefix).strip()
    if stem.startswith("ada "):
        return label, _BARE_GRADE
    grade = _GRADES.get(prefix, _BARE_GRADE)
    return stem, -grade if stem.split(" ")[0] in _BAD else grade
