"""What stands in `outputs/`: each published folder, read from its own `manifest.json` and `hasil.json` and nothing else.

Every figure may be absent: a recap or a performance report has others. A folder that cannot be read is named with what is
wrong, so that nothing is left out in silence. What failed or is being made (`outputs/gagal`, `outputs/.kerja`) stands in no
period's folder.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from skmlib.parameters.periods import PERIODE_PATTERN, months_of
from skmlib.pipeline.manifest import HASIL, MANIFEST


@dataclasses.dataclass(frozen=True)
class Change:
    """A change against the period before: of the IKM (`ikm`), or of the index 1 to 4 where only that was published (`ni`)."""

    skala: str
    nilai: Fraction
    desimal: int | None
    terhadap: str


@dataclasses.dataclass(frozen=True)
class Published:
    """A published folder.

    Attributes
    ----------
    periode, unit : str
        Its identity.
    nama, instansi : str
        Names of unit and agency; the identity where no name is told.
    jenis : str
        Kind of what it holds, as `hasil.json` tells it; empty for a unit's survey.
    files : tuple of str
        Names of its files, sorted.
    ikm : Fraction, optional
        The index, 25 to 100.
    mutu, kinerja : str
        Its letter and words, empty without one.
    low, high : float, optional
        Ends of its interval.
    change : Change, optional
        Against the period before.
    capaian : Fraction, optional
        Average achievement of a performance report, per cent.
    responden, temuan : int, optional
        How many respondents, how many findings about the data.
    """

    periode: str
    unit: str
    nama: str
    instansi: str
    jenis: str
    files: tuple[str, ...]
    ikm: Fraction | None = None
    mutu: str = ""
    kinerja: str = ""
    low: float | None = None
    high: float | None = None
    change: Change | None = None
    capaian: Fraction | None = None
    responden: int | None = None
    temuan: int | None = None

    @property
    def place(self) -> str:
        """Its folder below `outputs`."""
        return f"{self.periode}/{self.unit}"


def read_published(outputs: Path) -> tuple[tuple[Published, ...], tuple[str, ...]]:
    """Read all published folders.

    Parameters
    ----------
    outputs : Path
        The folder that holds `<periode>/<unit>/`.

    Returns
    -------
    tuple of Published
        By period, the oldest first, and by unit.
    tuple of str
        A sentence for each folder that cannot be read.
    """
    found, unreadable = [], []
    periods = [path for path in outputs.glob("*") if path.is_dir() and PERIODE_PATTERN.fullmatch(path.name)]
    for period in sorted(periods, key=lambda path: (months_of(path.name).start, months_of(path.name).stop)):
        for folder in sorted(path for path in period.iterdir() if path.is_dir()):
            try:
                found.append(_read_folder(folder))
            except _UnreadableError as error:
                name = f"{period.name}/{folder.name}"
                unreadable.append(f"{name}: {error}; buat lagi dengan 'skm build {name}'.")
    return tuple(found), tuple(unreadable)


class _UnreadableError(Exception):
    """A folder cannot be read; says why."""


def _read_folder(folder: Path) -> Published:
    """Read one published folder."""
    if not (folder / MANIFEST).is_file():
        raise _UnreadableError(f"{MANIFEST} tidak ada")
    manifest = _read_object(folder / MANIFEST)
    hasil = _read_object(folder / HASIL) if (folder / HASIL).is_file() else {}
    names = (_at(hasil, "nama"), _at(manifest, "parameter", "nama"), folder.name)
    agencies = (_at(hasil, "instansi"), _at(manifest, "instansi", "nama"), _at(manifest, "parameter", "instansi"), "")
    try:
        return Published(
            periode=folder.parent.name,
            unit=folder.name,
            nama=next(name for name in names if isinstance(name, str) and name),
            instansi=next(name for name in agencies if isinstance(name, str)),
            jenis=_text(_at(hasil, "jenis")),
            files=tuple(sorted(path.name for path in folder.iterdir() if path.is_file())),
            **_figures(hasil, folder.parent.name),
        )
    except (ValueError, ZeroDivisionError) as error:
        raise _UnreadableError(f"angka di {HASIL} tidak terbaca") from error


def _read_object(path: Path) -> Mapping[str, Any]:
    """Read a JSON object."""
    try:
        content = from_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise _UnreadableError(f"{path.name} tidak terbaca") from error
    if not isinstance(content, Mapping):
        raise _UnreadableError(f"{path.name} tidak terbaca")
    return content


def _figures(hasil: Mapping[str, Any], periode: str) -> dict[str, Any]:
    """Take the figures of a unit's survey, as far as they are told."""
    findings, change = _at(hasil, "findings"), _change(hasil, periode)
    return {
        "ikm": _number(_at(hasil, "ikm", "ikm")),
        "mutu": _text(_at(hasil, "ikm", "mutu")),
        "kinerja": _text(_at(hasil, "ikm", "kinerja")),
        "low": _decimal(_at(hasil, "ikm", "low")),
        "high": _decimal(_at(hasil, "ikm", "high")),
        "change": change,
        "capaian": _number(_at(hasil, "capaian")),
        "responden": _whole(_at(hasil, "ikm", "n")),
        "temuan": len(findings) if isinstance(findings, list) else None,
    }


def _change(hasil: Mapping[str, Any], periode: str) -> Change | None:
    """Take the change against the period before, on the scale of the IKM where it is known there."""
    rows = _at(hasil, "trend", "periods")
    rows = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    for row in rows:
        if row.get("periode") != periode:
            continue
        for scale in ("ikm", "ni"):
            value = _number(row.get(f"perubahan_{scale}"))
            if value is not None:
                decimals, terhadap = row.get(f"desimal_perubahan_{scale}"), _text(row.get("terhadap"))
                return Change(scale, value, _whole(decimals), terhadap if PERIODE_PATTERN.fullmatch(terhadap) else "")
    return None


def _at(content: Any, *keys: str) -> Any:
    """Follow keys as far as there are objects; None where one is missing."""
    for key in keys:
        content = content.get(key) if isinstance(content, Mapping) else None
    return content


def _text(value: Any) -> str:
    """Take a text, empty for anything else."""
    return value if isinstance(value, str) else ""


def _whole(value: Any) -> int | None:
    """Take a whole number."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(value: Any) -> Fraction | None:
    """Take a number exactly, from its fraction."""
    written = _at(value, "pecahan")
    return Fraction(written) if isinstance(written, str) else None


def _decimal(value: Any) -> float | None:
    """Take a number that is not exact."""
    written = _at(value, "nilai")
    return float(written) if isinstance(written, int | float) else None
