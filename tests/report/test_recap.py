"""What a recap shows: its panel, tables, charts and sentences, read without markup."""

import re

import pytest

from skmlib.report.blocks import Blocks
from skmlib.report.recap_analysis import recap_units_text, recap_unsur_analysis
from skmlib.report.recap_charts import MOST_ROWS, draw_recap
from skmlib.report.recap_closing import recap_conclusion_text, recap_evidence_text
from skmlib.report.recap_printed import recap_findings_table, recap_printed_table
from skmlib.report.recap_scores import recap_distances_table, recap_means_table, recap_ranking_table, recap_scores_table
from skmlib.report.recap_tables import recap_plans_table, recap_units_table
from skmlib.report.recap_text import recap_cover, recap_panel, recap_trend_text
from skmlib.report.trend import trend_table
from skmlib.report.trend_chart import draw_trend
from skmlib.survey.recap import read_recap
from skmlib.survey.recap_summary import summarise_recap

PLAN = """\
periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan
2025-S1,1,sarana,Cat ulang,2025-TW3,Umum,,,,,
2025-S1,2,waktu,Loket kedua,2025-TW3,Umum,,,,,
2024-S2,1,sarana,Kursi,,,sudah,2025-02-01,Selesai,,ya
2024-S2,2,sarana,Kipas,,,belum,,,,ya
"""


@pytest.fixture
def summarise():
    return lambda agency: summarise_recap(read_recap("kota", "2025-S1", root=agency.root))


@pytest.fixture
def two_units(agency, threes, fours):
    agency.add_unit("loket", threes)
    agency.add_unit("samsat", fours, fours, fours)
    return agency


def test_scores_and_both_means_stand_in_rows_of_their_own(two_units, summarise):
    table = recap_scores_table(summarise(two_units))
    assert table.rows == (
        ("Loket", *["75,00"] * 10, "C"),
        ("Samsat", *["100,00"] * 10, "A"),
        ("Rata-rata unit", *["87,50"] * 10, "B"),
        ("Rata-rata menurut responden", *["93,75"] * 10, "A"),
    )
    assert table.strong_rows == (2, 3)


def test_headline_stands_out_among_the_means(two_units, summarise):
    two_units.tell("nilai_utama: responden\n")
    table = recap_means_table(summarise(two_units))
    assert table.rows == (("Rata-rata unit", "87,50", "B"), ("Rata-rata menurut responden", "93,75", "A"))
    assert table.strong_rows == (1,)
    assert table.notes == ("Nilai yang diutamakan: rata-rata menurut responden.",)


def test_panel_shows_the_headline_and_the_other_mean(two_units, summarise, words):
    panel = recap_panel(summarise(two_units)).items[0]
    assert (panel.headline.value, panel.headline.detail, panel.mutu) == ("87,50", "Rata-rata unit", "B")
    assert [(item.label, item.value) for item in panel.items] == [
        ("Rata-rata menurut responden", "93,75"),
        ("Unit yang dinilai", "2"),
        ("Responden", "4"),
    ]


def test_ranking_has_distance_and_lowest_unsur_and_no_empty_columns(two_units, summarise):
    table = recap_ranking_table(summarise(two_units))
    assert [column.heading for column in table.columns] == ["No.", "Unit", "IKM", "Mutu", "Selisih", "Unsur terendah"]
    every = "U1, U2, U3, U4, U5, U6, U7, U8, U9"
    assert table.rows == (
        ("1", "Samsat", "100,00", "A", "+12,50", every),
        ("2", "Loket", "75,00", "C", "−12,50", every),
    )


def test_change_is_shown_with_the_decimals_it_is_known_to(agency, fours, summarise):
    agency.tell("periode_sebelumnya: 2024-S2\n")
    agency.add_unit("loket", fours, more="riwayat: [{periode: 2024-S2, ikm: '80,1'}]\n")
    (row,) = recap_ranking_table(summarise(agency)).rows
    assert row[5:7] == ("80,1", "+19,9")


