"""Each question is decoded with its own labels; sub-questions and importance are columns of their own."""

from fractions import Fraction

import pytest

from skmlib.problems import DataError
from skmlib.survey.dataset import read_survey
from skmlib.survey.scores import score_unsur

ANSWERS = "data/2025-S1/loket/responden.csv"
PENTING = "Tidak penting, Kurang penting, Penting, Sangat penting"


def read(project):
    return read_survey("loket", "2025-S1", root=project.root)


def refused(project) -> str:
    with pytest.raises(DataError) as caught:
        read(project)
    return str(caught.value)


@pytest.fixture
def several(project):
    """A survey that asks `waktu` in two questions."""
    project.change("kolom: Waktu", "kolom: [Cepat, Tepat]")
    project.headings = project.headings.replace("Waktu", "Cepat,Tepat")
    return project


def write(project, *rows):
    project.write_responses(*rows, headings=project.headings)


def test_sub_questions_are_averaged_without_rounding(several):
    write(several, "4,4,4,3,4,4,4,4,4,4", "4,4,2,1,4,4,4,4,4,4")
    survey = read(several)
    assert survey.responses.valid["waktu"].tolist() == [3.5, 1.5]
    # (3.5 + 1.5) / 2 = 2.5
    assert score_unsur(survey.tally)["nrr"].tolist()[2] == Fraction(5, 2)


def test_a_blank_sub_question_leaves_the_other_one(several):
    write(several, "4,4,4,,4,4,4,4,4,4", "4,4,2,1,4,4,4,4,4,4")
    survey = read(several)
    # (4 + 1.5) / 2 = 2.75: the blank is no zero
    assert score_unsur(survey.tally)["nrr"].tolist()[2] == Fraction(11, 4)


def test_an_unknown_answer_names_its_own_sub_question(several):
    write(several, "4,4,4,5,4,4,4,4,4,4")
    assert refused(several) == (
        f"{ANSWERS}: 1 masalah.\n  baris 2, kolom 'Tepat': tertulis '5', seharusnya bilangan bulat 1 sampai 4."
    )


def test_a_missing_sub_question_is_told(several):
    several.write_responses("4,4,4,4,4,4,4,4,4", headings=several.headings.replace(",Tepat", ""))
    assert refused(several) == (
        f"{ANSWERS}: 1 masalah.\n"
        "  kolom 'Tepat': tidak ada, samakan judul kolom di berkas ini dengan 'kolom' pada parameter. "
        "Semua kolom lain sudah dipakai."
    )


def test_the_same_word_has_the_code_of_its_own_question(project):
    project.change("kolom: Waktu", "kolom: Waktu, jawaban: {1: Buruk, 2: Kurang, 3: Cukup, 4: Baik}")
    # "Baik" is the third answer of the form's question on sarana, and the fourth given here for waktu
    write(project, "4,4,Baik,4,4,4,4,4,Baik")
    valid = read(project).responses.valid
    assert (valid["waktu"].tolist(), valid["sarana"].tolist()) == ([4], [3])


def with_importance(project, *cells):
    project.change("kolom: Waktu", "kolom: Waktu, kolom_kepentingan: Arti waktu")
    project.write_responses(*[f"4,4,4,4,4,4,4,4,4,{cell}" for cell in cells], headings=f"{project.headings},Arti waktu")


@pytest.mark.parametrize("cell", ["Kurang penting", "kurang  PENTING", "b. Kurang penting", "2"])
def test_importance_is_read_by_label_and_code(project, cell):
    with_importance(project, cell)
    assert read(project).responses.valid["kepentingan.waktu"].tolist() == [2]


def test_an_unknown_importance_is_refused_with_its_own_labels(project):
    with_importance(project, "Mendesak")
    assert refused(project) == (
        f"{ANSWERS}: 1 masalah.\n  baris 2, kolom 'Arti waktu': tertulis 'Mendesak', seharusnya salah satu dari "
        f"{', '.join(map(repr, PENTING.split(', ')))}, atau kode 1 sampai 4."
    )


def test_importance_never_enters_the_index(project):
    with_importance(project, "1", "1")
    assert set(score_unsur(read(project).tally)["nrr"]) == {4}


def test_importance_alone_is_no_answer_to_an_unsur(project):
    with_importance(project, "1")
    path = project.root / ANSWERS
    path.write_text(path.read_text(encoding="utf-8") + ",,,,,,,,,4\n", encoding="utf-8")
    assert read(project).responses.excluded.to_numpy().tolist() == [[3, "tidak ada unsur yang dijawab"]]
