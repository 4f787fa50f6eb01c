"""One row an answer becomes one row a respondent (`data.panjang`; data dictionary, section 5.1)."""

from __future__ import annotations

from collections.abc import Mapping

from skmlib.recount.heading import fold_heading
from skmlib.recount.refusal import CannotRecountError
from skmlib.recount.table import Row, Table

KEYS = ("kolom_responden", "kolom_pertanyaan", "kolom_jawaban")


def widen(table: Table, panjang: Mapping[str, str]) -> Table:
    """Put the answers of each respondent into one row.

    Parameters
    ----------
    table : Table
        One row an answer.
    panjang : mapping
        The headings of respondent, question and answer.

    Returns
    -------
    Table
        Respondents in the order of their first rows, with the number of that row: first the other columns, of which the
        first text counts, then a column for each question in the order of the file.

    Raises
    ------
    CannotRecountError
        When a respondent answered a question in two ways, or a row with an answer names no respondent or question.
    """
    respondent, question, answer = (fold_heading(panjang[key]) for key in KEYS)
    kept = [name for name in table.names if name not in (question, answer)]
    first: dict[str, Row] = {}
    told: dict[str, dict[str, str]] = {}
    questions: dict[str, None] = {}
    for row in table.rows:
        who, asked, said = (row.by_heading[name].strip() for name in (respondent, question, answer))
        if not who or not asked:
            if said:
                raise CannotRecountError(f"baris {row.number} tanpa responden atau pertanyaan")
            continue
        asked = fold_heading(asked)
        own = told.setdefault(who, {name: "" for name in kept})
        first.setdefault(who, row)
        questions.setdefault(asked)
        _tell(own, {name: row.by_heading[name] for name in kept} | {asked: said}, kept, row)
    names = (*kept, *questions)
    return Table(names, (), tuple(_wide(first[who], names, own) for who, own in told.items()))


def _tell(own: dict[str, str], more: dict[str, str], kept: list[str], row: Row) -> None:
    """Add what a row tells of a respondent."""
    for name, text in more.items():
        if not own.get(name, "").strip():
            own[name] = text
        elif name not in kept and text.strip() and text != own[name]:
            raise CannotRecountError(f"baris {row.number}: {name!r} dijawab dengan dua cara")


def _wide(row: Row, names: tuple[str, ...], own: dict[str, str]) -> Row:
    """Lay what a respondent told side by side."""
    cells = tuple(own.get(name, "") for name in names)
    return Row(row.number, cells, dict(zip(names, cells, strict=True)))
