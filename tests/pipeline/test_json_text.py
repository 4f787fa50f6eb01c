"""JSON whose bytes are harmless on a terminal and whose values are what was given."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skmlib.pipeline.json_text import spell_json


@given(st.dictionaries(st.text(), st.lists(st.text())), st.sampled_from([None, 1]))
def test_any_text_comes_back_as_it_was(content, indent):
    assert json.loads(spell_json(content, indent=indent)) == content


def test_what_steers_a_terminal_is_an_escape():
    # U+E0041 lies beyond the first plane: JSON writes it as the surrogates D800 + (0xD0041 >> 10) and DC00 + (0xD0041 & 0x3FF)
    assert spell_json("\x1b\x9b\u202e\U000e0041") == r'"\u001b\u009b\u202e\udb40\udc41"'


def test_letters_of_any_script_stay():
    assert spell_json(["é 字 👍"]) == '["é 字 👍"]'


def test_a_lone_surrogate_can_be_written():
    assert spell_json("\ud800").encode() == rb'"\ud800"'


def test_a_number_without_end_is_refused():
    with pytest.raises(ValueError, match="Out of range"):
        spell_json(float("inf"))
