"""What the processes of jobs have imported before they begin: importing is most of what a report costs."""

from __future__ import annotations

import importlib

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

for name in MODULES:
    importlib.import_module(name)
