"""Surveys as indicators: read and never typed, and compared with what was printed of them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from skmlib.survey.grim import possible_counts

INDICATOR = '{nama: Kepuasan, arah: naik, target: "80", sumber: {survei: loket}}'
FOURS, THREES = ",".join("4" * 9), ",".join("3" * 9)


@pytest.fixture
def surveyed(office):
    """Three of four respondents answer 4, one answers 3: every mean is 3.75, the index 93.75."""
    office.indicate(INDICATOR)
    office.tell("survei: [loket]\n")
    office.project.write_responses(FOURS, FOURS, FOURS, THREES)
    return office


def pesan(office, start: str) -> list[str]:
    return [finding.pesan for finding in office.read().findings if finding.pesan.startswith(start)]


def test_value_is_the_index_of_the_survey(surveyed):
    report = surveyed.read()
    assert report.indikator[0].realisasi == Fraction("93.75")
    survey = report.data.surveys["loket"]
    assert (survey.n, survey.ni, survey.mutu) == (4, Fraction("3.75"), "A")


def test_headline_of_the_survey_is_followed(surveyed):
    # KTP: 4, 4, 4 (100); KK: 3 (75). The mean of both services is 87.5, of all respondents 93.75.
    surveyed.project.add(
        "layanan: {kolom: Layanan, kategori: [KTP, KK]}\nnilai_utama: rata_rata_layanan\nambang_kelompok: 1\n"
    )
    rows = [f"{FOURS},KTP"] * 3 + [f"{THREES},KK"]
    surveyed.project.write_responses(*rows, headings=f"{surveyed.project.headings},Layanan")
    assert surveyed.read().indikator[0].realisasi == Fraction("87.5")


def test_files_of_the_survey_are_among_the_sources(surveyed):
    names = [source.berkas for source in surveyed.read().provenance.sources]
    assert {"params/2025-S1/biro.yml", "params/2025-S1/loket.yml", "data/2025-S1/loket/responden.csv"} <= set(names)


def test_published_indices_of_the_survey_are_the_history(surveyed):
    years = ", ".join(
        f'{{periode: "{year}", ikm: "{80 + place}"}}' for place, year in enumerate((2023, 2021, 2024, 2022))
    )
    surveyed.project.add(f"riwayat: [{years}]\n")
    past = surveyed.read().indikator[0].riwayat
    assert [(one.periode, one.realisasi) for one in past] == [("2022", 83), ("2023", 80), ("2024", 82)]


def test_problems_of_the_survey_stop_the_report(surveyed):
    surveyed.project.write_responses("9,4,4,4,4,4,4,4,4")
    assert surveyed.stops().startswith(
        "data/2025-S1/loket/responden.csv: 1 masalah.\n  baris 2, kolom 'Syarat': tertulis '9'"
    )


def test_survey_without_index_stops_the_report(surveyed):
    surveyed.project.write_responses(",4,4,4,4,4,4,4,4")
    assert surveyed.stops() == (
        "data/2025-S1/loket: 1 masalah.\n"
        "  survei ini tidak memiliki IKM, karena ada unsur yang tidak dijawab seorang pun, lengkapi jawabannya."
    )


def test_findings_of_the_survey_are_counted(surveyed):
    surveyed.project.write_responses(FOURS, f"4,,{FOURS[4:]}")
    assert pesan(surveyed, "Laporan 1 survei") == [
        "Laporan 1 survei memuat temuan mutu data: Loket Contoh (2); uraiannya ada pada laporan itu."
    ]


def test_stated_value_that_is_not_the_index_is_a_finding(surveyed):
    path = surveyed.root / surveyed.file
    path.write_text(
        path.read_text(encoding="utf-8").replace("sumber:", 'realisasi: "93.76", sumber:'), encoding="utf-8"
    )
    assert pesan(surveyed, "Realisasi") == [
        "Realisasi: Kepuasan: tercetak 93,76, dihitung ulang 93,75 (laporan ini memakai nilai yang dihitung)."
    ]


def printed(office, text: str):
    office.tell(f"tercetak: {{survei: {{loket: {{{text}}}}}}}\n")
    return office.read().data.surveys["loket"]


def test_printed_figures_that_follow_are_no_finding(surveyed):
    # 25 x (3.75 + 3.75) / 2 = 93.75
    survey = printed(surveyed, 'responden: 4, unsur: {waktu: "3.75", biaya: "3.75"}, ni: "3.75", ikm: "93.75"')
    assert survey.ikm_tercetak_unsur == Fraction("93.75")
    report = surveyed.read()
    assert [value.sesuai for value in report.printed] == [True] * 6
    assert not pesan(surveyed, "Loket Contoh")


def test_printed_mean_that_whole_answers_cannot_give_is_a_finding(surveyed):
    surveyed.project.add("populasi: 12\n")
    # 3.75 is 15 / 4, 30 / 8, 45 / 12; five answers give 3.60, 3.80.
    survey = printed(surveyed, 'responden: 5, unsur: {waktu: "3.75"}')
    assert survey.n_mungkin == (4, 8, 12)
    assert survey.tidak_mungkin == ("waktu",)
    assert pesan(surveyed, "Loket Contoh: responden") == [
        (
            "Loket Contoh: responden: tercetak 5, dihitung ulang 4; 8; 12 (1 dari 1 nilai unsur yang tercetak tidak mungkin "
            "berasal dari 5 jawaban utuh (GRIM); banyaknya responden yang mungkin 4, 8, 12; jawaban survei ini 4)."
        )
    ]


def test_printed_respondents_that_are_others_are_a_finding(surveyed):
    printed(surveyed, 'responden: 8, unsur: {waktu: "3.75"}')
    assert pesan(surveyed, "Loket Contoh: responden") == [
        "Loket Contoh: responden: tercetak 8, dihitung ulang 4 (jawaban survei ini 4)."
    ]


def test_printed_index_that_does_not_follow_from_printed_means_is_a_finding(surveyed):
    # 25 x 3.74 = 93.50; 25 x 3.75 = 93.75
    printed(surveyed, 'unsur: {waktu: "3.74"}, ni: "3.75", ikm: "93.75"')
    assert pesan(surveyed, "Loket Contoh: IKM") == [
        (
            "Loket Contoh: IKM dari nilai unsur yang tercetak: tercetak 93,75, dihitung ulang 93,50 (25 × rata-rata nilai "
            "unsur yang tercetak, yang sudah dibulatkan; 25 × nilai indeks yang tercetak adalah 93,75)."
        )
    ]


def test_printed_weight_that_the_index_was_not_made_with_is_a_finding(surveyed):
    # 9 x 3.75 x 0.111 x 25 = 93.65625
    survey = printed(surveyed, 'ikm: "93.75", bobot: "0.111"')
    assert survey.ikm_bobot_tercetak == Fraction("93.65625")
    assert pesan(surveyed, "Loket Contoh: bobot") == [
        (
            "Loket Contoh: bobot setiap unsur: tercetak 0,111, dihitung ulang 93,66 (IKM dengan bobot itu; yang tercetak "
            "93,75 memakai bobot eksak)."
        )
    ]


def test_printed_weight_without_a_printed_index_is_compared_with_nothing(surveyed):
    printed(surveyed, 'bobot: "0.111"')
    assert surveyed.read().printed == ()


def test_printed_weight_that_the_index_was_made_with_follows(surveyed):
    printed(surveyed, 'ikm: "93.66", bobot: "0.111"')
    assert not pesan(surveyed, "Loket Contoh: bobot")


def test_printed_unsur_that_the_survey_does_not_have_stops_the_report(surveyed):
    surveyed.tell('tercetak: {survei: {loket: {unsur: {wktu: "3.75"}}}}\n')
    assert surveyed.stops() == (
        "params/2025-S1/biro.yml: 1 masalah.\n"
        "  kunci 'tercetak.survei.loket.unsur': survei 'loket' tidak memuat unsur 'wktu', hapus atau betulkan. Mungkin "
        "maksudnya 'waktu'?"
    )


def test_numbers_of_respondents_that_give_all_means():
    # 3.50 needs an even number, 3.33 a multiple of 3 up to 20: 3.33 is 10/3, 20/6 ... and 40/12.
    assert possible_counts((Decimal("3.50"), Decimal("3.33")), most=20) == (6, 12, 18)
