"""What the performance report shows: the cells of its tables, its sentences, and the marks of its charts."""

import re

from drawn_marks import bars, below, marks, plots
from matplotlib.lines import Line2D

from skmlib.report.blocks import Blocks, Text
from skmlib.report.performance_budget import performance_budget_table, performance_efficiency_text
from skmlib.report.performance_charts import draw_complaints, draw_media, draw_performance, draw_requests
from skmlib.report.performance_printed import (
    performance_findings_table,
    performance_printed_table,
    performance_sources_tables,
)
from skmlib.report.performance_sections import performance_sections
from skmlib.report.performance_tables import (
    performance_averages_table,
    performance_changes_table,
    performance_history_table,
    performance_scores_table,
    performance_targets_table,
)
from skmlib.report.performance_text import (
    performance_background_text,
    performance_conclusion_text,
    performance_cover,
    performance_formula_text,
    performance_panel,
    performance_staff_table,
)

MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni")


def test_cover_says_unit_agency_and_period(biro_humas):
    assert performance_cover(biro_humas).brief() == (
        "Laporan Kinerja, Capaian indikator kinerja dan realisasi anggaran, Biro Hubungan Masyarakat, Kementerian Sosial RI, "
        "Tahun 2023, Jakarta, 31 Januari 2024"
    )


def test_panel_headlines_the_average_that_the_parameters_name(office):
    office.indicate(
        '{nama: A, arah: naik, target: "80", realisasi: "60"}',
        '{nama: B, arah: naik, target: "80", realisasi: "80", belum_dinilai: ya}',
    )
    panel = performance_panel(office.read()).items[0]
    assert (panel.headline.value, panel.headline.detail) == (
        "87,50%",
        "Semua indikator (2). Tanpa yang belum dinilai: 75%",
    )
    office.tell("rata_rata_utama: tanpa_belum_dinilai\n")
    panel = performance_panel(office.read()).items[0]
    assert (panel.headline.value, panel.headline.detail) == (
        "75%",
        "Tanpa yang belum dinilai (1). Semua indikator: 87,50%",
    )


def test_panel_counts_only_assessed_indicators_as_reached(office):
    office.indicate(
        '{nama: A, arah: naik, target: "80", realisasi: "60"}',
        '{nama: B, arah: naik, target: "80", realisasi: "80", belum_dinilai: ya}',
        '{nama: C, arah: naik, target: "80", realisasi: "90"}',
    )
    block = performance_panel(office.read())
    assert [(item.label, item.value, item.detail) for item in block.items[0].items] == [
        ("Indikator mencapai target", "1 dari 2", "1 indikator belum dinilai")
    ]
    # (75 + 100 + 112.5) / 3, (75 + 112.5) / 2
    assert re.findall(r"<li>(.*?)</li>", block.html()) == [
        "Capaian tertinggi: C (112,50%).",
        "Belum mencapai target: A (75%).",
        "Belum dinilai: B. Rata-rata capaian 95,83% dengan indikator itu dan 93,75% tanpanya.",
    ]


def test_panel_shows_both_shares_and_the_efficiency(office):
    office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", "A,200,180,90")
    figures = {item.label: (item.value, item.detail) for item in performance_panel(office.read()).items[0].items}
    assert figures["Realisasi anggaran"] == ("45%", "dari pagu awal; 50% dari pagu akhir")
    assert figures["Efisiensi"] == ("30,00", "poin persentase, terhadap pagu awal")


def test_targets_stand_below_their_goals(office):
    office.indicate(
        '{nama: A, satuan: persen, arah: turun, target: "8.0", target_awal: "-", realisasi: "6"}',
        '{nama: B, arah: naik, target: "9", target_awal: "8", realisasi: "6"}',
        '{nama: C, arah: naik, target: "9", realisasi: "6"}',
    )
    table = performance_targets_table(office.read())
    assert table.rows == (
        ("", "Sasaran satu", "", "", "", ""),
        ("1", "A", "persen", "turun", "-", "8,0"),
        ("2", "B", "-", "naik", "8", "9"),
        ("3", "C", "-", "naik", "9", "9"),
    )
    assert table.strong_rows == (0,)


