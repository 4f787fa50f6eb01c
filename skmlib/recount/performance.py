"""The second count of a performance report: values of its indicators, achievement, averages, budget (method, section 22).

Printed figures and findings are not judged a second time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.recount import tables
from skmlib.recount.numbers import letter_of, mean
from skmlib.recount.parameters import as_list, decimal, is_yes, read_parameters
from skmlib.recount.recount import recount_survey
from skmlib.recount.refusal import CannotRecountError

LOWER_IS_BETTER, STATED, NONE = "turun", "realisasi", "-"
PER_CENT = 100


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
    data = {
        "survei": {name: _survey(name, periode, root) for name in as_list(told.get("survei"))},
        "sentimen_media": tables.media(folder, told),
        "permohonan_informasi": tables.requests(folder),
        "pengaduan": tables.complaints(folder),
        "indeks": tables.indices(folder),
    }
    goals = [[_indicator(one, data) for one in goal["indikator"]] for goal in told["sasaran"]]
    rows = [row for goal in goals for row in goal]
    for number, row in enumerate(rows, 1):
        row["nomor"] = number
    used, stated = _averages(rows, "capaian"), _averages(_stated(rows), "capaian_dinyatakan")
    headline = told.get("rata_rata_utama", "semua")
    told_budget = tables.budget(folder)
    return data | {
        "capaian": used[headline],
        "rata_rata": used,
        "rata_rata_dinyatakan": stated,
        "sasaran": [{"rata_rata": _averages(goal, "capaian"), "indikator": goal} for goal in goals],
        "pegawai": tables.staff(folder),
        "anggaran": told_budget and told_budget | {"capaian": used[headline]},
        "efisiensi": _efficiency(told_budget, used[headline]),
        "efisiensi_dinyatakan": _efficiency(told_budget, stated[headline]),
    }


def _survey(name: str, periode: str, root: Path) -> dict[str, Any]:
    """Give the scores of a survey that the report reads."""
    hasil = recount_survey(name, periode, root=root)
    unsur = {key: {"unsur": key, "nrr": row["nrr"], "mutu": row["mutu"]} for key, row in hasil["unsur"].items()}
    ikm = hasil["ikm"]
    told = {"n": hasil["baris"]["dinilai"], "ni": ikm["ni"], "ikm": ikm["ikm"], "mutu": letter_of(ikm["ikm"])}
    return told | {"unsur": unsur, "sample": hasil["sample"]}


def _indicator(told: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """Give the values of an indicator and what they achieve."""
    computed = _computed(told.get("sumber", {}), data)
    stated = decimal(told[STATED]) if STATED in told else None
    used = stated if computed is None or told.get("dipakai") == STATED else computed
    target, is_lower = decimal(told["target"]), told["arah"] == LOWER_IS_BETTER
    first = told.get("target_awal")
    first_target = None if first in (None, NONE) else decimal(first)
    return {
        "target": target,
        "target_awal": first if first_target is None else first_target,
        "capaian_tercetak": decimal(told["capaian_tercetak"]) if "capaian_tercetak" in told else None,
        "belum_dinilai": is_yes(told.get("belum_dinilai")),
        "dinyatakan": stated,
        "dihitung": computed,
        "realisasi": used,
        "capaian": _achieved(used, target, is_lower),
        "capaian_dihitung": _achieved(computed, target, is_lower),
        "capaian_dinyatakan": _achieved(stated, target, is_lower),
        "capaian_target_awal": _achieved(used, first_target, is_lower),
        "capaian_target_awal_dinyatakan": _achieved(stated, first_target, is_lower),
    }


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


def _stated(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Take the stated achievement of each indicator, where there is one, else the one that is used."""
    return [
        {
            **row,
            "capaian_dinyatakan": row["capaian"] if row["capaian_dinyatakan"] is None else row["capaian_dinyatakan"],
        }
        for row in rows
    ]


def _averages(rows: Sequence[Mapping[str, Any]], key: str) -> dict[str, Any]:
    """Average the achievement of indicators, with and without those that are not yet assessed."""
    assessed = [row[key] for row in rows if not row["belum_dinilai"]]
    return {
        "semua": mean([row[key] for row in rows]),
        "tanpa_belum_dinilai": mean(assessed),
        "n": len(rows),
        "n_dinilai": len(assessed),
    }


def _efficiency(told: Mapping[str, Any] | None, average: Fraction | None) -> dict[str, Fraction]:
    """Give average achievement less realised share, in percentage points, by ceiling."""
    shares = told["persen"] if told else {}
    return {name: average - share for name, share in shares.items() if share is not None and average is not None}
