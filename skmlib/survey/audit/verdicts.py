"""Verdicts: whether a printed figure follows from others, and by which way.

A *way* is one manner in which the figure can have been computed, with the lowest and highest value that it gives; the two
differ where it starts from printed numbers and these stand for spans. The first way is the plain one, from the numbers as
printed. A figure *follows* when the plain way, rounded, gives it; it *follows with* another way, or with decimals cut off; it
*does not follow* when no way gives it. What lacks a number *cannot be checked*.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.survey.printed_precision import may_be_cut_to, may_round_to
from skmlib.survey.printed_values import USUAL_DECIMALS, write_number
from skmlib.survey.published import decimals_of

FOLLOWS, FOLLOWS_WITH, DIFFERS, UNCHECKED = "sesuai", "sesuai_dengan", "tidak_sesuai", "tidak_dapat_diperiksa"
VERDICTS = (DIFFERS, FOLLOWS_WITH, UNCHECKED, FOLLOWS)
CUT = "angka di belakangnya dipotong, tidak dibulatkan"
WAYS_NAMED = 4


@dataclasses.dataclass(frozen=True)
class Verdict:
    """What an audit says of a printed figure.

    Attributes
    ----------
    aturan : str
        The rule, a key of `rules.RULES`.
    tempat : str
        Where the figure stands in the file: keys with points between them, lists counted from 0.
    nama : str
        What it is, in Indonesian.
    tercetak, dihitung : str
        As printed, and as recomputed by the plain way; empty where there is nothing to compute.
    putusan : str
        One of `VERDICTS`.
    keterangan : str
        How it follows, or why not.
    """

    aturan: str
    tempat: str
    nama: str
    tercetak: str
    dihitung: str
    putusan: str
    keterangan: str = ""


@dataclasses.dataclass(frozen=True)
class Way:
    """A manner to compute a figure: its name in Indonesian (empty for the plain one), and the values it gives."""

    nama: str
    low: Fraction
    high: Fraction

    @classmethod
    def exactly(cls, nama: str, value: Fraction) -> Way:
        """Make a way that gives one value."""
        return cls(nama, value, value)

    @classmethod
    def weighted(cls, nama: str, counts: Sequence[int], spans: Sequence[Sequence[Fraction]]) -> Way:
        """Make the mean of spans, each weighted by a count."""
        low, high = (
            sum(n * end for n, end in zip(counts, ends, strict=True)) / sum(counts) for ends in zip(*spans, strict=True)
        )
        return cls(nama, low, high)

    @property
    def middle(self) -> Fraction:
        """The value in the middle."""
        return (self.low + self.high) / 2


def judge(
    aturan: str,
    tempat: str,
    nama: str,
    printed: Decimal,
    ways: Sequence[Way],
    *,
    reason: str = "",
) -> Verdict:
    """Judge a printed number by the ways in which it can have been computed.

    Parameters
    ----------
    aturan, tempat, nama : str
        Rule, place and name.
    printed : Decimal
        As printed.
    ways : sequence of Way
        The plain one first.
    reason : str
        Said when no way gives it.

    Returns
    -------
    Verdict

    Examples
    --------
    >>> ways = [Way.exactly("", Fraction("103.65"))]
    >>> judge("capaian", "a", "Capaian", Decimal("104"), ways).putusan
    'sesuai'
    >>> judge("capaian", "a", "Capaian", Decimal("103"), ways).keterangan
    'dengan angka di belakangnya dipotong, tidak dibulatkan'
    """
    plain = ways[0]
    shown = write_number(
        plain.middle, max(decimals_of(printed), 0 if plain.middle.denominator == 1 else USUAL_DECIMALS)
    )
    told = write_number(printed, decimals_of(printed))
    fitting = [way.nama for way in ways if may_round_to(printed, way.low, way.high)]
    if fitting and not fitting[0]:
        return Verdict(aturan, tempat, nama, told, shown, FOLLOWS)
    cut = [f"{way.nama}; {CUT}" if way.nama else CUT for way in ways if may_be_cut_to(printed, way.low, way.high)]
    found = list(dict.fromkeys(fitting or cut))
    if found:
        named = "; atau dengan ".join(found[:WAYS_NAMED])
        return Verdict(aturan, tempat, nama, told, shown, FOLLOWS_WITH, f"dengan {named}")
    return Verdict(aturan, tempat, nama, told, shown, DIFFERS, reason)


def join_place(*parts: str | int) -> str:
    """Spell a place in a file.

    Examples
    --------
    >>> join_place("", "unit", "Itjen", "ikm"), join_place("indikator", 1)
    ('unit.Itjen.ikm', 'indikator.1')
    """
    return ".".join(str(part) for part in parts if part != "")
