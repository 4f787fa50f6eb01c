"""Every page that was built, in a real browser: on a desk, on a telephone, on paper, and for readers who do not see it."""

import pytest

DESK, TELEPHONE = 1280, 390


def test_there_are_reports_and_the_index(root):
    built = list((root / "outputs").glob("[0-9]*/*/*.html"))
    assert built, "nothing is built; run 'make reports' first"
    assert (root / "outputs/index.html").is_file()


@pytest.mark.parametrize("width", [DESK, TELEPHONE])
def test_page_fits_the_window(seen, width):
    assert seen.overflowing[width] == []


@pytest.mark.parametrize("width", [DESK, TELEPHONE])
def test_page_has_no_barrier_that_axe_knows(seen, width):
    assert seen.barriers[width] == []


def test_printed_page_fits_the_paper_and_begins_with_its_title(seen):
    assert seen.on_paper == []
    assert seen.title in seen.printed[0]


def test_poster_is_printed_on_one_sheet(seen):
    assert len(seen.printed) == 1 or not seen.is_poster


def test_page_says_nothing_and_asks_for_nothing(seen):
    assert seen.messages == []
    assert seen.asked == []
