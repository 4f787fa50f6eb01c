"""Scores against Sekadau (49 published answers), KASN (published means), R 4.2.2 with survey 4.1.1, and by hand."""

import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.regulation import UNSUR, bobot_unsur, classify_mutu, round_half_up
from skmlib.survey.scores import ikm_value, score_ikm, score_unsur
from skmlib.survey.tally import tally_responses

SEKADAU = Path(__file__).parents[1] / "data" / "reference" / "sekadau-2019-s1.csv"
KASN_SUMS = (918, 926, 900, 939, 906, 939, 936, 910, 898)  # of 260 answers each; together 8,272
KASN_PRINTED = ("3.53", "3.56", "3.46", "3.61", "3.48", "3.61", "3.60", "3.50", "3.45")
row = st.tuples(*[st.sampled_from([None, 1, 2, 3, 4])] * 3).filter(any)
many_rows = st.lists(row, min_size=1, max_size=12)


def tally_of(answers, unsur=("waktu", "biaya", "sarana")):
    return tally_responses(pd.DataFrame(list(answers), columns=list(unsur), dtype="Int8"), unsur=unsur)


def everybody(nilai, n=5):
    return tally_of([[nilai] * 9] * n, UNSUR)


@pytest.fixture(scope="module")
def sekadau():
    responses = pd.read_csv(SEKADAU)
    return tally_responses(responses, unsur=[f"U{number}" for number in range(1, 10)])


@pytest.fixture(scope="module")
def kasn():
    # answers 3 and 4 only: 260 x 3 = 780, so a sum of 918 needs 138 fours
    answers = {
        unsur: np.where(np.arange(260) < total - 780, 4, 3) for unsur, total in zip(UNSUR, KASN_SUMS, strict=True)
    }
    return tally_responses(pd.DataFrame(answers), unsur=UNSUR)


def test_sekadau_sums_are_those_of_the_published_answers(sekadau):
    assert score_unsur(sekadau)["jumlah"].tolist() == [138, 139, 150, 177, 159, 163, 161, 143, 159]


def test_sekadau_index_and_band(sekadau):
    score = score_ikm(sekadau)
    # sums together 1389; 1389 / (49 x 9) x 25 = 78.7415
    assert (score.ikm, score.ni) == (Fraction(1389 * 25, 441), Fraction(1389, 441))
    assert (score.n, score.mutu, score.kinerja, score.reason) == (49, "B", "Baik", None)


def test_sekadau_interval_crosses_the_limit_of_b(sekadau):
    # R 4.2.2, t.test of the respondents' means x 25: 76.2578708768 to 81.2251223204
    score = score_ikm(sekadau)
    assert (score.low, score.high) == pytest.approx((76.2578708768, 81.2251223204), abs=1e-9)
    assert score.limits_crossed == (Fraction("76.61"),)
    assert (score.level, score.fpc, score.populasi) == (Fraction(95, 100), False, None)


def test_sekadau_standard_error(sekadau):
    # standard deviation of the respondents' means 0.345868: x 25 / sqrt(49) = 1.235243
    assert score_ikm(sekadau).standard_error == pytest.approx(0.345868 * 25 / 7, abs=1e-5)


def test_sekadau_interval_of_one_unsur(sekadau):
    # R 4.2.2, t.test: U1 2.676672369 to 2.955980693, U4 3.448325303 to 3.776164493
    scores = score_unsur(sekadau)
    assert [scores["low"][0], scores["high"][0]] == pytest.approx([2.676672369, 2.955980693], abs=1e-9)
    assert [scores["low"][3], scores["high"][3]] == pytest.approx([3.448325303, 3.776164493], abs=1e-9)


def test_known_population_narrows_the_interval(sekadau):
    # R survey 4.1.1, svymean of the respondents' means x 25 with fpc 200 and df 48
    score = score_ikm(sekadau, populasi=200)
    assert (score.low, score.high) == pytest.approx((76.58345592985, 80.89953726743), abs=1e-9)
    assert score.standard_error == pytest.approx(1.07331312194, abs=1e-9)
    assert (score.fpc, score.populasi) == (True, 200)


def test_more_respondents_than_population_are_not_corrected(sekadau):
    score = score_ikm(sekadau, populasi=40)
    assert (score.low, score.high) == pytest.approx((76.2578708768, 81.2251223204), abs=1e-9)
    assert (score.fpc, score.populasi) == (False, 40)
    low = score_unsur(sekadau, populasi=40)["low"][0]
    assert low == pytest.approx(2.676672369, abs=1e-9)


def test_population_corrects_the_interval_of_an_unsur():
    # 3 4 4 1: variance of the mean 1/2 (6 / 3 / 4), of 8 users half remains: 1/4, standard error 1/2
    # t with 3 degrees of freedom 3.182446 (R 4.2.2): 3 - 1.591223 = 1.408777, upper end cut at 4
    scores = score_unsur(tally_of([[3], [4], [4], [1]], ["waktu"]), populasi=8)
    assert [scores["low"][0], scores["high"][0]] == pytest.approx([1.408777, 4], abs=1e-6)


