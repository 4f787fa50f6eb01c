"""Two versions of one report that are so alike that a reader of both sees what single respondents answered.

The rows of answers are published, sorted and without their groups, and the head counts of the groups too. When a few rows come,
go or change between two versions, their answers and their groups are the difference. Nothing in the new version can prevent
that, so whoever builds it is told.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from skmlib.pipeline.manifest import HASIL, read_json
from skmlib.survey.regulation import GROUP_THRESHOLD


def few_apart(old: Path, new: Path) -> int:
    """Count the respondents by which a new version differs from the old one, where they are few.

    Parameters
    ----------
    old, new : Path
        Folders with `hasil.json`.

    Returns
    -------
    int
        At least so many came, went or answered otherwise; 0 when they are as many as the threshold of groups or more, and when
        there are none, no version before, or one that holds something else.
    """
    before, now = (read_json(folder / HASIL) for folder in (old, new))
    try:
        came = abs(now["baris"]["dinilai"] - before["baris"]["dinilai"])
        apart = max([came, *_changed(before["jawaban"], now["jawaban"])])
    except (AttributeError, KeyError, TypeError, ValueError):  # of another kind, or damaged: nothing to advise
        return 0
    return apart if apart < GROUP_THRESHOLD else 0


def _changed(before: Mapping[str, Sequence[int]], now: Mapping[str, Sequence[int]]) -> Iterator[int]:
    """Count for each unsur the answers that moved at least: one that changed leaves one count and joins another."""
    for unsur in before.keys() & now.keys():
        moved = sum(abs(new - old) for old, new in zip(before[unsur], now[unsur], strict=True))
        yield math.ceil(moved / 2)
