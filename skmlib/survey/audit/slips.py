"""Slips: which single digit or which single unsur would explain an index that does not follow.

A slip of the pen changes one digit or exchanges two neighbours. Each such change of the printed index, and of each printed
score, is tried; so is leaving out one unsur. What fits is a possible explanation and no proof.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.survey.audit.verdicts import Way
from skmlib.survey.printed_precision import may_round_to
from skmlib.survey.printed_values import write_number
from skmlib.survey.published import decimals_of
from skmlib.survey.regulation import IKM_PER_NI, SCALE_MAX

DIGITS = "0123456789"
NAMED = 3
NO_WAY = "tidak dapat dihitung dengan cara mana pun"


def slips_of(printed: Decimal) -> Iterator[Decimal]:
    """Give each number that one slip turns into the printed one.

    Examples
    --------
    >>> Decimal("3.14") in slips_of(Decimal("3.41")), Decimal("3.40") in slips_of(Decimal("3.41"))
    (True, True)
    """
    text = str(printed)
    for place, digit in enumerate(text):
        if digit.isdigit():
            yield from (Decimal(text[:place] + other + text[place + 1 :]) for other in DIGITS if other != digit)
    places = [place for place, digit in enumerate(text) if digit.isdigit()]
    for first, second in itertools.pairwise(places):
        if text[first] != text[second]:
            letters = list(text)
            letters[first], letters[second] = letters[second], letters[first]
            yield Decimal("".join(letters))


def explain_index(unsur: Mapping[str, Decimal], printed: Decimal, ways: Sequence[Way], *, factor: int = 1) -> str:
    """Say which slips would explain an index that does not follow.

    Parameters
    ----------
    unsur : mapping
        Scores as printed.
    printed : Decimal
        The index as printed.
    ways : sequence of Way
        Those in which it could have been computed, on its scale.
    factor : int
        25 for an index on the scale 1 to 4.

    Returns
    -------
    str
        Indonesian, without a full stop.
    """
    if not unsur:
        return NO_WAY
    scale = IKM_PER_NI if all(value <= SCALE_MAX for value in unsur.values()) else 1

    def index_of(cells: Mapping[str, Decimal]) -> Fraction:
        return Fraction(scale, factor) * sum(map(Fraction, cells.values())) / len(cells)

    told = []
    tried = list(dict.fromkeys(slips_of(printed)))
    own = next(
        (fit for way in ways[:2] if (fit := [slip for slip in tried if may_round_to(slip, way.low, way.high)])), []
    )
    if own:
        told.append(f"satu angka pada indeks: {_named(own)}")
    without = [
        label
        for label in unsur
        if len(unsur) > 1
        and may_round_to(printed, index_of({name: cell for name, cell in unsur.items() if name != label}))
    ]
    if without:
        told.append(f"rata-rata tanpa {' atau tanpa '.join(without)}")
    cells = [
        f"{label} {write_number(slip, decimals_of(slip))}, bukan {write_number(cell, decimals_of(cell))}"
        for label, cell in unsur.items()
        for slip in dict.fromkeys(slips_of(cell))
        if 1 <= slip * scale / IKM_PER_NI <= SCALE_MAX and may_round_to(printed, index_of({**unsur, label: slip}))
    ]
    if cells:
        told.append(f"satu angka pada unsur: {'; '.join(cells[:NAMED])}")
    if not told:
        return f"{NO_WAY}; satu angka atau satu unsur saja tidak menjelaskannya"
    return f"{NO_WAY}; dapat dijelaskan oleh {', atau '.join(told)}"


def _named(slips: Sequence[Decimal]) -> str:
    """Write the first few."""
    return " atau ".join(write_number(slip, decimals_of(slip)) for slip in slips[:NAMED])
