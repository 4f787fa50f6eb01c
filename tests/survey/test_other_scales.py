"""Scales that are not one of four, and codes that fall, told by their heading."""

import pandas as pd
import pytest

from skmlib.survey.guess_answers import propose_answers


@pytest.mark.parametrize(
    "heading", ["Persyaratan (skala 1-5)", "Persyaratan, skor 1 sampai 10", "Syarat (Likert 1 s/d 5)"]
)
def test_a_heading_that_names_more_steps_is_refused(heading):
    [problem] = propose_answers(pd.DataFrame({heading: ["2", "3", "4"]}), unsur="persyaratan", berkas="a.csv").problems
    assert problem.tertulis.startswith("jawabannya menurut judulnya 1 sampai ")


def test_a_heading_with_four_steps_is_not_refused():
    columns = pd.DataFrame({"Persyaratan (skala 1-4)": ["2", "3", "4"]})
    assert propose_answers(columns, unsur="persyaratan", berkas="a.csv").problems == ()


def test_a_heading_in_which_1_is_best_turns_the_codes_round_though_it_names_the_ends_only():
    columns = pd.DataFrame({"Persyaratan (1 = Sangat Puas, 4 = Tidak Puas)": ["1", "2", "4"]})
    proposal = propose_answers(columns, unsur="persyaratan", berkas="a.csv")
    assert (proposal.is_reversed, proposal.jawaban, proposal.problems) == (True, None, ())
    assert proposal.mark == "menurut judulnya kode 1 jawaban terbaik; hapus 'kode_terbalik' bila 1 terburuk"
