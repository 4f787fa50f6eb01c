"""The commands on comments: `skm comments export`, `skm comments import`.

Export writes one file per annotator with masked texts; import takes the files back into `komentar.csv`. Both check everything
first and write afterwards; neither replaces what is there unless `--overwrite` says so.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.markup import escape

from skmlib.cli_console import one_line
from skmlib.parameters.project import list_reports
from skmlib.problems import DataError, Problem, name_options, name_rows, nearest

if TYPE_CHECKING:
    import pandas as pd

    from skmlib.cli import Project
    from skmlib.survey.annotation_merge import Received
    from skmlib.survey.open_answers import OpenAnswers

FOLDER = "anotasi"
SUFFIXES = {"xlsx": ".xlsx", "csv": ".csv", "label-studio": ".json", "doccano": ".jsonl"}
INTERFACE = "label-studio.xml"


@click.group()
def comments() -> None:
    """Give comments out to annotators, and take their labels back."""


@comments.command("export")
@click.argument("report", nargs=-1, required=True, metavar="PERIODE/UNIT")
@click.option(
    "--annotator", "annotators", multiple=True, metavar="NAME", help="Who judges; may be given several times."
)
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), help="Folder for the files.")
@click.option("--format", "kind", type=click.Choice(list(SUFFIXES)), default="xlsx", show_default=True)
@click.option("--overwrite", is_flag=True, help="Replace files that are there.")
@click.pass_obj
def export_command(
    project: Project,
    report: tuple[str, ...],
    annotators: tuple[str, ...],
    folder: Path | None,
    kind: str,
    overwrite: bool,
) -> None:
    """Write the masked comments of a report, one file per annotator. Also: UNIT PERIODE as two words."""
    periode, unit = _split_report(project, report)[0]
    try:
        _export(project, (periode, unit), (annotators, folder, kind), overwrite=overwrite)
    except (DataError, OSError) as error:
        _fail(project, f"{periode}/{unit}", error)


@comments.command("import")
@click.argument("words", nargs=-1, required=True, metavar="PERIODE/UNIT FILE...")
@click.option("--annotator", default="", metavar="NAME", help="Who judged, where the file does not say.")
@click.option("--overwrite", is_flag=True, help="Replace labels that the same annotator gave before.")
@click.pass_obj
def import_command(project: Project, words: tuple[str, ...], annotator: str, overwrite: bool) -> None:
    """Take annotated files into komentar.csv: XLSX, CSV, Label Studio JSON, doccano JSONL."""
    (periode, unit), files = _split_report(project, words)
    if not files:
        raise click.UsageError("Missing argument 'FILE...'.")
    try:
        _import(project, (periode, unit), [Path(name) for name in files], annotator, overwrite=overwrite)
    except (DataError, OSError) as error:
        _fail(project, f"{periode}/{unit}", error)


def _split_report(project: Project, words: tuple[str, ...]) -> tuple[tuple[str, str], tuple[str, ...]]:
    """Take the report off the front: PERIODE/UNIT, or UNIT PERIODE as two words; give it and the other words."""
    known = list_reports(project.root)
    names = {f"{periode}/{unit}": (periode, unit) for periode, unit in known}
    first = words[0].replace("\\", "/").strip("/")
    if first in names:
        return names[first], words[1:]
    for pair in ((words[1:2] or ("",))[0], first), (first, (words[1:2] or ("",))[0]):
        if pair in known:
            return pair, words[2:]
    near = nearest(first, names)
    hint = f" Mungkin maksudnya {near!r}?" if near else f" Yang ada: {name_options(list(names))}."
    project.errors.print(f"{words[0]!r}: laporan ini tidak ada di params/.{hint}", markup=False)
    raise SystemExit(2)


def _fail(project: Project, name: str, error: DataError | OSError) -> None:
    """Say what is wrong; problems of data are found before anything is written."""
    text = f"{error}\nTidak ada berkas yang diubah."
    if isinstance(error, OSError):
        text = f"{error.filename}: tidak dapat ditulis; tutup berkas itu di program lain, lalu ulangi."
    project.errors.print(f"[red]✗[/] {escape(name)}\n{escape(text)}")
    raise SystemExit(1) from error


def _shown(project: Project, path: Path) -> str:
    """Name a file relative to the project folder, or by its own name outside it."""
    resolved = path.resolve()
    return resolved.relative_to(project.root).as_posix() if resolved.is_relative_to(project.root) else path.name


def _export(
    project: Project, report: tuple[str, str], wanted: tuple[tuple[str, ...], Path | None, str], *, overwrite: bool
) -> None:
    """Check everything, then write the files."""
    from skmlib.parameters import load_parameters
    from skmlib.pipeline.annotation_export import unsur_choices
    from skmlib.pipeline.annotation_tasks import write_label_studio_interface
    from skmlib.survey.no_comment import is_no_comment
    from skmlib.survey.open_answers import read_open_answers, select_tasks

    annotators, folder, kind = wanted
    answers = read_open_answers(load_parameters(report[1], report[0], root=project.root))
    people = _named(annotators) or _known_annotators(answers)
    target = folder or project.root / answers.parameters.data_folder / FOLDER
    paths = {who: target / f"komentar-{who}{SUFFIXES[kind]}" for who in people}
    taken = [_shown(project, path) for path in paths.values() if path.exists()]
    if taken and not overwrite:
        advice = "impor dahulu isinya, atau tambahkan --overwrite bila memang hendak diganti"
        raise DataError([Problem(name, "berkas ini sudah ada dan tidak ditimpa", advice) for name in taken])
    target.mkdir(parents=True, exist_ok=True)
    for who, path in paths.items():
        tasks = select_tasks(answers, who)
        _writer(kind, answers, who)(tasks, path)
        labelled = int((tasks["sentimen"] != "").sum())
        told = f"{len(tasks)} komentar untuk anotator {who}, {labelled} sudah berlabel"
        project.console.print(f"[green]✓[/] {escape(_shown(project, path))}: {escape(told)}.")
    if kind == "label-studio":
        write_label_studio_interface(target / INTERFACE, choices=unsur_choices(answers.parameters))
        text = "tempel isinya sebagai Labeling Interface di Label Studio."
        project.console.print(f"  • {_shown(project, target / INTERFACE)}: {text}", markup=False)
    n = int(answers.answers["komentar"].map(is_no_comment).sum())
    if n:
        text = "tampaknya tidak mengatakan apa-apa; anotator memberinya label tanpa_komentar, tidak ada yang diisi otomatis."
        project.console.print(f"  • {n} isian {text}", markup=False)


def _writer(kind: str, answers: OpenAnswers, annotator: str) -> Callable[[pd.DataFrame, Path], None]:
    """Choose what writes the file of one annotator."""
    from skmlib.pipeline import annotation_export, annotation_tasks

    parameters = answers.parameters
    choices = annotation_export.unsur_choices(parameters)

    def write(tasks: pd.DataFrame, path: Path) -> None:
        match kind:
            case "csv":
                annotation_tasks.write_csv_tasks(tasks, path)
            case "label-studio":
                annotation_tasks.write_label_studio_tasks(tasks, path, choices=choices)
            case "doccano":
                annotation_tasks.write_doccano_tasks(tasks, path, choices=choices)
            case _:
                annotation_export.write_annotation_workbook(tasks, path, parameters=parameters, annotator=annotator)

    return write


def _named(annotators: tuple[str, ...]) -> tuple[str, ...]:
    """Spell the names that were given."""
    from skmlib.survey.annotations import NAME_ALLOWED, check_annotator

    wrong = [name for name in annotators if not check_annotator(name)]
    if wrong:
        raise DataError([Problem("--annotator", f"tertulis {name!r}", NAME_ALLOWED) for name in wrong])
    return tuple(dict.fromkeys(check_annotator(name) for name in annotators))


def _known_annotators(answers: OpenAnswers) -> tuple[str, ...]:
    """Name those who already judged, or the one annotator without a name."""
    from skmlib.survey.adjudication import KEPUTUSAN
    from skmlib.survey.annotations import UNNAMED

    return tuple(sorted(set(answers.annotations["anotator"]) - {KEPUTUSAN})) or (UNNAMED,)


def _import(project: Project, report: tuple[str, str], paths: list[Path], annotator: str, *, overwrite: bool) -> None:
    """Read and check all files, then write komentar.csv."""
    from skmlib.parameters import load_parameters
    from skmlib.pipeline.annotation_tasks import write_comments
    from skmlib.survey.adjudication import KEPUTUSAN
    from skmlib.survey.annotation_import import read_annotated_files
    from skmlib.survey.annotation_merge import merge_annotations
    from skmlib.survey.open_answers import read_open_answers

    parameters = load_parameters(report[1], report[0], root=project.root)
    answers = read_open_answers(parameters)
    who = (_named((annotator,)) if annotator else ("",))[0]
    files = read_annotated_files(
        {_shown(project, path): path for path in paths},
        annotator=who,
        label_unsur=parameters.label_unsur,
        nama_unsur=parameters.nama_unsur,
    )
    merged, received = merge_annotations(files, answers, overwrite=overwrite)
    target = project.root / answers.berkas
    write_comments(merged, target)
    for row in received:
        project.console.print(f"[green]✓[/] {escape(_describe(row))}")
    for file in files:
        for text in file.told:
            project.console.print(one_line(f"  • {file.berkas}: {text}"), markup=False)
    people = len({*merged["anotator"]} - {KEPUTUSAN}) if "anotator" in merged.columns else 1
    project.console.print(f"{answers.berkas}: {len(merged)} baris dari {people} anotator.", markup=False)


def _describe(row: Received) -> str:
    """Say what one annotator sent back."""
    labels = ", ".join(f"{name} {n}" for name, n in row.per_sentimen.items())
    labelled = f"{sum(row.per_sentimen.values())} berlabel" + (f" ({labels})" if labels else "")
    half = f" ({row.setengah} di antaranya diberi unsur atau kutip)" if row.setengah else ""
    told = f"{row.berkas}, anotator {row.anotator}: {row.dibaca} baris dibaca, {labelled}, {row.kosong} kosong{half}"
    if row.tidak_ada:
        told += f"; {len(row.tidak_ada)} komentar tidak ada di berkas ini ({name_rows(row.tidak_ada)} ekspor)"
    return f"{told}."
