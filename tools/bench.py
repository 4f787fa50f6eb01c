"""Measure how fast reports are made, beside stock tools, in one run: `make bench`.

A project of made-up units (`bench_units.py`) is built by papermill and nbconvert under make, by the same with our exporters,
and by `skm build`; then come one report from a cold start, builds with little to do, reports with 10 charts and 10 tables, and
with `--scale` builds of 10 to 1,000 units. The benchmarks of the stages and of the tally run too where they stand beside this
file. docs/speed.md keeps results and says how to read them. A benchmark is not a test: a missed target is printed, and the exit
status stays 0.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import bench_runs
import bench_table
import click
from bench_cost import Series, user_environment
from bench_params import PERIODE
from bench_scale import SIZES, measure_sizes
from bench_stock import find_pdf_tool, write_stock
from bench_units import SEED, is_planned, make_project
from rich.console import Console

HERE = Path(__file__).resolve().parent
PARTS = {"stages": HERE / "bench_stages.py", "tally": HERE / "bench_tally.py"}
TITLES = {
    "cold": "One report from a cold start",
    "all": "All reports; stock tools made a sample, half of it before skm build and half after",
    "little": "Little to do",
    "planned": "All reports, with 10 charts and 10 tables each, as large as the targets were set for",
}
WIDTH = 140


@click.command()
@click.option("--units", default=53, show_default=True, help="Units of the project.")
@click.option("--stock-units", default=4, show_default=True, help="How many of them stock tools make; they are slow.")
@click.option("--jobs", default=2, show_default=True, help="Reports at a time.")
@click.option("--repeats", default=3, show_default=True, help="Runs of what is short.")
@click.option("--seed", default=SEED, show_default=True, help="Of the made-up units.")
@click.option("--scale", is_flag=True, help=f"Also build {', '.join(map(str, SIZES))} units with a reduced notebook.")
@click.option("--parts/--no-parts", default=True, help="Also run the benchmarks of the stages and of the tally.")
@click.option("--json", "target", type=click.Path(path_type=Path), default="bench.json", show_default=True)
def main(
    units: int, stock_units: int, jobs: int, repeats: int, seed: int, scale: bool, parts: bool, target: Path
) -> None:
    """Measure the speed of builds, print a table, and write the figures as JSON."""
    if stock_units > units or stock_units % (2 * jobs):
        allowed = f"a multiple of {2 * jobs} (twice the jobs), at most {units}"
        raise click.UsageError(f"--stock-units: found {stock_units}, allowed is {allowed}.")
    console = Console(width=WIDTH, highlight=False)
    machine = bench_table.describe_machine()
    console.print(json.dumps(machine, indent=1), "", markup=False)
    result: dict[str, Any] = {"machine": machine}
    targets: list[bench_table.Target] = []
    with tempfile.TemporaryDirectory(prefix="skm-bench-") as folder:
        names = make_project(Path(folder, "project"), units=units, seed=seed)
        told = {"seed": seed, "stock_units": stock_units, "jobs": jobs, "repeats": repeats}
        for name, series in _measure_builds(Path(folder), names, **told):
            bench_table.show_series(console, TITLES[name], series, is_compared=name != "little")
            targets += bench_table.JUDGES[name](*series)
            result[name] = [one.as_dict() for one in series]
            _write_json(target, result, targets)
    if scale:
        sizes = measure_sizes(SIZES, seed=seed, jobs=jobs, say=_say)
        bench_table.show_sizes(console, sizes)
        targets += bench_table.judge_sizes(sizes)
        result["sizes"] = [size.as_dict() for size in sizes]
    for judged in targets:
        console.print(str(judged), markup=False)
    _write_json(target, result, targets)
    for name, script in PARTS.items():
        if parts and script.is_file():
            result[name] = _run_part(script)
            _write_json(target, result, targets)


def _say(text: str) -> None:
    """Tell whoever waits what runs."""
    click.echo(text, err=True)


def _measure_builds(
    folder: Path, names: Sequence[str], *, seed: int, stock_units: int, jobs: int, repeats: int
) -> Iterator[tuple[str, list[Series]]]:
    """Measure the builds of the project in a folder, and give each group of series as it is known."""
    project = folder / "project"
    printer = find_pdf_tool(folder / "pdf")
    ways = write_stock(project, printer)
    _say("warming up: bytecode, and files in memory")
    bench_runs.run_skm(project, "build", f"{PERIODE}/{names[0]}")
    yield "cold", bench_runs.start_cold(project, names[0], ways, repeats=repeats, say=_say)
    yield "all", bench_runs.compare_ways(project, names, ways, sample=stock_units, jobs=jobs, say=_say)
    yield "little", bench_runs.build_little(project, names, jobs=jobs, repeats=repeats, say=_say)
    planned = folder / "planned"
    make_project(planned, units=len(names), seed=seed, is_kept=is_planned)
    ways = write_stock(planned, printer)
    yield "planned", bench_runs.compare_ways(planned, names, ways, sample=stock_units, jobs=jobs, say=_say)


def _write_json(path: Path, result: Mapping[str, Any], targets: Sequence[bench_table.Target]) -> None:
    """Write what is known so far."""
    known = {**result, "targets": [target.as_dict() for target in targets]}
    path.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


def _run_part(script: Path) -> Any:
    """Run another benchmark, which prints its own table, and give its figures."""
    _say(script.stem)
    with tempfile.TemporaryDirectory(prefix="skm-bench-") as folder:
        target = Path(folder, "part.json")
        subprocess.run([sys.executable, script, "--json", target], check=True, env=user_environment())
        return json.loads(target.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
