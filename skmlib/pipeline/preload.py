"""What the processes of jobs have ready before they begin: importing is most of what a report costs.

Modules are imported, and what is made once and never changes is made: schemas, templates, fonts. Then the collector of unused
objects is told to leave all of it alone: walking over it would copy the memory that the processes share. No thread is started
and no font stays open, since a process with threads cannot be forked and an open file is shared with its place.
"""

from __future__ import annotations

import gc
import importlib
import sys

MODULES = (
    *("IPython.core.application", "IPython.core.completer", "IPython.core.completerlib", "IPython.core.crashhandler"),
    *("IPython.core.interactiveshell", "IPython.core.logger", "IPython.core.magics", "IPython.core.oinspect"),
    *("IPython.utils.generics", "IPython.utils.wildcard", "bdb", "encodings.unicode_escape", "encodings.utf_8_sig"),
    *("krippendorff.krippendorff", "matplotlib.backends.backend_svg", "matplotlib.figure", "nbconvert", "papermill"),
    *("pandas", "pandas.core.methods.to_dict", "pandas.core.reshape.reshape", "scipy.stats", "typst"),
    *("skmlib.pipeline.engine", "skmlib.pipeline.execution", "skmlib.pipeline.exporters", "skmlib.pipeline.kinds"),
    *("skmlib.pipeline.report_jobs", "skmlib.report.figures", "skmlib.survey.recap_summary", "skmlib.survey.summary"),
)

PAGE_FORMS = ("laporan", "poster")


def prepare() -> None:
    """Import what reports need, and make what they share."""
    # Where JupyterLab is installed, jsonschema compiles a grammar of addresses, a third of all imports; nobody asks for it.
    sys.modules.setdefault("rfc3987_syntax", None)
    for name in MODULES:
        importlib.import_module(name)
    _import_public_names()
    _make_shared()
    gc.collect()
    gc.freeze()


def _import_public_names() -> None:
    """Import what notebooks call."""
    import skmlib

    for name in skmlib.__all__:
        getattr(skmlib, name)


def _make_shared() -> None:
    """Compile the schema of notebooks and the templates of pages, and find the fonts."""
    import nbformat
    from nbformat.v4 import new_notebook

    from skmlib.pipeline import exporters

    nbformat.validate(new_notebook())
    nbformat.validate(new_notebook(), relax_add_props=True)
    exporters.printable()
    exporters.pdf_fonts()
    exporters.web_fonts()
    for form in PAGE_FORMS:
        exporters.page_template(form)


prepare()
