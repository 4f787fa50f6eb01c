"""The role of each column, from its heading and its cells."""

import pandas as pd

from skmlib.survey.guess_columns import guess_roles


def test_a_remark_with_few_short_texts_is_the_comment_and_no_question():
    cells = pd.DataFrame({"Syarat": ["4", "3", "4", "2"], "Saran dan masukan": ["baik", "baik", "-", "baik"]})
    roles = guess_roles(cells)
    assert (roles.komentar, roles.tambahan) == ("Saran dan masukan", ())


def test_usual_short_headings_are_known():
    cells = pd.DataFrame({"Q9 Sarpras": ["4", "3", "4", "2"], "pend": ["SMA", "S1", "SMA", "SD"]})
    roles = guess_roles(cells)
    assert (roles.unsur.columns, roles.groups) == ({"sarana": ["Q9 Sarpras"]}, {"pendidikan": "pend"})


def test_importance_beside_satisfaction_is_no_second_question_of_the_unsur():
    headings = [f"{name} - Tingkat {kind}" for name in ("Persyaratan", "Prosedur") for kind in ("Penting", "Puas")]
    roles = guess_roles(pd.DataFrame({heading: ["4", "3", "2"] for heading in headings}))
    assert roles.unsur.columns == {"persyaratan": [headings[1]], "prosedur": [headings[3]]}
    assert roles.kepentingan == {"persyaratan": headings[0], "prosedur": headings[2]}


def test_scores_may_be_named_before_their_number():
    roles = guess_roles(pd.DataFrame({f"Skor Q{number}": ["4", "3", "2"] for number in range(1, 10)}))
    assert len(roles.unsur.columns) == 9


def test_a_table_without_rows_has_no_roles():
    assert guess_roles(pd.DataFrame({"Tanggal": [], "U1": []}, dtype="str")).unsur.columns == {}


def test_groups_of_a_form_and_underscores_in_headings_do_not_matter():
    codes, texts = ["4", "3", "4", "2"], ["sd", "s1", "sd", "s1"]
    columns = {f"unsur_pelayanan/{name}": codes for name in ("persyaratan", "waktu_layanan", "sarana_prasarana")}
    columns |= {
        "data_responden/kelompok_usia": texts,
        "data_responden/pendidikan_terakhir": texts,
        "kunjungan/layanan": texts,
    }
    roles = guess_roles(pd.DataFrame(columns))
    assert list(roles.unsur.columns) == ["persyaratan", "waktu", "sarana"]
    assert roles.groups == {
        "layanan": "kunjungan/layanan",
        "usia": "data_responden/kelompok_usia",
        "pendidikan": "data_responden/pendidikan_terakhir",
    }


def test_bare_numbers_may_stand_in_a_group_of_a_form():
    roles = guess_roles(pd.DataFrame({f"skm/u{number}": ["4", "3", "2"] for number in range(1, 10)}))
    assert (roles.unsur.bare, roles.unsur.columns["sarana"]) == (True, ["skm/u9"])
