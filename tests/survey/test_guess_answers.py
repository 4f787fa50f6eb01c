"""Proposals for answers whose words or direction are unusual."""

import pandas as pd
import pytest

from skmlib.survey.answer_proposal import AnswerProposal
from skmlib.survey.guess_answers import propose_answers
from skmlib.survey.guess_codes import low_mark


def propose(heading, *texts, unsur=None):
    return propose_answers(pd.DataFrame({heading: list(texts)}), unsur=unsur, berkas="a.csv")


@pytest.mark.parametrize(
    ("texts", "worst_first"),
    [
        (("Excellent", "Good"), ["Poor", "Fair", "Good", "Excellent"]),
        (("Selalu", "Jarang"), ["Tidak pernah", "Jarang", "Sering", "Selalu"]),
        (("kadang-kadang", "Sering"), ["Tidak pernah", "Kadang-kadang", "Sering", "Selalu"]),
        (("Very satisfied", "Dissatisfied"), ["Very dissatisfied", "Dissatisfied", "Satisfied", "Very satisfied"]),
        (("tidak_puas", "sangat_puas", "puas"), ["Tidak puas", "Kurang puas", "Puas", "Sangat puas"]),
        (("A1", "A4"), ["a1", "a2", "a3", "a4"]),
        (("★★", "★★★★"), ["★", "★★", "★★★", "★★★★"]),
        (("3 ★", "4 ★"), ["★", "★★", "3 ★", "4 ★"]),
    ],
)
def test_usual_sets_of_four_are_proposed_and_asked(texts, worst_first):
    proposal = propose("Sarana", *texts)
    assert [labels[0] for labels in proposal.jawaban.values()] == worst_first
    assert proposal.mark


def test_somewhat_bad_is_better_than_bad():
    proposal = propose("Prosedur", "Somewhat difficult", "Easy", "Very easy")
    assert proposal.jawaban["2"] == ["Somewhat difficult"]
    assert propose("Prosedur", "Agak sulit", "Mudah", "Sangat mudah").jawaban["2"] == ["Agak sulit"]


def test_codes_before_informal_words_are_theirs():
    proposal = propose("Prosedur", "4 = Gampang banget", "3 = Gampang", "2 = Agak susah")
    assert [labels[0] for labels in proposal.jawaban.values()] == ["Kode 1", "Agak susah", "Gampang", "Sangat gampang"]
    assert proposal.mark == "kode di depan jawaban dipakai; 'Kode 1' tidak ada di berkas, samakan dengan formulirnya"


def test_codes_against_their_words_are_not_followed():
    assert propose("Prosedur", "1 - Mudah", "4 - Sulit", "2 - Sangat mudah").jawaban["1"] != ["Mudah"]


def test_five_stars_are_refused():
    assert propose("Sarana", "★★★", "★★★★★").problems[0].tertulis == "jawabannya bintang ('★★★', '★★★★★')"


def test_words_that_nobody_knows_are_listed():
    proposal = propose("Sarana", "Mantap", "Lumayan", "Mantap", "Payah")
    assert proposal.jawaban == {code: ["?"] for code in "1234"}
    assert proposal.mark == (
        "jawaban pada 'Sarana': 'mantap' 2 kali, 'lumayan' 1 kali, 'payah' 1 kali; tulis masing-masing pada kodenya, 1 yang "
        "terburuk sampai 4 yang terbaik"
    )


def test_five_words_that_nobody_knows_are_refused():
    problem = propose("Sarana", "Top", "Mantap", "Oke", "Lumayan", "Payah").problems[0]
    assert problem.tertulis == "jawabannya 5 macam, bukan empat ('lumayan', 'mantap', 'oke', 'payah', 'top')"


@pytest.mark.parametrize(
    "words", [("Setuju", "Tidak setuju", "Sangat setuju"), ("SS", "S", "TS"), ("Selalu", "Sering")]
)
def test_agreement_with_blame_is_the_worst_answer(words):
    proposal = propose("Prosedur berbelit-belit", *words)
    best_first = propose("Prosedur jelas", *words).jawaban
    assert list(proposal.jawaban.values()) == list(best_first.values())[::-1]
    assert proposal.is_falling
    assert proposal.mark == (
        "judul 'Prosedur berbelit-belit' bernada negatif ('berbelit-belit'), sehingga di sini jawaban yang paling setuju "
        "dibaca 1; balikkan 'jawaban' dan hapus 'urutan_dipastikan' bila keliru"
    )


def test_an_answer_that_grades_the_service_itself_is_not_turned_round():
    proposal = propose("Waktu pelayanan lama", "Cepat", "Sangat cepat", unsur="waktu")
    assert (proposal.is_falling, proposal.jawaban["4"]) == (False, ["Sangat cepat"])


def test_codes_under_blame_are_asked():
    proposal = propose("Petugas tidak ramah", "1", "4")
    assert (proposal.jawaban, proposal.marks_column) == (None, True)
    assert proposal.mark == (
        "judul 'Petugas tidak ramah' bernada negatif ('tidak ramah'); bila 4 di berkas berarti setuju dengan judul itu, tulis "
        "'kode_terbalik: ya' pada unsur ini"
    )


def test_words_of_another_question_overrule_the_form():
    cells = ["Baik"] * 8 + ["Sangat baik"] * 2 + ["Kurang baik"]
    assert propose("Sarana", *cells, unsur="sarana").jawaban["2"] == ["Kurang baik"]


def test_one_slip_leaves_the_words_of_the_form():
    cells = ["Baik"] * 8 + ["Sangat baik"] * 2 + ["Cukup", "Kurang baik"]
    assert propose("Sarana", *cells, unsur="sarana").jawaban["2"] == ["Cukup"]


def test_a_mean_below_the_middle_asks_for_the_direction():
    # (1 + 1 + 2 + 3) / 4 = 1.75
    assert low_mark(pd.DataFrame({"Sarana": list("1123")}), {"sarana": AnswerProposal()}) == (
        "rata-rata semua jawaban 1,75, luar biasa rendah; bila pada formulir 1 jawaban terbaik, tulis 'kode_terbalik: ya' pada "
        "setiap unsur"
    )


def test_a_low_mean_of_labels_asks_nothing():
    labels = AnswerProposal({"1": ["Buruk"], "2": ["Cukup"], "3": ["Baik"], "4": ["Sangat baik"]})
    assert low_mark(pd.DataFrame({"Sarana": list("1123")}), {"sarana": labels}) == ""
