"""What is told about ages and births: years where ages are expected, births that give no age, ages in no group.

A day of birth is never quoted, for findings are printed. None of these stops the run; like every finding about groups they
give no index.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.parameters.models import Kelompok
from skmlib.problems import Finding, name_options
from skmlib.survey.births import AGE_RANGE, UNREAD, look_born
from skmlib.survey.categories import range_of
from skmlib.survey.headings import births_of
from skmlib.survey.responses import Responses
from skmlib.survey.row_findings import row_finding

AGE_KEY = "usia"


def find_in_births(responses: Responses, parameters: Parameters) -> Iterator[Finding]:
    """List what is worth telling about ages and births.

    Parameters
    ----------
    responses : Responses
        After `validate_responses`.
    parameters : Parameters
        Of the same report.

    Yields
    ------
    Finding
    """
    for key, group in parameters.survei.profil.items():
        if key in births_of(parameters):
            yield from _births(responses, key, group)
        elif _speaks_of_age(key, group):
            yield from _undeclared(responses, key, group)


def told_as_birth(responses: Responses, parameters: Parameters, key: str) -> pd.Series:
    """Tell the rows whose unknown group is told here.

    Parameters
    ----------
    responses : Responses
        After `validate_responses`.
    parameters : Parameters
        Of the same report.
    key : str
        The group.

    Returns
    -------
    Series of bool
        On the valid rows.
    """
    rows = responses.valid["baris"].isin(responses.unknown[key])
    group = parameters.survei.profil.get(key)
    if group is None or not (group.kelahiran or _speaks_of_age(key, group)):
        return pd.Series(data=False, index=rows.index)
    is_year, is_day = look_born(responses.valid[key])
    return rows & (is_year | is_day | group.kelahiran)


def _speaks_of_age(key: str, group: Kelompok) -> bool:
    """Tell whether a group is one of ages: by its key, or because all of its categories are ranges of numbers."""
    return not group.pilihan_ganda and (key == AGE_KEY or all(range_of(name) for name in group.kategori))


def _births(responses: Responses, key: str, group: Kelompok) -> Iterator[Finding]:
    """Say which births give no age, which ages lie in no group, and where an age was typed instead."""
    unknown = responses.valid["baris"].isin(responses.unknown[key])
    is_unread = unknown & (responses.valid[key] == UNREAD)
    if is_unread.any():
        what = (
            f"pada kolom {group.kolom!r} tidak memuat tahun atau tanggal lahir yang terbaca dan memberi usia {AGE_RANGE[0]} "
            f"sampai {AGE_RANGE[1]} tahun, dan dihitung sebagai '{UNREAD}'; tulis seperti 1985 atau 1985-03-12"
        )
        yield row_finding("kelahiran_tidak_terbaca", what, is_unread, responses, is_of_groups=True)
    is_outside = unknown & ~is_unread
    if is_outside.any():
        names = name_options(sorted(set(responses.valid.loc[is_outside, key])))
        what = (
            f"pada kolom {group.kolom!r} berusia {names}, di luar setiap 'kategori', dan dihitung tersendiri; tambahkan "
            "kelompoknya pada 'kategori'"
        )
        yield row_finding("kelompok_tidak_dikenal", what, is_outside, responses, is_of_groups=True)
    is_age = responses.valid["baris"].isin(responses.ages_typed[key])
    if is_age.any():
        what = (
            f"pada kolom {group.kolom!r} berisi bilangan di bawah empat angka yang dibaca sebagai usia, bukan tahun lahir; "
            "tulis tahun lahirnya dengan empat angka bila keliru"
        )
        yield row_finding("usia_di_kolom_kelahiran", what, is_age, responses, is_of_groups=True)


def _undeclared(responses: Responses, key: str, group: Kelompok) -> Iterator[Finding]:
    """Say which rows hold a year or a day of birth where an age is expected, and what to write."""
    unknown = responses.valid["baris"].isin(responses.unknown[key])
    is_year, is_day = look_born(responses.valid[key])
    advice = f", bukan usia, dan dihitung tersendiri; tulis 'kelahiran: ya' pada 'profil: {key}' agar usianya dihitung"
    if (unknown & is_year).any():
        example = str(responses.valid.loc[unknown & is_year, key].iloc[0])
        what = f"pada kolom {group.kolom!r} berisi bilangan seperti {example!r}, yang tampak sebagai tahun lahir"
        yield row_finding("tahun_lahir", what + advice, unknown & is_year, responses, is_of_groups=True)
    if (unknown & is_day).any():
        what = f"pada kolom {group.kolom!r} berisi tanggal, yang tampak sebagai tanggal lahir"
        yield row_finding("tahun_lahir", what + advice, unknown & is_day, responses, is_of_groups=True)
