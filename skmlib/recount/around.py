"""Rows around the data that are no respondents: sums, means, column numbers, repeated headings, notes (decision 0011)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from skmlib.recount.heading import fold_heading
from skmlib.recount.table import Row, Table

SUMS = "berisi jumlah, rata-rata, atau nomor kolom, bukan jawaban"
HEADING = "mengulang judul kolom, bukan jawaban"
NOTE = "catatan di bawah jumlah atau rata-rata, bukan jawaban"
NO_NAME = r"jumlah|jml|grand total|total|rata[- ]?rata|rata2|rerata|mean|nrr|ikm"
OTHER = r"nilai|indeks|bobot|mutu|kinerja|skor|konversi|maks\w*|min|minimum|minimal|target|harapan|tahun lalu"
WORD = re.compile(rf"(?:(?:{NO_NAME}|{OTHER})(?!\w)|[∑Σσ])")
CERTAIN = re.compile(rf"(?:(?:{NO_NAME})(?!\w)|[∑Σσ])")
ALONE = re.compile(rf"(?:{NO_NAME}|[∑Σσ])\W*")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LARGE = re.compile(r"\d{2,}(?:[.,]\d+)*|\d[.,]\d*[1-9]\d*")
WITH_DIGIT = re.compile(r"\S*\d\S*")
COLUMN_NUMBER = re.compile(r"\(?(\d+)\)?")
FEWEST_COLUMN_NUMBERS = 5
PERSONAL = re.compile(
    r"(?:\b|_)(?:nama|name|nik|nip|nrp|npwp|ktp|kk|telepon|telp|tlp|telephone|phone|hp|handphone|ponsel|whatsapp|wa"
    r"|e-?mail|surel|username|alamat|rekening|(?:tanggal|tgl)[.,]? ?lahir|date of birth|birth ?date|birthday|dob|ttl)(?:\b|_)"
)


class Around:
    """Says which rows of a table are no respondents.

    Parameters
    ----------
    table : Table
        The export.
    named : set of str
        Folded headings that the parameters name; a column of personal data that they do not name is not read.
    answers : sequence of str
        Folded headings of all columns of answers, those of importance and further questions too.
    comment : str
        Folded heading of the open question, empty without one.
    is_answer : callable
        Says of a heading and a cell whether it is a known answer.
    is_group : callable
        Says of a heading and a cell whether it is a known group.

    Attributes
    ----------
    personal : set of str
        Folded headings that are not read.
    """

    def __init__(
        self,
        table: Table,
        named: set[str],
        answers: Sequence[str],
        comment: str,
        *,
        is_answer: Callable[[str, str], bool],
        is_group: Callable[[str, str], bool],
    ) -> None:
        self._table, self._answers, self._comment = table, answers, comment
        self._is_answer, self._is_group = is_answer, is_group
        asked = {*answers}
        self._repeats = {fold_line(line) for line in (*table.heading, table.names)}
        self._rows = [row for row in table.rows if not self._is_repeat(row)]
        self._beside = [name for name in table.names if name not in asked]
        self.personal = {name for name in table.names if PERSONAL.search(name) and name not in named}
        self._outside = [name for name in self._beside if name != comment and name not in self.personal]
        self._numbered = [name for name in self._outside if self._numbers_rows(name) and not is_word(name)]

    def reasons(self) -> list[str]:
        """Give the reason of each row; empty for what is not around the data."""
        others = iter(self._reasons_of_others())
        return [HEADING if self._is_repeat(row) else next(others) for row in self._table.rows]

    def bare(self) -> frozenset[int]:
        """Give the numbers of rows that hold nothing beside answers, respondents or not."""
        return frozenset(row.number for row in self._rows if not self._holds_more(row))

    def _is_repeat(self, row: Row) -> bool:
        """Say whether a row repeats the heading, or one of its two rows."""
        return fold_line(row.cells) in self._repeats

    def _reasons_of_others(self) -> list[str]:
        """Give the reasons of the rows that repeat no heading."""
        rows = self._rows
        told = [self._has_word(row) or counts_on([cell.strip() for cell in row.cells if cell.strip()]) for row in rows]
        wordless = [self._is_wordless(row) for row in rows]
        if 2 * sum(self._holds_more(row) for row in rows) <= len(rows):
            wordless = [all(wordless[place:]) for place in range(len(rows))]
        if 2 * sum(wordless) < len(rows):
            told = [is_told or is_sum for is_told, is_sum in zip(told, wordless, strict=True)]
        return [SUMS if is_told else "" for is_told in told]

    def _has_word(self, row: Row) -> bool:
        """Say whether a row begins with a word for sums, and what else stands in it fits."""
        filled = [(name, cell) for name, cell in row.by_heading.items() if cell.strip()]
        lacks_number = bool(self._numbered) and not any(row.by_heading[name].strip() for name in self._numbered)
        name, cell = filled[0]
        if name in self.personal:
            return bool(CERTAIN.match(fold_heading(cell))) or (lacks_number and begins_sums(cell))
        if lacks_number and name != self._comment and begins_sums(cell) and not self._is_group(name, cell):
            return True
        outside = [(name, cell) for name, cell in filled if name in self._outside]
        is_named = not begins_sums(cell) and any(name in self.personal for name, _ in filled)
        if is_named or not outside or not begins_sums(outside[0][1]) or self._is_group(*outside[0]):
            return False
        name, cell = outside[0]
        in_number = name in self._numbered and not any(self._is_group(*pair) for pair in filled)
        return lacks_number or in_number or self._is_odd(row) or bool(ALONE.fullmatch(fold_heading(cell)))

    def _is_odd(self, row: Row) -> bool:
        """Say whether more than half of the answers of a row are numbers that are no answers."""
        given = [(name, row.by_heading[name].strip()) for name in self._answers if row.by_heading.get(name, "").strip()]
        numbers = sum(bool(NUMBER.fullmatch(cell)) and not self._is_answer(name, cell) for name, cell in given)
        return 2 * numbers > len(given)

    def _numbers_rows(self, name: str) -> bool:
        """Say whether at least half of what stands in a column is one word with a digit in it, as numbers of rows are."""
        filled = [cell for row in self._rows if (cell := row.by_heading[name].strip())]
        return bool(filled) and 2 * sum(bool(WITH_DIGIT.fullmatch(cell)) for cell in filled) >= len(filled)

    def _is_wordless(self, row: Row) -> bool:
        """Say whether a row holds mostly numbers that are too large or too fine for answers, and nothing else."""
        given = [row.by_heading[name].strip() for name in self._answers if row.by_heading.get(name, "").strip()]
        return 2 * sum(bool(LARGE.fullmatch(cell)) for cell in given) > len(given) and not self._holds_more(row)

    def _holds_more(self, row: Row) -> bool:
        """Say whether a row holds anything beside answers and totals of them."""
        beside = [(name, row.by_heading[name].strip()) for name in self._beside]
        return any(cell and not (is_word(name) and NUMBER.fullmatch(cell)) for name, cell in beside)


def is_word(cell: str) -> bool:
    """Say whether a heading begins with a word for sums, means, weights or targets.

    Examples
    --------
    >>> is_word("NRR per unsur"), is_word("Maksum"), is_word("Nilainya bagus")
    (True, True, False)
    """
    return bool(WORD.match(fold_heading(cell)))


def begins_sums(cell: str) -> bool:
    """Say whether a cell of a row begins with such a word, and is no code of a respondent.

    Examples
    --------
    >>> begins_sums("Harapan"), begins_sums("HARAPAN-01"), begins_sums("Rata2"), begins_sums("Target 2025")
    (True, False, True, True)
    """
    folded = fold_heading(cell)
    is_code = bool(WITH_DIGIT.fullmatch(folded)) and not folded.startswith("rata2")
    return is_word(cell) and not is_code


def counts_on(filled: Sequence[str]) -> bool:
    """Say whether cells count on from left to right, as numbers of columns do.

    Examples
    --------
    >>> counts_on(["(1)", "(2)", "(3)", "(4)", "(5)"]), counts_on(["1", "2", "3"]), counts_on(["1", "3", "4", "5", "6"])
    (True, False, False)
    """
    found = [COLUMN_NUMBER.fullmatch(cell) for cell in filled]
    if len(found) < FEWEST_COLUMN_NUMBERS or not all(found):
        return False
    numbers = [int(match[1]) for match in found if match]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def fold_line(cells: Iterable[str]) -> tuple[str, ...]:
    """Make capitals and spaces of a line equal, and take empty cells at its end off."""
    folded = [fold_heading(cell) for cell in cells]
    while folded and not folded[-1]:
        folded.pop()
    return tuple(folded)
