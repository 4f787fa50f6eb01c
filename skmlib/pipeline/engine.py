"""The papermill engine `skm`: a notebook's cells run in this very process, in its own IPython shell.

No kernel is started and nothing is sent over sockets, which is most of the time a short notebook takes. The shell is the
kernel's own (`recording_shell.py`); what it would send is recorded instead (`recorder.py`), and so is what is written past
Python (`descriptors.py`). The process is meant to be fresh and used for one notebook, since a shell shares everything with
its process. The stock engine stays the reference: tests compare what both give. Streams keep their order, and warnings name no
process, unlike a kernel's.
"""

from __future__ import annotations

import builtins
import contextlib
import functools
import getpass
import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from IPython.core.error import StdinNotImplementedError
from nbformat import NotebookNode
from papermill.engines import Engine, NotebookExecutionManager

from skmlib.pipeline.cell_limit import CellTimeout, limit_cell
from skmlib.pipeline.descriptors import Descriptors
from skmlib.pipeline.recorder import Recorder, Stream
from skmlib.pipeline.recording_shell import RecordingZMQShell

NO_INPUT = "{} was called, but this frontend does not support input requests."
INLINE = "module://matplotlib_inline.backend_inline"


class SkmEngine(Engine):
    """Runs the cells of a notebook in this process."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        execution_timeout: float | None = None,
        on_cell: Callable[[str], None] | None = None,
        **kwargs: Any,
    ) -> None:
        """Run all cells; stop at the first that raises, as the stock engine does.

        Parameters
        ----------
        nb_man : NotebookExecutionManager
            papermill's keeper of the notebook.
        kernel_name : str
            Not used: the kernel is this process.
        execution_timeout : float, optional
            Seconds that a cell may take.
        on_cell : callable, optional
            Told the id of each code cell as it begins.
        **kwargs
            Not used: the other options of papermill's engines are for kernels.
        """
        RecordingZMQShell.clear_instance()
        shell = RecordingZMQShell.instance()
        with _notebook_streams(shell.recorder) as descriptors:
            for index, cell in enumerate(nb_man.nb.cells):
                nb_man.cell_start(cell, index)
                is_code = cell.cell_type == "code" and cell.source.strip()
                if is_code and on_cell is not None:
                    on_cell(cell.get("id", str(index + 1)))
                raised = is_code and not _run(shell, cell, descriptors, execution_timeout)
                if raised:
                    nb_man.cell_exception(cell, cell_index=index)
                nb_man.cell_complete(cell, cell_index=index)
                if raised:
                    return


@contextlib.contextmanager
def _notebook_streams(recorder: Recorder) -> Iterator[Descriptors]:
    """Record what the cells write, let them read nothing, and log as a process that has set nothing up."""
    os.environ.setdefault("MPLBACKEND", INLINE)
    with contextlib.ExitStack() as stack:
        descriptors = stack.enter_context(contextlib.closing(Descriptors(recorder)))
        for name in ("stdout", "stderr"):
            _replace(stack, sys, name, Stream(recorder, name))
        _replace(stack, sys, "stdin", stack.enter_context(Path(os.devnull).open(encoding="utf-8")))
        _replace(stack, builtins, "input", functools.partial(_refuse, "raw_input"))
        _replace(stack, getpass, "getpass", functools.partial(_refuse, "getpass"))
        root = logging.getLogger()
        _replace(stack, root, "handlers", [])
        stack.callback(root.setLevel, root.level)
        root.setLevel(logging.WARNING)
        yield descriptors


def _replace(stack: contextlib.ExitStack, module: Any, name: str, value: Any) -> None:
    """Let a name of a module stand for something else until the stack is left."""
    stack.callback(setattr, module, name, getattr(module, name))
    setattr(module, name, value)


def _refuse(name: str, prompt: str = "", stream: Any = None) -> NoReturn:
    """Refuse to ask: nobody is there to answer."""
    raise StdinNotImplementedError(NO_INPUT.format(name))


def _run(shell: RecordingZMQShell, cell: NotebookNode, descriptors: Descriptors, limit: float | None) -> bool:
    """Run one cell into its outputs; tell whether it did not raise."""
    cell.outputs = shell.recorder.begin()
    success = False
    with descriptors.recorded():
        try:
            with limit_cell(limit):
                success = shell.run_cell(cell.source, store_history=True).success
        except CellTimeout:
            shell.showtraceback()
        if shell.recorder.is_forked:
            # A process that the cell has forked came back from it: the notebook is not its to go on with.
            os._exit(0 if success else 1)
    shell.recorder.end()
    cell.execution_count = shell.execution_count - 1
    return bool(success) and not any(output.output_type == "error" for output in cell.outputs)
