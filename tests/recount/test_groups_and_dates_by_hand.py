"""Findings about groups and dates as the second count makes them, against numbers worked by hand (method, section 13)."""

from fractions import Fraction

import pytest

from skmlib.recount.recount import recount_survey

SURVEY = """
    instansi: kota
    periode:
      pelayanan: {mulai: 2025-01-01, selesai: 2025-06-30}
      pengumpulan: {mulai: 2025-05-01, selesai: 2025-05-31}
    unsur:
      waktu: {label: U1, kolom: Waktu}
    pengesahan: {tempat: Contoh, tanggal: 2025-07-15, jabatan: Kepala}
    ambang_kelompok: 1
"""
ANSWERS = "data/2025-S1/loket/responden.csv"
PARAMETERS = "params/2025-S1/loket.yml"
ACTIONS = "data/2025-S1/loket/tindak_lanjut.csv"
DATED = "data: {kolom_waktu: Tanggal}\n"
AMERICAN = "data: {kolom_waktu: Tanggal, urutan_tanggal: bulan_hari}\n"


@pytest.fixture
def found(project):
    """Give the findings of one kind: file and number, and the index without those rows."""

    def call(kind, headings, *rows, more="", told=SURVEY, files=None):
        project.write(PARAMETERS, told)
        project.add(more)
        for name, lines in (files or {ANSWERS: rows}).items():
            project.write(name, "\n".join([headings, *lines]) + "\n")
        findings = recount_survey("loket", "2025-S1", root=project.root)["findings"].values()
        return [(row["berkas"], row["n"], row["ikm_tanpa"]) for row in findings if row["jenis"] == kind]

    return call


def test_days_outside_the_collection_with_the_index_without_them(found):
    # First and last day belong to the collection. Without the row of June: (4 + 3) / 2 x 25 = 87.5
    rows = ("4,2025-05-01", "2,1 Juni 2025", "3,31/05/2025")
    assert found("di_luar_masa", "Waktu,Tanggal", *rows, more=DATED) == [(ANSWERS, 1, Fraction(175, 2))]


def test_days_that_are_blank_or_no_day(found):
    # The 31st of February is none. Without both rows: 4 x 25 = 100
    rows = ("4,2025-05-01", "2,31/02/2025", "3,")
    assert found("tanggal_tidak_terbaca", "Waktu,Tanggal", *rows, more=DATED) == [(ANSWERS, 2, 100)]


def test_index_is_not_given_where_too_few_are_left(found):
    rows = ("4,2025-05-01", "2,2025-06-01")
    told = SURVEY.replace("ambang_kelompok: 1", "ambang_kelompok: 2")
    assert found("di_luar_masa", "Waktu,Tanggal", *rows, more=DATED, told=told) == [(ANSWERS, 1, None)]


@pytest.mark.parametrize("kind", ["di_luar_masa", "tanggal_tidak_terbaca", "urutan_tanggal"])
def test_nothing_is_told_of_days_that_nobody_asked_for(found, kind):
    assert found(kind, "Waktu,Tanggal", "4,2025-06-01", "3,lupa") == []


def test_month_before_the_day(found):
    # 05/13 is not read; 05/04 and 06/05 are read the other way round; 05/05 and the ISO day are the same either way
    rows = ("4,05/13/2025", "4,05/04/2025", "4,06/05/2025 8:31", "4,05/05/2025", "4,2025-05-12")
    assert found("urutan_tanggal", "Waktu,Tanggal", *rows, more=DATED) == [(ANSWERS, 3, None)]
    assert found("urutan_tanggal", "Waktu,Tanggal", *rows, more=AMERICAN) == []


def test_both_orders_in_one_column(found):
    # Read day first, 05/13 is not read and 05/04 may be wrong; read month first, 13/05 is not read
    rows = ("4,05/13/2025", "4,05/04/2025", "4,13/05/2025", "4,14/05/2025")
    assert found("urutan_tanggal", "Waktu,Tanggal", *rows, more=DATED) == [(ANSWERS, 2, None)]
    assert found("urutan_tanggal", "Waktu,Tanggal", *rows, more=AMERICAN) == [(ANSWERS, 3, None)]


def test_more_days_in_the_collection_the_other_way_round(found):
    # No number is above 12. 05/06 and 05/07 are days of May only with the month first: no row is to blame
    rows = ("4,05/06/2025", "4,05/07/2025", "4,05/05/2025")
    assert found("urutan_tanggal", "Waktu,Tanggal", *rows, more=DATED) == [(ANSWERS, 0, None)]
    # One day is in May either way round: nothing speaks for the other order
    assert found("urutan_tanggal", "Waktu,Tanggal", "4,05/06/2025", "4,06/05/2025", more=DATED) == []


