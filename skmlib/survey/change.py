"""Change: whether the index moved between two periods by more than the chance of who answered.

Both periods have their answers and are taken as independent random samples. Each score has its linearised variance, with the
finite population correction where the population is known (`intervals.py`); `difference.py` has the test. An unsur is compared
from its own answers; Holm's p, beside the raw one, allows for testing several unsur at once. The same persons may have
answered both times. No export says who, so the test cannot allow for it; people who answer alike twice make it too careful.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from fractions import Fraction

import pandas as pd

from skmlib.survey.difference import Difference, Estimate, adjust_holm, compare_estimates
from skmlib.survey.intervals import linearised_variance
from skmlib.survey.regulation import CONFIDENCE_LEVEL, IKM_MAX, IKM_MIN, IKM_PER_NI, SCALE_MAX, SCALE_MIN, SIGNIFICANCE
from skmlib.survey.scores import ikm_value
from skmlib.survey.tally import Tally

NO_UNSUR = "Tidak dapat dihitung: unsur ini tidak ditanyakan pada {periode}."
OTHER_UNSUR = (
    "Tidak diuji: unsur atau bobot kedua periode tidak sama, sehingga selisihnya bukan perubahan layanan semata."
)


@dataclasses.dataclass(frozen=True)
class PeriodSample:
    """The answers of one period.

    Attributes
    ----------
    periode : str
        Its name, for the reasons.
    tally : Tally
        Counts of its validated responses.
    bobot : mapping
        Weight of each unsur.
    populasi : int or None
        Users of the service, for the finite population correction; not used when the respondents exceed it.
    """

    periode: str
    tally: Tally
    bobot: Mapping[str, Fraction]
    populasi: int | None = None


@dataclasses.dataclass(frozen=True)
class Change:
    """The change between two periods.

    Attributes
    ----------
    periode_sebelumnya, periode : str
        The two periods.
    ikm : Difference
        Of the index, on the scale 25 to 100.
    unsur : DataFrame
        One row per unsur of either period, those of this period first: `unsur` (ordered category) and the attributes of
        `Difference` on the scale 1 to 4, with `p_holm`; `berubah` goes by `p_holm`. What cannot be computed is None.
    diuji : int
        Unsur tested, which Holm's p allows for.
    level : Fraction
        Level of the intervals.
    """

    periode_sebelumnya: str
    periode: str
    ikm: Difference
    unsur: pd.DataFrame
    diuji: int
    level: Fraction = CONFIDENCE_LEVEL


def compare_change(before: PeriodSample, now: PeriodSample) -> Change:
    """Test the change of the index and of each unsur between two periods.

    Parameters
    ----------
    before, now : PeriodSample
        The earlier and the later period.

    Returns
    -------
    Change

    Examples
    --------
    >>> from skmlib.survey.tally import tally_responses
    >>> weights = {"waktu": Fraction(1)}
    >>> periods = {"2023": [2, 3, 3, 4], "2024": [4, 4, 3, 4]}
    >>> samples = [
    ...     PeriodSample(name, tally_responses(pd.DataFrame({"waktu": answers}), unsur=["waktu"]), weights)
    ...     for name, answers in periods.items()
    ... ]
    >>> change = compare_change(*samples)
    >>> change.ikm.perubahan, f"{change.ikm.t:.3f}", f"{change.ikm.p:.3f}"
    (Fraction(75, 4), '1.567', '0.178')
    """
    order = list(dict.fromkeys([*now.tally.unsur, *before.tally.unsur]))
    parts = [_compare_unsur(unsur, before, now) for unsur in order]
    adjusted = adjust_holm([part.p for part in parts])
    rows = [
        dataclasses.asdict(part) | {"p_holm": p, "berubah": None if p is None else p < SIGNIFICANCE}
        for part, p in zip(parts, adjusted, strict=True)
    ]
    frame = pd.DataFrame(rows, dtype="object").astype({"n_sebelumnya": "int64", "n": "int64"})
    frame.insert(0, "unsur", pd.Categorical(order, categories=order, ordered=True))
    alasan = OTHER_UNSUR if dict(before.bobot) != dict(now.bobot) else None
    return Change(
        periode_sebelumnya=before.periode,
        periode=now.periode,
        ikm=compare_estimates(_ikm(before), _ikm(now), widest=IKM_MAX - IKM_MIN, alasan=alasan),
        unsur=frame,
        diuji=sum(p is not None for p in adjusted),
    )


def _ikm(sample: PeriodSample) -> Estimate:
    """Estimate the index of a period."""
    value, n = ikm_value(sample.tally, bobot=sample.bobot), sample.tally.responden
    variance = None if value is None or n < 2 else _variance(sample, sample.bobot, n) * IKM_PER_NI**2
    return Estimate(sample.periode, n, value, variance, n == sample.populasi)


def _compare_unsur(unsur: str, before: PeriodSample, now: PeriodSample) -> Difference:
    """Compare one unsur of two periods, each from its own answers."""
    absent = [sample.periode for sample in (before, now) if unsur not in sample.tally.unsur]
    alasan = NO_UNSUR.format(periode=absent[0]) if absent else None
    return compare_estimates(_unsur(before, unsur), _unsur(now, unsur), widest=SCALE_MAX - SCALE_MIN, alasan=alasan)


def _unsur(sample: PeriodSample, unsur: str) -> Estimate:
    """Estimate one unsur of a period; without a value where nobody answered it or it was not asked."""
    tally = sample.tally
    n = int(tally.n[tally.unsur.index(unsur)]) if unsur in tally.unsur else 0
    if not n:
        return Estimate(sample.periode, 0, None, None)
    value = Fraction(tally.jumlah.tolist()[tally.unsur.index(unsur)]) / n
    variance = None if n < 2 else _variance(sample, {unsur: Fraction(1)}, n)
    return Estimate(sample.periode, n, value, variance, n == sample.populasi)


def _variance(sample: PeriodSample, bobot: Mapping[str, Fraction], n: int) -> Fraction:
    """Compute the variance of a weighted sum of means, with the finite population correction where it is known."""
    variance = linearised_variance(sample.tally, bobot=bobot, n=n)
    is_within = sample.populasi is not None and sample.tally.responden <= sample.populasi
    return variance * (1 - Fraction(n, sample.populasi)) if is_within else variance
