"""`skm audit`: whether the figures of a published report follow from each other. Needs no project and no answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from skmlib.cli_console import SafeConsole
from skmlib.problems import DataError

if TYPE_CHECKING:
    from skmlib.survey.audit.verdicts import Verdict

COLOURS = {"tidak_sesuai": "red", "sesuai_dengan": "yellow", "tidak_dapat_diperiksa": "blue", "sesuai": "green"}


@click.command("audit")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--json", "json_file", metavar="FILE", type=click.Path(path_type=Path), help="Write every verdict as JSON."
)
@click.option("--html", "html_file", metavar="FILE", type=click.Path(path_type=Path), help="Write a page for a reader.")
@click.option("--all", "show_all", is_flag=True, help="Show the figures that follow, too.")
def audit(file: Path, json_file: Path | None, html_file: Path | None, *, show_all: bool) -> None:
    """Check the printed figures of a published report against each other.

    FILE is YAML typed from the report (docs/panduan.md, section 17), or a CSV with a row for each unit. Each figure follows,
    follows with another weight or stage of rounding, does not follow, or cannot be checked.

    The exit status is 1 when a figure does not follow, 2 when the file cannot be read.
    """
    console, errors = SafeConsole(), SafeConsole(stderr=True)
    from skmlib.pipeline.audit_files import audit_html, audit_json, write_audit
    from skmlib.report.audit import audit_sentences
    from skmlib.survey.audit.reading import read_published_file
    from skmlib.survey.audit.rules import audit_report
    from skmlib.survey.audit.verdicts import DIFFERS, FOLLOWS, VERDICTS

    try:
        published = read_published_file(file, berkas=str(file))
        verdicts = audit_report(published.report)
        for path, write in ((json_file, audit_json), (html_file, audit_html)):
            if path is not None:
                write_audit(path, write(published, verdicts))
    except DataError as error:
        errors.print(str(error), markup=False, soft_wrap=True)
        raise SystemExit(2) from error
    for name in VERDICTS:
        if name != FOLLOWS or show_all:
            _show(console, verdicts, name)
    for sentence in audit_sentences(verdicts):
        console.print(sentence, markup=False, soft_wrap=True)
    raise SystemExit(1 if any(verdict.putusan == DIFFERS for verdict in verdicts) else 0)


def _show(console: Console, verdicts: Sequence[Verdict], name: str) -> None:
    """Print the figures with a verdict."""
    from skmlib.report.audit import HEADINGS, WORDS, audit_rows

    rows = audit_rows(verdicts, name)
    if not rows:
        return
    console.print(f"[bold {COLOURS[name]}]{WORDS[name]}[/]")
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading in HEADINGS:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    console.print(table, "")
