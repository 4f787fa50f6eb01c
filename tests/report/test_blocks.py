from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from matplotlib.figure import Figure as Drawing

from skmlib.report.blocks import (
    META_MIME,
    TYPST_MIME,
    Blocks,
    Callout,
    Column,
    Cover,
    Figure,
    FindingRow,
    Findings,
    KeyFigure,
    KeyFigures,
    Signature,
    Table,
    Text,
)

HOSTILE = '<script>alert(1)</script> #let $x$ ] \\ "'
TABLE = Table(
    "Nilai",
    (
        Column("Unsur"),
        Column("n", align="kanan"),
        Column("Bawah", align="kanan", group="Selang"),
        Column("Atas", group="Selang"),
    ),
    (("Biaya", "260", "3,60", "3,70"), ("Jumlah", "260", "3,50", "3,58")),
    strong_rows=(1,),
    notes=("Catatan.",),
    source="responden.csv",
)
COVER = Cover("Laporan SKM", "", "Loket", "Kota A", "2024", datetime.date(2024, 5, 8), tempat="Jakarta")


def drawing() -> Drawing:
    figure = Drawing(figsize=(3, 2))
    axes = figure.subplots()
    axes.bar(["Loket <A> & B", "C"], [3, 4])
    axes.set_clip_on(True)
    return figure


def soup(block: object) -> BeautifulSoup:
    return BeautifulSoup(block._repr_mimebundle_()["text/html"], "html.parser")


