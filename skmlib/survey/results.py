"""Everything a unit report shows, computed once from the checked data.

Tables, charts, sentences, `hasil.json` and the worksheet all read these results, so that one figure is the same everywhere.
Values stay exact and unrounded; what a survey does not have (no services, no comments, no plan) is empty or None.
"""

from __future__ import annotations

import dataclasses
from typing import Protocol

import pandas as pd

from skmlib.parameters import Parameters, ReportParameters
from skmlib.parameters.models import RATA_RATA_LAYANAN
from skmlib.problems import Finding
from skmlib.survey.agreement import AnnotatorAgreement
from skmlib.survey.change import Change
from skmlib.survey.contradictions import Contradictions
from skmlib.survey.dataset import Survey
from skmlib.survey.groups import GroupScores
from skmlib.survey.importance import Importance
from skmlib.survey.layanan_mean import LayananMean
from skmlib.survey.next_band import NextBand
from skmlib.survey.printed import PrintedFigure
from skmlib.survey.priorities import Priorities
from skmlib.survey.regulation import BOBOT_EKSAK, bobot_unsur
from skmlib.survey.reliability import Reliability
from skmlib.survey.rtl import RealisedSummary
from skmlib.survey.sampling import SampleSize
from skmlib.survey.scores import IkmScore
from skmlib.survey.sentiment import SentimentSummary
from skmlib.survey.trend import Trend


class ReportResults(Protocol):
    """What the results of every kind of report have."""

    parameters: ReportParameters
    logo: bytes | None
    findings: tuple[Finding, ...]


@dataclasses.dataclass(frozen=True)
class Results:
    """The results of one unit and period.

    Attributes
    ----------
    survey : Survey
        The checked data they come from.
    ikm : IkmScore
        The index that the unit publishes first (`nilai_utama`): of all respondents, or the mean of its services.
    unsur : DataFrame
        The unsur alike, with the columns of `score_unsur`.
    ikm_responden, unsur_responden
        Index and unsur of all respondents, whichever is published first.
    layanan_mean : LayananMean or None
        Index and unsur as mean of the services; None without services.
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
    change : Change or None
        Test of the change against the previous period; None without its answers.
    next_band : NextBand
        What the index needs to reach the band above.
    importance : Importance or None
        None where neither importance nor overall satisfaction was asked.
    contradictions : Contradictions or None
        Comments against the answers of their authors; None without annotated comments.
    agreement : AnnotatorAgreement or None
        None where a single person annotated, or nobody.
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
    printed : tuple of PrintedFigure
        What was printed for this period against what is computed; empty when the parameters hold no printed figures.
    findings : tuple of Finding
        What is told about the data, from one list.
    """

    survey: Survey
    ikm: IkmScore
    unsur: pd.DataFrame
    ikm_responden: IkmScore
    unsur_responden: pd.DataFrame
    layanan_mean: LayananMean | None
    alternatives: pd.DataFrame
    low_answers: pd.DataFrame
    sample: SampleSize | None
    profile: dict[str, pd.DataFrame]
    groups: dict[str, GroupScores]
    extra: pd.DataFrame | None
    reliability: Reliability
    priorities: Priorities
    trend: Trend
    change: Change | None
    next_band: NextBand
    importance: Importance | None
    contradictions: Contradictions | None
    agreement: AnnotatorAgreement | None
    sentiment: SentimentSummary | None
    quotes: pd.DataFrame | None
    plan: pd.DataFrame | None
    previous_plan: pd.DataFrame | None
    realised: RealisedSummary | None
    answers: pd.DataFrame
    printed: tuple[PrintedFigure, ...] = ()

    @property
    def parameters(self) -> Parameters:
        """What the report was told."""
        return self.survey.parameters

    @property
    def logo(self) -> bytes | None:
        """The agency's logo."""
        return self.survey.logo

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is told about the data."""
        return self.survey.published_findings

    @property
    def is_layanan_mean(self) -> bool:
        """Whether the unit publishes the mean of its services first."""
        return self.survey.parameters.survei.nilai_utama == RATA_RATA_LAYANAN

    @property
    def is_exact(self) -> bool:
        """Whether the weights of the report are the exact ones, however they were given."""
        parameters = self.survey.parameters
        return parameters.bobot == bobot_unsur(BOBOT_EKSAK, parameters.unsur)
