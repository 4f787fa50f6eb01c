"""The small chart of the index: its values, its axis, its words."""

from fractions import Fraction

import pytest
from bs4 import BeautifulSoup

from skmlib.report.period_chart_block import PeriodValue, period_chart_html

TWO = [PeriodValue("2023", Fraction("90.62"), "A"), PeriodValue("2024", Fraction("80.00"), "B", 78.0, 82.0)]


def chart(values):
    return BeautifulSoup(period_chart_html("Loket", values), "html.parser")


def texts(drawing, class_):
    return [tag.get_text() for tag in drawing.find_all(class_=class_)]


def test_every_period_has_its_value_and_name():
    drawing = chart(TWO)
    assert texts(drawing, "g-nilai") == ["90,62", "80,00"]
    assert texts(drawing, "g-periode") == ["2023", "2024"]
    assert drawing.svg["aria-label"] == "IKM Loket: Tahun 2023 90,62 (mutu A) dan Tahun 2024 80,00 (mutu B)."


def test_values_stand_on_one_scale_with_the_limits():
    drawing = chart(TWO)
    # The axis runs from 60 to 100, 128 high below 6: 90.62 stands at 6 + 128 x 9.38/40, 80 in the middle, at 70.
    heights = [float(tag["cy"]) for tag in drawing.find_all("circle")]
    assert heights == pytest.approx([36.016, 70.0], abs=0.05)
    # The limit 88.31 stands at 6 + 128 x 11.69/40.
    limits = {tag.get_text(): float(tag["y"]) - 4 for tag in drawing.find_all(class_="g-angka")}
    assert limits["88,31"] == pytest.approx(43.408, abs=0.05)
    assert list(limits) == ["88,31", "76,61", "65,00"]


def test_interval_is_drawn_where_there_is_one():
    (line,) = chart(TWO).find_all(class_="g-selang")
    # 82 at 6 + 128 x 18/40, 78 at 6 + 128 x 22/40
    assert (float(line["y1"]), float(line["y2"])) == pytest.approx((63.6, 76.4), abs=0.05)


def test_one_period_stands_among_the_bands_without_a_line():
    drawing = chart(TWO[:1])
    assert drawing.find(class_="g-garis") is None
    assert len(drawing.find_all("circle")) == 1
    assert texts(drawing, "g-mutu") == ["A", "B", "C", "D"]


def test_a_line_joins_periods_of_which_one_ended_before_the_other_began():
    names = ("2024", "2025-S1", "2025", "2025-S2")
    drawing = chart([PeriodValue(name, Fraction(80 + place)) for place, name in enumerate(names)])
    at = [float(tag["cx"]) for tag in drawing.find_all("circle")]
    ends = [
        [float(point.split(",")[0]) for point in line["points"].split()] for line in drawing.find_all(class_="g-garis")
    ]
    assert ends == [pytest.approx([at[0], at[1]]), pytest.approx([at[0], at[2]]), pytest.approx([at[1], at[3]])]


def test_caption_says_where_the_axis_begins():
    assert chart(TWO).figcaption.get_text() == "IKM pada skala 25–100; sumbu dimulai dari 60"
    assert chart([PeriodValue("2024", Fraction(25), "D")]).figcaption.get_text() == "IKM pada skala 25–100"


def test_low_value_moves_the_axis():
    drawing = chart([PeriodValue("2024", Fraction(25), "D")])
    # The axis begins at 25, the lowest possible score; the marker stands on it, at 6 + 128.
    assert float(drawing.circle["cy"]) == pytest.approx(134.0)
    assert texts(drawing, "g-nilai") == ["25,00"]


def test_many_periods_are_cut_with_a_note():
    drawing = chart([PeriodValue(str(year), Fraction(80), "B") for year in range(2018, 2025)])
    assert texts(drawing, "g-periode") == ["2020", "2021", "2022", "2023", "2024"]
    assert drawing.figcaption.get_text().endswith("; 5 periode terakhir dari 7")


def test_no_value_gives_no_chart():
    assert period_chart_html("Loket", []) == ""
