"""Change between two periods against R 4.2.2 with survey 4.1.1, and against statsmodels 0.15.0.

With R the variances of both periods come from svyratio(covmat=TRUE), with fpc where a population is given; difference,
Welch-Satterthwaite degrees of freedom, pt and qt are put together from them in R. Per unsur: R's t.test and statsmodels'
CompareMeans.ttest_ind(usevar="unequal"), which agree, and p.adjust / multipletests with "holm".
"""

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.change import PeriodSample, compare_change
from skmlib.survey.regulation import bobot_unsur
from skmlib.survey.scores import score_ikm
from skmlib.survey.tally import tally_responses

_ = None
BEFORE = {"a": [3, 4, 2, 3, 4, 1, _, 3], "b": [4, 4, _, 3, _, 2, 4, 3], "c": [_, 3, 3, 3, _, 4, 3, 2]}
NOW = {
    "a": [4, 4, 3, 3, 4, 4, _, 3, 4, 2],
    "b": [4, 3, 4, _, 4, 4, 4, 3, 4, 3],
    "c": [3, 4, 4, 3, _, 4, 4, _, 4, 3],
}


def sample_of(periode, answers, *, populasi=None, bobot="eksak"):
    tally = tally_responses(pd.DataFrame(answers, dtype="Int8"), unsur=list(answers))
    return PeriodSample(periode, tally, bobot_unsur(bobot, list(answers)), populasi)


def change(before, now, *, populasi=(None, None)):
    return compare_change(sample_of("2023", before, populasi=populasi[0]), sample_of("2024", now, populasi=populasi[1]))


@pytest.mark.parametrize(
    ("populasi", "expected"),
    [
        ((None, None), (6.1559269200, 14.26557282, 2.0923398170, 0.0547494797, -0.29983677, 26.06041878)),
        ((20, 40), (4.9951420254, 15.13214720, 2.5785635203, 0.0208657742, 2.24149020, 23.51909181)),
    ],
)
def test_index_with_blanks_is_that_of_r_survey(populasi, expected):
    ikm = change(BEFORE, NOW, populasi=populasi).ikm
    found = (ikm.standard_error, float(ikm.df), ikm.t, ikm.p, ikm.low, ikm.high)
    assert found == pytest.approx(expected, abs=1e-8)
    assert float(ikm.perubahan) == pytest.approx(12.8802910053, abs=1e-10)
    assert ikm.berubah is (expected[3] < 0.05)


def test_change_is_exact():
    # before 20/7, 20/6, 18/6; now 31/9, 33/9, 29/8: 25/3 x (31/9 + 33/9 + 29/8 - 20/7 - 10/3 - 3) = 25/3 x 779/504
    found = change(BEFORE, NOW).ikm
    assert found.perubahan == Fraction(25, 3) * Fraction(779, 504)
    assert (found.n_sebelumnya, found.n) == (8, 10)


@pytest.mark.parametrize(
    ("unsur", "expected"),
    [
        ("a", (0.4710703572, 10.10637481, 0.2406142354, -0.46081301, 1.63541618)),
        ("b", (0.3726779962, 7.51879699, 0.3988190518, -0.53573220, 1.20239887)),
        ("c", (0.3164629671, 9.56092176, 0.0778307619, -0.08453755, 1.33453755)),
    ],
)
def test_unsur_are_those_of_r_and_statsmodels(unsur, expected):
    row = change(BEFORE, NOW).unsur.set_index("unsur").loc[unsur]
    found = [float(row[name]) for name in ("standard_error", "df", "p", "low", "high")]
    assert found == pytest.approx(expected, abs=1e-8)


def test_holm_is_that_of_r_and_statsmodels():
    found = change(BEFORE, NOW)
    assert found.unsur["p_holm"].tolist() == pytest.approx([0.4812284707, 0.4812284707, 0.2334922858], abs=1e-9)
    assert found.diuji == 3
    assert found.unsur["berubah"].tolist() == [False, False, False]


def test_standard_error_is_made_of_those_of_the_scores():
    before, now = sample_of("2023", BEFORE, populasi=20), sample_of("2024", NOW, populasi=40)
    first, second = (score_ikm(part.tally, populasi=part.populasi).standard_error for part in (before, now))
    assert compare_change(before, now).ikm.standard_error == pytest.approx((first**2 + second**2) ** 0.5)


