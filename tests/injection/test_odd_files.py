"""Files beside the answers that are no such file at all, or take a parser long: a message, within seconds."""

import time

import pytest

from skmlib.problems import DataError
from skmlib.survey.dataset import read_survey
from skmlib.survey.filled_tables import read_filled_table

SECONDS = 20
FOLDER = "data/2025-S1/loket"


def told(project) -> str:
    began = time.monotonic()
    try:
        read_survey("loket", "2025-S1", root=project.root)
    except DataError as error:
        return str(error)
    finally:
        assert time.monotonic() - began < SECONDS
    return ""


def test_a_table_of_nothing_but_commas(tmp_path):
    (tmp_path / "a.csv").write_bytes(b",,\n,,\n")
    with pytest.raises(DataError, match="tidak memuat judul kolom, isi judul kolom, atau hapus berkas ini"):
        read_filled_table(tmp_path / "a.csv", berkas="a.csv")


def test_a_folder_in_the_place_of_a_logo(project, threes):
    project.write_responses(threes)
    project.write("params/instansi/kota.yml", "nama: Kota Contoh\nlogo: {berkas: kota.svg, alt: Lambang}\n")
    (project.root / "params/instansi/kota.svg").mkdir()
    assert "berkas logo ini tidak dapat dibuka" in told(project)


@pytest.mark.parametrize(
    "text",
    [
        "# a" + " " * 300_000 + "b" + " #" * 1_000,
        "> " * 100_000 + "a",
        "\n".join("  " * depth + "- a" for depth in range(400)),
        "*a " * 150_000,
        "# x\n" * 20_000,
        "[isi " * 100_000,
        "....a " * 100_000,
        "a\n" * 200_000 + "===",
        "999999999. a",
    ],
    ids=["spaces", "quotes", "lists", "stars", "headings", "brackets", "dots", "lines", "number"],
)
def test_words_that_take_a_parser_long(project, threes, text):
    project.write_responses(threes)
    project.write(f"{FOLDER}/narasi.md", f"## Metode\n\n{text}\n")
    assert told(project) == ""
