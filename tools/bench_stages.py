"""What the reports of one unit cost, stage by stage: processor time and wall time, each the least of several runs.

    python tools/bench_stages.py 2024/kasn --runs 5 --json stages.json

The stages are those of `skm build`: its own functions, in processes made as it makes them, publish into a scratch folder. Only
their times are taken: between what a stage tells as it begins and the next, and around each cell of a notebook. What a chart, a
table and a page cost is worked out from these.
"""

from __future__ import annotations

import dataclasses
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from stage_clock import Cell, Clock, Stage, add_up, least, watch_cells

from skmlib.pipeline.manifest import Facts, write_manifest
from skmlib.pipeline.processes import PRELOAD, Job, run_jobs
from skmlib.pipeline.publishing import ReportFolder
from skmlib.pipeline.report_jobs import FORMS, DataRead, ReportOrder, make_report, read_data

ROOT = Path(__file__).resolve().parent.parent
KINDS = {"setup": "reading and statistics", "text": "sentences", "table": "tables", "figure": "charts"}
DATA_STAGES = {"memeriksa data": "data: read, check, statistics", "menulis olah data": "data: hasil.json, worksheet"}
MS = 1000


def do_nothing(tell: Callable[[Any], None]) -> None:
    """Be a job that costs only its process."""


def time_data(tell: Callable[[Any], None], order: ReportOrder) -> tuple[DataRead, list[Stage]]:
    """Time the reading of a unit's data and the writing of what stands beside its reports."""
    clock, read = Clock(), []

    def hear(told: Any) -> None:
        if isinstance(told, DataRead):
            read.append(told)
        else:
            clock.begin(DATA_STAGES.get(told, told))

    read_data(hear, order)
    clock.end()
    return read[0], clock.stages


def time_report(tell: Callable[[Any], None], name: str, order: ReportOrder) -> tuple[list[Stage], list[Cell]]:
    """Time a notebook, its cells, and its rendering to each form."""
    clock = Clock()
    names = {f"menjalankan {name}": "notebook"} | {f"menyusun {name} {form.upper()}": form.upper() for form in FORMS}

    def hear(told: Any) -> None:
        if told in names:  # else a cell that begins
            clock.begin(f"{name}: {names[told]}")

    with watch_cells() as cells:
        make_report(hear, name, order)
    clock.end()
    return clock.stages, cells


def measure(report: str, *, runs: int, root: Path = ROOT) -> dict[str, Any]:
    """Build the reports of a unit several times, and give the least time of every stage.

    Parameters
    ----------
    report : str
        `periode/unit`.
    runs : int
        How often, 1 or more.
    root : Path
        The project folder.

    Returns
    -------
    dict
        `report`, `runs`, `stages` (`stage`, `cpu_ms`, `wall_ms`) and `costs`: what each report holds and what a piece costs.
    """
    start = [*_time_start(runs), _time_job("first process of a job, with the server that makes them")]
    start.append(least([_time_job("further process of a job") for _ in range(runs)]))
    built = [_build(report, root) for _ in range(runs)]
    stages = start + [least(same) for same in zip(*(stages for stages, _ in built), strict=True)]
    cpu = {stage.name: stage.cpu for stage in stages}
    return {
        "report": report,
        "runs": runs,
        "stages": [{"stage": stage.name, "cpu_ms": _ms(stage.cpu), "wall_ms": _ms(stage.wall)} for stage in stages],
        "costs": {name: counts | _prices(name, counts, cpu) for name, counts in built[0][1].items()},
    }


def _time_start(runs: int) -> Iterator[Stage]:
    """Time what happens before any report: an interpreter, and what the processes have imported."""
    for name, code in (("start of Python", "pass"), ("start of Python with all imports", f"import {PRELOAD}")):
        taken = []
        for _ in range(runs):
            before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - began
            taken.append(Stage(name, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall))
        yield least(taken)


def _time_job(name: str) -> Stage:
    """Time a process that does nothing."""
    began = time.perf_counter()
    _run(do_nothing)
    return Stage(name, None, time.perf_counter() - began)


def _run(function: Callable[..., Any], *args: Any) -> Any:
    """Run a function in a process of its own, as a build does, and give its result."""
    outcome = next(iter(run_jobs(deque([Job(function.__name__, function, args)]), workers=1)))
    if outcome.error is not None:
        raise outcome.error
    return outcome.result


