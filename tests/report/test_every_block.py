"""Every public table, chart and sentence, over both samples and surveys at the edge: none fails or shows a raw value."""

import re

import pytest

import skmlib
from skmlib.pipeline.hasil import write_hasil
from skmlib.pipeline.worksheet import write_worksheet
from skmlib.survey.dataset import read_survey
from skmlib.survey.summary import summarise_survey

READING = {"read_performance", "read_recap", "read_survey", "summarise_recap", "summarise_survey"}
RECAP = [name for name in skmlib.__all__ if name.startswith(("recap_", "draw_recap"))]
PERFORMANCE = [name for name in skmlib.__all__ if name.startswith(("performance_", "draw_performance"))]
SHOWING = [name for name in skmlib.__all__ if name not in {*READING, *RECAP, *PERFORMANCE}]
WITHOUT_RESULTS = {"legal_basis_text", "mutu_table"}
RAW_VALUE = re.compile(r"\bnan\b|\bNaN\b|\bNone\b|<NA>|&lt;NA&gt;|Fraction\(|Decimal\(|\bNaT\b")
USUAL = "3,4,3,4,3,4,3,4,3"
ALL_FOUR = "4,4,4,4,4,4,4,4,4"
ACTIONS = """\
periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan
2025-S1,1,sarana,Cat ulang,2025-TW3,Umum,,,,,
2025-S1,1.1,,Beli cat,,,,,,,
2024-S2,1,sarana,Cat ulang,,,,,,,
"""


def one_respondent(project):
    project.write_responses(USUAL)


def unsur_without_answers(project):
    project.write_responses("3,4,3,,3,4,3,4,3", "3,4,3,,3,4,3,4,2")


def everybody_four(project):
    project.write_responses(*[ALL_FOUR] * 6)


def eight_unsur(project):
    project.change("  biaya: {label: U4, kolom: Biaya}\n", "")
    project.write_responses(USUAL, "4,4,2,4,3,4,3,4,3")


def extra_unsur(project):
    project.change("pengesahan:", "  keamanan: {label: U10, nama: 'Aman & <b>$x$</b>', kolom: Aman}\npengesahan:")
    project.write_responses(f"{USUAL},4", f"{ALL_FOUR},1", headings=f"{project.headings},Aman")


def official_weight_and_more_than_the_population(project):
    project.add("bobot: 0.111\npopulasi: 1\n")
    project.write_responses(USUAL, ALL_FOUR)


def whole_population(project):
    project.add("populasi: 2\n")
    project.write_responses(USUAL, ALL_FOUR)


def small_groups_plan_and_history(project):
    project.add(
        """
        layanan: {kolom: Layanan, kategori: [KTP, KK]}
        profil:
          jk: {nama: Jenis kelamin, kolom: JK, kategori: [L, P]}
        riwayat: [{periode: 2024-S2, ikm: 80.1}]
        periode_sebelumnya: 2024-S2
        """
    )
    rows = [f"{USUAL},KTP,L", f"{USUAL},KK,P", f"{ALL_FOUR},Akta #1 $x,", f"{USUAL},KTP,L"]
    project.write_responses(*rows, headings=f"{project.headings},Layanan,JK")
    project.write("data/2025-S1/loket/tindak_lanjut.csv", ACTIONS)


def own_weights_and_a_previous_plan_nobody_reported(project):
    own = "persyaratan: 0.2, prosedur: 0.1, waktu: 0.1, biaya: 0.1, produk: 0.1, kompetensi: 0.1, perilaku: 0.1"
    project.add(f"bobot: {{{own}, pengaduan: 0.1, sarana: 0.1}}\nperiode_sebelumnya: 2024-S2\njumlah_prioritas: 50\n")
    project.add("riwayat: [{periode: '2023', ni: '3.1'}, {periode: 2024-S2, ikm: '80', unsur: {sarana: '3.2'}}]\n")
    project.write_responses(USUAL, ALL_FOUR, "1,1,1,1,1,1,1,1,1")
    project.write(
        "data/2025-S1/loket/tindak_lanjut.csv", "\n".join(ACTIONS.splitlines()[:1] + ACTIONS.splitlines()[3:])
    )


def comments_that_say_nothing_and_blanks(project):
    project.add("data: {kolom_komentar: Saran}\nprofil: {jk: {nama: JK, kolom: JK, kategori: [L]}}\n")
    rows = (f"{USUAL},-,", "4,,4,4,4,4,4,4,4,-,L", ",3,3,,3,3,3,3,3,-,X")
    project.write_responses(*rows, headings=f"{project.headings},Saran,JK")
    ids = read_survey("loket", "2025-S1", root=project.root).responses.valid["id_responden"]
    lines = [f"{who},-,tanpa_komentar,," for who in ids]
    header = "id_responden,komentar,sentimen,unsur,kutip"
    project.write("data/2025-S1/loket/komentar.csv", "\n".join([header, *lines]) + "\n")


EDGES = [
    one_respondent,
    unsur_without_answers,
    everybody_four,
    eight_unsur,
    extra_unsur,
    official_weight_and_more_than_the_population,
    whole_population,
    small_groups_plan_and_history,
    own_weights_and_a_previous_plan_nobody_reported,
    comments_that_say_nothing_and_blanks,
]


def results_of(project):
    return summarise_survey(read_survey("loket", "2025-S1", root=project.root))


