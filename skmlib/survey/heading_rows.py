"""The heading of a table: the row it stands in, and what it takes from the row above.

Typed worksheets and some survey programs write headings in two rows. Where the lower cell is empty, the upper heading counts;
where both stand, the lower one counts ("Unsur pelayanan" over U1 to U9). Two shapes need the upper heading as well, which goes
on over the empty cells to its right and is put before the lower one, as in `Persyaratan - Harapan`:

- lower cells that come back under other headings: Harapan and Kenyataan under each unsur;
- choices beside cells such as "Response", which say nothing and leave the upper heading alone (SurveyMonkey).

A row of either shape is a part of the heading and no respondent's, whichever of the two rows is looked for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from skmlib.problems import fold
from skmlib.survey.repeated_rows import Records, rows_below

HEADING_SEARCHED = 40
HEADING_ROWS = 2
JOINT = " - "
SAYS_NOTHING = frozenset(
    "response|open-ended response|answer|open-ended answer|respons|respons terbuka|jawaban|jawaban terbuka|tanggapan"
    "|tanggapan terbuka".split("|")
)


def find_heading_row(records: Records, *, wanted: Collection[str] = ()) -> int:
    """Find the heading among the first rows.

    Parameters
    ----------
    records : sequence of sequence of str
        Of a file.
    wanted : collection of str
        Headings that are looked for.

    Returns
    -------
    int
        Place of the row with the most of them; without any, of the first row that is not empty. Of two rows of headings the
        lower one.

    Examples
    --------
    >>> find_heading_row([["Rekap"], ["No", "Syarat"], ["1", "4"]], wanted=["Syarat"])
    1
    """
    found = [count_wanted(records, place, wanted=wanted) for place in range(min(len(records), HEADING_SEARCHED))]
    filled = (place for place, record in enumerate(records) if any(map(str.strip, record)))
    place = found.index(max(found)) if any(found) else next(filled, 0)
    return lowest_row(records, place)


def count_wanted(records: Records, place: int, *, wanted: Collection[str]) -> int:
    """Count the headings of a row that are looked for.

    Examples
    --------
    >>> count_wanted([["No", "Syarat"], ["1", "4"]], 0, wanted=["SYARAT", "Biaya"])
    1
    """
    if not any(records[place]):
        return 0
    return len({fold(cell) for cell in heading_cells(records, place)} & {fold(name) for name in wanted})


def lowest_row(records: Records, place: int) -> int:
    """Give the lower of two rows of headings, whichever of them is named.

    Examples
    --------
    >>> lowest_row([["Syarat", "Saran"], ["Response", "Open-Ended Response"], ["4", "ya"]], 0)
    1
    """
    return place + 1 if place + 1 < len(records) and is_second_row(records, place + 1) else place


def named_row(records: Records, place: int, *, wanted: Collection[str]) -> int:
    """Give the lower row of the heading that parameters name by either of its rows.

    Examples
    --------
    >>> named_row([["No", "Unsur", ""], ["", "Syarat", "Biaya"], ["1", "4", "3"]], 0, wanted=["Syarat", "Biaya"])
    1
    """
    lowest, below = lowest_row(records, place), place + 1
    if lowest == place and below < len(records):
        more = count_wanted(records, below, wanted=wanted) > count_wanted(records, place, wanted=wanted)
        return below if more else place
    return lowest


def is_second_row(records: Records, place: int) -> bool:
    """Tell whether a row says more about the headings in the row above, and is no respondent's.

    Examples
    --------
    >>> is_second_row([["Syarat", "", "Biaya", ""], ["Harapan", "Kenyataan"] * 2, ["4", "3", "4", "3"]], 1)
    True
    """
    upper, lower = _two_rows(records, place)
    return bool(_says_nothing(upper, lower) or _repeated(records, place))


def heading_cells(records: Records, place: int) -> list[str]:
    """Give the cells of a heading, read together with the row above where that holds several headings.

    Parameters
    ----------
    records : sequence of sequence of str
        Of a file.
    place : int
        Of the heading; of two rows the lower one.

    Returns
    -------
    list of str
        White space folded; empty where there is no heading.

    Examples
    --------
    >>> heading_cells([["No", "Unsur", ""], ["", "Syarat", "Biaya"]], 1)
    ['No', 'Syarat', 'Biaya']
    >>> heading_cells([["Bulan", "", "Saran"], ["Mei", "Juni", "Open-Ended Response"]], 1)
    ['Bulan - Mei', 'Bulan - Juni', 'Saran']
    """
    upper, lower = _two_rows(records, place)
    silent = _says_nothing(upper, lower)
    over = _headings_over(upper, lower)
    joined = {column for column, name in enumerate(over) if name} - silent if silent else _repeated(records, place)
    cells = []
    for column, cell in enumerate(lower):
        if column in joined:
            cells.append(f"{over[column]}{JOINT}{cell}")
        else:
            cells.append(upper[column] if not cell or column in silent else cell)
    return cells


def _two_rows(records: Records, place: int) -> tuple[list[str], list[str]]:
    """Give the row above and the row itself, equally long; the upper one empty where it holds no two headings."""
    lower = [" ".join(cell.split()) for cell in records[place]]
    upper = [" ".join(cell.split()) for cell in records[place - 1]] if place else []
    if sum(map(bool, upper)) < HEADING_ROWS:
        return [""] * len(lower), lower
    width = max(len(upper), len(lower))
    return upper + [""] * (width - len(upper)), lower + [""] * (width - len(lower))


def _headings_over(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Give the upper heading over each lower cell, carried on to the right over empty and equal cells."""
    over: list[str] = []
    carried = ""
    for above, cell in zip(upper, lower, strict=True):
        carried = above or carried
        if not cell or fold(cell) == fold(above):
            carried = ""
        over.append(carried)
    return over


def _spans(upper: Sequence[str], lower: Sequence[str]) -> set[int]:
    """Find the columns that share their upper heading with the one beside them."""
    over = _headings_over(upper, lower)
    spans: set[int] = set()
    for column in range(1, len(over)):
        if over[column] and upper[column] in ("", upper[column - 1]) and over[column] == over[column - 1]:
            spans |= {column - 1, column}
    return spans


def _says_nothing(upper: Sequence[str], lower: Sequence[str]) -> set[int]:
    """Find the cells that say nothing; none unless they are more than the other cells with a heading of their own above."""
    over, spans = _headings_over(upper, lower), _spans(upper, lower)
    own = {column for column, name in enumerate(over) if name and upper[column]}
    silent = {column for column in own if fold(lower[column]) in SAYS_NOTHING}
    return silent if len(silent) > len(own - silent - spans) else set()


def _repeated(records: Records, place: int) -> set[int]:
    """Find the lower cells that come back under another of the headings that span columns, but not among the answers."""
    upper, lower = _two_rows(records, place)
    over = _headings_over(upper, lower)
    headings: dict[str, set[str]] = {}
    spans = [column for column in sorted(_spans(upper, lower)) if any(map(str.isalpha, lower[column]))]
    for column in spans:
        headings.setdefault(fold(lower[column]), set()).add(over[column])
    several = [column for column in spans if len(headings[fold(lower[column])]) > 1]
    below = rows_below(records, place) if several else []
    answered = {
        fold(lower[column])
        for column in several
        if any(column < len(row) and fold(row[column]) == fold(lower[column]) for row in below)
    }
    return {column for column in several if fold(lower[column]) not in answered}
