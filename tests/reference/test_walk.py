"""The walk itself: what makes it fail."""

import pytest
from walk import Leaf, Reference


@pytest.fixture
def reference():
    return Reference("kasn-2024.yml")


def test_value_without_check_fails(reference):
    with pytest.raises(AssertionError, match="no check for population"):
        reference.check(Leaf(("population",), "384"), None)


@pytest.mark.parametrize("shown", ["385", "38,4", "", "-", "384 orang"])
def test_value_that_the_report_shows_otherwise_fails(reference, shown):
    reference.regenerated("population")(lambda reports: shown)
    with pytest.raises(AssertionError, match="the report shows"):
        reference.check(Leaf(("population",), "384"), None)


def test_value_shown_with_fewer_decimals_fails(reference):
    reference.regenerated("scores", "values", "*")(lambda reports, place: "3,6")
    with pytest.raises(AssertionError, match=r"printed is '3\.60'"):
        reference.check(Leaf(("scores", "values", "6"), "3.60"), None)


def test_number_is_never_context(reference):
    reference.context("population")
    with pytest.raises(AssertionError, match="cannot be context"):
        reference.check(Leaf(("population",), "384"), None)


def test_contradicted_value_outside_the_findings_fails(reference):
    reference.contradicted("population")
    with pytest.raises(AssertionError, match="stands in no finding"):
        reference.check(Leaf(("population",), "384"), None)


@pytest.mark.parametrize("passage", ["", "IKM 88,38", "tercetak 88,38, dihitung ulang 88,3"])
def test_finding_without_both_values_fails(reference, passage):
    reference.shown(0)(lambda reports: passage)  # printed 88.38, recomputed 88.33
    with pytest.raises(AssertionError):
        reference.check_finding(reference.findings[0], None)


def test_finding_may_hold_several_values():
    finding = next(found for found in Reference("biro-humas-2023.yml").findings if "in_the_text" in found.path)
    assert finding.values == ("116", "768", "5078", "5962")


def test_finding_without_passage_fails(reference):
    with pytest.raises(AssertionError, match="no passage"):
        reference.check_finding(reference.findings[0], None)


def test_check_without_value_is_idle(reference):
    reference.regenerated("population")(lambda reports: "384")
    reference.regenerated("populasi")(lambda reports: "384")
    assert reference.idle_checks() == ["populasi"]


def test_every_scalar_is_a_leaf_as_printed(reference):
    texts = {leaf.path: leaf.text for leaf in reference.leaves}
    assert texts["scores", "values", "6"] == "3.60"
    assert texts["respondents", "usia", ">60", "1"] == "0.77"
    assert not [path for path in texts if path[0] == "findings"]
