"""Jobs in fresh processes: results, events, deaths, time limits, what they leave behind."""

import gc
import os
import signal
import string
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path

import pytest
from liveness import is_alive, wait_until

from skmlib.pipeline.processes import Job, JobDied, JobFailed, JobTimeout, Place, run_jobs
from skmlib.problems import DataError, Problem


def run(*jobs, workers=2, on_event=lambda job, event: None):
    return {outcome.job.key: outcome for outcome in run_jobs(deque(jobs), workers=workers, on_event=on_event)}


def double(tell, number):
    tell(f"menghitung {number}")
    return 2 * number


def refuse(tell):
    raise DataError([Problem("responden.csv", "tidak ada", kolom="Biaya")])


def raise_a_local_class(tell):
    class Lokal(Exception):
        pass

    raise Lokal("tidak dapat dikirim")


def kill_itself(tell):
    os.kill(os.getpid(), signal.SIGKILL)


def leave(tell):
    os._exit(3)


def sleep_for_ever(tell):
    time.sleep(600)


def ignore_signals(tell):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)


def leave_a_thread_and_a_child(tell):
    threading.Thread(target=time.sleep, args=(600,)).start()
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]).pid


def change_everything(tell, folder):
    import matplotlib as mpl

    os.chdir(folder)
    os.environ["SKM_TANDA"] = "ada"
    mpl.rcParams["font.size"] = 99


def look_around(tell):
    import matplotlib as mpl

    return str(Path.cwd()), os.environ.get("SKM_TANDA"), mpl.rcParams["font.size"]


def large(tell):
    for _ in range(5):
        tell("x" * 1_000_000)
    return "y" * 20_000_000


def measure(tell):
    from skmlib.report.lettering import text_width

    return [text_width(first + second, 9.0) for first in string.ascii_letters for second in string.ascii_letters]


def test_each_job_gives_its_result_and_its_events():
    told = []
    outcomes = run(*(Job(n, double, (n,)) for n in range(5)), on_event=lambda job, event: told.append((job.key, event)))
    assert {key: outcome.result for key, outcome in outcomes.items()} == {n: 2 * n for n in range(5)}
    assert sorted(told) == [(n, f"menghitung {n}") for n in range(5)]


def test_job_that_raises_gives_its_error_and_the_others_go_on():
    outcomes = run(Job("salah", refuse), Job("benar", double, (4,)))
    assert str(outcomes["salah"].error) == "responden.csv: 1 masalah.\n  kolom 'Biaya': tidak ada."
    assert isinstance(outcomes["salah"].error, DataError)
    assert outcomes["benar"].result == 8


def test_error_that_cannot_be_sent_gives_its_traceback():
    error = run(Job("lokal", raise_a_local_class))["lokal"].error
    assert isinstance(error, JobFailed)
    assert str(error).rstrip().endswith("Lokal: tidak dapat dikirim")


KILLED = (
    "Prosesnya berhenti tanpa hasil (sinyal SIGKILL). Biasanya memori komputer habis, atau proses itu dihentikan dari luar. "
    "Tutup program lain atau pakai --jobs (pada worker: --nthreads) yang lebih kecil, lalu jalankan lagi."
)
LEFT = (
    "Prosesnya berhenti tanpa hasil (kode 3). Biasanya sebuah sel memanggil os._exit. Hapus panggilan itu dari notebook, lalu "
    "jalankan lagi."
)
SLOW = (
    "Dihentikan setelah batas 1 detik. Biasanya sebuah sel berputar tanpa akhir atau menunggu sesuatu. Periksa sel itu, atau "
    "naikkan --report-limit bila datanya memang besar, lalu jalankan lagi."
)


@pytest.mark.parametrize(("function", "message"), [(kill_itself, KILLED), (leave, LEFT)])
def test_job_whose_process_ends_costs_only_itself(function, message):
    outcomes = run(Job("mati", function), Job("benar", double, (4,)))
    assert isinstance(outcomes["mati"].error, JobDied)
    assert str(outcomes["mati"].error) == message
    assert outcomes["benar"].result == 8


@pytest.mark.parametrize("function", [sleep_for_ever, ignore_signals])
def test_job_that_takes_too_long_is_ended(function):
    begun = time.monotonic()
    outcomes = run(Job("lama", function, limit=1.0), Job("benar", double, (4,)))
    assert str(outcomes["lama"].error) == SLOW
    assert isinstance(outcomes["lama"].error, JobTimeout)
    assert outcomes["benar"].result == 8
    assert time.monotonic() - begun < 60


def test_what_a_job_leaves_behind_ends_with_it():
    child = run(Job("sisa", leave_a_thread_and_a_child))["sisa"].result
    assert wait_until(lambda: not is_alive(child))


def test_nothing_of_one_job_is_seen_by_the_next(tmp_path):
    before = run(Job("lihat", look_around))["lihat"].result
    run(Job("ubah", change_everything, (str(tmp_path),)))
    assert run(Job("lihat", look_around))["lihat"].result == before


def test_large_results_and_many_events_come_through():
    sizes = []
    outcome = run(Job("besar", large), on_event=lambda job, event: sizes.append(len(event)))["besar"]
    assert sizes == [1_000_000] * 5
    assert len(outcome.result) == 20_000_000


