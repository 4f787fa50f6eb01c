"""The order in which units begin and end: what follows a unit's last job takes no time from the next, and is never lost."""

from types import SimpleNamespace

import pytest

from skmlib.pipeline import batch
from skmlib.pipeline.batch import Batch
from skmlib.pipeline.processes import Outcome
from skmlib.pipeline.settings import Settings

NAMES = [("2025-S1", "a"), ("2025-S1", "b"), ("2025-S1", "c")]


class Told:
    """Stands for the units of a build, and keeps what it is told, in order."""

    def __init__(self, *, interrupted_at: str = "") -> None:
        self.root, self.settings, self.calls = None, Settings(jobs=1), []
        self._interrupted_at = interrupted_at

    def begin(self, name):
        self.calls.append(f"mulai {name[1]}")
        if name[1] == self._interrupted_at:
            raise KeyboardInterrupt
        return SimpleNamespace(name=name, folder=SimpleNamespace(making=None))

    def finish(self, unit, complete):
        self.calls.append(f"selesai {unit.name[1]}")

    def release_all(self):
        self.calls.append("lepas")


@pytest.fixture
def jobs(monkeypatch):
    """Let jobs end with an error, or without, as soon as they begin."""

    def end_with(error):
        def run_jobs(jobs, *, workers, on_event, before_wait):
            while jobs:
                job = jobs.popleft()
                if error is None:
                    before_wait()
                yield Outcome(job, error=error)

        monkeypatch.setattr(batch, "run_jobs", run_jobs)

    return end_with


def test_a_unit_ends_when_the_next_one_has_begun(jobs):
    jobs(None)
    told = Told()
    Batch(NAMES, told).run()
    assert told.calls == ["mulai a", "mulai b", "selesai a", "mulai c", "selesai b", "selesai c", "lepas"]


def test_a_unit_whose_process_did_not_start_ends_at_once(jobs):
    jobs(OSError("terlalu banyak berkas"))
    told = Told()
    Batch(NAMES, told).run()
    assert told.calls == ["mulai a", "selesai a", "mulai b", "selesai b", "mulai c", "selesai c", "lepas"]


def test_an_interrupt_while_the_next_one_begins_loses_no_complete_unit(jobs):
    jobs(None)
    told = Told(interrupted_at="b")
    with pytest.raises(KeyboardInterrupt):
        Batch(NAMES, told).run()
    assert told.calls == ["mulai a", "mulai b", "selesai a", "lepas"]
