"""Validity and reliability against R 4.2.2 (cor, var, qt) and the reference figures of Sekadau."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.reliability import score_reliability
from skmlib.survey.tally import tally_responses

SEKADAU = Path(__file__).parents[1] / "data" / "reference" / "sekadau-2019-s1.csv"
ALIKE = "Tidak dapat dihitung: semua responden memberi jawaban yang sama."


def tally_of(answers, unsur="abc"):
    return tally_responses(pd.DataFrame(list(answers), columns=list(unsur), dtype="Int8"), unsur=list(unsur))


@pytest.fixture(scope="module")
def sekadau():
    return score_reliability(tally_responses(pd.read_csv(SEKADAU), unsur=[f"U{number}" for number in range(1, 10)]))


def test_sekadau_correlations_with_the_total(sekadau):
    # R 4.2.2: cor(answers, total)
    expected = [
        0.08427751,
        0.42582063,
        0.83295484,
        0.62850419,
        0.52394408,
        0.63269103,
        0.63103167,
        0.75237407,
        0.53385097,
    ]
    assert sekadau.items["r_total"].tolist() == pytest.approx(expected, abs=1e-8)


def test_sekadau_correlations_with_the_rest(sekadau):
    # R 4.2.2: cor(answers, total - answers)
    expected = [
        -0.07198633,
        0.23106706,
        0.74681967,
        0.49673591,
        0.38597048,
        0.50612823,
        0.51850293,
        0.60443007,
        0.35495984,
    ]
    assert sekadau.items["r_rest"].tolist() == pytest.approx(expected, abs=1e-8)


def test_sekadau_only_the_first_unsur_is_not_valid(sekadau):
    # R 4.2.2: t <- qt(0.975, 47); t / sqrt(47 + t^2) = 0.2815700288
    assert sekadau.r_tabel == pytest.approx(0.2815700288, abs=1e-9)
    assert sekadau.items["valid"].tolist() == [False] + [True] * 8
    assert sekadau.items["alasan"].tolist() == [None] * 9


def test_sekadau_alpha(sekadau):
    assert float(sekadau.alpha) == pytest.approx(0.740259, abs=5e-7)
    assert (sekadau.n, sekadau.is_reliable, sekadau.ambang, sekadau.reason) == (49, True, Decimal("0.60"), None)


def test_alpha_by_hand():
    # a 3 4 2 1 4: mean 2.8, squares 0.04 + 1.44 + 0.64 + 3.24 + 1.44 = 6.8; b 2 4 3 1 4: the same 6.8; c constant: 0
    # totals 9 12 9 6 12: mean 9.6, squares 0.36 + 5.76 + 0.36 + 12.96 + 5.76 = 25.2
    # alpha = 3/2 x (1 - 13.6 / 25.2) = 29/42 = 0.690476 (R 4.2.2 gives the same)
    reliability = score_reliability(tally_of([(3, 2, 4), (4, 4, 4), (2, 3, 4), (1, 1, 4), (4, 4, 4)]))
    assert reliability.alpha == Fraction(29, 42)


def test_unsur_that_everybody_answers_alike_cannot_be_computed():
    items = score_reliability(tally_of([(3, 2, 4), (4, 4, 4), (2, 3, 4), (1, 1, 4), (4, 4, 4)])).items
    assert items.loc[2, ["r_total", "r_rest", "valid", "alasan"]].tolist() == [None, None, None, ALIKE]
    assert items["alasan"].tolist()[:2] == [None, None]


def test_only_complete_rows_count():
    complete = [(3, 2, 4), (4, 4, 3), (2, 3, 4), (1, 1, 2)]
    with_blanks = score_reliability(tally_of([*complete, (4, None, 1), (None, 1, 1)]))
    assert with_blanks.n == 4
    pd.testing.assert_frame_equal(with_blanks.items, score_reliability(tally_of(complete)).items)


@pytest.mark.parametrize(("ambang", "is_reliable"), [("0.69", True), ("0.70", False)])
def test_limit_of_alpha_is_a_parameter(ambang, is_reliable):
    # alpha 0.690476
    tally = tally_of([(3, 2, 4), (4, 4, 4), (2, 3, 4), (1, 1, 4), (4, 4, 4)])
    assert score_reliability(tally, ambang=Decimal(ambang)).is_reliable is is_reliable


def test_alpha_at_the_limit_is_reliable():
    tally = tally_of([(3, 2, 4), (4, 4, 4), (2, 3, 4), (1, 1, 4), (4, 4, 4)])
    assert score_reliability(tally, ambang=Fraction(29, 42)).is_reliable


@pytest.mark.parametrize("n", [0, 1, 2])
def test_fewer_than_three_complete_rows_cannot_be_computed(n):
    reliability = score_reliability(tally_of([(1, 2, 3), (4, 3, 2)][:n]))
    reason = f"Tidak dapat dihitung: hanya {n} responden menjawab semua unsur."
    assert (reliability.r_tabel, reliability.alpha, reliability.is_reliable) == (None, None, None)
    assert reliability.reason == reason
    assert (
        reliability.items[["r_total", "r_rest", "valid", "alasan"]].to_numpy().tolist()
        == [[None, None, None, reason]] * 3
    )


def test_equal_totals_cannot_be_computed():
    reliability = score_reliability(tally_of([(1, 4), (4, 1), (2, 3)], "ab"))
    reason = "Tidak dapat dihitung: jumlah jawaban semua responden sama."
    assert (reliability.alpha, reliability.reason) == (None, reason)
    assert reliability.items["alasan"].tolist() == [reason, reason]


def test_rest_without_variance_has_no_correlation():
    items = score_reliability(tally_of([(1, 4), (4, 4), (2, 4)], "ab")).items
    assert (items["r_total"][0], items["r_rest"][0]) == (pytest.approx(1), None)
    assert items["alasan"][0] == (
        "Korelasi dengan unsur lain tidak dapat dihitung: jumlah jawaban untuk unsur lain sama."
    )


def test_one_unsur_has_no_alpha():
    reliability = score_reliability(tally_of([(1,), (2,), (4,)], "a"))
    assert (reliability.alpha, reliability.reason) == (None, "Tidak dapat dihitung: hanya ada satu unsur.")


@given(st.lists(st.tuples(*[st.integers(1, 4)] * 3), min_size=3, max_size=12))
def test_correlations_lie_between_minus_1_and_1(answers):
    reliability = score_reliability(tally_of(answers))
    known = [r for name in ("r_total", "r_rest") for r in reliability.items[name] if r is not None]
    assert all(-1 - 1e-12 <= r <= 1 + 1e-12 for r in known)
    assert reliability.alpha is None or reliability.alpha <= 1
