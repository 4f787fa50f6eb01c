import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.survey.answer_labels import UNSUR_JAWABAN, labels_rise


@pytest.mark.parametrize("unsur", UNSUR_JAWABAN)
def test_labels_of_the_form_rise(unsur):
    assert labels_rise(UNSUR_JAWABAN[unsur])


@pytest.mark.parametrize("unsur", UNSUR_JAWABAN)
def test_labels_of_the_form_the_other_way_round_do_not(unsur):
    assert not labels_rise(UNSUR_JAWABAN[unsur][::-1])


@pytest.mark.parametrize("unsur", UNSUR_JAWABAN)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_two_neighbours_of_the_form_exchanged_do_not_rise(unsur, place):
    labels = list(UNSUR_JAWABAN[unsur])
    labels[place], labels[place + 1] = labels[place + 1], labels[place]
    assert not labels_rise(labels)


@pytest.mark.parametrize(
    "labels",
    [
        ["Tidak puas", "Kurang puas", "Cukup puas", "Puas"],
        ["Kurang puas", "Cukup puas", "Puas", "Sangat puas"],
        ["Sangat tidak setuju", "Tidak setuju", "Setuju", "Sangat setuju"],
        ["Sangat kurang", "Kurang", "Cukup", "Baik"],
        ["Sangat sulit", "Sulit", "Mudah", "Sangat mudah"],
        ["Sangat mahal", "Mahal", "Cukup mahal", "Tidak mahal"],
        ["a. Tidak sesuai", "b. Kurang sesuai", "c. Sesuai", "d. Sangat sesuai"],
        ["TIDAK  sesuai", "kurang Sesuai ", "Sesuai", "sangat sesuai"],
        ["Merah", "Biru", "Hijau", "Kuning"],  # nothing known
        ["Ada pungutan", "Kadang ada pungutan", "Jarang", "Tidak ada pungutan"],  # 'tidak ada' is the good answer
        ["1", "2", "3", "4"],
    ],
)
def test_orders_that_can_be_meant(labels):
    assert labels_rise(labels)


@pytest.mark.parametrize(
    "labels",
    [
        ["Sesuai", "Kurang sesuai", "Tidak sesuai", "Sangat sesuai"],  # the form whose 'Tidak sesuai' is 3
        ["Sangat puas", "Puas", "Kurang puas", "Tidak puas"],
        ["Sangat setuju", "Setuju", "Tidak setuju", "Sangat tidak setuju"],
        ["Tidak mahal", "Cukup mahal", "Mahal", "Sangat mahal"],
        ["Mudah", "Biasa", "Rumit", "Entah"],
        ["Cepat", "Agak cepat", "Agak lambat", "Lambat"],
        ["d. Sangat sesuai", "c. Sesuai", "b. Kurang sesuai", "a. Tidak sesuai"],
    ],
)
def test_orders_that_cannot_be_meant(labels):
    assert not labels_rise(labels)


@given(st.permutations(UNSUR_JAWABAN["perilaku"]))
def test_only_one_order_of_a_known_set_rises(labels):
    assert labels_rise(labels) == (tuple(labels) == UNSUR_JAWABAN["perilaku"])
