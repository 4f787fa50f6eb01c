"""Postal addresses in a comment (method, section 14)."""

from __future__ import annotations

import re

from skmlib.recount.personal_names import SENTENCE

STREET = re.compile(r"\b(?:jl|jln|gg)\b\.?\s*(?=[A-Za-z])", re.IGNORECASE)
ROAD = re.compile(r"\b(?:jalan|gang)\s+(?!tol\b)(?=[A-Z])", re.IGNORECASE)
HOUSING = re.compile(r"\b(?:perumahan|perum|kompleks?)\.?\s+(?=[A-Z])", re.IGNORECASE)
QUARTERS = tuple(
    re.compile(quarter + r"\b(?!\s*(?:hari|jam|menit|minggu|bulan|tahun|orang|kali|warga)\b)", re.IGNORECASE)
    for quarter in (
        r"\brt[.:]?\s*\d{1,3}",
        r"\brw[.:]?\s*\d{1,3}",
        r"\brt[.:]?\s*\d{1,3}\s*/\s*\d{1,3}",
        r"\brt[.:]?\s*\d{1,3}\s*[/,.-]?\s*rw[.:]?\s*\d{1,3}",
        r"\brt\s*/\s*rw[.:]?\s*\d{1,3}\s*/\s*\d{1,3}",
    )
)
BLOCK = re.compile(
    r"\b[Bb][Ll][Oo][Kk]\s+[A-Z]{1,2}(?:[-\s]?\d{1,3}\b|\b[\s,]+[Nn][Oo](?:[Mm][Oo][Rr])?\b\.?\s*\d{1,4}[A-Za-z]?\b)"
)
NO_NAME = {"No", "NO", "Nomor", "Km", "KM", "RT", "RW", "Kel", "Kec", "Kab", "Prov", "Blok"}
OF_ROADS = set(
    "nya menuju masuk keluar rusak sempit macet berlubang becek licin gelap jelek tol umum kecil ramai setapak "
    "kaki sangat sudah belum tidak masih yang ini itu ke dari dan depan menanjak terus berdebu banjir".split()
)
NO_HOUSING = {"rakyat", "bulog", "peruri", "damri", "perhutani", "jasa"}
OFFICES = ("dinas ", "kementerian ", "bidang ", "menteri ")


def holds_address(text: str) -> bool:
    """Say whether a street, a housing estate, a block or a quarter stands in a text.

    Parameters
    ----------
    text : str
        A comment.

    Returns
    -------
    bool

    Examples
    --------
    >>> [holds_address(text) for text in ("Jl. Melati", "jalan rusak", "Jalan Tol", "RT 03", "Dinas Perumahan Rakyat")]
    [True, False, False, True, False]
    """
    return (
        any(_is_proper(text, found.end()) for found in STREET.finditer(text))
        or any(text[found.end()].isupper() and _is_proper(text, found.end()) for found in ROAD.finditer(text))
        or any(_is_estate(text, found) for found in HOUSING.finditer(text))
        or any(pattern.search(text) for pattern in (*QUARTERS, BLOCK))
    )


def _word(text: str, place: int) -> str:
    """Give the word that begins at a place."""
    return re.compile(r"\w+").match(text, place)[0]


def _is_proper(text: str, place: int) -> bool:
    """Say whether the word at a place may be a name: no beginning of a sentence, and in small letters nothing said of roads."""
    word = _word(text, place)
    if not word[0].isascii():
        return False
    if word[0].islower():
        return word not in OF_ROADS
    is_sentence = word.casefold() in SENTENCE and (word.istitle() or word.isupper()) and word != "DI"
    return word not in NO_NAME and not is_sentence


def _is_estate(text: str, found: re.Match[str]) -> bool:
    """Say whether a housing estate is meant, and not an office for housing."""
    place = found.end()
    is_office = (
        text[max(found.start() - 15, 0) : found.start()].casefold().endswith(OFFICES)
        or _word(text, place).casefold() in NO_HOUSING
    )
    return text[place].isupper() and not is_office and _is_proper(text, place)
