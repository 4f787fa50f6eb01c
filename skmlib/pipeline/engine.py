"""The papermill engine `skm`: a notebook's cells run in this very process, in its own IPython shell.

No kernel is started and nothing is sent over sockets, which is most of the time a short notebook takes. What a kernel would
send is recorded in its place: streams, displays and their updates, results and errors, in the order in which they came. The
process is meant to be fresh and used for one notebook, since a shell shares everything with its process. The stock engine
stays the reference: a test compares what both give. Streams keep their order, and warnings name no process, unlike a kernel's.
"""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from nbformat.v4 import new_output
from papermill.engines import Engine, NotebookExecutionManager
from traitlets import Instance, Type

STREAM_LIMIT = 2_000_000
CUT = f"\n[keluaran dipotong: lebih dari {STREAM_LIMIT} huruf]\n"


class Recorder:
    """The outputs of the cell that runs, and where the displays of all cells stand.

    Text of one stream that follows on itself is one output; it is cut at a limit and says so.
    """

    def __init__(self) -> None:
        self.outputs: list[NotebookNode] = []
        self._displays: dict[str, list[NotebookNode]] = {}
        self._clear_next = False

    def begin(self) -> list[NotebookNode]:
        """Record into the outputs of the next cell, and give them."""
        self.outputs, self._clear_next = [], False
        return self.outputs

    def add(self, output: NotebookNode, *, display_id: str | None = None) -> None:
        """Record an output; one with an id can be updated later."""
        self._clear_if_asked()
        self.outputs.append(output)
        if display_id:
            self._displays.setdefault(display_id, []).append(output)

    def update(self, output: NotebookNode, *, display_id: str | None) -> None:
        """Give every display with an id new contents, in whatever cell it stands."""
        for shown in self._displays.get(display_id, []):
            shown["data"], shown["metadata"] = output["data"], output["metadata"]

    def write(self, name: str, text: str) -> None:
        """Record text of a stream."""
        self._clear_if_asked()
        last = self.outputs[-1] if self.outputs else None
        if last is None or last["output_type"] != "stream" or last["name"] != name:
            last = new_output("stream", name=name, text="")
            self.outputs.append(last)
        room = STREAM_LIMIT - len(last["text"])
        if room > 0:
            last["text"] += text if len(text) <= room else text[:room] + CUT

    def clear(self, *, wait: bool) -> None:
        """Drop what the cell has shown so far, now or when the next output comes."""
        self._clear_next = True
        if not wait:
            self._clear_if_asked()

    def _clear_if_asked(self) -> None:
        """Drop the outputs when that was asked for."""
        if self._clear_next:
            self.outputs.clear()
            self._clear_next = False


class Stream(io.TextIOBase):
    """A standard stream that is recorded."""

    encoding = "utf-8"

    def __init__(self, recorder: Recorder, name: str) -> None:
        self._recorder, self._name = recorder, name

    def write(self, text: str) -> int:
        """Record text."""
        if text:
            self._recorder.write(self._name, text)
        return len(text)


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
        output = new_output("display_data", data=data, metadata=metadata or {})
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
        shown = {"data": format_dict, "metadata": md_dict or {}, "execution_count": self.prompt_count}
        self.recorder.add(new_output("execute_result", **shown))

    def finish_displayhook(self) -> None:
        """Write no separator after the value."""
        self._is_active = False


class RecordingShell(InteractiveShell):
    """An IPython shell that records what its cells show."""

    display_pub_class = Type(RecordingPublisher)
    displayhook_class = Type(RecordingHook)
    recorder = Instance(Recorder, ())

    def init_display_pub(self) -> None:
        """Give the publisher the recorder."""
        self.display_pub = self.display_pub_class(parent=self, shell=self, recorder=self.recorder)
        self.configurables.append(self.display_pub)

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

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        """Record an error."""
        self.recorder.add(new_output("error", ename=etype.__name__, evalue=str(evalue), traceback=list(stb)))


class SkmEngine(Engine):
    """Runs the cells of a notebook in this process."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: NotebookExecutionManager, kernel_name: str, **kwargs: Any) -> None:
        """Run all cells; stop at the first that raises, as the stock engine does.

        Parameters
        ----------
        nb_man : NotebookExecutionManager
            papermill's keeper of the notebook.
        kernel_name : str
            Not used: the kernel is this process.
        **kwargs
            Not used: the other options of papermill's engines are for kernels.
        """
        shell = RecordingShell.instance()
        shell.reset(new_session=True)
        out, err = (Stream(shell.recorder, name) for name in ("stdout", "stderr"))
        with redirect_stdout(out), redirect_stderr(err):
            for index, cell in enumerate(nb_man.nb.cells):
                nb_man.cell_start(cell, index)
                raised = cell.cell_type == "code" and cell.source.strip() and not _run(shell, cell)
                if raised:
                    nb_man.cell_exception(cell, cell_index=index)
                nb_man.cell_complete(cell, cell_index=index)
                if raised:
                    return


def _run(shell: RecordingShell, cell: NotebookNode) -> bool:
    """Run one cell into its outputs; tell whether it did not raise."""
    cell.outputs = shell.recorder.begin()
    result = shell.run_cell(cell.source, store_history=True)
    cell.execution_count = shell.execution_count - 1
    return bool(result.success) and not any(output.output_type == "error" for output in cell.outputs)
