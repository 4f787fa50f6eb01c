"""Looking around: the same rules as in the report, and unknown names answered with those there are."""

import pytest

from skmlib.report.blocks import Callout
from skmlib.report.explore import comments_table, groups_table, responses_table

PROFILE = "profil: {jk: {nama: Jenis kelamin, kolom: JK, kategori: [L, P]}}\n"
FOURS, THREES = "4,4,4,4,4,4,4,4,4", "3,3,3,3,3,3,3,3,3"


def with_profile(project, *rows: str) -> None:
    project.add(PROFILE)
    project.write_responses(*rows, headings=f"{project.headings},JK")


def test_first_rows_show_answers_and_nothing_of_the_person(project, summarise):
    with_profile(project, f"{FOURS},L", "3,,3,3,3,3,3,3,1,P", f"{THREES},P")
    table = responses_table(summarise(project), jumlah=2)
    assert [column.heading for column in table.columns] == ["Baris", *(f"U{place}" for place in range(1, 10))]
    assert table.rows == (("2", *"444444444"), ("3", "3", "-", *"3333331"))
    assert table.notes == (
        (
            "2 dari 3 baris yang dinilai, menurut urutan ekspor. Profil, tanggal, dan komentar tidak disandingkan dengan "
            "jawaban, karena keluaran notebook dapat ikut dibagikan."
        ),
    )


def test_groups_stand_above_the_unit(project, summarise):
    with_profile(project, *[f"{FOURS},L"] * 6, *[f"{THREES},P"] * 6)
    table = groups_table(summarise(project), "jk")
    assert table.title == "Nilai menurut jenis kelamin"
    # All 4 gives 100.00 (A), all 3 gives 75.00 (C); half of each 3.50 and 87.50 (B).
    assert [row[:13] for row in table.rows] == [
        ("L", "6", *["4,00"] * 9, "100,00", "A"),
        ("P", "6", *["3,00"] * 9, "75,00", "C"),
        ("Unit", "12", *["3,50"] * 9, "87,50", "B"),
    ]


def test_a_small_group_is_hidden_with_the_one_that_would_give_it_away(project, summarise):
    with_profile(project, *[f"{FOURS},L"] * 6, *[f"{THREES},P"] * 2)
    table = groups_table(summarise(project), "jk")
    assert [row[:13] for row in table.rows[:2]] == [
        ("L", "6", *["-"] * 9, "disembunyikan", "-"),
        ("P", "2", *["-"] * 9, "disembunyikan", "-"),
    ]
    assert table.notes[0] == "L: Disembunyikan agar nilai kelompok kecil tidak dapat dihitung dari nilai seluruhnya."


def test_an_unknown_column_is_answered_with_the_known_ones(kasn):
    block = groups_table(kasn, "pendidikkan")
    assert isinstance(block, Callout)
    assert block.text == (
        "Kolom 'pendidikkan' tidak ada. Yang dapat dipakai: 'layanan' (layanan), 'jenis_kelamin' (jenis kelamin), 'usia' "
        "(kelompok usia), 'pendidikan' (pendidikan terakhir), 'instansi' (instansi asal), dan 'bulan_layanan' (bulan menerima "
        "layanan). Mungkin maksudnya 'pendidikan'?"
    )


def test_a_survey_without_groups_says_so(sekadau, words):
    assert words(groups_table(sekadau, "pendidikan")) == (
        "Parameter tidak menyebut layanan maupun karakteristik responden, sehingga tidak ada kelompok yang dinilai."
    )


@pytest.fixture
def commented(project, summarise):
    from skmlib.survey.dataset import read_survey

    texts = ("Lama sekali", "Antre dari pagi", "Hubungi 081234567890", "Baik", "-")
    labels = (("negatif", "waktu"), ("negatif", "waktu"), ("negatif", "waktu"), ("positif", ""), ("tanpa_komentar", ""))
    project.add("data: {kolom_komentar: Saran}\n")
    project.write_responses(*[f"{FOURS},{text}" for text in texts], headings=f"{project.headings},Saran")
    ids = read_survey("loket", "2025-S1", root=project.root).responses.valid["id_responden"]
    lines = [f"{who},{text},{','.join(label)}," for who, text, label in zip(ids, texts, labels, strict=True)]
    header = "id_responden,komentar,sentimen,unsur,kutip"
    project.write("data/2025-S1/loket/komentar.csv", "\n".join([header, *lines]) + "\n")
    return summarise(project)


