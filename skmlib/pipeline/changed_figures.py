"""Which published figures differ between two versions of a report, by what `hasil.json` holds.

Figures are compared exactly, not as they are printed: a change below the printed decimals is found too, and told apart. Rows
of a table are the same row when what names them is the same (the unsur, the group, the period), wherever they stand.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from skmlib.pipeline.figure_names import PLACES, name_figure, place_of
from skmlib.report import wording

# What a row may be named by, the first ones that tell all rows of a table apart.
IDENTITY = (
    *("id", "unit", "nomor", "unsur", "kelompok", "periode", "sentimen", "bobot", "label", "hal", "jenis", "objek"),
    *("nama", "bulan", "kegiatan", "baris", "tahun"),
)
# Told elsewhere, or naming the report itself.
LEFT_OUT = frozenset({"unit", "periode", "jenis", "findings", "label_unsur"})
NUMBER = frozenset({"nilai", "tercetak"})
THERE, ABSENT = "ada", wording.MISSING
SENTENCE = 4  # words; a category or name has fewer

SCORES = frozenset({"ikm", "nrr"})
GROUPED = frozenset({"groups", "profile", "unit_kerja"})  # whose figures repeat nothing but themselves

Path = tuple[str, ...]
Difference = tuple[Path, Any, Any]  # where, what it was, what it is now


@dataclasses.dataclass(frozen=True)
class FigureChange:
    """A figure, category or text that is not what it was.

    Attributes
    ----------
    path : tuple of str
        Where it stands in `hasil.json`; a row by what names it.
    nama : str
        What it is, in words.
    lama, baru : str
        As they are printed; `-` for none.
    selisih : str
        New less old, in the unit of the figure; empty where there is no number on either side.
    is_text : bool
        Whether both sides are words of a person, and not a figure or category.
    mengulang : str
        The name of a figure before it, about the same unsur or group, that changed from and to the very same number.
    """

    path: Path
    nama: str
    lama: str
    baru: str
    selisih: str = ""
    is_text: bool = False
    mengulang: str = ""

    @property
    def is_printed(self) -> bool:
        """Whether a reader sees the change: it is not below the printed decimals."""
        return self.lama != self.baru

    @property
    def is_own(self) -> bool:
        """Whether a reader has to look at it: printed, and told nowhere before."""
        return self.is_printed and not self.mengulang

    @property
    def bagian(self) -> str:
        """The part of the report it belongs to: categories first."""
        return place_of(self.path)


def compare_figures(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[FigureChange, ...]:
    """Compare two `hasil.json`.

    Parameters
    ----------
    old, new : mapping
        Their content.

    Returns
    -------
    tuple of FigureChange
        Categories first, then the index, the unsur, and so on; within a part scores first, else as they stand there. Empty
        for equal ones.

    Examples
    --------
    >>> score = lambda text: {"ikm": {"ikm": {"pecahan": text, "nilai": 0, "tercetak": wording.number(Fraction(text))}}}
    >>> (change,) = compare_figures(score("88.38"), score("88.40"))
    >>> change.nama, change.lama, change.baru, change.selisih
    ('IKM', '88,38', '88,40', '+0,02')
    """
    labels = new.get("label_unsur") or old.get("label_unsur") or {}
    found = sorted(_compare(_without_repeats(old), _without_repeats(new), ()), key=_place)
    told: dict[tuple, str] = {}
    changes = []
    for path, before, now in found:
        change = _changed(before, now, path, name_figure(path, labels))
        first = told.setdefault((_about(path, labels), _exact(before), _exact(now)), change.nama)
        is_repeat = bool(change.selisih) and not _is_whole(before, now) and first != change.nama
        changes.append(dataclasses.replace(change, mengulang=first if is_repeat else ""))
    return tuple(changes)


def _place(difference: Difference) -> tuple[int, bool]:
    """Order differences by the parts of a report, scores first."""
    path = difference[0]
    return PLACES.index(place_of(path)), path[-1] not in SCORES


def _about(path: Path, labels: Mapping[str, str]) -> tuple[str, ...]:
    """Say what a figure is about: the unsur in its path, and the group."""
    named = {name for part in path for name in (part, *part.split(", ")) if name in labels}
    return (*sorted(named), *(path if path[0] in GROUPED else ()))


def _without_repeats(hasil: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is told elsewhere, and the figures of all respondents where they are the headline."""
    repeated = {f"{name}_responden" for name in ("ikm", "unsur") if hasil.get(f"{name}_responden") == hasil.get(name)}
    return {name: value for name, value in hasil.items() if name not in LEFT_OUT | repeated}


