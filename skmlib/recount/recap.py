"""The second count of a recap: its rows, both means over them, ranks, changes and priorities (method, sections 8 and 20)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from skmlib.recount.history import Period, trend_of
from skmlib.recount.numbers import band_of
from skmlib.recount.parameters import order_unsur, read_parameters
from skmlib.recount.recap_findings import finding_row, printed_findings, unit_findings
from skmlib.recount.recap_means import (
    BY_RESPONDENT,
    SIMPLE,
    change_of_mean,
    mean_by_respondents,
    part_row,
    ranked,
    simple_mean,
)
from skmlib.recount.recap_printed import printed_verdicts
from skmlib.recount.recap_table import published_units, read_published
from skmlib.recount.recap_units import Unit, answered_units
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.scores import CONFIDENCE, SCALE
from skmlib.recount.standing import priorities
from skmlib.recount.word_findings import narasi_findings, titles_of

PUBLISHED, PARTS = "terbit", "induk"


def recount_recap(unit: str, periode: str, *, root: Path) -> dict[str, Any]:
    """Count a recap a second time.

    Parameters
    ----------
    unit, periode : str
        Identity of the recap.
    root : Path
        The project folder.

    Returns
    -------
    dict
        In the shape of `hasil.json`; what is not recounted is not there.

    Raises
    ------
    CannotRecountError
        For a recap that this count does not read.
    """
    told = read_parameters(unit, periode, root=root)
    unsur = order_unsur(told)
    own, file = f"params/{periode}/{unit}.yml", f"data/{periode}/{unit}/unit.csv"
    if told.get("sumber") == PUBLISHED:
        table = read_published(told, root / file)
        reported = [row for row in table if row.cells or row.is_mean]
        units = rows = published_units(reported, _table_before(told, unit, root))
        verdicts = printed_verdicts(reported, {name: told["unsur"][name]["label"] for name in unsur})
        counts = {"unit_belum_melapor": len(table) - len(reported)}
    else:
        answered = answered_units(told, periode, root=root)
        units, verdicts = answered.units, []
        rows = _parts(answered.parts, told, unsur) if told.get("tingkat") == PARTS else units
        counts = {
            "unit_belum_melapor": answered.missing,
            "unit_tidak_disebut": answered.unlisted,
            "jawaban_unit_sama": answered.copied,
        }
    if not rows:
        raise CannotRecountError("tidak ada unit yang sudah melapor")
    means = {SIMPLE: simple_mean(rows, unsur), BY_RESPONDENT: mean_by_respondents(units, unsur)}
    titles = titles_of(told["unsur"], {one.id: one.nama or one.id for one in units})
    words = narasi_findings(root, f"data/{periode}/{unit}", titles)
    findings = [
        *unit_findings(units, unsur, counts, file=own),
        *printed_findings(verdicts, file=file),
        *(finding_row(one.kind, one.file, one.n) for one in words),
    ]
    return _figures(told, periode, rows, means) | {"tercetak": verdicts, "findings": findings}


def _figures(
    told: Mapping[str, Any], periode: str, rows: list[Unit], means: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Give what follows from the rows and the means over them."""
    headline, unsur = means[told.get("nilai_utama", SIMPLE)], order_unsur(told)
    n = None if any(one.n is None for one in rows) else sum(one.n for one in rows)
    ikm, nilai = headline["ikm"], headline["nilai"]
    ni = None if ikm is None else ikm / SCALE
    mutu, kinerja = (None, None) if ikm is None else band_of(ikm)
    nrr = {name: nilai[name] / SCALE if name in nilai else None for name in unsur}
    now = Period(periode, n, ni, ikm, {name: (value, None) for name, value in nrr.items()})
    return {
        "responden": n,
        "ikm": {"n": n, "ni": ni, "ikm": ikm, "mutu": mutu, "kinerja": kinerja, "level": CONFIDENCE},
        "rata_rata": means,
        "unit_kerja": [one.row() for one in rows],
        "peringkat": ranked([(one.id, one.ikm, one.before) for one in rows], ikm),
        "unsur": {
            name: ranked([(one.id, one.nilai.get(name), one.unsur_before.get(name)) for one in rows], nilai.get(name))
            for name in unsur
        },
        "perubahan": change_of_mean(rows),
        "trend": trend_of(now, told.get("riwayat", []), named=told.get("periode_sebelumnya")),
        "priorities": priorities(told, {name: {"nrr": value} for name, value in nrr.items()}),
    }


def _parts(parts: Mapping[str, list[Unit]], told: Mapping[str, Any], unsur: tuple[str, ...]) -> list[Unit]:
    """Give a row for each part of the agency, by the mean that is the headline."""
    is_simple = told.get("nilai_utama", SIMPLE) == SIMPLE
    average = simple_mean if is_simple else mean_by_respondents
    return [part_row(part, units, average(units, unsur), is_simple=is_simple) for part, units in parts.items()]


def _table_before(told: Mapping[str, Any], unit: str, root: Path) -> list:
    """Read the published table of the period before; nothing where there is none."""
    path = root / f"data/{told.get('periode_sebelumnya')}/{unit}/unit.csv"
    return [row for row in read_published(told, path) if row.cells] if path.is_file() else []
