"""Columns of ticks: one for each choice of a question."""

import pandas as pd
import pytest

from skmlib.survey.guess_columns import guess_roles
from skmlib.survey.proposal_told import name_roles, tell_ticks
from skmlib.survey.ticks import Ticks, find_ticks, name_together

WHOLE = {"b": ["mei juni", "juni", ""], "b/mei": ["1", "0", ""], "b/juni": ["1", "1", ""]}


def find(columns):
    return find_ticks(pd.DataFrame(columns))


def test_ticks_that_agree_with_a_column_say_nothing_new():
    assert find(WHOLE) == (Ticks("b", {"b/mei": "mei", "b/juni": "juni"}, whole=True),)


@pytest.mark.parametrize("ticks", [("TRUE", "FALSE"), ("True", "False"), ("1", "0")])
def test_ticks_are_written_in_several_ways(ticks):
    yes, no = ticks
    assert find({"b": ["mei", "juni"], "b/mei": [yes, no], "b/juni": [no, yes]})[0].whole


def test_choices_may_be_named_by_several_words_with_spaces_between_them():
    columns = {"s": ["Kartu Keluarga KTP", "KTP"], "s/Kartu Keluarga": ["1", "0"], "s/KTP": ["1", "1"]}
    assert find(columns)[0].choices == {"s/Kartu Keluarga": "Kartu Keluarga", "s/KTP": "KTP"}


def test_ticks_that_contradict_the_column_beside_them_are_not_the_same():
    assert find({**WHOLE, "b/mei": ["0", "0", ""]}) == (Ticks("b", {"b/mei": "mei", "b/juni": "juni"}, whole=False),)


def test_a_column_that_holds_its_own_choice_is_a_tick():
    columns = {"Bulan - Mei": ["Mei", ""], "Bulan - Juni": ["", "Juni"], "Bulan - Lainnya": ["Juli", ""]}
    assert find(columns) == (Ticks("Bulan", {"Bulan - Mei": "Mei", "Bulan - Juni": "Juni"}, whole=False),)


def test_zeros_and_ones_beside_other_columns_of_the_same_group_are_no_ticks():
    assert find({"profil/usia": ["34", "50"], "profil/disabilitas": ["0", "1"]}) == ()


def test_answers_that_are_all_1_are_no_ticks():
    assert find({"skm/syarat": ["1", "1"], "skm/biaya": ["1", "1"]}) == ()


def test_the_choice_of_a_tick_is_no_personal_heading_and_no_question():
    ticks = {"layanan": ["ktp", "kk ktp", "kk"], "layanan/ktp": ["1", "1", "0"], "layanan/kk": ["0", "1", "1"]}
    roles = guess_roles(pd.DataFrame({**ticks, "no_hp": ["08123", "0877", ""]}))
    assert (roles.personal, roles.tambahan, roles.unused) == (("no_hp",), (), ())


def test_ticks_are_named_once():
    roles = guess_roles(pd.DataFrame(WHOLE))
    told = "tidak dipakai, begitu juga 1 kolom pilihan lainnya; isinya sama dengan 'b'"
    assert name_roles(roles, [])[-1] == ("b/mei", told)
    assert tell_ticks(roles) == []


def test_ticks_without_a_column_of_the_whole_question_are_told():
    roles = guess_roles(pd.DataFrame({"Bulan - Mei": ["Mei", ""], "Bulan - Juni": ["", "Juni"]}))
    assert roles.groups == {}
    assert name_roles(roles, []) == (("Bulan - Mei", "tidak dipakai, begitu juga 1 kolom pilihan lainnya"),)
    (told,) = tell_ticks(roles)
    assert told == (
        "'Bulan' memiliki satu kolom untuk setiap pilihan ('Mei', 'Juni'); bila diperlukan, gabungkan di berkas menjadi satu "
        "kolom dengan koma di antara pilihannya."
    )


def test_headings_that_begin_alike_are_named_together():
    assert name_together(["No", "b/mei", "_id", "b/juni", "b/juli"]) == "'No', 'b/...' (3 kolom), '_id'"