def test_whole_population_has_no_sampling_error():
    score = score_ikm(tally_of([[3], [4]], ["waktu"]), populasi=2)
    assert (score.ikm, score.low, score.high, score.standard_error) == (Fraction(175, 2), None, None, None)
    assert score.reason == "Seluruh populasi menjadi responden, sehingga tidak ada galat penarikan sampel."


def test_interval_with_blanks_is_that_of_r_survey():
    # R survey 4.1.1, svyratio with covmat=TRUE, weights 1/3, 7 degrees of freedom, x 25; with population 20 below
    blank = None
    answers = [
        (3, 4, blank),
        (4, 4, 3),
        (2, blank, 3),
        (3, 3, 3),
        (4, blank, blank),
        (1, 2, 4),
        (blank, 4, 3),
        (3, 3, 2),
    ]
    score = score_ikm(tally_of(answers))
    assert float(score.ikm) == pytest.approx(76.5873015873, abs=1e-9)
    assert (score.low, score.high) == pytest.approx((65.21392051654, 87.96068265806), abs=1e-8)
    corrected = score_ikm(tally_of(answers), populasi=20)
    assert (corrected.low, corrected.high) == pytest.approx((67.777518491875, 85.397084682728), abs=1e-8)


def test_kasn_means_and_letters(kasn):
    scores = score_unsur(kasn)
    assert [round_half_up(nrr, 2) for nrr in scores["nrr"]] == [Fraction(text) for text in KASN_PRINTED]
    assert scores["mutu"].tolist() == ["B", "A", "B", "A", "B", "A", "A", "B", "B"]


def test_kasn_index(kasn):
    score = score_ikm(kasn, populasi=384)
    # 8272 / 2340 = 3.53504, x 25 = 88.37607
    assert (round_half_up(score.ni, 2), round_half_up(score.ikm, 2)) == (Fraction("3.54"), Fraction("88.38"))
    assert (score.mutu, score.kinerja, score.fpc) == ("A", "Sangat baik", True)


def test_mistake_of_others_rounding_the_means_before_averaging(kasn):
    # the nine printed means give 31.80 / 9 x 25 = 88.33; the answers give 88.38
    from_printed = sum(Fraction(text) for text in KASN_PRINTED) / 9 * 25
    assert round_half_up(from_printed, 2) == Fraction("88.33")
    assert round_half_up(ikm_value(kasn), 2) == Fraction("88.38")


@pytest.mark.parametrize(("bobot", "ikm"), [("eksak", "100"), ("0.111", "99.90"), ("0.11", "99.00")])
def test_mistake_of_others_hard_coded_weight_spoils_a_perfect_survey(bobot, ikm):
    # 9 x 4 x 0.111 x 25 = 99.90; 9 x 4 x 0.11 x 25 = 99.00
    assert ikm_value(everybody(4), bobot=bobot_unsur(bobot, UNSUR)) == Fraction(ikm)


def test_printed_weight_of_sekadau(sekadau):
    # 1389 / 49 x 0.111 x 25 = 78.6628 (reference)
    score = score_ikm(sekadau, bobot=bobot_unsur("0.111", sekadau.unsur))
    assert round_half_up(score.ikm, 4) == Fraction("78.6628")


def test_mistake_of_others_blank_as_zero():
    # 4 and 2 answered, one blank: 6 / 2 = 3, not 6 / 3 = 2
    scores = score_unsur(tally_of([[4], [None], [2]], ["waktu"]))
    assert (scores["n"][0], scores["jumlah"][0], scores["nrr"][0]) == (2, 6, 3)


def test_mistake_of_others_strict_comparison_at_the_limit():
    # 2661 x 4 + 2339 x 3 = 17661; 17661 / 5000 x 25 = 88.305, printed as 88.31, which is A
    tally = tally_of([[4]] * 2661 + [[3]] * 2339, ["waktu"])
    score = score_ikm(tally)
    assert (tally.jumlah.tolist(), score.ikm, score.mutu) == ([17661], Fraction("88.305"), "A")
    assert score_unsur(tally)["mutu"].tolist() == ["A"]


def test_everybody_answering_3_is_75_and_c():
    score = score_ikm(everybody(3))
    assert (score.ikm, score.mutu, score.kinerja) == (75, "C", "Kurang baik")


@pytest.mark.parametrize(("nilai", "ikm"), [(4, 100), (1, 25)])
def test_ends_of_the_scale(nilai, ikm):
    assert score_ikm(everybody(nilai)).ikm == ikm


def test_answers_without_variance_have_no_interval():
    score = score_ikm(everybody(4))
    assert (score.low, score.high, score.limits_crossed) == (None, None, ())
    assert score.reason == "Nilai responden tidak beragam, sehingga selang kepercayaan tidak dihitung."
    assert score_unsur(everybody(4))["low"].tolist() == [None] * 9


