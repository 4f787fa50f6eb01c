"""How reports begin: their covers, and the laws that they rest on."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Cover, Text
from skmlib.survey.results import Results

TITLE = "Laporan Survei Kepuasan Masyarakat"
LEGAL_BASIS = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.",
    "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.",
    (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 14 Tahun 2017 tentang Pedoman "
        "Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik."
    ),
)
FOLLOW_UP_TITLE = "Laporan Hasil Tindak Lanjut Survei Kepuasan Masyarakat"


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
    return _cover(results, TITLE, "Indeks Kepuasan Masyarakat dan Rencana Tindak Lanjut")


def follow_up_cover(results: Results) -> Cover:
    """Show the cover of the follow-up report.

    Parameters
    ----------
    results : Results
        Of the unit.

    Returns
    -------
    Cover
        As `report_cover`, with the period whose plan is reported on below the title.
    """
    before = results.survey.parameters.survei.periode_sebelumnya
    return _cover(
        results, FOLLOW_UP_TITLE, f"Pelaksanaan rencana atas hasil survei {wording.periode(before)}" if before else ""
    )


def legal_basis_text() -> Text:
    """List the laws and rules that all reports rest on.

    Returns
    -------
    Text
        A numbered list.
    """
    return Text.bullets(*LEGAL_BASIS, numbered=True)


def _cover(results: Results, judul: str, subjudul: str) -> Cover:
    """Show a cover with a title."""
    parameters = results.survey.parameters
    survei, instansi = parameters.survei, parameters.instansi
    return Cover(
        judul=judul,
        subjudul=subjudul,
        unit=survei.nama,
        instansi=instansi.nama if instansi.nama != survei.nama else "",
        periode=wording.periode(parameters.periode),
        tanggal=survei.pengesahan.tanggal,
        tempat=survei.pengesahan.tempat,
        logo=results.survey.logo,
        logo_alt=instansi.logo.alt if instansi.logo else "",
    )
