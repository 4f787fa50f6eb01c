"""What is said when reports cannot be made: the data, a cell, the disk, a process, a cluster, or the program itself."""

from __future__ import annotations

import dataclasses
import errno
import shutil
import traceback
from pathlib import Path

from skmlib.pipeline.events import Failed
from skmlib.pipeline.processes import JobDied, JobFailed, JobTimeout
from skmlib.problems import DataError, Problem

TOLD_MAX = 500  # letters of what an error says of itself; some hold the whole text they stumbled over
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class ClusterError(Exception):
    """A cluster cannot do what it was asked; the message is Indonesian."""


class FailedElsewhere(Exception):
    """The reports could not be made on another machine.

    Attributes
    ----------
    failed : Failed
        What that machine has told.
    notebook : Path or None
        The notebook that failed.
    """

    def __init__(self, failed: Failed, notebook: Path | None) -> None:
        super().__init__(failed.message)
        self.failed, self.notebook = failed, notebook


def explain_failure(report: str, error: BaseException, *, root: Path, keep: Path) -> Failed:
    """Say why the reports of a unit could not be made.

    Parameters
    ----------
    report : str
        Whose.
    error : BaseException
        What was raised.
    root : Path
        The project folder.
    keep : Path
        The folder in which a failed notebook is kept.

    Returns
    -------
    Failed
    """
    if isinstance(error, FailedElsewhere):
        return dataclasses.replace(error.failed, notebook=_keep(error.notebook, keep, root))
    if isinstance(error, ClusterError | DataError | JobTimeout):
        return Failed(report, str(error))
    if isinstance(error, JobDied):
        return Failed(report, str(error), error.output)
    if isinstance(error, OSError) and error.errno in FULL | REFUSED:
        return Failed(report, str(DataError([explain_disk(error, root=root)])))
    if isinstance(error, JobFailed):
        return Failed(report, "Kesalahan program.", str(error))
    from skmlib.pipeline.execution import ExecutionError  # brings papermill, so only where nothing else it can be

    if isinstance(error, ExecutionError):
        return Failed(report, f"Gagal di {error}", error.traceback, _keep(error.notebook, keep, root))
    told = repr(error)
    told = told if len(told) <= TOLD_MAX else f"{told[:TOLD_MAX]} …"
    return Failed(report, f"Kesalahan program: {told}", "".join(traceback.format_exception(error)))


def explain_disk(error: OSError, *, root: Path) -> Problem:
    """Say that the disk is full, or that a file or folder may not be written or read.

    Parameters
    ----------
    error : OSError
        What the system said.
    root : Path
        The project folder.

    Returns
    -------
    Problem
    """
    path = Path(error.filename) if error.filename else root
    berkas = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    if error.errno in FULL:
        return Problem(berkas, "tidak dapat ditulis karena disk penuh", "kosongkan tempat, lalu jalankan lagi")
    return Problem(
        berkas,
        f"tidak dapat dibuka atau ditulis ({error.strerror})",
        "periksa izin folder dan berkas ini, lalu jalankan lagi",
    )


def _keep(notebook: Path | None, folder: Path, root: Path) -> str:
    """Keep a failed notebook for reading, where there is one and the disk lets us; give its place in the project."""
    if notebook is None:
        return ""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy2(notebook, folder / notebook.name)).relative_to(root).as_posix()
    except OSError:
        return ""
