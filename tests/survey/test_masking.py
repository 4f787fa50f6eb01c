"""Personal data in comments: every sentence of the list, written for this project, no real person in it."""

import csv
from pathlib import Path

import pytest

from skmlib.survey.masking import KINDS, mask_comments

SENTENCES_FILE = Path(__file__).parents[1] / "data" / "komentar_data_pribadi.csv"
NAMES_OF_AGENCY = ["Wening Contoh"]


def read_sentences() -> list[tuple[str, str]]:
    with SENTENCES_FILE.open(encoding="utf-8", newline="") as file:
        return [(row["teks"], row["diharapkan"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("teks", "diharapkan"), read_sentences())
def test_sentence_is_masked_as_expected(teks: str, diharapkan: str) -> None:
    assert mask_comments([teks], nama=NAMES_OF_AGENCY).texts == (diharapkan,)


@pytest.mark.parametrize(("teks", "diharapkan"), read_sentences())
def test_masking_twice_changes_nothing_more(teks: str, diharapkan: str) -> None:
    again = mask_comments([diharapkan], nama=NAMES_OF_AGENCY)
    assert (again.texts, again.per_text) == ((diharapkan,), (0,))


def test_list_holds_at_least_sixty_sentences() -> None:
    assert len(read_sentences()) >= 60


def test_every_kind_stands_in_the_list() -> None:
    expected = " ".join(diharapkan for _, diharapkan in read_sentences())
    assert [kind for kind in KINDS if f"[{kind}]" not in expected] == []


def test_counts_name_every_kind_and_add_over_texts() -> None:
    # Two names and one telephone in the first text, one name in the third.
    masked = mask_comments(["Pak Budi dan Bu Ani, 0812-0000-0123", "Ramah", "Ibu Sari baik"])
    assert masked.counts == {
        "NIK": 0, "telepon": 1, "surel": 0, "rekening": 0, "nomor": 0, "pelat": 0, "alamat": 0, "nama": 3,
    }  # fmt: skip
    assert masked.per_text == (3, 0, 1)


def test_a_mark_that_somebody_typed_is_not_counted() -> None:
    assert mask_comments(["petugas [nama] ramah"]).per_text == (0,)


def test_without_texts_nothing_is_counted() -> None:
    masked = mask_comments([])
    assert (masked.texts, set(masked.counts.values())) == ((), {0})


def test_line_breaks_stay() -> None:
    assert mask_comments(["1. cepat\n2. Pak Budi\n3. ramah"]).texts == ("1. cepat\n2. Pak [nama]\n3. ramah",)


def test_the_longest_listed_name_is_masked_whole() -> None:
    assert mask_comments(["wening contoh sari"], nama=["Wening", "Wening Contoh"]).texts == ("[nama] sari",)


def test_invisible_characters_do_not_hide_a_number() -> None:
    assert mask_comments(["hubungi 0812\u200b0000\u200b0123"]).texts == ("hubungi [telepon]",)