ALL_BLOCKS = [
    Table(HOSTILE, (Column(HOSTILE, group=HOSTILE),), ((HOSTILE,),), notes=(HOSTILE,), source=HOSTILE),
    Figure(HOSTILE, '<svg viewBox="0 0 4 3"></svg>', HOSTILE, source=HOSTILE, notes=(HOSTILE,)),
    Text.plain(HOSTILE),
    Text.markdown(HOSTILE),
    Text.bullets(HOSTILE),
    Text.quotes(HOSTILE),
    Text.heading(HOSTILE),
    Callout("catatan", HOSTILE, title=HOSTILE),
    KeyFigures(
        KeyFigure(HOSTILE, HOSTILE, HOSTILE), (KeyFigure(HOSTILE, HOSTILE, HOSTILE),), mutu=HOSTILE, kinerja=HOSTILE
    ),
    Findings((FindingRow(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),)),
    Cover(HOSTILE, HOSTILE, HOSTILE, HOSTILE + "2", HOSTILE, datetime.date(2024, 5, 8), tempat=HOSTILE),
    Signature(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
    Blocks([Text.plain(HOSTILE)]),
]


@pytest.mark.parametrize("block", ALL_BLOCKS, ids=lambda block: type(block).__name__)
def test_hostile_values_are_text_in_html(block: object):
    page = soup(block)
    assert page.find("script") is None
    words = page.get_text() + "".join(str(value) for tag in page.find_all() for value in tag.attrs.values())
    assert "<script>alert(1)</script>" in words


@pytest.mark.parametrize("block", ALL_BLOCKS, ids=lambda block: type(block).__name__)
def test_hostile_values_are_string_literals_in_typst(block: object):
    code = block._repr_mimebundle_()[TYPST_MIME]
    outside, inside, escaped = [], False, False
    for character in code:  # what remains outside of string literals must be our own code
        if not inside:
            outside.append(character)
        if character == '"' and not escaped:
            inside = not inside
        escaped = character == "\\" and not escaped
    assert not inside
    assert not set("#$<\\") & set("".join(outside))


def test_block_gives_three_forms():
    assert set(TABLE._repr_mimebundle_()) == {"text/html", TYPST_MIME, "text/plain"}


def test_table_headings_have_scopes():
    scopes = [(cell.get_text(), cell["scope"]) for cell in soup(TABLE).find_all("th")]
    assert scopes == [
        ("Unsur", "col"),
        ("n", "col"),
        ("Selang", "colgroup"),
        ("Bawah", "col"),
        ("Atas", "col"),
        ("Biaya", "row"),
        ("Jumlah", "row"),
    ]


def test_table_region_is_named_and_can_be_focused():
    region = soup(TABLE).find(class_="geser")
    assert (region["role"], region["tabindex"], region["aria-label"]) == ("region", "0", "Nilai")
    assert region.find("caption") is not None


def test_empty_cell_names_no_row():
    table = Table("Nilai", (Column("Unsur"), Column("n")), (("Biaya", "3"), ("", "4")))
    cells = [row.find(["th", "td"]) for row in soup(table).tbody.find_all("tr")]
    assert [(cell.name, cell.get("scope")) for cell in cells] == [("th", "row"), ("td", None)]


def test_group_heading_spans_its_columns():
    row = soup(TABLE).find("thead").find_all("tr")[0]
    spans = [(cell.get("colspan"), cell.get("rowspan")) for cell in row.find_all("th")]
    assert spans == [(None, "2"), (None, "2"), ("2", None)]


def test_table_shows_notes_and_source_below():
    lines = [line.get_text() for line in soup(TABLE).find_all("p")]
    assert lines == ["Catatan.", "Sumber: responden.csv"]


def test_sum_row_stands_out():
    assert soup(TABLE).find("tr", class_="tebal").find("th").get_text() == "Jumlah"


def test_row_that_does_not_fit_is_refused():
    message = "Table 'Nilai': row 0 has 1 cells for 2 columns; give one string per column"
    with pytest.raises(ValueError, match=f"^{message}$"):
        Table("Nilai", (Column("a"), Column("b")), (("1",),))


def test_unknown_alignment_is_refused():
    with pytest.raises(ValueError, match=r"^Column 'a': align is 'left', allowed are kiri, kanan, tengah$"):
        Column("a", align="left")


def test_table_without_title_has_no_caption():
    assert soup(Table("", (Column("a"),), (("1",),))).find("caption") is None


def test_figure_svg_scales_and_is_named():
    svg = soup(Figure.from_matplotlib(drawing(), "Nilai", "Batang C tertinggi, 4.")).find("svg")
    assert (svg["role"], svg["aria-label"]) == ("img", "Batang C tertinggi, 4.")
    # 3 x 2 inches are 216 x 144 points.
    assert svg["viewbox"] == "0 0 216 144"
    assert not svg.has_attr("width")


def test_frame_of_a_figure_is_named_and_can_be_focused():
    frame = soup(Figure("Batang", '<svg viewBox="0 0 4 3"></svg>', "Dua batang.")).find(class_="lukisan")
    assert (frame["role"], frame["tabindex"], frame["aria-label"]) == ("group", "0", "Batang")


def test_letters_of_a_drawing_stay_letters():
    svg = soup(Figure.from_matplotlib(drawing(), "Nilai", "Dua batang.")).find("svg")
    assert "Loket <A> & B" in [text.get_text(strip=True) for text in svg.find_all("text")]


def test_same_drawing_gives_same_bytes():
    first, second = (Figure.from_matplotlib(drawing(), "Nilai", "Dua batang.") for _ in range(2))
    assert first == second
    assert "<dc:date>" not in first.svg


def test_two_drawings_share_no_identifier():
    one = Figure.from_matplotlib(drawing(), "Nilai", "Dua batang.")
    other_drawing = drawing()
    other_drawing.axes[0].set_title("lain")
    two = Figure.from_matplotlib(other_drawing, "Nilai", "Dua batang.")
    ids = [{tag["id"] for tag in soup(figure).find_all(id=True)} for figure in (one, two)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_references_of_a_drawing_find_their_target():
    page = str(soup(Figure.from_matplotlib(drawing(), "Nilai", "Dua batang.")).find("svg"))
    root = ET.fromstring(page.replace("xlink:href", "href"))
    ids = {tag.get("id") for tag in root.iter() if tag.get("id")}
    targets = {tag.get("href")[1:] for tag in root.iter() if tag.get("href")}
    assert targets
    assert targets <= ids


def test_figure_without_alt_is_refused():
    with pytest.raises(ValueError, match=r"^Figure 'Nilai': alt is empty; say in a sentence what the picture shows$"):
        Figure("Nilai", "<svg></svg>", " ")


def test_figure_that_is_no_svg_is_refused():
    with pytest.raises(ValueError, match="svg holds no <svg> element"):
        Figure("Nilai", "<p>", "Dua batang.")


def test_computed_sentence_is_not_read_as_markdown():
    assert soup(Text.plain("*bintang* dan # pagar")).find("p").get_text() == "*bintang* dan # pagar"


def test_empty_sentence_makes_no_paragraph():
    assert soup(Text.plain("", "a")).find_all("p")[0].get_text() == "a"


@pytest.mark.parametrize(("kind", "word"), [("catatan", "Catatan"), ("peringatan", "Perhatian"), ("baik", "Terpenuhi")])
def test_callout_says_its_kind_in_a_word(kind: str, word: str):
    assert soup(Callout(kind, "Isi.")).find(class_="kata").get_text().endswith(word)


def test_callout_is_a_named_note_and_no_landmark():
    note = soup(Callout("catatan", "Isi.")).find(class_="kotak")
    assert (note.name, note["role"], note["aria-label"]) == ("div", "note", "Catatan")


def test_unknown_callout_is_refused():
    with pytest.raises(ValueError, match=r"^Callout: kind is 'info', allowed are 'catatan', 'peringatan', 'baik'$"):
        Callout("info", "Isi.")


def test_summary_without_index_shows_no_band():
    assert soup(KeyFigures(KeyFigure("Nilai IKM", "-"))).find(class_="mutu") is None


def test_no_findings_are_said_in_a_sentence():
    assert "tidak menemukan" in soup(Findings(())).get_text()


def test_cover_tells_the_exporters_about_the_document():
    assert COVER._repr_mimebundle_()[META_MIME] == {
        "judul": "Laporan SKM",
        "subjudul": "",
        "unit": "Loket",
        "instansi": "Kota A",
        "periode": "2024",
        "tanggal": "2024-05-08",
    }


def test_cover_writes_the_date_in_indonesian():
    assert "Jakarta, 8 Mei 2024" in soup(COVER).get_text()


def test_logo_stands_in_the_page_with_its_alt():
    cover = Cover("L", "", "U", "I", "2024", datetime.date(2024, 5, 8), logo="<svg/>", logo_alt="Lambang kota")
    image = soup(cover).find("img")
    # base64 of the six bytes "<svg/>"
    assert (image["src"], image["alt"]) == ("data:image/svg+xml;base64,PHN2Zy8+", "Lambang kota")


def test_logo_of_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="neither SVG nor PNG nor JPEG"):
        Cover("L", "", "U", "I", "2024", datetime.date(2024, 5, 8), logo=b"GIF89a", logo_alt="Lambang")


def test_missing_name_leaves_a_dotted_line():
    assert soup(Signature("Jakarta, 8 Mei 2024", "Ketua")).find(class_="nama").get_text().strip(".") == ""


def test_blocks_stand_in_their_order():
    assert soup(Blocks([Text.plain("a"), Text.plain("b")])).get_text("|") == "a|b"
