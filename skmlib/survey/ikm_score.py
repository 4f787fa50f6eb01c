"""The index of a unit or group as a result: its value on both scales, its band, its interval, and what it rests on."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from skmlib.survey.regulation import CONFIDENCE_LEVEL, IKM_PER_NI


@dataclasses.dataclass(frozen=True)
class IkmScore:
    """The index of a unit or group, with its interval and what both rest on.

    Attributes
    ----------
    n : int or None
        Respondents; None only of a recap whose published rows do not say.
    ni, ikm : Fraction or None
        Index on the scales 1 to 4 and 25 to 100, unrounded.
    mutu, kinerja : str or None
        Letter and word of the band.
    low, high, standard_error : float or None
        Interval and standard error on the scale 25 to 100.
    limits_crossed : tuple of Fraction
        Lower bounds of bands between `low` and `high`: at its two ends the interval has different letters.
    level : Fraction
        Confidence level of the interval.
    populasi : int or None
        Users of the service, where known.
    fpc : bool
        Whether the finite population correction was used.
    reason : str or None
        Why there is no index or no interval, in Indonesian.
    """

    n: int | None
    ni: Fraction | None = None
    ikm: Fraction | None = None
    mutu: str | None = None
    kinerja: str | None = None
    low: float | None = None
    high: float | None = None
    standard_error: float | None = None
    limits_crossed: tuple[Fraction, ...] = ()
    level: Fraction = CONFIDENCE_LEVEL
    populasi: int | None = None
    fpc: bool = False
    reason: str | None = None

    @property
    def interval_ni(self) -> tuple[float | None, float | None]:
        """Both ends of the interval on the scale 1 to 4."""
        return tuple(None if end is None else end / IKM_PER_NI for end in (self.low, self.high))
