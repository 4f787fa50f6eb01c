"""The second count against figures worked by hand, most of them the examples of docs/method.md."""

from fractions import Fraction

import pytest

from skmlib.recount.answers import Question
from skmlib.recount.recount import recount_survey
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.table import read_table

TWO = """
    instansi: kota
    unsur:
      waktu: {label: U1, kolom: Waktu}
      biaya: {label: U2, kolom: Biaya}
"""
ONE = """
    instansi: kota
    unsur:
      waktu: {label: U1, kolom: Waktu}
    layanan: {kolom: Layanan, kategori: [KTP, KK, Akta]}
"""


@pytest.fixture
def count(project):
    """Count a survey whose rows and parameters are told."""

    def call(parameters, headings, *rows, more="", periode="2025-S1"):
        project.write(f"params/{periode}/loket.yml", parameters)
        path = project.root / f"params/{periode}/loket.yml"
        path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
        project.write(f"data/{periode}/loket/responden.csv", "\n".join([headings, *rows]) + "\n")
        return recount_survey("loket", periode, root=project.root)

    return call


def test_interval_of_an_index_with_a_blank(count):
    # docs/method.md, section 5: ni = 19/6, var = 115/648, margin 3.1824 x 25 x 0.4213 = 33.52
    ikm = count(TWO, "Waktu,Biaya", "4,4", "3,4", "3,2", "2,")["ikm"]
    assert ikm["ni"] == Fraction(19, 6)
    assert (ikm["low"], ikm["high"]) == (pytest.approx(45.65, abs=0.005), 100)


def test_interval_is_corrected_for_the_population(count):
    # The same with N = 16: margin 29.03, so 79.17 - 29.03 = 50.14
    ikm = count(TWO, "Waktu,Biaya", "4,4", "3,4", "3,2", "2,", more="populasi: 16\n")["ikm"]
    assert ikm["low"] == pytest.approx(50.14, abs=0.005)


def test_blank_is_no_zero(count):
    # docs/method.md, section 2: 4, 3, blank, 4 is 11 / 3
    row = count(TWO, "Waktu,Biaya", "4,1", "3,1", ",1", "4,1")["unsur"]["waktu"]
    assert (row["n"], row["jumlah"], row["nrr"]) == (3, 11, Fraction(11, 3))


def test_sub_questions_are_averaged_per_respondent(count):
    # docs/method.md, section 1: 3 and 4 are 7/2; 2, 3, 3 are 8/3
    told = TWO.replace("kolom: Waktu", "kolom: [W1, W2]").replace("kolom: Biaya", "kolom: [B1, B2, B3]")
    unsur = count(told, "W1,W2,B1,B2,B3", "3,4,2,3,3")["unsur"]
    assert (unsur["waktu"]["nrr"], unsur["biaya"]["nrr"]) == (Fraction(7, 2), Fraction(8, 3))


def test_mean_of_services_and_its_interval(count):
    # docs/method.md, section 5: KTP 4, 4, 4, 4, 3, 3 and KK 3, 3, 3, 2, 4: mean 10/3, 72.59 to 94.08
    rows = [f"{answer},KTP" for answer in "444433"] + [f"{answer},KK" for answer in "33324"]
    hasil = count(ONE, "Waktu,Layanan", *rows)
    assert hasil["ikm"]["ikm"] == Fraction(25 * 37, 11)
    mean = hasil["layanan_mean"]["ikm"]
    assert (mean["ni"], mean["low"], mean["high"]) == (
        Fraction(10, 3),
        pytest.approx(72.59, abs=0.005),
        pytest.approx(94.08, abs=0.005),
    )


def test_small_group_hides_another(count):
    # docs/method.md, section 7: KTP 6, KK 6, Akta 1. Akta is small, alone still small; the first of the smallest shown is KTP.
    rows = [*["3,KTP"] * 6, *["3,KK"] * 6, "3,Akta"]
    hasil = count(ONE, "Waktu,Layanan", *rows)
    groups = hasil["groups"]["layanan"]["groups"]
    assert {name: row["disembunyikan"] for name, row in groups.items()} == {"KTP": True, "KK": False, "Akta": True}
    assert groups["KTP"]["ikm"] is None
    assert "unsur" not in hasil["layanan_mean"]


def test_alpha_and_item_rest(count):
    # docs/method.md, section 12: alpha 0.75, item-rest 1 / (5/3) = 0.60, item-total 0.894, r table 0.950
    found = count(TWO, "Waktu,Biaya", "1,2", "2,1", "3,4", "4,3")["reliability"]
    assert found["alpha"] == Fraction(3, 4)
    item = found["items"]["waktu"]
    assert (item["r_rest"], item["r_total"]) == (pytest.approx(0.6), pytest.approx(0.894, abs=5e-4))
    assert found["r_tabel"] == pytest.approx(0.950, abs=5e-4)
    assert item["valid"] is False


