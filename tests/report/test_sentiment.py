"""What respondents wrote: both denominators, and each unsur in words."""

import pandas as pd
import pytest

from skmlib.report.sentiment import sentiment_overall_table, sentiment_table, sentiment_text, unsur_analysis
from skmlib.survey.dataset import read_survey

FILE = "data/2025-S1/loket/komentar.csv"
COMMENTED = ("Antrean lama", "Petugas ramah", "Mohon kursi", "-")
ANNOTATED = (("negatif", "waktu"), ("positif", "perilaku"), ("netral", ""), ("tanpa_komentar", ""))


@pytest.fixture
def commented(project):
    """Ten respondents of whom four wrote something; annotate it as asked."""
    project.add("data: {kolom_komentar: Saran}\n")
    rows = [f"4,4,4,4,4,4,4,4,{3 + place % 2},{text}" for place, text in enumerate((*COMMENTED, *[""] * 6))]
    project.write_responses(*rows, headings=f"{project.headings},Saran")
    ids = read_survey("loket", "2025-S1", root=project.root).responses.valid["id_responden"].tolist()

    def annotate(*labels):
        lines = [
            f"{who},{text},{sentimen},{unsur},"
            for who, text, (sentimen, unsur) in zip(ids, COMMENTED, labels, strict=False)
        ]
        project.write(FILE, "\n".join(["id_responden,komentar,sentimen,unsur,kutip", *lines]) + "\n")
        return project

    return annotate


def test_sentence_gives_both_denominators(commented, summarise, words):
    # of three substantive comments one each: 33.3 %; of four received 25 %
    assert words(sentiment_text(summarise(commented(*ANNOTATED)))) == (
        "Dari 10 responden, 4 mengisi kolom komentar. Sebanyak 3 isian memuat komentar yang bermakna; selebihnya 1 tanpa "
        "komentar. Sentimennya, yang ditandai secara manual: positif 1 (33,3% dan 25,0%), netral 1 (33,3% dan 25,0%), dan "
        "negatif 1 (33,3% dan 25,0%). Persentase pertama terhadap komentar yang bermakna, persentase kedua terhadap semua "
        "isian."
    )


def test_table_gives_both_denominators(commented, summarise, tables):
    [table] = tables(sentiment_overall_table(summarise(commented(*ANNOTATED))))
    assert [column.heading for column in table.columns][2:] == ["dari 3 komentar bermakna", "dari 4 isian diterima"]
    assert table.rows == (
        ("Positif", "1", "33,3%", "25,0%"),
        ("Netral", "1", "33,3%", "25,0%"),
        ("Negatif", "1", "33,3%", "25,0%"),
        ("Tanpa komentar", "1", "-", "25,0%"),
        ("Belum dianotasi", "0", "-", "0,0%"),
        ("Jumlah", "4", "100,0%", "100,0%"),
    )


def test_comments_on_which_annotators_differ_have_a_row_of_their_own(commented, summarise, words, tables):
    project = commented(*ANNOTATED)
    lines = (project.root / FILE).read_text(encoding="utf-8").splitlines()
    second = lines[1].replace("negatif", "netral") + ",budi"  # ani: negatif, budi: netral
    first = [f"{line},ani" for line in lines[1:]]
    project.write(FILE, "\n".join([f"{lines[0]},anotator", *first, second]) + "\n")
    results = summarise(project)
    # of the four received two are substantive (50 % each), one says nothing, one is undecided
    assert (
        "Sebanyak 2 isian memuat komentar yang bermakna; selebihnya 1 tanpa komentar dan 1 belum diputuskan karena anotator "
        in (words(sentiment_text(results)))
    )
    [table] = tables(sentiment_overall_table(results))
    assert table.rows[-3:] == (
        ("Belum dianotasi", "0", "-", "0,0%"),
        ("Belum diputuskan", "1", "-", "25,0%"),
        ("Jumlah", "4", "100,0%", "100,0%"),
    )


def test_each_unsur_is_given_of_both_denominators(commented, summarise, tables):
    [table] = tables(sentiment_table(summarise(commented(*ANNOTATED))))
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["U3"] == ("Waktu penyelesaian", "0", "0", "1", "1", "0,0%", "0,0%", "100,0%", "33,3%", "25,0%")
    assert rows["U1"] == ("Persyaratan", "0", "0", "0", "0", "-", "-", "-", "0,0%", "0,0%")
    assert rows["-"][0] == "Umum (tidak terkait satu unsur)"


def test_kasn_counts_follow_from_its_comments(kasn, root, tables):
    rows = pd.read_csv(root / "data/2024/kasn/komentar.csv")
    comments = rows.sort_values("anotator").drop_duplicates("id_responden", keep="last")  # keputusan, else anotator_2
    counts = comments["sentimen"].value_counts()
    [table] = tables(sentiment_overall_table(kasn))
    assert [int(row[1]) for row in table.rows[:4]] == [
        counts[name] for name in ("positif", "netral", "negatif", "tanpa_komentar")
    ]
    assert table.rows[-1][1] == str(len(comments))


