"""Jobs in fresh processes: each runs once, alone, in a process forked from one that has already imported what jobs need.

Python's forkserver makes the processes, with our preload (`preload.py`); where a system cannot fork, a new interpreter does. A
job tells events and its result over a pipe (`running_job.py`). There is no pool: a process that dies, hangs or floods its
output costs its own job only. When a job ends, everything it started ends with it, and when the parent dies, so do the jobs
(`job_process.py`).
"""

from __future__ import annotations

import math
import multiprocessing
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing.connection import wait
from typing import Any

from skmlib.pipeline.job_errors import JobDied, JobFailed, JobTimeout, not_started
from skmlib.pipeline.running_job import Job, Outcome, Place, RunningJob

__all__ = ["Job", "JobDied", "JobFailed", "JobTimeout", "Outcome", "Place", "run_jobs"]

PRELOAD = "skmlib.pipeline.preload"
HAS_FORK = sys.platform != "win32"
# One thread a process: a process with threads of its own cannot be forked, and results depend on nobody's number of cores.
# Figures of pyplot are shown in the notebook, as in a kernel; matplotlib must know before it is imported.
ENVIRONMENT = {
    **dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
}


def run_jobs(
    jobs: deque[Job],
    *,
    workers: int,
    on_event: Callable[[Job, Any], None] = lambda job, event: None,
    before_wait: Callable[[], None] = lambda: None,
) -> Iterator[Outcome]:
    """Run jobs, at most so many at a time, and give each outcome as it comes.

    Parameters
    ----------
    jobs : deque of Job
        In the order to begin; whoever consumes the outcomes may add more.
    workers : int
        Jobs at a time, 1 or more.
    on_event : callable
        Called with a job and what it tells.
    before_wait : callable
        Called when all that may run has begun: what it does takes time from no job.

    Yields
    ------
    Outcome
        One for each job. Closing the iterator ends the jobs that run.
    """
    context = _context()
    running: list[RunningJob] = []
    try:
        while jobs or running:
            while jobs and len(running) < workers:
                job = jobs.popleft()
                try:
                    running.append(RunningJob(job, context, is_supervised=HAS_FORK))
                except (OSError, EOFError) as error:
                    yield Outcome(job, error=not_started(error))
            before_wait()
            for one in _ready(running):
                outcome = one.attend(on_event)
                if outcome is not None:
                    running.remove(one)
                    yield outcome
    finally:
        for one in running:
            one.end()


def _context() -> multiprocessing.context.BaseContext:
    """Choose how processes are made, and what they have imported before they begin."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    context = multiprocessing.get_context("forkserver" if HAS_FORK else "spawn")
    if HAS_FORK:
        context.set_forkserver_preload([PRELOAD])
    return context


def _ready(running: list[RunningJob]) -> list[RunningJob]:
    """Wait until jobs tell something, end, or have taken too long; give those jobs."""
    first = min((one.deadline for one in running), default=0.0)
    timeout = None if first == math.inf else max(0.0, first - time.monotonic())
    told = set(wait([end for one in running for end in one.ends], timeout))
    now = time.monotonic()
    return [one for one in running if one.deadline <= now or not told.isdisjoint(one.ends)]
