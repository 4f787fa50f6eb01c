"""What is told about groups and columns without stopping the run: unknown, blank or overlapping groups, unused columns.

A finding about a group gives no index: that would give a hidden group away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import Finding, name_options
from skmlib.survey.birth_findings import find_in_births, told_as_birth
from skmlib.survey.categories import range_of
from skmlib.survey.headings import groups_of
from skmlib.survey.responses import Responses
from skmlib.survey.row_findings import row_finding
from skmlib.survey.ticks import name_together

_CURRENCY = re.compile(r"\brp\.?\s*", re.IGNORECASE)


def find_in_groups(responses: Responses, parameters: Parameters) -> tuple[Finding, ...]:
    """List what is worth telling about groups and columns.

    Parameters
    ----------
    responses : Responses
        After `validate_responses`.
    parameters : Parameters
        Of the same report.

    Returns
    -------
    tuple of Finding
    """
    return (
        *_unknown_groups(responses, parameters),
        *find_in_births(responses, parameters),
        *_overlapping_groups(parameters),
        *_columns(responses),
    )


def _unknown_groups(responses: Responses, parameters: Parameters) -> Iterator[Finding]:
    """Say which rows name a group that the parameters do not know, and which name none."""
    for key, group in groups_of(parameters).items():
        rows = responses.valid["baris"].isin(responses.unknown[key]) & ~told_as_birth(responses, parameters, key)
        if rows.any():
            names = name_options(_unknown_names(responses.valid.loc[rows, key], group.kategori))
            what = (
                f"pada kolom {group.kolom!r} berisi {names}, yang tidak ada di 'kategori' dan dihitung tersendiri; "
                "betulkan ejaannya atau tambahkan pada 'kategori'"
            )
            yield row_finding("kelompok_tidak_dikenal", what, rows, responses, is_of_groups=True)
        blank = responses.valid[key].isna()
        if blank.any():
            what = f"kosong pada kolom {group.kolom!r} dan dihitung sebagai 'Tidak diisi'"
            yield row_finding("kelompok_kosong", what, blank, responses, is_of_groups=True)


def _unknown_names(groups: pd.Series, kategori: Sequence[str]) -> list[str]:
    """Name the groups that are not known, whether a row holds one or several."""
    named = {name for value in groups for name in (value if isinstance(value, tuple) else (value,))}
    return sorted(named - set(kategori))


def _overlapping_groups(parameters: Parameters) -> Iterator[Finding]:
    """Say which groups of numbers overlap, such as 45-54 and 54-60."""
    for key, group in groups_of(parameters).items():
        for first, second in overlapping_ranges(group.kategori):
            text = f"Kelompok {first!r} dan {second!r} pada '{key}' bertumpang tindih; responden di batas dapat masuk keduanya."
            yield Finding("kelompok_tumpang_tindih", parameters.berkas[0], text)


def overlapping_ranges(kategori: Sequence[str]) -> list[tuple[str, str]]:
    """Find groups that share a number.

    Parameters
    ----------
    kategori : sequence of str
        Names of groups; those that are no range of whole numbers are passed over.

    Returns
    -------
    list of (str, str)

    Examples
    --------
    >>> overlapping_ranges(["35-44", "45-54", "54-60", ">60"])
    [('45-54', '54-60')]
    >>> overlapping_ranges(["Rp1.000.000-Rp2.000.000", "2.000.000 ke atas"])
    [('Rp1.000.000-Rp2.000.000', '2.000.000 ke atas')]
    """
    ends = {name: range_of(_CURRENCY.sub("", name)) for name in kategori}
    ranges = sorted((*found, name) for name, found in ends.items() if found)
    return [(first[2], second[2]) for first, second in combinations(ranges, 2) if second[0] <= min(first[1], second[1])]


def _columns(responses: Responses) -> Iterator[Finding]:
    """Say which columns were not used, and which were not read because they look personal."""
    if responses.unused:
        text = f"{len(responses.unused)} kolom tidak dipakai: {name_together(responses.unused)}."
        yield Finding("kolom_tidak_dipakai", responses.berkas, text, len(responses.unused))
    if responses.unread:
        names = ", ".join(map(repr, responses.unread))
        text = f"{len(responses.unread)} kolom tampak berisi data pribadi dan tidak dibaca: {names}."
        yield Finding("kolom_pribadi", responses.berkas, text, len(responses.unread))
