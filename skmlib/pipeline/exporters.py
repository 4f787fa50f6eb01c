"""nbconvert exporters: an executed notebook becomes one HTML file or one PDF.

Registered by entry point, so that `jupyter nbconvert --to skm_pdf executed.ipynb` works with the stock tool. Both read
the notebook through `document` and lay it out with a template of `templates/`. Neither asks the network, the system's
fonts or the clock for anything: the same notebook gives the same bytes, in any folder.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from typing import Any

import typst
from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from traitlets import List, default

from skmlib.pipeline.document import REPORT_FORM, Document, read_document
from skmlib.pipeline.pages import FONTS, TEMPLATES, page_template, web_fonts
from skmlib.report.block import NUMBER_MARKS
from skmlib.report.lettering import BOLD, printable, text_width
from skmlib.report.markup import Typst, call
from skmlib.report.table_height import WIDER
from skmlib.survey.unseen import show_unseen, sign

PDF_STANDARDS = ["a-2a", "ua-1"]
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
LISTED_LEVELS = 2
HEADER_SIZE, HEADER_TITLE, HEADER_UNIT = 8.6, 155.0, 187.0  # points, as the template has them
NO_DATE = datetime.date(1970, 1, 1)


class SkmExporter(Exporter):
    """What the exporters share: the notebook is read into a `Document`, and runs only when nbconvert is told to."""

    default_preprocessors = List(["nbconvert.preprocessors.ExecutePreprocessor"])

    def read(self, nb: NotebookNode, resources: Mapping[str, Any] | None) -> tuple[Document, dict[str, Any]]:
        """Read a notebook, and give nbconvert's resources with it."""
        nb, resources = Exporter.from_notebook_node(self, nb, resources)
        name = resources["metadata"]["name"]
        return read_document(nb, name=f"{name}.ipynb"), resources

    def from_notebook_node(
        self, nb: NotebookNode, resources: Mapping[str, Any] | None = None, **kw: Any
    ) -> tuple[str | bytes, dict[str, Any]]:
        """Render an executed notebook.

        Parameters
        ----------
        nb : NotebookNode
            Executed notebook.
        resources : mapping, optional
            Resources of nbconvert.
        **kw
            Ignored, as nbconvert's own exporters do.

        Returns
        -------
        tuple of str or bytes and dict
            The report, and the resources.
        """
        document, resources = self.read(nb, resources)
        return self.render(document, resources), resources

    def render(self, document: Document, resources: dict[str, Any]) -> str | bytes:
        """Lay out a document that was read.

        Parameters
        ----------
        document : Document
            The report.
        resources : dict
            Of nbconvert.

        Returns
        -------
        str or bytes
            The report in this form.
        """
        raise NotImplementedError


class SkmHtmlExporter(SkmExporter):
    """The report as one HTML file that asks no address for anything.

    Examples
    --------
    >>> SkmHtmlExporter().file_extension
    '.html'
    """

    export_from_notebook = "Laporan SKM (HTML)"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def render(self, document: Document, resources: dict[str, Any]) -> str:
        """Lay out a document as a page."""
        return page_template(document.form).render(document=document, fonts=web_fonts())


class SkmPdfExporter(SkmExporter):
    """The report as a tagged PDF (PDF/UA-1 and PDF/A-2a), set by Typst.

    Examples
    --------
    >>> SkmPdfExporter().file_extension
    '.pdf'
    """

    export_from_notebook = "Laporan SKM (PDF)"
    output_mimetype = "application/pdf"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"

    def render(self, document: Document, resources: dict[str, Any]) -> bytes:
        """Lay out a document as a PDF; `skm_signs` in the resources counts the characters shown as signs."""
        source, resources["skm_signs"] = sign_unprintable(typst_source(document))
        compiler = typst.Compiler(source.encode(), root=TEMPLATES, font_paths=pdf_fonts())
        midnight = datetime.time(tzinfo=datetime.UTC)
        stamp = datetime.datetime.combine(report_date(document), midnight)
        return compiler.compile(format="pdf", pdf_standards=PDF_STANDARDS, timestamp=stamp)


def typst_source(document: Document) -> str:
    """Write the whole document as Typst, to be compiled beside the template of its form."""
    date = report_date(document)
    written = call("datetime", year=date.year, month=date.month, day=date.day)
    named = {name: document.meta[name] for name in ("judul", "unit", "instansi", "periode")}
    if document.form == REPORT_FORM:
        named |= {"perkiraan": _list_lengths(document), "muat": _fits_header(document)}
    cover = document.cover.typst if document.cover else None
    head = call(f"skm-{document.form}.with", **named, tanggal=written, sampul=cover)
    parts = "\n".join(f"#{part.typst}" for part in document.parts)
    return f'#import "/{document.form}.typ": *\n#show: {head}\n{parts}\n'


def _fits_header(document: Document) -> bool:
    """Tell whether title and unit surely fit above a page; the template measures those that may not."""
    shown = (show_unseen(document.meta[name]) for name in ("judul", "unit"))
    judul, unit = (WIDER * text_width(text, HEADER_SIZE, weight=BOLD) for text in shown)
    return judul <= HEADER_TITLE and unit <= HEADER_UNIT


def _list_lengths(document: Document) -> dict[str, int]:
    """Count what the lists in front of a report will name, nearly: headings within blocks are not counted."""
    captions = {
        kind.lower(): sum(part.html.count(mark) for part in document.parts) for kind, mark in NUMBER_MARKS.items()
    }
    return {"judul": sum(heading.level <= LISTED_LEVELS for heading in document.headings), **captions}


def sign_unprintable(source: str) -> tuple[Typst, int]:
    """Replace characters that the PDF's typeface lacks by signs, and count them.

    Names and keywords of Typst are ASCII, so what is replaced stands in string literals.

    Examples
    --------
    >>> sign_unprintable('"bagus 👍 ≥ 4"')
    ('"bagus ‹U+1F44D› ≥ 4"', 1)
    """
    known = printable()
    count = sum(ord(character) not in known for character in NOT_ASCII.findall(source))
    shown = NOT_ASCII.sub(lambda match: match.group() if ord(match.group()) in known else sign(match.group()), source)
    return Typst(shown), count


@functools.cache
def pdf_fonts() -> typst.Fonts:
    """Find the fonts that come with the project; those of the system are not asked."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])


def report_date(document: Document) -> datetime.date:
    """Give the date of a report.

    Parameters
    ----------
    document : Document
        The report.

    Returns
    -------
    date
        PDF/A asks for one, so a report whose cover gives none gets the day time began.
    """
    written = document.meta["tanggal"]
    return datetime.date.fromisoformat(written) if written else NO_DATE
