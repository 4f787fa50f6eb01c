"""All files and sheets of one survey, put together for a proposal: what it proposes holds for every phase.

Columns are matched by heading, in any order; one that some phase lacks is not proposed. Files whose questions on an unsur have
different headings are refused. A phase whose rows all stand in another one is a copy, such as the months beside a sheet of the
whole half-year, and is left out.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from skmlib.parameters.models import Panjang
from skmlib.problems import DataError, Problem, fold
from skmlib.survey.column_roles import Roles
from skmlib.survey.guess_columns import guess_roles
from skmlib.survey.guess_questions import ROW_NUMBER
from skmlib.survey.guess_sheets import EMPTY, LeftOut, Phase, find_phases
from skmlib.survey.guess_table import read_book
from skmlib.survey.phase_headings import check_headings
from skmlib.survey.phase_names import by_month, name_files
from skmlib.survey.row_places import spell_place

SHEET, FILE = "lembar", "berkas"
COPIED_MIN = 5
COPY = "semua barisnya ada juga pada {nama!r}"


@dataclasses.dataclass(frozen=True)
class Phases:
    """The phases of an export, one or more.

    Attributes
    ----------
    phases : tuple of Phase
        In the order of the report.
    left_out : tuple of LeftOut
        Sheets and files that are like them.
    data : DataFrame of str
        The columns that all have, one row a respondent; by row, labelled by `spell_place` where there are several.
    extra : dict of str to tuple of str
        Headings that not every phase has, and the names of those that do.
    noun : str
        What they are in messages: `berkas`, or `lembar` of one file.
    """

    phases: tuple[Phase, ...]
    left_out: tuple[LeftOut, ...]
    data: pd.DataFrame
    extra: Mapping[str, tuple[str, ...]]
    noun: str

    @property
    def berkas(self) -> str:
        """Names of the files for messages."""
        return ", ".join(dict.fromkeys(phase.place.table.berkas for phase in self.phases))

    @property
    def around(self) -> list[int | str]:
        """Rows of sums, notes and column numbers, labelled as those of `data`."""
        if len(self.phases) == 1:
            return [*self.phases[0].around]
        return [spell_place(phase.nama, row) for phase in self.phases for row in phase.around]

    @property
    def panjang(self) -> Panjang | None:
        """Columns of the long form."""
        return self.phases[0].panjang


def read_phases(paths: Mapping[str, Path]) -> Phases:
    """Read the files of one survey, of which nothing is known.

    Parameters
    ----------
    paths : mapping of str to Path
        The files, by their name for messages.

    Returns
    -------
    Phases

    Raises
    ------
    DataError
        When a file cannot be read or holds no table, with the problems of all; when headings of unsur differ.
    """
    problems: list[Problem] = []
    found: list[tuple[list[Phase], list[LeftOut]]] = []
    for berkas, path in paths.items():
        try:
            found.append(find_phases(read_book(path, berkas=berkas)))
        except DataError as error:
            problems += error.all
    if problems:
        raise DataError(problems)
    phases, left_out = _name_phases(found) if len(found) > 1 else found[0]
    filled = [phase for phase in phases if not phase.cells.empty] or phases[:1]
    left_out += [LeftOut(phase.nama, EMPTY) for phase in phases if phase.cells.empty and phase not in filled]
    problems = check_headings(filled)
    if problems:
        raise DataError(problems)
    kept, copies = _without_copies(filled)
    return _combine(kept, [*left_out, *copies], noun=SHEET if len(paths) == 1 else FILE)


def roles_of(phases: Phases) -> Roles:
    """Give each column that all phases have its role.

    A code of the respondent comes back in every phase that counts anew, so only one that comes back within a phase says that a
    respondent stands in several rows.

    Parameters
    ----------
    phases : Phases
        From `read_phases`.

    Returns
    -------
    Roles
    """
    roles = guess_roles(phases.data)
    if len(phases.phases) == 1 or roles.responden is None:
        return roles
    own = {fold(name) for phase in phases.phases if (name := guess_roles(phase.cells).responden)}
    if fold(roles.responden) in own:
        return roles
    return dataclasses.replace(roles, responden=None, unused=(*roles.unused, roles.responden))


def _name_phases(found: Sequence[tuple[list[Phase], list[LeftOut]]]) -> tuple[list[Phase], list[LeftOut]]:
    """Name the phases of several files by their file, and by their sheet where a file has several."""
    names = name_files([phases[0].place.path.name for phases, _ in found])
    named, left_out = [], []
    for place in by_month(names):
        phases, others = found[place]
        prefix = names[place]
        sheets = [prefix if len(phases) == 1 else f"{prefix} {phase.nama}" for phase in phases]
        named += [dataclasses.replace(phase, nama=nama) for phase, nama in zip(phases, sheets, strict=True)]
        left_out += [dataclasses.replace(other, nama=f"{prefix} {other.nama}") for other in others]
    return named, left_out


def _without_copies(phases: Sequence[Phase]) -> tuple[list[Phase], list[LeftOut]]:
    """Leave out the phases whose rows all stand in a larger one; small ones only beside another copy."""
    kept, copies = list(phases), []
    for large in sorted(phases, key=lambda phase: len(phase.cells), reverse=True):
        inside = [phase for phase in kept if phase is not large and large in kept and _is_inside(phase, large)]
        if any(_count_different(phase) >= COPIED_MIN for phase in inside):
            kept = [phase for phase in kept if phase not in inside]
            copies += [LeftOut(phase.nama, COPY.format(nama=large.nama), is_doubtful=True) for phase in inside]
    return kept, copies


def _count_different(phase: Phase) -> int:
    """Count the different rows of a phase."""
    return len(_count_rows(phase, list(phase.cells.columns)))


def _is_inside(phase: Phase, large: Phase) -> bool:
    """Tell whether every row of a phase stands in a larger one, the row number apart."""
    theirs = {fold(str(name)) for name in large.cells.columns}
    shared = [name for name in phase.cells.columns if fold(name) in theirs]
    return _count_rows(phase, shared) <= _count_rows(large, shared)


def _count_rows(phase: Phase, names: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Count the rows of a phase in some columns, the row number apart."""
    wanted = [fold(name) for name in names if not ROW_NUMBER.fullmatch(fold(name))]
    columns = {fold(str(name)): phase.cells[name] for name in phase.cells.columns}
    cells = pd.DataFrame({name: columns[name].map(fold) for name in wanted})
    return Counter(map(tuple, cells.to_numpy().tolist()))


