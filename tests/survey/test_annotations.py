"""Annotations of several people: checked row by row, and decided to one row per comment."""

import pandas as pd
import pytest

from skmlib.problems import DataError
from skmlib.survey.annotations import ANNOTATION_COLUMNS, check_annotator, decide_comments, validate_annotations
from skmlib.survey.comments import validate_comments
from skmlib.survey.sentiment import summarise_sentiment

UNSUR = ("persyaratan", "waktu", "perilaku")
COLUMNS = ["id_responden", "anotator", "komentar", "sentimen", "unsur", "kutip"]
NAMES = {"unsur": UNSUR, "berkas": "komentar.csv", "responden_berkas": "responden.csv"}


@pytest.fixture
def responses() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "baris": [2, 3, 5, 6, 7],
            "id_responden": ["a-1", "b-1", "c-1", "d-1", "e-1"],
            "komentar": ["Cepat", "Lama", "Ramah", "-", "Bagus"],
        }
    )


def annotate(*rows: tuple[str, str, str, str, str, str], columns: list[str] = COLUMNS) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns, index=range(2, 2 + len(rows)), dtype="str")


def decide(responses: pd.DataFrame, *rows: tuple[str, str, str, str, str, str]):
    return decide_comments(validate_annotations(annotate(*rows), responses, **NAMES), berkas="komentar.csv")


def test_without_names_all_is_by_one_annotator(responses: pd.DataFrame) -> None:
    comments = annotate(
        ("a-1", "Cepat", "positif", "waktu", "ya"), columns=[name for name in COLUMNS if name != "anotator"]
    )
    annotations = validate_annotations(comments, responses, **NAMES)
    assert annotations.columns.tolist() == list(ANNOTATION_COLUMNS)
    assert annotations.to_numpy().tolist() == [["a-1", "analis", "Cepat", "positif", "waktu", "ya", 2]]
    decided, findings = decide_comments(annotations, berkas="komentar.csv")
    pd.testing.assert_frame_equal(decided, comments.rename_axis(index="baris"))
    assert findings == ()


def test_all_problems_of_all_annotators_are_raised_at_once(responses: pd.DataFrame) -> None:
    comments = annotate(
        ("a-1", "Ani", "Cepat", "positif", "", ""),
        ("a-1", "ani", "Cepat", "netral", "", ""),
        ("a-1", "budi", "Cepatt", "possitif", "", ""),
        ("b-1", "", "Lama", "negatif", "", ""),
        ("z-1", "a/b", "Lama", "belum_diputuskan", "", ""),
    )
    with pytest.raises(DataError) as caught:
        validate_annotations(comments, responses, **NAMES)
    allowed = "seharusnya salah satu dari 'positif', 'netral', 'negatif', 'tanpa_komentar', atau kosong."
    name_allowed = "seharusnya 1 sampai 30 huruf, angka, '-', '_', atau '.', diawali huruf atau angka."
    assert str(caught.value) == (
        "komentar.csv: 8 masalah.\n"
        f"  baris 4, kolom 'sentimen': tertulis 'possitif', {allowed} Mungkin maksudnya 'positif'?\n"
        f"  baris 6, kolom 'sentimen': tertulis 'belum_diputuskan', {allowed}\n"
        "  baris 2, kolom 'id_responden': 'a-1' tertulis 2 kali untuk anotator 'ani', sisakan satu baris per responden dan "
        "anotator.\n"
        "  baris 3, kolom 'id_responden': 'a-1' tertulis 2 kali untuk anotator 'ani', sisakan satu baris per responden dan "
        "anotator.\n"
        "  baris 4, kolom 'komentar': teksnya berbeda dengan jawaban responden 'a-1' di responden.csv, salin kembali teks "
        "aslinya dan periksa anotasinya.\n"
        "  baris 6, kolom 'id_responden': 'z-1' tidak ada di antara baris sah responden.csv, baris itu berubah sejak dianotasi "
        "atau dikecualikan; anotasi ulang atau hapus baris ini.\n"
        f"  baris 5, kolom 'anotator': kosong, {name_allowed}\n"
        f"  baris 6, kolom 'anotator': tertulis 'a/b', {name_allowed}"
    )


