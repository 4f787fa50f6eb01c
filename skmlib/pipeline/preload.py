"""What the processes of jobs have imported before they begin: importing is most of what a report costs."""

from __future__ import annotations

import importlib
import sys

MODULES = (
    *("IPython.core.interactiveshell", "matplotlib.backends.backend_svg", "matplotlib.figure", "nbconvert", "pandas"),
    *(
        "papermill",
        "scipy.stats",
        "typst",
        "skmlib.pipeline.engine",
        "skmlib.pipeline.exporters",
        "skmlib.report.figures",
    ),
    *("skmlib.survey.summary", "skmlib.survey.recap_summary"),
)

# Where JupyterLab is installed, jsonschema compiles a grammar of addresses, a quarter of all imports; no notebook asks for it.
sys.modules.setdefault("rfc3987_syntax", None)
for name in MODULES:
    importlib.import_module(name)
