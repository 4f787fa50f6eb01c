"""Where the heading of an export stands, in one row or two, and what its columns are called (data dictionary, 5.1)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

Line = Sequence[str]
SAYS_NOTHING = {
    "response",
    "open-ended response",
    "respons",
    "answer",
    "jawaban",
    "jawaban terbuka",
    "tanggapan",
    "tanggapan terbuka",
}
SEARCHED = 40  # rows, where no parameter names the row
FEWEST_HEADINGS = 2  # a row with fewer cells is a title


@dataclasses.dataclass(frozen=True)
class Heading:
    """A heading that was found: names of the columns, rows of it, the first row below it, and how many are wanted."""

    names: tuple[str, ...]
    height: int
    below: int
    found: int


def find_heading(rows: Sequence[Line], wanted: set[str], *, baris_judul: int | None = None) -> Heading | None:
    """Find the row, or the two rows, with most of the headings that are wanted.

    Parameters
    ----------
    rows : sequence of lines
        A sheet from its first row on.
    wanted : set of str
        Folded headings.
    baris_judul : int, optional
        The row of the heading, of two rows either, counted from 1.

    Returns
    -------
    Heading or None
        The first one of those with most; None where no row has any.

    Examples
    --------
    >>> find_heading([["SKM"], ["No", "Waktu"], ["1", "3"]], {"waktu"})
    Heading(names=('no', 'waktu'), height=1, below=2, found=1)
    >>> find_heading([["Waktu", "", "Biaya"], ["Harapan", "Kenyataan", "Harapan"]], {"waktu - harapan"}).names
    ('waktu - harapan', 'kenyataan', 'biaya - harapan')
    """
    best = None
    places = range(min(len(rows), SEARCHED)) if baris_judul is None else range(max(baris_judul - 2, 0), baris_judul)
    for place in places:
        for heading in _headings_at(rows, place, wanted, baris_judul):
            if heading.found and (best is None or heading.found > best.found):
                best = heading
    return best


def _headings_at(rows: Sequence[Line], place: int, wanted: set[str], baris_judul: int | None) -> Iterator[Heading]:
    """Read a row as a heading, then with the row below it; the other way round where the lower row says nothing."""
    upper, lower = (rows[at] if at < len(rows) else () for at in (place, place + 1))
    one = name_columns(upper)
    single = Heading(tuple(one), 1, place + 1, len(wanted & set(one)))
    joined = name_columns(join_rows(upper, lower))
    may_be_title = sum(bool(cell.strip()) for cell in upper) < FEWEST_HEADINGS
    if may_be_title and len(wanted & set(joined)) <= len(wanted & set(name_columns(lower))):
        joined = []
    double = Heading(tuple(joined), 2, place + 2, len(wanted & set(joined)))
    named = baris_judul is None or place == baris_judul - 1
    if any(fold_heading(cell) in SAYS_NOTHING for cell in lower) and double.found >= single.found:
        yield double
    elif named:
        yield single
        yield double
    else:
        yield double


def join_rows(upper: Line, lower: Line) -> list[str]:
    """Read two rows of a heading together.

    Parameters
    ----------
    upper, lower : sequence of str
        The rows. An empty upper cell goes on with the one before it.

    Returns
    -------
    list of str
        One heading a column.

    Examples
    --------
    >>> join_rows(["No", "Unsur", "", "Saran"], ["", "Waktu", "Biaya", ""])
    ['No', 'Waktu', 'Biaya', 'Saran']
    >>> join_rows(["No", "Bulan", "", "Saran"], ["", "Mei", "Juni", "Response"])
    ['No', 'Bulan - Mei', 'Bulan - Juni', 'Saran']
    >>> join_rows(["Waktu", "", "Biaya", ""], ["Harapan", "Kenyataan", "Harapan", "Kenyataan"])[1:3]
    ['Waktu - Kenyataan', 'Biaya - Harapan']
    """
    width = max(len(upper), len(lower))
    above, below = _carry(upper, width), [*lower, *[""] * (width - len(lower))]
    are_choices = any(fold_heading(cell) in SAYS_NOTHING for cell in below)
    over: dict[str, set[str]] = {}
    for head, cell in zip(above, below, strict=True):
        over.setdefault(fold_heading(cell), set()).add(fold_heading(head))
    return [
        _join(head, cell, are_choices or len(over[fold_heading(cell)]) > 1)
        if cell.strip()
        else (upper[place] if place < len(upper) else "")
        for place, (head, cell) in enumerate(zip(above, below, strict=True))
    ]


def _carry(upper: Line, width: int) -> list[str]:
    """Let each empty upper cell go on with the one before it."""
    carried, last = [], ""
    for place in range(width):
        last = upper[place] if place < len(upper) and upper[place].strip() else last
        carried.append(last)
    return carried


def _join(upper: str, lower: str, is_part: bool) -> str:
    """Join an upper and a lower cell, unless one of them is enough."""
    if fold_heading(lower) in SAYS_NOTHING and upper.strip():
        return upper
    if is_part and upper.strip() and fold_heading(upper) != fold_heading(lower):
        return f"{upper.strip()} - {lower.strip()}"
    return lower


def name_columns(line: Line) -> list[str]:
    """Name the columns; a heading that stands twice is numbered from left to right.

    Examples
    --------
    >>> name_columns(["Waktu", "Catatan", " catatan"])
    ['waktu', 'catatan (1)', 'catatan (2)']
    """
    folded = [fold_heading(cell) for cell in line]
    seen: dict[str, int] = {}
    names = []
    for place, name in enumerate(folded, start=1):
        seen[name] = seen.get(name, 0) + 1
        if not name:
            names.append(f"(kolom {place} tanpa judul)")
        else:
            names.append(f"{name} ({seen[name]})" if folded.count(name) > 1 else name)
    return names


def fold_heading(heading: str) -> str:
    """Make capitals and runs of spaces equal."""
    return " ".join(heading.split()).casefold()
