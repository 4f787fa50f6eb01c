"""Years and days of birth in an unknown export: which column holds them, and what a person must decide about it.

A day of birth is personal. It is proposed only where no column gives the age, and only to count ages from it. Years among
ages are births too: offices ask for the age and some respondents write the year.
"""

from __future__ import annotations

import re

import pandas as pd

from skmlib.problems import fold
from skmlib.survey.births import look_born

BIRTH = re.compile(r"lahir|birth")
AGE_WORDS = r"\busia\b|\bumur\b|\bage\b"
MOSTLY = 0.8
REAL_AGE = 13  # smaller numbers are codes of groups
BIRTH_MARK = (
    "isian tampak sebagai kelahiran ({counts}), dan usia dihitung dari situ; sesuaikan kelompok ini dengan laporan sebelumnya, "
    "atau hapus 'kelahiran' bila bukan"
)
PERSONAL_MARK = "{mark}; tanggal lahir adalah data pribadi, hapus profil ini bila tidak boleh dibaca"

_AGE = r"(\d{1,3})(?:[.,]0+)?(?: ?(?:tahun|thn|th)\.?)?"


def find_births(cells: pd.DataFrame) -> str | None:
    """Find the column that says when a respondent was born, where no column asks for the age.

    Parameters
    ----------
    cells : DataFrame of str
        Of an export.

    Returns
    -------
    str or None
        Its heading; one with years before one with days.

    Examples
    --------
    >>> find_births(pd.DataFrame({"Tempat lahir": ["Sanggau"], "Tanggal lahir": ["12/03/1985"]}))
    'Tanggal lahir'
    """
    headings = {name: fold(str(name)) for name in cells.columns}
    if any(re.search(AGE_WORDS, folded) and not BIRTH.search(folded) for folded in headings.values()):
        return None
    found = {True: [], False: []}
    for name in [name for name, folded in headings.items() if BIRTH.search(folded)]:
        typed = cells[name][cells[name].str.strip() != ""]
        is_year, is_day = look_born(typed)
        if len(typed) and (is_year | is_day).sum() >= MOSTLY * len(typed):
            found[bool(is_year.sum() >= is_day.sum())].append(name)
    return next(iter([*found[True], *found[False]]), None)


def birth_mark(typed: pd.Series) -> str:
    """Say what a person must decide about a column of births.

    Parameters
    ----------
    typed : Series of str
        What stands in it, blanks apart.

    Returns
    -------
    str
        Empty when it holds no births, or something else than births and ages.

    Examples
    --------
    >>> birth_mark(pd.Series(["34", "41"])), birth_mark(pd.Series(["1985", "34"])).split(",")[:2]
    ('', ['isian tampak sebagai kelahiran (1 tahun', ' 1 usia)'])
    """
    is_year, is_day = look_born(typed)
    ages = pd.to_numeric(typed.map(fold).str.extract(f"^{_AGE}$", expand=False))
    is_age = ages.notna()
    counts = {"tahun": int(is_year.sum()), "tanggal": int(is_day.sum()), "usia": int(is_age.sum())}
    are_codes = is_age.any() and (ages[is_age] < REAL_AGE).mean() >= MOSTLY / 2
    if not (is_year | is_day).any() or are_codes or sum(counts.values()) < MOSTLY * len(typed):
        return ""
    mark = BIRTH_MARK.format(counts=", ".join(f"{n} {what}" for what, n in counts.items() if n))
    return PERSONAL_MARK.format(mark=mark) if is_day.any() else mark