def test_comments_of_an_unsur_are_masked_and_sorted_by_their_text(commented):
    table = comments_table(commented, unsur="waktu", sentimen="negatif")
    name = "Waktu penyelesaian"
    assert table.rows == (
        (name, "Negatif", "Antre dari pagi"),
        (name, "Negatif", "Hubungi [telepon]"),
        (name, "Negatif", "Lama sekali"),
    )
    assert table.notes[0].startswith("3 dari 3 komentar. Data pribadi disamarkan")


def test_all_comments_stand_in_the_order_of_the_unsur(commented):
    rows = comments_table(commented).rows
    assert [row[0] for row in rows] == ["Waktu penyelesaian"] * 3 + ["Umum (tidak terkait satu unsur)"] * 2
    assert [row[1] for row in rows[3:]] == ["Positif", "Tanpa komentar"]


def test_general_comments_are_chosen_by_name(commented):
    assert [row[2] for row in comments_table(commented, unsur="umum").rows] == ["Baik", "-"]


def test_comments_beyond_the_limit_are_counted(commented):
    table = comments_table(commented, jumlah=2)
    assert len(table.rows) == 2
    assert table.notes[0].startswith("2 dari 5 komentar.")


def test_no_comment_of_that_kind_is_said(commented, words):
    assert words(comments_table(commented, unsur="biaya")) == "Tidak ada komentar dengan unsur dan sentimen itu."


def test_an_unknown_sentiment_is_answered_with_the_known_ones(commented):
    assert comments_table(commented, sentimen="negatip").text == (
        "Sentimen 'negatip' tidak ada. Yang dapat dipakai: 'positif', 'netral', 'negatif', 'tanpa_komentar', "
        "'belum_dianotasi', dan 'belum_diputuskan'. Mungkin maksudnya 'negatif'?"
    )


def test_an_unknown_unsur_is_answered_with_the_known_ones(commented):
    block = comments_table(commented, unsur="wakto")
    assert block.text.startswith("Unsur 'wakto' tidak ada. Yang dapat dipakai: 'persyaratan', 'prosedur', 'waktu', ")
    assert block.text.endswith("'sarana', dan 'umum'. Mungkin maksudnya 'waktu'?")


def test_a_survey_without_comments_says_so(sekadau, words):
    assert words(comments_table(sekadau)).startswith("Survei ini tidak memiliki komentar yang dianotasi")


def test_rows_of_several_files_name_their_file(project, summarise):
    project.add("data: {tahap: [{nama: Tahap I, responden: satu.csv}, {nama: Tahap II, responden: dua.csv}]}\n")
    project.write("data/2025-S1/loket/satu.csv", f"{project.headings}\n{FOURS}\n")
    project.write("data/2025-S1/loket/dua.csv", f"{project.headings}\n{THREES}\n")
    table = responses_table(summarise(project))
    assert [column.heading for column in table.columns[:3]] == ["Bagian", "Baris", "U1"]
    assert [row[:3] for row in table.rows] == [("Tahap I", "2", "4"), ("Tahap II", "2", "3")]


def test_sub_questions_stand_beside_each_other(project, summarise):
    project.change("waktu: {label: U3, kolom: Waktu}", "waktu: {label: U3, kolom: [Waktu, Antre]}")
    project.write_responses(f"{FOURS},2", headings=f"{project.headings},Antre")
    table = responses_table(summarise(project))
    assert [column.heading for column in table.columns[1:6]] == ["U1", "U2", "U3.1", "U3.2", "U4"]
    assert table.rows[0][1:6] == ("4", "4", "4", "2", "4")


def test_respondents_in_several_groups_are_told(project, summarise):
    project.add("profil: {bulan: {nama: Bulan, kolom: Bulan, kategori: [Mei, Juni], pilihan_ganda: ya}}\n")
    project.write_responses(*[f'{FOURS},"Mei, Juni"'] * 6, headings=f"{project.headings},Bulan")
    table = groups_table(summarise(project), "bulan")
    assert [row[:2] for row in table.rows] == [("Mei", "6"), ("Juni", "6"), ("Unit", "6")]
    assert "Responden yang memilih lebih dari satu dihitung pada setiap pilihannya." in table.notes
