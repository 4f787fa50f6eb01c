"""The index and the unsur as the report prints them, against what was published and by hand."""

import pytest

from skmlib.report.scores import answers_table, extremes_text, ikm_text, unsur_scores_table

ALL_FOUR = "4,4,4,4,4,4,4,4,4"
ALL_THREE = "3,3,3,3,3,3,3,3,3"


def cells(table, heading: str) -> list[str]:
    place = [column.heading for column in table.columns].index(heading)
    return [row[place] for row in table.rows]


def printed(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def test_kasn_means_and_categories_are_the_published_ones(kasn, reference):
    table = unsur_scores_table(kasn)
    scores = reference["scores"]
    assert cells(table, "NRR") == [*map(printed, scores["values"]), "3,54"]
    assert cells(table, "Mutu") == [*scores["categories"], "A"]
    assert cells(table, "Unsur") == [*reference["unsur"].values(), "Unit"]
    assert cells(table, "n") == ["260"] * 10
    assert cells(table, "Nilai konversi")[-1] == "88,38"


def test_kasn_index_is_said_as_published(kasn, words):
    assert (
        "Berdasarkan jawaban 260 responden, nilai indeks (NI) sebesar 3,54 pada skala 1–4 atau IKM 88,38 setelah "
        "dikonversi. Nilai ini termasuk mutu pelayanan A dengan kinerja “Sangat baik”."
    ) in words(ikm_text(kasn))


def test_kasn_highest_and_lowest_are_the_published_ones(kasn, words):
    assert words(extremes_text(kasn)) == (
        "Unsur dengan nilai tertinggi adalah U4 Biaya/tarif dan U6 Kompetensi pelaksana (3,61). "
        "Unsur dengan nilai terendah adalah U9 Sarana dan prasarana (3,45)."
    )


def test_sekadau_interval_crosses_the_limit_of_b(sekadau, words):
    # 78.7415 and 76.2579 to 81.2251 were computed by other programs
    told = words(ikm_text(sekadau))
    assert "IKM 78,74 setelah dikonversi. Nilai ini termasuk mutu pelayanan B" in told
    assert "Selang kepercayaan 95% untuk IKM adalah 76,26 sampai 81,23." in told
    assert "Perhatian: Selang kepercayaan IKM melintasi batas mutu 76,61." in told


def test_sekadau_unit_row_keeps_to_the_scale_of_its_columns(sekadau):
    # 1389 / 441 = 3.1497; 76.2579 / 25 = 3.0503; 81.2251 / 25 = 3.2490
    assert unsur_scores_table(sekadau).rows[-1] == (
        "", "Unit", "49", "3,15", "3,150", "78,74", "B", "3,05–3,25",
    )  # fmt: skip


def test_answers_add_up_to_the_published_column_sums(sekadau):
    sums = [138, 139, 150, 177, 159, 163, 161, 143, 159]
    rows = answers_table(sekadau).rows
    assert [sum(nilai * int(row[1 + nilai]) for nilai in (1, 2, 3, 4)) for row in rows] == sums
    assert [row[6:] for row in rows] == [("49", "0")] * 9


def test_blank_answers_stand_in_their_own_column(project, summarise):
    project.write_responses(ALL_FOUR, "3,3,3,,3,3,3,3,3")
    assert answers_table(summarise(project)).rows[3] == ("U4", "Biaya/tarif", "0", "0", "0", "1", "1", "1")


def test_one_respondent_has_an_index_and_no_interval(project, summarise, words):
    project.write_responses(ALL_THREE)
    results = summarise(project)
    # everybody answers 3: 75.00, a C
    assert words(ikm_text(results)).splitlines() == [
        (
            "Berdasarkan jawaban 1 responden, nilai indeks (NI) sebesar 3,00 pada skala 1–4 atau IKM 75,00 setelah dikonversi. "
            "Nilai ini termasuk mutu pelayanan C dengan kinerja “Kurang baik”."
        ),
        "Hanya ada satu responden, sehingga selang kepercayaan tidak dihitung.",
    ]
    assert cells(unsur_scores_table(results), "Selang 95% NRR") == ["-"] * 10


def test_whole_population_has_no_interval_and_says_why(project, summarise, words):
    project.add("populasi: 2\n")
    project.write_responses(ALL_FOUR, ALL_THREE)
    assert "Seluruh populasi menjadi responden, sehingga tidak ada galat penarikan sampel." in words(
        ikm_text(summarise(project))
    )


def test_more_respondents_than_users_leave_no_correction(project, summarise, words):
    project.add("populasi: 1\n")
    project.write_responses(ALL_FOUR, ALL_THREE)
    told = words(ikm_text(summarise(project)))
    assert "Selang kepercayaan 95% untuk IKM adalah" in told
    assert "koreksi" not in told


def test_correction_for_a_finite_population_is_told(kasn, words):
    assert "dengan koreksi populasi terbatas (384 pengguna)." in words(ikm_text(kasn))


def test_unsur_nobody_answered_leaves_no_index_and_is_named(project, summarise, words):
    project.write_responses("4,4,4,,4,4,4,4,4", "3,3,3,,3,3,3,3,2")
    results = summarise(project)
    assert words(ikm_text(results)) == (
        "Perhatian: IKM unit tidak dapat dihitung. Tidak ada jawaban untuk unsur Biaya/tarif, sehingga IKM tidak dihitung."
    )
    rows = unsur_scores_table(results).rows
    assert rows[3] == ("U4", "Biaya/tarif", "0", "-", "-", "-", "-", "-")
    assert rows[-1] == ("", "Unit", "2", "-", "-", "-", "-", "-")
    assert words(extremes_text(results)).endswith("Unsur yang tidak dijawab seorang pun: U4 Biaya/tarif.")


def test_unsur_of_the_unit_is_named_as_the_parameters_name_it(project, summarise, words):
    project.change("  biaya: {label: U4,", "  biaya: {label: U4, nama: Ongkos <b>kirim</b>,")
    project.write_responses("4,4,4,,4,4,4,4,4")
    assert "untuk unsur Ongkos <b>kirim</b>, sehingga" in words(ikm_text(summarise(project)))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((ALL_FOUR,), "Semua unsur bernilai sama pada 2 desimal, yaitu 4,00."),
        (
            ("4,4,4,,4,4,4,4,4",),
            ("Semua unsur yang dijawab bernilai sama pada 2 desimal, yaitu 4,00. Unsur yang tidak dijawab seorang pun: "
            "U4 Biaya/tarif."),
        ),
    ],
)  # fmt: skip
def test_equal_unsur_are_not_called_highest_and_lowest(project, summarise, words, rows, told):
    project.write_responses(*rows)
    assert words(extremes_text(summarise(project))) == told


