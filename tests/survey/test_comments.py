"""Annotated comments: what is refused, what is told, and that nothing unmasked leaves."""

from pathlib import Path

import pandas as pd
import pytest

from skmlib.problems import DataError
from skmlib.survey.comments import is_no_comment, read_comments, validate_comments

UNSUR = ("persyaratan", "waktu", "perilaku")
COLUMNS = ["id_responden", "komentar", "sentimen", "unsur", "kutip"]


@pytest.fixture
def responses() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "baris": [2, 3, 5, 6],
            "id_responden": ["aaa-1", "bbb-1", "ccc-1", "ddd-1"],
            "komentar": ["Pak Budi ramah.\r\nCepat", "lama ", "-", ""],
        }
    )


def annotate(*rows: tuple[str, str, str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=COLUMNS, index=range(2, 2 + len(rows)), dtype="str")


def validate(comments: pd.DataFrame, responses: pd.DataFrame, **more):
    return validate_comments(
        comments, responses, unsur=UNSUR, berkas="komentar.csv", responden_berkas="responden.csv", **more
    )


def message_of(comments: pd.DataFrame, responses: pd.DataFrame) -> str:
    with pytest.raises(DataError) as caught:
        validate(comments, responses)
    return str(caught.value)


def test_validated_comments_are_typed_and_masked(responses: pd.DataFrame) -> None:
    comments = annotate(
        ("bbb-1", "lama", "negatif", "waktu", "ya"),
        ("aaa-1", "Pak Budi ramah.\nCepat", "positif", "perilaku", ""),
        ("ccc-1", "-", "tanpa_komentar", "", ""),
    )
    frame, findings = validate(comments, responses)
    assert frame.columns.tolist() == ["baris", "id_responden", "komentar", "sentimen", "unsur", "kutip", "tersamar"]
    assert frame["baris"].tolist() == [2, 3, 5]
    assert frame["komentar"].tolist() == ["Pak [nama] ramah.\r\nCepat", "lama", "-"]
    assert frame["sentimen"].astype("str").tolist() == ["positif", "negatif", "tanpa_komentar"]
    assert frame["unsur"].astype("object").where(frame["unsur"].notna(), None).tolist() == ["perilaku", "waktu", None]
    assert frame["kutip"].tolist() == [False, True, False]
    assert frame["tersamar"].tolist() == [1, 0, 0]
    assert [finding.pesan for finding in findings] == [
        "1 komentar memuat data pribadi yang disamarkan (nama 1); periksa kutipannya sebelum disahkan."
    ]


def test_names_of_the_agency_are_masked(responses: pd.DataFrame) -> None:
    frame, _ = validate(annotate(("bbb-1", "lama", "negatif", "waktu", "")), responses, nama=["Lama"])
    assert frame.loc[1, "komentar"] == "[nama]"


def test_answers_without_annotation_are_told_and_kept(responses: pd.DataFrame) -> None:
    frame, findings = validate(annotate(("bbb-1", "lama", "", "", "")), responses)
    assert frame["sentimen"].astype("str").tolist() == ["belum_dianotasi"] * 3
    assert (findings[0].jenis, findings[0].n, findings[0].baris) == ("komentar_belum_dianotasi", 3, (2, 3, 5))
    assert findings[0].pesan == (
        "3 jawaban pertanyaan terbuka belum diberi sentimen (baris 2, 3 dan 5) dan dihitung sebagai belum dianotasi; "
        "lengkapi komentar.csv."
    )


def test_without_any_annotation_every_answer_waits(responses: pd.DataFrame) -> None:
    frame, _ = validate(annotate(), responses)
    assert frame["sentimen"].astype("str").tolist() == ["belum_dianotasi"] * 3


def test_labels_that_do_not_fit_are_told(responses: pd.DataFrame) -> None:
    comments = annotate(
        ("ccc-1", "-", "positif", "", ""),
        ("bbb-1", "lama", "tanpa_komentar", "", "ya"),
        ("ddd-1", "", "", "", ""),
    )
    _, findings = validate(comments, responses)
    told = {finding.jenis: finding for finding in findings}
    assert told["bukan_komentar_berlabel"].baris == (2,)
    assert told["bukan_komentar_berlabel"].pesan == (
        "1 isian tanpa makna seperti '.' atau 'tidak ada' dilabeli positif, netral, atau negatif (baris 2); "
        "labeli 'tanpa_komentar' bila memang bukan komentar."
    )
    assert told["kutipan_tidak_dimuat"].baris == (3,)
    assert told["kutipan_tidak_dimuat"].pesan == (
        "1 komentar ditandai kutip tetapi tidak dilabeli positif, netral, atau negatif (baris 3), "
        "sehingga tidak dikutip; betulkan labelnya atau kosongkan kolom kutip."
    )
    assert told["anotasi_tanpa_jawaban"].baris == (4,)
    assert told["anotasi_tanpa_jawaban"].pesan == (
        "1 baris anotasi tidak memuat komentar (baris 4) dan tidak dihitung; hapus baris itu."
    )
    assert told["anotasi_tanpa_jawaban"].berkas == "komentar.csv"


def test_all_problems_are_raised_at_once(responses: pd.DataFrame) -> None:
    comments = annotate(
        ("aaa-1", "Pak Budi ramah.", "possitif", "", ""),
        ("bbb-1", "lama", "negatif", "waktuu", "x"),
        ("zzz-1", "cepat", "positif", "", ""),
        ("ccc-1", "-", "", "", ""),
        ("ccc-1", "-", "", "", ""),
        ("", "?", "", "", ""),
    )
    assert message_of(comments, responses) == (
        "komentar.csv: 8 masalah.\n"
        "  baris 2, kolom 'sentimen': tertulis 'possitif', seharusnya salah satu dari 'positif', 'netral', 'negatif', "
        "'tanpa_komentar', atau kosong. Mungkin maksudnya 'positif'?\n"
        "  baris 3, kolom 'unsur': tertulis 'waktuu', seharusnya salah satu dari 'persyaratan', 'waktu', 'perilaku', "
        "atau kosong. Mungkin maksudnya 'waktu'?\n"
        "  baris 3, kolom 'kutip': tertulis 'x', seharusnya salah satu dari 'ya', atau kosong.\n"
        "  baris 2, kolom 'komentar': teksnya berbeda dengan jawaban responden 'aaa-1' di responden.csv, "
        "salin kembali teks aslinya dan periksa anotasinya.\n"
        "  baris 4, kolom 'id_responden': 'zzz-1' tidak ada di antara baris sah responden.csv, "
        "baris itu berubah sejak dianotasi atau dikecualikan; anotasi ulang atau hapus baris ini.\n"
        "  baris 5, kolom 'id_responden': 'ccc-1' tertulis 2 kali, sisakan satu baris per responden.\n"
        "  baris 6, kolom 'id_responden': 'ccc-1' tertulis 2 kali, sisakan satu baris per responden.\n"
        "  baris 7, kolom 'id_responden': kosong, isi dengan id_responden dari ekspor."
    )


def test_messages_do_not_repeat_a_comment(responses: pd.DataFrame) -> None:
    assert "Budi" not in message_of(annotate(("aaa-1", "Pak Budi lambat", "negatif", "", "")), responses)


def test_wrong_columns_are_refused(responses: pd.DataFrame) -> None:
    comments = annotate(("bbb-1", "lama", "negatif", "waktu", "")).rename(columns={"sentimen": "sentiment"})
    assert message_of(comments, responses) == (
        "komentar.csv: 2 masalah.\n"
        "  baris 1, kolom 'sentiment': tidak dikenal, kolom yang dikenal: 'id_responden', 'komentar', 'sentimen', 'unsur', "
        "'kutip'. Mungkin maksudnya 'sentimen'?\n"
        "  baris 1, kolom 'sentimen': tidak ada, tambahkan kolom itu pada judul."
    )


def test_a_column_written_twice_is_refused(responses: pd.DataFrame) -> None:
    comments = pd.DataFrame([["bbb-1", "lama", "negatif", "", "", ""]], columns=[*COLUMNS, "komentar"], dtype="str")
    assert message_of(comments, responses) == (
        "komentar.csv: 1 masalah.\n  baris 1, kolom 'komentar': tertulis dua kali pada judul, hapus salah satu."
    )


def test_semicolons_are_explained(responses: pd.DataFrame) -> None:
    comments = pd.DataFrame([["a;b"]], columns=["id_responden;komentar"], dtype="str")
    assert message_of(comments, responses) == (
        "komentar.csv: 1 masalah.\n"
        "  baris 1: judul 'id_responden;komentar' dipisahkan titik koma, "
        "simpan ulang dengan koma sebagai pemisah ('CSV UTF-8')."
    )


def test_annotations_without_an_open_question_are_refused(responses: pd.DataFrame) -> None:
    message = message_of(annotate(("bbb-1", "lama", "negatif", "", "")), responses.drop(columns="komentar"))
    assert message == (
        "komentar.csv: 1 masalah.\n"
        "  kolom komentar di responden.csv belum ditunjuk, "
        "tulis judul kolom itu sebagai 'data: kolom_komentar' pada parameter, atau hapus berkas ini."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "komentar.csv"
    text = 'id_responden,komentar,sentimen,unsur,kutip\naaa-1,"satu\ndua",positif,,ya\n\nbbb-1, lama ,negatif,waktu,\n'
    path.write_text(text, encoding=encoding)
    comments = read_comments(path)
    assert comments.index.tolist() == [2, 4]
    assert comments["komentar"].tolist() == ["satu\ndua", "lama"]
    assert comments.loc[4].tolist() == ["bbb-1", "lama", "negatif", "waktu", ""]


def test_a_row_longer_than_the_heading_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "komentar.csv"
    path.write_text("id_responden,komentar\naaa-1,cepat, ramah\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_comments(path, berkas="data/komentar.csv")
    assert str(caught.value) == (
        "data/komentar.csv: 1 masalah.\n"
        "  baris 2 memiliki lebih banyak sel daripada judul (2 kolom), periksa tanda kutip dan koma pada baris itu."
    )


@pytest.mark.parametrize(
    "text",
    [
        ".",
        "-",
        "--",
        "0",
        "1",
        "tes",
        "Test",
        "Tidak ada",
        "TIDAK ADA.",
        "nihil",
        "n/a",
        "N/A.",
        "",
        "?!",
        "Tidak ada saran",
    ],
)
def test_a_text_that_says_nothing(text: str) -> None:
    assert is_no_comment(text)


@pytest.mark.parametrize("text", ["Ramah", "Tidak ada biaya", "cukup", "Tepat waktu.", "tidak ada petugas di loket"])
def test_a_short_text_that_says_something(text: str) -> None:
    assert not is_no_comment(text)
