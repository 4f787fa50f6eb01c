"""The files that the reports of a unit may be made from, found without reading data: what travels to another machine.

A superset of what a build records: the unit's parameters and its data folder in its own period, the one before and those
that these combine; the files of the agencies and the logo; the notebooks; the lock file. A recap has the files of every unit
that concerns it. A performance report has those of its surveys, and the parameters of its period, which tell it what surveys
there are. What parameters name is looked for only where it is a proper name, so nothing outside the project is ever read.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pydantic

from skmlib.parameters.agency import InstansiParameters
from skmlib.parameters.periods import PERIODE_PATTERN
from skmlib.parameters.project import PERFORMANCE, RECAP, kind_of
from skmlib.parameters.roster import read_roster, roster_of
from skmlib.parameters.values import SLUG_PATTERN
from skmlib.parameters.yaml_file import read_texts_of_all, read_yaml
from skmlib.pipeline.manifest import LOCK
from skmlib.pipeline.report_jobs import NOTEBOOKS
from skmlib.problems import DataError

AGENCIES = "params/instansi"
KEYS = ("laporan", "instansi", "unit", "survei", "periode_sebelumnya", "gabungan")


def read_inputs(unit: str, periode: str, *, root: Path) -> dict[str, bytes]:
    """Read every file that the reports of a unit may be made from.

    Parameters
    ----------
    unit, periode : str
        Identity of the reports.
    root : Path
        The project folder.

    Returns
    -------
    dict
        Contents by name relative to the project folder, sorted; without files that do not exist.

    Raises
    ------
    OSError
        When a file cannot be read.
    """
    told = _texts(unit, periode, root)
    kind, units = kind_of(told["laporan"]), {unit}
    paths = {root / LOCK, *(root / name for name in NOTEBOOKS.values()), *(root / AGENCIES).glob("*.yml")}
    paths.update(_logos(told["instansi"], root))
    if kind == RECAP:
        units.update(roster_of(read_roster(periode, root=root), instansi="".join(told["instansi"]), named=told["unit"]))
    if kind == PERFORMANCE:
        units.update(name for name in told["survei"] if SLUG_PATTERN.fullmatch(name))
        paths.update((root / "params" / periode).glob("*.yml"))
    paths.update(path for name in units for path in _files_of(name, periode, root))
    contents = {}
    for path in sorted(path for path in paths if path.is_file()):
        with contextlib.suppress(
            FileNotFoundError
        ):  # gone since: before publishing it will be seen that something changed
            contents[path.relative_to(root).as_posix()] = path.read_bytes()
    return contents


def _file_of(unit: str, periode: str, root: Path) -> Path:
    """Give the parameter file of a report."""
    return root / "params" / periode / f"{unit}.yml"


def _texts(unit: str, periode: str, root: Path) -> dict[str, tuple[str, ...]]:
    """Read what the parameters of a report name, whether or not they have problems."""
    told = read_texts_of_all(_file_of(unit, periode, root), KEYS)
    return {key: tuple(text.strip() for text in texts) for key, texts in told.items()}


def _files_of(unit: str, periode: str, root: Path) -> Iterator[Path]:
    """List the parameters and data of a unit in its period, in the one before, and in those that these combine."""
    waiting = [periode, *_texts(unit, periode, root)["periode_sebelumnya"]]
    known: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in known and PERIODE_PATTERN.fullmatch(name):
            known.add(name)
            waiting += _texts(unit, name, root)["gabungan"]
            yield _file_of(unit, name, root)
            yield from (root / "data" / name / unit).glob("*")


def _logos(agencies: Iterable[str], root: Path) -> Iterator[Path]:
    """Find the logo of an agency whose file has no problems; one that has stops the report before its logo is read."""
    for agency in agencies:
        name = f"{AGENCIES}/{agency}.yml"
        if SLUG_PATTERN.fullmatch(agency):
            with contextlib.suppress(DataError, pydantic.ValidationError):
                logo = InstansiParameters.model_validate(read_yaml(root / name, berkas=name).content).logo
                if logo is not None:
                    yield root / AGENCIES / logo.berkas
