"""What `skm build` shows while it runs: a bar on a terminal, plain lines elsewhere, one JSON object a line for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from skmlib.cli_console import one_line
from skmlib.pipeline import events

if TYPE_CHECKING:
    from skmlib.cli import Project

REPORTS_SHOWN = 6
BAR_WIDTH = 20


class Display(Protocol):
    """Shows the events of a build."""

    def __call__(self, event: events.Event) -> None:
        """Show an event."""


class JsonLines:
    """One JSON object a line on standard output, and nothing else there."""

    def __init__(self, project: Project) -> None:
        self._write = project.console.file.write
        self._flush = project.console.file.flush

    def __call__(self, event: events.Event) -> None:
        """Write an event."""
        self._write(f"{events.as_json(event)}\n")
        self._flush()


class Lines:
    """Lines: what was published, what failed and why. Stages are told only where there is no bar to show them."""

    def __init__(self, project: Project, *, word: bool = False) -> None:
        self._project, self._word = project, word
        self._failures: dict[str, str] = {}  # message and the report that it was told of first

    def __call__(self, event: events.Event) -> None:
        """Show an event."""
        console = self._project.console
        match event:
            case events.Recovered():
                show_aside(self._project, event.aside)
            case events.Planned():
                console.print(f"{len(event.stale)} unit akan dibuat, {event.current} sudah mutakhir.", markup=False)
            case events.Refused():
                told = f"{event.worker}: pekerja ini tidak dipakai: {event.reason}."
                self._project.errors.print(told, markup=False, soft_wrap=True)
            case events.Stage():
                if not console.is_terminal:
                    console.print(f"{event.report}: {event.stage}", markup=False, soft_wrap=True)
            case events.Published():
                self._show_published(event)
            case events.Unchanged():
                console.print(f"{event.report}: sudah dibuat oleh perintah lain.", markup=False)
            case events.Failed():
                first = self._failures.setdefault(event.message, event.report)
                show_failure(self._project, event, as_in="" if first == event.report else first)
            case events.Ended():
                self._show_end(event)

    def _show_published(self, event: events.Published) -> None:
        """Say what was published, where, and what a Word draft was not made of."""
        seconds = f"{event.seconds:.1f}".replace(".", ",")
        console = self._project.console
        told = f"{event.report}: {', '.join(event.laporan)}; {event.findings} temuan, {seconds} dtk → {event.folder}/"
        console.print(f"[green]✓[/] {escape(told)}", soft_wrap=True)
        show_aside(self._project, event.aside)
        if event.apart:
            text = (
                f"  Perhatian: versi sebelumnya berbeda {event.apart} responden. Siapa yang memegang keduanya dapat melihat "
                "jawaban mereka; tarik versi lama dan jangan edarkan keduanya."
            )
            console.print(text, markup=False, soft_wrap=True)
        posters = [name for name in event.laporan if self._word and f"{name}.docx" not in event.files]
        if posters:
            console.print(f"  {', '.join(posters)}: poster tidak memiliki bentuk Word; pakai PDF-nya.", markup=False)

    def _show_end(self, event: events.Ended) -> None:
        """Sum up."""
        console, errors = self._project.console, self._project.errors
        where = self._project.root / "outputs"
        if event.published:
            console.print(f"Laporan {event.published} unit diterbitkan di {where}.", markup=False, soft_wrap=True)
        if event.failed:
            text = (
                f"Gagal: {', '.join(event.failed)}. Jalankan lagi sesudah diperbaiki; yang sudah terbit tidak dibuat ulang. "
                "Daftar laporan masih memuat versi lamanya, bila ada."
            )
            errors.print(text, markup=False, soft_wrap=True)
        if event.interrupted:
            errors.print(
                "Dihentikan. Laporan yang sudah terbit tidak diubah; jalankan lagi untuk meneruskan.", markup=False
            )


class Bar:
    """A bar over the whole build, with the reports being made and the remaining time; lines for what is done stand above it."""

    def __init__(self, project: Project, lines: Lines) -> None:
        self._lines = lines
        self._running: dict[str, str] = {}
        self._progress = Progress(
            BarColumn(bar_width=BAR_WIDTH),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("sisa"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[running]}"),
            console=project.console,
            transient=True,
        )
        self._task = self._progress.add_task("", total=None, running="")

    def __call__(self, event: events.Event) -> None:
        """Show an event."""
        match event:
            case events.Recovered():  # the bar does not run yet
                self._lines(event)
                return
            case events.Planned():
                self._lines(event)
                self._progress.update(self._task, total=len(event.stale))
                self._progress.start()
                return
            case events.Begun():
                self._running[event.report] = ""
            case events.Stage():
                self._running[event.report] = event.stage
            case events.Published() | events.Unchanged() | events.Failed():
                self._running.pop(event.report, None)
                self._progress.advance(self._task)
            case events.Ended():
                self._progress.stop()
        self._progress.update(self._task, running=escape(self._told()))
        self._lines(event)

    def _told(self) -> str:
        """Name the reports being made with their stages, the first few when there are many."""
        parts = [f"{report} ({stage})" if stage else report for report, stage in self._running.items()]
        more = len(parts) - REPORTS_SHOWN
        return ", ".join(parts[:REPORTS_SHOWN]) + (f", dan {more} lainnya" if more > 0 else "")


def choose_display(project: Project, *, as_json: bool, word: bool) -> Display:
    """Choose how a build is shown.

    Parameters
    ----------
    project : Project
        Where messages go.
    as_json : bool
        Whether another program reads.
    word : bool
        Whether Word drafts were asked for.

    Returns
    -------
    Display
    """
    if as_json:
        return JsonLines(project)
    lines = Lines(project, word=word)
    return Bar(project, lines) if project.console.is_terminal else lines


def show_aside(project: Project, names: Iterable[str]) -> None:
    """Say where files of a replaced folder went that no build has written."""
    for name in names:
        text = (
            f"  {one_line(name)}: disisihkan; berkas ini ada di folder laporan yang lama dan bukan buatan program atau "
            "sudah diubah."
        )
        project.console.print(text, markup=False, soft_wrap=True)


def show_failure(project: Project, event: events.Failed, *, as_in: str) -> None:
    """Say what failed, where, and where the failed notebook is; what another report was told of first is not told twice."""
    errors = project.errors
    errors.print(f"[red]✗[/] {escape(event.report)}")
    if event.details:
        errors.print(event.details, markup=False)
    message = f"Masalah yang sama dengan {as_in}, di atas." if as_in else event.message
    errors.print(message, markup=False, soft_wrap=True)
    if event.notebook:
        errors.print(f"Notebook yang gagal disimpan di {event.notebook}.", markup=False, soft_wrap=True)
    errors.print("Laporan yang sudah terbit tidak diubah.", markup=False)
