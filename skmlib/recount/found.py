"""One finding as the second count makes it: its kind, its file, how many; the sentence is the first count's alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from fractions import Fraction
from typing import Any


@dataclasses.dataclass(frozen=True)
class Found:
    """One finding (method, section 13).

    Attributes
    ----------
    kind : str
        Slug of the kind.
    file : str
        Where it was found, from the project folder on.
    n : int
        How many rows or places it concerns.
    ikm_tanpa : Fraction or None
        The index without those rows, where it may be given.
    """

    kind: str
    file: str
    n: int = 1
    ikm_tanpa: Fraction | None = None


def as_rows(found: Iterable[Found]) -> dict[str, dict[str, Any]]:
    """Lay findings out as rows of `findings`, by kind and file; the second of the same place and those after it are numbered.

    Examples
    --------
    >>> list(as_rows([Found("asumsi", "a.yml"), Found("asumsi", "a.yml")]))
    ['asumsi / a.yml', 'asumsi / a.yml (2)']
    """
    rows: dict[str, dict[str, Any]] = {}
    for one in found:
        place, again = f"{one.kind} / {one.file}", 2
        while place in rows:
            place, again = f"{one.kind} / {one.file} ({again})", again + 1
        rows[place] = {"jenis": one.kind, "berkas": one.file, "n": one.n, "ikm_tanpa": one.ikm_tanpa}
    return rows