def test_change_between_two_periods(count):
    # docs/method.md, section 17: t = 0.75 / sqrt(11/48) = 1.567, df = 4.97, p = 0.178
    one = ONE.replace("    layanan: {kolom: Layanan, kategori: [KTP, KK, Akta]}\n", "")
    count(one, "Waktu", "2", "3", "3", "4", periode="2024-S2")
    change = count(one, "Waktu", "4", "4", "3", "4", more="periode_sebelumnya: 2024-S2\n")["change"]["unsur"]["waktu"]
    assert change["perubahan"] == Fraction(3, 4)
    assert change["t"] == pytest.approx(1.567, abs=5e-4)
    assert float(change["df"]) == pytest.approx(4.97, abs=0.005)
    assert change["p"] == pytest.approx(0.178, abs=5e-4)


def test_change_against_printed_figures(count):
    # docs/method.md, section 9: 3.6248 - 3.49 = 0.1348, shown 0.13; 88.75 - 90.62 = -1.87; 3.55 - 3.6248 = -0.0748, shown -0.07
    history = 'riwayat:\n- {periode: "2023", ni: "3.49"}\n- {periode: "2024", ni: "3.62", ikm: "90.62"}\n'
    rows = ["4,4"] * 11 + ["3,3"] * 9  # (11 x 4 + 9 x 3) / 20 = 3.55
    periods = count(TWO, "Waktu,Biaya", *rows, more=history)["trend"]["periods"]
    assert periods["2024"]["perubahan_ni"] == Fraction("0.13")
    assert periods["2024"]["perubahan_ikm"] is None
    assert periods["2025-S1"]["perubahan_ikm"] == Fraction("-1.87")
    assert periods["2025-S1"]["perubahan_ni"] == Fraction("-0.07")


def test_minimum_sample_is_rounded_up(count):
    # docs/method.md, section 6: N = 384 gives 192.28
    assert count(TWO, "Waktu,Biaya", "3,3", more="populasi: 384\n")["sample"]["minimum"] == 193


def test_way_to_the_next_band(count):
    # docs/method.md, section 19: 88.125, B; `waktu` needs 3.2644 and one answer more
    found = count(TWO, "Waktu,Biaya", "3,4", "3,4", "3,4", "4,4", ",3")["next_band"]
    assert found["kurang"] == Fraction("0.18")
    row = found["unsur"]["waktu"]
    assert (row["nrr_perlu"], row["langkah"]) == (Fraction("3.2644"), 1)


def test_follow_up_that_was_realised(count, project):
    # docs/method.md, section 11: three done, one partly, one not, one not reported; (3 + 0.5) / 5, 3 / 5, 3.5 / 6
    statuses = ["sudah", "sudah", "sudah", "sebagian", "belum", ""]
    rows = [f"2024,{number},{status}" for number, status in enumerate(statuses, start=1)]
    project.write("data/2025-S1/loket/tindak_lanjut.csv", "\n".join(["periode,nomor,status", *rows]) + "\n")
    more = 'periode_sebelumnya: "2024"\ntindak_lanjut: {kredit_sebagian: "0.5"}\n'
    found = count(TWO, "Waktu,Biaya", "3,3", more=more)["realised"]
    shown = [found[key] for key in ("persen", "persen_done_only", "persen_unreported_as_belum")]
    assert shown == [70, 60, Fraction(175, 3)]


def test_priorities_with_a_tie(count):
    # docs/method.md, section 8, with two unsur: 3.454 and 3.446 both print 3.45, so one priority asked for makes two
    rows = [f"{a},{b}" for a, b in zip("4" * 227 + "3" * 273, "4" * 223 + "3" * 277, strict=True)]
    found = count(TWO, "Waktu,Biaya", *rows, more="jumlah_prioritas: 1\n")["priorities"]
    assert found["prioritas"] == ["waktu", "biaya"]


def test_worst_answer_that_is_listed_as_a_blank_stays_an_answer():
    # docs/method.md, section 1
    blanks = ["Tidak ada"]
    assert Question("pengaduan", {"kolom": "Pengaduan"}, blanks).decode("Tidak ada") == 1
    assert Question("waktu", {"kolom": "Waktu"}, blanks).decode("Tidak ada") is None


def test_reversed_code_beside_its_label():
    question = Question("waktu", {"kolom": "Waktu", "kode_terbalik": "ya"}, [])
    assert (question.decode("1"), question.decode("Tidak cepat (4)")) == (4, 1)


def test_unknown_answer_is_not_guessed(count):
    with pytest.raises(CannotRecountError, match=r"^baris 3: jawaban 'lumayan' untuk 'waktu' tidak dikenal$"):
        count(TWO, "Waktu,Biaya", "3,3", "lumayan,3")


SUMS = "berisi jumlah, rata-rata, atau nomor kolom, bukan jawaban"


