"""The runs that the benchmark measures: three ways to all reports, one report from nothing, and builds with little to do.

Stock tools need so long that they make a sample of the reports, half of it before `skm build` makes all and half after, so
that a machine that gets slower meanwhile slows both. Short runs are repeated in turn. Every `skm` command starts its own
processes, so each build of one report begins cold: nothing is kept running between commands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from bench_cost import Cost, Series, measure
from bench_params import PERIODE
from bench_stock import BIN, Stock

CHECKED = 3
Say = Callable[[str], None]


def run_skm(project: Path, *arguments: str) -> Cost:
    """Run `skm` in a project and measure it."""
    return measure([str(BIN / "skm"), "--root", str(project), *arguments], cwd=project)


def build_all(project: Path, *, jobs: int, force: bool = False) -> Cost:
    """Build what is stale in a project, or everything, and measure it."""
    return run_skm(project, "build", f"--jobs={jobs}", *(["--force"] if force else []))


def compare_ways(
    project: Path, units: Sequence[str], ways: Sequence[Stock], *, sample: int, jobs: int, say: Say
) -> list[Series]:
    """Make reports in each way, several at a time.

    Parameters
    ----------
    project : Path
        The project folder.
    units : sequence of str
        All units.
    ways : sequence of Stock
        The stock ways.
    sample : int
        How many units the stock ways make: a multiple of twice the jobs, so that none waits for another at the end.
    jobs : int
        Reports at a time.
    say : callable
        Told what runs.

    Returns
    -------
    list of Series
        Of each stock way, then of `skm build` over all units.
    """
    half = sample // 2
    runs: list[list[Cost]] = [[] for _ in ways]
    for place, part in enumerate((units[:half], units[half:sample])):
        for way, costs in zip(ways, runs, strict=True):
            say(f"{way.name}: {len(part)} reports")
            costs.append(way.run(project, part, jobs=jobs))
        if place == 0:
            say(f"skm build: {len(units)} reports")
            whole = build_all(project, jobs=jobs, force=True)
    stock = [Series(way.name, half, tuple(costs)) for way, costs in zip(ways, runs, strict=True)]
    return [*stock, Series("skm build", len(units), (whole,))]


def start_cold(project: Path, unit: str, ways: Sequence[Stock], *, repeats: int, say: Say) -> list[Series]:
    """Make one report in each way, in turn, from nothing; give the stock ways, then `skm build`."""
    names = [*(way.name for way in ways), "skm build UNIT"]
    steps = [lambda way=way: way.run(project, [unit], jobs=1) for way in ways]
    steps.append(lambda: run_skm(project, "build", "--force", f"{PERIODE}/{unit}"))
    return _in_turn(names, steps, repeats=repeats, say=say)


def build_little(project: Path, units: Sequence[str], *, jobs: int, repeats: int, say: Say) -> list[Series]:
    """Build with nothing changed, build with one unit changed, and check three units, in turn; all reports must be current."""
    data = project / f"data/{PERIODE}/{units[-1]}/responden.csv"

    def build_changed() -> Cost:
        lines = data.read_text(encoding="utf-8").splitlines(keepends=True)
        data.write_text("".join([*lines, lines[-1]]), encoding="utf-8")
        return build_all(project, jobs=jobs)

    names = [
        f"skm build, none of {len(units)} changed",
        f"skm build, one of {len(units)} changed",
        "skm check, 3 units",
    ]
    checked = [f"{PERIODE}/{unit}" for unit in units[:CHECKED]]
    steps = [lambda: build_all(project, jobs=jobs), build_changed, lambda: run_skm(project, "check", *checked)]
    return _in_turn(names, steps, repeats=repeats, say=say)


def _in_turn(names: Sequence[str], steps: Sequence[Callable[[], Cost]], *, repeats: int, say: Say) -> list[Series]:
    """Run steps one after another, all of them so many times."""
    runs: list[list[Cost]] = [[] for _ in steps]
    for number in range(1, repeats + 1):
        for name, step, costs in zip(names, steps, runs, strict=True):
            say(f"{name}: run {number} of {repeats}")
            costs.append(step())
    return [Series(name, 1, tuple(costs)) for name, costs in zip(names, runs, strict=True)]