def test_scores_show_the_stated_and_the_used_value(office):
    office.indicate(
        '{nama: A, arah: naik, target: "80", realisasi: "50", sumber: {pengaduan: ditindaklanjuti}}',
        '{nama: B, arah: naik, target: "80", realisasi: "60.0", belum_dinilai: ya}',
        '{nama: C, arah: naik, target: "80", sumber: {pengaduan: ditindaklanjuti}}',
    )
    # 1 of 3 was followed up: 33.33 per cent, and 33.33 / 80 = 41.67 per cent
    rows = ("Belum,2,ya,tidak", "Selesai,1,ya,ya")
    office.keep("pengaduan.csv", "status,jumlah,diteruskan,ditindaklanjuti", *rows)
    assert performance_scores_table(office.read()).rows[1:] == (
        ("1", "A", "80", "50", "33,33", "41,67%", ""),
        ("2", "B", "80", "60,0", "60,0", "75,00%", "Belum dinilai"),
        ("3", "C", "80", "-", "33,33", "41,67%", ""),
    )


def test_report_without_changed_targets_says_so(office):
    assert performance_changes_table(office.read()) == Text.plain("Tidak ada target yang diubah pada tahun berjalan.")


def test_averages_of_goals_and_of_all(office, tables):
    path = office.root / office.file
    second = '{nama: B, arah: naik, target: "80", realisasi: "80", belum_dinilai: ya}'
    goal = f"  - nama: Sasaran dua\n    indikator:\n      - {second}\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("pengesahan:", f"{goal}pengesahan:"), encoding="utf-8")
    goals, whole = tables(performance_averages_table(office.read()))
    assert goals.rows == (("Sasaran satu", "1", "75,00%", "75,00%"), ("Sasaran dua", "1", "100,00%", "-"))
    assert whole.rows == (
        ("Semua indikator", "2", "87,50%", "87,50%"),
        ("Tanpa yang belum dinilai", "1", "75,00%", "75,00%"),
    )
    assert whole.strong_rows == (0,)


def test_up_to_four_years_stand_side_by_side(office):
    past = ", ".join(
        [
            '{periode: "2024", target: "50", realisasi: "40"}',
            '{periode: "2022", realisasi: "30.5"}',
            '{periode: "2023", target: "50", realisasi: "50"}',
        ]
    )
    office.indicate(
        f'{{nama: A, arah: naik, target: "80", realisasi: "60", riwayat: [{past}]}}',
        '{nama: B, arah: turun, target: "10", realisasi: "5", riwayat: [{periode: "2024", target: "10", realisasi: "15"}]}',
    )
    table = performance_history_table(office.read())
    headings = ["Tahun 2022", "Tahun 2023", "Tahun 2024", "Semester I Tahun 2025"]
    assert [column.heading for column in table.columns[2:]] == headings
    # 40 / 50 and 50 / 50; 1 + (10 - 15) / 10 = 50 per cent and 1 + (10 - 5) / 10 = 150 per cent
    assert table.rows[1:] == (
        ("1", "A", "30,5", "50\n(100%)", "40\n(80%)", "60\n(75%)"),
        ("2", "B", "-", "-", "15\n(50%)", "5\n(150%)"),
    )


def test_report_without_history_says_so(office):
    assert performance_history_table(office.read()) == Text.plain("Realisasi periode sebelumnya tidak dicantumkan.")


def test_indicator_without_source_says_that_there_are_no_data(office, words):
    told = words(performance_sections(office.read()))
    assert told.splitlines() == [
        "Indikator 1. Tepat waktu",
        "Target 80, realisasi 60; capaian 75% (makin tinggi makin baik).",
        "Nilai ini dinyatakan oleh unit; laporan ini tidak memuat data untuk menghitungnya.",
    ]


