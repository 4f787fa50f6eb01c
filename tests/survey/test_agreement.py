"""Agreement against krippendorff 0.9.0, statsmodels 0.15.0, scikit-learn 1.9.1 and Krippendorff's own example."""

from fractions import Fraction

import pandas as pd
import pytest

from skmlib.survey.agreement import summarise_agreement

LETTERS = {"P": "positif", "N": "netral", "G": "negatif", "T": "tanpa_komentar", ".": ""}
ANI, BUDI = "PPPPNNNGGGGT", "PPPNNNGGGGPT"


def annotate(**labels):
    rows = [
        (f"k{place:02}", anotator, LETTERS[letter], "")
        for anotator, letters in labels.items()
        for place, letter in enumerate(letters)
    ]
    return pd.DataFrame(rows, columns=["id_responden", "anotator", "sentimen", "unsur"])


def sentimen(annotations, **options):
    return summarise_agreement(annotations, unsur=["waktu", "biaya"], **options).sentimen


@pytest.fixture(scope="module")
def two():
    return sentimen(annotate(ani=ANI, budi=BUDI))


def test_two_annotators_agree_on_nine_of_twelve(two):
    # positions 4, 7 and 11 differ
    assert (two.n, two.sepakat, two.persen) == (12, 9, Fraction(75))
    assert two.dinilai == {"ani": 12, "budi": 12}


def test_kappa_of_two_annotators(two):
    # labels of ani P4 N3 G4 T1, of budi P4 N3 G4 T1; by chance 16 + 9 + 16 + 1 = 42 of 144
    # (12 x 9 - 42) / (144 - 42) = 66 / 102; statsmodels 0.15.0 and scikit-learn 1.9.1: 0.6470588
    assert two.kappa == Fraction(11, 17)
    assert float(two.kappa) == pytest.approx(0.6470588235, abs=1e-10)


def test_matrix_of_two_annotators_keeps_every_label(two):
    assert two.matrix.columns.tolist() == ["positif", "netral", "negatif", "tanpa_komentar"]
    assert two.matrix.to_numpy().tolist() == [[3, 1, 0, 0], [0, 2, 1, 0], [1, 0, 3, 0], [0, 0, 0, 1]]
    assert (two.matrix.index.name, two.matrix.columns.name) == ("ani", "budi")


def test_alpha_of_two_annotators(two):
    # 24 judgements: P8 N6 G8 T2, unequal pairs 576 - 64 - 36 - 64 - 4 = 408; disagreement 3 comments x 2
    # 1 - 23 x 6 / 408 = 45/68 = 0.6617647; krippendorff 0.9.0 gives the same
    assert two.alpha == pytest.approx(45 / 68, abs=1e-12)


def test_interval_of_alpha_is_that_of_resampled_comments():
    # krippendorff 0.9.0 applied to 20,000 resamples of the comments (NumPy 2.4.6, seed 1): 2.5 and 97.5 % points 0.246 and 1
    two = sentimen(annotate(ani=ANI, budi=BUDI), ulangan=20_000)
    assert (two.low, two.high) == (pytest.approx(0.246, abs=0.02), 1.0)
    assert (two.ulangan, two.ulangan_dipakai) == (20_000, 20_000)


def test_alpha_of_an_example_with_gaps():
    # 10 comments, three annotators, by hand. Doubly judged: k00 PPP, k01 PP., k02 PN., k03 NNG, k04 GG.; k05 is judged once
    # disagreement k02 2/1, k03 (2 x 1 + 1 x 2) / 2 = 2: sum 4; judgements P6 N3 G3 = 12, unequal 144 - 36 - 9 - 9 = 90
    # alpha = 1 - 11 x 4 / 90 = 23/45 (krippendorff 0.9.0 gives the same: 0.5111)
    found = sentimen(annotate(ani="PPPNGP", budi="PPNNG.", citra="P..G.."))
    assert found.alpha == pytest.approx(23 / 45, abs=1e-12)
    assert (found.n, found.sepakat, found.persen) == (5, 3, Fraction(60))
    assert found.dinilai == {"ani": 6, "budi": 5, "citra": 2}
    assert found.kappa_reason == "tidak dapat dihitung: kappa Cohen hanya untuk dua anotator, di sini ada 3."


