"""The tables of a performance report, each counted from its CSV (data dictionary, section 8.2; method, section 22)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from skmlib.recount.numbers import mean
from skmlib.recount.parameters import decimal
from skmlib.recount.printed_values import Printed
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.table import Row, read_table

TOTALS = frozenset({"jumlah", "rata-rata"})
SENTIMENTS = ("positif", "netral", "negatif")
KINDS = ("berkala", "setiap_saat", "serta_merta", "dikecualikan")
CEILINGS = ("pagu_awal", "pagu_akhir")
MEDIA, REQUESTS, COMPLAINTS = "sentimen_media.csv", "permohonan_informasi.csv", "pengaduan.csv"
INDICES, BUDGET, STAFF = "indeks.csv", "anggaran.csv", "pegawai.csv"
NEEDED = {
    "sentimen": MEDIA,
    "waktu_permohonan": REQUESTS,
    "pengaduan": COMPLAINTS,
    "indeks": INDICES,
}  # by the source of an indicator
MONTHS = ("jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des")
OTHER_SPELLINGS = {"nop": "nov", "agt": "agu", "ags": "agu"}
COUNTS = "jumlah"
YES = "ya"
PER_CENT = 100


def media(folder: Path, told: Mapping[str, Any]) -> dict[str, Any] | None:
    """Give the sentiment of each month and of the year; of shares the year is the mean of the months."""
    table = _table(folder / MEDIA, ("bulan", *SENTIMENTS))
    if table is None:
        return None
    months = [
        _media_month(row, is_counts=told.get("media", {}).get("satuan") == COUNTS) for row in _by_month(table.rows)
    ]
    items = None if None in (month["n"] for month in months) else sum(month["n"] for month in months)
    weights = [1 if items is None else month["n"] for month in months]
    parts = {
        name: sum(n * month["bagian"][name] for n, month in zip(weights, months, strict=True)) for name in SENTIMENTS
    }
    n = Fraction(sum(weights))
    year = {name: part / n if n else None for name, part in parts.items()}
    return {"months": months, "tahun": year, "has_counts": items is not None, "tercetak": table.printed(SENTIMENTS)}


def _media_month(row: Row, *, is_counts: bool) -> dict[str, Any]:
    """Give the shares of a month; one without items has shares of 0."""
    cells = {name: decimal(_cell(row, name)) for name in SENTIMENTS}
    total = sum(cells.values(), Fraction(0))
    told = {"bulan": _month(row)}
    if not is_counts:
        return told | {"bagian": cells, "jumlah": total, "n": None}
    shares = {name: PER_CENT * value / total if total else Fraction(0) for name, value in cells.items()}
    return told | {"bagian": shares, "jumlah": sum(shares.values(), Fraction(0)), "n": int(total)}


def requests(folder: Path) -> dict[str, Any] | None:
    """Give the requests of each month and of the year, and their mean days by request and by month."""
    columns = (*KINDS, "jumlah", "rata_rata_hari")
    table = _table(folder / REQUESTS, ("bulan", *columns))
    if table is None:
        return None
    months = []
    for row in _by_month(table.rows):
        kinds, days = {name: int(_cell(row, name)) for name in KINDS}, _cell(row, "rata_rata_hari")
        told = {"bulan": _month(row), "tercetak": int(_cell(row, "jumlah"))}
        months.append(told | {"jenis": kinds, "n": sum(kinds.values()), "hari": decimal(days) if days else None})
    known = [month for month in months if month["n"] and month["hari"] is not None]
    n = sum(month["n"] for month in known)
    return {
        "months": months,
        "jenis": {name: sum(month["jenis"][name] for month in months) for name in KINDS},
        "n": sum(month["n"] for month in months),
        "menurut_permohonan": sum(month["n"] * month["hari"] for month in known) / n if n else None,
        "rata_rata_bulan": mean([month["hari"] for month in known]),
        "tercetak": table.printed(columns),
    }


def complaints(folder: Path) -> dict[str, Any] | None:
    """Count complaints by status, those forwarded and, of these, those followed up."""
    table = _table(folder / COMPLAINTS, ("status", "jumlah", "diteruskan", "ditindaklanjuti"))
    if table is None:
        return None
    counts = {_cell(row, "status"): int(_cell(row, "jumlah")) for row in table.rows}
    forwarded = [row for row in table.rows if _cell(row, "diteruskan") == YES]
    sent = sum(int(_cell(row, "jumlah")) for row in forwarded)
    done = sum(int(_cell(row, "jumlah")) for row in forwarded if _cell(row, "ditindaklanjuti") == YES)
    told = {"status": counts, "n": sum(counts.values()), "diteruskan": sent, "ditindaklanjuti": done}
    share = Fraction(PER_CENT * done, sent) if sent else None
    return told | {"persen": share, "tercetak": table.printed(("jumlah",))}


def indices(folder: Path) -> dict[str, Any]:
    """Give the outside indices: each the mean of its parts, a part with details their sum."""
    if not (folder / INDICES).is_file():
        return {}
    found: dict[str, dict[str, dict[str, str]]] = {}
    for row in read_table(folder / INDICES, ("indeks", "bagian", "rincian", "nilai")):
        part = found.setdefault(_cell(row, "indeks"), {}).setdefault(_cell(row, "bagian"), {})
        part[_cell(row, "rincian")] = _cell(row, "nilai")
    return {name: _index(parts) for name, parts in found.items()}


def _index(parts: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Give one index with its parts; a sum is printed of a part that has details, a mean of the whole."""
    means = [cells for name, cells in parts.items() if name.casefold() in TOTALS]
    rows = [_part(name, cells) for name, cells in parts.items() if name.casefold() not in TOTALS]
    as_printed = [row["nilai"] if row["tercetak"] is None else row["tercetak"].value for row in rows]
    return {
        "parts": rows,
        "nilai": mean([row["nilai"] for row in rows]),
        "dari_tercetak": mean(as_printed),
        "tercetak": next((Printed(text) for cells in means for text in cells.values() if text), None),
    }