def test_distances_are_from_the_headline_mean_of_the_unsur(two_units, summarise):
    assert recap_distances_table(summarise(two_units)).rows == (
        ("Loket", *["−12,50"] * 9),
        ("Samsat", *["+12,50"] * 9),
    )


def test_units_that_have_not_reported_are_named(two_units, summarise, words):
    two_units.tell("unit: [loket, samsat, pasar]\n")
    assert "1 unit belum melapor: pasar." in words(recap_units_table(summarise(two_units)))


def test_plan_and_follow_up_of_each_unit(two_units, threes, summarise):
    two_units.add_unit("loket", threes, more="periode_sebelumnya: 2024-S2\njumlah_prioritas: 1\n")
    two_units.project.write("data/2025-S1/loket/tindak_lanjut.csv", PLAN)
    first, second = recap_plans_table(summarise(two_units)).rows
    assert first[2:] == ("1. Cat ulang\n2. Loket kedua", "50%")
    assert second[2:] == ("-", "-")


def test_unsur_analysis_names_ends_distance_and_place(two_units, summarise, words):
    text = words(recap_unsur_analysis(summarise(two_units)))
    assert "U3 Waktu penyelesaian" in text
    assert (
        "Rata-rata unit 87,50, terendah ke-1 dari 9 unsur. Tertinggi Samsat (100,00, mutu A), terendah Loket (75,00, mutu C); "
        "keduanya berjarak 25,00. Di bawah rata-rata: Loket (−12,50)."
    ) in text


def test_own_words_stand_beside_unsur_units_and_conclusion(two_units, summarise, words):
    two_units.project.write(
        "data/2025-S1/kota/narasi.md", "## Waktu penyelesaian\nLambat.\n\n## Loket\nAntre.\n\n## Kesimpulan\nMembaik.\n"
    )
    results = summarise(two_units)
    assert "Lambat." in words(recap_unsur_analysis(results))
    assert "Loket\nAntre." in words(recap_units_text(results))
    assert "Membaik." in words(recap_conclusion_text(results))


def test_conclusion_names_the_mean_it_is(two_units, summarise, words):
    assert "IKM Kota Contoh pada Semester I Tahun 2025 sebagai rata-rata unit adalah 87,50, mutu B (Baik)." in words(
        recap_conclusion_text(summarise(two_units))
    )


def test_chart_has_a_row_for_each_unit_and_the_mean(two_units, summarise):
    (figure,) = draw_recap(summarise(two_units)).items
    assert figure.alt == (
        "Diagram titik IKM setiap unit dengan batas mutu. Tertinggi Samsat (100,00), terendah Loket (75,00)."
    )
    assert "Rata-rata unit" in str(figure.html())


def test_many_units_are_divided_over_several_charts(agency, threes, summarise):
    for place in range(MOST_ROWS + 1):
        agency.add_unit(f"unit-{place:02}", threes)
    figures = draw_recap(summarise(agency)).items
    assert [figure.title for figure in figures] == ["IKM setiap unit (1 dari 2)", "IKM setiap unit (2 dari 2)"]


def test_cover_names_the_part_of_the_agency(two_units, threes, summarise):
    two_units.add_unit("loket", threes, more="induk: utara\n")
    two_units.tell("induk: utara\n")
    assert recap_cover(summarise(two_units)).subjudul == "Rekapitulasi Indeks Kepuasan Masyarakat: Kota Utara"


def test_evidence_is_listed(two_units, summarise, words):
    assert "Tidak ada bukti dukung" in words(recap_evidence_text(summarise(two_units)))
    two_units.tell("bukti: [Berita acara, Foto loket]\n")
    assert "Berita acaraFoto loket" in words(recap_evidence_text(summarise(two_units)))


