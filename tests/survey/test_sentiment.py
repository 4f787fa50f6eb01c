"""Sentiment counted by hand over ten comments."""

from fractions import Fraction

import pandas as pd
import pytest

from skmlib.survey.sentiment import select_quotes, summarise_sentiment

UNSUR = ("persyaratan", "waktu", "perilaku")


@pytest.fixture
def comments() -> pd.DataFrame:
    rows = [
        ("syarat jelas", "positif", "persyaratan", False),
        ("cepat", "positif", "waktu", True),
        ("lama sekali", "negatif", "waktu", False),
        ("tiga bulan", "negatif", "waktu", True),
        ("mohon jadwal", "netral", "waktu", True),
        ("-", "tanpa_komentar", None, True),
        ("tidak ada", "tanpa_komentar", None, False),
        ("baik", "positif", None, False),
        ("belum dibaca", "belum_dianotasi", None, False),
        ("kecewa", "negatif", None, False),
    ]
    return pd.DataFrame(rows, columns=["komentar", "sentimen", "unsur", "kutip"])


def test_per_unsur_in_order_with_zeros_and_general_comments(comments: pd.DataFrame) -> None:
    per_unsur = summarise_sentiment(comments, unsur=UNSUR, responden=20).per_unsur
    # waktu: 1 positif, 1 netral, 2 negatif of 4; umum: 1 positif, 1 negatif of 2; perilaku has none.
    assert per_unsur[["unsur", "positif", "netral", "negatif", "n"]].to_numpy().tolist() == [
        ["persyaratan", 1, 0, 0, 1],
        ["waktu", 1, 1, 2, 4],
        ["perilaku", 0, 0, 0, 0],
        ["umum", 1, 0, 1, 2],
    ]
    assert per_unsur["bagian_positif"].tolist() == [Fraction(1), Fraction(1, 4), None, Fraction(1, 2)]
    assert per_unsur["bagian_netral"].tolist() == [Fraction(0), Fraction(1, 4), None, Fraction(0)]
    assert per_unsur["bagian_negatif"].tolist() == [Fraction(0), Fraction(1, 2), None, Fraction(1, 2)]
    assert per_unsur["unsur"].cat.ordered


def test_both_denominators(comments: pd.DataFrame) -> None:
    summary = summarise_sentiment(comments, unsur=UNSUR, responden=20)
    # 3 positif + 1 netral + 3 negatif = 7 substantive; + 2 tanpa_komentar + 1 belum_dianotasi = 10 received.
    assert (summary.substantif, summary.diterima, summary.responden) == (7, 10, 20)
    assert summary.per_sentimen["sentimen"].tolist() == [
        "positif", "netral", "negatif", "tanpa_komentar", "belum_dianotasi",
    ]  # fmt: skip
    assert summary.per_sentimen["n"].tolist() == [3, 1, 3, 2, 1]
    assert summary.per_sentimen["bagian_substantif"].tolist() == [
        Fraction(3, 7), Fraction(1, 7), Fraction(3, 7), None, None,
    ]  # fmt: skip
    assert summary.per_sentimen["bagian_diterima"].tolist() == [
        Fraction(3, 10), Fraction(1, 10), Fraction(3, 10), Fraction(2, 10), Fraction(1, 10),
    ]  # fmt: skip


def test_row_order_does_not_matter(comments: pd.DataFrame) -> None:
    forward = summarise_sentiment(comments, unsur=UNSUR, responden=20)
    backward = summarise_sentiment(comments.iloc[::-1], unsur=UNSUR, responden=20)
    pd.testing.assert_frame_equal(forward.per_unsur, backward.per_unsur)
    pd.testing.assert_frame_equal(forward.per_sentimen, backward.per_sentimen)


def test_without_comments_every_row_stays(comments: pd.DataFrame) -> None:
    summary = summarise_sentiment(comments.iloc[:0], unsur=UNSUR, responden=20)
    assert summary.per_unsur["n"].tolist() == [0, 0, 0, 0]
    assert summary.per_sentimen["bagian_diterima"].tolist() == [None] * 5
    assert (summary.substantif, summary.diterima) == (0, 0)


def test_marked_comments_are_quoted_and_no_others(comments: pd.DataFrame) -> None:
    quotes = select_quotes(comments, unsur=UNSUR, jumlah=1)
    assert quotes["komentar"].tolist() == ["tiga bulan", "mohon jadwal", "cepat"]
    assert quotes["unsur"].tolist() == ["waktu"] * 3


def test_without_marks_negative_come_before_neutral_and_positive(comments: pd.DataFrame) -> None:
    quotes = select_quotes(comments.assign(kutip=False), unsur=UNSUR, jumlah=3)
    assert quotes["komentar"].tolist() == ["syarat jelas", "lama sekali", "tiga bulan", "mohon jadwal"]


def test_two_quotes_per_unsur_by_default(comments: pd.DataFrame) -> None:
    quotes = select_quotes(comments.assign(kutip=False), unsur=["waktu"])
    assert quotes["komentar"].tolist() == ["lama sekali", "tiga bulan"]


def test_what_says_nothing_is_never_quoted_even_when_marked(comments: pd.DataFrame) -> None:
    assert select_quotes(comments, unsur=["umum"], jumlah=9)["komentar"].tolist() == ["kecewa", "baik"]


def test_a_negative_number_of_quotes_is_refused(comments: pd.DataFrame) -> None:
    message = "^select_quotes: found jumlah -1, allowed is 0 or more; give how many quotes to show.$"
    with pytest.raises(ValueError, match=message):
        select_quotes(comments, unsur=UNSUR, jumlah=-1)
