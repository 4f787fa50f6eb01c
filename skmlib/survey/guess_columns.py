"""Which role each column of an unknown export plays: an unsur, a group, the time stamp, the comment, or none.

What stands in a column counts before its heading: a column of answers is a question whatever it is called, a column of days is
a time stamp. Columns that look personal are left out. What has no role is told and not read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

import pandas as pd

from skmlib.survey.answer_kind import ANSWERS, answer_kind, count_answers
from skmlib.survey.column_roles import Roles
from skmlib.survey.dates import DAY_MONTH, MONTH_DAY, decode_dates
from skmlib.survey.export import is_personal
from skmlib.survey.guess_births import BIRTH, find_births
from skmlib.survey.guess_groups import GROUPS
from skmlib.survey.guess_importance import find_importance
from skmlib.survey.guess_questions import COMMENT, PERSON, ROW_NUMBER, SERVICE, group_of, is_question
from skmlib.survey.guess_unsur import CLEAR, find_unsur
from skmlib.survey.heading_words import fold_heading
from skmlib.survey.ticks import find_ticks
from skmlib.survey.unsur_words import score_heading

MOSTLY = 0.8
REPEATED_MIN = 1.2

_TIME = re.compile(r"timestamp|waktu|tanggal|\btgl\b|\bcap\b|date|time|hari|submitted")
_MARKING = re.compile(r"(?:points|feedback|poin|umpan balik)\s*[-–:]\s*(\S.*)", re.IGNORECASE)
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")


def guess_roles(cells: pd.DataFrame) -> Roles:
    """Give each column its role.

    Parameters
    ----------
    cells : DataFrame of str
        Of an export, rows of sums apart.

    Returns
    -------
    Roles

    Examples
    --------
    >>> cells = pd.DataFrame({"Umur": ["20-29", "30-39"], "Syarat": ["4", "3"], "Saran": ["Lebih cepat lagi ya", ""]})
    >>> roles = guess_roles(cells)
    >>> roles.unsur.columns, roles.groups, roles.komentar
    ({'persyaratan': ['Syarat']}, {'usia': 'Umur'}, 'Saran')
    """
    filled = [
        name for name in cells.columns if (cells[name].str.strip() != "").any() and not _is_marking(name, cells.columns)
    ]
    ticks = find_ticks(cells[filled])
    free = [name for name in filled if not any(name in question.choices for question in ticks)]
    births = find_births(cells[free])
    personal = [name for name in free if name != births and _is_personal(cells[name])]
    free = [name for name in free if name not in personal]
    kinds = {name: answer_kind(cells[name]) for name in free}
    waktu = _find_time(cells, [name for name in free if kinds[name] is None and name != births])
    free = [name for name in free if name != waktu]
    asked = [name for name in free if is_question(name, cells[name], kinds[name])]
    unsur = find_unsur({name: list(count_answers(cells[name]).index) for name in asked})
    used = [name for headings in unsur.columns.values() for name in headings]
    kepentingan = find_importance([name for name in asked if name not in used], unsur)
    used += kepentingan.values()
    tambahan = [name for name in asked if name not in used and kinds[name] in ANSWERS]
    rest = [name for name in free if name not in used and name not in tambahan]
    groups = _find_groups(cells, rest)
    komentar = _find_comment(cells, [name for name in rest if name not in (*groups.values(), *asked)])
    rest = [name for name in rest if name not in (*groups.values(), komentar)]
    responden = _find_person(cells, rest)
    return Roles(
        unsur=unsur,
        kepentingan=kepentingan,
        tambahan=tuple(tambahan),
        groups=groups,
        waktu=waktu,
        komentar=komentar,
        responden=responden,
        ticks=ticks,
        personal=tuple(personal),
        unused=tuple(name for name in rest if name != responden and not ROW_NUMBER.fullmatch(fold_heading(name))),
    )


def _is_marking(name: str, names: Collection[str]) -> bool:
    """Tell whether a column holds the points or feedback that a quiz form gives to another column's answers."""
    match = _MARKING.fullmatch(name)
    return match is not None and match[1] in names


def _is_personal(cells: pd.Series) -> bool:
    """Tell whether a column looks personal; the name of a service does not, nor do answers to a question on an unsur."""
    name = fold_heading(str(cells.name))
    if max(score_heading(name).values(), default=0) >= CLEAR and answer_kind(cells) in ANSWERS:
        return False
    if BIRTH.search(name):
        return True
    return is_personal(str(cells.name)) and not (SERVICE.search(name) and "petugas" not in name)


def _find_time(cells: pd.DataFrame, names: list[str]) -> str | None:
    """Find the time stamp: the first column of days, one with a fitting heading before others."""
    days = []
    for name in names:
        typed = cells[name].str.strip()
        typed = typed[typed != ""]
        is_read = [decode_dates(typed, urutan=order).notna() for order in (DAY_MONTH, MONTH_DAY)]
        is_named = bool(_TIME.search(fold_heading(name)))
        if (is_read[0] | is_read[1]).sum() >= MOSTLY * len(typed) and (
            is_named or not typed.str.fullmatch(_SERIAL).all()
        ):
            days.append((not is_named, name))
    return min(days, key=lambda day: day[0])[1] if days else None


def _find_groups(cells: pd.DataFrame, names: list[str]) -> dict[str, str]:
    """Find the columns of groups, each group once; the service first."""
    found: dict[str, str] = {}
    for name in names:
        key = group_of(name)
        if key is not None and key not in found and not COMMENT.search(fold_heading(name)):
            found[key] = name
    return {key: found[key] for key in ("layanan", *GROUPS) if key in found}


def _find_comment(cells: pd.DataFrame, names: list[str]) -> str | None:
    """Find the comment: of the headings that ask for one, the column with the longest texts."""
    asked = [name for name in names if COMMENT.search(fold_heading(name))]
    lengths: Mapping[str, float] = {name: float(cells[name].str.len().sum()) for name in asked}
    return max(asked, key=lambda name: lengths[name], default=None)


def _find_person(cells: pd.DataFrame, names: list[str]) -> str | None:
    """Find a column that names respondents who come back."""
    for name in names:
        typed = cells[name].str.strip()
        typed = typed[typed != ""]
        if (
            PERSON.search(fold_heading(name))
            and len(typed)
            and len(typed) > REPEATED_MIN * typed.nunique() > REPEATED_MIN
        ):
            return name
    return None