def test_eight_unsur_make_a_whole_report(project, summarise, words):
    project.change("  biaya: {label: U4, kolom: Biaya}\n", "")
    project.write_responses("4,4,4,1,4,4,4,4,4", "3,3,3,1,3,3,3,3,3")
    results = summarise(project)
    assert len(unsur_scores_table(results).rows) == 9
    assert cells(unsur_scores_table(results), "NRR tertimbang") == ["0,438"] * 8 + ["3,500"]  # 3.5 / 8 = 0.4375
    assert "IKM 87,50" in words(ikm_text(results))


def test_official_weight_turns_an_a_into_a_b_and_the_difference_is_printed(project, summarise, tables, words):
    # eight of fifteen answer 4, seven 3: 53 / 15 x 25 = 88.333 (A); x 0.999 = 88.245, half up 88.25 (B); -0.0883
    project.add("bobot: 0.111\n")
    project.write_responses(*[ALL_FOUR] * 8, *[ALL_THREE] * 7)
    block = ikm_text(summarise(project))
    [table] = tables(block)
    assert "IKM 88,25 setelah dikonversi. Nilai ini termasuk mutu pelayanan B" in words(block)
    assert table.rows[:2] == (("eksak", "88,33", "A", "0,00"), ("0,111", "88,25", "B", "−0,09"))
    assert table.notes == ("Laporan ini memakai bobot 0,111; bobot eksak adalah 1/9.",)


def test_own_weights_stand_beside_the_exact_ones(project, summarise, tables):
    own = "persyaratan: 0.2, prosedur: 0.1, waktu: 0.1, biaya: 0.1, produk: 0.1, kompetensi: 0.1, perilaku: 0.1"
    project.add(f"bobot: {{{own}, pengaduan: 0.1, sarana: 0.1}}\n")
    project.write_responses("4,4,4,4,4,4,4,4,3", "3,3,3,3,3,3,3,3,2")
    # exact (8 x 3.5 + 2.5) / 9 x 25 = 84.7222; own 25 x (0.9 x 3.5 + 0.1 x 2.5) = 85; 0.2778
    rows = tables(ikm_text(summarise(project)))[0].rows
    assert (rows[0], rows[-1]) == (("eksak", "84,72", "B", "0,00"), ("menurut parameter", "85,00", "B", "+0,28"))


def test_exact_weight_needs_no_table(kasn, sekadau, tables):
    assert [table.title for table in tables(ikm_text(kasn))] == ["IKM unit menurut cara menghitung"]
    assert tables(ikm_text(sekadau)) == []
