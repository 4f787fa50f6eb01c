"""The units of one build: begun one by one, published as each is complete, failed one by one.

Who makes the reports in between is not asked here: processes of this machine (`batch.py`) or the workers of a cluster
(`cluster_batch.py`). Whoever does fills the private folder of the unit.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from skmlib.pipeline import events
from skmlib.pipeline.failures import explain_failure
from skmlib.pipeline.freshness import CHANGED, Current, Reason, input_changes, shorten, why_stale
from skmlib.pipeline.manifest import MANIFEST, read_commit, read_json, write_build
from skmlib.pipeline.publishing import ReportFolder
from skmlib.pipeline.settings import Settings
from skmlib.pipeline.versions import few_apart
from skmlib.problems import DataError, Problem

Name = tuple[str, str]
Listener = Callable[[events.Event], None]


@dataclasses.dataclass(frozen=True)
class UnitInWork:
    """A unit whose reports are being made, its folder held by this build since `began`."""

    name: Name
    folder: ReportFolder
    began: float

    @property
    def report(self) -> str:
        """What its reports are called."""
        return "/".join(self.name)


@dataclasses.dataclass(frozen=True)
class Made:
    """What is told of reports that are complete: which, how many findings, and in how many seconds they were made."""

    laporan: tuple[str, ...]
    findings: int
    seconds: float


class Units:
    """The units of one build.

    Parameters
    ----------
    root : Path
        The project folder.
    settings : Settings
        How to build.
    on_event : callable
        Told what happens.

    Attributes
    ----------
    published : int
        How many were published.
    failed : list of str
        The reports that were not.
    """

    def __init__(self, root: Path, settings: Settings, on_event: Listener) -> None:
        self.root, self.settings, self.tell = root, settings, on_event
        self._held: dict[Name, UnitInWork] = {}
        self._library = Current(root).library_files
        self._commit = read_commit(root)
        self.published = 0
        self.failed: list[str] = []

    def begin(self, name: Name) -> UnitInWork | None:
        """Take the folder of a unit and make its private folder.

        Parameters
        ----------
        name : (periode, unit)
            The unit.

        Returns
        -------
        UnitInWork or None
            None where there is nothing to do: another build has made the reports, or they failed already.
        """
        periode, unit = name
        unit = UnitInWork(name, ReportFolder(unit, periode, root=self.root), time.time())
        try:
            unit.folder.hold()
        except Exception as error:
            self._fail(unit, error)
            return None
        self._held[name] = unit
        try:
            if not self.settings.force and self._is_current(unit):
                self._release(unit)
                self.tell(events.Unchanged(unit.report))
                return None
            self.tell(events.Begun(unit.report))
            unit.folder.begin()
        except OSError as error:
            self.fail(unit, error)
            return None
        return unit

    def finish(self, unit: UnitInWork, complete: Callable[[], Made]) -> None:
        """Publish the reports of a unit, or say why there are none.

        Parameters
        ----------
        unit : UnitInWork
            The unit.
        complete : callable
            Completes the private folder up to its manifest; what it raises is why there is nothing to publish.
        """
        try:
            made = complete()
            self.check_unchanged(unit)
            self._publish(unit, made)
        except Exception as error:
            self._fail(unit, error)
        finally:
            self._release(unit)

    def fail(self, unit: UnitInWork, error: Exception) -> None:
        """Say why the reports of a unit were not made, and let others have its folder."""
        self._fail(unit, error)
        self._release(unit)

    def release_all(self) -> None:
        """Let others have the folders of the units whose reports are not complete."""
        for unit in list(self._held.values()):
            self._release(unit)

    def check_unchanged(self, unit: UnitInWork) -> None:
        """Refuse to publish when anything changed, came or went while the reports were made, even if it is as before.

        Parameters
        ----------
        unit : UnitInWork
            Its private folder holds the manifest.

        Raises
        ------
        DataError
            With everything that did.
        """
        manifest = read_json(unit.folder.making / MANIFEST)
        current = Current(self.root)
        if manifest["pustaka"] != current.library and current.library_files == self._library:
            advice = "mulai ulang program, kernel, atau 'skm worker' itu, lalu jalankan lagi"
            raise DataError([Problem("skmlib", "berubah sejak dimuat oleh proses yang membuat laporan", advice)])
        reasons = list(input_changes(manifest, current, folder=unit.folder.making))
        if current.library_files != self._library and manifest["pustaka"] == current.library:
            reasons.append(Reason("skmlib", CHANGED))
        told = {reason.what for reason in reasons}
        reasons += [
            Reason(name, CHANGED)
            for name in manifest["masukan"]
            if name not in told and _was_written(self.root / name, since=unit.began)
        ]
        if reasons:
            advice = "simpan berkas itu, lalu jalankan lagi"
            raise DataError(
                [Problem(reason.what, f"{reason.became} selama laporan dibuat", advice) for reason in reasons]
            )

    def _is_current(self, unit: UnitInWork) -> bool:
        """Tell whether another build has made the reports meanwhile."""
        return not why_stale(unit.folder.published, Current(self.root), forms=self.settings.forms)

    def _publish(self, unit: UnitInWork, made: Made) -> None:
        """Publish complete reports."""
        folder = unit.folder
        write_build(folder.making, commit=self._commit, library=shorten(self._library), seconds=made.seconds)
        files = tuple(sorted(path.name for path in folder.making.iterdir()))
        apart = few_apart(folder.published, folder.making)
        aside = folder.publish()
        shutil.rmtree(folder.failed, ignore_errors=True)
        self.published += 1
        where = folder.published.relative_to(self.root).as_posix()
        self.tell(events.Published(unit.report, where, made.laporan, files, made.findings, aside, made.seconds, apart))

    def _fail(self, unit: UnitInWork, error: Exception) -> None:
        """Say why the reports of a unit were not made."""
        self.failed.append(unit.report)
        self.tell(explain_failure(unit.report, error, root=self.root, keep=unit.folder.failed))

    def _release(self, unit: UnitInWork) -> None:
        """Let others have the folder of a unit."""
        self._held.pop(unit.name, None)
        unit.folder.release()


def _was_written(path: Path, *, since: float) -> bool:
    """Tell whether a file was written after a time: by what no program can set, where the system has that."""
    stat = path.stat()
    return (stat.st_mtime if os.name == "nt" else stat.st_ctime) > since
