"""The clock of `bench_stages.py`: what stages take, and each cell of a notebook, in processor time and wall time."""

from __future__ import annotations

import contextlib
import dataclasses
import time
from collections.abc import Iterator, Sequence
from typing import Any
from unittest.mock import patch

CHART, TABLE = "skm-gambar(", "skm-tabel("
TYPST = "text/vnd.typst"


@dataclasses.dataclass(frozen=True)
class Stage:
    """A stage and its seconds; `cpu` is None where only the wall time is known."""

    name: str
    cpu: float | None
    wall: float


@dataclasses.dataclass(frozen=True)
class Cell:
    """A code cell that ran: what it took, its tags, and how many charts and tables it showed."""

    stage: Stage
    tags: tuple[str, ...]
    charts: int
    tables: int


class Clock:
    """Times stages that follow one another in this process, with all its threads."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []
        self._begun: tuple[str, float, float] | None = None

    def begin(self, name: str) -> None:
        """End the stage that runs, and begin the next."""
        self.end()
        self._begun = name, time.process_time(), time.perf_counter()

    def end(self) -> None:
        """End the stage that runs, if one does."""
        if self._begun is not None:
            name, cpu, wall = self._begun
            self.stages.append(Stage(name, time.process_time() - cpu, time.perf_counter() - wall))
            self._begun = None


@contextlib.contextmanager
def watch_cells() -> Iterator[list[Cell]]:
    """Time each code cell of the notebooks that papermill runs meanwhile."""
    from papermill.engines import NotebookExecutionManager as Manager

    clock, cells = Clock(), []
    start, complete = Manager.cell_start, Manager.cell_complete

    def begin(manager: Manager, cell: Any, *args: Any, **kwargs: Any) -> None:
        start(manager, cell, *args, **kwargs)
        clock.begin(cell.id)

    def end(manager: Manager, cell: Any, *args: Any, **kwargs: Any) -> None:
        clock.end()
        if cell.cell_type == "code":
            shown = "".join(output.get("data", {}).get(TYPST, "") for output in cell.outputs)
            counts = shown.count(CHART), shown.count(TABLE)
            cells.append(Cell(clock.stages[-1], tuple(cell.metadata.tags), *counts))
        complete(manager, cell, *args, **kwargs)

    with patch.object(Manager, "cell_start", begin), patch.object(Manager, "cell_complete", end):
        yield cells


def add_up(name: str, stages: Sequence[Stage]) -> Stage:
    """Add stages up under one name."""
    return Stage(name, sum(stage.cpu for stage in stages), sum(stage.wall for stage in stages))


def least(runs: Sequence[Stage]) -> Stage:
    """Give the least that a stage took in several runs."""
    cpu = None if runs[0].cpu is None else min(stage.cpu for stage in runs)
    return Stage(runs[0].name, cpu, min(stage.wall for stage in runs))
