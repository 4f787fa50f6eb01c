from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest

from skmlib.survey.published import PublishedPeriod
from skmlib.survey.regulation import UNSUR
from skmlib.survey.scores import IkmScore
from skmlib.survey.trend import compare_periods, is_copied

KASN_SUMS = (918, 926, 900, 939, 906, 939, 936, 910, 898)  # of 260 answers each; together 8,272
KASN_2023 = ("3.62", "3.62", "3.55", "3.71", "3.61", "3.67", "3.69", "3.63", "3.51")
NOW = IkmScore(260, ni=Fraction(8272, 2340), ikm=Fraction(8272 * 25, 2340), mutu="A")


def published(periode, ni=None, ikm=None, responden=None, unsur=()):
    decimal = {name: None if value is None else Decimal(value) for name, value in {"ni": ni, "ikm": ikm}.items()}
    scores = {name: Decimal(value) for name, value in dict(unsur).items()}
    return PublishedPeriod(periode, **decimal, responden=responden, unsur=scores)


def kasn_scores():
    nrr = [Fraction(total, 260) for total in KASN_SUMS]
    return pd.DataFrame({"unsur": list(UNSUR), "nrr": pd.Series(nrr, dtype="object")})


@pytest.fixture
def kasn():
    history = [
        published("2022", ni="3.49"),
        published("2023", ni="3.62", ikm="90.62", responden=480, unsur=zip(UNSUR, KASN_2023, strict=True)),
    ]
    return compare_periods(history, NOW, periode="2024", scores=kasn_scores())


@pytest.mark.parametrize("order", [("2023", "2023-S1"), ("2023-S1", "2023")])
def test_periods_that_begin_together_stand_in_one_order_however_they_were_written(order):
    history = [published(name, ikm={"2023": "80.00", "2023-S1": "95.00"}[name]) for name in order]
    periods = compare_periods(history, NOW, periode="2024").periods
    assert periods["periode"].tolist() == ["2023-S1", "2023", "2024"]


def compared(*names, periode, sebelumnya=None):
    """Name what each period is compared with; all have an index and one unsur."""
    history = [published(name, ikm="80.00", unsur={"waktu": "3.20"}) for name in names]
    scores = pd.DataFrame({"unsur": ["waktu"], "nrr": [Fraction(3)]})
    trend = compare_periods(history, NOW, periode=periode, scores=scores, sebelumnya=sebelumnya)
    told = dict(zip(trend.periods["periode"], trend.periods["terhadap"], strict=True))
    assert dict(zip(trend.unsur["periode"], trend.unsur["terhadap"], strict=True)) == told
    return told


def test_a_year_is_compared_with_the_year_before_and_not_with_its_half():
    assert compared("2023", "2024-S1", periode="2024") == {"2023": None, "2024": "2023", "2024-S1": "2023"}


def test_of_periods_that_end_together_one_as_long_is_compared():
    assert compared("2023", "2023-S2", periode="2024")["2024"] == "2023"
    assert compared("2023", "2023-S2", periode="2024-S1")["2024-S1"] == "2023-S2"
    assert compared("2023", "2023-S2", periode="2024-TW1")["2024-TW1"] == "2023-S2"


def test_named_previous_period_is_compared_although_a_later_one_is_known():
    told = compared("2023-S1", "2023-S2", periode="2024-S1", sebelumnya="2023-S1")
    assert told == {"2023-S1": None, "2023-S2": "2023-S1", "2024-S1": "2023-S1"}


def test_kasn_periods_keep_what_was_printed(kasn):
    assert kasn.periods[["periode", "sumber", "responden", "ni", "ikm", "mutu"]].to_numpy().tolist() == [
        ["2022", "terbitan", None, Fraction("3.49"), None, "B"],
        ["2023", "terbitan", 480, Fraction("3.62"), Fraction("90.62"), "A"],
        ["2024", "data", 260, Fraction(8272, 2340), Fraction(8272 * 25, 2340), "A"],
    ]
    assert kasn.periode == "2024"


def test_kasn_fall_against_2023_is_that_of_the_finer_scale(kasn):
    # 88.37607 - 90.62 = -2.24393: -2.24 on the scale 25 to 100 and -0.0898 on 1 to 4; printed was 3.54 - 3.62 = -0.08
    now = kasn.periods.iloc[2]
    assert (now["perubahan_ikm"], now["desimal_perubahan_ikm"]) == (Fraction("-2.24"), 2)
    assert (now["perubahan_ni"], now["desimal_perubahan_ni"]) == (Fraction("-0.09"), 2)


