"""How long a cell may run. When its time is over, the cell raises where it stands, and its traceback shows that place.

The alarm is a signal, which also interrupts waiting: sleep, sockets, child processes. It is no `Exception`, so that a cell that
catches those does not go on, and it is repeated for one that catches everything. A call into C that never returns to Python
cannot be interrupted from within: the limit of the job ends it (`processes.py`).
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

REPEAT = 5.0
# Windows has no alarm; there a thread raises the signal of Ctrl-C, which wakes the main thread too.
ALARM = getattr(signal, "SIGALRM", None)


class CellTimeout(BaseException):
    """A cell ran longer than it may."""


@contextlib.contextmanager
def limit_cell(seconds: float | None) -> Iterator[None]:
    """Interrupt what runs inside when it takes too long.

    Parameters
    ----------
    seconds : float or None
        What it may take; none when there is no limit.

    Raises
    ------
    CellTimeout
        Inside, where the code stands when the time is over.
    ValueError
        When this is not the main thread, which alone can be interrupted.
    """
    if seconds is None:
        yield
        return

    def interrupt(number: int, frame: FrameType | None) -> None:
        __tracebackhide__ = True  # the cell's own place is what matters
        raise CellTimeout(f"sel berjalan lebih lama dari batas {seconds:g} detik")

    number = signal.SIGINT if ALARM is None else ALARM
    former = signal.signal(number, interrupt)
    try:
        with _timer(seconds) if ALARM is None else _alarm(seconds):
            yield
    finally:
        signal.signal(number, former)


def stop_alarm() -> None:
    """Interrupt no more: the cell has ended, and what it raised is being written down."""
    if ALARM is not None:
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Let the system send the signal."""
    signal.setitimer(signal.ITIMER_REAL, seconds, REPEAT)
    try:
        yield
    finally:
        stop_alarm()


@contextlib.contextmanager
def _timer(seconds: float) -> Iterator[None]:
    """Let a thread send the signal."""
    timer = threading.Timer(seconds, signal.raise_signal, (signal.SIGINT,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
