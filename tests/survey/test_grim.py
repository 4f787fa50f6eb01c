"""GRIM: what whole answers can give."""

from decimal import Decimal

import pytest

from skmlib.survey.grim import is_possible


# Ten answers give tenths: 3,4 is 34/10; 3,45 lies half-way and can be printed of neither 34/10 nor 35/10.
@pytest.mark.parametrize(("printed", "possible"), [("3.4", True), ("3.40", True), ("3.45", False), ("3.41", False)])
def test_mean_of_ten_answers_is_a_tenth(printed, possible):
    assert is_possible(Decimal(printed), 10) is possible


def test_a_half_may_have_been_rounded_either_way():
    # 25/8 = 3.125, printed as 3.13 by rounding half up and as 3.12 by rounding half to even.
    assert is_possible(Decimal("3.13"), 8)
    assert is_possible(Decimal("3.12"), 8)
    assert not is_possible(Decimal("3.14"), 8)


def test_answers_lie_between_one_and_four():
    assert not is_possible(Decimal("0.99"), 1000)
    assert not is_possible(Decimal("4.01"), 1000)
    assert is_possible(Decimal("4.00"), 7)


def test_published_means_of_biro_humas_need_a_multiple_of_68(root):
    # reference/biro-humas-2023.yml: none of the nine from 134, all nine from 68 and its multiples.
    means = ["3.265", "3.221", "3.279", "3.691", "3.279", "3.235", "3.397", "3.324", "3.529"]
    assert [n for n in range(50, 210) if all(is_possible(Decimal(mean), n) for mean in means)] == [68, 136, 204]
    assert not any(is_possible(Decimal(mean), 134) for mean in means)


def test_score_on_the_scale_to_hundred_is_25_times_a_mean():
    # 25 x 3 / 4 = 18.75 steps of 25/4 = 6.25 for four answers: 81.25 is 13/4, 82.00 is none.
    assert is_possible(Decimal("81.25"), 4, faktor=25)
    assert not is_possible(Decimal("82.00"), 4, faktor=25)


def test_no_answers_are_refused():
    with pytest.raises(ValueError, match=r"^is_possible: found n 0; give 1 or more\.$"):
        is_possible(Decimal("3.00"), 0)
