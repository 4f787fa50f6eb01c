"""Two versions of one report that are so alike that a reader of both sees what single respondents answered.

The rows of answers are published, sorted and without their groups, and the head counts of the groups too. When a few rows come
or go between two versions, their answers and their groups are the difference. Nothing in the new version can prevent that,
so whoever builds it is told.
"""

from __future__ import annotations

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
        0 when they are as many as the threshold of groups or more, and when there are none or no version before.
    """
    scored = [read_json(folder / HASIL).get("baris", {}).get("dinilai") for folder in (old, new)]
    if not all(isinstance(n, int) for n in scored):
        return 0
    apart = abs(scored[1] - scored[0])
    return apart if apart < GROUP_THRESHOLD else 0
