"""Which column asks about which unsur."""

from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.guess_unsur import find_unsur
from skmlib.survey.regulation import UNSUR_JAWABAN

WORDS = {
    "persyaratan": "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya",
    "prosedur": "Sistem, mekanisme, dan prosedur",
    "waktu": "Ketepatan waktu penyelesaian",
    "biaya": "Kewajaran biaya/tarif",
    "produk": "Kesesuaian produk pelayanan dengan hasil yang diberikan",
    "kompetensi": "Kemampuan petugas",
    "perilaku": "Kesopanan dan keramahan petugas",
    "pengaduan": "Penanganan pengaduan, saran, dan masukan",
    "sarana": "Kenyamanan fasilitas",
}


@given(st.permutations(list(WORDS.values())))
def test_the_order_of_columns_does_not_matter(headings):
    found = find_unsur(dict.fromkeys(headings, ()))
    assert found.columns == {unsur: [heading] for unsur, heading in WORDS.items()}
    assert found.labels == {unsur: f"U{place}" for place, unsur in enumerate(WORDS, start=1)}


def test_a_question_on_two_unsur_goes_where_it_is_needed():
    found = find_unsur({"Kemampuan petugas menjelaskan prosedur": (), "Keahlian petugas": ()})
    assert found.columns == {"prosedur": ["Kemampuan petugas menjelaskan prosedur"], "kompetensi": ["Keahlian petugas"]}
    assert found.unsure == {"prosedur": "kompetensi"}


def test_several_clear_columns_of_one_unsur_are_its_parts():
    found = find_unsur({"Waktu tunggu": (), "Waktu penyelesaian": ()})
    assert found.columns == {"waktu": ["Waktu tunggu", "Waktu penyelesaian"]}


def test_columns_numbered_like_a_part_belong_to_it():
    found = find_unsur({"3a. Waktu tunggu": (), "3b. Lama di loket": (), "3c. Janji ditepati": ()})
    assert found.columns == {"waktu": ["3a. Waktu tunggu", "3b. Lama di loket", "3c. Janji ditepati"]}


def test_answers_tell_the_unsur_of_a_heading_that_does_not():
    found = find_unsur({"Petugas": [answer.casefold() for answer in UNSUR_JAWABAN["kompetensi"]]})
    assert (found.columns, found.by_answers) == ({"kompetensi": ["Petugas"]}, ("kompetensi",))


def test_answers_of_two_unsur_tell_neither():
    labels = [answer.casefold() for answer in UNSUR_JAWABAN["produk"]]
    assert find_unsur({"Kualitas": labels}).columns == {}


def test_numbers_beside_clear_headings_are_no_unsur():
    found = find_unsur({"Syarat": (), "Prosedur": (), "Waktu": (), "U1": ()})
    assert (list(found.columns), found.bare) == (["persyaratan", "prosedur", "waktu"], False)


def test_a_question_with_answers_of_its_own_is_no_part_of_an_unsur():
    biaya, others = ["Sangat mahal", "Murah", "Gratis"], ["Setuju", "Sangat setuju"]
    found = find_unsur({"Biaya/tarif": biaya, "Tidak ada biaya di luar tarif resmi": others, "Waktu": []})
    assert found.columns["biaya"] == ["Biaya/tarif"]
