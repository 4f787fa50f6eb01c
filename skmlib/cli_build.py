"""`skm build` and `skm why`: making the reports that are stale, and saying what makes them so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.markup import escape

from skmlib.cli_console import one_line
from skmlib.cli_index import renew_index

if TYPE_CHECKING:
    from skmlib.cli import Project
    from skmlib.pipeline.settings import Settings

INTERRUPTED = 130


@click.command()
@click.argument("reports", nargs=-1, metavar="[PERIODE/UNIT]...")
@click.option("--to", "formats", multiple=True, type=click.Choice(["docx"]), help="Make Word drafts too.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes at a time; as many as cores when not given.")
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Let the workers of a Dask cluster build, such as tcp://10.0.0.5:8786; see docs/scaling.md.",
)
@click.option("--force", is_flag=True, help="Build current reports too.")
@click.option("--dry-run", is_flag=True, help="Only list what would be built; nothing runs.")
@click.option("--json", "as_json", is_flag=True, help="Write events as one JSON object a line.")
@click.option(
    "--cell-limit", type=click.IntRange(min=1), metavar="SECONDS", help="What a cell may take.  [default: 300]"
)
@click.option(
    "--report-limit", type=click.IntRange(min=1), metavar="SECONDS", help="What a report may take.  [default: 900]"
)
@click.pass_obj
def build(
    project: Project,
    reports: tuple[str, ...],
    formats: tuple[str, ...],
    jobs: int | None,
    scheduler: str | None,
    force: bool,
    dry_run: bool,
    as_json: bool,
    cell_limit: int | None,
    report_limit: int | None,
) -> None:
    """Build the stale reports of every unit, or of the named ones, into outputs/PERIODE/UNIT.

    Which reports a unit has stands under "laporan" in its parameters; all of them are published together or none.
    Each is made as HTML and PDF, which is the official form; the Word drafts of --to docx are for handing around.

    Reports are current, and not built again, as long as their data, parameters, notebooks, the library, the lock file and the
    outputs themselves are the same to the byte; `skm why` names what is not. One that fails does not stop the others: run
    again, and only what failed or changed is built.
    """
    from skmlib.cli import chosen_reports
    from skmlib.cli_progress import choose_display
    from skmlib.pipeline.build import build_reports
    from skmlib.pipeline.failures import ClusterError
    from skmlib.pipeline.report_jobs import FORMS
    from skmlib.pipeline.settings import Settings

    if jobs and scheduler:
        raise click.UsageError(
            "--jobs: found with --scheduler, where each worker says how many units it makes; leave it out."
        )
    given = {"jobs": jobs, "scheduler": scheduler, "cell_limit": cell_limit, "report_limit": report_limit}
    settings = Settings(forms=(*FORMS, *formats), force=force, **{key: value for key, value in given.items() if value})
    names = chosen_reports(project, reports)
    if dry_run:
        _show_plan(project, names, settings, as_json=as_json)
        return
    display = choose_display(project, as_json=as_json, word=bool(formats))
    try:
        ended = build_reports(names, root=project.root, settings=settings, on_event=display)
    except ClusterError as error:
        project.errors.print(str(error), markup=False, soft_wrap=True)
        raise SystemExit(2) from error
    if ended.interrupted:
        raise SystemExit(INTERRUPTED)
    raise SystemExit(0 if renew_index(project, quiet=as_json) and not ended.failed else 1)


@click.command()
@click.argument("reports", nargs=-1, metavar="[PERIODE/UNIT]...")
@click.pass_obj
def why(project: Project, reports: tuple[str, ...]) -> None:
    """Say which input makes each report stale, one line each. Nothing runs and nothing is written."""
    from skmlib.cli import chosen_reports
    from skmlib.pipeline.build import plan_build
    from skmlib.pipeline.settings import Settings

    for name, reasons in plan_build(chosen_reports(project, reports), root=project.root, settings=Settings()).items():
        report = escape("/".join(name))
        project.console.print(f"{report}: {f'{len(reasons)} sebab' if reasons else 'mutakhir'}", soft_wrap=True)
        for reason in reasons:
            project.console.print(one_line(f"  {reason}"), markup=False, soft_wrap=True)


def _show_plan(project: Project, names: tuple[tuple[str, str], ...], settings: Settings, *, as_json: bool) -> None:
    """List what would be built; as JSON, give the event with which a build begins."""
    from skmlib.pipeline import events
    from skmlib.pipeline.build import plan_build

    plan = plan_build(names, root=project.root, settings=settings)
    stale = [name for name in names if plan[name] or settings.force]
    if as_json:
        click.echo(events.as_json(events.Planned(tuple(map("/".join, stale)), len(names) - len(stale))))
        return
    for name in stale:
        reasons = plan[name]
        more = f" dan {len(reasons) - 1} sebab lain" if len(reasons) > 1 else ""
        told = f"{reasons[0]}{more}" if reasons else "diminta"
        project.console.print(f"{'/'.join(name)}: akan dibuat ({one_line(told)})", markup=False, soft_wrap=True)
    project.console.print(f"{len(stale)} unit akan dibuat, {len(names) - len(stale)} sudah mutakhir.", markup=False)
