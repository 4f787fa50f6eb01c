"""Sampling: how many respondents a survey needs, and whether it had them.

Krejcie and Morgan: n = X N P Q / (d^2 (N - 1) + X P Q) with chi-square X, proportion P, Q = 1 - P and margin d of the
regulation module. Their printed table is this formula rounded to nearest; agencies often round up, which never asks for
fewer. The margin is that of a proportion in a random sample, not the margin of the IKM.
"""

from __future__ import annotations

import dataclasses
import math
from fractions import Fraction
from typing import Literal

from skmlib.survey.regulation import SAMPLE_CHI_SQUARE, SAMPLE_MARGIN, SAMPLE_PROPORTION, round_half_up

Pembulatan = Literal["ke_atas", "terdekat"]


@dataclasses.dataclass(frozen=True)
class SampleSize:
    """Respondents had and needed.

    Attributes
    ----------
    populasi : int
        Users of the service in the period.
    minimum : int
        Respondents needed.
    responden : int
        Respondents had.
    persen : Fraction
        Respondents had, per cent of the minimum.
    cukup : bool
        Whether there were enough.
    pembulatan : str
        How the minimum was rounded: `"ke_atas"` or `"terdekat"`.
    """

    populasi: int
    minimum: int
    responden: int
    persen: Fraction
    cukup: bool
    pembulatan: Pembulatan

    @property
    def kurang(self) -> int:
        """Respondents missing to the minimum, 0 when there were enough."""
        return max(self.minimum - self.responden, 0)

    @property
    def melebihi_populasi(self) -> bool:
        """Whether there were more respondents than users, which one of the two counts must explain."""
        return self.responden > self.populasi


def krejcie_morgan(populasi: int, *, pembulatan: Pembulatan = "ke_atas") -> int:
    """Compute the minimum sample for a population.

    Parameters
    ----------
    populasi : int
        Users of the service, 1 or more.
    pembulatan : {"ke_atas", "terdekat"}
        Round up, or to nearest as in the printed table.

    Returns
    -------
    int

    Raises
    ------
    ValueError
        When the population is not a whole number from 1, or the rounding is unknown.

    Examples
    --------
    >>> krejcie_morgan(384), krejcie_morgan(384, pembulatan="terdekat")
    (193, 192)
    """
    if not isinstance(populasi, int) or populasi < 1:
        raise ValueError(f"krejcie_morgan: found populasi {populasi!r}; give a whole number from 1.")
    if pembulatan not in ("ke_atas", "terdekat"):
        raise ValueError(f"krejcie_morgan: found pembulatan {pembulatan!r}, allowed are 'ke_atas' and 'terdekat'.")
    variation = SAMPLE_CHI_SQUARE * SAMPLE_PROPORTION * (1 - SAMPLE_PROPORTION)
    needed = variation * populasi / (SAMPLE_MARGIN**2 * (populasi - 1) + variation)
    return math.ceil(needed) if pembulatan == "ke_atas" else int(round_half_up(needed, 0))


def compare_sample(responden: int, *, populasi: int, pembulatan: Pembulatan = "ke_atas") -> SampleSize:
    """Compare the respondents had with those needed.

    Parameters
    ----------
    responden : int
        Valid respondents.
    populasi : int
        Users of the service, 1 or more.
    pembulatan : {"ke_atas", "terdekat"}
        How the minimum is rounded.

    Returns
    -------
    SampleSize

    Examples
    --------
    >>> sample = compare_sample(260, populasi=384)
    >>> sample.minimum, sample.cukup, f"{float(sample.persen):.1f}"
    (193, True, '134.7')
    """
    minimum = krejcie_morgan(populasi, pembulatan=pembulatan)
    return SampleSize(
        populasi=populasi,
        minimum=minimum,
        responden=responden,
        persen=Fraction(100 * responden, minimum),
        cukup=responden >= minimum,
        pembulatan=pembulatan,
    )