def test_more_respondents_than_population_leave_out_the_correction():
    assert change(BEFORE, NOW, populasi=(5, 7)).ikm == change(BEFORE, NOW).ikm


def test_period_that_asked_everybody_adds_no_variance():
    # 3 4: variance 1/2, of the mean 1/4; 2 2 4 4 of 4: none. 3 - 3.5 = -0.5, t = -0.5 / 0.5; df 1: p = 1/2 (Cauchy)
    found = change({"a": [3, 4]}, {"a": [2, 2, 4, 4]}, populasi=(None, 4)).ikm
    assert (found.df, found.t) == (1, pytest.approx(-1))
    assert found.p == pytest.approx(0.5)


def test_interval_is_cut_at_what_a_difference_can_be():
    # df 1: 12.7 standard errors of 12.5 x sqrt(2) and more
    found = change({"a": [1, 4]}, {"a": [1, 4]})
    assert (found.ikm.low, found.ikm.high) == (-75.0, 75.0)
    assert found.unsur.loc[0, ["low", "high"]].tolist() == [-3.0, 3.0]


def test_two_whole_populations_need_no_test():
    found = change(BEFORE, NOW, populasi=(8, 10)).ikm
    assert (found.p, found.berubah) == (None, None)
    assert found.alasan == ("Tidak perlu diuji: seluruh populasi menjadi responden pada kedua periode.")


@pytest.mark.parametrize(
    ("before", "now", "perubahan", "alasan"),
    [
        ({"a": [3]}, {"a": [4, 3]}, Fraction(1, 2), "Tidak dapat diuji: hanya ada satu jawaban pada 2023."),
        ({"a": [4, 3]}, {"a": [4]}, Fraction(1, 2), "Tidak dapat diuji: hanya ada satu jawaban pada 2024."),
        ({"a": [3, 3]}, {"a": [4, 4]}, Fraction(1), "Tidak dapat diuji: jawaban kedua periode tidak beragam."),
        ({"a": [_, _]}, {"a": [4, 4]}, None, "Tidak dapat dihitung: nilainya tidak ada pada 2023."),
    ],
)
def test_what_cannot_be_tested_says_why(before, now, perubahan, alasan):
    found = change(before, now)
    for row in (found.ikm, found.unsur.iloc[0]):
        assert (row.p, row.low, row.high, row.berubah, row.alasan) == (None, None, None, None, alasan)
    assert found.unsur.loc[0, "perubahan"] == perubahan
    assert found.ikm.perubahan == (None if perubahan is None else 25 * perubahan)
    assert found.diuji == 0


def test_other_unsur_leave_the_index_without_test():
    found = change({"a": [3, 4, 4], "c": [3, 2, 3]}, {"b": [3, 4, 4], "a": [3, 4, 4]})
    assert found.ikm.alasan == (
        "Tidak diuji: unsur atau bobot kedua periode tidak sama, sehingga selisihnya bukan perubahan layanan semata."
    )
    # 25/2 x (11/3 + 11/3 - 11/3 - 8/3) = 25/2
    assert (found.ikm.perubahan, found.ikm.p) == (Fraction(25, 2), None)
    assert found.unsur["unsur"].tolist() == ["b", "a", "c"]
    assert found.unsur["alasan"].tolist() == [
        "Tidak dapat dihitung: unsur ini tidak ditanyakan pada 2023.",
        None,
        "Tidak dapat dihitung: unsur ini tidak ditanyakan pada 2024.",
    ]


answers = st.lists(st.integers(1, 4), min_size=2, max_size=12)


@given(answers, answers)
def test_exchanging_the_periods_turns_the_sign(before, now):
    forth, back = change({"a": before}, {"a": now}).ikm, change({"a": now}, {"a": before}).ikm
    assert forth.perubahan == -back.perubahan
    assert forth.alasan == back.alasan
    if forth.p is not None:
        assert (forth.p, forth.low) == (pytest.approx(back.p), pytest.approx(-back.high))
