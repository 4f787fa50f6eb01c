"""Executing a notebook for one report with papermill.

The notebook takes `unit` and `periode` and nothing else; papermill only warns about other parameters, so they are checked
first. On success everything that differs between equal runs (times, ids, the kernel's version) is removed. On failure the
notebook stays where it was executed, so that it can be opened and read.
"""

from __future__ import annotations

import copy
import functools
import re
import sys
from pathlib import Path
from typing import Any

import nbformat
import papermill
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError
from papermill.inspection import inspect_notebook
from traitlets.config import Config

PARAMETERS = frozenset({"unit", "periode"})
KERNEL = "python3"
INJECTED = "injected-parameters"
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
    notebook: Path, target: Path, *, unit: str, periode: str, root: Path, engine: str | None = None
) -> None:
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

    Raises
    ------
    ValueError
        When the notebook does not take exactly `unit` and `periode`.
    ExecutionError
        When a cell raises; the notebook up to there stays at `target`.
    """
    found = set(inspect_notebook(str(notebook)))
    if found != PARAMETERS:
        raise ValueError(f"{notebook}: found the parameters {sorted(found)}, allowed are {sorted(PARAMETERS)}.")
    try:
        papermill.execute_notebook(
            str(notebook),
            str(target),
            parameters={"unit": unit, "periode": periode},
            cwd=str(root),
            kernel_name=KERNEL,
            engine_name=engine,
            progress_bar=False,
            request_save_on_cell_execute=False,  # saving before and after each cell costs more than the cells
            **({} if engine else {"config": _kernel_config()}),
        )
    except PapermillExecutionError as error:
        raise _failure(error, target) from error
    executed = nbformat.read(target, as_version=4)
    nbformat.write(_without_traces(executed), target)


def _kernel_config() -> Config:
    """Let the kernel talk over local files where the system has them, which needs no encryption."""
    return Config() if sys.platform == "win32" else Config({"ConnectionFileMixin": {"transport": "ipc"}})


def _failure(error: PapermillExecutionError, target: Path) -> ExecutionError:
    """Name the cell that raised, by its id in the notebook."""
    cells = nbformat.read(target, as_version=4).cells
    failed = [cell for cell in cells if any(output.output_type == "error" for output in cell.get("outputs", ()))]
    name = failed[0].get("id", "?") if failed else f"nomor {error.cell_index}"
    trace = ANSI_COLOUR.sub("", "\n".join(error.traceback))
    return ExecutionError(cell=name, cause=f"{error.ename}: {error.evalue}", traceback=trace, notebook=target)


def _without_traces(notebook: NotebookNode) -> NotebookNode:
    """Remove what differs between equal runs, and give the injected cell a fixed id."""
    cleaned = copy.deepcopy(notebook)
    cleaned.metadata = NotebookNode({"kernelspec": notebook.metadata.kernelspec})
    for cell in cleaned.cells:
        tags = cell.metadata.get("tags", [])
        cell.metadata = NotebookNode({"tags": tags} if tags else {})
        if INJECTED in tags:
            cell["id"] = INJECTED
    return cleaned
