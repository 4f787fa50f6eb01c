"""An entry joins the history in the style of the list, and everything else stays as it was written."""

import pytest
import yaml

from skmlib.parameters.history import append_history
from skmlib.parameters.models import Riwayat
from skmlib.parameters.text_edits import apply_edits

ENTRY = Riwayat(periode="2024", ni="3.50", responden=260, unsur={"waktu": "3.46"})


def append(text: str, riwayat: Riwayat | None = ENTRY) -> str:
    return apply_edits(text, append_history(text, yaml.compose(text), riwayat, periode_sebelumnya="2024"))


def test_below_a_list_of_lines():
    text = 'riwayat:\n  - {periode: "2023", ni: "3.62"}  # terbitan\n\nperiode_sebelumnya: "2023"\n'
    assert append(text) == (
        'riwayat:\n  - {periode: "2023", ni: "3.62"}  # terbitan\n'
        '  - periode: "2024"\n    ni: "3.50"\n    responden: 260\n    unsur:\n      waktu: "3.46"\n'
        '\nperiode_sebelumnya: "2023"\n'
    )


def test_at_the_indentation_of_the_list():
    text = 'riwayat:\n- periode: "2023"\n  unsur:\n    waktu: "3.55"\n# jadwal\nperiode_sebelumnya: "2023"\n'
    assert append(text).startswith(
        'riwayat:\n- periode: "2023"\n  unsur:\n    waktu: "3.55"\n- periode: "2024"\n  ni: "3.50"\n'
    )


@pytest.mark.parametrize("ending", ["]", ", ]", "\n  ]"])
def test_inside_the_brackets_of_a_list_in_brackets(ending):
    text = f'riwayat: [{{periode: "2023", ni: "3.62"}}{ending}\nperiode_sebelumnya: "2023"\n'
    content = yaml.safe_load(append(text))["riwayat"]
    assert content == [
        {"periode": "2023", "ni": "3.62"},
        {"periode": "2024", "ni": "3.50", "responden": 260, "unsur": {"waktu": "3.46"}},
    ]


def test_in_place_of_an_empty_list():
    assert append("riwayat: []\nlokasi: a\n") == (
        'riwayat:\n  - periode: "2024"\n    ni: "3.50"\n    responden: 260\n    unsur:\n      waktu: "3.46"\n'
        'periode_sebelumnya: "2024"\nlokasi: a\n'
    )


@pytest.mark.parametrize("text", ["lokasi: a\n", "lokasi: a", "lokasi: a\n\n\n"])
def test_at_the_end_of_a_file_without_history(text):
    assert append(text).rstrip("\n") == (
        'lokasi: a\n\nriwayat:\n  - periode: "2024"\n    ni: "3.50"\n    responden: 260\n'
        '    unsur:\n      waktu: "3.46"\nperiode_sebelumnya: "2024"'
    )


def test_without_an_index_only_the_previous_period_is_named():
    assert append("lokasi: a\n", None) == 'lokasi: a\n\nperiode_sebelumnya: "2024"\n'
