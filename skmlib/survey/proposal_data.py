"""The part of a proposal that says how the file is read: its place, blanks and test entries.

Sheet and heading row are written only where the reader would not find the same place from the proposed headings.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import pandas as pd

from skmlib.parameters.models import Panjang
from skmlib.parameters.proposal_text import Marked, marked
from skmlib.problems import DataError, fold, name_rows
from skmlib.survey.column_roles import Roles
from skmlib.survey.export import is_personal
from skmlib.survey.guess_table import Place
from skmlib.survey.table_file import read_table

TEST_WORDS = r"(?:tes|test|testing|coba|uji ?coba|coba[- ]coba|percobaan|asdf)(?: ?\d{1,3})?"
REPEATED_MIN = 1.2
SHEETS_MARK = (
    "hanya lembar ini yang dibaca, padahal lembar lain berjudul sama: {names}; bila itu jawaban juga, sebut setiap lembar pada "
    "'tahap'"
)
BLANK_MARK = "dibaca sebagai tidak menjawab ({counts}); hapus yang memang jawaban"
TEST_MARK = "baris ini diusulkan sebagai entri uji coba ({rows}); hapus bila benar responden"


@dataclasses.dataclass(frozen=True)
class DataProposal:
    """How the file is proposed to be read.

    Attributes
    ----------
    content : dict
        Of `data`.
    told : tuple of str
        Further sentences for the analyst.
    """

    content: dict[str, Any]
    told: tuple[str, ...]


def describe_data(
    data: pd.DataFrame, roles: Roles, *, place: Place, panjang: Panjang | None, blanks: Mapping[str, int]
) -> DataProposal:
    """Propose how the file is read.

    Parameters
    ----------
    data : DataFrame of str
        Cells, rows of sums apart.
    roles : Roles
        Of the columns.
    place : Place
        File, sheet and row of the heading.
    panjang : Panjang or None
        Columns of the long form.
    blanks : mapping of str to int
        Texts that mean no answer, and how often.

    Returns
    -------
    DataProposal
    """
    content: dict[str, Any] = {"responden": place.path.name} | _where(place, roles, panjang)
    if place.alike:
        names = ", ".join(f"{name!r} ({n} baris)" for name, n in place.alike.items())
        content["lembar"] = Marked(place.lembar, (SHEETS_MARK.format(names=names),))
    content |= {"panjang": panjang.model_dump()} if panjang else {}
    content |= {"kolom_responden": roles.responden} if roles.responden and not panjang else {}
    content |= {"kolom_komentar": roles.komentar} if roles.komentar else {}
    if blanks:
        counts = ", ".join(f"{text!r} {n} kali" for text, n in blanks.items())
        content["dibaca_kosong"] = Marked(list(blanks), (BLANK_MARK.format(counts=counts),))
    tests, told = _tests(data, roles)
    content |= {"uji_coba": tests} if tests else {}
    told += _repeated_persons(data, roles)
    return DataProposal(content, tuple(told))


def find_tests(cells: pd.Series) -> list[str]:
    """Find texts that mark a test entry.

    Examples
    --------
    >>> find_tests(pd.Series(["TES", "Dinas", "tes"]))
    ['TES']
    """
    typed = cells.str.split().str.join(" ")
    found = typed[typed.map(fold).str.fullmatch(TEST_WORDS)]
    return sorted(found[~found.map(fold).duplicated()])


def _where(place: Place, roles: Roles, panjang: Panjang | None) -> dict[str, str]:
    """Name sheet and row of the heading where the reader would look elsewhere."""
    wanted = [name for names in roles.unsur.columns.values() for name in names]
    wanted += [*roles.groups.values(), *(name for name in (roles.waktu, roles.komentar) if name)]
    if panjang:
        wanted = list(panjang.model_dump().values())
    named = {"lembar": place.lembar} if place.lembar else {}
    options: tuple[dict[str, Any], ...] = ({}, named, {"baris_judul": place.baris_judul})
    for option in (*options, {**named, "baris_judul": place.baris_judul}):
        try:
            table = read_table(place.path, berkas=place.table.berkas, wanted=wanted, **option).without_repeats()
        except DataError:
            continue
        if table.headings == place.table.headings and table.rows == place.table.rows:
            return {key: str(value) for key, value in option.items()}
    return {key: str(value) for key, value in {**named, "baris_judul": place.baris_judul}.items()}


def _tests(data: pd.DataFrame, roles: Roles) -> tuple[Any, list[str]]:
    """Propose test entries from columns that hold no answer and no comment; of personal columns only tell."""
    asked = {name for names in roles.unsur.columns.values() for name in names}
    apart = {*asked, *roles.tambahan, *roles.kepentingan.values(), roles.waktu}
    entries, sentences, told = [], [], []
    for name in data.columns:
        texts = find_tests(data[name]) if name not in apart else []
        if not texts:
            continue
        is_test = data[name].map(fold).isin([fold(text) for text in texts])
        rows = name_rows([int(row) for row in data.index[is_test]])
        if is_personal(str(name)) or name == roles.komentar:
            said = f"Kolom {name!r} berisi {', '.join(map(repr, texts))} pada {rows}"
            told.append(f"{said}; bila entri uji coba, tulis pada 'data: uji_coba'.")
            continue
        entries.append({"kolom": str(name), "nilai": texts})
        sentences.append(TEST_MARK.format(rows=rows))
    return marked(entries, "; ".join(sentences)) if entries else None, told


def _repeated_persons(data: pd.DataFrame, roles: Roles) -> list[str]:
    """Tell a personal column whose values come back: one person may have answered several times."""
    for name in roles.personal:
        typed = data[name].map(fold)
        typed = typed[typed.str.fullmatch(r"\D?\d{16}")]
        if len(typed) > REPEATED_MIN * max(1, typed.nunique()):
            said = f"Kolom {name!r} memuat {typed.nunique()} nilai berbeda pada {len(typed)} baris"
            advice = f"bila satu orang memang mengisi beberapa kali, tulis 'kolom_responden: {name}' pada 'data'"
            return [f"{said}; {advice}."]
    return []
