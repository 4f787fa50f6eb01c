"""Which reports there are in a period, as far as a recap must know before it reads them: agency, part, kind, data.

A recap asks for every unit of its agency. Which those are stands in the units' own files, so a new file, a changed agency or
the first data of a unit change the recap. `roster_of` says what of a period concerns one agency, and so what its recap
depends on besides the files it reads.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from pathlib import Path
from typing import Any

from skmlib.parameters.periods import PERIODE_PATTERN
from skmlib.parameters.project import SURVEY, kind_of, list_data_files, list_reports
from skmlib.parameters.yaml_file import read_texts_of_all

KEYS = ("nama", "instansi", "induk", "laporan", "gabungan")


@dataclasses.dataclass(frozen=True)
class RosterUnit:
    """A report of a period: its unit, what its file says of it without being checked, and whether it has data.

    A report that puts periods together has data where one of them has.

    Texts that a file does not give are empty.
    """

    unit: str
    nama: str
    instansi: str
    induk: str
    is_survey: bool
    has_data: bool


def read_roster(periode: str, *, root: Path) -> dict[str, RosterUnit]:
    """Read which reports a period has.

    Parameters
    ----------
    periode : str
        The period.
    root : Path
        The project folder.

    Returns
    -------
    dict
        By unit, sorted.
    """
    return {unit: _read_unit(unit, periode, root) for name, unit in list_reports(root) if name == periode}


def roster_of(
    roster: dict[str, RosterUnit], *, instansi: str, named: Collection[str] = ()
) -> dict[str, tuple[Any, ...]]:
    """Select what concerns the recap of an agency.

    Parameters
    ----------
    roster : dict
        The reports of a period.
    instansi : str
        The agency.
    named : collection of str
        Units that the recap names, whatever their agency.

    Returns
    -------
    dict
        The values of each unit of the agency or of the list.
    """
    concerned = (one for one in roster.values() if one.instansi == instansi or one.unit in named)
    return {one.unit: dataclasses.astuple(one)[1:] for one in concerned}


def has_data(unit: str, periode: str, *, root: Path) -> bool:
    """Tell whether a unit has parameters of a period, and data of it or of a period that these put together.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    bool
        Whether or not the files can be read.
    """
    return (root / "params" / periode / f"{unit}.yml").is_file() and _read_unit(unit, periode, root).has_data


def _read_unit(unit: str, periode: str, root: Path) -> RosterUnit:
    """Read the file of one unit."""
    texts = read_texts_of_all(root / "params" / periode / f"{unit}.yml", KEYS)
    nama, instansi, induk = ("".join(texts[key]) for key in KEYS[:3])
    together = (name for name in texts["gabungan"] if PERIODE_PATTERN.fullmatch(name))
    has_data = any(list_data_files(unit, name, root=root) for name in (periode, *together))
    return RosterUnit(unit, nama, instansi, induk, kind_of(texts["laporan"]) == SURVEY, has_data)
