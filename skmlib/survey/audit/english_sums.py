"""The sums and means that tables of the English layout print: requests, complaints, outside indices, budget, staff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Sum = tuple[dict[str, Any], str]


def list_sums(content: Mapping[str, Any]) -> Iterator[Sum]:
    """List each printed sum or mean with its parts, as `hitungan` has them, and its place in the file.

    Parameters
    ----------
    content : mapping
        As read, every scalar a text.

    Yields
    ------
    dict and str
    """
    yield from _requests(content.get("information_requests", {}))
    yield from _complaints(content.get("complaints", {}))
    index = dict(content.get("public_service_index", {}))
    if mean := index.pop("mean", None):
        yield _mean("Indeks Pelayanan Publik", list(index.values()), mean), "public_service_index.mean"
    rows = content.get("ombudsman", [])
    for place, (name, *cells, total) in enumerate(rows):
        yield _sum(f"Kepatuhan: {name}", cells, total), f"ombudsman.{place}.{len(cells) + 1}"
    if rows:
        yield _mean("Kepatuhan: rata-rata", [row[-1] for row in rows], content["ombudsman_mean"]), "ombudsman_mean"
    budget, activities = content.get("budget", {}), content.get("activities_budget", {})
    for place, key in enumerate(("ceiling_at_start", "ceiling_at_end") if activities else ()):
        parts = [ends[place] for ends in activities.values()]
        yield _sum(f"Pagu {('awal', 'akhir')[place]} semua kegiatan", parts, budget[key]), f"budget.{key}"
    if "cut" in budget:
        yield (
            _sum("Pagu akhir dan pemotongan", [budget["ceiling_at_end"], budget["cut"]], budget["ceiling_at_start"]),
            "budget.cut",
        )
    staff = content.get("staff", {})
    if staff:
        yield (
            _sum("Pegawai menurut jenis kelamin", [staff["laki-laki"], staff["perempuan"]], staff["total"]),
            "staff.total",
        )


def _sum(nama: str, parts: list[str], total: str) -> dict[str, Any]:
    """Make a printed sum."""
    return {"nama": nama, "bagian": parts, "jumlah": total}


def _mean(nama: str, parts: list[str], mean: str, by: list[str] | None = None) -> dict[str, Any]:
    """Make a printed mean."""
    return {"nama": nama, "bagian": parts, "rata_rata": mean} | ({"menurut": by} if by else {})


def _requests(table: Mapping[str, list[str]]) -> Iterator[Sum]:
    """List the sums of each month and column, and the mean time: kinds, their sum, mean days."""
    months = {name: row for name, row in table.items() if name != "total"}
    for name, (*kinds, total, _) in months.items():
        yield _sum(f"Permohonan {name}", kinds, total), f"information_requests.{name}.{len(kinds)}"
    total = table.get("total", [])
    for place, printed in enumerate(total[:-1]):
        cells = [row[place] for row in months.values()]
        yield _sum(f"Permohonan setahun, kolom {place + 1}", cells, printed), f"information_requests.total.{place}"
    if total:
        days, counts = [row[-1] for row in months.values()], [row[-2] for row in months.values()]
        place = f"information_requests.total.{len(total) - 1}"
        yield _mean("Rata-rata waktu permohonan", days, total[-1], counts), place


def _complaints(table: Mapping[str, Any]) -> Iterator[Sum]:
    """List the sum of all states, and what the text says was forwarded."""
    if table:
        states = table["status"]
        yield _sum("Pengaduan menurut status", list(states.values()), table["total"]), "complaints.total"
        told = table["in_the_text"]
        forwarded = [states[name] for name in told]
        yield _sum("Pengaduan yang diteruskan", forwarded, table["forwarded"]), "complaints.forwarded"
        yield _sum("Pengaduan dalam uraian", list(told.values()), table["forwarded"]), "complaints.in_the_text"
