"""The report's HTML made ready for pandoc: what a Word draft needs and a web page does not.

Frames, landmarks and scrolling regions go; charts become pictures with their alt texts, set by Typst in the report's own
typeface; the summary becomes a table; classes become the alignments and the named styles of `templates/word_styles.xml`.
"""

from __future__ import annotations

import base64
import datetime
import re
from html import unescape

import typst
from bs4 import BeautifulSoup, Tag

from skmlib.pipeline.document import Document
from skmlib.pipeline.exporters import pdf_fonts
from skmlib.report.figure_block import SCREEN_SCALE
from skmlib.report.markup import Html, call, element
from skmlib.report.picture import image_html

DRAWING = re.compile(r'<svg role="img" aria-label="([^"]*)"([^>]*)>(.*?)</svg>', re.DOTALL)
SVG_NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG_IMAGE = "data:image/svg+xml;base64,"
FRAME_WIDTH = re.compile(r"max-width:([\d.]+)pt")
TEXT_WIDTH = 160 / 25.4 * 72  # points between the margins
PIXELS_PER_INCH = 220
ALIGNMENTS = {"kanan": "right", "tengah": "center"}
STYLES = {".kotak": "Kotak", ".keterangan": "Keterangan", ".sumber": "Keterangan", ".pengesahan": "Pengesahan"}
LINE_CHARACTERS, LONGEST_CELL, CELL_MARGIN = 95, 45, 3  # characters: of a line of a table, of what a cell may ask for
SUMMARY_HEADINGS = ("Ringkasan", "Nilai", "Keterangan")


def word_html(document: Document) -> str:
    """Write the parts of a report as plain HTML for pandoc.

    Parameters
    ----------
    document : Document
        A report, no poster.

    Returns
    -------
    str
        Headings, paragraphs, lists, tables with captions, figures with pictures.
    """
    drawings = {match.group(): match for match in DRAWING.finditer(document.html)}
    pictures = dict(zip(drawings, render_svg([_whole_svg(match) for match in drawings.values()]), strict=True))
    html = DRAWING.sub(lambda match: _picture(pictures[match.group()], match[1]), document.html)
    soup = BeautifulSoup(html, "html.parser")
    _show_svg_images(soup)
    for panel in soup.select(".ringkasan"):
        panel.replace_with(_fragment(_summary_table(panel)))
    for cell in soup.select("th, td"):
        _align(cell, soup)
    for table in soup.select("table"):
        table.thead.insert_before(_fragment(_column_widths(table)))
    for figure in soup.select("figure"):
        _lay_out_figure(figure)
    for tag in soup.select(".tanda"):
        tag.decompose()
    for tag in soup.select(".kata"):
        tag.wrap(soup.new_tag("p"))
        tag.name = "strong"
    for space in soup.select(".ruang"):
        space.replace_with(_fragment(element("p", *[element("br")] * 3)))
    for selector, style in STYLES.items():
        for tag in soup.select(selector):
            tag.wrap(soup.new_tag("div", attrs={"data-custom-style": style}))
    return str(soup)


def render_svg(drawings: list[str]) -> list[bytes]:
    """Turn drawings into pictures in the report's own typeface.

    Parameters
    ----------
    drawings : list of str
        Whole SVG documents.

    Returns
    -------
    list of bytes
        PNG, in the same order.

    Examples
    --------
    >>> svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"></svg>'
    >>> [picture[1:4] for picture in render_svg([svg])]
    [b'PNG']
    """
    if not drawings:
        return []
    page = '#set page(width: auto, height: auto, margin: 0pt)\n#set text(font: "Source Sans 3")\n'
    images = [f"#{call('image', call('bytes', drawing), format='svg')}" for drawing in drawings]
    compiler = typst.Compiler((page + "\n#pagebreak()\n".join(images)).encode(), font_paths=pdf_fonts())
    stamp = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
    made = compiler.compile(format="png", ppi=PIXELS_PER_INCH, timestamp=stamp)
    return made if isinstance(made, list) else [made]


def _whole_svg(match: re.Match[str]) -> str:
    """Make a drawing that stood in a page a document of its own."""
    return f"<svg {SVG_NAMES}{match[2]}>{match[3]}</svg>"


