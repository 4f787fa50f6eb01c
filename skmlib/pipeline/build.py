"""Building the reports of many units: only what is stale, several at a time, each published whole or not at all.

The parent reads no data and imports no notebook: it compares hashes (`freshness.py`), hands work to fresh processes
(`batch.py`, `processes.py`, `report_jobs.py`) or to the workers of a cluster (`cluster_batch.py`) and publishes (`units.py`,
`publishing.py`). A unit is read and checked in one process, and each of its notebooks runs in another; a single one runs in the
same while other units wait. What fails costs its own unit only, and what was published stays.
"""

from __future__ import annotations

import contextlib
import importlib.util
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from skmlib.pipeline import events
from skmlib.pipeline.batch import Batch
from skmlib.pipeline.failures import ClusterError
from skmlib.pipeline.freshness import Current, Reason, why_stale
from skmlib.pipeline.publishing import OUTPUTS, recover_all
from skmlib.pipeline.settings import Settings
from skmlib.pipeline.units import Listener, Name, Units

if TYPE_CHECKING:
    from skmlib.pipeline.cluster_batch import ClusterBatch


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

    Raises
    ------
    ClusterError
        When the cluster that `settings` name cannot be used; nothing was made then.
    """
    settings = settings or Settings()
    units = Units(root, settings, on_event)
    interrupted = False
    try:
        if aside := recover_all(root):
            on_event(events.Recovered(aside))
        reasons = plan_build(names, root=root, settings=settings)
        stale = [name for name in names if reasons[name] or settings.force]
        with _batch(stale, units) as batch:
            on_event(events.Planned(tuple(map("/".join, stale)), len(names) - len(stale)))
            batch.run()
    except KeyboardInterrupt:
        interrupted = True
    ended = events.Ended(units.published, tuple(units.failed), interrupted)
    on_event(ended)
    return ended


@contextlib.contextmanager
def _batch(names: Sequence[Name], units: Units) -> Iterator[Batch | ClusterBatch]:
    """Prepare to make reports with processes of this machine, or with a cluster where there is something to make."""
    scheduler = units.settings.scheduler
    if scheduler is None or not names:
        yield Batch(names, units)
        return
    if importlib.util.find_spec("distributed") is None:
        raise ClusterError("Paket 'distributed' belum terpasang; pasang dengan: pip install 'skmlib[cluster]'.")
    from skmlib.pipeline.cluster import Cluster
    from skmlib.pipeline.cluster_batch import ClusterBatch

    with contextlib.closing(Cluster(scheduler, root=units.root, on_refused=units.tell)) as cluster:
        yield ClusterBatch(names, units, cluster)
