"""Groups: the index and the unsur of each service or profile group, without giving small groups away (`hidden_groups`).

Head counts stay, for the official form asks for them. One variable at a time, never crossed. Where a respondent may name
several groups, the answers count in each of them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pandas as pd

from skmlib.survey.answer_matrix import read_matrix
from skmlib.survey.hidden_groups import hide_groups
from skmlib.survey.profile import assign_groups
from skmlib.survey.regulation import GROUP_THRESHOLD, UNSUR_NAMA
from skmlib.survey.scores import IkmScore, score_ikm
from skmlib.survey.tally import Tally, tally_matrix
from skmlib.survey.unsur_means import mean_columns

PERIODE_COLUMN = "periode_bagian"  # of a report that combines periods: the one that a row comes from
GROUP_COLUMNS = ("kelompok", "n", "ni", "ikm", "mutu", "low", "high", "disembunyikan", "alasan")
UNSUR_COLUMNS = ("kelompok", "unsur", "n", "nrr", "ikm", "mutu", "disembunyikan")


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
    nama: Mapping[str, str] = UNSUR_NAMA,
) -> GroupScores:
    """Score each group of a variable.

    Parameters
    ----------
    responses : DataFrame
        One row per respondent, with the variable and a column per unsur.
    by : str
        The variable; a missing value is a blank, which makes a group of its own, a tuple holds several groups.
    categories : sequence of str
        Its groups in the order of the report; a group without respondents keeps its row.
    unsur : sequence of str
        The unsur.
    bobot : mapping, optional
        Weight of each unsur; exactly 1/n by default.
    ambang : int
        Respondents, and answers to each unsur, below which a group is hidden.
    nama : mapping
        Name of each unsur in the report, for the reasons.

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
    tallies = tally_groups(responses, by, categories=categories, unsur=unsur)
    hidden = choose_hidden(tallies, responses, by, categories=categories, ambang=ambang)
    scores = {group: _score(tally, hidden.get(group), bobot, nama) for group, tally in tallies.items()}
    rows = [_group_row(group, score, group in hidden) for group, score in scores.items()]
    parts = [row for group, tally in tallies.items() for row in _unsur_rows(group, tally, group in hidden)]
    types = {"kelompok": pd.CategoricalDtype(list(tallies), ordered=True), "disembunyikan": "bool"}
    return GroupScores(
        by=by,
        ambang=ambang,
        groups=_frame(rows, GROUP_COLUMNS, types | {"n": "int64"}),
        unsur=_frame(parts, UNSUR_COLUMNS, types | {"unsur": pd.CategoricalDtype(unsur, ordered=True)}),
    )


def choose_hidden(
    tallies: Mapping[str, Tally], responses: pd.DataFrame, by: str, *, categories: Sequence[str], ambang: int
) -> dict[str, str]:
    """Choose the groups to hide; where periods are combined, so that nothing follows from their reports either.

    Parameters
    ----------
    tallies : mapping
        From `tally_groups`.
    responses : DataFrame
        What was tallied.
    by : str
        The variable.
    categories : sequence of str
        Its groups in the order of the report.
    ambang : int
        Respondents, and answers to each unsur, below which a group is hidden.

    Returns
    -------
    dict
        The hidden groups with their reasons, in Indonesian.
    """
    rows = [part for _, part in responses.groupby(PERIODE_COLUMN, sort=False)] if PERIODE_COLUMN in responses else []
    unsur = next(iter(tallies.values())).unsur if tallies else ()
    periods = (
        (tally_groups(part, by, categories=categories, unsur=unsur), _tally_patterns(part, by, unsur, categories))
        for part in rows
    )
    return hide_groups(
        tallies, ambang=ambang, patterns=_tally_patterns(responses, by, unsur, categories), periods=periods
    )


def _tally_patterns(
    responses: pd.DataFrame, by: str, unsur: Sequence[str], categories: Sequence[str]
) -> dict[frozenset[str], Tally]:
    """Count, where respondents belong to several groups, the answers by sets of groups; nothing where none does."""
    members = assign_groups(responses[by].reset_index(drop=True).explode(), categories=categories)
    if len(members) == len(responses):
        return {}
    patterns = members.astype(object).groupby(level=0).agg(frozenset)
    values, places = read_matrix(responses, unsur)
    rows = patterns.groupby(patterns, sort=False).indices
    return {own: tally_matrix(values[at], places) for own, at in rows.items()}


def tally_groups(
    responses: pd.DataFrame, by: str, *, categories: Sequence[str], unsur: Sequence[str]
) -> dict[str, Tally]:
    """Count the answers of each group of a variable.

    Parameters
    ----------
    responses : DataFrame
        One row per respondent, with the variable and a column per unsur.
    by : str
        The variable; a missing value is a blank, a tuple holds several groups.
    categories : sequence of str
        Its groups in the order of the report.
    unsur : sequence of str
        The unsur.

    Returns
    -------
    dict
        The groups of the report, then unknown ones and the blank ones, each with its tally.

    Examples
    --------
    >>> responses = pd.DataFrame({"layanan": ["KK", None, "KK"], "waktu": [3, 4, 4]})
    >>> tallies = tally_groups(responses, "layanan", categories=["KK", "KTP"], unsur=["waktu"])
    >>> {group: tally.responden for group, tally in tallies.items()}
    {'KK': 2, 'KTP': 0, 'Tidak diisi': 1}
    """
    values, places = read_matrix(responses, unsur)
    groups = responses[by].reset_index(drop=True).explode()  # a row for each group of a respondent
    members = assign_groups(groups, categories=categories).cat
    rows = groups.index.to_numpy()
    return {
        group: tally_matrix(values[rows[members.codes == code]], places)
        for code, group in enumerate(members.categories)
    }


def _score(tally: Tally, hidden: str | None, bobot: Mapping[str, Fraction] | None, nama: Mapping[str, str]) -> IkmScore:
    """Score a group unless it is hidden."""
    return IkmScore(tally.responden, reason=hidden) if hidden else score_ikm(tally, bobot=bobot, nama=nama)


def _group_row(group: str, score: IkmScore, is_hidden: bool) -> tuple[object, ...]:
    """Make the row of a group."""
    return group, score.n, score.ni, score.ikm, score.mutu, score.low, score.high, is_hidden, score.reason


def _unsur_rows(group: str, tally: Tally, is_hidden: bool) -> list[tuple[object, ...]]:
    """Make the rows of a group's unsur, without scores and counts of answers if it is hidden."""
    if is_hidden:
        return [(group, unsur, None, None, None, None, True) for unsur in tally.unsur]
    rows = zip(tally.unsur, tally.n.tolist(), *mean_columns(tally).values(), strict=True)
    return [(group, *row, False) for row in rows]


def _frame(
    rows: Sequence[tuple[object, ...]], columns: Sequence[str], types: Mapping[str, str | pd.CategoricalDtype]
) -> pd.DataFrame:
    """Make a frame that keeps fractions, whole numbers and None as they are, but for columns of a type of their own."""
    cells = zip(*rows, strict=True) if rows else ((),) * len(columns)
    return pd.DataFrame(
        {name: pd.Series(own, dtype=types.get(name, "object")) for name, own in zip(columns, cells, strict=True)}
    )
