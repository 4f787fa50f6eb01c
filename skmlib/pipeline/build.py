"""Building the reports of many units: only what is stale, several at a time, each published whole or not at all.

The parent reads no data and imports no notebook: it compares hashes (`freshness.py`), hands work to fresh processes
(`batch.py`, `processes.py`, `report_jobs.py`) and publishes (`publishing.py`). A unit is read and checked in one process, and
each of its notebooks runs in another. What fails costs its own unit only, and what was published stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from skmlib.pipeline import events
from skmlib.pipeline.batch import Batch
from skmlib.pipeline.freshness import Current, Reason, why_stale
from skmlib.pipeline.publishing import OUTPUTS, recover_all
from skmlib.pipeline.settings import Settings
from skmlib.pipeline.units import Listener, Name, Units


def plan_build(names: Iterable[Name], *, root: Path, settings: Settings) -> dict[Name, tuple[Reason, ...]]:
    """Say which reports are stale, and why. Nothing runs and nothing is written.

    Parameters
    ----------
    names : iterable of (periode, unit)
        The reports.
    root : Path
        The project folder.
    settings : Settings
        How they would be built.

    Returns
    -------
    dict
        The reasons of each report, none for a current one.
    """
    current = Current(root)
    return {name: why_stale(root / OUTPUTS / Path(*name), current, forms=settings.forms) for name in names}


def build_reports(
    names: Sequence[Name],
    *,
    root: Path,
    settings: Settings | None = None,
    on_event: Listener = lambda event: None,
) -> events.Ended:
    """Build and publish the reports that are stale.

    Parameters
    ----------
    names : sequence of (periode, unit)
        The reports.
    root : Path
        The project folder.
    settings : Settings, optional
        How to build.
    on_event : callable
        Told what happens, as it happens.

    Returns
    -------
    Ended
        How many were published, and which failed.
    """
    settings = settings or Settings()
    recover_all(root)
    reasons = plan_build(names, root=root, settings=settings)
    stale = [name for name in names if reasons[name] or settings.force]
    on_event(events.Planned(tuple(map("/".join, stale)), len(names) - len(stale)))
    units = Units(root, settings, on_event)
    interrupted = False
    try:
        Batch(stale, units).run()
    except KeyboardInterrupt:
        interrupted = True
    ended = events.Ended(units.published, tuple(units.failed), interrupted)
    on_event(ended)
    return ended
