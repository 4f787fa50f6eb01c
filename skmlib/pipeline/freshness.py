"""Whether published reports are current, and which of their inputs are not what they were.

A published folder says in its `manifest.json` what its reports were made from. They are current as long as every file read has
the same bytes, every file looked for in vain is still missing, the data folders hold the same names, the parameters name the
same units to a recap, library, lock file and versions are the same, and the outputs are as they were written. Times of files
play no part. Nothing is read but bytes: no data, no model.
"""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from skmlib.parameters.roster import read_roster, roster_of
from skmlib.pipeline.manifest import BUILD, MANIFEST, read_json
from skmlib.survey.provenance import hash_file, hash_library, list_folder, read_library_files, read_versions

CHANGED, NEW, GONE = "berubah", "baru", "hilang"
SHORT = 16


@dataclasses.dataclass(frozen=True)
class Reason:
    """One thing that makes reports stale: what it is, and what became of it, in Indonesian."""

    what: str
    became: str

    def __str__(self) -> str:
        return f"{self.what}: {self.became}"


class Current:
    """What a project is made of now. Each file is hashed once, so one look at a project compares many folders cheaply.

    Parameters
    ----------
    root : Path
        The project folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.hash = functools.cache(lambda name: hash_file(root / name))
        self.list_folder = functools.cache(lambda folder: list_folder(folder, root=root))
        self.roster = functools.cache(lambda periode: read_roster(periode, root=root))

    @functools.cached_property
    def library_files(self) -> dict[str, str]:
        """The hash of each of the library's own files."""
        return read_library_files()

    @functools.cached_property
    def library(self) -> str:
        """The hash of them all."""
        return hash_library(self.library_files)


