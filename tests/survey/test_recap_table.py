"""A recap from published rows: what the table may hold, and which printed figures follow from the others."""

from decimal import Decimal
from fractions import Fraction

import pytest

from skmlib.problems import DataError
from skmlib.survey.recap import read_recap
from skmlib.survey.recap_summary import summarise_recap

EIGHTIES = ",".join(["80.00"] * 9)
FILE = "data/2025-S1/kota/unit.csv"


def read(agency):
    return read_recap("kota", "2025-S1", root=agency.root)


def stops(agency) -> str:
    with pytest.raises(DataError) as caught:
        read(agency)
    return str(caught.value)


def wrong(recap) -> list[tuple]:
    return [(item.nama, item.hal, item.tercetak, item.dihitung) for item in recap.printed if not item.sesuai]


def test_cells_keep_their_decimals_in_either_notation(published):
    published.publish('A,"80,5",80.50,80,80,80,80,80,80,80,80.11,B,20')
    row = read(published).rows[0]
    assert row.printed.nilai["persyaratan"] == Decimal("80.5")
    assert str(row.printed.nilai["prosedur"]) == "80.50"
    # (2 x 80.5 + 7 x 80) / 9
    assert row.ikm == Fraction(721, 9)


def test_figures_that_follow_are_no_finding(published):
    # Twenty answers give steps of 1.25: 80.00 is 64/20 x 25.
    published.publish(f"A,{EIGHTIES},80.00,B,20", f"B,{EIGHTIES},80.00,B,20", f"Rata-rata,{EIGHTIES},80.00,B,")
    recap = read(published)
    assert wrong(recap) == []
    assert recap.findings == ()
    # Two rows: index, letter, nine scores each; the mean: nine scores, index, letter.
    assert len(recap.printed) == 2 * 11 + 11


def test_index_that_is_not_the_mean_of_its_scores_is_found(published):
    published.publish(f"A,{EIGHTIES},80.10,B,20")
    assert wrong(read(published)) == [("A", "ikm", Decimal("80.10"), 80)]


def test_index_without_one_unsur_is_recognised(published):
    # Eight of 80 and one of 89: the mean of nine is 81, of the eight 80.
    published.publish(f"A,89.00,{EIGHTIES[6:]},80.00,B,100")
    (item,) = [item for item in read(published).printed if not item.sesuai]
    assert item.alasan == "rata-rata 9 nilai unsur yang tercetak; yang tercetak sama dengan rata-rata tanpa U1"


def test_letter_that_does_not_fit_its_index_is_found(published):
    published.publish(f"A,{EIGHTIES},80.00,A,20")
    assert wrong(read(published)) == [("A", "mutu", "A", "B")]


def test_priorities_that_are_not_the_lowest_are_found_with_their_ties(published):
    published.publish("A,70.00,75.00,75.00,80.00,80.00,80.00,80.00,80.00,80.00,77.78,B,20,U1;U4", columns=",prioritas")
    assert wrong(read(published)) == [
        ("A", "prioritas", ("persyaratan", "biaya"), ("persyaratan", "prosedur", "waktu"))
    ]


def test_priorities_that_take_one_of_two_ties_follow(published):
    published.publish("A,70.00,75.00,75.00,80.00,80.00,80.00,80.00,80.00,80.00,77.78,B,20,U3;U1", columns=",prioritas")
    assert wrong(read(published)) == []


def test_priorities_that_pass_over_the_lowest_score_are_found(published):
    # Two priorities are 70 and one of the two 75: both of 75 without the 70 are not the two lowest.
    published.publish("A,70.00,75.00,75.00,80.00,80.00,80.00,80.00,80.00,80.00,77.78,B,20,U2;U3", columns=",prioritas")
    assert [(item.hal, item.tercetak) for item in read(published).printed if not item.sesuai] == [
        ("prioritas", ("prosedur", "waktu"))
    ]


def test_priority_without_a_printed_score_does_not_follow(published):
    published.publish("A,80,,80,80,80,80,80,80,80,80,B,20,U2;U1", columns=",prioritas")
    assert [item.hal for item in read(published).printed if not item.sesuai] == ["prioritas"]


