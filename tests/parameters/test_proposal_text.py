"""The text of a proposal is YAML that gives back what was proposed, with its marks as comments."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from skmlib.parameters.marks import find_marks
from skmlib.parameters.proposal_text import Marked, marked, spell_proposal, spell_text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_yaml(text):
    assert yaml.load(spell_text(text), Loader=yaml.BaseLoader) == text


def test_a_word_that_yaml_would_read_otherwise_is_quoted():
    assert [spell_text(word) for word in ("no", "12:30", "010", "ya")] == ['"no"', '"12:30"', '"010"', "ya"]


def test_a_short_value_has_its_mark_behind_it():
    text = spell_proposal({"populasi": Marked("?", ("tulis jumlahnya",))}, title="Usulan")
    assert text == '# Usulan\npopulasi: "?"  # PERIKSA: tulis jumlahnya\n'


def test_several_marks_stand_one_above_the_other():
    text = spell_proposal({"populasi": Marked("?", ("pertama", "kedua"))}, title="Usulan")
    assert text == '# Usulan\n# PERIKSA: pertama\npopulasi: "?"  # PERIKSA: kedua\n'


def test_a_block_has_its_mark_above():
    text = spell_proposal(
        {"unsur": Marked({"waktu": {"label": "U3", "kolom": "Waktu"}}, ("cocokkan",))}, title="Usulan"
    )
    assert text == "# Usulan\n# PERIKSA: cocokkan\nunsur:\n  waktu: {label: U3, kolom: Waktu}\n"


def test_a_long_list_has_a_line_for_each():
    names = [f"Layanan nomor {place} dari kantor ini" for place in range(4)]
    text = spell_proposal({"kategori": names}, title="Usulan")
    assert text.splitlines()[1:] == ["kategori:", *(f'  - "{name}"' for name in names)]


def test_a_mark_inside_a_text_is_no_mark():
    text = spell_proposal({"nama": marked("Loket # PERIKSA: bukan", "", "benar")}, title="Usulan")
    assert find_marks(text) == [(2, "benar")]
