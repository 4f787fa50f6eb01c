"""The second count of a recap, against figures worked by hand, and against the samples' hasil.json."""

import json
from fractions import Fraction

import pytest

from skmlib.pipeline.recap_files import write_recap_hasil
from skmlib.recount.compare import compare
from skmlib.recount.recap import recount_recap
from skmlib.recount.refusal import CannotRecountError
from skmlib.survey.recap import read_recap
from skmlib.survey.recap_summary import summarise_recap


def row(nama, score, *rest):
    return ",".join((nama, *[score] * 9, *rest))


def test_means_of_units_with_answers(agency, threes, fours):
    # docs/method.md, section 20: one respondent of 3 (75) and three of 4 (100): simple 87.5; all answers 25 x 15/4 = 93.75
    agency.add_unit("a", threes)
    agency.add_unit("b", *[fours] * 3)
    agency.tell("unit: [a, b]\n")
    found = recount_recap("kota", "2025-S1", root=agency.root)
    assert found["responden"] == 4
    assert found["rata_rata"]["rata_rata_unit"]["ikm"] == Fraction("87.5")
    assert found["rata_rata"]["responden"]["ikm"] == Fraction("93.75")
    assert (found["ikm"]["ikm"], found["ikm"]["mutu"]) == (Fraction("87.5"), "B")
    assert [(one["unit"], one["peringkat"], one["selisih"]) for one in found["peringkat"]] == [
        ("b", 1, Fraction("12.5")),
        ("a", 2, Fraction("-12.5")),
    ]


def test_means_of_published_rows_and_ranks_with_ties(published):
    # Simple (80 + 90 + 90) / 3 = 86.67; by respondents (20 x 80 + 10 x 90 + 10 x 90) / 40 = 85
    rows = (row("A", "80", "80", "B", "20"), row("B", "90", "90.5", "A", "10"), row("C", "90", "90", "A", "10"))
    published.publish(*rows, row("Rata-rata", "1", "1", "D", ""))
    found = recount_recap("kota", "2025-S1", root=published.root)
    assert found["rata_rata"]["rata_rata_unit"]["ikm"] == Fraction(260, 3)
    assert found["rata_rata"]["rata_rata_unit"]["ikm_tercetak"] == Fraction("260.5") / 3
    assert found["rata_rata"]["responden"]["nilai"]["waktu"] == 85
    assert [(one["unit"], one["peringkat"]) for one in found["unsur"]["waktu"]] == [("B", 1), ("C", 1), ("A", 3)]
    assert found["priorities"]["prioritas"] == list(found["unsur"])  # nine scores tie, and so do nine priorities


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (row("A", "3.2", "80", "B", "20"), "skala 1 sampai 4"),
        (row("A", "80", "80", "B", ""), "sel kosong"),
    ],
)
def test_rows_that_are_not_read_are_named(published, cells, words):
    published.publish(cells)
    with pytest.raises(CannotRecountError, match=words):
        recount_recap("kota", "2025-S1", root=published.root)


def test_recap_whose_units_are_not_listed_is_refused(agency, threes):
    agency.add_unit("a", threes)
    with pytest.raises(CannotRecountError, match="daftar unit"):
        recount_recap("kota", "2025-S1", root=agency.root)


@pytest.mark.parametrize("unit", ["kemensos", "kemensos-terbit"])
def test_both_counts_agree_on_the_samples(root, tmp_path, unit):
    write_recap_hasil(summarise_recap(read_recap(unit, "2024-S1", root=root)), tmp_path / "hasil.json")
    hasil = json.loads((tmp_path / "hasil.json").read_text(encoding="utf-8"))
    found = compare(hasil, recount_recap(unit, "2024-S1", root=root))
    assert found.differences == ()
    assert found.recounted > 250  # means, ranks and scores of five units and nine unsur
    assert all(path.split("/")[0] in ("unit_kerja", "trend", "tercetak", "findings") for path in found.not_recounted)


def test_one_digit_in_a_rank_or_mean_is_found(root, tmp_path):
    write_recap_hasil(summarise_recap(read_recap("kemensos", "2024-S1", root=root)), tmp_path / "hasil.json")
    hasil = json.loads((tmp_path / "hasil.json").read_text(encoding="utf-8"))
    hasil["peringkat"][0]["peringkat"] = 2
    hasil["rata_rata"]["responden"]["nilai"]["waktu"] |= {"pecahan": "90", "nilai": 90.0, "tercetak": "90,00"}
    differences = compare(hasil, recount_recap("kemensos", "2024-S1", root=root)).differences
    assert [difference.partition(":")[0] for difference in differences] == [
        "rata_rata/responden/nilai/waktu",
        "peringkat/0/peringkat",
    ]
