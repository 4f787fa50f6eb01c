"""What is told about dates that do not fit each other: period, collection, report, actions.

A copied parameter file keeps last year's dates, and nothing computed shows it. Nothing here stops the run: some offices do
report late or early, and say why.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.parameters.periods import span_of
from skmlib.problems import Finding, name_rows
from skmlib.survey.rtl import plan_of


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
            "tambahkan nilainya agar perubahan dibandingkan dengan periode itu."
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
