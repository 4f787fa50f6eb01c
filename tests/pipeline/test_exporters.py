from __future__ import annotations

import dataclasses
import datetime
import io
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pypdf
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from skmlib.pipeline.exporters import SkmHtmlExporter, SkmPdfExporter
from skmlib.problems import DataError
from skmlib.report.blocks import (
    Block,
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
from skmlib.report.lettering import text_width

HOSTILE = '<script>alert(1)</script> #let x = $y$ ] \\ "akhir"'
COVER = Cover("Laporan SKM", "Uji", "Loket Satu", "Kota A", "2024", datetime.date(2024, 5, 8), tempat="Jakarta")
TABLE = Table("Hasil", (Column("Unsur"), Column("n", align="kanan")), (("Biaya", "12"),))
FIGURE = Figure("Batang", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"></svg>', "Batang naik.", width=90)


def cell(*blocks: Block, tags: tuple[str, ...] = ()) -> nbformat.NotebookNode:
    outputs = [new_output("display_data", data=block._repr_mimebundle_()) for block in blocks]
    return new_code_cell("rahasia()", outputs=outputs, metadata={"tags": list(tags)})


def notebook(*cells: nbformat.NotebookNode) -> nbformat.NotebookNode:
    start = [new_markdown_cell("# Judul notebook"), cell(COVER, tags=("setup",))]
    made = new_notebook(cells=[*start, new_markdown_cell("# BAB I Pendahuluan\n\n## 1.1 Latar belakang"), *cells])
    for place, one in enumerate(made.cells):
        one.id = f"sel-{place}"
    return made


def html(*cells: nbformat.NotebookNode) -> BeautifulSoup:
    return BeautifulSoup(SkmHtmlExporter().from_notebook_node(notebook(*cells))[0], "html.parser")


def pdf(*cells: nbformat.NotebookNode) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(SkmPdfExporter().from_notebook_node(notebook(*cells))[0]))


def words(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_page_says_its_language_title_and_landmarks():
    page = html(cell(TABLE))
    assert page.html["lang"] == "id"
    assert page.title.get_text() == "Laporan SKM · Loket Satu · 2024"
    assert [page.find(tag) is not None for tag in ("header", "nav", "main", "footer")] == [True] * 4
    assert page.find("a", class_="lompat")["href"] == "#isi"


def test_page_has_one_title_and_headings_without_gaps():
    levels = [int(tag.name[1]) for tag in html(cell(Text.heading("Biaya"))).find_all(re.compile(r"^h\d$"))]
    assert levels == [1, 2, 3, 4]


def test_page_asks_no_address_and_runs_no_script():
    page = html(cell(TABLE, FIGURE))
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert (
        policy
        == "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )
    addresses = [tag[name] for tag in page.find_all() for name in ("src", "href") if tag.has_attr(name)]
    assert all(address.startswith(("#", "data:")) for address in addresses)
    assert set(re.findall(r"url\(\"?([a-z#]+)", str(page.style))) == {"data"}
    assert page.find("script") is None


def test_contents_lead_to_every_heading():
    page = html(new_markdown_cell("## 1.2 Tujuan\n\n## 1.2 Tujuan"), cell(TABLE))
    links = [link["href"][1:] for link in page.find("nav").find_all("a")]
    assert links == ["bab-i-pendahuluan", "1-1-latar-belakang", "1-2-tujuan", "1-2-tujuan-2"]
    assert all(page.find(id=link) is not None for link in links)


def test_title_cell_and_code_are_not_shown():
    page = html(cell(TABLE))
    assert "Judul notebook" not in page.get_text()
    assert "rahasia" not in page.get_text()


def test_title_cell_is_the_title_where_there_is_no_cover():
    plain = new_notebook(cells=[new_markdown_cell("# Rekap"), cell(TABLE)])
    page = BeautifulSoup(SkmHtmlExporter().from_notebook_node(plain)[0], "html.parser")
    assert page.h1.get_text() == "Rekap"
    document = pypdf.PdfReader(io.BytesIO(SkmPdfExporter().from_notebook_node(plain)[0]))
    assert document.metadata.title == "Rekap"


def test_tables_and_figures_are_numbered_each_on_their_own():
    cells = (cell(TABLE, FIGURE), cell(TABLE))
    numbers = [tag.get_text() for tag in html(*cells).find_all(class_="nomor")]
    assert numbers == ["Tabel 1.", "Gambar 1.", "Tabel 2."]
    text = words(pdf(*cells))
    assert all(f"{number} {title}" in text for number, title in zip(numbers, ("Hasil", "Batang", "Hasil"), strict=True))


def test_output_that_is_no_block_is_shown_as_text():
    odd = new_code_cell(
        "x",
        outputs=[
            new_output("stream", name="stderr", text="\x1b[31mhati-hati <b>\x1b[0m\n"),
            new_output(
                "execute_result", data={"text/plain": "DataFrame polos", "text/html": "<table id='asing'></table>"}
            ),
            new_output("error", ename="KeyError", evalue="'U9'", traceback=[]),
            new_output("display_data", data={"image/png": "AAAA"}),
        ],
    )
    page = html(odd)
    shown = [tag.get_text() for tag in page.find_all("pre")]
    assert shown == [
        "hati-hati <b>",
        "DataFrame polos",
        "KeyError: 'U9'",
        "Keluaran berjenis image/png tidak dapat ditampilkan.",
    ]
    assert page.find(id="asing") is None
    text = words(pdf(odd))
    assert all(line in text for line in shown)


@pytest.mark.parametrize("exporter", [SkmHtmlExporter, SkmPdfExporter])
def test_notebook_that_was_not_run_is_refused(exporter: type):
    empty = new_notebook(cells=[new_markdown_cell("# Judul"), new_code_cell("x")])
    with pytest.raises(DataError) as caught:
        exporter().from_notebook_node(empty, {"metadata": {"name": "laporan"}})
    assert str(caught.value) == (
        "laporan.ipynb: 1 masalah.\n"
        "  tidak berisi keluaran, seharusnya sudah dijalankan. Jalankan dulu, misalnya dengan papermill."
    )


def test_hostile_text_is_shown_and_never_runs():
    cells = (new_markdown_cell(f"## {HOSTILE}\n\n{HOSTILE}"), cell(Text.plain(HOSTILE), Text.quotes(HOSTILE)))
    page = html(*cells)
    assert page.find("script") is None
    assert page.find("main").get_text().count(HOSTILE) == 4  # heading, paragraph, sentence, quotation
    seen = words(pdf(*cells)).count("<script>alert(1)</script> #let x = $y$ ] \\")
    assert seen == 4 + 1  # the same four, and the heading once more in the contents


def test_title_of_the_page_cannot_be_left():
    cover = Cover("</title><script>1</script>", "", "U", "I", "2024", datetime.date(2024, 5, 8))
    page, _ = SkmHtmlExporter().from_notebook_node(new_notebook(cells=[cell(cover)]))
    assert "<script" not in page


def test_pdf_carries_title_author_date_and_language():
    reader = pdf(cell(TABLE))
    assert (reader.metadata.title, reader.metadata.author) == ("Laporan SKM · Loket Satu · 2024", "Kota A")
    assert reader.metadata.creation_date.date() == datetime.date(2024, 5, 8)
    assert reader.trailer["/Root"]["/Lang"] == "id-ID"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_pdf_claims_ua_1_and_a_2a():
    metadata = pdf(cell(TABLE)).trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata


def test_pdf_has_bookmarks_header_and_page_numbers():
    reader = pdf(cell(TABLE))
    assert reader.outline[0].title == "BAB I Pendahuluan"
    pages = [page.extract_text() for page in reader.pages]
    # cover, contents with the list of tables (both are short), chapter
    assert len(pages) == 3
    assert "Halaman" not in pages[0]
    assert "Halaman 3 dari 3" in pages[2]
    assert "Loket Satu" in pages[2].splitlines()[0]
    assert "Daftar Isi" in pages[1]
    assert "Daftar Tabel" in pages[1]


@pytest.mark.parametrize("more", [0, 2, 4, 5, 15])
def test_title_and_unit_stand_above_each_page_in_one_line_cut_only_where_too_long(more):
    unit = f"Loket Pelayanan Perizinan{' dan Adu' * more}"
    long = dataclasses.replace(COVER, unit=unit)
    made = new_notebook(
        cells=[new_markdown_cell("# Judul"), cell(long), new_markdown_cell("# BAB I Pendahuluan"), cell(TABLE)]
    )
    last = pypdf.PdfReader(io.BytesIO(SkmPdfExporter().from_notebook_node(made)[0])).pages[-1]
    heading = " ".join(last.extract_text().split("BAB I")[0].split())
    is_whole = text_width(unit, 8.6) < 180
    assert heading.startswith("Laporan SKM")
    assert (unit in heading) == is_whole
    assert ("…" in heading) != is_whole


@pytest.mark.parametrize("unit", ["Loket " + "\u200b" * 30, "Loket A" + "\xad" * 6, "Loket " + "很" * 12])
def test_unit_with_letters_shown_as_signs_is_cut_above_each_page(unit):
    long = dataclasses.replace(COVER, unit=unit)
    made = new_notebook(cells=[new_markdown_cell("# Judul"), cell(long), new_markdown_cell("# BAB I Isi"), cell(TABLE)])
    last = pypdf.PdfReader(io.BytesIO(SkmPdfExporter().from_notebook_node(made)[0])).pages[-1]
    assert "…" in last.extract_text().split("BAB I")[0]


def test_table_header_is_repeated_on_each_page():
    rows = tuple((str(number), "4", "3") for number in range(1, 301))
    long = Table("Data", (Column("Nomor", align="kanan"), Column("Kolom kesatu"), Column("Kolom kedua")), rows)
    pages = [page.extract_text() for page in pdf(cell(long)).pages][2:]
    assert len(pages) > 3
    assert all("Kolom kesatu" in page for page in pages)
    shown = [line.split()[0] for page in pages for line in page.splitlines() if re.fullmatch(r"\d+ 4 3", line.strip())]
    assert shown == [str(number) for number in range(1, 301)]


def test_heading_that_skips_a_level_still_makes_a_pdf():
    assert "Loncat" in words(pdf(cell(Text.heading("Loncat", level=5), Text.heading("Turun", level=2))))


def test_long_unbreakable_word_stays_on_the_page():
    word = "a1" * 120
    reader = pdf(
        cell(Table("Sidik", (Column("Berkas"), Column("Nilai")), (("responden.csv", word),)), Text.plain(word))
    )
    assert words(reader).replace(" ", "").count(word) == 2
    right = 595.28 - 40  # width of A4 in points, less most of the margin
    edges: list[float] = []

    def visit(text: str, _cm: object, matrix: list[float], *_rest: object) -> None:
        edges.extend([matrix[4]] if "a1" in text else [])

    for page in reader.pages:
        page.extract_text(visitor_text=visit)
    assert max(edges) < right


def test_cell_longer_than_a_page_is_continued():
    text = " ".join(f"kata{number}" for number in range(3000))
    shown = words(pdf(cell(Table("Panjang", (Column("Isi"),), ((text,),)))))
    assert "kata2999" in shown


def test_characters_without_a_glyph_become_signs_and_are_counted():
    made = notebook(cell(Text.plain("bagus 👍👍 dan 字")))
    content, resources = SkmPdfExporter().from_notebook_node(made)
    assert resources["skm_signs"] == 3
    assert "bagus ‹U+1F44D›‹U+1F44D› dan ‹U+5B57›" in words(pypdf.PdfReader(io.BytesIO(content)))


def test_every_block_makes_both_documents():
    blocks = (
        KeyFigures(
            KeyFigure("Nilai IKM", "88,38", "rincian"),
            (KeyFigure("Responden", "260"),),
            mutu="A",
            kinerja="Sangat baik",
        ),
        KeyFigures(KeyFigure("Nilai IKM", "-")),
        Callout("peringatan", Text.markdown("**Awas**\n\n- satu")),
        Callout("baik", "Cukup."),
        Findings((FindingRow("Kosong", "Ada satu.", "1", berkas="a.csv"),)),
        Findings(()),
        Text.bullets("satu", "dua", numbered=True),
        Table("Grup", (Column("a"), Column("b", group="g"), Column("c", group="g")), (("", "1", "2"), ("x", "3", "4"))),
        Table("", (Column("a", align="kanan"), Column("b", align="kanan")), ()),
        Blocks([FIGURE, Signature("Jakarta, 8 Mei 2024", "Ketua")]),
    )
    text = words(pdf(cell(*blocks)))
    page = html(cell(*blocks)).get_text(" ")
    for expected in ("88,38", "Sangat baik", "Awas", "Kosong", "tidak menemukan", "Grup", "Ketua"):
        assert expected in text
        assert expected in page


@pytest.mark.parametrize("exporter", [SkmHtmlExporter, SkmPdfExporter])
def test_same_notebook_gives_same_bytes_in_any_folder(exporter: type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made = []
    for name in ("satu", "dua"):
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.chdir(folder)
        nbformat.write(notebook(cell(TABLE, FIGURE)), folder / "laporan.ipynb")
        made.append(exporter().from_filename(str(folder / "laporan.ipynb"))[0])
    assert made[0] == made[1]


def test_pdf_is_the_same_from_another_process(tmp_path: Path):
    nbformat.write(notebook(cell(TABLE, FIGURE)), tmp_path / "laporan.ipynb")
    code = (
        "import sys, skmlib.pipeline.exporters as e;"
        "sys.stdout.buffer.write(e.SkmPdfExporter().from_filename(sys.argv[1])[0])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "laporan.ipynb")], capture_output=True, check=True, timeout=120
    )
    assert run.stdout == SkmPdfExporter().from_filename(str(tmp_path / "laporan.ipynb"))[0]


def test_page_stays_under_two_megabytes():
    page, _ = SkmHtmlExporter().from_notebook_node(notebook(cell(TABLE)))
    assert len(page.encode()) < 200_000