def test_two_values_of_an_indicator_are_told_with_both_achievements(office, words):
    office.indicate(
        '{nama: A, satuan: persen, arah: naik, target: "80", realisasi: "50", sumber: {pengaduan: ditindaklanjuti}, dipakai: '
        "realisasi, penjelasan: Register tidak tersedia.}"
    )
    office.keep("pengaduan.csv", "status,jumlah,diteruskan,ditindaklanjuti", "Belum,2,ya,tidak", "Selesai,2,ya,ya")
    # 2 of 4 is 50 per cent, as stated: no warning
    assert "berbeda" not in words(performance_sections(office.read()))
    office.keep("pengaduan.csv", "status,jumlah,diteruskan,ditindaklanjuti", "Belum,1,ya,tidak", "Selesai,3,ya,ya")
    told = words(performance_sections(office.read()))
    # 50 / 80 = 62.5, 75 / 80 = 93.75 per cent
    assert (
        "Nilai yang dinyatakan 50 (capaian 62,50%) berbeda dari nilai yang dihitung dari data, 75 (capaian 93,75%). Laporan "
        "ini memakai nilai yang dinyatakan."
    ) in told
    assert "Register tidak tersedia." in told


def test_media_with_counts_shows_the_items_and_no_warning(office, tables, words):
    office.indicate('{nama: A, arah: turun, target: "80", sumber: {sentimen: negatif}}')
    office.tell("media: {satuan: jumlah, jumlah_berita: 510}\n")
    rows = ["Januari,9,0,1", *(f"{month},30,20,50" for month in MONTHS[1:])]
    office.keep("sentimen_media.csv", "bulan,positif,netral,negatif", *rows)
    block = performance_sections(office.read())
    (table,) = tables(block)
    assert table.rows[0] == ("Januari", "90,00%", "0,00%", "10,00%", "100,00%", "10")
    # (9 + 5 x 30) / 510, 5 x 20 / 510, (1 + 5 x 50) / 510
    assert table.rows[-1] == ("Setahun", "31,18%", "19,61%", "49,22%", "100,00%", "510")
    assert "tidak berjumlah" not in words(block)


def test_budget_shows_activities_and_what_is_not_known(office):
    rows = ("A,200,180,", "B,50,50,40", "Jumlah,250,230,100")
    office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", *rows)
    table = performance_budget_table(office.read())
    assert table.rows == (
        ("A", "Rp200", "Rp180", "−Rp20", "-"),
        ("B", "Rp50", "Rp50", "Rp0", "Rp40"),
        ("Jumlah", "Rp250", "Rp230", "−Rp20", "Rp100"),
    )
    assert len(table.notes) == 1


def test_efficiency_is_told_for_both_ceilings(office, tables, words):
    office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", "A,200,100,120")
    office.tell("anggaran: {efisiensi: pagu_akhir}\n")
    block = performance_efficiency_text(office.read())
    (table,) = tables(block)
    assert table.rows == (  # 75 - 60 = 15, 75 - 120 = -45
        ("Pagu awal", "Rp200", "Rp120", "60,00%", "15,00", "15,00"),
        ("Pagu akhir", "Rp100", "Rp120", "120,00%", "−45,00", "−45,00"),
    )
    assert table.strong_rows == (1,)
    assert table.notes[0].endswith("Yang diutamakan: terhadap pagu akhir.")
    assert "Realisasi melebihi pagu akhir sebesar Rp20. Terhadap pagu awal realisasinya 60%." in words(block)


def test_report_without_budget_and_staff_says_so(office):
    report = office.read()
    assert performance_budget_table(report) == Text.plain("Data anggaran tidak dicantumkan.")
    assert performance_efficiency_text(report) == Blocks([])
    assert performance_staff_table(report) == Text.plain("Data pegawai tidak dicantumkan.")


def test_staff_is_shown_with_shares_of_all(biro_humas):
    assert performance_staff_table(biro_humas).rows == (
        ("Jenis kelamin", "Laki-laki", "15", "38,46%"),
        ("Jenis kelamin", "Perempuan", "24", "61,54%"),
        ("Jabatan", "Pranata humas", "17", "43,59%"),
        ("Seluruh pegawai", "", "39", "100,00%"),
    )


def test_report_without_printed_figures_says_so(office):
    told = "Parameter dan tabel laporan ini tidak memuat angka tercetak."
    assert performance_printed_table(office.read()) == Text.plain(told)


def test_printed_figures_that_all_follow_are_listed(office, tables, words):
    office.indicate('{nama: A, arah: naik, target: "80", realisasi: "60", capaian_tercetak: "75"}')
    block = performance_printed_table(office.read())
    assert "Dari 1 angka yang terbit dan dapat dibandingkan, 1 sama dan 0 berbeda" in words(block)
    assert "Semua angka tercetak sama dengan hasil hitung ulang." in words(block)
    assert [table.rows for table in tables(block)] == [(("Capaian (persen): A", "75", "75"),)]


