"""Columns of ticks: one for each choice of a question, headed `question/choice` or `question - choice`.

Below stands 0 or 1 (KoboToolbox), or the choice itself where it was ticked (SurveyMonkey). KoboToolbox writes the choices once
more into one cell, `januari maret` under `question`: then the ticks say nothing new, and the names after the slash are all the
choices there are. A column that holds 0 and 1 is no tick by itself, for an answer may be coded so: either that cell agrees
with it in every row, or all columns that begin alike hold nothing else.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pandas as pd

from skmlib.problems import fold
from skmlib.survey.categories import SPACES, decode_choices
from skmlib.survey.heading_rows import JOINT

SLASH = "/"
TICKED, NOT_TICKED = ("1", "true"), ("0", "false")
COLUMNS_MIN = 2


@dataclasses.dataclass(frozen=True)
class Ticks:
    """The columns of ticks of one question.

    Attributes
    ----------
    question : str
        Heading of the question, with which theirs begin.
    choices : dict of str to str
        Choice by heading.
    whole : bool
        Whether a column of that heading names the same choices in one cell.
    """

    question: str
    choices: dict[str, str]
    whole: bool


def find_ticks(cells: pd.DataFrame) -> tuple[Ticks, ...]:
    """Find the columns of ticks.

    Parameters
    ----------
    cells : DataFrame of str
        Of an export, rows of sums apart.

    Returns
    -------
    tuple of Ticks

    Examples
    --------
    >>> find_ticks(pd.DataFrame({"a": ["x y", "y"], "a/x": ["1", "0"], "a/y": ["1", "1"]}))
    (Ticks(question='a', choices={'a/x': 'x', 'a/y': 'y'}, whole=True),)
    """
    found = [_of_column(cells, str(name)) for name in cells.columns]
    taken = {heading for ticks in found if ticks for heading in ticks.choices}
    for question, choices in _beginning_alike([str(name) for name in cells.columns if name not in taken]).items():
        named = {heading: choice for heading, choice in choices.items() if _is_named(cells[heading], choice)}
        are_codes = len(choices) >= COLUMNS_MIN and all(_is_code(cells[heading]) for heading in choices)
        if named:
            found.append(Ticks(question, named, whole=False))
        elif are_codes and cells[[*choices]].map(fold).isin(NOT_TICKED).to_numpy().any():
            found.append(Ticks(question, choices, whole=False))
    return tuple(ticks for ticks in found if ticks)


def name_together(headings: Sequence[str]) -> str:
    """Name headings, those that begin with the same question once and with their number.

    Examples
    --------
    >>> name_together(["No", "bulan/mei", "bulan/juni", "Bulan - Juli"])
    "'No', 'bulan/...' (2 kolom), 'Bulan - Juli'"
    """
    alike: dict[str, list[str]] = {}
    for heading in headings:
        mark = _mark(heading)
        alike.setdefault(heading.rpartition(mark)[0] + mark if mark else heading, []).append(heading)
    return ", ".join(
        repr(names[0]) if len(names) < COLUMNS_MIN else f"{begin + '...'!r} ({len(names)} kolom)"
        for begin, names in alike.items()
    )


def _of_column(cells: pd.DataFrame, name: str) -> Ticks | None:
    """Find the ticks that say the same as a column with all choices in one cell."""
    begin = name + SLASH
    choices = {str(heading): str(heading)[len(begin) :] for heading in cells.columns if str(heading).startswith(begin)}
    if not choices or not all(_is_code(cells[heading]) for heading in choices):
        return None
    read, is_unknown = decode_choices(cells[name], kategori=list(choices.values()), pemisah=SPACES)
    ticked = pd.DataFrame({choice: cells[heading].map(fold).isin(TICKED) for heading, choice in choices.items()})
    told = [tuple(ticked.columns[row]) for row in ticked.to_numpy()]
    agree = all(names is None or names == ticks for names, ticks in zip(read, told, strict=True))
    return Ticks(name, choices, whole=True) if agree and not is_unknown.any() and read.notna().any() else None


def _beginning_alike(headings: Sequence[str]) -> dict[str, dict[str, str]]:
    """Give the headings that have two parts by their first part."""
    alike: dict[str, dict[str, str]] = {}
    for heading in headings:
        if mark := _mark(heading):
            question, _, choice = heading.rpartition(mark)
            alike.setdefault(question, {})[heading] = choice
    return alike


def _mark(heading: str) -> str:
    """Give the sign between question and choice that stands last; empty without any."""
    return max((mark for mark in (SLASH, JOINT) if mark in heading), key=heading.rfind, default="")


def _is_named(cells: pd.Series, choice: str) -> bool:
    """Tell whether a column holds its choice and nothing else."""
    typed = set(cells.map(fold)) - {""}
    return typed == {fold(choice)}


def _is_code(cells: pd.Series) -> bool:
    """Tell whether a column holds ticks written as 0 and 1 and nothing else."""
    typed = set(cells.map(fold)) - {""}
    return bool(typed) and typed <= {*TICKED, *NOT_TICKED}
