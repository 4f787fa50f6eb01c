"""What is told about the survey as a whole: mapping, sample, weights, copied figures, plan."""

from fractions import Fraction

import pytest

from skmlib.problems import Finding
from skmlib.survey.dataset import read_survey
from skmlib.survey.survey_findings import published_periods

FILE = "data/2025-S1/loket/responden.csv"
PARAMETERS = "params/2025-S1/loket.yml"
ACTIONS = "data/2025-S1/loket/tindak_lanjut.csv"
COLUMNS = "periode,nomor,unsur,program,triwulan,penanggung_jawab,status,tanggal,uraian,kendala,direncanakan"
# nrr: persyaratan to pengaduan 3.5, sarana 2.5; ni = (8 x 3.5 + 2.5) / 9 = 30.5/9; ikm = 762.5/9 = 84.722...
ROWS = ("4,4,4,4,4,4,4,4,3", "3,3,3,3,3,3,3,3,2")


def find(project, *jenis: str) -> list[Finding]:
    return [
        finding for finding in read_survey("loket", "2025-S1", root=project.root).findings if finding.jenis in jenis
    ]


def test_a_plain_survey_has_no_findings(project):
    project.write_responses(*ROWS)
    assert read_survey("loket", "2025-S1", root=project.root).findings == ()


def test_an_assumed_mapping_is_told_in_the_words_of_the_parameters(project):
    project.add("asumsi_unsur: Urutan U8 dan U9 diasumsikan.\n")
    project.write_responses(*ROWS)
    assert find(project, "asumsi_unsur") == [Finding("asumsi_unsur", PARAMETERS, "Urutan U8 dan U9 diasumsikan.")]


def test_too_few_respondents_are_told(project):
    project.add("populasi: 10\n")  # table of Krejcie and Morgan: 10 for a population of 10
    project.write_responses(*ROWS)
    text = "Responden 2 orang, kurang 8 dari sampel minimum 10."
    assert find(project, "sampel_kurang", "melebihi_populasi") == [Finding("sampel_kurang", FILE, text, 8)]


def test_enough_respondents_are_no_finding(project):
    project.add("populasi: 10\n")
    project.write_responses(*ROWS * 5)
    assert find(project, "sampel_kurang", "melebihi_populasi") == []


def test_the_minimum_is_rounded_as_the_parameters_say(project):
    # 384 x 0.96025 / (0.0025 x 383 + 0.96025) = 192.28: to nearest 192
    project.add("populasi: 384\nsampel: {pembulatan: terdekat}\n")
    project.write_responses(*ROWS)
    assert [finding.pesan for finding in find(project, "sampel_kurang")] == [
        "Responden 2 orang, kurang 190 dari sampel minimum 192."
    ]


def test_more_respondents_than_users_are_told(project):
    project.add("populasi: 1\n")
    project.write_responses(*ROWS)
    text = (
        "Responden 2 orang, lebih banyak daripada populasi 1; periksa 'populasi' atau pengisian ganda. "
        "Selang kepercayaan dihitung tanpa koreksi populasi."
    )
    assert find(project, "sampel_kurang", "melebihi_populasi") == [Finding("melebihi_populasi", PARAMETERS, text, 1)]


def test_excluded_rows_do_not_count_as_respondents(project):
    project.add("populasi: 2\ndata: {uji_coba: [{kolom: Catatan, nilai: tes}]}\n")
    project.write_responses(f"{ROWS[0]},", f"{ROWS[1]},tes", headings=f"{project.headings},Catatan")
    assert [finding.n for finding in find(project, "sampel_kurang")] == [1]


@pytest.mark.parametrize(
    ("bobot", "ikm", "selisih"),
    [
        ("0.111", "84,64", "-0,08"),  # 30.5 x 0.111 x 25 = 84.6375; 84.6375 - 84.7222 = -0.0847
        ("0.11", "83,88", "-0,85"),  # 30.5 x 0.11 x 25 = 83.875; 83.875 - 84.7222 = -0.8472
    ],
)
def test_an_official_weight_is_told_with_the_exact_index_and_the_difference(project, bobot, ikm, selisih):
    project.add(f"bobot: '{bobot}'\n")
    project.write_responses(*ROWS)
    name = bobot.replace(".", ",")
    text = f"Laporan memakai bobot {name}, bukan 1/9: IKM {ikm}, dengan bobot eksak 84,72, selisih {selisih}."
    assert find(project, "bobot_bukan_eksak") == [Finding("bobot_bukan_eksak", PARAMETERS, text)]