def test_survey_without_comments_says_so_once(sekadau, words, tables):
    assert words(sentiment_text(sekadau)) == (
        "Survei ini tidak memiliki komentar yang dianotasi, sehingga analisis sentimen tidak disajikan."
    )
    assert tables(sentiment_overall_table(sekadau)) == tables(sentiment_table(sekadau)) == []


def test_comments_that_say_nothing_are_said_once(commented, summarise, words, tables):
    project = commented(*[("tanpa_komentar", "")] * 4)
    project.write_responses(*["4,4,4,4,4,4,4,4,4,-"] * 2, headings=f"{project.headings},Saran")
    ids = read_ids(project)
    project.write(
        FILE, "id_responden,komentar,sentimen,unsur,kutip\n" + "".join(f"{who},-,tanpa_komentar,,\n" for who in ids)
    )
    results = summarise(project)
    assert words(sentiment_text(results)) == (
        "Dari 2 responden, 2 mengisi kolom komentar, tetapi tidak ada isian yang sudah dianotasi dan bermakna, sehingga "
        "analisis sentimen tidak disajikan."
    )
    assert tables(sentiment_overall_table(results)) == tables(sentiment_table(results)) == []
    assert "komentar" not in words(unsur_analysis(results))


def read_ids(project) -> list[str]:
    (project.root / FILE).unlink()
    return read_survey("loket", "2025-S1", root=project.root).responses.valid["id_responden"].tolist()


def test_unsur_is_analysed_with_score_place_low_answers_and_comments(commented, summarise, words):
    lines = words(unsur_analysis(summarise(commented(*ANNOTATED)))).splitlines()
    # the last unsur: answers 3 and 4 in turn, five each: 3.50
    assert lines[lines.index("U9 Sarana dan prasarana") + 1] == (
        "NRR unsur ini 3,50 (nilai konversi 87,50, mutu B), terendah di antara 9 unsur. Tidak seorang pun dari 10 responden "
        "yang menjawab memberi nilai 1 atau 2. Tidak ada komentar bermakna tentang unsur ini."
    )
    assert lines[lines.index("U3 Waktu penyelesaian") + 1] == (
        "NRR unsur ini 4,00 (nilai konversi 100,00, mutu A), tertinggi di antara 9 unsur (bersama unsur lain). Tidak seorang "
        "pun dari 10 responden yang menjawab memberi nilai 1 atau 2. Dari 1 komentar tentang unsur ini, 0 positif, 0 netral, "
        "dan 1 negatif."
    )


def test_low_answers_of_sekadau_are_counted(sekadau, root, words):
    answers = pd.read_csv(root / "tests/data/reference/sekadau-2019-s1.csv")
    low = int((answers["U1"] <= 2).sum())
    assert low == 9
    assert "Sebanyak 9 dari 49 responden yang menjawab (18,4%) memberi nilai 1 atau 2." in words(
        unsur_analysis(sekadau)
    )


def test_place_between_the_ends_is_counted_from_the_lowest(kasn, words):
    # published scores from the lowest: U9 3.45, U3 3.46, U5 3.48, U8 3.50, U1 3.53
    lines = words(unsur_analysis(kasn)).splitlines()
    assert "urutan ke-5 dari yang terendah di antara 9 unsur." in lines[lines.index("U1 Persyaratan") + 1]


def test_unsur_nobody_answered_says_so(project, summarise, words):
    project.write_responses("4,4,4,,4,4,4,4,4")
    lines = words(unsur_analysis(summarise(project))).splitlines()
    assert lines[lines.index("U4 Biaya/tarif") + 1] == "Tidak ada responden yang menjawab unsur ini."


def test_equal_unsur_have_no_place(project, summarise, words):
    project.write_responses("4,4,4,4,4,4,4,4,4")
    assert "mutu A), sama dengan semua unsur yang dijawab." in words(unsur_analysis(summarise(project)))


def test_words_of_the_analyst_stand_under_their_unsur(project, summarise, words):
    project.write("data/2025-S1/loket/narasi.md", "## Waktu penyelesaian\n\nAntrean terurai sejak Mei.\n")
    project.write_responses("4,4,4,4,4,4,4,4,4")
    lines = words(unsur_analysis(summarise(project))).splitlines()
    assert lines[lines.index("U3 Waktu penyelesaian") + 2] == "Antrean terurai sejak Mei."


def test_equal_comments_are_quoted_once(project, summarise, words):
    project.add("data: {kolom_komentar: Saran}\n")
    texts = ("Antrean lama", "Antrean lama", "Loketnya kurang")
    rows = [f"4,4,4,4,4,4,4,4,{3 + place % 2},{text}" for place, text in enumerate((*texts, *[""] * 7))]
    project.write_responses(*rows, headings=f"{project.headings},Saran")
    ids = read_survey("loket", "2025-S1", root=project.root).responses.valid["id_responden"].tolist()
    lines = [f"{who},{text},negatif,waktu,ya" for who, text in zip(ids, texts, strict=False)]
    project.write(FILE, "\n".join(["id_responden,komentar,sentimen,unsur,kutip", *lines]) + "\n")
    shown = words(unsur_analysis(summarise(project)))
    assert (shown.count("Antrean lama"), shown.count("Loketnya kurang")) == (1, 1)
    assert "Dari 3 komentar tentang unsur ini" in shown
