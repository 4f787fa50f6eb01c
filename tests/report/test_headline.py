"""How a report tells the two indices of a unit with services: both, each in a row of its own, the headline named.

KTP 4, 4, 4, 4, 3, 3 and KK 3, 3, 3, 2, 4 to everything: mean of services 83.33, all respondents 84.09
(tests/survey/test_headline.py; the interval of the mean is that of tests/survey/test_layanan_mean.py).
"""

import pytest

from skmlib.report.closing import conclusion_text, summary_panel
from skmlib.report.groups import layanan_scores_table
from skmlib.report.inputs import processed_table, sources_tables
from skmlib.report.next_band import next_band_table
from skmlib.report.publication import publication_poster
from skmlib.report.quality import findings_table
from skmlib.report.scores import extremes_text, ikm_text, unsur_scores_table
from skmlib.report.sentiment import unsur_analysis

ROWS = [(4, "KTP")] * 4 + [(3, "KTP")] * 2 + [(3, "KK")] * 3 + [(2, "KK"), (4, "KK")]


def with_services(project, nilai_utama):
    project.add(f"layanan: {{kolom: Layanan, kategori: [KTP, KK]}}\nnilai_utama: {nilai_utama}\n")
    rows = [",".join([str(nilai)] * 9) + f",{name}" for nilai, name in ROWS]
    project.write_responses(*rows, headings=f"{project.headings},Layanan")


@pytest.fixture
def mean(project, summarise):
    with_services(project, "rata_rata_layanan")
    return summarise(project)


@pytest.fixture
def pooled(project, summarise):
    with_services(project, "responden")
    return summarise(project)


def test_index_is_told_as_mean_of_services_with_the_other_beside_it(mean, words, tables):
    told = words(ikm_text(mean))
    assert "Berdasarkan jawaban 11 responden, sebagai rata-rata 2 layanan" in told
    assert "IKM 83,33" in told
    assert "Nilai utama unit ini adalah rata-rata 2 layanan; sebagai nilai seluruh 11 responden, IKM-nya 84,09." in told
    [table] = tables(ikm_text(mean))
    assert [(row[0], row[3], row[-1]) for row in table.rows] == [
        ("Rata-rata layanan (2 layanan)", "83,33", "Nilai utama"),
        ("Seluruh responden", "84,09", "Pembanding"),
    ]
    assert table.rows[0][5] == "72,59–94,08"


def test_index_of_all_respondents_has_the_mean_of_services_beside_it(pooled, words, tables):
    assert "sebagai rata-rata 2 layanan, IKM-nya 83,33." in words(ikm_text(pooled))
    [table] = tables(ikm_text(pooled))
    assert [(row[0], row[-1]) for row in table.rows] == [
        ("Seluruh responden", "Nilai utama"),
        ("Rata-rata layanan (2 layanan)", "Pembanding"),
    ]


def test_services_have_their_mean_and_all_respondents_below(mean, tables):
    [table] = tables(layanan_scores_table(mean))
    below = {row[0]: (row[2], row[-4], row[-3]) for row in table.rows[2:]}
    # nrr of each unsur, ni, ikm: 10/3 and 37/11
    assert below == {"Rata-rata layanan": ("3,33", "3,33", "83,33"), "Seluruh responden": ("3,36", "3,36", "84,09")}
    assert table.strong_rows == (2, 3)


def test_everything_that_publishes_the_index_follows_the_headline(mean, words):
    assert summary_panel(mean).items[0].headline.value == "83,33"
    assert unsur_scores_table(mean).rows[-1][1:6] == ("Unit (rata-rata 2 layanan)", "11", "3,33", "3,333", "83,33")
    assert "dengan IKM 83,33 dari 11 responden. Nilai utama" in words(conclusion_text(mean))
    poster = publication_poster(mean)
    assert (poster.nilai, poster.responden) == ("83,33", "11")
    assert poster.catatan.startswith("Nilai utama unit ini adalah rata-rata 2 layanan")


def test_what_is_computed_over_all_respondents_says_so(mean, words, tables):
    told = words(processed_table(mean))
    assert "= 84,09 (dihitung tanpa pembulatan antara). Nilai utama unit ini adalah rata-rata 2 layanan" in told
    assert findings_table(mean).notes == (
        "IKM tanpa baris itu adalah nilai seluruh responden, bukan rata-rata layanan yang menjadi nilai utama.",
    )
    rows = dict(next(table for table in tables(sources_tables(mean)) if "Parameter" in table.title).rows)
    assert rows["Nilai utama"] == "rata rata layanan"


def test_way_to_the_next_band_counts_no_answers_of_a_mean_of_services(mean, tables):
    [table] = tables(next_band_table(mean))
    # 88.305 - 83.333 = 4.972 points; one of nine unsur alone: 4.972 x 9 / 25 = 1.79, above 4 from 3.33
    assert {row[5] for row in table.rows} == {"-"}


@pytest.fixture
def unanswered(project, summarise):
    """Biaya is blank wherever KTP answered, and answered by all five of KK."""

    def make(nilai_utama):
        project.add(f"layanan: {{kolom: Layanan, kategori: [KTP, KK]}}\nnilai_utama: {nilai_utama}\n")
        rows = [f"3,4,3,{'' if name == 'KTP' else 2},3,4,3,4,3,{name}" for name in ["KTP"] * 6 + ["KK"] * 5]
        project.write_responses(*rows, headings=f"{project.headings},Layanan")
        return summarise(project)

    return make


def test_unsur_that_one_service_left_blank_is_not_called_unanswered(unanswered, words):
    results = unanswered("rata_rata_layanan")
    told = words(unsur_analysis(results))
    assert "Rata-rata layanan unsur ini tidak dapat dihitung, karena ada layanan yang tidak menjawabnya." in told
    assert "Tidak ada responden yang menjawab" not in told
    assert words(extremes_text(results)).endswith(
        "Unsur yang tidak dijawab pada satu layanan atau lebih: U4 Biaya/tarif."
    )


def test_reason_of_a_mean_that_cannot_be_computed_is_told_as_of_the_mean(unanswered, words):
    results = unanswered("responden")
    assert "Rata-rata layanan tidak dihitung. KTP: Tidak ada jawaban untuk unsur Biaya/tarif" in words(
        ikm_text(results)
    )


def test_respondents_of_no_service_count_among_all(project, summarise, words):
    project.add("layanan: {kolom: Layanan, kategori: [KTP, KK]}\nnilai_utama: rata_rata_layanan\n")
    rows = [",".join([str(nilai)] * 9) + f",{name}" for nilai, name in [*ROWS, *[(2, "")] * 5]]
    project.write_responses(*rows, headings=f"{project.headings},Layanan")
    results = summarise(project)
    assert [item.value for item in summary_panel(results).items[0].items if item.label == "Responden"] == ["16"]
    assert results.trend.periods["responden"].tolist() == [16]
    assert "Sebanyak 6 dari 16 responden yang menjawab" in words(unsur_analysis(results))
    assert "pertanyaan-pertanyaannya" not in words(unsur_analysis(results))
