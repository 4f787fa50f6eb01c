"""`skm_docx`: the report as a Word document, for drafts that pass from hand to hand.

The same executed notebook as HTML and PDF; pandoc (the binary in the wheel `pypandoc-binary`, in its sandbox) writes the
document from `word_html`. Headings are Word's, with a contents field; tables are tables with header rows that repeat;
captions keep the numbers of the report. Its first line says that the PDF is the official form. Equal notebooks give equal
bytes.
"""

from __future__ import annotations

import datetime
import functools
import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from traitlets import default

from skmlib.pipeline.document import REPORT_FORM, Document
from skmlib.pipeline.exporters import SkmExporter, report_date
from skmlib.pipeline.pages import TEMPLATES
from skmlib.pipeline.word_html import word_html
from skmlib.problems import DataError, Problem
from skmlib.report import wording
from skmlib.report.markup import escape_html

DRAFT = "Naskah kerja. Bentuk resmi laporan ini adalah PDF."
DRAFT_STYLE = "Naskah"
LANGUAGE = "id-ID"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAGE = {"pgSz": {"w": 11906, "h": 16838}, "pgMar": {"top": 1247, "right": 1417, "bottom": 1247, "left": 1417}}
PAGE["pgMar"] |= {"header": 709, "footer": 709, "gutter": 0}
PANDOC_TIME = "1970-01-01T00:00:00Z"  # what the sandbox shows for the clock
ADDRESS = re.compile(rb' descr="data:[^"]*"')
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
TIME_LIMIT = 120  # seconds; a report takes about two

for _prefix, _address in (("w", W), ("r", R)):  # pandoc looks for what it takes from a reference document by prefix
    ElementTree.register_namespace(_prefix, _address)


class SkmDocxExporter(SkmExporter):
    """The report as a Word draft.

    Examples
    --------
    >>> SkmDocxExporter().file_extension
    '.docx'
    """

    export_from_notebook = "Naskah SKM (Word)"
    output_mimetype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".docx"

    def render(self, document: Document, resources: dict[str, Any]) -> bytes:
        """Lay out a document as a Word draft.

        Parameters
        ----------
        document : Document
            The report.
        resources : dict
            Of nbconvert.

        Returns
        -------
        bytes
            The draft.

        Raises
        ------
        DataError
            If the document is a poster, which has no Word form.
        """
        if document.form != REPORT_FORM:
            name = f"{resources['metadata']['name']}.ipynb"
            raise DataError([Problem(name, "adalah poster", "poster tidak memiliki bentuk Word; pakai PDF-nya")])
        return _finish(_convert(document), report_date(document))


def _convert(document: Document) -> bytes:
    """Let pandoc write the document; it may read nothing but the styles it is given."""
    with tempfile.TemporaryDirectory() as folder:
        target, styles = Path(folder) / "naskah.docx", Path(folder) / "gaya.docx"
        styles.write_bytes(reference_docx())
        options = ["--from=html", "--to=docx", "--standalone", "--sandbox", "--toc", "--toc-depth=2"]
        options += [f"--metadata=lang:{LANGUAGE}", "--metadata=toc-title:Daftar isi"]
        options += ["--shift-heading-level-by=-1", f"--reference-doc={styles}", f"--output={target}"]
        _pandoc([*options, "-"], given=_page(document))
        return target.read_bytes()


def _pandoc(options: list[str], *, given: str = "") -> bytes:
    """Run the pandoc of the wheel."""
    import pypandoc

    command = [pypandoc.get_pandoc_path(), *options]
    done = subprocess.run(command, input=given.encode(), capture_output=True, timeout=TIME_LIMIT, check=False)
    if done.returncode:
        raise RuntimeError(f"pandoc: ended with {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def _page(document: Document) -> str:
    """Write the page that pandoc reads: what stands on the cover as metadata, then all parts."""
    meta = document.meta
    authors = [name for name in (meta["unit"], meta["instansi"]) if name]
    written = wording.date(report_date(document)) if meta["tanggal"] else ""
    date = " · ".join(part for part in (meta["periode"], written) if part)
    named = {"subtitle": meta["subjudul"], "date": date}
    told = "".join(f'<meta name="{name}" content="{escape_html(value)}">' for name, value in named.items() if value)
    told += "".join(f'<meta name="author" content="{escape_html(name)}">' for name in authors)
    head = f"<head><title>{escape_html(meta['judul'])}</title>{told}</head>"
    return f'<!DOCTYPE html><html lang="{LANGUAGE}">{head}<body>{word_html(document)}</body></html>'


@functools.cache
def reference_docx() -> bytes:
    """Give pandoc's own reference document our styles and A4.

    Returns
    -------
    bytes
        A DOCX file.
    """
    base = _pandoc(["--print-default-data-file=reference.docx"])
    return _rewrite(base, {"word/styles.xml": _with_styles, "word/document.xml": _with_page})


def _with_styles(content: bytes) -> bytes:
    """Put our styles in the place of pandoc's."""
    styles, ours = ElementTree.fromstring(content), ElementTree.parse(TEMPLATES / "word_styles.xml").getroot()
    for style in ours:
        name = style.get(f"{{{W}}}styleId")
        for old in [old for old in styles if old.get(f"{{{W}}}styleId") == name]:
            styles.remove(old)
        styles.append(style)
    return ElementTree.tostring(styles, encoding="UTF-8", xml_declaration=True)


def _with_page(content: bytes) -> bytes:
    """Set paper and margins."""
    document = ElementTree.fromstring(content)
    section = document.find(f".//{{{W}}}sectPr")
    for name, sizes in PAGE.items():
        ElementTree.SubElement(section, f"{{{W}}}{name}", {f"{{{W}}}{key}": str(size) for key, size in sizes.items()})
    return ElementTree.tostring(document, encoding="UTF-8", xml_declaration=True)


def _finish(content: bytes, date: datetime.date) -> bytes:
    """Say on the first line that this is a draft; write date and language of the report into the properties."""
    line = f'<w:p><w:pPr><w:pStyle w:val="{DRAFT_STYLE}"/></w:pPr><w:r><w:t>{DRAFT}</w:t></w:r></w:p>'

    def begin(xml: bytes) -> bytes:
        # Pandoc describes a picture by its address too, which here is the whole picture again.
        return ADDRESS.sub(b"", xml).replace(b"<w:body>", f"<w:body>{line}".encode(), 1)

    def describe(xml: bytes) -> bytes:
        dated = xml.replace(PANDOC_TIME.encode(), f"{date.isoformat()}T00:00:00Z".encode())
        return dated.replace(b"<dc:language></dc:language>", f"<dc:language>{LANGUAGE}</dc:language>".encode())

    return _rewrite(content, {"word/document.xml": begin, "docProps/core.xml": describe})


def _rewrite(content: bytes, changes: Mapping[str, Any]) -> bytes:
    """Change some files of a DOCX, and write all with one time so that nothing tells when."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, changes.get(name, bytes)(data))
    return made.getvalue()
