"""The index in a real browser: search, filters, keyboard, and without its script."""

import json

import pytest

from skmlib.pipeline.index import write_index

FOLDERS = [  # place, name, agency, letter
    ("2023/loket", "Loket Satu Pintu", "Kota A", "B"),
    ("2024/loket", "Loket Satu Pintu", "Kota A", "A"),
    ("2024/aula", "Aula Kesehatan", "Kota A", "C"),
    ("2024-S1/dinas", "Dinas Perhubungan", "Kabupaten B", "B"),
    ("2024-S1/kabupaten-b", "Kabupaten B", "Kabupaten B", ""),
]


@pytest.fixture(scope="module")
def page_path(tmp_path_factory):
    outputs = tmp_path_factory.mktemp("terbit")
    for place, nama, instansi, mutu in FOLDERS:
        folder = outputs / place
        folder.mkdir(parents=True)
        score = {"ikm": {"ikm": {"pecahan": "80"}, "mutu": mutu, "n": 40}} if mutu else {"jenis": "rekap"}
        (folder / "hasil.json").write_text(json.dumps({"nama": nama} | score), encoding="utf-8")
        (folder / "manifest.json").write_text(json.dumps({"instansi": {"nama": instansi}}), encoding="utf-8")
        (folder / "laporan-skm.pdf").write_bytes(b"")
    return write_index(outputs)


@pytest.fixture
def index(open_page, page_path):
    visit = open_page(page_path)
    yield visit.page
    assert visit.messages == []
    assert visit.asked == []


def shown(page) -> list[str]:
    """Name unit and period of every row that can be seen, from above."""
    return page.evaluate(
        """[...document.querySelectorAll(".baris")].filter(row => row.checkVisibility()).map(
            row => `${row.closest("article").querySelector("h3").textContent} ${row.dataset.periode}`)"""
    )


def test_everything_is_shown_at_first(index):
    assert len(shown(index)) == 5
    assert index.get_by_role("status").inner_text() == "5 terbitan"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("loket", ["Loket Satu Pintu 2024", "Loket Satu Pintu 2023"]),
        ("KÉSEHATAN", ["Aula Kesehatan 2024"]),  # neither case nor accents matter
        ("pintu 2023", ["Loket Satu Pintu 2023"]),  # all words, in any order
        ("semester i kabupaten", ["Kabupaten B 2024-S1", "Dinas Perhubungan 2024-S1"]),
    ],
)
def test_search_keeps_the_rows_that_hold_every_word(index, words, expected):
    index.get_by_label("Cari nama, instansi, atau periode").fill(words)
    assert shown(index) == expected
    assert index.get_by_role("status").inner_text() == f"{len(expected)} dari 5 terbitan"


def test_agencies_and_units_without_a_hit_are_not_shown(index):
    index.get_by_label("Cari nama, instansi, atau periode").fill("aula")
    assert [tag.inner_text() for tag in index.locator("h2:visible").all()] == ["Kota A"]
    assert [tag.inner_text() for tag in index.locator("h3:visible").all()] == ["Aula Kesehatan"]


def test_no_hit_is_said(index):
    index.get_by_label("Cari nama, instansi, atau periode").fill("tidak ada")
    assert shown(index) == []
    assert index.get_by_text("Tidak ada laporan yang cocok.").is_visible()
    assert index.get_by_role("status").inner_text() == "0 dari 5 terbitan"


@pytest.mark.parametrize(
    ("label", "option", "expected"),
    [
        ("Instansi", "Kabupaten B", ["Kabupaten B 2024-S1", "Dinas Perhubungan 2024-S1"]),
        ("Periode", "Tahun 2024", ["Aula Kesehatan 2024", "Loket Satu Pintu 2024"]),
        ("Mutu", "B (Baik)", ["Dinas Perhubungan 2024-S1", "Loket Satu Pintu 2023"]),
        ("Mutu", "tanpa mutu", ["Kabupaten B 2024-S1"]),
    ],
)
def test_filter_keeps_the_rows_of_its_choice(index, label, option, expected):
    index.get_by_label(label, exact=True).select_option(label=option)
    assert shown(index) == expected


def test_search_and_filters_hold_together_until_they_are_cleared(index):
    index.get_by_label("Cari nama, instansi, atau periode").fill("loket")
    index.get_by_label("Mutu", exact=True).select_option(label="A (Sangat baik)")
    assert shown(index) == ["Loket Satu Pintu 2024"]
    index.get_by_role("button", name="Kosongkan").click()
    index.wait_for_function("document.querySelector('#jumlah').textContent === '5 terbitan'")
    assert len(shown(index)) == 5


def test_keyboard_leads_from_the_search_through_the_filters_to_the_reports(index):
    focused = []
    for _ in range(8):
        index.keyboard.press("Tab")
        focused.append(index.evaluate("document.activeElement.id || document.activeElement.textContent"))
    assert focused[:6] == ["Langsung ke daftar", "cari", "instansi", "periode", "mutu", "Kosongkan"]
    assert focused[6] == "Laporan SKM (PDF)"
    assert focused[7].startswith("Data, angka, dan asal-usul")
    index.keyboard.press("Enter")
    assert index.locator("details[open]").count() == 1


def test_keyboard_alone_searches_and_filters(index):
    index.get_by_label("Cari nama, instansi, atau periode").focus()
    index.keyboard.type("loket")
    index.keyboard.press("Enter")  # sends nothing away
    assert len(shown(index)) == 2
    for _ in range(3):
        index.keyboard.press("Tab")
    index.keyboard.press("ArrowDown")
    assert index.evaluate("document.activeElement.value") == "A"
    assert shown(index) == ["Loket Satu Pintu 2024"]


def test_focus_can_be_seen(index):
    index.keyboard.press("Tab")
    index.keyboard.press("Tab")
    style = "getComputedStyle(document.activeElement).outline"
    assert "solid 3px" in index.evaluate(style)


def test_without_javascript_everything_is_readable_and_no_control_stands_there(open_page, page_path):
    page = open_page(page_path, java_script_enabled=False).page
    assert page.locator("form").is_hidden()
    assert page.locator(".baris:visible").count() == 5
    assert page.locator("a[href='2024/loket/laporan-skm.pdf']").is_visible()
    assert page.get_by_text("5 terbitan").is_visible()


def test_links_of_the_built_index_lead_to_files(open_page, root):
    page = open_page(root / "outputs/index.html").page
    links = page.locator(".baris a").evaluate_all("links => links.map(link => decodeURIComponent(link.pathname))")
    assert links
    assert [link for link in links if not (root / link).is_file()] == []
