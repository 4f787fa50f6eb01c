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
