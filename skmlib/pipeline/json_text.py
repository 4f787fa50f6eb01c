r"""JSON that is exact for programs and harmless on a terminal.

Letters of any script stand as they are; what cannot be seen, or would steer a terminal, stands as the escape that JSON has for
it, such as `\u202e`, so that whoever reads the JSON gets the text unchanged.
"""

from __future__ import annotations

import json
from typing import Any

from skmlib.survey.unseen import is_unseen


def spell_json(content: Any, *, indent: int | None = None) -> str:
    r"""Write JSON.

    Parameters
    ----------
    content : Any
        Text, finite numbers, lists and dictionaries.
    indent : int, optional
        Spaces a level; without it all stands on one line.

    Returns
    -------
    str
        Without a line feed at the end.

    Raises
    ------
    ValueError
        If a number is not finite.

    Examples
    --------
    >>> print(spell_json({"unit": "Loket \u202e é"}))
    {"unit": "Loket \u202e é"}
    """
    text = json.dumps(content, ensure_ascii=False, indent=indent, allow_nan=False)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(json.dumps(letter)[1:-1] if is_unseen(letter) else letter for letter in text)
