"""Difference of two estimates: by hand, and Holm's p against statsmodels 0.15.0 (multipletests) and R 4.2.2 (p.adjust)."""

from fractions import Fraction

import pytest

from skmlib.survey.difference import Estimate, adjust_holm, compare_estimates


def test_equal_variances_and_sizes_give_twice_the_degrees_of_freedom():
    # v 1/8 each, n 5: total 1/4; df (1/4)^2 / (2 x (1/8)^2 / 4) = (1/16) / (1/128) = 8; t = 1 / (1/2) = 2
    found = compare_estimates(
        Estimate("2023", 5, Fraction(3), Fraction(1, 8)), Estimate("2024", 5, Fraction(4), Fraction(1, 8)), widest=3
    )
    # R 4.2.2: 2 * pt(-2, 8) = 0.08051624; 1 - qt(0.975, 8) / 2 = -0.1530020676
    assert (found.df, found.t, found.standard_error, found.perubahan) == (8, 2.0, 0.5, 1)
    assert found.p == pytest.approx(0.08051624, abs=1e-8)
    assert found.low == pytest.approx(-0.1530020676, abs=1e-9)


def test_reason_given_stands_instead_of_a_test():
    found = compare_estimates(
        Estimate("2023", 5, Fraction(3), Fraction(1)),
        Estimate("2024", 5, Fraction(4), Fraction(1)),
        widest=3,
        alasan="x",
    )
    assert (found.perubahan, found.p, found.alasan) == (1, None, "x")


def test_holm_never_exceeds_one_and_leaves_out_what_was_not_tested():
    # by hand: 0.02 x 3 = 0.06; 0.5 x 2 = 1; 0.9 x 1 = 0.9, not below the one before
    assert adjust_holm([0.9, None, 0.02, 0.5]) == [1.0, None, 0.06, 1.0]


def test_no_p_values_give_none():
    assert adjust_holm([]) == []