def shown(name: str, results) -> str:
    """Show a block in both targets; give its HTML without tags and drawings, and what is said of the drawings."""
    arguments = [results, "layanan"] if name in {"draw_groups", "groups_table"} else [results]
    arguments = [] if name in WITHOUT_RESULTS else arguments
    block = getattr(skmlib, name)(*arguments)
    assert isinstance(str(block.typst()), str)
    html = str(block.html())
    alternatives = " ".join(re.findall(r'\b(?:alt|aria-label)="([^"]*)"', html)) if name.startswith("draw_") else ""
    return alternatives + re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL))


@pytest.mark.parametrize("edge", EDGES, ids=lambda edge: edge.__name__)
def test_edge_survey_shows_every_block_and_no_raw_value(project, edge):
    edge(project)
    results = results_of(project)
    for name in SHOWING:
        text = shown(name, results)
        found = RAW_VALUE.search(text)
        assert not found, f"{name}: {text[max(0, found.start() - 60) : found.end() + 30]}"


@pytest.mark.parametrize("edge", EDGES, ids=lambda edge: edge.__name__)
def test_edge_survey_is_written_as_worksheet_and_json(project, edge, tmp_path):
    edge(project)
    results = results_of(project)
    write_worksheet(results, tmp_path / "a.xlsx")
    write_hasil(results, tmp_path / "a.json")
    assert "NaN" not in (tmp_path / "a.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHOWING)
@pytest.mark.parametrize("sample", ["kasn", "sekadau"])
def test_sample_shows_no_raw_value(request, sample, name):
    assert not RAW_VALUE.search(shown(name, request.getfixturevalue(sample)))


@pytest.mark.parametrize("name", RECAP)
@pytest.mark.parametrize("sample", ["kemensos", "kemensos_terbit"])
def test_recap_shows_no_raw_value(request, sample, name):
    assert not RAW_VALUE.search(shown(name, request.getfixturevalue(sample)))


def only_stated_values(office):
    office.indicate('{nama: A, arah: turun, target: "1", realisasi: "5"}')


def words_that_look_like_markup(office):
    sign = "<b>$x$</b> #let *a* & _b_"
    office.indicate(
        f'{{nama: "{sign}", satuan: "{sign}", arah: naik, target: "2", target_awal: "-", sumber: {{indeks: "{sign}"}}}}'
    )
    office.tell(f'tugas: "{sign}"\norganisasi: ["{sign}", "{sign}"]\nasumsi: ["{sign}"]\n')
    office.keep("indeks.csv", "indeks,bagian,rincian,nilai", f"{sign},{sign},{sign},1", f"{sign},{sign},Jumlah,2")
    office.keep("anggaran.csv", "kegiatan,pagu_awal,pagu_akhir,realisasi", f"{sign},0,0,")
    office.keep("pegawai.csv", "kelompok,uraian,jumlah", f"{sign},{sign},0")


@pytest.mark.parametrize("name", PERFORMANCE)
@pytest.mark.parametrize("edge", [only_stated_values, words_that_look_like_markup])
def test_performance_report_at_the_edge_shows_no_raw_value(office, edge, name):
    edge(office)
    report = office.read()
    assert not RAW_VALUE.search(shown(name, report))
    assert "<b>$" not in str(getattr(skmlib, name)(report).html())


@pytest.mark.parametrize("name", PERFORMANCE)
def test_performance_report_shows_no_raw_value(biro_humas, name):
    assert not RAW_VALUE.search(shown(name, biro_humas))


def test_unsur_without_answers_leaves_no_index_and_says_why(project):
    unsur_without_answers(project)
    results = results_of(project)
    reason = "Tidak ada jawaban untuk unsur Biaya/tarif, sehingga IKM tidak dihitung."
    assert f"IKM unit tidak dapat dihitung. {reason}" in shown("ikm_text", results)
    assert f"IKM Loket Contoh tidak dapat dihitung. {reason}" in shown("conclusion_text", results)


def test_mistake_of_others_the_official_weight_turns_an_a_into_a_b_and_the_report_shows_it(project):
    # 53 of 60 points on each of nine unsur gives 53 / 15 x 25 = 88.333 (A); x 0.999 = 88.245, half up 88.25 (B).
    project.add("bobot: 0.111\n")
    rows = [",".join("4" if place < 8 else "3" for _ in range(9)) for place in range(15)]
    project.write_responses(*rows)
    text = " ".join(shown("ikm_text", results_of(project)).split())
    assert "IKM 88,25 " in text
    assert "eksak 88,33 A 0,00" in text
    assert "0,111 88,25 B −0,09" in text


def test_hidden_groups_show_a_word_and_no_number(project):
    small_groups_plan_and_history(project)
    text = " ".join(shown("layanan_scores_table", results_of(project)).split())
    hidden = " ".join(["-"] * 10) + " disembunyikan -"
    assert f"KTP 2 {hidden}" in text
    assert f"KK 1 {hidden}" in text
    assert f"Akta #1 $x 1 {hidden}" in text


def test_reader_is_told_once_per_section_what_a_survey_does_not_have(sekadau):
    sections = {
        "3.1": ["profile_tables", "draw_profile"],
        "3.2": ["layanan_table", "draw_layanan"],
        "4.1": ["sentiment_text", "sentiment_overall_table", "sentiment_table", "draw_sentiment"],
        "4.5": ["trend_text", "trend_table", "draw_trend", "unsur_change_table"],
        "lampiran 6": ["realised_text", "realised_table"],
    }
    for section, names in sections.items():
        told = [text for name in names if (text := shown(name, sekadau).strip())]
        assert len(told) == 1, (section, told)
