"""Measure `skm tally` beside pandas, polars, pyarrow and plain DuckDB: the same sums, each in a fresh interpreter.

    .venv/bin/python tools/bench_tally.py [--rows 10000000] [--large 100000000] [--rounds 3] [--json FILE]

The Parquet files are made by DuckDB in a temporary folder: nine unsur, one blank in fifty, the answers of a respondent alike.
The libraries stand in an environment of their own, `.venv-bench`, made from `tools/bench.lock`, and are run in turns with
`skm tally` so that all meet the same noise. Before anything is measured, all must give the same sums. Wall and CPU seconds
are the least of all rounds, memory the most.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "tools" / "bench.lock"
OTHERS = ROOT / "tools" / "bench_tally_others.py"
ENVIRONMENT = ROOT / ".venv-bench"
SKM = "skm tally"
LARGE = "skm tally, large"
TIMES_FASTER_THAN_PANDAS = 5
TIMES_SLOWER_THAN_FASTEST = 2
SUMS = ("duckdb", "polars", "polars-sums", "pyarrow", "pyarrow-products", "pandas", "pandas-sums")
MEANS = ("means-duckdb", "means-polars", "means-pyarrow", "means-pandas")
UNSUR = range(1, 10)


@dataclasses.dataclass(frozen=True)
class Cost:
    """What one program needed: wall and CPU seconds, and its largest memory in MB."""

    wall: float
    cpu: float
    memory: float

    def best(self, other: Cost) -> Cost:
        """Keep the least time of two runs, and the most memory."""
        return Cost(min(self.wall, other.wall), min(self.cpu, other.cpu), max(self.memory, other.memory))


def main(arguments: Sequence[str] | None = None) -> dict[str, dict[str, float]]:
    """Make the files, check that all programs agree, measure them in turns, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rows", type=int, default=10_000_000, help="rows of the file that all read")
    parser.add_argument(
        "--large", type=int, default=100_000_000, help="rows of a file that only skm tally reads; 0: none"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers to FILE too")
    told = parser.parse_args(arguments)
    console = Console(highlight=False)
    python = make_environment(console)
    with tempfile.TemporaryDirectory(prefix="skm-bench-") as folder:
        path = make_answers(Path(folder) / "answers.parquet", told.rows)
        skm = [sys.executable, "-m", "skmlib.cli", "--root", str(ROOT), "tally"]
        commands = {SKM: [*skm, str(path)]}
        commands |= {name: [str(python), str(OTHERS), name, str(path)] for name in (*SUMS, *MEANS)}
        check_equal([*skm, "--json", str(path)], {name: commands[name] for name in SUMS})
        costs = measure(commands, told.rounds)
        if told.large:
            large = make_answers(Path(folder) / "large.parquet", told.large)
            costs |= measure({LARGE: [*skm, str(large)]}, 1)
    show(console, costs, told.rows, told.large)
    numbers = {name: dataclasses.asdict(cost) for name, cost in costs.items()}
    if told.json:
        told.json.write_text(json.dumps({"rows": told.rows, "large": told.large, "costs": numbers}, indent=2) + "\n")
    return numbers


def make_environment(console: Console) -> Path:
    """Install the libraries that are compared, once for each lock, and give the Python that has them."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = ENVIRONMENT / "bench.lock"
    if not ready.exists() or ready.read_bytes() != LOCK.read_bytes():
        console.print(f"installing {LOCK.relative_to(ROOT)} into {ENVIRONMENT.name}")
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK)]
        subprocess.run(command, check=True)
        ready.write_bytes(LOCK.read_bytes())
    return python


def make_answers(path: Path, rows: int) -> Path:
    """Write answers in which a respondent's mood moves all nine unsur, with a seed."""
    import duckdb

    answer = "greatest(1, least(4, floor(mood * 1.2 + random() * 1.6 + 1.1)))::TINYINT"
    columns = ", ".join(f"CASE WHEN random() >= 0.02 THEN {answer} END AS U{number}" for number in UNSUR)
    with duckdb.connect(config={"threads": 1}) as connection:  # one thread: the seed gives the same answers again
        connection.execute("SELECT setseed(0.5)")
        moods = f"SELECT random() + random() AS mood FROM range({rows})"
        connection.execute(f"COPY (SELECT {columns} FROM ({moods})) TO '{path}' (FORMAT parquet)")
    return path


def check_equal(skm: Sequence[str], commands: Mapping[str, Sequence[str]]) -> None:
    """Stop when a program gives other sums than `skm tally`."""
    told = json.loads(subprocess.run(skm, check=True, capture_output=True).stdout)
    counted = {"counts": list(told["jawaban"].values()), **told["jumlah"]}
    for name, command in commands.items():
        sums = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        wrong = [key for key, value in sums.items() if value != counted[key]]
        if wrong:
            raise SystemExit(f"{name}: found other sums than skm tally for {', '.join(wrong)}; nothing was measured.")


def measure(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Cost]:
    """Run the commands in turns."""
    costs: dict[str, Cost] = {}
    for _ in range(rounds):
        for name, command in commands.items():
            cost = run(command)
            costs[name] = costs[name].best(cost) if name in costs else cost
    return costs


def run(command: Sequence[str]) -> Cost:
    """Run one command to its end and say what it needed."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: found exit status {process.returncode}; run it alone to see why.")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def show(console: Console, costs: Mapping[str, Cost], rows: int, large: int) -> None:
    """Print every cost and its ratio to `skm tally`, and whether the targets are met."""
    table = Table(title=f"{rows:,} rows" + (f"; large: {large:,} rows" if large else ""))
    table.add_column("program", no_wrap=True)
    for heading in ("wall s", "CPU s", "memory MB", "wall : skm", "CPU : skm", "memory : skm"):
        table.add_column(heading, justify="right")
    base = dataclasses.astuple(costs[SKM])
    for name, cost in costs.items():
        values = dataclasses.astuple(cost)
        ratios = [f"{value / reference:.2f}" for value, reference in zip(values, base, strict=True)]
        table.add_row(name, f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.memory:.0f}", *ratios)
    console.print(table)
    skm = costs[SKM]
    fastest = min(SUMS, key=lambda name: costs[name].wall)
    for name in ("pandas", "pandas-sums"):
        faster = costs[name].wall / skm.wall
        console.print(f"{faster:.1f} times faster than {name} (wanted: {TIMES_FASTER_THAN_PANDAS})")
    slower = skm.wall / costs[fastest].wall
    console.print(f"{slower:.1f} times the fastest, {fastest} (wanted: at most {TIMES_SLOWER_THAN_FASTEST})")
    if LARGE in costs:
        grown = costs[LARGE].memory / skm.memory
        console.print(f"memory at {large:,} rows: {grown:.2f} times that at {rows:,}")


if __name__ == "__main__":
    main()
