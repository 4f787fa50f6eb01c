"""The numbers in the tables of a page against the figures of `hasil.json`.

A cell that holds a number with decimals and nothing else must be a figure rounded to as many decimals, or that figure in per
cent. In a row that is about an unsur or a group only figures of that unsur or group count. The limits of the bands
stand in no `hasil.json`; they are those of the regulation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag

from skmlib.pipeline.manifest import HASIL
from skmlib.recount.compare import exact_value, flatten, is_figure
from skmlib.recount.numbers import BANDS, round_half_up

CELL = re.compile(r"[+−-]?(\d{1,3}(?:\.\d{3})*|\d+),(\d+) ?%?")
GROUPS = "groups/"
HUNDREDTH = Fraction("0.01")


class Figures:
    """The figures of a `hasil.json`, by what they are about.

    Parameters
    ----------
    hasil : mapping
        Its content, of a survey.
    """

    def __init__(self, hasil: Mapping[str, Any]) -> None:
        told = ((path, _exact(value)) for path, value in flatten(hasil) if is_figure(value))
        self._values = [(path, value) for path, value in told if value is not None]
        self._unsur = {label: unsur for unsur, label in hasil.get("label_unsur", {}).items()}
        limits = [limit for limit, _, _ in BANDS]
        self._limits = {
            *limits,
            *(limit / 25 for limit in limits),
            *(limit - HUNDREDTH for limit in limits),
            Fraction(100),
        }
        self._known: dict[tuple[str, int], set[Fraction]] = {}

    def know(self, value: Fraction, decimals: int, about: str) -> bool:
        """Say whether a number is a rounded figure.

        Parameters
        ----------
        value : Fraction
            Without its sign.
        decimals : int
            How many it is written with.
        about : str
            Words of the row's heading.

        Returns
        -------
        bool
        """
        key = (about, decimals)
        if key not in self._known:
            found = (factor * value for value in self._about(about) for factor in (1, 100))
            self._known[key] = {abs(round_half_up(value, decimals)) for value in found}
        return value in self._known[key] or value in self._limits

    def _about(self, name: str) -> list[Fraction]:
        """Give the figures of an unsur (by its label) or a group, all figures where the words name neither."""
        unsur = self._unsur.get(name)
        if unsur:
            own = [value for path, value in self._values if unsur in _names(path) and not path.startswith(GROUPS)]
        else:
            own = [value for path, value in self._values if name in _names(path)]
        return own or [value for _, value in self._values]


def compare_tables(page: Path, hasil: Mapping[str, Any]) -> tuple[list[str], int]:
    """Compare the numbers in the tables of a page with the figures.

    Parameters
    ----------
    page : Path
        An HTML page.
    hasil : mapping
        Content of `hasil.json`.

    Returns
    -------
    list of str
        A sentence for each number that is no figure, in Indonesian.
    int
        How many numbers were compared.
    """
    figures, sentences, n = Figures(hasil), [], 0
    for table in BeautifulSoup(page.read_bytes().decode("utf-8", errors="replace"), "html.parser")("table"):
        caption = table.caption.get_text() if table.caption else "tabel"
        for row in table("tr"):
            for cell in row("td"):
                written = " ".join(cell.get_text(" ").split())
                found = CELL.fullmatch(written)
                if found is None:
                    continue
                n += 1
                value = Fraction(f"{found[1].replace('.', '')}.{found[2]}")
                if not figures.know(value, len(found[2]), _heading(row)):
                    sentences.append(
                        f"{page.name}: {caption!r}, baris {_heading(row)!r}: {written} bukan angka {HASIL}"
                    )
    return sentences, n


def _heading(row: Tag) -> str:
    """Give the words of a row's heading."""
    heading = row.find("th")
    return " ".join(heading.get_text(" ").split()) if heading else ""


def _exact(value: Any) -> Fraction | None:
    """Give the number of a figure, None where it is damaged."""
    return exact_value(value) if isinstance(value, Mapping) else Fraction(value)


def _names(path: str) -> set[str]:
    """Give the names in a path: of its parts, and of what a row is about."""
    return {name for part in path.split("/") for name in (part.strip(), *part.strip().split("+"))}
