"""The units of one build on a cluster: sent out as bytes while workers would have nothing to do, published as they come back.

This machine reads the inputs, holds the folder, checks that nothing has changed meanwhile and publishes, all as if it had made
the reports itself. Few more units are under way than the cluster makes at a time, so memory does not grow with the build.
"""

from __future__ import annotations

import dataclasses
import queue
import time
from collections import deque
from collections.abc import Iterable

from distributed import Future

from skmlib.pipeline import events
from skmlib.pipeline.cluster import Cluster, ClusterLost, Told
from skmlib.pipeline.failures import FailedElsewhere
from skmlib.pipeline.unit_bytes import UnitOrder, UnitResult, pack, unpack
from skmlib.pipeline.unit_inputs import read_inputs
from skmlib.pipeline.units import Made, Name, UnitInWork, Units

UNDER_WAY = 2  # units for each thread of the cluster: the next is there when one is done
LOOK_SECONDS = 2.0
PATIENCE_SECONDS = 60.0
GONE = "Tidak ada lagi pekerja yang dapat dipakai selama {:g} detik. Jalankan pekerja, lalu jalankan lagi."


@dataclasses.dataclass(frozen=True)
class _Flight:
    """A unit that is being made elsewhere, and the workers that may do it."""

    unit: UnitInWork
    order: UnitOrder
    future: Future
    workers: frozenset[str]


class ClusterBatch:
    """The units of one build: waiting, under way, made.

    Parameters
    ----------
    names : iterable of (periode, unit)
        The units to make.
    units : Units
        Begins and ends the work on each.
    cluster : Cluster
        Makes them.
    """

    def __init__(self, names: Iterable[Name], units: Units, cluster: Cluster) -> None:
        self._units, self._cluster = units, cluster
        self._settings = dataclasses.replace(units.settings, jobs=1, force=True, scheduler=None)
        self._waiting = deque(names)
        self._flights: dict[str, _Flight] = {}
        self._last_look = self._last_usable = time.monotonic()

    def run(self) -> None:
        """Make all reports; those that are left when the cluster is lost fail."""
        try:
            while self._waiting or self._flights:
                self._refill()
                self._hear()
                self._look()
        except ClusterLost as error:
            self._give_up(error)
        finally:
            self._units.release_all()

    def _refill(self) -> None:
        """Send out units while workers would have nothing to do."""
        while self._waiting and len(self._flights) < UNDER_WAY * sum(self._cluster.threads.values()):
            unit = self._units.begin(self._waiting.popleft())
            if unit is None:
                continue
            periode, name = unit.name
            try:
                inputs = pack(read_inputs(name, periode, root=self._units.root))
            except OSError as error:
                self._units.fail(unit, error)
                continue
            self._send(unit, UnitOrder(name, periode, inputs, self._settings))

    def _send(self, unit: UnitInWork, order: UnitOrder) -> None:
        """Have a unit made by any of the usable workers."""
        future = self._cluster.submit(order)
        self._flights[future.key] = _Flight(unit, order, future, frozenset(self._cluster.threads))

    def _hear(self) -> None:
        """Wait a moment for what workers tell, and for what comes back."""
        try:
            told = self._cluster.inbox.get(timeout=LOOK_SECONDS)
        except queue.Empty:
            return
        if isinstance(told, Told):
            if told.key in self._flights:
                self._units.tell(events.Stage(self._flights[told.key].unit.report, told.stage))
        elif told.key in self._flights:
            self._land(self._flights[told.key])

    def _land(self, flight: _Flight) -> None:
        """Publish what has come back; send out again what was lost on its way."""
        try:
            result = self._cluster.result(flight.future)
        except ClusterLost:
            raise
        except Exception as error:
            del self._flights[flight.future.key]
            self._units.fail(flight.unit, error)
            return
        if result is None:
            self._flights[flight.future.key] = dataclasses.replace(flight, workers=frozenset())
            return
        del self._flights[flight.future.key]
        self._units.finish(flight.unit, lambda: _complete(flight.unit, result))

    def _look(self) -> None:
        """See from time to time which workers there are; send out again what none of them may make."""
        now = time.monotonic()
        if now - self._last_look < LOOK_SECONDS:
            return
        self._cluster.look()
        self._last_look = now
        if self._cluster.threads:
            self._last_usable = now
        elif now - self._last_usable > PATIENCE_SECONDS:
            raise ClusterLost(GONE.format(PATIENCE_SECONDS))
        stranded = [flight for flight in self._flights.values() if not flight.workers & self._cluster.threads.keys()]
        for flight in stranded if self._cluster.threads else ():
            del self._flights[flight.future.key]
            flight.future.release()
            self._send(flight.unit, flight.order)

    def _give_up(self, error: ClusterLost) -> None:
        """Fail everything that is left."""
        for flight in self._flights.values():
            self._units.fail(flight.unit, error)
        for unit in filter(None, map(self._units.begin, self._waiting)):
            self._units.fail(unit, error)


def _complete(unit: UnitInWork, result: UnitResult) -> Made:
    """Write what has come back into the private folder of a unit; raise why there are no reports."""
    making, ended = unit.folder.making, result.ended
    unpack(result.files, making)
    if isinstance(ended, events.Failed):
        raise FailedElsewhere(ended, next(making.glob("*.ipynb"), None))
    return Made(ended.laporan, ended.findings, ended.seconds)
