"""What a report is told: parameter files as frozen, checked models.

`values.py` says which values may be written, `models.py` which keys, `checks.py` what must fit together, `yaml_file.py` reads
the text, and `loading.py` puts them together.
"""

from skmlib.parameters.loading import Parameters, find_project, list_ignored, list_reports, load_parameters
from skmlib.parameters.models import InstansiParameters, SurveiParameters

__all__ = [
    "InstansiParameters",
    "Parameters",
    "SurveiParameters",
    "find_project",
    "list_ignored",
    "list_reports",
    "load_parameters",
]
