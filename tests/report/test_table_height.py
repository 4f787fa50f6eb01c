"""Which tables of the PDF may be divided: a table in one piece that is higher than a page loses its end."""

import re

import pytest

from skmlib.report.table_block import Column, Table

THREE = (Column("No", "kanan"), Column("Komentar"), Column("Tema"))


def named(table, name):
    return re.search(rf'{name}: "?(\w+)', table.typst())[1]


def make(cell, *, rows, columns=THREE, **more):
    return Table("Komentar", columns, tuple(("1", cell, *("-",) * (len(columns) - 2)) for _ in range(rows)), **more)


@pytest.mark.parametrize("is_kept", [True, False])
@pytest.mark.parametrize(("cell", "rows"), [("Bagus sekali " + "👍" * 400, 3), ("👍" * 58, 11), ("很" * 58, 22)])
def test_letters_that_become_signs_count_as_long_as_these(cell, rows, is_kept):
    assert named(make(cell, rows=rows, keep_together=is_kept), "bagi") != "utuh"


def test_row_higher_than_half_a_page_may_be_divided():
    five = tuple(Column(f"Kolom {place}") for place in range(5))
    wide = ("pelayanan–cepat “baik” " * 70)[:1490]
    table = Table("Rencana", five, ((wide,) * 5,) * 2)
    assert named(table, "panjang") == "true"
    assert named(make("Cepat dan ramah", rows=9), "panjang") == "false"


def test_small_table_stays_in_one_piece():
    assert named(make("Cepat dan ramah", rows=9), "bagi") == "utuh"
