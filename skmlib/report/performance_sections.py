"""One section an indicator: its values and achievement, and the data that the value is computed from."""

from __future__ import annotations

from skmlib.parameters.performance_models import Sumber
from skmlib.report import sources, wording
from skmlib.report.blocks import Block, Blocks, Callout, Text
from skmlib.report.performance_sources import (
    complaint_blocks,
    index_blocks,
    media_blocks,
    request_blocks,
)
from skmlib.report.performance_survey import survey_blocks
from skmlib.report.performance_words import DIRECTIONS, shown_target, shown_value, used_value
from skmlib.survey.indicators import IndicatorScore
from skmlib.survey.performance import Performance
from skmlib.survey.performance_tables import COMPLAINTS_FILE, INDICES_FILE, MEDIA_FILE, REQUESTS_FILE
from skmlib.survey.printed_values import compare_value

UNASSESSED = (
    "Indikator ini belum dinilai; nilainya sementara. Rata-rata capaian dicantumkan dengan dan tanpa indikator ini."
)


def performance_sections(results: Performance) -> Blocks:
    """Show one section for each indicator.

    Parameters
    ----------
    results : Performance
        Of the report.

    Returns
    -------
    Blocks
        A heading, sentences, the analyst's explanation, and the tables and charts of the source.
    """
    return Blocks(block for score in results.indikator for block in _section(results, score))


def _section(results: Performance, score: IndicatorScore) -> list[Block]:
    """Show the section of one indicator."""
    told = score.indikator
    blocks: list[Block] = [
        Text.heading(f"Indikator {wording.whole(score.nomor)}. {told.nama}"),
        Text.plain(_sentence(score)),
    ]
    if told.belum_dinilai:
        blocks.append(Callout("catatan", UNASSESSED))
    if differs(score):
        blocks.append(Callout("peringatan", _two_values(score)))
    if told.penjelasan:
        blocks.append(Text.plain(told.penjelasan))
    if told.sumber is None:
        blocks.append(Text.plain("Nilai ini dinyatakan oleh unit; laporan ini tidak memuat data untuk menghitungnya."))
        return blocks
    shown, source = _source_blocks(results, told.sumber)
    return [*blocks, *(sources.name_source(block, lambda: source) for block in shown)]


def _sentence(score: IndicatorScore) -> str:
    """Say target, realised value and achievement."""
    told = score.indikator
    unit = f" {told.satuan}" if told.satuan and told.satuan not in ("nilai", "indeks") else ""
    return (
        f"Target {shown_target(told.target)}{unit}, realisasi {used_value(score)}{unit}; capaian "
        f"{wording.percent(score.capaian)} ({DIRECTIONS[told.arah]})."
    )


def differs(score: IndicatorScore) -> bool:
    """Tell whether an indicator has two values that differ at the printed decimals.

    Parameters
    ----------
    score : IndicatorScore
        An indicator.

    Returns
    -------
    bool
    """
    stated = score.indikator.realisasi
    if stated is None or score.dihitung is None:
        return False
    return not compare_value("", stated, score.dihitung, berkas="").sesuai


def _two_values(score: IndicatorScore) -> str:
    """Say both values with their achievements, and which one the report uses."""
    stated, computed = shown_value(score.indikator.realisasi), shown_value(score.dihitung)
    used = "yang dihitung dari data" if score.is_computed else "yang dinyatakan"
    return (
        f"Nilai yang dinyatakan {stated} (capaian {wording.percent(score.capaian_dinyatakan)}) berbeda dari nilai yang "
        f"dihitung dari data, {computed} (capaian {wording.percent(score.capaian_dihitung)}). Laporan ini memakai nilai {used}."
    )


def _source_blocks(results: Performance, sumber: Sumber) -> tuple[list[Block], str]:
    """Show what an indicator is computed from, and name its file."""
    data = results.data
    match sumber.jenis:
        case "survei":
            survey = data.surveys[sumber.survei]
            return survey_blocks(survey), sources.answer_files(survey.parameters, survey.n)
        case "sentimen":
            blocks, name = media_blocks(data.media, results.parameters.kinerja.media.jumlah_berita), MEDIA_FILE
        case "waktu_permohonan":
            blocks, name = request_blocks(data.requests), REQUESTS_FILE
        case "pengaduan":
            blocks, name = (
                complaint_blocks(data.complaints, results.parameters.kinerja.tercetak.pengaduan),
                COMPLAINTS_FILE,
            )
        case _:
            blocks, name = index_blocks(data.indices[sumber.indeks]), INDICES_FILE
    return blocks, sources.table(name)(results)