def test_alpha_of_krippendorffs_own_example():
    # K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), section C: four observers, nominal, alpha 0.743
    unsur = ["a", "b", "c", "d", "e"]
    values = {
        "satu": (1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0),
        "dua": (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3),
        "tiga": (0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0),
        "empat": (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0),
    }
    rows = [
        (f"k{place:02}", name, "positif" if value else "", unsur[value - 1] if value else "")
        for name, given in values.items()
        for place, value in enumerate(given)
    ]
    frame = pd.DataFrame(rows, columns=["id_responden", "anotator", "sentimen", "unsur"])
    found = summarise_agreement(frame, unsur=unsur).unsur
    assert found.alpha == pytest.approx(0.743, abs=5e-4)
    assert (found.n, len(found.dinilai)) == (11, 4)


def test_unsur_is_compared_only_where_both_texts_say_something():
    rows = annotate(ani="PPPT", budi="PPGT").assign(unsur=["waktu", "", "biaya", "", "waktu", "biaya", "", ""])
    found = summarise_agreement(rows, unsur=["waktu", "biaya"]).unsur
    # k00 waktu waktu, k01 umum biaya, k02 biaya umum; k03 says nothing
    assert (found.n, found.sepakat, found.dinilai) == (3, 1, {"ani": 3, "budi": 3})
    assert found.matrix.to_numpy().tolist() == [[1, 0, 0], [0, 0, 1], [0, 1, 0]]


def test_final_decisions_are_no_judgement_of_an_annotator(two):
    final = annotate(keputusan="P" * 12)
    found = sentimen(pd.concat([annotate(ani=ANI, budi=BUDI), final]))
    assert (found.dinilai, found.alpha, found.low) == (two.dinilai, two.alpha, two.low)


def test_row_order_does_not_change_the_interval(two):
    shuffled = annotate(ani=ANI, budi=BUDI).sample(frac=1, random_state=3)
    found = sentimen(shuffled)
    assert (found.alpha, found.low, found.high) == (two.alpha, two.low, two.high)


def test_final_labels_and_the_seed_stand_beside_the_agreement():
    found = summarise_agreement(annotate(ani="PN", budi="PG"), unsur=["waktu"], seed=7)
    assert found.seed == 7
    assert found.adjudication.comments["sentimen"].tolist() == ["positif", None]


def test_seed_is_an_argument(two):
    assert sentimen(annotate(ani=ANI, budi=BUDI), seed=1).low != two.low


def test_resamples_with_one_label_only_are_left_out_and_counted():
    # of two comments PP and PN, a resample takes PP twice with probability 1/4: about 250 of 1,000 (standard error 14)
    found = sentimen(annotate(ani="PP", budi="PN"))
    assert found.ulangan == 1000
    assert 1000 - found.ulangan_dipakai == pytest.approx(250, abs=60)


@pytest.mark.parametrize(
    ("labels", "reason"),
    [
        ({"ani": "PNG"}, "tidak dapat dihitung: hanya ada satu anotator."),
        ({"ani": "PNG", "budi": "..."}, "tidak dapat dihitung: hanya ada satu anotator."),
        ({"ani": "...", "budi": "..."}, "tidak dapat dihitung: belum ada komentar yang dinilai."),
        (
            {"ani": "PN.", "budi": "..G"},
            "tidak dapat dihitung: tidak ada komentar yang dinilai oleh dua anotator atau lebih.",
        ),
        (
            {"ani": "PP", "budi": "PP"},
            "tidak dapat dihitung: semua penilaian memakai satu label yang sama, 'positif'.",
        ),
    ],
)
def test_what_cannot_be_computed_says_why(labels, reason):
    found = sentimen(annotate(**labels))
    assert (found.alpha, found.low, found.high, found.kappa) == (None, None, None, None)
    assert [found.reason, found.interval_reason, found.kappa_reason] == [reason] * 3


def test_one_label_has_full_agreement_and_no_alpha():
    found = sentimen(annotate(ani="PP", budi="PP"))
    assert (found.n, found.persen, found.matrix.loc["positif", "positif"]) == (2, Fraction(100), 2)


def test_one_shared_comment_has_an_alpha_and_no_interval():
    found = sentimen(annotate(ani="P", budi="N"))
    # 1 - (2 - 1) x 2 / (4 - 2) = 0
    assert (found.alpha, found.low, found.high, found.reason) == (0.0, None, None, None)
    assert found.interval_reason == "tidak dapat dihitung: hanya ada satu komentar yang dinilai bersama."
