"""All findings of a survey, made a second time (method, section 13)."""

from __future__ import annotations

from skmlib.recount.comment_findings import comment_findings
from skmlib.recount.date_findings import date_findings, order_findings
from skmlib.recount.figure_findings import figure_findings
from skmlib.recount.found import Found
from skmlib.recount.group_findings import group_findings
from skmlib.recount.period_findings import period_findings
from skmlib.recount.reading_findings import reading_findings
from skmlib.recount.respondents import Survey
from skmlib.recount.row_findings import row_findings
from skmlib.recount.word_findings import word_findings


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
        *own,
        *figure_findings(survey),
        *period_findings(survey),
        *date_findings(survey),
        *word_findings(survey),
    ]
