"""Achievement of indicators and its average, worked by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.parameters.performance_models import Indikator, RiwayatIndikator
from skmlib.survey.indicators import average_achievement, score_achievement, score_indicator


def indicator(**keys) -> Indikator:
    return Indikator.model_validate({"nama": "A", "arah": "naik", "target": "80", "realisasi": "60"} | keys)


def test_achievement_where_higher_is_better():
    assert score_achievement(Decimal(60), Decimal(80), arah="naik") == 75  # 60 / 80


def test_achievement_where_lower_is_better():
    # 1 + (10 - 2.74) / 10 = 1.726
    assert score_achievement(Decimal("2.74"), Decimal(10), arah="turun") == Fraction("172.6")


def test_achievement_falls_below_zero_where_a_low_value_is_more_than_twice_its_target():
    assert score_achievement(Decimal(25), Decimal(10), arah="turun") == -50  # 1 + (10 - 25) / 10 = -0.5


@pytest.mark.parametrize("arah", ["naik", "turun"])
@given(target=st.fractions(min_value="0.01", max_value=1000))
def test_target_that_is_met_exactly_gives_100(arah, target):
    assert score_achievement(target, target, arah=arah) == 100


@given(
    target=st.fractions(min_value="0.01", max_value=1000),
    values=st.lists(st.fractions(min_value=0, max_value=1000), min_size=2, max_size=2, unique=True),
)
def test_better_value_never_lowers_the_achievement(target, values):
    low, high = sorted(values)
    assert score_achievement(low, target, arah="naik") < score_achievement(high, target, arah="naik")
    assert score_achievement(low, target, arah="turun") > score_achievement(high, target, arah="turun")


def test_target_of_zero_is_refused():
    with pytest.raises(ValueError, match=r"^score_achievement: found target 0; give more than 0\.$"):
        score_achievement(Fraction(1), 0, arah="naik")


def test_unknown_direction_is_refused():
    with pytest.raises(ValueError, match=r"^score_achievement: found arah 'atas', allowed are 'naik' and 'turun'\.$"):
        score_achievement(Fraction(1), Fraction(1), arah="atas")


def test_computed_value_is_used_and_the_stated_one_stands_beside_it():
    score = score_indicator(1, indicator(sumber={"sentimen": "positif"}), Fraction(70))
    assert (score.realisasi, score.capaian) == (70, Fraction("87.5"))  # 70 / 80
    assert score.capaian_dinyatakan == 75
    assert score.is_computed


def test_stated_value_is_used_where_the_parameters_say_so():
    told = indicator(sumber={"sentimen": "positif"}, dipakai="realisasi")
    score = score_indicator(1, told, Fraction(70))
    assert (score.realisasi, score.capaian, score.capaian_dihitung) == (60, 75, Fraction("87.5"))
    assert not score.is_computed


def test_changed_target_gives_both_achievements():
    score = score_indicator(1, indicator(target="90", target_awal="92", realisasi="90.78"), None)
    assert score.capaian == Fraction("90.78") * 100 / 90
    assert score.capaian_target_awal == Fraction("90.78") * 100 / 92  # 98.67
    assert f"{float(score.capaian_target_awal):.2f}" == "98.67"


@pytest.mark.parametrize("first", [None, "-", "80", "80.0"])
def test_unchanged_or_new_target_gives_one_achievement(first):
    keys = {} if first is None else {"target_awal": first}
    assert score_indicator(1, indicator(**keys), None).capaian_target_awal is None


def test_own_history_comes_before_that_of_the_source_and_is_sorted():
    own = [{"periode": "2024", "realisasi": "2"}, {"periode": "2022", "realisasi": "1"}]
    other = (RiwayatIndikator(periode="2023", realisasi="3"),)
    of_own = score_indicator(1, indicator(riwayat=own), None, riwayat=other)
    assert [past.periode for past in of_own.riwayat] == ["2022", "2024"]
    assert score_indicator(1, indicator(), None, riwayat=other).riwayat == other


def test_average_with_and_without_those_not_yet_assessed():
    told = [indicator(realisasi=value) for value in ("60", "80")]
    told.append(indicator(realisasi="40", belum_dinilai="ya"))
    averages = average_achievement([score_indicator(place, one, None) for place, one in enumerate(told)])
    assert averages.semua == 75  # (75 + 100 + 50) / 3
    assert averages.tanpa_belum_dinilai == Fraction("87.5")  # (75 + 100) / 2
    assert (averages.n, averages.n_dinilai) == (3, 2)


def test_average_of_nothing_assessed_is_none():
    averages = average_achievement([score_indicator(1, indicator(belum_dinilai="ya"), None)])
    assert (averages.semua, averages.tanpa_belum_dinilai) == (75, None)
