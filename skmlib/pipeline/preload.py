"""What the processes of jobs have ready before they begin: importing is most of what a report costs.

Modules are imported, and what is made once and never changes is made: schemas, templates, fonts. Then the collector of unused
objects is told to leave all of it alone: walking over it would copy the memory that the processes share. No thread is started
and no font stays open, since a process with threads cannot be forked and an open file is shared with its place.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import signal
import sys
from collections.abc import Iterator

MODULES = (
    *("IPython.core.application", "IPython.core.completer", "IPython.core.completerlib", "IPython.core.crashhandler"),
    *("IPython.core.interactiveshell", "IPython.core.logger", "IPython.core.magics", "IPython.core.oinspect"),
    *("IPython.utils.generics", "IPython.utils.wildcard"),
    *("babel.numbers", "bdb", "encodings.unicode_escape", "encodings.utf_8_sig"),
    *("krippendorff.krippendorff", "matplotlib.backends.backend_svg", "matplotlib.figure", "nbconvert", "papermill"),
    *("pandas", "pandas.core.methods.to_dict", "pandas.core.reshape.reshape", "scipy.special", "typst"),
    "skmlib.cli",  # each process imports the main module again
    *("skmlib.pipeline.engine", "skmlib.pipeline.execution", "skmlib.pipeline.exporters", "skmlib.pipeline.kinds"),
    *("skmlib.pipeline.performance_files", "skmlib.pipeline.recap_files", "skmlib.pipeline.worksheet"),
    *("skmlib.pipeline.report_jobs", "skmlib.report.figures", "skmlib.survey.recap_summary", "skmlib.survey.summary"),
)
PAGE_FORMS = ("laporan", "poster")
YOUNG_OBJECTS = 200_000


# It makes a parser for international addresses as it is imported, which takes longer than most reports. jsonschema imports it
# when it is there (JupyterLab brings it), and no schema of a notebook asks for such an address.
SLOW = "rfc3987_syntax"


def prepare() -> None:
    """Import what reports need, and make what they share."""
    gc.disable()
    with _missing(SLOW), _uninterrupted():
        for name in MODULES:
            importlib.import_module(name)
        _import_public_names()
        _make_shared()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, *gc.get_threshold()[1:])  # a job makes many objects, keeps most and ends soon
    gc.enable()


@contextlib.contextmanager
def _missing(name: str) -> Iterator[None]:
    """Let a module seem not to be installed."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None
    try:
        yield
    finally:
        del sys.modules[name]


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Leave an interrupt to the parent, which gets it from the same terminal; later Python's forkserver does so itself."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _import_public_names() -> None:
    """Import what notebooks call."""
    import skmlib

    for name in skmlib.__all__:
        getattr(skmlib, name)


def _make_shared() -> None:
    """Compile the schema of notebooks and the templates of pages, find the fonts, and hash what was loaded."""
    import nbformat
    from nbformat.v4 import new_notebook

    from skmlib.pipeline import exporters, pages
    from skmlib.report import lettering
    from skmlib.survey import provenance

    provenance.hash_loaded_library()
    provenance.read_versions()
    nbformat.validate(new_notebook())
    nbformat.validate(new_notebook(), relax_add_props=True)
    lettering.printable()
    exporters.pdf_fonts()
    pages.web_fonts()
    for form in PAGE_FORMS:
        pages.page_template(form)


prepare()
