"""Masking: personal data in comments replaced by type marks, and counted.

Whoever answers an open question may write a name, a telephone number or an NIK. Before a comment goes anywhere, each such
place becomes a mark in square brackets that says what stood there: `[NIK]`, `[telepon]`, `[surel]`, `[rekening]`, `[nomor]`,
`[pelat]`, `[alamat]`, `[nama]`. `personal_numbers.py` and `personal_words.py` describe what counts as personal; names in the
agency's list are masked wherever they stand. In doubt a place is masked, but years, hours and amounts are left alone.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from skmlib.survey.personal_numbers import NUMBER_RULES
from skmlib.survey.personal_words import ADDRESS, EMAIL, HANDLE, find_names

KINDS = ("NIK", "telepon", "surel", "rekening", "nomor", "pelat", "alamat", "nama")


@dataclasses.dataclass(frozen=True)
class Masked:
    """Texts without personal data.

    Attributes
    ----------
    texts : tuple of str
        The texts, in the order given.
    counts : mapping of str to int
        Places masked of each kind in `KINDS`, 0 where there were none.
    per_text : tuple of int
        Places masked in each text.
    """

    texts: tuple[str, ...]
    counts: Mapping[str, int]
    per_text: tuple[int, ...]


def mask_comments(texts: Sequence[str], *, nama: Sequence[str] = ()) -> Masked:
    """Replace personal data in comments by type marks.

    Parameters
    ----------
    texts : sequence of str
        Comments as written.
    nama : sequence of str
        Names to mask wherever they stand, in capitals or not.

    Returns
    -------
    Masked

    Examples
    --------
    >>> masked = mask_comments(["Hubungi Bu Siti di 0812-0000-0123 pukul 08.00-15.00"])
    >>> masked.texts
    ('Hubungi Bu [nama] di [telepon] pukul 08.00-15.00',)
    >>> masked.counts["telepon"], masked.per_text
    (1, (2,))
    """
    listed = _listed_names(nama)
    results = [_mask_comment(text, listed) for text in texts]
    total: Counter[str] = sum((found for _, found in results), Counter())
    return Masked(
        texts=tuple(text for text, _ in results),
        counts={kind: total[kind] for kind in KINDS},
        per_text=tuple(found.total() for _, found in results),
    )


def holds_contact(text: str) -> bool:
    """Tell whether a text holds a number or an e-mail address that points to a person; names and places do not count.

    Examples
    --------
    >>> holds_contact("Guru, 0812-0000-0123"), holds_contact("Bidan Praktik Mandiri"), holds_contact("RT 02")
    (True, False, False)
    """
    counts = mask_comments([text]).counts
    return any(n for kind, n in counts.items() if kind not in ("nama", "alamat"))


def _listed_names(nama: Sequence[str]) -> re.Pattern[str] | None:
    """Build the pattern of the agency's names, the longest first."""
    names = sorted((name.split() for name in nama if name.strip()), key=lambda words: -len(" ".join(words)))
    if not names:
        return None
    options = "|".join(r"\s+".join(map(re.escape, words)) for words in names)
    return re.compile(rf"(?<!\w)(?:{options})(?!\w)", re.IGNORECASE)


def _mask_comment(text: str, listed: re.Pattern[str] | None) -> tuple[str, Counter[str]]:
    """Mask one comment: e-mail and address first, since they hold numbers and names."""
    found: Counter[str] = Counter()
    for kind, pattern in (("surel", EMAIL), ("alamat", ADDRESS)):
        text = _replace(text, kind, pattern, found)
    for kind, pattern, accepts in NUMBER_RULES:
        text = _replace(text, kind, pattern, found, accepts=accepts)
    text = _mask_names(_replace(text, "nama", HANDLE, found), found)
    if listed is not None:
        text = _replace(text, "nama", listed, found)
    return text, found


def _replace(
    text: str,
    kind: str,
    pattern: re.Pattern[str],
    found: Counter[str],
    *,
    accepts: Callable[[re.Match[str]], bool] = lambda match: True,
) -> str:
    """Put a mark in place of each accepted match, or of its group `data`."""

    def mark(match: re.Match[str]) -> str:
        if not accepts(match):
            return match[0]
        found[kind] += 1
        start, end = match.span("data" if "data" in pattern.groupindex else 0)
        return f"{text[match.start() : start]}[{kind}]{text[end : match.end()]}"

    return pattern.sub(mark, text)


def _mask_names(text: str, found: Counter[str]) -> str:
    """Put a mark in place of each name after Bapak, Ibu and the like."""
    parts = []
    reached = 0
    for start, end in find_names(text):
        parts += [text[reached:start], "[nama]"]
        reached = end
        found["nama"] += 1
    return "".join([*parts, text[reached:]])
