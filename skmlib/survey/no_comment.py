"""Texts that say nothing: what people type into an open question that they must not leave empty.

A sign, a number, "tidak ada", "nihil", "tes". Such an answer is received and is no comment: it has a class of its own and stays
out of the denominator. The list decides nothing by itself; it only tells where a label does not fit its text.
"""

from __future__ import annotations

import re

_NO_COMMENT_TEXTS = frozenset(
    """
    tidak ada, tdk ada, tak ada, ga ada, gak ada, nggak ada, belum ada, tidak, tdk, kosong, nihil, nil, null, none, no,
    no comment, n/a, na, tes, test, testing, coba, tanpa komentar, tidak ada komentar, tidak ada saran, tidak ada masukan,
    tidak ada kritik, tidak ada kritik dan saran, tidak ada saran dan masukan, tidak ada keluhan, belum ada saran
    """.replace("\n", " ").replace("    ", "").strip().split(", ")
)  # fmt: skip


def is_no_comment(text: str) -> bool:
    """Tell whether a text says nothing: a sign, a number, "tidak ada", "nihil", "tes".

    Parameters
    ----------
    text : str
        A comment.

    Returns
    -------
    bool

    Examples
    --------
    >>> [is_no_comment(text) for text in (".", "Tidak ada.", "N/A", "Ramah")]
    [True, True, True, False]
    """
    words = " ".join(re.sub(r"[^\w\s/]", " ", text.casefold()).split())
    return words in _NO_COMMENT_TEXTS or not any(character.isalpha() for character in words)
