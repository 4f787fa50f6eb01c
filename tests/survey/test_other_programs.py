"""The scores of the Sekadau survey as other programs compute them, each named with its version.

Answers: tests/data/reference/sekadau-2019-s1.csv, 49 respondents, nine unsur, no blanks; and eight answers with blanks.
"""

from pathlib import Path

import pandas as pd
import pytest

from skmlib.survey.reliability import score_reliability
from skmlib.survey.scores import score_ikm
from skmlib.survey.tally import tally_responses

SEKADAU = Path(__file__).parents[1] / "data" / "reference" / "sekadau-2019-s1.csv"
_ = None
WITH_BLANKS = {"a": [3, 4, 2, 3, 4, 1, _, 3], "b": [4, 4, _, 3, _, 2, 4, 3], "c": [_, 3, 3, 3, _, 4, 3, 2]}


@pytest.fixture(scope="module")
def sekadau():
    return tally_responses(pd.read_csv(SEKADAU), unsur=[f"U{number}" for number in range(1, 10)])


@pytest.mark.parametrize(
    ("populasi", "standard_error", "low", "high"),
    [(None, 1.2352445975, 76.25787088, 81.22512232), (120, 0.9501485599, 76.83109488, 80.65189832)],
)
def test_interval_of_complete_answers_is_that_of_svymean(sekadau, populasi, standard_error, low, high):
    # R 4.2.2, survey 4.1.1: svymean of the respondents' means, x 25, confint(df = 48); fpc = 120 in the second
    found = score_ikm(sekadau, populasi=populasi)
    assert float(found.ikm) == pytest.approx(78.7414965986, abs=1e-9)
    assert found.standard_error == pytest.approx(standard_error, abs=1e-9)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-7), pytest.approx(high, abs=1e-7))


def test_interval_with_blanks_and_population_is_that_of_svyratio():
    # R 4.2.2, survey 4.1.1: svyratio(covmat = TRUE) with fpc = 20, weights 1/3, x 25, qt(0.975, 7)
    tally = tally_responses(pd.DataFrame(WITH_BLANKS, dtype="Int8"), unsur=list(WITH_BLANKS))
    found = score_ikm(tally, populasi=20)
    expected = (76.5873015873, 3.7256587762, 67.77751849, 85.39708468)
    assert (float(found.ikm), found.standard_error, found.low, found.high) == pytest.approx(expected, abs=1e-7)


def test_alpha_is_that_of_pingouin(sekadau):
    # pingouin 0.7.0: cronbach_alpha(data)
    assert float(score_reliability(sekadau).alpha) == pytest.approx(0.7402588854760861, abs=1e-12)


def test_correlations_are_those_of_scipy(sekadau):
    # SciPy 1.17.1: stats.pearsonr of each unsur with the total, and with the total without it
    items = score_reliability(sekadau).items
    with_total = [0.0842775101, 0.4258206343, 0.8329548392, 0.6285041857, 0.5239440817, 0.6326910305, 0.6310316675]
    with_rest = [-0.0719863332, 0.2310670564, 0.7468196687, 0.4967359085, 0.3859704807, 0.5061282256, 0.5185029341]
    assert items["r_total"].tolist() == pytest.approx([*with_total, 0.7523740672, 0.5338509737], abs=1e-9)
    assert items["r_rest"].tolist() == pytest.approx([*with_rest, 0.6044300652, 0.3549598374], abs=1e-9)