def test_own_weights_are_told(project):
    own = "persyaratan: 0.2, prosedur: 0.1, waktu: 0.1, biaya: 0.1, produk: 0.1, kompetensi: 0.1, perilaku: 0.1"
    project.add(f"bobot: {{{own}, pengaduan: 0.1, sarana: 0.1}}\n")
    project.write_responses(*ROWS)
    # 25 x (0.9 x 3.5 + 0.1 x 2.5) = 85; 85 - 84.7222 = 0.2778
    assert [finding.pesan for finding in find(project, "bobot_bukan_eksak")] == [
        "Laporan memakai bobot menurut parameter, bukan 1/9: IKM 85,00, dengan bobot eksak 84,72, selisih 0,28."
    ]


def test_own_weights_that_are_exact_are_no_finding(project):
    project.change("  biaya: {label: U4, kolom: Biaya}\n", "")
    names = ("persyaratan", "prosedur", "waktu", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
    project.add(f"bobot: {{{', '.join(f'{name}: 0.125' for name in names)}}}\n")
    project.write_responses(*ROWS)
    assert find(project, "bobot_bukan_eksak") == []


COPIED = """
    riwayat:
      - {periode: 2024-S2, ni: '3.39', ikm: '84.72', responden: 2, unsur: {persyaratan: '3.50', sarana: '2.50'}}
"""


def test_figures_equal_to_an_earlier_period_are_told(project):
    # 30.5/9 = 3.3889, printed 3.39
    project.add(COPIED)
    project.write_responses(*ROWS)
    text = "Semua angka sama dengan yang terbit untuk periode 2024-S2; periksa apakah datanya disalin."
    assert find(project, "angka_disalin") == [Finding("angka_disalin", PARAMETERS, text)]


@pytest.mark.parametrize(
    ("old", "new"), [("3.39", "3.38"), ("84.72", "84.73"), ("responden: 2", "responden: 3"), ("'2.50'", "'2.51'")]
)
def test_one_figure_that_differs_is_enough(project, old, new):
    project.add(COPIED.replace(old, new))
    project.write_responses(*ROWS)
    assert find(project, "angka_disalin") == []


def test_published_history_keeps_its_printed_precision(project):
    project.add("riwayat: [{periode: '2024', ni: '3,60'}]\n")
    project.write_responses(*ROWS)
    history = published_periods(read_survey("loket", "2025-S1", root=project.root).parameters)
    assert [(period.periode, str(period.ni), period.ikm) for period in history] == [("2024", "3.60", None)]


def write_actions(project, *rows: str) -> None:
    project.write(ACTIONS, "\n".join([COLUMNS, *rows]) + "\n")


def test_a_plan_that_treats_the_lowest_unsur_is_no_finding(project):
    project.add("jumlah_prioritas: 1\n")
    project.write_responses(*ROWS)
    write_actions(project, "2025-S1,1,sarana,Tambah kursi,2025-TW4,Sekretariat,,,,,")
    assert find(project, "prioritas_tanpa_rencana", "rencana_melewati_unsur") == []


def test_a_plan_that_passes_the_lowest_unsur_over_is_told(project):
    project.add("jumlah_prioritas: 1\n")
    project.write_responses(*ROWS)
    write_actions(project, "2025-S1,1,waktu,Tambah loket,2025-TW4,Sekretariat,,,,,")
    assert find(project, "prioritas_tanpa_rencana", "rencana_melewati_unsur") == [
        Finding(
            "prioritas_tanpa_rencana",
            ACTIONS,
            "1 unsur prioritas belum memiliki rencana tindak lanjut: Sarana dan prasarana (2,50); tambahkan kegiatannya.",
        ),
        Finding(
            "rencana_melewati_unsur",
            ACTIONS,
            "Rencana menangani Waktu penyelesaian (3,50) (baris 2), padahal 1 unsur yang nilainya lebih rendah belum "
            "memiliki rencana: Sarana dan prasarana (2,50); tambahkan kegiatannya atau jelaskan alasannya.",
            1,
            (2,),
        ),
    ]


def test_an_action_of_the_previous_plan_that_nobody_reported_is_told(project):
    project.add("periode_sebelumnya: 2024-S2\n")
    project.write_responses(*ROWS)
    write_actions(project, "2024-S2,1,sarana,Tambah kursi,2025-TW1,Sekretariat,,,,,")
    assert [finding.pesan for finding in find(project, "rencana_tidak_dilaporkan")] == [
        "1 kegiatan dari rencana periode 2024-S2 tidak dilaporkan pelaksanaannya (nomor 1; baris 2); isi kolom status."
    ]


def test_sekadau_says_that_its_mapping_is_assumed(sekadau):
    assert [finding.jenis for finding in sekadau.findings if finding.berkas.startswith("params")] == ["asumsi_unsur"]


def test_the_index_of_the_rows_above_is_as_worked_by_hand(project):
    project.add("ambang_kelompok: 1\n")
    project.write_responses(*ROWS, "4,4,4,4,4,4,4,4,4")
    found = find(project, "jawaban_seragam")
    assert [finding.ikm_tanpa for finding in found] == [Fraction(1525, 18)]  # 762.5/9
