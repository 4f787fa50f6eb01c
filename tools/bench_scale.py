"""Whether a report costs the same in a build of ten units and in one of a thousand.

The notebook is reduced to a title, one table and one chart and the units are small, so that what is left is mostly what a
build itself does for each report: processes, hashes, locks, the swap. Each build has a fixed start; what a further report
costs is therefore taken between one size and the next.
"""

from __future__ import annotations

import dataclasses
import itertools
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench_cost import Series
from bench_runs import Say, build_all
from bench_units import is_of_reduced, make_project

SIZES = (10, 100, 1000)
RESPONDENTS = 100


@dataclasses.dataclass(frozen=True)
class Size:
    """The builds of so many units: all of them, then with nothing changed."""

    units: int
    build: Series
    unchanged: Series

    def as_dict(self) -> dict[str, object]:
        """Give the figures for `bench.json`."""
        return {"units": self.units, "build": self.build.as_dict(), "unchanged": self.unchanged.as_dict()}


def measure_sizes(sizes: Sequence[int], *, seed: int, jobs: int, say: Say) -> list[Size]:
    """Build projects of several sizes.

    Parameters
    ----------
    sizes : sequence of int
        Units of each, ascending.
    seed : int
        Of the units.
    jobs : int
        Processes at a time.
    say : callable
        Told what runs.

    Returns
    -------
    list of Size
    """
    found = []
    for units in sizes:
        with tempfile.TemporaryDirectory(prefix="skm-bench-") as folder:
            project = Path(folder)
            make_project(project, units=units, seed=seed, respondents=RESPONDENTS, is_kept=is_of_reduced)
            say(f"reduced notebook, {units} units")
            build = Series("skm build", units, (build_all(project, jobs=jobs),))
            unchanged = Series("skm build, unchanged", units, (build_all(project, jobs=jobs),))
        found.append(Size(units, build, unchanged))
    return found


def marginal_cpu(sizes: Sequence[Size]) -> list[float]:
    """Give the processor seconds of a further report between each size and the next."""
    return [
        (larger.build.cpu - smaller.build.cpu) / (larger.units - smaller.units)
        for smaller, larger in itertools.pairwise(sizes)
    ]
