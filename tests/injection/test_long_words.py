"""Words of thousands of letters without a space: set within seconds and on the page; longer ones are told."""

import io
import time

import nbformat
import pytest
import typst
import xlsxwriter
from PIL import Image
from small_project import make_project

from skmlib.pipeline.document import read_document
from skmlib.pipeline.exporters import pdf_fonts, sign_unprintable, typst_source
from skmlib.pipeline.pages import TEMPLATES
from skmlib.problems import DataError
from skmlib.report.blocks import Blocks, Column, Table, Text
from skmlib.survey.dataset import read_survey
from skmlib.survey.narasi import read_narasi
from skmlib.survey.table_file import read_table

SECONDS = 60  # on a machine that is busy with other tests
RESOLUTION, EDGE = 36, 11  # points per inch, and 8 mm of it: nothing is printed nearer to the edge than that
LONG_TEXT = "paling panjang 30.000 huruf, ringkaskan, atau periksa tanda kutip di sel itu dan sebelumnya."
SHORT_NAMES = ("instansi", "unit", "tempat", "jabatan", "pejabat", "profil")


def pages_of(source: str) -> list[Image.Image]:
    compiler = typst.Compiler(sign_unprintable(source)[0].encode(), root=TEMPLATES, font_paths=pdf_fonts())
    pages = compiler.compile(format="png", ppi=RESOLUTION)
    return [Image.open(io.BytesIO(page)).convert("L") for page in (pages if isinstance(pages, list) else [pages])]


def printed_at_the_edge(page: Image.Image) -> bool:
    width, height = page.size
    strips = [
        (0, 0, EDGE, height),
        (width - EDGE, 0, width, height),
        (0, height - EDGE, width, height),
        (0, 0, width, EDGE),
    ]
    return any(page.crop(strip).getextrema()[0] < 200 for strip in strips)


@pytest.mark.parametrize("letters", ["kata", "=.", "M\u0301"])
@pytest.mark.parametrize("length", [31, 2_000, 30_000])
def test_a_long_word_is_set_within_seconds_and_stays_on_the_page(letters, length):
    word = (letters * length)[:length]
    row = (word[:2_000], "1", word[:2_000])
    columns = (Column("Nama"), Column("Jumlah", "kanan"), Column("Uraian"))
    made = Blocks(
        [Text.plain(word), Text.quotes(word), Text.bullets(f"satu {word} dua"), Table(word[:300], columns, (row, row))]
    )
    began = time.monotonic()
    date = "datetime(year: 2025, month: 7, day: 15)"
    head = f'#show: skm-laporan.with(judul: "J", unit: "{"U" * 300}", instansi: "{"I" * 300}", periode: "P", tanggal: {date}'
    lists = "perkiraan: (judul: 1, tabel: 1, gambar: 1))"
    pages = pages_of(f'#import "/laporan.typ": *\n{head}, {lists}\n#{made.typst()}')
    assert time.monotonic() - began < SECONDS
    assert [number for number, page in enumerate(pages) if printed_at_the_edge(page)] == []
    assert len(pages) > length // 4_000  # no line runs off the page


@pytest.mark.slow
def test_a_report_in_which_every_text_is_as_long_as_it_may_be(tmp_path, root, command):
    def free(text: str) -> str:
        return (text.replace(" ", "") + "x" * 2_000)[: 299 if text in SHORT_NAMES else 1_990]

    def cell(text: str) -> str:
        long = text in ("komentar 0", "komentar 1", "komentar 2", "uraian")
        return (text.replace(" ", "") + "y" * 30_000)[: 29_990 if long else 700 if text.startswith("kolom") else 1_990]

    make_project(tmp_path, root, free=free, cell=cell, name=str, prose=lambda text: text + "w" * 5_000)
    began = time.monotonic()
    command(tmp_path, "build")
    assert time.monotonic() - began < SECONDS
    notebook = nbformat.read(tmp_path / "outputs/2025-S1/loket/laporan-skm.ipynb", as_version=4)
    pages = pages_of(typst_source(read_document(notebook)))
    assert [number for number, page in enumerate(pages) if number and printed_at_the_edge(page)] == []


def refusal(path, **options) -> str:
    with pytest.raises(DataError) as caught:
        read_table(path, berkas="a.csv", **options)
    return caught.value.all[0].sentence


@pytest.mark.parametrize("length", [30_001, 100_000, 1_000_000])
def test_a_longer_text_of_a_csv_is_told_with_row_and_column(tmp_path, length):
    (tmp_path / "a.csv").write_text(f"Syarat,Saran\n4,cepat\n3,{'a' * length}\n")
    found = f"{length:,}".replace(",", ".")
    assert refusal(tmp_path / "a.csv") == f"baris 3, kolom 'Saran': tertulis teks {found} huruf, {LONG_TEXT}"


def test_a_text_of_the_length_that_is_allowed_is_read(tmp_path):
    (tmp_path / "a.csv").write_text(f"Syarat,Saran\n4,{'a' * 30_000}\n")
    assert read_table(tmp_path / "a.csv", berkas="a.csv").rows == {2: ["4", "a" * 30_000]}


def test_a_quoted_text_over_many_lines_is_told_too(tmp_path):
    (tmp_path / "a.csv").write_text('Syarat,Saran\n4,"' + "kata kata\n" * 200_000 + '"\n')
    assert refusal(tmp_path / "a.csv") == f"baris 2, kolom 'Saran': tertulis teks 2.000.000 huruf, {LONG_TEXT}"


def test_a_longer_heading_is_told(tmp_path):
    (tmp_path / "a.csv").write_text(f"Syarat,{'a' * 40_000}\n4,cepat\n")
    assert refusal(tmp_path / "a.csv") == f"judul kolom ke-2 40.000 huruf, {LONG_TEXT}"


def test_a_longer_text_of_a_workbook_is_told(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet().write_column(0, 0, ["Saran", "a" * 32_000])
    assert refusal(tmp_path / "a.xlsx") == f"baris 2, kolom 'Saran': tertulis teks 32.000 huruf, {LONG_TEXT}"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [("nama: Loket Contoh", "nama: {}", "nama"), ("jabatan: Kepala Loket", "jabatan: {}", "pengesahan.jabatan")],
)
def test_a_name_longer_than_a_cover_holds_is_told(project, threes, old, new, key):
    project.write_responses(threes)
    project.change(old, new.format("a" * 301))
    with pytest.raises(DataError) as caught:
        read_survey("loket", "2025-S1", root=project.root)
    assert f"kunci {key!r}: tertulis teks 301 huruf, paling panjang 300 huruf, ringkaskan." in str(caught.value)


def test_a_word_of_the_analyst_is_told_with_its_line(tmp_path):
    path = tmp_path / "narasi.md"
    path.write_text(f"## Metode\n\nkata {'a' * 30_001} kata\n")
    with pytest.raises(DataError) as caught:
        read_narasi(path)
    assert caught.value.all[0].sentence == (
        "baris 3: tertulis kata 30.001 huruf, paling panjang 30.000 huruf, beri spasi atau hapus."
    )
