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
    text = "Periode sebelumnya 2024-S2 tidak ada di 'riwayat' (2024-S1); tambahkan nilainya sebagaimana terbit."
    assert told() == [(PARAMETERS, text)]


def test_actions_after_the_report_and_plans_before_it_are_told(project, told):
    project.add("periode_sebelumnya: 2024-S2\n")
    project.write(ACTIONS_FILE, ACTIONS)
    assert told() == [
        (ACTIONS_FILE, "1 kegiatan bertanggal sesudah laporan 2025-07-15 (baris 4); periksa tanggalnya."),
        (ACTIONS_FILE, "1 rencana berakhir sebelum laporan 2025-07-15 (baris 2); periksa triwulannya."),
    ]


@pytest.fixture
def told_order(project):
    def read(*days: str, urutan: str = "") -> list[tuple]:
        project.add(f"data: {{kolom_waktu: Jam{urutan and f', urutan_tanggal: {urutan}'}}}\n")
        rows = [f"3,4,3,4,3,4,3,4,{place % 4 + 1},{day}" for place, day in enumerate(days)]
        project.write_responses(*rows, headings=f"{project.headings},Jam")
        findings = read_survey("loket", "2025-S1", root=project.root).findings
        return [(finding.pesan, finding.n, finding.baris) for finding in findings if finding.jenis == "urutan_tanggal"]

    return read


def test_second_numbers_above_twelve_show_american_order(told_order):
    text = (
        "Pada kolom 'Jam' bulan ditulis lebih dahulu: 2 tanggal yang angka keduanya di atas 12, misalnya '05/13/2025' (baris 2 "
        "dan 4), dan tidak ada yang angka pertamanya di atas 12. Menurut urutan 'hari_bulan' tanggal itu tidak terbaca dan 1 "
        "tanggal lain tertukar hari dan bulannya (baris 3), misalnya '05/06/2025' dibaca 2025-06-05; tulis 'data: "
        "urutan_tanggal: bulan_hari'."
    )
    days = ("05/13/2025 8:00:00", "05/06/2025 8:00:00", "5/30/2025", "05/05/2025")
    assert told_order(*days) == [(text, 3, (2, 3, 4))]


def test_the_right_order_in_the_parameters_is_not_told(told_order):
    assert told_order("05/13/2025", "05/06/2025", urutan="bulan_hari") == []


def test_first_numbers_above_twelve_show_that_the_day_stands_first(told_order):
    text = (
        "Pada kolom 'Jam' hari ditulis lebih dahulu: 1 tanggal yang angka pertamanya di atas 12, misalnya '13/05/2025' (baris "
        "2), dan tidak ada yang angka keduanya di atas 12. Menurut urutan 'bulan_hari' tanggal itu tidak terbaca; tulis 'data: "
        "urutan_tanggal: hari_bulan'."
    )
    assert told_order("13/05/2025", "05/05/2025", urutan="bulan_hari") == [(text, 1, (2,))]


def test_both_orders_in_one_column_are_told_as_a_mixture(told_order):
    text = (
        "Pada kolom 'Jam' urutan hari dan bulan bercampur: 1 tanggal yang angka pertamanya di atas 12, misalnya '13/05/2025' "
        "(baris 3), dan 1 tanggal yang angka keduanya di atas 12, misalnya '05/13/2025' (baris 2). Menurut urutan 'hari_bulan' "
        "1 tanggal tidak terbaca, dan 1 tanggal lain mungkin tertukar hari dan bulannya (baris 4); samakan urutannya di berkas."
    )
    assert told_order("05/13/2025", "13/05/2025", "05/06/2025") == [(text, 2, (2, 4))]


def test_days_that_fit_the_collection_the_other_way_round_are_told(told_order):
    text = (
        "Tanggal pengisian tampak ditulis bulan lebih dulu (bulan/hari/tahun), karena begitu lebih banyak yang jatuh dalam "
        "masa pengumpulan; bila benar, tulis 'data: urutan_tanggal: bulan_hari'."
    )
    assert told_order("05/06/2025", "05/07/2025") == [(text, 0, ())]


def test_days_in_the_usual_order_are_not_told(told_order):
    assert told_order("13/05/2025", "06/05/2025", "2025-05-20", "20 Mei 2025") == []
