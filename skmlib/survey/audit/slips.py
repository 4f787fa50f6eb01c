"""Slips: which single digit, or which single unsur, would explain a number that does not follow.

A slip of the pen changes one digit or exchanges two neighbours; a score may also lose its comma. Each such change of the
printed number, and of each number that it is computed from, is tried; of an index so is leaving out one unsur. What fits is a
possible explanation and no proof.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.survey.audit.index_ways import factor_of
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


def lost_commas_of(printed: Decimal) -> Iterator[Decimal]:
    """Give each number that is written with the same digits and a decimal comma that a printed whole number lacks.

    Examples
    --------
    >>> list(lost_commas_of(Decimal("353"))), list(lost_commas_of(Decimal("3.53")))
    ([Decimal('3.53'), Decimal('35.3')], [])
    """
    text = str(printed)
    yield from (Decimal(f"{text[:place]}.{text[place:]}") for place in range(1, len(text) if text.isdigit() else 0))


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
    scale = factor_of(unsur)

    def index_of(cells: Mapping[str, Decimal]) -> Fraction:
        return Fraction(scale, factor) * sum(map(Fraction, cells.values())) / len(cells)

    told = [f"satu angka pada indeks: {_named(own)}"] if (own := _own_slips(printed, ways)) else []
    without = [
        label
        for label in unsur
        if len(unsur) > 1
        and may_round_to(printed, index_of({name: cell for name, cell in unsur.items() if name != label}))
    ]
    if without:
        told.append(f"rata-rata tanpa {' atau tanpa '.join(without)}")

    def index_of_scores(cells: Mapping[str, Decimal]) -> Fraction | None:
        return index_of(cells) if all(1 <= cell * scale / IKM_PER_NI <= SCALE_MAX for cell in cells.values()) else None

    if cells := _cell_slips(printed, unsur, index_of_scores, lost_commas_of, slips_of):
        told.append(f"satu angka pada unsur: {'; '.join(cells[:NAMED])}")
    if not told:
        return f"{NO_WAY}; satu angka atau satu unsur saja tidak menjelaskannya"
    return f"{NO_WAY}; dapat dijelaskan oleh {', atau '.join(told)}"


def explain_result(
    printed: Decimal,
    ways: Sequence[Way],
    cells: Mapping[str, Decimal],
    compute: Callable[[Mapping[str, Decimal]], Fraction | None],
) -> str:
    """Say which slips would explain a number that does not follow from those it is computed from.

    Parameters
    ----------
    printed : Decimal
        As printed.
    ways : sequence of Way
        Those in which it could have been computed.
    cells : mapping
        What it is computed from, as printed, by what each is called.
    compute : callable
        Gives the number from such cells; None where that has no sense.

    Returns
    -------
    str
        Indonesian, without a full stop; empty when no slip explains it.

    Examples
    --------
    >>> total = lambda cells: Fraction(sum(cells.values()))
    >>> explain_result(Decimal(97), [Way.exactly("", Fraction(77))], {"A": Decimal(52), "B": Decimal(25)}, total)
    'dapat dijelaskan oleh satu angka pada hasilnya: 77, atau satu angka pada bagiannya: A 72, bukan 52; B 45, bukan 25'
    """
    told = [f"satu angka pada hasilnya: {_named(own)}"] if (own := _own_slips(printed, ways)) else []
    if changed := _cell_slips(printed, cells, compute):
        told.append(f"satu angka pada bagiannya: {'; '.join(changed[:NAMED])}")
    return f"dapat dijelaskan oleh {', atau '.join(told)}" if told else ""


def _own_slips(printed: Decimal, ways: Sequence[Way]) -> list[Decimal]:
    """Give what the printed number may have been meant to be, by the first way that explains it."""
    tried = list(dict.fromkeys(slips_of(printed)))
    fits = ([slip for slip in tried if may_round_to(slip, way.low, way.high)] for way in ways[:2])
    return next(filter(None, fits), [])


def _cell_slips(
    printed: Decimal,
    cells: Mapping[str, Decimal],
    compute: Callable[[Mapping[str, Decimal]], Fraction | None],
    *kinds: Callable[[Decimal], Iterator[Decimal]],
) -> list[str]:
    """Name the cells in which one slip would explain the printed number, each with what it should have been."""
    return [
        f"{label} {write_number(slip, decimals_of(slip))}, bukan {write_number(cell, decimals_of(cell))}"
        for label, cell in cells.items()
        for slip in dict.fromkeys(slip for give in kinds or (slips_of,) for slip in give(cell))
        if (value := compute({**cells, label: slip})) is not None and may_round_to(printed, value)
    ]


def _named(slips: Sequence[Decimal]) -> str:
    """Write the first few."""
    return " atau ".join(write_number(slip, decimals_of(slip)) for slip in slips[:NAMED])
