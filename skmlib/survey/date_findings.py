"""What is told about dates that do not fit each other: period, collection, report, actions; day and month of time stamps.

A copied parameter file keeps last year's dates, and nothing computed shows it. Time stamps in American order are not read
or read wrongly: a number above 12 shows it, or that more of them fall into the collection the other way round. Nothing here
stops the run: some offices do report late or early, and say why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.parameters.periods import span_of
from skmlib.problems import Finding, name_rows
from skmlib.survey.date_order import DateOrder
from skmlib.survey.dates import DAY_MONTH, MONTH_DAY, read_day
from skmlib.survey.responses import Responses
from skmlib.survey.rtl import plan_of

FIRST_WORDS = {DAY_MONTH: "hari", MONTH_DAY: "bulan"}
PLACE_WORDS = {DAY_MONTH: "pertamanya", MONTH_DAY: "keduanya"}


def find_in_dates(parameters: Parameters, *, actions: pd.DataFrame | None, actions_file: str) -> tuple[Finding, ...]:
    """List the dates that do not fit each other.

    Parameters
    ----------
    parameters : Parameters
        Of the report.
    actions : DataFrame or None
        Validated follow-up actions.
    actions_file : str
        Their file, for messages.

    Returns
    -------
    tuple of Finding
        Parameters first, then actions.
    """
    told = () if actions is None else _actions(parameters, actions, actions_file)
    return (*_parameters(parameters), *told)


def find_in_order(responses: Responses, parameters: Parameters, *, is_odd: bool) -> Iterator[Finding]:
    """Say when day and month of the time stamps stand in another order than the parameters tell, or in both.

    Parameters
    ----------
    responses : Responses
        After `validate_responses`.
    parameters : Parameters
        Of the same report.
    is_odd : bool
        Whether a time stamp is not read or falls outside the collection.

    Yields
    ------
    Finding
        At most one.
    """
    order, urutan = responses.date_order, parameters.survei.data.urutan_tanggal
    if order is None:
        return
    text, rows = "", ()
    if order.is_mixed:
        text, rows = _mixed(order, urutan, parameters.survei.data.kolom_waktu)
    elif order.shown not in (None, urutan):
        text, rows = _turned(order, urutan, parameters.survei.data.kolom_waktu)
    elif order.shown is None and is_odd and responses.fits_other_order:
        other = DAY_MONTH if urutan == MONTH_DAY else MONTH_DAY
        text = (
            f"Tanggal pengisian tampak ditulis {FIRST_WORDS[other]} lebih dulu ({other.replace('_', '/')}/tahun), karena begitu"
            f" lebih banyak yang jatuh dalam masa pengumpulan; bila benar, tulis 'data: urutan_tanggal: {other}'."
        )
    if text:
        yield Finding("urutan_tanggal", responses.berkas, text, len(rows), rows)


def _turned(order: DateOrder, urutan: str, kolom: str) -> tuple[str, tuple[int, ...]]:
    """Say that the numbers show the other order than the parameters, what that does, and in which rows."""
    other = order.shown
    unread = order.month_first if other == MONTH_DAY else order.day_first
    text = (
        f"Pada kolom {kolom!r} {FIRST_WORDS[other]} ditulis lebih dahulu: {_placed(unread, other)}, dan tidak ada yang angka "
        f"{PLACE_WORDS[urutan]} di atas 12. Menurut urutan '{urutan}' tanggal itu tidak terbaca"
    )
    if order.either:
        day = next(iter(order.either.values()))
        wrong = f"{len(order.either)} tanggal lain tertukar hari dan bulannya ({name_rows(sorted(order.either))})"
        text += f" dan {wrong}, misalnya {day!r} dibaca {read_day(day, urutan=urutan)}"
    return f"{text}; tulis 'data: urutan_tanggal: {other}'.", tuple(sorted({**unread, **order.either}))


def _mixed(order: DateOrder, urutan: str, kolom: str) -> tuple[str, tuple[int, ...]]:
    """Say that both orders occur, and which rows are not read or may be read wrongly."""
    placed = f"{_placed(order.day_first, DAY_MONTH)}, dan {_placed(order.month_first, MONTH_DAY)}"
    unread = order.month_first if urutan == DAY_MONTH else order.day_first
    text = (
        f"Pada kolom {kolom!r} urutan hari dan bulan bercampur: {placed}. Menurut urutan '{urutan}' {len(unread)} tanggal "
        "tidak terbaca"
    )
    if order.either:
        text += f", dan {len(order.either)} tanggal lain mungkin tertukar hari dan bulannya ({name_rows(sorted(order.either))})"
    return f"{text}; samakan urutannya di berkas.", tuple(sorted({**unread, **order.either}))


def _placed(days: Mapping[int, str], order: str) -> str:
    """Say how many days show an order, with an example and their rows."""
    example = next(iter(days.values()))
    return f"{len(days)} tanggal yang angka {PLACE_WORDS[order]} di atas 12, misalnya {example!r} ({name_rows(sorted(days))})"


def _parameters(parameters: Parameters) -> Iterator[Finding]:
    """Compare the period, the service period, the collection and the date of the report."""
    survei, berkas = parameters.survei, parameters.berkas[0]
    first, last = span_of(parameters.periode)
    served, collected, signed = survei.periode.pelayanan, survei.periode.pengumpulan, survei.pengesahan.tanggal
    if served.selesai < first or served.mulai > last:
        text = (
            f"Masa pelayanan {served.mulai} sampai {served.selesai} berada di luar periode {parameters.periode}; "
            "periksa 'periode: pelayanan'."
        )
        yield Finding("tanggal_tidak_cocok", berkas, text)
    if signed < collected.selesai:
        text = f"Laporan bertanggal {signed}, sebelum pengumpulan selesai {collected.selesai}; periksa 'pengesahan: tanggal'."
        yield Finding("tanggal_tidak_cocok", berkas, text)
    known = [riwayat.periode for riwayat in survei.riwayat]
    if survei.periode_sebelumnya and known and survei.periode_sebelumnya not in known:
        text = (
            f"Periode sebelumnya {survei.periode_sebelumnya} tidak ada di 'riwayat' ({', '.join(known)}); "
            "tambahkan nilainya sebagaimana terbit."
        )
        yield Finding("periode_tidak_cocok", berkas, text)


def _actions(parameters: Parameters, actions: pd.DataFrame, berkas: str) -> Iterator[Finding]:
    """Compare the dates of actions with the date of the report."""
    signed = parameters.survei.pengesahan.tanggal
    late = actions.loc[actions["tanggal"] > pd.Timestamp(signed), "baris"].tolist()
    if late:
        text = f"{len(late)} kegiatan bertanggal sesudah laporan {signed} ({name_rows(late)}); periksa tanggalnya."
        yield Finding("tanggal_tidak_cocok", berkas, text, len(late), tuple(late))
    plan = plan_of(actions, parameters.periode)
    past = [
        baris
        for baris, quarters in zip(plan["baris"].tolist(), plan["triwulan"], strict=True)
        if quarters and span_of(max(quarters))[1] < signed
    ]
    if past:
        text = f"{len(past)} rencana berakhir sebelum laporan {signed} ({name_rows(past)}); periksa triwulannya."
        yield Finding("tanggal_tidak_cocok", berkas, text, len(past), tuple(past))
