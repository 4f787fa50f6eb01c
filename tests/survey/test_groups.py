from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.groups import score_groups

UNSUR = ["waktu", "biaya"]
COMPLEMENTARY = "Disembunyikan agar nilai kelompok kecil tidak dapat dihitung dari nilai seluruhnya."


def responses_of(sizes, *, blank_biaya=None):
    """Make respondents of groups by size; `blank_biaya` says how many of a group leave biaya blank."""
    blank_biaya = blank_biaya or {}
    rows = [
        (group, 3 + i % 2, None if i < blank_biaya.get(group, 0) else 4) for group, n in sizes.items() for i in range(n)
    ]
    frame = pd.DataFrame(rows, columns=["layanan", *UNSUR])
    return frame.astype({"layanan": "str", "waktu": "Int8", "biaya": "Int8"})


def score(sizes, *, ambang=5, **options):
    responses = responses_of(sizes, **options)
    return score_groups(responses, "layanan", categories=list(sizes), unsur=UNSUR, ambang=ambang)


def hidden(scores):
    return scores.groups.loc[scores.groups["disembunyikan"], "kelompok"].tolist()


def test_groups_are_scored_by_their_own_answers():
    # KK: waktu 3 4 3 4 3 4 = 21 / 6 = 3.5, biaya 4; (3.5 + 4) / 2 = 3.75, x 25 = 93.75
    # KTP: waktu 3 4 3 4 3 = 17 / 5 = 3.4, biaya 4; 3.7, x 25 = 92.5
    groups = score({"KK": 6, "KTP": 5}).groups
    assert groups["kelompok"].tolist() == ["KK", "KTP"]
    assert groups["n"].tolist() == [6, 5]
    assert groups["ni"].tolist() == [Fraction(15, 4), Fraction(37, 10)]
    assert groups["ikm"].tolist() == [Fraction(375, 4), Fraction(185, 2)]
    assert groups["mutu"].tolist() == ["A", "A"]
    assert groups["alasan"].tolist() == [None, None]


def test_mistake_of_others_denominator_of_all_respondents():
    # divided by all 11 respondents, waktu of KK would be 21 / 11 = 1.91
    unsur = score({"KK": 6, "KTP": 5}).unsur
    assert unsur[["kelompok", "unsur", "n", "nrr", "ikm", "mutu"]].to_numpy().tolist() == [
        ["KK", "waktu", 6, Fraction(7, 2), Fraction(175, 2), "B"],
        ["KK", "biaya", 6, 4, 100, "A"],
        ["KTP", "waktu", 5, Fraction(17, 5), 85, "B"],
        ["KTP", "biaya", 5, 4, 100, "A"],
    ]


def test_group_has_its_interval_on_the_scale_of_the_index():
    # means of the respondents 3.5 4 3.5 4 3.5 4, x 25: 87.5 and 100 three times each, mean 93.75, deviations 6.25;
    # standard error sqrt(6 x 39.0625 / 5 / 6) = 2.795085; t with 5 degrees of freedom 2.570582 (R 4.2.2): 7.184995
    row = score({"KK": 6, "KTP": 5}).groups.iloc[0]
    assert (row["low"], row["high"]) == pytest.approx((86.565005, 100), abs=1e-5)


def test_group_without_respondents_keeps_its_row():
    scores = score({"KK": 6, "Akta": 0, "KTP": 5})
    empty = scores.groups.iloc[1].to_dict()
    assert (empty["n"], empty["ikm"], empty["disembunyikan"], empty["alasan"]) == (
        0,
        None,
        False,
        "Tidak ada responden.",
    )
    assert scores.unsur.loc[scores.unsur["kelompok"] == "Akta", ["n", "nrr"]].to_numpy().tolist() == [[0, None]] * 2


