"""Everything a report shows, computed once: what is there, and what is empty when a survey lacks it."""

from fractions import Fraction

import pytest

from skmlib.survey.dataset import read_survey
from skmlib.survey.summary import summarise_survey

FOURS, THREES = "4,4,4,4,4,4,4,4,4", "3,3,3,3,3,3,3,3,3"


def results_of(project):
    return summarise_survey(read_survey("loket", "2025-S1", root=project.root))


def test_plain_survey_has_only_what_answers_give(project):
    project.write_responses(FOURS, THREES)
    results = results_of(project)
    assert (results.sample, results.extra, results.sentiment, results.quotes) == (None, None, None, None)
    assert (results.plan, results.previous_plan, results.realised) == (None, None, None)
    assert (results.profile, results.groups) == ({}, {})


def test_services_come_before_characteristics(kasn):
    keys = ["layanan", "jenis_kelamin", "usia", "pendidikan", "instansi", "bulan_layanan"]
    assert list(kasn.profile) == list(kasn.groups) == keys


def test_low_answers_are_counted_of_the_answers_to_that_unsur(project):
    project.write_responses("1,4,4,4,4,4,4,4,4", "2,4,4,4,4,4,4,4,4", "3,,4,4,4,4,4,4,4", ",,4,4,4,4,4,4,4")
    low = results_of(project).low_answers
    # persyaratan: 1 and 2 of three answers; prosedur: none of two
    assert low["n"].tolist()[:2] == [2, 0]
    assert low["persen"].tolist()[:2] == [Fraction(200, 3), Fraction(0)]


def test_low_answers_to_an_unsur_nobody_answered_have_no_share(project):
    project.write_responses("4,4,4,,4,4,4,4,4")
    assert results_of(project).low_answers["persen"].tolist()[3] is None


def test_named_weights_stand_beside_the_exact_one(project):
    project.write_responses(FOURS)
    options = results_of(project).alternatives
    # everybody 4: 100; 0.111 x 9 x 4 x 25 = 99.9; 0.11 x 9 x 4 x 25 = 99
    assert dict(zip(options["bobot"], options["ikm"], strict=True)) == {
        "eksak": 100,
        "0.111": Fraction(999, 10),
        "0.11": 99,
    }
    assert options["selisih"].tolist() == [0, Fraction(-1, 10), -1]


def test_eight_unsur_have_no_official_weight(project):
    project.change("  biaya: {label: U4, kolom: Biaya}\n", "")
    project.write_responses(FOURS)
    assert results_of(project).alternatives["bobot"].tolist() == ["eksak"]


@pytest.mark.parametrize(("bobot", "is_exact"), [("eksak", True), ("0.111", False)])
def test_report_knows_whether_its_weight_is_exact(project, bobot, is_exact):
    project.add(f"bobot: {bobot}\n")
    project.write_responses(FOURS)
    assert results_of(project).is_exact is is_exact


def test_own_weights_that_equal_the_exact_ones_are_exact(project):
    project.change("  biaya: {label: U4, kolom: Biaya}\n", "")
    names = ("persyaratan", "prosedur", "waktu", "produk", "kompetensi", "perilaku", "pengaduan", "sarana")
    project.add(f"bobot: {{{', '.join(f'{name}: 0.125' for name in names)}}}\n")
    project.write_responses(FOURS)
    assert results_of(project).is_exact


def test_answers_hold_nothing_else_and_are_sorted(project):
    project.add("profil: {jk: {nama: Jenis kelamin, kolom: JK, kategori: [L, P]}}\n")
    project.write_responses(f"{FOURS},L", f"{THREES},P", "3,,3,3,3,3,3,3,3,L", headings=f"{project.headings},JK")
    answers = results_of(project).answers
    assert list(answers.columns) == list(results_of(project).survey.parameters.unsur)
    assert answers.iloc[:, :2].to_numpy().tolist() == [[3, 3], [3, None], [4, 4]]


def test_reason_names_a_further_unsur_as_the_parameters_do(project):
    project.change("pengesahan:", "  aman: {label: U10, nama: Keamanan, kolom: Aman}\npengesahan:")
    project.write_responses(f"{FOURS},", headings=f"{project.headings},Aman")
    assert results_of(project).ikm.reason == "Tidak ada jawaban untuk unsur Keamanan, sehingga IKM tidak dihitung."


def test_plan_and_previous_plan_are_parted_by_period(kasn):
    assert set(kasn.plan["periode"]) == {"2024"}
    assert set(kasn.previous_plan["periode"]) == {"2023"}
    assert kasn.realised.persen == 70  # (3 + 1 / 2) / 5


def test_kasn_is_summarised_as_published(kasn, root):
    # total of 8,272 over nine unsur and 260 respondents
    assert (kasn.ikm.n, kasn.ikm.ikm, kasn.ikm.mutu) == (260, Fraction(8272 * 25, 2340), "A")
    assert kasn.sample.minimum == 193
    assert (kasn.priorities.tertinggi, kasn.priorities.terendah) == (("biaya", "kompetensi"), ("sarana",))


def test_kasn_change_is_tested_against_the_answers_of_2023(kasn):
    # With csv and SciPy 1.17.1: standard deviations of the respondents' means 0.386700 (2024) and 0.375983 (2023), so the
    # variances of the indices are (25 x 0.3867)^2 / 260 x (1 - 260/384) = 0.116080 and (25 x 0.375983)^2 / 480 = 0.184066,
    # together 0.300146;
    # t = -2.243145 / 0.547856 = -4.0944; df = 0.300146^2 / (0.116080^2 / 259 + 0.184066^2 / 479) = 733.8
    change = kasn.change.ikm
    assert change.perubahan == Fraction(8272 * 25, 2340) - Fraction(15659 * 25, 4320)
    assert change.t == pytest.approx(-4.0944, abs=2e-3)
    assert change.df == pytest.approx(733.8, abs=0.5)


def test_kasn_annotators_agree_as_counted_apart(kasn):
    # krippendorff 0.9.0 and scikit-learn 1.9.1 on the csv file: 97 of 108 alike; alpha 14526/16891, kappa 7261/8449
    sentimen, unsur = kasn.agreement.sentimen, kasn.agreement.unsur
    assert (sentimen.n, sentimen.sepakat, sentimen.kappa) == (108, 97, Fraction(7261, 8449))
    assert sentimen.alpha == pytest.approx(14526 / 16891, abs=1e-12)
    assert (unsur.n, unsur.sepakat, unsur.kappa) == (91, 87, Fraction(7031, 7395))


def test_phases_of_kasn_2023_add_up(root):
    parts = read_survey("kasn", "2023", root=root).parts
    assert [(part.nama, part.tally.responden, int(part.tally.jumlah.sum())) for part in parts] == [
        ("Tahap I", 265, 8608),
        ("Tahap II", 215, 7051),
    ]
