"""Where the figures come from, for machines: `manifest.json` and `build.json` beside the reports of a folder.

`manifest.json` holds what is equal for equal inputs: hashes of every input and output, what was looked for and does not
exist, versions and parameters. `freshness.py` compares it with the project to tell whether the reports are current.
`build.json` holds what may differ between equal builds: the commit, the time, the system, and the files of the library one by
one, so that a changed file can be named.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import platform
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from skmlib.pipeline.json_text import spell_json
from skmlib.survey.provenance import Provenance, Source, read_source

MANIFEST = "manifest.json"
BUILD = "build.json"
HASIL = "hasil.json"
LOCK = "requirements.lock"


@dataclasses.dataclass(frozen=True)
class Facts:
    """What is known of the reports of a folder once their data are read, as far as others than the notebooks need it.

    Attributes
    ----------
    unit, periode : str
        Identity of the reports.
    laporan : tuple of str
        The reports that the parameters ask for.
    findings : int
        How many findings there are about the data.
    provenance : Provenance
        What was read and looked for.
    scripts : tuple of Source
        The notebooks, and the lock file where there is one.
    parameter, instansi : dict
        The parameters as `manifest.json` publishes them.
    """

    unit: str
    periode: str
    laporan: tuple[str, ...]
    findings: int
    provenance: Provenance
    scripts: tuple[Source, ...]
    parameter: dict[str, Any]
    instansi: dict[str, Any]


def write_manifest(facts: Facts, folder: Path, *, forms: tuple[str, ...]) -> None:
    """Write the manifest of reports beside their files.

    Parameters
    ----------
    facts : Facts
        What the reports were made from.
    folder : Path
        Holds every other output of the reports.
    forms : tuple of str
        The forms that were asked for, such as `"html"`.
    """
    made = [read_source(path, berkas=path.name) for path in sorted(folder.iterdir())]
    hashes = {source.berkas: source.sha256 for source in made}
    write_json(manifest_content(facts, hashes, forms=forms), folder / MANIFEST)


def manifest_content(facts: Facts, made: Mapping[str, str], *, forms: tuple[str, ...]) -> dict[str, Any]:
    """Put together what a manifest says.

    Parameters
    ----------
    facts : Facts
        What the reports were made from.
    made : mapping
        SHA-256 of each output.
    forms : tuple of str
        The forms that were asked for.

    Returns
    -------
    dict
        What `write_json` can write.
    """
    provenance = facts.provenance
    scripts = {source.berkas: source.sha256 for source in facts.scripts}
    return {
        "unit": facts.unit,
        "periode": facts.periode,
        "laporan": facts.laporan,
        "bentuk": forms,
        "masukan": {source.berkas: source.sha256 for source in provenance.sources} | scripts,
        "tidak_ada": [*provenance.absent, *(() if LOCK in scripts else (LOCK,))],
        "folder": provenance.folders,
        "daftar_unit": provenance.roster,
        "keluaran": dict(made),
        "pustaka": provenance.library,
        "versi": provenance.versions,
        "parameter": facts.parameter,
        "instansi": facts.instansi,
    }


def read_json(path: Path) -> Mapping[str, Any]:
    """Read a JSON file that the pipeline has written.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    mapping
        Empty when the file is missing, damaged or no object.
    """
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def write_json(content: Mapping[str, Any], path: Path) -> None:
    """Write JSON that a person can read and a comparison can follow.

    Parameters
    ----------
    content : mapping
        Text, numbers, lists and dictionaries.
    path : Path
        The file.
    """
    path.write_text(f"{spell_json(content, indent=2)}\n", encoding="utf-8", newline="\n")


def write_build(folder: Path, *, commit: str | None, library: Mapping[str, str], seconds: float) -> None:
    """Write when, where, from which commit and in what time reports were built.

    Parameters
    ----------
    folder : Path
        The outputs of the reports.
    commit : str or None
        Commit of the project.
    library : mapping
        SHA-256, or its beginning, of each of the library's own files.
    seconds : float
        How long it took.
    """
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    told = {"waktu": now, "commit": commit, "sistem": platform.platform(), "detik": round(seconds, 3)}
    write_json(told | {"pustaka": library}, folder / BUILD)


def read_commit(root: Path) -> str | None:
    """Ask git for the commit of the project, None where there is none."""
    command = ["git", "-C", str(root), "describe", "--always", "--dirty", "--abbrev=40"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None
