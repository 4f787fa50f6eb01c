"""The annexes on what the report was made from."""

import hashlib

from skmlib.report.inputs import processed_table, questionnaire_table, sources_tables

FOURS = "4,4,4,4,4,4,4,4,4"


def test_rows_of_the_official_form_stand_below_the_answers(sekadau, tables, words):
    [table] = tables(processed_table(sekadau))
    below = {row[0]: row[1:] for row in table.rows[-5:]}
    assert below["Jumlah nilai"] == ("138", "139", "150", "177", "159", "163", "161", "143", "159")
    assert below["Jumlah jawaban"] == ("49",) * 9
    assert below["NRR"][0] == "2,82"  # 138 / 49 = 2.816
    assert below["Bobot"] == ("0,1111",) * 9
    assert below["NRR tertimbang"][0] == "0,313"  # 138 / 441 = 0.3129
    # 1389 / 441 = 3.14966; x 25 = 78.7415
    assert words(processed_table(sekadau)) == (
        "Jumlah NRR tertimbang 3,1497; IKM = 3,1497 × 25 = 78,74 (dihitung tanpa pembulatan antara)."
    )


def test_answers_are_sorted_and_numbered_anew(project, summarise, tables):
    project.write_responses(FOURS, "1,4,4,4,4,4,4,4,4", "1,,4,4,4,4,4,4,4")
    [table] = tables(processed_table(summarise(project)))
    assert [row[:3] for row in table.rows[:3]] == [("1", "1", "4"), ("2", "1", "-"), ("3", "4", "4")]


def test_rows_beyond_the_limit_are_counted_in_the_sums(project, summarise, tables):
    project.add("baris_lampiran: 2\n")
    project.write_responses(*[FOURS] * 5)
    [table] = tables(processed_table(summarise(project)))
    assert len(table.rows) == 2 + 5
    assert table.rows[2][:2] == ("Jumlah nilai", "20")  # 5 x 4
    assert table.notes[1] == (
        "Tabel memuat 2 dari 5 baris; semua baris ada pada olah-data.xlsx dan tercakup dalam jumlah di bawah tabel."
    )


def test_unsur_nobody_answered_has_no_mean_and_the_sentence_says_why(project, summarise, tables, words):
    project.write_responses("4,4,4,,4,4,4,4,4")
    block = processed_table(summarise(project))
    assert [row[4] for row in tables(block)[0].rows] == ["-", "0", "0", "-", "0,1111", "-"]
    assert words(block) == "Tidak ada jawaban untuk unsur Biaya/tarif, sehingga IKM tidak dihitung."


def test_questionnaire_has_the_labels_from_worst_to_best(kasn):
    table = questionnaire_table(kasn)
    assert table.rows[3][0] == "U4"
    assert table.rows[3][2:] == ("Sangat mahal", "Cukup mahal", "Murah", "Gratis")
    assert [row[0] for row in table.rows[9:]] == ["-", "-"]
    assert table.notes == ("Pertanyaan tanpa kode tidak termasuk dalam indeks.",)


def test_heading_that_is_only_a_label_gives_way_to_the_name_of_the_unsur(sekadau):
    table = questionnaire_table(sekadau)
    assert [row[:2] for row in table.rows[:2]] == [("U1", "Persyaratan"), ("U2", "Sistem, mekanisme, dan prosedur")]
    assert "menurut formulir peraturan" in table.notes[0]


def test_further_unsur_without_labels_shows_its_codes(project, summarise):
    project.change("pengesahan:", "  aman: {label: U10, nama: Keamanan, kolom: Rasa aman}\npengesahan:")
    project.write_responses(f"{FOURS},4", headings=f"{project.headings},Rasa aman")
    assert questionnaire_table(summarise(project)).rows[-1] == ("U10", "Rasa aman", "1", "2", "3", "4")


def test_every_file_has_its_hash(sekadau, root, tables):
    files = {row[0]: row for row in tables(sources_tables(sekadau))[0].rows}
    content = (root / "data/2019-S1/sekadau/responden.csv").read_bytes()
    _, size, digest = files["data/2019-S1/sekadau/responden.csv"]
    assert size == f"{len(content):,} bita".replace(",", ".")
    assert digest.replace("\n", "") == hashlib.sha256(content).hexdigest()


def test_parameters_that_shape_figures_are_told(kasn, tables):
    told = dict(tables(sources_tables(kasn))[1].rows)
    assert told["Unit dan periode"] == "kasn, 2024"
    assert (told["Populasi"], told["Pembulatan sampel minimum"]) == ("384", "ke atas")
    assert (told["Ambang Cronbach's alpha"], told["Kredit tindak lanjut sebagian"]) == ("0,60", "0,5")


def test_unknown_population_is_a_dash(sekadau, tables):
    assert dict(tables(sources_tables(sekadau))[1].rows)["Populasi"] == "-"
