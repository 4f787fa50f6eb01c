"""Which group of a characteristic or service a respondent belongs to (data dictionary, section 4.4)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from skmlib.recount.parameters import is_yes
from skmlib.recount.personal import holds_contact

NOT_FILLED_IN = "Tidak diisi"
MASKED = "[disamarkan]"
INFINITE = float("inf")
PHASE = "(tahap)"  # the column whose cells are the names of phases
LONGEST_AGE = 3  # digits; more of them are a year or an amount
AGE = re.compile(rf"(\d{{1,{LONGEST_AGE}}})(?:[.,]0+)?(?: ?(?:tahun|thn|th)\.?)?")
CODE = re.compile(r"0*(\d+)(?:[.,]0+)?")
WHOLE = r"(?<![\d.,])(\d+(?:\.\d{3})*)(?![.,]?\d)"
YEARS = r"(?: ?(?:tahun|thn|th))?"
# From and to which number a category goes, by the words that say so; the first that is found counts.
RANGES = (
    (rf"{WHOLE}{YEARS} ?(?:-|s\.?/?d\.?|sampai|hingga) ?{WHOLE}", lambda low, high: (low, high)),
    (rf"(?:<=|≤|sampai|\bmaks(?:imal|imum|\.)?) ?{WHOLE}", lambda high: (0, high)),
    (rf"{WHOLE}{YEARS} ?(?:ke|dan|atau) ?(?:bawah|kurang)", lambda high: (0, high)),
    (rf"(?:>=|≥|\bmin(?:imal|imum|\.)?) ?{WHOLE}", lambda low: (low, INFINITE)),
    (rf"{WHOLE}{YEARS} ?(?:\+|(?:ke|dan|atau) ?(?:atas|lebih))", lambda low: (low, INFINITE)),
    (rf"(?:<|di ?bawah|kurang dari) ?{WHOLE}", lambda high: (0, high - 1)),
    (rf"(?:>|di ?atas|lebih dari) ?{WHOLE}", lambda low: (low + 1, INFINITE)),
)


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
        self._splits = r"[,;|\n\s]" if told.get("pemisah") == "spasi" else r"[,;|\n]"
        self._blanks = {same(text) for text in read_as_blank}
        self._ranges = {name: ends for name in self.categories if (ends := ends_of(name))}
        self._known = {same(name): name for name in self.categories}
        self._known |= {same(code): name for code, name in told.get("kode", {}).items()}
        self._codes = {_code(code): name for code, name in told.get("kode", {}).items()}

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
        if self.is_blank(cell):
            return (NOT_FILLED_IN,)
        if not self.several:
            return (self._group(cell),)
        spelled: dict[str, str] = {}  # of two spellings of a choice the first counts
        for choice in self._choices(cell):
            spelled.setdefault(same(choice), choice)
        return tuple(dict.fromkeys(map(self._choice, spelled.values())))

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

    def range_of(self, number: int) -> str:
        """Give the first category whose range holds a number; empty where none does."""
        return next((name for name, (low, high) in self._ranges.items() if low <= number <= high), "")

    def _group(self, cell: str) -> str:
        """Give the group of a cell that names one; where there are codes, a number is a code and no age."""
        known = self.known(cell) or self._codes.get(_code(cell))
        if known is not None:
            return known
        age = None if self._codes else AGE.fullmatch(same(cell))
        return (self.range_of(int(age[1])) if age else "") or _typed(cell)

    def _choice(self, text: str) -> str:
        """Give the group of one choice of several."""
        return self._known.get(same(text)) or _typed(text)


def _typed(text: str) -> str:
    """Give a value that is no category as typed, or one mark for all that hold a number or an e-mail address of a person."""
    return MASKED if holds_contact(text) else " ".join(text.split())


def _code(text: str) -> str:
    """Bring a code to one form: `1.0` and `01` are `1`."""
    found = CODE.fullmatch(same(text))
    return found[1] if found else same(text)


def same(text: str) -> str:
    """Make spellings of a category equal: capitals, runs of spaces, underscores for them, dashes of any kind.

    Examples
    --------
    >>> same("Laki – laki")
    'laki-laki'
    """
    return re.sub(r" ?[-–—] ?", "-", " ".join(text.replace("_", " ").split()).casefold())


def ends_of(category: str) -> tuple[float, float] | None:
    """Give the lowest and the highest whole number of a category that is a range, None for another one.

    Examples
    --------
    >>> ends_of("Dewasa (26 - 45 tahun)"), ends_of("< 20"), ends_of("60 tahun ke atas"), ends_of("SMA")
    ((26, 45), (0, 19), (60, inf), None)
    """
    for pattern, ends in RANGES:
        found = re.search(pattern, same(category))
        if found:
            return ends(*(int(number.replace(".", "")) for number in found.groups()))
    return None
