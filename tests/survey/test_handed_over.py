"""What a build hands to its notebooks: data as they were read, results as they were computed, unless the data were changed."""

import dataclasses

import pytest

from skmlib.survey import handed_over, summary
from skmlib.survey.dataset import read_survey
from skmlib.survey.summary import summarise_survey

ROWS = ("3,3,4,3,3,4,3,3,3", "4,4,3,4,4,4,4,3,4")


@pytest.fixture
def handed(project, monkeypatch):
    """Hand over a survey with its results; give what reads it, and what counts how often results are computed."""
    project.write_responses(*ROWS)
    survey = read_survey("loket", "2025-S1", root=project.root)
    packed = handed_over.pack(survey, summarise_survey(survey))
    monkeypatch.setattr(handed_over, "_HANDED", {})
    handed_over.hand_over(packed, "loket", "2025-S1", root=project.root)
    counted = []
    compute = summary.score_layanan_mean
    monkeypatch.setattr(summary, "score_layanan_mean", lambda *data: counted.append(1) or compute(*data))
    return lambda: read_survey("loket", "2025-S1", root=project.root), counted


def test_results_of_data_as_they_were_read_are_not_computed_again(handed):
    read, counted = handed
    survey = read()
    results = summarise_survey(survey)
    assert (counted, results.survey is survey) == ([], True)
    # (3+4 + 3+4 + 4+3 + 3+4 + 3+4 + 4+4 + 3+4 + 3+3 + 3+4) / 18 = 63 / 18 = 3.5
    assert results.ikm.ni == 3.5


def test_results_of_changed_data_are_computed_anew(handed):
    read, counted = handed
    survey = read()
    survey.responses.valid.loc[:, "layanan"] = "lain"
    summarise_survey(survey)
    assert counted == [1]


def test_results_of_a_copy_are_computed_anew(handed):
    read, counted = handed
    survey = dataclasses.replace(read(), findings=())
    assert summarise_survey(survey).survey is survey
    assert counted == [1]


def test_results_are_given_once_so_that_nobody_sees_what_was_done_to_them(handed):
    read, counted = handed
    survey = read()
    first, second = summarise_survey(survey), summarise_survey(survey)
    assert first is not second
    assert counted == [1]
    assert summarise_survey(read()).ikm == first.ikm
