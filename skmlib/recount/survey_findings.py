"""All findings of a survey, made a second time (method, section 13)."""

from __future__ import annotations

from skmlib.recount.figure_findings import figure_findings
from skmlib.recount.found import Found
from skmlib.recount.period_findings import period_findings
from skmlib.recount.respondents import Survey
from skmlib.recount.row_findings import row_findings


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
    own = [found for part in survey.periods for found in row_findings(part, survey)]
    return [*own, *figure_findings(survey), *period_findings(survey)]
