"""All data of one report: read, checked, and with what there is to tell about it.

`read_survey` is where a report begins, in the notebook and on the command line alike. It reads the parameters, the
responses, the comments, the actions, the analyst's words and the answers of the previous period, raises once with all
problems of all files, and keeps the hash of every file, so that the report can say where its figures come from.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pandas as pd

from skmlib.parameters import Parameters, find_project, load_parameters
from skmlib.problems import DataError, Finding, Problem
from skmlib.survey.annotated_comments import read_annotated
from skmlib.survey.date_findings import find_in_dates
from skmlib.survey.handed_over import take_over
from skmlib.survey.headline import Strata, headline_strata
from skmlib.survey.input_files import (
    find_strays,
    read_logo,
    read_plan,
    read_words,
    source_names,
)
from skmlib.survey.local_findings import keep_local
from skmlib.survey.parts import Part, combine_parts, join_findings, read_parts, rest_of
from skmlib.survey.photos import read_photos
from skmlib.survey.previous import PreviousPeriod, read_previous
from skmlib.survey.provenance import Provenance, read_provenance
from skmlib.survey.published_plan import read_published_plan
from skmlib.survey.response_findings import find_in_responses
from skmlib.survey.responses import Responses
from skmlib.survey.rtl_checks import ACTIONS_FILE
from skmlib.survey.survey_findings import find_in_survey
from skmlib.survey.tally import Tally

Value = TypeVar("Value")


@dataclasses.dataclass(frozen=True)
class Survey:
    """The checked data of one report.

    Attributes
    ----------
    parameters : Parameters
        What the report was told.
    responses : Responses
        Valid and excluded rows.
    tally : Tally
        Counts of the valid rows.
    strata : mapping
        What the unit's index is the mean of: the whole unit, or each service (`nilai_utama`).
    parts : tuple of Part
        The files of the responses, one or more.
    previous : PreviousPeriod or None
        Answers of the previous period, where the project has them.
    comments : DataFrame or None
        Masked and annotated comments, one row each; None without a file of comments.
    annotations : DataFrame or None
        What each annotator said of each comment; None without a file of comments.
    actions : DataFrame or None
        Follow-up actions of this and the previous period; None without a file of actions.
    photos : dict
        The pictures of the actions, by the names of their files.
    narasi : dict
        The analyst's words in Markdown, by section.
    findings : tuple of Finding
        What is told about the data; some of it to the analyst alone.
    logo : bytes or None
        The agency's logo.
    provenance : Provenance
        Files, code and packages that the report is made from.
    """

    parameters: Parameters
    responses: Responses
    tally: Tally
    strata: Strata
    parts: tuple[Part, ...]
    previous: PreviousPeriod | None
    comments: pd.DataFrame | None
    annotations: pd.DataFrame | None
    actions: pd.DataFrame | None
    photos: dict[str, bytes]
    narasi: dict[str, str]
    findings: tuple[Finding, ...]
    logo: bytes | None
    provenance: Provenance

    @property
    def published_findings(self) -> tuple[Finding, ...]:
        """The findings that its report tells."""
        return tuple(finding for finding in self.findings if not finding.is_local)


def read_survey(unit: str, periode: str, *, root: Path | None = None) -> Survey:
    """Read and check all data of one report.

    Parameters
    ----------
    unit, periode : str
        Identity of the report, such as `"kasn"` and `"2024"`.
    root : Path, optional
        The project folder; found from the working directory when not given.

    Returns
    -------
    Survey
        With its findings.

    Raises
    ------
    DataError
        With every problem of every file.
    """
    root = root or find_project(Path.cwd())
    if (handed := take_over(Survey, unit, periode, root=root)) is not None:
        return handed
    parameters = load_parameters(unit, periode, root=root)
    problems: list[Problem] = []
    parts = attempt(problems, lambda: read_parts(parameters))
    actions = attempt(problems, lambda: read_plan(parameters))
    planned = attempt(problems, lambda: read_published_plan(parameters))
    actions_file = f"{parameters.data_folder}/{ACTIONS_FILE}"
    photos = attempt(problems, lambda: read_photos(parameters, actions, berkas=actions_file))
    comments = attempt(problems, lambda: read_annotated(parameters, parts)) if parts else None
    narasi = attempt(problems, lambda: read_words(parameters))
    logo = attempt(problems, lambda: read_logo(parameters))
    tally = sum((part.tally for part in parts[1:]), start=parts[0].tally) if parts else None
    responses = combine_parts(parts, parameters) if parts else None
    strata = attempt(problems, lambda: headline_strata(parameters, responses.valid, tally)) if parts else None
    if problems or parts is None or comments is None or narasi is None:
        raise DataError(problems)
    told = [find_in_responses(part.responses, part.parameters, rest=rest_of(parts, part, parameters)) for part in parts]
    previous, compared = read_previous(parameters)
    plans = {"actions": actions, "planned": planned, "actions_file": actions_file}
    whole = find_in_survey(parameters, responses, tally, strata, **plans)
    dates = find_in_dates(parameters, actions=actions, actions_file=actions_file)
    return Survey(
        parameters=parameters,
        responses=responses,
        tally=tally,
        strata=strata,
        parts=parts,
        previous=previous,
        comments=comments[0],
        annotations=comments[1],
        actions=actions,
        photos=photos or {},
        narasi=narasi[0],
        findings=(
            *keep_local(join_findings(parts, told), parameters, responses.valid),
            *whole,
            *compared,
            *comments[2],
            *narasi[1],
            *dates,
            *find_strays(parameters),
        ),
        logo=logo,
        provenance=read_provenance(parameters, source_names(parameters), surveys=(unit,)),
    )


def attempt(problems: list[Problem], step: Callable[[], Value]) -> Value | None:
    """Run one step of reading; keep its problems and go on with the next file.

    Parameters
    ----------
    problems : list of Problem
        Grows by those of the step.
    step : callable
        Reads something.

    Returns
    -------
    object or None
        What the step gives; None when it has problems.
    """
    try:
        return step()
    except DataError as error:
        problems += error.all
        return None
