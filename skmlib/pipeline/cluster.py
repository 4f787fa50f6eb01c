"""The workers of a Dask cluster: which there are, which of them may be used, and what they are given.

Every worker is asked what it would make reports with (`machines.py`) before it gets work, those that join later as well; one
that differs is told and never used. A unit travels to it as bytes and comes back as bytes (`unit_bytes.py`), so no disk is
shared. A worker that dies costs only what it was making: Dask gives that to another of the workers that may be used.
"""

from __future__ import annotations

import asyncio
import functools
import logging
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NamedTuple

import dask
from distributed import Client, Future, KilledWorker, Security, get_worker
from distributed.comm import connect

from skmlib.pipeline import events
from skmlib.pipeline.failures import ClusterError
from skmlib.pipeline.machines import describe_machine, differences, locked_packages, tell_differences
from skmlib.pipeline.manifest import LOCK
from skmlib.pipeline.unit_bytes import UnitOrder, UnitResult, build_bytes

CONNECT_SECONDS = 5
RESULT_SECONDS, ANSWER_SECONDS = 60, 20
START = "jalankan 'skm worker {}' pada setiap komputer, lalu ulangi"
KILLED = (
    "Setiap pekerja yang membuatnya berhenti di tengah ({} kali), biasanya karena memori habis: kurangi --nthreads."
)
NO_ANSWER = "periksa alamatnya (tcp://KOMPUTER:8786), dan apakah 'dask scheduler' berjalan di sana"
NO_TLS = "alamat tls:// memerlukan sertifikat; atur seperti pada docs/scaling.md, atau pakai tcp://"
LOST = "Hubungan dengan penjadwal {} terputus. Periksa komputer itu dan jaringannya, lalu jalankan lagi."


class Told(NamedTuple):
    """A stage that begins on a worker, and the key of its work."""

    key: str
    stage: str


class ClusterLost(ClusterError):
    """Nothing more can come from the cluster."""


