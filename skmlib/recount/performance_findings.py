"""Findings of a performance report (data dictionary, section 8.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from skmlib.recount.parameters import as_list
from skmlib.recount.recap_findings import finding_row
from skmlib.recount.tables import BUDGET, MEDIA, PER_CENT

NONE_AT_FIRST = "-"


def performance_findings(hasil: Mapping[str, Any], told: Mapping[str, Any], *, place: str) -> Iterator[dict[str, Any]]:
    """Find changed targets, indicators not yet assessed, missing counts, an exceeded ceiling and assumptions.

    Parameters
    ----------
    hasil : mapping
        What was recounted of the report.
    told : mapping
        Its parameters.
    place : str
        Period and unit, with a slash between.

    Yields
    ------
    dict
        Rows of `findings`, without their sentences.
    """
    own, folder = f"params/{place}.yml", f"data/{place}/"
    rows = [row for goal in hasil["sasaran"] for row in goal["indikator"]]
    for row in rows:
        if row["target_awal"] == NONE_AT_FIRST or row["target_awal"] not in (None, row["target"]):
            yield finding_row("target_diubah", own)
    waiting = sum(row["belum_dinilai"] for row in rows)
    if waiting:
        yield finding_row("belum_dinilai", own, waiting)
    if hasil["sentimen_media"] and not hasil["sentimen_media"]["has_counts"]:
        yield finding_row("tanpa_jumlah_berita", folder + MEDIA)
    share = hasil["anggaran"] and hasil["anggaran"]["persen"]["pagu_akhir"]
    if share is not None and share > PER_CENT:
        yield finding_row("pagu_terlampaui", folder + BUDGET)
    for _ in as_list(told.get("asumsi")):
        yield finding_row("asumsi", own)
