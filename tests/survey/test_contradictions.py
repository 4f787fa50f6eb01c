"""Comments whose sentiment contradicts the answers of their author."""

import pandas as pd
import pytest

from skmlib.survey.contradictions import find_contradictions

UNSUR = ["waktu", "biaya"]


def compare(*rows, dtype="Int8"):
    """Each row: sentiment, unsur, then the answers of its author."""
    comments = pd.DataFrame(
        [(place + 2, f"r{place}", sentimen, unsur) for place, (sentimen, unsur, *_) in enumerate(rows)],
        columns=["baris", "id_responden", "sentimen", "unsur"],
    )
    answers = pd.DataFrame([row[2:] for row in rows], columns=UNSUR, dtype=dtype)
    responses = answers.assign(id_responden=[f"r{place}" for place in range(len(rows))])
    return find_contradictions(comments, responses[::-1].reset_index(drop=True), unsur=UNSUR)


@pytest.mark.parametrize(
    ("sentimen", "nilai", "contradicts"),
    [
        ("negatif", 4, True),
        ("negatif", 3, False),
        ("positif", 1, True),
        ("positif", 2, True),
        ("positif", 3, False),
        ("netral", 4, False),
        ("netral", 1, False),
        ("tanpa_komentar", 4, False),
        ("belum_dianotasi", 1, False),
    ],
)
def test_rule_for_a_comment_on_an_unsur(sentimen, nilai, contradicts):
    assert compare((sentimen, "waktu", nilai, 3)).n == contradicts


@pytest.mark.parametrize(
    ("sentimen", "nilai", "contradicts"),
    [("negatif", 3.5, True), ("negatif", 10 / 3, False), ("positif", 2.0, True), ("positif", 7 / 3, False)],
)
def test_rule_for_a_mean_of_sub_questions(sentimen, nilai, contradicts):
    assert compare((sentimen, "waktu", nilai, 3.0), dtype="float64").n == contradicts


@pytest.mark.parametrize(
    ("sentimen", "answers", "contradicts"),
    [
        ("negatif", (4, 3), True),
        ("negatif", (3, 3), False),
        ("positif", (1, 3), True),
        ("positif", (2, 3), False),
        ("negatif", (4, None), True),
        ("positif", (None, 2), True),
    ],
)
def test_general_comment_is_compared_with_the_mean_of_what_was_answered(sentimen, answers, contradicts):
    assert compare((sentimen, None, *answers)).n == contradicts


def test_rows_say_where_to_look():
    found = compare(("negatif", "waktu", 4, 1), ("positif", "waktu", 4, 4), ("positif", None, 1, 2))
    assert found.rows.astype("object").to_numpy().tolist() == [
        [2, "r0", "waktu", "negatif", 4.0],
        [4, "r2", "umum", "positif", 1.5],
    ]


def test_every_unsur_keeps_its_row_and_blanks_are_counted():
    found = compare(("negatif", "waktu", 4, 1), ("negatif", "waktu", 2, 1), ("positif", "waktu", None, 4))
    assert found.per_unsur.astype("object").to_numpy().tolist() == [
        ["waktu", 2, 0, 1, 0, 1],
        ["biaya", 0, 0, 0, 0, 0],
        ["umum", 0, 0, 0, 0, 0],
    ]


def test_no_comments_give_no_contradictions():
    found = compare()
    assert (found.n, len(found.per_unsur)) == (0, 3)


def test_comment_of_nobody_is_refused():
    comments = pd.DataFrame({"baris": [2], "id_responden": ["x"], "sentimen": ["positif"], "unsur": ["waktu"]})
    responses = pd.DataFrame({"id_responden": ["a"], "waktu": [4], "biaya": [4]})
    with pytest.raises(
        ValueError, match=r"^find_contradictions: found comments of \['x'\], allowed are ids of the responses given\.$"
    ):
        find_contradictions(comments, responses, unsur=UNSUR)
