"""The words that speak for an unsur, in the heading of a question or in its answers.

Every word gives points, the word that comes first in a heading some more, and the answers speak too: who answers
"Sangat mahal" was asked about the cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from skmlib.problems import fold
from skmlib.survey.heading_words import fold_heading

FIRST_BONUS = 0.6
ANSWER_POINTS = 1.5

_WORDS = {
    "persyaratan": ((3, r"\b(?:per)?syarat(?:an)?|\brequirement"),),
    "prosedur": ((3, r"prosedur|\bprocedure|mekanisme|\balur\b|\bsistem\b|\bsop\b|tata ?cara"), (1, r"mudah")),
    "waktu": (
        (3, r"\bwaktu|\b(?:service|processing|completion|waiting) time|\bspeed\b|kecepatan|ketepatan jadwal"),
        (2, r"\bcepat\b|\bfast\b|\btime\b|\blama\b|tepat waktu|jangka"),
    ),
    "biaya": ((3, r"\bbiaya|\bcosts?\b|\bfees?\b|\btarif|\bongkos|gratis|\bmahal\b|\bmurah\b"),),
    "produk": (
        (3, r"\bproduk|\bproduct|\bservice result|spesifikasi|\bhasil (?:pe)?layanan"),
        (2, r"\bhasil\b|\boutput\b|standar pelayanan"),
    ),
    "kompetensi": (
        (3, r"kompeten|competen|kemampuan|keahlian|keterampilan|kecakapan|\bpengetahuan petugas|profesionalis"),
        (2, r"\bmampu\b|terampil|menguasai|\bahli\b|cakap"),
    ),
    "perilaku": (
        (
            3,
            r"\bp[er]+ilaku|\bbehaviou?r|\battitude|\bcourte|\bpolite|\bfriendl|kesopanan|keramahan|\bsikap\b|\bsopan\b|\bramah\b|kesantunan|\betika\b",
        ),
    ),
    "pengaduan": ((3, r"pengaduan|\bkeluhan|\baduan|\bcomplaint|\bcomplain|\bkomplain"), (1, r"saran dan masukan")),
    "sarana": (
        (3, r"\bsarana|prasarana|\bsarpras|\bfasilitas|\bfacilit|\binfrastructure|kenyamanan"),
        (2, r"\bruang|\bgedung|\bnyaman\b|\bbersih"),
    ),
}
_PATTERNS = {unsur: [(points, re.compile(words)) for points, words in rules] for unsur, rules in _WORDS.items()}


def score_heading(heading: str, answers: Iterable[str] = ()) -> dict[str, float]:
    """Give the points that a heading and its answers have for each unsur.

    Parameters
    ----------
    heading : str
        As exported.
    answers : iterable of str
        Distinct answers.

    Returns
    -------
    dict of str to float
        Unsur with any points.

    Examples
    --------
    >>> score_heading("Kesesuaian persyaratan pelayanan dengan jenis pelayanannya")
    {'persyaratan': 3.6}
    """
    text, spoken = fold_heading(heading).replace("timestamp", ""), " ".join(map(fold, answers))
    points: dict[str, float] = {}
    places: dict[str, int] = {}
    for unsur, rules in _PATTERNS.items():
        found = [(value, match.start()) for value, pattern in rules if (match := pattern.search(text))]
        if found:
            points[unsur], places[unsur] = max(found)[0], min(place for _, place in found)
        if spoken and any(value > 1 and pattern.search(spoken) for value, pattern in rules):
            points[unsur] = points.get(unsur, 0) + ANSWER_POINTS
    if places:
        points[min(places, key=lambda unsur: places[unsur])] += FIRST_BONUS
    return points
