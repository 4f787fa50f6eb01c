"""Rules about whole answers: which numbers of respondents can give the printed means, and the index (GRIM).

With complete answers a mean is a whole number / n, so a printed mean, and all of them together, are possible for some n only.
Where the printed n is not among these although others are, and so many means would hardly agree on another n by chance, the
n is what does not follow; else the means are no pooled means of n answers. Blanks and sub-questions break the test: then the
file says `jawaban` or `jawaban_kosong`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.audit_models import TabelTerbit
from skmlib.survey.audit.index_ways import factor_of, index_ways, is_rounded_mean, weights_of
from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, FOLLOWS_WITH, UNCHECKED, Verdict, join_place
from skmlib.survey.grim import is_possible, possible_counts
from skmlib.survey.printed_precision import may_round_to, span_of_printed, step_of
from skmlib.survey.printed_values import write_number
from skmlib.survey.published import decimals_of
from skmlib.survey.regulation import IKM_PER_NI, NI_DECIMALS, SCALE_MAX, SCALE_MIN

CHANCE = Fraction(1, 20)
COUNTS_NAMED = 6
MOST = 10_000


def check_counts(table: TabelTerbit, place: str, nama: str) -> Iterator[Verdict]:
    """Judge whether whole answers can give the printed means, and the index.

    Parameters
    ----------
    table : TabelTerbit
        As printed; a mean of services or units is passed over, for it is no pooled mean.
    place, nama : str
        Where it stands, and whose it is.

    Yields
    ------
    Verdict
    """
    if not table.unsur or table.is_mean:
        return
    where, what = join_place(place, "unsur"), f"{nama}: nilai unsur dari jawaban bulat (GRIM)"
    if not table.responden or table.jawaban_kosong:
        reason = "jumlah responden tidak tercetak" if not table.responden else "ada jawaban kosong yang tidak dihitung"
        yield Verdict("grim", where, what, "", "", UNCHECKED, reason)
        return
    counts = {label: table.jawaban.get(label, table.responden) for label in table.unsur}
    factor = IKM_PER_NI // factor_of(table.unsur)
    wrong = [label for label, cell in table.unsur.items() if not is_possible(cell, counts[label] or 1, faktor=factor)]
    if wrong:
        yield _impossible(table, where, place, nama, wrong, factor)
    elif all(Fraction(factor, counts[label] or 1) <= step_of(cell) for label, cell in table.unsur.items()):
        reason = f"dengan {write_number(table.responden, 0)} responden semua nilai pada ketelitian ini mungkin"
        yield Verdict("grim", where, what, "", "", UNCHECKED, reason)
    else:
        yield Verdict("grim", where, what, ", ".join(table.unsur), "", FOLLOWS, "semuanya mungkin")
    if not wrong and table.ikm is not None and not table.jawaban:
        yield from _index(table, place, nama, factor)


def _impossible(table: TabelTerbit, where: str, place: str, nama: str, wrong: list[str], factor: int) -> Verdict:
    """Say whether the number of respondents or the scores are to blame."""
    n, labels = write_number(table.responden, 0), ", ".join(wrong)
    what = f"{nama}: nilai unsur dari jawaban bulat (GRIM)"
    if is_rounded_mean(table.unsur) and all(
        is_possible((cell / IKM_PER_NI).quantize(Decimal(1).scaleb(-NI_DECIMALS)), table.responden)
        for cell in table.unsur.values()
    ):
        reason = f"dengan {IKM_PER_NI} × rata-rata yang dibulatkan ke {NI_DECIMALS} desimal dahulu"
        reason += f"; langsung dari {n} jawaban tidak mungkin"
        return Verdict("grim", where, what, labels, "", FOLLOWS_WITH, reason)
    most = min(table.populasi or 2 * table.responden, MOST)
    possible = () if table.jawaban else possible_counts(table.unsur.values(), most=most, faktor=factor)
    chance = sum(
        math.prod(min(1, n * step_of(cell) / factor) for cell in table.unsur.values()) for n in range(1, most + 1)
    )
    if possible and chance < CHANCE:
        told = ", ".join(write_number(count, 0) for count in possible[:COUNTS_NAMED])
        giving = [count for count in possible if table.ikm is not None and totals_of(table, count, factor)]
        reason = (
            f"{len(wrong)} dari {len(table.unsur)} nilai unsur tidak mungkin dari {n} jawaban bulat bila semua menjawab"
        )
        if giving:
            reason += f"; IKM yang tercetak mungkin dari {', '.join(write_number(count, 0) for count in giving[:COUNTS_NAMED])}"
        name = f"{nama}: responden yang mungkin (GRIM)"
        return Verdict("grim", join_place(place, "responden"), name, n, told, DIFFERS, reason)
    reason = f"tidak mungkin sebagai {'' if factor == 1 else '25 × '}bilangan bulat / {n} bila semua responden menjawab"
    return Verdict("grim", where, what, labels, "", DIFFERS, reason)


def totals_of(table: TabelTerbit, n: int, factor: int) -> dict[str, list[int]]:
    """Find the sums of all answers that give every printed mean and the printed index, by weight.

    Parameters
    ----------
    table : TabelTerbit
        As printed, with an index.
    n : int
        Respondents, all of whom answered everything.
    factor : int
        1 for means from 1 to 4, 25 for scores from 25 to 100.

    Returns
    -------
    dict
        The name of a weight (empty for the exact one) and the sums, for the weights that have one.
    """
    ends = [span_of_printed(cell) for cell in table.unsur.values()]
    low = sum(max(math.ceil(first * n / factor), SCALE_MIN * n) for first, _ in ends)
    high = sum(min(math.floor(last * n / factor), SCALE_MAX * n) for _, last in ends)
    found = {}
    for name, weight in weights_of(len(ends), table.bobot).items():
        first, last = (end * n / (IKM_PER_NI * weight) for end in span_of_printed(table.ikm))
        totals = [max(low, math.ceil(first)), min(high, math.floor(last))]
        if totals[0] <= totals[1] and may_round_to(table.ikm, IKM_PER_NI * weight * totals[0] / n):
            found[name] = totals
    return found


def _index(table: TabelTerbit, place: str, nama: str, factor: int) -> Iterator[Verdict]:
    """Say which sums of answers give the printed means and the printed index together; nothing of an index that differs."""
    where, what = join_place(place, "ikm"), f"{nama}: IKM dan nilai unsur bersama dari jawaban bulat"
    n, k = write_number(table.responden, 0), len(table.unsur)
    told = write_number(table.ikm, decimals_of(table.ikm))
    if factor > 1 and is_rounded_mean(table.unsur):
        reason = "nilai unsur sudah dibulatkan pada skala 1 sampai 4"
        yield Verdict("grim_ikm", where, what, told, "", UNCHECKED, reason)
        return
    found = totals_of(table, table.responden, factor)
    if not found:
        if any(may_round_to(table.ikm, way.low, way.high) for way in index_ways(table.unsur, table.ni, table.bobot)):
            reason = "dengan nilai yang sudah dibulatkan"
            reason += f"; tidak ada jumlah jawaban bulat dari {k} × {n} yang memberi semuanya sekaligus"
            yield Verdict("grim_ikm", where, what, told, "", FOLLOWS_WITH, reason)
        return
    name, (low, high) = next(iter(found.items()))
    total = write_number(low, 0) if low == high else f"{write_number(low, 0)} sampai {write_number(high, 0)}"
    reason = f"jumlah jawaban {total} dari {k} × {n}" + (f", dengan {name}" if name else "")
    yield Verdict("grim_ikm", where, what, told, "", FOLLOWS_WITH if name else FOLLOWS, reason)
