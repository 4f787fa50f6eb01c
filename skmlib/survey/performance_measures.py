"""What the tables of a performance report come to: shares, means, sums, each beside what the table prints.

- Media sentiment: with counts, a month's share is count / counts of the month, and the year's the same over all months. With
  shares only, the year is the mean of the months, which is right only if the months have equally many items.
- Mean time of information requests: weighted by requests, sum of (requests x mean of the month) / requests; beside it the mean
  of the months that have requests.
- Complaints: followed up / forwarded, per cent.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from skmlib.survey.months import MONTH_COLUMN, month_of
from skmlib.survey.number_tables import NumberTable
from skmlib.survey.performance_tables import DAYS, REQUEST_KINDS, SENTIMENT, YES

WHOLE = 100
SHARES_TOLERANCE = Fraction(1, 10)


@dataclasses.dataclass(frozen=True)
class MediaMonth:
    """A month of media sentiment: its number, the shares in per cent, what they sum to, and its items where known."""

    bulan: int
    bagian: dict[str, Fraction]
    jumlah: Fraction
    n: int | None


@dataclasses.dataclass(frozen=True)
class MediaSummary:
    """Media sentiment of a year.

    Attributes
    ----------
    months : tuple of MediaMonth
        In the order of the year.
    tahun : dict
        Share of each sentiment, per cent; None in a year without items, which stops the run.
    has_counts : bool
        Whether the year is computed from counts; else it is the mean of the months.
    tercetak : dict
        What the last row of the table prints.
    """

    months: tuple[MediaMonth, ...]
    tahun: dict[str, Fraction | None]
    has_counts: bool
    tercetak: dict[str, Decimal]


def summarise_media(table: NumberTable, *, satuan: str) -> MediaSummary:
    """Summarise media sentiment.

    Parameters
    ----------
    table : NumberTable
        `bulan` and the sentiments.
    satuan : str
        `"jumlah"` for counts, `"persen"` for shares.

    Returns
    -------
    MediaSummary
    """
    has_counts = satuan == "jumlah"
    months = []
    for row in table.rows.itertuples():
        cells = {name: Fraction(getattr(row, name)) for name in SENTIMENT}
        whole = sum(cells.values())
        shares = {name: WHOLE * cell / whole if whole else Fraction(0) for name, cell in cells.items()}
        months.append(
            MediaMonth(month_of(row.bulan), shares, Fraction(WHOLE if whole else 0), int(whole))
            if has_counts
            else MediaMonth(month_of(row.bulan), cells, whole, None)
        )
    months.sort(key=lambda month: month.bulan)
    weights = [month.n if has_counts else 1 for month in months]
    total = sum(weights)
    tahun = {
        name: sum(weight * month.bagian[name] for weight, month in zip(weights, months, strict=True)) / total
        if total
        else None
        for name in SENTIMENT
    }
    return MediaSummary(tuple(months), tahun, has_counts, table.total)


def sums_to_whole(shares: Mapping[str, Fraction]) -> bool:
    """Tell whether shares in per cent sum to 100, give or take a tenth.

    Examples
    --------
    >>> sums_to_whole({"positif": Fraction("49.9"), "negatif": Fraction(50)}), sums_to_whole({"positif": Fraction("99.8")})
    (True, False)
    """
    return abs(sum(shares.values()) - WHOLE) <= SHARES_TOLERANCE


@dataclasses.dataclass(frozen=True)
class RequestMonth:
    """A month of information requests: its number, counts by kind, their sum and the printed sum, the mean days."""

    bulan: int
    jenis: dict[str, int]
    n: int
    tercetak: int
    hari: Decimal | None


@dataclasses.dataclass(frozen=True)
class RequestSummary:
    """Information requests of a year.

    Attributes
    ----------
    months : tuple of RequestMonth
        In the order of the year.
    jenis : dict
        Requests by kind.
    n : int
        All requests.
    menurut_permohonan, rata_rata_bulan : Fraction or None
        Mean days, weighted by requests, and as the mean of the months.
    tercetak : dict
        What the last row of the table prints.
    """

    months: tuple[RequestMonth, ...]
    jenis: dict[str, int]
    n: int
    menurut_permohonan: Fraction | None
    rata_rata_bulan: Fraction | None
    tercetak: dict[str, Decimal]


def summarise_requests(table: NumberTable) -> RequestSummary:
    """Summarise information requests.

    Parameters
    ----------
    table : NumberTable
        `bulan`, the kinds, `jumlah` and the mean days of each month.

    Returns
    -------
    RequestSummary
    """
    months = []
    for row in table.rows.to_dict("records"):
        kinds = {kind: int(row[kind]) for kind in REQUEST_KINDS}
        months.append(
            RequestMonth(month_of(row[MONTH_COLUMN]), kinds, sum(kinds.values()), int(row["jumlah"]), row[DAYS])
        )
    months.sort(key=lambda month: month.bulan)
    timed = [month for month in months if month.n and month.hari is not None]
    requests = sum(month.n for month in timed)
    return RequestSummary(
        months=tuple(months),
        jenis={kind: sum(month.jenis[kind] for month in months) for kind in REQUEST_KINDS},
        n=sum(month.n for month in months),
        menurut_permohonan=sum(month.n * Fraction(month.hari) for month in timed) / requests if timed else None,
        rata_rata_bulan=sum(Fraction(month.hari) for month in timed) / len(timed) if timed else None,
        tercetak=table.total,
    )


@dataclasses.dataclass(frozen=True)
class ComplaintSummary:
    """Complaints by status.

    Attributes
    ----------
    status : dict
        Complaints by status, in the order of the table.
    n, diteruskan, ditindaklanjuti : int
        All, forwarded, and of these followed up.
    persen : Fraction or None
        Followed up, per cent of forwarded; None where none was forwarded.
    tercetak : dict
        What the last row of the table prints.
    """

    status: dict[str, int]
    n: int
    diteruskan: int
    ditindaklanjuti: int
    persen: Fraction | None
    tercetak: dict[str, Decimal]


def summarise_complaints(table: NumberTable) -> ComplaintSummary:
    """Summarise complaints.

    Parameters
    ----------
    table : NumberTable
        `status`, `jumlah`, and which statuses are forwarded and followed up.

    Returns
    -------
    ComplaintSummary
    """
    rows = table.rows
    forwarded = rows[rows["diteruskan"] == YES]
    followed = forwarded[forwarded["ditindaklanjuti"] == YES]
    n, n_forwarded, n_followed = (int(sum(part["jumlah"])) for part in (rows, forwarded, followed))
    return ComplaintSummary(
        status={row.status: int(row.jumlah) for row in rows.itertuples()},
        n=n,
        diteruskan=n_forwarded,
        ditindaklanjuti=n_followed,
        persen=Fraction(WHOLE * n_followed, n_forwarded) if n_forwarded else None,
        tercetak=table.total,
    )
