"""The proposal for the parameters of an unknown export: what each column is taken for, and what a person must decide.

`read_proposal` looks at one file and gives the content of a parameter file, with marks where the file alone cannot say; what
was recognised is given as a table for the terminal. Answers on another scale than 1 to 4 are refused.
"""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from skmlib.parameters.models import Panjang
from skmlib.parameters.periods import near_of
from skmlib.parameters.proposal_text import Marked
from skmlib.problems import DataError, Problem, name_options
from skmlib.survey.answer_proposal import AnswerProposal, mark_once
from skmlib.survey.column_roles import Roles
from skmlib.survey.guess_answers import find_grades, propose_answers
from skmlib.survey.guess_blanks import find_blanks
from skmlib.survey.guess_columns import guess_roles
from skmlib.survey.guess_importance import propose_importance
from skmlib.survey.guess_long_form import find_long_form
from skmlib.survey.guess_rows import tell_left_out, without_answers, without_summaries
from skmlib.survey.guess_table import Place, read_place
from skmlib.survey.heading_words import OVERALL
from skmlib.survey.long_form import widen_table
from skmlib.survey.other_scales import join_refusals
from skmlib.survey.proposal_data import describe_data
from skmlib.survey.proposal_dates import Span, propose_dates
from skmlib.survey.proposal_groups import describe_groups
from skmlib.survey.proposal_questions import describe_further, describe_unsur
from skmlib.survey.proposal_told import missing_unsur, name_roles, tell_ticks, tell_unknown_answers
from skmlib.survey.regulation import UNSUR
from skmlib.survey.table_file import TableFile

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
    """

    content: dict[str, Any]
    rows: int
    recognised: tuple[tuple[str, str], ...]
    days: tuple[datetime.date, ...]
    told: tuple[str, ...]


def read_proposal(path: Path, *, berkas: str, periode: str | None = None) -> Proposal:
    """Look at an export and propose its parameters.

    Parameters
    ----------
    path : Path
        CSV or workbook.
    berkas : str
        Its name for messages.
    periode : str, optional
        Period of the report: near it the answers were given.

    Returns
    -------
    Proposal

    Raises
    ------
    DataError
        When the file cannot be read, holds no questions of an SKM, or asks on another scale.
    """
    place = read_place(path, berkas=berkas)
    cells = _frame(place.table)
    if without_summaries(cells).empty:
        raise DataError([Problem(berkas, NO_ROWS, TOO_FEW_ADVICE)])
    panjang = find_long_form(without_summaries(cells))
    table = widen_table(place.table, panjang) if panjang else place.table
    return propose(_frame(table), place=place, panjang=panjang, near=near_of(periode) if periode else None)


def propose(cells: pd.DataFrame, *, place: Place, panjang: Panjang | None, near: Span | None = None) -> Proposal:
    """Propose the parameters of cells that were read.

    Parameters
    ----------
    cells : DataFrame of str
        One row a respondent.
    place : Place
        Where they stand.
    panjang : Panjang or None
        The columns of the long form they come from.
    near : (date, date), optional
        When answers of the period are usually collected.

    Returns
    -------
    Proposal
    """
    data = without_summaries(cells)
    roles = guess_roles(data)
    importance = propose_importance(data, roles.kepentingan, roles.unsur)
    roles = roles.with_importance(importance.columns)
    answers = _propose_answers(data, roles, place.table.berkas)
    questions = _questions(roles)
    known = {name: answers[key].jawaban or {} for key, names in questions.items() for name in names}
    known |= {name: {} for name in importance.columns.values()}
    blanks = find_blanks(data[[*known]], known)
    tambahan = describe_further(data, roles, answers, list(blanks))
    layanan, profil, ungrouped = describe_groups(data, roles)
    described = describe_data(data, roles, place=place, panjang=panjang, blanks=blanks)
    dates = propose_dates(data[roles.waktu] if roles.waktu else None, near=near)
    umum = [key for key, entry in tambahan.items() if OVERALL.search(entry.value["nama"].casefold())]
    content = {
        "data": described.content | dates.content,
        "unsur": describe_unsur(data, roles, answers, list(blanks), importance.kolom),
        "jawaban_kepentingan": importance.jawaban,
        "layanan": layanan,
        "profil": profil,
        "pertanyaan_tambahan": tambahan,
        "kepuasan_umum": Marked(umum[0], (OVERALL_MARK,)) if umum else None,
    }
    content = {key: entry for key, entry in content.items() if entry}
    unanswered = without_answers(data, [name for names in roles.unsur.columns.values() for name in names])
    left_out = tell_left_out(cells.index.difference(data.index), unanswered)
    told = (*place.table.told, *left_out, *importance.told, *described.told, *tell_ticks(roles))
    return Proposal(content, len(data) - len(unanswered), name_roles(roles, ungrouped), dates.days, told)


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


def _frame(table: TableFile) -> pd.DataFrame:
    """Give the cells of a table, by the row a spreadsheet shows."""
    index = pd.Index(list(table.rows), dtype="int64", name="baris")
    return pd.DataFrame(list(table.rows.values()), columns=list(table.headings), index=index, dtype="str")