def test_findings_hold_no_printed_figure_and_no_column_of_the_index(biro_humas, tables):
    (table,) = tables(performance_findings_table(biro_humas))
    assert [column.heading for column in table.columns] == ["Temuan", "Uraian", "Jumlah"]
    assert not [row for row in table.rows if row[0] == "Angka terbit tidak sesuai"]


def test_sources_name_the_tables(biro_humas, tables):
    files = [row[0] for row in tables(performance_sources_tables(biro_humas))[0].rows]
    assert "data/2023/biro-humas/sentimen_media.csv" in files


def test_conclusion_and_background_are_sentences(office, words):
    office.tell("tugas: Biro ini melayani.\norganisasi: [Bagian A, Bagian B]\n")
    report = office.read()
    assert words(performance_background_text(report)).splitlines() == [
        (
            "Laporan ini menyampaikan kinerja Biro Contoh pada Semester I Tahun 2025 menurut 1 indikator dalam 1 sasaran, "
            "beserta anggaran yang digunakan."
        ),
        "Biro ini melayani.",
        "Susunan organisasi: Bagian A dan Bagian B.",
    ]
    assert "Rata-rata capaian kinerja Biro Contoh pada Semester I Tahun 2025 adalah 75% (semua indikator)." in words(
        performance_conclusion_text(report)
    )
    assert "capaian = 1 + (target − realisasi) / target." in words(performance_formula_text(report))


def test_achievement_chart_has_a_bar_for_each_indicator_and_a_line_at_the_target(office, drawn):
    office.indicate(
        '{nama: A, arah: naik, target: "80", realisasi: "60"}',
        '{nama: B, arah: turun, target: "10", realisasi: "25"}',
        '{nama: C, arah: naik, target: "80", realisasi: "90", belum_dinilai: ya}',
    )
    figure = draw_performance(office.read())
    (plot,) = plots(drawn[0])
    assert [bar.get_width() for bar in bars(plot)] == [75, -50, 112.5]
    assert plot.x == (-50, 112.5)
    assert 100 in [line.get_xdata()[0] for line in marks(plot, Line2D) if line.get_linestyle() == "--"]
    legend = [text.get_text() for text in drawn[0].artists if hasattr(text, "get_text")]
    assert {"Target belum tercapai", "Belum dinilai"} <= set(legend)
    assert "Target tercapai" not in legend
    assert "A 75%, B −50%, dan C 112,50%" in figure.alt


def test_achievement_chart_begins_at_a_tick(office, drawn):
    office.indicate('{nama: A, arah: turun, target: "10", realisasi: "21"}')
    draw_performance(office.read())
    (plot,) = plots(drawn[0])
    assert plot.x[0] == -25  # achieved: -10%
    assert below(plot)[0] == "-25%"


def test_media_chart_reaches_beyond_100_where_shares_do(biro_humas, drawn):
    figure = draw_media(biro_humas.data.media)
    (plot,) = plots(drawn[0])
    ends = [round(bar.get_x() + bar.get_width(), 2) for bar in bars(plot)]
    assert max(ends) == 125.2  # September: 74.4 + 41.8 + 9
    assert "Bagian negatif terbesar 26,35% pada bulan Maret." in figure.alt


def test_requests_chart_stacks_the_kinds_that_there_are(biro_humas, drawn):
    figure = draw_requests(biro_humas.data.requests)
    (plot,) = plots(drawn[0])
    assert sum(bar.get_width() for bar in bars(plot)) == 205
    legend = [text.get_text() for text in drawn[0].artists if hasattr(text, "get_text")]
    assert "Serta-merta" not in legend
    assert figure.alt.endswith("seluruhnya 205. Terbanyak 41 pada bulan November.")


def test_complaints_chart_has_a_bar_for_each_status(biro_humas, drawn):
    figure = draw_complaints(biro_humas.data.complaints)
    assert [bar.get_width() for bar in bars(plots(drawn[0])[0])] == [0, 116, 5301, 568]
    assert "Selesai 5.301 (88,57%)" in figure.alt  # 5301 / 5985
