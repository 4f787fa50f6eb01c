"""Loading the parameters of a report whose kind only its own file tells."""

from __future__ import annotations

from pathlib import Path

from skmlib.parameters.loading import ReportParameters
from skmlib.parameters.performance import load_performance
from skmlib.parameters.project import PERFORMANCE, RECAP, SURVEY, read_kind
from skmlib.parameters.recap import load_recap
from skmlib.parameters.survey import load_parameters

LOADERS = {SURVEY: load_parameters, RECAP: load_recap, PERFORMANCE: load_performance}


def load_report(unit: str, periode: str, *, root: Path) -> ReportParameters:
    """Load and check the parameters of a report of any kind.

    Parameters
    ----------
    unit, periode : str
        Identity of the report.
    root : Path
        The project folder.

    Returns
    -------
    ReportParameters
        Of a survey, a recap or a performance report.

    Raises
    ------
    DataError
        When a file is missing, holds marks or does not fit its model; all problems of a file at once.
    """
    return LOADERS[read_kind(unit, periode, root=root)](unit, periode, root=root)
