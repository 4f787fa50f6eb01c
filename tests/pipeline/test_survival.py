"""Notebooks that do harm, each in a job of its own: what is said of them, and that nothing else notices."""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

import nbformat
import pytest
from liveness import is_alive, wait_until

from skmlib.pipeline import processes
from skmlib.pipeline.execution import ExecutionError, execute_report
from skmlib.pipeline.processes import Job, JobDied, JobTimeout, Place, run_jobs

HEAD = 'unit = "loket"\nperiode = "2025-S1"'
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="what has left its process group is found on Linux only")


def execute(tell, folder, cell_limit):
    tell("menjalankan laporan")
    execute_report(
        folder / "asal.ipynb",
        folder / "hasil.ipynb",
        unit="loket",
        periode="2025-S1",
        root=folder,
        engine="skm",
        cell_limit=cell_limit,
        on_cell=lambda cell: tell(Place(f"sel {cell}")),
    )
    return (folder / "hasil.ipynb").stat().st_size, peak_memory()


def peak_memory() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class Attempt:
    """A notebook and its job. Its cells are called `sel-2`, `sel-3` and so on, after papermill's cell of parameters."""

    def __init__(self, folder: Path, write_notebook) -> None:
        self.folder, self._write = folder, write_notebook

    def run(self, *cells, limit=60.0, cell_limit=None):
        """Run the cells; give what the job gave."""
        self._write(self.folder / "asal.ipynb", HEAD, *cells)
        (outcome,) = run_jobs(deque([Job("uji", execute, (self.folder, cell_limit), limit)]), workers=1)
        return outcome

    def error(self, *cells, **limits):
        return self.run(*cells, **limits).error

    def outputs(self, *cells, **limits):
        """Run the cells without harm; give the outputs of each."""
        error = self.error(*cells, **limits)
        assert error is None, error
        return [cell.outputs for cell in self.notebook().cells][2:]

    def notebook(self):
        return nbformat.read(self.folder / "hasil.ipynb", as_version=4)

    def pid(self, name="pid") -> int:
        """The process that a cell has written down."""
        return int((self.folder / name).read_text(encoding="utf-8"))


@pytest.fixture
def attempt(tmp_path, write_notebook):
    return Attempt(tmp_path, write_notebook)


# Errors


def test_cell_that_raises_is_named_with_its_traceback(attempt):
    error = attempt.error("1", "def bagi():\n    return 1 / 0\nbagi()")
    assert isinstance(error, ExecutionError)
    assert str(error) == "sel 'sel-2': ZeroDivisionError: division by zero"
    assert "Cell In[4], line 2, in bagi()" in error.traceback
    assert error.notebook == attempt.folder / "hasil.ipynb"
    assert attempt.notebook().cells[-1].outputs[0].output_type == "error"


def test_error_that_ipython_shows_as_text_is_told_with_that_text(attempt):
    error = attempt.error("raise ExceptionGroup('dua', [ValueError('satu')])")
    assert str(error) == "sel 'sel-1': berhenti dengan kesalahan"
    assert "ValueError: satu" in error.traceback


def test_error_whose_text_raises_is_told(attempt):
    error = attempt.error("class Aneh(Exception):\n    def __str__(self): raise ValueError('tanpa teks')\nraise Aneh()")
    assert str(error) == "sel 'sel-1': ValueError: tanpa teks"


def test_very_deep_recursion_is_an_error(attempt):
    # IPython writes every step of it, as in a kernel, which takes long for a thousand.
    error = attempt.error("import sys; sys.setrecursionlimit(150)\ndef turun(n): return turun(n + 1)\nturun(0)")
    assert str(error) == "sel 'sel-1': RecursionError: maximum recursion depth exceeded"


def test_memory_that_is_not_given_is_an_error(attempt):
    cell = "import resource; resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))\nx = bytearray(9 << 30)"
    assert str(attempt.error(cell)) == "sel 'sel-1': MemoryError: "


def test_huge_message_is_cut_everywhere(attempt):
    error = attempt.error("raise ValueError('x' * 50_000_000)")
    assert str(error).startswith("sel 'sel-1': ValueError: xxxx")
    assert len(str(error)) < 3_000
    assert (attempt.folder / "hasil.ipynb").stat().st_size < 500_000


# Time


