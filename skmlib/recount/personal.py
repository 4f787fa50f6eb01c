"""Whether a comment holds personal data, judged a second time (method, section 14).

The first count replaces place after place, each in what the one before has left. Here only one question is asked of a comment:
does anything personal stand in it? So the order does not matter, and neither where a place ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from skmlib.recount.personal_names import holds_name
from skmlib.recount.personal_numbers import holds_number
from skmlib.recount.personal_places import holds_address

EMAIL = re.compile(r"[\w.+-](?:@[\w-]|[ \t]{0,2}@[ \t]{0,2}[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?!\w))")
SPELLED = re.compile(
    r"[\w.+-]\s*(?:\[at\]|\(at\)|\{at\}|\sat\s)\s*[\w-]+\s*(?:\.|\[dot\]|\(dot\)|\{dot\}|\s(?:dot|titik)\s)\s*[\w-]",
    re.IGNORECASE,
)


def is_personal(text: str, names: Iterable[str] = ()) -> bool:
    """Say whether a comment holds personal data.

    Parameters
    ----------
    text : str
        As written.
    names : iterable of str
        The agency's list of names to be masked.

    Returns
    -------
    bool

    Examples
    --------
    >>> [is_personal(text) for text in ("Hubungi Bu Siti", "ibu hamil", "0812 0000 0123", "buka 08.00-15.00")]
    [True, False, True, False]
    """
    return (
        holds_contact(text)
        or holds_address(text)
        or holds_name(text)
        or any(_holds_listed(text, name) for name in names)
    )


def holds_contact(text: str) -> bool:
    """Say whether a text holds a number or an e-mail address of a person."""
    return any(pattern.search(text) for pattern in (EMAIL, SPELLED)) or holds_number(text)


def _holds_listed(text: str, name: str) -> bool:
    """Say whether a listed name stands in a text as whole words, in capitals or not."""
    words = name.split()
    return bool(words) and bool(re.search(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", text, re.I))
