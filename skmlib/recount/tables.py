"""The tables of a performance report, each counted from its CSV (data dictionary, section 8.2; method, section 22)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.recount.numbers import mean
from skmlib.recount.parameters import decimal
from skmlib.recount.table import Row, read_table

TOTALS = frozenset({"jumlah", "rata-rata"})
SENTIMENTS = ("positif", "netral", "negatif")
KINDS = ("berkala", "setiap_saat", "serta_merta", "dikecualikan")
CEILINGS = ("pagu_awal", "pagu_akhir")
YES = "ya"
PER_CENT = 100


def media(folder: Path, told: Mapping[str, Any]) -> dict[str, Any] | None:
    """Give the sentiment of each month and of the year; of shares the year is the mean of the months."""
    rows = _rows(folder / "sentimen_media.csv", ("bulan", *SENTIMENTS))
    if rows is None:
        return None
    is_counts = told.get("media", {}).get("satuan", "persen") == "jumlah"
    cells = [{name: decimal(_cell(row, name)) for name in SENTIMENTS} for row in rows]
    sums = [sum(cell.values(), Fraction(0)) for cell in cells]
    shares = [
        {name: PER_CENT * value / total if is_counts else value for name, value in cell.items()} if total else None
        for cell, total in zip(cells, sums, strict=True)
    ]
    if is_counts:
        whole = sum(sums, Fraction(0))
        year = {name: PER_CENT * sum(cell[name] for cell in cells) / whole if whole else None for name in SENTIMENTS}
        return {"months": [{"bagian": share} for share in shares if share], "tahun": year}
    months = [{"bagian": share, "jumlah": total} for share, total in zip(shares, sums, strict=True)]
    return {"months": months, "tahun": {name: mean([cell[name] for cell in cells]) for name in SENTIMENTS}}


def requests(folder: Path) -> dict[str, Any] | None:
    """Give the requests of each month and of the year, and their mean days by request and by month."""
    rows = _rows(folder / "permohonan_informasi.csv", ("bulan", *KINDS, "jumlah", "rata_rata_hari"))
    if rows is None:
        return None
    months = []
    for row in rows:
        kinds, days = {name: int(_cell(row, name)) for name in KINDS}, _cell(row, "rata_rata_hari")
        months.append({"jenis": kinds, "n": sum(kinds.values()), "hari": decimal(days) if days else None})
    known = [month for month in months if month["n"] and month["hari"] is not None]
    n = sum(month["n"] for month in known)
    return {
        "months": months,
        "jenis": {name: sum(month["jenis"][name] for month in months) for name in KINDS},
        "n": sum(month["n"] for month in months),
        "menurut_permohonan": sum(month["n"] * month["hari"] for month in known) / n if n else None,
        "rata_rata_bulan": mean([month["hari"] for month in known]),
    }


def complaints(folder: Path) -> dict[str, Any] | None:
    """Count complaints by status, those forwarded and, of these, those followed up."""
    rows = _rows(folder / "pengaduan.csv", ("status", "jumlah", "diteruskan", "ditindaklanjuti"))
    if rows is None:
        return None
    counts = {_cell(row, "status"): int(_cell(row, "jumlah")) for row in rows}
    forwarded = [row for row in rows if _cell(row, "diteruskan") == YES]
    sent = sum(int(_cell(row, "jumlah")) for row in forwarded)
    done = sum(int(_cell(row, "jumlah")) for row in forwarded if _cell(row, "ditindaklanjuti") == YES)
    told = {"status": counts, "n": sum(counts.values()), "diteruskan": sent, "ditindaklanjuti": done}
    return told | {"persen": Fraction(PER_CENT * done, sent) if sent else None}


def indices(folder: Path) -> dict[str, Any]:
    """Give the outside indices: each the mean of its parts, a part with details their sum."""
    rows = _rows(folder / "indeks.csv", ("indeks", "bagian", "rincian", "nilai"), total="bagian") or []
    found: dict[str, dict[str, dict[str, Fraction]]] = {}
    for row in rows:
        detail = _cell(row, "rincian")
        if detail.casefold() not in TOTALS:
            part = found.setdefault(_cell(row, "indeks"), {}).setdefault(_cell(row, "bagian"), {})
            part[detail] = decimal(_cell(row, "nilai"))
    return {name: _index(parts) for name, parts in found.items()}


def _index(parts: Mapping[str, Mapping[str, Fraction]]) -> dict[str, Any]:
    """Give one index with its parts."""
    rows = [
        {"rincian": {name: value for name, value in part.items() if name}, "nilai": sum(part.values(), Fraction(0))}
        for part in parts.values()
    ]
    return {"parts": rows, "nilai": mean([row["nilai"] for row in rows])}


def staff(folder: Path) -> dict[str, Any] | None:
    """Count the staff by group; the first group holds everybody."""
    rows = _rows(folder / "pegawai.csv", ("kelompok", "uraian", "jumlah"))
    if rows is None:
        return None
    groups: dict[str, dict[str, int]] = {}
    for row in rows:
        groups.setdefault(_cell(row, "kelompok"), {})[_cell(row, "uraian")] = int(_cell(row, "jumlah"))
    n = sum(next(iter(groups.values()), {}).values())
    share = {
        group: {name: Fraction(PER_CENT * one, n) if n else None for name, one in members.items()}
        for group, members in groups.items()
    }
    return {"groups": groups, "n": n, "persen": share}


def budget(folder: Path) -> dict[str, Any] | None:
    """Add up the ceilings, and give the realised share of each; the total tells what is realised where activities do not."""
    path, columns = folder / "anggaran.csv", ("kegiatan", *CEILINGS, "realisasi")
    rows = _rows(path, columns)
    if rows is None:
        return None
    cells = [{name: _whole(row, name) for name in columns[1:]} for row in rows]
    sums = {name: sum(cell[name] or 0 for cell in cells) for name in CEILINGS}
    spent = [cell["realisasi"] for cell in cells]
    totals = [_whole(row, "realisasi") for row in read_table(path, columns) if _is_total(row, "kegiatan")]
    realised = next(iter(totals), None) if None in spent else sum(spent)
    share = {name: None if realised is None else Fraction(PER_CENT * realised, n) for name, n in sums.items() if n}
    return {"activities": cells, **sums, "realisasi": realised, "persen": share}


def _rows(path: Path, columns: Sequence[str], *, total: str = "") -> list[Row] | None:
    """Read the rows of a table without its totals; None where there is no table."""
    if not path.is_file():
        return None
    return [row for row in read_table(path, columns) if not _is_total(row, total or columns[0])]


def _is_total(row: Row, column: str) -> bool:
    """Say whether a row holds what the published table prints as its total."""
    return _cell(row, column).casefold() in TOTALS


def _cell(row: Row, column: str) -> str:
    """Give a cell without spaces around it."""
    return row.by_heading.get(column, "").strip()


def _whole(row: Row, column: str) -> int | None:
    """Read a whole number, None from an empty cell."""
    return int(_cell(row, column)) if _cell(row, column) else None
