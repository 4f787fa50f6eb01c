"""When a period begins and ends, and which are over when another begins (method, section 9)."""

from __future__ import annotations

from collections.abc import Sequence

QUARTER, SEMESTER = "TW", "S"


def begin_of(periode: str) -> tuple[int, int, int]:
    """Give the year, the first month and the last one of a period, to order by.

    Examples
    --------
    >>> begin_of("2024-S2"), begin_of("2024-TW1")
    ((2024, 7, 12), (2024, 1, 3))
    """
    year, _, part = periode.partition("-")
    if part.startswith(QUARTER):
        last = 3 * int(part.removeprefix(QUARTER))
        return int(year), last - 2, last
    if part.startswith(SEMESTER):
        last = 6 * int(part.removeprefix(SEMESTER))
        return int(year), last - 5, last
    return int(year), 1, 12


def ended_before(periode: str, names: Sequence[str], *, first: str | None = None) -> list[str]:
    """Name the periods that ended before one begins, in the order in which it is compared with them.

    Parameters
    ----------
    periode : str
        The one that is compared.
    names : sequence of str
        Others, and it.
    first : str, optional
        One that goes before all others.

    Returns
    -------
    list of str
        Those that ended last first; of those that ended together one as long, then the one that began last.

    Examples
    --------
    >>> ended_before("2024", ["2022", "2023-S2", "2023", "2024-S1"])
    ['2023', '2023-S2', '2022']
    """
    year, month, last = begin_of(periode)

    def key(name: str) -> tuple[bool, int, int, bool, int]:
        own_year, begin, end = begin_of(name)
        return name == first, own_year, end, end - begin == last - month, begin

    over = [name for name in names if key(name)[1:3] < (year, month)]
    return sorted(over, key=key, reverse=True)
