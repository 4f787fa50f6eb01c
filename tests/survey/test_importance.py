"""Importance and performance: by hand, and correlations against SciPy 1.17.1 (pearsonr) and pingouin 0.7.0 (corr)."""

from fractions import Fraction

import pandas as pd
import pytest

from skmlib.survey.importance import score_derived_importance, score_stated_importance
from skmlib.survey.scores import score_unsur
from skmlib.survey.tally import tally_responses

_ = None
RESPONSES = pd.DataFrame(
    {
        "waktu": [4, 3, 2, 4, 1, 3, _, 4],
        "biaya": [2, 3, 3, _, 2, 4, 3, 1],
        "sarana": [4, 4, 4, 4, 4, 4, 4, 4],
        "puas": [4, 3, 2, 4, 2, 3, 1, _],
    },
    dtype="Int8",
)
UNSUR = ["waktu", "biaya", "sarana"]
SCORES = score_unsur(tally_responses(RESPONSES, unsur=UNSUR))


def scores_of(**nrr):
    return pd.DataFrame({"unsur": list(nrr), "nrr": pd.Series([*nrr.values()], dtype="object")})


def stated(importance, performance):
    """Importance by unsur as one respondent stated it, and performance by unsur."""
    responses = pd.DataFrame({f"p_{unsur}": [value] for unsur, value in importance.items()})
    scores = scores_of(**{unsur: Fraction(value) for unsur, value in performance.items()})
    return score_stated_importance(responses, scores, pertanyaan={unsur: f"p_{unsur}" for unsur in importance})


def test_derived_importance_is_the_correlation_over_pairs():
    # scipy.stats.pearsonr 1.17.1 and pingouin.corr 0.7.0 over the six rows with both answers
    found = score_derived_importance(RESPONSES, SCORES, kepuasan="puas")
    assert found.jenis == "turunan"
    assert found.unsur["kepentingan"].tolist()[:2] == pytest.approx(
        [0.9563650695950074, -0.1266600992762247], abs=1e-12
    )
    assert found.unsur["n"].tolist() == [6, 6, 7]


def test_unsur_that_everybody_answers_alike_has_no_derived_importance():
    row = score_derived_importance(RESPONSES, SCORES, kepuasan="puas").unsur.loc[2]
    assert row["alasan"] == "Tidak dapat dihitung: semua responden memberi jawaban yang sama untuk unsur ini."
    assert (row["kepentingan"], row["kuadran"], row["kinerja"]) == (None, None, 4)


def test_quadrants_leave_out_unsur_without_importance():
    # waktu 21/7 = 3, biaya 18/7: mean 39/14 without sarana
    found = score_derived_importance(RESPONSES, SCORES, kepuasan="puas")
    assert found.rata_kinerja == Fraction(39, 14)
    assert found.rata_kepentingan == pytest.approx((0.9563650695950074 - 0.1266600992762247) / 2)
    assert found.unsur["kuadran"].tolist() == ["pertahankan", "prioritas rendah", None]
    assert found.in_quadrant("pertahankan") == ("waktu",)


def test_everybody_equally_satisfied_has_no_derived_importance():
    found = score_derived_importance(RESPONSES.assign(puas=4), SCORES, kepuasan="puas")
    alasan = "Tidak dapat dihitung: semua responden memberi jawaban yang sama untuk pertanyaan kepuasan menyeluruh."
    assert found.unsur["alasan"].tolist()[:2] == [alasan, alasan]
    assert (found.rata_kepentingan, found.rata_kinerja) == (None, None)
    assert found.unsur["kuadran"].tolist() == [None] * 3


def test_two_pairs_are_too_few():
    responses = pd.DataFrame({"waktu": [1, 2, 3], "puas": [1, 2, _]}, dtype="Int8")
    row = score_derived_importance(responses, scores_of(waktu=Fraction(2)), kepuasan="puas").unsur.loc[0]
    assert (row["n"], row["kepentingan"]) == (2, None)
    assert row["alasan"] == (
        "Tidak dapat dihitung: hanya 2 responden menjawab unsur ini dan pertanyaan kepuasan menyeluruh."
    )


def test_unsur_is_no_question_on_overall_satisfaction():
    with pytest.raises(
        ValueError, match=r"^score_derived_importance: found 'waktu', an unsur; give a question outside the index\.$"
    ):
        score_derived_importance(RESPONSES, SCORES, kepuasan="waktu")


@pytest.mark.parametrize("combine", ["mean", "sum"])
def test_mean_or_sum_of_the_unsur_is_refused(combine):
    answers = RESPONSES[UNSUR].dropna().astype("float64")
    responses = answers.assign(puas=answers.agg(combine, axis=1))
    with pytest.raises(
        ValueError,
        match=r"^score_derived_importance: found a mean or sum in 'puas', allowed are whole answers to one question; a mean "
        r"that contains the unsur measures the unsur by itself\.$",
    ):
        score_derived_importance(responses, SCORES, kepuasan="puas")


def test_stated_importance_is_the_mean_of_the_answers():
    responses = pd.DataFrame({"p_waktu": [4, 3, 4], "p_biaya": [2, _, 3]}, dtype="Int8")
    scores = scores_of(waktu=Fraction(3), biaya=Fraction(7, 2))
    found = score_stated_importance(responses, scores, pertanyaan={"waktu": "p_waktu", "biaya": "p_biaya"})
    assert found.unsur[["n", "kepentingan"]].to_numpy().tolist() == [[3, Fraction(11, 3)], [2, Fraction(5, 2)]]
    assert (found.jenis, found.rata_kepentingan, found.rata_kinerja) == (
        "dinyatakan",
        Fraction(37, 12),
        Fraction(13, 4),
    )


def test_four_quadrants_by_the_means():
    # means: importance (4 + 4 + 2 + 2) / 4 = 3, performance (2 + 4 + 2 + 4) / 4 = 3
    found = stated({"a": 4, "b": 4, "c": 2, "d": 2}, {"a": 2, "b": 4, "c": 2, "d": 4})
    assert found.unsur["kuadran"].tolist() == ["prioritas utama", "pertahankan", "prioritas rendah", "berlebihan"]


def test_value_at_the_mean_belongs_to_the_upper_side():
    # means 3 and 3; c lies at both
    found = stated({"a": 4, "b": 2, "c": 3}, {"a": 2, "b": 4, "c": 3})
    assert found.unsur["kuadran"].tolist() == ["prioritas utama", "berlebihan", "pertahankan"]


def test_unsur_that_was_not_asked_or_answered_says_so():
    responses = pd.DataFrame({"p_b": [_, _], "p_c": [3, 4], "p_d": [3, 4]}, dtype="Int8")
    scores = scores_of(a=Fraction(3), b=Fraction(3), c=None, d=Fraction(3))
    found = score_stated_importance(responses, scores, pertanyaan={"b": "p_b", "c": "p_c", "d": "p_d"})
    assert found.unsur["alasan"].tolist() == [
        "Tidak dapat dihitung: kepentingan unsur ini tidak ditanyakan.",
        "Tidak dapat dihitung: tidak ada jawaban tentang kepentingan unsur ini.",
        "Tidak dapat dihitung: tidak ada jawaban untuk unsur ini.",
        None,
    ]
    assert found.unsur["kuadran"].tolist() == [None, None, None, "pertahankan"]


def test_row_order_does_not_change_the_correlation():
    found = score_derived_importance(RESPONSES, SCORES, kepuasan="puas")
    turned = score_derived_importance(RESPONSES[::-1], SCORES, kepuasan="puas")
    pd.testing.assert_frame_equal(found.unsur, turned.unsur, check_exact=True)
