"""Which of overlapping groups are hidden: the same in both counts, whoever belongs where and answers what."""

from types import SimpleNamespace

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from skmlib.recount.groups import hidden_groups
from skmlib.survey.groups import score_groups

UNSUR = ("waktu", "biaya")
GROUPS = "ABCD"
ANSWER = st.sampled_from([1, 3, 4, 4, 4, None])
PEOPLE = st.lists(st.tuples(st.frozensets(st.sampled_from(GROUPS)), ANSWER, ANSWER), min_size=1, max_size=40)


@settings(max_examples=300, deadline=None)
@given(PEOPLE, st.sampled_from([1, 2, 5]))
def test_both_counts_hide_the_same_of_overlapping_groups(people, ambang):
    rows = [{"g": tuple(sorted(own)) or None, "waktu": waktu, "biaya": biaya} for own, waktu, biaya in people]
    frame = pd.DataFrame(rows).astype(dict.fromkeys(UNSUR, "Int8"))
    told = score_groups(frame, "g", categories=list(GROUPS), unsur=UNSUR, ambang=ambang).groups
    respondents = [SimpleNamespace(groups={"g": row["g"] or ("Tidak diisi",)}, score=row.get) for row in rows]
    order = [*GROUPS, *(["Tidak diisi"] if any(row["g"] is None for row in rows) else [])]
    members = {group: [one for one in respondents if group in one.groups["g"]] for group in order}
    survey = SimpleNamespace(parameters={"ambang_kelompok": ambang}, unsur=UNSUR, is_combined=False)
    assert set(told.loc[told["disembunyikan"], "kelompok"]) == hidden_groups(survey, members, "g")
