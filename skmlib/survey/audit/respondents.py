"""Rules about respondents: the sample size, the counts and shares of each characteristic, groups that overlap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.audit_models import Kelompok, TabelTerbit
from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, FOLLOWS_WITH, Verdict, Way, join_place, judge
from skmlib.survey.group_findings import overlapping_ranges
from skmlib.survey.printed_precision import span_of_printed, step_of
from skmlib.survey.printed_values import write_number
from skmlib.survey.sampling import krejcie_morgan

WHOLE = 100


def check_sample(table: TabelTerbit, place: str, nama: str) -> Iterator[Verdict]:
    """Judge the printed minimum (Krejcie and Morgan), the share of it, and whether there were enough respondents."""
    if table.populasi and table.sampel_minimum is not None:
        where, up = join_place(place, "sampel_minimum"), krejcie_morgan(table.populasi)
        told, shown = write_number(table.sampel_minimum, 0), write_number(up, 0)
        what = f"{nama}: sampel minimum (Krejcie dan Morgan)"
        if table.sampel_minimum == up:
            yield Verdict("sampel", where, what, told, shown, FOLLOWS)
        elif table.sampel_minimum == krejcie_morgan(table.populasi, pembulatan="terdekat"):
            yield Verdict(
                "sampel", where, what, told, shown, FOLLOWS_WITH, "dengan pembulatan terdekat, seperti tabelnya"
            )
        else:
            reason = f"untuk populasi {write_number(table.populasi, 0)}"
            yield Verdict("sampel", where, what, told, shown, DIFFERS, reason)
    minimum = table.sampel_minimum or (krejcie_morgan(table.populasi) if table.populasi else None)
    if not minimum or table.responden is None:
        return
    where, n = join_place(place, "responden"), write_number(table.responden, 0)
    what = f"{nama}: responden terhadap sampel minimum dan populasi"
    if table.populasi and table.responden > table.populasi:
        told = f"populasi {write_number(table.populasi, 0)}"
        yield Verdict("sampel", where, what, n, told, DIFFERS, "responden melebihi populasi")
    elif table.responden < minimum:
        told = f"minimum {write_number(minimum, 0)}"
        yield Verdict("sampel", where, what, n, told, DIFFERS, "responden kurang dari sampel minimum")
    else:
        yield Verdict("sampel", where, what, n, f"minimum {write_number(minimum, 0)}", FOLLOWS)
    if table.persen_sampel is not None:
        ways = [Way.exactly("", Fraction(WHOLE * table.responden, minimum))]
        what = f"{nama}: responden, persen dari sampel minimum"
        yield judge("sampel", join_place(place, "persen_sampel"), what, table.persen_sampel, ways)


def check_parts(table: TabelTerbit, place: str, nama: str) -> Iterator[Verdict]:
    """Judge the respondents of a table against those of its services or units, if all of these are printed."""
    key, parts = table.bagian
    counts = [part.responden for part in parts.values()]
    if table.responden is None or not counts or None in counts:
        return
    total = sum(counts)
    ways = [
        Way.exactly("", Fraction(total)),
        Way.exactly(f"rata-rata responden setiap {key}, bukan jumlahnya", Fraction(total, len(counts))),
    ]
    reason = f"jumlah responden {len(counts)} {key} adalah {write_number(total, 0)}"
    fixed = [name for name, n in zip(parts, counts, strict=True) if _is_slip(n, n + table.responden - total)]
    if fixed:
        reason += f"; dapat dijelaskan oleh satu angka pada {' atau '.join(fixed)}"
    what = f"{nama}: responden semua {key}"
    yield judge("jumlah", join_place(place, "responden"), what, Decimal(table.responden), ways, reason=reason)


def check_profile(table: TabelTerbit, place: str, nama: str) -> Iterator[Verdict]:
    """Judge sums and shares of each characteristic; where several choices were allowed, sums may exceed the respondents."""
    for key, groups in table.profil.items():
        where, what = join_place(place, "profil", key), f"{nama}: {key.replace('_', ' ')}"
        several = key in table.pilihan_ganda
        yield from _sums(groups, table.responden, where, what, several=several)
        yield from _shares(groups, table.responden, where, what)
        if not several:
            yield from _whole(groups, where, what)
        for first, second in overlapping_ranges(list(groups)):
            reason = "kedua kelompok memuat bilangan yang sama"
            yield Verdict("kelompok", where, f"{what}: kelompok", f"{first} dan {second}", "", DIFFERS, reason)


def _sums(groups: Mapping[str, Kelompok], n: int | None, where: str, what: str, *, several: bool) -> Iterator[Verdict]:
    """Judge the sum of the counts against the respondents."""
    counts = {name: group.n for name, group in groups.items()}
    if n is None or None in counts.values():
        return
    told, total = "; ".join(write_number(count, 0) for count in counts.values()), sum(counts.values())
    if several:
        over = [name for name, count in counts.items() if count > n]
        reason = f"{', '.join(over)} melebihi {write_number(n, 0)} responden" if over else ""
        yield Verdict("jumlah", where, f"{what}: banyaknya", told, "", DIFFERS if over else FOLLOWS, reason)
        return
    if total == n:
        yield Verdict("jumlah", where, f"{what}: jumlah", told, write_number(total, 0), FOLLOWS)
        return
    missing = n - total
    side = "kurang" if missing > 0 else "lebih"
    reason = f"jumlahnya {side} {write_number(abs(missing), 0)} dari {write_number(n, 0)} responden"
    fixed = [name for name, count in counts.items() if _is_slip(count, count + missing)]
    if fixed:
        reason += f"; dapat dijelaskan oleh satu angka pada {' atau '.join(fixed)}"
    yield Verdict("jumlah", where, f"{what}: jumlah", told, write_number(total, 0), DIFFERS, reason)


def _is_slip(printed: int, meant: int) -> bool:
    """Tell whether two whole numbers differ by one digit or two exchanged ones."""
    one, other = str(printed), str(meant)
    if meant < 0 or len(one) != len(other):
        return False
    places = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    return len(places) == 1 or (len(places) == 2 and places[1] - places[0] == 1 and sorted(one) == sorted(other))


def _shares(groups: Mapping[str, Kelompok], n: int | None, where: str, what: str) -> Iterator[Verdict]:
    """Judge each share: of the respondents, or of the sum of the counts."""
    counts = [group.n for group in groups.values()]
    total = sum(counts) if None not in counts else None
    for name, group in groups.items():
        if group.persen is None:
            continue
        place, title = f"{where}.{name}", f"{what}, {name} (persen)"
        if group.n is not None and (n or total):
            ways = [Way.exactly("", Fraction(WHOLE * group.n, n or total))]
            if n and total:
                ways.append(Way.exactly("jumlah kelompoknya sebagai pembagi", Fraction(WHOLE * group.n, total)))
            yield judge("persen", place, title, group.persen, ways)
        elif n and Fraction(WHOLE, n) > step_of(group.persen):
            low, high = (end * n / WHOLE for end in span_of_printed(group.persen))
            possible = -(-low // 1) <= high // 1
            reason = "" if possible else f"bukan persentase bilangan bulat dari {write_number(n, 0)} responden"
            told = write_number(group.persen, -group.persen.as_tuple().exponent)
            yield Verdict("persen", place, title, told, "", FOLLOWS if possible else DIFFERS, reason)


def _whole(groups: Mapping[str, Kelompok], where: str, what: str) -> Iterator[Verdict]:
    """Judge whether the shares sum to 100, as far as their rounding allows."""
    shares = [group.persen for group in groups.values()]
    if not shares or None in shares:
        return
    total = sum(map(Fraction, shares))
    ways = [sum(ends) for ends in zip(*(span_of_printed(share) for share in shares), strict=True)]
    told, shown = "; ".join(write_number(share, -share.as_tuple().exponent) for share in shares), write_number(total)
    title = f"{what}: jumlah persentase"
    if total == WHOLE:
        yield Verdict("seratus", where, title, told, shown, FOLLOWS)
    elif ways[0] <= WHOLE <= ways[1]:
        yield Verdict("seratus", where, title, told, shown, FOLLOWS_WITH, "dengan pembulatan setiap bagian")
    else:
        yield Verdict("seratus", where, title, told, shown, DIFFERS, "seharusnya 100")