def test_printed_mean_is_compared_only_with_what_there_is(published):
    # No unit has U2, and the mean of the second table has no scores at all: its letter follows its index.
    published.publish("A,80,,80,80,80,80,80,80,80,80,B,20", f"Rata-rata,{EIGHTIES},80.00,B,")
    assert [item.nama for item in read(published).printed if item.hal == "unsur"].count("Rata-rata U2") == 0
    published.publish(f"A,{EIGHTIES},80.00,B,20", "Rata-rata,,,,,,,,,,80.00,A,")
    assert wrong(read(published)) == [("Rata-rata", "mutu", "A", "B")]


def test_unsur_that_no_unit_has_is_without_a_score(published):
    published.publish("A,80,,80,80,80,80,80,80,80,80,B,20")
    assert summarise_recap(read(published)).priorities.tanpa_nilai == ("prosedur",)


def test_scores_that_no_whole_answers_give_are_found(published):
    # Twenty answers give steps of 1.25: 80.51 is none of them. The mean is 720.51 / 9 = 80.06.
    published.publish(f"A,80.51,{EIGHTIES[6:]},80.06,B,20")
    (item,) = [item for item in read(published).printed if not item.sesuai]
    assert (item.tercetak, item.dihitung) == (("persyaratan",), None)
    assert item.alasan == "tidak mungkin sebagai 25 × bilangan bulat / 20 bila semua responden menjawab"


def test_scores_made_of_rounded_means_are_recognised(published):
    # 80.50 is 25 x 3.22, 80.00 is 25 x 3.20: 25 times means of two decimals; 3.22 is none of twenty answers.
    published.publish(f"A,80.50,{EIGHTIES[6:]},80.06,B,20")
    (item,) = [item for item in read(published).printed if not item.sesuai]
    assert item.alasan.endswith("; semua nilai sama dengan 25 × rata-rata yang dibulatkan ke 2 desimal")


def test_mean_of_the_printed_indices_is_recognised(published):
    # Row A prints 81 for 80: the mean of the printed indices is 80.5, of the mean's own scores 80.
    published.publish(f"A,{EIGHTIES},81.00,B,20", f"B,{EIGHTIES},80.00,B,20", f"Rata-rata,{EIGHTIES},80.50,B,")
    assert wrong(read(published))[-1] == ("Rata-rata", "ikm", Decimal("80.50"), 80)
    assert read(published).printed[-2].alasan.endswith("yang tercetak adalah rata-rata IKM tercetak semua unit")


def test_unit_without_scores_has_not_reported(published):
    published.publish(f"A,{EIGHTIES},80.00,B,20", "B,,,,,,,,,,,,")
    assert read(published).missing == ("B",)


def test_weighted_mean_needs_the_respondents_of_every_unit(published):
    published.publish(f"A,{EIGHTIES},80.00,B,20", f"B,{EIGHTIES},80.00,B,")
    results = summarise_recap(read(published))
    assert results.means["responden"].ikm is None
    assert results.means["responden"].alasan == "Banyaknya responden tidak diketahui untuk semua unit."
    assert results.n is None
    assert results.ikm.n is None
    assert results.trend.periods.iloc[0]["responden"] is None


def test_both_means_of_printed_and_of_recomputed_indices(published):
    # A: 80 (printed 81), 100 respondents; B: 90 (printed 90), 300 respondents.
    nineties = EIGHTIES.replace("80.00", "90.00")
    published.publish(f"A,{EIGHTIES},81.00,B,100", f"B,{nineties},90.00,A,300")
    simple, weighted = summarise_recap(read(published)).means.values()
    assert (simple.ikm, simple.ikm_tercetak) == (85, Fraction("85.5"))
    # (100 x 80 + 300 x 90) / 400, (100 x 81 + 300 x 90) / 400
    assert (weighted.ikm, weighted.ikm_tercetak) == (Fraction("87.5"), Fraction("87.75"))


def test_previous_table_gives_the_change_at_its_decimals(published):
    published.tell("periode_sebelumnya: 2024-S2\n")
    published.publish(f"A,{EIGHTIES},80.00,B,20")
    published.publish(f"A,{EIGHTIES},79.5,B,20", f"B,{EIGHTIES},80.00,B,20", periode="2024-S2")
    (item,) = summarise_recap(read(published)).ranking
    assert (item.perubahan, item.desimal_perubahan) == (Fraction("0.5"), 1)


