"""The project folder: where it is, which reports have parameters, what belongs to no report, and of which kind a report is.

Which reports a file asks for under `laporan` says what kind it is: the reports of a survey share one file, while a recap
and a performance report each have their own, with keys of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, get_args

from skmlib.parameters.periods import PERIODE_PATTERN
from skmlib.parameters.yaml_file import read_texts_of
from skmlib.problems import DataError, Problem

LaporanSurvei = Literal["laporan-skm", "tindak-lanjut", "publikasi"]
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
    return kind_of(read_texts_of(root / "params" / periode / f"{unit}.yml", "laporan"))


def kind_of(laporan: Sequence[str]) -> str:
    """Tell the kind of a report from what its parameters ask for under `laporan`.

    Examples
    --------
    >>> kind_of(["rekap"]), kind_of([])
    ('rekap', 'survei')
    """
    return laporan[0] if laporan and laporan[0] in (RECAP, PERFORMANCE) else SURVEY


def list_data_files(unit: str, periode: str, *, root: Path) -> tuple[str, ...]:
    """List the files in the data folder of a report, without hidden ones and those of programs that have one open.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    tuple of str
        Their names, sorted; empty where there is no folder.
    """
    folder = root / "data" / periode / unit
    paths = folder.iterdir() if folder.is_dir() else ()
    return tuple(sorted(path.name for path in paths if path.name[0] not in ".~" and path.is_file()))
