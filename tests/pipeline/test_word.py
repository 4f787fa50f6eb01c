"""The Word draft: read back from its XML, as Word reads it."""

import datetime
import io
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from skmlib.pipeline.word import SkmDocxExporter
from skmlib.problems import DataError
from skmlib.report.blocks import Callout, Column, Cover, Figure, KeyFigure, KeyFigures, Poster, Signature, Table, Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
HOSTILE = '<script>alert(1)</script> <w:p/> & "kutip" =HYPERLINK("x")'
COVER = Cover("Laporan SKM", "Indeks", "Loket Satu", "Kota A", "Tahun 2024", datetime.date(2024, 5, 8))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 40 20"><rect width="9" height="9"/></svg>'
COLUMNS = (Column("Unsur"), Column("A", align="kanan", group="NRR"), Column("B", align="kanan", group="NRR"))
TABLE = Table("Hasil", COLUMNS, (("U1\nbaris dua", "3,50", "3,60"), ("Unit", "3,54", "3,61")), source="responden.csv")
FIGURE = Figure("Batang", SVG, "Dua batang: 1 & 2.", notes=("Catatan gambar.",), width=200)


def cell(*blocks):
    outputs = [new_output("execute_result", data=block._repr_mimebundle_()) for block in blocks]
    return new_code_cell("rahasia()", outputs=outputs)


def notebook(*cells):
    start = [
        new_markdown_cell("# Judul notebook"),
        cell(COVER),
        new_markdown_cell("# BAB I Pendahuluan\n\n## 1.1 Latar"),
    ]
    made = new_notebook(cells=[*start, *cells])
    for place, one in enumerate(made.cells):
        one.id = f"sel-{place}"
    return made


class Word:
    """A DOCX, read back."""

    def __init__(self, *cells):
        self.content, _ = SkmDocxExporter().from_notebook_node(notebook(*cells))
        self.files = zipfile.ZipFile(io.BytesIO(self.content))
        self.body = ElementTree.fromstring(self.files.read("word/document.xml")).find(f"{W}body")

    def styled(self, style):
        """Words of all paragraphs of a style."""
        return [
            words(paragraph)
            for paragraph in self.body.iter(f"{W}p")
            if (mark := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and mark.get(f"{W}val") == style
        ]

    def tables(self):
        """Cells of every table, row by row."""
        return [
            [[words(c) for c in row.findall(f"{W}tc")] for row in t.findall(f"{W}tr")]
            for t in self.body.iter(f"{W}tbl")
        ]


def words(tag):
    letters = {f"{W}t": lambda part: part.text or "", f"{W}br": lambda part: "\n"}
    return "".join(letters[part.tag](part) for part in tag.iter() if part.tag in letters)


def test_first_line_says_that_the_pdf_is_the_official_form():
    first = Word(cell(TABLE)).body[0]
    assert words(first) == "Naskah kerja. Bentuk resmi laporan ini adalah PDF."


def test_cover_gives_title_unit_period_and_properties():
    word = Word(cell(TABLE))
    assert word.styled("Title") == ["Laporan SKM"]
    assert word.styled("Subtitle") == ["Indeks"]
    assert word.styled("Author") == ["Loket Satu", "Kota A"]
    assert word.styled("Date") == ["Tahun 2024 · 8 Mei 2024"]
    core = word.files.read("docProps/core.xml").decode()
    assert "<dc:title>Laporan SKM</dc:title>" in core
    assert "<dc:language>id-ID</dc:language>" in core
    assert core.count("2024-05-08T00:00:00Z") == 2


def test_headings_are_words_own_with_a_contents_field():
    word = Word(cell(Text.heading("Persyaratan")))
    assert [word.styled(f"Heading{level}") for level in (1, 2, 3)] == [
        ["BAB I Pendahuluan"],
        ["1.1 Latar"],
        ["Persyaratan"],
    ]
    assert word.styled("TOCHeading") == ["Daftar isi"]
    fields = [field.text for field in word.body.iter(f"{W}instrText")]
    assert [field.split()[0] for field in fields] == ["TOC"]


def test_table_has_caption_header_rows_alignment_and_line_breaks():
    word = Word(cell(TABLE))
    assert word.styled("TableCaption") == ["Tabel 1. Hasil"]
    (table,) = word.body.iter(f"{W}tbl")
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, True, False, False]
    assert [words(c) for c in rows[2].findall(f"{W}tc")] == ["U1\nbaris dua", "3,50", "3,60"]
    aligned = [c.find(f"{W}p/{W}pPr/{W}jc") for c in rows[3].findall(f"{W}tc")]
    assert [None if mark is None else mark.get(f"{W}val") for mark in aligned] == [None, "right", "right"]
    assert word.styled("Keterangan") == ["Sumber: responden.csv"]


