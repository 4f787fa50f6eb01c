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


def renew_index(project: Project, *, quiet: bool = False) -> bool:
    """Write the index and say where it is, or why it could not be written.

    Parameters
    ----------
    project : Project
        The project folder, and where messages go.
    quiet : bool
        Whether nothing but problems is said.

    Returns
    -------
    bool
        Whether it was written.
    """
    from skmlib.pipeline.index_seal import INDEX, hash_published, is_sealed
    from skmlib.pipeline.publishing import OUTPUTS

    outputs = project.root / OUTPUTS
    page = outputs / INDEX
    try:
        if not is_sealed(page, hash_published(outputs)):
            from skmlib.pipeline.index import write_index

            write_index(outputs)
    except DataError as error:
        project.errors.print(str(error), markup=False)
        return False
    if not quiet:
        project.console.print(f"Daftar semua laporan: {page.relative_to(project.root).as_posix()}", markup=False)
    return True
