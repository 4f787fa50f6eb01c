from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.reliability import score_reliability
from skmlib.survey.scores import score_ikm
from skmlib.survey.tally import tally_responses

UNSUR = ("waktu", "biaya", "sarana")
rows = st.lists(st.tuples(*[st.sampled_from([None, 1, 2, 3, 4])] * 3), max_size=12)


def frame(answers, unsur=UNSUR):
    return pd.DataFrame(list(answers), columns=list(unsur), dtype="Int8")


@pytest.fixture
def tally():
    return tally_responses(frame([(3, 4), (4, None), (4, 2)], UNSUR[:2]), unsur=UNSUR[:2])


def test_counts_are_how_many_gave_each_answer(tally):
    # waktu 3 4 4: no 1, no 2, one 3, two 4; biaya 4 - 2: one 2, one 4, the blank nowhere
    assert tally.counts.tolist() == [[0, 0, 1, 2], [0, 1, 0, 1]]
    assert (tally.responden, tally.n.tolist(), tally.jumlah.tolist()) == (3, [3, 2], [11, 6])


def test_pairs_count_those_who_answered_both(tally):
    assert tally.pair_n.tolist() == [[3, 2], [2, 2]]
    # waktu over those who answered biaya: 3 + 4 = 7; biaya over those who answered waktu: 4 + 2 = 6
    assert tally.pair_sums.tolist() == [[11, 7], [6, 6]]
    # waktu 9 + 16 + 16 = 41; both 3 x 4 + 4 x 2 = 20; biaya 16 + 4 = 20
    assert tally.pair_products.tolist() == [[41, 20], [20, 20]]


def test_complete_rows_are_a_set_of_their_own(tally):
    # rows (3, 4) and (4, 2): sums 7 and 6; products 9 + 16, 12 + 8, 16 + 4
    assert (tally.complete_n, tally.complete_sums.tolist()) == (2, [7, 6])
    assert tally.complete_products.tolist() == [[25, 20], [20, 20]]


def test_no_rows_give_zeros():
    tally = tally_responses(frame([]), unsur=UNSUR)
    assert (tally.responden, tally.complete_n, tally.counts.sum(), tally.pair_n.sum()) == (0, 0, 0, 0)


def test_answers_may_be_whole_floats():
    floats = pd.DataFrame({"waktu": [3.0, np.nan]})
    assert tally_responses(floats, unsur=["waktu"]) == tally_responses(
        frame([(3,), (None,)], ["waktu"]), unsur=["waktu"]
    )


@given(rows, rows)
def test_tallies_add_as_their_rows_do(first, second):
    together = tally_responses(frame([*first, *second]), unsur=UNSUR)
    assert tally_responses(frame(first), unsur=UNSUR) + tally_responses(frame(second), unsur=UNSUR) == together


@given(rows, st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(answers, random):
    shuffled = random.sample(answers, len(answers))
    assert tally_responses(frame(shuffled), unsur=UNSUR) == tally_responses(frame(answers), unsur=UNSUR)


@given(rows)
def test_one_more_row_makes_another_tally(answers):
    assert tally_responses(frame([*answers, (1, 2, 3)]), unsur=UNSUR) != tally_responses(frame(answers), unsur=UNSUR)


def test_tally_is_not_equal_to_one_of_other_unsur(tally):
    assert tally != tally_responses(frame([], UNSUR[1:]), unsur=UNSUR[1:])
    assert tally != "tally"


def test_other_unsur_do_not_add(tally):
    other = tally_responses(frame([], UNSUR[1:]), unsur=UNSUR[1:])
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the whole message is compared below
        tally + other
    assert str(error.value) == (
        "Tally: found unsur ('biaya', 'sarana'), allowed are ('waktu', 'biaya'); only the same unsur add."
    )


def test_only_tallies_add(tally):
    with pytest.raises(TypeError):
        tally + 1


def test_tally_cannot_be_changed(tally):
    with pytest.raises(ValueError, match="read-only"):
        tally.counts[0, 0] = 5


def test_answers_off_the_scale_are_refused():
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the whole message is compared below
        tally_responses(pd.DataFrame({"waktu": [0, 3, 5], "biaya": [3.5, None, 1]}), unsur=["waktu", "biaya"])
    assert str(error.value) == "tally_responses: found [0.0, 3.5, 5.0], allowed are whole numbers from 1 to 4."


@pytest.mark.parametrize("unsur", [(), ("waktu", "waktu")])
def test_unsur_stand_once_each(unsur):
    with pytest.raises(ValueError, match="give one name or more, each once"):
        tally_responses(frame([]), unsur=unsur)


# Two sub-questions for waktu, three for biaya: the scale is lcm(1, 2, 3) = 6. Means of the first row: waktu (3 + 4) / 2 = 7/2,
# biaya (2 + 3 + 3) / 3 = 8/3; of the second: waktu 4 (one answered), biaya (4 + 1) / 2 = 5/2; the third answers only biaya: 1.
PARTS = pd.DataFrame(
    {
        "waktu.1": [3, 4, None],
        "waktu.2": [4, None, None],
        "biaya.1": [2, 4, 1],
        "biaya.2": [3, None, 1],
        "biaya.3": [3, 1, 1],
    }
)


def test_sub_questions_are_averaged_per_respondent_without_rounding():
    tally = tally_responses(PARTS, unsur=["waktu", "biaya"])
    assert tally.skala == 6
    assert tally.n.tolist() == [2, 3]
    assert tally.jumlah.tolist() == [Fraction(15, 2), Fraction(8, 3) + Fraction(5, 2) + 1]
    assert tally.complete_n == 2
    # products over the two complete rows: 7/2 x 8/3 + 4 x 5/2 = 28/3 + 10 = 58/3, times 36
    assert tally.complete_products[0, 1] == 36 * Fraction(58, 3)


def test_answers_to_sub_questions_are_counted_one_by_one():
    tally = tally_responses(PARTS, unsur=["waktu", "biaya"])
    assert tally.counts.tolist() == [[0, 0, 1, 2], [4, 1, 2, 1]]


def test_tallies_of_different_scales_add():
    whole = tally_responses(pd.DataFrame({"waktu": [2, 4], "biaya": [1, 3]}), unsur=["waktu", "biaya"])
    both = whole + tally_responses(PARTS, unsur=["waktu", "biaya"])
    assert both.jumlah.tolist() == [Fraction(6) + Fraction(15, 2), Fraction(4) + Fraction(37, 6)]
    assert both == tally_responses(PARTS, unsur=["waktu", "biaya"]) + whole
    assert whole == whole.scaled(6)


def test_scores_do_not_depend_on_the_scale():
    tally = tally_responses(pd.DataFrame({"waktu": [2, 4, 3], "biaya": [1, 3, 3]}), unsur=["waktu", "biaya"])
    assert score_ikm(tally) == score_ikm(tally.scaled(60))
    assert score_reliability(tally).alpha == score_reliability(tally.scaled(60)).alpha
