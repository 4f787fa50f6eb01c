"""Computing everything a recap shows, once, from the checked rows.

A unit is compared with the mean that the recap headlines: its rank (ties at the printed decimals share it), its distance, its
change against the previous period. The same for each unsur of each unit.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from skmlib.parameters.recap import RecapParameters
from skmlib.problems import Finding
from skmlib.survey.priorities import Priorities, rank_unsur
from skmlib.survey.published import Figure, PublishedPeriod
from skmlib.survey.recap import Recap
from skmlib.survey.recap_means import MeanRow, add_up, mean_rows
from skmlib.survey.recap_rows import RecapRow, mean_of
from skmlib.survey.regulation import IKM_DECIMALS, IKM_PER_NI, KINERJA, classify_mutu, round_half_up
from skmlib.survey.scores import IkmScore, score_ikm
from skmlib.survey.trend import Trend, compare_periods


@dataclasses.dataclass(frozen=True)
class Compared:
    """A score of a unit, compared.

    Attributes
    ----------
    unit : str
        Id of the row.
    nilai : Fraction
        The score, 25 to 100.
    mutu : str
        Its letter.
    peringkat : int
        1 is the highest; scores equal at two decimals share it.
    selisih : Fraction or None
        Distance to the headline mean.
    sebelumnya : Figure or None
        The score in the previous period.
    perubahan : Fraction or None
        Change against it, rounded once to the coarser precision.
    desimal_perubahan : int or None
        The decimals of the change; None where both are exact.
    """

    unit: str
    nilai: Fraction
    mutu: str
    peringkat: int
    selisih: Fraction | None
    sebelumnya: Figure | None
    perubahan: Fraction | None
    desimal_perubahan: int | None


@dataclasses.dataclass(frozen=True)
class MeanChange:
    """The change of the simple mean over the units that have both periods."""

    units: tuple[str, ...]
    sebelumnya: Fraction
    sekarang: Fraction
    desimal: int | None

    @property
    def perubahan(self) -> Fraction:
        """The change, not rounded."""
        return self.sekarang - self.sebelumnya


@dataclasses.dataclass(frozen=True)
class RecapResults:
    """Everything a recap shows.

    Attributes
    ----------
    recap : Recap
        What it was computed from.
    rows : tuple of RecapRow
        The rows of the recap: units, or parts of the agency.
    means : dict of str to MeanRow
        Both means over the rows' units or, of parts, over the parts.
    utama : MeanRow
        The mean that the recap headlines.
    ikm : IkmScore
        It as an index, without interval.
    intervals : dict of str to IkmScore
        Each row that has answers, with its interval.
    ranking : tuple of Compared
        The rows by their index, highest first.
    unsur : dict of str to tuple of Compared
        For each unsur, the rows by their score, highest first.
    priorities : Priorities
        The unsur of the headline mean, lowest first.
    perubahan : MeanChange or None
        Change of the mean.
    trend : Trend
        The headline over the periods.
    change : None
        No test of a change is possible for a mean over units.
    """

    recap: Recap
    rows: tuple[RecapRow, ...]
    means: dict[str, MeanRow]
    utama: MeanRow
    ikm: IkmScore
    intervals: dict[str, IkmScore]
    ranking: tuple[Compared, ...]
    unsur: dict[str, tuple[Compared, ...]]
    priorities: Priorities
    perubahan: MeanChange | None
    trend: Trend
    change: None = None

    @property
    def parameters(self) -> RecapParameters:
        """What the recap was told."""
        return self.recap.parameters

    @property
    def logo(self) -> bytes | None:
        """The agency's logo."""
        return self.recap.logo

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is told about the data."""
        return self.recap.findings

    @property
    def n(self) -> int | None:
        """Respondents of all rows; None where a row does not say."""
        counts = [row.n for row in self.rows]
        return None if None in counts else sum(counts)


def summarise_recap(recap: Recap) -> RecapResults:
    """Compute everything a recap shows.

    Parameters
    ----------
    recap : Recap
        From `read_recap`.

    Returns
    -------
    RecapResults
        Exact and unrounded.
    """
    parameters = recap.parameters
    rekap, unsur = parameters.rekap, parameters.unsur
    rows = _levels(recap)
    means = mean_rows(rows, unsur=unsur)
    utama = means[rekap.nilai_utama]
    scores = pd.DataFrame({"unsur": list(utama.nilai), "nrr": [nilai / IKM_PER_NI for nilai in utama.nilai.values()]})
    ikm = _index(utama, rows)
    published = [PublishedPeriod(**riwayat.model_dump()) for riwayat in rekap.riwayat]
    return RecapResults(
        recap=recap,
        rows=rows,
        means=means,
        utama=utama,
        ikm=ikm,
        intervals={row.id: _interval(row) for row in rows if row.tally is not None},
        ranking=_compare([(row, row.ikm, row.sebelumnya) for row in rows], utama.ikm),
        unsur={
            name: _compare(
                [(row, row.nilai.get(name), row.unsur_sebelumnya.get(name)) for row in rows], utama.nilai.get(name)
            )
            for name in unsur
        },
        priorities=rank_unsur(scores, jumlah=rekap.jumlah_prioritas),
        perubahan=_mean_change(rows),
        trend=compare_periods(published, ikm, periode=parameters.periode, scores=scores),
    )


def spread(items: Sequence[Compared]) -> Fraction:
    """Compute how far apart the highest and the lowest of ranked scores are.

    Parameters
    ----------
    items : sequence of Compared
        Highest first, one or more.

    Returns
    -------
    Fraction
    """
    return items[0].nilai - items[-1].nilai


def _levels(recap: Recap) -> tuple[RecapRow, ...]:
    """Give the rows of the recap: its units, or the parts they add up to, in the order of the agency's file."""
    parameters = recap.parameters
    rekap = parameters.rekap
    if rekap.tingkat == "unit":
        return recap.rows
    parts = {induk: [row for row in recap.rows if row.induk == induk] for induk in parameters.instansi.induk}
    return tuple(
        add_up(units, id=induk, nama=parameters.instansi.induk[induk], cara=rekap.nilai_utama, unsur=parameters.unsur)
        for induk, units in parts.items()
        if units
    )


