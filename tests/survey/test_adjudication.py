"""The adjudication rule: a final decision, else a majority, else nothing."""

import itertools

import pandas as pd
import pytest

from skmlib.survey.adjudication import adjudicate, spread_labels


def annotations_of(*rows):
    return pd.DataFrame(list(rows), columns=["id_responden", "anotator", "sentimen", "unsur"])


def judged(*labels, unsur=""):
    names = ("ani", "budi", "citra", "dewi")
    return annotations_of(*[("k1", name, label, unsur) for name, label in zip(names, labels, strict=False)])


def first(annotations):
    return adjudicate(annotations).comments.to_dict("records")[0]


@pytest.mark.parametrize(
    ("labels", "sentimen", "cara", "penilai"),
    [
        (("positif", "positif"), "positif", "sepakat", 2),
        (("positif",), "positif", "sepakat", 1),
        (("positif", "positif", "netral"), "positif", "mayoritas", 3),
        (("positif", "netral"), None, "belum_diputuskan", 2),
        (("positif", "positif", "netral", "negatif"), None, "belum_diputuskan", 4),
        (("positif", "", "positif", "netral"), "positif", "mayoritas", 3),
        (("", ""), None, "belum_diputuskan", 0),
    ],
)
def test_more_than_half_of_those_who_judged_decide(labels, sentimen, cara, penilai):
    found = first(judged(*labels))
    assert (found["sentimen"], found["cara_sentimen"], found["penilai"]) == (sentimen, cara, penilai)


def test_final_decision_wins_over_everybody():
    final = annotations_of(("k1", "keputusan", "negatif", "waktu"))
    found = first(pd.concat([judged("positif", "positif"), final]))
    assert found == {
        "id_responden": "k1",
        "sentimen": "negatif",
        "unsur": "waktu",
        "cara_sentimen": "keputusan",
        "cara_unsur": "keputusan",
        "penilai": 2,
    }


def test_final_decision_on_the_unsur_leaves_the_sentiment_to_the_annotators():
    rows = annotations_of(("k1", "ani", "positif", "biaya"), ("k1", "keputusan", "", "waktu"))
    found = first(rows)
    assert (found["sentimen"], found["cara_sentimen"]) == ("positif", "sepakat")
    assert (found["unsur"], found["cara_unsur"]) == ("waktu", "keputusan")


@pytest.mark.parametrize(
    ("unsur", "decided"),
    [
        (("waktu", "waktu"), ("waktu", "sepakat")),
        (("waktu", "biaya"), (None, "keputusan")),
        (("", ""), (None, "keputusan")),
    ],
)
def test_final_decision_without_an_unsur_leaves_one_that_all_annotators_gave(unsur, decided):
    rows = annotations_of(
        ("k1", "ani", "positif", unsur[0]), ("k1", "budi", "netral", unsur[1]), ("k1", "keputusan", "positif", "")
    )
    found = first(rows)
    assert (found["sentimen"], found["cara_sentimen"]) == ("positif", "keputusan")
    assert (found["unsur"], found["cara_unsur"]) == decided


def test_sentiment_and_unsur_are_decided_each_by_itself():
    rows = annotations_of(
        ("k1", "ani", "positif", "waktu"), ("k1", "budi", "positif", ""), ("k1", "citra", "netral", "")
    )
    found = first(rows)
    assert (found["sentimen"], found["cara_sentimen"]) == ("positif", "mayoritas")
    assert (found["unsur"], found["cara_unsur"]) == (None, "mayoritas")


def test_disagreements_show_each_annotator_and_what_came_of_it():
    rows = annotations_of(
        ("k2", "ani", "positif", "waktu"),
        ("k2", "budi", "netral", "waktu"),
        ("k1", "ani", "negatif", ""),
        ("k1", "budi", "negatif", "biaya"),
        ("k1", "keputusan", "negatif", "biaya"),
        ("k3", "ani", "positif", ""),
    )
    expected = pd.DataFrame(
        [
            ("k1", "unsur", "umum", "biaya", "biaya", "keputusan"),
            ("k2", "sentimen", "positif", "netral", None, "belum_diputuskan"),
        ],
        columns=["id_responden", "hal", "ani", "budi", "hasil", "cara"],
        dtype="object",
    )
    pd.testing.assert_frame_equal(adjudicate(rows).disagreements, expected, check_dtype=False)


def test_agreed_comments_have_no_disagreements_and_the_columns_stay():
    found = adjudicate(judged("positif", "positif")).disagreements
    assert list(found) == ["id_responden", "hal", "ani", "budi", "hasil", "cara"]
    assert len(found) == 0


def test_no_annotations_give_no_comments():
    found = adjudicate(annotations_of())
    assert (len(found.comments), len(found.disagreements)) == (0, 0)


def test_order_of_rows_does_not_matter():
    rows = [("k1", "ani", "positif", ""), ("k1", "budi", "netral", ""), ("k2", "ani", "netral", "waktu")]
    results = [adjudicate(annotations_of(*order)) for order in itertools.permutations(rows)]
    for found in results[1:]:
        pd.testing.assert_frame_equal(found.comments, results[0].comments)
        pd.testing.assert_frame_equal(found.disagreements, results[0].disagreements)


def test_comment_judged_twice_by_one_annotator_is_refused():
    rows = annotations_of(("k1", "ani", "positif", ""), ("k1", "ani", "netral", ""))
    with pytest.raises(
        ValueError,
        match=r"^annotations: found two rows of 'ani' for comment 'k1'; allowed is one row per comment and annotator\.$",
    ):
        spread_labels(rows, "sentimen")


def test_unknown_kind_of_label_is_refused():
    with pytest.raises(ValueError, match=r"^spread_labels: found label 'kutip', allowed are 'sentimen', 'unsur'\.$"):
        spread_labels(annotations_of(), "kutip")
