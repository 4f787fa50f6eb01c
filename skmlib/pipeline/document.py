"""An executed notebook as a document: its chapters, its blocks, and what is known about the whole.

Markdown cells are the chapters (`# BAB I Pendahuluan`, `## 1.1 Latar belakang`); the first one is the title, which the
cover replaces. Code is never shown. Outputs that are blocks carry HTML and Typst of their own. Any other output (a
printed line, a warning, an error, a bare value) is shown as preformatted text: nothing is dropped in silence.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from nbconvert.filters import strip_ansi
from nbformat import NotebookNode

from skmlib.problems import DataError, Problem
from skmlib.report.block import HTML_MIME, META_MIME, PLAIN_MIME, TYPST_MIME
from skmlib.report.markup import Html, Typst, call, element, join_html, join_typst, slug
from skmlib.report.poster_block import POSTER_FORM
from skmlib.report.prose import Node, nodes_html, nodes_typst, parse_markdown

CHAPTER = re.compile(r"(?i:(BAB [IVXLC0-9]+|LAMPIRAN(?: (?:[IVXLC]+|[0-9]+|[A-Z]))?))[.:]? +(.+)")
NUMBER_MARK = re.compile(r"<!--nomor:(Tabel|Gambar)-->")
REPORT_FORM = "laporan"
STREAM_TITLES = {"stdout": "Keluaran program", "stderr": "Peringatan program"}


@dataclasses.dataclass(frozen=True)
class Heading:
    """A heading of the table of contents: its level (1 is a chapter), words and identifier."""

    level: int
    text: str
    id: str


@dataclasses.dataclass(frozen=True)
class Part:
    """A piece of the document in both forms, with the headings it holds."""

    html: Html
    typst: Typst
    headings: tuple[Heading, ...] = ()


@dataclasses.dataclass(frozen=True)
class Document:
    """A report, ready to be rendered.

    Parameters
    ----------
    meta : dict of str to str
        `judul`, `subjudul`, `unit`, `instansi`, `periode`, `tanggal` (ISO, or empty); `bentuk` for a poster.
    cover : Part or None
        The cover; None when the notebook shows none.
    parts : tuple of Part
        Chapters and blocks, in order.
    """

    meta: dict[str, str]
    cover: Part | None
    parts: tuple[Part, ...]

    @property
    def form(self) -> str:
        """Name of the templates that lay it out: `poster` for a single page, else `laporan`."""
        return POSTER_FORM if self.meta.get("bentuk") == POSTER_FORM else REPORT_FORM

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Headings of all chapters, in order."""
        return tuple(heading for part in self.parts for heading in part.headings)

    @property
    def html(self) -> Html:
        """All parts as HTML, with tables and figures numbered."""
        return number_captions(join_html(*(part.html for part in self.parts)))


def read_document(notebook: NotebookNode, *, name: str = "notebook") -> Document:
    """Take the report out of an executed notebook.

    Parameters
    ----------
    notebook : NotebookNode
        Executed notebook, nbformat 4.
    name : str
        What to call it in a message.

    Returns
    -------
    Document
        Its chapters and blocks.

    Raises
    ------
    DataError
        If no cell has an output: the notebook was not run.
    """
    if not any(cell.get("outputs") for cell in notebook.cells if cell.cell_type == "code"):
        run_first = "Jalankan dulu, misalnya dengan papermill."
        raise DataError([Problem(name, "tidak berisi keluaran", "seharusnya sudah dijalankan", saran=run_first)])
    meta = {"judul": "", "subjudul": "", "unit": "", "instansi": "", "periode": "", "tanggal": ""}
    cover, parts, used = None, [], {}
    for cell in _without_title(notebook.cells):
        if cell.cell_type == "markdown":
            parts.append(_prose(parse_markdown(cell.source), used))
        for output in cell.get("outputs", ()):
            part = _output(output)
            if META_MIME in output.get("data", {}):
                meta, cover = meta | output.data[META_MIME], part
            else:
                parts.append(part)
    return Document(meta if meta["judul"] else meta | {"judul": _title(notebook.cells)}, cover, tuple(parts))


def _title(cells: list[NotebookNode]) -> str:
    """Words of the first markdown cell."""
    nodes = [node for cell in cells if cell.cell_type == "markdown" for node in parse_markdown(cell.source)]
    return nodes[0].words if nodes else "Laporan"


def _without_title(cells: list[NotebookNode]) -> Iterator[NotebookNode]:
    """All cells but the first markdown cell."""
    first = next((cell for cell in cells if cell.cell_type == "markdown"), None)
    return (cell for cell in cells if cell is not first)


def _prose(nodes: tuple[Node, ...], used: dict[str, int]) -> Part:
    """Write a markdown cell; `used` counts the identifiers given so far."""
    htmls, typsts, headings = [], [], []
    for node in nodes:
        if node.kind == "heading":
            base = slug(node.words)
            used[base] = used.get(base, 0) + 1
            heading = Heading(node.level, node.words, base if used[base] == 1 else f"{base}-{used[base]}")
            headings.append(heading)
            htmls.append(heading_html(heading))
        else:
            htmls.append(nodes_html((node,)))
        typsts.append(nodes_typst((node,)))
    return Part(join_html(*htmls), join_typst(*typsts), tuple(headings))


def heading_html(heading: Heading) -> Html:
    """Write a heading; the word and number of a chapter stand apart from its title.

    Examples
    --------
    >>> heading_html(Heading(1, "BAB I Pendahuluan", "bab-i"))
    '<h2 id="bab-i"><span class="bab">BAB I</span> Pendahuluan</h2>'
    """
    chapter = CHAPTER.fullmatch(heading.text) if heading.level == 1 else None
    words = (element("span", chapter[1], class_="bab"), f" {chapter[2]}") if chapter else (heading.text,)
    return element(f"h{min(heading.level + 1, 6)}", *words, id=heading.id)


def _output(output: NotebookNode) -> Part:
    """Take a block as it is, and show anything else as preformatted text."""
    data = output.get("data", {})
    if TYPST_MIME in data and HTML_MIME in data:
        return Part(Html(data[HTML_MIME]), Typst(data[TYPST_MIME]))
    if output.output_type == "stream":
        return preformatted(STREAM_TITLES.get(output.name, output.name), output.text)
    if output.output_type == "error":
        return preformatted("Galat program", f"{output.ename}: {output.evalue}")
    unknown = f"Keluaran berjenis {', '.join(data)} tidak dapat ditampilkan."
    return preformatted("Keluaran program", data.get(PLAIN_MIME, unknown))


def preformatted(title: str, text: str) -> Part:
    """Show text as it was printed.

    Examples
    --------
    >>> preformatted("Peringatan program", "<b>").html
    '<div class="keluaran"><p>Peringatan program</p><pre>&lt;b&gt;</pre></div>'
    """
    plain = strip_ansi(text).rstrip("\n")
    html = element("div", element("p", title), element("pre", plain), class_="keluaran")
    return Part(html, call("skm-keluaran", title, plain))


def number_captions(html: str) -> Html:
    """Give tables and figures their numbers, each kind on its own, in the order in which they stand.

    Examples
    --------
    >>> number_captions("Tabel<!--nomor:Tabel-->, Gambar<!--nomor:Gambar-->, Tabel<!--nomor:Tabel-->")
    'Tabel 1, Gambar 1, Tabel 2'
    """
    counts = {"Tabel": 0, "Gambar": 0}

    def next_number(match: re.Match[str]) -> str:
        counts[match[1]] += 1
        return f" {counts[match[1]]}"

    return Html(NUMBER_MARK.sub(next_number, html))
