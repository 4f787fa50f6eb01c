"""Whole reports of a survey, a recap and a performance report in which every text tries to be something else."""

import io
import json
import re
import unicodedata
import zipfile
from pathlib import Path

import pypdf
import pytest
import yaml
from bs4 import BeautifulSoup, Comment
from corpus import MARKUP, SIGNALS, SURVEYS, spoiler
from openpyxl import load_workbook
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from skmlib.survey.unseen import show_unseen

pytestmark = pytest.mark.slow

PAGES = (
    "index.html",
    *(f"{survey}/{name}.html" for survey in SURVEYS for name in ("laporan-skm", "publikasi")),
    "2024/kasn/tindak-lanjut.html",
    "2023/biro-humas/kinerja.html",
    "2024-S1/kemensos-terbit/rekap.html",
)
REPORTS = tuple(name.removesuffix(".html") for name in PAGES[1:])
DRAFTS = tuple(name for name in REPORTS if not name.endswith("publikasi"))
WORKBOOKS = (*(f"{survey}/olah-data.xlsx" for survey in SURVEYS), "2024-S1/kemensos-terbit/rekap.xlsx")
ADDRESS = re.compile(r"#|data:(image/(png|jpeg|svg\+xml)|font/woff2)[;,]|\d{4}(-S1)?/[a-z-]+/[a-z-]+\.[a-z]+$")
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
NARASI = {
    ("em", ""),
    ("strong", ""),
}  # narasi.md may hold emphasis: **tebal** and _miring_ of the corpus become it there


def unseen(text: str) -> set[str]:
    """Name the characters of a text that nobody sees."""
    return {ascii(sign) for sign in text if sign not in "\n\t" and unicodedata.category(sign) in UNSEEN}


def marks_of(path: Path) -> set[tuple[str, str]]:
    """Name every element of a page, and every attribute of each."""
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    return {(tag.name, name) for tag in soup.find_all(True) for name in ("", *tag.attrs)}


def words_of(text: str) -> str:
    return " ".join(text.split())