LOOPS = {
    "sleep": ("import time\ndef tidur():\n    time.sleep(600)\ntidur()", "time.sleep(600)"),
    "loop": ("while True:\n    x = 1", "while True"),
    "loop that catches": ("while True:\n    try:\n        x = 1\n    except Exception:\n        pass", "while True"),
    "child": ("import subprocess; subprocess.run(['sleep', '600'])", "subprocess.run"),
    "shell": ("!sleep 600", "sleep 600"),
    "question on a terminal": ("!cat", "cat"),
    "await": ("import asyncio\nawait asyncio.sleep(600)", "select"),
}


def test_cell_that_takes_too_long_ends_where_it_hangs(tmp_path, write_notebook):
    jobs = deque()
    for name, (cell, _) in LOOPS.items():
        write_notebook(tmp_path / name / "asal.ipynb", HEAD, cell, "print('tidak sampai')")
        jobs.append(Job(name, execute, (tmp_path / name, 1), 60.0))
    for outcome in run_jobs(jobs, workers=len(jobs)):
        assert isinstance(outcome.error, ExecutionError), outcome.job.key
        assert str(outcome.error) == (
            "sel 'sel-1': berjalan lebih lama dari batas 1 detik untuk satu sel. Rincian di bawah menunjukkan di mana ia"
            " berhenti. Periksa sel itu, atau naikkan --cell-limit bila datanya memang besar, lalu jalankan lagi."
        )
        assert LOOPS[outcome.job.key][1] in outcome.error.traceback
        assert nbformat.read(outcome.error.notebook, as_version=4).cells[-1].outputs == []


def test_cells_have_the_limit_each_for_itself(attempt):
    assert attempt.error(*["import time; time.sleep(0.6)"] * 3, cell_limit=1) is None


def test_cell_that_catches_its_time_limit_is_reminded(attempt):
    cell = "import time\ntry:\n    time.sleep(600)\nexcept BaseException:\n    time.sleep(600)"
    assert "lebih lama dari batas 1 detik" in str(attempt.error(cell, cell_limit=1))


def test_cell_that_cannot_be_interrupted_ends_with_its_job(attempt):
    spin = "def putar():\n    while True: x = 1\nwhile True:\n    try: putar()\n    except BaseException: pass"
    error = attempt.error(spin, limit=3.0, cell_limit=1)
    assert isinstance(error, JobTimeout)
    assert str(error) == (
        "Dihentikan setelah batas 3 detik saat 'menjalankan laporan, sel sel-1'. Biasanya sebuah sel berputar tanpa akhir"
        " atau menunggu sesuatu. Periksa sel itu, atau naikkan --report-limit bila datanya memang besar, lalu jalankan lagi."
    )


# Deaths


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (
            "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
            "(sinyal SIGKILL). Biasanya memori komputer habis, atau proses itu dihentikan dari luar. Tutup",
        ),
        (
            "import os; os._exit(0)",
            "(kode 0). Biasanya sebuah sel memanggil os._exit. Hapus panggilan itu dari notebook, lalu",
        ),
        (
            "import ctypes; ctypes.string_at(0)",
            "(sinyal SIGSEGV). Biasanya kesalahan di dalam pustaka. Jalankan lagi; bila terulang, kirim pesan",
        ),
    ],
)
def test_process_that_ends_is_told_with_its_place_and_what_to_do(attempt, cell, told):
    error = attempt.error("1", cell)
    assert isinstance(error, JobDied)
    assert str(error).startswith(f"Prosesnya berhenti tanpa hasil saat 'menjalankan laporan, sel sel-2' {told}")


def test_crash_tells_where_it_was(attempt):
    error = attempt.error("import ctypes\ndef rusak():\n    ctypes.string_at(0)\nrusak()")
    assert "Fatal Python error: Segmentation fault" in error.output
    assert "in rusak" in error.output


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        ("import sys; sys.exit()", "SystemExit: "),
        ("import sys; sys.exit(3)", "SystemExit: 3"),
        ("exit()", "SystemExit: exit() dan quit() tidak dapat dipakai: laporan harus dijalankan sampai akhir"),
        ("quit", "SystemExit: exit() dan quit() tidak dapat dipakai: laporan harus dijalankan sampai akhir"),
    ],
)
def test_notebook_that_ends_itself_is_no_report(attempt, cell, cause):
    told = "mengakhiri notebook di tengah ({}). Hapus sys.exit(), exit() atau quit() dari sel itu."
    if cell == "quit":
        # Without brackets it is only a name, whose value IPython takes as the wish to leave.
        assert cause in str(attempt.error(cell))
    else:
        assert str(attempt.error(cell, "print('tidak sampai')")) == f"sel 'sel-1': {told.format(cause)}"


