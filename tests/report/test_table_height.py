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


ANSWERS = (Column("No.", width=2.4), *(Column(f"U{place}", "kanan", width=1.0) for place in range(1, 10)))


@pytest.mark.parametrize(
    ("cells", "answer"),
    [
        (("1.234", *("4",) * 9), "true"),
        (("NRR tertimbang menurut bobot setiap unsur pelayanan", *("4",) * 9), "false"),
        (("1", "1.234.567,89", *("4",) * 8), "false"),
        (("1", "3\n4", *("4",) * 8), "false"),
        (("1", "很很很", *("4",) * 8), "false"),  # three signs such as ‹U+5F88›
        (("1", "\u200b\u200b", *("4",) * 8), "false"),  # two such signs, though the typeface has a letter without width
        (("1", "\xad\xad", *("4",) * 8), "false"),
        (("1", "3\r4", *("4",) * 8), "false"),
    ],
)
def test_rows_of_a_long_table_are_equally_high_only_where_each_cell_surely_has_one_line(cells, answer):
    usual = ("1", *("3",) * 9)
    assert named(Table("Jawaban", ANSWERS, (*(usual,) * 60, cells)), "sebaris") == answer


def test_rows_are_measured_where_a_column_is_as_wide_as_its_cells_need():
    assert named(make("Cepat", rows=61), "sebaris") == "false"
    assert "sebaris" not in make("Cepat", rows=9).typst()
