"""The ways to compute an index from printed scores, under each weight and stage of rounding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.survey.audit.verdicts import Way
from skmlib.survey.printed_precision import may_round_to, step_of
from skmlib.survey.printed_values import write_number
from skmlib.survey.published import decimals_of
from skmlib.survey.regulation import BOBOT_RESMI, IKM_PER_NI, NI_DECIMALS, SCALE_MAX, UNSUR, round_half_up

WEIGHTED_DECIMALS = (2, 3, 4)
BEFORE = "nilai unsur sebelum dibulatkan"


def factor_of(unsur: Mapping[str, Decimal]) -> int:
    """Give what a score is multiplied by to stand on the scale 25 to 100: 25 where most are 4 at most, else 1.

    A single score that lost its comma does not move the others to the other scale.
    """
    return IKM_PER_NI if 2 * sum(value <= SCALE_MAX for value in unsur.values()) > len(unsur) or not unsur else 1


def is_rounded_mean(unsur: Mapping[str, Decimal]) -> bool:
    """Tell whether all scores from 25 to 100 are 25 times a mean of two decimals; of whole numbers alone nobody can tell."""
    steps = [Fraction(value) / IKM_PER_NI * 10**NI_DECIMALS for value in unsur.values()]
    told = any(decimals_of(value) for value in unsur.values())
    return factor_of(unsur) == 1 and told and all(step.denominator == 1 for step in steps)


def spans_of(unsur: Mapping[str, Decimal]) -> list[tuple[Fraction, Fraction]]:
    """Give for each score, on the scale 25 to 100, the lowest and highest value it stands for."""
    factor, rounded = factor_of(unsur), Fraction(IKM_PER_NI, 2 * 10**NI_DECIMALS) if is_rounded_mean(unsur) else 0
    halves = [max(rounded, factor * step_of(value) / 2) for value in unsur.values()]
    return [
        (factor * Fraction(value) - half, factor * Fraction(value) + half)
        for value, half in zip(unsur.values(), halves, strict=True)
    ]


def weights_of(count: int, bobot: Decimal | None = None) -> dict[str, Fraction]:
    """Name the weights that a table of so many unsur may have: the exact one first, a printed one if it is 1/n as written."""
    named = BOBOT_RESMI if count == len(UNSUR) else {}
    if bobot is not None and abs(Fraction(bobot) - Fraction(1, count)) < step_of(bobot) and bobot > 0:
        named = named | {str(bobot.normalize()): Fraction(bobot)}
    return {"": Fraction(1, count)} | {f"bobot {name.replace('.', ',')}": value for name, value in named.items()}


def index_ways(unsur: Mapping[str, Decimal], ni: Decimal | None = None, bobot: Decimal | None = None) -> list[Way]:
    """List the ways to compute the index (25 to 100) from printed scores.

    Parameters
    ----------
    unsur : mapping
        Scores as printed, on either scale.
    ni : Decimal, optional
        The index printed on the scale 1 to 4.
    bobot : Decimal, optional
        The weight as printed.

    Returns
    -------
    list of Way
        The plain one first.

    Examples
    --------
    >>> ways = index_ways({"U1": Decimal("3.5"), "U2": Decimal("3.0")})
    >>> float(ways[0].low), (float(ways[1].low), float(ways[1].high))
    (81.25, (80.0, 82.5))
    """
    factor, spans, ways = factor_of(unsur), spans_of(unsur), []
    cells = [factor * Fraction(value) for value in unsur.values()]
    for name, weight in weights_of(len(unsur), bobot).items():
        own = _ways_by_weight(
            name, [weight * cell for cell in cells], [[weight * end for end in span] for span in spans]
        )
        printed = printed_ni_way(ni, own, name)
        ways += [*own[:2], *printed, *own[2:]]
        ni = None if printed else ni
    return ways


def _ways_by_weight(name: str, cells: Sequence[Fraction], spans: Sequence[Sequence[Fraction]]) -> list[Way]:
    """List the ways to add weighted scores, with and without rounding on the way, as printed and before they were rounded."""

    def named(*parts: str) -> str:
        return " dan ".join(part for part in (name, *parts) if part)

    lows, highs = zip(*spans, strict=True)
    ways = [Way.exactly(named(), sum(cells)), Way(named(BEFORE), sum(lows), sum(highs))]
    later = []
    for decimals in WEIGHTED_DECIMALS:
        for stage, add in (("nilai indeks", _round_sum), ("setiap NRR tertimbang", _sum_rounded)):
            rounded = f"dibulatkan ke {decimals} desimal dahulu"
            ways.append(Way.exactly(named(f"{stage} {rounded}"), add(cells, decimals)))
            low, high = add(lows, decimals), add(highs, decimals)
            later += _steps(named(f"{stage} dari {BEFORE}, {rounded}"), low, high, decimals)
    return [*ways, *later]


def _round_sum(cells: Iterable[Fraction], decimals: int) -> Fraction:
    """Round the sum on the scale 1 to 4."""
    return IKM_PER_NI * round_half_up(sum(cells) / IKM_PER_NI, decimals)


def _sum_rounded(cells: Iterable[Fraction], decimals: int) -> Fraction:
    """Add what is rounded on the scale 1 to 4."""
    return IKM_PER_NI * sum(round_half_up(cell / IKM_PER_NI, decimals) for cell in cells)


def _steps(name: str, low: Fraction, high: Fraction, decimals: int) -> list[Way]:
    """Give each rounded value from low to high, or their span where the steps are finer than an index is printed."""
    step = Fraction(IKM_PER_NI, 10**decimals)
    if decimals == max(WEIGHTED_DECIMALS):
        return [Way(name, low, high)]
    return [Way.exactly(name, low + place * step) for place in range(int((high - low) / step) + 1)]


def printed_ni_way(ni: Decimal | None, ways: Sequence[Way], name: str = "") -> list[Way]:
    """Give the way from an index printed on the scale 1 to 4, if that follows from one of the others."""
    if ni is None or not any(may_round_to(ni, way.low / IKM_PER_NI, way.high / IKM_PER_NI) for way in ways):
        return []
    told = f"{IKM_PER_NI} × nilai indeks yang tercetak ({write_number(ni, decimals_of(ni))})"
    return [Way.exactly(f"{name} dan {told}" if name else told, IKM_PER_NI * Fraction(ni))]
