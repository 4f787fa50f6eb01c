"""Computing everything a unit report shows, once, from the checked data.

Each part of the results comes from the module of its concept; here they are only called, with what the parameters say.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from fractions import Fraction

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.parameters.models import RATA_RATA_LAYANAN
from skmlib.survey.agreement import AnnotatorAgreement, summarise_agreement
from skmlib.survey.alternatives import count_low_answers, score_alternatives
from skmlib.survey.change import Change, PeriodSample, compare_change
from skmlib.survey.contradictions import Contradictions, find_contradictions
from skmlib.survey.dataset import Survey
from skmlib.survey.groups import GroupScores, score_groups
from skmlib.survey.handed_over import computed_once
from skmlib.survey.headline import mean_ikm, mean_nrr
from skmlib.survey.importance import Importance, score_derived_importance, score_stated_importance
from skmlib.survey.layanan_mean import score_layanan_mean
from skmlib.survey.next_band import score_next_band
from skmlib.survey.printed import compare_printed
from skmlib.survey.priorities import rank_unsur
from skmlib.survey.profile import count_profile
from skmlib.survey.published import Period, period_of_scores
from skmlib.survey.regulation import IKM_PER_NI
from skmlib.survey.reliability import score_reliability
from skmlib.survey.responses import groups_of
from skmlib.survey.results import Results
from skmlib.survey.rtl import RealisedSummary, plan_of, summarise_realised
from skmlib.survey.sampling import SampleSize, compare_sample
from skmlib.survey.scores import IkmScore, score_ikm, score_unsur
from skmlib.survey.sentiment import GENERAL, SentimentSummary, select_quotes, summarise_sentiment
from skmlib.survey.survey_findings import published_periods
from skmlib.survey.tally import tally_responses
from skmlib.survey.trend import compare_periods


@computed_once
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
    pooled = score_ikm(tally, bobot=parameters.bobot, populasi=survei.populasi, nama=parameters.nama_unsur)
    pooled_unsur = score_unsur(tally, bobot=parameters.bobot, populasi=survei.populasi)
    responses = survey.responses.valid
    mean = score_layanan_mean(parameters, responses)
    is_mean = survei.nilai_utama == RATA_RATA_LAYANAN
    ikm, unsur = (mean.ikm, mean.unsur) if is_mean else (pooled, pooled_unsur)
    plan, previous = _plans(survey)
    results = Results(
        survey=survey,
        ikm=ikm,
        unsur=unsur,
        ikm_responden=pooled,
        unsur_responden=pooled_unsur,
        layanan_mean=mean,
        alternatives=score_alternatives(survey.strata, parameters),
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
        trend=compare_periods(
            published_periods(parameters),
            dataclasses.replace(ikm, n=pooled.n),  # respondents are told of all, as of the period before
            periode=parameters.periode,
            scores=unsur,
            answered=_answered_periods(survey),
            sebelumnya=survei.periode_sebelumnya,
        ),
        change=_change(survey),
        next_band=score_next_band(
            tally, bobot=parameters.bobot, nama=parameters.nama_unsur, mean=mean if is_mean else None
        ),
        importance=_importance(survey, unsur),
        contradictions=_contradictions(survey),
        agreement=_agreement(survey),
        sentiment=_sentiment(survey),
        quotes=_quotes(survey),
        plan=plan,
        previous_plan=previous,
        realised=_realised(survey, previous),
        answers=_sorted_answers(responses, parameters),
    )
    return dataclasses.replace(results, printed=compare_printed(results))


def _answered_periods(survey: Survey) -> list[Period]:
    """Score the previous period, where its answers are known."""
    before = survey.previous
    if before is None:
        return []
    ikm = mean_ikm(before.strata, bobot=before.parameters.bobot)
    score = IkmScore(before.tally.responden, None if ikm is None else ikm / IKM_PER_NI, ikm)
    return [period_of_scores(before.periode, score, mean_nrr(before.strata))]


def _change(survey: Survey) -> Change | None:
    """Test the change against the previous period, where its answers are known."""
    before, parameters = survey.previous, survey.parameters
    if before is None:
        return None
    earlier = PeriodSample(before.periode, before.tally, before.parameters.bobot, before.parameters.survei.populasi)
    now = PeriodSample(parameters.periode, survey.tally, parameters.bobot, parameters.survei.populasi)
    return compare_change(earlier, now)


def _importance(survey: Survey, scores: pd.DataFrame) -> Importance | None:
    """Compare importance and performance, where importance or overall satisfaction was asked; the stated one comes first."""
    survei, responses = survey.parameters.survei, survey.responses.valid
    asked = {unsur: f"kepentingan.{unsur}" for unsur in survey.tally.unsur if survei.unsur[unsur].kolom_kepentingan}
    if asked:
        return score_stated_importance(responses, scores, pertanyaan=asked)
    overall = survei.kepuasan_umum
    return score_derived_importance(responses, scores, kepuasan=overall) if overall else None


def _agreement(survey: Survey) -> AnnotatorAgreement | None:
    """Measure how far several annotators agree."""
    annotations = survey.annotations
    if annotations is None or annotations["anotator"].nunique() < 2:
        return None
    return summarise_agreement(annotations, unsur=survey.parameters.unsur)


def _contradictions(survey: Survey) -> Contradictions | None:
    """Compare comments with the answers of their authors, where there are any."""
    if survey.comments is None:
        return None
    return find_contradictions(survey.comments, survey.responses.valid, unsur=survey.parameters.unsur)


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
