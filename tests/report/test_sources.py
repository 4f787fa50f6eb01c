"""Below each table and chart stands what it was made from: the file, and how many of its rows were scored."""

import pytest

from skmlib.report.blocks import Blocks, Column, Figure, Table, Text
from skmlib.report.sources import name_source, sourced

COLUMNS = (Column("Unsur"), Column("Nilai", "kanan"))
TABLE = Table("Nilai", COLUMNS, (("U1", "3,20"),))
CHART = Figure("Nilai", '<svg viewBox="0 0 4 3"></svg>', alt="Satu batang.", width=200)


def test_every_table_and_chart_of_a_block_is_named_and_nothing_else():
    block = name_source(
        Blocks([Text.plain("Nilai naik."), Blocks([TABLE, CHART])]), lambda: "data/a.csv (3 dari 4 baris)"
    )
    assert block.html().count('<p class="sumber">Sumber: data/a.csv (3 dari 4 baris)</p>') == 2
    assert block.items[0] == Text.plain("Nilai naik.")


def test_what_a_table_says_itself_stays():
    told = Table("Nilai", COLUMNS, (), source="terbitan")
    assert name_source(told, lambda: "data/a.csv") == told


def test_sources_are_not_asked_for_where_there_is_only_a_sentence():
    block = sourced(lambda results: pytest.fail("asked"))(lambda results: Text.plain("Tidak ada komentar."))
    assert block(None) == Text.plain("Tidak ada komentar.")


def test_empty_sources_are_left_out():
    table = sourced(lambda results: results["a"], lambda results: "", lambda results: "b.csv")(lambda results: TABLE)
    assert table({"a": "a.csv"}).source == "a.csv; b.csv"


def test_file_names_are_no_markup():
    assert "<b>" not in name_source(TABLE, lambda: "data/<b>.csv").html()