def test_blanks_and_unknown_values_stand_last():
    responses = responses_of({"KK": 5, "KTP": 5, "Zakat": 5, "Akta": 5, "x": 5})
    responses["layanan"] = responses["layanan"].where(responses["layanan"] != "x")
    groups = score_groups(responses, "layanan", categories=["KTP", "KK"], unsur=UNSUR).groups
    assert groups["kelompok"].tolist() == ["KTP", "KK", "Akta", "Zakat", "Tidak diisi"]
    assert groups["n"].tolist() == [5] * 5
    assert groups["ikm"].notna().all()


def test_small_group_is_hidden_with_the_smallest_shown_one():
    scores = score({"KK": 12, "KTP": 8, "Akta": 4})
    assert hidden(scores) == ["KTP", "Akta"]
    assert scores.groups["alasan"].tolist() == [None, COMPLEMENTARY, "Kurang dari 5 responden."]
    assert scores.ambang == 5


def test_hidden_group_keeps_its_head_count_and_nothing_else():
    scores = score({"KK": 12, "KTP": 8, "Akta": 4})
    row = scores.groups.iloc[2]
    assert row["n"] == 4
    assert [row[name] for name in ["ni", "ikm", "mutu", "low", "high"]] == [None] * 5
    rows = scores.unsur[scores.unsur["kelompok"] == "Akta"]
    assert rows[["n", "nrr", "ikm", "mutu"]].to_numpy().tolist() == [[None] * 4] * 2
    assert rows["disembunyikan"].all()


def test_among_equals_the_earlier_group_is_hidden_too():
    assert hidden(score({"KK": 9, "KTP": 7, "KIA": 7, "Akta": 2})) == ["KTP", "Akta"]


def test_two_small_groups_with_enough_respondents_hide_no_other():
    assert hidden(score({"KK": 12, "KTP": 3, "Akta": 2})) == ["KTP", "Akta"]


def test_two_small_groups_with_too_few_respondents_hide_another():
    assert hidden(score({"KK": 12, "KTP": 2, "Akta": 2, "KIA": 8})) == ["KTP", "Akta", "KIA"]


def test_group_of_the_threshold_is_shown():
    assert hidden(score({"KK": 5, "KTP": 5})) == []


def test_few_answers_to_an_unsur_hide_a_group():
    # 8 respondents of KTP, 6 leave biaya blank: 2 answers
    scores = score({"KK": 12, "KTP": 8, "Akta": 9}, blank_biaya={"KTP": 6})
    assert hidden(scores) == ["KTP", "Akta"]
    assert scores.groups["alasan"][1] == "Ada unsur dengan kurang dari 5 jawaban."


def test_hidden_groups_need_enough_answers_to_each_unsur_together():
    # hidden KTP and Akta have 8 + 4 respondents, but 2 + 2 answers to biaya: KIA is hidden too
    blank_biaya = {"KTP": 6, "Akta": 2}
    assert hidden(score({"KK": 12, "KTP": 8, "Akta": 4, "KIA": 9}, blank_biaya=blank_biaya)) == ["KTP", "Akta", "KIA"]


def test_unsur_that_a_whole_group_left_blank_hides_nothing():
    scores = score({"KK": 12, "KTP": 8}, blank_biaya={"KTP": 8})
    assert hidden(scores) == []
    assert scores.groups["alasan"][1] == "Tidak ada jawaban untuk unsur Biaya/tarif, sehingga IKM tidak dihitung."
    assert scores.unsur["nrr"].tolist()[2:] == [Fraction(7, 2), None]


def test_all_are_hidden_when_none_can_be_shown():
    assert hidden(score({"KK": 6, "KTP": 4})) == ["KK", "KTP"]
    assert hidden(score({"KK": 3, "KTP": 1})) == ["KK", "KTP"]


def test_threshold_is_a_parameter():
    assert hidden(score({"KK": 3, "KTP": 2, "Akta": 1}, ambang=1)) == []
    assert hidden(score({"KK": 9, "KTP": 8, "Akta": 9}, ambang=9)) == ["KK", "KTP"]


