"""How a report tells printed figures that differ from the recomputed ones."""

from skmlib.report.printed import printed_table

ROWS = tuple(",".join([str(nilai)] * 9) for nilai in (4, 4, 3))  # nrr 11/3, IKM 91.67


def test_survey_without_printed_figures_shows_nothing(sekadau):
    assert printed_table(sekadau).items == ()


def test_kasn_differs_in_the_index_of_its_printed_means_and_in_its_change(kasn, tables, words):
    assert words(printed_table(kasn)).startswith(
        "Dari 15 angka dan keterangan yang telah terbit untuk periode ini, 13 sama"
    )
    [table] = tables(printed_table(kasn))
    # 25 x 31.80 / 9 = 88.33; 88.38 - 90.62 = -2.24, / 25 = -0.09 (the findings of the reference file)
    assert [row[:3] for row in table.rows] == [
        ("IKM dari nilai unsur yang tercetak", "88,38", "88,33"),
        ("Perubahan NI dari Tahun 2023", "−0,08", "−0,09"),
    ]
    assert table.rows[1][3] == "Selisih dari nilai yang sudah dibulatkan."


def test_figures_that_all_agree_are_said_in_a_sentence(project, summarise, words, tables):
    project.add('tercetak: {ikm: "91.67", mutu: A, responden: 3}\n')
    project.write_responses(*ROWS)
    block = printed_table(summarise(project))
    assert tables(block) == []
    assert words(block) == (
        "Dari 3 angka dan keterangan yang telah terbit untuk periode ini, 3 sama dan 0 berbeda bila dihitung ulang pada "
        "ketelitian yang tercetak.\n"
        "Terpenuhi: Semua angka tercetak yang dapat dibandingkan sama dengan hasil hitung ulang."
    )


def test_figure_that_nothing_explains_says_so(project, summarise, tables):
    project.add('tercetak: {ikm: "90.00", mutu: B, responden: 4, unsur: {waktu: "3.6"}, batas_bawah_ni: {A: "3.54"}}\n')
    project.write_responses(*ROWS)
    [table] = tables(printed_table(summarise(project)))
    nothing = "Tidak dapat dijelaskan dari angka lain yang tercetak."
    assert table.rows == (
        ("Jumlah responden", "4", "3", nothing),
        ("IKM unit", "90,00", "91,67", nothing),
        ("Mutu unit", "B", "A", nothing),
        ("Nilai U3", "3,6", "3,7", nothing),  # 3.667 at one decimal
        (
            "Batas bawah mutu A pada skala 1–4",
            "3,54",
            "3,5324",
            "IKM 88,31 dimulai pada batas ini; batas yang tercetak meninggalkan celah di antara mutu.",
        ),
    )
