"""The numbers of a page outside its tables against the figures of `hasil.json`.

The tiles at the head of a report and the poster say what they show, so each is compared with that very figure. A number with
decimals in a sentence must be a figure too, of whatever; what people wrote may hold any, and stands in a file of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag

from skmlib.pipeline.manifest import HASIL
from skmlib.pipeline.page_numbers import NUMBER, first_number
from skmlib.pipeline.printed_figures import BAND_ENDS, figures_of, printed_forms
from skmlib.recount.compare import exact_value, is_figure

# What the tiles are called, and where their figures stand, the first that is there.
TILES: Mapping[str, tuple[str, ...]] = {
    "Nilai IKM": ("ikm/ikm",),
    "Indeks Kepuasan Masyarakat": ("ikm/ikm",),
    "IKM rata-rata layanan": ("layanan_mean/ikm/ikm",),
    "IKM seluruh responden": ("ikm_responden/ikm",),
    "Mutu pelayanan": ("ikm/mutu",),
    "Responden": ("responden", "baris/dinilai"),
    "Tindak lanjut terlaksana": ("realised/persen",),
    "Sudah dilaksanakan": ("realised/sudah",),
    "Sebagian dilaksanakan": ("realised/sebagian",),
    "Belum dilaksanakan": ("realised/belum",),
    "Tidak dilaporkan": ("realised/belum_dilaporkan",),
    "Rata-rata capaian kinerja": ("capaian",),
}
DECIMAL = re.compile(rf"(?<![\w.,]){NUMBER}(?!\w)")
# As they are printed: the least p, where an answer is high beside a negative comment, what shares may be off, official weights.
CONSTANTS = {"0,001", "3,5", "0,1", "0,111", "0,11"}
WHOLE, NEAR = 100, Fraction("0.1")  # percentages that are rounded one by one
RANKS = ("peringkat", "unsur")
SENTENCE = "pesan"
NEARBY = 40


def compare_sentences(page: Path, hasil: Mapping[str, Any], *, written: str) -> tuple[list[str], int]:
    """Compare the numbers outside the tables of a page with the figures.

    Parameters
    ----------
    page : Path
        An HTML page.
    hasil : mapping
        Content of `hasil.json`.
    written : str
        All that people wrote for the report: parameters, `narasi.md`, comments, actions.

    Returns
    -------
    list of str
        A sentence for each number that is no figure, in Indonesian.
    int
        How many numbers were compared.
    """
    soup = BeautifulSoup(page.read_bytes().decode("utf-8", errors="replace"), "html.parser")
    tiles = list(_tiles(soup, hasil))
    wrong = [f"{name!r}: {told} bukan {expected}" for name, told, expected in tiles if told != expected]
    for element in soup(["table", "script", "style", "svg"]):
        element.decompose()
    text = " ".join(soup.get_text(" ").split())
    known = _Known(hasil, written)
    numbers = [found for found in DECIMAL.finditer(text) if "," in found[0]]
    wrong += [
        f"{text[max(0, found.start() - NEARBY) : found.end()]!r}: {found[0]} bukan angka {HASIL}"
        for found in numbers
        if not known.holds(found[0])
    ]
    return [f"{page.name}: {told}" for told in wrong], len(tiles) + len(numbers)


def _tiles(soup: BeautifulSoup, hasil: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Give each tile that is known: its name, what it shows, and what it should."""
    for term in soup("dt"):
        name, value = _text(term), term.find_next_sibling("dd")
        if value is not None and name in TILES:
            yield from _tile(name, _text(value), hasil)
    for element in soup.select(".poster-responden b"):
        yield from _tile("Responden", _text(element), hasil)


def _tile(name: str, shown: str, hasil: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Compare a tile with its figure as it would be printed with as many decimals, or with its letter."""
    figure = next((one for path in TILES[name] if (one := _at(hasil, path)) is not None), None)
    if isinstance(figure, str):
        yield name, shown, figure
    elif is_figure(figure) and (number := first_number(shown)) is not None:
        exact = exact_value(figure) if isinstance(figure, Mapping) else Fraction(figure)
        value, decimals = number
        expected = min(printed_forms(exact, decimals, factors=(1,)))
        yield name, _print(value, decimals), _print(expected, decimals)


def _at(hasil: Mapping[str, Any], path: str) -> Any:
    """Give what stands at a path; None where it leads nowhere."""
    value: Any = hasil
    for key in path.split("/"):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _print(value: Fraction, decimals: int) -> str:
    """Print a number with a decimal comma."""
    return f"{float(value):.{decimals}f}".replace(".", ",")


def _text(element: Tag) -> str:
    """Give the text of an element."""
    return " ".join(element.get_text(" ").split())


class _Known:
    """What a number of a sentence may be."""

    def __init__(self, hasil: Mapping[str, Any], written: str) -> None:
        self._values = {figure.value for figure in figures_of(hasil)} | set(_distances(hasil))
        self._written = {*DECIMAL.findall(written), *_in_names(hasil)}
        self._forms: dict[int, set[Fraction]] = {}

    def holds(self, number: str) -> bool:
        """Say whether a number is a figure in one of its forms, a limit, a sum of rounded shares, or was written by people."""
        value, decimals = first_number(number) or (Fraction(0), 0)
        if decimals not in self._forms:
            self._forms[decimals] = {form for figure in self._values for form in printed_forms(figure, decimals)}
        is_told = number in self._written | CONSTANTS or value in BAND_ENDS
        return is_told or abs(value - WHOLE) < NEAR or value in self._forms[decimals]


def _distances(hasil: Mapping[str, Any]) -> Iterator[Fraction]:
    """Give the distance of the highest from the lowest in each ranking of a recap."""
    for ranks in (hasil.get(key) for key in RANKS):
        for rows in ranks.values() if isinstance(ranks, Mapping) else [ranks]:
            if isinstance(rows, list):
                values = [exact_value(row["nilai"]) for row in rows if "peringkat" in row]
                yield from [max(values) - min(values)] if values else []


def _in_names(value: Any) -> Iterator[str]:
    """Find the numbers in names, such as those of groups; the sentences of findings name none that is no figure."""
    if isinstance(value, str):
        yield from DECIMAL.findall(value)
    elif isinstance(value, list):
        for item in value:
            yield from _in_names(item)
    elif isinstance(value, Mapping) and not is_figure(value):
        for name, item in value.items():
            yield from DECIMAL.findall(name)
            yield from () if name == SENTENCE else _in_names(item)
