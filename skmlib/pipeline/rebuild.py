"""The reports once more, in a project of their own: copies of parameters, data and notebooks, nothing else.

Nothing in `outputs/` is touched. What is built there from the same inputs has the same bytes as what was published; only
`build.json`, which tells time and commit, may differ.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from skmlib.pipeline.build import build_reports
from skmlib.pipeline.first_difference import first_difference
from skmlib.pipeline.manifest import BUILD, LOCK, MANIFEST, read_json
from skmlib.pipeline.publishing import OUTPUTS
from skmlib.pipeline.report_jobs import FORMS, WORD
from skmlib.pipeline.settings import Settings
from skmlib.pipeline.units import Name

INPUTS = ("params", "data", "notebooks")


@contextlib.contextmanager
def rebuilt_outputs(names: Sequence[Name], *, root: Path) -> Iterator[Path]:
    """Build reports in a scratch folder, which goes away afterwards; with drafts where drafts were published.

    Parameters
    ----------
    names : sequence of (periode, unit)
        The reports.
    root : Path
        The project folder.

    Yields
    ------
    Path
        The outputs there; a report that cannot be built has no folder.
    """
    with tempfile.TemporaryDirectory(prefix="skm-verify-", ignore_cleanup_errors=True) as folder:
        scratch = Path(folder).resolve()
        for name in INPUTS:
            if (root / name).is_dir():
                shutil.copytree(root / name, scratch / name)
        if (root / LOCK).is_file():
            shutil.copy(root / LOCK, scratch / LOCK)
        drafts = [name for name in names if WORD in _forms(root / OUTPUTS / Path(*name))]
        for forms, chosen in (((*FORMS, WORD), drafts), (FORMS, [name for name in names if name not in drafts])):
            build_reports(chosen, root=scratch, settings=Settings(forms=forms))
        yield scratch / OUTPUTS


def _forms(folder: Path) -> list[str]:
    """Give the forms in which a folder was published."""
    told = read_json(folder / MANIFEST).get("bentuk")
    return told if isinstance(told, list) else []


def compare_folders(published: Path, rebuilt: Path) -> tuple[str, ...]:
    """Say in which files two folders of one report differ, and where in each.

    Parameters
    ----------
    published, rebuilt : Path
        The folders.

    Returns
    -------
    tuple of str
        A sentence for each file, in Indonesian.
    """
    if not rebuilt.is_dir():
        return ("tidak dapat dibangun ulang; jalankan 'skm check'",)
    names = sorted({path.name for folder in (published, rebuilt) for path in folder.iterdir()} - {BUILD})
    return tuple(
        f"{name}: {difference}"
        for name in names
        if (difference := _difference(published / name, rebuilt / name)) is not None
    )


def _difference(published: Path, rebuilt: Path) -> str | None:
    """Say how one file differs, None where it does not."""
    if not published.exists():
        return "tidak ada, padahal ada ketika dibangun ulang"
    if not rebuilt.exists():
        return "ada, padahal tidak ada ketika dibangun ulang"
    if published.read_bytes() == rebuilt.read_bytes():
        return None
    return first_difference(published, rebuilt)
