"""A published report as a reader sees it: the sentences and tables of its HTML page."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import bs4


class Page:
    """A report as it was published: the sentences and tables of its HTML."""

    def __init__(self, path: Path) -> None:
        self._soup = bs4.BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for drawing in self._soup.find_all(["svg", "style"]):
            drawing.decompose()
        self._tables: dict[str, list[dict[str, str]]] = {}

    @functools.cached_property
    def text(self) -> str:
        """All words, with single spaces."""
        return _words(self._soup)

    def find(self, pattern: str) -> str:
        """Give what a pattern captures in the words of the page, empty when it is not there."""
        found = re.search(pattern, self.text)
        return found[1] if found else ""

    def one(self, selector: str) -> str:
        """Give the words of the first element of a CSS selector."""
        return _words(self._soup.select_one(selector))

    def table(self, title: str) -> list[dict[str, str]]:
        """Give the rows of a table by heading; a heading that stands twice has its group before it."""
        if title not in self._tables:
            self._tables[title] = _rows_of(self._find_table(title))
        return self._tables[title]

    def row(self, title: str, heading: str, value: str) -> dict[str, str]:
        """Give the one row of a table with a value below a heading."""
        rows = [row for row in self.table(title) if row[heading] == value]
        assert len(rows) == 1, f"table {title!r} has {len(rows)} rows with {heading} {value!r}"
        return rows[0]

    def below(self, title: str) -> str:
        """Give the notes below a table."""
        return " ".join(_words(note) for note in self._find_table(title).find_parent("figure").select(".keterangan"))

    def _find_table(self, title: str) -> bs4.Tag:
        """Find a table by its caption without number."""
        captions = {re.sub(r"^Tabel [\d.]+\s*", "", _words(found)): found for found in self._soup.find_all("caption")}
        assert title in captions, f"no table {title!r} among {list(captions)}"
        return captions[title].find_parent("table")


def _words(tag: bs4.Tag) -> str:
    """Give the words of an element with single spaces."""
    return " ".join(tag.get_text(" ").split())


def _rows_of(table: bs4.Tag) -> list[dict[str, str]]:
    """Read the rows of a table by their headings."""
    first, *rest = table.thead.find_all("tr")
    below = [_words(cell) for row in rest for cell in row.find_all("th")]
    headings, lower = [], iter(below)
    for cell in first.find_all("th"):
        for _ in range(int(cell.get("colspan", 1))):
            name = _words(cell) if not rest or cell.get("rowspan") else next(lower)
            headings.append(f"{_words(cell)} {name}" if below.count(name) > 1 else name)
    cells = ([_words(cell) for cell in row.find_all(["th", "td"])] for row in table.tbody.find_all("tr"))
    return [dict(zip(headings, row, strict=True)) for row in cells]