def test_line_of_sums_is_left_out_with_its_reason(count):
    # two respondents answer 3 and 4: (3 + 4) / 2 = 3.5, whatever the office adds below
    hasil = count(TWO, "No,Waktu,Biaya", "1,3,3", "2,4,4", "Jumlah,7,7", 'Rata-rata,"3,5","3,5"', "Kota Contoh,,")
    assert hasil["baris"] == {
        "dibaca": 5,
        "dinilai": 2,
        "dikeluarkan": {SUMS: 2, "catatan di bawah jumlah atau rata-rata, bukan jawaban": 1},
    }
    assert hasil["ikm"]["ni"] == Fraction(7, 2)


def test_one_row_an_answer_makes_one_respondent(count):
    # r1 answers 4 and 3, r2 answers 2 and nothing: waktu (4 + 2) / 2 = 3, biaya 3 / 1 = 3; r1's second 4 is the same answer
    told = "data: {panjang: {kolom_responden: ID, kolom_pertanyaan: Soal, kolom_jawaban: Nilai}}\n"
    rows = ["r1,Waktu,4", "r2,Biaya,", "r1,Biaya,3", "r2,waktu ,2", "r1,Waktu,4"]
    hasil = count(TWO, "ID,Soal,Nilai", *rows, more=told)
    assert {name: (row["n"], row["jumlah"]) for name, row in hasil["unsur"].items()} == {
        "waktu": (2, 6),
        "biaya": (1, 3),
    }
    assert (hasil["baris"]["dibaca"], hasil["ikm"]["ni"]) == (2, 3)


def test_one_question_answered_in_two_ways_is_not_guessed(count):
    told = "data: {panjang: {kolom_responden: ID, kolom_pertanyaan: Soal, kolom_jawaban: Nilai}}\n"
    with pytest.raises(CannotRecountError, match=r"^baris 3: 'waktu' dijawab dengan dua cara$"):
        count(TWO, "ID,Soal,Nilai", "r1,Waktu,4", "r1,Waktu,3", "r1,Biaya,3", more=told)


AGES = """
data: {kolom_waktu: Tanggal}
periode: {pengumpulan: {mulai: 2025-05-01, selesai: 2025-05-31}}
profil:
  usia: {nama: Usia, kolom: Lahir, kategori: [< 20, 20-39, 40 ke atas], kelahiran: ya}
"""


def test_ages_are_counted_from_births(count):
    # 2025 - 1985 = 40; born on 1 June 1985: 39 on 31 May 2025; filled in on 10 May 2025 and born on 10 May 2005: 20 that day,
    # born on 11 May 2005: 19; a day of filling in outside the collection counts as 31 May: born on 11 May 2005, 20
    days = {
        "1985": "",
        "1 Juni 1985": "",
        "10/05/2005": "2025-05-10",
        "11/05/2005": "2025-05-10",
        "11-5-05": "2025-06-10",
    }
    rows = [f"3,3,{born},{filled}" for born, filled in {**days, "34": "", "2025": "", "": ""}.items()]
    profile = count(TWO, "Waktu,Biaya,Lahir,Tanggal", *rows, more=AGES)["profile"]["usia"]
    found = {group: row["n"] for group, row in profile.items()}
    assert found == {"< 20": 1, "20-39": 4, "40 ke atas": 1, "Tidak terbaca": 1, "Tidak diisi": 1}


@pytest.mark.parametrize(
    "rows",
    [
        ["No,Unsur,,Bulan,Saran", ",Waktu,Biaya,,", "(1),(2),(3),(4),(5)", "1,3,4,Mei,"],
        ["DAFTAR,,,", "No,Waktu,Biaya,Bulan", ",Response,Response,Response", "1,3,4,Mei"],
    ],
)
def test_heading_of_two_rows(count, rows):
    # one respondent, 3 and 4: ni = 7/2
    hasil = count(TWO, *rows)
    assert (hasil["baris"]["dinilai"], hasil["ikm"]["ni"]) == (1, Fraction(7, 2))


def test_row_without_answers_is_left_out_with_its_reason(count):
    baris = count(TWO, "Waktu,Biaya,Catatan", "3,3,", ",,lupa")["baris"]
    assert baris == {"dibaca": 2, "dinilai": 1, "dikeluarkan": {"tidak ada unsur yang dijawab": 1}}


@pytest.mark.parametrize(
    "content",
    [
        "Judul\nWaktu;Biaya\n3;4\n".encode("utf-8-sig"),
        "Waktu\tBiaya\n3\t4\n".encode("utf-16"),
        b"sep=|\nWaktu|Biaya\n3|4\n",
    ],
)
def test_encodings_and_separators(tmp_path, content):
    path = tmp_path / "responden.csv"
    path.write_bytes(content)
    (row,) = read_table(path, ["biaya", "WAKTU"])
    assert (row.by_heading["waktu"], row.by_heading["biaya"]) == ("3", "4")


@pytest.mark.parametrize("content", [b"PK\x03\x04rusak", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)])
def test_broken_workbook_is_refused(tmp_path, content):
    path = tmp_path / "responden.xlsx"
    path.write_bytes(content)
    with pytest.raises(
        CannotRecountError, match=r"^responden\.xlsx (rusak atau terkunci|tidak terbaca sebagai buku kerja)$"
    ):
        read_table(path, ["Waktu"])
