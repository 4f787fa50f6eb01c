"""The proposal for the parameters of an unknown export: what each column is taken for, and what a person must decide.

`read_proposal` looks at the files of one survey and gives the content of a parameter file, with marks where they alone cannot
say; what was recognised is given as a table for the terminal. Answers on another scale than 1 to 4 are refused.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from skmlib.parameters.periods import near_of
from skmlib.parameters.proposal_text import Marked
from skmlib.problems import DataError, Problem, name_options
from skmlib.survey.answer_proposal import AnswerProposal, mark_once
from skmlib.survey.column_roles import Roles
from skmlib.survey.guess_answers import find_grades, propose_answers
from skmlib.survey.guess_blanks import find_blanks
from skmlib.survey.guess_importance import propose_importance
from skmlib.survey.guess_phases import Phases, read_phases, roles_of
from skmlib.survey.guess_rows import tell_left_out, without_answers
from skmlib.survey.heading_words import OVERALL
from skmlib.survey.other_scales import join_refusals
from skmlib.survey.proposal_data import describe_data
from skmlib.survey.proposal_dates import Span, propose_dates
from skmlib.survey.proposal_groups import describe_groups
from skmlib.survey.proposal_places import name_extra, propose_services, tell_phases
from skmlib.survey.proposal_questions import describe_further, describe_unsur
from skmlib.survey.proposal_told import missing_unsur, name_roles, tell_ticks, tell_unknown_answers
from skmlib.survey.regulation import UNSUR

OVERALL_MARK = "diusulkan sebagai pertanyaan kepuasan secara keseluruhan; hapus baris ini bila bukan"
NO_ROWS = "tidak ada baris jawaban di bawah judul kolom"
TOO_FEW = "tidak ditemukan kolom jawaban untuk unsur SKM"
TOO_FEW_ADVICE = (
    "pastikan berkas ini ekspor jawaban, satu baris per responden, dengan judul kolom dan jawaban 1 sampai 4 atau kata"
)
UNSUR_MIN = 3


@dataclasses.dataclass(frozen=True)
class Proposal:
    """What an export is proposed to mean.

    Attributes
    ----------
    content : dict
        Of the parameter file, from `data` to `pertanyaan_tambahan`; some values are `Marked`.
    rows : int
        Respondents: rows with an answer to an unsur.
    recognised : tuple of (str, str)
        Each heading with its role, in Indonesian.
    days : tuple of date
        The days of the time stamps, one a row, the first first.
    told : tuple of str
        Further sentences for the analyst.
    files : tuple of Path
        The files that are proposed to be read.
    asked : tuple of str
        Headings by which another file of the same survey is known.
    """

    content: dict[str, Any]
    rows: int
    recognised: tuple[tuple[str, str], ...]
    days: tuple[datetime.date, ...]
    told: tuple[str, ...]
    files: tuple[Path, ...]
    asked: tuple[str, ...]


def read_proposal(paths: Mapping[str, Path], *, periode: str | None = None) -> Proposal:
    """Look at the files of an export and propose its parameters.

    Parameters
    ----------
    paths : mapping of str to Path
        CSV or workbooks of one survey, by their name for messages.
    periode : str, optional
        Period of the report: near it the answers were given.

    Returns
    -------
    Proposal

    Raises
    ------
    DataError
        When a file cannot be read, the headings of unsur differ between files, or they hold no questions of an SKM or ask
        on another scale.
    """
    phases = read_phases(paths)
    if phases.data.empty:
        raise DataError([Problem(phases.berkas, NO_ROWS, TOO_FEW_ADVICE)])
    return propose(phases, near=near_of(periode) if periode else None)


def propose(phases: Phases, *, near: Span | None = None) -> Proposal:
    """Propose the parameters of cells that were read.

    Parameters
    ----------
    phases : Phases
        From `read_phases`.
    near : (date, date), optional
        When answers of the period are usually collected.

    Returns
    -------
    Proposal
    """
    data, roles = phases.data, roles_of(phases)
    importance = propose_importance(data, roles.kepentingan, roles.unsur)
    roles = roles.with_importance(importance.columns)
    answers = _propose_answers(data, roles, phases.berkas)
    questions = _questions(roles)
    known = {name: answers[key].jawaban or {} for key, names in questions.items() for name in names}
    known |= {name: {} for name in importance.columns.values()}
    blanks = find_blanks(data[[*known]], known)
    tambahan = describe_further(data, roles, answers, list(blanks))
    layanan, profil, ungrouped = describe_groups(data, roles)
    described = describe_data(phases, roles, blanks=blanks)
    dates = propose_dates(data[roles.waktu] if roles.waktu else None, near=near)
    content = {
        "data": described.content | dates.content,
        "unsur": describe_unsur(data, roles, answers, list(blanks), importance.kolom),
        "jawaban_kepentingan": importance.jawaban,
        "layanan": layanan or propose_services(phases, roles),
        "profil": profil,
        "pertanyaan_tambahan": tambahan,
        "kepuasan_umum": _overall(tambahan),
    }
    content = {key: entry for key, entry in content.items() if entry}
    unanswered = without_answers(data, [name for names in roles.unsur.columns.values() for name in names])
    told = (*tell_phases(phases), *tell_left_out(phases.around, list(unanswered)), *importance.told)
    return Proposal(
        content=content,
        rows=len(data) - len(unanswered),
        recognised=(*name_roles(roles, ungrouped), *name_extra(phases)),
        days=dates.days,
        told=(*told, *described.told, *tell_ticks(roles)),
        files=tuple(dict.fromkeys(phase.place.path for phase in phases.phases)),
        asked=tuple(phases.phases[0].asked),
    )


def _overall(tambahan: Mapping[str, Marked]) -> Marked | None:
    """Propose the question that asks for satisfaction on the whole."""
    umum = [key for key, entry in tambahan.items() if OVERALL.search(entry.value["nama"].casefold())]
    return Marked(umum[0], (OVERALL_MARK,)) if umum else None


def _questions(roles: Roles) -> dict[str, list[str]]:
    """Name the columns of each unsur, and of each question outside the index under its heading."""
    return {**roles.unsur.columns, **{name: [name] for name in roles.tambahan}}


def _propose_answers(data: pd.DataFrame, roles: Roles, berkas: str) -> dict[str, AnswerProposal]:
    """Propose the answers of each question, or refuse an export that is no survey of this kind."""
    if len(roles.unsur.columns) < UNSUR_MIN:
        what = f"{TOO_FEW} (judul yang terbaca: {name_options(list(data.columns))})"
        raise DataError([Problem(berkas, what, TOO_FEW_ADVICE, saran=tell_unknown_answers(data, roles))])
    questions = _questions(roles)
    grades = find_grades(data[[name for names in questions.values() for name in names]])
    answers = {
        key: propose_answers(data[names], unsur=key if key in UNSUR else None, berkas=berkas, grades=grades)
        for key, names in questions.items()
    }
    problems = [problem for key in roles.unsur.columns for problem in answers[key].problems]
    if problems:
        unsur = data[[name for names in roles.unsur.columns.values() for name in names]]
        raise DataError([*join_refusals(problems, unsur), *missing_unsur(roles, berkas)])
    return mark_once(answers)