def test_printed_figures_that_do_not_follow_stand_beside_the_recomputed(kemensos_terbit, tables, reference_kemensos):
    wrong, as_printed = tables(recap_printed_table(kemensos_terbit))
    assert len(wrong.rows) == len(reference_kemensos["findings"])
    assert ("Sekretariat Jenderal", "IKM", "90,68", "90,58") in [row[:4] for row in wrong.rows]
    assert ("Inspektorat Jenderal", "Prioritas", "U3, U9, U5", "U3, U8, U1, U5") in [row[:4] for row in wrong.rows]
    assert as_printed.rows[-1][-3:] == ("89,53", "A", "")
    assert recap_findings_table(kemensos_terbit) == Blocks([])


def test_recap_of_answers_has_no_printed_figures(kemensos):
    assert recap_printed_table(kemensos) == Blocks([])


@pytest.fixture
def reference_kemensos(root):
    import yaml

    return yaml.safe_load((root / "tests/data/reference/kemensos-2024-s1.yml").read_text(encoding="utf-8"))


def test_units_stand_below_their_part_with_their_scores(two_units, threes, fours, summarise):
    two_units.add_unit("loket", threes, more="induk: utara\n")
    two_units.add_unit("samsat", fours, more="induk: selatan\n")
    two_units.tell("tingkat: induk\n")
    table = recap_scores_table(summarise(two_units))
    assert [(row[0], row[10]) for row in table.rows] == [
        ("Kota Utara", "75,00"),
        ("Loket", "75,00"),
        ("Kota Selatan", "100,00"),
        ("Samsat", "100,00"),
        ("Rata-rata bagian", "87,50"),
        ("Rata-rata menurut responden", "87,50"),
    ]
    assert table.strong_rows == (0, 2, 4, 5)


def test_trend_says_the_change_that_is_known_and_not_that_none_is(agency, threes, fours, summarise, words):
    agency.tell("periode_sebelumnya: 2024-S2\n")
    agency.add_unit("loket", fours, more="riwayat: [{periode: 2024-S2, ikm: '80,10'}]\n")
    agency.add_unit("samsat", threes)
    assert words(recap_trend_text(summarise(agency))) == (
        "Rata-rata 1 unit yang nilainya diketahui pada kedua periode berubah +19,90, dari 80,10 pada Semester II Tahun 2024 "
        "menjadi 100,00."
    )


def test_trend_of_a_recap_names_what_its_index_was_made_from(two_units, summarise):
    # means of the units: 75 and 100, so 87.50
    two_units.tell("riwayat: [{periode: 2024-S2, ikm: '85,20', responden: 4}]\n")
    results = summarise(two_units)
    table = trend_table(results)
    assert [row[3] for row in table.rows] == ["85,20", "87,50"]
    assert table.source == "params/2025-S1/kota.yml; jawaban dalam data/2025-S1/ (2 unit, 4 responden)"
    assert draw_trend(results).source == table.source


def test_places_of_the_unsur_follow_the_means_that_are_printed(kemensos, words):
    found = re.findall(r"([0-9]+,[0-9]{2}), terendah ke-([0-9]+) dari 9 unsur", words(recap_unsur_analysis(kemensos)))
    means = [float(mean.replace(",", ".")) for mean, _ in found]
    assert len(means) == 9
    assert [int(place) for _, place in found] == [1 + sum(other < mean for other in means) for mean in means]


def test_trend_of_published_rows_does_not_speak_of_answers(published, summarise):
    published.publish("A,75,75,75,75,75,75,75,75,75,75,C,10")
    published.tell("riwayat: [{periode: 2024-S2, ikm: '85,20', responden: 4}]\n")
    results = summarise(published)
    assert [row[-1] for row in trend_table(results).rows] == ["Terbitan", "Tabel unit"]
    assert "Dari tabel unit" in draw_trend(results).svg
    assert "jawaban" not in draw_trend(results).svg