def test_change_against_a_value_on_the_scale_1_to_4_stays_on_it(kasn):
    # 90.62 / 25 - 3.49 = 0.1348
    before = kasn.periods.iloc[1]
    assert (before["perubahan_ni"], before["perubahan_ikm"]) == (Fraction("0.13"), None)


def test_first_period_has_no_change(kasn):
    first = kasn.periods.iloc[0]
    assert (first["perubahan_ni"], first["perubahan_ikm"], first["desimal_perubahan_ni"]) == (None, None, None)


def test_kasn_unsur_against_2023(kasn):
    # U1 3.53077 - 3.62 = -0.08923; U4 3.61154 - 3.71 = -0.09846; U9 3.45385 - 3.51 = -0.05615
    now = kasn.unsur[kasn.unsur["periode"] == "2024"].set_index("unsur")
    assert now["perubahan"].tolist() == [
        Fraction(text) for text in ("-0.09", "-0.06", "-0.09", "-0.10", "-0.13", "-0.06", "-0.09", "-0.13", "-0.06")
    ]
    assert set(now["terhadap"]) == {"2023"}
    assert len(kasn.unsur) == 18


def test_unsur_are_compared_with_the_last_period_that_has_them():
    history = [published("2021", ni="3.50", unsur={"waktu": "3.4"}), published("2022", ni="3.49")]
    scores = pd.DataFrame({"unsur": ["waktu", "biaya"], "nrr": [Fraction("3.46"), None]})
    trend = compare_periods(history, NOW, periode="2023", scores=scores)
    # 3.46 - 3.4 = 0.06, known to one decimal only: 0.1; biaya has no score and no row
    columns = ["periode", "unsur", "terhadap", "perubahan", "desimal_perubahan", "desimal"]
    assert trend.unsur[columns].to_numpy().tolist() == [
        ["2021", "waktu", None, None, None, 1],
        ["2023", "waktu", "2021", Fraction("0.1"), 1, 2],
    ]


def test_change_is_shown_to_the_printed_precision():
    # 88.37607 - 90.6 = -2.22393, known to one decimal: -2.2
    now = compare_periods([published("2023", ikm="90.6")], NOW, periode="2024").periods.iloc[1]
    assert (now["perubahan_ikm"], now["desimal_perubahan_ikm"]) == (Fraction("-2.2"), 1)


def test_change_between_published_values_has_the_coarser_precision():
    # 90.62 - 88.1 = 2.52, known to one decimal: 2.5
    history = [published("2022", ikm="88.1"), published("2023", ikm="90.62")]
    before = compare_periods(history, NOW, periode="2024").periods.iloc[1]
    assert (before["perubahan_ikm"], before["desimal_perubahan_ikm"]) == (Fraction("2.5"), 1)


def test_index_on_the_scale_1_to_4_follows_from_the_other():
    before = compare_periods([published("2023", ikm="90.62")], NOW, periode="2024").periods.iloc[0]
    assert (before["ni"], before["desimal_ni"], before["desimal_ikm"]) == (Fraction("3.6248"), 2, 2)


@pytest.mark.parametrize(
    ("ikm", "ni", "decimals", "change"),
    [
        # 0.1 on the scale 25 to 100 is 0.004 on the other: one decimal more is known there, of which two are shown.
        ("81.2", "3.248", 2, "0.29"),  # 3.535043 - 3.248 = 0.287
        ("81", "3.24", 1, "0.3"),  # 3.535043 - 3.24 = 0.295
        ("90.625", "3.625", 2, "-0.09"),  # 3.535043 - 3.625 = -0.08996
    ],
)
def test_index_printed_on_the_finer_scale_alone_has_one_decimal_more_on_the_other(ikm, ni, decimals, change):
    before, now = compare_periods([published("2023", ikm=ikm)], NOW, periode="2024").periods.to_dict("records")
    assert (before["ni"], before["desimal_ni"]) == (Fraction(ni), decimals)
    assert (now["perubahan_ni"], now["desimal_perubahan_ni"]) == (Fraction(change), decimals)


