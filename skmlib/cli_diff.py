"""`skm diff`: what changed between two versions of a report, on the terminal, as JSON or as a page."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.markup import escape
from rich.table import Table

from skmlib.cli_console import one_line
from skmlib.problems import DataError

if TYPE_CHECKING:
    from skmlib.cli import Project
    from skmlib.pipeline.changed_figures import FigureChange
    from skmlib.pipeline.changed_text import ChangedSentence
    from skmlib.pipeline.comparison import Comparison

SAME, DIFFERENT, TROUBLE = 0, 1, 2
SHOWN = 15  # rows of a part on the terminal


@click.command("diff")
@click.argument("old", metavar="A", type=click.Path(path_type=Path))
@click.argument("new", metavar="B", type=click.Path(path_type=Path))
@click.option("--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), help="Write everything as JSON.")
@click.option("--html", "html_file", type=click.Path(path_type=Path, dir_okay=False), help="Write one page to read.")
@click.option("--all", "is_all", is_flag=True, help=f"Show every figure and sentence, not only {SHOWN} of each part.")
@click.pass_obj
def diff(
    project: Project, old: Path, new: Path, json_file: Path | None, html_file: Path | None, *, is_all: bool
) -> None:
    """Say what changed between two published folders A and B, such as an earlier copy of outputs/2024/kasn and the new one.

    Figures with old value, new value and size, categories first; findings that came and went; sentences, word by word; inputs
    that differ. Figures are compared exactly, so a change too small to be printed is found too.

    The exit status is that of diff(1): 0 when the folders are the same, 1 when they differ, 2 when one cannot be read.
    """
    from skmlib.pipeline.comparison import compare_folders

    try:
        found = compare_folders(old, new)
        for file, write in ((json_file, _write_json), (html_file, _write_page)):
            if file is not None:
                write(found, file)
    except DataError as error:
        project.errors.print(str(error), markup=False, soft_wrap=True)
        raise SystemExit(TROUBLE) from error
    except OSError as error:
        project.errors.print(
            f"{error.filename}: tidak dapat ditulis ({error.strerror}); pilih berkas lain.", markup=False
        )
        raise SystemExit(TROUBLE) from error
    _show(project, found, limit=None if is_all else SHOWN)
    raise SystemExit(SAME if found.is_same else DIFFERENT)


def _write_json(found: Comparison, file: Path) -> None:
    """Write everything that was found."""
    from skmlib.pipeline.manifest import write_json

    names = ("angka", "temuan_baru", "temuan_hilang", "temuan_berubah", "kalimat", "masukan", "parameter", "berkas")
    told = dataclasses.asdict(dataclasses.replace(found, lama=None, baru=None))
    sides = {side: getattr(found, side) for side in ("lama", "baru")}
    write_json(
        {
            side: {"folder": one.folder.as_posix(), "unit": one.unit, "periode": one.periode}
            for side, one in sides.items()
        }
        | {name: told[name] for name in names},
        file,
    )


def _write_page(found: Comparison, file: Path) -> None:
    """Write the page."""
    from skmlib.pipeline.comparison_page import comparison_html

    file.write_text(comparison_html(found), encoding="utf-8", newline="\n")


def _show(project: Project, found: Comparison, *, limit: int | None) -> None:
    """Show what was found: of each part no more than `limit` rows, and how many there are besides."""
    from skmlib.pipeline.comparison_page import heading, summary

    say = project.console.print
    say(one_line(heading(found)), markup=False)
    for sentence in summary(found):
        say(f"  {sentence}", markup=False)
    figures = [change for change in found.angka if change.is_own and not change.is_text]
    for part, changes in groupby(figures, key=lambda change: change.bagian):
        say(_table(part, list(changes), limit))
    texts = [change for change in found.angka if change.is_own and change.is_text]
    _list(project, "Teks", map(_told, texts), limit)
    _list(project, "Temuan baru", found.temuan_baru)
    _list(project, "Temuan yang hilang", found.temuan_hilang)
    _list(project, "Temuan yang berubah angkanya", map(_marked, found.temuan_berubah))
    for name, text in found.kalimat.items():
        _list(project, f"Kalimat dalam {name}", map(_marked, text.sentences), limit)
    _list(project, "Parameter", map(_told, found.parameter))
    _list(project, "Masukan yang berbeda", map(str, found.masukan))
    if not found.masukan:
        _list(project, "Berkas yang berbeda", map(str, found.berkas))


def _table(part: str, changes: list[FigureChange], limit: int | None) -> Table:
    """Tabulate the changed figures of a part."""
    table = Table(part, box=None, pad_edge=False)
    for name in ("Lama", "Baru", "Selisih"):
        table.add_column(name, justify="right", no_wrap=True)
    for change in changes[:limit]:
        cells = map(one_line, (change.nama, change.lama, change.baru, change.selisih))
        table.add_row(*map(escape, cells))
    if len(changes) > len(changes[:limit]):
        table.add_row(_more(len(changes) - len(changes[:limit])))
    return table


def _list(project: Project, title: str, lines: Iterable[str], limit: int | None = None) -> None:
    """Show lines below a title, where there are any."""
    told = list(lines)
    shown = told[:limit]
    if told:
        project.console.print(f"{title}:", markup=False)
    for line in shown:
        project.console.print(one_line(f"  {line}"), markup=False, soft_wrap=True)
    if len(told) > len(shown):
        project.console.print(f"  {_more(len(told) - len(shown))}", markup=False)


def _more(n: int) -> str:
    """Say how much is not shown."""
    return f"… {n} lagi; tampilkan dengan --all"


def _told(change: FigureChange) -> str:
    """Tell a changed text."""
    return f"{change.nama}: [-{change.lama}-] {{+{change.baru}+}}"


def _marked(sentence: ChangedSentence) -> str:
    """Mark what went and what came, as word diffs do."""
    marks = {"lama": "[-{}-]", "baru": "{{+{}+}}"}
    return " ".join(marks.get(kind, "{}").format(words) for kind, words in sentence.pieces)
