"""Merging: what is refused, what stays, and what komentar.csv looks like afterwards."""

import pandas as pd
import pytest

from skmlib.parameters import load_parameters
from skmlib.problems import DataError
from skmlib.survey.annotation_import import AnnotatedFile
from skmlib.survey.annotation_merge import Received, merge_annotations
from skmlib.survey.open_answers import read_open_answers

HEADINGS = "Syarat,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana,Saran"
KOMENTAR = "data/2025-S1/loket/komentar.csv"
LABEL = ["sentimen", "unsur", "kutip"]


@pytest.fixture
def loket(project):
    """The unit `loket` with three open answers; `answers` reads it, `ids` are theirs."""
    project.add("data: {kolom_komentar: Saran}\n")
    project.write_responses(
        "3,3,3,3,3,3,3,3,3,Pak Budi cepat",
        "4,4,4,4,4,4,4,4,4,",
        '2,2,2,2,2,2,2,2,2,"lama, antre"',
        "1,1,1,1,1,1,1,1,1,-",
        headings=HEADINGS,
    )
    project.answers = lambda: read_open_answers(load_parameters("loket", "2025-S1", root=project.root))
    project.ids = project.answers().answers["id_responden"].tolist()
    return project


def returned(*rows: tuple[str, str, str | None, str, str, str], **more) -> AnnotatedFile:
    columns = ["id_responden", "anotator", "komentar", *LABEL]
    index = pd.Index(range(2, 2 + len(rows)), name="baris")
    return AnnotatedFile(
        "komentar-ani.xlsx", pd.DataFrame(list(rows), columns=columns, index=index, dtype="object"), **more
    )


def write_comments(project, *rows: str, headings: str = "id_responden,komentar,sentimen,unsur,kutip") -> None:
    project.write(KOMENTAR, "\n".join([headings, *rows]) + "\n")


def message_of(files: list[AnnotatedFile], answers) -> str:
    with pytest.raises(DataError) as caught:
        merge_annotations(files, answers)
    return str(caught.value)


def test_comments_are_written_unmasked_in_the_order_of_the_export(loket) -> None:
    first, second, third = loket.ids
    file = returned(
        (third, "ani", "-", "tanpa_komentar", "", ""),
        (first, "ani", "Pak [nama] cepat", "positif", "waktu", "ya"),
        (second, "ani", "lama, antre", "", "", ""),
    )
    comments, received = merge_annotations([file], loket.answers())
    assert comments.to_numpy().tolist() == [
        [first, "ani", "Pak Budi cepat", "positif", "waktu", "ya"],
        [third, "ani", "-", "tanpa_komentar", "", ""],
    ]
    assert comments.columns.tolist() == ["id_responden", "anotator", "komentar", "sentimen", "unsur", "kutip"]
    assert received == (
        Received(
            "komentar-ani.xlsx", "ani", 3, {"positif": 1, "tanpa_komentar": 1}, kosong=1, setengah=0, tidak_ada=()
        ),
    )


def test_one_annotator_without_a_name_needs_no_column(loket) -> None:
    comments, _ = merge_annotations([returned((loket.ids[0], "analis", None, "positif", "", ""))], loket.answers())
    assert comments.to_numpy().tolist() == [[loket.ids[0], "Pak Budi cepat", "positif", "", ""]]


def test_rows_of_other_annotators_and_of_comments_not_sent_back_stay(loket) -> None:
    first, second, _ = loket.ids
    write_comments(loket, f"{first},Pak Budi cepat,netral,U3,", f'{second},"lama, antre",negatif,waktu,ya')
    file = returned((first, "budi", None, "positif", "", ""))
    comments, received = merge_annotations([file], loket.answers())
    assert comments.to_numpy().tolist() == [
        [first, "analis", "Pak Budi cepat", "netral", "waktu", ""],
        [first, "budi", "Pak Budi cepat", "positif", "", ""],
        [second, "analis", "lama, antre", "negatif", "waktu", "ya"],
    ]
    # The export has its comments in rows 2, 4 and 5; only that of row 2 came back.
    assert received[0].tidak_ada == (4, 5)


def test_blank_labels_with_an_unsur_are_counted(loket) -> None:
    _, received = merge_annotations([returned((loket.ids[0], "ani", None, "", "waktu", ""))], loket.answers())
    assert (received[0].kosong, received[0].setengah) == (1, 1)


def test_labels_given_before_are_not_replaced_unasked(loket) -> None:
    first, second, _ = loket.ids
    write_comments(
        loket,
        f"{first},Pak Budi cepat,netral,,,ani",
        f'{second},"lama, antre",negatif,,,ani',
        headings="id_responden,komentar,sentimen,unsur,kutip,anotator",
    )
    file = returned((first, "ani", None, "positif", "", ""), (second, "ani", None, "negatif", "", ""))
    assert message_of([file], loket.answers()) == (
        "komentar-ani.xlsx: 1 masalah.\n"
        f"  1 label anotator 'ani' berbeda dari yang sudah ada di {KOMENTAR} (baris 2), tambahkan --overwrite bila label yang "
        "lama memang hendak diganti."
    )
    comments, _ = merge_annotations([file], loket.answers(), overwrite=True)
    assert comments["sentimen"].tolist() == ["positif", "negatif"]


