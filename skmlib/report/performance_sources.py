"""The data behind indicators as tables and charts: media sentiment, information requests, complaints, outside indices."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from skmlib.report import wording
from skmlib.report.blocks import Block, Callout, Column, Table, Text
from skmlib.report.performance_charts import REQUEST_KEYS, draw_complaints, draw_media, draw_requests
from skmlib.survey.months import MONTH_NAMES
from skmlib.survey.performance_indices import IndexSummary
from skmlib.survey.performance_measures import (
    SHARES_TOLERANCE,
    ComplaintSummary,
    MediaSummary,
    RequestSummary,
    sums_to_whole,
)
from skmlib.survey.performance_tables import DAYS, REQUEST_KINDS, SENTIMENT

NO_COUNTS = (
    "Banyaknya berita setiap bulan tidak diketahui, sehingga bagian setahun adalah rata-rata bulan yang sama beratnya."
)
AS_PRINTED = "Tercetak"


def media_blocks(media: MediaSummary, items: int | None) -> list[Block]:
    """Show media sentiment by month and over the year.

    Parameters
    ----------
    media : MediaSummary
        Of the year.
    items : int or None
        Monitored items, where told.

    Returns
    -------
    list of Block
        Sentences, a chart, a table, and a warning where shares do not sum to 100.
    """
    rows = [
        (
            MONTH_NAMES[month.bulan - 1],
            *(wording.share(month.bagian[name]) for name in SENTIMENT),
            wording.share(month.jumlah),
            wording.whole(month.n),
        )
        for month in media.months
    ]
    total = sum(month.n for month in media.months) if media.has_counts else None
    name = "Setahun" if media.has_counts else "Setahun (rata-rata bulan)"
    year = (*(wording.share(media.tahun[kind]) for kind in SENTIMENT), wording.share(sum(media.tahun.values())))
    rows.append((name, *year, wording.whole(total)))
    strong = (len(rows) - 1,)
    if media.tercetak and not media.has_counts:
        printed = [f"{wording.exact(media.tercetak[kind])}%" if kind in media.tercetak else "-" for kind in SENTIMENT]
        rows.append((AS_PRINTED, *printed, wording.MISSING, wording.MISSING))
    columns = [Column("Bulan"), *(Column(kind.capitalize(), "kanan") for kind in SENTIMENT), Column("Jumlah", "kanan")]
    if media.has_counts:
        columns.append(Column("Berita (n)", "kanan"))
    else:
        rows = [row[:-1] for row in rows]
    told = f"Berita yang dipantau setahun: {wording.whole(items)}." if items else ""
    wrong = [MONTH_NAMES[month.bulan - 1] for month in media.months if not sums_to_whole(month.bagian)]
    warning = (
        f"Bagian positif, netral, dan negatif tidak berjumlah 100% (lebih dari {wording.number(SHARES_TOLERANCE, 1)} poin) "
        f"pada bulan {wording.listing(wrong)}."
    )
    return [
        Text.plain(" ".join(part for part in (told, "" if media.has_counts else NO_COUNTS) if part)),
        draw_media(media),
        Table("Sentimen pemberitaan setiap bulan", tuple(columns), tuple(rows), strong_rows=strong),
        *([Callout("peringatan", warning)] if wrong else []),
    ]


def request_blocks(requests: RequestSummary) -> list[Block]:
    """Show information requests by month and kind, and both means of their time.

    Parameters
    ----------
    requests : RequestSummary
        Of the year.

    Returns
    -------
    list of Block
        A sentence, a table and a chart.
    """
    rows = [
        (
            MONTH_NAMES[month.bulan - 1],
            *(wording.whole(month.jenis[kind]) for kind in REQUEST_KINDS),
            wording.whole(month.n),
            wording.number(month.hari),
        )
        for month in requests.months
    ]
    counts = [wording.whole(requests.jenis[kind]) for kind in REQUEST_KINDS]
    rows.append(
        ("Setahun, rata-rata bulan", *counts, wording.whole(requests.n), wording.number(requests.rata_rata_bulan))
    )
    blanks = [wording.MISSING] * (len(REQUEST_KINDS) + 1)
    rows.append(("Setahun, menurut permohonan", *blanks, wording.number(requests.menurut_permohonan)))
    if requests.tercetak:
        names = (*REQUEST_KINDS, "jumlah", DAYS)
        rows.append((AS_PRINTED, *(wording.exact(requests.tercetak.get(name)) for name in names)))
    columns = (
        Column("Bulan"),
        *(Column(REQUEST_KEYS[kind].label, "kanan", group="Jenis informasi") for kind in REQUEST_KINDS),
        Column("Jumlah", "kanan"),
        Column("Rata-rata hari", "kanan"),
    )
    text = (
        f"Permohonan informasi setahun {wording.whole(requests.n)}. Rata-rata waktu penyelesaian sebagai rata-rata bulan "
        f"{wording.number(requests.rata_rata_bulan)} hari kerja; bila setiap permohonan dihitung sama berat "
        f"{wording.number(requests.menurut_permohonan)} hari kerja."
    )
    return [
        Text.plain(text),
        Table("Permohonan informasi setiap bulan", columns, tuple(rows), strong_rows=(len(requests.months),)),
        draw_requests(requests),
    ]


def complaint_blocks(complaints: ComplaintSummary, told: Mapping[str, Decimal]) -> list[Block]:
    """Show complaints by status, and what the text of the published report says of them.

    Parameters
    ----------
    complaints : ComplaintSummary
        Of the year.
    told : mapping
        Figures of the text by status; may be empty.

    Returns
    -------
    list of Block
        A sentence, a table and a chart.
    """
    rows = [(name, wording.whole(n), wording.exact(told.get(name))) for name, n in complaints.status.items()]
    rows.append(("Jumlah", wording.whole(complaints.n), wording.whole(sum(told.values())) if told else wording.MISSING))
    columns = [Column("Status"), Column("Jumlah", "kanan"), Column("Menurut uraian terbitan", "kanan")]
    if not told:
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    text = (
        f"Pengaduan setahun {wording.whole(complaints.n)}, diteruskan {wording.whole(complaints.diteruskan)}, ditindaklanjuti "
        f"{wording.whole(complaints.ditindaklanjuti)}, yaitu {wording.percent(complaints.persen)} dari yang diteruskan."
    )
    table = Table(
        "Pengaduan menurut status", tuple(columns), tuple(rows), strong_rows=(len(rows) - 1,), keep_together=True
    )
    return [Text.plain(text), table, draw_complaints(complaints)]


def index_blocks(index: IndexSummary) -> list[Block]:
    """Show the parts of an index.

    Parameters
    ----------
    index : IndexSummary
        With its parts.

    Returns
    -------
    list of Block
        A table: the details of each part, their sum, what is printed as their sum, and the mean.
    """
    details = list(dict.fromkeys(name for part in index.parts for name in part.rincian))
    rows = [
        (
            part.nama,
            *(wording.exact(part.rincian.get(name)) for name in details),
            wording.number(part.nilai),
            wording.exact(part.tercetak),
        )
        for part in index.parts
    ]
    blanks = [""] * len(details)
    rows.append(("Rata-rata", *blanks, wording.number(index.nilai), wording.exact(index.tercetak)))
    strong = (len(rows) - 1,)
    has_printed = any(part.tercetak is not None for part in index.parts)
    if has_printed:
        rows.append(("Rata-rata dari nilai tercetak", *blanks, "", wording.number(index.dari_tercetak)))
    columns = (
        Column("Bagian", width=3),
        *(Column(name, "kanan") for name in details),
        Column("Nilai", "kanan"),
        Column(AS_PRINTED, "kanan"),
    )
    note = ("Nilai: jumlah rincian. Tercetak: seperti pada terbitan.",) if has_printed else ()
    return [Table(f"{index.nama} menurut bagiannya", columns, tuple(rows), note, strong_rows=strong)]
