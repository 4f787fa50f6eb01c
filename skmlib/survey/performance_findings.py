"""What is told about a performance report beside its printed figures.

Targets that were changed during the year, indicators not yet assessed, two values of one indicator, a year of media sentiment
without counts, a ceiling exceeded, assumptions, and files that nobody reads. None stops the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skmlib.parameters.performance import PerformanceParameters
from skmlib.parameters.performance_models import NOT_YET_SET
from skmlib.parameters.project import list_data_files
from skmlib.problems import Finding, suggestion
from skmlib.survey.indicators import Averages, IndicatorScore
from skmlib.survey.performance_budget import END, WHOLE, Budget
from skmlib.survey.performance_data import PerformanceData
from skmlib.survey.performance_tables import BUDGET_FILE, MEDIA_FILE, possible_tables
from skmlib.survey.printed_values import write_number
from skmlib.survey.published import decimals_of


def find_in_performance(
    parameters: PerformanceParameters,
    data: PerformanceData,
    scores: Sequence[IndicatorScore],
    *,
    averages: Averages,
    budget: Budget | None,
) -> tuple[Finding, ...]:
    """List what there is to tell.

    Parameters
    ----------
    parameters : PerformanceParameters
        Of the report.
    data : PerformanceData
        Its surveys and tables.
    scores : sequence of IndicatorScore
        Its indicators.
    averages : Averages
        Of the values the report uses.
    budget : Budget or None
        Its budget.

    Returns
    -------
    tuple of Finding
    """
    own, folder = parameters.berkas[0], parameters.data_folder
    return (
        *(finding for score in scores for finding in _of_indicator(score, own)),
        *_unassessed(averages, own),
        *_surveys(data, own),
        *_media(data, f"{folder}/{MEDIA_FILE}"),
        *_ceiling(budget, f"{folder}/{BUDGET_FILE}"),
        *(Finding("asumsi", own, text) for text in parameters.kinerja.asumsi),
        *_strays(parameters),
    )


def _of_indicator(score: IndicatorScore, berkas: str) -> Iterator[Finding]:
    """Tell a target that was changed or set during the year."""
    told = score.indikator
    now = write_number(told.target, decimals_of(told.target))
    if told.target_awal == NOT_YET_SET:
        text = f"{told.nama}: target {now} ditetapkan pada tahun berjalan; pada awal tahun belum ada."
        yield Finding("target_diubah", berkas, text)
    elif score.capaian_target_awal is not None:
        first = write_number(told.target_awal, decimals_of(told.target_awal))
        text = (
            f"{told.nama}: target diubah dari {first} menjadi {now} pada tahun berjalan; capaian terhadap target awal "
            f"{write_number(score.capaian_target_awal)}, terhadap target akhir {write_number(score.capaian)}."
        )
        yield Finding("target_diubah", berkas, text)


def _unassessed(averages: Averages, berkas: str) -> Iterator[Finding]:
    """Tell what the average is without the indicators that are not yet assessed."""
    n = averages.n - averages.n_dinilai
    if n:
        assessed = averages.tanpa_belum_dinilai
        without = "tidak ada" if assessed is None else write_number(assessed)
        text = (
            f"{n} dari {averages.n} indikator belum dinilai; rata-rata capaian semua indikator "
            f"{write_number(averages.semua)}, tanpa yang belum dinilai {without}."
        )
        yield Finding("belum_dinilai", berkas, text, n)


def _surveys(data: PerformanceData, berkas: str) -> Iterator[Finding]:
    """Name the surveys whose own reports tell findings about their data."""
    told = [
        f"{survey.parameters.survei.nama} ({survey.n_temuan})" for survey in data.surveys.values() if survey.n_temuan
    ]
    if told:
        text = f"Laporan {len(told)} survei memuat temuan mutu data: {', '.join(told)}; uraiannya ada pada laporan itu."
        yield Finding("temuan_unit", berkas, text, len(told))


def _media(data: PerformanceData, berkas: str) -> Iterator[Finding]:
    """Tell that the year of media sentiment is the mean of its months."""
    if data.media is not None and not data.media.has_counts:
        text = (
            "Banyaknya berita setiap bulan tidak diketahui, sehingga bagian setahun adalah rata-rata bulan, bukan bagian dari "
            "seluruh berita; tambahkan banyaknya berita bila ada."
        )
        yield Finding("tanpa_jumlah_berita", berkas, text)


def _ceiling(budget: Budget | None, berkas: str) -> Iterator[Finding]:
    """Tell that more was realised than the final ceiling allows."""
    share = budget.persen[END] if budget else None
    if share is not None and share > WHOLE:
        over = write_number(budget.realisasi - budget.pagu_akhir, 0)
        text = f"Realisasi anggaran {write_number(share)} persen dari pagu akhir, melebihinya sebesar Rp{over}; periksa lagi."
        yield Finding("pagu_terlampaui", berkas, text)


def _strays(parameters: PerformanceParameters) -> Iterator[Finding]:
    """Tell which files beside the tables are not read."""
    known = possible_tables(parameters)
    for name in list_data_files(parameters.unit, parameters.periode, root=parameters.root):
        if name not in known:
            text = f"Berkas ini tidak dibaca; yang dibaca hanya {', '.join(known)}. {suggestion(name, known)}"
            yield Finding("berkas_tidak_dibaca", f"{parameters.data_folder}/{name}", text.strip())
