"""Groups that overlap and are shown together must not tell what a few answered (method, section 7, rule 4)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from skmlib.recount.respondents import Respondent, Survey


def sums_lack_respondents(
    respondents: Sequence[Respondent], by: str, shown: Sequence[str], survey: Survey, k: int
) -> bool:
    """Say whether the sums of shown groups and the unit cannot be dealt k bases of respondents, over all or an unsur."""
    everybody = [(one, (1, *(int(group in one.groups[by]) for group in shown))) for one in respondents]
    told = [[kind for _, kind in everybody]]
    told += [[kind for one, kind in everybody if one.score(name) is not None] for name in survey.unsur]
    unlike = {tuple(sorted(kinds)) for kinds in told}
    return any(not _deal(kinds, k) for kinds in unlike)


def _deal(kinds: Sequence[tuple[int, ...]], k: int) -> bool:
    """Take k bases out of the respondents, in turn, always from the kinds of whom most are left."""
    left: dict[tuple[int, ...], int] = {}
    for kind in kinds:
        left[kind] = left.get(kind, 0) + 1
    size = len(_independent(list(left)))
    for _ in range(k):
        by_number = sorted(left, key=lambda kind: (-left[kind], kind))
        chosen = _independent([kind for kind in by_number if left[kind] > 0])
        if len(chosen) < size:
            return False
        for kind in chosen:
            left[kind] -= 1
    return True


def _independent(kinds: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Keep each kind that is no combination of those before it (Gauss, each row with a leading one)."""
    rows: dict[int, list[Fraction]] = {}
    kept = []
    for kind in kinds:
        rest = [Fraction(value) for value in kind]
        for column in range(len(rest)):
            if rest[column] and column in rows:
                factor = rest[column]
                rest = [value - factor * row for value, row in zip(rest, rows[column], strict=True)]
            elif rest[column]:
                rows[column] = [value / rest[column] for value in rest]
                kept.append(kind)
                break
    return kept
