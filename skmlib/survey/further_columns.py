"""The columns of an export beside its questions: services and characteristics, time stamp, comment, repeated respondent.

A value that the parameters do not declare stops nothing; its rows are named, and the findings tell them.
"""

from __future__ import annotations

import functools
from typing import Any

import pandas as pd

from skmlib.parameters import Parameters
from skmlib.problems import fold
from skmlib.survey.births import Collection, decode_births
from skmlib.survey.categories import decode_category, decode_choices
from skmlib.survey.date_order import find_order, fits_other_order
from skmlib.survey.dates import decode_dates
from skmlib.survey.headings import births_of, find_column, groups_of

Rows = dict[str, tuple[int, ...]]


def decode_further(cells: pd.DataFrame, parameters: Parameters) -> tuple[dict[str, pd.Series], Rows, Rows]:
    """Decode groups, time stamp, comment and respondent.

    Parameters
    ----------
    cells : DataFrame
        Cells of the rows that are scored.
    parameters : Parameters
        Of the report.

    Returns
    -------
    columns : dict of str to Series
        Under the ids of the groups, `tanggal_isi`, `komentar` and `responden`.
    unknown, ages : dict of str to rows
        By group, the rows of values that nobody declared, and those of ages among births.
    """
    data, span = parameters.survei.data, parameters.survei.periode.pengumpulan
    further: dict[str, pd.Series] = {}
    if data.kolom_waktu:
        further["tanggal_isi"] = decode_dates(find_column(cells, data.kolom_waktu), urutan=data.urutan_tanggal)
    if data.kolom_komentar:
        further["komentar"] = find_column(cells, data.kolom_komentar)
    if data.kolom_responden:
        further["responden"] = find_column(cells, data.kolom_responden).map(fold)
    collection = Collection(span.mulai, span.selesai, further.get("tanggal_isi"), data.urutan_tanggal)
    columns: dict[str, pd.Series] = {}
    unknown: Rows = {}
    ages: Rows = {}
    for key, group in groups_of(parameters).items():
        typed, known = find_column(cells, group.kolom), {"kategori": group.kategori, "blanks": data.dibaca_kosong}
        if key in births_of(parameters):
            found = decode_births(typed, collection=collection, **known)
            columns[key], is_unknown, ages[key] = found.groups, found.is_unknown, _rows(found.is_age)
        else:
            choices = functools.partial(decode_choices, pemisah=group.pemisah)
            decode = choices if group.pilihan_ganda else decode_category
            columns[key], is_unknown = decode(typed, kode=group.kode, **known)
        unknown[key] = _rows(is_unknown)
    return {**columns, **further}, unknown, ages


def order_of_dates(cells: pd.DataFrame, parameters: Parameters) -> dict[str, Any]:
    """Find what the time stamps show about the order of day and month.

    Parameters
    ----------
    cells : DataFrame
        Cells of the rows that are scored.
    parameters : Parameters
        Of the report.

    Returns
    -------
    dict
        `date_order` and `fits_other_order` of `Responses`; empty without time stamps.
    """
    data, span = parameters.survei.data, parameters.survei.periode.pengumpulan
    if not data.kolom_waktu:
        return {}
    typed = find_column(cells, data.kolom_waktu)
    fits = fits_other_order(typed, urutan=data.urutan_tanggal, span=(span.mulai, span.selesai))
    return {"date_order": find_order(typed), "fits_other_order": fits}


def _rows(is_so: pd.Series) -> tuple[int, ...]:
    """Name the rows for which something is so."""
    return tuple(int(row) for row in is_so.index[is_so])
