"""Rules about the index: does it follow from the printed scores, under which weight and which stage of rounding.

The plain way is the exact weight 1/n over the scores as printed. The others: the scores before they were rounded, the
index rounded on the scale 1 to 4 first, each weighted score rounded first, and all of these with the weights 0.111 and 0.11
of the official forms, or with a printed weight that is 1/n as far as its decimals go. Of a table that is the mean of services
or units, the plain way starts from their cells.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.audit_models import TabelTerbit
from skmlib.survey.audit.slips import explain_index
from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, FOLLOWS_WITH, UNCHECKED, Verdict, Way, join_place, judge
from skmlib.survey.printed_precision import equals_printed, may_round_to, span_of_printed, step_of
from skmlib.survey.printed_values import write_number
from skmlib.survey.published import decimals_of
from skmlib.survey.recap_rows import mean_of
from skmlib.survey.regulation import (
    BOBOT_RESMI,
    IKM_PER_NI,
    NI_DECIMALS,
    SCALE_MAX,
    UNSUR,
    round_half_up,
)

WEIGHTED_DECIMALS = (2, 3, 4)
BEFORE = "nilai unsur sebelum dibulatkan"


def factor_of(unsur: Mapping[str, Decimal]) -> int:
    """Give what a score is multiplied by to stand on the scale 25 to 100: 25 where all are 4 at most, else 1."""
    return IKM_PER_NI if all(value <= SCALE_MAX for value in unsur.values()) else 1


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
        printed = _printed_ni_way(ni, own, name)
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


def _printed_ni_way(ni: Decimal | None, ways: Sequence[Way], name: str = "") -> list[Way]:
    """Give the way from an index printed on the scale 1 to 4, if that follows from one of the others."""
    if ni is None or not any(may_round_to(ni, way.low / IKM_PER_NI, way.high / IKM_PER_NI) for way in ways):
        return []
    told = f"{IKM_PER_NI} × nilai indeks yang tercetak ({write_number(ni, decimals_of(ni))})"
    return [Way.exactly(f"{name} dan {told}" if name else told, IKM_PER_NI * Fraction(ni))]


def check_index(table: TabelTerbit, place: str, nama: str) -> Iterator[Verdict]:
    """Judge the index on both scales, and the printed weight.

    Parameters
    ----------
    table : TabelTerbit
        As printed.
    place : str
        Where it stands in the file; empty for the top.
    nama : str
        Whose it is.

    Yields
    ------
    Verdict
    """
    if table.ni is not None and table.ikm is not None:
        low, high = span_of_printed(table.ikm)
        ways = [Way("", low / IKM_PER_NI, high / IKM_PER_NI)]
        yield judge("konversi", join_place(place, "ni"), f"{nama}: nilai indeks dari IKM", table.ni, ways)
    for key, printed, factor, ni in (("ikm", table.ikm, 1, table.ni), ("ni", table.ni, IKM_PER_NI, None)):
        if printed is None:
            continue
        ways = _ways_of_table(table, ni)
        where, what = join_place(place, key), f"{nama}: {'IKM' if key == 'ikm' else 'nilai indeks'}"
        if not ways:
            reason = "nilai setiap unsur tidak tercetak"
            yield Verdict("indeks", where, what, write_number(printed, decimals_of(printed)), "", UNCHECKED, reason)
            continue
        scaled = [Way(way.nama, way.low / factor, way.high / factor) for way in ways]
        verdict = judge("indeks", where, what, printed, scaled)
        if verdict.putusan == DIFFERS:
            reason = explain_index(table.unsur, printed, scaled, factor=factor)
            verdict = dataclasses.replace(verdict, keterangan=reason)
        yield verdict
    if table.bobot is not None and table.ikm is not None and table.unsur:
        yield _weight(table, place, nama)


def _ways_of_table(table: TabelTerbit, ni: Decimal | None) -> list[Way]:
    """List the ways of a table; of a mean those from the cells of its parts come first."""
    own = index_ways(table.unsur, ni, table.bobot) if table.unsur else []
    _, parts = table.bagian
    if not parts or not all(part.unsur for part in parts.values()):
        return own
    spans = [_mean_span(part.unsur) for part in parts.values()]
    middle = [
        mean_of([factor_of(part.unsur) * Fraction(cell) for cell in part.unsur.values()]) for part in parts.values()
    ]
    ways = [Way.exactly("", mean_of(middle))]
    own = [Way(way.nama or "nilai pada barisnya sendiri seperti tercetak", way.low, way.high) for way in own]
    printed = [_printed_index(part) for part in parts.values()]
    if None not in printed:
        ways.append(Way.exactly("rata-rata indeks bagiannya seperti tercetak", mean_of(printed)))
        counts = [part.responden for part in parts.values()]
        if all(counts):
            ways.append(Way.weighted("nilai bagiannya yang ditimbang menurut responden", counts, spans))
            exact = [(value, value) for value in printed]
            ways.append(Way.weighted("indeks tercetak bagiannya yang ditimbang menurut responden", counts, exact))
    before = Way("nilai bagiannya sebelum dibulatkan", *(mean_of([*ends]) for ends in zip(*spans, strict=True)))
    ways += [*own[:1], before, *own[1:]]
    return [*ways, *_printed_ni_way(ni, ways)]


def _mean_span(unsur: Mapping[str, Decimal]) -> tuple[Fraction, Fraction]:
    """Give the lowest and highest mean of printed scores."""
    lows, highs = zip(*spans_of(unsur), strict=True)
    return mean_of(lows), mean_of(highs)


def _printed_index(part: TabelTerbit) -> Fraction | None:
    """Give the printed index of a part on the scale 25 to 100."""
    if part.ikm is not None:
        return Fraction(part.ikm)
    return None if part.ni is None else IKM_PER_NI * Fraction(part.ni)


def _weight(table: TabelTerbit, place: str, nama: str) -> Verdict:
    """Say whether the index uses the printed weight, which may only be 1/n as it is written."""
    factor, weight = factor_of(table.unsur), Fraction(table.bobot)
    value = weight * factor * sum(map(Fraction, table.unsur.values()))
    low, high = ([weight * end for end in ends] for ends in zip(*spans_of(table.unsur), strict=True))
    where, what = join_place(place, "bobot"), f"{nama}: IKM dengan bobot yang tercetak"
    told, shown = write_number(table.bobot, decimals_of(table.bobot)), write_number(value)
    if may_round_to(table.ikm, sum(low), sum(high)):
        return Verdict("bobot", where, what, told, shown, FOLLOWS)
    if equals_printed(table.bobot, Fraction(1, len(table.unsur))):
        reason = f"bobot itu hanya 1/{len(table.unsur)} yang dibulatkan; IKM yang tercetak tidak memakainya"
        return Verdict("bobot", where, what, told, shown, FOLLOWS_WITH, reason)
    return Verdict("bobot", where, what, told, shown, DIFFERS, "IKM yang tercetak tidak memakai bobot itu")