def test_files_are_looked_at_by_themselves(found):
    first, second = (f"data/2025-S1/loket/{name}.csv" for name in "ab")
    phases = "data: {kolom_waktu: Tanggal, tahap: [{nama: A, responden: a.csv}, {nama: B, responden: b.csv}]}\n"
    files = {first: ["4,05/13/2025"], second: ["4,13/05/2025", "4,2025-06-01"]}
    assert found("urutan_tanggal", "Waktu,Tanggal", more=phases, files=files) == [(first, 1, None)]
    # The file of one row has none left, so its index is not given
    assert found("tanggal_tidak_terbaca", "Waktu,Tanggal", more=phases, files=files) == [(first, 1, None)]
    # Of the second file one row is left; the index is that of the whole: 4 x 25
    assert found("di_luar_masa", "Waktu,Tanggal", more=phases, files=files) == [(second, 1, 100)]


def test_unknown_and_blank_groups(found):
    more = "layanan: {kolom: Layanan, kategori: [KTP, KK]}\ndata: {dibaca_kosong: ['-']}\n"
    rows = ("4,ktp", "4,Pindah", "4,Akta", "4,Akta", "4,", "4,-", "4,K K")
    assert found("kelompok_tidak_dikenal", "Waktu,Layanan", *rows, more=more) == [(ANSWERS, 4, None)]
    assert found("kelompok_kosong", "Waktu,Layanan", *rows, more=more) == [(ANSWERS, 2, None)]


def test_rows_with_several_choices_count_once(found):
    more = "profil:\n  bulan: {nama: Bulan, kolom: Bulan, kategori: [Mei, Juni], pilihan_ganda: ya}\n"
    rows = ("4,Mei; Juni", "4,Mei; Juli; Agustus", "4,;", "4,")
    assert found("kelompok_tidak_dikenal", "Waktu,Bulan", *rows, more=more) == [(ANSWERS, 1, None)]
    assert found("kelompok_kosong", "Waktu,Bulan", *rows, more=more) == [(ANSWERS, 2, None)]


def test_years_and_days_of_birth_among_ages(found):
    # 1985 and thn 1990 are years, three cells are days, in either order; 2025 and "tua" are unknown groups
    more = "profil:\n  usia: {nama: Usia, kolom: Usia, kategori: [17-40, '> 40']}\n"
    cells = ("1985", "thn 1990", "5/3/1985", "3/25/1985", "Kota Contoh 12 Maret 1985", "2025", "tua", "34", "17-40")
    rows = [f"4,{cell}" for cell in cells]
    assert found("tahun_lahir", "Waktu,Usia", *rows, more=more) == [(ANSWERS, 2, None), (ANSWERS, 3, None)]
    assert found("kelompok_tidak_dikenal", "Waktu,Usia", *rows, more=more) == [(ANSWERS, 2, None)]


def test_years_among_other_groups_are_unknown_groups(found):
    more = "profil:\n  asal: {nama: Asal, kolom: Asal, kategori: [1-3, Kota]}\n"
    assert found("tahun_lahir", "Waktu,Asal", "4,1985", "4,Kota", more=more) == []
    assert found("kelompok_tidak_dikenal", "Waktu,Asal", "4,1985", "4,Kota", more=more) == [(ANSWERS, 1, None)]


def test_births_and_what_is_none(found):
    # In 2025: 1985 is 40, 2010 is 15 and in no group; 34 and 70 were typed as ages, 70 in no group; "lupa", 2024 (1 year)
    # and 3 give no age
    more = "profil:\n  usia: {nama: Usia, kolom: Lahir, kategori: [17-40, 41-60], kelahiran: ya}\n"
    rows = [f"4,{cell}" for cell in ("1985", "2010", "34", "70", "lupa", "2024", "3", "", "17-40")]
    assert found("kelahiran_tidak_terbaca", "Waktu,Lahir", *rows, more=more) == [(ANSWERS, 3, None)]
    assert found("kelompok_tidak_dikenal", "Waktu,Lahir", *rows, more=more) == [(ANSWERS, 2, None)]
    assert found("usia_di_kolom_kelahiran", "Waktu,Lahir", *rows, more=more) == [(ANSWERS, 2, None)]
    assert found("kelompok_kosong", "Waktu,Lahir", *rows, more=more) == [(ANSWERS, 1, None)]
    assert found("tahun_lahir", "Waktu,Lahir", *rows, more=more) == []