def _part(name: str, cells: Mapping[str, str]) -> dict[str, Any]:
    """Give one part of an index."""
    details = {detail: decimal(text) for detail, text in cells.items() if detail and detail.casefold() not in TOTALS}
    total = next((text for detail, text in cells.items() if detail.casefold() in TOTALS and text), None)
    whole = sum(details.values(), Fraction(0)) if details else decimal(cells[""])
    return {
        "nama": name,
        "rincian": details,
        "nilai": whole,
        "tercetak": Printed(total) if details and total else None,
    }


def staff(folder: Path) -> dict[str, Any] | None:
    """Count the staff by group; the first group holds everybody."""
    table = _table(folder / STAFF, ("kelompok", "uraian", "jumlah"))
    if table is None:
        return None
    groups: dict[str, dict[str, int]] = {}
    for row in table.rows:
        groups.setdefault(_cell(row, "kelompok"), {})[_cell(row, "uraian")] = int(_cell(row, "jumlah"))
    n = sum(next(iter(groups.values()), {}).values())
    share = {
        group: {name: Fraction(PER_CENT * one, n) if n else None for name, one in members.items()}
        for group, members in groups.items()
    }
    return {"groups": groups, "n": n, "persen": share, "tercetak": table.printed(("jumlah",))}


def budget(folder: Path) -> dict[str, Any] | None:
    """Add up the ceilings, and give the realised share of each; the total tells what is realised where activities do not."""
    columns = (*CEILINGS, "realisasi")
    table = _table(folder / BUDGET, ("kegiatan", *columns))
    if table is None:
        return None
    cells = [{name: _whole(row, name) for name in columns} for row in table.rows]
    sums = {name: sum(cell[name] or 0 for cell in cells) for name in CEILINGS}
    spent, printed = [cell["realisasi"] for cell in cells], table.printed(columns)
    realised = sum(spent) if None not in spent else None
    if realised is None and "realisasi" in printed:
        realised = int(printed["realisasi"].value)
    share = {name: Fraction(PER_CENT * realised, n) if realised is not None and n else None for name, n in sums.items()}
    return {"activities": cells, **sums, "realisasi": realised, "persen": share, "tercetak": printed}


@dataclasses.dataclass(frozen=True)
class Table:
    """The rows of a table, and the row that holds what the published table prints as its total."""

    rows: list[Row]
    total: Row | None

    def printed(self, columns: Sequence[str]) -> dict[str, Printed]:
        """Give the printed totals of some columns; empty cells are left out."""
        cells = {name: _cell(self.total, name) for name in columns} if self.total else {}
        return {name: Printed(text) for name, text in cells.items() if text}


def _table(path: Path, columns: Sequence[str]) -> Table | None:
    """Read a table; None where there is none."""
    if not path.is_file():
        return None
    rows = read_table(path, columns)
    totals = [row for row in rows if _cell(row, columns[0]).casefold() in TOTALS]
    return Table([row for row in rows if row not in totals], totals[0] if totals else None)


def _by_month(rows: Sequence[Row]) -> list[Row]:
    """Put rows in the order of the year."""
    return sorted(rows, key=_month)


def _month(row: Row) -> int:
    """Give the number of a month, which its first three letters tell."""
    begin = _cell(row, "bulan").casefold()[:3]
    begin = OTHER_SPELLINGS.get(begin, begin)
    if begin not in MONTHS:
        raise CannotRecountError(f"bulan {_cell(row, 'bulan')!r}")
    return 1 + MONTHS.index(begin)


def _cell(row: Row, column: str) -> str:
    """Give a cell without spaces around it."""
    return row.by_heading.get(column, "").strip()


def _whole(row: Row, column: str) -> int | None:
    """Read a whole number, None from an empty cell."""
    return int(_cell(row, column)) if _cell(row, column) else None