def _picture(data: bytes, alt: str) -> Html:
    """Write a picture in the place of a drawing; its alt text stood in an attribute, escaped."""
    return image_html(data, alt=unescape(alt), class_="gambar-naskah")


def _show_svg_images(soup: BeautifulSoup) -> None:
    """Turn SVG pictures of the analyst into PNG, which every Word shows."""
    images = [image for image in soup.select("img") if image["src"].startswith(SVG_IMAGE)]
    drawings = [base64.b64decode(image["src"].removeprefix(SVG_IMAGE)).decode() for image in images]
    for image, data in zip(images, render_svg(drawings), strict=True):
        image["src"] = f"data:image/png;base64,{base64.b64encode(data).decode()}"


def _fragment(html: Html) -> Tag:
    """Parse one element."""
    return BeautifulSoup(html, "html.parser").contents[0].extract()


def _words(tag: Tag | None) -> str:
    """Give the words of an element, empty without one."""
    return "" if tag is None else " ".join(tag.get_text(" ").split())


def _summary_table(panel: Tag) -> Html:
    """Write the summary panel as a table: label, value, detail."""
    main, letter = panel.select_one(".utama"), panel.select_one(".mutu")
    rows = [(_words(main.dt), _words(main.dd), _words(main.select_one(".rincian")))]
    if letter is not None:
        mutu, label = _words(letter.b.extract()), _words(letter.span.extract())
        rows.append((label, mutu, _words(letter)))
    for item in panel.select(".lain > div"):
        rows.append((_words(item.dt), _words(item.select_one(".angka")), _words(item.select_one(".rincian"))))
    head = element("tr", *(element("th", heading, scope="col") for heading in SUMMARY_HEADINGS))
    body = [
        element("tr", element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:])) for row in rows
    ]
    return element("table", element("thead", head), element("tbody", *body))


def _align(cell: Tag, soup: BeautifulSoup) -> None:
    """Say a cell's alignment as pandoc reads it, and keep its line breaks."""
    for class_ in cell.get("class", ()):
        if class_ in ALIGNMENTS:
            cell["style"] = f"text-align: {ALIGNMENTS[class_]}"
    for text in [text for text in cell.find_all(string=True) if "\n" in text]:
        first, *others = text.split("\n")
        text.replace_with(first, *(part for line in others for part in (soup.new_tag("br"), line)))


def _column_widths(table: Tag) -> Html:
    """Share the width among the columns: room for the longest word of each, and what is left by the longest cells."""
    above, *below = table.thead.select("tr")
    lower = iter(below[0].select("th") if below else ())
    heads = [
        head
        for cell in above.select("th")
        for head in ([next(lower) for _ in range(int(cell["colspan"]))] if cell.get("colspan") else [cell])
    ]
    least = [max((len(word) for word in _words(head).split()), default=0) for head in heads]
    wanted = list(least)
    for row in table.tbody.select("tr"):
        for place, cell in enumerate(row.find_all(["th", "td"], recursive=False)):
            lines = cell.get_text("\n").split("\n")
            least[place] = max(least[place], *(len(word) for line in lines for word in (line.split() or [""])))
            wanted[place] = max(wanted[place], *map(len, lines))
    more = [max(0, min(line, LONGEST_CELL) - word) for line, word in zip(wanted, least, strict=True)]
    free = max(0, LINE_CHARACTERS - sum(least) - CELL_MARGIN * len(least))
    needs = [word + CELL_MARGIN + free * part / (sum(more) or 1) for word, part in zip(least, more, strict=True)]
    widths = [100 * need / sum(needs) for need in needs]
    return element("colgroup", *(element("col", style=f"width:{width:.2f}%") for width in widths))


def _lay_out_figure(figure: Tag) -> None:
    """Free a table of its frame; leave a figure its picture and caption, with the lines below behind it."""
    for line in reversed(figure.select(":scope > .keterangan, :scope > .sumber")):
        figure.insert_after(line.extract())
    for frame in figure.select(".geser, .lukisan"):
        width = FRAME_WIDTH.search(frame.get("style", ""))
        if width:
            frame.img["width"] = f"{min(float(width[1]) / SCREEN_SCALE, TEXT_WIDTH):.1f}pt"
        frame.unwrap()
    if figure.table is not None:
        figure.unwrap()
