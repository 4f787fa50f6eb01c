"""What a cell shows: text of its streams, displays and their updates, results and errors, in the order in which they came.

A cell can print or display without end, so what is kept is bounded. Text beyond a limit is cut, and says so at its end. A
display beyond a limit is refused with an error in the cell: a report must not lose a table or figure in silence.
"""

from __future__ import annotations

import io
import json
import os
import re
import threading
from collections.abc import Callable

from nbformat import NotebookNode
from nbformat.v4 import new_output

TEXT_LIMIT = 2_000_000
PART_LIMIT = 1_000
DISPLAY_LIMIT = 64_000_000
CUT = f"\n[keluaran dipotong: lebih dari {TEXT_LIMIT} huruf]\n"
PARTS_CUT = f"\n[keluaran dipotong: lebih dari {PART_LIMIT} bagian]\n"
TOO_MUCH = (
    f"keluaran terlalu besar: notebook ini menampilkan lebih dari {DISPLAY_LIMIT} huruf,"
    f" atau satu sel lebih dari {PART_LIMIT} bagian; tampilkan lebih sedikit."
)
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
DESCRIPTORS = {"stdout": 1, "stderr": 2}


class OutputLimit(Exception):
    """A notebook displays more than a reader could open."""


class Recorder:
    """The outputs of the cell that runs, and where the displays of all cells stand.

    Text of one stream that follows on itself is one output. Threads of a cell may write at the same time.

    Attributes
    ----------
    outputs : list of NotebookNode
        Those of the cell so far; text that is still being written comes when it is complete.
    before_output : callable
        Called before anything but text is recorded, to record what comes before it.
    """

    def __init__(self) -> None:
        self.outputs: list[NotebookNode] = []
        self.before_output: Callable[[], None] = lambda: None
        self._pid = os.getpid()
        self._lock = threading.RLock()
        self._displays: dict[str, list[NotebookNode]] = {}
        self._displayed = 0
        self._begin_cell()

    def begin(self) -> list[NotebookNode]:
        """Record into the outputs of the next cell, and give them."""
        with self._lock:
            self.outputs = []
            self._begin_cell()
        return self.outputs

    def end(self) -> None:
        """Complete the outputs of the cell."""
        with self._lock:
            self._end_text()

    @property
    def is_forked(self) -> bool:
        """Whether this is a process that a cell has forked: what it shows cannot be recorded here."""
        return os.getpid() != self._pid

    def add(self, output: NotebookNode, *, display_id: str | None = None) -> None:
        """Record an output; one with an id is updated by all that follow with that id."""
        self.before_output()
        with self._lock:
            self._clear_if_asked()
            size = _size_of(output)
            if self._displayed + size > DISPLAY_LIMIT or len(self.outputs) >= PART_LIMIT:
                raise OutputLimit(TOO_MUCH)
            self.update(output, display_id=display_id)
            self._end_text()
            self._displayed += size
            self._of_cell += size
            self.outputs.append(output)
            if display_id:
                self._displays.setdefault(display_id, []).append(output)

    def update(self, output: NotebookNode, *, display_id: str | None) -> None:
        """Give every display with an id new contents, in whatever cell it stands."""
        if _size_of(output) > DISPLAY_LIMIT:
            raise OutputLimit(TOO_MUCH)
        with self._lock:
            for shown in self._displays.get(display_id, []):
                shown["data"], shown["metadata"] = output["data"], output["metadata"]

    def add_error(self, name: str, value: str, traceback: list[str]) -> None:
        """Record what a cell raised, in whatever place there is."""
        self.before_output()
        with self._lock:
            self._clear_if_asked()
            self._end_text()
            lines = [_shorten(line) for line in traceback]
            self.outputs.append(new_output("error", ename=name, evalue=_shorten(value), traceback=lines))

    def write(self, name: str, text: str) -> None:
        """Record text of a stream."""
        with self._lock:
            self._clear_if_asked()
            if not self._is_cut and self._stream != name:
                self._begin_text(name)
            if self._is_cut:
                return
            self._is_cut = len(text) > self._room
            self._text.write(text[: self._room] + CUT if self._is_cut else text)
            self._room -= len(text)

    def clear(self, *, wait: bool) -> None:
        """Drop what the cell has shown so far, now or when the next output comes."""
        with self._lock:
            self._clear_next = True
            if not wait:
                self._clear_if_asked()

    def _begin_cell(self) -> None:
        """Forget what was counted and asked for in the cell before."""
        self._stream, self._text = "", io.StringIO()
        self._room, self._is_cut, self._of_cell, self._clear_next = TEXT_LIMIT, False, 0, False

    def _begin_text(self, name: str) -> None:
        """Begin an output for text of another stream, unless there are too many."""
        self._end_text()
        self._stream, self._text = name, io.StringIO()
        self.outputs.append(new_output("stream", name=name, text=""))
        if len(self.outputs) >= PART_LIMIT:
            self._text.write(PARTS_CUT)
            self._is_cut = True

    def _end_text(self) -> None:
        """Put the text that was written so far into its output."""
        if self._stream:
            self.outputs[-1]["text"] = _printable(self._text.getvalue())
            self._stream = ""

    def _clear_if_asked(self) -> None:
        """Drop the outputs when that was asked for."""
        if self._clear_next:
            self.outputs.clear()
            self._displayed -= self._of_cell
            self._begin_cell()


class Stream(io.TextIOBase):
    """A standard stream that is recorded. In a process that a cell has forked it is the descriptor of that stream."""

    encoding = "UTF-8"
    errors = "replace"

    def __init__(self, recorder: Recorder, name: str) -> None:
        self._recorder, self.name = recorder, name

    def fileno(self) -> int:
        """Give the descriptor, which is recorded too while a cell runs."""
        return DESCRIPTORS[self.name]

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, text: str) -> int:
        """Record text."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if self._recorder.is_forked:
            os.write(self.fileno(), text.encode(errors="replace"))
        elif text:
            self._recorder.write(self.name, text)
        return len(text)


def _size_of(output: NotebookNode) -> int:
    """Count the letters of an output in all its forms."""
    values = output["data"].values()
    return sum(len(value) if isinstance(value, str) else len(json.dumps(value)) for value in values)


def _printable(text: str) -> str:
    """Put the sign for what is no letter in place of halves of letters, which no file can hold."""
    return LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _shorten(text: str) -> str:
    """Cut the middle of a very long message."""
    limit, text = TEXT_LIMIT // 100, _printable(text)
    return text if len(text) <= 2 * limit else f"{text[:limit]} […] {text[-limit:]}"