def parameters_of(root: Path, name: str) -> dict:
    return yaml.load((root / "params" / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize("name", PAGES)
def test_page_has_no_element_and_no_attribute_that_came_out_of_a_text(harmless, hostile, name):
    allowed = marks_of(harmless.file(name)) | (NARASI if name == "2024/kasn/laporan-skm.html" else set())
    assert marks_of(hostile.file(name)) - allowed == set()


@pytest.mark.parametrize("name", PAGES)
def test_page_points_to_nothing_but_itself_and_what_stands_beside_it(hostile, name):
    soup = BeautifulSoup(hostile.file(name).read_text(encoding="utf-8"), "html.parser")
    addresses = {
        tag[key] for tag in soup.find_all(True) for key in ("href", "src", "xlink:href", "action") if key in tag.attrs
    }
    assert [address for address in addresses if not ADDRESS.match(address)] == []


@pytest.mark.parametrize("name", PAGES)
def test_page_forbids_foreign_scripts_and_all_connections(hostile, name):
    soup = BeautifulSoup(hostile.file(name).read_text(encoding="utf-8"), "html.parser")
    (policy,) = soup.find_all("meta", {"http-equiv": "Content-Security-Policy"})
    rules = dict(rule.split(maxsplit=1) for rule in policy["content"].split("; "))
    assert rules["default-src"] == "'none'"  # also of connect-src, frame-src, object-src and all that is not named
    scripts = {"script-src": r"'sha256-[A-Za-z0-9+/]{43}='"} if name == "index.html" else {}
    assert rules.keys() == {"default-src", "style-src", "font-src", "img-src", "base-uri", "form-action", *scripts}
    assert all(re.fullmatch(pattern, rules[rule]) for rule, pattern in scripts.items())
    assert (rules["img-src"], rules["font-src"], rules["base-uri"], rules["form-action"]) == (
        "data:",
        "data:",
        "'none'",
        "'none'",
    )


@pytest.mark.parametrize("name", PAGES)
def test_page_shows_a_sign_for_whatever_nobody_sees(hostile, name):
    assert unseen(hostile.file(name).read_text(encoding="utf-8")) == set()


def test_page_says_what_was_typed(hostile):
    soup = BeautifulSoup(hostile.file("2024/kasn/laporan-skm.html").read_text(encoding="utf-8"), "html.parser")
    text = words_of(soup.get_text())
    told = parameters_of(hostile.root, "2024/kasn")
    typed = [told["nama"], told["lokasi"], told["metode"], told["pengesahan"]["jabatan"], *told["layanan"]["kategori"]]
    typed += [question["kolom"] for question in told["unsur"].values()]
    typed += [line["kegiatan"] for line in told["jadwal"]]
    assert [one for one in typed if words_of(show_unseen(one)) not in text] == []


def test_every_payload_of_a_comment_is_shown_as_typed(hostile):
    soup = BeautifulSoup(hostile.file("2024/kasn/laporan-skm.html").read_text(encoding="utf-8"), "html.parser")
    quotes = " ".join(words_of(quote.get_text()) for quote in soup.find_all(["blockquote", "td", "li", "p"]))
    assert [payload for payload in MARKUP if words_of(show_unseen(payload)) not in quotes] == []


def test_page_holds_no_comment_but_the_seal_of_the_index(hostile):
    for name in PAGES:
        soup = BeautifulSoup(hostile.file(name).read_text(encoding="utf-8"), "html.parser")
        comments = [comment for comment in soup.find_all(string=lambda text: isinstance(text, Comment))]
        assert all(re.fullmatch(r" [0-9a-f]{64} ", comment) for comment in comments), name
        assert len(comments) == (name == "index.html")


def reached(value: object) -> list[DictionaryObject]:
    """Give the dictionaries inside an object of a PDF, without those it refers to."""
    if isinstance(value, DictionaryObject):
        return [value, *(found for item in value.values() for found in reached(item))]
    if isinstance(value, ArrayObject):
        return [found for item in value for found in reached(item)]
    return []


@pytest.mark.parametrize("name", REPORTS)
def test_pdf_has_no_action_but_jumps_inside_it_and_no_letter_that_nobody_sees(hostile, name):
    reader = pypdf.PdfReader(io.BytesIO(hostile.file(f"{name}.pdf").read_bytes()))
    objects = [reader.get_object(IndirectObject(place, 0, reader)) for place in range(1, reader.trailer["/Size"])]
    found = [inside for whole in objects for inside in reached(whole)]
    keys = {key for one in found for key in one}
    assert (
        keys & {"/JS", "/JavaScript", "/OpenAction", "/AA", "/URI", "/EmbeddedFile", "/EmbeddedFiles", "/Launch"}
        == set()
    )
    actions = [
        one["/A"].get_object() for one in found if "/A" in one
    ]  # of a structure element they are lists of attributes
    assert {action["/S"] for action in actions if isinstance(action, DictionaryObject) and "/S" in action} <= {"/GoTo"}
    assert unseen("".join(page.extract_text() for page in reader.pages)) == set()
    assert unseen(str(reader.metadata)) == set()


@pytest.mark.parametrize("name", WORKBOOKS)
def test_workbook_has_the_formulas_of_the_program_and_texts_as_texts(harmless, hostile, name):
    plain, book = load_workbook(harmless.file(name)), load_workbook(hostile.file(name))
    for sheet in book:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        formulas = {cell.coordinate: cell.value for cell in cells if cell.data_type == "f"}
        assert formulas == {
            cell.coordinate: cell.value
            for row in plain[sheet.title].iter_rows()
            for cell in row
            if cell.data_type == "f"
        }
        assert not any(cell.hyperlink for cell in cells)
        assert unseen("".join(cell.value for cell in cells if isinstance(cell.value, str))) == set()
    assert unseen(book.properties.title) == set()
    with zipfile.ZipFile(hostile.file(name)) as parts:
        assert not any(b'TargetMode="External"' in parts.read(part) for part in parts.namelist())


@pytest.mark.parametrize("name", DRAFTS)
def test_word_draft_has_no_link_out_no_field_and_no_element_that_came_out_of_a_text(harmless, hostile, name):
    def elements(path: Path) -> set[bytes]:
        with zipfile.ZipFile(path) as parts:
            return {found for part in parts.namelist() for found in re.findall(rb"<([a-z]+:\w+)", parts.read(part))}

    allowed = elements(harmless.file(f"{name}.docx")) | (
        {b"w:b", b"w:bCs", b"w:i", b"w:iCs", b"w:rPr"} if "2024" in name else set()
    )
    assert elements(hostile.file(f"{name}.docx")) - allowed == set()
    with zipfile.ZipFile(hostile.file(f"{name}.docx")) as parts:
        assert not any(b'TargetMode="External"' in parts.read(part) for part in parts.namelist())
        assert unseen(parts.read("word/document.xml").decode()) == set()


@pytest.mark.parametrize("survey", SURVEYS)
def test_results_hold_the_texts_exactly_and_steer_no_terminal(hostile, survey):
    text = hostile.file(f"{survey}/hasil.json").read_text(encoding="utf-8")
    assert unseen(text) == set()
    assert json.loads(text)["nama"] == parameters_of(hostile.root, survey)["nama"].strip()
    assert unseen(hostile.file(f"{survey}/manifest.json").read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("name", REPORTS)
def test_notebook_shows_the_same_html_and_runs_no_text(hostile, name):
    cells = json.loads(hostile.file(f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    kinds = {
        kind for output in outputs for kind in output["data"]
    }  # a stream or an error has no data and would fail here
    assert kinds <= {"text/html", "text/plain", "text/vnd.typst", "application/vnd.skm+json"}
    assert unseen("".join(str(output["data"].get("text/plain", "")) for output in outputs)) == set()


@pytest.mark.parametrize("name", ["check", "json", "build", "list", "why", "comments"])
def test_no_command_lets_a_text_steer_the_terminal(hostile, name):
    assert unseen(hostile.told[name]) == set()


def test_texts_reach_the_terminal_at_all(hostile):
    free = spoiler((*MARKUP, *SIGNALS))
    told = parameters_of(hostile.root, "2023/biro-humas")
    indicator = told["sasaran"][0]["indikator"][1]["nama"]
    assert indicator == free("Nilai kepuasan atas layanan komunikasi dan informasi publik")
    assert words_of(show_unseen(indicator)) in words_of(hostile.told["check"])


def test_workbook_for_annotators_holds_comments_as_texts_and_comes_back(hostile, command):
    path = hostile.root / "data/2024/kasn/anotasi/komentar-ani.xlsx"
    cells = [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert unseen("".join(cell.value for cell in cells if isinstance(cell.value, str))) == set()
    assert unseen(command(hostile.root, "comments", "import", "2024/kasn", str(path))) == set()
