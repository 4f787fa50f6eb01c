"""Reports built once for all reference files, one test a value and a finding, and the table at the end of the run."""

import functools
from collections import Counter

import pytest
from page import Page
from walk import CONTEXT, CONTRADICTED, REGENERATED

KINDS = (REGENERATED, CONTRADICTED, CONTEXT)


@pytest.fixture(scope="session")
def reports(built):
    """Give a report of a unit as it was published: `reports("kasn", "2024", "laporan-skm")`."""
    return functools.cache(lambda unit, periode, report: Page(built(unit, periode) / f"{report}.html"))


def pytest_generate_tests(metafunc):
    """Make a test for every value and every finding of the module's reference file."""
    reference = getattr(metafunc.module, "REFERENCE", None)
    for name, values in (("leaf", "leaves"), ("finding", "findings")):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, getattr(reference, values), ids=str)


@pytest.fixture(autouse=True)
def counted(request, record_property):
    """Keep for the table at the end which kind of value a test is about."""
    reference = getattr(request.module, "REFERENCE", None)
    params = getattr(getattr(request.node, "callspec", None), "params", {})
    if "leaf" in params:
        record_property("reference", (reference.name, reference.kind_of(params["leaf"])))
    if "finding" in params:
        record_property("reference", (reference.name, "findings shown"))


def pytest_terminal_summary(terminalreporter):
    """Say for each reference file how many values are regenerated, contradicted, context, or failed."""
    counts = Counter()
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            told = [value for name, value in getattr(report, "user_properties", []) if name == "reference"]
            counts.update((file, kind if outcome == "passed" else "failed") for file, kind in told)
    if not counts:
        return
    columns = [*KINDS, "findings shown", "failed"]
    terminalreporter.section("values of the reference files")
    terminalreporter.write_line(" ".join([f"{'file':32}", *(f"{column:>15}" for column in columns)]))
    for file in sorted({file for file, _ in counts}):
        cells = [f"{counts[file, column]:>15}" for column in columns]
        terminalreporter.write_line(" ".join([f"{file:32}", *cells]))
