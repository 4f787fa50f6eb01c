"""Whether the files of one survey ask about the same unsur under the same headings: only then can one proposal read all."""

from __future__ import annotations

from collections.abc import Sequence

from skmlib.problems import Problem, fold, name_options
from skmlib.survey.guess_sheets import Phase
from skmlib.survey.regulation import UNSUR

SAME_ADVICE = "samakan judul kolom itu di semua berkas, atau buat laporan sendiri dari berkas ini"
OTHER = "tidak memuat satu pun judul unsur dari {first!r}"
OTHER_ADVICE = "sebut hanya berkas dari survei yang sama"


def check_headings(phases: Sequence[Phase]) -> list[Problem]:
    """Say which phases lack the heading under which another phase asks about an unsur.

    Parameters
    ----------
    phases : sequence of Phase
        Of one survey.

    Returns
    -------
    list of Problem
        Empty when every unsur has a heading that all phases have.
    """
    columns = [{fold(str(name)) for name in phase.cells.columns} for phase in phases]
    problems: list[Problem] = []
    strange = [place for place, names in enumerate(columns) if place and not names & _asked(phases[0])]
    for place in strange:
        what = OTHER.format(first=phases[0].nama)
        problems.append(Problem(phases[place].place.table.berkas, what, OTHER_ADVICE))
    for unsur in UNSUR:
        asked = [fold(name) for phase in phases for name in phase.unsur.get(unsur, ())]
        if any(all(name in names for names in columns) for name in asked):
            continue
        first = next((phase for phase in phases if phase.unsur.get(unsur)), None)
        if first is None:
            continue
        heading = first.unsur[unsur][0]
        problems += [
            _differing(phase, unsur, heading, first)
            for place, phase in enumerate(phases)
            if place not in strange and fold(heading) not in columns[place]
        ]
    return problems


def _asked(phase: Phase) -> set[str]:
    """Give the headings of the unsur of a phase."""
    return {fold(name) for names in phase.unsur.values() for name in names}


def _differing(phase: Phase, unsur: str, heading: str, first: Phase) -> Problem:
    """Say that a phase lacks a heading, and which of its own asks about the same."""
    own = phase.unsur.get(unsur, ())
    hint = f"Di berkas ini yang tampak menanyakan {unsur}: {name_options(list(own))}." if own else ""
    what = f"tidak ada, padahal menanyakan {unsur} pada {first.nama!r}"
    return Problem(phase.place.table.berkas, what, SAME_ADVICE, kolom=heading, saran=hint)
