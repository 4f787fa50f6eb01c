"""Whether the periods that a report calls earlier are earlier, and named once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skmlib.parameters.periods import is_after, months_of
from skmlib.parameters.yaml_file import KeyPath


def check_earlier(
    periode: str, names: Sequence[str], sebelumnya: str | None = None, *, path: KeyPath = ()
) -> Iterator[tuple[KeyPath, str, str, str]]:
    """Check that earlier periods are earlier than that of a report, and each stands once in a history.

    Parameters
    ----------
    periode : str
        Of the report.
    names : sequence of str
        Periods of its history, in order.
    sebelumnya : str, optional
        Its `periode_sebelumnya`.
    path : tuple
        Of the keys `riwayat` and `periode_sebelumnya`.

    Yields
    ------
    tuple
        As for `checks.place_problems`.
    """
    for place, name in enumerate(names):
        where = (*path, "riwayat", place, "periode")
        if name in names[:place]:
            yield where, f"periode {name} sudah ada di atas", "hapus salah satu", ""
        if told := _not_earlier(name, periode):
            yield where, told, "riwayat hanya memuat periode sebelumnya", ""
    if sebelumnya is None:
        return
    where = (*path, "periode_sebelumnya")
    if told := _not_earlier(sebelumnya, periode):
        yield where, told, "tulis periode sebelumnya", ""
    elif not is_after(periode, sebelumnya):  # a test would take the same answers for two samples
        told = f"periode {sebelumnya} beririsan dengan periode laporan ini, {periode}"
        yield where, told, "tulis periode yang berakhir sebelum periode laporan ini dimulai", ""


def _not_earlier(name: str, periode: str) -> str:
    """Say why a period is not earlier than that of a report; one that ends with it, such as its second half, is."""
    if name == periode:
        return f"periode {name} adalah periode laporan ini"
    is_later = months_of(name).stop > months_of(periode).stop
    return f"periode {name} berakhir sesudah periode laporan ini, {periode}" if is_later else ""
