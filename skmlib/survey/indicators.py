"""Indicators of a performance report: how far a realised value reaches its target, and the average over indicators.

achievement = realised / target where higher is better, 1 + (target - realised) / target where lower is better, in per cent.
The average is over indicators, each counting alike; it is given with and without those that are not yet assessed. A target
that was changed during the year gives two achievements. Everything is exact; what was printed keeps its decimals.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.performance_models import COMPUTED, HIGHER, LOWER, NOT_YET_SET, Indikator, RiwayatIndikator

WHOLE = 100
EARLIER_PERIODS = 3  # beside the report's own: four side by side
ALL, ASSESSED = "semua", "tanpa_belum_dinilai"


def score_achievement(realisasi: Fraction | Decimal, target: Fraction | Decimal, *, arah: str) -> Fraction:
    """Compute how far a realised value reaches its target, in per cent.

    Parameters
    ----------
    realisasi : Fraction or Decimal
        What was realised, 0 or more.
    target : Fraction or Decimal
        What was aimed at, more than 0.
    arah : str
        `"naik"` where higher is better, `"turun"` where lower is better.

    Returns
    -------
    Fraction
        100 where the target is met exactly; below 0 where a value that should be low is more than twice its target.

    Raises
    ------
    ValueError
        When the target is not more than 0 or the direction is unknown.

    Examples
    --------
    >>> score_achievement(Decimal("78.71"), Decimal(78), arah="naik") > 100
    True
    >>> score_achievement(Decimal("13.51"), Decimal(20), arah="turun") == Fraction("132.45")
    True
    """
    if target <= 0:
        raise ValueError(f"score_achievement: found target {target!r}; give more than 0.")
    done, aim = Fraction(realisasi), Fraction(target)
    if arah == HIGHER:
        return WHOLE * done / aim
    if arah == LOWER:
        return WHOLE * (1 + (aim - done) / aim)
    raise ValueError(f"score_achievement: found arah {arah!r}, allowed are {HIGHER!r} and {LOWER!r}.")


@dataclasses.dataclass(frozen=True)
class IndicatorScore:
    """An indicator with what it reached.

    Attributes
    ----------
    nomor : int
        From 1, over all goals.
    indikator : Indikator
        What the parameters say.
    dihitung : Fraction or None
        The value computed from its source; None without one.
    realisasi : Fraction
        The value the report uses.
    capaian : Fraction
        Achievement of that value, per cent.
    capaian_dinyatakan : Fraction
        Achievement of the value as stated, where one is; else that of the used one.
    capaian_target_awal, capaian_target_awal_dinyatakan : Fraction or None
        Achievement of both values against the target at the start, where it was another.
    riwayat : tuple of RiwayatIndikator
        Up to three earlier periods, oldest first.
    """

    nomor: int
    indikator: Indikator
    dihitung: Fraction | None
    realisasi: Fraction
    capaian: Fraction
    capaian_dinyatakan: Fraction
    capaian_target_awal: Fraction | None
    capaian_target_awal_dinyatakan: Fraction | None
    riwayat: tuple[RiwayatIndikator, ...]

    @property
    def capaian_dihitung(self) -> Fraction | None:
        """Achievement of the value computed from the source, None without one."""
        told = self.indikator
        return None if self.dihitung is None else score_achievement(self.dihitung, told.target, arah=told.arah)

    @property
    def is_computed(self) -> bool:
        """Whether the used value is computed."""
        return self.indikator.dasar == COMPUTED


def score_indicator(
    nomor: int, indikator: Indikator, dihitung: Fraction | None, *, riwayat: Sequence[RiwayatIndikator] = ()
) -> IndicatorScore:
    """Score an indicator.

    Parameters
    ----------
    nomor : int
        Its number.
    indikator : Indikator
        What the parameters say.
    dihitung : Fraction or None
        The value computed from its source.
    riwayat : sequence of RiwayatIndikator
        Earlier periods, where the parameters name none.

    Returns
    -------
    IndicatorScore
    """
    used = dihitung if indikator.dasar == COMPUTED else Fraction(indikator.realisasi)
    stated = used if indikator.realisasi is None else Fraction(indikator.realisasi)
    first = indikator.target_awal
    changed = first not in (None, NOT_YET_SET, indikator.target)
    history = sorted(indikator.riwayat or riwayat, key=lambda item: item.periode)
    return IndicatorScore(
        nomor=nomor,
        indikator=indikator,
        dihitung=dihitung,
        realisasi=used,
        capaian=score_achievement(used, indikator.target, arah=indikator.arah),
        capaian_dinyatakan=score_achievement(stated, indikator.target, arah=indikator.arah),
        capaian_target_awal=score_achievement(used, first, arah=indikator.arah) if changed else None,
        capaian_target_awal_dinyatakan=score_achievement(stated, first, arah=indikator.arah) if changed else None,
        riwayat=tuple(history),
    )


@dataclasses.dataclass(frozen=True)
class Averages:
    """The average achievement, with and without the indicators not yet assessed.

    Attributes
    ----------
    semua, tanpa_belum_dinilai : Fraction or None
        Per cent; None where there is no indicator.
    n, n_dinilai : int
        How many indicators each is over.
    """

    semua: Fraction | None
    tanpa_belum_dinilai: Fraction | None
    n: int
    n_dinilai: int

    def of(self, name: str) -> Fraction | None:
        """Give one of them by its name in the parameters."""
        return getattr(self, name)


def average_achievement(
    scores: Sequence[IndicatorScore], *, of: Callable[[IndicatorScore], Fraction] = lambda score: score.capaian
) -> Averages:
    """Average the achievement over indicators.

    Parameters
    ----------
    scores : sequence of IndicatorScore
        Of all goals, or of one.
    of : callable
        Which achievement of an indicator; that of the used value by default.

    Returns
    -------
    Averages
    """
    assessed = [score for score in scores if not score.indikator.belum_dinilai]
    means = [sum(map(of, group), Fraction(0)) / len(group) if group else None for group in (scores, assessed)]
    return Averages(*means, n=len(scores), n_dinilai=len(assessed))
