"""One row an answer becomes one row a respondent (`data.panjang`; data dictionary, section 5.1)."""

from __future__ import annotations

from collections.abc import Mapping

from skmlib.recount.around import fold_line
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
    again, headings = 0, {fold_line(line) for line in (*table.heading, table.names)}
    rows = [row for row in table.rows if fold_line(row.cells) not in headings]
    for row in rows:
        who, asked, said = (row.by_heading[name].strip() for name in (respondent, question, answer))
        if said and not (who and asked):
            raise CannotRecountError(f"baris {row.number} tanpa responden atau pertanyaan")
        asked = fold_heading(asked)
        if asked:
            questions.setdefault(asked)
        if not who:
            continue
        own = told.setdefault(who, {name: "" for name in kept})
        first.setdefault(who, row)
        again += bool(said and own.get(asked))
        _tell(own, {name: row.by_heading[name] for name in kept} | ({asked: said} if asked else {}), kept, row)
    names = (*kept, *questions)
    how = [f"{len(rows)} jawaban dari {len(told)} responden", *_differing(rows, respondent, kept)]
    how += [f"{again} jawaban tertulis lagi"] if again else []
    wide = tuple(_wide(first[who], names, own) for who, own in told.items())
    return Table(names, (), wide, (*table.told, *how), len(table.rows) - len(rows))


def _differing(rows: list[Row], respondent: str, kept: list[str]) -> list[str]:
    """Tell the columns in which a respondent has several texts, capitals and spaces apart."""
    texts: dict[str, dict[str, set[str]]] = {name: {} for name in kept}
    for row in rows:
        who = row.by_heading[respondent].strip()
        for name in kept:
            text = fold_heading(row.by_heading[name])
            if who and text:
                texts[name].setdefault(who, set()).add(text)
    several = {name: sum(len(one) > 1 for one in own.values()) for name, own in texts.items()}
    return [f"{n} responden dengan beberapa isian: {name}" for name, n in several.items() if n]


def _tell(own: dict[str, str], more: dict[str, str], kept: list[str], row: Row) -> None:
    """Add what a row tells of a respondent."""
    for name, text in more.items():
        if not own.get(name, "").strip():
            own[name] = text
        elif name not in kept and text.strip() and fold_heading(text) != fold_heading(own[name]):
            raise CannotRecountError(f"baris {row.number}: {name!r} dijawab dengan dua cara")


def _wide(row: Row, names: tuple[str, ...], own: dict[str, str]) -> Row:
    """Lay what a respondent told side by side."""
    cells = tuple(own.get(name, "") for name in names)
    return Row(row.number, cells, dict(zip(names, cells, strict=True)))
