"""Plain tables of numbers that an analyst keeps beside a performance report: what they may hold, and how they are read.

A table has fixed columns in any order. Some columns name a row, some hold counts (whole numbers) and some measured values, with
a decimal comma or point and without points between thousands. The row called "Jumlah" or "Rata-rata" is what the published
table prints as its total: it is kept apart, compared, and never used. All problems of a table are told at once.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pandas as pd

from skmlib.problems import DataError, Problem, fold, suggestion
from skmlib.survey.filled_tables import check_columns, read_filled_table
from skmlib.survey.months import MONTH_COLUMN, check_months

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
COUNT = re.compile(r"\d+")
NEGATIVE = re.compile(r"[-−]\s*\d.*")
THOUSANDS = re.compile(r"\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,}|(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+)")
THOUSANDS_OF_COUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclasses.dataclass(frozen=True)
class TableSpec:
    """What a table holds.

    Attributes
    ----------
    kunci : tuple of str
        Columns that name a row; the first is never empty.
    bulat, desimal : tuple of str
        Columns of counts and of measured values.
    label : mapping
        Columns of fixed words.
    total : str
        What the row of printed totals is called in the first column; empty when there is none.
    boleh_kosong : tuple of str
        Columns of numbers that may be empty.
    tertinggi : Decimal, optional
        The highest measured value.
    """

    kunci: tuple[str, ...]
    bulat: tuple[str, ...] = ()
    desimal: tuple[str, ...] = ()
    label: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    total: str = ""
    boleh_kosong: tuple[str, ...] = ()
    tertinggi: Decimal | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns."""
        return (*self.kunci, *self.bulat, *self.desimal, *self.label)


@dataclasses.dataclass(frozen=True)
class NumberTable:
    """A checked table.

    Attributes
    ----------
    rows : DataFrame
        Text in the columns of names and words, `Decimal` with its written decimals or None in those of numbers.
    total : dict
        What the row of totals prints, by column; empty without one.
    """

    rows: pd.DataFrame
    total: dict[str, Decimal]


def read_number_table(path: Path, spec: TableSpec, *, berkas: str, periode: str) -> NumberTable:
    """Read and check a table of numbers.

    Parameters
    ----------
    path : Path
        CSV.
    spec : TableSpec
        What it holds.
    berkas : str
        Its name for messages.
    periode : str
        Whose months a column `bulan` names, each once.

    Returns
    -------
    NumberTable

    Raises
    ------
    DataError
        With every problem of the table.
    """
    if not path.is_file():
        raise DataError([Problem(berkas, "berkas ini tidak ada", "letakkan tabelnya di sini; lihat docs/panduan.md")])
    frame = read_filled_table(path, berkas=berkas)
    problems = check_columns(frame, columns=spec.columns, berkas=berkas)
    if problems:
        raise DataError(problems)
    first = frame[spec.kunci[0]]
    is_total = first.map(fold) == fold(spec.total) if spec.total else pd.Series(False, index=frame.index)
    rows = frame[~is_total]
    if rows.empty:
        raise DataError([Problem(berkas, "tidak memuat satu baris pun", "isi tabel ini")])
    problems = [
        *_check_keys(rows, spec, berkas, periode),
        *_check_totals(first[is_total], berkas),
        *_check_cells(rows, spec, berkas),
        *_check_cells(frame[is_total], dataclasses.replace(spec, boleh_kosong=spec.columns, label={}), berkas),
    ]
    if problems:
        raise DataError(sorted(problems, key=lambda problem: problem.baris or 0))
    numbers = (*spec.bulat, *spec.desimal)
    totals = frame[is_total].iloc[0] if is_total.any() else {}
    return NumberTable(
        rows.assign(**{name: rows[name].map(_decimal).astype("object") for name in numbers}).reset_index(drop=True),
        {name: _decimal(totals[name]) for name in numbers if len(totals) and totals[name]},
    )


