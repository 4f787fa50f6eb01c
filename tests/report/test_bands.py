"""How the index is computed, and its bands."""

from skmlib.report.bands import bands_table


def test_bands_leave_no_gap_and_name_both_scales(sekadau, tables):
    [table] = tables(bands_table(sekadau))
    # lower bounds of the regulation; / 25: 3.5324, 3.0644, 2.6, 1
    assert table.rows == (
        ("A", "Sangat baik", "88,31", "100,00", "3,5324"),
        ("B", "Baik", "76,61", "88,30", "3,0644"),
        ("C", "Kurang baik", "65,00", "76,60", "2,6000"),
        ("D", "Tidak baik", "25,00", "64,99", "1,0000"),
    )
    assert table.columns[-1].heading == "Batas bawah pada skala 1–4"


def test_exact_weight_is_one_over_the_number_of_unsur(project, summarise, sekadau, words):
    assert "dikalikan bobot (1/9)" in words(bands_table(sekadau))
    project.change("  biaya: {label: U4, kolom: Biaya}\n", "")
    project.write_responses("4,4,4,4,4,4,4,4,4")
    assert "dikalikan bobot (1/8)" in words(bands_table(summarise(project)))


def test_official_weight_is_named_with_a_decimal_comma(project, summarise, words):
    project.add("bobot: 0.111\n")
    project.write_responses("4,4,4,4,4,4,4,4,4")
    assert "dikalikan bobot (0,111)" in words(bands_table(summarise(project)))


def test_own_weights_are_not_said_to_be_exact(project, summarise, words):
    own = "persyaratan: 0.2, prosedur: 0.1, waktu: 0.1, biaya: 0.1, produk: 0.1, kompetensi: 0.1, perilaku: 0.1"
    project.add(f"bobot: {{{own}, pengaduan: 0.1, sarana: 0.1}}\n")
    project.write_responses("4,4,4,4,4,4,4,4,4")
    assert "bobot (ditetapkan tersendiri untuk setiap unsur)" in words(bands_table(summarise(project)))
