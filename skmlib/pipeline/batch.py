"""The units of one build at work: begun as processes become free, published as they are complete, failed one by one."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import shutil
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from skmlib.pipeline import events
from skmlib.pipeline.failures import explain_failure
from skmlib.pipeline.freshness import CHANGED, Current, Reason, input_changes, shorten, why_stale
from skmlib.pipeline.manifest import MANIFEST, Facts, read_commit, read_json, write_build, write_manifest
from skmlib.pipeline.processes import Job, Outcome, run_jobs
from skmlib.pipeline.publishing import ReportFolder
from skmlib.pipeline.report_jobs import FORMS, ReportOrder, make_report, read_data
from skmlib.problems import DataError, Problem

CELL_LIMIT = 300
REPORT_LIMIT = 900
DATA = "data"

Name = tuple[str, str]
Listener = Callable[[events.Event], None]


def count_cores() -> int:
    """Count the processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclasses.dataclass(frozen=True)
class Settings:
    """How reports are built.

    Attributes
    ----------
    jobs : int
        Processes at a time.
    forms : tuple of str
        `"html"`, `"pdf"` and perhaps `"docx"`.
    force : bool
        Whether current reports are built too.
    cell_limit, report_limit : int
        Seconds that a cell and a process may take.
    """

    jobs: int = dataclasses.field(default_factory=count_cores)
    forms: tuple[str, ...] = FORMS
    force: bool = False
    cell_limit: int = CELL_LIMIT
    report_limit: int = REPORT_LIMIT


@dataclasses.dataclass
class _Unit:
    """A unit whose reports are being made."""

    name: Name
    folder: ReportFolder
    order: ReportOrder
    began: float = dataclasses.field(default_factory=time.time)
    facts: Facts | None = None
    outstanding: int = 0
    error: BaseException | None = None

    @property
    def report(self) -> str:
        """What its reports are called."""
        return "/".join(self.name)


class Batch:
    """The units of one build: waiting, being made, published, failed."""

    def __init__(self, names: Iterable[Name], root: Path, settings: Settings, on_event: Listener) -> None:
        self._root, self._settings, self._tell = root, settings, on_event
        self._waiting = deque(names)
        self._units: dict[Name, _Unit] = {}
        self._jobs: deque[Job] = deque()
        self._library = Current(root).library_files
        self._commit = read_commit(root)
        self.published = 0
        self.failed: list[str] = []

    def run(self) -> None:
        """Make all reports; end all that runs when interrupted."""
        try:
            self._refill()
            with contextlib.closing(run_jobs(self._jobs, workers=self._settings.jobs, on_event=self._hear)) as outcomes:
                for outcome in outcomes:
                    self._take(outcome)
                    self._refill()
        finally:
            for unit in self._units.values():
                unit.folder.release()

    def _refill(self) -> None:
        """Begin units while processes would have nothing to do."""
        while self._waiting and sum(unit.outstanding for unit in self._units.values()) < self._settings.jobs:
            self._begin(self._waiting.popleft())

    def _begin(self, name: Name) -> None:
        """Take the folder of a unit, and read its data first."""
        periode, unit = name
        folder = ReportFolder(unit, periode, root=self._root)
        report = "/".join(name)
        try:
            folder.hold()
        except Exception as error:
            self._fail(report, error, folder)
            return
        if not self._settings.force and not why_stale(
            folder.published, Current(self._root), forms=self._settings.forms
        ):
            folder.release()
            self._tell(events.Unchanged(report))
            return
        settings = self._settings
        order = ReportOrder(unit, periode, self._root, folder.making, settings.forms, settings.cell_limit)
        self._units[name] = begun = _Unit(name, folder, order)
        self._tell(events.Begun(report))
        try:
            folder.begin()
        except OSError as error:
            begun.error = error
            self._finish(begun)
            return
        self._add(begun, Job((name, DATA), read_data, (order,), settings.report_limit))

    def _add(self, unit: _Unit, *jobs: Job) -> None:
        """Put jobs of a unit that has begun before those of others."""
        self._jobs.extendleft(reversed(jobs))
        unit.outstanding += len(jobs)

    def _hear(self, job: Job, told: Any) -> None:
        """Pass on what a job tells; once the data are read, the notebooks may run."""
        unit = self._units[job.key[0]]
        if not isinstance(told, Facts):
            self._tell(events.Stage(unit.report, told))
            return
        unit.facts = told
        limit = self._settings.report_limit
        self._add(unit, *(Job((unit.name, name), make_report, (name, unit.order), limit) for name in told.laporan))

    def _take(self, outcome: Outcome) -> None:
        """Take what a job gave; the first error of a unit ends the rest of its work."""
        unit = self._units[outcome.job.key[0]]
        unit.outstanding -= 1
        if outcome.error is not None and unit.error is None:
            unit.error = outcome.error
            kept = [job for job in self._jobs if job.key[0] != unit.name]
            unit.outstanding -= len(self._jobs) - len(kept)
            self._jobs.clear()
            self._jobs.extend(kept)
        if unit.outstanding == 0:
            self._finish(unit)

    def _finish(self, unit: _Unit) -> None:
        """Publish the reports of a unit, or say why there are none."""
        try:
            if unit.facts is not None:
                write_manifest(unit.facts, unit.folder.making, forms=unit.order.forms)
                self._check_unchanged(unit)
            if unit.error is not None:
                raise unit.error
            self._publish(unit)
        except Exception as error:
            self._fail(unit.report, error, unit.folder)
        finally:
            del self._units[unit.name]
            unit.folder.release()

    def _publish(self, unit: _Unit) -> None:
        """Publish finished reports."""
        facts, folder = unit.facts, unit.folder
        seconds = time.time() - unit.began
        write_build(folder.making, commit=self._commit, library=shorten(self._library), seconds=seconds)
        files = tuple(sorted(path.name for path in folder.making.iterdir()))
        aside = folder.publish()
        shutil.rmtree(folder.failed, ignore_errors=True)
        self.published += 1
        where = folder.published.relative_to(self._root).as_posix()
        self._tell(events.Published(unit.report, where, facts.laporan, files, facts.findings, aside, seconds))

    def _check_unchanged(self, unit: _Unit) -> None:
        """Refuse to publish when anything changed, came or went while the reports were made, even if it is as before."""
        manifest = read_json(unit.folder.making / MANIFEST)
        current = Current(self._root)
        reasons = list(input_changes(manifest, current, folder=unit.folder.making))
        if current.library_files != self._library and manifest["pustaka"] == current.library:
            reasons.append(Reason("skmlib", CHANGED))
        told = {reason.what for reason in reasons}
        reasons += [
            Reason(name, CHANGED)
            for name in manifest["masukan"]
            if name not in told and _was_written(self._root / name, since=unit.began)
        ]
        if reasons:
            advice = "simpan berkas itu, lalu jalankan lagi"
            raise DataError(
                [Problem(reason.what, f"{reason.became} selama laporan dibuat", advice) for reason in reasons]
            )

    def _fail(self, report: str, error: Exception, folder: ReportFolder) -> None:
        """Say why the reports of a unit were not made."""
        self.failed.append(report)
        self._tell(explain_failure(report, error, root=self._root, keep=folder.failed))


def _was_written(path: Path, *, since: float) -> bool:
    """Tell whether a file was written after a time."""
    stat = path.stat()
    return max(stat.st_ctime, stat.st_mtime) > since if os.name != "nt" else stat.st_mtime > since
