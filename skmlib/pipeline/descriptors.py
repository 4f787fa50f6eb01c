"""What is written past Python's streams while a cell runs: by C code, by child processes, to `sys.__stdout__`.

For the time of a cell the process's standard descriptors are pipes, and what comes out of them is recorded before the next
display, result or error and at the end of the cell, so that equal runs give equal outputs. A thread empties the pipes
meanwhile, or the cell would wait for ever; it keeps no more than is recorded. Standard input is empty. Child processes that
outlive their cell write on into the next one's output.
"""

from __future__ import annotations

import contextlib
import os
import select
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from skmlib.pipeline.recorder import DESCRIPTORS, TEXT_LIMIT, Recorder

CHUNK = 65_536
KEPT = 4 * TEXT_LIMIT  # a letter has up to four bytes
MOST_CHUNKS = 64  # a pipe holds fewer; more is written by a process that does not stop


class Descriptors:
    """The pipes of one notebook. Windows has none: there, child processes write where this process does."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._lock = threading.Lock()
        self._kept = {name: bytearray() for name in DESCRIPTORS}
        self._readers, self._writers = {}, {}
        if sys.platform != "win32":
            for name in DESCRIPTORS:
                self._readers[name], self._writers[name] = os.pipe()
            threading.Thread(target=self._empty, daemon=True).start()

    def close(self) -> None:
        """Write no more; what child processes still write is thrown away."""
        for writer in self._writers.values():
            os.close(writer)

    @contextlib.contextmanager
    def recorded(self) -> Iterator[None]:
        """Record what is written to the descriptors inside."""
        _flush()
        with contextlib.ExitStack() as stack, Path(os.devnull).open("rb") as nothing:
            if self._writers:
                _redirect(stack, 0, nothing.fileno())
            for name, writer in self._writers.items():
                _redirect(stack, DESCRIPTORS[name], writer)
            self._recorder.before_output = self._record
            try:
                yield
            finally:
                self._record()

    def _empty(self) -> None:
        """Take what comes, as long as anybody can write."""
        while self._readers:
            select.select(list(self._readers.values()), [], [])
            with self._lock:
                self._take()

    def _take(self) -> bool:
        """Take what is in the pipes; tell whether there was anything."""
        ready = select.select(list(self._readers.values()), [], [], 0)[0]
        for name, reader in list(self._readers.items()):
            if reader in ready:
                chunk = os.read(reader, CHUNK)
                room = KEPT - len(self._kept[name])
                self._kept[name] += chunk[: max(0, room)]
                if not chunk:
                    os.close(self._readers.pop(name))
        return bool(ready)

    def _record(self) -> None:
        """Record what has been written so far."""
        _flush()
        with self._lock:
            for _ in range(MOST_CHUNKS):
                if not self._readers or not self._take():
                    break
            written = {name: kept.decode(errors="replace") for name, kept in self._kept.items() if kept}
            for kept in self._kept.values():
                kept.clear()
        for name, text in written.items():
            self._recorder.write(name, text)


def _redirect(stack: contextlib.ExitStack, number: int, target: int) -> None:
    """Let a descriptor be another one until the stack is left."""
    former = os.dup(number)
    stack.callback(os.close, former)
    stack.callback(os.dup2, former, number)
    os.dup2(target, number)


def _flush() -> None:
    """Write what Python still holds."""
    for stream in (sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(Exception):
            stream.flush()
