"""How good an answer is by its words: "tidak mudah" below "kurang mudah" below "mudah" below "sangat mudah".

A form made by an office words its answers in its own way. A word of degree (tidak, kurang, cukup, sangat) before a good or a
bad word gives a grade; a bad word such as "mahal" turns it round. The grades found in a column fit one of the usual scales of
four, which also says what the answers nobody chose are called. Five grades are a scale of five and no SKM.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from skmlib.problems import fold
from skmlib.survey.decoding import spell_out, strip_mark
from skmlib.survey.regulation import UNSUR_JAWABAN

GRADES = {"sangat tidak": -3, "sangat kurang": -3, "tidak": -2, "kurang": -1, "cukup": 1, "sangat": 3}
GRADES |= {"not at all": -3, "not": -2, "less": -1, "not very": -1, "quite": 1, "fairly": 1, "very": 3}
GRADES |= {"agak": 1, "lumayan": 1, "somewhat": 1, "rather": 1}
BARE = 2
FREE = 4
SCALES = ((-2, -1, 2, 3), (-1, 1, 2, 3), (-2, -1, 1, 2), (-3, -2, 2, 3), (-3, -1, 2, 4), (-3, -2, 2, 4), (-2, 1, 2, 3))
INITIALS = {"st": -3, "t": -2, "k": -1, "c": 1, "": BARE, "s": 3}
MIDDLE = re.compile(r"n|rr|netral|ragu-?ragu|biasa saja|biasa|sedang|agak.*")
ORDERED = (
    ("tidak pernah", "jarang", "sering", "selalu"),
    ("tidak pernah", "kadang-kadang", "sering", "selalu"),
    ("poor", "fair", "good", "excellent"),
    ("very poor", "poor", "good", "very good"),
    ("poor", "fair", "good", "very good"),
    ("bad", "fair", "good", "very good"),
    ("very dissatisfied", "dissatisfied", "satisfied", "very satisfied"),
    ("very unsatisfied", "unsatisfied", "satisfied", "very satisfied"),
    ("strongly disagree", "disagree", "agree", "strongly agree"),
    ("never", "rarely", "often", "always"),
    ("never", "sometimes", "often", "always"),
)

_GOOD = (
    "aman|baik|bagus|bersih|cakap|cepat|jelas|kompeten|lengkap|layak|mampu|memadai|memuaskan|menarik|mudah|murah|nyaman"
    "|maksimal|optimal|penting|profesional|puas|ramah|sesuai|setuju|sopan|terampil|terjangkau|tepat|tanggap|wajar"
    "|appropriate|easy|fast|cheap|affordable|competent|polite|friendly|good|suitable|clear|reasonable"
)
_BAD = "buruk|jelek|kotor|lama|lambat|mahal|ribet|rumit|sulit|susah|berbelit-belit|expensive|slow|difficult"
_INITIALS = re.compile(r"(st|[tkcs]?)([sbpm])")
_FREE = re.compile(r".*\b(?:gratis|free(?: of charge)?|tidak (?:di(?:pungut|kenakan) )?(?:ada )?biaya|tanpa biaya)\b.*")
_GRADED = re.compile(rf"(?:\b({'|'.join(GRADES)}) )?\b({_GOOD}|{_BAD})\b")
_PREFIXED = re.compile(rf"({'|'.join(GRADES)}) (\S.*)")
_IS_BAD = re.compile(_BAD)
_COMPLAINTS = (
    (re.compile(r"tidak ada|belum ada"), -2),
    (re.compile(r".*tidak (?:berfungsi|ditangani|ditanggapi).*"), -1),
    (re.compile(r".*(?:kurang|belum|tidak) (?:maksimal|optimal|dikelola).*"), BARE),
    (re.compile(r".*(?:dikelola|berfungsi|ditangani).*"), 3),
)


def grade_label(label: str, *, unsur: str | None = None) -> tuple[str, int] | None:
    """Grade an answer by its words.

    Parameters
    ----------
    label : str
        As exported.
    unsur : str, optional
        The unsur it answers; the answers about complaints have words of their own.

    Returns
    -------
    (str, int) or None
        The word that is graded, and its grade; None when no word is known.

    Examples
    --------
    >>> grade_label("d. Sangat mudah"), grade_label("Sangat mahal"), grade_label("Loket 1")
    (('mudah', 3), ('mahal', -3), None)
    >>> grade_label("STS"), grade_label("SS")
    (('-s', -3), ('-s', 3))
    """
    text = spell_out(strip_mark(label))
    if unsur == "pengaduan":
        for pattern, grade in _COMPLAINTS:
            if pattern.fullmatch(text):
                return "pengaduan", grade
    if _FREE.fullmatch(text):
        return "gratis", FREE
    if match := _INITIALS.fullmatch(text):
        return f"-{match[2]}", INITIALS[match[1]]
    if text in ("cukup", "kurang"):
        return "baik", GRADES[text]
    if match := _GRADED.search(text):
        grade = GRADES.get(match[1] or "", BARE)
        return match[2], -grade if _IS_BAD.fullmatch(match[2]) else grade
    if match := _PREFIXED.fullmatch(text):
        return match[2], GRADES[match[1]]
    return None


def official_code(label: str, unsur: str | None) -> int | None:
    """Give the code of an answer that the regulation's form has for an unsur.

    Examples
    --------
    >>> official_code("Kurang  mudah", "prosedur"), official_code("Kurang mudah", "waktu")
    (2, None)
    """
    known = [fold(answer) for answer in UNSUR_JAWABAN.get(unsur or "", ())]
    text = spell_out(strip_mark(label))
    return known.index(text) + 1 if text in known else None


def find_ordered(labels: Iterable[str]) -> tuple[str, ...] | None:
    """Find a usual set of four answers, from worst to best, that is worded in no degrees of one word.

    Parameters
    ----------
    labels : iterable of str
        As exported.

    Returns
    -------
    tuple of str or None
        None when no set holds them all.

    Examples
    --------
    >>> find_ordered(["Excellent", "Good"]), find_ordered(["Sering", "Setuju"])
    (('poor', 'fair', 'good', 'excellent'), None)
    """
    words = {strip_mark(label) for label in labels}
    return next((answers for answers in ORDERED if words and words <= set(answers)), None)


def fit_scale(grades: Collection[int]) -> tuple[int, ...] | None:
    """Find the scale of four that grades belong to.

    Parameters
    ----------
    grades : collection of int
        From `grade_label`.

    Returns
    -------
    tuple of int or None
        Four grades from worst to best; None when no scale holds them all.

    Examples
    --------
    >>> fit_scale({2, 3}), fit_scale({-2, -1, 1, 2, 3}) is None
    ((-2, -1, 2, 3), True)
    """
    found = tuple(sorted(set(grades)))
    if len(found) == 4:
        return found
    return next((scale for scale in SCALES if set(found) <= set(scale)), None)


def name_grade(stem: str, grade: int) -> str:
    """Name an answer that nobody chose.

    Examples
    --------
    >>> name_grade("mudah", -1), name_grade("mahal", -3), name_grade("mahal", 2)
    ('Kurang mudah', 'Sangat mahal', 'Tidak mahal')
    """
    if stem.startswith("-"):
        return f"{next(letters for letters, place in INITIALS.items() if place == grade)}{stem[1:]}".upper()
    if _IS_BAD.fullmatch(stem):
        words = {-3: "sangat", -2: "", -1: "cukup", 1: "kurang", 2: "tidak", 3: "sangat tidak", FREE: "sangat tidak"}
    else:
        words = {grade: word for word, grade in reversed(GRADES.items())} | {BARE: "", FREE: "sangat"}
    return f"{words[grade]} {stem}".strip().capitalize()


def are_graded(labels: Iterable[str]) -> bool:
    """Tell whether labels are answers of a scale: known words, or one word in at least three degrees.

    Examples
    --------
    >>> are_graded(["Tidak sesuai", "Sesuai"]), are_graded(["Kawin", "Tidak kawin"])
    (True, False)
    """
    graded = [grade for label in labels if (grade := grade_label(label, unsur="pengaduan"))]
    stems = [stem for stem, _ in graded]
    known = any(_GRADED.fullmatch(stem) or stem in ("pengaduan", "gratis") for stem in stems)
    return known or any(len({grade for other, grade in graded if other == stem}) > 2 for stem in set(stems))
