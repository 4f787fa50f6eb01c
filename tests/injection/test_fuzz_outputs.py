"""Random texts in a workbook, in JSON and on a terminal, random drawings as a logo, and words without end in a report."""

import base64
import datetime
import io
import json
import random
import re
import zipfile
import zlib
from xml.etree import ElementTree

import pytest
import typst
from hostile_texts import FEW, MANY, TIMES, anything, unseen, words
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook
from PIL import Image
from rich.table import Table

from skmlib.cli_console import SafeConsole
from skmlib.pipeline.exporters import pdf_fonts
from skmlib.pipeline.json_text import spell_json
from skmlib.pipeline.pages import TEMPLATES
from skmlib.pipeline.plain_workbook import CELL_MAX, CUT, PlainWorkbook
from skmlib.problems import DataError, Problem
from skmlib.report.picture import image_typst
from skmlib.survey.logo import check_logo
from skmlib.survey.unseen import show_unseen

DAY = datetime.date(2025, 7, 15)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NUMBERS = "0 1 -1 9 1e9 1e39 1e309 NaN inf x 100% -5% 0.0000001 99999999999 9px 1em".split()
NAMES = (
    "x y width height r d points transform viewBox fill stroke-width style id href xlink:href clip-path mask filter offset "
    "font-size gradientTransform preserveAspectRatio marker-start stdDeviation onload onclick class rotate".split()
)
VALUES = [
    *NUMBERS,
    *(
        "M0 0h9",
        "M0 0L9 9z",
        "M",
        "0 0 9 9",
        "0 0 0 0",
        "0 0 1e9 1e-9",
        "url(#a)",
        "#a",
        "#b",
        "scale(0)",
        "scale(1e30)",
        "a",
    ),
    *(
        "fill:url(#a)",
        "url(//x.invalid)",
        "//x.invalid/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
    ),
]
TYPED = ("", "\u5b57 &amp; \u202e")
DRAWN = (
    "g path rect circle text tspan use linearGradient stop defs clipPath mask pattern filter feGaussianBlur feImage image "
    "symbol marker style title switch svg a textPath script foreignObject animate".split()
)


def workbook(texts: list[str]) -> bytes:
    content = io.BytesIO()
    with PlainWorkbook(content, title="".join(texts)[:200], created=DAY, in_memory=True) as book:
        sheet = book.add_worksheet("Data")
        for row, text in enumerate(texts):
            sheet.write_string(row, 0, text)
    return content.getvalue()


@FEW
@given(texts=st.lists(words, min_size=100, max_size=100))
@example(texts=["=1+1", "_x0041_", "\t=1", "'=1", "a\r\nb", "  a  ", "\x00", "\ufffe"])
def test_a_cell_of_a_workbook_holds_what_was_typed(texts):
    content = workbook(texts)
    cells = [row[0] for row in load_workbook(io.BytesIO(content))["Data"].iter_rows()]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.hyperlink for cell in cells if cell.hyperlink] == []
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        stored = ElementTree.fromstring(parts.read("xl/sharedStrings.xml"))
        items = ["".join(node.text or "" for node in item.iter(f"{MAIN}t")) for item in stored.iter(f"{MAIN}si")]
        places = [
            int(node.text) for node in ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml")).iter(f"{MAIN}v")
        ]
    read = [re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), items[place]) for place in places]
    assert read == [show_unseen(text) for text in texts]


def test_a_text_that_does_not_fit_into_a_cell_says_so():
    (cell,) = load_workbook(io.BytesIO(workbook(["\u200b" * 30_000])))["Data"]["A"]
    assert len(cell.value) == CELL_MAX
    assert cell.value.endswith(CUT)


@MANY
@given(text=anything)
def test_json_gives_back_what_was_typed_and_steers_no_terminal(text):
    spelled = spell_json({text: [text]}, indent=1)
    assert json.loads(spelled) == {text: [text]}
    assert unseen(spelled) == set()
    assert spelled.encode()


@MANY
@given(text=anything)
def test_a_terminal_shows_what_was_typed(text):
    console = SafeConsole()
    with console.capture() as heard:
        console.print(text, markup=False, soft_wrap=True)
    assert heard.get() == show_unseen(text).expandtabs(8) + "\n" or heard.get().split() == show_unseen(text).split()
    table = Table("Nama")
    table.add_row(console.render_str(text, markup=False))
    problem = DataError([Problem(text, text, text, 3, text, text)])
    with console.capture() as heard:
        console.print(table)
        console.print(str(problem), markup=False, soft_wrap=True)
    assert unseen(heard.get()) == set()


def drawing(chance: random.Random) -> bytes:
    """Put an SVG together by chance."""

    def element(depth: int) -> str:
        name = chance.choice(DRAWN)
        keys = chance.sample(NAMES, chance.randint(0, 4))
        written = "".join(f' {key}="{chance.choice(VALUES)}"' for key in keys)
        inside = [element(depth - 1) for _ in range(chance.randint(0, 3))] if depth else [chance.choice(TYPED)]
        return f"<{name}{written}>{''.join(inside)}</{name}>"

    size = {key: chance.choice(VALUES) for key in ("width", "viewBox") if chance.random() < 0.6}
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    sizes = "".join(f' {key}="{value}"' for key, value in size.items())
    return f"<svg {spaces}{sizes}>{''.join(element(2) for _ in range(chance.randint(0, 3)))}</svg>".encode()


def test_a_logo_that_is_accepted_can_be_drawn_and_runs_nothing():
    chance = random.Random(1 if TIMES == 1 else None)
    accepted, told = 0, set()
    for _ in range(500 * TIMES):
        picture = drawing(chance)
        try:
            check_logo(picture)
        except ValueError as error:
            told.add(error.args)
            continue
        accepted += 1
        for node in ElementTree.fromstring(picture).iter():
            assert node.tag.rpartition("}")[2] not in ("script", "foreignObject")
            for key, value in node.attrib.items():
                assert not key.startswith("on")
                assert not value.startswith("url(/")
                assert not key.endswith("href") or value.startswith("#"), picture
        code = f'#image({image_typst(picture)}, alt: "a", height: 50pt)'.encode()
        assert typst.Compiler(code, root=TEMPLATES, font_paths=pdf_fonts()).compile(
            format="pdf", pdf_standards=["a-2a"]
        )
    assert accepted > 20
    assert {len(said) for said in told} == {2}


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_cut_short_is_refused(kind):
    content = io.BytesIO()
    Image.effect_noise((200, 200), 90).save(content, kind)
    check_logo(content.getvalue())
    with pytest.raises(ValueError, match=r"gambar"):
        check_logo(content.getvalue()[: 300 if kind == "JPEG" else 5_000])


def test_a_damaged_picture_inside_a_drawing_is_refused():
    half = base64.b64encode(base64.b64decode("iVBORw0KGgo=") + zlib.compress(b"a")).decode()
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="data:image/png;base64,{half}"/></svg>'
    )
    with pytest.raises(ValueError, match=r"gambar"):
        check_logo(picture.encode())
