"""The first page of a report."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Cover
from skmlib.survey.results import Results

TITLE = "Laporan Survei Kepuasan Masyarakat"


def report_cover(results: Results) -> Cover:
    """Show the cover.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Cover
        Title, unit, agency, period, place and date.
    """
    parameters = results.survey.parameters
    survei, instansi = parameters.survei, parameters.instansi
    return Cover(
        judul=TITLE,
        subjudul="Indeks Kepuasan Masyarakat dan Rencana Tindak Lanjut",
        unit=survei.nama,
        instansi=instansi.nama if instansi.nama != survei.nama else "",
        periode=wording.periode(parameters.periode),
        tanggal=survei.pengesahan.tanggal,
        tempat=survei.pengesahan.tempat,
        logo=results.survey.logo,
        logo_alt=instansi.logo.alt if instansi.logo else "",
    )