def _decimal(text: str) -> Decimal | None:
    """Read a checked cell with the decimals it was written with."""
    return Decimal(text.replace(",", ".")) if text else None


def _check_keys(rows: pd.DataFrame, spec: TableSpec, berkas: str, periode: str) -> list[Problem]:
    """Say which rows have no name, or that of an earlier row, or which months are wrong or missing."""
    if spec.kunci[0] == MONTH_COLUMN:
        return check_months(rows[MONTH_COLUMN], periode=periode, berkas=berkas)
    problems, first = [], {}
    for baris, *names in rows[list(spec.kunci)].itertuples():
        key = tuple(map(fold, names))
        told = ", ".join(map(repr, filter(None, names)))
        if not names[0]:
            problems.append(Problem(berkas, "kosong", "tulis nama barisnya", int(baris), spec.kunci[0]))
        elif first.setdefault(key, int(baris)) != baris:
            what = f"{told} sudah ada pada baris {first[key]}"
            problems.append(Problem(berkas, what, "hapus salah satu", int(baris), spec.kunci[-1]))
    return problems


def _check_totals(cells: pd.Series, berkas: str) -> list[Problem]:
    """Say where a second row of totals stands."""
    return [
        Problem(berkas, f"baris {text!r} sudah ada di atas", "hapus salah satu", int(baris), str(cells.name))
        for baris, text in list(cells.items())[1:]
    ]


def _check_cells(rows: pd.DataFrame, spec: TableSpec, berkas: str) -> list[Problem]:
    """Say which cells are no number of their kind, and no known word."""
    problems = []
    for column in (*spec.bulat, *spec.desimal):
        for baris, text in rows[column].items():
            told = _cell_problem(text, spec, column)
            problems += [Problem(berkas, *told, int(baris), column)] if told else []
    for column, allowed in spec.label.items():
        options = f"seharusnya salah satu dari {', '.join(map(repr, allowed))}"
        problems += [
            Problem(
                berkas,
                f"tertulis {text!r}" if text else "kosong",
                options,
                int(baris),
                column,
                suggestion(text, allowed),
            )
            for baris, text in rows[column].items()
            if text not in allowed
        ]
    return problems


def _cell_problem(text: str, spec: TableSpec, column: str) -> tuple[str, str] | None:
    """Say what is wrong with a cell of numbers, and what is allowed."""
    is_count = column in spec.bulat
    example = "1188" if is_count else "12,5"
    kind = "bilangan bulat" if is_count else "bilangan"
    if not text:
        return None if column in spec.boleh_kosong else ("kosong", f"seharusnya {kind} seperti {example}")
    if NEGATIVE.fullmatch(text):
        return f"tertulis {text!r}", "seharusnya 0 atau lebih"
    if (THOUSANDS_OF_COUNT if is_count else THOUSANDS).fullmatch(text):
        plain = text.replace(".", "").replace(",", "") if is_count else _without_thousands(text)
        return f"tertulis {text!r}", f"bilangan ditulis tanpa pemisah ribuan, seperti {plain}"
    if not (COUNT if is_count else NUMBER).fullmatch(text):
        return f"tertulis {text!r}", f"seharusnya {kind} seperti {example}"
    if spec.tertinggi is not None and not is_count and _decimal(text) > spec.tertinggi:
        return f"tertulis {text!r}", f"seharusnya 0 sampai {spec.tertinggi}"
    return None


def _without_thousands(text: str) -> str:
    """Write a number with thousands as it should be written."""
    whole, mark, rest = max((text.rpartition(mark) for mark in ".,"), key=lambda parts: len(parts[0]))
    if text.count(mark) > 1:
        return re.sub(r"[.,]", "", text)
    return re.sub(r"[.,]", "", whole) + "," + rest


def names_in(column: pd.Series) -> Sequence[str]:
    """Give the names of a column in the order in which they first stand.

    Examples
    --------
    >>> names_in(pd.Series(["Barang", "Jasa", "Barang"]))
    ['Barang', 'Jasa']
    """
    return list(dict.fromkeys(column))