def test_columns_are_as_wide_as_their_words_need():
    columns = (Column("No."), Column("Uraian"))
    long = Table("Lebar", columns, (("1", "kata " * 30),))
    (table,) = Word(cell(long)).body.iter(f"{W}tbl")
    narrow, wide = (int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol"))
    # "No." takes 3 characters and 3 for the margins. The cell's longest word has 4, and what is left of a line of 95,
    # 95 - 6 - 7 = 82, goes to the column whose cells are longer than their words.
    assert narrow / (narrow + wide) == pytest.approx(6 / 95, abs=0.005)


def test_figure_is_a_picture_with_alt_text_and_caption():
    word = Word(cell(FIGURE, FIGURE))
    assert word.styled("ImageCaption") == ["Gambar 1. Batang", "Gambar 2. Batang"]
    assert [picture.get("descr") for picture in word.body.iter(f"{DRAWING}docPr")] == ["Dua batang: 1 & 2."] * 2
    assert b"data:image" not in word.files.read("word/document.xml")
    media = [word.files.read(name) for name in word.files.namelist() if name.startswith("word/media/")]
    assert media
    assert all(data.startswith(b"\x89PNG") for data in media)
    # 200 points are 200 x 12700 English metric units.
    widths = [int(extent.get("cx")) for extent in word.body.iter(f"{DRAWING}extent")]
    assert widths == pytest.approx([2_540_000] * 2, rel=0.01)
    assert word.styled("Keterangan") == ["Catatan gambar."] * 2


def test_summary_becomes_a_table():
    panel = KeyFigures(
        KeyFigure("Nilai IKM", "88,38", "Selang"), (KeyFigure("Responden", "260"),), mutu="A", kinerja="Sangat baik"
    )
    assert Word(cell(panel)).tables() == [
        [
            ["Ringkasan", "Nilai", "Keterangan"],
            ["Nilai IKM", "88,38", "Selang"],
            ["Mutu pelayanan", "A", "Sangat baik"],
            ["Responden", "260", ""],
        ]
    ]


def test_note_and_signature_keep_their_words():
    word = Word(cell(Callout("peringatan", "Awas."), Signature("Jakarta, 8 Mei 2024", "Ketua", "Nama Pejabat")))
    assert word.styled("Kotak") == ["Perhatian", "Awas."]
    assert [line for line in word.styled("Pengesahan") if line.strip()] == [
        "Jakarta, 8 Mei 2024",
        "Ketua",
        "Nama Pejabat",
    ]


def test_page_is_a4_and_the_language_indonesian():
    word = Word(cell(TABLE))
    size = word.body.find(f"{W}sectPr/{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    styles = ElementTree.fromstring(word.files.read("word/styles.xml"))
    assert [lang.get(f"{W}val") for lang in styles.iter(f"{W}lang")] == ["id-ID"]


def test_hostile_text_stays_text():
    word = Word(
        new_markdown_cell(f"## {HOSTILE}"), cell(Text.plain(HOSTILE), Table(HOSTILE, (Column("a"),), ((HOSTILE,),)))
    )
    assert HOSTILE in word.styled("Heading2")
    assert word.tables()[0][1] == [HOSTILE]
    assert word.styled("TableCaption") == [f"Tabel 1. {HOSTILE}"]


def test_no_file_of_the_document_tells_when_it_was_made():
    word = Word(cell(TABLE))
    assert {entry.date_time for entry in word.files.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_equal_notebooks_give_equal_bytes_in_another_process(tmp_path):
    nbformat.write(notebook(cell(TABLE, FIGURE)), tmp_path / "laporan.ipynb")
    convert = [sys.executable, "-m", "nbconvert", "--to", "skm_docx", str(tmp_path / "laporan.ipynb")]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    ours, _ = SkmDocxExporter().from_filename(str(tmp_path / "laporan.ipynb"))
    assert (tmp_path / "laporan.docx").read_bytes() == ours


def test_poster_has_no_word_form():
    poster = Poster("IKM", "Loket", "", "2024", datetime.date(2024, 5, 8), "88,38", "A", "Sangat baik")
    made = new_notebook(cells=[cell(poster)])
    with pytest.raises(DataError) as caught:
        SkmDocxExporter().from_notebook_node(made, {"metadata": {"name": "publikasi"}})
    assert str(caught.value) == (
        "publikasi.ipynb: 1 masalah.\n  adalah poster, poster tidak memiliki bentuk Word; pakai PDF-nya."
    )
