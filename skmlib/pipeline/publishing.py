"""The folder of one unit's reports while a build works on it: held by one build at a time, swapped in whole.

What is being made stands in a private folder, `outputs/.kerja/<periode>/<unit>/baru`. Complete, it becomes `siap`, the
published folder is set aside as `lama`, and `siap` takes its place: a reader sees the old folder or the new. A build that was
killed leaves some of these behind, and the next one finishes the swap or undoes it. The lock belongs to the process and ends
with it. Files in the published folder that no build has written are never deleted: they go to `outputs/disisihkan`.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from skmlib.pipeline.failures import FULL, REFUSED
from skmlib.pipeline.freshness import foreign_files
from skmlib.problems import DataError, Problem

OUTPUTS = "outputs"
WORKING = ".kerja"
FAILED = "gagal"
ASIDE = "disisihkan"
MAKING, READY, OLD, RUBBISH = "baru", "siap", "lama", "buang"


class ReportFolder:
    """The published folder of one unit's reports, and the private ones beside it.

    Parameters
    ----------
    unit, periode : str
        Identity of the reports.
    root : Path
        The project folder.

    Attributes
    ----------
    published : Path
        What readers see.
    making : Path
        What is being made.
    failed : Path
        Where notebooks that failed are kept.
    recovered : tuple of str
        Where files went, when the folder was taken, that no build has written and a killed one had left.
    """

    def __init__(self, unit: str, periode: str, *, root: Path) -> None:
        self._root, self._name = root, f"{periode}/{unit}"
        outputs = root / OUTPUTS
        self.published = outputs / periode / unit
        self.failed = outputs / FAILED / periode / unit
        self.recovered: tuple[str, ...] = ()
        self._aside = outputs / ASIDE / periode / unit
        self._private = outputs / WORKING / periode / unit
        self.making, self._ready, self._old, self._rubbish = (
            self._private / name for name in (MAKING, READY, OLD, RUBBISH)
        )
        self._lock = FileLock(self._private.with_name(f"{unit}.kunci"), timeout=0)

    def hold(self) -> None:
        """Take the folder for this build, and finish or undo what a killed one left.

        Raises
        ------
        DataError
            When another build holds it.
        OSError
            When the outputs cannot be written.
        """
        self._private.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire()
        except Timeout as error:
            what = "sedang dibuat oleh perintah lain"
            raise DataError([Problem(self._shown, what, "tunggu sampai selesai, lalu jalankan lagi")]) from error
        try:
            self._recover()
        except BaseException:
            self._lock.release()
            raise

    def begin(self) -> Path:
        """Make an empty private folder to work in."""
        self.making.mkdir(parents=True)
        return self.making

    def publish(self) -> tuple[str, ...]:
        """Swap the finished folder in.

        Returns
        -------
        tuple of str
            Where files went that no build has written, relative to the project folder.

        Raises
        ------
        DataError
            When the published folder cannot be replaced, such as when a file in it is open on Windows; the new one stays.
        """
        self.making.rename(self._ready)
        self.published.parent.mkdir(parents=True, exist_ok=True)
        try:
            if self.published.exists():
                self.published.rename(self._old)
            self._ready.rename(self.published)
        except OSError as error:
            if self._old.exists() and not self.published.exists():
                self._old.rename(self.published)
            raise DataError([self._held_open(error)]) from error
        try:
            return self._clear_old()
        except OSError:  # the new folder is in its place; the next build clears the old one away
            return self._relative(self._old / name for name in foreign_files(self._old)) if self._old.is_dir() else ()

    def release(self) -> None:
        """Remove what is private, and let other builds have the folder; a swap that an interrupt has cut is finished."""
        with contextlib.suppress(OSError):
            self._finish_swap()
        for folder in (self.making, self._rubbish):
            shutil.rmtree(folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            self._private.rmdir()
        self._lock.release()

    @property
    def _shown(self) -> str:
        """The published folder relative to the project folder."""
        return self.published.relative_to(self._root).as_posix()

    def _recover(self) -> None:
        """Finish a swap that was begun, and remove what was half made."""
        self.recovered = self._finish_swap()
        for folder in (self.making, self._ready, self._rubbish):
            if folder.exists():
                shutil.rmtree(folder)

    def _finish_swap(self) -> tuple[str, ...]:
        """Put the new folder in its place where there is none, or the old one back; then clear the old one away."""
        if not self.published.exists():
            left = next((folder for folder in (self._ready, self._old) if folder.exists()), None)
            if left is not None:
                self.published.parent.mkdir(parents=True, exist_ok=True)
                left.rename(self.published)
        return self._clear_old()

    def _clear_old(self) -> tuple[str, ...]:
        """Remove the folder that was replaced, but keep files in it that no build has written."""
        if self._old.is_file() or self._old.is_symlink():  # somebody has put it where the folder belongs
            target = self._next_aside() / self.published.name
            self._old.rename(target)
            return self._relative([target])
        if not self._old.is_dir():
            return ()
        foreign = foreign_files(self._old)
        target = self._next_aside() if foreign else self._aside
        for name in foreign:
            (self._old / name).rename(target / name)
        self._old.rename(self._rubbish)
        shutil.rmtree(self._rubbish, ignore_errors=True)
        return self._relative(target / name for name in foreign)

    def _relative(self, paths: Iterable[Path]) -> tuple[str, ...]:
        """Name paths relative to the project folder."""
        return tuple(path.relative_to(self._root).as_posix() for path in paths)

    def _next_aside(self) -> Path:
        """Make the next numbered folder for files that were set aside."""
        numbers = [int(path.name) for path in self._aside.glob("*") if path.name.isdecimal()]
        target = self._aside / str(max(numbers, default=0) + 1)
        target.mkdir(parents=True)
        return target

    def _held_open(self, error: OSError) -> Problem:
        """Say which file keeps the folder from being replaced, and where the new one waits."""
        held = [path for path in sorted(self.published.glob("*")) if path.is_file() and not _can_be_written(path)]
        berkas = held[0].relative_to(self._root).as_posix() if held else self._shown
        ready = self._ready.relative_to(self._root).as_posix()
        if error.errno in FULL:
            first = "kosongkan tempat pada disk"
        elif held:
            first = "tutup di program lain"
        elif error.errno in REFUSED:
            first = "tutup berkasnya di program lain atau periksa izin folder itu"
        else:
            first = "periksa folder itu dan disknya"
        advice = f"{first}, lalu jalankan lagi; laporan baru menunggu di {ready}"
        return Problem(berkas, f"folder laporan tidak dapat diganti ({error.strerror or error})", advice)


def _can_be_written(path: Path) -> bool:
    """Tell whether a file can be opened for writing."""
    try:
        path.open("r+b").close()
    except OSError:
        return False
    return True


def recover_all(root: Path) -> tuple[str, ...]:
    """Finish or undo the swaps that killed builds left anywhere in the outputs; pass over what another build holds.

    Parameters
    ----------
    root : Path
        The project folder.

    Returns
    -------
    tuple of str
        Where files went that no build has written, relative to the project folder.
    """
    aside: list[str] = []
    for folder in _left_behind(root):
        held = ReportFolder(folder.name, folder.parent.name, root=root)
        try:
            held.hold()
        except (DataError, OSError):
            continue
        aside += held.recovered
        held.release()
    return tuple(aside)


def _left_behind(root: Path) -> Iterator[Path]:
    """List the private folders of builds that run or were killed."""
    yield from (path for path in sorted((root / OUTPUTS / WORKING).glob("*/*")) if path.is_dir())