def test_one_respondent_has_an_index_and_no_interval():
    score = score_ikm(tally_of([(4, 2, 3)]))
    assert (score.n, score.ikm, score.low) == (1, 75, None)
    assert score.reason == "Hanya ada satu responden, sehingga selang kepercayaan tidak dihitung."


def test_no_respondents_have_no_index():
    score = score_ikm(tally_of([]))
    assert (score.n, score.ikm, score.mutu, score.reason) == (0, None, None, "Tidak ada responden.")
    assert ikm_value(tally_of([])) is None


def test_unsur_without_answers_leaves_no_index():
    score = score_ikm(tally_of([(4, None, 3), (3, None, 4)]))
    assert (score.n, score.ni, score.ikm, score.mutu, score.kinerja, score.low) == (2, None, None, None, None, None)
    assert score.reason == "Tidak ada jawaban untuk unsur Biaya/tarif, sehingga IKM tidak dihitung."


def test_unsur_without_answers_keeps_its_row():
    scores = score_unsur(tally_of([(4, None, 3), (3, None, 4)]))
    assert scores["unsur"].tolist() == ["waktu", "biaya", "sarana"]
    empty = scores.iloc[1].to_dict()
    missing = dict.fromkeys(["nrr", "nrr_tertimbang", "ikm", "mutu", "low", "high"])
    assert empty == {"unsur": "biaya", "n": 0, "jumlah": 0, "bobot": Fraction(1, 3), **missing}


def test_unsur_are_an_ordered_category():
    assert score_unsur(everybody(3))["unsur"].cat.ordered
    assert score_unsur(everybody(3))["unsur"].cat.categories.tolist() == list(UNSUR)


def test_weighted_scores_sum_to_the_index(sekadau):
    scores = score_unsur(sekadau)
    assert sum(scores["nrr_tertimbang"]) == score_ikm(sekadau).ni == Fraction(1389, 441)


def test_own_weights():
    # 4 x 0.7 + 2 x 0.3 = 3.4, x 25 = 85
    bobot = {"biaya": Fraction(3, 10), "waktu": Fraction(7, 10)}
    assert ikm_value(tally_of([[4, 2]], ["waktu", "biaya"]), bobot=bobot) == 85


def test_weights_of_other_unsur_are_refused():
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the whole message is compared below
        ikm_value(tally_of([[4]], ["waktu"]), bobot={"biaya": Fraction(1)})
    assert str(error.value) == "bobot: found weights for ['biaya'], allowed is one for each of ['waktu']."


@given(many_rows)
def test_index_lies_on_its_scale_and_inside_its_interval(answers):
    score = score_ikm(tally_of(answers))
    if score.ikm is not None:
        assert 25 <= score.ikm <= 100
    if score.low is not None:
        assert 25 <= score.low <= float(score.ikm) <= score.high <= 100


@given(many_rows)
def test_a_limit_is_crossed_when_the_letters_at_both_ends_differ(answers):
    score = score_ikm(tally_of(answers))
    if score.low is not None:
        letters = [classify_mutu(Fraction(end)) for end in (score.low, score.high)]
        assert bool(score.limits_crossed) == (letters[0] != letters[1])


@given(many_rows, st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(answers, random):
    shuffled = random.sample(answers, len(answers))
    assert score_ikm(tally_of(shuffled)) == score_ikm(tally_of(answers))
    pd.testing.assert_frame_equal(score_unsur(tally_of(shuffled)), score_unsur(tally_of(answers)))


@given(many_rows, st.data())
def test_raising_a_rating_never_lowers_the_index(answers, data):
    places = [(i, j) for i, given in enumerate(answers) for j, nilai in enumerate(given) if nilai and nilai < 4]
    if not places or ikm_value(tally_of(answers)) is None:
        return
    i, j = data.draw(st.sampled_from(places))
    raised = [list(given) for given in answers]
    raised[i][j] += 1
    assert ikm_value(tally_of(raised)) > ikm_value(tally_of(answers))


@given(st.integers(1, 4), st.lists(st.lists(st.booleans(), min_size=3, max_size=3).filter(any), min_size=1, max_size=6))
def test_blanks_never_move_the_index_of_equal_answers(nilai, answered):
    answers = [[nilai if given else None for given in row] for row in answered]
    assert ikm_value(tally_of(answers)) in (None, 25 * nilai)


def test_ikm_value_needs_no_scipy():
    code = (
        "import sys, pandas as pd\n"
        "from skmlib.survey.scores import ikm_value\n"
        "from skmlib.survey.tally import tally_responses\n"
        "ikm_value(tally_responses(pd.DataFrame({'waktu': [3, 4]}), unsur=['waktu']))\n"
        "sys.exit('scipy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
