"""What a report of pip-audit means: a package that was not looked up is never taken for a safe one."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPECIFICATION = importlib.util.spec_from_file_location("audit_dependencies", ROOT / "tools" / "audit_dependencies.py")
audit = importlib.util.module_from_spec(SPECIFICATION)
SPECIFICATION.loader.exec_module(audit)

SAFE = {"name": "aman", "version": "1.0", "vulns": []}
SKIPPED = {"name": "lewat", "skip_reason": "Dependency not found on PyPI and could not be audited: lewat (2.0)"}
BROKEN = {
    "name": "rawan",
    "version": "3.0",
    "vulns": [
        {"id": "PYSEC-1", "fix_versions": ["3.1"], "aliases": [], "description": ""},
        {"id": "PYSEC-2", "fix_versions": [], "aliases": [], "description": ""},
    ],
}
FOUND = ["rawan 3.0: PYSEC-1, mended in 3.1", "rawan 3.0: PYSEC-2, not mended yet"]


def judge(*packages):
    return audit.judge(json.dumps({"dependencies": packages, "fixes": []}))


def test_nothing_known_about_packages_that_were_looked_up():
    assert judge(SAFE) == (0, ["1 packages looked up, no known vulnerabilities."])


def test_vulnerabilities_are_listed():
    assert judge(SAFE, BROKEN) == (1, [*FOUND, "2 packages looked up, 2 known vulnerabilities."])


def test_vulnerabilities_weigh_more_than_packages_that_were_not_looked_up():
    assert judge(BROKEN, SKIPPED)[0] == 1


def test_a_package_that_was_not_looked_up_is_not_safe():
    assert judge(SAFE, SKIPPED) == (2, ["1 packages looked up, no known vulnerabilities.", "not looked up: lewat."])


@pytest.mark.parametrize(
    "report", ["", "Traceback", "[]", json.dumps({"dependencies": [SKIPPED]}), '{"dependencies": []}']
)
def test_without_a_database_nothing_is_known(report):
    assert audit.judge(report) == (2, [audit.UNREACHABLE])


@pytest.mark.parametrize(
    "lock", ["requirements.lock", "tools/audit.lock", "tools/bench.lock", "tools/bench_weasyprint.lock"]
)
def test_every_package_of_a_lock_has_its_hashes(lock):
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8"))[1:]
    assert entries
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
