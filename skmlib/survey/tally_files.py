"""The tally of large files: patterns of answers with their counts become sums in `tally.py`, and add over files.

Neither the order nor the number of files changes a digit, because only whole numbers are added: the largest sum of products,
16 a respondent, has room in 64 bits for 5 x 10^17 respondents. A row in which no unsur is answered is counted apart, as
everywhere. A file named twice is refused, because it would count twice.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from skmlib.problems import DataError, Problem
from skmlib.survey.duckdb_connection import connect_files
from skmlib.survey.large_file import open_file
from skmlib.survey.pattern_counts import BASE, PatternCounts, count_patterns
from skmlib.survey.tally import Tally, tally_patterns
from skmlib.survey.tally_columns import USUAL_COLUMNS, TallyColumns, usual_columns

SLICE = 1 << 16


@dataclasses.dataclass(frozen=True)
class FilesTally:
    """What large files hold.

    Attributes
    ----------
    tally : Tally
        Of the rows with any answer, of all files together.
    columns : TallyColumns
        The unsur.
    rows : mapping of str to int
        Rows read of each file.
    spellings : mapping of str to str
        Answers read as a shortening of a known label, and that label.
    """

    tally: Tally
    columns: TallyColumns
    rows: Mapping[str, int]
    spellings: Mapping[str, str]

    @property
    def rows_read(self) -> int:
        """Rows of all files."""
        return sum(self.rows.values())

    @property
    def empty(self) -> int:
        """Rows in which no unsur is answered; they are not in the tally."""
        return self.rows_read - self.tally.responden


def tally_files(paths: Sequence[Path], *, columns: TallyColumns | None = None) -> FilesTally:
    """Tally Parquet and CSV files of any size.

    Parameters
    ----------
    paths : sequence of Path
        One or more files; they are counted together.
    columns : TallyColumns, optional
        The unsur. Without it the first file that can be read says them: U1 to U9, or the ids of the regulation.

    Returns
    -------
    FilesTally

    Raises
    ------
    ValueError
        When there is no path.
    DataError
        With the problems of all files: a file that cannot be read or is named twice, a missing column, an unknown answer.
    """
    if not paths:
        raise ValueError("tally_files: found no path; give one file or more.")
    problems = _named_twice(paths)
    counted: dict[str, PatternCounts] = {}
    with connect_files(paths) as connection:
        for path in dict.fromkeys(paths):
            berkas = str(path)
            try:
                file = open_file(connection, path, berkas=berkas, wanted=_wanted(columns))
                columns = columns or usual_columns(file.columns, berkas=berkas)
                counted[berkas] = count_patterns(connection, file, columns)
            except DataError as error:
                problems += error.all
    if problems or columns is None:
        raise DataError(problems)
    slices = (tally for counts in counted.values() for tally in _tally_slices(counts, columns.unsur))
    return FilesTally(
        tally=sum(slices, start=tally_patterns(*_no_rows(columns), unsur=columns.unsur)),
        columns=columns,
        rows={berkas: int(counts.times.sum()) for berkas, counts in counted.items()},
        spellings={text: label for counts in counted.values() for text, label in counts.spellings.items()},
    )


def _named_twice(paths: Sequence[Path]) -> list[Problem]:
    """Refuse a file that would be counted twice."""
    first: dict[Path, Path] = {}
    problems = []
    for path in paths:
        place = path.resolve()
        if place in first:
            problems.append(Problem(str(path), f"sama dengan {str(first[place])!r}", "sebut setiap berkas satu kali"))
        first.setdefault(place, path)
    return problems


def _wanted(columns: TallyColumns | None) -> list[str]:
    """Name the headings that are looked for."""
    return [heading for told in ([columns] if columns else USUAL_COLUMNS) for heading in told.headings]


def _no_rows(columns: TallyColumns) -> tuple[np.ndarray, np.ndarray]:
    """Give the patterns and counts of nobody."""
    return np.zeros((0, len(columns.columns)), dtype=np.int64), np.zeros(0, dtype=np.int64)


def _tally_slices(counts: PatternCounts, unsur: Sequence[str]) -> Iterator[Tally]:
    """Tally the patterns that hold any answer, some at a time: sums add, and memory stays small."""
    powers = BASE ** np.arange(len(unsur), dtype=np.int64)[:, np.newaxis]
    for start in range(0, len(counts.patterns), SLICE):
        patterns, times = counts.patterns[start : start + SLICE], counts.times[start : start + SLICE]
        answered = patterns > 0
        yield tally_patterns((patterns[answered] // powers % BASE).T, times[answered], unsur=unsur)
