"""Whether what stands in a published folder is what its inputs give: hashes, a second count, and both printed forms.

Four questions, each by itself, since whoever changes a figure may change its hash too: do inputs and outputs have the hashes
that the manifest names; does the manifest say what it would say now; does a second implementation (`skmlib/recount`) come to
the figures of `hasil.json`; do HTML and PDF print the same numbers, and figures of `hasil.json`.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from skmlib.parameters import project, read_kind
from skmlib.pipeline.first_difference import first_path
from skmlib.pipeline.freshness import Current, foreign_files, why_stale
from skmlib.pipeline.kinds import Source, read_source
from skmlib.pipeline.manifest import BUILD, HASIL, MANIFEST, manifest_content, read_json
from skmlib.pipeline.printed_figures import compare_tables
from skmlib.pipeline.printed_numbers import compare_forms
from skmlib.pipeline.report_jobs import FORMS, WORD, facts_of
from skmlib.pipeline.sentence_numbers import compare_sentences
from skmlib.pipeline.units import Name
from skmlib.problems import DataError
from skmlib.recount.compare import Comparison, compare
from skmlib.recount.performance import recount_performance
from skmlib.recount.recap import recount_recap
from skmlib.recount.recount import recount_survey
from skmlib.recount.refusal import CannotRecountError
from skmlib.survey.provenance import hash_file

LIBRARY = "skmlib"
TEXTS = (".yml", ".md", ".csv")
ONE_BY_ONE = {"masukan", "keluaran", "pustaka", "versi"}


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
        Numbers of the pages that were compared with those of the PDFs.
    shown : int
        Numbers of the pages, in tables, tiles and sentences, that were compared with the figures of `hasil.json`.
    """

    differences: tuple[str, ...]
    files: int
    recounted: int
    not_recounted: tuple[str, ...]
    remark: str
    printed: int
    shown: int


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
        return Verified(tuple(differences), 0, 0, (), "", 0, 0)
    made, read = manifest.get("keluaran", {}), manifest.get("masukan", {})
    differences += [f"{file}: tidak disebut dalam {MANIFEST}" for file in foreign_files(folder) if file not in made]
    source = _readable(name, current.root)
    if source is None:
        differences.append(f"data tidak dapat dibaca lagi; jalankan 'skm check {'/'.join(name)}'")
    else:
        differences += _manifest_differences(source, manifest, folder)
    counted, remark = _second_count(name, folder, current.root, is_readable=source is not None)
    differences += [f"{HASIL}: {difference}" for difference in counted.differences]
    printed = shown = 0
    hasil, written = read_json(folder / HASIL), _written(current.root, read)
    for page in sorted(folder.glob("*.html")):
        if page.with_suffix(".pdf").is_file():
            differing, n = compare_forms(page, page.with_suffix(".pdf"))
            differences, printed = differences + differing, printed + n
        if hasil:
            for differing, n in (compare_tables(page, hasil), compare_sentences(page, hasil, written=written)):
                differences, shown = differences + differing, shown + n
    files = len(made) + len(read)
    return Verified(tuple(differences), files, counted.recounted, counted.not_recounted, remark, printed, shown)


def _hash_differences(folder: Path, current: Current) -> list[str]:
    """Say which inputs and outputs have other hashes; the library's own files in one sentence."""
    reasons = why_stale(folder, current)
    library = [reason for reason in reasons if reason.what.startswith(f"{LIBRARY}/")]
    told = [str(reason) for reason in reasons if reason not in library]
    return told + ([f"{LIBRARY}: {len(library)} berkas lain daripada ketika dibuat"] if library else [])


def _written(root: Path, inputs: Mapping[str, Any]) -> str:
    """Read what people wrote: the inputs that are texts, as far as they are still there; a manifest may be forged."""
    names = (name for name in map(Path, inputs) if name.suffix in TEXTS)
    paths = (root / name for name in names if not name.is_absolute() and ".." not in name.parts)
    return "\n".join(path.read_bytes().decode("utf-8", errors="replace") for path in paths if path.is_file())


def _readable(name: Name, root: Path) -> Source | None:
    """Read the data of a report as a build does; None where that is no longer possible."""
    try:
        return read_source(name[1], name[0], root=root)
    except DataError:
        return None


def _manifest_differences(source: Source, manifest: Mapping[str, Any], folder: Path) -> list[str]:
    """Say what else a manifest would tell now: every key but the inputs and the library, which are compared one by one."""
    facts = facts_of(source)
    made = {path.name: hash_file(path) for path in sorted(folder.iterdir()) if path.name not in (MANIFEST, BUILD)}
    forms = (*FORMS, WORD) if WORD in manifest.get("bentuk", ()) else FORMS
    now = json.loads(json.dumps(manifest_content(facts, made, forms=forms)))
    return [
        f"{MANIFEST}: {difference}"
        for key in sorted({*now, *manifest} - ONE_BY_ONE)
        if (difference := first_path(manifest.get(key), now.get(key), key)) is not None
    ]


def _second_count(name: Name, folder: Path, root: Path, *, is_readable: bool) -> tuple[Comparison, str]:
    """Compare the figures with those of the second implementation; say why where it computes none."""
    periode, unit = name
    hasil = read_json(folder / HASIL)
    if not hasil:
        return Comparison((f"{HASIL} tidak ada atau tidak terbaca",), 0, ()), ""
    if not is_readable:
        return compare(hasil, {}), "datanya tidak terbaca"
    recount = {project.RECAP: recount_recap, project.PERFORMANCE: recount_performance}
    count = recount.get(read_kind(unit, periode, root=root), recount_survey)
    try:
        return compare(hasil, count(unit, periode, root=root)), ""
    except CannotRecountError as error:
        return compare(hasil, {}), str(error)


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
