"""`skm worker`: a machine that makes reports for `skm build --scheduler`."""

from __future__ import annotations

import click

NEEDS = "Package 'distributed' is missing; install it with: pip install 'skmlib[cluster]'."


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("scheduler", metavar="ADDRESS")
@click.option("--nthreads", type=click.IntRange(min=1), help="Units at a time; as many as cores when not given.")
@click.argument("options", nargs=-1, type=click.UNPROCESSED, metavar="[DASK-OPTIONS]...")
def worker(scheduler: str, nthreads: int | None, options: tuple[str, ...]) -> None:
    """Make reports for `skm build --scheduler ADDRESS`, where a Dask scheduler runs. Needs no project folder.

    This is `dask worker` as reports need it: without nanny, whose children may start no processes, without dashboard, and
    without a limit on the memory of this process, since cells run in others. Further options are those of `dask worker`.
    """
    from skmlib.pipeline.settings import count_cores

    try:
        from distributed.cli.dask_worker import main as dask_worker
    except ImportError as error:
        raise click.ClickException(NEEDS) from error
    ours = ("--no-nanny", "--no-dashboard", "--memory-limit", "0", "--nthreads", str(nthreads or count_cores()))
    dask_worker.main([scheduler, *ours, *options], prog_name="skm worker")
