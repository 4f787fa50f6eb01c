"""What is told about the survey as a whole: sample, weights, mapping, copied figures, plan and follow-up, comments.

These findings need the scores, but no interval, so that checking data does not wait for SciPy.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.parameters.periods import periods_within
from skmlib.problems import Finding
from skmlib.survey.headings import groups_of
from skmlib.survey.headline import Strata, mean_ikm, mean_nrr
from skmlib.survey.part_sources import sources_of
from skmlib.survey.priorities import rank_unsur
from skmlib.survey.published import PublishedPeriod
from skmlib.survey.published_plan import compare_with_published
from skmlib.survey.realisasi import compare_plan, compare_realised
from skmlib.survey.regulation import BOBOT_EKSAK, IKM_DECIMALS, IKM_PER_NI, bobot_unsur, round_half_up
from skmlib.survey.responses import Responses
from skmlib.survey.rtl import plan_of
from skmlib.survey.sampling import compare_sample
from skmlib.survey.scores import IkmScore
from skmlib.survey.tally import Tally
from skmlib.survey.trend import is_copied


def find_in_survey(
    parameters: Parameters,
    responses: Responses,
    tally: Tally,
    strata: Strata,
    *,
    actions: pd.DataFrame | None,
    planned: pd.DataFrame | None = None,
    actions_file: str,
) -> tuple[Finding, ...]:
    """List what is worth telling about a survey as a whole.

    Parameters
    ----------
    parameters : Parameters
        Of the report.
    responses : Responses
        Valid and excluded rows.
    tally : Tally
        Counts of the valid rows.
    strata : mapping
        What the unit's index is the mean of.
    actions : DataFrame or None
        Validated follow-up actions.
    planned : DataFrame or None
        What the period before planned, from `read_published_plan`.
    actions_file : str
        Their file, for messages.

    Returns
    -------
    tuple of Finding
        In the order in which an analyst would look at them.
    """
    scores = mean_nrr(strata)
    return (
        *_mapping(parameters),
        *_nested(parameters),
        *_index(parameters, tally, responses.berkas),
        *_sample(parameters, responses),
        *_weights(parameters, strata),
        *_copied(parameters, tally, strata, scores),
        *compare_with_published(parameters, actions, planned, berkas=actions_file),
        *_plan(parameters, scores, actions, actions_file),
    )


def published_periods(parameters: Parameters) -> list[PublishedPeriod]:
    """Give the published history of a unit as the parameters tell it.

    Parameters
    ----------
    parameters : Parameters
        Of the report.

    Returns
    -------
    list of PublishedPeriod
        As written.
    """
    return [PublishedPeriod(**riwayat.model_dump()) for riwayat in parameters.survei.riwayat]


def _mapping(parameters: Parameters) -> Iterator[Finding]:
    """Say when the mapping of the unsur is assumed."""
    assumed = parameters.survei.asumsi_unsur
    if assumed:
        yield Finding("asumsi_unsur", parameters.berkas[0], assumed)


def _nested(parameters: Parameters) -> Iterator[Finding]:
    """Say when shorter periods are reported beside this one, not combined in it: neither protects the groups of the other."""
    combined = {periode for source in sources_of(parameters) for periode in source.periode}
    beside = [
        periode
        for periode in periods_within(parameters.periode)
        if periode not in combined and (parameters.root / f"params/{periode}/{parameters.unit}.yml").is_file()
    ]
    if beside and groups_of(parameters):
        text = (
            f"Unit ini juga melaporkan {', '.join(beside)}, yang termuat dalam {parameters.periode} dan tidak disebut pada "
            "'gabungan'. Nilai kelompok kecil yang disembunyikan di satu laporan dapat dihitung dari selisihnya. "
            "Pakai 'gabungan', atau jangan edarkan nilai kelompok dari keduanya."
        )
        yield Finding("periode_bersarang", parameters.berkas[0], text, len(beside))


def _index(parameters: Parameters, tally: Tally, berkas: str) -> Iterator[Finding]:
    """Say when there is no index because nobody answered an unsur."""
    names = [parameters.nama_unsur[unsur] for unsur, n in zip(tally.unsur, tally.n.tolist(), strict=True) if n == 0]
    if names and tally.responden:
        text = f"Tidak ada jawaban untuk unsur {', '.join(names)}, sehingga IKM tidak dapat dihitung."
        yield Finding("tanpa_ikm", berkas, text, len(names))


def _sample(parameters: Parameters, responses: Responses) -> Iterator[Finding]:
    """Say when there are too few respondents, or more than users."""
    survei, n = parameters.survei, len(responses.valid)
    if survei.populasi is None:
        return
    sample = compare_sample(n, populasi=survei.populasi, pembulatan=survei.sampel.pembulatan)
    if not sample.cukup:
        text = f"Responden {n} orang, kurang {sample.kurang} dari sampel minimum {sample.minimum}."
        yield Finding("sampel_kurang", responses.berkas, text, sample.kurang)
    if sample.melebihi_populasi:
        text = (
            f"Responden {n} orang, lebih banyak daripada populasi {survei.populasi}; periksa 'populasi' atau pengisian ganda. "
            "Selang kepercayaan dihitung tanpa koreksi populasi."
        )
        yield Finding("melebihi_populasi", parameters.berkas[0], text, n - survei.populasi)


def _weights(parameters: Parameters, strata: Strata) -> Iterator[Finding]:
    """Say what a weight that is not exact does to the index."""
    bobot, eksak = parameters.bobot, bobot_unsur(BOBOT_EKSAK, parameters.unsur)
    ikm, exact = mean_ikm(strata, bobot=bobot), mean_ikm(strata, bobot=eksak)
    if bobot != eksak and ikm is not None and exact is not None:
        name = parameters.nama_bobot.replace(".", ",")
        text = (
            f"Laporan memakai bobot {name}, bukan 1/{len(parameters.unsur)}: IKM {_printed(ikm)}, dengan bobot "
            f"eksak {_printed(exact)}, selisih {_printed(ikm - exact)}."
        )
        yield Finding("bobot_bukan_eksak", parameters.berkas[0], text)


def _printed(ikm: Fraction) -> str:
    """Print an index or a difference with a decimal comma."""
    return f"{float(round_half_up(ikm, IKM_DECIMALS)):.{IKM_DECIMALS}f}".replace(".", ",")


def _copied(parameters: Parameters, tally: Tally, strata: Strata, scores: pd.DataFrame) -> Iterator[Finding]:
    """Say when every figure equals that of an earlier period."""
    ikm = mean_ikm(strata, bobot=parameters.bobot)
    score = IkmScore(tally.responden, None if ikm is None else ikm / IKM_PER_NI, ikm)
    for published in published_periods(parameters):
        if is_copied(score, published, scores=scores):
            text = f"Semua angka sama dengan yang terbit untuk periode {published.periode}; periksa apakah datanya disalin."
            yield Finding("angka_disalin", parameters.berkas[0], text)


def _plan(parameters: Parameters, scores: pd.DataFrame, actions: pd.DataFrame | None, berkas: str) -> Iterator[Finding]:
    """Say where the plan does not fit the priorities, and what of the previous plan was not reported."""
    if actions is None:
        return
    plan = plan_of(actions, parameters.periode)
    if not plan.empty:
        prioritas = rank_unsur(scores, jumlah=parameters.survei.jumlah_prioritas).prioritas
        yield from compare_plan(plan, scores, prioritas=prioritas, berkas=berkas, nama=parameters.nama_unsur)
    if parameters.survei.periode_sebelumnya:
        yield from compare_realised(actions, parameters.survei.periode_sebelumnya, berkas=berkas)
