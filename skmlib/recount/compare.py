"""Two sets of figures side by side: `hasil.json` as it was published, and the second count.

Both are laid flat: a figure has a path such as `groups/usia/groups/17-24/ikm`, in which a row is called by what it is about.
A figure is a whole number, or an object with `nilai`; its parts (`pecahan`, `nilai`, `tercetak`) must also fit one another.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from skmlib.recount.numbers import written

ROW_NAMES = ("jenis", "objek", "periode", "kelompok", "sentimen", "unsur", "label", "bobot", "nomor", "berkas")
RELATIVE, ABSOLUTE = 1e-9, 1e-12
PARTS = {"pecahan", "nilai", "tercetak"}


@dataclasses.dataclass(frozen=True)
class Comparison:
    """What a comparison found.

    Attributes
    ----------
    differences : tuple of str
        One sentence each, in Indonesian, with the path of the figure.
    recounted : int
        Figures that were computed a second time.
    not_recounted : tuple of str
        Paths of the figures that were not.
    """

    differences: tuple[str, ...]
    recounted: int
    not_recounted: tuple[str, ...]


def compare(published: Mapping[str, Any], recounted: Mapping[str, Any]) -> Comparison:
    """Compare published figures with recounted ones.

    Parameters
    ----------
    published : mapping
        Content of `hasil.json`.
    recounted : mapping
        Of the same shape, with plain fractions, numbers and texts; rows in dictionaries by name. It may hold less.

    Returns
    -------
    Comparison
        Every published figure is in one of its counts.

    Examples
    --------
    >>> found = compare({"n": 3, "m": 4}, {"n": 5})
    >>> found.differences, found.recounted, found.not_recounted
    (('n: tertulis 3, dihitung ulang 5',), 1, ('m',))
    """
    told, counted = dict(flatten(published)), dict(flatten(recounted))
    differences = [f"{path}: {problem}" for path, value in told.items() for problem in contradictions(value)]
    differences += [
        f"{path}: tertulis {show(value)}, dihitung ulang {show(counted[path])}"
        for path, value in told.items()
        if path in counted and not is_equal(value, counted[path])
    ]
    differences += [
        f"{path}: tidak ada, dihitung ulang {show(value)}"
        for path, value in counted.items()
        if value is not None and path not in told
    ]
    figures = [path for path, value in told.items() if is_figure(value)]
    done = [path for path in figures if path in counted]
    return Comparison(tuple(differences), len(done), tuple(path for path in figures if path not in counted))


def flatten(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Lay nested figures flat, each with its path."""
    if isinstance(value, Mapping) and not is_figure(value):
        for key, item in value.items():
            yield from flatten(item, f"{path}/{key}" if path else str(key))
    elif isinstance(value, list | tuple):
        seen: dict[str, int] = {}
        for place, item in enumerate(value):
            name = row_name(item, place)
            seen[name] = seen.get(name, 0) + 1
            yield from flatten(item, f"{path}/{name}" if seen[name] == 1 else f"{path}/{name} ({seen[name]})")
    else:
        yield path, value


def row_name(item: Any, place: int) -> str:
    """Name a row after what it is about, anything else after its place."""
    if not isinstance(item, Mapping) or is_figure(item):
        return str(place)
    words = ["+".join(map(str, item[key])) if key == "objek" else item[key] for key in ROW_NAMES if key in item]
    return " / ".join(word for word in words if isinstance(word, str) and word) or str(place)


def is_figure(value: Any) -> bool:
    """Say whether a value is a number of either side."""
    if isinstance(value, Mapping):
        return "nilai" in value and set(value) <= PARTS
    return isinstance(value, int | float | Fraction) and not isinstance(value, bool)


def contradictions(value: Any) -> Iterator[str]:
    """Say how the parts of one published figure contradict each other."""
    if not isinstance(value, Mapping) or not is_figure(value):
        return
    exact = exact_value(value)
    if exact is None:
        yield f"bukan angka: {dict(value)!r}"
        return
    if float(exact) != value["nilai"]:
        yield f"nilai {value['nilai']!r} tidak sama dengan pecahan {value.get('pecahan')!r}"
    if is_plain(value) and value.get("tercetak") not in (written(exact), written(decimal_of(value["nilai"]))):
        yield f"tercetak {value.get('tercetak')!r}, seharusnya {written(exact)!r}"


def exact_value(value: Mapping[str, Any]) -> Fraction | None:
    """Give the number that a published figure stands for, None where it stands for none."""
    try:
        exact = Fraction(value.get("pecahan", value["nilai"]))
        float(exact), float(value["nilai"])
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return exact


def is_plain(value: Mapping[str, Any]) -> bool:
    """Say whether `tercetak` has two decimals; printed figures keep their own."""
    return len(str(value.get("tercetak")).partition(",")[2]) == 2


def decimal_of(value: float) -> Fraction:
    """Give the shortest decimal that a float stands for."""
    return Fraction(repr(value))


def is_equal(told: Any, counted: Any) -> bool:
    """Compare exactly where both are exact, else to nine digits."""
    if not is_figure(told) or not is_figure(counted):
        return told == counted
    if not isinstance(told, Mapping):
        return Fraction(told) == counted
    exact = exact_value(told)
    if exact is None:
        return False
    if "pecahan" in told and not isinstance(counted, float):
        return exact == counted
    return math.isclose(told["nilai"], float(counted), rel_tol=RELATIVE, abs_tol=ABSOLUTE)


def show(value: Any) -> str:
    """Show a value in a message."""
    if isinstance(value, Mapping):
        return str(value.get("pecahan", value["nilai"]))
    return "kosong" if value is None else str(value)
