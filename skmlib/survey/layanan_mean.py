"""The mean of services: index and unsur averaged over the services of a unit, each counting alike, with intervals.

The services are independent strata, so the variance of the mean of k services is the sum of their variances / k^2. Each is
the linearised variance of `intervals.py`, without finite population correction, for the users of a service are not known. The
t value has as many degrees of freedom as respondents less services. Respondents who may name several services are in several
strata, which are then not independent, and there is no interval.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.survey.headline import LAYANAN, Strata, layanan_strata, mean_ikm, mean_nrr
from skmlib.survey.intervals import Interval, linearised_variance, t_interval
from skmlib.survey.regulation import IKM_PER_NI, KINERJA, classify_mutu, limits_between
from skmlib.survey.scores import SCALE_LIMITS, IkmScore, score_ikm

HIDDEN = "Rata-rata layanan tidak disajikan, karena nilai layanan yang disembunyikan dapat dihitung darinya."
OVERLAP = "Satu responden dapat memilih beberapa layanan, sehingga selang kepercayaan rata-rata layanan tidak dihitung."
SINGLE = "Ada layanan dengan satu responden, sehingga selang kepercayaan rata-rata layanan tidak dihitung."
NO_SPREAD = "Nilai responden dalam setiap layanan tidak beragam, sehingga selang kepercayaan tidak dihitung."


@dataclasses.dataclass(frozen=True)
class LayananMean:
    """The index and the unsur of a unit as the mean of its services.

    Attributes
    ----------
    ikm : IkmScore
        The index; without value and with the reason where it may not be shown or cannot be computed.
    unsur : DataFrame
        The columns of `score_unsur`, `jumlah` always None; empty where the index may not be shown.
    layanan : tuple of str
        The services averaged.
    tanpa_responden : tuple of str
        Services without respondents, which are not in the mean.
    n_lain : int
        Respondents of no such service, who are not in it either.
    """

    ikm: IkmScore
    unsur: pd.DataFrame
    layanan: tuple[str, ...]
    tanpa_responden: tuple[str, ...]
    n_lain: int


def score_layanan_mean(parameters: Parameters, responses: pd.DataFrame) -> LayananMean | None:
    """Score a unit by the mean of its services.

    Parameters
    ----------
    parameters : Parameters
        Of the report.
    responses : DataFrame
        Valid rows.

    Returns
    -------
    LayananMean or None
        None where the survey has no services.
    """
    group = parameters.survei.layanan
    if group is None:
        return None
    strata, hidden = layanan_strata(parameters, responses)
    named = responses[LAYANAN].explode().isin(group.kategori).groupby(level=0).any()
    n = int(named.sum())
    bobot, nama = parameters.bobot, parameters.nama_unsur
    if hidden or not strata:
        score, unsur = IkmScore(n, reason=HIDDEN if hidden else "Tidak ada responden layanan."), _unsur_frame([], [])
    else:
        score = _score(strata, n, bobot, nama, is_overlapping=group.pilihan_ganda)
        unsur = _score_unsur(strata, bobot, is_overlapping=group.pilihan_ganda)
    empty = tuple(name for name in group.kategori if name not in strata)
    return LayananMean(score, unsur, tuple(strata), empty, len(responses) - n)


def _score(
    strata: Strata, n: int, bobot: Mapping[str, Fraction], nama: Mapping[str, str], *, is_overlapping: bool
) -> IkmScore:
    """Average the index over the services, with its interval or the reason why there is none."""
    ikm = mean_ikm(strata, bobot=bobot)
    if ikm is None:
        scores = {name: score_ikm(tally, bobot=bobot, nama=nama) for name, tally in strata.items()}
        missing = [f"{name}: {score.reason}" for name, score in scores.items() if score.ikm is None]
        return IkmScore(n, reason=" ".join(missing))
    mutu = classify_mutu(ikm)
    score = IkmScore(n, ikm / IKM_PER_NI, ikm, mutu, KINERJA[mutu])
    counts = {name: tally.responden for name, tally in strata.items()}
    reason, variance = _variance(strata, bobot, counts, is_overlapping=is_overlapping)
    if reason is not None:
        return dataclasses.replace(score, reason=reason)
    limits = tuple(sum(bobot.values()) * end * IKM_PER_NI for end in SCALE_LIMITS)
    df = sum(counts.values()) - len(counts)
    interval = t_interval(ikm, variance=variance * IKM_PER_NI**2, df=df, limits=limits)
    crossed = limits_between(interval.low, interval.high)
    return dataclasses.replace(score, **dataclasses.asdict(interval), limits_crossed=crossed)


def _variance(
    strata: Strata, bobot: Mapping[str, Fraction], counts: Mapping[str, int], *, is_overlapping: bool
) -> tuple[str | None, Fraction]:
    """Compute the variance of a mean of services on the scale 1 to 4, or say why there is no interval."""
    if is_overlapping:
        return OVERLAP, Fraction(0)
    if min(counts.values()) < 2:
        return SINGLE, Fraction(0)
    parts = [linearised_variance(tally, bobot=bobot, n=counts[name]) for name, tally in strata.items()]
    variance = sum(parts, Fraction(0)) / len(strata) ** 2
    return (None, variance) if variance else (NO_SPREAD, variance)


def _score_unsur(strata: Strata, bobot: Mapping[str, Fraction], *, is_overlapping: bool) -> pd.DataFrame:
    """Average each unsur over the services."""
    rows = []
    for place, (unsur, nrr) in enumerate(mean_nrr(strata).itertuples(index=False)):
        answers = {name: int(tally.n[place]) for name, tally in strata.items()}
        interval = None if nrr is None else _unsur_interval(strata, unsur, nrr, answers, is_overlapping)
        known = (None, None, None) if nrr is None else _converted(nrr, bobot[unsur])
        ends = (None, None) if interval is None else (interval.low, interval.high)
        rows.append((unsur, sum(answers.values()), None, nrr, bobot[unsur], *known, *ends))
    return _unsur_frame(rows, next(iter(strata.values())).unsur)


def _converted(nrr: Fraction, bobot: Fraction) -> tuple[Fraction, Fraction, str]:
    """Weigh and convert a mean, and give its letter."""
    return nrr * bobot, nrr * IKM_PER_NI, classify_mutu(nrr * IKM_PER_NI)


def _unsur_interval(
    strata: Strata, unsur: str, nrr: Fraction, answers: Mapping[str, int], is_overlapping: bool
) -> Interval | None:
    """Compute the interval of one unsur averaged over the services."""
    reason, variance = _variance(strata, {unsur: Fraction(1)}, answers, is_overlapping=is_overlapping)
    df = sum(answers.values()) - len(answers)
    return None if reason else t_interval(nrr, variance=variance, df=df, limits=SCALE_LIMITS)


def _unsur_frame(rows: list[tuple[object, ...]], unsur: Sequence[str]) -> pd.DataFrame:
    """Make a frame with the columns of `score_unsur`."""
    names = ("unsur", "n", "jumlah", "nrr", "bobot", "nrr_tertimbang", "ikm", "mutu", "low", "high")
    frame = pd.DataFrame(rows, columns=list(names), dtype="object")
    return frame.astype({"unsur": pd.CategoricalDtype(list(unsur), ordered=True), "n": "int64"})
