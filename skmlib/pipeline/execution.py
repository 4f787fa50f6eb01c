"""Executing a notebook for one report with papermill.

The notebook takes `unit` and `periode` and nothing else; papermill only warns about other parameters, so they are checked
first. On success everything that differs between equal runs (times, ids, the kernel's version) is removed. On failure the
notebook stays where it was executed, so that it can be opened and read. A cell that ends the notebook with `sys.exit`
fails too: what follows it would be missing from the report.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import papermill
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError
from papermill.inspection import inspect_notebook
from traitlets.config import Config

PARAMETERS = frozenset({"unit", "periode"})
KERNEL = "python3"
INJECTED = "injected-parameters"
MOST_LETTERS = 2_000
ANSI_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class ExecutionError(Exception):
    """A cell of a notebook raised.

    Attributes
    ----------
    cell : str
        Id of the cell.
    cause : str
        Name and message of the error.
    traceback : str
        The whole traceback, without terminal colours.
    notebook : Path
        The executed notebook, kept for reading.
    """

    def __init__(self, *, cell: str, cause: str, traceback: str, notebook: Path) -> None:
        super().__init__(f"sel '{cell}': {cause}")
        self.cell, self.cause, self.traceback, self.notebook = cell, cause, traceback, notebook

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process with all it knows."""
        told = {"cell": self.cell, "cause": self.cause, "traceback": self.traceback, "notebook": self.notebook}
        return functools.partial(ExecutionError, **told), ()


def execute_report(
    notebook: Path,
    target: Path,
    *,
    unit: str,
    periode: str,
    root: Path,
    engine: str | None = None,
    cell_limit: int | None = None,
    on_cell: Callable[[str], None] | None = None,
) -> NotebookNode:
    """Execute a report's notebook for one unit and period.

    Parameters
    ----------
    notebook : Path
        The notebook, without outputs.
    target : Path
        Where the executed notebook is written.
    unit, periode : str
        Its parameters.
    root : Path
        The project folder, in which the notebook runs.
    engine : str, optional
        papermill's engine: a kernel by default, or `"skm"`, which runs the cells in this process.
    cell_limit : int, optional
        Seconds that a cell may take.
    on_cell : callable, optional
        Told the id of each code cell as it begins, by the engine `"skm"`.

    Returns
    -------
    NotebookNode
        The executed notebook, as its file has it.

    Raises
    ------
    ValueError
        When the notebook does not take exactly `unit` and `periode`.
    ExecutionError
        When a cell raises, takes too long or ends the notebook; the notebook up to there stays at `target`.
    """
    found = set(inspect_notebook(str(notebook)))
    if found != PARAMETERS:
        raise ValueError(f"{notebook}: found the parameters {sorted(found)}, allowed are {sorted(PARAMETERS)}.")
    try:
        executed = papermill.execute_notebook(
            str(notebook),
            str(target),
            parameters={"unit": unit, "periode": periode},
            cwd=str(root),
            kernel_name=KERNEL,
            engine_name=engine,
            progress_bar=False,
            execution_timeout=cell_limit,
            **(_kernel_options() if engine is None else _own_options(on_cell)),
        )
    except (PapermillExecutionError, DeadKernelError) as error:
        raise _failure(nbformat.read(target, as_version=4), target, error, cell_limit) from error
    if _raised(executed):
        raise _failure(executed, target, None, cell_limit)
    nbformat.write(_without_traces(executed), target)
    return nbformat.v4.reads(
        target.read_text(encoding="utf-8")
    )  # as others will read it; it was checked as it was written


def _kernel_options() -> dict[str, Any]:
    """Let the kernel talk over local files where the system has them, which needs no encryption; show where a cell hung."""
    config = Config() if sys.platform == "win32" else Config({"ConnectionFileMixin": {"transport": "ipc"}})
    timeout = {"ename": "CellTimeout", "evalue": "", "traceback": []}
    return {"config": config, "interrupt_on_timeout": True, "error_on_timeout": timeout}


def _own_options(on_cell: Callable[[str], None] | None) -> dict[str, Any]:
    """Write the notebook once, at its end: saving before and after each cell costs more than the cells."""
    return {"on_cell": on_cell, "request_save_on_cell_execute": False}


def _raised(notebook: NotebookNode) -> list[tuple[NotebookNode, NotebookNode]]:
    """List the cells that raised, each with its error."""
    cells = [(cell, output) for cell in notebook.cells for output in cell.get("outputs", ())]
    return [(cell, output) for cell, output in cells if output.output_type == "error"]


def _failure(notebook: NotebookNode, target: Path, error: Exception | None, cell_limit: int | None) -> ExecutionError:
    """Name the cell that ended the notebook, by its id, and say why it did."""
    raised = _raised(notebook)
    if not raised:
        begun = [cell for cell in notebook.cells if cell.metadata.get("papermill", {}).get("start_time")]
        written = "".join(output.get("text", "") for output in begun[-1].get("outputs", ()))
        cause = str(error) if isinstance(error, DeadKernelError) else "berhenti dengan kesalahan"
        return ExecutionError(cell=begun[-1].get("id", "?"), cause=cause, traceback=written, notebook=target)
    cell, output = raised[0]
    cause = f"{output.ename}: {output.evalue}"
    if cell_limit is not None and _is_time_over(cell, output.ename, cell_limit):
        cause = (
            f"berjalan lebih lama dari batas {cell_limit} detik untuk satu sel. Rincian di bawah menunjukkan di mana ia"
            " berhenti. Periksa sel itu, atau naikkan --cell-limit bila datanya memang besar, lalu jalankan lagi."
        )
    elif output.ename == "KeyboardInterrupt":
        cause = "dihentikan (KeyboardInterrupt) sebelum batas waktunya. Hapus 'raise KeyboardInterrupt' bila ada di sel itu."
    elif output.ename == "SystemExit":
        cause = f"mengakhiri notebook di tengah ({cause}). Hapus sys.exit(), exit() atau quit() dari sel itu."
    trace = ANSI_COLOUR.sub("", "\n".join(output.traceback))
    return ExecutionError(cell=cell.get("id", "?"), cause=_shorten(cause), traceback=trace, notebook=target)


def _is_time_over(cell: NotebookNode, ename: str, limit: int) -> bool:
    """Tell whether a cell ran to its limit: our engine says so, a kernel is interrupted, which a cell can do itself."""
    duration = cell.metadata.get("papermill", {}).get("duration")
    return ename == "CellTimeout" or (ename == "KeyboardInterrupt" and (duration is None or duration >= limit))


def _shorten(text: str) -> str:
    """Cut a very long message."""
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]} […]"


def _without_traces(notebook: NotebookNode) -> NotebookNode:
    """Remove what differs between equal runs, and give the injected cell a fixed id."""
    cells = []
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        own = {"id": INJECTED} if INJECTED in tags else {}
        cells.append(NotebookNode({**cell, "metadata": NotebookNode({"tags": tags} if tags else {}), **own}))
    return NotebookNode({**notebook, "metadata": {"kernelspec": notebook.metadata.kernelspec}, "cells": cells})
