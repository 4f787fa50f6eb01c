"""`skm tally`: the scores of files of any size, counted by DuckDB."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from skmlib.problems import DataError

if TYPE_CHECKING:
    from skmlib.cli import Project
    from skmlib.survey.ikm_score import IkmScore
    from skmlib.survey.tally_columns import TallyColumns
    from skmlib.survey.tally_files import FilesTally

NAME_WIDTH = 12
WITHOUT_DUCKDB = "skm tally memerlukan paket 'duckdb', yang belum terpasang; jalankan 'make setup'."
LABELS_ADVICE = (
    "Jawaban dengan label dibaca dengan --like PERIODE/UNIT; tanpa itu hanya kode 1 sampai 4 dan sel kosong."
)


@click.command("tally")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--columns", metavar="NAME,NAME,...", help="Columns of the unsur, in their order.")
@click.option(
    "--like", metavar="PERIODE/UNIT", help="Take columns, labels of answers and weights from a report's parameters."
)
@click.option("--json", "as_json", is_flag=True, help="Print scores and whole-number sums as JSON.")
@click.pass_obj
def tally(project: Project, files: tuple[Path, ...], columns: str | None, like: str | None, *, as_json: bool) -> None:
    """Count Parquet and CSV FILEs of any size together, and score the unsur and the index as a report does.

    Columns are U1 to U9 or persyaratan to sarana, unless --columns or --like names others. Answers are 1 to 4, as numbers or
    text, blank where missing; with --like the labels of the parameters too. Anything else stops, and is listed.

    All files count as one sample: no services, weights of rows, sub-questions or population. Rows without any answer are
    left out and counted; rows of sums are not recognised. Memory stays the same however many rows there are.
    """
    if columns and like:
        raise click.UsageError("--columns and --like exclude each other.")
    try:
        from skmlib.survey.tally_files import tally_files

        counted = tally_files(files, columns=_chosen(project, columns, like))
    except ModuleNotFoundError as error:
        if error.name != "duckdb":
            raise
        project.errors.print(WITHOUT_DUCKDB, markup=False)
        raise SystemExit(2) from error
    except DataError as error:
        project.errors.print(str(error), markup=False, soft_wrap=True)
        if not like:
            project.errors.print(LABELS_ADVICE, markup=False, soft_wrap=True)
        raise SystemExit(1) from error
    from skmlib.survey.scores import score_ikm

    score = score_ikm(counted.tally, bobot=counted.columns.bobot, nama=counted.columns.names)
    if as_json:
        from skmlib.pipeline.json_text import spell_json

        click.echo(spell_json(_content(counted, score), indent=2))
    else:
        _show(project, counted, score)


def _chosen(project: Project, columns: str | None, like: str | None) -> TallyColumns | None:
    """Give the columns that the options name."""
    from skmlib.survey.tally_columns import columns_like, named_columns

    if columns:
        try:
            return named_columns(next(csv.reader([columns], skipinitialspace=True)))
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--columns") from error
    if like is None:
        return None
    from skmlib.parameters import load_parameters

    periode, slash, unit = like.strip("/").rpartition("/")
    if not slash:
        raise click.BadParameter(f"{like!r} is no PERIODE/UNIT, such as 2024/kasn.", param_hint="--like")
    return columns_like(load_parameters(unit, periode, root=project.root))


def _show(project: Project, counted: FilesTally, score: IkmScore) -> None:
    """Print both tables and what they say."""
    from skmlib.report import tally as words

    _print_table(project, words.ANSWER_HEADINGS, words.answer_rows(counted))
    _print_table(project, words.SCORE_HEADINGS, words.score_rows(counted, score))
    for sentence in words.tally_sentences(counted, score):
        project.console.print(sentence, markup=False, soft_wrap=True)


def _print_table(project: Project, headings: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
    """Print a table; only names are broken into lines where it is wide, never a number."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading, *cells in zip(headings, *rows, strict=True):
        width = max(map(len, [heading, *cells]))
        if heading == "Unsur":
            table.add_column(heading, overflow="fold", min_width=min(width, NAME_WIDTH))
        else:
            justify = "left" if heading == headings[0] else "right"
            table.add_column(heading, justify=justify, no_wrap=True, min_width=width)
    for row in rows:
        table.add_row(*map(escape, row))
    project.console.print(table, "", crop=False)


def _content(counted: FilesTally, score: IkmScore) -> dict[str, Any]:
    """Put everything together for other programs."""
    from skmlib.pipeline.hasil import plain
    from skmlib.survey.scores import score_unsur

    columns, sums = counted.columns, counted.tally
    return {
        "berkas": dict(counted.rows),
        "baris": {"dibaca": counted.rows_read, "dinilai": sums.responden, "tanpa_jawaban": counted.empty},
        "kolom": {column.unsur: column.heading for column in columns.columns},
        "bobot": columns.nama_bobot,
        "ikm": plain(score),
        "unsur": plain(score_unsur(sums, bobot=columns.bobot)),
        "jawaban": dict(zip(sums.unsur, sums.counts.tolist(), strict=True)),
        "jumlah": {
            "unsur": list(sums.unsur),
            "pair_n": sums.pair_n.tolist(),
            "pair_sums": sums.pair_sums.tolist(),
            "pair_products": sums.pair_products.tolist(),
            "complete_n": sums.complete_n,
            "complete_sums": sums.complete_sums.tolist(),
            "complete_products": sums.complete_products.tolist(),
        },
    }
