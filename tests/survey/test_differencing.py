"""Sums of overlapping groups: no combination of them may count a few respondents only, found here by trying every choice."""

import itertools
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.differencing import rests_on_enough
from skmlib.survey.groups import score_groups

PEOPLE = st.lists(st.frozensets(st.sampled_from("ABC")), min_size=1, max_size=14)


def hidden(people, *, answers=(3, 4), ambang=5):
    """Score respondents of these groups (a string each, a letter a group), who answer in turn, and name the hidden groups."""
    waktu = list(itertools.islice(itertools.cycle(answers), len(people)))
    frame = pd.DataFrame({"g": [tuple(own) or None for own in people], "waktu": waktu}).astype({"waktu": "Int8"})
    groups = score_groups(frame, "g", categories=list("ABCDE"), unsur=["waktu"], ambang=ambang).groups
    return "".join(groups.loc[groups["disembunyikan"], "kelompok"])


def isolates_few(counts, shown, ambang):
    """Try every choice of fewer respondents: does leaving out all with their groups lower the rank of those who remain?"""
    patterns = [((1, *(name in own for name in shown)), n) for own, n in counts.items()]
    whole = np.linalg.matrix_rank([vector for vector, _ in patterns])
    for size in range(1, ambang):
        for chosen in itertools.combinations(range(len(patterns)), size):
            rest = [vector for place, (vector, _) in enumerate(patterns) if place not in chosen]
            rank = np.linalg.matrix_rank(rest) if rest else 0
            if sum(patterns[place][1] for place in chosen) < ambang and rank < whole:
                return True
    return False


@given(PEOPLE, st.integers(2, 5))
def test_no_combination_counts_a_few_where_the_sums_rest_on_enough(people, ambang):
    counts = Counter(people)
    if rests_on_enough(counts, shown="ABC", ambang=ambang):
        assert not isolates_few(counts, "ABC", ambang)


@pytest.mark.parametrize("n", [1, 4])
def test_few_who_are_in_both_of_two_groups_are_isolated(n):
    # KK + KTP - unit = those in both
    counts = {frozenset("A"): 9, frozenset("B"): 9, frozenset("AB"): n}
    assert isolates_few(counts, "AB", 5)
    assert not rests_on_enough(counts, shown="AB", ambang=5)


def test_reader_who_adds_two_groups_and_takes_the_unit_away_finds_no_one():
    # 10 for A and 10 for B, 19 in all: one is in both.
    assert hidden(["A"] * 9 + ["B"] * 9 + ["AB"]) == "A"
    assert hidden(["A"] * 9 + ["B"] * 9 + ["AB"] * 5) == ""


def test_two_who_are_all_of_three_hidden_groups_hide_a_further_one():
    # A, B and E are hidden with the same two; unit - C - D is what these two answered. C is the smaller.
    assert hidden(["ABE"] * 2 + ["C"] * 7 + ["D"] * 8) == "ABCE"


def test_smallest_group_is_shown_again_where_hiding_it_did_not_help():
    # Who is in D (10) is in another group too, but for one: unit - A - B - C is that one, whether D is shown or not.
    # So A (11) is hidden, after which D tells nothing.
    people = [*["A"] * 8, *["B"] * 9, *["C"] * 10, *["AD"] * 3, *["BD"] * 3, *["CD"] * 3, "D"]
    assert hidden(people) == "A"


def test_those_in_several_groups_who_all_did_alike_are_protected():
    # The six in both all answered 4, which A + B - unit would tell; others answered 3 or 4.
    people = ["A"] * 10 + ["B"] * 11 + ["AB"] * 6
    assert hidden(people, answers=[3, 4] * 10 + [3] + [4] * 6) == "A"
    assert hidden(people, answers=[3, 4] * 10 + [3] + [4] * 5 + [3]) == ""


def test_those_outside_all_shown_groups_keep_an_overlap_apart_from_them():
    # E of 3 is hidden, and C of 6 so that they are 9; A + B - unit is then the two in both less these 9, and tells of neither.
    people = ["C"] * 6 + ["E"] * 3 + ["A"] * 9 + ["B"] * 10 + ["AB"] * 2
    assert hidden(people) == "CE"


def test_answers_to_an_unsur_count_like_respondents():
    # Seven are in both, of whom four left waktu blank: their sum of waktu is that of three.
    people = ["A"] * 10 + ["B"] * 11 + ["AB"] * 7
    answers = [3, 4] * 10 + [4] + [4, 3, 4, None, None, None, None]
    assert hidden(people, answers=answers) == "A"


def test_threshold_of_one_hides_nothing():
    assert hidden(["A"] * 3 + ["B"] * 3 + ["AB"], ambang=1) == ""