def test_cell_that_interrupts_itself_has_not_run_out_of_time(attempt):
    told = str(attempt.error("raise KeyboardInterrupt", "print('tidak sampai')", cell_limit=30))
    assert told.startswith("sel 'sel-1': dihentikan (KeyboardInterrupt) sebelum batas waktunya.")


# What is left behind


@pytest.mark.parametrize("end", ["", "\nos._exit(1)", "\nos.kill(os.getpid(), 9)", "\nwhile True: pass"])
def test_child_ends_with_its_job_however_that_ends(attempt, end):
    child = "import os, subprocess, pathlib\nchild = subprocess.Popen(['sleep', '600'])\n"
    attempt.run(f"{child}pathlib.Path('pid').write_text(str(child.pid)){end}", limit=2.0)
    assert not is_alive(attempt.pid())


DAEMON = """
import os, sys, time, pathlib
if os.fork() == 0:
    os.setsid()
    if os.fork():
        os._exit(0)
    pathlib.Path('baru').write_text(str(os.getpid()))
    os.rename('baru', 'pid')
    time.sleep(600)
while not os.path.exists('pid'):
    time.sleep(0.01)
"""


@ON_LINUX
@pytest.mark.parametrize("end", ["", "os._exit(1)", "os.kill(os.getpid(), 9)", "while True: pass"])
def test_daemon_that_left_session_and_parents_ends_too(attempt, end):
    attempt.run(f"{DAEMON}{end}", limit=2.0)
    assert not is_alive(attempt.pid())


def test_threads_do_not_keep_the_process(attempt):
    begun = time.monotonic()
    assert attempt.error("import threading, time; threading.Thread(target=time.sleep, args=(600,)).start()") is None
    assert time.monotonic() - begun < 60


@pytest.mark.slow
@ON_LINUX
@pytest.mark.parametrize("victim", ["parent", "supervisor"])
def test_job_ends_when_its_parent_or_supervisor_is_killed(attempt, tmp_path, victim):
    attempt._write(
        tmp_path / "asal.ipynb", HEAD, f"{DAEMON}pathlib.Path('job').write_text(str(os.getpid()))\nwhile 1: pass"
    )
    program = tmp_path / "induk.py"
    program.write_text(PARENT.format(folder=str(Path(__file__).parent), notebook=str(tmp_path)), encoding="utf-8")
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True) as parent:
        assert wait_until((tmp_path / "job").exists, 60)
        assert wait_until(lambda: (tmp_path / "job").read_text(encoding="utf-8"))
        job, daemon = attempt.pid("job"), attempt.pid()
        assert is_alive(job)
        assert is_alive(daemon)
        if victim == "parent":
            parent.kill()
            assert wait_until(lambda: not is_alive(daemon))
        else:
            stat = Path(f"/proc/{job}/stat").read_text(encoding="utf-8")
            os.kill(int(stat.rsplit(")", 1)[1].split()[1]), signal.SIGKILL)
            assert wait_until(lambda: not is_alive(job))
            os.kill(daemon, signal.SIGKILL)  # nobody is left to find it
            assert "JobDied" in parent.stdout.read()
    assert wait_until(lambda: not is_alive(job))


