"""Builds on a cluster: a real scheduler and workers as processes of their own; same bytes, losses, refusals."""

import contextlib
import hashlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
from distributed import Client

import skmlib
from skmlib.pipeline import cluster_batch, events
from skmlib.pipeline.build import build_reports
from skmlib.pipeline.failures import ClusterError
from skmlib.pipeline.publishing import ReportFolder
from skmlib.pipeline.settings import Settings

pytestmark = pytest.mark.slow

LOKET, AULA, KOTA = ("2025-S1", "loket"), ("2025-S1", "aula"), ("2025-S1", "kota")
MARK = "SKM_TEST_CLUSTER"
RUNS = "menjalankan laporan-skm"
MADE_BY = "dikerjakan oleh "
COUNT = "skm.read_survey(unit, periode).tally.responden"
SLEEP = f"import time; time.sleep(2); {COUNT}"


def wait_until(holds, *, seconds=60):
    """Wait for something that is about to hold."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


class Machines:
    """A scheduler and its workers on 127.0.0.1, all of which end with the test."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._mark, self._all = folder, uuid.uuid4().hex, []
        self.workers: dict[str, subprocess.Popen] = {}
        self._gone: set[str] = set()
        file = folder / "scheduler.json"
        words = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
        self.scheduler = self._start("dask", "scheduler", *words)
        wait_until(lambda: file.is_file() and file.read_text(encoding="utf-8").endswith("}"))
        self.address = json.loads(file.read_text(encoding="utf-8"))["address"]
        self.client = Client(self.address, set_as_default=False)

    def need(self, count: int) -> None:
        """Have exactly so many usable workers."""
        for address in [*self.workers][count:]:
            self.kill(address)
        for _ in range(count - len(self.workers)):
            process = self.start_worker("skmlib.cli", "worker", self.address, "--nthreads", "1")
            self.workers[self.address_of(process)] = process
        wait_until(lambda: self._gone.isdisjoint(self._present()))

    def start_worker(self, module: str, *words: str, path: Path | None = None) -> subprocess.Popen:
        """Start a worker, perhaps with another library."""
        return self._start(module, *words, "--local-directory", str(self.folder), path=path)

    def address_of(self, process: subprocess.Popen) -> str:
        """Give the address of a worker once it has come."""
        found = []

        def has_come():
            groups = self.client.run(os.getpgrp, workers=[*self._present()], on_error="ignore")
            found[:] = [address for address, group in groups.items() if group == process.pid]
            return found

        wait_until(has_come)
        return found[0]

    def kill(self, address: str) -> None:
        """Kill a worker as a machine dies."""
        self._gone.add(address)
        self.workers.pop(address).kill()

    def stop(self, process: subprocess.Popen) -> None:
        """End a process and what belongs to it."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def close(self) -> None:
        """End all, and see that nothing is left."""
        self.client.close()
        for process in self._all:
            self.stop(process)
        wait_until(lambda: not self._left(), seconds=20)

    def _present(self) -> dict:
        return self.client.scheduler_info()["workers"]

    def _start(self, module: str, *words: str, path: Path | None = None) -> subprocess.Popen:
        """Start a process with a group of its own, whose descendants can be told."""
        named = os.environ | {MARK: self._mark} | ({"PYTHONPATH": str(path)} if path else {})
        with (self.folder / f"{len(self._all)}.log").open("wb") as log:
            command = [sys.executable, "-m", module, *words]
            # Elsewhere than the working directory, which would come before any other library.
            process = subprocess.Popen(
                command, stdout=log, stderr=log, env=named, cwd=self.folder, start_new_session=True
            )
        self._all.append(process)
        return process

    def _left(self) -> list[str]:
        """List the processes that descend from ours and have not ended."""
        mark, found = f"{MARK}={self._mark}".encode(), []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if mark in (folder / "environ").read_bytes():
                    found.append(folder.name)
        return found


@pytest.fixture(scope="module")
def clusters():
    """The clusters of these tests, the last of which is used as long as its scheduler lives."""
    all_of_them = []
    yield all_of_them
    for one in all_of_them:
        one.close()


@pytest.fixture
def machines(clusters, tmp_path_factory):
    if not clusters or clusters[-1].scheduler.poll() is not None:
        clusters.append(Machines(tmp_path_factory.mktemp("klaster")))
    return clusters[-1]


@pytest.fixture
def odd_worker(machines, tmp_path):
    """A worker whose library differs in one byte; gives its address and what is to be told of it."""
    library = Path(skmlib.__file__).parent
    other = tmp_path / "pustaka/skmlib"
    shutil.copytree(library, other, ignore=shutil.ignore_patterns("__pycache__"))
    changed = (other / "problems.py").read_bytes().replace(b"PROBLEMS_SHOWN = 50", b"PROBLEMS_SHOWN = 51")
    (other / "problems.py").write_bytes(changed)
    process = machines.start_worker("skmlib.cli", "worker", machines.address, path=other.parent)
    address = machines.address_of(process)
    theirs, ours = (hashlib.sha256((one / "problems.py").read_bytes()).hexdigest()[:16] for one in (other, library))
    yield address, f"skmlib/problems.py {theirs} (di sini {ours})"
    machines.stop(process)


@pytest.fixture
def nanny_worker(machines):
    """A worker as Dask starts it; gives its address."""
    process = machines.start_worker("dask", "worker", machines.address, "--nthreads", "1", "--no-dashboard")
    yield machines.address_of(process)
    machines.stop(process)


@pytest.fixture
def project_of_three(loket):
    """Two units, and the recap of their agency."""
    for kind, name in (("params", ".yml"), ("data", "/responden.csv")):
        text = (loket.root / f"{kind}/2025-S1/loket{name}").read_text(encoding="utf-8")
        loket.write(f"{kind}/2025-S1/aula{name}", text)
    loket.write_recap("params/2025-S1/kota.yml")
    loket.write_notebook("rekap", "skm.read_recap(unit, periode).rows[0].n")
    return loket


def build(root, *names, scheduler=None, hear=lambda event: None, **settings):
    told = []

    def on_event(event):
        told.append(event)
        hear(event)

    build_reports(names, root=root, settings=Settings(scheduler=scheduler, **settings), on_event=on_event)
    return told


def skm(root, *words, **named):
    command = [sys.executable, "-m", "skmlib.cli", "--root", str(root), "build", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **named)


def of_kind(told, kind):
    return [event for event in told if isinstance(event, kind)]


def makers(told, report):
    """The workers that have made a report, one after another."""
    stages = [event.stage for event in of_kind(told, events.Stage) if event.report == report]
    return [stage.removeprefix(MADE_BY) for stage in stages if stage.startswith(MADE_BY)]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "build.json"}


def private(root):
    """What is left in the private folders besides the locks."""
    return [path for path in (root / "outputs/.kerja").glob("*/*") if path.suffix != ".kunci"]


def test_same_bytes_and_same_events_as_on_one_machine(project_of_three, machines, tmp_path):
    machines.need(2)
    here = project_of_three.root
    project_of_three.write("requirements.lock", "numpy==0\n")
    # Does not compress: more than Dask likes to see in a task.
    project_of_three.write_bytes("data/2025-S1/aula/lampiran.bin", random.Random(1).randbytes(11_000_000))
    there = tmp_path / "lain"
    for name in ("params", "data", "notebooks", "requirements.lock"):
        copy = shutil.copytree if (here / name).is_dir() else shutil.copy
        (there / name).parent.mkdir(parents=True, exist_ok=True)
        copy(here / name, there / name)
    local = build(here, LOKET, AULA, KOTA)
    remote = build(there, LOKET, AULA, KOTA, scheduler=machines.address)
    assert local[-1] == remote[-1] == events.Ended(3, ())
    for name in (LOKET, AULA, KOTA):
        made = contents(there / "outputs" / Path(*name))
        assert made == contents(here / "outputs" / Path(*name))
        assert {f"{'rekap' if name == KOTA else 'laporan-skm'}.{form}" for form in ("html", "pdf", "ipynb")} <= set(
            made
        )
        told = [
            [
                event.stage if isinstance(event, events.Stage) else type(event).__name__
                for event in one
                if getattr(event, "report", "") == "/".join(name)
            ]
            for one in (local, remote)
        ]
        assert sorted(told[0]) == sorted(stage for stage in told[1] if not stage.startswith(MADE_BY))
        assert set(makers(remote, "/".join(name))) <= set(machines.workers)
    assert {made for name in (LOKET, AULA, KOTA) for made in makers(remote, "/".join(name))} == set(machines.workers)
    built = json.loads((there / "outputs/2025-S1/loket/build.json").read_text(encoding="utf-8"))
    assert set(built) == {"waktu", "commit", "sistem", "detik", "pustaka"}
    assert private(there) == []
    assert build(there, LOKET, AULA, KOTA, scheduler="tcp://127.0.0.1:1") == [
        events.Planned((), 3),
        events.Ended(0, ()),
    ]


def test_units_that_fail_are_told_as_on_one_machine_and_the_others_go_on(project_of_three, machines):
    machines.need(2)
    project_of_three.write("data/2025-S1/aula/responden.csv", f"{project_of_three.headings}\n5,4,3,4,3,4,3,4,3\n")
    project_of_three.write("params/2025-S1/kota.yml", "laporan: [rekap]\n")
    text = (project_of_three.root / "params/2025-S1/loket.yml").read_text(encoding="utf-8")
    project_of_three.write("params/2025-S1/gerai.yml", text)
    project_of_three.write("data/2025-S1/gerai/responden.csv", f"{project_of_three.headings}\n4,4,4,4,4,4,4,4,4\n")
    project_of_three.write_notebook("laporan_skm", "1 / 0 if unit == 'loket' else 1")
    told = build(project_of_three.root, AULA, LOKET, ("2025-S1", "gerai"), scheduler=machines.address)
    failed = {event.report: event for event in of_kind(told, events.Failed)}
    assert failed["2025-S1/aula"] == events.Failed(
        "2025-S1/aula",
        "data/2025-S1/aula/responden.csv: 1 masalah.\n"
        "  baris 2, kolom 'Syarat': tertulis '5', seharusnya bilangan bulat 1 sampai 4.",
    )
    assert failed["2025-S1/loket"].message == "Gagal di sel 'sel-2': ZeroDivisionError: division by zero"
    assert failed["2025-S1/loket"].notebook == "outputs/gagal/2025-S1/loket/laporan-skm.ipynb"
    kept = (project_of_three.root / failed["2025-S1/loket"].notebook).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in kept
    assert of_kind(told, events.Published)[0].report == "2025-S1/gerai"
    assert told[-1].published == 1
    assert sorted(told[-1].failed) == ["2025-S1/aula", "2025-S1/loket"]
    assert private(project_of_three.root) == []


def test_worker_with_another_library_is_told_and_gets_no_work(project_of_three, machines, odd_worker):
    address, difference = odd_worker
    machines.need(2)
    told = build(project_of_three.root, AULA, LOKET, KOTA, scheduler=machines.address)
    assert told[0] == events.Refused(address, difference)
    assert told[-1] == events.Ended(3, ())
    assert {made for name in (LOKET, AULA, KOTA) for made in makers(told, "/".join(name))} <= set(machines.workers)


def test_worker_that_hangs_is_told_within_seconds_and_gets_no_work(project_of_three, machines, monkeypatch):
    machines.need(2)
    monkeypatch.setattr("skmlib.pipeline.cluster.ANSWER_SECONDS", 2)
    hung, process = next(iter(machines.workers.items()))
    process.send_signal(signal.SIGSTOP)
    try:
        told = build(project_of_three.root, AULA, LOKET, KOTA, scheduler=machines.address)
    finally:
        process.send_signal(signal.SIGCONT)
    assert told[0] == events.Refused(hung, "tidak menjawab dalam 2 detik")
    assert told[-1] == events.Ended(3, ())


def test_report_of_a_worker_that_is_killed_is_made_by_another(project_of_three, machines):
    machines.need(2)
    project_of_three.write_notebook("laporan_skm", SLEEP)
    killed = []

    def hear(event):
        if isinstance(event, events.Stage) and event.stage == RUNS and not killed:
            killed.append((event.report, makers(told, event.report)[0]))
            machines.kill(killed[0][1])
        told.append(event)

    told = []
    build(project_of_three.root, AULA, LOKET, KOTA, scheduler=machines.address, hear=hear)
    assert told[-1] == events.Ended(3, ())
    ((report, dead),) = killed
    assert makers(told, report) == [dead, *machines.workers]
    assert (project_of_three.root / "outputs" / report / "laporan-skm.pdf").read_bytes().startswith(b"%PDF")


def test_input_that_changes_while_a_worker_makes_the_report_stops_it(loket, machines):
    machines.need(1)
    path = loket.root / "data/2025-S1/loket/responden.csv"

    def hear(event):
        if isinstance(event, events.Stage) and event.stage == RUNS:
            path.write_bytes(path.read_bytes() + b"1,1,1,1,1,1,1,1,1\n")

    (failed,) = of_kind(build(loket.root, LOKET, scheduler=machines.address, hear=hear), events.Failed)
    assert failed.message == (
        "data/2025-S1/loket/responden.csv: 1 masalah.\n"
        "  berubah selama laporan dibuat, simpan berkas itu, lalu jalankan lagi."
    )
    assert not (loket.root / "outputs/2025-S1").exists()


def test_input_that_cannot_be_read_costs_its_own_unit_only(project_of_three, machines, monkeypatch):
    machines.need(1)
    read = cluster_batch.read_inputs

    def refuse(unit, periode, *, root):
        if unit == "aula":
            raise PermissionError(13, "Permission denied", str(root / "data/2025-S1/aula/responden.csv"))
        return read(unit, periode, root=root)

    monkeypatch.setattr(cluster_batch, "read_inputs", refuse)  # the tests run as root, who may read everything
    told = build(project_of_three.root, AULA, LOKET, scheduler=machines.address)
    (failed,) = of_kind(told, events.Failed)
    assert failed.message == (
        "data/2025-S1/aula/responden.csv: 1 masalah.\n  tidak dapat dibuka atau ditulis (Permission denied), "
        "periksa izin folder dan berkas ini, lalu jalankan lagi."
    )
    assert told[-1] == events.Ended(1, ("2025-S1/aula",))


def test_worker_that_comes_when_all_are_gone_makes_what_is_left(project_of_three, machines):
    machines.need(1)
    project_of_three.write_notebook("laporan_skm", SLEEP)
    first = [*machines.workers]

    def hear(event):
        if isinstance(event, events.Stage) and event.stage == RUNS and [*machines.workers] == first:
            machines.kill(first[0])
            machines.need(1)

    told = build(project_of_three.root, AULA, LOKET, scheduler=machines.address, hear=hear)
    assert told[-1] == events.Ended(2, ())
    assert makers(told, "2025-S1/loket")[-1] == next(iter(machines.workers)) != first[0]


def test_what_is_left_fails_when_no_worker_comes_back(project_of_three, machines, monkeypatch):
    machines.need(1)
    monkeypatch.setattr(cluster_batch, "PATIENCE_SECONDS", 3.0)
    project_of_three.write_notebook("laporan_skm", SLEEP)

    def hear(event):
        if isinstance(event, events.Stage) and event.stage == RUNS:
            machines.kill(next(iter(machines.workers)))

    told = build(project_of_three.root, AULA, LOKET, KOTA, scheduler=machines.address, hear=hear)
    gone = "Tidak ada lagi pekerja yang dapat dipakai selama 3 detik. Jalankan pekerja, lalu jalankan lagi."
    assert {event.message for event in of_kind(told, events.Failed)} == {gone}
    assert told[-1].published == 0
    assert sorted(told[-1].failed) == ["2025-S1/aula", "2025-S1/kota", "2025-S1/loket"]
    assert private(project_of_three.root) == []


def test_nothing_is_made_when_every_worker_is_refused(loket, machines, odd_worker, nanny_worker):
    machines.need(0)
    process = skm(loket.root, "--scheduler", machines.address)
    shown, errors = process.communicate(timeout=60)
    assert (process.returncode, shown) == (2, "")
    address, difference = odd_worker
    nanny = "berjalan di bawah 'nanny' dari Dask, yang melarang proses baru; jalankan dengan 'skm worker'"
    *refused, nobody = errors.splitlines()
    assert set(refused) == {
        f"{address}: pekerja ini tidak dipakai: {difference}.",
        f"{nanny_worker}: pekerja ini tidak dipakai: {nanny}.",
    }
    assert nobody == (
        f"Tidak satu pun pekerja pada {machines.address} dapat dipakai; samakan lingkungannya dan jalankan "
        f"'skm worker {machines.address}' pada setiap komputer, lalu ulangi."
    )
    assert not (loket.root / "outputs").exists()


def test_scheduler_without_workers_is_said(loket, machines):
    machines.need(0)
    with pytest.raises(ClusterError) as caught:
        build(loket.root, LOKET, scheduler=machines.address)
    assert str(caught.value) == (
        f"Penjadwal {machines.address} belum memiliki pekerja; jalankan 'skm worker {machines.address}' pada setiap "
        "komputer, lalu ulangi."
    )


def test_scheduler_that_does_not_answer_is_said_within_seconds(loket):
    with socket.socket() as silent:  # accepts and never says a word
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        addresses = ["tcp://127.0.0.1:1", f"tcp://127.0.0.1:{silent.getsockname()[1]}", "http://127.0.0.1:1"]
        builds = [skm(loket.root, "--scheduler", address) for address in addresses]
        for address, process in zip(addresses, builds, strict=True):
            shown, errors = process.communicate(timeout=60)  # of which 5 s are the waiting
            assert (process.returncode, shown) == (2, "")
            assert errors == (
                f"Penjadwal '{address}' tidak dapat dihubungi; periksa alamatnya (tcp://KOMPUTER:8786), dan apakah "
                "'dask scheduler' berjalan di sana.\n"
            )
    assert not (loket.root / "outputs").exists()


def test_jobs_are_not_said_with_a_scheduler(loket):
    process = skm(loket.root, "--jobs", "2", "--scheduler", "tcp://127.0.0.1:1")
    errors = process.communicate(timeout=60)[1]
    assert process.returncode == 2
    assert "--jobs: found with --scheduler, where each worker says how many units it makes; leave it out." in errors


def test_interrupt_cancels_what_is_under_way_and_lets_go_of_the_folders(project_of_three, machines):
    machines.need(1)
    project_of_three.write_notebook("laporan_skm", "import time; time.sleep(9)")
    process = skm(project_of_three.root, "--json", "--scheduler", machines.address, start_new_session=True)
    for line in process.stdout:
        if json.loads(line).get("stage") == RUNS:
            break
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    rest, errors = process.communicate(timeout=30)
    assert time.monotonic() - began < 8  # seconds: the cell sleeps on
    assert (process.returncode, errors) == (130, "")
    assert json.loads(rest.splitlines()[-1]) == {"event": "ended", "published": 0, "failed": [], "interrupted": True}
    wait_until(lambda: machines.client.run_on_scheduler(lambda dask_scheduler: not dask_scheduler.tasks))
    assert private(project_of_three.root) == []
    for name in (LOKET, AULA):
        folder = ReportFolder(name[1], name[0], root=project_of_three.root)
        folder.hold()
        folder.release()


def test_what_is_left_fails_when_the_scheduler_is_gone(project_of_three, machines):
    machines.need(1)
    project_of_three.write_notebook("laporan_skm", SLEEP)

    def hear(event):
        if isinstance(event, events.Stage) and event.stage == RUNS:
            machines.stop(machines.scheduler)

    told = build(project_of_three.root, AULA, LOKET, scheduler=machines.address, hear=hear)
    lost = f"Hubungan dengan penjadwal {machines.address} terputus. Periksa komputer itu dan jaringannya, lalu jalankan lagi."
    assert {event.message for event in of_kind(told, events.Failed)} == {lost}
    assert sorted(told[-1].failed) == ["2025-S1/aula", "2025-S1/loket"]
    assert private(project_of_three.root) == []
