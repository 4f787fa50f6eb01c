"""Ages from years and days of birth."""

import datetime

import pandas as pd
import pytest

from skmlib.survey.births import Collection, decode_births

AGES = ["< 20", "20-39", ">= 40"]
MARCH = Collection(datetime.date(2025, 3, 1), datetime.date(2025, 3, 31))


def decode(*cells: str, collection: Collection = MARCH, kategori=AGES, **rest):
    return decode_births(pd.Series(cells, dtype="str"), kategori=kategori, collection=collection, **rest)


@pytest.mark.parametrize(
    ("born", "group"),
    [
        # a year: 2025 minus it, so 1985 gives 40, 1986 gives 39, 2005 gives 20, 2006 gives 19
        ("1985", ">= 40"), ("1986", "20-39"), ("2005", "20-39"), ("2006", "< 20"), ("1985.0", ">= 40"), ("Thn 1985", ">= 40"),
        # a day: completed years on 31 March 2025
        ("31/03/1985", ">= 40"), ("01/04/1985", "20-39"), ("1985-04-01", "20-39"), ("1 April 2005", "< 20"),
        ("31/3/05", "20-39"), ("Kota Contoh, 31-03-1985", ">= 40"), ("Kota Contoh, 1 April 1985", "20-39"),
        ("29/02/2004", "20-39"),
    ],
)  # fmt: skip
def test_births_give_ages_at_the_end_of_the_collection(born, group):
    assert decode(born).groups.tolist() == [group]


def test_ages_are_those_on_the_day_of_filling_in():
    filled = pd.to_datetime(pd.Series(["2025-03-09", "2025-03-10", None, "2025-02-10", "2052-03-09"]))
    collection = Collection(MARCH.mulai, MARCH.selesai, filled)
    # born on 10 March 1985: 39 the day before the birthday, 40 on it; 40 on 31 March where the day is missing or not of March
    found = decode(*["10/03/1985"] * 5, collection=collection).groups.tolist()
    assert found == ["20-39", ">= 40", ">= 40", ">= 40", ">= 40"]


@pytest.mark.parametrize("text", ["lupa", "2025", "2021", "1914", "30/02/1985", "1/1/2030", "99999", "999", "0"])
def test_what_gives_no_age_is_a_group_that_does_not_quote_it(text):
    found = decode(text)
    assert (found.groups.tolist(), found.is_unknown.tolist()) == (["Tidak terbaca"], [True])


def test_the_youngest_and_the_oldest_age():
    # 2025 minus 2020 is 5, minus 1915 is 110
    assert decode("2020", "1915").groups.tolist() == ["< 20", ">= 40"]


def test_an_age_stays_one_and_is_told():
    found = decode("34", "34 tahun", "1991", "20-39", "")
    assert found.groups.tolist()[:4] == ["20-39"] * 4
    assert found.is_age.tolist() == [True, True, False, False, False]


def test_blanks_stay_blank():
    found = decode("", "-", blanks=["-"])
    assert (found.groups.isna().tolist(), found.is_unknown.tolist()) == ([True, True], [False, False])


def test_an_age_in_no_group_is_named():
    found = decode("2007", kategori=["20-39"])
    assert (found.groups.tolist(), found.is_unknown.tolist()) == (["18 tahun"], [True])


def test_days_stand_in_the_order_that_the_column_shows():
    # 04/01 is 1 April beside 03/25, and 4 January beside 25/03
    assert decode("04/01/1985", "03/25/1985").groups.tolist() == ["20-39", ">= 40"]
    assert decode("04/01/1985", "25/03/1985").groups.tolist() == [">= 40", ">= 40"]


def test_days_that_leave_the_order_open_stand_in_that_of_the_time_stamps():
    american = Collection(MARCH.mulai, MARCH.selesai, urutan="bulan_hari")
    assert decode("04/01/1985", collection=american).groups.tolist() == ["20-39"]
