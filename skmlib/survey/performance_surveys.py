"""The surveys of a performance report: each is read and scored as for its own report, and never typed.

Beside the scores stands what the performance report printed of the survey, and which numbers of respondents could give the
printed means (GRIM).
"""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.parameters.performance import PerformanceParameters
from skmlib.parameters.performance_models import RiwayatIndikator, TercetakSurvei
from skmlib.problems import DataError, Problem, suggestion
from skmlib.survey.dataset import Survey, read_survey
from skmlib.survey.grim import is_possible, possible_counts
from skmlib.survey.headline import mean_ikm, mean_nrr
from skmlib.survey.indicators import EARLIER_PERIODS
from skmlib.survey.input_files import source_names
from skmlib.survey.regulation import BOBOT_RESMI, IKM_PER_NI, UNSUR, bobot_unsur, classify_mutu
from skmlib.survey.sampling import SampleSize, compare_sample


@dataclasses.dataclass(frozen=True)
class SurveyScore:
    """A survey with its scores.

    Attributes
    ----------
    parameters : Parameters
        Of the survey.
    n : int
        Its respondents.
    ikm : Fraction or None
        The index that it publishes first (25 to 100); None where an unsur has no answers.
    unsur : DataFrame
        `unsur`, `nrr` (1 to 4), `mutu`.
    sample : SampleSize or None
        None when the population is not known.
    tercetak : TercetakSurvei
        What the performance report printed.
    ikm_tercetak_unsur : Fraction or None
        The index from the printed means.
    ikm_bobot_tercetak : Fraction or None
        The index with the printed weight.
    n_mungkin : tuple of int
        Numbers of respondents up to the population that can give all printed means; empty when it is not known.
    tidak_mungkin : tuple of str
        Unsur whose printed mean the printed number of respondents cannot give.
    n_temuan : int
        Findings that the survey's own report tells.
    """

    parameters: Parameters
    n: int
    ikm: Fraction | None
    unsur: pd.DataFrame
    sample: SampleSize | None
    tercetak: TercetakSurvei
    ikm_tercetak_unsur: Fraction | None
    ikm_bobot_tercetak: Fraction | None
    n_mungkin: tuple[int, ...]
    tidak_mungkin: tuple[str, ...]
    n_temuan: int

    @property
    def ni(self) -> Fraction | None:
        """The index on the scale 1 to 4."""
        return None if self.ikm is None else self.ikm / IKM_PER_NI

    @property
    def mutu(self) -> str | None:
        """Letter of the index."""
        return None if self.ikm is None else classify_mutu(self.ikm)

    @property
    def riwayat(self) -> tuple[RiwayatIndikator, ...]:
        """Published indices of earlier periods, the last three that have one."""
        known = sorted((past.periode, past.ikm) for past in self.parameters.survei.riwayat if past.ikm is not None)
        return tuple(RiwayatIndikator(periode=periode, realisasi=ikm) for periode, ikm in known[-EARLIER_PERIODS:])


def read_surveys(parameters: PerformanceParameters) -> tuple[dict[str, SurveyScore], tuple[str, ...]]:
    """Read and score the surveys that a performance report names.

    Parameters
    ----------
    parameters : PerformanceParameters
        Of the report.

    Returns
    -------
    surveys : dict of str to SurveyScore
        By unit.
    names : tuple of str
        The files they come from.

    Raises
    ------
    DataError
        With every problem of every survey, or where one has no index.
    """
    surveys, names, problems = {}, [], []
    for unit in parameters.kinerja.survei:
        try:
            survey = read_survey(unit, parameters.periode, root=parameters.root)
        except DataError as error:
            problems += error.all
            continue
        printed = parameters.kinerja.tercetak.survei.get(unit, TercetakSurvei())
        problems += _check_unsur(parameters, survey, printed)
        surveys[unit] = score_survey(survey, printed)
        names += source_names(survey.parameters)
        if surveys[unit].ikm is None:
            what = "survei ini tidak memiliki IKM, karena ada unsur yang tidak dijawab seorang pun"
            problems.append(Problem(survey.parameters.data_folder, what, "lengkapi jawabannya"))
    if problems:
        raise DataError(problems)
    return surveys, tuple(dict.fromkeys(names))


def _check_unsur(parameters: PerformanceParameters, survey: Survey, tercetak: TercetakSurvei) -> list[Problem]:
    """Say which printed unsur the survey does not have."""
    own = survey.parameters
    return [
        Problem(
            parameters.berkas[0],
            f"survei {own.unit!r} tidak memuat unsur {unsur!r}",
            "hapus atau betulkan",
            None,
            f"tercetak.survei.{own.unit}.unsur",
            suggestion(unsur, own.unsur),
        )
        for unsur in tercetak.unsur
        if unsur not in own.unsur
    ]


def score_survey(survey: Survey, tercetak: TercetakSurvei) -> SurveyScore:
    """Score a survey, and set what was printed of it beside.

    Parameters
    ----------
    survey : Survey
        From `read_survey`.
    tercetak : TercetakSurvei
        What was printed.

    Returns
    -------
    SurveyScore
    """
    own, tally, strata = survey.parameters, survey.tally, survey.strata
    populasi = own.survei.populasi
    means, unsur = tercetak.unsur, mean_nrr(strata)
    bobot = bobot_unsur(str(tercetak.bobot), tally.unsur) if _is_official(tercetak.bobot, tally.unsur) else None
    return SurveyScore(
        parameters=own,
        n=tally.responden,
        ikm=mean_ikm(strata, bobot=own.bobot),
        unsur=unsur.assign(mutu=[None if nrr is None else classify_mutu(nrr * IKM_PER_NI) for nrr in unsur["nrr"]]),
        sample=compare_sample(tally.responden, populasi=populasi) if populasi else None,
        tercetak=tercetak,
        ikm_tercetak_unsur=IKM_PER_NI * sum(map(Fraction, means.values())) / len(means) if means else None,
        ikm_bobot_tercetak=mean_ikm(strata, bobot=bobot) if bobot else None,
        n_mungkin=possible_counts(tuple(means.values()), most=populasi) if means and populasi else (),
        tidak_mungkin=tuple(
            unsur for unsur, mean in means.items() if tercetak.responden and not is_possible(mean, tercetak.responden)
        ),
        n_temuan=len(survey.published_findings),
    )


def _is_official(bobot: Decimal | None, unsur: tuple[str, ...]) -> bool:
    """Tell whether a printed weight is one of the official forms'."""
    return bobot is not None and len(unsur) == len(UNSUR) and str(bobot) in BOBOT_RESMI
