"""Whether `outputs/index.html` is what would be written now from the published folders."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from skmlib.pipeline.first_difference import common_length
from skmlib.pipeline.index import index_page
from skmlib.pipeline.index_seal import INDEX, without_seal

ADVICE = "'skm build' menulisnya lagi"
HEADING = re.compile(r"<h[1-4]\b[^>]*>(.*?)</h[1-4]>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
BEFORE, AFTER = 40, 30  # characters shown around a difference


def index_difference(outputs: Path) -> str | None:
    """Compare the index with the one that would be written now, byte by byte.

    Parameters
    ----------
    outputs : Path
        The folder that holds `<periode>/<unit>/`.

    Returns
    -------
    str or None
        What differs first and what mends it, in Indonesian; None where the index is as it should be.
    """
    path = outputs / INDEX
    try:
        written = path.read_bytes()
    except OSError as error:
        what = "tidak ada" if isinstance(error, FileNotFoundError) else f"tidak dapat dibaca ({error.strerror})"
        return f"{INDEX}: {what}; {ADVICE}"
    page = index_page(outputs)
    if written == page.encode():
        return None
    told, now = without_seal(written.decode("utf-8", errors="replace")), without_seal(page)
    if told == now:
        return f"{INDEX}: baris terakhir, segelnya, tidak cocok dengan isi folder yang terbit; {ADVICE}"
    return f"{INDEX}: {_where(now, told)}; {ADVICE}"


def _where(now: str, told: str) -> str:
    """Name the last heading before the place in which two pages part, and show what stands there, in an attribute too."""
    place = common_length(now, told)
    headings = [" ".join(unescape(TAG.sub(" ", found[1])).split()) for found in HEADING.finditer(now, 0, place)]
    where = f"bagian {headings[-1]!r}" if headings else "awal halaman"
    return f"{where}: tertulis {_around(told, place)!r}, seharusnya {_around(now, place)!r}"


def _around(page: str, place: int) -> str:
    """Give the characters around a place, without whole tags and with single spaces."""
    return " ".join(TAG.sub(" ", page[max(0, place - BEFORE) : place + AFTER]).split())