@pytest.mark.parametrize(
    ("ni", "ikm", "mutu"),
    [
        (None, "88.31", "A"),
        (None, "88.30", "B"),
        (None, "88.3", None),  # 88.25 to 88.35: A or B
        ("3.53", None, None),  # 88.125 to 88.375: A or B
        ("3.54", None, "A"),  # 88.375 to 88.625
        ("3.49", None, "B"),  # 87.125 to 87.375
        ("4", None, None),  # 87.5 to 100: A or B
        ("1.00", None, "D"),
    ],
)
def test_letter_only_where_the_printed_precision_tells_it(ni, ikm, mutu):
    before = compare_periods([published("2023", ni=ni, ikm=ikm)], NOW, periode="2024").periods.iloc[0]
    assert before["mutu"] == mutu


def test_periods_are_ordered_by_their_start():
    names = ["2024-TW4", "2023", "2024-S2", "2024-TW2", "2024-S1"]
    trend = compare_periods([published(name, ni="3.5") for name in names], NOW, periode="2025-TW1")
    # 2024-S1 starts in January, TW2 in April, S2 in July, TW4 in October
    expected = ["2023", "2024-S1", "2024-TW2", "2024-S2", "2024-TW4", "2025-TW1"]
    assert trend.periods["periode"].tolist() == trend.periods["periode"].cat.categories.tolist() == expected


def test_current_period_without_index_has_no_change():
    now = compare_periods([published("2023", ni="3.5")], IkmScore(3), periode="2024").periods.iloc[1]
    assert (now["ni"], now["ikm"], now["mutu"], now["perubahan_ni"], now["desimal_ni"]) == (None,) * 5


def test_without_history_there_is_one_period():
    trend = compare_periods([], NOW, periode="2024")
    assert trend.periods["periode"].tolist() == ["2024"]
    assert trend.unsur.empty


def test_period_stands_once():
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the whole message is compared below
        compare_periods([published("2024", ni="3.5")], NOW, periode="2024")
    assert str(error.value) == "compare_periods: found periods ['2024', '2024']; give each period once."


def test_name_of_a_period_is_checked():
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the whole message is compared below
        compare_periods([], NOW, periode="2024-S3")
    assert str(error.value) == "months_of: found '2024-S3', allowed are such as '2025', '2025-S1', '2025-TW3'."


def test_published_period_has_a_value():
    with pytest.raises(ValueError, match=r"^PublishedPeriod: '2023' has neither ni nor ikm; give one of them\.$"):
        PublishedPeriod("2023", responden=10)


def test_mistake_of_others_figures_of_the_previous_period_copied():
    printed = ("3.53", "3.56", "3.46", "3.61", "3.48", "3.61", "3.60", "3.50", "3.45")
    copied = published("2023", ni="3.54", ikm="88.38", responden=260, unsur=zip(UNSUR, printed, strict=True))
    assert is_copied(NOW, copied, scores=kasn_scores())


@pytest.mark.parametrize(
    "other",
    [
        published("2023", ni="3.55", ikm="88.38", responden=260),
        published("2023", ni="3.54", ikm="88.37", responden=260),
        published("2023", ni="3.54", ikm="88.38", responden=261),
        published("2023", ni="3.54", unsur={"waktu": "3.47"}),
        published("2023", ni="3.54", unsur={"keamanan": "3.46"}),
    ],
)
def test_one_other_figure_is_no_copy(other):
    assert not is_copied(NOW, other, scores=kasn_scores())


def test_copy_is_told_when_only_the_converted_index_was_published():
    # 88.38 / 25 = 3.5352 is no printed value of ni and must not be compared as one.
    assert is_copied(NOW, published("2023", ikm="88.38", responden=260), scores=kasn_scores())


def test_equal_index_alone_is_no_copy():
    assert not is_copied(NOW, published("2023", ni="3.54", ikm="88.38"), scores=kasn_scores())


def test_copy_is_told_at_the_printed_precision():
    assert is_copied(NOW, published("2023", ni="3.5", responden=260), scores=kasn_scores())
    # 8272 / 2340 = 3.53504
    assert is_copied(NOW, published("2023", ni="3.535", responden=260), scores=kasn_scores())
    assert not is_copied(NOW, published("2023", ni="3.536", responden=260), scores=kasn_scores())
