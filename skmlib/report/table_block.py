"""Tables: strings that are ready to show, in columns that say how they are aligned.

A `Table` never computes and never formats: its cells come from `wording`. Numbers stand right-aligned in tabular
figures with equally many decimals, so that their decimal commas stand under each other. In HTML a wide table scrolls
inside its own region; in the PDF its header is repeated on each page and no row is cut by a page break.
"""

from __future__ import annotations

import dataclasses

from skmlib.report.block import NUMBER_MARKS, Block
from skmlib.report.markup import Html, Typst, call, element, join_html
from skmlib.report.table_height import (
    HALF_PAGE,
    MANY_ROWS,
    choose_division,
    guess_heights,
    guess_notes_height,
    have_one_line,
    letter_size,
)

ALIGNMENTS = ("kiri", "kanan", "tengah")
SHORT_CELL = 13
SHORT_HEADING = 8
WIDE_CELL = 60
LINE_CHARACTERS = 84
DIVIDED_CELL = 1500


@dataclasses.dataclass(frozen=True)
class Column:
    """A column of a table.

    Parameters
    ----------
    heading : str
        What stands above it.
    align : str
        `kiri`, `kanan` (numbers) or `tengah` (marks).
    width : float, optional
        Share of the free width in the PDF; the other columns are then as wide as their cells need. When no column of a
        table has one, long columns share the free width by the length of their cells.
    group : str
        Heading that spans this column and its neighbours of the same group.
    """

    heading: str
    align: str = "kiri"
    width: float | None = None
    group: str = ""

    def __post_init__(self) -> None:
        """Refuse an unknown alignment."""
        if self.align not in ALIGNMENTS:
            raise ValueError(f"Column {self.heading!r}: align is {self.align!r}, allowed are {', '.join(ALIGNMENTS)}")


