"""Rules about earlier periods: their own figures, the change from the one before, and whether that was copied."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.audit_models import Lampau, TabelTerbit
from skmlib.problems import fold
from skmlib.survey.audit.bands import judge_letter
from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, UNCHECKED, Verdict, Way, join_place, judge
from skmlib.survey.printed_precision import span_of_printed
from skmlib.survey.printed_values import write_number
from skmlib.survey.published import decimals_of
from skmlib.survey.regulation import IKM_PER_NI

FEWEST_EQUAL = 3


def check_history(table: TabelTerbit, place: str, nama: str, periode: str = "") -> Iterator[Verdict]:
    """Judge the figures of earlier periods, the change from the previous one, and whether its figures were copied.

    Parameters
    ----------
    table : TabelTerbit
        As printed.
    place, nama : str
        Where it stands, and whose it is.
    periode : str
        The period of the report, as written; a row of it is no earlier period.

    Yields
    ------
    Verdict
    """
    past = {}
    for number, item in enumerate(table.riwayat):
        where, what = join_place(place, "riwayat", number), f"{nama}: periode {item.periode}"
        yield from _row(item, where, what)
        if periode and fold(item.periode) == fold(periode):
            reason = "riwayat hanya memuat periode sebelumnya, dan ini periode laporan itu sendiri; tidak dibandingkan"
            yield Verdict("perubahan", where, what, item.periode, "", UNCHECKED, reason)
        else:
            past[item.periode] = item
    before = past.get(table.periode_sebelumnya or max(past, default=""))
    for key, factor in (("perubahan_ni", IKM_PER_NI), ("perubahan_ikm", 1)):
        printed = getattr(table, key)
        if printed is not None:
            yield _change(table, before, printed, join_place(place, key), f"{nama}: {key.replace('_', ' ')}", factor)
    if before is not None and (before.unsur or before.responden is not None):
        yield _copied(table, before, join_place(place, "riwayat"), nama)


def _row(item: Lampau, where: str, what: str) -> Iterator[Verdict]:
    """Judge the index of an earlier period on both scales, and its letter."""
    if item.ni is not None and item.ikm is not None:
        low, high = span_of_printed(item.ikm)
        ways = [Way("", low / IKM_PER_NI, high / IKM_PER_NI)]
        yield judge("konversi", join_place(where, "ni"), f"{what}, nilai indeks dari IKM", item.ni, ways)
    index = [(item.ikm, 1)] if item.ikm is not None else [(item.ni, IKM_PER_NI)] if item.ni is not None else []
    if item.mutu and index:
        yield judge_letter(join_place(where, "mutu"), f"{what}, mutu", item.mutu, *index[0])


def _change(table: TabelTerbit, before: Lampau | None, printed: Decimal, where: str, what: str, factor: int) -> Verdict:
    """Judge a printed change: from the scale that was printed finer, or of rounded values."""
    ways = []
    for key, scale in (("ikm", IKM_PER_NI), ("ni", 1)):
        now, then = getattr(table, key), getattr(before, key, None)
        if now is not None and then is not None:
            (low, high), (first, last) = span_of_printed(now), span_of_printed(then)
            middle, ratio = Fraction(now) - Fraction(then), Fraction(IKM_PER_NI, factor * scale)
            name = "selisih nilai yang sudah dibulatkan" if ways else ""
            ways.append(Way.exactly(name, middle * ratio))
            if not name:
                ways.append(Way("nilai sebelum dibulatkan", (low - last) * ratio, (high - first) * ratio))
    if not ways:
        told = write_number(printed, decimals_of(printed))
        return Verdict("perubahan", where, what, told, "", UNCHECKED, "nilai periode sebelumnya tidak tercetak")
    return judge("perubahan", where, what, printed, ways)


def _copied(table: TabelTerbit, before: Lampau, where: str, nama: str) -> Verdict:
    """Say whether every figure that both periods print is the same; few figures may be equal by chance, and n may be fixed."""
    pairs = [(getattr(table, key), getattr(before, key)) for key in ("ni", "ikm")]
    pairs += [(table.unsur.get(label), value) for label, value in before.unsur.items()]
    both = [(now, then) for now, then in pairs if now is not None and then is not None]
    n = [(table.responden, before.responden)] if None not in (table.responden, before.responden) else []
    what = f"{nama}: angka periode {before.periode}"
    count = len(both) + len(n)
    told = f"{count} angka"
    if count < 2:
        return Verdict("disalin", where, what, "", "", UNCHECKED, "angka yang sama-sama tercetak terlalu sedikit")
    if any(now != then for now, then in (*both, *n)):
        return Verdict("disalin", where, what, told, "", FOLLOWS)
    every = bool(table.unsur) and set(table.unsur) <= set(before.unsur)
    if len(both) < FEWEST_EQUAL and not every:
        reason = f"{count} angka yang sama-sama tercetak memang sama, tetapi terlalu sedikit untuk disebut disalin"
        return Verdict("disalin", where, what, told, "", UNCHECKED, reason)
    reason = f"semua {count} angka sama dengan periode ini; mungkin disalin"
    return Verdict("disalin", where, what, told, "", DIFFERS, reason)
