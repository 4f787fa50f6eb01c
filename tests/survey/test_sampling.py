from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.sampling import compare_sample, krejcie_morgan

TABLE = {10: 10, 15: 14, 20: 19, 25: 24, 30: 28, 50: 44, 100: 80, 110: 86, 220: 140, 250: 152, 380: 191, 400: 196}
TABLE |= {500: 217, 1000: 278, 1200: 291, 1500: 306, 2800: 338, 5000: 357}


@pytest.mark.parametrize(("populasi", "minimum"), TABLE.items())
def test_printed_table_is_the_formula_rounded_to_nearest(populasi, minimum):
    # Krejcie and Morgan (1970), table 1, as reprinted
    assert krejcie_morgan(populasi, pembulatan="terdekat") == minimum


@pytest.mark.parametrize(("populasi", "minimum"), [(100_000, 383), (1_000_000, 384)])
def test_large_populations(populasi, minimum):
    # 96025 / (0.0025 x 99999 + 0.96025) = 96025 / 250.95775 = 382.63
    # 960250 / (0.0025 x 999999 + 0.96025) = 960250 / 2500.95775 = 383.95
    assert krejcie_morgan(populasi) == krejcie_morgan(populasi, pembulatan="terdekat") == minimum


def test_rounding_up_never_asks_for_fewer():
    # N = 384: 3.841 x 384 x 0.25 / (0.0025 x 383 + 3.841 x 0.25) = 368.736 / 1.91775 = 192.28
    assert krejcie_morgan(384) == 193
    assert krejcie_morgan(384, pembulatan="terdekat") == 192


def test_population_of_205():
    # 3.841 x 205 x 0.25 / (0.0025 x 204 + 0.96025) = 196.85125 / 1.47025 = 133.89: 134 both ways
    assert krejcie_morgan(205) == krejcie_morgan(205, pembulatan="terdekat") == 134


def test_one_user_needs_one_respondent():
    assert krejcie_morgan(1) == 1


@given(st.integers(1, 10**7))
def test_minimum_grows_with_the_population_and_never_exceeds_it(populasi):
    assert 1 <= krejcie_morgan(populasi) <= min(populasi, 385)
    assert krejcie_morgan(populasi) <= krejcie_morgan(populasi + 1)
    assert krejcie_morgan(populasi) - krejcie_morgan(populasi, pembulatan="terdekat") in (0, 1)


def test_kasn_had_enough_respondents():
    # published: 260 of 193 is 134.7 %; 26000 / 193 = 134.715
    sample = compare_sample(260, populasi=384)
    assert (sample.populasi, sample.minimum, sample.responden, sample.pembulatan) == (384, 193, 260, "ke_atas")
    assert (sample.persen, sample.cukup) == (Fraction(26_000, 193), True)


@pytest.mark.parametrize(("responden", "cukup"), [(193, True), (192, False), (0, False)])
def test_minimum_itself_is_enough(responden, cukup):
    assert compare_sample(responden, populasi=384).cukup is cukup


@pytest.mark.parametrize("populasi", [0, -1, 384.0])
def test_population_that_is_none_is_refused(populasi):
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the whole message is compared below
        krejcie_morgan(populasi)
    assert str(error.value) == f"krejcie_morgan: found populasi {populasi!r}; give a whole number from 1."


def test_unknown_rounding_is_refused():
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the whole message is compared below
        krejcie_morgan(384, pembulatan="ke_bawah")
    assert str(error.value) == ("krejcie_morgan: found pembulatan 'ke_bawah', allowed are 'ke_atas' and 'terdekat'.")
