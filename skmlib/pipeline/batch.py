"""The units of one build on this machine: begun as processes become free, published when their last job has ended.

The data of a unit are read in one process; once they are checked, each of its notebooks runs in another. While other units
wait, a single notebook runs in the process that read its data. The first job that fails ends the work on its unit.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import time
from collections import deque
from collections.abc import Iterable
from typing import Any

from skmlib.pipeline import events
from skmlib.pipeline.manifest import Facts, write_manifest
from skmlib.pipeline.processes import Job, Outcome, run_jobs
from skmlib.pipeline.report_jobs import DataRead, ReportOrder, make_report, read_data
from skmlib.pipeline.units import Made, Name, UnitInWork, Units

DATA = "data"


@dataclasses.dataclass
class _Work:
    """What is being done for a unit."""

    unit: UnitInWork
    order: ReportOrder
    facts: Facts | None = None
    outstanding: int = 0
    error: BaseException | None = None


class Batch:
    """The units of one build: waiting, being made, made.

    Parameters
    ----------
    names : iterable of (periode, unit)
        The units to make.
    units : Units
        Begins and ends the work on each.
    """

    def __init__(self, names: Iterable[Name], units: Units) -> None:
        self._units, self._settings = units, units.settings
        self._waiting = deque(names)
        self._works: dict[Name, _Work] = {}
        self._ended: list[_Work] = []
        self._jobs: deque[Job] = deque()

    def run(self) -> None:
        """Make all reports; when interrupted, end all that runs and publish what is complete."""
        try:
            self._refill()
            outcomes = run_jobs(self._jobs, workers=self._settings.jobs, on_event=self._hear, before_wait=self._finish)
            with contextlib.closing(outcomes):
                for outcome in outcomes:
                    self._take(outcome)
                    self._refill()
        finally:
            try:
                self._finish()
            finally:
                self._units.release_all()

    def _refill(self) -> None:
        """Begin units while processes would have nothing to do."""
        while self._waiting and sum(work.outstanding for work in self._works.values()) < self._settings.jobs:
            unit = self._units.begin(self._waiting.popleft())
            if unit is not None:
                self._begin(unit)

    def _begin(self, unit: UnitInWork) -> None:
        """Let the data of a unit be read first."""
        periode, name = unit.name
        settings = self._settings
        where = (self._units.root, unit.folder.making)
        others_wait = len(self._waiting) >= settings.jobs
        order = ReportOrder(name, periode, *where, settings.forms, settings.cell_limit, is_crowded=others_wait)
        self._works[unit.name] = work = _Work(unit, order)
        limit = settings.report_limit * (2 if others_wait else 1)  # for the data, and for the report that may follow
        self._add(work, Job((unit.name, DATA), read_data, (order,), limit))

    def _add(self, work: _Work, *jobs: Job) -> None:
        """Put jobs of a unit that has begun before those of others."""
        self._jobs.extendleft(reversed(jobs))
        work.outstanding += len(jobs)

    def _hear(self, job: Job, told: Any) -> None:
        """Pass on what a job tells; once the data are read, the notebooks may run."""
        work = self._works[job.key[0]]
        if not isinstance(told, DataRead):
            self._units.tell(events.Stage(work.unit.report, told))
            return
        work.facts, order = told.facts, dataclasses.replace(work.order, data=told.data)
        limit = self._settings.report_limit
        self._add(work, *(Job((work.unit.name, name), make_report, (name, order), limit) for name in told.laporan))

    def _take(self, outcome: Outcome) -> None:
        """Take what a job gave; the first error of a unit ends the rest of its work."""
        work = self._works[outcome.job.key[0]]
        work.outstanding -= 1
        if outcome.error is not None and work.error is None:
            work.error = outcome.error
            kept = [job for job in self._jobs if job.key[0] != work.unit.name]
            work.outstanding -= len(self._jobs) - len(kept)
            self._jobs.clear()
            self._jobs.extend(kept)
        if work.outstanding == 0:
            self._ended.append(self._works.pop(work.unit.name))
            if work.error is not None:
                self._finish()

    def _finish(self) -> None:
        """Publish the units whose last job has ended: while the next ones run, or at once where there is nothing to publish."""
        while self._ended:
            work = self._ended.pop(0)
            self._units.finish(work.unit, functools.partial(self._complete, work))

    def _complete(self, work: _Work) -> Made:
        """Write the manifest; raise what ended the work, unless an input that changed meanwhile explains it."""
        if work.facts is not None:
            write_manifest(work.facts, work.unit.folder.making, forms=work.order.forms)
        if work.facts is not None and work.error is not None:
            self._units.check_unchanged(work.unit)
        if work.error is not None:
            raise work.error
        return Made(work.facts.laporan, work.facts.findings, time.time() - work.unit.began)
