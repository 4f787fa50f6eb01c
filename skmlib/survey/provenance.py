"""Where figures come from: the files that were read, the code that computed, the packages it used, the parameters.

A report prints this, and `manifest.json` keeps it. Nothing here depends on the clock, the user or the folder, so that equal
inputs give equal reports.
"""

from __future__ import annotations

import dataclasses
import hashlib
import platform
from importlib import metadata
from pathlib import Path

from skmlib.parameters import ReportParameters

PACKAGES = (
    *("skmlib", "krippendorff", "matplotlib", "nbconvert", "numpy", "pandas", "papermill", "python-calamine"),
    *("scipy", "typst"),
)
LIBRARY = Path(__file__).resolve().parent.parent
SOURCE_SUFFIXES = frozenset({".py", ".typ", ".j2", ".css", ".js", ".ttf", ".woff2"})


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
    library : str
        SHA-256 over the library's own files: code, templates and fonts.
    versions : dict
        Version of Python and of the packages that shape figures and pages.
    """

    sources: tuple[Source, ...]
    absent: tuple[str, ...]
    library: str
    versions: dict[str, str]


def read_provenance(parameters: ReportParameters, names: tuple[str, ...]) -> Provenance:
    """Hash the files of a report and the library, and look up versions.

    Parameters
    ----------
    parameters : ReportParameters
        Of the report.
    names : tuple of str
        The files that were read, relative to the project folder; those that do not exist are passed over.

    Returns
    -------
    Provenance
        Equal for equal files and packages.
    """
    present = [name for name in names if (parameters.root / name).is_file()]
    return Provenance(
        sources=tuple(read_source(parameters.root / name, berkas=name) for name in present),
        absent=tuple(name for name in names if name not in present),
        library=_read_library_hash(),
        versions={"python": platform.python_version()} | {name: metadata.version(name) for name in PACKAGES},
    )


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


def _read_library_hash() -> str:
    """Hash the library's files, each with its name."""
    digest = hashlib.sha256()
    for path in sorted(path for path in LIBRARY.rglob("*") if path.suffix in SOURCE_SUFFIXES):
        digest.update(path.relative_to(LIBRARY).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
