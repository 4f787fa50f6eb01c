"""What is said of a job that gave no result: its process ended, took too long, or raised something that cannot be sent.

A coordinator reads these, so they say what may have happened and what to do. Which job it was stands beside them.
"""

from __future__ import annotations

import signal

MEMORY = (
    "Biasanya memori komputer habis, atau proses itu dihentikan dari luar."
    " Tutup program lain atau pakai --jobs (pada worker: --nthreads) yang lebih kecil, lalu jalankan lagi."
)
CRASH = "Biasanya kesalahan di dalam pustaka. Jalankan lagi; bila terulang, kirim pesan ini kepada pengelola program."
NO_PROCESS = "Biasanya memori komputer habis. Tutup program lain, lalu jalankan lagi."
LEFT = "Biasanya sebuah sel memanggil os._exit. Hapus panggilan itu dari notebook, lalu jalankan lagi."
SLOW = (
    "Biasanya sebuah sel berputar tanpa akhir atau menunggu sesuatu."
    " Periksa sel itu, atau naikkan --report-limit bila datanya memang besar, lalu jalankan lagi."
)


class JobDied(Exception):
    """The process of a job ended without a result: it was killed, or ended itself.

    Attributes
    ----------
    output : str
        The beginning of what it wrote past the notebook: where it crashed.
    """

    def __init__(self, message: str, *, output: str = "") -> None:
        super().__init__(message)
        self.output = output


class JobTimeout(Exception):
    """A job took longer than it may."""


class JobFailed(Exception):
    """A job raised something that cannot be sent; the message is its traceback."""


def died(code: int, *, stage: str, output: str = "") -> JobDied:
    """Say that the process of a job ended without a result.

    Parameters
    ----------
    code : int
        Its exit code, or the signal that ended it, as a negative number.
    stage : str
        What it told last; empty when it told nothing.
    output : str
        The beginning of what it wrote.

    Returns
    -------
    JobDied

    Examples
    --------
    >>> str(died(3, stage="menyusun PDF")).partition(". ")[0]
    "Prosesnya berhenti tanpa hasil saat 'menyusun PDF' (kode 3)"
    """
    how = f"sinyal {_signal_name(-code)}" if code < 0 else f"kode {code}"
    advice = LEFT if code >= 0 else MEMORY if -code in _ENDED else CRASH
    return JobDied(f"Prosesnya berhenti tanpa hasil{_while(stage)} ({how}). {advice}", output=output)


def not_started(error: Exception) -> JobDied:
    """Say that the system made no process for a job.

    Parameters
    ----------
    error : Exception
        What the system said.

    Returns
    -------
    JobDied
    """
    return JobDied(f"Proses baru tidak dapat dibuat ({error or type(error).__name__}). {NO_PROCESS}")


def took_too_long(limit: float, *, stage: str) -> JobTimeout:
    """Say that a job was ended because it took longer than it may.

    Parameters
    ----------
    limit : float
        Seconds it might take.
    stage : str
        What it told last; empty when it told nothing.

    Returns
    -------
    JobTimeout

    Examples
    --------
    >>> str(took_too_long(900, stage="menjalankan rekap")).partition(". ")[0]
    "Dihentikan setelah batas 900 detik saat 'menjalankan rekap'"
    """
    return JobTimeout(f"Dihentikan setelah batas {limit:g} detik{_while(stage)}. {SLOW}")


_ENDED = frozenset({signal.SIGTERM, signal.SIGINT, getattr(signal, "SIGKILL", 9), getattr(signal, "SIGHUP", 1)})


def _while(stage: str) -> str:
    """Say at which stage."""
    return f" saat {stage!r}" if stage else ""


def _signal_name(number: int) -> str:
    """Name a signal."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
