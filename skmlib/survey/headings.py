"""Headings: which column of an export holds which question.

A column is known by its heading, never by its place: exports come in any order, and forms exchange the last two unsur. Two
spellings that differ in capitals or spaces are one heading. The parameters name the headings; one that the export does not
have is a problem that names the most similar heading nobody uses yet. The heading `(tahap)` stands in no file: it is the name
of the phase (`data: tahap`) that a row comes from, for surveys that keep each service or branch in a sheet or file of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.parameters.models import Kelompok, Pertanyaan
from skmlib.problems import Problem, fold, name_options, nearest
from skmlib.survey.export import Export

PART_LENGTH = 4
PHASE_HEADING = "(tahap)"


def questions_of(parameters: Parameters) -> dict[str, Pertanyaan]:
    """Name the questions on the scale from 1 to 4: the unsur in order, then those outside the index.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    dict
        Each question under its id.
    """
    survei = parameters.survei
    return {unsur: survei.unsur[unsur] for unsur in parameters.unsur} | dict(survei.pertanyaan_tambahan)


def groups_of(parameters: Parameters) -> dict[str, Kelompok]:
    """Name the columns that group respondents: the service, then the characteristics.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    dict
        Each column under its id; the service is `layanan`.
    """
    survei = parameters.survei
    return ({"layanan": survei.layanan} if survei.layanan else {}) | dict(survei.profil)


def births_of(parameters: Parameters) -> frozenset[str]:
    """Name the characteristics whose columns hold years or days of birth.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    frozenset of str
    """
    return frozenset(key for key, group in parameters.survei.profil.items() if group.kelahiran)


def columns_of(key: str, question: Pertanyaan) -> dict[str, str]:
    """Name the columns of one question: its own, or one for each sub-question.

    Parameters
    ----------
    key : str
        Id of the question.
    question : Pertanyaan
        As the parameters tell it.

    Returns
    -------
    dict of column to heading

    Examples
    --------
    >>> columns_of("waktu", Pertanyaan(kolom=["Tepat waktu", "Cepat"]))
    {'waktu.1': 'Tepat waktu', 'waktu.2': 'Cepat'}
    """
    if len(question.kolom) == 1:
        return {key: question.kolom[0]}
    return {f"{key}.{place}": heading for place, heading in enumerate(question.kolom, start=1)}


def answer_columns(parameters: Parameters) -> dict[str, str]:
    """Name the columns that hold the answers to the unsur, with their headings.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    dict of column to heading
    """
    survei = parameters.survei
    named = [columns_of(unsur, survei.unsur[unsur]) for unsur in parameters.unsur]
    return {column: heading for columns in named for column, heading in columns.items()}


def headings_of(parameters: Parameters) -> list[str]:
    """List the headings that the parameters name, each once.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    list of str
        Questions, groups, importance, time stamp, comment, respondent, marks of test entries.
    """
    survei, data = parameters.survei, parameters.survei.data
    named = [heading for question in questions_of(parameters).values() for heading in question.kolom]
    named += [group.kolom for group in groups_of(parameters).values()]
    named += [unsur.kolom_kepentingan for unsur in survei.unsur.values() if unsur.kolom_kepentingan]
    named += [heading for heading in (data.kolom_waktu, data.kolom_komentar, data.kolom_responden) if heading]
    return list(dict.fromkeys([*named, *(mark.kolom for mark in data.uji_coba)]))


def find_column(cells: pd.DataFrame, heading: str) -> pd.Series | None:
    """Find the column of a heading, however it is spelt in capitals and spaces.

    Parameters
    ----------
    cells : DataFrame
        Cells of an export.
    heading : str
        As the parameters name it.

    Returns
    -------
    Series or None
        The column; None when the export does not have it.

    Examples
    --------
    >>> find_column(pd.DataFrame({"SYARAT": ["4"]}), "Syarat ").tolist()
    ['4']
    """
    wanted = fold(heading)
    return next((cells[name] for name in cells.columns if fold(name) == wanted), None)


def with_phase(export: Export) -> pd.DataFrame:
    """Give the cells of an export with the column `(tahap)`, where it is a phase.

    Parameters
    ----------
    export : Export
        As read.

    Returns
    -------
    DataFrame
        Its cells, and beside them the name of the phase in every row.
    """
    return export.cells.assign(**{PHASE_HEADING: export.tahap}) if export.tahap else export.cells


def missing_headings(export: Export, parameters: Parameters) -> list[Problem]:
    """Say which headings that the parameters name the export does not have.

    Parameters
    ----------
    export : Export
        As read.
    parameters : Parameters
        Of the same report.

    Returns
    -------
    list of Problem
        Each with the most similar heading that is not used, or all that are not used.
    """
    named = headings_of(parameters)
    is_group = any(fold(group.kolom) == PHASE_HEADING for group in groups_of(parameters).values())
    phase = (PHASE_HEADING,) if export.tahap and is_group else ()
    headings = (*export.cells.columns, *export.unread, *phase)
    present, wanted = {fold(heading) for heading in headings}, {fold(heading) for heading in named}
    free = [heading for heading in dict.fromkeys(headings) if fold(heading) not in wanted]
    return [_missing_heading(heading, free, export.berkas) for heading in named if fold(heading) not in present]


def _missing_heading(heading: str, free: Sequence[str], berkas: str) -> Problem:
    """Say that a heading is missing, and which unused one is most like it."""
    if fold(heading) == PHASE_HEADING:
        what = "hanya dikenal pada 'layanan' dan 'profil', dan bila 'data: tahap' disebut"
        return Problem(berkas, what, "sebut tahapnya, atau tulis kolom lain", kolom=heading)
    near = nearest(heading, free) or next((name for name in free if _contains(name, heading)), None)
    if near is not None:
        return Problem(berkas, "tidak ada", kolom=heading, saran=f"Kolom yang mirip: {near!r}.")
    advice = "samakan judul kolom di berkas ini dengan 'kolom' pada parameter"
    unused = f"Kolom yang belum dipakai: {name_options(free)}." if free else "Semua kolom lain sudah dipakai."
    return Problem(berkas, "tidak ada", advice, kolom=heading, saran=unused)


def _contains(name: str, heading: str) -> bool:
    """Tell whether one of two headings is a part of the other, and long enough to mean something."""
    shorter, longer = sorted((fold(name), fold(heading)), key=len)
    return len(shorter) >= PART_LENGTH and shorter in longer


def unused_headings(export: Export, parameters: Parameters) -> tuple[str, ...]:
    """List the headings that were read and that no parameter names.

    Parameters
    ----------
    export : Export
        As read.
    parameters : Parameters
        Of the same report.

    Returns
    -------
    tuple of str
        In the order of the export.
    """
    named = {fold(heading) for heading in headings_of(parameters)}
    return tuple(heading for heading in export.cells.columns if fold(heading) not in named)
