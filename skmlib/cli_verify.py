"""`skm verify`: whether published reports are what their data give."""

from __future__ import annotations

import contextlib
from collections import Counter
from typing import TYPE_CHECKING

import click
from rich.markup import escape

from skmlib.cli_console import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from skmlib.cli import Project
    from skmlib.pipeline.units import Name
    from skmlib.pipeline.verify import Verified

FEW = 20


@click.command()
@click.argument("reports", nargs=-1, metavar="[PERIODE/UNIT]...")
@click.option("--rebuild", is_flag=True, help="Build the reports anew in a scratch folder too, and compare every byte.")
@click.pass_obj
def verify(project: Project, reports: tuple[str, ...], rebuild: bool) -> None:
    """Verify the published reports, all of them or the named ones. Writes nothing.

    Hashes of inputs and outputs are computed anew; a second implementation counts the figures of hasil.json from the raw
    data; the numbers printed in HTML and PDF are read back and compared, with each other and with hasil.json. Figures that
    are not counted a second time are named. When all are verified, outputs/index.html is compared with what would be written
    now. The exit status is 1 when anything differs.
    """
    from skmlib.cli import chosen_reports
    from skmlib.parameters.project import list_reports
    from skmlib.pipeline.freshness import Current
    from skmlib.pipeline.publishing import OUTPUTS
    from skmlib.pipeline.rebuild import rebuilt_outputs
    from skmlib.pipeline.verify import list_published, verify_folder

    outputs = project.root / OUTPUTS
    names = chosen_reports(project, reports) if reports else list_published(outputs, list_reports(project.root))
    if not names:
        project.errors.print("outputs/: belum ada laporan; buat dengan 'skm build'.", markup=False)
        raise SystemExit(2)
    current, failed = Current(project.root), 0
    with rebuilt_outputs(names, root=project.root) if rebuild else contextlib.nullcontext() as scratch:
        for name in names:
            folder = outputs / "/".join(name)
            found = verify_folder(name, folder=folder, current=current)
            differences = (*found.differences, *_rebuilt_differences(folder, scratch, name))
            failed += bool(differences)
            _show(project, name, found, differences)
    if not reports:
        failed += _index_differs(project, outputs)
    raise SystemExit(1 if failed else 0)


def _index_differs(project: Project, outputs: Path) -> bool:
    """Compare the index with what would be written now, and say what was found."""
    from skmlib.pipeline.index_seal import INDEX
    from skmlib.pipeline.index_verify import index_difference

    difference = index_difference(outputs)
    if difference is None:
        project.console.print(f"[green]✓[/] {INDEX}: sesuai dengan folder yang terbit", soft_wrap=True)
    else:
        project.console.print(f"[red]✗[/] {escape(difference)}", soft_wrap=True)
    return difference is not None


def _rebuilt_differences(folder: Path, scratch: Path | None, name: Name) -> tuple[str, ...]:
    """Compare a folder with the one built anew, if there is one."""
    from skmlib.pipeline.rebuild import compare_folders

    if scratch is None or not folder.is_dir():
        return ()
    return tuple(f"dibangun ulang, {difference}" for difference in compare_folders(folder, scratch / "/".join(name)))


def _show(project: Project, name: Name, found: Verified, differences: tuple[str, ...]) -> None:
    """Say what was found of one folder."""
    mark = "[red]✗[/]" if differences else "[green]✓[/]"
    told = f"{len(differences)} perbedaan" if differences else f"{found.files} berkas cocok"
    text = (
        f"{'/'.join(name)}: {told}; {found.recounted} angka dihitung ulang, {len(found.not_recounted)} tidak; "
        f"{found.printed} angka dibandingkan antara HTML dan PDF, {found.shown} angka halaman dengan hasil.json"
    )
    project.console.print(f"{mark} {escape(text)}", soft_wrap=True)
    for difference in differences:
        project.console.print(one_line(f"  • {difference}"), markup=False, soft_wrap=True)
    if found.remark:
        project.console.print(f"  tidak dihitung ulang: {found.remark}", markup=False, soft_wrap=True)
    if found.not_recounted:
        project.console.print(f"  tidak dihitung ulang: {_named(found.not_recounted)}", markup=False, soft_wrap=True)


def _named(paths: tuple[str, ...]) -> str:
    """Name figures one by one where they are few, else by the part they stand in."""
    if len(paths) <= FEW:
        return ", ".join(paths)
    return ", ".join(f"{part} ({n})" for part, n in Counter(path.partition("/")[0] for path in paths).items())
