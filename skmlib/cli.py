"""The command line: `skm build`, `skm why`, `skm check`, `skm list`, `skm index` and others.

A thin door: it names the reports, shows progress and findings, and turns failures into messages and an exit status. Messages
to the analyst are Indonesian; the help is English. Heavy modules are imported by the command that needs them.
"""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape

from skmlib.cli_audit import audit
from skmlib.cli_build import INTERRUPTED, build, why
from skmlib.cli_comments import comments
from skmlib.cli_console import SafeConsole, one_line
from skmlib.cli_diff import diff
from skmlib.cli_index import index
from skmlib.cli_init import init
from skmlib.cli_new_period import new_period
from skmlib.cli_tally import tally
from skmlib.cli_verify import verify
from skmlib.cli_worker import worker
from skmlib.parameters.project import find_project, list_ignored, list_reports
from skmlib.problems import DataError, Finding, name_rows, nearest


@dataclasses.dataclass(frozen=True)
class Project:
    """The project folder, and where messages go."""

    root: Path
    console: Console
    errors: Console


class Commands(click.Group):
    """Commands that an interrupt ends in plain words, with the status that it has everywhere."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("Dihentikan.", err=True)
            raise SystemExit(INTERRUPTED) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Project folder.")
@click.version_option(package_name="skmlib")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Build survey reports (SKM) from parameters and data.

    A report is named PERIODE/UNIT, as in params/2024/kasn.yml: 2024/kasn.
    """
    if context.invoked_subcommand in (audit.name, worker.name):
        return
    errors = SafeConsole(stderr=True)
    try:
        project = find_project(root or Path.cwd())
    except DataError as error:
        errors.print(str(error), markup=False)
        raise SystemExit(2) from error
    context.obj = Project(project, SafeConsole(), errors)


main.add_command(audit)
main.add_command(build)
main.add_command(comments)
main.add_command(diff)
main.add_command(index)
main.add_command(init)
main.add_command(new_period)
main.add_command(tally)
main.add_command(verify)
main.add_command(why)
main.add_command(worker)


@main.command("list")
@click.pass_obj
def list_command(project: Project) -> None:
    """List the units that have parameters, each with its reports."""
    for periode, unit in list_reports(project.root):
        built = (project.root / "outputs" / periode / unit / "manifest.json").is_file()
        text = f"{periode}/{unit}: {_listed(project, periode, unit)}{'  (sudah dibuat)' if built else ''}"
        project.console.print(text, markup=False)
    _show_ignored(project)


def _listed(project: Project, periode: str, unit: str) -> str:
    """Name the reports of a unit, or say that its parameters cannot be read."""
    from skmlib.parameters import load_report

    try:
        return ", ".join(load_report(unit, periode, root=project.root).own.laporan)
    except DataError:
        return "parameternya bermasalah; jalankan 'skm check'"


@main.command()
@click.argument("reports", nargs=-1, metavar="[PERIODE/UNIT]...")
@click.pass_obj
def check(project: Project, reports: tuple[str, ...]) -> None:
    """Check parameters and data, all of them or the named ones, and list the findings. Writes nothing."""
    from skmlib.pipeline.kinds import read_source

    failed = 0
    for periode, unit in chosen_reports(project, reports):
        try:
            source = read_source(unit, periode, root=project.root)
        except DataError as error:
            failed += 1
            project.errors.print(f"[red]✗[/] {escape(f'{periode}/{unit}')}\n{escape(str(error))}")
            continue
        findings = source.data.findings
        text = f"{periode}/{unit}: {source.size}, {len(findings)} temuan → {', '.join(source.laporan)}"
        project.console.print(f"[green]✓[/] {escape(text)}", soft_wrap=True)
        _show_findings(project, findings)
    if not reports:
        _show_ignored(project)
    raise SystemExit(1 if failed else 0)


def chosen_reports(project: Project, reports: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Give the named reports, or all; stop with the nearest known name when one is unknown.

    Parameters
    ----------
    project : Project
        The project folder, and where messages go.
    reports : tuple of str
        Names such as `"2024/kasn"`; none means all.

    Returns
    -------
    tuple of (periode, unit)
    """
    known = list_reports(project.root)
    names = {f"{periode}/{unit}": (periode, unit) for periode, unit in known}
    unknown = [name for name in reports if name.strip("/") not in names]
    for name in unknown:
        near = nearest(name, names)
        hint = f" Mungkin maksudnya {near!r}?" if near else f" Yang ada: {', '.join(names) or '-'}."
        project.errors.print(f"{name!r}: laporan ini tidak ada di params/.{hint}", markup=False)
    if unknown:
        raise SystemExit(2)
    if not known:
        project.errors.print("params/: belum ada berkas parameter; lihat docs/panduan.md.", markup=False)
        raise SystemExit(2)
    return tuple(dict.fromkeys(names[name.strip("/")] for name in reports)) or known


def _show_ignored(project: Project) -> None:
    """Name the files in params/ and data/ that belong to no report."""
    for name in list_ignored(project.root):
        text = f"{name}: diabaikan; parameter bernama params/<periode>/<unit>.yml, datanya di data/<periode>/<unit>/."
        project.errors.print(one_line(text), markup=False)


def _show_findings(project: Project, findings: tuple[Finding, ...]) -> None:
    """Print the findings, each with the index without its rows."""
    from skmlib.report import wording

    for finding in findings:
        without = f" IKM tanpa baris itu: {wording.number(finding.ikm_tanpa)}." if finding.ikm_tanpa is not None else ""
        rows = name_rows(finding.baris) if finding.baris else ""
        text = finding.pesan if not rows or rows in finding.pesan else f"{finding.pesan.removesuffix('.')} ({rows})."
        project.console.print(one_line(f"  • {finding.berkas}: {text}{without}"), markup=False)


if __name__ == "__main__":
    sys.exit(main())
