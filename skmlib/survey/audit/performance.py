"""Rules about a performance report: monthly shares, indicators, budget, and any printed sum or mean."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.audit_models import Hitungan, IndikatorTerbit, MediaTerbit, Terbitan
from skmlib.survey.audit.slips import explain_result
from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, FOLLOWS_WITH, UNCHECKED, Verdict, Way, join_place, judge
from skmlib.survey.indicators import score_achievement
from skmlib.survey.performance_measures import WHOLE, sums_to_whole
from skmlib.survey.printed_precision import may_round_to, span_of_printed
from skmlib.survey.printed_values import write_number
from skmlib.survey.published import decimals_of
from skmlib.survey.recap_rows import mean_of


def check_media(media: MediaTerbit) -> Iterator[Verdict]:
    """Judge the sum of the shares of each month and of the year, and the year against the months."""
    rows = {f"bulan.{month}": (month, shares) for month, shares in media.bulan.items()}
    if media.setahun is not None:
        rows["setahun"] = ("setahun", media.setahun)
    for key, (name, shares) in rows.items():
        total, told = sum(map(Fraction, shares)), "; ".join(write_number(share, decimals_of(share)) for share in shares)
        low, high = (
            (sum(ends) for ends in zip(*map(span_of_printed, shares), strict=True)) if shares else (total, total)
        )
        if sums_to_whole({str(place): Fraction(share) for place, share in enumerate(shares)}):
            verdict, reason = FOLLOWS, ""
        elif low <= WHOLE <= high:
            verdict, reason = FOLLOWS_WITH, "dengan pembulatan setiap bagian"
        else:
            verdict, reason = DIFFERS, "jumlah bagiannya, seharusnya 100"
        yield Verdict("seratus", f"media.{key}", f"Sentimen media {name}", told, write_number(total), verdict, reason)
    for place, printed in enumerate(media.setahun or ()):
        cells = [shares[place] for shares in media.bulan.values() if place < len(shares)]
        if cells:
            yield _year(printed, cells, place)


def _year(printed: Decimal, cells: Sequence[Decimal], place: int) -> Verdict:
    """Judge a share of the year: the mean of the months, or of all items, for which it need only lie between the months."""
    lows, highs = zip(*(span_of_printed(cell) for cell in cells), strict=True)
    ways = [
        Way.exactly("", mean_of([*map(Fraction, cells)])),
        Way("nilai bulan sebelum dibulatkan", mean_of(lows), mean_of(highs)),
    ]
    what = f"Sentimen media setahun, kolom {place + 1} (rata-rata bulan)"
    reason = "di luar nilai bulan yang terendah dan tertinggi"
    verdict = judge("rata_rata", f"media.setahun.{place}", what, printed, ways, reason=reason)
    if verdict.putusan == DIFFERS and may_round_to(printed, min(lows), max(highs)):
        reason = "bukan rata-rata bulan; mungkin dihitung dari semua berita setahun, yang banyaknya setiap bulan tidak tercetak"
        return dataclasses.replace(verdict, putusan=UNCHECKED, keterangan=reason)
    return verdict


def _achievement(item: IndikatorTerbit) -> Fraction:
    """Compute the achievement of the values as printed."""
    return score_achievement(item.realisasi, item.target, arah=item.arah)


def _achievement_by(arah: str) -> Callable[[Mapping[str, Decimal]], Fraction | None]:
    """Compute an achievement from `realisasi` and `target`; none of a target of zero."""

    def compute(cells: Mapping[str, Decimal]) -> Fraction | None:
        return score_achievement(cells["realisasi"], cells["target"], arah=arah) if cells["target"] > 0 else None

    return compute


def _share(cells: Mapping[str, Decimal]) -> Fraction | None:
    """Compute the first number in per cent of the second."""
    part, whole = map(Fraction, cells.values())
    return WHOLE * part / whole if whole else None


def check_indicators(report: Terbitan) -> Iterator[Verdict]:
    """Judge each achievement, targets that were changed, and the average with and without what is not yet assessed."""
    items = [item for item in report.indikator if item.target > 0]
    for place, item in enumerate(report.indikator):
        where, what = join_place("indikator", place), f"Indikator {place + 1}: {item.nama}"
        if item.target <= 0:
            told = write_number(item.target, decimals_of(item.target))
            yield Verdict("capaian", f"{where}.target", what, told, "", DIFFERS, "target seharusnya lebih dari 0")
            continue
        if item.capaian_tercetak is not None:
            ways = [Way.exactly("", _achievement(item))]
            cells = {"realisasi": item.realisasi, "target": item.target}
            reason = explain_result(item.capaian_tercetak, ways, cells, _achievement_by(item.arah))
            name = f"{what}, capaian"
            yield judge("capaian", f"{where}.capaian_tercetak", name, item.capaian_tercetak, ways, reason=reason)
        if item.target_awal and item.target_awal != item.target:
            first = score_achievement(item.realisasi, item.target_awal, arah=item.arah)
            told = write_number(item.target, decimals_of(item.target))
            before = write_number(item.target_awal, decimals_of(item.target_awal))
            reason = f"target awal {before}; terhadapnya capaian {write_number(first)}"
            yield Verdict(
                "capaian", f"{where}.target", f"{what}, target", told, write_number(first), FOLLOWS_WITH, reason
            )
    if report.rata_rata_capaian is None or not items:
        return
    every = mean_of([_achievement(item) for item in items])
    assessed = [_achievement(item) for item in items if not item.belum_dinilai]
    if len(assessed) == len(items) or not assessed:
        ways = [Way.exactly("", every)]
    else:
        ways = [Way.exactly("", mean_of(assessed)), Way.exactly("indikator yang belum dinilai ikut dihitung", every)]
    yield judge("capaian", "rata_rata_capaian", "Rata-rata capaian", report.rata_rata_capaian, ways)


def check_budget(report: Terbitan) -> Iterator[Verdict]:
    """Judge the share of the budget realised, of which ceiling it is, and the efficiency."""
    told = report.anggaran
    if told is None or told.realisasi is None or told.realisasi_anggaran is None:
        return
    shares = {
        name: WHOLE * Fraction(told.realisasi) / Fraction(value)
        for name, value in (("pagu akhir", told.pagu_akhir), ("pagu awal", told.pagu_awal))
        if value
    }
    if not shares:
        return
    ways = [
        Way.exactly(f"{name} sebagai pembagi" if place else "", share)
        for place, (name, share) in enumerate(shares.items())
    ]
    printed, name = told.realisasi_anggaran, next(iter(shares))
    cells = {"realisasi": told.realisasi, name: told.pagu_akhir or told.pagu_awal}
    reason = explain_result(printed, ways, cells, _share)
    what = "Realisasi anggaran (persen)"
    yield judge("anggaran", "anggaran.realisasi_anggaran", what, printed, ways, reason=reason)
    items = [item for item in report.indikator if item.target > 0]
    if told.efisiensi is None or not items:
        return
    average = mean_of([_achievement(item) for item in items])
    used = next((s for s in shares.values() if may_round_to(told.realisasi_anggaran, s)), next(iter(shares.values())))
    ways = [Way.exactly("", average - used)]
    if report.rata_rata_capaian is not None:
        rounded = Fraction(report.rata_rata_capaian) - Fraction(told.realisasi_anggaran)
        ways.append(Way.exactly("selisih nilai yang sudah dibulatkan", rounded))
    yield judge("anggaran", "anggaran.efisiensi", "Efisiensi (poin persentase)", told.efisiensi, ways)


def check_sum(item: Hitungan, place: str) -> Verdict:
    """Judge a printed sum or mean of printed numbers."""
    cells, spans = [*map(Fraction, item.bagian)], [span_of_printed(cell) for cell in item.bagian]
    whole = all(decimals_of(cell) == 0 for cell in item.bagian)
    if item.jumlah is not None:
        ways, told = [Way.exactly("", sum(cells))], {f"bagian {n}": cell for n, cell in enumerate(item.bagian, 1)}
        slips = explain_result(item.jumlah, ways, told, lambda parts: Fraction(sum(parts.values())))
        reason = "; ".join(filter(None, [f"jumlah {len(cells)} bagiannya", slips]))
        return judge("jumlah", f"{place}.jumlah", item.nama, item.jumlah, ways, reason=reason)
    lows, highs = zip(*spans, strict=True)
    ways = [Way.exactly("", mean_of(cells))]
    reason = "rata-rata bagiannya"
    if item.menurut and sum(item.menurut):
        weights = [*map(Fraction, item.menurut)]
        weighted = sum(weight * cell for weight, cell in zip(weights, cells, strict=True)) / sum(weights)
        ways.append(Way.exactly("rata-rata tertimbang", weighted))
        reason += f"; tertimbang {write_number(weighted)}"
    if not whole:
        ways.append(Way("bagian sebelum dibulatkan", mean_of(lows), mean_of(highs)))
    return judge("rata_rata", f"{place}.rata_rata", item.nama, item.rata_rata, ways, reason=reason)
