"""Every table of sample reports of each kind, whole. A difference here is read before it is committed (`make golden`)."""

import csv
import inspect
import io

import pytest

import skmlib
from skmlib.report.blocks import Block, Blocks, Findings, Table

# The hashes and versions in the last annex change with every edit; the answers are those of the sample data.
LEFT_OUT = {"sources_tables", "processed_table", "recap_sources_tables", "performance_sources_tables"}
# No report shows these: they are for the exploring notebook, and tests/report/test_explore.py has their cells.
LEFT_OUT |= {"responses_table", "groups_table", "comments_table"}
# A part of another table that is shown.
LEFT_OUT |= {"mutu_table"}
TABLES = [name for name in skmlib.__all__ if name.endswith(("_table", "_tables")) and name not in LEFT_OUT]
SAMPLES = {"recap_": ("kemensos", "kemensos_terbit"), "performance_": ("biro_humas",), "": ("kasn", "sekadau")}


def samples_of(name: str) -> tuple[str, ...]:
    return next(samples for prefix, samples in SAMPLES.items() if name.startswith(prefix))


CASES = [(sample, name) for name in TABLES for sample in samples_of(name)]


def tables_in(block: Block) -> list[Table]:
    if isinstance(block, Blocks):
        return [table for item in block.items for table in tables_in(item)]
    if isinstance(block, Findings):
        return tables_in(block.block)
    return [block] if isinstance(block, Table) else []


def as_csv(tables: list[Table]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for table in tables:
        writer.writerow([f"# {table.title}"])
        writer.writerow([column.heading for column in table.columns])
        writer.writerows(table.rows)
        writer.writerows([f"# {note}"] for note in table.notes)
        writer.writerows([f"# Sumber: {source}"] for source in filter(None, [table.source]))
    return out.getvalue()


def test_golden_covers_every_table():
    assert len(TABLES) > 12
    assert all(list(inspect.signature(getattr(skmlib, name)).parameters) == ["results"] for name in TABLES)


@pytest.mark.parametrize(("sample", "name"), CASES)
def test_table_is_the_golden_one(request, root, sample, name):
    made = as_csv(tables_in(getattr(skmlib, name)(request.getfixturevalue(sample))))
    golden = root / "tests" / "golden" / sample / f"{name}.csv"
    if request.config.getoption("--write-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert golden.read_text(encoding="utf-8") == made
