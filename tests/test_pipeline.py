"""Slow: the sample reports from data to HTML and PDF, twice, compared byte for byte, and their published figures."""

import filecmp
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.slow

UNITS = [("kasn", "2024"), ("sekadau", "2019-S1")]
JATINEGARA = ("jatinegara-kaum", "2024-S2")
SAME_BYTES = (
    *(f"{name}.{suffix}" for name in ("laporan-skm", "publikasi") for suffix in ("html", "pdf", "ipynb")),
    "olah-data.xlsx",
    "hasil.json",
    "manifest.json",
)


@pytest.fixture(scope="module")
def outputs(built) -> Path:
    folders = [built(unit, periode) for unit, periode in [*UNITS, JATINEGARA]]
    return folders[0].parents[1]


@pytest.fixture(scope="module")
def kasn_text(outputs) -> str:
    return pdf_text(outputs / "2024/kasn/laporan-skm.pdf")


def pdf_text(path: Path) -> str:
    """Read the text of a PDF with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


@pytest.mark.parametrize(
    "name", ["2024/kasn/laporan-skm", "2024/kasn/tindak-lanjut", "2024-S1/kemensos/rekap", "2023/biro-humas/kinerja"]
)
def test_tables_and_charts_name_their_data(built, name):
    periode, unit, laporan = name.split("/")
    page = BeautifulSoup((built(unit, periode) / f"{laporan}.html").read_text(encoding="utf-8"), "html.parser")
    nameless = {
        figure.select_one("caption, figcaption").get_text().split(". ", 1)[1]
        for figure in page.select("figure.tabel, figure.gambar")
        if not figure.select_one(".sumber")
    }
    # The regulation's own tables; the table of findings, in which each names its file; the annex that lists the files.
    assert nameless <= {
        *("Unsur pelayanan yang dinilai", "Kategori mutu pelayanan", "Temuan pemeriksaan data"),
        *("Berkas masukan", "Parameter yang menentukan angka", "Perangkat lunak"),
    }


def test_second_build_in_another_folder_has_the_same_bytes(outputs, tmp_path, build_in):
    for name in ("params", "data", "notebooks"):
        shutil.copytree(outputs.parent / name, tmp_path / "lain" / name)
    for unit, periode in UNITS:
        folder = build_in(unit, periode, root=tmp_path / "lain")
        first = outputs / periode / unit
        assert filecmp.cmpfiles(first, folder, SAME_BYTES, shallow=False) == (list(SAME_BYTES), [], [])
    others = [f"tindak-lanjut.{suffix}" for suffix in ("html", "pdf", "ipynb")]
    pair = outputs / "2024/kasn", tmp_path / "lain/outputs/2024/kasn"
    assert filecmp.cmpfiles(*pair, others, shallow=False) == (others, [], [])


def test_second_build_of_a_performance_report_has_the_same_bytes(built, tmp_path, build_in):
    first = built("biro-humas", "2023")
    for name in ("params", "data", "notebooks"):
        shutil.copytree(first.parents[2] / name, tmp_path / name)
    second = build_in("biro-humas", "2023", root=tmp_path)
    files = [*(f"kinerja.{suffix}" for suffix in ("html", "pdf", "ipynb")), "hasil.json", "manifest.json"]
    assert filecmp.cmpfiles(first, second, files, shallow=False) == (files, [], [])


def test_stock_commands_give_the_same_pages(outputs, tmp_path):
    root = outputs.parent
    papermill = [sys.executable, "-m", "papermill", "notebooks/laporan_skm.ipynb", str(tmp_path / "laporan-skm.ipynb")]
    subprocess.run(
        [*papermill, "-r", "unit", "kasn", "-r", "periode", "2024"], cwd=root, check=True, capture_output=True
    )
    for exporter, suffix in {"skm_html": ".html", "skm_pdf": ".pdf"}.items():
        convert = [sys.executable, "-m", "nbconvert", "--to", exporter, str(tmp_path / "laporan-skm.ipynb")]
        subprocess.run(convert, cwd=root, check=True, capture_output=True)
        ours = outputs / "2024/kasn" / f"laporan-skm{suffix}"
        assert (tmp_path / f"laporan-skm{suffix}").read_bytes() == ours.read_bytes(), suffix


def test_notebook_runs_in_its_own_folder_as_jupyterlab_runs_it(sample_project, tmp_path):
    convert = [sys.executable, "-m", "nbconvert", "--execute", "--to", "notebook", "--output-dir", str(tmp_path)]
    subprocess.run([*convert, "laporan_skm.ipynb"], cwd=sample_project / "notebooks", check=True, capture_output=True)
    executed = (tmp_path / "laporan_skm.ipynb").read_text(encoding="utf-8")
    assert "88,38" in executed
    assert '"output_type": "error"' not in executed


def test_papermill_with_p_turns_the_period_into_a_number_and_is_refused(sample_project, tmp_path):
    papermill = [sys.executable, "-m", "papermill", "notebooks/laporan_skm.ipynb", str(tmp_path / "x.ipynb")]
    command = [*papermill, "-p", "unit", "kasn", "-p", "periode", "2024"]
    done = subprocess.run(command, cwd=sample_project, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "periode: 2024 bukan teks; pada papermill tulis '-r periode 2024', bukan '-p'." in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        "Unit 260 3,54 3,535 88,38 A",
        "U4 Biaya/tarif dan U6 Kompetensi pelaksana (3,61)",
        "turun 2,24, dari 90,62",
        "Tindak lanjut terlaksana 70%",
        "8 Mei 2024",
    ],
)
def test_kasn_report_says(kasn_text, words):
    assert words in kasn_text


@pytest.mark.parametrize(
    ("folder", "persen", "actions"),
    [
        # (3 done + 0.5 of one partly done) / 5 reported, as KASN published it
        (
            "2024/kasn",
            "70%",
            "Dari 5 kegiatan yang dilaporkan, 3 sudah dilaksanakan, 1 sebagian dilaksanakan, dan 1 belum",
        ),
        # three actions, all done
        ("2024-S2/jatinegara-kaum", "100%", "Dari 3 kegiatan yang dilaporkan, 3 sudah dilaksanakan"),
    ],
)
def test_follow_up_report_prints_the_published_percentage(outputs, folder, persen, actions):
    text = pdf_text(outputs / folder / "tindak-lanjut.pdf")
    assert f"Tindak lanjut terlaksana {persen}." in text
    assert actions in text


def test_follow_up_report_of_kasn_tells_plan_rule_and_what_does_not_match(outputs):
    text = pdf_text(outputs / "2024/kasn/tindak-lanjut.pdf")
    assert "Rencana tindak lanjut hasil survei Tahun 2023" in text
    assert "(sudah + 0,5 × sebagian) / kegiatan yang dilaporkan" in text
    assert "Fokus penyelesaian P3D KASN" in text
    assert "Ketua Komisi Aparatur Sipil Negara" in text


@pytest.mark.parametrize(
    ("folder", "ikm", "responden"),
    [("2024/kasn", "88,38", "260"), ("2019-S1/sekadau", "78,74", "49"), ("2024-S2/jatinegara-kaum", "98,70", "1.000")],
)
def test_poster_is_one_page_with_the_index(outputs, folder, ikm, responden):
    reader = pypdf.PdfReader(outputs / folder / "publikasi.pdf")
    assert len(reader.pages) == 1
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]  # A4 in points
    text = pdf_text(outputs / folder / "publikasi.pdf")
    assert ikm in text
    assert f"Responden {responden} orang" in text
    assert "Terima kasih atas penilaian Anda." in text


def test_sekadau_report_says_that_its_interval_crosses_a_limit(outputs):
    text = pdf_text(outputs / "2019-S1/sekadau/laporan-skm.pdf")
    assert "IKM 78,74" in text
    assert "76,26 sampai 81,23" in text
    assert "melintasi batas mutu 76,61" in text


def test_pdf_declares_its_standards_language_and_bookmarks(outputs):
    reader = pypdf.PdfReader(outputs / "2024/kasn/laporan-skm.pdf")
    metadata = reader.xmp_metadata.rdf_root.toxml()
    assert re.search(r"pdfaid:part[^\d]*2", metadata)
    assert re.search(r"pdfuaid:part[^\d]*1", metadata)
    assert reader.trailer["/Root"]["/Lang"].startswith("id")
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert any("Pendahuluan" in title for title in titles)


def test_pages_are_numbered_of_all(outputs):
    reader = pypdf.PdfReader(outputs / "2024/kasn/laporan-skm.pdf")
    last = len(reader.pages)
    assert f"Halaman {last} dari {last}" in reader.pages[-1].extract_text()


def test_processed_table_repeats_its_header_on_each_page(outputs):
    pages = [page.extract_text() for page in pypdf.PdfReader(outputs / "2024/kasn/laporan-skm.pdf").pages]
    answers = [text for text in pages if len(re.findall(r"^\d{1,3}(?: [1-4]){9}$", text, re.MULTILINE)) > 5]
    assert len(answers) > 3
    assert all("U1 U2 U3 U4 U5 U6 U7 U8 U9" in " ".join(text.split()) for text in answers)


def test_html_is_one_small_file_that_asks_no_address(outputs):
    pages = [path for unit, periode in UNITS for path in (outputs / periode / unit).glob("*.html")]
    assert len(pages) == 5  # three of kasn, two of sekadau
    for path in pages:
        page = path.read_text(encoding="utf-8")
        assert len(page.encode()) < 2_000_000
        assert not re.findall(r"(?:src|href|url\()\s*=?\s*[\"'(]?(?:https?:|//)", page)
        assert "<script" not in page
        assert '<html lang="id"' in page


def test_personal_data_in_comments_appears_in_no_output(outputs):
    private = (
        "Rahmawati",
        "Suryono",
        "0812-0000-0123",
        "kepegawaian.kab@example.org",
        "B 1234 XYZ",
        "9901014507850001",
    )
    for path in (outputs / "2024/kasn").iterdir():
        content = pdf_text(path) if path.suffix == ".pdf" else path.read_bytes().decode("utf-8", "ignore")
        assert not [word for word in private if word in content], path.name


def test_small_groups_have_no_score_in_hasil_json(outputs):
    groups = json.loads((outputs / "2024/kasn/hasil.json").read_text(encoding="utf-8"))["groups"]["usia"]["groups"]
    hidden = {row["kelompok"]: row["ikm"] for row in groups if row["disembunyikan"]}
    # 4 and 2 respondents are below 5; together they are 6, so no other group need be hidden.
    assert hidden == {"15-24": None, ">60": None}


def test_manifest_names_every_output_with_its_hash(outputs):
    folder = outputs / "2024/kasn"
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    others = {path.name for path in folder.iterdir()} - {"manifest.json", "build.json"}
    assert set(manifest["keluaran"]) == others
