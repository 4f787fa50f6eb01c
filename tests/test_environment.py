"""The three lists of packages agree: pyproject.toml, requirements.lock, environment.yml."""

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
INSTALLED = [
    *PROJECT["project"]["dependencies"],
    *(name for extra in EXTRAS.values() for name in extra),
    *PROJECT["build-system"]["requires"],
]


def locked_versions() -> dict[str, list[str]]:
    versions: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==(\S+)", LOCK, re.MULTILINE):
        versions.setdefault(name, []).append(version)
    return versions


@pytest.mark.parametrize("wanted", INSTALLED)
def test_lock_holds_each_dependency_in_an_allowed_version(wanted):
    requirement = Requirement(wanted)
    versions = locked_versions()[requirement.name.lower()]
    assert all(requirement.specifier.contains(version) for version in versions), versions


def test_each_locked_package_has_hashes():
    entries = re.split(r"^(?=[a-z0-9])", LOCK.split("\n", 1)[1], flags=re.MULTILINE)
    entries = [entry for entry in entries if entry.strip()]
    assert len(entries) > 50
    assert all("--hash=sha256:" in entry for entry in entries)


def test_lock_names_no_address():
    assert "://" not in LOCK
    assert "--index-url" not in LOCK


def test_npm_lock_pins_by_hash_and_names_no_registry():
    text = (ROOT / "tests/browser/package-lock.json").read_text(encoding="utf-8")
    packages = {name: package for name, package in json.loads(text)["packages"].items() if name}
    wanted = json.loads((ROOT / "tests/browser/package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert {name.removeprefix("node_modules/"): package["version"] for name, package in packages.items()} == wanted
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert "://" not in text


def test_environment_takes_the_lock_and_an_allowed_python():
    dependencies = ENVIRONMENT["dependencies"]
    assert f"python{PROJECT['project']['requires-python']}" in dependencies
    assert {"pip": ["-r requirements.lock"]} in dependencies


def test_lock_serves_linux_macos_and_windows():
    markers = " ".join(re.findall(r"^[a-z0-9-]+==[^;\n]+; (.*?) \\", LOCK, re.MULTILINE))
    assert "sys_platform == 'win32'" in markers
    assert "sys_platform == 'darwin'" in markers
