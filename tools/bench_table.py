"""What the benchmark says in the end: the machine, the figures, and which targets of docs/speed.md they meet."""

from __future__ import annotations

import dataclasses
import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

import psutil
from bench_cost import Series
from bench_scale import Size, marginal_cpu
from bench_stock import CHROMIUM
from rich.console import Console
from rich.table import Table
from sample_files import PROJECT

PACKAGES = ("papermill", "nbconvert", "ipykernel", "matplotlib", "numpy", "pandas", "scipy", "typst", "playwright")
TIMES_STOCK, TIMES_EXPORTERS = 12, 6
COLD_SECONDS, UNCHANGED_SECONDS, CHECK_SECONDS = 4, 1, 2
PEAK_MB = 1500
FLAT = 1.1


@dataclasses.dataclass(frozen=True)
class Target:
    """A figure and what it should be: at least or at most a limit."""

    what: str
    found: float
    limit: float
    at_least: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the figure is within the limit."""
        return self.found >= self.limit if self.at_least else self.found <= self.limit

    def as_dict(self) -> dict[str, object]:
        """Give it for `bench.json`."""
        return dataclasses.asdict(self) | {"is_met": self.is_met}

    def __str__(self) -> str:
        bound = "at least" if self.at_least else "at most"
        return f"{'met   ' if self.is_met else 'MISSED'}  {self.what}: {self.found:.2f}, {bound} {self.limit:g}"


def describe_machine() -> dict[str, object]:
    """Describe the machine, the versions and the commit."""
    chromium = next((name for name in CHROMIUM if shutil.which(name)), None)
    cpuinfo = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    models = [line.partition(":")[2].strip() for line in cpuinfo if line.startswith("model name")]
    return {
        "processor": models[0] if models else platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": psutil.virtual_memory().total // 2**30,
        "load_before": os.getloadavg()[0],
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: metadata.version(name) for name in PACKAGES},
        "chromium": _output(chromium, "--version") if chromium else None,
        "commit": _output("git", "-C", str(PROJECT), "describe", "--always", "--dirty"),
    }


def judge_ways(stock: Series, exporters: Series, skm: Series, *, report: str = "") -> list[Target]:
    """Judge the three ways to all reports, and say of which reports where that is not the whole one."""
    times = ((stock, TIMES_STOCK, ""), (exporters, TIMES_EXPORTERS, " with our exporters"))
    return [
        *(
            Target(f"times faster than stock tools{name}{report}", way.seconds_each / skm.seconds_each, limit, True)
            for way, limit, name in times
        ),
        Target(f"MB at the peak of the whole build{report}", skm.peak_mb, PEAK_MB),
    ]


def judge_planned(stock: Series, exporters: Series, skm: Series) -> list[Target]:
    """Judge the three ways to reports as large as the targets were set for."""
    return judge_ways(stock, exporters, skm, report=", reports of 10 charts and 10 tables")


def judge_cold(stock: Series, exporters: Series, skm: Series) -> list[Target]:
    """Judge one report from a cold start."""
    return [Target("seconds for one report from a cold start", skm.seconds, COLD_SECONDS)]


def judge_little(unchanged: Series, changed: Series, check: Series) -> list[Target]:
    """Judge builds with little to do, and a check."""
    return [
        Target("seconds with nothing changed", unchanged.seconds, UNCHANGED_SECONDS),
        Target("seconds to check three units", check.seconds, CHECK_SECONDS),
    ]


JUDGES: dict[str, Callable[..., list[Target]]] = {
    "cold": judge_cold,
    "all": judge_ways,
    "little": judge_little,
    "planned": judge_planned,
}


def judge_sizes(sizes: Sequence[Size]) -> list[Target]:
    """Judge whether cost and memory stay flat as builds grow."""
    further = marginal_cpu(sizes)
    return [
        Target("cost of a further report, last step over first", further[-1] / further[0], FLAT),
        Target(f"MB at the peak, {sizes[-1].units} units", sizes[-1].build.peak_mb, PEAK_MB),
    ]


def show_series(console: Console, title: str, series: Sequence[Series], *, is_compared: bool) -> None:
    """Print series; where they do the same, with how many times as long and as much processor as the last each report takes."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column("")
    figures = ("reports", "runs", "s", "s each", "CPU s each", "own CPU s", "peak MB", "largest MB")
    for heading in (*figures, *(("x s", "x CPU") if is_compared else ())):
        table.add_column(heading, justify="right")
    last = series[-1]
    for one in series:
        ratios = (one.seconds_each / last.seconds_each, one.cpu_each / last.cpu_each) if is_compared else ()
        table.add_row(
            *(one.name, str(one.reports), str(len(one.runs)), f"{one.seconds:.2f}", f"{one.seconds_each:.2f}"),
            *(f"{one.cpu_each:.2f}", f"{one.own_cpu:.2f}", f"{one.peak_mb:.0f}", f"{one.largest_mb:.0f}"),
            *(f"{ratio:.1f}" for ratio in ratios),
        )
    console.print(table, "")


def show_sizes(console: Console, sizes: Sequence[Size]) -> None:
    """Print what a report costs in builds of several sizes."""
    table = Table(title="Reduced notebook, by number of units", title_justify="left", box=None, pad_edge=False)
    further = ["", *(f"{cost:.2f}" for cost in marginal_cpu(sizes))]
    for heading in ("units", "s each", "CPU s each", "CPU s, further", "own CPU s each", "peak MB", "unchanged s"):
        table.add_column(heading, justify="right")
    for size, cost in zip(sizes, further, strict=True):
        build = size.build
        table.add_row(
            *(str(size.units), f"{build.seconds_each:.2f}", f"{build.cpu_each:.2f}", cost),
            *(f"{build.own_cpu / size.units:.3f}", f"{build.peak_mb:.0f}", f"{size.unchanged.seconds:.2f}"),
        )
    console.print(table, "")


def _output(*command: str) -> str:
    """Give what a command says, in one line."""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
