"""Builds as commands of their own: killed, interrupted, two at once, on a full disk; a reader never sees half a folder."""

import json
import os
import signal
import subprocess
import sys
import threading
from hashlib import sha256
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

UNITS = ("aula", "loket")
KILLS = 8
NAMES = {"laporan-skm.html", "laporan-skm.ipynb", "laporan-skm.pdf", "hasil.json", "olah-data.xlsx"}


@pytest.fixture
def two(loket):
    """Two units."""
    for kind, name in (("params", ".yml"), ("data", "/responden.csv")):
        text = (loket.root / f"{kind}/2025-S1/loket{name}").read_text(encoding="utf-8")
        loket.write(f"{kind}/2025-S1/aula{name}", text)
    return loket


# The background jobs of a shell, such as tests under make, begin with Ctrl-C ignored; who sits at a terminal does not.
PROGRAM = """
import signal
from skmlib.cli import main
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main()
"""


def start(root, *words, **named):
    command = [sys.executable, "-c", PROGRAM, "--root", str(root), "build", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **named)


def run(root, *words):
    """Build to the end, and give exit status and what was said on standard error."""
    process = start(root, *words)
    errors = process.communicate()[1]
    return process.returncode, errors


def change(project, number):
    """Give both units other answers, so that both are stale."""
    for unit in UNITS:
        rows = "\n".join([project.headings, *(["3,4,3,4,3,4,3,4,3"] * (number + 1))])
        project.write(f"data/2025-S1/{unit}/responden.csv", rows + "\n")


def look(folder: Path) -> str | None:
    """Read a folder as one who has opened it: None when it is not there, else the number of respondents."""
    try:
        held = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        read = {name: _read(held, name) for name in os.listdir(held)}  # noqa: PTH208 (what stands in the open folder, wherever that is by now)
        if not os.path.samestat(os.fstat(held), folder.stat()):
            raise FileNotFoundError("replaced while it was read, and perhaps removed in part")
    finally:
        os.close(held)
    hashes = json.loads(read["manifest.json"])["keluaran"]
    assert set(hashes) == NAMES
    assert all(sha256(read[name]).hexdigest() == told for name, told in hashes.items())
    return json.loads(read["hasil.json"])["ikm"]["n"]


def _read(held: int, name: str) -> bytes:
    with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=held), "rb") as file:
        return file.read()


def test_builds_killed_at_any_moment_leave_whole_folders_and_the_next_completes(two):
    assert run(two.root) == (0, "")
    allowed = {3}
    for number in range(KILLS):
        change(two, number + 3)
        allowed.add(number + 4)
        process = start(two.root, "--json")
        for place, _ in enumerate(process.stdout):
            if place == 2 * number:  # two events later each time: from the plan to the end
                break
        process.kill()
        process.communicate()  # until its jobs have ended too
        assert {look(two.root / "outputs/2025-S1" / unit) for unit in UNITS} <= {None, *allowed}
        if number % 4 == 3:
            assert run(two.root)[0] == 0
            assert [look(two.root / "outputs/2025-S1" / unit) for unit in UNITS] == [number + 4, number + 4]
            private = [path for path in (two.root / "outputs/.kerja").glob("*/*") if path.suffix != ".kunci"]
            assert private == []
            allowed = {number + 4}


def test_reader_sees_only_whole_folders_while_builds_replace_them(two):
    assert run(two.root)[0] == 0
    seen, is_over = set(), threading.Event()
    folder = two.root / "outputs/2025-S1/loket"

    def read():
        while not is_over.is_set():
            try:
                seen.add(look(folder))
            except FileNotFoundError:  # the folder it had opened was removed under it
                continue

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(3):
            change(two, 3 + number)
            assert run(two.root, "2025-S1/loket")[0] == 0
    finally:
        is_over.set()
        reader.join()
    assert seen - {None} == {3, 4, 5, 6}


def test_two_builds_at_once_do_not_harm_each_other(two):
    builds = [start(two.root, "--json") for _ in range(3)]
    told = [[json.loads(line) for line in build.communicate()[0].splitlines()] for build in builds]
    assert [look(two.root / "outputs/2025-S1" / unit) for unit in UNITS] == [3, 3]
    published = [event["report"] for events in told for event in events if event["event"] == "published"]
    assert sorted(published) == ["2025-S1/aula", "2025-S1/loket"]
    for events, build in zip(told, builds, strict=True):
        failed = [event["message"] for event in events if event["event"] == "failed"]
        assert build.returncode == (1 if failed else 0)
        assert all("sedang dibuat oleh perintah lain" in message for message in failed)


def test_interrupt_ends_all_jobs_and_the_next_build_goes_on(two):
    two.write_notebook("laporan_skm", "import time; time.sleep(60)")
    process = start(two.root, "--json", start_new_session=True)
    for line in process.stdout:
        if json.loads(line).get("stage") == "menjalankan laporan-skm":
            break
    os.killpg(process.pid, signal.SIGINT)
    rest, errors = process.communicate(timeout=30)  # the cells would sleep for 60 s
    assert process.returncode == 130, errors
    assert json.loads(rest.splitlines()[-1]) == {"event": "ended", "published": 0, "failed": [], "interrupted": True}
    two.write_notebook("laporan_skm", "skm.read_survey(unit, periode).tally.responden")
    assert run(two.root)[0] == 0
    assert [look(two.root / "outputs/2025-S1" / unit) for unit in UNITS] == [3, 3]


@pytest.fixture
def small_disk(two):
    """Outputs on a disk of their own, with hardly any room; only a machine that lets us mount one can show this."""
    outputs = two.root / "outputs"
    outputs.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(outputs)], capture_output=True)
    if mounted.returncode:
        pytest.skip("this machine does not let the tests mount a disk")
    yield outputs
    subprocess.run(["umount", str(outputs)], check=True)


def test_full_disk_is_said_and_nothing_is_lost(two, small_disk):
    assert run(two.root, "2025-S1/loket") == (0, "")
    change(two, 5)
    disk = os.statvfs(small_disk)
    (small_disk / "penuh").write_bytes(bytes(disk.f_bavail * disk.f_frsize - 8192))
    status, errors = run(two.root, "2025-S1/loket")
    assert status == 1
    assert "disk penuh, kosongkan tempat, lalu jalankan lagi" in errors
    assert look(small_disk / "2025-S1/loket") == 3
    (small_disk / "penuh").unlink()
    assert run(two.root, "2025-S1/loket") == (0, "")
    assert look(small_disk / "2025-S1/loket") == 6


def test_outputs_that_may_not_be_written_are_said_and_nothing_is_lost(two, small_disk):
    assert run(two.root, "2025-S1/loket") == (0, "")
    change(two, 5)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    status, errors = run(two.root, "2025-S1/loket")
    assert status == 1
    assert "tidak dapat dibuka atau ditulis (Read-only file system), periksa izin folder dan berkas ini" in errors
    assert look(small_disk / "2025-S1/loket") == 3
