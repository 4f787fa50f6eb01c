"""Rules about the index: does it follow from the printed scores, under which weight and which stage of rounding.

The plain way is the exact weight 1/n over the scores as printed. The others: the scores before they were rounded, the
index rounded on the scale 1 to 4 first, each weighted score rounded first, and all of these with the weights 0.111 and 0.11
of the official forms, or with a printed weight that is 1/n as far as its decimals go. Of a table that is the mean of services
or units, the plain way starts from their cells.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.audit_models import TabelTerbit
from skmlib.survey.audit.index_ways import factor_of, index_ways, printed_ni_way, spans_of
from skmlib.survey.audit.slips import explain_index
from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, FOLLOWS_WITH, UNCHECKED, Verdict, Way, join_place, judge
from skmlib.survey.printed_precision import equals_printed, may_round_to, span_of_printed
from skmlib.survey.printed_values import write_number
from skmlib.survey.published import decimals_of
from skmlib.survey.recap_rows import mean_of
from skmlib.survey.regulation import IKM_PER_NI, NI_DECIMALS


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
            verdict = Verdict("indeks", where, what, write_number(printed, decimals_of(printed)), "", UNCHECKED, reason)
        else:
            scaled = [Way(way.nama, way.low / factor, way.high / factor) for way in ways]
            verdict = judge("indeks", where, what, printed, scaled)
            if verdict.putusan == DIFFERS:
                reason = explain_index(table.unsur, printed, scaled, factor=factor)
                verdict = dataclasses.replace(verdict, keterangan=reason)
        beyond = _beyond_parts(table, printed, factor)
        if beyond:
            reason = f"{verdict.keterangan}; {beyond}" if verdict.putusan == DIFFERS else beyond
            verdict = dataclasses.replace(verdict, putusan=DIFFERS, keterangan=reason)
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
    return [*ways, *printed_ni_way(ni, ways)]


def _mean_span(unsur: Mapping[str, Decimal]) -> tuple[Fraction, Fraction]:
    """Give the lowest and highest mean of printed scores."""
    lows, highs = zip(*spans_of(unsur), strict=True)
    return mean_of(lows), mean_of(highs)


def _printed_index(part: TabelTerbit) -> Fraction | None:
    """Give the printed index of a part on the scale 25 to 100."""
    if part.ikm is not None:
        return Fraction(part.ikm)
    return None if part.ni is None else IKM_PER_NI * Fraction(part.ni)


def _beyond_parts(table: TabelTerbit, printed: Decimal, factor: int) -> str:
    """Say that a printed mean lies outside the indices of its parts, where no mean can lie; empty where it may be one.

    The mean may have been rounded on the scale 1 to 4 first. Scores of its own that lie inside are judged by the ways alone.
    """
    spans = [_part_span(part) for part in table.bagian[1].values()]
    if not spans or not all(spans):
        return ""
    half = Fraction(IKM_PER_NI, 2 * 10**NI_DECIMALS)
    low, high = min(map(min, spans)), max(map(max, spans))
    first, last = _mean_span(table.unsur) if table.unsur else (high + 1, high + 1)
    if may_round_to(printed, (low - half) / factor, (high + half) / factor) or (first <= high and last >= low):
        return ""
    return f"di luar rentang indeks bagiannya, {write_number(low / factor)} sampai {write_number(high / factor)}"


def _part_span(part: TabelTerbit) -> list[Fraction]:
    """List the ends of the values that the index of a part may have, on the scale 25 to 100: printed, else by every way."""
    ends = list(_mean_span(part.unsur)) if part.unsur else []
    for value, factor in ((part.ikm, 1), (part.ni, IKM_PER_NI)):
        ends += [factor * end for end in span_of_printed(value)] if value is not None else []
    if part.unsur and part.ikm is None and part.ni is None:
        ends += [end for way in index_ways(part.unsur, None, part.bobot) for end in (way.low, way.high)]
    return ends


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
