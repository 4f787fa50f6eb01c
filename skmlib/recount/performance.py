"""The second count of a performance report: values of its indicators, achievement, averages, budget (method, section 22)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.recount import tables
from skmlib.recount.history import begin_of
from skmlib.recount.numbers import mean
from skmlib.recount.parameters import as_list, decimal, is_yes, read_parameters
from skmlib.recount.performance_findings import performance_findings
from skmlib.recount.performance_printed import performance_verdicts
from skmlib.recount.performance_surveys import survey_scores
from skmlib.recount.periods import read_any
from skmlib.recount.printed_values import Printed, as_numbers
from skmlib.recount.recap_findings import finding_row, printed_findings
from skmlib.recount.recount import count_survey
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.word_findings import stray_files

LOWER_IS_BETTER, STATED, NONE = "turun", "realisasi", "-"
PER_CENT = 100
PAST_PERIODS = 3


def recount_performance(unit: str, periode: str, *, root: Path) -> dict[str, Any]:
    """Count a performance report a second time.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    dict
        In the shape of `hasil.json`; what is not recounted is not there.

    Raises
    ------
    CannotRecountError
        For surveys that the second count does not read.
    """
    told, folder = read_parameters(unit, periode, root=root), root / f"data/{periode}/{unit}"
    goals = [goal["indikator"] for goal in told["sasaran"]]
    needed = {kind for goal in goals for one in goal for kind in one.get("sumber", {})}
    printed = told.get("tercetak", {}).get("survei", {})
    surveys = {name: read_any(name, periode, root=root) for name in as_list(told.get("survei"))}
    counted = {name: count_survey(survey) for name, survey in surveys.items()}
    data = {
        "survei": {name: survey_scores(surveys[name], counted[name], printed.get(name, {})) for name in surveys},
        "sentimen_media": tables.media(folder, told) if "sentimen" in needed else None,
        "permohonan_informasi": tables.requests(folder) if "waktu_permohonan" in needed else None,
        "pengaduan": tables.complaints(folder) if "pengaduan" in needed else None,
        "indeks": tables.indices(folder) if "indeks" in needed else {},
        "pegawai": tables.staff(folder),
        "anggaran": tables.budget(folder),
    }
    history = {name: _survey_history(name, periode, root) for name in surveys}
    rows = [[_indicator(one, data, history) for one in goal] for goal in goals]
    hasil = data | _averaged(rows, told, data["anggaran"])
    place = f"{periode}/{unit}"
    verdicts = performance_verdicts(hasil, told, place=place)
    telling = sum(bool(one["findings"]) for one in counted.values())
    read = {tables.NEEDED[kind] for kind in needed if kind in tables.NEEDED} | {tables.BUDGET, tables.STAFF}
    findings = [
        *printed_findings(verdicts),
        *performance_findings(hasil, told, place=place),
        *([finding_row("temuan_unit", f"params/{place}.yml", telling)] if telling else []),
        *(finding_row(one.kind, one.file) for one in stray_files(root, f"data/{place}", known=read)),
    ]
    return as_numbers(hasil | {"tercetak": verdicts, "findings": findings})


def _averaged(goals: list[list[dict[str, Any]]], told: Mapping[str, Any], budget: Mapping | None) -> dict[str, Any]:
    """Give what follows from all indicators, and number them."""
    rows = [row for goal in goals for row in goal]
    for number, row in enumerate(rows, 1):
        row["nomor"] = number
    used, stated = _averages(rows, "capaian"), _averages(rows, "capaian_dinyatakan")
    headline = told.get("rata_rata_utama", "semua")
    return {
        "capaian": used[headline],
        "rata_rata": used,
        "rata_rata_dinyatakan": stated,
        "sasaran": [{"rata_rata": _averages(goal, "capaian"), "indikator": goal} for goal in goals],
        "anggaran": budget and {**budget, "capaian": used[headline]},
        "efisiensi": _efficiency(budget, used[headline]),
        "efisiensi_dinyatakan": _efficiency(budget, stated[headline]),
    }


def _indicator(
    told: Mapping[str, Any], data: Mapping[str, Any], history: Mapping[str, list[dict[str, Any]]]
) -> dict[str, Any]:
    """Give the values of an indicator and what they achieve; where none is stated, the computed one stands for it."""
    source = told.get("sumber", {})
    computed = _computed(source, data)
    printed = Printed(told[STATED]) if STATED in told else None
    stated = printed.value if printed else computed
    used = stated if computed is None or told.get("dipakai") == STATED else computed
    target, is_lower = decimal(told["target"]), told["arah"] == LOWER_IS_BETTER
    first = told.get("target_awal")
    first_target = None if first in (None, NONE) else decimal(first)
    past = [_past(row) for row in told["riwayat"]] if told.get("riwayat") else history.get(source.get("survei"), [])
    return {
        "target": target,
        "target_awal": first if first_target is None else first_target,
        "capaian_tercetak": Printed(told["capaian_tercetak"]) if "capaian_tercetak" in told else None,
        "belum_dinilai": is_yes(told.get("belum_dinilai")),
        "dinyatakan": printed,
        "dihitung": computed,
        "realisasi": used,
        "capaian": _achieved(used, target, is_lower),
        "capaian_dihitung": _achieved(computed, target, is_lower),
        "capaian_dinyatakan": _achieved(stated, target, is_lower),
        "capaian_target_awal": _achieved(used, first_target, is_lower),
        "capaian_target_awal_dinyatakan": _achieved(stated, first_target, is_lower),
        "riwayat": sorted(past, key=lambda row: begin_of(row["periode"]))[-PAST_PERIODS:],
    }


def _past(row: Mapping[str, str]) -> dict[str, Any]:
    """Give an earlier period of an indicator as it is told."""
    target = decimal(row["target"]) if "target" in row else None
    return {"periode": row["periode"], "target": target, "realisasi": decimal(row["realisasi"])}


def _survey_history(name: str, periode: str, root: Path) -> list[dict[str, Any]]:
    """Give the earlier indices of a survey, as far as they were printed on the scale 25 to 100."""
    told = read_parameters(name, periode, root=root).get("riwayat", [])
    return [
        {"periode": row["periode"], "target": None, "realisasi": decimal(row["ikm"])} for row in told if "ikm" in row
    ]


def _computed(source: Mapping[str, str], data: Mapping[str, Any]) -> Fraction | None:
    """Give what the source of an indicator comes to, None without one."""
    for kind, name in source.items():
        match kind:
            case "survei":
                return data["survei"][name]["ikm"]
            case "sentimen":
                return data["sentimen_media"]["tahun"][name]
            case "waktu_permohonan":
                return data["permohonan_informasi"][name]
            case "pengaduan":
                return data["pengaduan"]["persen"]
            case "indeks":
                return data["indeks"][name]["nilai"]
        raise CannotRecountError(f"sumber {kind!r}")
    return None


def _achieved(value: Fraction | None, target: Fraction | None, is_lower: bool) -> Fraction | None:
    """Give the achievement in per cent of the target."""
    if value is None or target is None:
        return None
    return PER_CENT * (1 + (target - value) / target) if is_lower else PER_CENT * value / target


def _averages(rows: Sequence[Mapping[str, Any]], key: str) -> dict[str, Any]:
    """Average the achievement of indicators, with and without those that are not yet assessed."""
    assessed = [row[key] for row in rows if not row["belum_dinilai"]]
    return {
        "semua": mean([row[key] for row in rows]),
        "tanpa_belum_dinilai": mean(assessed),
        "n": len(rows),
        "n_dinilai": len(assessed),
    }


def _efficiency(told: Mapping[str, Any] | None, average: Fraction | None) -> dict[str, Fraction | None]:
    """Give average achievement less realised share, in percentage points, by ceiling."""
    shares = told["persen"] if told else {}
    return {name: None if None in (share, average) else average - share for name, share in shares.items()}
