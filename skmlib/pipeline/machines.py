"""Whether another machine would make the same bytes: its system, the library's own files, the versions of all packages.

A worker that differs is not used, because its reports would differ and nobody could say why. Compared are the kind of system,
every file of the library, the versions that a manifest records, and each package that the lock names and both have.
"""

from __future__ import annotations

import dataclasses
import multiprocessing
import platform
import re
from collections.abc import Sequence
from importlib import metadata

from skmlib.pipeline.freshness import shorten
from skmlib.survey.provenance import loaded_library_files, read_versions

DIFFERENCES_SHOWN = 4
NANNY = "berjalan di bawah 'nanny' dari Dask, yang melarang proses baru; jalankan dengan 'skm worker'"

_PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Machine:
    """What a process would make reports with.

    Attributes
    ----------
    needed : dict
        Must be equal: system, files of the library (hashes), versions of what shapes figures and pages.
    packages : dict
        Versions of further packages, of those it has.
    can_fork : bool
        Whether it may start processes of its own.
    """

    needed: dict[str, str]
    packages: dict[str, str]
    can_fork: bool


def locked_packages(lock: str) -> tuple[str, ...]:
    """Name the packages that a lock file pins.

    Examples
    --------
    >>> locked_packages("# made by uv" + chr(10) + "numpy==2.4.6" + chr(10) + "    --hash=sha256:00" + chr(10))
    ('numpy',)
    """
    return tuple(_PINNED.findall(lock))


def describe_machine(packages: Sequence[str]) -> Machine:
    """Describe the machine and the process that calls this.

    Parameters
    ----------
    packages : sequence of str
        Names of packages to look up.

    Returns
    -------
    Machine
    """
    system = {"sistem": f"{platform.system()} {platform.machine()}"}
    library = {f"skmlib/{name}": content for name, content in shorten(loaded_library_files()).items()}
    versions = {}
    for name in packages:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return Machine(system | read_versions() | library, versions, not multiprocessing.current_process().daemon)


def differences(own: Machine, other: Machine) -> tuple[str, ...]:
    """Say in what another machine differs from one's own, in Indonesian.

    Parameters
    ----------
    own, other : Machine
        Both.

    Returns
    -------
    tuple of str
        Empty when it would make the same bytes.

    Examples
    --------
    >>> one = Machine({"python": "3.11.7"}, {"idna": "3.10", "jedi": "0.19"}, can_fork=True)
    >>> differences(one, Machine({"python": "3.12.1"}, {"idna": "3.11"}, can_fork=True))
    ('python 3.12.1 (di sini 3.11.7)', 'idna 3.11 (di sini 3.10)')
    """
    needed = [(name, own.needed.get(name), other.needed.get(name)) for name in sorted({*own.needed, *other.needed})]
    both = [(name, own.packages[name], other.packages[name]) for name in own.packages if name in other.packages]
    told = {
        name: f"{name} {theirs or '-'} (di sini {ours or '-'})"
        for name, ours, theirs in needed + both
        if ours != theirs
    }
    return (*(() if other.can_fork else (NANNY,)), *told.values())


def tell_differences(told: Sequence[str]) -> str:
    """Put differences into one line, the first few when there are many.

    Examples
    --------
    >>> tell_differences(["a", "b", "c", "d", "e", "f"])
    'a, b, c, d, dan 2 perbedaan lain'
    """
    more = len(told) - DIFFERENCES_SHOWN
    return ", ".join(told[:DIFFERENCES_SHOWN]) + (f", dan {more} perbedaan lain" if more > 0 else "")
