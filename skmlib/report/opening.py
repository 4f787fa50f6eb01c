"""How reports begin: their covers, and the laws that they rest on."""

from __future__ import annotations

from skmlib.report import wording
from skmlib.report.blocks import Cover, Text
from skmlib.survey.results import ReportResults, Results

TITLE = "Laporan Survei Kepuasan Masyarakat"
CONTENT = "Indeks Kepuasan Masyarakat"
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
        Title, unit, agency, period, place and date. The line below the title names the plan only where there is one.
    """
    has_plan = results.plan is not None and not results.plan.empty
    return cover_of(results, TITLE, f"{CONTENT} dan Rencana Tindak Lanjut" if has_plan else CONTENT)


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
    return cover_of(
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


def cover_of(results: ReportResults, judul: str, subjudul: str) -> Cover:
    """Show the cover of a report of any kind.

    Parameters
    ----------
    results : ReportResults
        Of the report.
    judul, subjudul : str
        Its title, and the line below it.

    Returns
    -------
    Cover
        With unit, agency, period, place and date.
    """
    own, instansi = results.parameters.own, results.parameters.instansi
    return Cover(
        judul=judul,
        subjudul=subjudul,
        unit=own.nama,
        instansi=instansi.nama if instansi.nama != own.nama else "",
        periode=wording.periode(results.parameters.periode),
        tanggal=own.pengesahan.tanggal,
        tempat=own.pengesahan.tempat,
        logo=results.logo,
        logo_alt=instansi.logo.alt if instansi.logo else "",
    )
