"""Earlier periods in the second count, against figures worked by hand."""

from fractions import Fraction

import pytest

from skmlib.recount.history import Period, trend_of

NOW = Period("2025-S1", 10, Fraction(3), Fraction(75), {"waktu": (Fraction(3), None), "biaya": (Fraction("3.5"), None)})


@pytest.mark.parametrize(
    ("ikm", "ni", "decimals", "change"),
    [
        ("81.2", "3.248", 2, "-0.25"),  # docs/method.md, section 9: 3 - 3.248 = -0.248
        ("81", "3.24", 1, "-0.2"),
        ("81.25", "3.25", 2, "-0.25"),
    ],
)
def test_index_printed_on_the_finer_scale_alone_has_one_decimal_more_on_the_other(ikm, ni, decimals, change):
    periods = trend_of(NOW, [{"periode": "2024-S2", "ikm": ikm}])["periods"]
    assert (periods["2024-S2"]["ni"], periods["2024-S2"]["desimal_ni"]) == (Fraction(ni), decimals)
    assert (periods["2025-S1"]["perubahan_ni"], periods["2025-S1"]["desimal_perubahan_ni"]) == (
        Fraction(change),
        decimals,
    )


def test_unsur_is_compared_with_the_last_period_that_printed_it():
    # waktu stood in 2023-S2 only: 3 - 3.1 = -0.1; biaya in both: 3.5 - 3.25 = 0.25, against the later one
    told = [
        {"periode": "2024-S2", "ni": "3.2", "unsur": {"biaya": "3.25"}},
        {"periode": "2023-S2", "ni": "3.1", "unsur": {"waktu": "3.1", "biaya": "3.0"}},
    ]
    rows = trend_of(NOW, told)["unsur"]
    now = {name: rows[f"2025-S1 / {name}"] for name in ("waktu", "biaya")}
    assert (now["waktu"]["terhadap"], now["waktu"]["perubahan"]) == ("2023-S2", Fraction("-0.1"))
    assert (now["biaya"]["terhadap"], now["biaya"]["perubahan"]) == ("2024-S2", Fraction("0.25"))


def test_year_is_compared_with_the_year_before_and_its_half_too():
    told = [{"periode": name, "ni": "3.2"} for name in ("2023", "2023-S2", "2024-S1")]
    year = Period("2024", 10, Fraction(3), Fraction(75), {})
    periods = trend_of(year, told)["periods"]
    assert {name: row["terhadap"] for name, row in periods.items()} == {
        "2023": None, "2023-S2": None, "2024-S1": "2023-S2", "2024": "2023"
    }  # fmt: skip
    assert trend_of(year, told, named="2023-S2")["periods"]["2024"]["terhadap"] == "2023-S2"


@pytest.mark.parametrize(
    ("told", "letter"),
    [
        ({"ni": "3"}, None),  # 2.5 to 3.5 is 62.5 to 87.5: D, C or B
        ({"ni": "3.53"}, None),  # 88.125 to 88.375: B or A
        ({"ni": "3.54"}, "A"),  # 88.375 to 88.625
        ({"ikm": "88.3"}, None),  # 88.25 to 88.35
        ({"ikm": "88.30"}, "B"),
    ],
)
def test_letter_only_where_the_printed_precision_tells_it(told, letter):
    assert trend_of(NOW, [{"periode": "2024-S2"} | told])["periods"]["2024-S2"]["mutu"] == letter
