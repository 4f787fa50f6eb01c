"""Where rows stand that a proposal speaks of: by row of the spreadsheet, and by phase where an export has several.

Rows of one file are known by their number. Rows of several phases are put together in one frame, whose index holds the name of
the phase and the number in one text, so that it stays an index like any other.
"""

from __future__ import annotations

from collections.abc import Iterable

from skmlib.problems import name_rows

_SIGN = "\x1f"


def spell_place(phase: str, row: int) -> str:
    r"""Label a row of a phase.

    Examples
    --------
    >>> spell_place("Juli", 3)
    'Juli\x1f3'
    """
    return f"{phase}{_SIGN}{row}"


def name_places(places: Iterable[int | str]) -> str:
    """Name rows for a sentence, each phase with its own.

    Parameters
    ----------
    places : iterable of int, or of str
        Rows; where there are several phases, as `spell_place` labels them.

    Returns
    -------
    str

    Examples
    --------
    >>> name_places([3, 9]), name_places([spell_place("Juli", 3), spell_place("Agustus", 2), spell_place("Juli", 9)])
    ('baris 3 dan 9', "'Juli' baris 3 dan 9, 'Agustus' baris 2")
    """
    rows: dict[str, list[int]] = {}
    for place in places:
        phase, _, row = str(place).rpartition(_SIGN)
        rows.setdefault(phase, []).append(int(row))
    return ", ".join(f"{phase!r} {name_rows(found)}" if phase else name_rows(found) for phase, found in rows.items())
