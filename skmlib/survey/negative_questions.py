"""Questions worded against the service: who agrees with "Prosedurnya rumit" is dissatisfied.

On such a question the best answer is the strongest disagreement, and a form of codes says nothing of it. A heading is negative
when it holds a bad word that is not denied ("rumit", but not "tidak rumit") or a good word that is ("tidak ramah").
Explanations in brackets and alternatives ("mudah atau sulit") say nothing, nor does "lama waktu".
"""

from __future__ import annotations

import re

from skmlib.problems import fold

AGREEMENT = frozenset({"setuju", "ss", "agree", "selalu", "always"})

_BAD = (
    r"rumit|berbelit(?:-belit)?|ribet|lama|lambat|lelet|mahal|sulit|susah|rusak|kotor|buruk|kasar|galak|membingungkan"
    r"|memberatkan|mengecewakan|diskriminatif|pungli|pungutan liar|di luar ketentuan|tambahan biaya"
)
_GOOD = (
    r"sesuai|mudah|cepat|jelas|lengkap|nyaman|bersih|ramah|sopan|kompeten|mampu|terampil|baik|memadai|tepat|tanggap|layak"
    r"|transparan|adil|profesional|terjangkau|wajar|puas|memuaskan"
)
_DENIAL = r"(?:tidak|tdk|tanpa|bebas|kurang|belum|bukan|jauh dari)(?: ada| terlalu| begitu| pernah| cukup)?"
_ASIDE = re.compile(
    r"\([^)]*\)|\[[^\]]*\]|\b(?:berapa )?lama(?:nya)? (?:waktu|pelayanan|proses|penyelesaian|menunggu|layanan)"
)
_ALTERNATIVE = re.compile(rf"(?:{_GOOD}|{_BAD})\w*\s*(?:/|\batau\b|,)\s*(?:{_DENIAL}\s+)?(?:{_GOOD}|{_BAD})")
_BAD_WORD = re.compile(rf"\b((?:{_BAD})(?:nya)?)\b")
_DENIED = re.compile(rf"\b{_DENIAL}\b")
_GOOD_DENIED = re.compile(rf"\b{_DENIAL}\s+(?:{_GOOD})\b")


def negative_words(heading: str) -> str:
    """Give the words that turn a question against the service.

    Parameters
    ----------
    heading : str
        As exported.

    Returns
    -------
    str
        Empty when there are none.

    Examples
    --------
    >>> negative_words("Prosedur pelayanan rumit"), negative_words("Petugas tidak ramah")
    ('rumit', 'tidak ramah')
    >>> negative_words("Prosedur tidak berbelit-belit"), negative_words("Lama waktu pelayanan"), negative_words("Mudah/sulit")
    ('', '', '')
    >>> negative_words("Tidak ada imbalan di luar ketentuan"), negative_words("Petugas meminta imbalan di luar ketentuan")
    ('', 'di luar ketentuan')
    """
    text = _ASIDE.sub(" ", fold(heading).replace("_", " "))
    if _ALTERNATIVE.search(text):
        return ""
    if match := _GOOD_DENIED.search(text):
        return match[0]
    match = _BAD_WORD.search(text)
    return match[1] if match and not _DENIED.search(text[: match.start()]) else ""
