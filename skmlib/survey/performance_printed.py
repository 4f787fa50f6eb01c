"""A performance report against itself: which of its printed figures follow from its tables, surveys and other figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.performance import PerformanceParameters
from skmlib.survey.indicators import Averages, IndicatorScore
from skmlib.survey.months import MONTH_NAMES
from skmlib.survey.performance_budget import END, START, Budget
from skmlib.survey.performance_data import PerformanceData
from skmlib.survey.performance_indices import IndexSummary
from skmlib.survey.performance_measures import (
    WHOLE,
    ComplaintSummary,
    MediaSummary,
    RequestSummary,
    sums_to_whole,
)
from skmlib.survey.performance_surveys_printed import compare_survey
from skmlib.survey.performance_tables import (
    BUDGET_FILE,
    COMPLAINTS_FILE,
    DAYS,
    INDICES_FILE,
    MEDIA_FILE,
    REQUESTS_FILE,
    STAFF_FILE,
)
from skmlib.survey.printed_values import USUAL_DECIMALS, PrintedValue, compare_value, write_number
from skmlib.survey.regulation import round_half_up

SHARE_NAME = "Sentimen media (positif; netral; negatif)"


def compare_performance(
    parameters: PerformanceParameters,
    data: PerformanceData,
    scores: Sequence[IndicatorScore],
    *,
    stated: Averages,
    budget: Budget | None,
) -> tuple[PrintedValue, ...]:
    """Compare every printed figure of a performance report that others give.

    Parameters
    ----------
    parameters : PerformanceParameters
        Of the report.
    data : PerformanceData
        Its surveys and tables.
    scores : sequence of IndicatorScore
        Its indicators.
    stated : Averages
        Of the values as stated.
    budget : Budget or None
        Its budget.

    Returns
    -------
    tuple of PrintedValue
        Indicators first, then averages and budget, then surveys and tables; those that follow as well.
    """
    own, folder = parameters.berkas[0], parameters.data_folder
    return (
        *_of_indicators(scores, own),
        *_of_averages(parameters, stated, budget, own),
        *(item for survey in data.surveys.values() for item in compare_survey(survey, berkas=own)),
        *(_of_media(data.media, f"{folder}/{MEDIA_FILE}") if data.media else ()),
        *(_of_requests(data.requests, f"{folder}/{REQUESTS_FILE}") if data.requests else ()),
        *(_of_complaints(data.complaints, parameters, f"{folder}/{COMPLAINTS_FILE}") if data.complaints else ()),
        *(item for index in data.indices.values() for item in _of_index(index, f"{folder}/{INDICES_FILE}")),
        *(_of_budget(budget, f"{folder}/{BUDGET_FILE}") if budget else ()),
        *_of_staff(data, f"{folder}/{STAFF_FILE}"),
    )


def _of_indicators(scores: Sequence[IndicatorScore], berkas: str) -> Iterator[PrintedValue]:
    """Compare stated values with computed ones, and printed achievements with what the stated values give."""
    for score in scores:
        told = score.indikator
        if told.realisasi is not None and score.dihitung is not None:
            used = "yang dihitung" if score.is_computed else "yang dinyatakan"
            yield compare_value(
                f"Realisasi: {told.nama}", told.realisasi, score.dihitung, berkas=berkas, alasan=_used(used)
            )
        if told.capaian_tercetak is not None:
            computed = write_number(score.capaian)
            reason = f"dari realisasi yang dinyatakan; dari nilai yang dipakai laporan ini {computed}"
            yield compare_value(
                f"Capaian (persen): {told.nama}",
                told.capaian_tercetak,
                score.capaian_dinyatakan,
                berkas=berkas,
                alasan=reason,
            )


def _used(which: str) -> str:
    """Say which of two values the report uses."""
    return f"laporan ini memakai nilai {which}"


def _of_averages(
    parameters: PerformanceParameters, stated: Averages, budget: Budget | None, berkas: str
) -> Iterator[PrintedValue]:
    """Compare the printed average, the realised share and the efficiency with what the stated values give.

    There is no average where no indicator is assessed yet and the headline leaves those out.
    """
    kinerja, printed = parameters.kinerja, parameters.kinerja.tercetak
    average = stated.of(kinerja.rata_rata_utama)
    if None not in (printed.rata_rata, average):
        yield compare_value("Rata-rata capaian (persen)", printed.rata_rata, average, berkas=berkas)
    share = budget.persen[budget.dasar] if budget else None
    if share is None:
        return
    if printed.realisasi_anggaran is not None:
        name = f"Realisasi anggaran terhadap {budget.dasar.replace('_', ' ')} (persen)"
        yield compare_value(name, printed.realisasi_anggaran, share, berkas=berkas)
    if None not in (printed.efisiensi, average):
        rounded = _difference_of_rounded(parameters)
        yield compare_value(
            "Efisiensi (poin persentase)", printed.efisiensi, average - share, berkas=berkas, alasan=rounded
        )


def _difference_of_rounded(parameters: PerformanceParameters) -> str:
    """Say where the printed efficiency is the difference of the printed, rounded figures."""
    printed = parameters.kinerja.tercetak
    if None in (printed.rata_rata, printed.realisasi_anggaran):
        return ""
    if printed.rata_rata - printed.realisasi_anggaran != printed.efisiensi:
        return ""
    told = [str(value).replace(".", ",") for value in (printed.rata_rata, printed.realisasi_anggaran)]
    return f"yang tercetak adalah selisih nilai yang sudah dibulatkan, {told[0]} − {told[1]}"


def _of_media(media: MediaSummary, berkas: str) -> Iterator[PrintedValue]:
    """Compare the printed year with the months, and tell shares that do not sum to 100."""
    items = sum(month.n for month in media.months) if media.has_counts else None
    for name, value in media.tercetak.items():
        told, year = f"Sentimen media {name} setahun", media.tahun[name]
        if items is None:
            yield compare_value(f"{told} (rata-rata bulan)", value, year, berkas=berkas)
        else:
            count = year * items / WHOLE
            yield compare_value(f"{told} (jumlah)", value, count, berkas=berkas, alasan="jumlah semua bulan")
    if media.has_counts:
        return
    for month in media.months:
        yield _sum_of_shares(f"bulan {MONTH_NAMES[month.bulan - 1]}", month.bagian, berkas)
    if len(media.tercetak) == len(media.tahun):
        yield _sum_of_shares("setahun", {name: Fraction(value) for name, value in media.tercetak.items()}, berkas)


def _sum_of_shares(when: str, shares: dict[str, Fraction], berkas: str) -> PrintedValue:
    """Compare the sum of shares with the whole."""
    whole, follows = sum(shares.values()), sums_to_whole(shares)
    rounded = tuple(_as_decimal(share) for share in shares.values())
    reason = "" if follows else f"jumlah ketiganya, seharusnya {WHOLE}"
    return PrintedValue(f"{SHARE_NAME} {when}", rounded, (whole,), follows, reason, berkas)


def _as_decimal(share: Fraction) -> Decimal:
    """Write a share as a decimal, rounded half up where it has more decimals than are shown."""
    rounded = round_half_up(share, USUAL_DECIMALS)
    return (Decimal(rounded.numerator) / Decimal(rounded.denominator)).quantize(Decimal(1).scaleb(-USUAL_DECIMALS))


def _of_requests(requests: RequestSummary, berkas: str) -> Iterator[PrintedValue]:
    """Compare the sums of each month and of the year, and the mean time."""
    for month in requests.months:
        name = f"Permohonan bulan {MONTH_NAMES[month.bulan - 1]}"
        yield compare_value(name, Decimal(month.tercetak), month.n, berkas=berkas, alasan="jumlah keempat jenisnya")
    for kind, value in requests.tercetak.items():
        if kind == DAYS:
            yield _mean_days(requests, value, berkas)
            continue
        computed = requests.n if kind == "jumlah" else requests.jenis[kind]
        name = f"Permohonan setahun ({kind.replace('_', ' ')})"
        yield compare_value(name, value, computed, berkas=berkas, alasan="jumlah semua bulan")


def _mean_days(requests: RequestSummary, printed: Decimal, berkas: str) -> PrintedValue:
    """Compare the printed mean time with both means of the table."""
    means = (requests.rata_rata_bulan, requests.menurut_permohonan)
    follows = any(compare_value("", printed, mean, berkas=berkas).sesuai for mean in means)
    reason = "" if follows else "rata-rata bulan; rata-rata menurut permohonan"
    name = "Rata-rata waktu permohonan setahun (hari kerja)"
    return PrintedValue(name, (printed,), means, follows, reason, berkas, desimal=USUAL_DECIMALS)


def _of_complaints(
    complaints: ComplaintSummary, parameters: PerformanceParameters, berkas: str
) -> Iterator[PrintedValue]:
    """Compare the printed sum with the table, and what the text says with the table."""
    if "jumlah" in complaints.tercetak:
        total = complaints.tercetak["jumlah"]
        yield compare_value("Jumlah pengaduan", total, complaints.n, berkas=berkas, alasan="jumlah semua status")
    told = parameters.kinerja.tercetak.pengaduan
    if not told:
        return
    differ = [name for name, value in told.items() if complaints.status.get(name) != value]
    table = "; ".join(f"{name} {write_number(complaints.status.get(name, 0), 0)}" for name in told)
    reason = (
        f"jumlahnya; menurut tabel diteruskan {write_number(complaints.diteruskan, 0)}, yaitu {table}" if differ else ""
    )
    name = f"Pengaduan dalam uraian ({'; '.join(told)})"
    total = Fraction(sum(told.values()))
    yield PrintedValue(name, tuple(told.values()), (total,), not differ, reason, parameters.berkas[0])


def _of_index(index: IndexSummary, berkas: str) -> Iterator[PrintedValue]:
    """Compare the printed sum of each part with its details, and the printed mean with the parts."""
    for part in index.parts:
        if part.tercetak is not None:
            name = f"{index.nama}: {part.nama}"
            reason = f"jumlah {len(part.rincian)} rinciannya"
            yield compare_value(name, part.tercetak, part.nilai, berkas=berkas, alasan=reason)
    if index.tercetak is not None:
        printed = compare_value("", index.tercetak, index.dari_tercetak, berkas=berkas)
        reason = "rata-rata bagian yang dihitung ulang"
        reason += "; yang tercetak adalah rata-rata bagian seperti tercetak" if printed.sesuai else ""
        yield compare_value(f"{index.nama}: rata-rata", index.tercetak, index.nilai, berkas=berkas, alasan=reason)


def _of_budget(budget: Budget, berkas: str) -> Iterator[PrintedValue]:
    """Compare the printed sums with the activities."""
    known = {START: budget.pagu_awal, END: budget.pagu_akhir}
    if all(activity.realisasi is not None for activity in budget.activities):
        known["realisasi"] = budget.realisasi
    for name, value in budget.tercetak.items():
        if name in known:
            told = f"Jumlah {name.replace('_', ' ')} (rupiah)"
            yield compare_value(told, value, known[name], berkas=berkas, alasan="jumlah semua kegiatan")


def _of_staff(data: PerformanceData, berkas: str) -> Iterator[PrintedValue]:
    """Compare the printed number of staff with the first group, and with any that holds more; others may name only some."""
    printed = data.staff.tercetak.get("jumlah") if data.staff else None
    if printed is None:
        return
    for place, (name, members) in enumerate(data.staff.groups.items()):
        total = sum(members.values())
        if not place or total > printed:
            reason = f"jumlah menurut {name.lower()}"
            yield compare_value(f"Jumlah pegawai ({name.lower()})", printed, total, berkas=berkas, alasan=reason)
