"""Open answers: what is given out to annotators."""

import pytest

from skmlib.parameters import load_parameters
from skmlib.problems import DataError
from skmlib.survey.open_answers import clean_text, read_open_answers, select_tasks

HEADINGS = "Syarat,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Pengaduan,Sarana,Saran"
ROW = "3,3,3,3,3,3,3,3,3"


def answers_of(project):
    return read_open_answers(load_parameters("loket", "2025-S1", root=project.root))


def message_of(project) -> str:
    with pytest.raises(DataError) as caught:
        answers_of(project)
    return str(caught.value)


@pytest.fixture
def asked(project):
    project.add("data: {kolom_komentar: Saran, nama_disamarkan: [Siti]}\n")
    project.write_responses(f"{ROW},cepat", f"{ROW},", f"{ROW},terima kasih siti", headings=HEADINGS)
    return project


def test_answers_are_masked_and_in_the_order_of_the_export(asked) -> None:
    answers = answers_of(asked).answers
    assert answers[["baris", "komentar", "tersamar"]].to_numpy().tolist() == [
        [2, "cepat", "cepat"],
        [4, "terima kasih siti", "terima kasih [nama]"],
    ]


def test_what_an_annotator_already_said_is_filled_in(asked) -> None:
    first, _ = answers_of(asked).answers["id_responden"]
    asked.write(
        "data/2025-S1/loket/komentar.csv",
        "id_responden,komentar,sentimen,unsur,kutip,anotator\n"
        f"{first},cepat,positif,U3,ya,ani\n{first},cepat,netral,,,budi\n",
    )
    answers = answers_of(asked)
    labels = ["sentimen", "unsur", "kutip"]
    assert select_tasks(answers, "ani")[labels].to_numpy().tolist() == [["positif", "waktu", "ya"], ["", "", ""]]
    assert select_tasks(answers, "citra")[labels].to_numpy().tolist() == [["", "", ""], ["", "", ""]]
    decision = select_tasks(answers, "keputusan")
    assert decision.columns.tolist() == ["id_responden", "komentar", *labels, "label ani", "label budi"]
    assert decision[["label ani", "label budi"]].to_numpy().tolist() == [["positif, U3", "netral"], ["", ""]]


def test_without_an_open_question_it_is_said(project) -> None:
    project.write_responses(ROW)
    assert message_of(project) == (
        "params/2025-S1/loket.yml: 1 masalah.\n  kunci 'data.kolom_komentar': tidak ada, tulis judul kolom pertanyaan terbuka."
    )


def test_without_any_answer_it_is_said(asked) -> None:
    asked.write_responses(f"{ROW},", headings=HEADINGS)
    assert message_of(asked) == (
        "data/2025-S1/loket/responden.csv: 1 masalah.\n"
        "  tidak ada jawaban pada kolom 'Saran', tidak ada yang dapat dianotasi."
    )


def test_signs_that_a_workbook_cannot_hold_are_left_out() -> None:
    assert clean_text("a\x00b\x1fc\td\r\ne") == "abc\td\ne"


def test_a_text_is_no_longer_than_a_cell() -> None:
    assert len(clean_text("x" * 40_000)) == 32_000
