"""Pin every dependency, with hashes, for Linux, macOS and Windows on Python 3.11 and newer.

Run `make lock` after changing the dependencies in pyproject.toml: pins that still fit stay as they are, and with the argument
`--upgrade` (or `--upgrade-package NAME`) they rise. The resolver (uv) asks the package index this machine is
set up for; the lock file holds names, versions, markers and hashes, and no address.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = ("duckdb", "pandas", "polars", "pyarrow")  # the versions that requirements.lock has, where it has any
EXTRAS = ("cluster", "jupyter", "large", "test")
HEADER = "# Every package with its hashes, for Linux, macOS and Windows; made by `make lock`, not by hand.\n"


def main() -> None:
    """Write requirements.lock from pyproject.toml, and the locks in tools/ for what only benchmarks and the audit need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for extra in EXTRAS:
        wanted += project["project"]["optional-dependencies"][extra]
    write_lock(ROOT / "requirements.lock", wanted)
    write_lock(ROOT / "tools" / "bench.lock", BENCH, "--constraint", str(ROOT / "requirements.lock"))
    write_lock(ROOT / "tools" / "bench_weasyprint.lock", ("weasyprint",))
    write_lock(ROOT / "tools" / "audit.lock", ("pip-audit",))


def write_lock(path: Path, wanted: Sequence[str], *options: str) -> None:
    """Pin packages and what they need, keeping the pins that a lock has."""
    with tempfile.TemporaryDirectory() as folder:
        source, lock = Path(folder) / "requirements.in", Path(folder) / "requirements.lock"
        source.write_text("\n".join(wanted) + "\n", encoding="utf-8")
        if path.exists():
            shutil.copy2(path, lock)  # uv keeps the pins it finds in its output
        command = ["uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes"]
        command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
        command += [str(source), "-o", str(lock), "--quiet", *options, *sys.argv[1:]]
        subprocess.run([sys.executable, "-m", *command], check=True)
        path.write_text(HEADER + lock.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main()