def test_every_wrong_cell_is_told_at_once(published):
    published.publish(
        "A,3.20,80,80,80,80,80,80,80,101,80,E,1.188,U10,150",
        "A,,80,80,80,80,80,80,80,80,80,B,20,,",
        columns=",prioritas,tindak_lanjut",
    )
    number = "seharusnya bilangan 25 sampai 100, seperti 88,84"
    labels = "U1, U2, U3, U4, U5, U6, U7, U8, U9"
    assert stops(published) == (
        f"{FILE}: 7 masalah.\n"
        f"  baris 2, kolom 'U1': tertulis '3.20', {number}. Nilai ini tampaknya pada skala 1 sampai 4; kalikan dengan 25.\n"
        f"  baris 2, kolom 'U9': tertulis '101', {number}.\n"
        "  baris 2, kolom 'tindak_lanjut': tertulis '150', seharusnya bilangan 0 sampai 100, seperti 88,84.\n"
        "  baris 2, kolom 'mutu': tertulis 'E', seharusnya salah satu dari 'A', 'B', 'C', 'D', atau kosong.\n"
        "  baris 2, kolom 'responden': tertulis '1.188', seharusnya bilangan bulat 1 atau lebih, tanpa titik ribuan.\n"
        f"  baris 2, kolom 'prioritas': tertulis 'U10', seharusnya {labels}, dipisahkan ';'. Mungkin maksudnya 'U1'?\n"
        "  baris 3, kolom 'nama': 'A' sudah ada pada baris 2, hapus salah satu."
    )


def test_table_without_a_column_and_with_an_unknown_one_stops_the_run(published):
    published.project.write(FILE, "nama,U1,U2,U3,U4,U5,U6,U7,U8,U9,ikm,mutu,respoden\n")
    message = stops(published)
    assert "baris 1, kolom 'respoden': tidak dikenal" in message
    assert "Mungkin maksudnya 'responden'?" in message


def test_table_without_rows_stops_the_run(published):
    published.publish()
    assert stops(published) == (f"{FILE}: 1 masalah.\n  tidak memuat satu unit pun, isi satu baris untuk setiap unit.")


def test_missing_table_stops_the_run(published):
    assert stops(published) == (
        f"{FILE}: 1 masalah.\n  berkas ini tidak ada, letakkan tabel unit yang terbit di sini; lihat docs/panduan.md."
    )


@pytest.mark.parametrize("name", ["Jumlah", "Rata-rata Kota", "TOTAL"])
def test_row_that_looks_like_a_sum_or_a_mean_stops_the_run(published, name):
    published.publish(f"A,{EIGHTIES},80.00,B,20", f"{name},{EIGHTIES},80.00,B,20")
    assert stops(published) == (
        f"{FILE}: 1 masalah.\n"
        f"  baris 3, kolom 'nama': tertulis {name!r}, yang tampaknya bukan unit, tulis 'Rata-rata' bila ini rata-ratanya, atau "
        "hapus baris itu."
    )


def test_published_unit_may_lack_an_unsur(published):
    # Eight of 80: the index is their mean, and the mean of biaya is that of the other unit.
    published.publish("A,80,80,80,,80,80,80,80,80,80,B,20", f"B,{EIGHTIES},80.00,B,20")
    recap = read(published)
    assert recap.rows[0].ikm == 80
    assert [finding.jenis for finding in recap.findings] == ["unsur_tidak_dinilai"]


def test_published_unit_without_index_stops_the_run(published):
    published.publish(f"A,{EIGHTIES},,B,20")
    assert stops(published) == (
        f"{FILE}: 1 masalah.\n  baris 2, kolom 'ikm': kosong, padahal unit ini sudah melapor, isi nilainya."
    )


def test_capitals_of_headings_do_not_matter(published):
    heading = "Nama,u1,U2,U3,U4,U5,U6,U7,U8,U9,IKM,Mutu,Responden"
    published.project.write(FILE, f"{heading}\nA,{EIGHTIES},80.00,B,20\n")
    assert read(published).rows[0].ikm == 80
