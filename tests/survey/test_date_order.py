"""What the numbers of a column of days show about their order."""

import pandas as pd
import pytest

from skmlib.survey.date_order import find_order


def order(*cells: str):
    return find_order(pd.Series(cells, index=range(2, len(cells) + 2), dtype="str"))


@pytest.mark.parametrize(
    ("cells", "shown", "is_mixed"),
    [
        (("25/03/2025", "03/05/2025"), "hari_bulan", False),
        (("03/25/2025 8:31:07", "03/05/25"), "bulan_hari", False),
        (("03/25/2025T08:31", "03/05/25"), "bulan_hari", False),
        (("03/25/2025", "25/03/2025"), None, True),
        (("03/05/2025", "05/05/2025"), None, False),
        (("2025-03-25", "25 Maret 2025", "45721", "", "-"), None, False),
        (("31/31/2025", "0/13/2025", "45/3/2025"), None, False),
    ],
)
def test_a_number_above_twelve_shows_the_order(cells, shown, is_mixed):
    found = order(*cells)
    assert (found.shown, found.is_mixed) == (shown, is_mixed)


def test_days_are_told_apart_by_row_as_written():
    found = order("03/25/2025 8:31", "25-3-25", "3.5.2025", "5/5/2025", "")
    assert (found.month_first, found.day_first, found.either) == ({2: "03/25/2025"}, {3: "25-3-25"}, {4: "3.5.2025"})
