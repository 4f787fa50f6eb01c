"""List known vulnerabilities of the pinned dependencies: `make audit-deps`.

pip-audit stands in an environment of its own, `.venv-audit`, made from `tools/audit.lock`, and asks its database about every
package of `requirements.lock` that this system installs. It ends well when the database knows none of the packages, as a
mirror without one does; here a package that was not looked up is never taken for a safe one.

Exit status: 0 all looked up and nothing known, 1 vulnerabilities found, 2 not all looked up. `make` ends with 2 for both and
names the one that was meant: `Error 1` or `Error 2`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv-audit"
LOCKS = (ROOT / "requirements.lock", ROOT / "tools" / "audit.lock")
TIMEOUT = 15  # seconds for one answer of the database
SAFE, FOUND, UNKNOWN = 0, 1, 2
UNREACHABLE = (
    "no database of vulnerabilities could be reached; nothing is known about the dependencies. Try again online."
)


def main() -> int:
    """Look up every dependency and say what is known."""
    try:
        python = make_environment()
    except subprocess.CalledProcessError:
        print("pip-audit could not be installed; nothing is known about the dependencies.")  # noqa: T201
        return UNKNOWN
    status, lines = judge(run_audit(python))
    print("\n".join(lines))  # noqa: T201
    return status


def make_environment() -> Path:
    """Install pip-audit once for each lock, and give the Python that has it."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = ENVIRONMENT / "audit.lock"
    if not ready.exists() or ready.read_bytes() != LOCKS[1].read_bytes():
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCKS[1])]
        subprocess.run(command, check=True)
        ready.write_bytes(LOCKS[1].read_bytes())
    return python


def run_audit(python: Path) -> str:
    """Run pip-audit over the locks; give its JSON, or nothing where it failed."""
    command = [str(python), "-m", "pip_audit", "--disable-pip", "--require-hashes", "--format", "json"]
    command += ["--progress-spinner", "off", "--timeout", str(TIMEOUT)]
    for lock in LOCKS:
        command += ["--requirement", str(lock)]
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout


def judge(report: str) -> tuple[int, list[str]]:
    """Say what a report of pip-audit means.

    Parameters
    ----------
    report : str
        JSON, or nothing where pip-audit failed.

    Returns
    -------
    status : int
        `SAFE`, `FOUND` or `UNKNOWN`.
    lines : list of str
        What to tell.

    Examples
    --------
    >>> judge('{"dependencies": [{"name": "a", "version": "1", "vulns": []}]}')
    (0, ['1 packages looked up, no known vulnerabilities.'])
    """
    try:
        packages = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return UNKNOWN, [UNREACHABLE]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    if len(unknown) == len(packages):
        return UNKNOWN, [UNREACHABLE]
    found = [
        f"{package['name']} {package['version']}: {known['id']}, {_mended(known['fix_versions'])}"
        for package in packages
        for known in package.get("vulns", ())
    ]
    told = f"{len(packages) - len(unknown)} packages looked up, {len(found) or 'no'} known vulnerabilities."
    skipped = [f"not looked up: {', '.join(unknown)}."] if unknown else []
    return FOUND if found else UNKNOWN if unknown else SAFE, [*found, told, *skipped]


def _mended(versions: list[str]) -> str:
    """Say in which versions a vulnerability is mended."""
    return f"mended in {', '.join(versions)}" if versions else "not mended yet"


if __name__ == "__main__":
    sys.exit(main())