class Cluster:
    """A Dask cluster.

    Parameters
    ----------
    scheduler : str
        Address of its scheduler, such as `"tcp://10.0.0.5:8786"`.
    root : Path
        The project folder, with the lock file whose packages must be the same.
    on_refused : callable
        Told which workers are not used, and why.

    Attributes
    ----------
    inbox : SimpleQueue
        Takes what workers tell and the futures that are done.
    threads : dict
        How many units each usable worker makes at a time, by its address.

    Raises
    ------
    ClusterError
        When the scheduler does not answer, or no worker may be used.
    """

    def __init__(self, scheduler: str, *, root: Path, on_refused: Callable[[events.Refused], None]) -> None:
        lock = root / LOCK
        self._packages = locked_packages(lock.read_text(encoding="utf-8")) if lock.is_file() else ()
        self._own = describe_machine(self._packages)
        self._scheduler, self._on_refused = scheduler, on_refused
        self._may_be_used: dict[tuple[str, str], bool] = {}
        self._topic = f"skm-{uuid.uuid4().hex}"
        self.inbox: SimpleQueue[Told | Future] = SimpleQueue()
        self.threads: dict[str, int] = {}
        self._client = _connect(scheduler)
        try:
            self._client.subscribe_topic(self._topic, lambda event: self.inbox.put(Told(*event[1])))
            self._check_scheduler()
            self.look()
            if not self.threads:
                raise ClusterError(self._nobody())
        except BaseException:
            self.close()
            raise

    def look(self) -> None:
        """See which workers there are now, and ask the new ones what they would make reports with.

        Raises
        ------
        ClusterLost
            When the scheduler does not answer any more.
        """
        try:
            present = self._client.scheduler_info()["workers"]
            # A worker that was started again at the same address is another one; its scratch folder tells.
            places = {address: (address, told["local_directory"]) for address, told in present.items()}
            self._judge({address: place for address, place in places.items() if place not in self._may_be_used})
        except (OSError, CancelledError) as error:
            raise ClusterLost(LOST.format(self._scheduler)) from error
        self.threads = {
            address: present[address]["nthreads"]
            for address, place in places.items()
            if self._may_be_used.get(place, False)
        }

    def submit(self, order: UnitOrder) -> Future:
        """Have the reports of a unit made by one of the usable workers; `inbox` takes the future when it is done.

        Parameters
        ----------
        order : UnitOrder
            Whose and from what.

        Returns
        -------
        Future
        """
        key = f"{order.periode}/{order.unit}-{uuid.uuid4().hex}"
        # Bytes within the task come back when it must run again; Dask would rather have big ones scattered, which do not.
        with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 TiB"}):
            future = self._client.submit(
                build_on_worker, order, key, self._topic, key=key, workers=[*self.threads], allow_other_workers=False
            )
        future.add_done_callback(self.inbox.put)
        return future

    def result(self, future: Future) -> UnitResult | None:
        """Fetch what a worker has made.

        Parameters
        ----------
        future : Future
            That is done.

        Returns
        -------
        UnitResult or None
            None when the worker was lost before it could be fetched.

        Raises
        ------
        ClusterLost
            When the scheduler is gone.
        ClusterError
            When one worker after another died of it.
        Exception
            What the work itself raised.
        """
        try:
            return future.result(timeout=RESULT_SECONDS)
        except TimeoutError:
            return None
        except CancelledError as error:
            raise ClusterLost(LOST.format(self._scheduler)) from error
        except KilledWorker as error:
            raise ClusterError(KILLED.format(error.allowed_failures + 1)) from error

    def close(self) -> None:
        """Leave the cluster; what it still makes for us is cancelled."""
        self._client.close(timeout=CONNECT_SECONDS)

    def _check_scheduler(self) -> None:
        """Refuse a scheduler that could not even pass our work on."""
        try:
            self._client.run_on_scheduler(describe_machine, ())
        except ImportError as error:
            what = f"Penjadwal {self._scheduler} tidak memiliki skmlib ({error}); jalankan dari lingkungan yang sama."
            raise ClusterError(what) from error

    def _judge(self, places: dict[str, tuple[str, str]]) -> None:
        """Ask workers what they would make reports with, and tell those that are refused."""
        for address, answer in self._client.sync(self._ask, [*places]).items() if places else ():
            if isinstance(answer, OSError) and not isinstance(answer, TimeoutError):
                continue  # it has gone meanwhile
            hangs = isinstance(answer, TimeoutError)
            failed = f"tidak menjawab dalam {ANSWER_SECONDS} detik" if hangs else f"tidak dapat ditanya: {answer!r}"
            reasons = (failed,) if isinstance(answer, Exception) else differences(self._own, answer)
            self._may_be_used[places[address]] = not reasons
            if reasons:
                self._on_refused(events.Refused(address, tell_differences(reasons)))

    async def _ask(self, addresses: Sequence[str]) -> dict[str, Any]:
        """Ask workers at once, each for itself: one that hangs would hold up the answers of all for minutes."""
        ask = functools.partial(self._client.run, describe_machine, self._packages, on_error="return")
        asked = (asyncio.wait_for(ask(workers=[one]), ANSWER_SECONDS) for one in addresses)
        told = zip(addresses, await asyncio.gather(*asked, return_exceptions=True), strict=True)
        return {one: answer[one] if isinstance(answer, dict) else answer for one, answer in told}

    def _nobody(self) -> str:
        """Say that there is no worker, or none that may be used."""
        start = START.format(self._scheduler)
        if not self._may_be_used:
            return f"Penjadwal {self._scheduler} belum memiliki pekerja; {start}."
        return f"Tidak satu pun pekerja pada {self._scheduler} dapat dipakai; samakan lingkungannya dan {start}."


def build_on_worker(order: UnitOrder, key: str, topic: str) -> UnitResult:
    """Make the reports of a unit on a worker, telling its client each stage as it begins.

    Parameters
    ----------
    order : UnitOrder
        Whose and from what.
    key : str
        What the client calls this work.
    topic : str
        Where the client listens.

    Returns
    -------
    UnitResult
    """
    worker = get_worker()

    def tell(stage: str) -> None:
        worker.log_event(topic, (key, stage))

    tell(f"dikerjakan oleh {worker.address}")
    return build_bytes(order, tell=tell, scratch=Path(worker.local_directory))


def _connect(scheduler: str) -> Client:
    """Connect to a scheduler, or say within seconds that it does not answer."""
    for name in ("distributed", "distributed.client", "distributed.core"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters of it is told in Indonesian
    try:
        asyncio.run(asyncio.wait_for(_greet(scheduler), CONNECT_SECONDS))
        return Client(scheduler, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, TypeError, ValueError) as error:
        advice = NO_TLS if isinstance(error, TypeError) else NO_ANSWER
        raise ClusterError(f"Penjadwal {scheduler!r} tidak dapat dihubungi; {advice}.") from error


async def _greet(scheduler: str) -> None:
    """See whether a scheduler answers: a client would wait much longer where something else does."""
    how = Security().get_connection_args("client")
    comm = await connect(scheduler, timeout=CONNECT_SECONDS, **how)
    comm.abort()
