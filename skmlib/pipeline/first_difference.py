"""Where two versions of one output part: the path in JSON, the block of a page, else the place in the bytes."""

from __future__ import annotations

import json
import re
from itertools import zip_longest
from pathlib import Path
from typing import Any

from skmlib.recount.compare import row_name

HEADING = re.compile(r'<h[1-6][^>]*\bid="([^"]+)"')
CAPTION = re.compile(r'<(?:figure|div|section|svg)\b[^>]*\baria-label="([^"]+)"')
JSON_FORMS = (".json", ".ipynb")


def first_difference(published: Path, rebuilt: Path) -> str:
    """Say where a file is not what it is when built anew.

    Parameters
    ----------
    published, rebuilt : Path
        Two files with different bytes.

    Returns
    -------
    str
        In Indonesian, without the name of the file.
    """
    old, new = published.read_bytes(), rebuilt.read_bytes()
    if published.suffix in JSON_FORMS:
        try:
            found = first_path(json.loads(old), json.loads(new))
        except ValueError:
            found = None
        if found is not None:
            return found
    place = common_length(old, new)
    if published.suffix == ".html":
        return block_at(new.decode("utf-8", errors="replace"), old.decode("utf-8", errors="replace"))
    return f"byte ke-{place + 1}"


def first_path(old: Any, new: Any, path: str = "") -> str | None:
    """Give the path of the first value that differs, and both values; None where all are equal.

    Examples
    --------
    >>> first_path({"ikm": {"n": 3}}, {"ikm": {"n": 4}})
    'ikm/n: tertulis 3, seharusnya 4'
    """
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            found = first_path(old.get(key), new.get(key), f"{path}/{key}" if path else key)
            if found:
                return found
        return None
    if isinstance(old, list) and isinstance(new, list):
        for place, (left, right) in enumerate(zip_longest(old, new)):
            named = left if left is not None else right
            name = named.get("id") if isinstance(named, dict) else None
            found = first_path(left, right, f"{path}/{name or row_name(named, place)}")
            if found:
                return found
        return None
    return None if old == new else f"{path}: tertulis {shorten(old, new)}, seharusnya {shorten(new, old)}"


def shorten(value: Any, other: Any) -> str:
    """Show a value, of a long text only the surroundings of what differs."""
    if not isinstance(value, str) or not isinstance(other, str):
        return json.dumps(value, ensure_ascii=False)[:80]
    begin = max(0, common_length(value, other) - 20)
    return repr(value[begin : begin + 60])


def block_at(new: str, old: str) -> str:
    """Name the block of a page in which two versions part: its heading, its caption, and the words there.

    Examples
    --------
    >>> block_at('<h2 id="hasil">Hasil</h2><p>IKM 88</p>', '<h2 id="hasil">Hasil</h2><p>IKM 89</p>')
    "bagian 'hasil': tertulis 'Hasil IKM 89', seharusnya 'Hasil IKM 88'"
    """
    place = common_length(new, old)
    heading = [found[1] for found in HEADING.finditer(new, 0, place)][-1:]
    start = new.rfind(f'id="{heading[0]}"', 0, place) if heading else 0
    caption = [found[1] for found in CAPTION.finditer(new, start, place)][-1:]
    where = [f"bagian {heading[0]!r}" if heading else "awal halaman", *(repr(text) for text in caption)]
    return f"{', '.join(where)}: tertulis {words_at(old, place)!r}, seharusnya {words_at(new, place)!r}"


def words_at(page: str, place: int) -> str:
    """Give the words around a place of a page, without markup."""
    text = re.sub(r"<[^>]*>", " ", page[max(0, place - 60) : place + 40])
    return " ".join(re.sub(r"^[^<>]*>|<[^>]*$", " ", text).split())


def common_length(left: str | bytes, right: str | bytes) -> int:
    """Count the characters that two texts begin with alike.

    Examples
    --------
    >>> common_length("88,31", "88,41")
    3
    """
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if left[:middle] == right[:middle] else (low, middle - 1)
    return low
