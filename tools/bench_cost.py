"""What a command costs: wall time, processor time and memory of all the processes it starts, also of those it leaves behind.

A build's jobs are forked by a server that nobody waits for, so their times would be lost with it. Linux gives such orphans to
the nearest process that asks for them: this one does, and waits for each. Memory is the proportional set size (PSS) of all
these processes together, in which a page that several share counts once; it is looked at every 50 ms, or less often where a
look takes so long that looking would cost more than a twentieth of a core.
"""

from __future__ import annotations

import ctypes
import dataclasses
import os
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import psutil

INTERVAL = 0.05
LOOKING_SHARE = 1 / 20
MB = 1e6
PR_SET_CHILD_SUBREAPER = 36
ORPHANS_END_WITHIN = 20
# Where bytecode is not kept, an editable package compiles itself at every start, which no user's machine does.
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


@dataclasses.dataclass(frozen=True)
class Cost:
    """What one run of a command cost.

    Attributes
    ----------
    seconds : float
        Until the command ended.
    cpu : float
        Processor seconds, user and system, of all processes.
    own_cpu : float
        Those of the command itself and the processes it waited for: without the jobs of a build.
    peak_mb : float
        Highest sum of the proportional set sizes.
    largest_mb : float
        Highest resident set size of a single process.
    """

    seconds: float
    cpu: float
    own_cpu: float
    peak_mb: float
    largest_mb: float


@dataclasses.dataclass(frozen=True)
class Series:
    """Runs of one command over equally many reports each; figures are medians of the runs, for one report where it says so."""

    name: str
    reports: int
    runs: tuple[Cost, ...]

    @property
    def seconds(self) -> float:
        """Wall seconds of a run."""
        return self._median("seconds")

    @property
    def seconds_each(self) -> float:
        """Wall seconds for a report."""
        return self.seconds / self.reports

    @property
    def cpu(self) -> float:
        """Processor seconds of a run."""
        return self._median("cpu")

    @property
    def cpu_each(self) -> float:
        """Processor seconds for a report."""
        return self.cpu / self.reports

    @property
    def own_cpu(self) -> float:
        """Processor seconds of the command itself."""
        return self._median("own_cpu")

    @property
    def peak_mb(self) -> float:
        """Highest memory of all runs."""
        return max(run.peak_mb for run in self.runs)

    @property
    def largest_mb(self) -> float:
        """Largest process of all runs."""
        return max(run.largest_mb for run in self.runs)

    def as_dict(self) -> dict[str, object]:
        """Give the figures and the runs for `bench.json`."""
        names = ("seconds", "seconds_each", "cpu", "cpu_each", "own_cpu", "peak_mb", "largest_mb")
        return dataclasses.asdict(self) | {name: getattr(self, name) for name in names}

    def _median(self, name: str) -> float:
        """Give the median of a figure over the runs."""
        return statistics.median(getattr(run, name) for run in self.runs)


class _Watch(threading.Thread):
    """Looks at the memory of all descendants of this process until told to stop."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._over = threading.Event()
        self.peak = 0

    def run(self) -> None:
        """Look every 50 ms, or as often as it may cost."""
        own = psutil.Process()
        pause = INTERVAL
        while not self._over.wait(pause):
            began = time.thread_time()
            self.peak = max(self.peak, sum(map(_pss, own.children(recursive=True))))
            pause = max(INTERVAL, (time.thread_time() - began) / LOOKING_SHARE)

    def end(self) -> int:
        """Stop, and give the highest sum."""
        self._over.set()
        self.join()
        return self.peak


def user_environment() -> dict[str, str]:
    """Give the variables of this process, without the one that keeps bytecode from being kept."""
    return {name: value for name, value in os.environ.items() if name != NO_BYTECODE}


def measure(command: Sequence[str], *, cwd: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command and measure it and all it starts.

    Parameters
    ----------
    command : sequence of str
        The command.
    cwd : Path
        Where it runs.
    environment : mapping, optional
        Variables beside those of this process.

    Returns
    -------
    Cost

    Raises
    ------
    ClickException
        When the command fails, with the end of what it said, or leaves processes behind that do not end.
    """
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        watch = _Watch()
        watch.start()
        began = time.perf_counter()
        variables = user_environment() | (environment or {})
        process = subprocess.Popen(command, cwd=cwd, env=variables, stdout=said, stderr=said, stdin=subprocess.DEVNULL)
        usages, seconds = _wait_for_all(process, began)
        peak = watch.end()
        if process.returncode:
            said.seek(0)
            told = said.read()[-3000:]
            raise click.ClickException(f"{' '.join(command)}: status {process.returncode}, expected 0.\n{told}")
    return Cost(
        seconds=seconds,
        cpu=sum(usage.ru_utime + usage.ru_stime for usage in usages.values()),
        own_cpu=usages[process.pid].ru_utime + usages[process.pid].ru_stime,
        peak_mb=peak / MB,
        largest_mb=max(usage.ru_maxrss for usage in usages.values()) * 1024 / MB,
    )


def _wait_for_all(process: subprocess.Popen[bytes], began: float) -> tuple[dict[int, object], float]:
    """Wait for a command and for what it leaves behind; give what each used, and the seconds until the command ended."""
    usages: dict[int, object] = {}
    seconds = 0.0
    while True:
        try:
            pid, status, usage = os.wait4(-1, os.WNOHANG if seconds else 0)
        except ChildProcessError:
            return usages, seconds
        if pid:
            usages[pid] = usage
        if pid == process.pid:
            seconds = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
        elif not pid:
            if time.perf_counter() - began > seconds + ORPHANS_END_WITHIN:
                left = [child.name() for child in psutil.Process().children(recursive=True)]
                raise click.ClickException(
                    f"{process.args}: still running {ORPHANS_END_WITHIN} s after it ended: {left}."
                )
            time.sleep(INTERVAL)


def _pss(process: psutil.Process) -> int:
    """Give the proportional set size of a process in bytes; nought when it has just ended."""
    try:
        return process.memory_full_info().pss
    except psutil.Error:
        return 0
