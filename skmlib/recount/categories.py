"""Which group of a characteristic or service a respondent belongs to (data dictionary, section 4.4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from skmlib.recount.answers import fold
from skmlib.recount.parameters import is_yes

NOT_FILLED_IN = "Tidak diisi"
NUMBER = r"(\d+(?:[.,]\d+)?)"
BETWEEN = re.compile(rf"{NUMBER} ?(?:-|–|s/d|s\.d\.?|sampai) ?{NUMBER}")
BELOW = re.compile(rf"(?:<|di bawah|kurang dari) ?{NUMBER}")
UP_TO = re.compile(rf"(?:<=|≤) ?{NUMBER}|{NUMBER} ke bawah")
ABOVE = re.compile(rf"(?:>|di atas|lebih dari) ?{NUMBER}")
FROM = re.compile(rf"(?:>=|≥) ?{NUMBER}|{NUMBER} ke atas")


class Variable:
    """A characteristic, or the services: its column and its categories.

    Parameters
    ----------
    told : mapping
        Its parameters.
    read_as_blank : list of str
        Texts that are a blank where they are no known category.
    """

    def __init__(self, told: Mapping[str, Any], read_as_blank: list[str]) -> None:
        self.column = told["kolom"]
        self.categories = list(told["kategori"])
        self.by_birth = is_yes(told.get("kelahiran"))
        self.several = is_yes(told.get("pilihan_ganda"))
        self._splits = r"[,;\n\s]" if told.get("pemisah") == "spasi" else r"[,;\n]"
        self._blanks = {fold(text) for text in read_as_blank}
        self._known = {fold(name): name for name in self.categories}
        self._known |= {fold(code): name for code, name in told.get("kode", {}).items()}

    def groups_of(self, cell: str) -> tuple[str, ...]:
        """Give the groups of a cell, each once.

        Examples
        --------
        >>> ages = Variable({"kolom": "Usia", "kategori": ["17-24", "25 tahun ke atas"]}, [])
        >>> ages.groups_of("24"), ages.groups_of("25"), ages.groups_of(""), ages.groups_of("dewasa")
        (('17-24',), ('25 tahun ke atas',), ('Tidak diisi',), ('dewasa',))
        """
        if not self.several or fold(cell) in self._known:
            return (self._group(cell),)
        parts = [part for part in re.split(self._splits, cell) if part.strip()]
        return tuple(dict.fromkeys(self._group(part) for part in parts)) or (NOT_FILLED_IN,)

    def order(self, found: set[str]) -> list[str]:
        """Order the groups: the categories, other values sorted, blanks last; the last two only where there are any."""
        others = sorted(found - {*self.categories, NOT_FILLED_IN})
        return [*self.categories, *others, *([NOT_FILLED_IN] if NOT_FILLED_IN in found else [])]

    def _group(self, cell: str) -> str:
        """Give the group of one choice."""
        text = fold(cell)
        if text in self._known:
            return self._known[text]
        if not text or text in self._blanks:
            return NOT_FILLED_IN
        if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
            number = Fraction(text.replace(",", "."))
            return next((name for name in self.categories if holds(name, number)), " ".join(cell.split()))
        return " ".join(cell.split())


def holds(category: str, number: Fraction) -> bool:
    """Say whether a category is a range that holds a number.

    Examples
    --------
    >>> holds(">60", Fraction(60)), holds("60 tahun ke atas", Fraction(60)), holds("17 - 25", Fraction(25))
    (False, True, True)
    """
    text = " ".join(category.casefold().replace("tahun", " ").split())
    tests = (
        (BETWEEN, lambda low, high: low <= number <= high),
        (BELOW, lambda limit: number < limit),
        (UP_TO, lambda limit: number <= limit),
        (ABOVE, lambda limit: number > limit),
        (FROM, lambda limit: number >= limit),
    )
    for pattern, test in tests:
        found = pattern.fullmatch(text)
        if found:
            return test(*(Fraction(part.replace(",", ".")) for part in found.groups() if part))
    return False