PARENT = """
import signal, sys
from collections import deque
from pathlib import Path
sys.path.insert(0, {folder!r})
from test_survival import execute
from skmlib.pipeline.processes import Job, run_jobs
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs begin without it
    print([type(outcome.error) for outcome in run_jobs(deque([Job("uji", execute, (Path({notebook!r}), None))]), workers=1)])
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt_of_the_parent_ends_the_jobs(attempt, tmp_path, number):
    attempt._write(
        tmp_path / "asal.ipynb", HEAD, f"{DAEMON}pathlib.Path('job').write_text(str(os.getpid()))\nwhile 1: pass"
    )
    program = tmp_path / "induk.py"
    program.write_text(PARENT.format(folder=str(Path(__file__).parent), notebook=str(tmp_path)), encoding="utf-8")
    with subprocess.Popen([sys.executable, str(program)], stderr=subprocess.PIPE, start_new_session=True) as parent:
        try:
            assert wait_until((tmp_path / "job").exists, 60)
            assert wait_until(lambda: (tmp_path / "job").read_text(encoding="utf-8"))
            # As the terminal sends it: to the parent and the forkserver, not to the job's session.
            os.killpg(parent.pid, number)
            parent.wait(20)
        finally:
            parent.kill()
    assert wait_until(lambda: not is_alive(attempt.pid("job")))
    assert wait_until(lambda: not is_alive(attempt.pid()))


@ON_LINUX
def test_job_goes_on_when_the_forkserver_is_killed_and_the_next_gets_a_new_one(attempt):
    from multiprocessing import forkserver

    kill = "import os; os.kill({}, 9)"
    assert attempt.error("1") is None
    server = forkserver._forkserver._forkserver_pid
    assert attempt.error(kill.format(server), "import time; time.sleep(0.2)") is None
    assert wait_until(lambda: not is_alive(server))
    assert attempt.error("1") is None
    assert forkserver._forkserver._forkserver_pid != server


# Floods


def test_fifty_megabytes_in_tiny_writes_are_cut_and_told(attempt):
    outcome = attempt.run("import sys\nfor _ in range(2_000_000): sys.stdout.write('x' * 25)")
    size, memory = outcome.result
    text = attempt.notebook().cells[2].outputs[0].text
    assert text == "x" * 2_000_000 + "\n[keluaran dipotong: lebih dari 2000000 huruf]\n"
    assert size < 2_100_000
    assert memory < memory_of_an_empty_notebook(attempt) + 60_000_000


def memory_of_an_empty_notebook(attempt) -> int:
    return attempt.run("1").result[1]


@pytest.mark.parametrize(
    "flood",
    [
        "print('x' * 50_000_000)",
        "import os\nfor _ in range(50): os.write(1, b'x' * 1_000_000);",
        "import subprocess; subprocess.run(['head', '-c', '50000000', '/dev/zero']);",
        "!head -c 5000000 /dev/zero | tr '\\\\0' x",
        "import sys\nfor n in range(500_000): print('x' * 100, file=(sys.stdout, sys.stderr)[n % 2])",
    ],
)
def test_flood_by_any_way_is_cut_and_told(attempt, flood):
    size, memory = attempt.run(flood, "print('sesudahnya')").result
    texts = [output.text for output in attempt.notebook().cells[2].outputs]
    assert len("".join(texts)) < 2_100_000
    assert "[keluaran dipotong: lebih dari " in texts[-1]
    assert [output.text for output in attempt.notebook().cells[3].outputs] == ["sesudahnya\n"]
    # Nul characters take six letters each in JSON.
    assert size < 13_000_000
    assert memory < memory_of_an_empty_notebook(attempt) + 250_000_000


@pytest.mark.parametrize(
    "flood",
    [
        "from IPython.display import HTML, display\nfor _ in range(100): display(HTML('x' * 1_000_000))",
        "for n in range(2_000): display(n)",
        "'x' * 70_000_000",
    ],
)
def test_flood_of_displays_is_an_error_since_a_report_must_not_lose_one(attempt, flood):
    error = attempt.error(flood)
    assert str(error) == (
        "sel 'sel-1': OutputLimit: keluaran terlalu besar: notebook ini menampilkan lebih dari 64000000 huruf, atau satu"
        " sel lebih dari 1000 bagian; tampilkan lebih sedikit."
    )


def test_display_that_is_updated_or_cleared_for_ever_is_no_flood(attempt):
    updated, cleared = attempt.outputs(
        "h = display(0, display_id=True)\nfor n in range(2_000): h.update(n)",
        "from IPython.display import clear_output\nfor n in range(3_000): clear_output(wait=True); print('x' * 1_000, n)",
    )
    assert [output.data for output in updated] == [{"text/plain": "1999"}]
    assert [output.text[-6:] for output in cleared] == [" 2999\n"]


# Streams, descriptors, standard input


def test_what_is_written_past_python_is_recorded_and_reaches_no_terminal(attempt, capfd):
    (outputs,) = attempt.outputs(
        "import os, subprocess, sys\nos.write(1, b'satu\\n')\nprint('dua', file=sys.__stdout__)\n"
        "subprocess.run(['echo', 'tiga'])\nsubprocess.run(['echo', 'empat'], stdout=sys.stdout)\nos.system('echo lima >&2');"
    )
    assert [(output.name, output.text) for output in outputs] == [
        ("stdout", "satu\ndua\ntiga\nempat\n"),
        ("stderr", "lima\n"),
    ]
    assert capfd.readouterr() == ("", "")


def chatter(tell):
    os.system("echo dari proses; echo galat >&2")
    return sys.stdin.read(), os.read(0, 10)


def test_job_writes_to_no_terminal_and_reads_nothing(capfd):
    (outcome,) = run_jobs(deque([Job("uji", chatter)]), workers=1)
    assert outcome.result == ("", b"")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("question", ["input('Nama? ')", "__import__('getpass').getpass()"])
def test_question_raises_at_once(attempt, question):
    assert "was called, but this frontend does not support input requests." in str(attempt.error(question))


def test_standard_input_is_empty(attempt):
    outputs = attempt.outputs("import sys, subprocess\nsys.stdin.read()", "subprocess.run(['cat']).returncode")
    assert [cell[0].data["text/plain"] for cell in outputs] == ["''", "0"]


# Forks, and what stays in its own process


def test_child_that_returns_from_fork_does_not_go_on_with_the_notebook(attempt):
    fork = "import os\npid = os.fork()\nprint('anak' if pid == 0 else 'induk')\nif pid: os.waitpid(pid, 0);"
    first, second = attempt.outputs(fork, "print('berikutnya', os.getpid())")
    assert sorted(first[0].text.splitlines()) == ["anak", "induk"]
    assert len(second[0].text.splitlines()) == 1


def test_child_that_raises_after_a_fork_is_told_in_the_cell(attempt):
    fork = "import os\npid = os.fork()\nif pid == 0: raise ValueError('di anak')\nos.waitpid(pid, 0)[1] >> 8"
    (outputs,) = attempt.outputs(fork)
    texts = "".join(output.get("text", "") for output in outputs)
    assert "ValueError" in texts
    assert "di anak" in texts
    assert outputs[-1].data == {"text/plain": "1"}


def test_multiprocessing_works_in_a_cell(attempt):
    pool = "import multiprocessing\nwith multiprocessing.get_context('fork').Pool(2) as pool: print(pool.map(abs, [-1, -2]))"
    (outputs,) = attempt.outputs(pool)
    assert outputs[0].text == "[1, 2]\n"


def test_locale_timezone_and_settings_stay_in_their_process(attempt):
    look = "import locale, os, time, matplotlib as mpl\n"
    look += "(time.tzname, locale.getlocale(), os.getcwd(), mpl.rcParams['font.size'])"
    change = (
        "os.environ['TZ'] = 'Asia/Jayapura'; time.tzset(); locale.setlocale(locale.LC_ALL, 'C'); os.chdir('/');"
        "mpl.rcParams['font.size'] = 99"
    )
    before = attempt.outputs(look)[0][0].data
    assert attempt.outputs(look, change, look)[2][0].data != before
    assert attempt.outputs(look)[0][0].data == before


# Where nothing can fork


@pytest.mark.slow
def test_job_in_a_new_interpreter_gives_the_same_notebook(attempt, monkeypatch):
    cells = ["print('a')", "import os; os.write(1, b'b\\n')", "display(1)", "%matplotlib inline\n2"]
    expected = attempt.outputs(*cells)
    monkeypatch.setattr(processes, "HAS_FORK", False)
    assert attempt.outputs(*cells) == expected


@pytest.mark.slow
def test_job_in_a_new_interpreter_that_dies_or_hangs_is_told(attempt, monkeypatch):
    monkeypatch.setattr(processes, "HAS_FORK", False)
    assert str(attempt.error("import os; os._exit(3)")).startswith(
        "Prosesnya berhenti tanpa hasil saat 'menjalankan laporan, sel sel-1' (kode 3)."
    )
    assert str(attempt.error("while True: pass", limit=8.0)).startswith("Dihentikan setelah batas 8 detik saat")
