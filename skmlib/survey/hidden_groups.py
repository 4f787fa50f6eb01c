"""Which groups of a variable are hidden, so that small ones keep their answers to themselves.

A group with fewer respondents than a threshold, or with fewer answers than that to an unsur, is small and hidden. What stands
beside it must not give it away: hidden groups are made at least two, with at least the threshold of respondents and of
answers between them, and not all of one answer; the smallest shown group is hidden too, until that holds or nothing is left.

A report that combines periods (quarters in a semester, semesters in a year) is published beside theirs. What a group scores in
the whole, less what it scores where it is shown, is what it scores where it is hidden: so a group that is hidden in one of the
periods is hidden in the whole (decision 0021).

Where a respondent may belong to several groups, the unit less a shown group is what those answered who do not belong to it.
They are protected like a group (decision 0013).
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from skmlib.survey.regulation import GROUP_THRESHOLD
from skmlib.survey.tally import Tally

REST = "Disembunyikan agar nilai kelompok kecil tidak dapat dihitung dari nilai seluruhnya."
OTHERS = "Disembunyikan agar nilai responden di luar kelompok ini tidak dapat dihitung dari nilai seluruhnya."
PERIODS = "Disembunyikan pada salah satu periode yang digabung, sehingga nilainya di sini akan membukanya."

Tallies = Mapping[str, Tally]
NOBODY: Tallies = MappingProxyType({})
Flags = npt.NDArray[np.bool_]


def hide_groups(
    tallies: Tallies,
    *,
    ambang: int = GROUP_THRESHOLD,
    others: Tallies = NOBODY,
    periods: Iterable[tuple[Tallies, Tallies]] = (),
) -> dict[str, str]:
    """Choose the groups to hide, each with its reason.

    Parameters
    ----------
    tallies : mapping
        Each group with its tally.
    ambang : int
        Respondents, and answers to each unsur, below which a group is hidden.
    others : mapping
        Where groups overlap, each group with the tally of those who do not belong to it.
    periods : iterable of (mapping, mapping)
        Of a report that combines periods, the groups of each of them, and the others.

    Returns
    -------
    dict
        The hidden groups with their reasons, in Indonesian.

    Examples
    --------
    >>> import pandas as pd
    >>> from skmlib.survey.tally import tally_responses
    >>> answers = {"KK": [3, 4] * 3, "KTP": [4] * 7, "Akta": [1]}
    >>> frames = {name: pd.DataFrame({"waktu": values}) for name, values in answers.items()}
    >>> list(hide_groups({name: tally_responses(frame, unsur=["waktu"]) for name, frame in frames.items()}))
    ['Akta', 'KK']
    """
    hidden = {group: reason for group, tally in tallies.items() if (reason := small_reason(tally, ambang))}
    for group, rest in others.items():
        is_protected = ambang > 1 and rest.responden and tallies[group].responden
        if is_protected and _tells([rest], [rest, tallies[group]], ambang):
            hidden.setdefault(group, OTHERS)
    for part, apart in periods:
        if sum(tally.responden > 0 for tally in part.values()) > 1:  # a group that is the whole unit is shown as such
            hidden = dict.fromkeys(hide_groups(part, ambang=ambang, others=apart), PERIODS) | hidden
    shown = [group for group, tally in tallies.items() if tally.responden and group not in hidden]
    shown.sort(key=lambda group: tallies[group].responden)
    while shown and hidden and _tells([tallies[group] for group in hidden], list(tallies.values()), ambang):
        hidden[shown.pop(0)] = REST
    return hidden


def small_reason(tally: Tally, ambang: int) -> str | None:
    """Say why a group is too small to show; None for one that is not, and for one without respondents.

    Parameters
    ----------
    tally : Tally
        Of the group.
    ambang : int
        The threshold.

    Returns
    -------
    str or None
    """
    if 0 < tally.responden < ambang:
        return f"Kurang dari {ambang} responden."
    if ((tally.n > 0) & (tally.n < ambang)).any():
        return f"Ada unsur dengan kurang dari {ambang} jawaban."
    return None


def _tells(hidden: Iterable[Tally], all_groups: Iterable[Tally], ambang: int) -> bool:
    """Tell whether what hidden groups answered together gives one of them away: it is of few, or all did the same.

    What everybody in the unit did with an unsur, such as leave it blank, tells nothing more here.
    """
    some, total = (functools.reduce(operator.add, tallies) for tallies in (hidden, all_groups))
    return small_reason(some, ambang) is not None or bool((_is_alike(some) & ~_is_alike(total)).any())


def _is_alike(tally: Tally) -> Flags:
    """Tell of each unsur whether all gave it one score, or all left it blank."""
    n, sums, squares = (
        values.diagonal().astype(object) for values in (tally.pair_n, tally.pair_sums, tally.pair_products)
    )
    return ((tally.kosong == 0) & (n * squares == sums**2)) | (tally.n == 0)
