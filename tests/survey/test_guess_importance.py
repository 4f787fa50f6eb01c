"""How an unsur should be, beside how it is."""

import pandas as pd
import pytest

from skmlib.parameters.proposal_text import Marked
from skmlib.survey.guess_columns import guess_roles
from skmlib.survey.guess_importance import propose_importance

CODES = ["4", "3", "2", "4"]
MARK = (
    "'Persyaratan - Kenyataan' diusulkan sebagai unsur dan 'Persyaratan - Harapan' sebagai kepentingannya; tukar atau hapus "
    "bila keliru (begitu juga pada 1 unsur lain)"
)


def propose(columns):
    data = pd.DataFrame(columns)
    roles = guess_roles(data)
    return roles, propose_importance(data, roles.kepentingan, roles.unsur)


@pytest.mark.parametrize(
    ("importance", "performance"),
    [
        ("Persyaratan - Harapan", "Persyaratan - Kenyataan"),
        ("Persyaratan - Kepentingan", "Persyaratan - Kinerja"),
        ("Persyaratan - Harapan", "Persyaratan - Persepsi"),
        ("Persyaratan - Importance", "Persyaratan - Performance"),
        ("Harapan - Persyaratan", "Kenyataan - Persyaratan"),
        ("persyaratan/harapan", "persyaratan/kenyataan"),
        ("Persyaratan [Tingkat kepentingan]", "Persyaratan [Tingkat kepuasan]"),
    ],
)
def test_what_is_scores_and_what_should_be_is_its_importance(importance, performance):
    roles, _ = propose({importance: CODES, performance: CODES})
    assert (roles.unsur.columns, roles.kepentingan, roles.tambahan) == (
        {"persyaratan": [performance]},
        {"persyaratan": importance},
        (),
    )


def test_bare_numbers_have_pairs_too():
    roles, _ = propose({f"U{place} - {half}": CODES for place in range(1, 10) for half in ("Harapan", "Kenyataan")})
    assert (roles.unsur.columns["sarana"], roles.kepentingan["sarana"]) == (["U9 - Kenyataan"], "U9 - Harapan")
    assert len(roles.kepentingan) == 9


def test_a_pair_is_marked_once():
    halves = {f"{name} - {half}": CODES for name in ("Persyaratan", "Prosedur") for half in ("Harapan", "Kenyataan")}
    _, proposed = propose(halves)
    assert proposed.kolom == {
        "persyaratan": Marked("Persyaratan - Harapan", (MARK,)),
        "prosedur": "Prosedur - Harapan",
    }


def test_importance_beside_a_plain_heading_needs_no_mark():
    _, proposed = propose({"Persyaratan": CODES, "Kepentingan persyaratan": CODES})
    assert proposed.kolom == {"persyaratan": "Kepentingan persyaratan"}


def test_the_usual_labels_of_importance_are_not_written():
    labels = ["Penting", "Sangat penting", "Kurang penting", "Penting"]
    assert propose({"Waktu - Kepentingan": labels, "Waktu - Kinerja": CODES})[1].jawaban is None


def test_labels_of_the_unsur_are_written_for_all_importance_together():
    columns = {
        "Produk - Harapan": ["Sesuai", "Sangat sesuai"] * 2,
        "Produk - Kenyataan": ["Sesuai", "Kurang sesuai"] * 2,
    }
    columns |= {"Waktu - Harapan": ["Cepat", "Sangat cepat"] * 2, "Waktu - Kenyataan": ["Cepat", "Kurang cepat"] * 2}
    assert propose(columns)[1].jawaban == {
        "1": ["Tidak sesuai", "Tidak cepat"],
        "2": ["Kurang sesuai", "Kurang cepat"],
        "3": ["Sesuai", "Cepat"],
        "4": ["Sangat sesuai", "Sangat cepat"],
    }


def test_importance_on_another_scale_is_told_and_has_no_role():
    columns = {"Waktu - Kepentingan": ["5", "5", "5", "4"], "Waktu - Kinerja": CODES}
    roles, proposed = propose(columns)
    assert proposed.told == (
        (
            "Kolom 'Waktu - Kepentingan' tampak menanyakan kepentingan, tetapi jawabannya bukan satu skala 1 sampai 4; "
            "tidak dipakai."
        ),
    )
    assert roles.with_importance(proposed.columns).unused == ("Waktu - Kepentingan",)
