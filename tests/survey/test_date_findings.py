"""Dates that do not fit each other are told."""

import pytest

from skmlib.survey.dataset import read_survey

PARAMETERS = "params/2025-S1/loket.yml"
ACTIONS_FILE = "data/2025-S1/loket/tindak_lanjut.csv"
ACTIONS = """\
periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan
2025-S1,1,sarana,Cat ulang,2025-TW2,Umum,,,,,
2025-S1,2,sarana,Kursi,2025-TW2;2025-TW3,Umum,,,,,
2024-S2,1,sarana,Cat ulang,,,sudah,2025-07-16,,,
"""


@pytest.fixture
def told(project):
    def read() -> list[tuple[str, str]]:
        project.write_responses("3,4,3,4,3,4,3,4,3", "4,3,4,3,4,3,4,3,4")
        kinds = {"tanggal_tidak_cocok", "periode_tidak_cocok"}
        findings = read_survey("loket", "2025-S1", root=project.root).findings
        return [(finding.berkas, finding.pesan) for finding in findings if finding.jenis in kinds]

    return read


def test_dates_that_fit_are_not_told(told):
    assert told() == []


def test_service_period_outside_the_period_is_told(project, told):
    project.change(
        "pelayanan: {mulai: 2025-01-01, selesai: 2025-06-30}", "pelayanan: {mulai: 2024-01-01, selesai: 2024-06-30}"
    )
    text = "Masa pelayanan 2024-01-01 sampai 2024-06-30 berada di luar periode 2025-S1; periksa 'periode: pelayanan'."
    assert told() == [(PARAMETERS, text)]


def test_report_signed_before_the_end_of_the_collection_is_told(project, told):
    project.change("tanggal: 2025-07-15", "tanggal: 2025-05-30")
    text = "Laporan bertanggal 2025-05-30, sebelum pengumpulan selesai 2025-05-31; periksa 'pengesahan: tanggal'."
    assert told() == [(PARAMETERS, text)]


def test_previous_period_that_history_does_not_know_is_told(project, told):
    project.add("riwayat: [{periode: 2024-S1, ikm: 80.1}]\nperiode_sebelumnya: 2024-S2\n")
    text = (
        "Periode sebelumnya 2024-S2 tidak ada di 'riwayat' (2024-S1); "
        "tambahkan nilainya agar perubahan dibandingkan dengan periode itu."
    )
    assert told() == [(PARAMETERS, text)]


def test_actions_after_the_report_and_plans_before_it_are_told(project, told):
    project.add("periode_sebelumnya: 2024-S2\n")
    project.write(ACTIONS_FILE, ACTIONS)
    assert told() == [
        (ACTIONS_FILE, "1 kegiatan bertanggal sesudah laporan 2025-07-15 (baris 4); periksa tanggalnya."),
        (ACTIONS_FILE, "1 rencana berakhir sebelum laporan 2025-07-15 (baris 2); periksa triwulannya."),
    ]
