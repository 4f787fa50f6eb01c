"""The kernel's own shell, for a process without a kernel: what it would send is recorded (`recorder.py`)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NoReturn

from ipykernel.compiler import XCachingCompiler
from ipykernel.jsonutil import json_clean
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from nbformat import NotebookNode
from nbformat.v4 import new_output
from traitlets import Instance, Type

from skmlib.pipeline.cell_limit import stop_alarm
from skmlib.pipeline.recorder import Recorder

CELLS = Path("/ipykernel")
NO_EXIT = "exit() dan quit() tidak dapat dipakai: laporan harus dijalankan sampai akhir"


def _make_output(kind: str, data: dict[str, Any], metadata: dict[str, Any], **more: Any) -> NotebookNode:
    """Make an output. One that has only text is valid as it is; checking it takes longer than many a cell."""
    if not all(isinstance(value, str) for value in data.values()):
        return new_output(kind, data=data, metadata=metadata, **more)
    output = NotebookNode(output_type=kind)
    output.update(data=data, metadata=metadata, **more)
    return output


class RecordingPublisher(DisplayPublisher):
    """Publishes displays into the recorder."""

    recorder = Instance(Recorder)

    def publish(
        self,
        data: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        *args: Any,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **kwargs: Any,
    ) -> None:
        """Record a display, or update those with its id."""
        self._validate_data(data, metadata)
        output = _make_output("display_data", json_clean(data), json_clean(metadata or {}))
        record = self.recorder.update if update else self.recorder.add
        record(output, display_id=(transient or {}).get("display_id"))

    def clear_output(self, wait: bool = False) -> None:
        """Clear the outputs of the cell."""
        self.recorder.clear(wait=wait)


class RecordingHook(DisplayHook):
    """Shows the value of a cell's last expression by recording it."""

    recorder = Instance(Recorder)

    def write_output_prompt(self) -> None:
        """Write no prompt: the output carries its number."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        """Record the value in every form it has."""
        if format_dict:
            count = self.prompt_count
            self.recorder.add(
                _make_output("execute_result", json_clean(format_dict), md_dict or {}, execution_count=count)
            )


class CellCompiler(XCachingCompiler):
    """Compiles cells under the kernel's names for them, without the process in these names."""

    def get_code_name(self, raw_code: str, code: str, number: int) -> str:
        """Name a cell by its code."""
        return str(CELLS / Path(super().get_code_name(raw_code, code, number)).name)


class RecordingZMQShell(ZMQInteractiveShell):
    """The kernel's shell, recording instead of sending. Libraries look for ZMQ in its name to know a notebook."""

    display_pub_class = Type(RecordingPublisher)
    displayhook_class = Type(RecordingHook)
    compiler_class = Type(CellCompiler)
    recorder = Instance(Recorder, ())

    def init_display_pub(self) -> None:
        """Give the publisher the recorder."""
        super().init_display_pub()
        self.display_pub.recorder = self.recorder

    def init_displayhook(self) -> None:
        """Give the hook the recorder."""
        super().init_displayhook()
        self.displayhook.recorder = self.recorder

    def init_history(self) -> None:
        """Keep the history in memory: no file is read or written."""
        self.config.HistoryManager.enabled = False
        super().init_history()

    def enable_gui(self, gui: str | None = None) -> None:
        """Start no window system: figures are shown inline."""

    def ask_exit(self) -> NoReturn:
        """Refuse to end the process in the middle of a report."""
        raise SystemExit(NO_EXIT)

    def showtraceback(self, *args: Any, **kwargs: Any) -> None:
        """Write down what a cell raised, without being interrupted in that."""
        stop_alarm()
        super().showtraceback(*args, **kwargs)

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        """Record an error."""
        if self.recorder.is_forked:
            sys.stderr.write("\n".join([*stb, ""]))
            return
        self.recorder.add_error(etype.__name__, str(evalue), list(stb))
