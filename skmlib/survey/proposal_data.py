"""The part of a proposal that says how the files are read: their places, repeated respondents, blanks and test entries."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import pandas as pd

from skmlib.parameters.proposal_text import Marked, marked
from skmlib.problems import fold
from skmlib.survey.column_roles import Roles
from skmlib.survey.export import is_personal
from skmlib.survey.guess_columns import REPEATED_MIN
from skmlib.survey.guess_phases import Phases
from skmlib.survey.proposal_places import propose_places
from skmlib.survey.row_places import name_places

TEST_WORDS = r"(?:tes|test|testing|coba|uji ?coba|coba[- ]coba|percobaan|asdf)(?: ?\d{1,3})?"
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


def describe_data(phases: Phases, roles: Roles, *, blanks: Mapping[str, int]) -> DataProposal:
    """Propose how the file is read.

    Parameters
    ----------
    phases : Phases
        Files and sheets, their cells, and the columns of the long form.
    roles : Roles
        Of the columns.
    blanks : mapping of str to int
        Texts that mean no answer, and how often.

    Returns
    -------
    DataProposal
    """
    data, panjang = phases.data, phases.panjang
    content = propose_places(phases, roles)
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
        rows = name_places(data.index[is_test])
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
