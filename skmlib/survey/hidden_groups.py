"""Which groups of a variable are hidden, so that small ones keep their answers to themselves.

A group with fewer respondents than a threshold, or with fewer answers than that to an unsur, is small and hidden. What stands
beside it must not give it away: hidden groups are made at least two, with at least the threshold of respondents and of
answers between them, and not all of one answer; the smallest shown group is hidden too, until that holds or nothing is left.

A report that combines periods (quarters in a semester, semesters in a year) is published beside theirs. What a group scores in
the whole, less what it scores where it is shown, is what it scores where it is hidden: so a group that is hidden in one of the
periods is hidden in the whole (decision 0021).

Where a respondent may belong to several groups, those outside a shown group, and those in several where all are in a shown
one, are protected like a group; and each shown sum must rest on enough respondents of its own (`differencing`, decision 0013).
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from skmlib.survey.answer_matrix import Whole
from skmlib.survey.differencing import rests_on_enough
from skmlib.survey.regulation import GROUP_THRESHOLD
from skmlib.survey.tally import Tally

REST = "Disembunyikan agar nilai kelompok kecil tidak dapat dihitung dari nilai seluruhnya."
OTHERS = "Disembunyikan agar nilai responden di luar kelompok ini tidak dapat dihitung dari nilai seluruhnya."
OVERLAP = "Disembunyikan agar jawaban beberapa responden tidak dapat dihitung dari kelompok-kelompok yang beririsan."
PERIODS = "Disembunyikan pada salah satu periode yang digabung, sehingga nilainya di sini akan membukanya."

Tallies = Mapping[str, Tally]
Patterns = Mapping[frozenset[str], Tally]
DISJOINT: Patterns = MappingProxyType({})
Flags = npt.NDArray[np.bool_]


def hide_groups(
    tallies: Tallies,
    *,
    ambang: int = GROUP_THRESHOLD,
    patterns: Patterns = DISJOINT,
    periods: Iterable[tuple[Tallies, Patterns]] = (),
) -> dict[str, str]:
    """Choose the groups to hide, each with its reason.

    Parameters
    ----------
    tallies : mapping
        Each group with its tally.
    ambang : int
        Respondents, and answers to each unsur, below which a group is hidden.
    patterns : mapping
        Where groups overlap, each set of groups that a respondent belongs to, with the tally of those respondents.
    periods : iterable of (mapping, mapping)
        Of a report that combines periods, the groups and the patterns of each of them.

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
    if ambang == 1:
        return {}
    hidden = {group: reason for group, tally in tallies.items() if (reason := small_reason(tally, ambang))}
    for group, tally in tallies.items() if patterns else ():
        rest = [other for own, other in patterns.items() if group not in own]
        if rest and tally.responden and _tells(rest, patterns.values(), ambang):
            hidden.setdefault(group, OTHERS)
    for part, overlaps in periods:
        if sum(tally.responden > 0 for tally in part.values()) > 1:  # a group that is the whole unit is shown as such
            hidden = dict.fromkeys(hide_groups(part, ambang=ambang, patterns=overlaps), PERIODS) | hidden
    shown = [group for group, tally in tallies.items() if tally.responden and group not in hidden]
    return hidden | dict.fromkeys(_hide_more(shown, tallies, patterns, ambang), OVERLAP if patterns else REST)


def _hide_more(shown: Sequence[str], tallies: Tallies, patterns: Patterns, ambang: int) -> list[str]:
    """Choose further groups to hide: the smallest first, and then the largest are shown again that tell nothing."""
    members = patterns or {frozenset([group]): tally for group, tally in tallies.items() if tally.responden}
    more: list[str] = []

    def is_told(more: Collection[str]) -> bool:
        return _is_told([group for group in shown if group not in more], members, ambang, overlap=bool(patterns))

    for group in sorted(shown, key=lambda group: tallies[group].responden):
        if not is_told(more):
            break
        more.append(group)
    for group in reversed(more[:-1]):
        if not is_told(rest := [name for name in more if name != group]):
            more = rest
    return more


def _is_told(shown: Sequence[str], members: Patterns, ambang: int, *, overlap: bool) -> bool:
    """Tell whether these groups and the unit, shown together, give a few respondents away."""
    everybody = list(members.values())
    outside = [tally for own, tally in members.items() if own.isdisjoint(shown)]
    if outside and _tells(outside, everybody, ambang):
        return True
    if not overlap:
        return False
    several = [tally for own, tally in members.items() if len(own.intersection(shown)) > 1]
    if several and not outside and _tells(several, everybody, ambang):
        return True
    return not all(rests_on_enough(counts, shown=shown, ambang=ambang) for counts in _count_patterns(members, shown))


def _count_patterns(members: Patterns, shown: Sequence[str]) -> Iterator[dict[frozenset[str], int]]:
    """Count respondents, and then the answers to each unsur, by the shown groups that they belong to."""
    told: dict[frozenset[str], Whole] = {}
    for own, tally in members.items():
        key = own.intersection(shown)
        told[key] = told.get(key, 0) + np.array([tally.responden, *tally.n])
    columns = zip(*(counts.tolist() for counts in told.values()), strict=True)
    return (dict(zip(told, column, strict=True)) for column in dict.fromkeys(columns))


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
