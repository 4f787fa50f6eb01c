"""Tables that hold one row an unsur: respondents in columns, counts of answers, recaps.

A report needs one row a respondent. Where a column names the unsur, each once, and no row names several, the table has another
shape; it is refused with what was found and what to do. A legend beside the answers is none, for it takes few of the rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from skmlib.problems import DataError, Problem, fold, name_options, quote
from skmlib.survey.answer_kind import ANSWERS, answer_kind
from skmlib.survey.guess_unsur import CLEAR, bare_number
from skmlib.survey.repeated_rows import Records
from skmlib.survey.unsur_words import score_heading

UNSUR_MIN = 5
SPOKEN_MAX = 2
NUMBERS_MIN = 5
RESPONDENTS_MIN = 5
ANSWER_COLUMNS = 4
CODE_MAX = 4
ALIKE = 0.9
NEEDED = "SKM memerlukan satu baris per responden"
ASK = (
    "Minta hasil kuesionernya, satu baris per responden; dari jumlah saja profil, selang kepercayaan, dan uji tidak dapat "
    "dihitung."
)

_WHOLE = re.compile(r"\d{1,6}")
_LETTER = re.compile(r"[^\W\d_]")


def refuse_shape(records: Records, *, berkas: str) -> None:
    """Refuse a table that holds one row an unsur.

    Parameters
    ----------
    records : sequence of sequence of str
        Of a file.
    berkas : str
        Its name for messages.

    Raises
    ------
    DataError
        Saying what the table holds instead of respondents.

    Examples
    --------
    >>> names = ["Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk"]
    >>> refuse_shape([["Unsur", "1", "2", "3", "4"], *([name, "0", "1", "9", "5"] for name in names)], berkas="a.csv")
    Traceback (most recent call last):
    skmlib.problems.DataError: a.csv: 1 masalah.
      kolom '1' sampai '4' memuat jumlah jawaban setiap unsur, bukan jawaban responden, SKM memerlukan satu baris per ...
    """
    filled = [[" ".join(str(cell).split()) for cell in record] for record in records if any(map(str.strip, record))]
    width = max(map(len, filled), default=0)
    filled = [row + [""] * (width - len(row)) for row in filled]
    column = (
        None
        if any(map(_names_several, filled))
        else next(filter(lambda at: _is_of_unsur(filled, at), range(width)), None)
    )
    if column is None:
        return
    named = [place for place, row in enumerate(filled) if _speaks(row[column])]
    names = _name_columns(filled[: named[0]], width)
    rows = pd.DataFrame([filled[place] for place in named], columns=names, dtype="str").drop(columns=names[column])
    raise DataError([_problem(rows, names[column], berkas)])


def _problem(rows: pd.DataFrame, column: str, berkas: str) -> Problem:
    """Say what the rows of the unsur hold."""
    persons = [str(name) for name in rows.columns if answer_kind(rows[name]) in ANSWERS]
    if len(persons) >= RESPONDENTS_MIN:
        return _turned(rows, persons, column, berkas)
    counts = _counts(rows)
    what = f"kolom {quote(column)} menyebut unsur satu per satu, jadi ini rekap, bukan jawaban responden"
    if counts:
        span = f"{quote(counts[0])} sampai {quote(counts[-1])}"
        what = f"kolom {span} memuat jumlah jawaban setiap unsur, bukan jawaban responden"
    return Problem(berkas, what, NEEDED, saran=ASK)


def _turned(rows: pd.DataFrame, persons: list[str], column: str, berkas: str) -> Problem:
    """Say that respondents stand in columns, and how to turn the table."""
    what = f"responden tampak berdiri pada kolom ({quote(persons[0])} sampai {quote(persons[-1])}) dan unsur pada baris"
    last = rows.columns.get_loc(persons[-1])
    after = [str(name) for name in rows.columns[last + 1 :] if (rows[name] != "").any()]
    apart = f"tanpa kolom {name_options(after)}, " if after else ""
    advice = (
        f"Di Excel: pilih kolom {quote(column)} sampai {quote(persons[-1])} beserta judulnya, {apart}lalu Salin; di lembar "
        "kosong Tempel Khusus dengan Transpose, simpan, dan pakai berkas itu."
    )
    return Problem(berkas, what, NEEDED, saran=advice)


def _speaks(text: str) -> str | None:
    """Give the unsur that a text names, None when it names none clearly."""
    points = score_heading(text)
    best = max(points, key=lambda unsur: points[unsur], default=None)
    return best if best is not None and points[best] >= CLEAR else None


def _names_several(row: Sequence[str]) -> bool:
    """Tell whether a row is the heading of questions: it names several unsur, or numbers them as U1 to U9."""
    spoken = {unsur for cell in row if (unsur := _speaks(cell))}
    numbers = {number for cell in row if (number := bare_number(cell)) and not _WHOLE.fullmatch(cell)}
    return len(spoken) > SPOKEN_MAX or len(numbers) >= NUMBERS_MIN


def _is_of_unsur(rows: Records, column: int) -> bool:
    """Tell whether a column names the unsur, each text once, in most of the rows from the first of them on."""
    places = [place for place, row in enumerate(rows) if _speaks(row[column])]
    texts = {fold(rows[place][column]) for place in places}
    is_whole = bool(places) and 2 * len(places) > len(rows) - places[0]
    return is_whole and len(texts) == len(places) and len({_speaks(text) for text in texts}) >= UNSUR_MIN


def _name_columns(above: Records, width: int) -> list[str]:
    """Name the columns by the fullest row of words above, or by their number."""
    words = [len({cell for cell in row if _LETTER.search(cell)}) for row in above]
    heading = above[words.index(max(words))] if above else [""] * width
    names = [cell or f"(kolom {place})" for place, cell in enumerate(heading, start=1)]
    return [name if names.count(name) == 1 else f"{name} ({place})" for place, name in enumerate(names, start=1)]


def _counts(rows: pd.DataFrame) -> list[str]:
    """Find four neighbouring columns of whole numbers that have nearly the same sum in every row, and are no codes."""
    names = [str(name) for name in rows.columns]
    for place in range(len(names) - ANSWER_COLUMNS + 1):
        four = names[place : place + ANSWER_COLUMNS]
        typed = rows[four].apply(lambda column: column.str.strip().replace("", "0"))
        if typed.apply(lambda column: column.str.fullmatch(_WHOLE)).all(axis=None):
            numbers = typed.astype("int64")
            totals = numbers.sum(axis=1)
            if numbers.max(axis=None) > CODE_MAX and totals.min() >= ALIKE * totals.max():
                return four
    return []