def _build(report: str, root: Path) -> tuple[list[Stage], dict[str, dict[str, int]]]:
    """Build the reports of a unit into a scratch folder: every stage, and what each report holds."""
    periode, unit = report.split("/")
    with tempfile.TemporaryDirectory() as scratch:
        folder = ReportFolder(unit, periode, root=Path(scratch))
        folder.hold()
        try:
            order = ReportOrder(unit, periode, root, folder.begin())
            read, stages = _run(time_data, order)
            facts, order = read.facts, dataclasses.replace(order, data=read.data)
            counts = {}
            for name in facts.laporan:
                taken, cells = _run(time_report, name, order)
                stages += [taken[0], *_parts(name, taken[0], cells), *taken[1:]]
                counts[name] = {what: sum(getattr(cell, what) for cell in cells) for what in ("charts", "tables")}
            stages += _publish(facts, order, folder)
            for name in facts.laporan:
                counts[name]["pages"] = _count_pages(folder.published / f"{name}.pdf")
        finally:
            folder.release()
    return stages, counts


def _publish(facts: Facts, order: ReportOrder, folder: ReportFolder) -> list[Stage]:
    """Time the publishing of a finished folder."""
    clock = Clock()
    clock.begin("publish: hashes and manifest")
    write_manifest(facts, order.work, forms=order.forms)
    clock.begin("publish: swap of the folder")
    folder.publish()
    clock.end()
    return clock.stages


def _parts(name: str, whole: Stage, cells: Sequence[Cell]) -> Iterator[Stage]:
    """Part the time of a notebook by the kinds of its cells and by its charts; the rest is the notebook itself."""
    for kind, words in KINDS.items():
        yield add_up(f"{name}: cells, {words}", [cell.stage for cell in cells if kind in cell.tags])
    for cell in cells:
        if "figure" in cell.tags:
            several = f" ({cell.charts} charts)" if cell.charts > 1 else ""
            yield dataclasses.replace(cell.stage, name=f"{name}: {cell.stage.name}{several}")
    inside = add_up("", [cell.stage for cell in cells])
    rest = f"{name}: around the cells (shell, parameters, reading, writing)"
    yield Stage(rest, whole.cpu - inside.cpu, whole.wall - inside.wall)


def _prices(name: str, counts: dict[str, int], cpu: dict[str, float]) -> dict[str, float]:
    """Say what a chart and a table cost to make, and what a page costs to set."""
    made = {"charts": f"cells, {KINDS['figure']}", "tables": f"cells, {KINDS['table']}", "pages": "PDF"}
    return {
        f"cpu_ms_per_{what.removesuffix('s')}": round(_ms(cpu[f"{name}: {stage}"]) / counts[what], 1)
        for what, stage in made.items()
        if counts[what]
    }


def _count_pages(path: Path) -> int:
    """Count the pages of a PDF."""
    from pypdf import PdfReader

    return len(PdfReader(path).pages)


def _ms(seconds: float | None) -> float | None:
    """Give milliseconds."""
    return None if seconds is None else round(seconds * MS, 1)


@click.command()
@click.argument("report", default="2024/kasn", metavar="PERIODE/UNIT")
@click.option("--runs", default=3, show_default=True, type=click.IntRange(1), help="How often; the least time counts.")
@click.option("--root", default=ROOT, type=click.Path(path_type=Path, file_okay=False), help="The project folder.")
@click.option("--json", "target", type=click.Path(path_type=Path, dir_okay=False), help="Write the numbers to a file.")
def main(report: str, runs: int, root: Path, target: Path | None) -> None:
    """Print what the reports of one unit cost, stage by stage."""
    measured = measure(report, runs=runs, root=root.resolve())
    table = Table("stage", title=f"{report}: milliseconds, least of {runs}")
    for heading in ("processor", "wall"):
        table.add_column(heading, justify="right")
    for row in measured["stages"]:
        table.add_row(row["stage"], *("-" if row[key] is None else f"{row[key]:.0f}" for key in ("cpu_ms", "wall_ms")))
    console = Console()
    console.print(table)
    for name, costs in measured["costs"].items():
        console.print(f"{name}: {', '.join(f'{what} {value}' for what, value in costs.items())}", soft_wrap=True)
    if target is not None:
        target.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
