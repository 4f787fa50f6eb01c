"""The files beside a recap: numbers for machines, and the table with live formulas."""

import json
from zipfile import ZipFile

import pytest

from skmlib.pipeline.recap_files import write_recap_hasil, write_recap_table
from skmlib.survey.recap import read_recap
from skmlib.survey.recap_summary import summarise_recap


@pytest.fixture
def results(agency, threes, fours):
    agency.add_unit("loket", threes, ",3,3,3,3,3,3,3,3")
    agency.add_unit("samsat", fours)
    return summarise_recap(read_recap("kota", "2025-S1", root=agency.root))


def test_numbers_tell_their_kind_and_both_means(results, tmp_path):
    write_recap_hasil(results, tmp_path / "hasil.json")
    content = json.loads((tmp_path / "hasil.json").read_text(encoding="utf-8"))
    assert (content["jenis"], content["responden"], content["nilai_utama"]) == ("rekap", 3, "rata_rata_unit")
    # (75 + 100) / 2
    assert content["rata_rata"]["rata_rata_unit"]["ikm"]["tercetak"] == "87,50"
    assert [row["id"] for row in content["unit_kerja"]] == ["loket", "samsat"]
    assert "tally" not in content["unit_kerja"][0]


def formulas_of(path) -> str:
    with ZipFile(path) as book:
        return book.read("xl/worksheets/sheet1.xml").decode()


def test_means_are_formulas_over_the_rows_and_values_where_the_rows_do_not_give_them(results, tmp_path):
    write_recap_table(results, tmp_path / "rekap.xlsx")
    sheet = formulas_of(tmp_path / "rekap.xlsx")
    # Rows 4 and 5 hold the units, 6 and 7 the means; column B is U1, with a blank answer, C is U2, without.
    assert "<f>AVERAGE(B4:B5)</f>" in sheet
    assert "<f>SUMPRODUCT(C4:C5,L4:L5)/SUM(L4:L5)</f>" in sheet
    assert "<f>SUMPRODUCT(B4:B5,L4:L5)/SUM(L4:L5)</f>" not in sheet
    # U1 by respondents is 25 x (3 + 4) / 2 = 87.5, not weighted by three respondents (83.33).
    assert '<c r="B7" s="' in sheet
    assert "<v>87.5</v>" in sheet
