"""Measure how fast reports are made, beside stock tools, in one run: `make bench`.

A project of made-up units (`bench_units.py`) is built by papermill and nbconvert under make, by the same with our exporters,
and by `skm build`; then come one report from a cold start, builds with little to do, and with `--scale` builds of 10 to 1,000
units. The benchmarks of the stages and of the tally run too where they stand beside this file. docs/speed.md keeps results and
says how to read them. A benchmark is not a test: a missed target is printed, and the exit status stays 0.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import bench_runs
import bench_table
import click
from bench_cost import Series
from bench_params import PERIODE
from bench_scale import SIZES, measure_sizes
from bench_stock import find_pdf_tool, write_stock
from bench_units import SEED, make_project
from rich.console import Console

HERE = Path(__file__).resolve().parent
PARTS = {"stages": HERE / "bench_stages.py", "tally": HERE / "bench_tally.py"}
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
    with tempfile.TemporaryDirectory(prefix="skm-bench-") as folder:
        names = make_project(Path(folder, "project"), units=units, seed=seed)
        series = _measure_builds(Path(folder), names, stock_units=stock_units, jobs=jobs, repeats=repeats)
    note = f"{jobs} at a time; stock tools made {stock_units} of {units}, half before skm build and half after"
    _show_builds(console, series, note)
    result |= {name: [one.as_dict() for one in found] for name, found in series.items()}
    cold, little = series["cold"], series["little"]
    targets = bench_table.judge_ways(*series["all"]) + bench_table.judge_short(cold[-1], little[0], little[2])
    if scale:
        sizes = measure_sizes(SIZES, seed=seed, jobs=jobs, say=_say)
        bench_table.show_sizes(console, sizes)
        targets += bench_table.judge_sizes(sizes)
        result["sizes"] = [size.as_dict() for size in sizes]
    for judged in targets:
        console.print(str(judged), markup=False)
    result["targets"] = [judged.as_dict() for judged in targets]
    _write_json(target, result)
    for name, script in PARTS.items():
        if parts and script.is_file():
            result[name] = _run_part(script)
            _write_json(target, result)


def _say(text: str) -> None:
    """Tell whoever waits what runs."""
    click.echo(text, err=True)


def _measure_builds(
    folder: Path, names: Sequence[str], *, stock_units: int, jobs: int, repeats: int
) -> dict[str, list[Series]]:
    """Measure the builds of the project in a folder."""
    project = folder / "project"
    ways = write_stock(project, find_pdf_tool(folder / "pdf"))
    _say("warming up: bytecode, and files in memory")
    bench_runs.run_skm(project, "build", f"{PERIODE}/{names[0]}")
    return {
        "cold": bench_runs.start_cold(project, names[0], ways, repeats=repeats, say=_say),
        "all": bench_runs.compare_ways(project, names, ways, sample=stock_units, jobs=jobs, say=_say),
        "little": bench_runs.build_little(project, names, jobs=jobs, repeats=repeats, say=_say),
    }


def _show_builds(console: Console, series: Mapping[str, Sequence[Series]], note: str) -> None:
    """Print the series, each beside `skm build`."""
    whole, cold, little = series["all"], series["cold"], series["little"]
    bench_table.show_series(console, f"All reports ({note})", whole, against=whole[-1])
    bench_table.show_series(console, "One report from a cold start", cold, against=cold[-1])
    bench_table.show_series(console, "Little to do", little, against=little[0])


def _write_json(target: Path, result: Mapping[str, Any]) -> None:
    """Write what is known so far."""
    target.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def _run_part(script: Path) -> Any:
    """Run another benchmark, which prints its own table, and give its figures."""
    _say(script.stem)
    with tempfile.TemporaryDirectory(prefix="skm-bench-") as folder:
        target = Path(folder, "part.json")
        subprocess.run([sys.executable, script, "--json", target], check=True)
        return json.loads(target.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
