"""Which group of a characteristic or service a respondent belongs to (data dictionary, section 4.4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from skmlib.recount.answers import fold
from skmlib.recount.parameters import is_yes

NOT_FILLED_IN = "Tidak diisi"
PHASE = "(tahap)"  # the column whose cells are the names of phases
NUMBER = r"(\d+(?:[.,]\d+)?)"
AGE = re.compile(rf"{NUMBER}(?: ?(?:tahun|thn|th))?")
BETWEEN = re.compile(rf"{NUMBER} ?(?:-|–|s/d|s\.d\.?|sampai) ?{NUMBER}")
WHOLE = r"(?<![\d.])(\d+(?:\.\d{3})*)"
FROM_TO = re.compile(rf"{WHOLE} ?(?:-|s/d|s\.d\.?|sampai) ?(?:rp\.? ?)?{WHOLE}")
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
        self._blanks = {same(text) for text in read_as_blank}
        self._known = {same(name): name for name in self.categories}
        self._known |= {same(code): name for code, name in told.get("kode", {}).items()}

    def groups_of(self, cell: str) -> tuple[str, ...]:
        """Give the groups of a cell, each once.

        Examples
        --------
        >>> ages = Variable({"kolom": "Usia", "kategori": ["17-24", "25 tahun ke atas"]}, [])
        >>> ages.groups_of("24"), ages.groups_of("25"), ages.groups_of(""), ages.groups_of("dewasa")
        (('17-24',), ('25 tahun ke atas',), ('Tidak diisi',), ('dewasa',))
        >>> several = {"kolom": "Layanan", "kategori": ["KTP", "Surat pindah, datang"], "pilihan_ganda": "ya"}
        >>> Variable(several, []).groups_of("Surat pindah, datang, KTP")
        ('Surat pindah, datang', 'KTP')
        """
        if not self.several or same(cell) in self._known:
            return (self._group(cell),)
        return tuple(dict.fromkeys(map(self._group, self._choices(cell)))) or (NOT_FILLED_IN,)

    def _choices(self, cell: str) -> list[str]:
        """Split a cell into its choices; a category that holds a separator itself stays whole."""
        parts, choices = re.split(f"({self._splits})", cell), []
        while parts:
            ends = range(len(parts), 0, -2)
            end = next((end for end in ends if same("".join(parts[:end])) in self._known), 1)
            choices.append("".join(parts[:end]))
            parts = parts[end + 1 :]
        return [choice for choice in choices if choice.strip()]

    def order(self, found: set[str]) -> list[str]:
        """Order the groups: the categories, other values sorted, blanks last; the last two only where there are any."""
        others = sorted(found - {*self.categories, NOT_FILLED_IN})
        return [*self.categories, *others, *([NOT_FILLED_IN] if NOT_FILLED_IN in found else [])]

    def known(self, cell: str) -> str | None:
        """Give the category that a text names, or the group of blanks; None for another text."""
        text = same(cell)
        if text in self._known:
            return self._known[text]
        return NOT_FILLED_IN if not text or text in self._blanks else None

    def is_blank(self, cell: str) -> bool:
        """Say whether a cell names no group at all."""
        if same(cell) in self._known:
            return False
        return same(cell) in {"", *self._blanks} or (self.several and not self._choices(cell))

    def unknown_in(self, cell: str) -> tuple[str, ...]:
        """Give what a cell names beside its categories, sorted.

        Examples
        --------
        >>> several = {"kolom": "Bulan", "kategori": ["Mei", "Juni"], "pilihan_ganda": "ya"}
        >>> Variable(several, []).unknown_in("Juni; Juli"), Variable({**several, "pilihan_ganda": ""}, []).unknown_in("Mei")
        (('Juli',), ())
        """
        if self.is_blank(cell):
            return ()
        return tuple(sorted(set(self.groups_of(cell)) - {*self.categories}))

    def is_category(self, cell: str) -> bool:
        """Say whether a cell names a category, or several."""
        return any(same(choice) in self._known for choice in (cell, *(self._choices(cell) if self.several else ())))

    def range_of(self, number: Fraction) -> str:
        """Give the first category whose range holds a number; empty where none does."""
        return next((name for name in self.categories if holds(name, number)), "")

    def _group(self, cell: str) -> str:
        """Give the group of one choice."""
        known = self.known(cell)
        if known is not None:
            return known
        age = AGE.fullmatch(same(cell))
        return (self.range_of(Fraction(age[1].replace(",", "."))) if age else "") or " ".join(cell.split())


def is_range(category: str) -> bool:
    """Say whether a category is a range of numbers.

    Examples
    --------
    >>> is_range("17-25 tahun"), is_range("> 60"), is_range("SMA")
    (True, True, False)
    """
    text = _range_text(category)
    return any(pattern.fullmatch(text) for pattern in (BETWEEN, BELOW, UP_TO, ABOVE, FROM))


def same(text: str) -> str:
    """Make spellings of a category equal: those of an answer, and dashes of any kind with or without spaces.

    Examples
    --------
    >>> same("Laki – laki")
    'laki-laki'
    """
    return re.sub(r" ?[-–—] ?", "-", fold(text))


def holds(category: str, number: Fraction) -> bool:
    """Say whether a category is a range that holds a number.

    Examples
    --------
    >>> holds(">60", Fraction(60)), holds("60 tahun ke atas", Fraction(60)), holds("17 - 25", Fraction(25))
    (False, True, True)
    """
    text = _range_text(category)
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


def bounds_of(category: str) -> tuple[int, int] | None:
    """Give the whole numbers from which and to which a category goes; None for another one.

    Examples
    --------
    >>> bounds_of("45-54 tahun"), bounds_of("Rp1.000.000 s.d. Rp2.000.000"), bounds_of("> 60")
    ((45, 54), (1000000, 2000000), None)
    """
    found = FROM_TO.search(same(category))
    return (int(found[1].replace(".", "")), int(found[2].replace(".", ""))) if found else None


def _range_text(category: str) -> str:
    """Bring a category to the form in which it may be a range."""
    return " ".join(category.casefold().replace("tahun", " ").split())
