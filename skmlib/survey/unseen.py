"""Characters that leave no mark of their own: shown as signs such as ``‹U+202E›`` wherever a person reads.

A text from outside may hold characters that turn the direction of what follows, hide it, or move the cursor of a terminal. Each
has its sign, so that a reader sees that it is there and two texts that differ never look alike.
"""

from __future__ import annotations

import unicodedata

UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def sign(character: str) -> str:
    r"""Name a character that cannot be shown.

    Examples
    --------
    >>> sign("\x07")
    '‹U+0007›'
    """
    return f"‹U+{ord(character):04X}›"


def is_unseen(character: str) -> bool:
    r"""Tell whether a character leaves no mark of its own on the page; tab and line feed have their place in a text.

    Examples
    --------
    >>> is_unseen("\u202e"), is_unseen("\n"), is_unseen("é")
    (True, False, False)
    """
    return character not in "\n\t" and unicodedata.category(character) in UNSEEN_CATEGORIES


def show_unseen(text: str) -> str:
    r"""Replace what cannot be seen by visible signs.

    Control characters other than tab and line feed, direction marks, zero-width characters, lone surrogates, private
    and unassigned code points. Line ends become a line feed.

    Parameters
    ----------
    text : str
        Any string.

    Returns
    -------
    str
        Text that can be encoded, and in which every character shows.

    Examples
    --------
    >>> show_unseen("lay\u202eanan")
    'lay‹U+202E›anan'
    """
    if text.replace("\n", "").isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign(character) if is_unseen(character) else character for character in lines)
