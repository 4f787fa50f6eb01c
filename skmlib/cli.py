"""The command line: `skm build`, `skm check`, `skm list`, `skm index`, `skm comments`, `skm init`, `skm new-period`.

A thin door: it names the reports, shows progress and findings, and turns failures into messages and an exit status. Messages
to the analyst are Indonesian; the help is English. Heavy modules are imported by the command that needs them.
"""

from __future__ import annotations

import dataclasses
import sys
import time
from itertools import pairwise
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from skmlib.cli_comments import comments
from skmlib.cli_index import index, renew_index
from skmlib.cli_init import init
from skmlib.cli_new_period import new_period
from skmlib.parameters.project import find_project, list_ignored, list_reports
from skmlib.problems import DataError, Finding, name_rows, nearest


@dataclasses.dataclass(frozen=True)
class Project:
    """The project folder, and where messages go."""

    root: Path
    console: Console
    errors: Console


class Stages:
    """The stages of one report: shown as they run, a spinner on a terminal and a line each elsewhere, and timed."""

    def __init__(self, project: Project, title: str) -> None:
        self._console, self._title = project.console, title
        self._status = project.console.status(escape(title)) if project.console.is_terminal else None
        self._begun: list[tuple[str, float]] = []

    def __enter__(self) -> Stages:
        if self._status:
            self._status.start()
        return self

    def __exit__(self, *error: object) -> None:
        if self._status:
            self._status.stop()
        self._begun.append(("", time.monotonic()))

    def begin(self, stage: str) -> None:
        """Show that a stage begins."""
        self._begun.append((stage, time.monotonic()))
        if self._status:
            self._status.update(f"{escape(self._title)}: {stage}")
        else:
            self._console.print(f"{self._title}: {stage}", markup=False)

    @property
    def told(self) -> str:
        """How long all of it and each stage took, in seconds."""
        parts = [f"{stage} {end - start:.1f}" for (stage, start), (_, end) in pairwise(self._begun)]
        return f"{self._begun[-1][1] - self._begun[0][1]:.1f} dtk ({', '.join(parts)})"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Project folder.")
@click.version_option(package_name="skmlib")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Build survey reports (SKM) from parameters and data.

    A report is named PERIODE/UNIT, as in params/2024/kasn.yml: 2024/kasn.
    """
    errors = Console(stderr=True, highlight=False, emoji=False)
    try:
        project = find_project(root or Path.cwd())
    except DataError as error:
        errors.print(str(error), markup=False)
        raise SystemExit(2) from error
    context.obj = Project(project, Console(highlight=False, emoji=False), errors)


main.add_command(comments)
main.add_command(index)
main.add_command(init)
main.add_command(new_period)


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
    for periode, unit in _chosen(project, reports):
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


@main.command()
@click.argument("reports", nargs=-1, metavar="[PERIODE/UNIT]...")
@click.option("--to", "formats", multiple=True, type=click.Choice(["docx"]), help="Make Word drafts too.")
@click.pass_obj
def build(project: Project, reports: tuple[str, ...], formats: tuple[str, ...]) -> None:
    """Build the reports of every unit, or of the named ones, into outputs/PERIODE/UNIT.

    Which reports a unit has stands under "laporan" in its parameters; all of them are published together or none.
    Each is made as HTML and PDF, which is the official form; the Word drafts of --to docx are for handing around.
    """
    from skmlib.pipeline.build import build_report

    chosen = _chosen(project, reports)
    failed: list[str] = []
    for place, (periode, unit) in enumerate(chosen, start=1):
        name = f"{periode}/{unit}"
        stages = Stages(project, f"[{place}/{len(chosen)}] {name}")
        try:
            with stages:
                named = {"root": project.root, "with_word": "docx" in formats, "on_stage": stages.begin}
                built = build_report(unit, periode, **named)
        except Exception as error:
            failed.append(name)
            _show_failure(project, name, error)
            continue
        where = built.folder.relative_to(project.root).as_posix()
        told = f"{name}: {', '.join(built.reports)}; {built.findings} temuan, {stages.told} → {where}/"
        project.console.print(f"[green]✓[/] {escape(told)}", soft_wrap=True)
        posters = [name for name in built.reports if formats and f"{name}.docx" not in built.files]
        if posters:
            text = f"  {', '.join(posters)}: poster tidak memiliki bentuk Word; pakai PDF-nya."
            project.console.print(text, markup=False)
    _show_summary(project, len(chosen), failed)
    raise SystemExit(0 if renew_index(project) and not failed else 1)


def _chosen(project: Project, reports: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Give the named reports, or all; stop with the nearest known name when one is unknown."""
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
    return tuple(names[name.strip("/")] for name in reports) or known


def _show_ignored(project: Project) -> None:
    """Name the files in params/ and data/ that belong to no report."""
    for name in list_ignored(project.root):
        text = f"{name}: diabaikan; parameter bernama params/<periode>/<unit>.yml, datanya di data/<periode>/<unit>/."
        project.errors.print(text, markup=False)


def _show_findings(project: Project, findings: tuple[Finding, ...]) -> None:
    """Print the findings, each with the index without its rows."""
    from skmlib.report import wording

    for finding in findings:
        without = f" IKM tanpa baris itu: {wording.number(finding.ikm_tanpa)}." if finding.ikm_tanpa is not None else ""
        rows = name_rows(finding.baris) if finding.baris else ""
        text = finding.pesan if not rows or rows in finding.pesan else f"{finding.pesan.removesuffix('.')} ({rows})."
        project.console.print(f"  • {finding.berkas}: {text}{without}", markup=False)


def _show_failure(project: Project, name: str, error: Exception) -> None:
    """Say what failed, where, and where the failed notebook is."""
    from skmlib.pipeline.execution import ExecutionError

    project.errors.print(f"[red]✗[/] {escape(name)}")
    if isinstance(error, ExecutionError):
        project.errors.print(error.traceback, markup=False)
        kept = error.notebook.relative_to(project.root)
        project.errors.print(f"Gagal di {error}\nNotebook yang gagal disimpan di {kept}.", markup=False)
    elif isinstance(error, DataError):
        project.errors.print(str(error), markup=False)
    else:
        project.errors.print_exception(show_locals=False)
    project.errors.print("Laporan yang sudah terbit tidak diubah.", markup=False)


def _show_summary(project: Project, total: int, failed: list[str]) -> None:
    """Say how many reports were built, which failed, and where the files are."""
    done = total - len(failed)
    project.console.print(f"Laporan {done} dari {total} unit dibuat di {project.root / 'outputs'}.", markup=False)
    if failed:
        project.errors.print(f"Gagal: {', '.join(failed)}.", markup=False)


if __name__ == "__main__":
    sys.exit(main())
