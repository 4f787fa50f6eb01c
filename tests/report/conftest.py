"""Fixtures for the report: results of a small project, and what a block shows, read without its markup."""

import pytest
import yaml

from skmlib.report.blocks import Block, Blocks, Callout, Figure, Findings, Table, Text
from skmlib.survey.dataset import read_survey
from skmlib.survey.summary import summarise_survey


def leaves_of(block: Block) -> list[Block]:
    if isinstance(block, Blocks):
        return [leaf for item in block.items for leaf in leaves_of(item)]
    return leaves_of(block.block) if isinstance(block, Findings) else [block]


def shown_words(block: Block) -> str:
    """Every sentence, item and note of a block that is not a table, one a line."""
    told = [
        block.plain_text if isinstance(block, Text) else block.brief()
        for block in leaves_of(block)
        if isinstance(block, Text | Callout)
    ]
    return "\n".join(told)


@pytest.fixture(scope="session")
def words():
    return shown_words


@pytest.fixture(scope="session")
def tables():
    return lambda block: [leaf for leaf in leaves_of(block) if isinstance(leaf, Table)]


@pytest.fixture(scope="session")
def summarise():
    return lambda project: summarise_survey(read_survey("loket", "2025-S1", root=project.root))


@pytest.fixture(scope="session")
def reference(root):
    return yaml.safe_load((root / "tests/data/reference/kasn-2024.yml").read_text(encoding="utf-8"))


@pytest.fixture
def drawn(monkeypatch):
    """Every drawing that becomes a figure during the test, in order."""
    drawings = []
    save = Figure.from_matplotlib.__func__

    def keep(cls, drawing, *args, **named):
        drawings.append(drawing)
        return save(cls, drawing, *args, **named)

    monkeypatch.setattr(Figure, "from_matplotlib", classmethod(keep))
    return drawings