def _combine(phases: Sequence[Phase], left_out: Sequence[LeftOut], *, noun: str) -> Phases:
    """Put the rows of all phases together, in the columns that all have."""
    if len(phases) == 1:
        return Phases(tuple(phases), tuple(left_out), phases[0].cells, {}, noun)
    spelt: dict[str, str] = {}
    holders: dict[str, list[str]] = {}
    is_filled: dict[str, bool] = {}
    for phase in phases:
        for name in map(str, phase.cells.columns):
            spelt.setdefault(fold(name), name)
            is_filled[fold(name)] = is_filled.get(fold(name), False) or bool(
                (phase.cells[name].str.strip() != "").any()
            )
            holders.setdefault(fold(name), []).append(phase.nama)
    common = [spelt[name] for name, names in holders.items() if len(names) == len(phases)]
    frames = [phase.cells.rename(columns=lambda name: spelt[fold(str(name))])[common] for phase in phases]
    data = pd.concat(frames, ignore_index=True)
    data.index = pd.Index([spell_place(phase.nama, int(row)) for phase in phases for row in phase.cells.index])
    extra = {
        spelt[name]: tuple(names) for name, names in holders.items() if len(names) < len(phases) and is_filled[name]
    }
    return Phases(tuple(phases), tuple(left_out), data, extra, noun)
