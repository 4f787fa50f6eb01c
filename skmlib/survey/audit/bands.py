"""Rules about scores and letters: scores that are means of others, the range of a score, and the letter it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.audit_models import TabelTerbit
from skmlib.survey.audit.index_ways import factor_of
from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, FOLLOWS_WITH, Verdict, Way, join_place, judge
from skmlib.survey.printed_precision import span_of_printed
from skmlib.survey.printed_values import write_number
from skmlib.survey.published import decimals_of
from skmlib.survey.recap_rows import mean_of
from skmlib.survey.regulation import IKM_MAX, IKM_MIN, IKM_PER_NI, KINERJA, SCALE_MAX, classify_mutu


def check_bands(table: TabelTerbit, place: str, nama: str) -> Iterator[Verdict]:
    """Judge the letters of the index and of each unsur, and the word beside the letter."""
    index = [(table.ikm, 1)] if table.ikm is not None else [(table.ni, IKM_PER_NI)] if table.ni is not None else []
    if table.mutu and index:
        yield judge_letter(join_place(place, "mutu"), f"{nama}: mutu", table.mutu, *index[0])
    if table.kinerja and table.mutu:
        word = KINERJA[table.mutu]
        same = " ".join(table.kinerja.split()).casefold() == word.casefold()
        where = join_place(place, "kinerja")
        yield Verdict("mutu", where, f"{nama}: kinerja", table.kinerja, word, FOLLOWS if same else DIFFERS)
    for label, letter in table.mutu_unsur.items():
        if label in table.unsur:
            where, factor = join_place(place, "mutu_unsur", label), factor_of(table.unsur)
            yield judge_letter(where, f"{nama}: mutu {label}", letter, table.unsur[label], factor)


def judge_letter(place: str, nama: str, printed: str, value: Decimal, factor: int) -> Verdict:
    """Judge a letter by the printed value, and by what the value stands for.

    Parameters
    ----------
    place, nama, printed : str
        Where the letter stands, what it is, and the letter.
    value : Decimal
        As printed.
    factor : int
        25 for a value on the scale 1 to 4, else 1.

    Returns
    -------
    Verdict
    """
    first, last = span_of_printed(value)
    low, letter, high = (_band(factor * end) for end in (first, Fraction(value), last))
    if printed == letter:
        return Verdict("mutu", place, nama, printed, letter, FOLLOWS)
    if printed in (low, high):
        return Verdict("mutu", place, nama, printed, letter, FOLLOWS_WITH, "dengan nilai sebelum dibulatkan")
    reason = f"mutu menurut nilai yang tercetak, {write_number(value, decimals_of(value))}"
    return Verdict("mutu", place, nama, printed, letter, DIFFERS, reason)


def _band(ikm: Fraction) -> str:
    """Classify a value; what lies outside the scale counts as its nearest end."""
    return classify_mutu(min(max(ikm, Fraction(IKM_MIN)), Fraction(IKM_MAX)))


def check_means(table: TabelTerbit, place: str, nama: str) -> Iterator[Verdict]:
    """Judge the scores of a table that is the mean of services or units, and that figures lie on one scale."""
    for label, value in table.unsur.items():
        top = SCALE_MAX if factor_of(table.unsur) > 1 else SCALE_MAX * IKM_PER_NI
        if not top / SCALE_MAX <= value <= top:
            allowed = f"seharusnya {top // SCALE_MAX} sampai {top}"
            told = write_number(value, decimals_of(value))
            yield Verdict("rentang", join_place(place, "unsur", label), f"{nama}: {label}", told, "", DIFFERS, allowed)
    _, parts = table.bagian
    for label, printed in table.unsur.items() if parts else ():
        rows = [part for part in parts.values() if label in part.unsur]
        if not rows:
            continue
        scales = [Fraction(factor_of(part.unsur), factor_of(table.unsur)) for part in rows]
        cells = [scale * Fraction(part.unsur[label]) for scale, part in zip(scales, rows, strict=True)]
        spans = [
            [scale * end for end in span_of_printed(part.unsur[label])]
            for scale, part in zip(scales, rows, strict=True)
        ]
        ways = [Way.exactly("", mean_of(cells))]
        counts = [part.responden for part in rows]
        if all(counts):
            ways.append(Way.weighted("nilai yang ditimbang menurut responden", counts, spans))
        lows, highs = zip(*spans, strict=True)
        ways.append(Way("nilai bagiannya sebelum dibulatkan", mean_of(lows), mean_of(highs)))
        yield judge("rata_rata", join_place(place, "unsur", label), f"{nama}: rata-rata {label}", printed, ways)
