"""A published recap against itself: which printed figures follow from the others, and which do not.

The index of a unit is compared with the mean of its printed scores, its letter with its index, its priorities with the lowest
scores, each score with what whole answers of its respondents can give (GRIM), and the printed mean with the rows. A figure
follows when it equals the recomputed one at its printed decimals.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from skmlib.problems import Finding
from skmlib.survey.grim import is_possible
from skmlib.survey.printed_precision import equals_printed
from skmlib.survey.printed_values import PRINTED, write_number
from skmlib.survey.priorities import lowest_printed
from skmlib.survey.published import decimals_of
from skmlib.survey.recap_rows import PrintedRow, RecapRow, mean_of
from skmlib.survey.regulation import IKM_DECIMALS, IKM_PER_NI, NI_DECIMALS, classify_mutu, round_half_up

HAL = {"ikm": "IKM", "mutu": "mutu", "prioritas": "prioritas", "nilai": "nilai", "unsur": "rata-rata"}
Value = Decimal | Fraction | str | tuple[str, ...] | None


@dataclasses.dataclass(frozen=True)
class Printed:
    """A printed figure that was compared.

    Attributes
    ----------
    nama : str
        The unit, or the mean.
    hal : str
        What it is: `ikm`, `mutu`, `prioritas`, `nilai` or `unsur`.
    tercetak, dihitung : Decimal, Fraction, str, tuple of str or None
        As printed, and as recomputed; unsur are tuples of ids. None where only the contradiction can be shown.
    sesuai : bool
        Whether the printed figure follows.
    alasan : str
        What the recomputed one is, in Indonesian.
    """

    nama: str
    hal: str
    tercetak: Value
    dihitung: Value
    sesuai: bool
    alasan: str


def compare_printed(
    rows: Sequence[RecapRow], mean: PrintedRow | None, *, label: Mapping[str, str], nama_rata_rata: str
) -> tuple[Printed, ...]:
    """Compare every printed figure of a recap that others give.

    Parameters
    ----------
    rows : sequence of RecapRow
        Published rows.
    mean : PrintedRow or None
        The mean that the table prints.
    label : mapping
        The label of each unsur.
    nama_rata_rata : str
        What the mean is called.

    Returns
    -------
    tuple of Printed
        In the order of the rows; those that follow as well.
    """
    printed = [row for row in rows if row.printed is not None]
    found = [item for row in printed for item in (*_of_row(row, label), *_grim(row, label))]
    return (*found, *(_of_mean(printed, mean, label, nama_rata_rata) if mean else ()))


def find_in_printed(printed: Sequence[Printed], *, label: Mapping[str, str], berkas: str) -> tuple[Finding, ...]:
    """Tell the printed figures that do not follow.

    Parameters
    ----------
    printed : sequence of Printed
        From `compare_printed`.
    label : mapping
        The label of each unsur.
    berkas : str
        File of the table, for messages.

    Returns
    -------
    tuple of Finding
        One for each figure.
    """
    return tuple(_finding(item, label, berkas) for item in printed if not item.sesuai)


def _finding(item: Printed, label: Mapping[str, str], berkas: str) -> Finding:
    """Tell one printed figure that does not follow."""
    again = "" if item.dihitung is None else f", dihitung ulang {_written(item, item.dihitung, label)}"
    text = f"{item.nama}: {HAL[item.hal]} tercetak {_written(item, item.tercetak, label)}{again} ({item.alasan})."
    return Finding(PRINTED, berkas, text)


def _written(item: Printed, value: Value, label: Mapping[str, str]) -> str:
    """Write a value for a message, a recomputed number with the decimals of the printed one."""
    if isinstance(value, tuple):
        return ", ".join(label[unsur] for unsur in value)
    return value if isinstance(value, str) else write_number(value, decimals_of(item.tercetak))


def _of_row(row: RecapRow, label: Mapping[str, str]) -> Iterator[Printed]:
    """Compare index, letter and priorities of a unit with its scores."""
    printed = row.printed
    if printed.ikm is not None:
        reason = f"rata-rata {len(printed.nilai)} nilai unsur yang tercetak{_without_one(printed, label)}"
        yield _number(row.nama, "ikm", printed.ikm, row.ikm, reason)
        if printed.mutu:
            letter = classify_mutu(Fraction(printed.ikm))
            yield Printed(
                row.nama, "mutu", printed.mutu, letter, printed.mutu == letter, "mutu menurut IKM yang tercetak"
            )
    if printed.prioritas:
        lowest = lowest_printed(printed.nilai, len(printed.prioritas))
        follows = _are_lowest(printed)
        reason = f"{len(printed.prioritas)} unsur dengan nilai tercetak terendah{_ties(lowest, printed.prioritas)}"
        yield Printed(row.nama, "prioritas", printed.prioritas, lowest, follows, reason)


def _number(nama: str, hal: str, printed: Decimal, computed: Fraction, reason: str) -> Printed:
    """Compare a number at its printed decimals."""
    return Printed(nama, hal, printed, computed, equals_printed(printed, computed), reason)


def _without_one(printed: PrintedRow, label: Mapping[str, str]) -> str:
    """Say when a printed index that does not follow is the mean without one of the unsur."""
    cells = {unsur: Fraction(cell) for unsur, cell in printed.nilai.items()}
    decimals = decimals_of(printed.ikm)
    if len(cells) < 2 or round_half_up(mean_of([*cells.values()]), decimals) == Fraction(printed.ikm):
        return ""
    left_out = [
        label[unsur]
        for unsur in cells
        if round_half_up(mean_of([cell for name, cell in cells.items() if name != unsur]), decimals)
        == Fraction(printed.ikm)
    ]
    return f"; yang tercetak sama dengan rata-rata tanpa {' atau tanpa '.join(left_out)}" if left_out else ""


def _are_lowest(printed: PrintedRow) -> bool:
    """Tell whether the priorities are the lowest scores; of those that tie at the last place any may be taken."""
    if not set(printed.prioritas) <= set(printed.nilai):
        return False
    named = sorted(printed.nilai[unsur] for unsur in printed.prioritas)
    return named == sorted(printed.nilai.values())[: len(named)]


def _ties(lowest: Sequence[str], printed: Sequence[str]) -> str:
    """Say when ties make the recomputed list longer."""
    return ", dengan semua yang bernilai sama" if len(lowest) > len(printed) else ""


def _grim(row: RecapRow, label: Mapping[str, str]) -> Iterator[Printed]:
    """Say which scores cannot be means of whole answers of that many respondents."""
    if row.n is None:
        return
    cells = row.printed.nilai
    impossible = tuple(unsur for unsur, cell in cells.items() if not is_possible(cell, row.n, faktor=IKM_PER_NI))
    reason = (
        f"tidak mungkin sebagai {IKM_PER_NI} × bilangan bulat / {write_number(row.n, 0)} bila semua responden menjawab"
    )
    if impossible and all(_is_rounded_mean(cell) for cell in cells.values()):
        reason += f"; semua nilai sama dengan {IKM_PER_NI} × rata-rata yang dibulatkan ke {NI_DECIMALS} desimal"
    for unsur in cells:
        if unsur not in impossible:
            yield Printed(row.nama, "nilai", cells[unsur], None, True, "mungkin sebagai rata-rata jawaban bulat")
    if impossible:
        yield Printed(row.nama, "nilai", impossible, None, False, reason)


def _is_rounded_mean(cell: Decimal) -> bool:
    """Tell whether a score is 25 times a mean of two decimals."""
    return (Fraction(cell) / IKM_PER_NI * 10**NI_DECIMALS).denominator == 1


def _of_mean(rows: Sequence[RecapRow], mean: PrintedRow, label: Mapping[str, str], nama: str) -> Iterator[Printed]:
    """Compare the printed mean with the rows, and its index with its own scores."""
    for unsur, cell in mean.nilai.items():
        computed = mean_of([Fraction(row.printed.nilai[unsur]) for row in rows if unsur in row.printed.nilai])
        if computed is not None:  # a score that no unit has can be compared with nothing
            yield _number(f"{nama} {label[unsur]}", "unsur", cell, computed, "rata-rata nilai tercetak semua unit")
    if mean.ikm is None:
        return
    of_cells = mean_of([Fraction(cell) for cell in mean.nilai.values()])
    if of_cells is not None:
        of_printed = mean_of([Fraction(row.printed.ikm) for row in rows if row.printed.ikm is not None])
        decimals = decimals_of(mean.ikm)
        as_means = round_half_up(of_printed, decimals) == Fraction(mean.ikm)
        reason = f"rata-rata {len(mean.nilai)} nilai pada barisnya sendiri"
        if as_means and round_half_up(of_cells, decimals) != Fraction(mean.ikm):
            reason += "; yang tercetak adalah rata-rata IKM tercetak semua unit"
        yield _number(nama, "ikm", mean.ikm, of_cells, reason)
    if mean.mutu:
        letter = classify_mutu(round_half_up(Fraction(mean.ikm), IKM_DECIMALS))
        yield Printed(nama, "mutu", mean.mutu, letter, mean.mutu == letter, "mutu menurut IKM yang tercetak")