def _index(mean: MeanRow, rows: Sequence[RecapRow]) -> IkmScore:
    """Give the headline mean the form of an index; its interval is not defined, since units are no sample."""
    counts = [row.n for row in rows]
    n = 0 if None in counts else sum(counts)
    if mean.ikm is None:
        return IkmScore(n, reason=mean.alasan or "Tidak ada unit dengan IKM.")
    mutu = classify_mutu(mean.ikm)
    return IkmScore(n, mean.ikm / IKM_PER_NI, mean.ikm, mutu, KINERJA[mutu])


def _interval(row: RecapRow) -> IkmScore:
    """Score a unit with its interval."""
    return score_ikm(row.tally, bobot=row.bobot, populasi=row.populasi)


def _compare(
    scores: Sequence[tuple[RecapRow, Fraction | None, Figure | None]], mean: Fraction | None
) -> tuple[Compared, ...]:
    """Rank scores from the highest, ties in the order of the rows, and compare each with the mean and its past."""
    known = [score for score in scores if score[1] is not None]
    shown = {row.id: round_half_up(nilai, IKM_DECIMALS) for row, nilai, _ in known}
    ordered = sorted(known, key=lambda score: shown[score[0].id], reverse=True)
    values = [shown[row.id] for row, _, _ in ordered]
    compared = []
    for row, nilai, before in ordered:
        change, decimals = Figure(nilai, _decimals(row)).change_from(before)
        place = values.index(shown[row.id]) + 1
        distance = None if mean is None else nilai - mean
        compared.append(Compared(row.id, nilai, classify_mutu(nilai), place, distance, before, change, decimals))
    return tuple(compared)


def _decimals(row: RecapRow) -> int | None:
    """Give the decimals a row is known to: those of a printed table, or none where there are answers."""
    return IKM_DECIMALS if row.printed is not None else None


def _mean_change(rows: Sequence[RecapRow]) -> MeanChange | None:
    """Compare the simple mean of the units that have both periods."""
    both = [row for row in rows if row.ikm is not None and row.sebelumnya is not None]
    if not both:
        return None
    printed = [row.sebelumnya.printed for row in both if row.sebelumnya.printed is not None]
    return MeanChange(
        units=tuple(row.id for row in both),
        sebelumnya=mean_of([row.sebelumnya.value for row in both]),
        sekarang=mean_of([row.ikm for row in both]),
        desimal=min(printed, default=None),
    )
