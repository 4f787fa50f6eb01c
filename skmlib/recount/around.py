"""Rows around the data that are no respondents: sums, means, column numbers, repeated headings, notes (decision 0011)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from skmlib.recount.heading import fold_heading
from skmlib.recount.table import Row, Table

SUMS = "berisi jumlah, rata-rata, atau nomor kolom, bukan jawaban"
HEADING = "mengulang judul kolom, bukan jawaban"
NOTE = "catatan di bawah jumlah atau rata-rata, bukan jawaban"
NO_NAME = r"jumlah|jml|grand total|total|rata-rata|rata rata|ratarata|rata2|rerata|mean|nrr|ikm"
OTHER = r"nilai|indeks|bobot|mutu|kinerja|skor|konversi|maks|maksimum|maksimal|min|minimum|minimal|target|harapan"
WORD = re.compile(rf"(?:(?:{NO_NAME}|{OTHER})(?!\w)|[∑Σσ])")
CERTAIN = re.compile(rf"(?:(?:{NO_NAME})(?!\w)|[∑Σσ])")
ALONE = re.compile(rf"(?:{NO_NAME}|[∑Σσ])\W*")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
LARGE = re.compile(r"\d{2,}(?:[.,]\d+)*|\d[.,]\d*[1-9]\d*")
WITH_DIGIT = re.compile(r"\S*\d\S*")
COLUMN_NUMBER = re.compile(r"\(?(\d+)\)?")
FEWEST_COLUMN_NUMBERS = 5
PERSONAL = re.compile(
    r"\b(?:nama|name|nik|nip|nrp|npwp|ktp|kk|telepon|telp|phone|hp|whatsapp|wa|email|surel|username|alamat|rekening"
    r"|tanggal lahir|date of birth)\b"
)


class Around:
    """Says which rows of a table are no respondents.

    Parameters
    ----------
    table : Table
        The export.
    answers : sequence of str
        Folded headings of all columns of answers, those of importance and further questions too.
    comment : str
        Folded heading of the open question, empty without one.
    is_answer : callable
        Says of a heading and a cell whether it is a known answer.
    is_group : callable
        Says of a heading and a cell whether it is a known group.
    """

    def __init__(
        self,
        table: Table,
        answers: Sequence[str],
        comment: str,
        *,
        is_answer: Callable[[str, str], bool],
        is_group: Callable[[str, str], bool],
    ) -> None:
        self._table, self._answers, self._comment = table, answers, comment
        self._is_answer, self._is_group = is_answer, is_group
        asked = {*answers}
        self._beside = [name for name in table.names if name not in asked and not WORD.match(name)]
        self._repeats = {fold_line(line) for line in table.heading}

    def reasons(self) -> list[str]:
        """Give the reason of each row; empty for what is not around the data."""
        rows = self._table.rows
        reasons = [self._reason(row) for row in rows]
        wordless = [not reason and self._is_wordless(row) for reason, row in zip(reasons, rows, strict=True)]
        more = sum(self._holds_more(row) for row in rows)
        are_few = 2 * sum(wordless) < len(rows)
        for place, is_sum in enumerate(wordless):
            if is_sum and are_few and (2 * more > len(rows) or all(wordless[place:])):
                reasons[place] = SUMS
        return reasons

    def _reason(self, row: Row) -> str:
        """Say of one row by itself."""
        filled = [fold_heading(cell) for cell in row.cells if cell.strip()]
        own = [fold_heading(row.by_heading.get(name, "")) for name in self._answers]
        if own == list(self._answers) or fold_line(row.cells) in self._repeats:
            return HEADING
        return SUMS if self._has_word(row) or counts_on(filled) else ""

    def _has_word(self, row: Row) -> bool:
        """Say whether a row begins with a word for sums, and what else stands in it fits."""
        name, cell = next((name, cell) for name, cell in zip(self._table.names, row.cells, strict=True) if cell.strip())
        text = fold_heading(cell)
        if not WORD.match(text) or name in self._answers or name == self._comment or self._is_group(name, cell):
            return False
        given = [(name, row.by_heading[name].strip()) for name in self._answers if row.by_heading.get(name, "").strip()]
        numbers = sum(bool(NUMBER.fullmatch(cell)) and not self._is_answer(name, cell) for name, cell in given)
        if 2 * numbers > len(given):
            return True
        knows_group = any(self._is_group(name, cell) for name, cell in row.by_heading.items())
        if not knows_group and self._is_numbered(name, row):
            return True
        return bool(ALONE.fullmatch(text) or (CERTAIN.match(text) and PERSONAL.search(name)))

    def _is_numbered(self, name: str, row: Row) -> bool:
        """Say whether more than half of what the other rows hold in a column is one word with a digit in it."""
        cells = [other.by_heading.get(name, "").strip() for other in self._table.rows if other is not row]
        filled = [cell for cell in cells if cell]
        return 2 * sum(bool(WITH_DIGIT.fullmatch(cell)) for cell in filled) > len(filled)

    def _is_wordless(self, row: Row) -> bool:
        """Say whether a row holds mostly numbers that are too large or too fine for answers, and nothing else."""
        given = [row.by_heading[name].strip() for name in self._answers if row.by_heading.get(name, "").strip()]
        return 2 * sum(bool(LARGE.fullmatch(cell)) for cell in given) > len(given) and not self._holds_more(row)

    def _holds_more(self, row: Row) -> bool:
        """Say whether a row holds anything beside answers and totals of them."""
        return any(row.by_heading.get(name, "").strip() for name in self._beside)


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