def test_the_same_labels_again_change_nothing(loket) -> None:
    first = loket.ids[0]
    write_comments(loket, f"{first},Pak Budi cepat,positif,waktu,ya")
    comments, _ = merge_annotations([returned((first, "analis", None, "positif", "waktu", "ya"))], loket.answers())
    assert comments.to_numpy().tolist() == [[first, "Pak Budi cepat", "positif", "waktu", "ya"]]


def test_all_problems_are_raised_at_once(loket) -> None:
    first, second, third = loket.ids
    file = returned(
        (first, "ani", "Pak Budi lambat", "positif", "", ""),
        (second, "ani", None, "negatip", "waktuu", "x"),
        (third, "ani", None, "", "", ""),
        (third, "ani", None, "", "", ""),
        ("", "ani", None, "", "", ""),
        ("zzz-1", "ani", None, "", "", ""),
    )
    twice = f"'{third}' tertulis 2 kali untuk anotator 'ani', sisakan satu baris per komentar dan anotator."
    unsur = (
        "U1 (persyaratan), U2 (prosedur), U3 (waktu), U4 (biaya), U5 (produk), U6 (kompetensi), U7 (perilaku), U8 (pengaduan), "
        "U9 (sarana)"
    )
    assert message_of([file], loket.answers()) == (
        "komentar-ani.xlsx: 8 masalah.\n"
        f"  baris 2, kolom 'komentar': teksnya berbeda dengan komentar responden '{first}', kolom ini jangan diubah; ekspor "
        "ulang dengan 'skm comments export' dan periksa anotasinya.\n"
        "  baris 6, kolom 'id_responden': kosong, isi dengan id_responden dari berkas yang diekspor.\n"
        "  baris 7, kolom 'id_responden': 'zzz-1' tidak ada di antara komentar data/2025-S1/loket/responden.csv, baris itu "
        "berubah sejak diekspor; ekspor ulang dengan 'skm comments export' dan periksa anotasinya.\n"
        "  baris 3, kolom 'sentimen': tertulis 'negatip', seharusnya salah satu dari 'positif', 'netral', 'negatif', "
        "'tanpa_komentar', atau kosong. Mungkin maksudnya 'negatif'?\n"
        f"  baris 3, kolom 'unsur': tertulis 'waktuu', seharusnya salah satu dari {unsur}, atau kosong. "
        "Mungkin maksudnya 'waktu'?\n"
        "  baris 3, kolom 'kutip': tertulis 'x', seharusnya salah satu dari 'ya', atau kosong.\n"
        f"  baris 4, kolom 'id_responden': {twice}\n"
        f"  baris 5, kolom 'id_responden': {twice}"
    )


def test_messages_do_not_repeat_a_comment(loket) -> None:
    assert "Budi" not in message_of([returned((loket.ids[0], "ani", "Pak Budi lambat", "", "", ""))], loket.answers())


def test_tasks_of_label_studio_are_named_as_tasks(loket) -> None:
    file = returned(("zzz-1", "ani", None, "", "", ""), satuan="tugas")
    assert message_of([file], loket.answers()).splitlines()[1].startswith("  tugas 2, id_responden: 'zzz-1' tidak ada")


def test_one_annotator_may_not_judge_a_comment_in_two_files(loket) -> None:
    file = returned((loket.ids[0], "ani", None, "positif", "", ""))
    assert "tertulis 2 kali untuk anotator 'ani'" in message_of([file, file], loket.answers())


@pytest.mark.parametrize("written", ["Pak [nama] cepat", "Pak Budi cepat", " Pak  [nama]\ncepat ", "'Pak [nama] cepat"])
def test_a_text_may_change_its_spaces_and_be_masked_or_not(loket, written: str) -> None:
    comments, _ = merge_annotations([returned((loket.ids[0], "ani", written, "positif", "", ""))], loket.answers())
    assert comments["komentar"].tolist() == ["Pak Budi cepat"]


def test_a_file_of_another_report_is_told_once(loket) -> None:
    file = returned(*[(f"lain-{number}", "ani", "Cepat", "positif", "", "") for number in range(3)])
    assert message_of([file], loket.answers()) == (
        "komentar-ani.xlsx: 1 masalah.\n"
        "  tidak satu pun dari 3 barisnya ada di antara komentar data/2025-S1/loket/responden.csv, berkas ini tampaknya dari "
        "laporan lain; periksa laporan pada perintah."
    )
