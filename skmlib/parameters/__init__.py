"""What a report is told: parameter files as frozen, checked models.

`values.py` says which values may be written, `models.py` which keys, `checks.py` what must fit together, `yaml_file.py` reads
the text, `loading.py` puts them together, and `survey.py` is the parameters of a survey. `project.py` knows which reports
there are.
"""

from __future__ import annotations

import importlib
from typing import Any

_HOME = {
    "InstansiParameters": "agency",
    "Parameters": "survey",
    "ReportParameters": "loading",
    "SurveiParameters": "models",
    "find_project": "project",
    "list_ignored": "project",
    "list_reports": "project",
    "load_parameters": "survey",
    "load_report": "kinds",
    "read_kind": "project",
}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    """Load a name from the module that holds it."""
    if name not in _HOME:
        raise AttributeError(f"module 'skmlib.parameters' has no attribute {name!r}")
    return getattr(importlib.import_module(f"skmlib.parameters.{_HOME[name]}"), name)
