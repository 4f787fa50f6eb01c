"""Where figures come from: the files that were read, the code that computed, the packages it used, the parameters.

A report prints this, and `manifest.json` keeps it. Besides what was read it holds what was looked for: files that do not
exist, what stands in the data folders, the reports of the period that concern a recap. So it tells later whether anything a
report depends on has changed. Nothing here depends on the clock, the user or the folder: equal inputs give equal reports.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import platform
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from skmlib.parameters.project import list_data_files

if TYPE_CHECKING:
    from skmlib.parameters import ReportParameters

PACKAGES = (
    *("skmlib", "krippendorff", "matplotlib", "nbconvert", "numpy", "pandas", "papermill", "python-calamine"),
    *("scipy", "typst"),
)
LIBRARY = Path(__file__).resolve().parent.parent
SOURCE_SUFFIXES = frozenset({".py", ".typ", ".j2", ".css", ".js", ".ttf", ".woff2", ".xml"})


@dataclasses.dataclass(frozen=True)
class Source:
    """A file that was read: its name relative to the project folder, its SHA-256 and its size in bytes."""

    berkas: str
    sha256: str
    size: int


@dataclasses.dataclass(frozen=True)
class Provenance:
    """What a report was made with.

    Attributes
    ----------
    sources : tuple of Source
        The files that were read.
    absent : tuple of str
        The files that were looked for and do not exist.
    folders : dict
        Names of the files in each data folder whose other files are told, or in which nothing was found.
    roster : dict
        What the parameters say of the units that concern a recap; empty for other reports.
    library : str
        SHA-256 over the library's own files: code, templates and fonts.
    versions : dict
        Version of Python and of the packages that shape figures and pages.
    """

    sources: tuple[Source, ...]
    absent: tuple[str, ...]
    folders: dict[str, tuple[str, ...]]
    roster: Mapping[str, tuple[Any, ...]]
    library: str
    versions: dict[str, str]


def read_provenance(
    parameters: ReportParameters,
    names: tuple[str, ...],
    *,
    surveys: Iterable[str] = (),
    roster: Mapping[str, tuple[Any, ...]] | None = None,
) -> Provenance:
    """Hash the files of a report and the library, and look up versions.

    Parameters
    ----------
    parameters : ReportParameters
        Of the report.
    names : tuple of str
        The files that were read or looked for, relative to the project folder.
    surveys : iterable of str
        Units of the period whose data folders were looked through for files that nobody reads.
    roster : mapping, optional
        What the parameters say of the units that concern a recap.

    Returns
    -------
    Provenance
        Equal for equal files and packages.
    """
    root = parameters.root
    present = [name for name in names if (root / name).is_file()]
    empty = _data_folders(names) - _data_folders(present)
    folders = sorted(empty | {f"data/{parameters.periode}/{unit}" for unit in surveys})
    return Provenance(
        sources=tuple(read_source(root / name, berkas=name) for name in present),
        absent=tuple(name for name in names if name not in present),
        folders={folder: list_folder(folder, root=root) for folder in folders},
        roster=roster or {},
        library=hash_loaded_library(),
        versions=read_versions(),
    )


def _data_folders(names: Iterable[str]) -> set[str]:
    """Name the data folders in which files stand."""
    return {"/".join(PurePosixPath(name).parts[:3]) for name in names if name.startswith("data/")}


def read_source(path: Path, *, berkas: str) -> Source:
    """Hash one file.

    Parameters
    ----------
    path : Path
        The file.
    berkas : str
        Its name relative to the project folder.

    Returns
    -------
    Source
        Name, hash and size.
    """
    content = path.read_bytes()
    return Source(berkas, hashlib.sha256(content).hexdigest(), len(content))


def list_folder(folder: str, *, root: Path) -> tuple[str, ...]:
    """List the files of a data folder, given as `data/<periode>/<unit>`."""
    _, periode, unit = PurePosixPath(folder).parts
    return list_data_files(unit, periode, root=root)


def hash_file(path: Path) -> str | None:
    """Hash a file: None where there is none, empty where it may not be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None
    except PermissionError:
        return ""


def read_library_files() -> dict[str, str]:
    """Hash each of the library's own files.

    Returns
    -------
    dict
        SHA-256 by the file's name relative to the library, sorted.
    """
    paths = sorted(path for path in LIBRARY.rglob("*") if path.suffix in SOURCE_SUFFIXES)
    return {path.relative_to(LIBRARY).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def hash_library(files: Mapping[str, str]) -> str:
    """Hash the library's own files together, each with its name."""
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(name.encode() + b"\0" + bytes.fromhex(content))
    return digest.hexdigest()


@functools.cache
def loaded_library_files() -> dict[str, str]:
    """Hash each of the library's own files as it is when first asked; processes of a build ask when they have loaded it."""
    return read_library_files()


@functools.cache
def hash_loaded_library() -> str:
    """Hash the library as it was loaded."""
    return hash_library(loaded_library_files())


@functools.cache
def read_versions() -> dict[str, str]:
    """Look up the version of Python and of the packages that shape figures and pages."""
    return {"python": platform.python_version()} | {name: metadata.version(name) for name in PACKAGES}
