"""Random texts in every block of a report: the HTML has no element more, and says what was typed; Typst reads the same text."""

import datetime
import json
import xml.etree.ElementTree as ET

import pytest
import typst
from hostile_texts import FEW, MANY, Markup, anything, spaced, unseen, words
from hypothesis import example, given
from hypothesis import strategies as st

from skmlib.pipeline.document import preformatted
from skmlib.pipeline.exporters import pdf_fonts, sign_unprintable
from skmlib.pipeline.pages import TEMPLATES, page_template
from skmlib.report.blocks import Callout, Column, Figure, FindingRow, Findings, KeyFigure, KeyFigures, Table, Text
from skmlib.report.cover import Cover, Signature
from skmlib.report.drawing import house_style, start_drawing, write
from skmlib.report.lettering import wrap_text
from skmlib.report.markup import element, typst_value
from skmlib.report.photo_block import Photo
from skmlib.report.poster_block import Poster, PosterBand, PosterGroups, PosterRow
from skmlib.report.prose import nodes_html, parse_markdown
from skmlib.survey.unseen import show_unseen

DAY = datetime.date(2025, 7, 15)
HARMLESS = "biasa saja"
JPEG = bytes.fromhex("ffd8ff")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"></svg>'
DRAWN = {"svg", "g", "path", "defs", "style", "text", "tspan", "metadata"}
PROSE = {"p", "strong", "em", "br", "ol", "ul", "li", "blockquote", "h2", "h3", "h4", "h5", "h6"}


def blocks(t: str) -> dict:
    """Make one block of each kind in which every text is the same."""
    return {
        "plain": Text.plain(t, t),
        "bullets": Text.bullets(t, t),
        "quotes": Text.quotes(t),
        "lead": Text.lead(t),
        "heading": Text.heading(t),
        "callout": Callout("catatan", t, t),
        "table": Table(t, (Column(t), Column(t, "kanan", group=t)), ((t, t), (t, t)), notes=(t,), source=t),
        "findings": Findings((FindingRow(t, t, t, t, t, t),), title=t, notes=(t,)),
        "figure": Figure(t, SVG, alt=t, source=t, notes=(t,)),
        "photo": Photo(t, JPEG, alt=t, source=t),
        "summary": KeyFigures(KeyFigure(t, t, t), (KeyFigure(t, t, t),), mutu=t, kinerja=t),
        "cover": Cover(t, t, t, f"{t} ", t, DAY, t, SVG, t),
        "signature": Signature(t, t, t, t),
        "poster": Poster(
            t, t, t, t, DAY, t, t, t, t, t, BANDS(t), (PosterGroups(t, (PosterRow(t, t, t, 0.5),), t),), t, t, SVG, t
        ),
        "output": preformatted(t, t),
    }


def BANDS(t: str) -> tuple[PosterBand, ...]:
    return (PosterBand(t, t, t, True), PosterBand(t, t, t, False))


def html_of(block) -> str:
    return block.html if isinstance(block.html, str) else block.html()


KINDS = tuple(blocks(HARMLESS))


@pytest.mark.parametrize("kind", KINDS)
@MANY
@given(text=words)
def test_a_block_has_the_elements_of_a_harmless_one_and_says_what_was_typed(kind, text):
    marked = f"\u27e6{text}\u27e7"  # so that a short text is not found in the block's own words
    html = html_of(blocks(marked)[kind])
    found, usual = Markup(html), Markup(html_of(blocks(HARMLESS)[kind]))
    assert (found.elements, found.others) == (usual.elements, usual.others)
    assert unseen(html) == set()
    if kind != "output":  # there what moves a cursor is taken away
        assert found.text.replace(show_unseen(marked), HARMLESS) == usual.text


@MANY
@given(text=anything)
def test_a_text_and_an_attribute_hold_what_was_typed(text):
    shown = show_unseen(text)
    found = Markup(element("p", text, title=text))
    assert (found.elements, found.text, found.values, found.others) == ([("p", "title")], shown, [shown], [])


@MANY
@given(text=anything)
def test_the_templates_hold_what_was_typed(text):
    template = page_template("perbandingan")
    meta = {"judul": text, "unit": "", "periode": ""}
    page = Markup(template.render(document={"meta": meta}, fonts=(), heading=text, summary=[text], isi=""))
    plain = Markup(
        template.render(document={"meta": meta | {"judul": "a"}}, fonts=(), heading="a", summary=["a"], isi="")
    )
    assert (page.elements, page.others) == (plain.elements, plain.others)
    assert page.text.count(show_unseen(text)) >= 3


@MANY
@given(source=anything)
@example("a\x0bb\x00c\u2028d")
def test_prose_has_the_elements_of_its_small_markdown_and_loses_no_letter(source):
    html = nodes_html(parse_markdown(source))
    found = Markup(html)
    assert {name for name, *_ in found.elements} <= PROSE
    assert {attribute for _, *attributes in found.elements for attribute in attributes} <= {"start"}
    assert found.others == []
    assert unseen(html) == set()
    typed, said = ([letter for letter in text if letter.isalpha()] for text in (show_unseen(source), found.text))
    assert said == typed


def source_of(*codes) -> bytes:
    text = "\n".join(f"#{code}" for code in codes)
    return f'#import "/laporan.typ": *\n#import "/poster.typ": skm-selembar\n{sign_unprintable(text)[0]}'.encode()


@FEW
@given(given_texts=st.lists(anything, min_size=60, max_size=60))
def test_typst_reads_the_text_that_was_typed(given_texts):
    known = [sign_unprintable(show_unseen(text))[0] for text in given_texts]
    marked = [f"[#metadata({typst_value(text)}) <t>]" for text in given_texts]
    compiler = typst.Compiler(source_of(*marked), root=TEMPLATES, font_paths=pdf_fonts())
    assert [found["value"] for found in json.loads(compiler.query("<t>"))] == known


@FEW
@given(given_texts=st.lists(words, min_size=8, max_size=8))
def test_typst_sets_every_block_whatever_it_says(given_texts):
    made = [
        block.typst if isinstance(block.typst, str) else block.typst()
        for text in given_texts
        for kind, block in blocks(text).items()
        if kind not in ("cover", "photo", "figure")
    ]
    prose = [Text.markdown(text).typst() for text in given_texts]
    compiler = typst.Compiler(source_of(*made, *prose), root=TEMPLATES, font_paths=pdf_fonts())
    assert compiler.compile(format="pdf").startswith(b"%PDF")


@MANY
@given(text=words)
@example('a id="a" href="#b" c')
def test_a_label_of_a_chart_is_a_text_of_the_drawing(text):
    label = wrap_text(text, 150, 9)
    drawing = start_drawing(72)
    with house_style():
        write(drawing, 0, 36, label)
        figure = Figure.from_matplotlib(drawing, "Judul", "Alt")
    tree = ET.fromstring(figure.svg)
    assert {node.tag.rpartition("}")[2] for node in tree.iter()} <= {
        "svg",
        "g",
        "path",
        "defs",
        "style",
        "text",
        "tspan",
        "metadata",
    }
    html = figure.html()
    found = Markup(html)
    assert found.others == ["nomor:Gambar"]
    assert "".join(spaced(text).split()) in "".join(found.text.split())
    assert unseen(html) == set()
