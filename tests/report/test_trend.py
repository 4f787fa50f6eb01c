"""The index over the periods: KASN's published fall, and what is said when little is known."""

from skmlib.report.trend import trend_table, trend_text, unsur_change_table

FOURS, THREES = "4,4,4,4,4,4,4,4,4", "3,3,3,3,3,3,3,3,3"


def test_kasn_fell_against_2023_and_rose_before(kasn, tables):
    [table] = tables(trend_table(kasn))
    # published: 3.49; 3.62 / 90.62; 3.54 / 88.38. 3.62 - 3.49 = 0.13; 88.38 - 90.62 = -2.24; -2.24 / 25 = -0.09
    assert table.rows == (
        ("Tahun 2022", "-", "3,49", "-", "B", "-", "-", "Terbitan"),
        ("Tahun 2023", "480", "3,62", "90,62", "A", "+0,13", "-", "Data jawaban"),
        ("Tahun 2024", "260", "3,54", "88,38", "A", "−0,09", "−2,24", "Data jawaban"),
    )
    assert "NI pada skala 1–4, IKM pada skala 25–100" in table.notes[0]


def test_kasn_fall_is_said_with_both_values(kasn, words):
    # 2023 from its answers: 25 x 15659 / 4320 = 90.6192; 88.3761 - 90.6192 = -2.2431; / 25 = -0.0897
    assert words(trend_text(kasn)) == (
        "IKM turun 2,24, dari 90,62 pada Tahun 2023 menjadi 88,38 pada Tahun 2024 (−0,09 pada skala 1–4)."
    )


def test_change_against_a_published_period_says_that_no_test_is_possible(project, summarise, words):
    project.add("riwayat: [{periode: 2024-S2, ikm: '80.10'}]\n")
    project.write_responses("4,4,4,4,4,4,4,4,4", "3,3,3,3,3,3,3,3,3")
    told = words(trend_text(summarise(project))).splitlines()
    assert told[0].startswith("IKM naik 7,40, dari 80,10 pada Semester II Tahun 2024 menjadi 87,50")  # 87.5 - 80.1
    assert "tidak dapat diuji" in told[1]


def test_what_is_not_compared_with_the_row_above_is_told(project, summarise, words, tables):
    # 87.50 - 80.00 of the year before; the quarter is a part of the half-year that the report is about
    project.add("riwayat: [{periode: 2024-S2, ikm: '80.00'}, {periode: 2025-TW1, ikm: '95.00'}]\n")
    project.write_responses(FOURS, THREES)
    results = summarise(project)
    [table] = tables(trend_table(results))
    # the half-year begins with its quarter and stands after it
    assert [row[0] for row in table.rows] == [
        "Semester II Tahun 2024",
        "Triwulan I Tahun 2025",
        "Semester I Tahun 2025",
    ]
    assert table.notes[1:] == ("Semester I Tahun 2025 dibandingkan dengan Semester II Tahun 2024.",)
    assert words(trend_text(results)).startswith("IKM naik 7,50, dari 80,00 pada Semester II Tahun 2024 menjadi 87,50")


def test_period_without_an_earlier_one_is_told_not_to_be_compared(project, summarise, words, tables):
    project.add("riwayat: [{periode: 2025-TW1, ikm: '95.00'}]\n")
    project.write_responses(FOURS, THREES)
    results = summarise(project)
    assert tables(trend_table(results))[0].notes[1:] == (
        "Semester I Tahun 2025 tidak dibandingkan: tidak ada periode yang berakhir sebelum dimulai.",
    )
    assert "tidak dapat dihitung" in words(trend_text(results))


def test_kasn_unsur_are_compared_with_their_published_values(kasn, reference, tables):
    [table] = tables(unsur_change_table(kasn))
    before, now = reference["follow_up_of_2023"]["scores"], reference["scores"]["values"]
    assert [row[3:5] for row in table.rows] == [
        (f"{then:.2f}".replace(".", ","), f"{value:.2f}".replace(".", ","))
        for then, value in zip(before, now, strict=True)
    ]
    # U9: 898 / 260 - 1685 / 480 = 3.4538 - 3.5104 = -0.0566
    assert table.rows[-1][5] == "−0,06"


