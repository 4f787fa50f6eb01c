"""A job, what becomes of it, and the process in which it runs, as its parent sees it.

The job tells events and its result over one pipe. Over another, its supervisor tells that it and all it started have ended
(`job_process.py`); a process without supervisor just lets go of it. Nothing else is asked of the system, so a job is not lost
when the process that forked it is.
"""

from __future__ import annotations

import contextlib
import dataclasses
import math
import multiprocessing
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any

from skmlib.pipeline.job_errors import JobFailed, died, took_too_long
from skmlib.pipeline.job_process import run_alone, supervise

GRACE = 10.0  # seconds that a supervisor may take to end a job before it is ended itself


class Place(str):
    """Where in a stage a job stands: told in case it ends there, and passed on to nobody."""


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


class RunningJob:
    """A job in its process."""

    def __init__(self, job: Job, context: multiprocessing.context.BaseContext, *, is_supervised: bool) -> None:
        self.job = job
        self._is_supervised = is_supervised
        self._stage, self._place = "", ""
        self._outcome: Outcome | None = None
        (self._pipe, its_pipe), (self._control, its_control) = context.Pipe(duplex=False), context.Pipe()
        main = supervise if is_supervised else run_alone
        self._process = context.Process(target=main, args=(its_pipe, its_control, job.function, job.args), daemon=False)
        with its_pipe, its_control:
            self._process.start()
        self.deadline = math.inf if job.limit is None else time.monotonic() + job.limit

    @property
    def ends(self) -> list[Connection]:
        """Where something may come from."""
        return [end for end in (self._control, self._pipe) if not end.closed]

    def attend(self, on_event: Callable[[Job, Any], None]) -> Outcome | None:
        """Hear what the job tells; give its outcome when it and all it started have ended, or must.

        Parameters
        ----------
        on_event : callable
            Called with the job and what it tells.

        Returns
        -------
        Outcome or None
            None while it runs.
        """
        is_over = self._control.poll()  # asked first: what it sent before it ended is then in the pipe
        for event in self._hear():
            on_event(self.job, event)
        if not is_over and time.monotonic() < self.deadline:
            return None
        code, output = self.end()
        where = ", ".join(filter(None, (self._stage, self._place)))
        if self._outcome is not None:
            return self._outcome
        if is_over:
            return Outcome(self.job, error=died(code, stage=where, output=output))
        return Outcome(self.job, error=took_too_long(self.job.limit, stage=where))

    def end(self) -> tuple[int, str]:
        """End the job and all it has started, unless they have ended.

        Returns
        -------
        tuple
            Its exit code, and the beginning of what it wrote.
        """
        with contextlib.suppress(OSError):
            self._control.send("end")
        if not self._is_supervised or not self._control.poll(GRACE):
            self._process.kill()
        try:
            code, output = self._control.recv()
        except (EOFError, OSError):
            code, output = None, ""
        self._process.join()
        self._control.close()
        self._pipe.close()
        return self._process.exitcode if code is None else code, output

    def _hear(self) -> Iterator[Any]:
        """Give the events that the job has told, and keep its result."""
        while not self._pipe.closed and self._pipe.poll():
            try:
                kind, value = self._pipe.recv()
            except (EOFError, OSError):
                self._pipe.close()
            except Exception as error:  # what it sent cannot be read here
                self._outcome = Outcome(self.job, error=JobFailed(repr(error)))
                self._pipe.close()
            else:
                if kind != "event":
                    self._outcome = Outcome(self.job, **{kind: value})
                elif isinstance(value, Place):
                    self._place = value
                else:
                    if isinstance(value, str):
                        self._stage, self._place = value, ""
                    yield value
