"""Computing everything a recap shows, once, from the checked rows.

A unit is compared with the mean that the recap headlines: its rank (ties at the printed decimals share it), its distance, its
change against the previous period. The same for each unsur of each unit.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pandas as pd

from skmlib.parameters.recap import BY_RESPONDENT, RecapParameters
from skmlib.problems import Finding
from skmlib.survey.handed_over import computed_once
from skmlib.survey.priorities import Priorities, rank_unsur
from skmlib.survey.published import PublishedPeriod
from skmlib.survey.recap import Recap
from skmlib.survey.recap_compared import Compared, MeanChange, compare_mean, compare_rows
from skmlib.survey.recap_means import MeanRow, add_up, mean_rows
from skmlib.survey.recap_rows import RecapRow
from skmlib.survey.regulation import IKM_PER_NI, KINERJA, classify_mutu
from skmlib.survey.scores import IkmScore, score_ikm
from skmlib.survey.trend import Trend, compare_periods


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
        Each row that has answers and is no mean of services, with its interval.
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


@computed_once
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
    nrr = [utama.nilai[name] / IKM_PER_NI if name in utama.nilai else None for name in unsur]
    scores = pd.DataFrame({"unsur": list(unsur), "nrr": nrr})
    ikm = _index(utama, rows)
    published = [PublishedPeriod(**riwayat.model_dump()) for riwayat in rekap.riwayat]
    return RecapResults(
        recap=recap,
        rows=rows,
        means=means,
        utama=utama,
        ikm=ikm,
        intervals={
            row.id: _interval(row) for row in rows if row.tally is not None and row.nilai_utama == BY_RESPONDENT
        },
        ranking=compare_rows([(row, row.ikm, row.sebelumnya) for row in rows], utama.ikm),
        unsur={
            name: compare_rows(
                [(row, row.nilai.get(name), row.unsur_sebelumnya.get(name)) for row in rows], utama.nilai.get(name)
            )
            for name in unsur
        },
        priorities=rank_unsur(scores, jumlah=rekap.jumlah_prioritas),
        perubahan=compare_mean(rows),
        trend=compare_periods(
            published, ikm, periode=parameters.periode, scores=scores, sebelumnya=rekap.periode_sebelumnya
        ),
    )


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
    n = None if None in counts else sum(counts)
    if mean.ikm is None:
        return IkmScore(n, reason=mean.alasan or "Tidak ada unit dengan IKM.")
    mutu = classify_mutu(mean.ikm)
    return IkmScore(n, mean.ikm / IKM_PER_NI, mean.ikm, mutu, KINERJA[mutu])


def _interval(row: RecapRow) -> IkmScore:
    """Score a unit with its interval."""
    return score_ikm(row.tally, bobot=row.bobot, populasi=row.populasi)
