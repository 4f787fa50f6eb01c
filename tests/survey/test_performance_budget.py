"""Budget, efficiency and staff, worked by hand."""

from fractions import Fraction

import pytest

HEADING = "kegiatan,pagu_awal,pagu_akhir,realisasi"


def budget(office, *rows: str):
    office.keep("anggaran.csv", HEADING, *rows)
    return office.read().anggaran


def test_realised_share_of_both_ceilings_and_efficiency(office):
    # The one indicator reached 60 of 80: 75 per cent. Realised 90 of 200 and of 180.
    found = budget(office, "A,150,140,60", "B,50,40,30")
    assert (found.pagu_awal, found.pagu_akhir, found.realisasi) == (200, 180, 90)
    assert found.persen == {"pagu_awal": 45, "pagu_akhir": 50}
    assert found.efisiensi == {"pagu_awal": 30, "pagu_akhir": 25}
    assert found.total.perubahan == -20


def test_printed_sum_stands_for_activities_whose_realisation_is_not_known(office):
    assert budget(office, "A,150,140,60", "B,50,40,", "Jumlah,200,180,90").realisasi == 90


def test_sum_of_activities_comes_before_the_printed_one(office):
    assert budget(office, "A,150,140,60", "B,50,40,30", "Jumlah,200,180,99").realisasi == 90


def test_budget_without_any_realisation_has_no_share(office):
    found = budget(office, "A,150,140,")
    assert found.persen == {"pagu_awal": None, "pagu_akhir": None}
    assert found.efisiensi == {"pagu_awal": None, "pagu_akhir": None}


def test_ceiling_of_zero_has_no_share(office):
    assert budget(office, "A,0,100,50").persen == {"pagu_awal": None, "pagu_akhir": 50}


def test_exceeded_final_ceiling_is_a_finding(office):
    office.keep("anggaran.csv", HEADING, "A,1100,1000,1024")
    (finding,) = office.read().findings
    assert finding.jenis == "pagu_terlampaui"
    assert finding.pesan == (
        "Realisasi anggaran 102,40 persen dari pagu akhir, melebihinya sebesar Rp24; periksa lagi."
    )


def test_final_ceiling_used_up_exactly_is_none(office):
    office.keep("anggaran.csv", HEADING, "A,1100,1000,1000")
    assert office.read().findings == ()


def test_report_without_budget_has_none(office):
    assert office.read().anggaran is None
    assert office.read().efisiensi_dinyatakan == {}


def test_efficiency_from_figures_rounded_as_printed(office):
    # Achievement 62 / 80 = 77.5 prints 78; realised 1 / 3 = 33.33 prints 33.3; 78 - 33.3 = 44.7, exactly 44.17.
    office.indicate('{nama: A, arah: naik, target: "80", realisasi: "62"}')
    office.tell('tercetak: {rata_rata: "78", realisasi_anggaran: "33.3", efisiensi: "44.7"}\n')
    office.keep("anggaran.csv", HEADING, "A,3,3,1")
    report = office.read()
    assert report.efisiensi_dibulatkan == (78, Fraction("33.3"), Fraction("44.7"))
    assert report.anggaran.efisiensi["pagu_awal"] == Fraction(155, 2) - Fraction(100, 3)
    (finding,) = report.findings
    assert finding.pesan == (
        "Efisiensi (poin persentase): tercetak 44,7, dihitung ulang 44,17 (yang tercetak adalah selisih nilai yang sudah "
        "dibulatkan, 78 − 33,3)."
    )


@pytest.mark.parametrize("total", ["Jumlah,,40", None])
def test_staff_is_the_first_group_and_not_what_the_table_prints(office, total):
    # 15 + 24 = 39; the printed 40 is compared and not used, and another group may name only some.
    rows = ["Jenis kelamin,Laki-laki,15", "Jenis kelamin,Perempuan,24", "Jabatan,Pranata humas,17"]
    office.keep("pegawai.csv", "kelompok,uraian,jumlah", *rows, *([total] if total else []))
    staff = office.read().data.staff
    assert staff.n == 39
    assert staff.groups["Jabatan"] == {"Pranata humas": 17}


def test_group_that_holds_more_than_the_printed_number_is_a_finding(office):
    rows = ["Jenis kelamin,Laki-laki,15", "Jenis kelamin,Perempuan,24", "Jabatan,Pranata humas,41", "Jumlah,,39"]
    office.keep("pegawai.csv", "kelompok,uraian,jumlah", *rows)
    (finding,) = office.read().findings
    assert finding.pesan == "Jumlah pegawai (jabatan): tercetak 39, dihitung ulang 41 (jumlah menurut jabatan)."


def test_staff_without_a_printed_number_is_compared_with_nothing(office):
    office.keep("pegawai.csv", "kelompok,uraian,jumlah", "Jenis kelamin,Laki-laki,15", "Jabatan,Pranata humas,17")
    assert office.read().printed == ()


def test_staff_that_does_not_sum_to_the_printed_number_is_a_finding(office):
    rows = ["Jenis kelamin,Laki-laki,15", "Jenis kelamin,Perempuan,24", "Jumlah,,40"]
    office.keep("pegawai.csv", "kelompok,uraian,jumlah", *rows)
    (finding,) = office.read().findings
    assert finding.pesan == (
        "Jumlah pegawai (jenis kelamin): tercetak 40, dihitung ulang 39 (jumlah menurut jenis kelamin)."
    )
