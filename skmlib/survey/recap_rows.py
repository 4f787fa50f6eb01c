"""One row of a recap: a unit, or a part of an agency, with its scores on the scale 25 to 100.

A row comes from the answers of a unit or from a published table; what its source does not have is None or empty. Rows of
units add up to the row of the part they belong to.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.parameters.models import Rentang
from skmlib.parameters.recap import BY_RESPONDENT
from skmlib.survey.published import Figure
from skmlib.survey.tally import Tally

WHOLE = 100


@dataclasses.dataclass(frozen=True)
class PrintedRow:
    """What a published table prints of a unit, with its decimals.

    Attributes
    ----------
    baris : int
        Row of the file.
    nilai : mapping
        The score of each unsur, 25 to 100.
    ikm : Decimal or None
        The index.
    mutu : str
        Its letter; empty when none is printed.
    prioritas : tuple of str
        The unsur named as priorities.
    """

    baris: int
    nilai: Mapping[str, Decimal]
    ikm: Decimal | None
    mutu: str
    prioritas: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class FollowUp:
    """What became of the previous plan: actions with credit, and actions reported; only the per cent where it was printed."""

    persen: Fraction
    terlaksana: Fraction | None = None
    kegiatan: int | None = None


@dataclasses.dataclass(frozen=True)
class RecapRow:
    """A unit, or a part of an agency.

    Attributes
    ----------
    id : str
        Its short name in the project; of a published row its name.
    nama : str
        Its name.
    induk : str or None
        The part of the agency it belongs to.
    n : int or None
        Respondents.
    nilai : mapping of str to Fraction
        The score of each unsur that it has one of, 25 to 100.
    ikm : Fraction or None
        The index, computed; None where an unsur has no answer.
    metode : str
        How answers were collected.
    pengumpulan : Rentang or None
        When; None of published rows and of parts.
    prioritas : tuple of str
        Unsur to improve first.
    rencana : tuple of str
        The actions it plans.
    tindak_lanjut : FollowUp or None
        What became of its previous plan.
    sebelumnya : Figure or None
        Its index in the previous period.
    unsur_sebelumnya : mapping of str to Figure
        Its unsur in the previous period, 25 to 100.
    nilai_utama : str
        What its index is: of all its respondents (`"responden"`), or the mean of its services.
    tally : Tally or None
        Its answers.
    bobot : mapping or None
        The weight of each unsur in its index, where there are answers.
    populasi : int or None
        Its users, where known.
    sampel_minimum : int or None
        The respondents that these need; None of parts.
    n_temuan : int or None
        Findings about its data.
    printed : PrintedRow or None
        The row as published.
    anggota : tuple of RecapRow
        The units of a part.
    """

    id: str
    nama: str
    induk: str | None
    n: int | None
    nilai: Mapping[str, Fraction]
    ikm: Fraction | None
    metode: str = ""
    pengumpulan: Rentang | None = None
    prioritas: tuple[str, ...] = ()
    rencana: tuple[str, ...] = ()
    tindak_lanjut: FollowUp | None = None
    sebelumnya: Figure | None = None
    unsur_sebelumnya: Mapping[str, Figure] = dataclasses.field(default_factory=dict)
    nilai_utama: str = BY_RESPONDENT
    tally: Tally | None = None
    bobot: Mapping[str, Fraction] | None = None
    populasi: int | None = None
    sampel_minimum: int | None = None
    n_temuan: int | None = None
    printed: PrintedRow | None = None
    anggota: tuple[RecapRow, ...] = ()


def mean_of(values: Sequence[Fraction | None]) -> Fraction | None:
    """Give the mean of the values that are known; None where none is.

    Examples
    --------
    >>> mean_of([Fraction(80), None, Fraction(90)]), mean_of([None])
    (Fraction(85, 1), None)
    """
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def join_follow_up(parts: Sequence[FollowUp | None]) -> FollowUp | None:
    """Add up what became of the plans of several units; None where one of them knows only its per cent, or none has a plan.

    Examples
    --------
    >>> join_follow_up([FollowUp(Fraction(50), Fraction(1), 2), None, FollowUp(Fraction(100), Fraction(2), 2)]).persen
    Fraction(75, 1)
    """
    known = [part for part in parts if part is not None]
    if not known or any(part.kegiatan is None for part in known):
        return None
    done, actions = sum((part.terlaksana for part in known), Fraction(0)), sum(part.kegiatan for part in known)
    return FollowUp(done * WHOLE / actions, done, actions)
