"""`skm index`: the page that lists everything published. `skm build` writes it too when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from skmlib.problems import DataError

if TYPE_CHECKING:
    from skmlib.cli import Project


@click.command("index")
@click.pass_obj
def index(project: Project) -> None:
    """Write outputs/index.html from what is published. Reads no data and builds nothing."""
    raise SystemExit(0 if renew_index(project) else 1)


def renew_index(project: Project) -> bool:
    """Write the index and say where it is, or why it could not be written.

    Parameters
    ----------
    project : Project
        The project folder, and where messages go.

    Returns
    -------
    bool
        Whether it was written.
    """
    from skmlib.pipeline.build import OUTPUTS
    from skmlib.pipeline.index import write_index

    try:
        page = write_index(project.root / OUTPUTS)
    except DataError as error:
        project.errors.print(str(error), markup=False)
        return False
    project.console.print(f"Daftar semua laporan: {page.relative_to(project.root).as_posix()}", markup=False)
    return True
