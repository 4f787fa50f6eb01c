"""What the index lacks to the next band: worked by hand, and checked by carrying it out."""

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.next_band import score_next_band
from skmlib.survey.regulation import classify_mutu
from skmlib.survey.scores import ikm_value
from skmlib.survey.tally import tally_responses


def tally_of(**answers):
    return tally_responses(pd.DataFrame(answers, dtype="Int8"), unsur=list(answers))


def test_worked_example():
    # waktu 3 3 3 4 and a blank: 13/4; biaya 4 4 4 4 3: 19/5; index 25 x (3.25 + 3.8) / 2 = 88.125: B
    # missing 88.305 - 88.125 = 0.18; one unsur of weight 1/2: 0.18 / 12.5 = 0.0144
    # waktu 3.2644, 4 answers: 0.0576, so 1 answer; biaya 3.8144, 5 answers: 0.072, so 1
    found = score_next_band(tally_of(waktu=[3, 3, 3, 4, None], biaya=[4, 4, 4, 4, 3]))
    assert (found.ikm, found.mutu, found.mutu_berikut) == (Fraction("88.125"), "B", "A")
    assert (found.batas, found.ikm_perlu, found.kurang) == (Fraction("88.31"), Fraction("88.305"), Fraction("0.18"))
    assert found.unsur.to_numpy().tolist() == [
        ["waktu", 4, Fraction(13, 4), Fraction("3.2644"), Fraction("0.0144"), 1, 3, None],
        ["biaya", 5, Fraction(19, 5), Fraction("3.8144"), Fraction("0.0144"), 1, 1, None],
    ]


def test_weights_change_the_increase():
    # 13/4 x 0.8 + 19/5 x 0.2 = 3.36, index 84; missing 4.305; waktu 4.305 / 20 = 0.21525, biaya 4.305 / 5 = 0.861: 4.661
    found = score_next_band(
        tally_of(waktu=[3, 3, 3, 4, None], biaya=[4, 4, 4, 4, 3]),
        bobot={"waktu": Fraction("0.8"), "biaya": Fraction("0.2")},
    )
    assert found.unsur["kenaikan"].tolist() == [Fraction("0.21525"), None]
    assert found.unsur["alasan"].tolist() == [
        None,
        "Perubahan unsur ini saja tidak cukup: nilainya harus lebih dari 4.",
    ]


def test_weight_of_nought_changes_nothing():
    found = score_next_band(tally_of(waktu=[3], biaya=[3]), bobot={"waktu": Fraction(1), "biaya": Fraction(0)})
    assert found.unsur["alasan"].tolist() == [None, "Bobot unsur ini 0, sehingga tidak mengubah indeks."]


def test_few_people_below_the_top_must_rise_more_than_one_step():
    # 26/8 = 3.25, index 81.25; missing 7.055 / 25 = 0.2822, x 8 answers = 2.26: 3 steps, and only 2 answered below 4
    found = score_next_band(tally_of(waktu=[1, 1, 4, 4, 4, 4, 4, 4])).unsur
    assert found.loc[0, ["langkah", "di_bawah_maksimum"]].tolist() == [3, 2]
    assert found.loc[0, "alasan"] == (
        "Hanya 2 responden yang menjawab di bawah 4, sehingga sebagian harus naik lebih dari satu tingkat."
    )


@pytest.mark.parametrize(
    ("threes", "fours", "mutu", "berikut"),
    # mean 3 + fours/n: 25 x 3.5322 = 88.305 is an A already; 25 x 3.0642 = 76.605 a B; one answer of 5,000 less is not
    [(2339, 2661, "A", None), (2340, 2660, "B", "A"), (4679, 321, "B", "A"), (4680, 320, "C", "B")],
)
def test_band_limits_are_those_of_the_printed_index(threes, fours, mutu, berikut):
    found = score_next_band(tally_of(waktu=[3] * threes + [4] * fours))
    assert (found.mutu, found.mutu_berikut) == (mutu, berikut)


def test_one_answer_below_the_limit_needs_one_answer():
    found = score_next_band(tally_of(waktu=[3] * 2340 + [4] * 2660))
    assert (found.unsur.loc[0, "kenaikan"], found.unsur.loc[0, "langkah"]) == (Fraction(1, 5000), 1)


def test_sub_questions_count_respondents_and_not_who_answered_below_the_top():
    # means 3.5 and 3: 3.25, index 81.25; missing 7.055 / 25 = 0.2822, of 2 respondents 0.5644: 1
    parts = pd.DataFrame({"waktu.1": [3, 3], "waktu.2": [4, 3]}, dtype="Int8")
    row = score_next_band(tally_responses(parts, unsur=["waktu"])).unsur.loc[0]
    assert (row["n"], row["nrr"], row["langkah"], row["di_bawah_maksimum"], row["alasan"]) == (
        2, Fraction(13, 4), 1, None, None,
    )  # fmt: skip


def test_highest_band_says_so():
    found = score_next_band(tally_of(waktu=[4, 4]))
    assert (found.ikm, found.mutu, found.mutu_berikut, found.kurang) == (100, "A", None, None)
    assert (found.reason, len(found.unsur)) == ("Indeks sudah pada mutu A, yang tertinggi.", 0)


def test_no_index_says_why():
    found = score_next_band(tally_of(waktu=[4, 4], biaya=[None, None]))
    assert (found.ikm, found.mutu, len(found.unsur)) == (None, None, 0)
    assert found.reason == "Tidak ada jawaban untuk unsur Biaya/tarif, sehingga IKM tidak dihitung."


answers = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=1, max_size=20)


@given(answers)
def test_carrying_it_out_reaches_the_band_and_one_step_less_does_not(rows):
    first, second = zip(*rows, strict=True)
    found = score_next_band(tally_of(waktu=first, biaya=second))
    for row in found.unsur[found.unsur["langkah"].notna()].itertuples():
        higher = found.ikm + Fraction(25, 2) * Fraction(row.langkah, row.n)
        assert classify_mutu(min(higher, Fraction(100))) <= found.mutu_berikut  # letters: A is higher than B
        assert classify_mutu(found.ikm + Fraction(25, 2) * Fraction(row.langkah - 1, row.n)) == found.mutu


def test_index_is_that_of_the_scores():
    tally = tally_of(waktu=[3, 1, 4, None], biaya=[2, 4, 4, 3])
    assert score_next_band(tally).ikm == ikm_value(tally)
