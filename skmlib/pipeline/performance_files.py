"""The file beside a rendered performance report: its numbers (`hasil.json`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from skmlib.parameters.project import PERFORMANCE
from skmlib.pipeline.hasil import plain, plain_findings
from skmlib.pipeline.manifest import write_json
from skmlib.survey.indicators import IndicatorScore
from skmlib.survey.performance import Performance
from skmlib.survey.performance_surveys import SurveyScore


def write_performance_hasil(results: Performance, path: Path) -> None:
    """Write every published number of a performance report.

    Parameters
    ----------
    results : Performance
        Of the report.
    path : Path
        The JSON file to write.
    """
    parameters, data, budget = results.parameters, results.data, results.anggaran
    name = parameters.kinerja.rata_rata_utama
    content = {
        "jenis": PERFORMANCE,
        "unit": parameters.unit,
        "periode": parameters.periode,
        "nama": parameters.kinerja.nama,
        "instansi": parameters.instansi.nama,
        "rata_rata_utama": name,
        "capaian": plain(results.rata_rata.of(name)),
        "rata_rata": plain(results.rata_rata),
        "rata_rata_dinyatakan": plain(results.rata_rata_dinyatakan),
        "sasaran": [
            {
                "nama": goal.nama,
                "rata_rata": plain(goal.rata_rata),
                "indikator": [_indicator(score) for score in goal.indikator],
            }
            for goal in results.sasaran
        ],
        "survei": {unit: _survey(survey) for unit, survey in data.surveys.items()},
        "sentimen_media": plain(data.media),
        "permohonan_informasi": plain(data.requests),
        "pengaduan": plain(data.complaints),
        "indeks": plain(data.indices),
        "pegawai": plain(data.staff) | {"persen": plain(data.staff.shares)} if data.staff else None,
        "anggaran": plain(budget),
        "efisiensi": plain(budget.efisiensi if budget else None),
        "efisiensi_dinyatakan": plain(results.efisiensi_dinyatakan),
        "tercetak": plain(results.printed),
        "findings": plain_findings(results.findings),
    }
    write_json(content, path)


def _indicator(score: IndicatorScore) -> dict[str, Any]:
    """Give an indicator with its targets, values and achievements."""
    told = score.indikator
    names = ("nama", "satuan", "arah", "target", "target_awal", "belum_dinilai", "dasar", "capaian_tercetak")
    own = {name: plain(getattr(told, name)) for name in names} | {"dinyatakan": plain(told.realisasi)}
    scored = ("nomor", "dihitung", "realisasi", "capaian", "capaian_dihitung", "capaian_dinyatakan")
    changed = ("capaian_target_awal", "capaian_target_awal_dinyatakan")
    past = [plain(item.model_dump()) for item in score.riwayat]
    return own | {name: plain(getattr(score, name)) for name in (*scored, *changed)} | {"riwayat": past}


def _survey(survey: SurveyScore) -> dict[str, Any]:
    """Give a survey with its scores and what was printed of it."""
    names = (
        "n",
        "ni",
        "ikm",
        "mutu",
        "unsur",
        "sample",
        "ikm_tercetak_unsur",
        "ikm_bobot_tercetak",
        "n_mungkin",
        "tidak_mungkin",
    )
    scored = {name: plain(getattr(survey, name)) for name in names}
    return {"nama": survey.parameters.survei.nama} | scored | {"tercetak": plain(survey.tercetak.model_dump())}
