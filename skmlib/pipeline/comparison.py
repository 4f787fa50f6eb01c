"""What changed between two versions of a report, or between two periods of a unit: figures, findings, sentences, inputs.

Both are folders as `skm build` publishes them, wherever they are kept. Nothing of the project is read besides.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from skmlib.pipeline.changed_figures import FigureChange, compare_figures
from skmlib.pipeline.changed_findings import compare_findings
from skmlib.pipeline.changed_text import ChangedSentence, ChangedText, compare_text
from skmlib.pipeline.freshness import CHANGED, GONE, NEW, Reason
from skmlib.pipeline.manifest import HASIL, MANIFEST, read_json
from skmlib.problems import DataError, Problem
from skmlib.survey.provenance import hash_file


@dataclasses.dataclass(frozen=True)
class Version:
    """One of the two folders.

    Attributes
    ----------
    folder : Path
        As it was named.
    unit, periode, nama : str
        What it reports on.
    hasil, manifest : mapping
        Content of `hasil.json` and `manifest.json`.
    """

    folder: Path
    unit: str
    periode: str
    nama: str
    hasil: Mapping[str, Any]
    manifest: Mapping[str, Any]


@dataclasses.dataclass(frozen=True)
class Comparison:
    """What changed.

    Attributes
    ----------
    lama, baru : Version
        The two folders.
    angka : tuple of FigureChange
        Figures, categories and texts of `hasil.json`.
    temuan_baru, temuan_hilang : tuple of str
        Findings that came and went: file and sentence.
    temuan_berubah : tuple of ChangedSentence
        Findings of one kind on one file in which only numbers changed, those of the sentence or those beside it.
    kalimat : dict of str to ChangedText
        By the name of the page.
    masukan : tuple of Reason
        Inputs that differ; empty for two periods or units, whose inputs are others.
    parameter : tuple of FigureChange
        Parameters that differ.
    berkas : tuple of Reason
        Published files whose bytes differ.
    """

    lama: Version
    baru: Version
    angka: tuple[FigureChange, ...]
    temuan_baru: tuple[str, ...]
    temuan_hilang: tuple[str, ...]
    temuan_berubah: tuple[ChangedSentence, ...]
    kalimat: dict[str, ChangedText]
    masukan: tuple[Reason, ...]
    parameter: tuple[FigureChange, ...]
    berkas: tuple[Reason, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing differs, not even a byte of a published file."""
        return not (self.angka or self.findings or self.berkas)

    @property
    def findings(self) -> int:
        """How many findings came, went or changed."""
        return len(self.temuan_baru) + len(self.temuan_hilang) + len(self.temuan_berubah)

    @property
    def is_same_report(self) -> bool:
        """Whether both are versions of one report."""
        return (self.lama.unit, self.lama.periode) == (self.baru.unit, self.baru.periode)

    @property
    def sentences(self) -> int:
        """How many sentences changed besides those that follow from figures."""
        return sum(len(text.sentences) for text in self.kalimat.values())

    @property
    def following(self) -> int:
        """How many sentences changed in nothing but what follows from figures."""
        return sum(text.following for text in self.kalimat.values())


def compare_folders(old: Path, new: Path) -> Comparison:
    """Compare two published folders.

    Parameters
    ----------
    old, new : Path
        The folders, each with `hasil.json` and `manifest.json`.

    Returns
    -------
    Comparison

    Raises
    ------
    DataError
        When one is no published folder, cannot be read, or is of another kind of report than the other.
    """
    problems: list[Problem] = []
    versions = [_read(folder, problems) for folder in (old, new)]
    if problems:
        raise DataError(problems)
    try:
        return _compare(*versions)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        what = f"berisi hal yang tidak ditulis program ini ({error!r})"
        raise DataError([Problem(f"{old}, {new}", what, "buat lagi laporannya dengan 'skm build --force'")]) from error


def _compare(before: Version, now: Version) -> Comparison:
    """Compare two versions that could be read."""
    versions = (before, now)
    kinds = [version.hasil.get("jenis", "survei") for version in versions]
    if kinds[0] != kinds[1]:
        advice = "bandingkan dua folder dengan jenis laporan yang sama"
        what = f"berisi laporan {kinds[1]}, sedangkan {before.folder} berisi {kinds[0]}"
        raise DataError([Problem(str(now.folder), what, advice)])
    findings = compare_findings(*(version.hasil.get("findings", ()) for version in versions))
    is_same_report = (before.unit, before.periode) == (now.unit, now.periode)
    return Comparison(
        lama=before,
        baru=now,
        angka=compare_figures(before.hasil, now.hasil),
        temuan_baru=findings.baru,
        temuan_hilang=findings.hilang,
        temuan_berubah=findings.berubah,
        kalimat=dict(_texts(before, now)),
        masukan=tuple(_inputs(before.manifest, now.manifest)) if is_same_report else (),
        parameter=compare_figures(*(version.manifest.get("parameter", {}) for version in versions)),
        berkas=tuple(_files(before, now)),
    )


def _read(folder: Path, problems: list[Problem]) -> Version | None:
    """Read a published folder; say what it lacks."""
    advice = "sebutkan folder yang ditulis 'skm build', seperti outputs/2024/kasn, atau salinannya yang utuh"
    if not folder.is_dir():
        problems.append(Problem(str(folder), "folder tidak ada", advice))
        return None
    content = {name: read_json(folder / name) for name in (HASIL, MANIFEST)}
    wrong = [name for name, told in content.items() if not told]
    problems += [Problem((folder / name).as_posix(), "tidak ada atau tidak terbaca", advice) for name in wrong]
    if wrong:
        return None
    hasil, manifest = content[HASIL], content[MANIFEST]
    if not all(isinstance(hasil.get(key), str) for key in ("unit", "periode", "nama")):
        problems.append(Problem((folder / HASIL).as_posix(), "tidak memuat unit, periode, dan nama", advice))
        return None
    return Version(folder, hasil["unit"], hasil["periode"], hasil["nama"], hasil, manifest)


def _texts(old: Version, new: Version) -> Iterator[tuple[str, ChangedText]]:
    """Compare the pages that both have; one that came or went is told among the files."""
    for path in sorted(old.folder.glob("*.html")):
        other = new.folder / path.name
        if other.is_file():
            pages = (page.read_text(encoding="utf-8", errors="replace") for page in (path, other))
            found = compare_text(*pages)
            if found.sentences or found.following:
                yield path.name, found


def _inputs(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Reason]:
    """Say which inputs of one report differ: files, the program, the versions of packages."""
    yield from _differing(old.get("masukan", {}), new.get("masukan", {}))
    if old.get("pustaka") != new.get("pustaka"):
        yield Reason("skmlib", CHANGED)
    versions = [manifest.get("versi", {}) for manifest in (old, new)]
    for name in dict.fromkeys((*versions[0], *versions[1])):
        before, now = (version.get(name, "-") for version in versions)
        if before != now:
            yield Reason(name, f"versi {before} menjadi {now}")


def _files(old: Version, new: Version) -> Iterator[Reason]:
    """Say which published files differ, as they are now."""
    names = [{*version.manifest.get("keluaran", {}), MANIFEST} for version in (old, new)]
    hashes = [
        {name: content for name in sorted(told) if (content := hash_file(version.folder / name))}
        for version, told in zip((old, new), names, strict=True)
    ]
    yield from _differing(*hashes)


def _differing(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Reason]:
    """Say which files came, went or have other bytes."""
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name):
            yield Reason(name, NEW if name not in old else GONE if name not in new else CHANGED)
