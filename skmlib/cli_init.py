"""`skm init`: the first parameters of a unit, proposed from its export.

Says what each column was taken for, how many places wait for a decision, and what to do next, in Indonesian.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.markup import escape

from skmlib.cli_console import one_line
from skmlib.problems import DataError

if TYPE_CHECKING:
    from skmlib.cli import Project
    from skmlib.pipeline.new_unit import NewUnit


@click.command("init")
@click.argument(
    "files", metavar="FILE [FILE]...", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False)
)
@click.option("--unit", help="Short code of the unit; taken from data/PERIODE/UNIT/ when FILE stands there.")
@click.option("--periode", help="Period such as 2025, 2025-S1 or 2025-TW3; taken from the folder likewise.")
@click.option("--agency", metavar="INSTANSI", help="Short code of the agency, as in params/instansi/INSTANSI.yml.")
@click.pass_obj
def init(project: Project, files: tuple[Path, ...], unit: str | None, periode: str | None, agency: str | None) -> None:
    """Look at the survey export FILE and write a parameter file that proposes how to read it.

    Several FILEs, or sheets with the same headings in one, are phases of one survey, such as its months, branches or services:
    the proposal holds for all of them together.

    What only a person can decide is marked with PERIKSA; `skm check` lists these marks. Nothing is overwritten.
    """
    from skmlib.pipeline.export_files import place_of
    from skmlib.pipeline.new_unit import read_new_unit, write_new_unit

    places = {place_of(file, root=project.root) for file in files}
    place = places.pop() if len(places) == 1 else None
    unit, periode = unit or (place[1] if place else None), periode or (place[0] if place else None)
    if unit is None or periode is None:
        named = one_line(", ".join(map(str, files)))
        advice = "tulis --unit dan --periode, misalnya --unit loket --periode 2025-S1."
        project.errors.print(f"{named}: unit dan periode belum diketahui; {advice}", markup=False, soft_wrap=True)
        raise SystemExit(2)
    try:
        new = read_new_unit(files, unit=unit, periode=periode, root=project.root, agency=agency)
        write_new_unit(new, root=project.root)
    except DataError as error:
        project.errors.print(f"[red]✗[/] {escape(f'{periode}/{unit}')}")
        project.errors.print(str(error), markup=False, soft_wrap=True)
        raise SystemExit(1) from error
    _show(project, new)


def _show(project: Project, new: NewUnit) -> None:
    """Say what was recognised, written and left to decide."""
    from skmlib.pipeline.export_files import tell_exports

    name, proposal = f"{new.periode}/{new.unit}", new.proposal
    project.console.print(
        f"[green]✓[/] {escape(name)}: {proposal.rows} responden dari {escape(one_line(tell_exports(new.exports)))}"
    )
    lines = [f"  {heading!r} → {role}" for heading, role in proposal.recognised]
    lines += [f"  {sentence}" for sentence in proposal.told]
    lines += [f"Ditulis: {', '.join(new.texts)}; {len(new.marks)} tanda PERIKSA."]
    lines += ["Berikutnya:", "  1. putuskan setiap tanda PERIKSA pada parameter, lalu hapus tandanya;"]
    lines += [f"  2. jalankan: skm check {name}"]
    project.console.print("\n".join(map(one_line, lines)), markup=False, soft_wrap=True)