@dataclasses.dataclass(frozen=True)
class Table(Block):
    """A numbered table with a caption above it.

    Parameters
    ----------
    title : str
        Caption; the exporter puts "Tabel 3." before it. Empty: no caption and no number.
    columns : tuple of Column
        From left to right.
    rows : tuple of tuple of str
        Cells, ready to show.
    notes : tuple of str
        Sentences below the table.
    row_headers : int
        How many columns from the left name their row.
    strong_rows : tuple of int
        Rows, counted from 0, that stand out: sums and means.
    source : str
        Where the figures come from.
    keep_together : bool
        Not divided over pages in the PDF; for short tables.

    Examples
    --------
    >>> table = Table("Responden", (Column("Jenis kelamin"), Column("Jumlah", align="kanan")), (("Perempuan", "132"),))
    >>> table.brief()
    'Tabel: Responden (1 baris, 2 kolom)'
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    row_headers: int = 1
    strong_rows: tuple[int, ...] = ()
    source: str = ""
    keep_together: bool = False

    def __post_init__(self) -> None:
        """Refuse rows that do not fit the columns."""
        for place, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                found = f"row {place} has {len(row)} cells for {len(self.columns)} columns"
                raise ValueError(f"Table {self.title!r}: {found}; give one string per column")

    def html(self) -> Html:
        """Write a `figure` with a table in a region that scrolls."""
        caption = element("caption", element("span", *numbered("Tabel", self.title))) if self.title else ""
        body = element("tbody", *(self._html_row(place, row) for place, row in enumerate(self.rows)))
        table = element("table", caption, element("thead", *self._html_header()), body)
        region = element("div", table, class_="geser", role="region", tabindex=0, aria_label=self.title or "Tabel")
        return element("figure", region, below_html(self.source, self.notes), class_="tabel")

    def _html_header(self) -> list[Html]:
        """Write one header row, or two when columns are grouped."""
        if not any(column.group for column in self.columns):
            return [element("tr", *(_heading_cell(column) for column in self.columns))]
        above, below = [], []
        for group, columns in self._groups():
            if group:
                above.append(element("th", group, scope="colgroup", colspan=len(columns), class_="tengah grup"))
                below += [_heading_cell(column) for column in columns]
            else:
                above += [_heading_cell(column, rowspan=2) for column in columns]
        return [element("tr", *above), element("tr", *below)]

    def _groups(self) -> list[tuple[str, list[Column]]]:
        """Neighbouring columns with the same group, from left to right."""
        groups: list[tuple[str, list[Column]]] = []
        for column in self.columns:
            if groups and groups[-1][0] == column.group:
                groups[-1][1].append(column)
            else:
                groups.append((column.group, [column]))
        return groups

    def _html_row(self, place: int, row: tuple[str, ...]) -> Html:
        """Write one row of the body."""
        cells = [
            element("th", cell, scope="row", class_=column.align)
            if index < self.row_headers and cell  # an empty cell names no row
            else element("td", cell, class_=column.align if len(cell) <= WIDE_CELL else f"{column.align} panjang")
            for index, (cell, column) in enumerate(zip(row, self.columns, strict=True))
        ]
        return element("tr", *cells, class_="tebal" if place in self.strong_rows else None)

    def typst(self) -> Typst:
        """Write a call of `skm-tabel`."""
        shares = self._shares()
        columns = [
            {
                "judul": column.heading,
                "rata": column.align,
                "grup": column.group,
                "lebar": Typst("auto" if share is None else f"{share:g}fr"),
            }
            for column, share in zip(self.columns, shares, strict=True)
        ]
        size = letter_size(len(self.columns))
        headings = [column.heading for column in self.columns]
        heights = guess_heights([headings, *self.rows], shares, size=size)
        height = sum(heights) + guess_notes_height([*self.notes, self.source])
        division = choose_division(height, rows=len(self.rows), is_kept=self.keep_together)
        is_long = max(heights) > HALF_PAGE or any(len(cell) > DIVIDED_CELL for row in self.rows for cell in row)
        named = {"ukuran": Typst(f"{size}pt"), "bagi": division, "tebal": self.strong_rows, "panjang": is_long}
        if len(self.rows) > MANY_ROWS:
            named["sebaris"] = have_one_line(self.rows, shares, size=size)
        return call("skm-tabel", self.title, columns, self.rows, sumber=self.source, catatan=self.notes, **named)

    def _shares(self) -> list[float | None]:
        """Give each column its width in the PDF: as asked for, as its cells need, or a share of what is left."""
        longest = [
            max((len(line) for row in self.rows for line in row[index].split("\n")), default=0)
            for index in range(len(self.columns))
        ]
        if any(column.width for column in self.columns):
            shares = [column.width for column in self.columns]
        else:
            shares = [None if length <= SHORT_CELL else float(min(length, WIDE_CELL)) for length in longest]
        if not any(shares) and sum(longest) < LINE_CHARACTERS:
            left = [index for index, column in enumerate(self.columns) if column.align == "kiri"]
            shares = [1.0 if index in (left[:1] or range(len(shares))) else None for index in range(len(shares))]
        return shares

    def brief(self) -> str:
        """Name the table and its size."""
        return f"Tabel: {self.title} ({len(self.rows)} baris, {len(self.columns)} kolom)"


def _heading_cell(column: Column, *, rowspan: int | None = None) -> Html:
    """Write the heading of a column."""
    short = " singkat" if len(column.heading) <= SHORT_HEADING else ""
    return element("th", column.heading, scope="col", class_=column.align + short, rowspan=rowspan)


def numbered(kind: str, title: str) -> tuple[Html, str]:
    """Give a caption its label, with the mark that the exporter replaces by the number.

    Examples
    --------
    >>> "".join(numbered("Tabel", "Responden"))
    '<b class="nomor">Tabel<!--nomor:Tabel-->.</b> Responden'
    """
    return element("b", kind, NUMBER_MARKS[kind], ".", class_="nomor"), f" {title}"


def below_html(source: str, notes: tuple[str, ...]) -> Html:
    """Write the lines below a table or figure.

    Examples
    --------
    >>> below_html("responden.csv", ())
    '<p class="sumber">Sumber: responden.csv</p>'
    """
    lines = [element("p", note, class_="keterangan") for note in notes]
    return join_html(*lines, *([element("p", f"Sumber: {source}", class_="sumber")] if source else []))
