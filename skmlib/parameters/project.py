"""The project folder: where it is, which reports have parameters, what belongs to no report, and of which kind a report is.

Which reports a file asks for under `laporan` says what kind it is: the reports of a survey share one file, while a recap
and a performance report each have their own, with keys of their own.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from skmlib.parameters.values import PERIODE_PATTERN, LaporanSurvei
from skmlib.parameters.yaml_file import read_texts_of
from skmlib.problems import DataError, Problem

REPORTS: tuple[str, ...] = get_args(LaporanSurvei)  # of a survey
SURVEY = "survei"
RECAP = "rekap"
PERFORMANCE = "kinerja"


def find_project(start: Path) -> Path:
    """Find the project folder: the first one at or above a folder that holds `params`.

    Parameters
    ----------
    start : Path
        Where to begin, such as the working directory.

    Returns
    -------
    Path
        The project folder, resolved.

    Raises
    ------
    DataError
        When no folder above holds `params`.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "params").is_dir():
            return folder
    raise DataError(
        [Problem(str(start), "bukan folder proyek", "jalankan dari folder yang memuat 'params' dan 'data'")]
    )


def list_reports(root: Path) -> tuple[tuple[str, str], ...]:
    """List the reports that have parameters.

    Parameters
    ----------
    root : Path
        The project folder.

    Returns
    -------
    tuple of (periode, unit)
        By period, then by unit.
    """
    files = sorted((root / "params").glob("*/*.yml"))
    return tuple((path.parent.name, path.stem) for path in files if PERIODE_PATTERN.fullmatch(path.parent.name))


def list_ignored(root: Path) -> tuple[str, ...]:
    """List what stands in `params/` and `data/` and belongs to no report: misnamed files, data without parameters.

    Parameters
    ----------
    root : Path
        The project folder.

    Returns
    -------
    tuple of str
        Relative to the project folder, sorted.
    """
    reports = set(list_reports(root))
    files = [path for path in (root / "params").glob("*/*") if path.parent.name != "instansi"]
    folders = [path for path in (root / "data").glob("*/*") if path.is_dir()]
    ignored = [path for path in files if path.suffix != ".yml" or (path.parent.name, path.stem) not in reports]
    ignored += [path for path in folders if (path.parent.name, path.name) not in reports]
    return tuple(sorted(path.relative_to(root).as_posix() for path in ignored if not path.name.startswith(".")))


def read_kind(unit: str, periode: str, *, root: Path) -> str:
    """Read of which kind the parameters of a report are.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    str
        `"rekap"` or `"kinerja"` where `laporan` names that report first, else `"survei"`.
    """
    asked = read_texts_of(root / "params" / periode / f"{unit}.yml", "laporan")
    return asked[0] if asked and asked[0] in (RECAP, PERFORMANCE) else SURVEY
