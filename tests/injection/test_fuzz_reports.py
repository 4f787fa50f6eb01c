"""Whole reports of a small survey in which all texts from outside are put together by chance, under several seeds.

`SKM_FUZZ=20` tries twenty times as many seeds.
"""

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
import yaml
from bs4 import BeautifulSoup, Comment
from hostile_texts import BREAKS, LONG, SEEN, SIGNALS, TIMES, UNSEEN, chance_texts, spaced, unseen
from openpyxl import load_workbook
from pypdf.generic import DictionaryObject, IndirectObject
from small_project import make_project
from test_reports import ADDRESS, marks_of, reached

from skmlib.parameters.values import file_name

pytestmark = pytest.mark.slow

SEEDS = range(1, 3 * TIMES + 1)
REPORTS = ("laporan-skm", "publikasi", "tindak-lanjut")
PROSE = {(tag, "") for tag in ("em", "strong", "br", "ul", "ol", "li", "blockquote", "p", "h3", "h4", "h5", "h6")} | {
    ("ol", "start")
}
ACTIONS = {"/JS", "/JavaScript", "/OpenAction", "/AA", "/URI", "/EmbeddedFile", "/EmbeddedFiles", "/Launch"}


def giver(
    seed: int, pieces: tuple[str, ...], *, longest: int = 90, change: Callable[[str], str] = str
) -> Callable[[str], str]:
    """Give the function that puts a text of a seed before and behind another, the same for the same."""
    texts = [change(text).strip() for text in chance_texts(seed, 40, pieces=pieces, longest=longest)]

    def give(text: str) -> str:
        place = zlib.crc32(text.encode())
        return f"{texts[place % len(texts)]} {text} {texts[place // 64 % len(texts)]}".strip()

    return give


def build(root: Path, source: Path, command: Callable[..., str], **texts: Callable[[str], str]) -> Path:
    make_project(root, source, **texts)
    told = command(root, "check") + command(root, "build", "--to", "docx", "--json")
    assert unseen(told) == set()
    return root / "outputs/2025-S1/loket"


@pytest.fixture(scope="module")
def usual(tmp_path_factory, root, command) -> Path:
    same = {kind: "biasa {}".format for kind in ("free", "cell", "name", "prose")}
    return build(tmp_path_factory.mktemp("biasa"), root, command, **same)


@pytest.fixture(scope="module", params=SEEDS)
def made(request, tmp_path_factory, root, command) -> Path:
    seed = request.param
    plain = (*SEEN, *UNSEEN, " ", "\n")
    names = tuple(piece for piece in SEEN if piece not in LONG)
    texts = {
        "free": giver(seed, (*plain, *SIGNALS, *BREAKS)),
        "cell": giver(seed + 1000, plain),
        "name": giver(seed + 2000, names, longest=40, change=lambda text: file_name(text).replace(";", "").strip(" .")),
        "prose": giver(seed + 3000, (*plain, *SIGNALS, *BREAKS), longest=300),
    }
    return build(tmp_path_factory.mktemp("acak"), root, command, **texts)


@pytest.mark.parametrize("report", REPORTS)
def test_page_has_nothing_that_came_out_of_a_text(usual, made, report):
    page = made / f"{report}.html"
    allowed = marks_of(usual / f"{report}.html") | (PROSE if report == "laporan-skm" else set())
    assert marks_of(page) - allowed == set()
    text = page.read_text(encoding="utf-8")
    assert unseen(text) == set()
    soup = BeautifulSoup(text, "html.parser")
    assert soup.find_all(string=lambda found: isinstance(found, Comment)) == []
    links = {
        tag[key] for tag in soup.find_all(True) for key in ("href", "src", "xlink:href", "action") if key in tag.attrs
    }
    assert [link for link in links if not ADDRESS.match(link)] == []


def test_page_says_what_was_typed(made):
    soup = BeautifulSoup((made / "laporan-skm.html").read_text(encoding="utf-8"), "html.parser")
    text = spaced(soup.get_text())
    told = yaml.load((made.parents[2] / "params/2025-S1/loket.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    typed = [told["nama"], told["metode"], told["lokasi"], *told["layanan"]["kategori"], told["profil"]["jk"]["nama"]]
    typed += [question[key] for question in told["unsur"].values() for key in ("nama", "kolom")]
    assert [one for one in typed if spaced(one) not in text] == []


def test_picture_with_a_hostile_name_stands_in_the_report(made):
    (picture,) = (made.parents[2] / "data/2025-S1/loket").glob("*.jpg")
    soup = BeautifulSoup((made / "tindak-lanjut.html").read_text(encoding="utf-8"), "html.parser")
    (shown,) = soup.find_all("img", class_="foto")
    assert spaced(picture.name) in spaced(shown.find_parent("figure").get_text())


@pytest.mark.parametrize("report", ["laporan-skm", "tindak-lanjut"])
def test_pdf_has_no_action_and_no_letter_that_nobody_sees(made, report):
    reader = pypdf.PdfReader(io.BytesIO((made / f"{report}.pdf").read_bytes()))
    objects = [reader.get_object(IndirectObject(place, 0, reader)) for place in range(1, reader.trailer["/Size"])]
    found = [inside for whole in objects for inside in reached(whole)]
    assert {key for one in found for key in one} & ACTIONS == set()
    actions = [one["/A"].get_object() for one in found if "/A" in one]
    assert {action["/S"] for action in actions if isinstance(action, DictionaryObject) and "/S" in action} <= {"/GoTo"}
    assert unseen("".join(page.extract_text() for page in reader.pages)) == set()
    assert unseen(str(reader.metadata)) == set()


def test_workbook_has_the_formulas_of_the_program(usual, made):
    def formulas(folder: Path) -> list[tuple[str, str, str]]:
        book = load_workbook(folder / "olah-data.xlsx")
        cells = [(sheet.title, cell) for sheet in book for row in sheet.iter_rows() for cell in row]
        assert unseen("".join(cell.value for _, cell in cells if isinstance(cell.value, str))) == set()
        assert not any(cell.hyperlink for _, cell in cells)
        return [(title, cell.coordinate, cell.value) for title, cell in cells if cell.data_type == "f"]

    assert formulas(made) == formulas(usual)


def test_draft_has_no_link_out(made):
    with zipfile.ZipFile(made / "laporan-skm.docx") as parts:
        assert not any(b'TargetMode="External"' in parts.read(part) for part in parts.namelist())
        assert unseen(parts.read("word/document.xml").decode()) == set()


def test_results_hold_the_texts_and_steer_no_terminal(made):
    told = yaml.load((made.parents[2] / "params/2025-S1/loket.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for name in ("hasil.json", "manifest.json"):
        assert unseen((made / name).read_text(encoding="utf-8")) == set()
    assert json.loads((made / "hasil.json").read_text(encoding="utf-8"))["nama"] == told["nama"].strip()


def test_notebooks_show_blocks_alone(made):
    for report in REPORTS:
        cells = json.loads((made / f"{report}.ipynb").read_text(encoding="utf-8"))["cells"]
        kinds = {kind for cell in cells for output in cell.get("outputs", ()) for kind in output["data"]}
        assert kinds <= {"text/html", "text/plain", "text/vnd.typst", "application/vnd.skm+json"}
