"""Intervals against R 4.2.2 with its package survey 4.1.1 (svyratio with covmat=TRUE) and against hand-worked sums."""

import statistics
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.intervals import linearised_variance, t_interval, t_quantile
from skmlib.survey.tally import tally_responses

answer = st.integers(1, 4)


def tally_of(answers, unsur):
    return tally_responses(pd.DataFrame(list(answers), columns=list(unsur), dtype="Int8"), unsur=unsur)


def test_variance_of_a_weighted_sum_with_blanks():
    # waktu 3 4 1 -, biaya 4 - 2 2: both means 8/3 of 3 answers, both weights 1/2, so each deviation counts 1/2 / 3 = 1/6.
    # z: (1/3 + 4/3) / 6 = 5/18, (4/3) / 6 = 4/18, (-5/3 - 2/3) / 6 = -7/18, (-2/3) / 6 = -2/18
    # sum of squares (25 + 16 + 49 + 4) / 324 = 94/324; 4/3 x 94/324 = 94/243
    tally = tally_of([(3, 4), (4, None), (1, 2), (None, 2)], ["waktu", "biaya"])
    half = Fraction(1, 2)
    assert linearised_variance(tally, bobot={"waktu": half, "biaya": half}, n=4) == Fraction(94, 243)


@pytest.mark.parametrize(
    ("bobot", "standard_error"),
    [
        ((Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)), 0.19239219192),
        ((Fraction(1, 2), Fraction(3, 10), Fraction(1, 5)), 0.252559666816),
    ],
)
def test_standard_error_with_blanks_is_that_of_r_survey(bobot, standard_error):
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
    tally = tally_of(answers, "abc")
    variance = linearised_variance(tally, bobot=dict(zip("abc", bobot, strict=True)), n=8)
    assert float(variance) ** 0.5 == pytest.approx(standard_error, abs=1e-10)


@given(st.lists(st.tuples(answer, answer, answer), min_size=2, max_size=10))
def test_complete_answers_give_the_variance_of_the_means_of_respondents(answers):
    means = [Fraction(sum(row), 3) for row in answers]
    expected = statistics.variance(means) / len(means)
    bobot = dict.fromkeys("abc", Fraction(1, 3))
    assert linearised_variance(tally_of(answers, "abc"), bobot=bobot, n=len(answers)) == expected


def test_variance_of_one_unsur_rests_on_its_own_answers():
    # 3 4 4 1 and a blank: mean 3, squares 0 + 1 + 1 + 4 = 6, sample variance 6/3 = 2, of the mean 2/4
    tally = tally_of([(3,), (4,), (4,), (None,), (1,)], ["waktu"])
    assert linearised_variance(tally, bobot={"waktu": Fraction(1)}, n=4) == Fraction(1, 2)


@pytest.mark.parametrize(("df", "t"), [(1, 12.706204736), (9, 2.262157163), (47, 2.011740514), (259, 1.969165556)])
def test_t_value_is_that_of_r(df, t):
    # R 4.2.2: qt(0.975, df)
    assert t_quantile(df) == pytest.approx(t, abs=1e-8)


def test_interval_is_cut_at_the_ends_of_the_scale():
    interval = t_interval(Fraction(3), variance=Fraction(1), df=1, limits=(Fraction(1), Fraction(4)))
    assert (interval.low, interval.high, interval.standard_error) == (1.0, 4.0, 1.0)
