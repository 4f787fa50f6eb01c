"""How the survey was made: sentences and tables of the first two chapters."""

import pytest

from skmlib.report.collection import (
    background_text,
    executor_text,
    method_text,
    place_text,
    sample_table,
    schedule_table,
    unsur_table,
)

ALL_FOUR = "4,4,4,4,4,4,4,4,4"
ROWS = (ALL_FOUR, "3,3,3,3,3,3,3,3,2")


def test_kasn_had_260_respondents_of_193_needed(kasn, tables, words):
    [table] = tables(sample_table(kasn))
    assert [row[1] for row in table.rows] == ["384", "193", "260", "134,7%"]
    assert words(sample_table(kasn)) == "Terpenuhi: Jumlah responden (260) memenuhi sampel minimum (193)."
    assert "Batas kesalahan 5% dalam rumus itu berlaku untuk proporsi, bukan untuk nilai IKM." in table.notes[0]


def test_sample_without_population_is_one_sentence(sekadau, tables, words):
    block = sample_table(sekadau)
    assert tables(block) == []
    assert words(block) == (
        "Jumlah pengguna layanan (populasi) tidak diketahui, sehingga ukuran sampel minimum tidak dapat dihitung."
    )


@pytest.mark.parametrize(
    ("populasi", "told"),
    [
        (10, "Perhatian: Jumlah responden (2) kurang 8 dari sampel minimum (10)."),  # printed table: 10 of 10
        (2, "Terpenuhi: Jumlah responden (2) memenuhi sampel minimum (2)."),
        (
            1,
            (
                "Perhatian: Jumlah responden (2) melebihi populasi (1): angka populasi kurang tepat, atau ada yang mengisi "
                "lebih dari sekali."
            ),
        ),
    ],
)
def test_report_says_plainly_whether_there_were_enough_respondents(project, summarise, words, populasi, told):
    project.add(f"populasi: {populasi}\n")
    project.write_responses(*ROWS)
    assert words(sample_table(summarise(project))) == told


def test_rounding_to_nearest_is_told(project, summarise, tables):
    # 384: 192.28, to nearest 192
    project.add("populasi: 384\nsampel: {pembulatan: terdekat}\n")
    project.write_responses(*ROWS)
    [table] = tables(sample_table(summarise(project)))
    assert table.rows[1] == ("Sampel minimum (Krejcie dan Morgan)", "192")
    assert "dibulatkan ke bilangan terdekat" in table.notes[0]


def test_kasn_schedule_is_the_published_one(kasn, reference, tables):
    [table] = tables(schedule_table(kasn))
    assert [[row[1], row[2], int(row[3])] for row in table.rows[:-1]] == reference["schedule"]
    assert table.rows[-1] == ("", "Jumlah", "", "37")  # 10 + 15 + 7 + 5


def test_survey_without_schedule_says_so(sekadau, words):
    assert words(schedule_table(sekadau)) == "Jadwal pelaksanaan survei tidak dicantumkan."


def test_unsur_have_label_name_and_meaning(kasn, reference, tables):
    [table] = tables(unsur_table(kasn))
    assert {row[0]: row[1] for row in table.rows} == reference["unsur"]
    assert all(len(row[2]) > 20 for row in table.rows)


def test_assumed_mapping_is_told_under_the_table(sekadau, words):
    assert words(unsur_table(sekadau)).startswith("Perhatian: Hasil yang diumumkan tidak menyebut nama unsur.")


def test_further_unsur_has_its_own_name_and_no_meaning(project, summarise, tables):
    project.change("pengesahan:", "  aman: {label: U10, nama: Keamanan, kolom: Aman}\npengesahan:")
    project.write_responses(f"{ALL_FOUR},4", headings=f"{project.headings},Aman")
    [table] = tables(unsur_table(summarise(project)))
    assert table.rows[-1] == ("U10", "Keamanan", "-")


def test_report_without_words_of_the_analyst_has_its_computed_sentences(sekadau, words):
    assert words(background_text(sekadau)).splitlines()[0] == (
        "Pemerintah Kabupaten Sekadau menyelenggarakan Survei Kepuasan Masyarakat (SKM) untuk mengetahui penilaian pengguna "
        "atas pelayanan yang diterima dari 1 Januari 2019 sampai dengan 30 Juni 2019."
    )
    assert words(executor_text(sekadau)) == (
        "Survei diselenggarakan oleh Pemerintah Kabupaten Sekadau dan dipertanggungjawabkan oleh Pimpinan Unit Penyelenggara "
        "Pelayanan."
    )


def test_full_stop_of_the_analyst_is_not_doubled(project, summarise, words):
    project.change("metode: Kuesioner kertas", "lingkup: Loket.\nmetode: Kuesioner kertas.")
    project.change("lokasi: Balai Kota", "lokasi: Balai Kota.")
    project.write_responses(ALL_FOUR)
    results = summarise(project)
    told = "\n".join(words(text(results)) for text in (background_text, method_text, place_text))
    assert ".." not in told
    assert "Metode pengumpulan jawaban: kuesioner kertas. Jawaban dikumpulkan dari 1 Mei 2025" in told
    assert "Lokasi pengumpulan data: Balai Kota." in told


def test_own_words_of_the_analyst_follow_the_computed_sentence(project, summarise, words):
    project.write("data/2025-S1/loket/narasi.md", "## Latar belakang\n\nLoket ini *baru*.\n")
    project.write_responses(ALL_FOUR)
    assert words(background_text(summarise(project))).splitlines()[-1] == "Loket ini baru."


@pytest.mark.parametrize(
    ("selection", "told", "as_if_random"),
    [
        ("sukarela", "bukan sampel peluang", True),
        ("acak", "Responden ditarik secara acak dari pengguna layanan.", False),
        ("semua", "Semua pengguna layanan pada masa pengumpulan diminta mengisi survei.", False),
        ("tidak_diketahui", "Cara memilih responden tidak dicantumkan.", True),
    ],
)
def test_selection_of_respondents_is_told(project, summarise, words, selection, told, as_if_random):
    project.add(f"pemilihan_responden: {selection}\n")
    project.write_responses(ALL_FOUR)
    text = words(method_text(summarise(project)))
    assert told in text
    assert ("seandainya responden merupakan sampel acak" in text) is as_if_random
    assert "Kuesioner memuat 9 unsur pelayanan, masing-masing dinilai pada skala 1–4." in text
