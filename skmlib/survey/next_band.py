"""Next band: what the index lacks to reach the band above, and what that would mean for each unsur.

The smallest exact index that is printed as a band's limit is limit - 0.005, for it is rounded half up to two decimals. If one
unsur alone changed, its `nrr` would have to rise by missing points / (25 x its weight); above 4 that cannot be. A rise of
`nrr` by d is ceil(d x n) answers that are one step higher, spread over respondents who answered below 4. All exact.
It is arithmetic, not a forecast: it says how far the band is, not how to get there.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from fractions import Fraction

import pandas as pd

from skmlib.survey.layanan_mean import LayananMean
from skmlib.survey.regulation import BANDS, IKM_DECIMALS, IKM_PER_NI, SCALE_MAX, UNSUR_NAMA, classify_mutu
from skmlib.survey.scores import score_ikm, score_unsur
from skmlib.survey.tally import Tally

HALF_STEP = Fraction(1, 2 * 10**IKM_DECIMALS)
HIGHEST_BAND = f"Indeks sudah pada mutu {BANDS[0].mutu}, yang tertinggi."
NO_WEIGHT = "Bobot unsur ini 0, sehingga tidak mengubah indeks."
NOT_ALONE = f"Perubahan unsur ini saja tidak cukup: nilainya harus lebih dari {SCALE_MAX}."
FEW_PEOPLE = "Hanya {n} responden yang menjawab di bawah {atas}, sehingga sebagian harus naik lebih dari satu tingkat."
BY_SERVICE = "Pengaruh satu jawaban pada rata-rata layanan bergantung pada banyaknya responden layanannya."
COLUMNS = ("unsur", "n", "nrr", "nrr_perlu", "kenaikan", "langkah", "di_bawah_maksimum", "alasan")


@dataclasses.dataclass(frozen=True)
class NextBand:
    """The way to the next band.

    Attributes
    ----------
    ikm : Fraction or None
        The index, unrounded.
    mutu, mutu_berikut : str or None
        Its band and the band above; None in the highest, or without an index.
    batas, ikm_perlu, kurang : Fraction or None
        The limit as printed, the smallest exact index that is printed so, and what is missing to it (25 to 100).
    unsur : DataFrame
        One row per unsur, as if it alone changed: `unsur` (ordered category), `n` (answers), `nrr`, `nrr_perlu` and `kenaikan`
        (None when it cannot), `langkah` (answers that would have to be one step higher; with sub-questions, all those of one
        respondent), `di_bawah_maksimum` (respondents who answered below 4; None with sub-questions), `alasan`. Empty when
        there is no next band.
    reason : str or None
        Why there is no next band, in Indonesian.
    """

    ikm: Fraction | None
    mutu: str | None
    mutu_berikut: str | None
    batas: Fraction | None
    ikm_perlu: Fraction | None
    kurang: Fraction | None
    unsur: pd.DataFrame
    reason: str | None


def score_next_band(
    tally: Tally,
    *,
    bobot: Mapping[str, Fraction] | None = None,
    nama: Mapping[str, str] = UNSUR_NAMA,
    mean: LayananMean | None = None,
) -> NextBand:
    """Compute what the index needs to reach the next band.

    Parameters
    ----------
    tally : Tally
        Counts of validated responses.
    bobot : mapping, optional
        Weight of each unsur; exactly 1/n by default.
    nama : mapping
        Name of each unsur in the report, for the reason.
    mean : LayananMean, optional
        Where the unit's index is the mean of its services. One answer then counts by the size of its service, so that no
        number of answers is given.

    Returns
    -------
    NextBand

    Examples
    --------
    >>> from skmlib.survey.tally import tally_responses
    >>> responses = pd.DataFrame({"waktu": [3, 3, 3, 4], "biaya": [4, 4, 4, 3]})
    >>> needed = score_next_band(tally_responses(responses, unsur=list(responses)))
    >>> needed.mutu, needed.mutu_berikut, float(needed.kurang)
    ('B', 'A', 0.805)
    >>> needed.unsur["langkah"].tolist()
    [1, 1]
    """
    scores = mean.unsur if mean else score_unsur(tally, bobot=bobot)
    if scores.empty or scores["nrr"].isna().any():
        missing = mean.ikm.reason if mean else score_ikm(tally, bobot=bobot, nama=nama).reason
        return NextBand(None, None, None, None, None, None, _frame([], tally), missing)
    ikm = sum(scores["nrr_tertimbang"], Fraction(0)) * IKM_PER_NI
    mutu = classify_mutu(ikm)
    above = [band for band in BANDS if band.batas_bawah > next(b.batas_bawah for b in BANDS if b.mutu == mutu)]
    if not above:
        return NextBand(ikm, mutu, None, None, None, None, _frame([], tally), HIGHEST_BAND)
    limit = above[-1].batas_bawah
    kurang = limit - HALF_STEP - ikm
    is_single = (tally.counts.sum(axis=1) == tally.n).tolist()  # of sub-questions no tally says who answered below 4
    below_top = (tally.n - tally.counts[:, -1]).tolist()
    rows = [
        _needed(row, kurang, below if single else None, is_mean=mean is not None)
        for row, below, single in zip(scores.itertuples(index=False), below_top, is_single, strict=True)
    ]
    return NextBand(ikm, mutu, above[-1].mutu, limit, limit - HALF_STEP, kurang, _frame(rows, tally), None)


def _needed(row: tuple, kurang: Fraction, below_top: int | None, *, is_mean: bool) -> tuple:
    """Compute what one unsur would need if it alone changed."""
    known = (row.unsur, row.n, row.nrr)
    if row.bobot == 0:
        return (*known, None, None, None, below_top, NO_WEIGHT)
    kenaikan = kurang / (IKM_PER_NI * row.bobot)
    if row.nrr + kenaikan > SCALE_MAX:
        return (*known, None, None, None, below_top, NOT_ALONE)
    if is_mean:
        return (*known, row.nrr + kenaikan, kenaikan, None, below_top, BY_SERVICE)
    langkah = math.ceil(kenaikan * row.n)
    is_short = below_top is not None and langkah > below_top
    alasan = FEW_PEOPLE.format(n=below_top, atas=SCALE_MAX) if is_short else None
    return (*known, row.nrr + kenaikan, kenaikan, langkah, below_top, alasan)


def _frame(rows: list[tuple], tally: Tally) -> pd.DataFrame:
    """Put the rows in a frame with the unsur in their order."""
    frame = pd.DataFrame(rows, columns=list(COLUMNS), dtype="object")
    return frame.astype({"unsur": pd.CategoricalDtype(tally.unsur, ordered=True), "n": "int64"})