def test_survey_without_history_says_so_once(sekadau, words, tables):
    assert words(trend_text(sekadau)) == (
        "Belum ada nilai periode sebelumnya yang dicantumkan, sehingga tren tidak dapat disajikan."
    )
    assert [words(make(sekadau)) for make in (trend_table, unsur_change_table)] == ["", ""]
    assert tables(trend_table(sekadau)) == tables(unsur_change_table(sekadau)) == []


def test_history_with_the_index_only_has_a_change_and_no_unsur(project, summarise, words, tables):
    project.add("riwayat: [{periode: 2024-S2, ikm: '85.1'}]\n")
    project.write_responses(FOURS, THREES)
    results = summarise(project)
    # 3.5 x 25 = 87.5; 87.5 - 85.1 = 2.4; 85.1 / 25 = 3.404, one decimal more than 85.1: 3.40
    assert (
        words(trend_text(results))
        .splitlines()[0]
        .startswith("IKM naik 2,4, dari 85,1 pada Semester II Tahun 2024 menjadi 87,50 pada Semester I Tahun 2025")
    )
    assert tables(trend_table(results))[0].rows[0][:5] == ("Semester II Tahun 2024", "-", "3,40", "85,1", "B")
    assert words(unsur_change_table(results)) == "Nilai setiap unsur pada periode sebelumnya tidak tersedia."


def test_history_on_the_scale_to_four_alone_is_compared_there(project, summarise, words):
    project.add("riwayat: [{periode: 2024-S2, ni: '3.40'}]\n")
    project.write_responses(FOURS, THREES)
    assert words(trend_text(summarise(project))).splitlines()[0] == (
        "NI naik 0,10, dari 3,40 pada Semester II Tahun 2024 menjadi 3,50 pada Semester I Tahun 2025."
    )


def test_index_that_did_not_change_is_said_so(project, summarise, words):
    project.add("riwayat: [{periode: 2024-S2, ikm: '87.50', responden: 9}]\n")
    project.write_responses(FOURS, THREES)
    assert words(trend_text(summarise(project))).splitlines()[0] == (
        "IKM pada Semester I Tahun 2025 (87,50) tidak berubah dari Semester II Tahun 2024 (87,50)."
    )


def test_index_that_differs_by_less_than_was_printed_is_said_so(project, summarise, words):
    # (3 x 100 + 4 x 75) / 7 = 85.714, which is 86 as far as "86" tells
    project.add("riwayat: [{periode: 2024-S2, ikm: '86', responden: 9}]\n")
    project.write_responses(*[FOURS] * 3, *[THREES] * 4)
    assert words(trend_text(summarise(project))).splitlines()[0] == (
        "IKM pada Semester I Tahun 2025 (85,71) tidak berbeda dari Semester II Tahun 2024 (86) sejauh desimal yang tercetak."
    )


def test_unsur_without_an_earlier_value_keeps_its_row(project, summarise, tables):
    project.add("riwayat: [{periode: 2024-S2, ikm: '85.00', unsur: {persyaratan: '3.40'}}]\n")
    project.write_responses(FOURS, THREES)
    rows = tables(unsur_change_table(summarise(project)))[0].rows
    assert rows[0] == ("U1", "Persyaratan", "Semester II Tahun 2024", "3,40", "3,50", "+0,10")
    assert rows[1] == ("U2", "Sistem, mekanisme, dan prosedur", "-", "-", "3,50", "-")
    assert len(rows) == 9


def test_period_without_index_has_no_change_and_says_so(project, summarise, words, tables):
    project.add("riwayat: [{periode: 2024-S2, ikm: '85.00'}]\n")
    project.write_responses("4,4,4,,4,4,4,4,4")
    results = summarise(project)
    assert words(trend_text(results)) == (
        "Perubahan terhadap periode sebelumnya tidak dapat dihitung: salah satu nilai atau periode itu sendiri tidak ada."
    )
    assert tables(trend_table(results))[0].rows[1][2:7] == ("-", "-", "-", "-", "-")
