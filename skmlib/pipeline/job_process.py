"""The process of one job, and the small process above it that ends all the job has started.

A cell may kill its own process, start others and let them go on by themselves. So where a system can fork, the job runs in a
child of a supervisor: when the job ends, however it ends, the supervisor ends what is left of it, and only then tells the
parent. On Linux whatever loses its parent becomes the supervisor's child (it is a subreaper), so a daemon that has left session
and process group is found too; elsewhere only the job's process group is. The supervisor goes with the parent, the job with the
supervisor. Where nothing can fork, the job runs alone, and a thread ends it when the parent is gone.
"""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import os
import pickle
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import IO, Any, NoReturn

from skmlib.pipeline.job_errors import JobFailed

IS_LINUX = sys.platform == "linux"
SET_DEATH_SIGNAL, SET_CHILD_SUBREAPER = 1, 36  # of prctl(2)
MOST_WRITTEN = 4_000


def supervise(pipe: Connection, control: Connection, function: Callable[..., Any], args: tuple[Any, ...]) -> NoReturn:
    """Run a job in a child process; end what it leaves behind, then tell its exit code and what it wrote.

    Parameters
    ----------
    pipe : Connection
        Takes what the job gives.
    control : Connection
        Takes the exit code; when anything comes from it, or its other end is gone, the job is ended.
    function : callable
        `function(tell, *args)`
    args : tuple
        Its arguments.
    """
    os.setsid()
    if IS_LINUX:
        ctypes.CDLL(None).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    former = signal.signal(signal.SIGCHLD, lambda number, frame: None)
    written = _redirect_output()
    supervisor = os.getpid()
    job = os.fork()
    if job == 0:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, former)
        for connection in (woken, wake):
            os.close(connection)
        control.close()
        _follow(supervisor)
        run_job(pipe, function, args)
    pipe.close()
    code = None
    while code is None and control not in wait([control, woken]):
        os.read(woken, MOST_WRITTEN)
        code = _reap(job)
    killed = _end_all(job)
    code = killed if code is None else code
    with contextlib.suppress(OSError):
        control.send((code, _read(written)))
    os._exit(0)


def run_alone(pipe: Connection, control: Connection, function: Callable[..., Any], args: tuple[Any, ...]) -> NoReturn:
    """Run a job in this process, which ends when the other end of `control` is gone.

    Parameters
    ----------
    pipe, control : Connection
        As for `supervise`.
    function : callable
        `function(tell, *args)`
    args : tuple
        Its arguments.
    """
    threading.Thread(target=_watch, args=(control,), daemon=True).start()
    _redirect_output()
    run_job(pipe, function, args)


def run_job(pipe: Connection, function: Callable[..., Any], args: tuple[Any, ...]) -> NoReturn:
    """Run a job, and send what it tells, gives or raises; then end the process, whatever threads there are.

    Parameters
    ----------
    pipe : Connection
        Takes it.
    function : callable
        `function(tell, *args)`
    args : tuple
        Its arguments.
    """
    process, lock = os.getpid(), threading.Lock()

    def send(kind: str, value: Any) -> None:
        with lock:
            pipe.send((kind, value))

    try:
        faulthandler.enable(os.dup(2))
        send("result", function(lambda event: send("event", event), *args))
    except BaseException as error:
        if os.getpid() == process:
            _send_error(send, error)
    finally:
        os._exit(0)


def _send_error(send: Callable[[str, Any], None], error: BaseException) -> None:
    """Send what a job raised, or its traceback when it cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))
        send("error", error)
    except Exception:
        send("error", JobFailed("".join(traceback.format_exception(error))))


def _redirect_output() -> IO[bytes]:
    """Let standard input be empty, and output go to a file: many jobs share one terminal, and it is not theirs."""
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    written = tempfile.TemporaryFile()
    for number in (1, 2):
        os.dup2(written.fileno(), number)
    return written


def _read(written: IO[bytes]) -> str:
    """Read the beginning of what was written: where it crashed."""
    written.seek(0)
    return written.read(MOST_WRITTEN).decode(errors="replace")


def _follow(supervisor: int) -> None:
    """Give the job a process group of its own, and let it end with its supervisor."""
    os.setsid()
    if IS_LINUX:
        ctypes.CDLL(None).prctl(SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != supervisor:
        os._exit(1)


def _reap(job: int) -> int | None:
    """Take leave of the children that have ended; give the exit code of the job if it is among them."""
    code = None
    with contextlib.suppress(ChildProcessError):
        while (ended := os.waitpid(-1, os.WNOHANG))[0]:
            code = os.waitstatus_to_exitcode(ended[1]) if ended[0] == job else code
    return code


def _end_all(job: int) -> int | None:
    """Kill the job and all it has started; give its exit code if it had not ended."""
    code = None
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(job, signal.SIGKILL)
    while True:
        for child in _children():
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        try:
            ended, status = os.waitpid(-1, 0)
        except ChildProcessError:
            return code
        code = os.waitstatus_to_exitcode(status) if ended == job else code


def _children() -> list[int]:
    """List the children of this process, where the system tells them."""
    try:
        return [int(number) for number in Path(f"/proc/self/task/{os.getpid()}/children").read_bytes().split()]
    except OSError:
        return []


def _watch(control: Connection) -> None:
    """End the process when the parent is gone."""
    with contextlib.suppress(EOFError, OSError):
        control.recv()
    os._exit(1)
