"""Building the reports of one unit: check, execute, render, publish together or not at all.

Everything is made in a private folder beside the outputs and swapped in when all of it succeeded, so a reader sees the old
folder or the new one. A failed run leaves the published folder untouched and keeps the failed notebook under
`outputs/gagal/<periode>/<unit>/`. (The engine that builds hundreds of units fast is a later step; this is one straight line.)
"""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections import deque
from collections.abc import Callable
from pathlib import Path

import nbformat

from skmlib.pipeline.execution import ExecutionError, execute_report
from skmlib.pipeline.exporters import SkmExporter, SkmHtmlExporter, SkmPdfExporter
from skmlib.pipeline.kinds import Checked, read_source
from skmlib.pipeline.manifest import write_build, write_manifest
from skmlib.pipeline.processes import Job, run_jobs
from skmlib.problems import DataError, Problem
from skmlib.survey.provenance import read_provenance

NOTEBOOKS = {
    "laporan-skm": "notebooks/laporan_skm.ipynb",
    "tindak-lanjut": "notebooks/tindak_lanjut.ipynb",
    "publikasi": "notebooks/publikasi.ipynb",
    "rekap": "notebooks/rekap.ipynb",
    "kinerja": "notebooks/kinerja.ipynb",
}
ENGINE = "skm"
WORKERS = 2
OUTPUTS = "outputs"
FAILED = "gagal"
WORKING = ".kerja"


@dataclasses.dataclass(frozen=True)
class Built:
    """What was published of a unit: folder, files, findings about its data, and the reports among the files."""

    folder: Path
    files: tuple[str, ...]
    findings: int
    reports: tuple[str, ...] = ()


def build_report(
    unit: str,
    periode: str,
    *,
    root: Path,
    with_word: bool = False,
    on_stage: Callable[[str], None] = lambda stage: None,
) -> Built:
    """Build and publish all reports of one unit and period.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.
    with_word : bool
        Whether each report but a poster gets a Word draft too.
    on_stage : callable
        Told the name of each stage as it begins.

    Returns
    -------
    Built
        The published folder.

    Raises
    ------
    DataError
        When parameters or data stop the run, or change while it runs.
    ExecutionError
        When a cell of the notebook raises; the notebook is kept.
    """
    on_stage("memeriksa data")
    source = read_source(unit, periode, root=root)
    work = root / OUTPUTS / WORKING / f"{periode}-{unit}-{os.getpid()}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        order = ReportOrder(unit, periode, root, work, with_word=with_word)
        _make_reports(source.laporan, order, on_stage=on_stage)
        on_stage("menulis olah data")
        source.write_files(work)
        _check_unchanged(source.data)
        write_manifest(source.data, work, notebooks=tuple(NOTEBOOKS[name] for name in source.laporan))
        write_build(work, root=root)
        on_stage("menerbitkan")
        folder = _publish_folder(work, root / OUTPUTS / periode / unit)
        shutil.rmtree(_failed_folder(root, unit, periode), ignore_errors=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return Built(
        folder,
        tuple(sorted(path.name for path in folder.iterdir())),
        len(source.data.findings),
        source.laporan,
    )


@dataclasses.dataclass(frozen=True)
class ReportOrder:
    """What the processes that make the reports of a unit are told: which unit, where, and in which forms."""

    unit: str
    periode: str
    root: Path
    work: Path
    with_word: bool = False


def _make_reports(names: tuple[str, ...], order: ReportOrder, *, on_stage: Callable[[str], None]) -> None:
    """Execute and render each notebook in a process of its own; stop at the first that fails, and keep it for reading."""
    jobs = deque(Job(name, make_report, (name, order)) for name in names)
    for outcome in run_jobs(jobs, workers=WORKERS, on_event=lambda job, stage: on_stage(stage)):
        if isinstance(outcome.error, ExecutionError):
            kept = _keep_failed(outcome.error, _failed_folder(order.root, order.unit, order.periode))
            raise kept from outcome.error
        if outcome.error is not None:
            raise outcome.error


def make_report(tell: Callable[[str], None], name: str, order: ReportOrder) -> None:
    """Execute one notebook and render it to HTML and PDF, and to Word where that is asked for.

    Parameters
    ----------
    tell : callable
        Told the name of each stage as it begins.
    name : str
        The report.
    order : ReportOrder
        Whose, where and in which forms.

    Raises
    ------
    ExecutionError
        When a cell of the notebook raises.
    """
    executed = order.work / f"{name}.ipynb"
    tell(f"menjalankan {name}")
    source, told = order.root / NOTEBOOKS[name], {"unit": order.unit, "periode": order.periode}
    execute_report(source, executed, root=order.root, engine=ENGINE, **told)
    for exporter in (SkmHtmlExporter(), SkmPdfExporter()):
        _render(exporter, executed, on_stage=tell)
    if order.with_word:
        _make_word(executed, on_stage=tell)


def _make_word(executed: Path, *, on_stage: Callable[[str], None]) -> None:
    """Render an executed notebook to Word, unless it is a poster."""
    from skmlib.pipeline.word import SkmDocxExporter, has_word_form

    if has_word_form(nbformat.read(executed, as_version=4)):
        _render(SkmDocxExporter(), executed, on_stage=on_stage)


def _render(exporter: SkmExporter, executed: Path, *, on_stage: Callable[[str], None]) -> None:
    """Render an executed notebook beside itself."""
    on_stage(f"menyusun {executed.stem} {exporter.file_extension.lstrip('.').upper()}")
    content, _ = exporter.from_filename(str(executed))
    target = executed.with_suffix(exporter.file_extension)
    target.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def _failed_folder(root: Path, unit: str, periode: str) -> Path:
    """Name the folder that keeps failed notebooks of a report."""
    return root / OUTPUTS / FAILED / periode / unit


def _keep_failed(error: ExecutionError, folder: Path) -> ExecutionError:
    """Keep a failed notebook for reading."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / error.notebook.name
    shutil.copy2(error.notebook, kept)
    return ExecutionError(cell=error.cell, cause=error.cause, traceback=error.traceback, notebook=kept)


def _check_unchanged(data: Checked) -> None:
    """Refuse to publish when a file changed, came or went while the report was made."""
    before = data.provenance
    now = read_provenance(data.parameters, (*(source.berkas for source in before.sources), *before.absent))
    changed = sorted({source.berkas for source in set(now.sources) ^ set(before.sources)})
    if changed:
        advice = "simpan berkas itu, lalu jalankan lagi"
        raise DataError([Problem(berkas, "berubah selama laporan dibuat", advice) for berkas in changed])


def _publish_folder(work: Path, folder: Path) -> Path:
    """Swap a finished folder in: the old one aside, the new one in, the old one away."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    old = work.with_name(f"{work.name}-lama")
    try:
        if folder.exists():
            folder.rename(old)
        work.rename(folder)
    except OSError as error:
        if old.exists():
            old.rename(folder)
        advice = "tutup berkas laporan yang sedang dibuka, lalu jalankan lagi"
        raise DataError([Problem(folder.as_posix(), f"folder ini tidak dapat diganti ({error})", advice)]) from error
    shutil.rmtree(old, ignore_errors=True)
    return folder
