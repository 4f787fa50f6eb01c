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


def births(**columns: tuple[str, ...]):
    cells = pd.DataFrame(
        {"Syarat": ["4", "3"]} | {name.replace("_", " "): list(texts) for name, texts in columns.items()}
    )
    roles = guess_roles(cells)
    return roles.groups.get("usia"), roles.personal


def test_years_of_birth_are_ages():
    assert births(Tahun_Lahir=("1985", "1990")) == ("Tahun Lahir", ())


def test_days_of_birth_are_ages_and_no_time_stamp():
    cells = pd.DataFrame({"Syarat": ["4", "3"], "Tanggal Lahir": ["12/03/1985", "1/4/1990"]})
    roles = guess_roles(cells)
    assert (roles.groups, roles.waktu, roles.personal) == ({"usia": "Tanggal Lahir"}, None, ())


def test_years_of_birth_stand_before_days():
    found = births(Tanggal_lahir=("12/03/1985", "1/4/1990"), Tahun_lahir=("1985", "1990"))
    assert found == ("Tahun lahir", ("Tanggal lahir",))


def test_births_are_left_alone_where_the_age_is_asked():
    found = births(Tanggal_lahir=("12/03/1985", "1/4/1990"), Umur=("40", "35"))
    assert found == ("Umur", ("Tanggal lahir",))


def test_a_place_of_birth_is_personal():
    assert births(Tempat_lahir=("Kota A", "Kota B")) == (None, ("Tempat lahir",))


def test_a_column_of_days_in_both_orders_is_the_time_stamp():
    days = ["3/25/2025", "3/26/2025", "25/3/2025", "26/3/2025"]
    assert guess_roles(pd.DataFrame({"Syarat": ["4", "3", "4", "2"], "Tanggal": days})).waktu == "Tanggal"
