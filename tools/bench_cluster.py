"""What a cluster adds to a build: the same units by `skm build` alone, and by a scheduler and workers, all on this machine.

    python tools/bench_cluster.py --units 4 --units 16 --json cluster.json

Processes of one machine share its cores, so wall times do not tell how fast several machines are. What tells is the processor
time: what a unit costs here and there, and how much of it falls to the command and the scheduler, of which there is one each
however many workers there are. Processor time of the scheduler and the workers counts from their start.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import click
from bench_cost import Cost, measure
from bench_params import PERIODE
from bench_runs import build_all
from bench_stock import BIN
from bench_units import SEED, make_project

from skmlib.pipeline.unit_bytes import pack
from skmlib.pipeline.unit_inputs import read_inputs

STARTS_WITHIN = 60
HOST = "127.0.0.1"


@dataclasses.dataclass(frozen=True)
class Comparison:
    """The same units made in two ways.

    Attributes
    ----------
    units : int
        How many.
    alone, cluster : Cost
        Of `skm build`, and of scheduler, worker and `skm build --scheduler` together.
    client_cpu, scheduler_cpu, worker_cpu : float
        Processor seconds of the command, the scheduler and the worker, without the processes in which cells run.
    bytes_out, bytes_back : float
        What travels for a unit, on average.
    """

    units: int
    alone: Cost
    cluster: Cost
    client_cpu: float
    scheduler_cpu: float
    worker_cpu: float
    bytes_out: float
    bytes_back: float


def compare(units: int, *, jobs: int, seed: int) -> Comparison:
    """Build a project alone and then on a cluster."""
    with tempfile.TemporaryDirectory(prefix="skm-bench-") as folder:
        project, told = Path(folder, "project"), Path(folder, "parts.json")
        names = make_project(project, units=units, seed=seed)
        build_all(project, jobs=jobs)  # bytecode, and files in memory
        alone = build_all(project, jobs=jobs, force=True)
        session = [sys.executable, __file__, "--session", str(project), "--jobs", str(jobs), "--json", str(told)]
        cluster = measure(session, cwd=project)
        sent = [len(pack(read_inputs(name, PERIODE, root=project))) for name in names]
        back = [len(pack(_published(project / f"outputs/{PERIODE}/{name}"))) for name in names]
        parts = json.loads(told.read_text(encoding="utf-8"))
    return Comparison(units, alone, cluster, **parts, bytes_out=sum(sent) / units, bytes_back=sum(back) / units)


def _published(folder: Path) -> dict[str, bytes]:
    """Read the files that travel back."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "build.json"}


def run_session(project: Path, *, jobs: int) -> dict[str, float]:
    """Start a cluster, build all on it, and give the processor time of each part."""
    with tempfile.TemporaryDirectory(prefix="skm-bench-") as scratch:
        file = Path(scratch, "scheduler.json")
        words = ("--host", HOST, "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
        with _running("dask", "scheduler", *words) as scheduler:
            address = _await_address(file)
            worker_words = ("worker", address, "--nthreads", str(jobs), "--local-directory", scratch)
            with _running("skm", *worker_words) as worker:
                _await_worker(address)
                client = subprocess.Popen(
                    [BIN / "skm", "--root", project, "build", "--force", "--scheduler", address],
                )
                spent = {"client_cpu": _wait(client)}
                if client.returncode:
                    raise click.ClickException(f"skm build --scheduler: status {client.returncode}, expected 0.")
            spent["worker_cpu"] = worker()
        spent["scheduler_cpu"] = scheduler()
    return spent


@contextlib.contextmanager
def _running(program: str, *words: str) -> Iterator[object]:
    """Run a program meanwhile; what is given tells, once it has ended, its processor seconds."""
    process, spent = subprocess.Popen([BIN / program, *words]), []
    try:
        yield lambda: spent[0]
    finally:
        process.send_signal(signal.SIGTERM)
        spent.append(_wait(process))


def _wait(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process, and give its own processor seconds."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


def _await_address(file: Path) -> str:
    """Give the address of a scheduler as soon as it is known."""
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        with contextlib.suppress(OSError, json.JSONDecodeError):
            return json.loads(file.read_text(encoding="utf-8"))["address"]
        time.sleep(0.1)
    raise click.ClickException(f"dask scheduler: not ready within {STARTS_WITHIN} s.")


def _await_worker(address: str) -> None:
    """Wait until a worker has joined."""
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(1, timeout=STARTS_WITHIN)


@click.command()
@click.option(
    "--units", default=(4, 16), show_default=True, multiple=True, help="Units of the project; may be repeated."
)
@click.option("--jobs", default=2, show_default=True, help="Units at a time.")
@click.option("--seed", default=SEED, show_default=True, help="Of the made-up units.")
@click.option("--json", "target", type=click.Path(path_type=Path), help="Write the figures as JSON.")
@click.option("--session", type=click.Path(path_type=Path), hidden=True, help="Only build this project on a cluster.")
def main(units: tuple[int, ...], jobs: int, seed: int, target: Path | None, session: Path | None) -> None:
    """Measure what a cluster adds to a build."""
    found: object
    if session:
        found = run_session(session, jobs=jobs)
    else:
        found = []
        for count in units:
            found.append(dataclasses.asdict(one := compare(count, jobs=jobs, seed=seed)))
            click.echo(_tell(one))
    if target:
        target.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _tell(one: Comparison) -> str:
    """Put a comparison into lines."""
    costs = (("alone", one.alone), ("cluster", one.cluster))
    lines = [f"{one.units} units"]
    lines += [
        f"  {name:8} {cost.seconds:7.1f} s  {cost.cpu:7.1f} CPU s  {cost.peak_mb:6.0f} MB" for name, cost in costs
    ]
    parts = (("client", one.client_cpu), ("scheduler", one.scheduler_cpu), ("worker", one.worker_cpu))
    lines += [f"  {name}: {spent:.2f} CPU s" for name, spent in parts]
    return "\n".join([*lines, f"  bytes a unit: {one.bytes_out:,.0f} out, {one.bytes_back:,.0f} back"])


if __name__ == "__main__":
    main()
