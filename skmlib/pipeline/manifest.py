"""Where the figures come from, for machines: `manifest.json` and `build.json`.

`manifest.json` holds what is equal for equal inputs: hashes of every input and output, versions and parameters.
`build.json` holds what may differ between equal builds: the commit, the time and the system.
"""

from __future__ import annotations

import datetime
import json
import platform
import subprocess
from pathlib import Path
from typing import Any

from skmlib.parameters import SurveiParameters
from skmlib.parameters.models import Model
from skmlib.pipeline.kinds import Checked
from skmlib.survey.provenance import read_source

MANIFEST = "manifest.json"
BUILD = "build.json"


def write_manifest(data: Checked, folder: Path, *, notebooks: tuple[str, ...]) -> None:
    """Write the manifest of a report beside its files.

    Parameters
    ----------
    data : Checked
        What the report was made from.
    folder : Path
        Holds every other output of the report.
    notebooks : tuple of str
        The notebooks that were executed, relative to the project folder.
    """
    parameters = data.parameters
    provenance = data.provenance
    scripts = [read_source(parameters.root / name, berkas=name) for name in notebooks]
    made = [read_source(path, berkas=path.name) for path in sorted(folder.iterdir())]
    content = {
        "unit": parameters.unit,
        "periode": parameters.periode,
        "masukan": {source.berkas: source.sha256 for source in (*provenance.sources, *scripts)},
        "keluaran": {source.berkas: source.sha256 for source in made},
        "pustaka": provenance.library,
        "versi": provenance.versions,
        "parameter": _published(parameters.own),
        "instansi": parameters.instansi.model_dump(mode="json"),
    }
    write_json(content, folder / MANIFEST)


def _published(own: Model) -> dict[str, Any]:
    """Give the parameters without the names that are masked in comments: only how many there are."""
    content = own.model_dump(mode="json")
    if isinstance(own, SurveiParameters):
        content["data"]["nama_disamarkan"] = len(own.data.nama_disamarkan)
    return content


def write_build(folder: Path, *, root: Path) -> None:
    """Write when, where and from which commit a report was built.

    Parameters
    ----------
    folder : Path
        The outputs of the report.
    root : Path
        The project folder.
    """
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    write_json({"waktu": now, "commit": _read_commit(root), "sistem": platform.platform()}, folder / BUILD)


def write_json(content: dict[str, Any], path: Path) -> None:
    """Write JSON that a person can read and a comparison can follow.

    Parameters
    ----------
    content : dict
        Text, numbers, lists and dictionaries.
    path : Path
        The file.
    """
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _read_commit(root: Path) -> str | None:
    """Ask git for the commit of the project, None where there is none."""
    command = ["git", "-C", str(root), "describe", "--always", "--dirty", "--abbrev=40"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None
