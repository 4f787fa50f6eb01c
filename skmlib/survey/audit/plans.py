"""Rules about what a report concludes: highest and lowest unsur, priorities, plan, follow-up, and the limits of the bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.audit_models import TabelTerbit
from skmlib.parameters.periods import span_of
from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, FOLLOWS_WITH, UNCHECKED, Verdict, Way, join_place, judge
from skmlib.survey.printed_values import write_number
from skmlib.survey.priorities import lowest_printed
from skmlib.survey.published import decimals_of

WHOLE = 100


def check_conclusions(table: TabelTerbit, place: str, nama: str) -> Iterator[Verdict]:
    """Judge the unsur named highest and lowest (any of those that tie in print), the priorities, the plan and its follow-up."""
    if table.unsur:
        negated = {label: -value for label, value in table.unsur.items()}
        for key, scores in (("terendah", table.unsur), ("tertinggi", negated)):
            named = getattr(table, key)
            if named:
                found = lowest_printed(scores, 1)
                verdict = FOLLOWS if set(named) <= set(found) else DIFFERS
                where, what = join_place(place, key), f"{nama}: unsur {key}"
                yield Verdict("prioritas", where, what, ", ".join(named), ", ".join(found), verdict)
        for key, what in (("prioritas", "unsur prioritas"), ("rencana", "unsur dalam rencana")):
            named = tuple(dict.fromkeys(getattr(table, key)))
            if named:
                yield _lowest(table, join_place(place, key), f"{nama}: {what}", named)
    if table.jumlah_prioritas is not None and table.rencana:
        count = len(set(table.rencana))
        verdict = FOLLOWS if count == table.jumlah_prioritas else DIFFERS
        where, what = join_place(place, "jumlah_prioritas"), f"{nama}: jumlah prioritas"
        reason = "" if verdict == FOLLOWS else "banyaknya unsur dalam rencana"
        yield Verdict("prioritas", where, what, str(table.jumlah_prioritas), str(count), verdict, reason)
    if table.rencana_atas and table.tanggal_realisasi:
        end = span_of(table.rencana_atas)[1]
        early = table.tanggal_realisasi <= end
        reason = f"rencana atas hasil periode itu terlaksana sebelum periodenya berakhir, {end}" if early else ""
        where, what = join_place(place, "tanggal_realisasi"), f"{nama}: tanggal realisasi"
        yield Verdict(
            "tindak_lanjut", where, what, str(table.tanggal_realisasi), "", DIFFERS if early else FOLLOWS, reason
        )
    yield from _follow_up(table, place, nama)


def _lowest(table: TabelTerbit, where: str, what: str, named: Sequence[str]) -> Verdict:
    """Judge whether the named unsur are among the lowest."""
    unknown = [label for label in named if label not in table.unsur]
    if unknown:
        reason = f"nilai {', '.join(unknown)} tidak tercetak"
        return Verdict("prioritas", where, what, ", ".join(named), "", UNCHECKED, reason)
    found = lowest_printed(table.unsur, len(named))
    if set(named) <= set(found):
        return Verdict("prioritas", where, what, ", ".join(named), ", ".join(found), FOLLOWS)
    better = [label for label in named if label not in found]
    lower = [label for label in found if label not in named]
    reason = f"{', '.join(better)} bukan yang terendah; lebih rendah: {', '.join(lower)}"
    return Verdict("prioritas", where, what, ", ".join(named), ", ".join(found), DIFFERS, reason)


def _follow_up(table: TabelTerbit, place: str, nama: str) -> Iterator[Verdict]:
    """Judge the per cent realised, and the number of actions against those planned."""
    told = table.tindak_lanjut
    if told is None:
        return
    total = told.selesai + told.sebagian + told.belum
    if told.persen is not None and total:
        ways = [Way.exactly("", Fraction(WHOLE * told.selesai, total))]
        ways.append(
            Way.exactly(
                "yang sebagian dihitung setengah", WHOLE * Fraction(2 * told.selesai + told.sebagian, 2 * total)
            )
        )
        ways.append(
            Way.exactly("yang sebagian dihitung penuh", Fraction(WHOLE * (told.selesai + told.sebagian), total))
        )
        where = join_place(place, "tindak_lanjut", "persen")
        yield judge("tindak_lanjut", where, f"{nama}: tindak lanjut terlaksana (persen)", told.persen, ways)
    where, what = join_place(place, "tindak_lanjut"), f"{nama}: kegiatan yang dilaporkan"
    if told.direncanakan is None:
        reason = "banyaknya kegiatan yang direncanakan tidak tercetak"
        yield Verdict("tindak_lanjut", where, what, str(total), "", UNCHECKED, reason)
    else:
        verdict = FOLLOWS if total == told.direncanakan else DIFFERS
        reason = "" if verdict == FOLLOWS else "banyaknya kegiatan yang direncanakan"
        yield Verdict("tindak_lanjut", where, what, str(total), str(told.direncanakan), verdict, reason)


def check_limits(limits: dict[str, Decimal], key: str, bands: dict[str, Fraction]) -> Iterator[Verdict]:
    """Judge the printed lower limits of the bands against those of the regulation; all of a scale in one verdict."""
    if not limits:
        return
    wrong = [letter for letter, value in limits.items() if Fraction(value) != bands[letter]]
    near = [
        letter
        for letter in wrong
        if abs(Fraction(limits[letter]) - bands[letter]) * 10 ** decimals_of(limits[letter]) <= Fraction(1, 2)
    ]
    shown = wrong or list(limits)
    told = "; ".join(f"{letter} {write_number(limits[letter], decimals_of(limits[letter]))}" for letter in shown)
    again = "; ".join(f"{letter} {write_number(bands[letter], 4 if 'ni' in key else 2)}" for letter in shown)
    what = "Batas bawah mutu"
    if not wrong:
        yield Verdict("batas", key, what, told, again, FOLLOWS)
    elif near == wrong:
        yield Verdict("batas", key, what, told, again, FOLLOWS_WITH, "dengan pembulatan ke desimal yang tercetak")
    else:
        yield Verdict("batas", key, what, told, again, DIFFERS, "batas itu meninggalkan celah atau menggeser mutu")