def test_order_of_births_is_that_of_each_file(found):
    # The first file shows the month first: born on 6 April 2008, 17 years old. In the second it is 4 June: 16, in no group
    first, second = (f"data/2025-S1/loket/{name}.csv" for name in "ab")
    more = (
        "data: {tahap: [{nama: A, responden: a.csv}, {nama: B, responden: b.csv}]}\n"
        "profil:\n  usia: {nama: Usia, kolom: Lahir, kategori: [17-40, 41-60], kelahiran: ya}\n"
    )
    files = {first: ["4,3/25/1985", "4,4/6/2008"], second: ["4,25/3/1985", "4,4/6/2008"]}
    assert found("kelompok_tidak_dikenal", "Waktu,Lahir", more=more, files=files) == [(second, 1, None)]


@pytest.mark.parametrize(
    ("kategori", "pairs"),
    [
        ("[35-44, 45-54, 54-60, '> 60']", 1),
        ("[17-25, 25 - 40 tahun, 40 tahun ke atas]", 2),
        ("['< 20', 20-30, 'di atas 30']", 0),
        ("[Rp1.000.000 - Rp2.000.000, Rp2.000.000 s.d. Rp3.000.000]", 1),
        ("[Minggu 1, Minggu 2]", 0),
    ],
)
def test_ranges_that_share_a_number(found, kategori, pairs):
    more = f"profil:\n  asal: {{nama: Asal, kolom: Asal, kategori: {kategori}}}\n"
    assert found("kelompok_tumpang_tindih", "Waktu,Asal", "4,", more=more) == [(PARAMETERS, 1, None)] * pairs


@pytest.mark.parametrize(
    ("old", "new", "times"),
    [
        ("selesai: 2025-06-30", "selesai: 2025-06-30", 0),
        ("{mulai: 2025-01-01, selesai: 2025-06-30}", "{mulai: 2024-07-01, selesai: 2024-12-31}", 1),
        ("{mulai: 2025-01-01, selesai: 2025-06-30}", "{mulai: 2025-07-01, selesai: 2025-12-31}", 1),
        ("{mulai: 2025-01-01, selesai: 2025-06-30}", "{mulai: 2025-06-30, selesai: 2025-12-31}", 0),
        ("tanggal: 2025-07-15", "tanggal: 2025-05-31", 0),
        ("tanggal: 2025-07-15", "tanggal: 2025-05-30", 1),
    ],
)
def test_dates_of_the_parameters(found, old, new, times):
    told = SURVEY.replace(old, new)
    assert found("tanggal_tidak_cocok", "Waktu", "4", told=told) == [(PARAMETERS, 1, None)] * times


def test_dates_of_actions_and_plans(found, project):
    # Signed on 15 July: 16 July and 1 August are later. TW2 ended on 30 June; TW3 and the later of TW1 and TW4 did not.
    # A plan of the period before is not looked at, but its day is.
    heading = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan"
    rows = (
        "2025-S1,1,waktu,A,2025-TW2,B,,,,,ya",
        "2025-S1,2,waktu,A,2025-TW3,B,sudah,15/07/2025,,,ya",
        "2025-S1,3,waktu,A,2025-TW4;2025-TW1,B,sudah,16 Juli 2025,,,ya",
        "2025-S1,3.1,,A,2025-TW1; 2025-TW2,,,,,,tidak",
        "2024-S2,1,waktu,A,2025-TW1,B,sudah,2025-08-01,,,ya",
    )
    project.write(ACTIONS, "\n".join([heading, *rows]) + "\n")
    expected = [(ACTIONS, 2, None), (ACTIONS, 2, None)]
    assert found("tanggal_tidak_cocok", "Waktu", "4", more="periode_sebelumnya: 2024-S2\n") == expected
    # Without a period before, its rows are not of this report: one action is late, two plans are past
    expected = [(ACTIONS, 1, None), (ACTIONS, 2, None)]
    assert found("tanggal_tidak_cocok", "Waktu", "4") == expected


def test_previous_period_that_the_history_leaves_out(found):
    history = "periode_sebelumnya: 2024-S2\nriwayat:\n  - {periode: 2024-S1, ikm: '80.1'}\n"
    assert found("periode_tidak_cocok", "Waktu", "4", more=history) == [(PARAMETERS, 1, None)]
    assert found("periode_tidak_cocok", "Waktu", "4", more=history.replace("2024-S1", "2024-S2")) == []
