from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.priorities import rank_unsur
from skmlib.survey.regulation import UNSUR

KASN_SUMS = (918, 926, 900, 939, 906, 939, 936, 910, 898)  # of 260 answers each; the means print as published


def scores_of(nrr):
    names = UNSUR[: len(nrr)]
    unsur = pd.Categorical(names, categories=names, ordered=True)
    return pd.DataFrame({"unsur": unsur, "nrr": pd.Series(nrr, dtype="object")})


@pytest.fixture
def kasn():
    return rank_unsur(scores_of([Fraction(total, 260) for total in KASN_SUMS]))


def test_kasn_priorities_are_the_three_lowest(kasn):
    # published: U9 3.45, U3 3.46, U5 3.48
    assert kasn.prioritas == ("sarana", "waktu", "produk")
    assert kasn.ranking["nrr"].tolist()[:3] == [Fraction("3.45"), Fraction("3.46"), Fraction("3.48")]
    assert kasn.ranking["prioritas"].tolist() == [True] * 3 + [False] * 6


def test_kasn_highest_are_two_and_lowest_is_one(kasn):
    # published: U4 and U6 3.61, U9 3.45
    assert kasn.tertinggi == ("biaya", "kompetensi")
    assert kasn.terendah == ("sarana",)


def test_mistake_of_others_best_unsur_as_priority(kasn):
    # the agency planned for U7 (3.60), the third best, and not for U8 and U1
    assert "perilaku" not in kasn.prioritas
    places = dict(zip(kasn.ranking["unsur"], kasn.ranking["peringkat"], strict=True))
    assert (places["pengaduan"], places["persyaratan"], places["perilaku"]) == (4, 5, 7)


def test_scores_equal_at_two_decimals_are_ties():
    # 3.454 and 3.446 both print as 3.45
    rank = rank_unsur(scores_of([Fraction("3.454"), Fraction("3.446"), Fraction("3.8")]), jumlah=1)
    assert rank.prioritas == rank.terendah == ("persyaratan", "prosedur")
    assert rank.ranking["peringkat"].tolist() == [1, 1, 3]


def test_a_half_is_rounded_up_before_comparing():
    # 3.455 prints as 3.46, 3.454 as 3.45
    rank = rank_unsur(scores_of([Fraction("3.455"), Fraction("3.454")]), jumlah=1)
    assert rank.prioritas == ("prosedur",)


def test_tie_at_the_last_place_is_named_whole():
    # lowest first: 3.1, then 3.2 three times, then 3.5: two asked for, four named
    nrr = [Fraction(text) for text in ("3.2", "3.5", "3.2", "3.1", "3.2")]
    rank = rank_unsur(scores_of(nrr), jumlah=2)
    assert rank.prioritas == ("biaya", "persyaratan", "waktu", "produk")
    assert rank.jumlah == 2


def test_equal_scores_are_all_highest_and_lowest():
    rank = rank_unsur(scores_of([Fraction(3)] * 4))
    assert rank.tertinggi == rank.terendah == rank.prioritas == UNSUR[:4]


def test_more_priorities_than_unsur_names_them_all():
    assert rank_unsur(scores_of([Fraction(3), Fraction(2)]), jumlah=5).prioritas == ("prosedur", "persyaratan")


def test_unsur_without_answers_is_not_ranked():
    rank = rank_unsur(scores_of([Fraction(3), None, Fraction(2)]))
    assert rank.tanpa_nilai == ("prosedur",)
    assert rank.ranking["unsur"].tolist() == ["waktu", "persyaratan"]


def test_no_answers_at_all_have_no_ranking():
    rank = rank_unsur(scores_of([None, None]))
    assert (rank.prioritas, rank.tertinggi, rank.terendah) == ((), (), ())


def test_number_of_priorities_is_1_or_more():
    with pytest.raises(ValueError, match=r"^rank_unsur: found jumlah 0; give 1 or more\.$"):
        rank_unsur(scores_of([Fraction(3)]), jumlah=0)


@given(st.lists(st.fractions(1, 4), min_size=1, max_size=9), st.integers(1, 9))
def test_no_unsur_outside_the_priorities_prints_lower_than_one_inside(nrr, jumlah):
    ranking = rank_unsur(scores_of(nrr), jumlah=jumlah).ranking
    inside, outside = ranking.loc[ranking["prioritas"], "nrr"], ranking.loc[~ranking["prioritas"], "nrr"]
    assert len(inside) >= min(jumlah, len(nrr))
    assert outside.empty or max(inside) < min(outside)
