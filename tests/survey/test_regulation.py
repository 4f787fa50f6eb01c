from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.regulation import (
    BANDS,
    IKM_PER_NI,
    KINERJA,
    UNSUR,
    UNSUR_ARTI,
    UNSUR_JAWABAN,
    UNSUR_NAMA,
    bobot_unsur,
    classify_mutu,
    limits_between,
    round_half_up,
)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("88.305", 2, "88.31"),  # a tie goes up; NumPy and pandas give 88.30
        ("88.3049999999", 2, "88.30"),
        ("-0.085", 2, "-0.09"),  # a tie goes away from zero: a fall is not made smaller than a rise
        ("-0.0849", 2, "-0.08"),
        ("0.005", 2, "0.01"),
        ("2.5", 0, "3"),  # Python's round(2.5) is 2
        ("3", 2, "3"),
        ("0", 2, "0"),
    ],
)
def test_half_is_rounded_away_from_zero(value, decimals, expected):
    assert round_half_up(Fraction(value), decimals) == Fraction(expected)


def test_whole_numbers_of_numpy_are_exact():
    assert round_half_up(np.int64(3), 2) == 3


def test_float_is_not_rounded():
    with pytest.raises(TypeError) as error:
        round_half_up(88.305, 2)
    assert str(error.value) == "round_half_up: found 88.305, a float; give a Fraction or an int."


@given(st.fractions(), st.integers(0, 6))
def test_rounding_moves_by_half_a_unit_at_most(value, decimals):
    rounded = round_half_up(value, decimals)
    assert abs(rounded - value) <= Fraction(1, 2 * 10**decimals)
    assert (rounded * 10**decimals).denominator == 1


@given(st.fractions(), st.integers(0, 6))
def test_rounding_is_the_same_above_and_below_zero(value, decimals):
    assert round_half_up(-value, decimals) == -round_half_up(value, decimals)


@pytest.mark.parametrize(
    ("ikm", "mutu"),
    [
        ("100", "A"),
        ("88.31", "A"),  # strict > at the limit gave B
        ("88.305", "A"),  # printed as 88.31, so it is A; closed intervals put it nowhere
        ("88.3049", "B"),
        ("88.30", "B"),
        ("76.61", "B"),
        ("76.605", "B"),
        ("76.60", "C"),
        ("75", "C"),  # everybody answering 3
        ("65.00", "C"),
        ("64.995", "C"),
        ("64.99", "D"),
        ("25", "D"),
        ("24.75", "D"),  # everybody answering 1, weight 0.11: 9 x 0.11 x 25
    ],
)
def test_band_at_and_just_below_each_limit(ikm, mutu):
    assert classify_mutu(Fraction(ikm)) == mutu


@given(st.fractions(25, 100), st.fractions(25, 100))
def test_higher_index_never_has_a_worse_letter(one, other):
    lower, higher = sorted([one, other])
    assert classify_mutu(higher) <= classify_mutu(lower)


@pytest.mark.parametrize("ikm", [Fraction("3.54"), Fraction(101), Fraction("24.74")])
def test_value_off_the_scale_is_refused(ikm):
    with pytest.raises(
        ValueError, match=r"^classify_mutu: found .*, allowed is 25 to 100; multiply a mean answer by 25\.$"
    ):
        classify_mutu(ikm)


@pytest.mark.parametrize(
    ("low", "high", "limits"),
    [
        (65.0, 76.6, ()),  # C at both ends
        (64.99, 65.0, ("65",)),  # D and C
        (64.9951, 64.999, ()),  # both print as 65.00
        (76.604, 76.606, ("76.61",)),  # 76.60 and 76.61 as printed
        (60.0, 90.0, ("88.31", "76.61", "65")),
        (25.0, 25.0, ()),
    ],
)
def test_limits_part_ends_with_different_letters(low, high, limits):
    assert limits_between(low, high) == tuple(Fraction(limit) for limit in limits)


def test_bounds_on_the_scale_1_to_4_are_those_printed_with_the_regulation():
    assert [band.batas_bawah / IKM_PER_NI for band in BANDS[:-1]] == [
        Fraction("3.5324"),
        Fraction("3.0644"),
        Fraction("2.60"),
    ]


def test_words_of_the_bands():
    assert KINERJA == {"A": "Sangat baik", "B": "Baik", "C": "Kurang baik", "D": "Tidak baik"}


@pytest.mark.parametrize("texts", [UNSUR_NAMA, UNSUR_ARTI, UNSUR_JAWABAN])
def test_every_unsur_has_its_texts_in_the_order_of_the_list(texts):
    assert tuple(texts) == UNSUR


def test_exact_weight_sums_to_1():
    assert sum(bobot_unsur("eksak", UNSUR).values()) == 1


def test_eight_unsur_have_the_weight_one_eighth():
    assert set(bobot_unsur("eksak", UNSUR[:8]).values()) == {Fraction(1, 8)}


@pytest.mark.parametrize(("option", "weight"), [("0.111", Fraction(111, 1000)), ("0.11", Fraction(11, 100))])
def test_printed_weights_are_taken_literally(option, weight):
    assert bobot_unsur(option, UNSUR) == dict.fromkeys(UNSUR, weight)


def test_own_weights_keep_the_order_of_the_unsur():
    own = {"biaya": Decimal("0.3"), "waktu": Decimal("0.7")}
    assert list(bobot_unsur(own, ["waktu", "biaya"]).items()) == [
        ("waktu", Fraction(7, 10)),
        ("biaya", Fraction(3, 10)),
    ]


@pytest.mark.parametrize(
    ("option", "unsur", "message"),
    [
        (
            "0.12",
            UNSUR,
            "bobot_unsur: found '0.12', allowed are 'eksak', '0.111', '0.11' or a mapping; choose one of them.",
        ),
        ("0.111", UNSUR[:8], "bobot_unsur: '0.111' is for 9 unsur, found 8; use 'eksak'."),
        (
            {"waktu": 1},
            ["waktu", "biaya"],
            "bobot_unsur: found weights for ['waktu'], allowed is one for each of ['biaya', 'waktu'].",
        ),
        (
            {"waktu": Decimal("0.5"), "biaya": Decimal("0.4")},
            ["waktu", "biaya"],
            "bobot_unsur: found 1/2, 2/5; weights must be 0 or more and sum to 1.",
        ),
        (
            {"waktu": 2, "biaya": -1},
            ["waktu", "biaya"],
            "bobot_unsur: found 2, -1; weights must be 0 or more and sum to 1.",
        ),
    ],
)
def test_weights_that_do_not_fit_are_refused(option, unsur, message):
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the whole message is compared below
        bobot_unsur(option, unsur)
    assert str(error.value) == message


def test_float_weights_are_refused():
    with pytest.raises(TypeError) as error:
        bobot_unsur({"waktu": 0.5, "biaya": Fraction(1, 2)}, ["waktu", "biaya"])
    assert str(error.value) == "bobot_unsur: found floats for ['waktu']; give Fraction or Decimal, which are exact."