def test_own_weights_reach_the_groups():
    # waktu 3.5 x 1 + biaya 4 x 0 = 3.5, x 25 = 87.5
    bobot = {"waktu": Fraction(1), "biaya": Fraction(0)}
    responses = responses_of({"KK": 6})
    groups = score_groups(responses, "layanan", categories=["KK"], unsur=UNSUR, bobot=bobot).groups
    assert groups["ikm"].tolist() == [Fraction(175, 2)]


def test_no_respondents_give_empty_groups():
    scores = score({"KK": 0, "KTP": 0})
    assert scores.groups["n"].tolist() == [0, 0]
    assert len(scores.unsur) == 4


def test_groups_and_unsur_are_ordered_categories():
    scores = score({"KK": 6, "KTP": 5})
    assert scores.groups["kelompok"].cat.categories.tolist() == ["KK", "KTP"]
    assert scores.unsur["unsur"].cat.categories.tolist() == UNSUR
    assert scores.groups["kelompok"].cat.ordered
    assert scores.unsur["unsur"].cat.ordered


@given(
    st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 12), min_size=1),
    st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 12)),
)
def test_hidden_groups_cannot_be_told_from_the_total(sizes, blank_biaya):
    scores = score(sizes, blank_biaya=blank_biaya)
    names = hidden(scores)
    shown = [group for group, n in sizes.items() if n and group not in names]
    answers = {group: n - min(n, blank_biaya.get(group, 0)) for group, n in sizes.items()}
    assert all(sizes[group] >= 5 and (answers[group] == 0 or answers[group] >= 5) for group in shown)
    if names and shown:
        assert len(names) >= 2
        assert sum(sizes[group] for group in names) >= 5
        assert not 0 < sum(answers[group] for group in names) < 5


def test_several_choices_count_in_each_group():
    # KK: (4 + 2) / 2 = 3 in both unsur, 75; KTP: only the respondent of 4, 100; a blank is a group of its own, 25
    several = pd.DataFrame({"layanan": [("KK", "KTP"), ("KK",), None], "waktu": [4, 2, 1], "biaya": [4, 2, 1]})
    scores = score_groups(several, "layanan", categories=["KK", "KTP", "Akta"], unsur=UNSUR, ambang=1)
    assert scores.groups[["kelompok", "n", "ikm"]].to_numpy().tolist() == [
        ["KK", 2, 75], ["KTP", 1, 100], ["Akta", 0, None], ["Tidak diisi", 1, 25]
    ]  # fmt: skip


def test_several_choices_leave_the_responses_as_they_were():
    several = pd.DataFrame({"layanan": [("KK", "KTP"), ("KK",)], "waktu": [4, 2], "biaya": [4, 2]})
    before = several.copy(deep=True)
    score_groups(several, "layanan", categories=["KK", "KTP"], unsur=UNSUR)
    pd.testing.assert_frame_equal(several, before)


def test_those_outside_a_shown_group_are_protected_where_groups_overlap():
    # 39 for KTP, 8 of them for KK as well, one says nothing: the sum of all less that of KTP is what that one said.
    named = [("KTP", "KK")] * 8 + [("KTP",)] * 31
    frame = pd.DataFrame({"layanan": [*named, None], "waktu": [3, 4] * 20}).astype({"waktu": "Int8"})
    scores = score_groups(frame, "layanan", categories=["KTP", "KK"], unsur=["waktu"])
    hidden = scores.groups.set_index("kelompok")["disembunyikan"]
    assert hidden.to_dict() == {"KTP": True, "KK": False, "Tidak diisi": True}


def test_overlapping_groups_are_shown_where_enough_are_outside_each():
    named = [("KTP", "KK")] * 8 + [("KTP",)] * 20 + [("KK",)] * 12
    frame = pd.DataFrame({"layanan": named, "waktu": [3, 4] * 20}).astype({"waktu": "Int8"})
    scores = score_groups(frame, "layanan", categories=["KTP", "KK"], unsur=["waktu"])
    assert not scores.groups["disembunyikan"].any()
