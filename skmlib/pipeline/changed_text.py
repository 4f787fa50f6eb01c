"""Which sentences of a report's page differ between two versions, word by word.

Headings, paragraphs, items and quotations are compared; tables and charts hold figures, which are compared as such. A
sentence in which only numbers, letters of quality and their words changed follows from the figures, and is only counted.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup

from skmlib.survey.regulation import KINERJA

SENTENCES = "h1, h2, h3, h4, h5, h6, p, li, dt, dd"
BESIDE = "figure, table, nav, script, style, svg, footer"
ALIKE = 0.5  # less than half the words in common: one sentence went and another came
_BANDS = "|".join((*sorted(KINERJA.values(), key=len, reverse=True), *KINERJA))
_FOLLOWING = re.compile(rf"[+\u2212-]?\d[\d.,]*%?|\b(?:{_BANDS})\b", re.IGNORECASE)

Piece = tuple[str, str]
SAME, OLD, NEW = "sama", "lama", "baru"


@dataclasses.dataclass(frozen=True)
class ChangedSentence:
    """A sentence that changed, came or went.

    Attributes
    ----------
    pieces : tuple of (kind, words)
        In order; the kind is `sama`, `lama` (only before) or `baru` (only now).
    """

    pieces: tuple[Piece, ...]


@dataclasses.dataclass(frozen=True)
class ChangedText:
    """What changed in the sentences of a page.

    Attributes
    ----------
    sentences : tuple of ChangedSentence
        In the order of the page.
    following : int
        How many others changed in nothing but what follows from figures.
    """

    sentences: tuple[ChangedSentence, ...]
    following: int


def compare_text(old: str, new: str) -> ChangedText:
    """Compare the sentences of two pages.

    Parameters
    ----------
    old, new : str
        HTML.

    Returns
    -------
    ChangedText

    Examples
    --------
    >>> found = compare_text("<p>Loket buka pukul 8.</p><p>IKM 88,38.</p>", "<p>Loket tutup pukul 9.</p><p>IKM 88,40.</p>")
    >>> found.following, found.sentences[0].pieces
    (1, (('sama', 'Loket'), ('lama', 'buka'), ('baru', 'tutup'), ('sama', 'pukul'), ('lama', '8.'), ('baru', '9.')))
    """
    sentences, following = [], 0
    for before, now in _pairs(_sentences(old), _sentences(new)):
        if before and now and without_figures(before) == without_figures(now):
            following += 1
        else:
            sentences.append(ChangedSentence(tuple(compare_words(before, now))))
    return ChangedText(tuple(sentences), following)


def compare_words(old: str, new: str) -> Iterator[Piece]:
    """Compare two sentences word by word.

    Parameters
    ----------
    old, new : str
        Sentences; an empty one is not there.

    Yields
    ------
    (kind, words)
    """
    before, now = old.split(), new.split()
    for kind, start, end, first, last in difflib.SequenceMatcher(a=before, b=now, autojunk=False).get_opcodes():
        if kind == "equal":
            yield SAME, " ".join(before[start:end])
            continue
        if start < end:
            yield OLD, " ".join(before[start:end])
        if first < last:
            yield NEW, " ".join(now[first:last])


def without_figures(sentence: str) -> str:
    """Leave out what follows from figures: numbers, letters of quality and their words.

    Parameters
    ----------
    sentence : str
        Of a report.

    Returns
    -------
    str
        The rest.

    Examples
    --------
    >>> without_figures("IKM 88,38 termasuk mutu A (sangat baik).")
    'IKM  termasuk mutu  ().'
    """
    return _FOLLOWING.sub("", sentence)


def _sentences(page: str) -> list[str]:
    """Read the sentences of a page, with single spaces."""
    body = BeautifulSoup(page, "html.parser")
    for element in body.select(BESIDE):
        element.decompose()
    found = (element for element in body.select(SENTENCES) if element.select_one(SENTENCES) is None)
    return [text for element in found if (text := " ".join(element.get_text(" ").split()))]


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pair the sentences that changed: one that went with the one that came in its place, where they are alike."""
    for kind, start, end, first, last in difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        waiting = list(new[first:last])
        for before in old[start:end]:
            now = max(waiting, key=lambda text: _likeness(before, text), default="")
            if now and _likeness(before, now) >= ALIKE:
                waiting.remove(now)
                yield before, now
            else:
                yield before, ""
        yield from (("", text) for text in waiting)


def _likeness(one: str, other: str) -> float:
    """Give the share of words that two sentences have in common, apart from what follows from figures."""
    words = [without_figures(text).split() for text in (one, other)]
    return difflib.SequenceMatcher(a=words[0], b=words[1], autojunk=False).ratio()
