"""Months in tables: their names, and whether each month of a period has its row."""

from __future__ import annotations

import pandas as pd

from skmlib.parameters.periods import MONTHS_IN_YEAR, months_of
from skmlib.problems import Problem, fold, name_options, suggestion
from skmlib.survey.dates import MONTHS

MONTH_COLUMN = "bulan"
MONTH_NAMES = tuple(
    next(name for name, number in MONTHS.items() if number == month).capitalize()
    for month in range(1, MONTHS_IN_YEAR + 1)
)


def month_of(text: str) -> int | None:
    """Give the number of a month by its name, None when it is none.

    Examples
    --------
    >>> month_of("Februari"), month_of("Nopember"), month_of("Jan"), month_of("Januarri")
    (2, 11, 1, None)
    """
    return MONTHS.get(fold(text))


def check_months(cells: pd.Series, *, periode: str, berkas: str) -> list[Problem]:
    """Say which months are none, stand twice, belong to another period, or are missing.

    Parameters
    ----------
    cells : Series of str
        The column `bulan`, indexed by `baris`.
    periode : str
        Whose months there should be, each once.
    berkas : str
        File name for messages.

    Returns
    -------
    list of Problem
    """
    wanted = [number % MONTHS_IN_YEAR + 1 for number in months_of(periode)]
    names = [MONTH_NAMES[month - 1] for month in wanted]
    problems, first = [], {}
    for baris, text in cells.items():
        month = month_of(text)
        if month not in wanted:
            allowed = f"seharusnya salah satu dari {name_options(names)}"
            problems.append(
                Problem(berkas, f"tertulis {text!r}", allowed, int(baris), MONTH_COLUMN, suggestion(text, names))
            )
        elif first.setdefault(month, int(baris)) != baris:
            what = f"bulan {text!r} sudah ada pada baris {first[month]}"
            problems.append(Problem(berkas, what, "hapus salah satu", int(baris), MONTH_COLUMN))
    missing = [name for month, name in zip(wanted, names, strict=True) if month not in first]
    if missing:
        advice = "tambahkan satu baris untuk setiap bulan"
        problems.append(Problem(berkas, f"bulan {', '.join(missing)} tidak ada", advice, None, MONTH_COLUMN))
    return problems
