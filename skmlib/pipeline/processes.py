"""Jobs in fresh processes: each runs once, alone, in a process forked from one that has already imported what jobs need.

Python's forkserver makes the processes, with our preload (`preload.py`); where a system cannot fork, a new interpreter does. A
job tells events and its result over a pipe. There is no pool: a process that dies, hangs or floods its output costs its own job
only. When a job ends, everything it started ends with it, and when the parent dies, so do the jobs.
"""

from __future__ import annotations

import contextlib
import dataclasses
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any

PRELOAD = "skmlib.pipeline.preload"
HAS_FORK = sys.platform != "win32"
# One thread a process: a process with threads of its own cannot be forked, and results depend on nobody's number of cores.
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")

Tell = Callable[[Any], None]


class JobDied(Exception):
    """The process of a job ended without a result: it was killed, or ended itself."""


class JobTimeout(Exception):
    """A job took longer than it may."""


class JobFailed(Exception):
    """A job raised something that cannot be sent; the message is its traceback."""


@dataclasses.dataclass(frozen=True)
class Job:
    """A function to run in a process of its own.

    Attributes
    ----------
    key : object
        What the job is called.
    function : callable
        `function(tell, *args)`, importable; it may tell events.
    args : tuple
        Its arguments, which can be pickled.
    limit : float or None
        Seconds it may take.
    """

    key: Any
    function: Callable[..., Any]
    args: tuple[Any, ...] = ()
    limit: float | None = None


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What became of a job: its result, or what it raised."""

    job: Job
    result: Any = None
    error: BaseException | None = None


@dataclasses.dataclass
class _Running:
    """A job that runs."""

    job: Job
    process: multiprocessing.process.BaseProcess
    pipe: Connection
    deadline: float | None


def run_jobs(
    jobs: deque[Job], *, workers: int, on_event: Callable[[Job, Any], None] = lambda job, event: None
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

    Yields
    ------
    Outcome
        One for each job. Closing the iterator ends the jobs that run.
    """
    context = _context()
    running: list[_Running] = []
    try:
        while jobs or running:
            while jobs and len(running) < workers:
                running.append(_start(context, jobs.popleft()))
            for one in _ready(running):
                outcome = _listen(one, on_event)
                if outcome is not None:
                    running.remove(one)
                    yield outcome
    finally:
        for one in running:
            _end(one)


def _context() -> multiprocessing.context.BaseContext:
    """Choose how processes are made, and what they have imported before they begin."""
    for name, value in ONE_THREAD.items():
        os.environ.setdefault(name, value)
    context = multiprocessing.get_context("forkserver" if HAS_FORK else "spawn")
    if HAS_FORK:
        context.set_forkserver_preload([PRELOAD])
    return context


def _start(context: multiprocessing.context.BaseContext, job: Job) -> _Running:
    """Start the process of a job."""
    ours, theirs = context.Pipe()
    process = context.Process(target=_main, args=(theirs, job), daemon=False)
    process.start()
    theirs.close()
    return _Running(job, process, ours, None if job.limit is None else time.monotonic() + job.limit)


def _ready(running: list[_Running]) -> list[_Running]:
    """Wait until jobs tell something, end, or have taken too long; give those jobs."""
    deadlines = [one.deadline for one in running if one.deadline is not None]
    timeout = max(0.0, min(deadlines) - time.monotonic()) if deadlines else None
    told = set(map(id, wait([end for one in running for end in (one.pipe, one.process.sentinel)], timeout)))
    now = time.monotonic()
    is_ready = {id(one): id(one.pipe) in told or not one.process.is_alive() for one in running}
    return [one for one in running if is_ready[id(one)] or (one.deadline is not None and one.deadline <= now)]


def _listen(one: _Running, on_event: Callable[[Job, Any], None]) -> Outcome | None:
    """Hear what a job tells; give its outcome when it has ended or must."""
    is_over = not one.process.is_alive()  # asked first: what it sent before it ended is then in the pipe
    try:
        while one.pipe.poll():
            kind, value = one.pipe.recv()
            if kind == "event":
                on_event(one.job, value)
                continue
            _end(one)
            return Outcome(one.job, **{kind: value})
    except (EOFError, OSError, pickle.UnpicklingError):
        pass
    if one.deadline is not None and one.deadline <= time.monotonic():
        _end(one)
        return Outcome(one.job, error=JobTimeout(f"{one.job.key}: took longer than {one.job.limit:g} seconds."))
    if not is_over:
        return None
    code = one.process.exitcode
    _end(one)
    return Outcome(one.job, error=JobDied(f"{one.job.key}: its process ended without a result (exit code {code})."))


def _end(one: _Running) -> None:
    """End the process of a job and all it has started."""
    if HAS_FORK:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(one.process.pid, signal.SIGKILL)
    one.process.kill()
    one.process.join()
    one.pipe.close()


def _main(pipe: Connection, job: Job) -> None:
    """Run a job in its process, and send what it gives or raises."""
    if HAS_FORK:
        os.setsid()
    threading.Thread(target=_watch, args=(pipe,), daemon=True).start()
    lock = threading.Lock()

    def send(kind: str, value: Any) -> None:
        with lock:
            pipe.send((kind, value))

    try:
        send("result", job.function(lambda event: send("event", event), *job.args))
    except BaseException as error:
        _send_error(send, error)
    finally:
        # Threads that a job leaves behind must not keep its process.
        os._exit(0)


def _send_error(send: Callable[[str, Any], None], error: BaseException) -> None:
    """Send what a job raised, or its traceback when it cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))
        send("error", error)
    except Exception:
        send("error", JobFailed("".join(traceback.format_exception(error))))


def _watch(pipe: Connection) -> None:
    """End the process and all it has started when the parent is gone."""
    with contextlib.suppress(EOFError, OSError):
        pipe.recv()
    if HAS_FORK:
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
