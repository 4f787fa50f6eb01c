"""The reports of one unit as a pure function from bytes to bytes, which any machine with the same library can run.

What goes in is every file that the reports may be made from (`unit_inputs.py`), packed; what comes out is the published
folder, packed, or why there is none and the notebook that failed. In between is a temporary project folder, in which the same
code builds as on one machine: the notebooks run in fresh processes. Nothing of the machine but its temporary disk is used.
"""

from __future__ import annotations

import dataclasses
import io
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from skmlib.pipeline import events
from skmlib.pipeline.build import build_reports
from skmlib.pipeline.manifest import BUILD
from skmlib.pipeline.settings import Settings

QUICK = 1  # of nine levels of compression: four fifths of the best, in a fraction of its time


@dataclasses.dataclass(frozen=True)
class UnitOrder:
    """What a machine needs to make the reports of a unit.

    Attributes
    ----------
    unit, periode : str
        Identity of the reports.
    inputs : bytes
        The project's files that they may be made from, packed.
    settings : Settings
        How to build.
    """

    unit: str
    periode: str
    inputs: bytes
    settings: Settings


@dataclasses.dataclass(frozen=True)
class UnitResult:
    """What became of the reports of a unit.

    Attributes
    ----------
    ended : Published or Failed
        What the build has told at its end.
    files : bytes
        The files of the published folder without `build.json`, or the notebook that failed, packed.
    """

    ended: events.Published | events.Failed
    files: bytes


def build_bytes(
    order: UnitOrder, *, tell: Callable[[str], None] = lambda stage: None, scratch: Path | None = None
) -> UnitResult:
    """Make the reports of a unit.

    Parameters
    ----------
    order : UnitOrder
        Whose, from what and how.
    tell : callable
        Told each stage as it begins.
    scratch : Path, optional
        Where the temporary folder is made; the system's place for these by default.

    Returns
    -------
    UnitResult
        With equal files for equal orders.
    """
    ended: list[events.Published | events.Failed] = []

    def hear(event: events.Event) -> None:
        if isinstance(event, events.Stage):
            tell(event.stage)
        elif isinstance(event, events.Published | events.Failed):
            ended.append(event)

    with tempfile.TemporaryDirectory(prefix="skm-", dir=scratch, ignore_cleanup_errors=True) as name:
        root = Path(name).resolve()
        unpack(order.inputs, root)
        build_reports([(order.periode, order.unit)], root=root, settings=order.settings, on_event=hear)
        (told,) = ended
        return UnitResult(told, pack(_outputs(told, root)))


def _outputs(told: events.Published | events.Failed, root: Path) -> dict[str, bytes]:
    """Read what a build has left: the published files, or the notebook that failed."""
    if isinstance(told, events.Published):
        paths = [root / told.folder / name for name in told.files if name != BUILD]
    else:
        paths = [root / told.notebook] if told.notebook else []
    return {path.name: path.read_bytes() for path in paths}


def pack(files: Mapping[str, bytes]) -> bytes:
    """Pack files into one piece.

    Examples
    --------
    >>> len(pack({"a.txt": b"a" * 1_000_000})) < 10_000
    True
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=QUICK) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, QUICK)
    return target.getvalue()


def unpack(packed: bytes, folder: Path) -> None:
    """Write the files that were packed into a folder.

    Parameters
    ----------
    packed : bytes
        From `pack`.
    folder : Path
        Exists.
    """
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(folder)
