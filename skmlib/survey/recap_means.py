"""Means over units: simple, where every unit counts once, and by respondents, where every respondent does.

The two answer different questions and never stand in one row. By respondents, the answers of all units are added up before
anything is divided; of published rows, which have no answers, the scores are weighted by their respondents. With complete
answers the two are equal.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from skmlib.parameters.recap import BY_RESPONDENT, MEAN_OF_UNITS
from skmlib.survey.published import Figure
from skmlib.survey.recap_rows import RecapRow, join_follow_up, mean_of
from skmlib.survey.regulation import IKM_PER_NI, classify_mutu
from skmlib.survey.scores import ikm_value

METHODS = (MEAN_OF_UNITS, BY_RESPONDENT)


@dataclasses.dataclass(frozen=True)
class MeanRow:
    """A mean over the units.

    Attributes
    ----------
    cara : str
        `"rata_rata_unit"` or `"responden"`.
    nilai : mapping of str to Fraction
        The mean of each unsur, over the units that have it, 25 to 100.
    ikm : Fraction or None
        The mean of the index; None where no unit has one, or respondents are not known.
    ikm_tercetak : Fraction or None
        The same mean of the printed indices; None where nothing was printed.
    alasan : str
        Why there is no mean, or how the index differs from the mean of its own row; may be empty.
    """

    cara: str
    nilai: Mapping[str, Fraction]
    ikm: Fraction | None
    ikm_tercetak: Fraction | None = None
    alasan: str = ""

    @property
    def mutu(self) -> str | None:
        """Its letter."""
        return None if self.ikm is None else classify_mutu(self.ikm)


def mean_rows(rows: Sequence[RecapRow], *, unsur: Sequence[str]) -> dict[str, MeanRow]:
    """Compute both means over units.

    Parameters
    ----------
    rows : sequence of RecapRow
        The units.
    unsur : sequence of str
        The unsur of the recap.

    Returns
    -------
    dict of str to MeanRow
        By method.

    Examples
    --------
    >>> rows = [
    ...     RecapRow("a", "A", None, 100, {"waktu": Fraction(80)}, Fraction(80)),
    ...     RecapRow("b", "B", None, 300, {"waktu": Fraction(90)}, Fraction(90)),
    ... ]
    >>> [str(mean.ikm) for mean in mean_rows(rows, unsur=["waktu"]).values()]
    ['85', '175/2']
    """
    return {MEAN_OF_UNITS: _simple(rows, unsur), BY_RESPONDENT: _by_respondent(rows, unsur)}


def add_up(rows: Sequence[RecapRow], *, id: str, nama: str, cara: str, unsur: Sequence[str]) -> RecapRow:
    """Make the row of a part of the agency from its units.

    Parameters
    ----------
    rows : sequence of RecapRow
        Its units, one or more.
    id, nama : str
        The part.
    cara : str
        The mean that its scores are.
    unsur : sequence of str
        The unsur of the recap.

    Returns
    -------
    RecapRow
        With its units; with a previous index where it is the simple mean and every unit has one.
    """
    mean = mean_rows(rows, unsur=unsur)[cara]
    return RecapRow(
        id=id,
        nama=nama,
        induk=None,
        n=_sum([row.n for row in rows]),
        sebelumnya=_mean_before(rows) if cara == MEAN_OF_UNITS else None,
        nilai=mean.nilai,
        ikm=mean.ikm,
        metode="; ".join(dict.fromkeys(row.metode for row in rows)),
        rencana=tuple(action for row in rows for action in row.rencana),
        tindak_lanjut=join_follow_up([row.tindak_lanjut for row in rows]),
        populasi=_sum([row.populasi for row in rows]),
        n_temuan=_sum([row.n_temuan for row in rows]),
        anggota=tuple(rows),
    )


def _mean_before(rows: Sequence[RecapRow]) -> Figure | None:
    """Give the simple mean of the previous period, known to the coarsest of its decimals; None unless every unit has one."""
    known = [row.sebelumnya for row in rows if row.sebelumnya is not None]
    if len(known) < len(rows):
        return None
    printed = [figure.printed for figure in known if figure.printed is not None]
    return Figure(mean_of([figure.value for figure in known]), min(printed, default=None))


def _sum(counts: Sequence[int | None]) -> int | None:
    """Add counts; None where one is not known."""
    return None if None in counts else sum(counts)


def _simple(rows: Sequence[RecapRow], unsur: Sequence[str]) -> MeanRow:
    """Compute the mean in which every unit counts once."""
    nilai = _each(unsur, lambda name: mean_of([row.nilai.get(name) for row in rows]))
    ikm = mean_of([row.ikm for row in rows])
    printed = mean_of([_printed_ikm(row) for row in rows])
    return MeanRow(MEAN_OF_UNITS, nilai, ikm, printed, _uneven(rows, nilai, ikm))


def _by_respondent(rows: Sequence[RecapRow], unsur: Sequence[str]) -> MeanRow:
    """Compute the mean in which every respondent counts once: of parts of the agency, over all of their units."""
    rows = [unit for row in rows for unit in (row.anggota or (row,))]
    if any(row.n is None for row in rows):
        return MeanRow(BY_RESPONDENT, {}, None, alasan="Banyaknya responden tidak diketahui untuk semua unit.")
    if any(row.tally is None for row in rows):
        nilai = _each(unsur, lambda name: _weighted([(row.n, row.nilai.get(name)) for row in rows]))
        ikm = mean_of([*nilai.values()])
    else:
        nilai = _each(unsur, lambda name: _pooled(rows, name))
        ikm = _pooled_ikm(rows, nilai)
    printed = _weighted([(row.n, _printed_ikm(row)) for row in rows])
    return MeanRow(BY_RESPONDENT, nilai, ikm, printed)


def _each(unsur: Sequence[str], compute: Callable[[str], Fraction | None]) -> dict[str, Fraction]:
    """Compute a value for each unsur that has one."""
    values = {name: compute(name) for name in unsur}
    return {name: value for name, value in values.items() if value is not None}


def _weighted(pairs: Sequence[tuple[int, Fraction | None]]) -> Fraction | None:
    """Weight values by respondents; None where no unit has a value."""
    known = [(n, value) for n, value in pairs if value is not None]
    return sum((n * value for n, value in known), Fraction(0)) / sum(n for n, _ in known) if known else None


def _pooled(rows: Sequence[RecapRow], unsur: str) -> Fraction | None:
    """Divide the answers of all units to an unsur by their number."""
    tallies = [(row.tally, row.tally.unsur.index(unsur)) for row in rows if unsur in row.tally.unsur]
    n = sum(tally.n.tolist()[place] for tally, place in tallies)
    total = sum((Fraction(tally.jumlah.tolist()[place]) for tally, place in tallies), Fraction(0))
    return total * IKM_PER_NI / n if n else None


def _pooled_ikm(rows: Sequence[RecapRow], nilai: Mapping[str, Fraction]) -> Fraction | None:
    """Compute the index of all answers together; of units with other unsur or weights, the mean of the row's own unsur."""
    first = rows[0]
    if all(row.bobot == first.bobot and row.tally.unsur == first.tally.unsur for row in rows):
        return ikm_value(sum((row.tally for row in rows[1:]), start=first.tally), bobot=first.bobot)
    return mean_of([*nilai.values()])


def _printed_ikm(row: RecapRow) -> Fraction | None:
    """Give the printed index of a row."""
    return None if row.printed is None or row.printed.ikm is None else Fraction(row.printed.ikm)


def _uneven(rows: Sequence[RecapRow], nilai: Mapping[str, Fraction], ikm: Fraction | None) -> str:
    """Say when the mean of the index is not the mean of its own row, since units differ in their unsur or weights."""
    if ikm is None or ikm == mean_of([*nilai.values()]):
        return ""
    if len({frozenset(row.nilai) for row in rows}) > 1:
        return "IKM adalah rata-rata IKM unit; unsur yang dinilai tidak sama pada semua unit."
    return "IKM adalah rata-rata IKM unit menurut bobot masing-masing."
