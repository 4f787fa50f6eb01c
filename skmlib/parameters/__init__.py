"""What a report is told: parameter files as frozen, checked models.

`values.py` says which values may be written, `models.py` which keys, `checks.py` what must fit together, `yaml_file.py` reads
the text, `loading.py` puts them together, and `survey.py` is the parameters of a survey. `project.py` knows which reports
there are.
"""

from skmlib.parameters.agency import InstansiParameters
from skmlib.parameters.kinds import load_report
from skmlib.parameters.loading import ReportParameters
from skmlib.parameters.models import SurveiParameters
from skmlib.parameters.project import find_project, list_ignored, list_reports, read_kind
from skmlib.parameters.survey import Parameters, load_parameters

__all__ = [
    "InstansiParameters",
    "Parameters",
    "ReportParameters",
    "SurveiParameters",
    "find_project",
    "list_ignored",
    "list_reports",
    "load_parameters",
    "load_report",
    "read_kind",
]
