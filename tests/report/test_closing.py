"""Summary and conclusions."""

import pytest

from skmlib.report.blocks import KeyFigures
from skmlib.report.closing import (
    conclusion_text,
    documentation_text,
    priorities_text,
    signature,
    strengths_text,
    summary_panel,
)

FOURS = "4,4,4,4,4,4,4,4,4"


def panel_of(results) -> KeyFigures:
    return summary_panel(results).items[0]


def test_kasn_panel_has_the_published_figures(kasn):
    panel = panel_of(kasn)
    assert (panel.headline.value, panel.mutu, panel.kinerja) == ("88,38", "A", "Sangat baik")
    respondents, highest, lowest, mean = panel.items
    assert (respondents.value, respondents.detail) == ("260", "134,7% dari sampel minimum 193")
    assert (highest.label, highest.value) == ("Unsur tertinggi (1–4)", "U4 dan U6 · 3,61")
    assert (lowest.value, lowest.detail) == ("U9 · 3,45", "Sarana dan prasarana")
    # (90.19 + 87.04 + 87.43 + 90.33 + 86.17) / 5 = 88.23, of the services as the golden table prints them
    assert (mean.label, mean.value) == ("IKM rata-rata layanan", "88,23")


def test_many_equal_unsur_are_counted_and_not_named(project, summarise):
    project.write_responses("4,4,4,4,3,3,3,3,3")
    _, highest, lowest = panel_of(summarise(project)).items
    assert (highest.value, highest.detail) == ("4 unsur · 4,00", "U1, U2, U3, dan U4")
    assert (lowest.value, lowest.detail) == ("5 unsur · 3,00", "U5, U6, U7, U8, dan U9")


def test_kasn_main_points_are_in_sentences(kasn, words):
    told = words(summary_panel(kasn))
    assert "IKM turun 2,24, dari 90,62 pada Tahun 2023 menjadi 88,38 pada Tahun 2024" in told
    assert "Tindak lanjut hasil survei Tahun 2023 terlaksana 70%." in told
    assert "U9 Sarana dan prasarana (3,45), U3 Waktu penyelesaian (3,46), dan U5" in told


def test_sekadau_panel_says_that_the_interval_crosses_a_limit(sekadau, words):
    panel = panel_of(sekadau)
    assert (panel.headline.value, panel.headline.detail) == ("78,74", "Selang 95%: 76,26 sampai 81,23")
    assert panel.items[0].detail == "Populasi tidak diketahui"
    assert "Selang ini melintasi batas mutu 76,61." in words(summary_panel(sekadau))


def test_panel_without_index_has_no_letter_and_says_why(project, summarise, words):
    project.write_responses("4,4,4,,4,4,4,4,4", "3,3,3,,3,3,3,3,2")
    results = summarise(project)
    panel = panel_of(results)
    assert (panel.headline.value, panel.mutu, panel.headline.detail) == ("-", "", "")
    assert "Tidak ada jawaban untuk unsur Biaya/tarif, sehingga IKM tidak dihitung." in words(summary_panel(results))
    assert words(conclusion_text(results)).startswith(
        "IKM Loket Contoh tidak dapat dihitung. Tidak ada jawaban untuk unsur Biaya/tarif, sehingga IKM tidak dihitung."
    )


def test_kasn_conclusion_has_index_band_and_respondents(kasn, words):
    assert words(conclusion_text(kasn)).startswith(
        "Mutu pelayanan Komisi Aparatur Sipil Negara pada Tahun 2024 berada pada kategori A (Sangat baik) dengan IKM 88,38 "
        "dari 260 responden."
    )


def test_equal_unsur_do_not_fill_the_panel(project, summarise):
    project.write_responses(FOURS)
    assert [item.value for item in panel_of(summarise(project)).items[1:]] == ["Sama semua · 4,00"] * 2


@pytest.mark.parametrize(("asked", "more"), [(1, True), (2, True), (3, False)])
def test_tie_at_the_last_place_makes_the_list_longer_and_says_why(project, summarise, words, asked, more):
    project.add(f"jumlah_prioritas: {asked}\n")
    project.write_responses("2,2,2,4,4,4,4,4,4")
    told = words(priorities_text(summarise(project)))
    assert told.startswith(
        "Unsur prioritas perbaikan: U1 Persyaratan (2,00); U2 Sistem, mekanisme, dan prosedur (2,00); dan U3 Waktu"
    )
    reason = f"Jumlahnya lebih dari {asked} karena ada nilai yang sama pada 2 desimal."
    assert told.endswith(reason) is more


def test_more_priorities_than_unsur_names_all(project, summarise, words):
    project.add("jumlah_prioritas: 50\n")
    project.write_responses("1,2,2,4,4,4,4,4,3")
    told = words(priorities_text(summarise(project)))
    assert told.count("(") == 9
    assert "Jumlahnya lebih" not in told


def test_kasn_unsur_are_parted_by_their_published_categories(kasn, words):
    assert "unsur terbagi atas mutu A: U2, U4, U6, dan U7; mutu B: U1, U3, U5, U8, dan U9." in words(
        strengths_text(kasn)
    )


def test_own_words_follow_the_computed_ones(project, summarise, words):
    narasi = (
        "## Kesimpulan\n\nTerima kasih.\n\n## Lampiran\n\nFoto kegiatan.\n\n## Kekuatan dan kelemahan\n\nAntrean.\n"
    )
    project.write("data/2025-S1/loket/narasi.md", narasi)
    project.write_responses(FOURS)
    results = summarise(project)
    told = [words(make(results)).splitlines()[-1] for make in (conclusion_text, documentation_text, strengths_text)]
    assert told == ["Terima kasih.", "Foto kegiatan.", "Antrean."]


def test_documentation_that_is_not_there_is_said(sekadau, words):
    assert words(documentation_text(sekadau)) == "Tidak ada dokumentasi yang dilampirkan untuk periode ini."


def test_signature_has_place_date_and_office(sekadau):
    block = signature(sekadau)
    assert block.brief().startswith("Sekadau, 31 Juli 2019")
    assert "Pimpinan Unit Penyelenggara Pelayanan" in block.html()
