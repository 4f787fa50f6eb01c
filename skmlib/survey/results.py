"""Everything a unit report shows, computed once from the checked data.

Tables, charts, sentences, `hasil.json` and the worksheet all read these results, so that one figure is the same everywhere.
Values stay exact and unrounded; what a survey does not have (no services, no comments, no plan) is empty or None.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from fractions import Fraction

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import Finding
from skmlib.survey.alternatives import count_low_answers, score_alternatives
from skmlib.survey.dataset import Survey
from skmlib.survey.groups import GroupScores, score_groups
from skmlib.survey.priorities import Priorities, rank_unsur
from skmlib.survey.profile import count_profile
from skmlib.survey.regulation import BOBOT_EKSAK, bobot_unsur
from skmlib.survey.reliability import Reliability, score_reliability
from skmlib.survey.responses import groups_of
from skmlib.survey.rtl import RealisedSummary, plan_of, summarise_realised
from skmlib.survey.sampling import SampleSize, compare_sample
from skmlib.survey.scores import IkmScore, score_ikm, score_unsur
from skmlib.survey.sentiment import GENERAL, SentimentSummary, select_quotes, summarise_sentiment
from skmlib.survey.survey_findings import published_periods
from skmlib.survey.tally import tally_responses
from skmlib.survey.trend import Trend, compare_periods


@dataclasses.dataclass(frozen=True)
class Results:
    """The results of one unit and period.

    Attributes
    ----------
    survey : Survey
        The checked data they come from.
    ikm : IkmScore
        The index of the unit.
    unsur : DataFrame
        From `score_unsur`.
    alternatives : DataFrame
        The index under each named weight: `bobot`, `ikm`, `mutu`, `selisih` (against exact).
    low_answers : DataFrame
        How many gave one of the two lowest answers: `unsur`, `n`, `persen` of the answers to it.
    sample : SampleSize or None
        None when the population is not known.
    profile : dict of DataFrame
        From `count_profile`, by variable: `"layanan"` first, then the characteristics.
    groups : dict of GroupScores
        By the same variables.
    extra : DataFrame or None
        Scores of the questions outside the index.
    reliability : Reliability
        Validity of each unsur, alpha.
    priorities : Priorities
        The unsur ranked.
    trend : Trend
        Published history and this period.
    sentiment : SentimentSummary or None
        None without annotated comments.
    quotes : DataFrame or None
        Comments to quote, masked.
    plan, previous_plan : DataFrame or None
        Actions of this period, and of the previous one with what was done; None without a file of actions.
    realised : RealisedSummary or None
        None when no previous action is known.
    answers : DataFrame
        One row per respondent and nothing but the answers (1 to 4 or None), sorted by them.
    findings : tuple of Finding
        What is told about the data, from one list.
    """

    survey: Survey
    ikm: IkmScore
    unsur: pd.DataFrame
    alternatives: pd.DataFrame
    low_answers: pd.DataFrame
    sample: SampleSize | None
    profile: dict[str, pd.DataFrame]
    groups: dict[str, GroupScores]
    extra: pd.DataFrame | None
    reliability: Reliability
    priorities: Priorities
    trend: Trend
    sentiment: SentimentSummary | None
    quotes: pd.DataFrame | None
    plan: pd.DataFrame | None
    previous_plan: pd.DataFrame | None
    realised: RealisedSummary | None
    answers: pd.DataFrame

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is told about the data."""
        return self.survey.findings

    @property
    def is_exact(self) -> bool:
        """Whether the weights of the report are the exact ones, however they were given."""
        parameters = self.survey.parameters
        return parameters.bobot == bobot_unsur(BOBOT_EKSAK, parameters.unsur)