def _compare(old: Any, new: Any, path: Path) -> Iterator[Difference]:
    """Compare two values, and what is in them."""
    if old == new and type(old) is type(new):
        return
    if _is_table(old) and _is_table(new):
        yield from _compare_tables(old, new, path)
    elif _is_group(old) and _is_group(new):
        for name in dict.fromkeys((*old, *new)):
            yield from _compare(old.get(name), new.get(name), (*path, str(name)))
    else:
        yield path, old, new


def _compare_tables(old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]], path: Path) -> Iterator[Difference]:
    """Compare the rows of two tables, each with the one of the same name; tell rows that came or went."""
    keys = _identity(old, new)
    before, now = ({_row_name(row, keys, place): row for place, row in enumerate(rows)} for rows in (old, new))
    for name in dict.fromkeys((*before, *now)):
        if name in before and name in now:
            yield from _compare(before[name], now[name], (*path, name))
        else:
            yield (*path, name), before.get(name), now.get(name)


def _identity(*tables: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """Choose what names the rows of tables: the first columns that tell the rows of each apart."""
    keys: list[str] = []
    for key in IDENTITY:
        if any(key not in row or _is_number(row[key]) for rows in tables for row in rows):
            continue
        keys.append(key)
        if all(len({_row_name(row, keys, 0) for row in rows}) == len(rows) for rows in tables):
            return tuple(keys)
    return ()


def _row_name(row: Mapping[str, Any], keys: Sequence[str], place: int) -> str:
    """Name a row; by its place where nothing else tells it apart."""
    named = (_shown(row[key]) for key in keys)
    return ", ".join(text for text in named if text != ABSENT) or f"baris {place + 1}"


def _changed(old: Any, new: Any, path: Path, name: str) -> FigureChange:
    """Tell one changed value."""
    before, now = _exact(old), _exact(new)
    size = "" if before is None or now is None else _size(now - before, old, new)
    is_text = any(isinstance(value, str) and len(value.split()) >= SENTENCE for value in (old, new))
    return FigureChange(path, name, _shown(old), _shown(new), size, is_text)


def _size(change: Fraction, old: Any, new: Any) -> str:
    """Write the size of a change: whole for counts, else with two decimals or as less than can be printed."""
    if _is_whole(old, new):
        return wording.change(change, 0)
    shown = wording.change(change)
    if shown == wording.change(0):
        return f"{'+' if change > 0 else wording.MINUS}<0,01"
    return shown


def _is_whole(old: Any, new: Any) -> bool:
    """Tell whether both are counts."""
    return isinstance(old, int) and isinstance(new, int)


def _exact(value: Any) -> Fraction | None:
    """Give the exact value of a number, None for anything else."""
    if _is_number(value):
        return Fraction(value["pecahan"]) if "pecahan" in value else Fraction(value["nilai"])
    return Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _shown(value: Any) -> str:
    """Show a value as a reader sees it."""
    match value:
        case None | []:
            return ABSENT
        case bool():
            return "ya" if value else "tidak"
        case int():
            return wording.whole(value)
        case str():
            return value or ABSENT
        case list() if not _is_table(value):
            return "; ".join(map(_shown, value))
    return value["tercetak"] if _is_number(value) else THERE


def _is_number(value: Any) -> bool:
    """Tell whether a value is a number as `hasil.json` writes it."""
    return isinstance(value, dict) and NUMBER <= value.keys() and isinstance(value["tercetak"], str)


def _is_group(value: Any) -> bool:
    """Tell whether a value is a group of others."""
    return isinstance(value, dict) and not _is_number(value)


def _is_table(value: Any) -> bool:
    """Tell whether a value is a table: rows under the names of their columns."""
    return isinstance(value, list) and bool(value) and all(map(_is_group, value))
