"""Two projects that differ in their texts only: what the hostile one has more than the harmless one came out of a text."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from corpus import EVERYTHING, HARMLESS, spoil_project

from skmlib.cli import main


@dataclasses.dataclass(frozen=True)
class Built:
    """A project, and what the commands that checked and built it said."""

    root: Path
    told: dict[str, str]

    def file(self, name: str) -> Path:
        return self.root / "outputs" / name


def call(root: Path, *words: str) -> str:
    """Run a command as a program that is not a terminal sees it."""
    result = CliRunner().invoke(main, ["--root", str(root), *words], env={"COLUMNS": "400"})
    assert result.exit_code == 0, result.output
    return result.output


def make(folder: Path, source: Path, payloads: tuple[str, ...]) -> Built:
    """Make a project and build all of it."""
    spoil_project(source, folder, payloads)
    words = {
        "check": ["check"],
        "json": ["build", "--to", "docx", "--json"],
        "build": ["build", "--force", "--to", "docx", "2024-S1/kemensos-terbit"],
    }
    words |= {"list": ["list"], "why": ["why"], "comments": ["comments", "export", "2024/kasn", "--annotator", "ani"]}
    return Built(folder, {name: call(folder, *given) for name, given in words.items()})


@pytest.fixture(scope="session")
def harmless(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Built:
    return make(tmp_path_factory.mktemp("biasa"), root, HARMLESS)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Built:
    return make(tmp_path_factory.mktemp("jahat"), root, EVERYTHING)


@pytest.fixture(scope="session")
def command() -> Callable[..., str]:
    return call
