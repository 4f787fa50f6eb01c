"""Every file that making a report opens is recorded as its input: what is not recorded could change and nobody would see."""

import sys
from collections import deque
from pathlib import Path, PurePosixPath

import pytest

from skmlib.pipeline.processes import Job, run_jobs
from skmlib.pipeline.report_jobs import DataRead, ReportOrder, make_report, read_data

OPENED, LISTED = "open", "os.listdir"


def watch(tell, order, laporan):
    """Make reports in a process of its own, and give what is recorded and what was opened and listed below the project."""
    seen = {OPENED: set(), LISTED: set()}

    def note(event, args):
        if event in seen and isinstance(args[0], str | Path):
            seen[event].add(Path(args[0]).absolute())

    sys.addaudithook(note)
    told = []
    read_data(told.append, order)
    for name in laporan:
        make_report(told.append, name, order)
    (facts,) = (one.facts for one in told if isinstance(one, DataRead))
    below = {
        event: {path.relative_to(order.root).as_posix() for path in paths if path.is_relative_to(order.root)}
        for event, paths in seen.items()
    }
    return facts, {name for name in below[OPENED] if (order.root / name).is_file()}, below[LISTED]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("unit", "periode", "laporan"),
    [
        ("kasn", "2024", ["tindak-lanjut", "publikasi"]),
        ("kasn", "2023", []),
        ("sekadau", "2019-S1", ["publikasi"]),
        ("jatinegara-kaum", "2024-S2", []),
        ("kemensos", "2024-S1", ["rekap"]),
        ("kemensos-terbit", "2024-S1", ["rekap"]),
        ("biro-humas", "2023", ["kinerja"]),
    ],
)
def test_all_that_is_opened_is_recorded(sample_project, tmp_path, unit, periode, laporan):
    job = Job(unit, watch, (ReportOrder(unit, periode, sample_project, tmp_path), laporan))
    (outcome,) = run_jobs(deque([job]), workers=1)
    assert outcome.error is None
    facts, opened, listed = outcome.result
    recorded = {source.berkas for source in (*facts.provenance.sources, *facts.scripts)}
    assert len(opened) >= 3
    if facts.provenance.roster or laporan == ["kinerja"]:
        # What the other files of the period say stands in the roster of a recap; a performance report only names them.
        recorded |= {f"params/{periode}/{path.name}" for path in (sample_project / "params" / periode).glob("*.yml")}
    assert opened <= recorded
    # Of a folder that holds something recorded, only whether it is empty was asked.
    folders = {str(PurePosixPath(name).parent) for name in recorded}
    asked = {f"data/{periode}/{name}" for name in facts.provenance.roster}
    assert {name for name in listed if name.startswith("data/")} <= {*facts.provenance.folders, *folders, *asked}
