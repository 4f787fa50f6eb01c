"""All findings of a survey, made a second time (method, section 13)."""

from __future__ import annotations

from skmlib.recount.categories import PHASE
from skmlib.recount.comment_findings import comment_findings
from skmlib.recount.date_findings import date_findings, order_findings
from skmlib.recount.figure_findings import figure_findings
from skmlib.recount.found import Found
from skmlib.recount.group_findings import group_findings
from skmlib.recount.groups import hidden_groups, members_of
from skmlib.recount.period_findings import period_findings
from skmlib.recount.reading_findings import reading_findings
from skmlib.recount.respondents import Survey
from skmlib.recount.row_findings import row_findings
from skmlib.recount.word_findings import word_findings

# Of the answers in a file, which is a group where the files are.
OF_ANSWERS = {"jawaban_kosong", "dibaca_kosong", "baris_kembar", "jawaban_seragam", "ejaan_disamakan"}


def survey_findings(survey: Survey) -> list[Found]:
    """Find what is worth telling about a survey.

    Parameters
    ----------
    survey : Survey
        Of one period; what is told of the files of several stands with each of them.

    Returns
    -------
    list of Found
        Of one kind and file in the order of the report.
    """
    own = [
        found
        for part in survey.periods
        for found in (
            *reading_findings(part),
            *row_findings(part, survey),
            *group_findings(part),
            *order_findings(part),
            *comment_findings(part),
        )
    ]
    return [
        *_published(own, survey),
        *figure_findings(survey),
        *period_findings(survey),
        *date_findings(survey),
        *word_findings(survey),
    ]


def _published(own: list[Found], survey: Survey) -> list[Found]:
    """Leave out findings about answers where the files are groups and one of them is hidden; say so for each such variable."""
    phases = [name for name, variable in survey.variables.items() if variable.column == PHASE]
    told = [
        Found("temuan_setempat", f"params/{survey.periode}/{survey.unit}.yml", 1)
        for name in phases
        if hidden_groups(survey, members_of(survey, name), name)
    ]
    kept = [one for one in own if one.kind not in OF_ANSWERS and one.ikm_tanpa is None]
    return [*kept, *told] if told else own
