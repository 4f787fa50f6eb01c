"""How reports are built: on which machine or cluster, in which forms, and how long a cell and a report may take."""

from __future__ import annotations

import dataclasses
import os

from skmlib.pipeline.report_jobs import FORMS

CELL_LIMIT = 300
REPORT_LIMIT = 900


def count_cores() -> int:
    """Count the processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclasses.dataclass(frozen=True)
class Settings:
    """How reports are built.

    Attributes
    ----------
    jobs : int
        Processes at a time on this machine.
    forms : tuple of str
        `"html"`, `"pdf"` and perhaps `"docx"`.
    force : bool
        Whether current reports are built too.
    cell_limit, report_limit : int
        Seconds that a cell and a process may take.
    scheduler : str or None
        Address of the Dask scheduler whose workers build, such as `"tcp://10.0.0.5:8786"`; None for this machine.
    """

    jobs: int = dataclasses.field(default_factory=count_cores)
    forms: tuple[str, ...] = FORMS
    force: bool = False
    cell_limit: int = CELL_LIMIT
    report_limit: int = REPORT_LIMIT
    scheduler: str | None = None
