"""Every page that was built, in a real browser: on a desk, on a telephone, on paper, and for readers who do not see it."""

import io

import pypdf
import pytest

DESK, TELEPHONE = 1280, 390
PAPER, SHEET = 643, 794  # 170 mm between the margins of A4, and the 210 mm of a poster without any, at 96 dots an inch


def test_there_are_reports_and_the_index(root):
    built = list((root / "outputs").glob("[0-9]*/*/*.html"))
    assert built, "nothing is built; run 'make reports' first"
    assert (root / "outputs/index.html").is_file()


@pytest.mark.parametrize("width", [DESK, TELEPHONE])
def test_page_fits_the_window(visit, width):
    assert visit.overflowing(width) == []


@pytest.mark.parametrize("width", [DESK, TELEPHONE])
def test_page_has_no_barrier_that_axe_knows(visit, axe, width):
    visit.set_width(width)
    # Colours do not depend on the width, and looking at each letter's takes most of the time: once is enough.
    assert visit.barriers(axe, without=() if width == DESK else ("color-contrast",)) == []


def test_printed_page_fits_the_paper(visit):
    visit.page.emulate_media(media="print")
    is_poster = visit.page.locator(".poster").count() > 0
    assert visit.overflowing(SHEET if is_poster else PAPER) == []
    pages = pypdf.PdfReader(io.BytesIO(visit.page.pdf(prefer_css_page_size=True))).pages
    assert len(pages) == 1 or not is_poster
    title = visit.page.locator("h1").inner_text()
    assert " ".join(title.split()) in " ".join(pages[0].extract_text().split())


def test_page_asks_for_nothing_and_says_nothing(visit):
    # Last of all: whatever the tests before did with the page has been heard too.
    assert visit.asked == []
    assert visit.messages == []