def test_the_decision_wins_then_the_majority_else_nobody(responses: pd.DataFrame) -> None:
    decided, findings = decide(
        responses,
        ("a-1", "ani", "Cepat", "positif", "waktu", ""),
        ("a-1", "budi", "Cepat", "netral", "waktu", ""),
        ("a-1", "keputusan", "Cepat", "netral", "waktu", ""),
        ("b-1", "ani", "Lama", "negatif", "waktu", ""),
        ("b-1", "budi", "Lama", "negatif", "waktu", ""),
        ("b-1", "citra", "Lama", "netral", "", ""),
        ("c-1", "ani", "Ramah", "positif", "perilaku", ""),
        ("c-1", "budi", "Ramah", "netral", "perilaku", ""),
        ("d-1", "ani", "-", "", "", ""),
        ("d-1", "budi", "-", "", "", ""),
    )
    assert decided.reset_index().to_numpy().tolist() == [
        [2, "a-1", "Cepat", "netral", "waktu", ""],
        [5, "b-1", "Lama", "negatif", "waktu", ""],
        [8, "c-1", "Ramah", "belum_diputuskan", "perilaku", ""],
        [10, "d-1", "-", "", "", ""],
    ]
    assert findings == ()


def test_an_undecided_unsur_is_told(responses: pd.DataFrame) -> None:
    decided, findings = decide(
        responses, ("a-1", "ani", "Cepat", "positif", "waktu", ""), ("a-1", "budi", "Cepat", "positif", "perilaku", "")
    )
    assert decided[["sentimen", "unsur"]].to_numpy().tolist() == [["positif", ""]]
    assert [(finding.jenis, finding.berkas, finding.n, finding.baris) for finding in findings] == [
        ("unsur_belum_diputuskan", "komentar.csv", 1, (2,))
    ]
    assert findings[0].pesan == (
        "Anotator berbeda pendapat tentang unsur 1 komentar tanpa suara terbanyak (baris 2); komentar itu dihitung sebagai "
        "komentar umum sampai anotator 'keputusan' memberi unsurnya di komentar.csv."
    )


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ({"ani": "ya", "budi": ""}, "ya"),
        ({"ani": "", "budi": ""}, ""),
        ({"ani": "ya", "keputusan": ""}, ""),
        ({"ani": "", "keputusan": "ya"}, "ya"),
    ],
)
def test_quotes_follow_the_decision_or_anybody(responses: pd.DataFrame, marks: dict[str, str], expected: str) -> None:
    decided, _ = decide(responses, *(("a-1", who, "Cepat", "positif", "", mark) for who, mark in marks.items()))
    assert decided["kutip"].tolist() == [expected]


def test_the_order_of_rows_does_not_change_the_decision(responses: pd.DataFrame) -> None:
    rows = [
        ("a-1", "ani", "Cepat", "positif", "waktu", "ya"),
        ("b-1", "ani", "Lama", "negatif", "waktu", ""),
        ("a-1", "budi", "Cepat", "netral", "", ""),
        ("b-1", "budi", "Lama", "negatif", "", ""),
    ]
    forward, _ = decide(responses, *rows)
    backward, _ = decide(responses, *rows[::-1])
    order = ["id_responden", "komentar", "sentimen", "unsur", "kutip"]
    assert sorted(map(tuple, forward[order].to_numpy())) == sorted(map(tuple, backward[order].to_numpy()))


def test_undecided_comments_are_received_and_outside_the_substantive(responses: pd.DataFrame) -> None:
    decided, _ = decide(
        responses,
        ("a-1", "ani", "Cepat", "positif", "waktu", ""),
        ("a-1", "budi", "Cepat", "netral", "waktu", ""),
        ("b-1", "ani", "Lama", "negatif", "waktu", ""),
    )
    comments, findings = validate_comments(decided, responses, **NAMES)
    told = {finding.jenis: finding for finding in findings}
    assert told["komentar_belum_diputuskan"].baris == (2,)
    assert told["komentar_belum_diputuskan"].pesan == (
        "Anotator berbeda pendapat tentang sentimen 1 komentar tanpa suara terbanyak (baris 2); komentar itu dihitung sebagai "
        "belum diputuskan sampai anotator 'keputusan' memberi sentimennya di komentar.csv."
    )
    assert told["komentar_belum_dianotasi"].baris == (5, 6, 7)
    summary = summarise_sentiment(comments, unsur=UNSUR, responden=9)
    # Five answers: one undecided, one negatif, three that nobody judged.
    assert (summary.substantif, summary.diterima) == (1, 5)
    rows = summary.per_sentimen[["sentimen", "n", "bagian_substantif"]].to_numpy().tolist()
    assert rows[-1] == ["belum_diputuskan", 1, None]
    assert dict(zip(summary.per_sentimen["sentimen"], summary.per_sentimen["n"], strict=True))["belum_dianotasi"] == 3


@pytest.mark.parametrize("name", ["", "a b", "../x", "-a", "x" * 31, "a/b"])
def test_a_name_that_is_no_name(name: str) -> None:
    assert check_annotator(name) == ""