def why_stale(folder: Path, current: Current, *, forms: Collection[str] = ()) -> tuple[Reason, ...]:
    """Say what makes the reports of a folder stale.

    Parameters
    ----------
    folder : Path
        The published folder.
    current : Current
        The project now.
    forms : collection of str
        Forms that are asked for, such as `"docx"`.

    Returns
    -------
    tuple of Reason
        Empty when the reports are current.
    """
    manifest = read_json(folder / MANIFEST)
    if not folder.is_dir():
        return (Reason(_shown(folder, current), "belum dibuat"),)
    if not manifest:
        return (Reason(f"{_shown(folder, current)}/{MANIFEST}", "tidak ada atau tidak terbaca"),)
    try:
        return (
            *input_changes(manifest, current, folder=folder, forms=forms),
            *_output_changes(folder, manifest, current),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return (Reason(f"{_shown(folder, current)}/{MANIFEST}", "bukan dari versi program ini"),)


def input_changes(
    manifest: Mapping[str, Any], current: Current, *, folder: Path, forms: Collection[str] = ()
) -> tuple[Reason, ...]:
    """Say which inputs of reports are not what they were.

    Parameters
    ----------
    manifest : mapping
        Of the reports.
    current : Current
        The project now.
    folder : Path
        Where the reports are, with their `build.json`.
    forms : collection of str
        Forms that are asked for.

    Returns
    -------
    tuple of Reason
        Empty when all are the same.
    """
    return tuple(
        reason
        for part in (
            _files(manifest, current),
            _names(manifest, current),
            _units(manifest, current),
            _library(manifest, current, folder),
            _versions(manifest),
            (Reason(f"bentuk {form}", "diminta dan belum dibuat") for form in forms if form not in manifest["bentuk"]),
        )
        for reason in part
    )


def foreign_files(folder: Path) -> tuple[str, ...]:
    """Name the files of a published folder that are not as the build wrote them: changed by somebody, or added.

    Parameters
    ----------
    folder : Path
        The published folder.

    Returns
    -------
    tuple of str
        Sorted.
    """
    told = read_json(folder / MANIFEST).get("keluaran")
    made = told if isinstance(told, dict) else {}
    present = sorted(path.name for path in folder.iterdir())
    own = (MANIFEST, BUILD)
    return tuple(
        name for name in present if name not in own and (name not in made or made[name] != hash_file(folder / name))
    )


def _files(manifest: Mapping[str, Any], current: Current) -> Iterator[Reason]:
    """Compare the files that were read, and those that did not exist."""
    for name, content in manifest["masukan"].items():
        now = current.hash(name)
        if now != content:
            yield Reason(name, GONE if now is None else CHANGED)
    for name in manifest["tidak_ada"]:
        if current.hash(name) is not None:
            yield Reason(name, NEW)


def _names(manifest: Mapping[str, Any], current: Current) -> Iterator[Reason]:
    """Compare what else stands in the data folders."""
    told = {*manifest["masukan"], *manifest["tidak_ada"]}
    for folder, names in manifest["folder"].items():
        before, now = set(names), set(current.list_folder(folder))
        for name in sorted(before ^ now):
            if f"{folder}/{name}" not in told:
                yield Reason(f"{folder}/{name}", NEW if name in now else GONE)


def _units(manifest: Mapping[str, Any], current: Current) -> Iterator[Reason]:
    """Compare what the parameters of a period say of the units that concern a recap."""
    before = manifest["daftar_unit"]
    if not before:
        return
    told = manifest["parameter"]
    roster = roster_of(current.roster(manifest["periode"]), instansi=told["instansi"], named=told["unit"])
    now = json.loads(json.dumps(roster))
    for unit in sorted({*before, *now}):
        is_told = f"params/{manifest['periode']}/{unit}.yml" in manifest["masukan"]
        if before.get(unit) != now.get(unit) and not is_told:
            became = NEW if unit not in before else GONE if unit not in now else CHANGED
            yield Reason(f"unit {unit} dalam rekap", became)


def _library(manifest: Mapping[str, Any], current: Current, folder: Path) -> Iterator[Reason]:
    """Compare the library's own files; name those that differ where the build has told them one by one."""
    if manifest["pustaka"] == current.library:
        return
    before = read_json(folder / BUILD).get("pustaka")
    if not isinstance(before, dict) or not before:
        yield Reason("skmlib", CHANGED)
        return
    now = shorten(current.library_files)
    differing = [name for name in sorted({*before, *now}) if before.get(name) != now.get(name)]
    for name in differing:
        yield Reason(f"skmlib/{name}", NEW if name not in before else GONE if name not in now else CHANGED)
    if not differing:  # the build knew every file as it is now, so the hash over all of them was changed afterwards
        yield Reason("skmlib", f"sidik pustaka dalam {MANIFEST} bukan sidik berkas-berkasnya")


def shorten(hashes: Mapping[str, str]) -> dict[str, str]:
    """Shorten hashes to what tells files apart.

    Examples
    --------
    >>> shorten({"tally.py": "0123456789abcdef0123"})
    {'tally.py': '0123456789abcdef'}
    """
    return {name: content[:SHORT] for name, content in hashes.items()}


def _versions(manifest: Mapping[str, Any]) -> Iterator[Reason]:
    """Compare the versions of Python and of the packages."""
    before, now = manifest["versi"], read_versions()
    for name in sorted({*before, *now}):
        if before.get(name) != now.get(name):
            yield Reason(name, f"versi {before.get(name, '-')} menjadi {now.get(name, '-')}")


def _output_changes(folder: Path, manifest: Mapping[str, Any], current: Current) -> Iterator[Reason]:
    """Compare the outputs with what was written."""
    for name, content in manifest["keluaran"].items():
        now = hash_file(folder / name)
        if now != content:
            yield Reason(f"{_shown(folder, current)}/{name}", GONE if now is None else "berubah sejak dibuat")


def _shown(folder: Path, current: Current) -> str:
    """Name a folder relative to the project folder."""
    return folder.relative_to(current.root).as_posix()
