"""A printed figure beside the recomputed one: whether it follows, and why not.

A figure follows when the recomputed one, rounded half up to the printed decimals, equals it. Several figures that only make
sense together, such as the shares of a month, stand in one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.problems import Finding
from skmlib.survey.printed_precision import equals_printed
from skmlib.survey.published import decimals_of
from skmlib.survey.regulation import round_half_up

USUAL_DECIMALS = 2
PRINTED = "angka_terbit"

Number = Decimal | Fraction | int


@dataclasses.dataclass(frozen=True)
class PrintedValue:
    """A printed figure that was compared.

    Attributes
    ----------
    nama : str
        What it is, in Indonesian.
    tercetak : tuple of Decimal
        As printed.
    dihitung : tuple of Fraction
        As recomputed.
    sesuai : bool
        Whether it follows.
    alasan : str
        What the recomputed one is, or why the printed one differs.
    berkas : str
        Where the printed one stands.
    desimal : int, optional
        Decimals of the recomputed one, where they are not those of the printed one.
    """

    nama: str
    tercetak: tuple[Decimal, ...]
    dihitung: tuple[Fraction, ...]
    sesuai: bool
    alasan: str
    berkas: str
    desimal: int | None = None

    @property
    def finding(self) -> Finding:
        """It as a finding about the data."""
        printed, computed = self.shown_tercetak, self.shown_dihitung
        reason = f" ({self.alasan})" if self.alasan else ""
        return Finding(PRINTED, self.berkas, f"{self.nama}: tercetak {printed}, dihitung ulang {computed}{reason}.")

    @property
    def shown_tercetak(self) -> str:
        """The printed figures as they were printed, with decimal comma."""
        return "; ".join(write_number(value, decimals_of(value)) for value in self.tercetak)

    @property
    def shown_dihitung(self) -> str:
        """The recomputed figures: with the printed decimals where they follow, else with two at least."""
        printed = max(map(decimals_of, self.tercetak), default=0)
        decimals = printed if self.sesuai else max(printed, USUAL_DECIMALS)
        decimals = decimals if self.desimal is None else self.desimal
        return "; ".join(
            write_number(value, 0 if value.denominator == 1 and not printed else decimals) for value in self.dihitung
        )


def compare_value(nama: str, tercetak: Decimal, dihitung: Number, *, berkas: str, alasan: str = "") -> PrintedValue:
    """Compare a printed figure with the recomputed one at the printed decimals.

    Parameters
    ----------
    nama : str
        What it is.
    tercetak : Decimal
        As printed.
    dihitung : Decimal, Fraction or int
        As recomputed, unrounded.
    berkas : str
        Where the printed one stands.
    alasan : str
        Why it differs, shown when it does.

    Returns
    -------
    PrintedValue

    Examples
    --------
    >>> compare_value("Capaian", Decimal("103"), Fraction("103.654"), berkas="a.yml").finding.pesan
    'Capaian: tercetak 103, dihitung ulang 103,65.'
    """
    value = Fraction(dihitung)
    follows = equals_printed(tercetak, value)
    return PrintedValue(nama, (tercetak,), (value,), follows, "" if follows else alasan, berkas)


def write_number(value: Number, decimals: int = USUAL_DECIMALS) -> str:
    """Write a number for a message: rounded half up, decimal comma, points between thousands.

    Examples
    --------
    >>> write_number(Fraction(5962), 0), write_number(Fraction(34, 3)), write_number(Decimal("-2.5"), 1)
    ('5.962', '11,33', '−2,5')
    """
    rounded = round_half_up(Fraction(value), decimals)
    whole, _, rest = f"{abs(Decimal(rounded.numerator) / Decimal(rounded.denominator)):.{decimals}f}".partition(".")
    sign = "−" if rounded < 0 else ""
    return f"{sign}{int(whole):,}".replace(",", ".") + (f",{rest}" if rest else "")


def findings_of_printed(values: Sequence[PrintedValue]) -> tuple[Finding, ...]:
    """Tell the printed figures that do not follow.

    Parameters
    ----------
    values : sequence of PrintedValue
        All that were compared.

    Returns
    -------
    tuple of Finding
    """
    return tuple(value.finding for value in values if not value.sesuai)
