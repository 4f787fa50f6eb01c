"""Groups: the index and the unsur of each service or profile group, without giving small groups away.

A group with fewer respondents than a threshold, or with fewer answers than that to an unsur, keeps its scores to itself.
One hidden group alone could be computed from the total and the groups shown, so hidden groups are made at least two, with
at least the threshold of respondents and of answers to each unsur between them: the smallest shown group is hidden too,
until that holds or nothing is left to show. Head counts stay, for the official form asks for them.
One variable at a time, never crossed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pandas as pd

from skmlib.survey.profile import assign_groups
from skmlib.survey.regulation import GROUP_THRESHOLD
from skmlib.survey.scores import IkmScore, score_ikm, score_unsur
from skmlib.survey.tally import Tally, tally_responses


@dataclasses.dataclass(frozen=True)
class GroupScores:
    """Scores of the groups of one variable.

    Attributes
    ----------
    by : str
        The variable.
    ambang : int
        Threshold below which a group is hidden.
    groups : DataFrame
        One row per group: `kelompok` (ordered category), `n` (respondents), `ni`, `ikm`, `mutu`, `low` and `high` (25 to
        100), `disembunyikan` (bool), `alasan` (why something is missing, or None).
    unsur : DataFrame
        One row per group and unsur: `kelompok`, `unsur` (ordered categories), `n` (answers), `nrr`, `ikm`, `mutu`,
        `disembunyikan`. A hidden group has None for all of them.
    """

    by: str
    ambang: int
    groups: pd.DataFrame
    unsur: pd.DataFrame


def score_groups(
    responses: pd.DataFrame,
    by: str,
    *,
    categories: Sequence[str],
    unsur: Sequence[str],
    bobot: Mapping[str, Fraction] | None = None,
    ambang: int = GROUP_THRESHOLD,
) -> GroupScores:
    """Score each group of a variable.

    Parameters
    ----------
    responses : DataFrame
        One row per respondent, with the variable and a column per unsur.
    by : str
        The variable; a missing value is a blank, which makes a group of its own.
    categories : sequence of str
        Its groups in the order of the report; a group without respondents keeps its row.
    unsur : sequence of str
        The unsur.
    bobot : mapping, optional
        Weight of each unsur; exactly 1/n by default.
    ambang : int
        Respondents, and answers to each unsur, below which a group is hidden.

    Returns
    -------
    GroupScores

    Examples
    --------
    >>> responses = pd.DataFrame({"layanan": ["KK"] * 6 + ["KTP"] * 6 + ["Akta"], "waktu": [3, 4] * 6 + [1]})
    >>> scores = score_groups(responses, "layanan", categories=["KK", "KTP", "Akta"], unsur=["waktu"])
    >>> scores.groups[["kelompok", "n", "disembunyikan"]].to_dict("list")
    {'kelompok': ['KK', 'KTP', 'Akta'], 'n': [6, 6, 1], 'disembunyikan': [True, False, True]}
    """
    members = assign_groups(responses[by], categories=categories)
    tallies = {group: tally_responses(responses[members == group], unsur=unsur) for group in members.cat.categories}
    hidden = hide_groups(tallies, ambang=ambang)
    kelompok = pd.CategoricalDtype(members.cat.categories, ordered=True)
    rows = [_group_row(group, tally, hidden.get(group), bobot) for group, tally in tallies.items()]
    frames = [_unsur_rows(group, tally, group in hidden, bobot) for group, tally in tallies.items()]
    parts = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=["kelompok"])
    return GroupScores(
        by=by,
        ambang=ambang,
        groups=_as_objects(pd.DataFrame(rows)).astype({"kelompok": kelompok, "n": "int64", "disembunyikan": "bool"}),
        unsur=parts.astype({"kelompok": kelompok}),
    )
