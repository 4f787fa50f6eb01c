"""What is said when reports cannot be made: the data, a cell, the disk, a process, or the program itself."""

from __future__ import annotations

import errno
import shutil
import traceback
from pathlib import Path

from skmlib.pipeline.events import Failed
from skmlib.pipeline.processes import JobDied, JobFailed, JobTimeout
from skmlib.problems import DataError, Problem

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


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
    from skmlib.pipeline.execution import ExecutionError

    if isinstance(error, ExecutionError):
        kept = _keep(error.notebook, keep)
        notebook = kept.relative_to(root).as_posix() if kept else ""
        return Failed(report, f"Gagal di {error}", error.traceback, notebook)
    if isinstance(error, DataError | JobDied | JobTimeout):
        return Failed(report, str(error))
    if isinstance(error, OSError) and error.errno in FULL | REFUSED:
        return Failed(report, str(DataError([explain_disk(error, root=root)])))
    if isinstance(error, JobFailed):
        return Failed(report, "Kesalahan program.", str(error))
    return Failed(report, f"Kesalahan program: {error!r}", "".join(traceback.format_exception(error)))


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


def _keep(notebook: Path, folder: Path) -> Path | None:
    """Keep a failed notebook for reading, where the disk lets us."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy2(notebook, folder / notebook.name))
    except OSError:
        return None