def test_more_jobs_may_be_added_while_others_run():
    jobs = deque([Job(1, double, (1,))])
    results = []
    for outcome in run_jobs(jobs, workers=2):
        results.append(outcome.result)
        if outcome.result < 16:
            jobs.append(Job(outcome.result, double, (outcome.result,)))
    assert results == [2, 4, 8, 16]


def test_what_follows_a_job_is_done_while_the_next_one_runs(tmp_path):
    taken, seen = [], []

    def follow():
        if taken == ["awal"]:
            seen.append(wait_until((tmp_path / "ada").exists))

    jobs = deque([Job("awal", double, (1,)), Job("lanjutan", touch, (str(tmp_path / "ada"),))])
    for outcome in run_jobs(jobs, workers=1, before_wait=follow):
        taken.append(outcome.job.key)
    assert taken == ["awal", "lanjutan"]
    assert seen
    assert all(seen)


def touch(tell, name):
    Path(name).touch()


def test_stopping_early_ends_the_jobs_that_run(tmp_path):
    outcomes = run_jobs(
        deque([Job("lama", write_pid_and_sleep, (str(tmp_path / "pid"),)), Job("benar", double, (1,))]), workers=2
    )
    assert next(outcomes).job.key == "benar"
    assert wait_until((tmp_path / "pid").exists)
    pid = int((tmp_path / "pid").read_text(encoding="utf-8"))
    outcomes.close()
    assert wait_until(lambda: not is_alive(pid))


def write_pid_and_sleep(tell, name):
    path = Path(name)
    path.with_suffix(".baru").write_text(str(os.getpid()), encoding="utf-8")
    path.with_suffix(".baru").rename(path)
    time.sleep(600)


PARENT = """
import sys
from collections import deque
sys.path.insert(0, {folder!r})
from test_processes import write_pid_and_sleep
from skmlib.pipeline.processes import Job, run_jobs
if __name__ == "__main__":
    list(run_jobs(deque([Job("lama", write_pid_and_sleep, ({name!r},))]), workers=1))
"""


def test_jobs_end_when_their_parent_is_killed(tmp_path):
    program = tmp_path / "induk.py"
    name = str(tmp_path / "pid")
    program.write_text(PARENT.format(folder=str(Path(__file__).parent), name=name), encoding="utf-8")
    with subprocess.Popen([sys.executable, str(program)]) as parent:
        assert wait_until(Path(name).exists, 60)
        pid = int(Path(name).read_text(encoding="utf-8"))
        assert is_alive(pid)
        parent.kill()
    assert wait_until(lambda: not is_alive(pid))


def make_reports(tell, root, work):
    """Make the reports of a unit; name the modules that this has imported, and how many threads our forkserver has."""
    from skmlib.pipeline.report_jobs import ReportOrder, make_report, read_data

    server = int(Path(f"/proc/{os.getppid()}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
    before = set(sys.modules)
    order = ReportOrder("loket", "2025-S1", root, work)
    read_data(lambda told: None, order)
    make_report(lambda told: None, "laporan-skm", order)
    return sorted(set(sys.modules) - before), len(list(Path(f"/proc/{server}/task").iterdir())), gc.get_freeze_count()


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
def test_jobs_begin_with_all_imports_done_from_a_server_without_threads(loket, tmp_path):
    outcome = run(Job("siap", make_reports, (loket.root, tmp_path)))["siap"]
    assert outcome.error is None
    imported, threads, frozen = outcome.result
    assert imported == []
    assert threads == 1
    assert frozen > 100_000


def loaded_modules(tell):
    return [name for name in ("jsonschema", "rfc3987_syntax", "rfc3987_syntax.syntax_helpers") if name in sys.modules]


def test_module_that_takes_seconds_and_is_not_needed_is_not_imported():
    assert run(Job("lambat", loaded_modules))["lambat"].result == ["jsonschema"]


def tell_many_things(tell):
    tell("tahap satu")
    tell(Place("sel a"))
    tell(Place("sel b"))
    tell(7)
    os._exit(1)


def test_last_stage_and_place_are_told_of_a_job_that_dies_and_places_to_nobody_else():
    told = []
    error = run(Job("mati", tell_many_things), on_event=lambda job, event: told.append(event))["mati"].error
    assert told == ["tahap satu", 7]
    assert str(error).startswith("Prosesnya berhenti tanpa hasil saat 'tahap satu, sel b' (kode 1).")


def send_what_cannot_be_read(tell):
    return Unreadable()


class Unreadable:
    def __reduce__(self):
        return int, ("bukan bilangan",)


def test_result_that_cannot_be_read_is_an_error():
    error = run(Job("rusak", send_what_cannot_be_read))["rusak"].error
    assert isinstance(error, JobFailed)
    assert "bukan bilangan" in str(error)


def test_letters_are_measured_alike_by_jobs_at_the_same_time():
    outcomes = run(*(Job(number, measure) for number in range(6)), workers=6)
    assert [outcome.error for outcome in outcomes.values()] == [None] * 6
    assert all(outcome.result == measure(None) for outcome in outcomes.values())


def test_an_interrupt_while_modules_are_imported_is_left_to_the_parent():
    script = """
import os, signal, sys
class Interrupting:
    def find_spec(self, name, path, target=None):
        if name == "papermill":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
import skmlib.pipeline.preload
print("papermill" in sys.modules, signal.getsignal(signal.SIGINT) is signal.default_int_handler)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr, ran.returncode) == ("True True\n", "", 0)
