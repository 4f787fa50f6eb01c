"""What the words of a heading say beside the unsur: importance or performance, satisfaction on the whole, a period."""

from __future__ import annotations

import re
from collections.abc import Sequence

from skmlib.problems import fold
from skmlib.survey.dates import MONTHS

IMPORTANCE = re.compile(
    r"kepentingan|\bimportance\b|(?:seberapa|tingkat) penting|"
    r"(?:^\W*|[\[(])(?:harapan|ekspektasi|expectations?|penting)\b|"
    r"[-:/(\[]\s*(?:harapan|ekspektasi|expectations?|penting)\W*$"
)
_PERFORMANCE = (
    r"(?:tingkat )?(?:kenyataan|realitas?|kinerja|persepsi|kepuasan|puas|performance|perceptions?|satisfaction)"
)
PERFORMANCE = re.compile(rf"^\W*{_PERFORMANCE}\s*[-:/)\]]|[-:/(\[]\s*{_PERFORMANCE}\W*$")
OVERALL = re.compile(r"\boverall\b|keseluruhan|secara umum|\bkepuasan\b|\bpuas\b")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SLUGS = re.compile(r"[a-z0-9_.-]+(?:/[a-z0-9_.-]+)+")
_PERIOD = re.compile(rf"\b(?:20\d\d|(?:tw|triwulan|semester|sem|smt|s)[ .]*(?:\d|i{{1,3}}|iv)|{'|'.join(MONTHS)})\b")


def fold_heading(heading: str) -> str:
    """Fold a heading for its words: an underscore parts words, and the groups of a form before a slug are left out.

    Examples
    --------
    >>> fold_heading("profil/jenis_kelamin"), fold_heading("SKM/U1"), fold_heading("Waktu/Jadwal")
    ('jenis kelamin', 'u1', 'waktu/jadwal')
    """
    folded = fold(heading)
    is_slug = _SLUGS.fullmatch(folded) and re.search(r"[_\d]", folded)
    return fold((folded.rpartition("/")[2] if is_slug else folded).replace("_", " "))


def leads_of(headings: Sequence[str]) -> tuple[str, ...]:
    """Give the words with which headings begin that end alike; none when they do not, or begin with nothing or a number.

    Examples
    --------
    >>> leads_of(["KTP - Syarat layanan", "Akta lahir - Syarat layanan"]), leads_of(["Syarat", "Biaya"])
    (('KTP', 'Akta lahir'), ())
    """
    words = [heading.split() for heading in headings]
    shared = 0
    while all(shared < len(row) for row in words) and len({row[-1 - shared].casefold() for row in words}) == 1:
        shared += 1
    leads = [" ".join(row[: len(row) - shared]).strip(" -:/|") for row in words]
    are_words = all(_LETTERS.search(lead) for lead in leads)
    return tuple(leads) if shared and are_words and len({*leads}) == len(leads) > 1 else ()


def differ_in_period(headings: Sequence[str]) -> bool:
    """Tell whether headings differ in nothing but a year, a month, a quarter or a semester.

    Examples
    --------
    >>> differ_in_period(["Syarat 2024", "Syarat 2025"]), differ_in_period(["Syarat 1", "Syarat 2"])
    (True, False)
    """
    return len({" ".join(_PERIOD.sub("", fold(heading)).split()) for heading in headings}) < len(headings)