def summarise_survey(survey: Survey) -> Results:
    """Compute everything a unit report shows.

    Parameters
    ----------
    survey : Survey
        From `read_survey`.

    Returns
    -------
    Results
        Exact and unrounded.
    """
    parameters, tally = survey.parameters, survey.tally
    survei = parameters.survei
    ikm = score_ikm(tally, bobot=parameters.bobot, populasi=survei.populasi, nama=parameters.nama_unsur)
    unsur = score_unsur(tally, bobot=parameters.bobot, populasi=survei.populasi)
    responses = survey.responses.valid
    plan, previous = _plans(survey)
    return Results(
        survey=survey,
        ikm=ikm,
        unsur=unsur,
        alternatives=score_alternatives(tally, parameters),
        low_answers=count_low_answers(tally),
        sample=_sample(survey),
        profile={
            key: count_profile(responses, key, categories=group.kategori)
            for key, group in groups_of(parameters).items()
        },
        groups=dict(_score_all_groups(survey)),
        extra=_score_extra(responses, parameters),
        reliability=score_reliability(tally, ambang=survei.ambang_alpha),
        priorities=rank_unsur(unsur, jumlah=survei.jumlah_prioritas),
        trend=compare_periods(published_periods(parameters), ikm, periode=parameters.periode, scores=unsur),
        sentiment=_sentiment(survey),
        quotes=_quotes(survey),
        plan=plan,
        previous_plan=previous,
        realised=_realised(survey, previous),
        answers=_sorted_answers(responses, parameters),
    )


def _sample(survey: Survey) -> SampleSize | None:
    """Compare the respondents with the minimum sample, where the population is known."""
    survei = survey.parameters.survei
    if survei.populasi is None:
        return None
    return compare_sample(survey.tally.responden, populasi=survei.populasi, pembulatan=survei.sampel.pembulatan)


def _score_all_groups(survey: Survey) -> Iterator[tuple[str, GroupScores]]:
    """Score the groups of each variable, one variable at a time."""
    parameters = survey.parameters
    for key, group in groups_of(parameters).items():
        yield (
            key,
            score_groups(
                survey.responses.valid,
                key,
                categories=group.kategori,
                unsur=parameters.unsur,
                bobot=parameters.bobot,
                ambang=parameters.survei.ambang_kelompok,
                nama=parameters.nama_unsur,
            ),
        )


def _score_extra(responses: pd.DataFrame, parameters: Parameters) -> pd.DataFrame | None:
    """Score the questions outside the index."""
    keys = list(parameters.survei.pertanyaan_tambahan)
    return score_unsur(tally_responses(responses, unsur=keys), populasi=parameters.survei.populasi) if keys else None


def _sentiment(survey: Survey) -> SentimentSummary | None:
    """Summarise the sentiment of the comments, where there are any."""
    if survey.comments is None:
        return None
    responden = len(survey.responses.valid)
    return summarise_sentiment(survey.comments, unsur=survey.parameters.unsur, responden=responden)


def _quotes(survey: Survey) -> pd.DataFrame | None:
    """Choose the comments to quote, where there are any."""
    if survey.comments is None:
        return None
    return select_quotes(survey.comments, unsur=[*survey.parameters.unsur, GENERAL])


def _plans(survey: Survey) -> tuple[pd.DataFrame | None, pd.DataFrame | None]:
    """Part the actions into this period's plan and the previous one."""
    if survey.actions is None:
        return None, None
    actions, previous = survey.actions, survey.parameters.survei.periode_sebelumnya
    return plan_of(actions, survey.parameters.periode), plan_of(actions, previous) if previous else None


def _realised(survey: Survey, previous: pd.DataFrame | None) -> RealisedSummary | None:
    """Summarise what was done of the previous plan, where one is known."""
    if previous is None or previous.empty:
        return None
    survei = survey.parameters.survei
    credit = Fraction(survei.tindak_lanjut.kredit_sebagian)
    return summarise_realised(survey.actions, survei.periode_sebelumnya, kredit_sebagian=credit)


def _sorted_answers(responses: pd.DataFrame, parameters: Parameters) -> pd.DataFrame:
    """Keep the answers only, sorted by their values, so that no row points to a person."""
    answers = responses[list(parameters.unsur)]
    ordered = answers.sort_values(list(parameters.unsur), na_position="last", ignore_index=True)
    return ordered.astype("object").where(ordered.notna(), None)
