"""Whether what stands in a published folder is what its inputs give: hashes, a second count, and both printed forms.

Four questions, each by itself, since whoever changes a figure may change its hash too: do inputs and outputs have the hashes
that the manifest names; are the parameters in the manifest those of the project; does a second implementation
(`skmlib/recount`) come to the figures of `hasil.json`; do HTML and PDF print the same numbers.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from skmlib.parameters import load_report, project, read_kind
from skmlib.pipeline.freshness import Current, foreign_files, why_stale
from skmlib.pipeline.manifest import BUILD, HASIL, MANIFEST, read_json
from skmlib.pipeline.printed_numbers import compare_forms
from skmlib.pipeline.report_jobs import published_parameters
from skmlib.pipeline.units import Name
from skmlib.problems import DataError
from skmlib.recount.compare import Comparison, compare
from skmlib.recount.recount import recount_survey
from skmlib.recount.refusal import CannotRecountError

LIBRARY = "skmlib"


@dataclasses.dataclass(frozen=True)
class Verified:
    """What the verification of one folder found.

    Attributes
    ----------
    differences : tuple of str
        One sentence each, in Indonesian; empty when everything fits.
    files : int
        Files whose hashes were computed.
    recounted : int
        Figures of `hasil.json` that the second count came to by itself.
    not_recounted : tuple of str
        Paths of the figures that it did not compute.
    remark : str
        Why it computed none; empty where it did.
    printed : int
        Numbers that were found in HTML and PDF alike.
    """

    differences: tuple[str, ...]
    files: int
    recounted: int
    not_recounted: tuple[str, ...]
    remark: str
    printed: int


def verify_folder(name: Name, *, folder: Path, current: Current) -> Verified:
    """Verify one published folder.

    Parameters
    ----------
    name : (periode, unit)
        Whose reports.
    folder : Path
        Where they are published.
    current : Current
        The project now.

    Returns
    -------
    Verified
        Every difference that was found.
    """
    manifest = read_json(folder / MANIFEST)
    differences = _hash_differences(folder, current)
    if not folder.is_dir() or not manifest:
        return Verified(tuple(differences), 0, 0, (), "", 0)
    made, read = manifest.get("keluaran", {}), manifest.get("masukan", {})
    differences += [f"{file}: tidak disebut dalam {MANIFEST}" for file in foreign_files(folder) if file not in made]
    differences += _manifest_differences(name, manifest, current.root)
    counted, remark = _second_count(name, folder, current.root)
    differences += [f"{HASIL}: {difference}" for difference in counted.differences]
    printed = 0
    for page in sorted(folder.glob("*.html")):
        if page.with_suffix(".pdf").is_file():
            differing, n = compare_forms(page, page.with_suffix(".pdf"))
            differences, printed = differences + differing, printed + n
    files = len(made) + len(read)
    return Verified(tuple(differences), files, counted.recounted, counted.not_recounted, remark, printed)


def _hash_differences(folder: Path, current: Current) -> list[str]:
    """Say which inputs and outputs have other hashes; the library's own files in one sentence."""
    reasons = why_stale(folder, current)
    library = [reason for reason in reasons if reason.what.startswith(f"{LIBRARY}/")]
    told = [str(reason) for reason in reasons if reason not in library]
    return told + ([f"{LIBRARY}: {len(library)} berkas lain daripada ketika dibuat"] if library else [])


def _manifest_differences(name: Name, manifest: Mapping[str, Any], root: Path) -> list[str]:
    """Compare what the manifest tells of the parameters with the parameters themselves."""
    periode, unit = name
    try:
        parameters = load_report(unit, periode, root=root)
    except DataError:
        return [f"params/{periode}/{unit}.yml: tidak terbaca; jalankan 'skm check {periode}/{unit}'"]
    now = {
        "unit": unit,
        "periode": periode,
        "laporan": list(parameters.own.laporan),
        "parameter": published_parameters(parameters.own),
        "instansi": parameters.instansi.model_dump(mode="json"),
    }
    return [f"{MANIFEST}: {key} tidak sama dengan params/" for key, value in now.items() if manifest.get(key) != value]


def _second_count(name: Name, folder: Path, root: Path) -> tuple[Comparison, str]:
    """Compare the figures with those of the second implementation; all are not recounted where it cannot read the data."""
    periode, unit = name
    hasil = read_json(folder / HASIL)
    if not hasil:
        return Comparison((f"{HASIL} tidak ada atau tidak terbaca",), 0, ()), ""
    try:
        if read_kind(unit, periode, root=root) in (project.RECAP, project.PERFORMANCE):
            return compare(hasil, {}), "rekap dan laporan kinerja belum dihitung ulang"
        return compare(hasil, recount_survey(unit, periode, root=root)), ""
    except CannotRecountError as error:
        return compare(hasil, {}), str(error)
    except DataError:
        return compare(hasil, {}), "parameternya tidak terbaca"


def list_published(outputs: Path, known: tuple[Name, ...]) -> tuple[Name, ...]:
    """Name the published folders: those that hold a manifest or what a build leaves.

    Parameters
    ----------
    outputs : Path
        The folder that holds `<periode>/<unit>/`.
    known : tuple of (periode, unit)
        Reports that have parameters.

    Returns
    -------
    tuple of (periode, unit)
        In the order of `known`.
    """
    return tuple(name for name in known if any((outputs / Path(*name) / file).is_file() for file in (MANIFEST, BUILD)))
